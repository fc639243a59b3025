"""The platform's envelope: how an answer and a refusal look on the wire, and the refusals the gateway itself speaks.

Shapes are those of recorded bodies (fact sheet 2.3); numbers marked "ours" are nowhere documented.
"""

from random import randrange
from typing import Any

Json = dict[str, Any]

AUTH = ("803000", "鉴权失败")
LIMIT = ("802000", "调用受限")  # the family is documented, its text is ours
REQUEST = ("801000", "请求参数错误")  # ours: the family of malformed calls is unknown
BUSINESS = ("807000", "业务处理失败")

INVALID = 2001
BUSY = 21  # the generic business refusal
DELIVERY = 11


class Refused(Exception):
    """A call that is answered with a failure envelope; ``extra`` are further top-level fields of the answer."""

    def __init__(
        self, result: int, text: str, family: tuple[str, str] = BUSINESS, *, sub_code: str = "", **extra: Any
    ) -> None:
        super().__init__(f"{result} {text}")
        self.result = result
        self.text = text
        self.family = family
        self.sub_code = sub_code or str(result)
        self.extra = extra

    def envelope(self) -> Json:
        code, msg = self.family
        return {
            "result": self.result,
            "code": code,
            "msg": msg,
            "error_msg": self.text,
            "sub_code": self.sub_code,
            "sub_msg": self.text,
            "request_id": request_id(),
            **self.extra,
        }


def answer(payload: Json) -> Json:
    """The envelope of a success; the value of ``code`` on success is unknown, clients test ``result``."""
    return {
        "result": 1,
        "code": "1",
        "msg": "success",
        "error_msg": "SUCCESS",
        "sub_code": "",
        "sub_msg": "",
        "request_id": request_id(),
        **payload,
    }


def request_id() -> str:
    """18 digits, new for every answer."""
    return str(randrange(10**17, 10**18))


def invalid(name: str, **extra: Any) -> Refused:
    """A business parameter is missing or out of its bounds."""
    return Refused(INVALID, f"{name}无效", **extra)


def rejected(text: str) -> Refused:
    """The generic business refusal with its sentence."""
    return Refused(BUSY, text)


def blocked(text: str) -> Refused:
    """A delivery rule forbids this parcel number."""
    return Refused(DELIVERY, text)


def malformed(text: str) -> Refused:
    """The call is not well-formed; the number is ours."""
    return Refused(10, text, REQUEST)


def unknown_app() -> Refused:
    """The number is ours."""
    return Refused(23, "appkey不存在", AUTH)


def wrong_method(text: str) -> Refused:
    """Unknown method, or one that is not the path's; the number is ours."""
    return Refused(14, text, REQUEST)


def wrong_sign() -> Refused:
    """The number is a public SDK's."""
    return Refused(27, "签名校验失败", AUTH)


def wrong_timestamp() -> Refused:
    """The number is ours."""
    return Refused(29, "timestamp已失效", AUTH)


def unknown_token(text: str = "鉴权失败") -> Refused:
    """A token that was never given out, or none; a public SDK classes 22 with the authorisation faults."""
    return Refused(22, text, AUTH)


def expired_token() -> Refused:
    """Documented and recorded."""
    return Refused(28, "TOKEN过期", AUTH)


def revoked_token() -> Refused:
    """The shop cancelled the grant, or a test grant is over ten days old."""
    return Refused(24, "AUTHORIZATION_REVOKED", AUTH)


def wrong_grant() -> Refused:
    """A client_credentials token used where the shop must have agreed."""
    return Refused(26, "主账号不存在", AUTH)


def missing_scope() -> Refused:
    """The number is ours, the text documented."""
    return Refused(25, "token中无scope权限", AUTH)


def too_fast(method: str, app_key: str, limit: float) -> Refused:
    """Calls a second; the text is documented."""
    return Refused(1016, f"Exceed qps limit, KEY [apiId:{method};appkey:{app_key}], MAX_QPS [{limit:.1f}]", LIMIT)


def shop_quota(method: str, seller_id: int) -> Refused:
    """The shop's share of this API is used up for today."""
    return Refused(1017, f"exceed quota limit,[apiId:{method};primaryUserId:{seller_id}]", LIMIT)


def app_quota() -> Refused:
    """The application's calls of today are used up."""
    return Refused(1017, "APP已达到当天调用额度限制", LIMIT, sub_code="802006")
