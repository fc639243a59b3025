"""The gateway: signatures, the order and shape of refusals, tolerance of SDKs' habits, faults."""

import hashlib
import json
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from ks_shop import SIGN_SECRET, KsShop

from console.sandbox.clock import DAY, HOUR, MINUTE
from console.sandbox.kuaishou.sign import sign, string_to_sign, verified

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "kuaishou_sign.json").read_text())["vectors"]


@pytest.fixture
def shop() -> KsShop:
    return KsShop(10, 40)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_every_vector_is_verified_and_a_bent_one_is_not(vector: dict[str, Any]) -> None:
    fields, secret = vector["params"], vector["sign_secret"]
    assert string_to_sign(fields, secret) == vector["string_to_sign"]
    assert sign(fields, secret) == vector["expected_sign"]
    signed = fields | {"sign": vector["expected_sign"]}
    assert verified(signed, secret)
    assert verified(signed | {"nonce": "1"}, secret)  # further fields are not signed
    assert not verified(signed, secret + "x")
    assert not verified(signed | {"timestamp": fields["timestamp"] + "0"}, secret)


def test_vectors_are_all_there() -> None:
    assert len(VECTORS) == 23


@pytest.mark.parametrize("verb", ["GET", "POST"])
@pytest.mark.parametrize("method", ["MD5", "HMAC_SHA256"])
async def test_both_verbs_and_both_recipes_pass(shop: KsShop, verb: str, method: str) -> None:
    fields = shop.fields("open.user.seller.get", signMethod=method)
    body = await shop.send(fields, verb=verb)
    assert body["result"] == 1
    assert body["data"]["sellerId"] == shop.world.ks_seller_id
    assert body["data"]["openId"] == shop.world.ks_open_id
    assert body["request_id"]


@pytest.mark.parametrize("param", [None, "", "{}", "[]", "{\n\t}"])
async def test_no_business_parameters_in_any_form(shop: KsShop, param: str | None) -> None:
    body = await shop.send(shop.fields("open.shop.info.get", param=param))
    assert body["data"]["shopName"] == shop.world.shop_name


async def test_system_fields_in_the_query_and_param_in_the_form(shop: KsShop) -> None:
    fields = shop.fields("open.item.get", {"kwaiItemId": shop.item().ks_item_id})
    param = fields.pop("param")
    response = await shop.http.post("/open/item/get", params=fields, data={"param": param})
    assert response.json()["data"]["itemId"] == shop.item().ks_item_id


async def test_upload_is_multipart_with_an_unsigned_file(shop: KsShop) -> None:
    fields = shop.fields("open.item.image.upload", {"uploadType": 1})
    png = b"\x89PNG\r\n\x1a\n" + bytes(100)
    response = await shop.http.post("/open/item/image/upload", data=fields, files={"imgBytes": ("a.png", png)})
    url = response.json()["data"]["kwaiImgUrl"]
    assert (await shop.http.get(url)).content == png


def _wrong_recipes(fields: dict[str, str]) -> dict[str, str]:
    text = "&".join(f"{name}={fields[name]}" for name in sorted(fields))
    good = hashlib.md5(f"{text}&signSecret={SIGN_SECRET}".encode()).hexdigest()
    return {
        "secret around": hashlib.md5(f"{SIGN_SECRET}{text}{SIGN_SECRET}".encode()).hexdigest().upper(),
        "secret bare": hashlib.md5(f"{text}{SIGN_SECRET}".encode()).hexdigest(),
        "no secret": hashlib.md5(text.encode()).hexdigest(),
        "upper case": good.upper(),
        "no joint": hashlib.md5(f"{text.replace('&', '')}signSecret={SIGN_SECRET}".encode()).hexdigest(),
        "none": "",
    }


@pytest.mark.parametrize("recipe", list(_wrong_recipes({})))
async def test_wrong_recipes_are_refused(shop: KsShop, recipe: str) -> None:
    fields = shop.fields("open.shop.info.get", signMethod="MD5", sign=None)
    fields["sign"] = _wrong_recipes(fields)[recipe]
    body = await shop.send(fields)
    expected = {"result": 27, "code": "803000", "msg": "鉴权失败", "error_msg": "签名校验失败"}
    assert body.items() >= (expected | {"sub_code": "27", "sub_msg": "签名校验失败"}).items()


async def test_hyphen_and_hexadecimal_hmac_are_refused(shop: KsShop) -> None:
    hyphen = shop.fields("open.shop.info.get", signMethod="HMAC-SHA256")
    assert (await shop.send(hyphen))["result"] == 27
    good = shop.fields("open.shop.info.get")
    assert (await shop.send(good | {"sign": good["sign"].encode().hex()}))["result"] == 27
    assert (await shop.send(good | {"param": "{ }"}))["result"] == 27  # signed byte for byte


