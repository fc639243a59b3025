"""What the gateway refuses, in its order, and every habit of an SDK that it must bear."""

import json

import pytest
from yz_shop import Shop

JSON = {"content-type": "application/json;charset=UTF-8"}
TID = "E20260121103000000000001"


async def refused(shop: Shop, method: str, path: str, **more: object) -> int:
    answer = await shop.http.request(method, path, **more)
    assert answer.status_code == 200
    told = answer.json()["gw_err_resp"]
    assert told.keys() == {"trace_id", "err_msg", "err_code"}
    assert told["trace_id"].startswith("yz7-")
    return told["err_code"]


@pytest.mark.parametrize(
    ("method", "path", "more", "code"),
    [
        ("POST", "/api/youzan.trade.get", {"json": {}}, 4001),
        ("POST", "/api/youzan.trade/3.0.0/get", {"json": {}}, 4001),
        ("POST", "/api/youzan.trade.gets/4.0.2", {"content": "x"}, 4005),
        ("POST", "/api/trade.get/4.0.2", {"json": {}}, 4005),
        ("POST", "/api/youzan.trade.get/9.9.9", {"json": {}}, 4005),
        ("POST", "/api/auth_exempt/youzan.trade.get/4.0.2", {"json": {}}, 4005),
        ("POST", "/api/_textarea_/youzan.trade.get/4.0.2", {"json": {}}, 4008),
        ("POST", "/api/youzan.trade.get/4.0.2", {"content": "x", "headers": {"content-type": "text/plain"}}, 4007),
        ("POST", "/api/youzan.trade.get/4.0.2", {"content": "x"}, 4007),
        ("PUT", "/api/youzan.trade.get/4.0.2", {"json": {}}, 4007),
        ("POST", "/api/youzan.trade.get/4.0.2", {"json": {"access_token": "in the body"}}, 4201),
        ("POST", "/api/youzan.trade.get/4.0.2", {"json": {}, "headers": {"authorization": "Bearer x"}}, 4201),
        ("POST", "/api/youzan.trade.get/4.0.2?access_token=nobodys", {"content": "{", "headers": JSON}, 4203),
        ("GET", "/api/youzan.trade.get/4.0.2", {}, 4201),
        ("POST", "/api/_textarea_/youzan.item.common.update/1.0.0", {"json": {}}, 4201),
    ],
)
async def test_the_order_of_refusals(method: str, path: str, more: dict, code: int) -> None:
    assert await refused(Shop(), method, path, **more) == code


async def test_torn_json_is_looked_at_after_the_token() -> None:
    shop = Shop()
    path = f"/api/youzan.trade.get/4.0.2?access_token={shop.token}"
    assert await refused(shop, "POST", path, content="{", headers=JSON) == 4004
    for torn in ("[1]", "[" * 100_000, b"\xff"):
        assert await refused(shop, "POST", path, content=torn, headers=JSON) == 4004


async def test_a_wrong_format_is_5001_and_a_business_refusal_has_its_envelope() -> None:
    shop = Shop()
    path = f"/api/youzan.trades.sold.get/4.0.4?access_token={shop.token}"
    dates = {"start_created": "2026-01-21", "end_created": "2026-01-22"}
    assert await refused(shop, "POST", path, json=dates) == 5001
    answer = await shop.call("trade.get", "4.0.2", {"tid": "E20260121103000000000009"})
    assert {key: answer[key] for key in ("code", "success", "data", "message", "request_id")} == {
        "code": 5000,
        "success": False,
        "data": None,
        "message": "trade not found",
        "request_id": None,
    }


