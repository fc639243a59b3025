"""Youzan's envelopes in their order, and which code is which kind of trouble."""

import msgspec
import pytest
from youzan_samples import answer, failure, gateway_error, success

from console.core.errors import Busy, Refused, SignInNeeded, Trouble, Unreadable
from console.platforms.youzan.errors import Throttled, TokenRefused, token_trouble, unwrap


def _payload(body: object) -> object:
    return msgspec.json.decode(unwrap(answer(body)))


@pytest.mark.parametrize("data", [{"a": 1}, [1, 2], True, "done", None, 0])
def test_data_may_be_anything(data: object) -> None:
    assert msgspec.json.decode(unwrap(success(data))) == data


def test_a_numeric_text_is_a_success_code_too() -> None:
    assert _payload({"code": "200", "success": True, "data": {"total": 1}, "total": 3}) == {"total": 1}


def test_the_legacy_envelope() -> None:
    assert _payload({"response": {"is_success": True}}) == {"is_success": True}
    with pytest.raises(Refused, match="订单不存在") as caught:
        unwrap(answer({"error_response": {"code": 50000, "msg": "订单不存在"}}))
    assert caught.value.code == "youzan.50000"
    with pytest.raises(Refused, match="older words"):
        unwrap(answer({"error_response": {"code": "50000", "message": "older words"}}))


def test_the_gateway_speaks_first() -> None:
    body = {"gw_err_resp": {"err_code": 4204, "err_msg": "无权限访问", "trace_id": "yz7-9"}, "code": 200, "data": {}}
    with pytest.raises(Refused) as caught:
        unwrap(answer(body))
    assert (caught.value.code, caught.value.detail, caught.value.trace_id) == ("youzan.4204", "无权限访问", "yz7-9")


@pytest.mark.parametrize("body", [{"is_success": False}, {"isSuccess": False}, {"is_success": "false"}])
def test_a_success_that_did_nothing_is_a_refusal(body: object) -> None:
    with pytest.raises(Refused) as caught:
        unwrap(success(body))
    assert caught.value.code == "youzan.not_done"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>502</html>",
        b'{"code":200,"success":true,"da',
        b"[1, 2]",
        b'{"result":1,"orders":[]}',
        b'{"gw_err_resp":"no"}',
        b'{"code":200,"success":true}',
        b'{"code":200,"success":"perhaps","data":{}}',
        pytest.param(b'{"code":200,"success":true,"data":' + b"[" * 100_000, id="bottomless"),
    ],
)
def test_what_is_no_envelope_is_unreadable(content: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        unwrap(answer(content))
    assert caught.value.code == "youzan.unreadable"


@pytest.mark.parametrize("status", [301, 400, 404])
def test_another_status_is_not_read_as_an_answer(status: int) -> None:
    with pytest.raises(Unreadable) as caught:
        unwrap(answer({"code": 200, "success": True, "data": {}}, status=status))
    assert caught.value.code == "youzan.http"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (4001, Refused),
        (4004, Refused),
        (4005, Refused),
        (4007, Refused),
        (4010, Refused),
        (4101, Throttled),
        (4201, TokenRefused),
        (4202, TokenRefused),
        (4203, TokenRefused),
        (4204, Refused),
        (5001, Refused),
        (5002, Refused),
        (5003, Busy),
    ],
)
def test_gateway_codes(code: int, kind: type[Trouble]) -> None:
    with pytest.raises(kind) as caught:
        unwrap(gateway_error(code, "words"))
    assert type(caught.value) is kind
    assert caught.value.code == f"youzan.{code}"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (500100004, Throttled),
        (123000042, Throttled),
        ("141500203", Throttled),
        (106000001, Busy),
        (106100118, Busy),
        (-100, Busy),
        (102510001, Busy),
        (40010, TokenRefused),
        (5000, Refused),
        (122001001, Refused),
        (102570020, Refused),
        (103010039, Refused),
    ],
)
def test_business_codes(code: int | str, kind: type[Trouble]) -> None:
    with pytest.raises(kind) as caught:
        unwrap(failure(code))
    assert type(caught.value) is kind
    assert caught.value.code == f"youzan.{code}"


def test_the_bare_throttle_shape() -> None:
    with pytest.raises(Throttled, match="请求被限流"):
        unwrap(answer({"msg": "请求被限流", "code": 500100004}))


def test_a_wait_the_platform_asks_for_is_kept() -> None:
    told = answer({"gw_err_resp": {"err_code": 4101, "err_msg": "访问频繁"}}, wait_s=2)
    with pytest.raises(Throttled) as caught:
        unwrap(told)
    assert caught.value.wait_s == 2


def test_an_address_that_is_not_listed_has_its_own_words() -> None:
    with pytest.raises(Refused) as caught:
        unwrap(gateway_error(4007, "源IP地址 203.0.113.9 非法调用有赞云"))
    assert caught.value.code == "youzan.ip_not_listed"


@pytest.mark.parametrize("code", ["4101", "106000001", "-100"])
def test_a_token_server_in_trouble_does_not_look_like_signed_out(code: str) -> None:
    trouble = token_trouble(code, "", "")
    assert isinstance(trouble, Busy)
    assert not isinstance(trouble, SignInNeeded)


def test_long_words_are_cut() -> None:
    with pytest.raises(Refused) as caught:
        unwrap(failure(50000, "很" * 5000))
    assert len(caught.value.detail) == 200
