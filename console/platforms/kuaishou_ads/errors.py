"""What the ads platform's refusals mean. Few numbers are known [sheet 2.2]; the others are told by their words.

code                              what it is                              becomes
402005, other words "token"       token wrong or expired                  a new token, else SignInNeeded
402003                            no token was sent                       SignInNeeded
401001                            not an ads account's number             Refused kuaishou_ads.401001
words 频繁, 限流, limit…          too fast; the number is not known       Busy kuaishou_ads.too_fast
words 权限, scope…                the grant lacks this permission         Refused kuaishou_ads.scope
words secret, app_id              the application's keys are wrong        Refused kuaishou_ads.keys
at the token endpoints, words:
refresh_token                     the pair is dead                        SignInNeeded kuaishou_ads.grant
auth_code                         used, or older than 10 minutes          SignInNeeded kuaishou_ads.code
anything else                     the platform understood and said no     Refused kuaishou_ads.<code>

Refusals come with HTTP 200 and are made before anything is done.
"""

from typing import Literal

from console.core.errors import Busy, Refused, SignInNeeded, Trouble
from console.core.model import ADS
from console.net.redaction import redact
from console.platforms.kuaishou_ads.wire import Envelope

Meaning = Literal["token", "no_token", "account", "fast", "scope", "refresh_token", "auth_code", "secret", "refused"]

_BY_NUMBER: dict[int, Meaning] = {402005: "token", 402003: "no_token", 401001: "account"}
_TOO_FAST = ("频繁", "限流", "流控", "qps", "rate limit", "too many", "too fast", "too frequent")
_KEYS = ("secret", "app_id", "appid")
_CALL_WORDS: tuple[tuple[tuple[str, ...], Meaning], ...] = (
    (_TOO_FAST, "fast"),
    (_KEYS, "secret"),
    (("token",), "token"),
    (("权限", "scope", "permission"), "scope"),
)
_SIGN_IN_WORDS: tuple[tuple[tuple[str, ...], Meaning], ...] = (
    (_TOO_FAST, "fast"),
    (("auth_code", "authcode", "授权码"), "auth_code"),
    (_KEYS, "secret"),
    (("token",), "refresh_token"),
)
STALE = "kuaishou_ads.402005"
"""The code of the one refusal that a new token may cure."""

_CODES: dict[Meaning, str] = {
    "token": STALE,
    "no_token": "kuaishou_ads.402003",
    "account": "kuaishou_ads.401001",
    "fast": "kuaishou_ads.too_fast",
    "scope": "kuaishou_ads.scope",
    "refresh_token": "kuaishou_ads.grant",
    "auth_code": "kuaishou_ads.code",
    "secret": "kuaishou_ads.keys",
}
_LONGEST_DETAIL = 200


def trouble_of(envelope: Envelope, *, wait_s: float | None = None) -> Trouble:
    """A refused call as one of the five kinds; ``wait_s`` is what the answer's header asked for, if it did."""
    return _trouble(envelope, _BY_NUMBER.get(envelope.code) or _by_words(envelope, _CALL_WORDS), wait_s)


def sign_in_trouble_of(envelope: Envelope, *, wait_s: float | None = None) -> Trouble:
    """The same of a token endpoint, where "token" speaks of the refresh token."""
    return _trouble(envelope, _by_words(envelope, _SIGN_IN_WORDS), wait_s)


def _by_words(envelope: Envelope, table: tuple[tuple[tuple[str, ...], Meaning], ...]) -> Meaning:
    text = str(envelope.message or "").lower()
    return next((meaning for words, meaning in table if any(word in text for word in words)), "refused")


def _trouble(envelope: Envelope, meaning: Meaning, wait_s: float | None) -> Trouble:
    code = _CODES.get(meaning) or f"{ADS}.{envelope.code}"
    detail = redact(str(envelope.message or ""))[:_LONGEST_DETAIL]
    trace_id = str(envelope.request_id or "")
    match meaning:
        case "fast":  # turned away before anything was done, hence not ``sent``
            return Busy(code, platform=ADS, detail=detail, wait_s=wait_s, trace_id=trace_id, sent=False)
        case "token" | "no_token" | "refresh_token" | "auth_code":
            return SignInNeeded(code, platform=ADS, detail=detail, trace_id=trace_id)
        case _:
            return Refused(code, platform=ADS, detail=detail, trace_id=trace_id)