async def test_the_habits_of_sdks() -> None:
    shop = Shop()
    path, token = "/api/youzan.trade.get/4.0.2", {"access_token": shop.token}

    async def chunks():
        yield b'{"tid": '
        yield f'"{TID}"}}'.encode()

    sent = [
        await shop.http.post(path, params=token, content=chunks(), headers=JSON),
        await shop.http.get(path, params=token | {"tid": TID}),
        await shop.http.post(path, params=token, data={"tid": TID}),
        await shop.http.post(path, params=token, data={"tid": TID}, files={"x": b"1"}),
        await shop.http.post(path, params=token, json={"tid": TID, "host": "leaked", "nobody": {"knows": 1}}),
    ]
    assert [answer.json()["data"]["full_order_info"]["order_info"]["tid"] for answer in sent] == [TID] * 5
    empty = await shop.http.post("/api/youzan.shop.get/3.0.0", params=token, content=b"", headers=JSON)
    assert empty.json()["data"]["type"] == "0"
    bare = await shop.http.post("/api/youzan.shop.get/3.0.0", params=token)
    assert bare.json()["success"]


async def test_objects_come_as_objects_or_as_texts_and_numbers_as_either() -> None:
    shop = Shop()
    request = {"item_id": "1001", "sku_id": 2001, "price": "9800"}
    for body in ({"request": request}, {"request": json.dumps(request)}):
        assert await shop.data("item.price.update", "1.0.0", body)
    assert await shop.refusal("item.price.update", "1.0.0", request) == 301000002
    user = {"account_type": 5, "account_id": "yz1"}
    for body in ({"params": {"user": user}}, {"params": json.dumps({"user": user})}, {"user": json.dumps(user)}):
        assert await shop.data("crm.customer.points.get", "1.0.0", body) == {"point": 50}
    answer = await shop.call("crm.customer.points.get", "1.0.0", {"user": {"account_type": 2, "account_id": 138}})
    assert answer["gw_err_resp"]["err_code"] == 5001


async def test_a_multipart_body_without_its_boundary_is_4004() -> None:
    shop = Shop()
    path = f"/api/youzan.shop.get/3.0.0?access_token={shop.token}"
    headers = {"content-type": "multipart/form-data"}
    assert await refused(shop, "POST", path, content="x", headers=headers) == 4004


async def test_an_upload_is_served_again() -> None:
    shop = Shop()
    picture = b"\x89PNG\r\n\x1a\n rest"
    path = "/api/youzan.materials.storage.platform.img.upload/3.0.0"
    files = {"image": ("a.png", picture, "image/png")}
    answer = await shop.http.post(path, params={"access_token": shop.token}, files=files)
    told = answer.json()["data"]
    assert told["kdt_id"] == 160
    assert (await shop.http.get(told["image_url"])).content == picture


@pytest.mark.parametrize(
    ("fault", "code", "wait"),
    [
        ("throttle", 4101, "1"),
        ("throttle_no_wait", 4101, None),
        ("token_expired", 4202, None),
        ("token_revoked", 4201, None),
    ],
)
async def test_faults_refuse_one_call_in_seven_without_doing_it(fault: str, code: int, wait: str | None) -> None:
    shop = Shop()
    shop.faults.turn([fault])
    params = {"access_token": shop.token}
    answers = [
        await shop.http.post(
            "/api/youzan.trade.memo.update/3.0.0", params=params, json={"tid": TID, "memo": str(number)}
        )
        for number in range(7)
    ]
    assert ["gw_err_resp" in answer.json() for answer in answers] == [False, False, True, False, False, False, False]
    assert answers[2].json()["gw_err_resp"]["err_code"] == code
    assert answers[2].headers.get("retry-after") == wait
    assert len(shop.world.writes) == 6


async def test_the_wrong_envelope_is_no_documented_one() -> None:
    shop = Shop()
    shop.faults.turn(["wrong_envelope"], times=1)
    answer = await shop.call("shop.get", "3.0.0")
    assert not {"gw_err_resp", "response", "error_response", "success", "code", "data"} & answer.keys()
    assert (await shop.call("shop.get", "3.0.0"))["success"]


async def test_a_write_is_logged_without_token() -> None:
    shop = Shop()
    await shop.call("trade.memo.update", "3.0.0", {"tid": TID, "memo": "好"})
    (entry,) = shop.world.writes
    assert (entry["platform"], entry["method"], entry["object_id"]) == ("youzan", "youzan.trade.memo.update", TID)
    assert entry["body"] == {"tid": TID, "memo": "好"}
    assert shop.token not in str(entry)
