"""Authorisation codes and the two kinds of token: lives, rotation, discarding (fact sheet 1.2, 1.3)."""

from dataclasses import dataclass, field
from secrets import token_urlsafe

from console.sandbox.clock import DAY, HOUR, MINUTE
from console.sandbox.context import Context

SCOPES = (
    "user_base",
    "user_info",
    "merchant_user",
    "merchant_item",
    "merchant_order",
    "merchant_refund",
    "merchant_logistics",
    "merchant_promotion",
    "merchant_comment",
    "merchant_shop",
)
ALWAYS = frozenset({"user_base", "user_info"})  # granted to every application

CODE_LIFE = 2 * MINUTE
ACCESS_LIFE = 48 * HOUR
REFRESH_LIFE = 180 * DAY

ACCESS_PREFIX = "ChFvYXV0aC5hY2Nlc3NUb2tlbhI"
REFRESH_PREFIX = "ChJvYXV0aC5yZWZyZXNoVG9rZW4S"


class TokenRefused(Exception):
    """An OAuth call answered with ``result`` and ``error`` of the documented table."""

    def __init__(self, result: int, error: str, text: str) -> None:
        super().__init__(f"{result} {error} {text}")
        self.result = result
        self.error = error
        self.text = text


@dataclass
class Access:
    """What an access token stands for."""

    scopes: frozenset[str]
    expires: int
    by_shop: bool = True  # False: client_credentials


@dataclass
class Refresh:
    """What a refresh token stands for; a used one is remembered to be named so."""

    scopes: frozenset[str]
    expires: int
    used_at: int | None = None


@dataclass(frozen=True)
class Pair:
    """A freshly granted pair."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    scopes: frozenset[str]
    refresh_expires: int


class Tokens:
    """All codes and tokens the sandbox has given out since it started."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._clock = ctx.clock
        self._codes: dict[str, tuple[frozenset[str], int]] = {}
        self._access: dict[str, Access] = {}
        self._refresh: dict[str, Refresh] = {}

    def code(self, scopes: frozenset[str]) -> str:
        """A code for a shop that has just agreed: two minutes, once."""
        code = token_urlsafe(48)
        self._codes[code] = (scopes | ALWAYS, self._clock.now_ms() + CODE_LIFE)
        return code

    def exchange(self, code: str) -> Pair:
        """The pair for a code, which is used up by it. Raises TokenRefused."""
        scopes, expires = self._codes.pop(code, (ALWAYS, 0))
        if expires <= self._clock.now_ms():
            raise TokenRefused(100200105, "invalid_grant", "code is invalid, used or expired")
        if "kuaishou" in self._ctx.revoked:  # agreed to anew: what was withdrawn stays so
            self._access.clear()
            self._refresh.clear()
            self._ctx.revoked.discard("kuaishou")
        return self.grant(scopes)

    def grant(self, scopes: frozenset[str], refresh_expires: int | None = None) -> Pair:
        """A new pair; a refreshed one inherits ``refresh_expires``."""
        now = self._clock.now_ms()
        expires = now + REFRESH_LIFE if refresh_expires is None else refresh_expires
        pair = Pair(ACCESS_PREFIX + token_urlsafe(100), REFRESH_PREFIX + token_urlsafe(100), scopes, expires)
        self._access[pair.access_token] = Access(scopes, now + ACCESS_LIFE)
        self._refresh[pair.refresh_token] = Refresh(scopes, expires)
        return pair

    def refresh(self, refresh_token: str) -> Pair:
        """A new pair for the holder of ``refresh_token``, which is discarded by it.

        Documented: within 5 minutes; here at once, unless control gives grace. Access tokens given out before stay
        valid until their own end. Raises TokenRefused.
        """
        now = self._clock.now_ms()
        held = self._refresh.get(refresh_token)
        if held is None or held.expires <= now or "kuaishou" in self._ctx.revoked:
            raise TokenRefused(100200102, "access_denied", "invalid refresh_token")
        if held.used_at is not None and now - held.used_at >= self._ctx.grace_ms:
            raise TokenRefused(100200102, "access_denied", "refreshToken.discarded")
        held.used_at = now if held.used_at is None else held.used_at
        return self.grant(held.scopes, held.expires)

    def for_application(self) -> str:
        """A client_credentials token: no shop behind it, no refresh."""
        token = ACCESS_PREFIX + token_urlsafe(100)
        self._access[token] = Access(ALWAYS, self._clock.now_ms() + ACCESS_LIFE, by_shop=False)
        return token

    def look_up(self, access_token: str) -> Access | None:
        return self._access.get(access_token)
