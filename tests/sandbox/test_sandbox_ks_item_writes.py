"""Writes on items: new and edit with their review, shelf, deletion, price and stock."""

from typing import Any

import pytest
from ks_shop import BASE, KsShop

from console.sandbox.state import Product


@pytest.fixture
def shop() -> KsShop:
    return KsShop(40, 20)


def _ids(rows: list[dict[str, Any]]) -> list[int]:
    return [row["kwaiItemId"] for row in rows]


def _new(**changes: Any) -> dict[str, Any]:
    def sku(number: int, colour: str) -> dict[str, Any]:
        prop = {"propName": "颜色", "propValueName": colour, "isMainProp": 1, "propVersion": 1}
        return {
            "relSkuId": number,
            "skuStock": 5,
            "skuSalePrice": 3990,
            "skuNick": f"N-{number}",
            "skuProps": [{**prop, "imageUrl": f"{BASE}/picture/1.png"}],
        }

    return {
        "title": "夏季短袖T恤 纯棉宽松",
        "relItemId": 1001,
        "categoryId": 1366,
        "imageUrls": [f"{BASE}/picture/1.png"],
        "details": "实物拍摄",
        "detailImageUrls": [f"{BASE}/picture/2.png"],
        "skuList": [sku(1, "白"), sku(2, "黑")],
        "serviceRule": {"refundRule": "1", "promiseDeliveryTime": 172800, "servicePromise": {}},
        "expressTemplateId": 1001,
    } | changes


async def test_a_new_item_waits_for_review_and_passes(shop: KsShop) -> None:
    made = await shop.data("open.item.new", **_new())
    assert [row["relSkuId"] for row in made["skuIdMapping"]] == [1, 2]
    detail = await shop.data("open.item.get", kwaiItemId=made["kwaiItemId"])
    assert (detail["auditStatus"], detail["relItemId"]) == (0, 1001)
    assert detail["serviceRule"]["promiseDeliveryTime"] == 172800
    assert (await shop.refused("open.item.new", **_new()))[0] == 21  # relItemId was used
    assert (await shop.refused("open.item.edit", itemId=made["kwaiItemId"], title="别的标题"))[0] == 21
    shop.ctx.clock.advance(61)
    assert (await shop.data("open.item.get", kwaiItemId=made["kwaiItemId"]))["auditStatus"] == 2
    assert made["kwaiItemId"] in _ids((await shop.data("open.item.list.get"))["items"])


def _twice() -> list[dict[str, Any]]:
    return [_new()["skuList"][0]] * 2


@pytest.mark.parametrize(
    "change",
    [
        {"title": ""},
        {"categoryId": 1107},
        {"imageUrls": ["https://elsewhere.example/a.png"]},
        {"imageUrls": []},
        {"details": "长" * 1001},
        {"skuList": []},
        {"skuList": _twice()},
        {"expressTemplateId": 5},
        {"serviceRule": {"refundRule": "1", "promiseDeliveryTime": 172800, "deliverGoodsInteralTime": 5}},
        {"serviceRule": {"refundRule": "1"}},
        {"serviceRule": {"refundRule": "99", "promiseDeliveryTime": 172800}},
        {"shortTitle": "短"},
        {"purchaseLimit": True},
        {"payWay": 1},
        {"itemPropValues": [{"propId": 102}, {"propId": 102}]},
    ],
)
async def test_bad_items_are_refused_and_leave_nothing(shop: KsShop, change: dict[str, Any]) -> None:
    before = len(shop.world.products)
    assert (await shop.refused("open.item.new", **_new(**change)))[0] in (21, 2001)
    assert len(shop.world.products) == before
    assert not shop.world.writes
    assert (await shop.call("open.item.new", **_new()))["result"] == 1  # it was that change alone


def _passed(shop: KsShop) -> Product:
    item = shop.item()
    assert item.audit == 2
    return item


async def test_a_live_items_copy_is_reviewed_before_it_shows(shop: KsShop) -> None:
    item = _passed(shop)
    old = item.title
    await shop.data("open.item.edit", itemId=item.ks_item_id, title="新的标题 加长版")
    during = await shop.data("open.item.get", kwaiItemId=item.ks_item_id)
    assert (during["title"], during["auditStatus"], during["duplicationStatus"]) == (old, 2, 0)
    shop.ctx.clock.advance(61)
    after = await shop.data("open.item.get", kwaiItemId=item.ks_item_id)
    assert (after["title"], after["duplicationStatus"]) == ("新的标题 加长版", 2)


async def test_an_item_sent_back_is_handed_in_again(shop: KsShop) -> None:
    item = _passed(shop)
    item.audit, item.audit_reason = 1, "标题夸大"
    await shop.data("open.item.edit", itemId=item.ks_item_id, title="老实的标题")
    assert (item.audit, item.title) == (0, "老实的标题")
    shop.ctx.clock.advance(61)
    assert (await shop.data("open.item.get", kwaiItemId=item.ks_item_id))["auditStatus"] == 2


