"""What the platform's refusals mean: numbers first, then the words of those whose number is not known [sheet 2.4, 1.4].

result / code / sub_code      what it is                                becomes
28                            token expired                             a new token, else Busy
24, 26                        grant withdrawn, or of the wrong kind     SignInNeeded
words "scope"                 the token lacks a permission group        Refused kuaishou.scope
27, words 验签, 签名           the signature does not verify             Refused kuaishou.27
words timestamp, 时间戳        our clock is off (number unknown)         the right time, else Refused kuaishou.timestamp
15 16 17 1016, other 802000   too fast                                  Busy
1017, 802006                  the day's quota is used up                Busy until midnight, shop time
22, 25, other 803000          not authorised, for whatever reason       a new token, else SignInNeeded
100200102, 100200105          refresh token or code rejected            SignInNeeded
100200500                     the token server failed                   Busy
anything else                 the platform understood and said no       Refused kuaishou.<result>
"""

from itertools import chain
from typing import Literal

import msgspec

from console.core.clock import DAY, day_start
from console.core.errors import Busy, Refused, SignInNeeded, Trouble
from console.core.model import Platform
from console.net.redaction import redact
from console.platforms.kuaishou.wire import Envelope, TokenAnswer

Meaning = Literal["token", "withdrawn", "scope", "sign", "clock", "fast", "quota", "unauthorised", "server", "refused"]

_BY_NUMBER: dict[str, Meaning] = {
    "28": "token",
    **dict.fromkeys(("24", "26", "100200102", "100200105"), "withdrawn"),
    "27": "sign",
    **dict.fromkeys(("15", "16", "17", "1016"), "fast"),
    **dict.fromkeys(("1017", "802006"), "quota"),
    "100200500": "server",
}  # fmt: skip

_BY_WORDS: tuple[tuple[tuple[str, ...], Meaning], ...] = (
    (("时间戳", "timestamp"), "clock"),
    (("验签", "签名"), "sign"),
    (("scope",), "scope"),
    (("exceed qps limit",), "fast"),
    (("exceed quota limit",), "quota"),
    (("token过期",), "token"),
)
# Numbers that say less than words do: a family, or a third-party SDK's guess.
_BY_FAMILY: dict[str, Meaning] = {"802000": "fast", **dict.fromkeys(("22", "25", "803000"), "unauthorised")}
_LONGEST_DETAIL = 200


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that is not a success, in the platform's words."""

    result: str
    code: str = ""
    sub_code: str = ""
    text: str = ""
    trace_id: str = ""

    @classmethod
    def of(cls, envelope: Envelope) -> "Refusal":
        """Of a gateway's answer."""
        texts = [str(text) for text in (envelope.sub_msg, envelope.error_msg, envelope.msg) if text]
        return cls(
            result=str(envelope.result),
            code=str(envelope.code or ""),
            sub_code=str(envelope.sub_code or ""),
            text=texts[0] if texts else "",
            trace_id=str(envelope.request_id or envelope.older_request_id or ""),
        )

    @classmethod
    def of_token(cls, answer: TokenAnswer) -> "Refusal":
        """Of a token endpoint's answer."""
        return cls(
            result=str(answer.result), text=" ".join(str(text) for text in (answer.error, answer.error_msg) if text)
        )

    @property
    def numbers(self) -> tuple[str, str, str]:
        """The most telling first: ``sub_code`` repeats ``result`` or is finer, ``code`` is the family."""
        return self.sub_code, self.result, self.code

    @property
    def meaning(self) -> Meaning:
        """What it is: by its numbers, by its words, by its family."""
        text = self.text.lower()
        by_number = (_BY_NUMBER[number] for number in self.numbers if number in _BY_NUMBER)
        by_words = (meaning for words, meaning in _BY_WORDS if any(word in text for word in words))
        by_family = (_BY_FAMILY[number] for number in self.numbers if number in _BY_FAMILY)
        return next(chain(by_number, by_words, by_family), "refused")


def trouble_of(refusal: Refusal, *, now: int, wait_s: float | None = None) -> Trouble:
    """The refusal as one of the five kinds; ``wait_s`` is what the answer's header asked for, if it did."""
    code, detail = f"kuaishou.{_number(refusal)}", redact(refusal.text)[:_LONGEST_DETAIL]
    match refusal.meaning:
        case "fast":
            return _busy(refusal, code, detail, wait_s)
        case "quota":
            return _busy(refusal, code, detail, (day_start(now) + DAY - now) / 1000)
        case "token" | "server":  # a token that was just renewed: the platform is confused, not the merchant
            return _busy(refusal, code, detail, wait_s)
        case "withdrawn" | "unauthorised":
            return SignInNeeded(code, platform=Platform.KUAISHOU, detail=detail, trace_id=refusal.trace_id)
        case "scope":
            code = "kuaishou.scope"
        case "clock":
            code = "kuaishou.timestamp"
        case "sign":
            code = "kuaishou.27"
        case "refused":
            pass
    return Refused(code, platform=Platform.KUAISHOU, detail=detail, trace_id=refusal.trace_id)


def _busy(refusal: Refusal, code: str, detail: str, wait_s: float | None) -> Busy:
    """Turned away before anything was done, hence not ``sent``."""
    return Busy(code, platform=Platform.KUAISHOU, detail=detail, wait_s=wait_s, trace_id=refusal.trace_id, sent=False)


def _number(refusal: Refusal) -> str:
    """The number that says most: the one we know, else ``result``."""
    for number in refusal.numbers:
        if number in _BY_NUMBER:
            return number
    return refusal.result
