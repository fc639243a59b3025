"""The ads platform's envelope. Recorded refusals come with HTTP 200, an empty ``data`` and ``"status": 200``.

Numbers and texts marked "ours" are nowhere documented; clients go by the words.
"""

from typing import Any
from uuid import uuid4

Json = dict[str, Any]


class Refused(Exception):
    """A call that is answered with a failure envelope."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(f"{code} {text}")
        self.code = code
        self.text = text

    def envelope(self) -> Json:
        return {"code": self.code, "data": {}, "message": self.text, "status": 200, "request_id": uuid4().hex}


def answer(data: Json) -> Json:
    """The envelope of a success."""
    return {"code": 0, "message": "OK", "data": data, "request_id": uuid4().hex}


def bad_account() -> Refused:
    """Recorded."""
    return Refused(401001, "advertiser_id或agent_id格式错误")


def no_token() -> Refused:
    """Recorded."""
    return Refused(402003, "access token为空")


def bad_token() -> Refused:
    """The number is documented by an SDK, the text is ours."""
    return Refused(402005, "access token错误或已过期")


def no_scope() -> Refused:
    """Ours."""
    return Refused(402010, "应用没有该接口的权限")


def not_granted() -> Refused:
    """Ours: an account that did not agree."""
    return Refused(402011, "该广告主未授权")


def too_fast() -> Refused:
    """Ours."""
    return Refused(403001, "请求过于频繁，请稍后再试")


def invalid(name: str) -> Refused:
    """Ours: a field is missing or out of its bounds."""
    return Refused(401002, f"{name}参数错误")


def bad_keys() -> Refused:
    """Ours."""
    return Refused(402001, "app_id或secret错误")


def bad_code() -> Refused:
    """Ours."""
    return Refused(402006, "auth_code无效或已过期")


def bad_refresh() -> Refused:
    """Ours."""
    return Refused(402007, "refresh_token无效或已过期")
