"""What Youzan's answers mean: the envelopes in their order, and which code is which of the five kinds of trouble.

Every code raised here is ``youzan.<platform's number>``, or one of the words ``youzan.unreadable`` (no envelope we
know), ``youzan.http`` (a status without one), ``youzan.not_done`` (success that says it did nothing) and
``youzan.ip_not_listed`` (the one meaning of 4007 a merchant can mend).
"""

from collections.abc import Callable

import msgspec

from console.core.errors import Busy, Refused, SignInNeeded, Trouble, Unreadable
from console.core.model import Platform
from console.net.channel import Answer
from console.net.redaction import redact
from console.platforms.youzan.values import Loose, flag, text

THROTTLED = frozenset({"4101", "500100004", "123000042", "141500203"})
TOKEN_REFUSED = frozenset({"4201", "4202", "4203", "40010", "140500101"})
# Timeouts behind the gateway, and "the same request is running", "too fast", "try again": a later read may succeed.
LATER = frozenset({"-100", "5003", "80001", "99997", "102010003", "102510001", "106000001", "106100118", "121000100"})
# Of the token endpoint: wrong secret, authorisation over, code used up, client or shop unknown. Trying again cannot
# help, entering the keys or authorising again can. 1105 (silent asked by a tool app) stays a plain refusal.
SIGN_IN_AGAIN = frozenset({"1000", "1004", "1005", "1103"})

_LONGEST_DETAIL = 200


class Throttled(Busy):
    """Asked too often. Waits of 3, 6, 12, 24, 48 s are documented; more insistence may cost the permission."""


class TokenRefused(SignInNeeded):
    """The gateway does not take this access token: worth one renewal, then it is what its parent says."""


Classify = Callable[[str, str, str], Trouble]  # code, message, trace id


def gateway_trouble(code: str, message: str, trace_id: str) -> Trouble:
    """A refusal of the gateway or of the business behind it as one of the five kinds."""
    kind: type[Trouble] = Refused
    name = f"youzan.{code}"
    if code in THROTTLED:
        kind = Throttled
    elif code in TOKEN_REFUSED:
        kind = TokenRefused
    elif code in LATER:
        kind = Busy
    elif code == "4007" and "IP" in message:
        name = "youzan.ip_not_listed"
    return _made(kind, name, message, trace_id)


def token_trouble(code: str, message: str, trace_id: str) -> Trouble:
    """A refusal of the token endpoint. Its throttling and timeouts never look like "signed out"."""
    is_our_slip = code == "1000" and message.startswith("Content type")
    if code in SIGN_IN_AGAIN and not is_our_slip:
        return _made(SignInNeeded, f"youzan.{code}", message, trace_id)
    if code in TOKEN_REFUSED:
        return _made(SignInNeeded, f"youzan.{code}", message, trace_id)
    return gateway_trouble(code, message, trace_id)


def unreadable(reason: str, trace_id: str = "") -> Unreadable:
    """The answer is no envelope, or its data do not have the documented shape."""
    return Unreadable("youzan.unreadable", platform=Platform.YOUZAN, detail=reason, trace_id=trace_id)


class _GatewayError(msgspec.Struct, gc=False):
    err_code: Loose = None
    err_msg: Loose = None
    trace_id: Loose = None


class _LegacyError(msgspec.Struct, gc=False):
    code: Loose = None
    msg: Loose = None
    message: Loose = None


class _Envelope(msgspec.Struct, gc=False):
    gw_err_resp: _GatewayError | None = None
    error_response: _LegacyError | None = None
    response: msgspec.Raw = msgspec.Raw()
    data: msgspec.Raw = msgspec.Raw()
    code: Loose = None
    success: Loose = None
    message: Loose = None
    msg: Loose = None
    trace_id: Loose = None


class _Deed(msgspec.Struct, gc=False):
    is_success: Loose = None
    isSuccess: Loose = None  # noqa: N815 (some answers spell it so)


_envelope = msgspec.json.Decoder(_Envelope)
_deed = msgspec.json.Decoder(_Deed)


def unwrap(answer: Answer, classify: Classify = gateway_trouble) -> msgspec.Raw:
    """The payload inside the envelope, still as JSON; raises the trouble the envelope speaks of."""
    if answer.status != 200:
        raise Unreadable("youzan.http", platform=Platform.YOUZAN, detail=f"HTTP {answer.status}")
    try:
        envelope = _envelope.decode(answer.content)
        trouble = _trouble_in(envelope, classify)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise unreadable(str(error)) from None
    if trouble is not None:
        trouble.wait_s = answer.wait_s
        raise trouble
    payload = envelope.response or envelope.data
    if not payload:
        raise unreadable("no data", text(envelope.trace_id))
    _check_done(payload, text(envelope.trace_id))
    return payload


def _trouble_in(envelope: _Envelope, classify: Classify) -> Trouble | None:
    trace_id = text(envelope.trace_id)
    gateway = envelope.gw_err_resp
    if gateway is not None:
        return classify(text(gateway.err_code), text(gateway.err_msg), text(gateway.trace_id))
    legacy = envelope.error_response
    if legacy is not None:
        return classify(text(legacy.code), text(legacy.msg) or text(legacy.message), trace_id)
    if envelope.response:
        return None
    code = text(envelope.code)
    if not code and envelope.success is None:
        return unreadable("no envelope", trace_id)
    if flag(envelope.success) is False or code not in ("200", ""):
        return classify(code, text(envelope.message) or text(envelope.msg), trace_id)
    return None


def _check_done(payload: msgspec.Raw, trace_id: str) -> None:
    """A success may still say that nothing was done, some APIs with the text ``"false"``."""
    if not bytes(payload).lstrip().startswith(b"{"):
        return
    try:
        deed = _deed.decode(payload)
        undone = flag(deed.is_success) is False or flag(deed.isSuccess) is False
    except (msgspec.DecodeError, ValueError) as error:
        raise unreadable(str(error), trace_id) from None
    if undone:
        raise _made(Refused, "youzan.not_done", "", trace_id)


def _made(kind: type[Trouble], name: str, message: str, trace_id: str) -> Trouble:
    return kind(name, platform=Platform.YOUZAN, detail=redact(message)[:_LONGEST_DETAIL], trace_id=trace_id)