async def test_checks_come_in_order(shop: KsShop) -> None:
    method = "open.shop.info.get"
    wrong: dict[str, str] = {"appkey": "ks0", "sign": "x", "timestamp": "1", "access_token": "no"}
    fields = shop.fields(method) | wrong
    assert (await shop.send(fields, path="/open/item/get"))["result"] == 23
    fields["appkey"] = shop.fields(method)["appkey"]
    assert (await shop.send(fields, path="/open/item/get"))["result"] == 14
    assert (await shop.send(fields))["result"] == 27
    assert (await shop.send(shop.fields(method, timestamp="1", access_token="no")))["result"] == 29
    assert (await shop.send(shop.fields(method, access_token="no")))["result"] == 22


async def test_unknown_methods_and_other_cases_are_refused(shop: KsShop) -> None:
    assert (await shop.send(shop.fields("open.item.add")))["error_msg"] == "method不存在"
    fields = shop.fields("open.refund.submit.returnInfo", {"refundId": 1})
    assert (await shop.send(fields, path="/open/refund/submit/returninfo"))["result"] == 14
    assert (await shop.send(fields))["result"] == 300011


@pytest.mark.parametrize("off", [-11 * MINUTE, 11 * MINUTE])
async def test_timestamps_ten_minutes_off_are_refused(shop: KsShop, off: int) -> None:
    body = await shop.send(shop.fields("open.shop.info.get", timestamp=str(shop.now + off)))
    assert (body["result"], body["code"]) == (29, "803000")
    near = shop.fields("open.shop.info.get", timestamp=str(shop.now + off * 9 // 11))
    assert (await shop.send(near))["result"] == 1


async def test_seconds_are_no_timestamp(shop: KsShop) -> None:
    assert (await shop.send(shop.fields("open.shop.info.get", timestamp=str(shop.now // 1000))))["result"] == 29


async def test_an_expired_token_is_refused_as_recorded(shop: KsShop) -> None:
    shop.ctx.clock.advance(48 * 3600 + 1)
    body = await shop.call("open.shop.info.get")
    del body["request_id"]
    assert body == {
        "result": 28,
        "code": "803000",
        "msg": "鉴权失败",
        "error_msg": "TOKEN过期",
        "sub_code": "28",
        "sub_msg": "TOKEN过期",
    }


async def test_a_blank_or_absent_token_is_refused_after_the_signature(shop: KsShop) -> None:
    assert (await shop.send(shop.fields("open.shop.info.get", access_token="")))["result"] == 22
    assert (await shop.send(shop.fields("open.shop.info.get", access_token=None)))["result"] == 22


async def test_param_must_be_an_object(shop: KsShop) -> None:
    for text in ("{", "[1]", "7", '"x"'):
        assert (await shop.send(shop.fields("open.shop.info.get", text)))["result"] == 10


async def test_strict_mode_wants_the_documented_verb() -> None:
    shop = KsShop(5, 5, strict=True)
    fields = shop.fields("open.shop.info.get")
    assert (await shop.send(fields, verb="POST"))["result"] == 10
    assert (await shop.send(fields, verb="GET"))["result"] == 1


@pytest.mark.parametrize(
    ("fault", "result", "text"),
    [
        ("throttle", 1016, "Exceed qps limit, KEY [apiId:open.shop.info.get;appkey:"),
        ("throttle_no_wait", 1016, "Exceed qps limit"),
        ("token_expired", 28, "TOKEN过期"),
        ("token_revoked", 24, "AUTHORIZATION_REVOKED"),
        ("clock_skew", 29, "timestamp已失效"),
    ],
)
async def test_faults_refuse_one_call_and_nothing_more(shop: KsShop, fault: str, result: int, text: str) -> None:
    shop.ctx.faults.turn([fault], times=1)
    response = await shop.answer(shop.fields("open.shop.info.get"))
    body = response.json()
    assert body["result"] == result
    assert body["error_msg"].startswith(text)
    assert ("retry-after" in response.headers) == (fault == "throttle")
    if fault == "clock_skew":
        assert parsedate_to_datetime(response.headers["date"]).timestamp() * 1000 == shop.now + 15 * MINUTE
    assert (await shop.call("open.shop.info.get"))["result"] == 1


async def test_a_wrong_envelope_does_no_work(shop: KsShop) -> None:
    order = shop.order(10)
    shop.ctx.faults.turn(["wrong_envelope"], times=1)
    body = await shop.call("open.seller.order.close", orderId=order.oid)
    assert "result" not in body
    assert order.status == 10
    assert not shop.world.writes


async def test_quotas_hold_per_second_and_per_day(shop: KsShop) -> None:
    shop_data = {"batchDecryptList": [{"encryptedData": "~", "bizId": "1"}]}
    answers = [(await shop.call("open.order.decrypt.batch", **shop_data))["result"] for _ in range(101)]
    assert answers == [1] * 100 + [1016]
    shop.ctx.clock.advance(1)
    assert (await shop.call("open.order.decrypt.batch", **shop_data))["result"] == 1


async def test_the_next_day_has_a_new_quota() -> None:
    shop = KsShop(5, 5)
    quotas = shop.ctx.kept["kuaishou"].quotas  # type: ignore[attr-defined]
    now = shop.now
    assert [quotas.take("few", 2, now) for _ in range(3)] == [True, True, False]
    assert not quotas.take("few", 2, now + HOUR)
    assert quotas.take("few", 2, now + DAY)
