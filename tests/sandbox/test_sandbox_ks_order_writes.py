"""Writes on orders: shipping whole and in parts, numbers, notes, closing, variants, addresses."""

from typing import Any

import pytest
from ks_shop import KsShop

from console.sandbox.state import Order


@pytest.fixture
def shop() -> KsShop:
    return KsShop(20, 200)


async def _ship(shop: KsShop, order: Order, number: str = "YT1234567890123", code: int = 6) -> dict[str, Any]:
    return await shop.call("open.seller.order.goods.deliver", orderId=order.oid, expressNo=number, expressCode=code)


async def test_shipping_changes_the_order_and_is_noted(shop: KsShop) -> None:
    order = shop.order(30)
    shop.ctx.clock.advance(5)
    assert (await _ship(shop, order))["result"] == 1
    row = await shop.data("open.order.detail", oid=order.oid)
    assert row["orderBaseInfo"]["status"] == 40
    assert row["orderBaseInfo"]["updateTime"] == row["orderBaseInfo"]["sendTime"] == shop.now
    assert row["orderLogisticsInfo"][0]["expressNo"] == "YT1234567890123"
    assert row["orderDeliveryInfo"]["deliveryNum"] == order.quantity
    written = shop.world.writes
    assert [(w["platform"], w["method"], w["object_id"]) for w in written] == [
        ("kuaishou", "open.seller.order.goods.deliver", str(order.oid))
    ]
    assert (await _ship(shop, order))["result"] == 1  # the same number again
    assert len(written) == 1
    assert (await _ship(shop, order, "YT1234567890124"))["result"] == 21


async def test_delivery_rules_block(shop: KsShop) -> None:
    order = shop.order(30)
    assert (await _ship(shop, order, code=777))["error_msg"] == "快递公司不存在"
    mismatch = await _ship(shop, order, "SF1234567890123", 9)
    assert (mismatch["result"], mismatch["error_msg"]) == (11, "运单号和物流公司不匹配")
    other = shop.order(40)
    taken = other.parcels[0]
    body = await _ship(shop, order, taken.waybill_no, taken.ks_carrier)
    assert body["error_msg"] == "同一个运单号对应收件地址超过1个"
    assert (await _ship(shop, order, " "))["result"] == 2001
    order.risk = True
    assert (await _ship(shop, order))["result"] == 21
    assert order.status == 30
    assert not shop.world.writes


async def test_no_shipping_while_an_after_sale_runs(shop: KsShop) -> None:
    order, _ = shop.refund(10, 10)
    assert (await _ship(shop, order))["result"] == 21


async def test_parts_go_out_one_by_one(shop: KsShop) -> None:
    order = shop.order(30)
    order.quantity = 3

    async def part(number: str, units: int) -> dict[str, Any]:
        goods = [{"oid": order.oid, "deliveryNum": units}]
        parcels = [{"expressNo": number, "expressCode": 6, "deliveryGoodsInfoList": goods}]
        return await shop.call("open.order.goods.split.deliver", mainOrderId=order.oid, deliveryItemInfoList=parcels)

    assert (await part("YT0000000000001", 2))["result"] == 1
    assert (order.status, order.delivered) == (40, 2)
    assert (await part("YT0000000000002", 2))["result"] == 2001
    append = {"oid": order.oid, "expressNo": "YT0000000000009", "expressCode": 6}
    assert (await shop.refused("open.seller.order.goods.logistics.append", **append))[0] == 21
    assert (await part("YT0000000000002", 1))["result"] == 1
    assert (await part("YT0000000000003", 1))["result"] == 21
    assert (await shop.call("open.seller.order.goods.logistics.append", **append))["result"] == 1
    assert len(order.parcels) == 3


async def test_numbers_are_corrected(shop: KsShop) -> None:
    order = shop.order(40)
    change = {"orderId": order.oid, "expressNo": "SF1000000000001", "expressCode": 4}
    assert (await shop.call("open.seller.order.logistics.update", **change, logisticsId=1))["result"] == 2001
    assert (await shop.call("open.seller.order.logistics.update", **change))["result"] == 1
    assert (order.parcels[0].waybill_no, order.parcels[0].ks_carrier) == ("SF1000000000001", 4)


async def test_notes_append_and_are_grey_by_default(shop: KsShop) -> None:
    order = shop.order(30)
    order.notes.clear()
    await shop.call("open.seller.order.note.add", orderId=order.oid, note="第一条")
    shop.ctx.clock.advance(1)
    await shop.call("open.seller.order.note.add", orderId=order.oid, note="第二条", flag=1)
    notes = (await shop.data("open.order.detail", oid=order.oid))["orderNote"]["orderNoteInfo"]
    assert [(row["note"], row["flagTagCode"]) for row in notes] == [
        ("第二条", "red_flag_tag_order"),
        ("第一条", "grey_flag_tag_order"),
    ]
    assert (await shop.refused("open.seller.order.note.add", orderId=order.oid, note="长" * 201))[0] == 2001


async def test_only_unpaid_orders_are_closed(shop: KsShop) -> None:
    assert (await shop.refused("open.seller.order.close", orderId=shop.order(30).oid))[0] == 21
    order = shop.order(10)
    assert (await shop.call("open.seller.order.close", orderId=order.oid))["result"] == 1
    assert order.status == 80


async def test_another_variant(shop: KsShop) -> None:
    order = next(o for o in shop.world.orders.values() if o.status == 30 and not o.refunds and len(o.product.skus) > 1)
    old, new = order.sku, next(sku for sku in order.product.skus if sku is not order.sku)
    change = {"orderId": order.oid, "itemId": order.product.ks_item_id, "newSkuId": new.ks_sku_id}
    assert (await shop.refused("open.seller.order.sku.update", **change, oldSkuId=1))[0] == 2001
    await shop.data("open.seller.order.sku.update", **change, oldSkuId=old.ks_sku_id)
    item = (await shop.data("open.order.detail", oid=order.oid))["orderItemInfo"]
    assert (item["skuId"], item["itemPrevInfo"]["skuId"]) == (new.ks_sku_id, old.ks_sku_id)


async def test_addresses_change_for_orders_to_ship(shop: KsShop) -> None:
    order = shop.order(30)
    old = order.buyer
    partial = {"orderId": order.oid, "isPartialUpdate": True}
    assert (await shop.refused("open.order.address.update", **partial, city="杭州市"))[0] == 2001
    await shop.data("open.order.address.update", **partial, mobile="13900001111")
    assert (order.buyer.phone, old.phone != "13900001111") == ("13900001111", True)
    where = {"province": "浙江省", "city": "杭州市", "district": "西湖区", "town": "北山街道"}
    codes = {"provinceCode": 330000, "cityCode": 330100, "districtCode": 330106, "townCode": 330106001}
    await shop.data("open.order.address.update", **partial, **where, **codes, address="保俶路1号")
    address = (await shop.data("open.order.detail", oid=order.oid))["orderAddress"]
    assert (address["district"], address["districtCode"]) == ("西湖区", 330106)
    assert "保俶路1号" not in str(address)
    assert (await shop.refused("open.order.address.update", orderId=shop.order(40).oid, isPartialUpdate=True))[0] == 21
