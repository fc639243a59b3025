"""Each refusal the sheet tells of, as one of the five kinds."""

import pytest
from kuaishou_samples import NOW, answer

from console.core.errors import Busy, Refused, SignInNeeded, Trouble
from console.platforms.kuaishou.errors import Refusal, trouble_of
from console.platforms.kuaishou.wire import Envelope, TokenAnswer, read

UNTIL_MIDNIGHT_S = 14 * 3600.0  # NOW is ten in the morning, shop time


def body(result: int, text: str, code: str = "", sub_code: str = "") -> dict[str, object]:
    return {"result": result, "code": code, "error_msg": text, "sub_code": sub_code, "sub_msg": text, "requestId": "9"}


TABLE = [
    (body(28, "TOKEN过期", "803000", "28"), Busy, "kuaishou.28", None),
    (body(24, "AUTHORIZATION_REVOKED"), SignInNeeded, "kuaishou.24", None),
    (body(26, "主账号不存在"), SignInNeeded, "kuaishou.26", None),
    (body(22, "鉴权失败", "803000", "22"), SignInNeeded, "kuaishou.22", None),
    (body(999, "鉴权失败", "803000"), SignInNeeded, "kuaishou.999", None),
    (body(25, "token中无scope权限", "803000", "25"), Refused, "kuaishou.scope", None),
    (body(27, "签名校验失败", "803000", "27"), Refused, "kuaishou.27", None),
    (body(998, "验签失败", "803000"), Refused, "kuaishou.27", None),
    (body(29, "timestamp已失效", "803000", "29"), Refused, "kuaishou.timestamp", None),
    (body(30, "时间戳错误", "801000", "30"), Refused, "kuaishou.timestamp", None),
    (body(15, "?"), Busy, "kuaishou.15", None),
    (body(1016, "Exceed qps limit, KEY [x], MAX_QPS [300.0]", "802000", "1016"), Busy, "kuaishou.1016", None),
    (body(7, "Exceed qps limit, KEY [x], MAX_QPS [300.0]"), Busy, "kuaishou.7", None),
    (body(7, "slow down", "802000"), Busy, "kuaishou.7", None),
    (body(1017, "exceed quota limit,[x]", "802000", "1017"), Busy, "kuaishou.1017", UNTIL_MIDNIGHT_S),
    (body(1017, "APP已达到当天调用额度限制", "802000", "802006"), Busy, "kuaishou.802006", UNTIL_MIDNIGHT_S),
    (body(7, "?", "802006"), Busy, "kuaishou.802006", UNTIL_MIDNIGHT_S),
    (body(7, "Exceed quota limit, KEY [appkey:x]", "802000"), Busy, "kuaishou.7", UNTIL_MIDNIGHT_S),
    (body(2001, "endTime无效", "807000", "2001"), Refused, "kuaishou.2001", None),
    (body(21, "order operation reject", "807000", "21"), Refused, "kuaishou.21", None),
    (body(11, "快递公司不存在"), Refused, "kuaishou.11", None),
    (body(300014, "售后单已变更"), Refused, "kuaishou.300014", None),
]


@pytest.mark.parametrize(
    ("said", "kind", "code", "wait_s"), TABLE, ids=[f"{row[0]['result']}-{row[2]}" for row in TABLE]
)
def test_refusals_of_the_gateway(said: dict[str, object], kind: type[Trouble], code: str, wait_s: float | None) -> None:
    refusal = Refusal.of(read(answer(said).content, Envelope))
    trouble = trouble_of(refusal, now=NOW)
    assert type(trouble) is kind
    assert (trouble.code, trouble.wait_s, trouble.trace_id) == (code, wait_s, "9")
    assert trouble.detail == said["error_msg"]


@pytest.mark.parametrize(
    ("result", "error", "text", "kind"),
    [
        (100200100, "invalid_request", "", Refused),
        (100200101, "unauthorized_client", "", Refused),
        (100200102, "access_denied", "refreshToken.discarded", SignInNeeded),
        (100200102, "access_denied", "refreshToken.revokedAuthorization", SignInNeeded),
        (100200104, "unsupported_grant_type", "", Refused),
        (100200105, "invalid_grant", "", SignInNeeded),
        (100200106, "invalid_scope", "", Refused),
        (100200500, "server_error", "", Busy),
    ],
)
def test_refusals_of_the_token_endpoints(result: int, error: str, text: str, kind: type[Trouble]) -> None:
    said = read(answer({"result": result, "error": error, "error_msg": text}).content, TokenAnswer)
    trouble = trouble_of(Refusal.of_token(said), now=NOW)
    assert type(trouble) is kind
    assert error in trouble.detail


def test_a_throttle_may_say_how_long_and_was_not_carried_out() -> None:
    trouble = trouble_of(Refusal(result="1016"), now=NOW, wait_s=3)
    assert (trouble.wait_s, trouble.sent) == (3, False)


def test_a_refusal_that_repeats_a_secret_is_cut() -> None:
    trouble = trouble_of(Refusal(result="2001", text="bad access_token=s3cr3t " + "x" * 999), now=NOW)
    assert "s3cr3t" not in f"{trouble!r}"
    assert len(trouble.detail) <= 200
