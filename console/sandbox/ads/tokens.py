"""Authorisation codes and pairs of tokens: a code works once, a refresh kills the old pair (fact sheet 2.1)."""

from dataclasses import dataclass, field
from secrets import token_hex

from console.sandbox.ads.refusals import bad_code, bad_refresh
from console.sandbox.clock import DAY, MINUTE, Clock

SCOPES = (
    "esp_report_service",
    "esp_account_service",
    "esp_ad_query",
    "esp_ad_manage",
    "esp_fund_service",
    "public_account_service",
    "public_agent_service",
    "public_dmp_service",
    "report_service",
    "account_service",
    "ad_query",
    "ad_manage",
)
CODE_LIFE = 10 * MINUTE
ACCESS_LIFE = DAY
REFRESH_LIFE = 30 * DAY


@dataclass
class Pair:
    """A grant's tokens; ``dead`` once a refresh has replaced them."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    scopes: frozenset[str]
    access_expires: int
    refresh_expires: int
    dead: bool = False


class Tokens:
    """All codes and pairs the sandbox has given out since it started."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._codes: dict[str, tuple[frozenset[str], int]] = {}
        self._by_access: dict[str, Pair] = {}
        self._by_refresh: dict[str, Pair] = {}

    def code(self, scopes: frozenset[str]) -> str:
        """A code for an advertiser who has just agreed."""
        code = token_hex(20)
        self._codes[code] = (scopes, self._clock.now_ms() + CODE_LIFE)
        return code

    def exchange(self, code: str) -> Pair:
        """The pair for a code, which is used up by it. Raises Refused."""
        scopes, expires = self._codes.pop(code, (frozenset[str](), 0))
        if expires <= self._clock.now_ms():
            raise bad_code()
        return self.grant(scopes)

    def grant(self, scopes: frozenset[str]) -> Pair:
        """A new pair."""
        now = self._clock.now_ms()
        pair = Pair(token_hex(16), token_hex(16), scopes, now + ACCESS_LIFE, now + REFRESH_LIFE)
        self._by_access[pair.access_token] = self._by_refresh[pair.refresh_token] = pair
        return pair

    def refresh(self, refresh_token: str) -> Pair:
        """A new pair for an old one, which dies whole. Raises Refused."""
        held = self._by_refresh.get(refresh_token)
        if held is None or held.dead or held.refresh_expires <= self._clock.now_ms():
            raise bad_refresh()
        held.dead = True
        return self.grant(held.scopes)

    def look_up(self, access_token: str) -> Pair | None:
        """The living pair of an access token."""
        held = self._by_access.get(access_token)
        alive = held is not None and not held.dead and held.access_expires > self._clock.now_ms()
        return held if alive else None
