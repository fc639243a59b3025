import json
from pathlib import Path

import pytest
from yz_shop import CLIENT_ID, CLIENT_SECRET, Shop

from console.sandbox.youzan.digest import search_digest
from console.sandbox.youzan.secrets import Cipher, NotOurs, is_encrypted, key_query_sign, masked

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "youzan_secret.json").read_text())
KEYS = {key["kdt_id"]: key["secretKey"] for key in VECTORS["keys"]}


@pytest.mark.parametrize("case", VECTORS["encrypt"], ids=lambda case: case["plain"])
def test_cipher_texts(case: dict) -> None:
    cipher = Cipher(KEYS[VECTORS["kdt_id"]])
    assert cipher.encrypt(case["plain"]) == case["cipher"]
    assert cipher.decrypt(case["cipher"]) == case["back"]
    assert is_encrypted(case["cipher"]) is case["is_encrypt"]
    assert cipher.encrypt(case["cipher"]) == case["cipher"]


def test_another_shop_cannot_decrypt() -> None:
    case = VECTORS["wrong_shop_decrypt"]
    with pytest.raises(NotOurs):
        Cipher(KEYS[case["kdt_id"]]).decrypt(case["cipher"])


@pytest.mark.parametrize("case", VECTORS["mask"], ids=lambda case: case["type"] + case["plain"])
def test_masks(case: dict) -> None:
    assert masked(case["plain"], case["type"]) == case["masked"]


@pytest.mark.parametrize("case", VECTORS["is_encrypt"], ids=lambda case: case["value"])
def test_is_encrypted(case: dict) -> None:
    assert is_encrypted(case["value"]) is case["is_encrypt"]


@pytest.mark.parametrize("case", VECTORS["search_digest"], ids=lambda case: case["plain"])
def test_search_digest(case: dict) -> None:
    assert search_digest(case["plain"], KEYS[0]) == case["digest"]


@pytest.mark.parametrize("case", VECTORS["key_query"]["requests"], ids=lambda case: str(case["kdt_id"]))
def test_key_query_sign(case: dict) -> None:
    kdt_id = str(case["kdt_id"] or "")
    sign = key_query_sign(VECTORS["client_id"], VECTORS["client_secret"], kdt_id, case["timestamp"])
    assert sign == case["sign"]


async def test_what_trades_print_is_opened_online_and_with_the_queried_key() -> None:
    shop = Shop()
    trade = await shop.data("trade.get", "4.0.2", {"tid": "E20260121103000000000001"})
    name = trade["full_order_info"]["address_info"]["receiver_name"]
    assert is_encrypted(name)
    assert await shop.data("cloud.secret.decrypt.single", "1.0.0", {"source": name}) == "张三丰"
    assert await shop.data("cloud.secret.decrypt.batch", "1.0.0", {"sources": [name]}) == {name: "张三丰"}
    mask = {"source": name, "type": "NAME"}
    assert await shop.data("cloud.secret.decryptmask.single", "1.0.0", mask) == "张**"
    assert await shop.data("cloud.secret.encrypt.single", "1.0.0", {"source": "张三丰"}) == name
    assert await shop.refusal("cloud.secret.decrypt.batch", "1.0.0", {"sources": [name, ""]}) == 10500
    stamp = "2026-01-22 10:00:00"
    ask = {"client_id": CLIENT_ID, "kdt_id": "160", "timestamp": stamp}
    ask["sign"] = key_query_sign(CLIENT_ID, CLIENT_SECRET, "160", stamp)
    path = "/api/auth_exempt/youzan.cloud.client.query.encryptconfig/1.0.0"
    told = (await shop.http.post(path, json=ask)).json()
    assert told["data"].keys() == VECTORS["key_query"]["response_shape"]["data"].keys()
    assert Cipher(told["data"]["secretKeyInfoList"][0]["secretKey"]).decrypt(name) == "张三丰"
    assert (await shop.http.post(path, json=ask | {"sign": "x"})).json()["success"] is False


async def test_a_cipher_text_of_another_shop_is_refused() -> None:
    cipher = Cipher.of_shop(CLIENT_ID, 161).encrypt("13800138000")
    assert await Shop().refusal("cloud.secret.decrypt.single", "1.0.0", {"source": cipher}) == 10501