async def test_edits_change_skus_together_or_not_at_all(shop: KsShop) -> None:
    item = _passed(shop)
    sku = item.skus[0]
    price, stock = sku.ks_price, sku.ks_stock
    good = {"skuId": sku.ks_sku_id, "skuSalePrice": price + 100, "skuStockChangeType": 3, "skuChangeStock": 70}
    bad = {"skuId": 1, "skuSalePrice": 1}
    assert (await shop.refused("open.item.edit", itemId=item.ks_item_id, skuList=[good, bad]))[0] == 21
    assert (sku.ks_price, sku.ks_stock) == (price, stock)
    await shop.data("open.item.edit", itemId=item.ks_item_id, skuList=[good])
    assert (sku.ks_price, sku.ks_stock, item.title) == (price + 100, 70, item.title)
    assert (await shop.refused("open.item.autopass.edit", itemId=item.ks_item_id, skuList=[good]))[0] == 2001
    add = good | {"skuStockChangeType": 1, "skuChangeStock": 5}
    await shop.data("open.item.autopass.edit", itemId=item.ks_item_id, skuList=[add])
    assert sku.ks_stock == 75


async def test_flagged_parts_change_only_with_their_flag(shop: KsShop) -> None:
    item = _passed(shop)
    pictures = [f"{BASE}/picture/77.png"]
    await shop.data("open.item.edit", itemId=item.ks_item_id, detailImageUrls=pictures)
    assert (await shop.data("open.item.get", kwaiItemId=item.ks_item_id))["detailImageUrls"] != pictures
    await shop.data("open.item.edit", itemId=item.ks_item_id, detailImageUrls=pictures, updateDetailImageUrls=True)
    assert (await shop.data("open.item.get", kwaiItemId=item.ks_item_id))["detailImageUrls"] == pictures


async def test_stock_is_relative_and_keeps_what_is_reserved(shop: KsShop) -> None:
    item = shop.item()
    sku = item.skus[0]
    sku.ks_stock, sku.reserved = 10, 3
    ask = {"kwaiItemId": item.ks_item_id, "skuId": sku.ks_sku_id}
    stamp = sku.ks_updated

    async def change(kind: int, number: int) -> dict[str, Any]:
        return await shop.call("open.item.sku.stock.update", **ask, changeType=kind, skuChangeStock=number)

    assert (await change(1, 5))["result"] == 1
    assert (sku.ks_stock, sku.ks_updated > stamp) == (15, True)
    assert (await change(2, 12))["result"] == 1
    refused = await change(2, 1)
    assert (refused["result"], refused["error_msg"]) == (21, "当前库存不足，请减少预留数量")
    assert (await change(1, 9_999_999))["result"] == 21
    assert (await change(3, 5))["result"] == 2001
    assert (await change(1, 0))["result"] == 2001
    assert sku.ks_stock == 3
    assert [w["object_id"] for w in shop.world.writes] == [str(sku.ks_sku_id)] * 2


async def test_price_shelf_and_deletion(shop: KsShop) -> None:
    item = shop.item()
    sku = item.skus[0]
    price = {"itemId": item.ks_item_id, "skuId": sku.ks_sku_id}
    assert (await shop.refused("open.item.sku.price.update", **price, price=0))[0] == 2001
    await shop.data("open.item.sku.price.update", **price, price=12_345)
    assert sku.ks_price == 12_345
    assert (await shop.refused("open.item.delete", kwaiItemId=item.ks_item_id))[0] == 21
    await shop.data("open.item.shelf.status.update", kwaiItemId=item.ks_item_id, shelfStatus=0)
    item.audit = 3
    assert (await shop.refused("open.item.shelf.status.update", kwaiItemId=item.ks_item_id, shelfStatus=1))[0] == 21
    await shop.data("open.item.delete", kwaiItemId=item.ks_item_id)
    assert (await shop.refused("open.item.get", kwaiItemId=item.ks_item_id))[0] == 21
    assert item.ks_item_id not in _ids((await shop.data("open.item.list.get"))["items"])
    assert (await shop.data("open.item.deleted.get", itemId=item.ks_item_id))["itemStatus"] == 2
    shop.ctx.clock.advance(8 * 86_400)
    shop.token = (await _refreshed(shop))["access_token"]
    assert (await shop.refused("open.item.deleted.get", itemId=item.ks_item_id))[0] == 21


async def _refreshed(shop: KsShop) -> dict[str, Any]:
    keys = shop.ctx.kuaishou
    form = {"app_id": keys.app_key, "app_secret": keys.app_secret, "refresh_token": shop.refresh_token}
    answer = await shop.http.post("/oauth2/refresh_token", data=form | {"grant_type": "refresh_token"})
    body: dict[str, Any] = answer.json()
    return body
