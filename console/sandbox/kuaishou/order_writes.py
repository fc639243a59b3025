"""Small writes on orders: notes and flags, closing, another variant, another address (fact sheet 3.3.4)."""

from dataclasses import replace

from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.cipher import WrongCipher
from console.sandbox.kuaishou.item_writes import sku_of
from console.sandbox.kuaishou.order_views import CLOSED, FLAGS, PAID, UNPAID
from console.sandbox.kuaishou.orders import order_of
from console.sandbox.kuaishou.refusals import Json, invalid, rejected
from console.sandbox.state import Order, Person

GREY = 6
NOTE_LENGTH = 200
REGION = ("province", "city", "district", "town")


def note_add(call: Call) -> Json:
    """``open.seller.order.note.add``: another note, never instead of one; the flag is grey unless told."""
    order = order_of(call, "orderId")
    text = call.params.text("note", "", longest=NOTE_LENGTH)
    flag = call.params.whole("flag", 0, low=0, high=len(FLAGS) - 1) or GREY
    operator = f"员工{call.params.whole('staffId')}" if "staffId" in call.params else call.world.shop_name
    order.notes.append((call.now, text, flag, operator))
    order.updated = call.now
    call.wrote(order.oid)
    return {}


def close(call: Call) -> Json:
    """``open.seller.order.close``: unpaid orders only."""
    order = order_of(call, "orderId")
    if order.status != UNPAID:
        raise rejected("仅待付款订单可关闭")
    order.status, order.ended, order.updated = CLOSED, call.now, call.now
    call.wrote(order.oid)
    return {}


def sku_update(call: Call) -> Json:
    """``open.seller.order.sku.update``: another variant of the same item; the buyer has agreed."""
    order = order_of(call, "orderId")
    if order.status != PAID or order.delivered:
        raise rejected("当前订单状态不可修改规格")
    if (call.params.whole("itemId"), call.params.whole("oldSkuId")) != (order.product.ks_item_id, order.sku.ks_sku_id):
        raise invalid("oldSkuId")
    sku = sku_of(call, order.product, call.params.whole("newSkuId"))
    order.prev_sku, order.sku = order.sku, sku
    order.updated = call.now
    call.wrote(order.oid)
    return {}


def address_update(call: Call) -> Json:
    """``open.order.address.update``: to-ship orders only; plain text or this order's ciphertext.

    A partial update may leave parts out, but a changed region needs all its levels and the street.
    """
    order = order_of(call, "orderId")
    if order.status != PAID or order.delivered:
        raise rejected("当前订单状态不可修改地址")
    partial = call.params.flag("isPartialUpdate")
    where = [name for name in (*REGION, "address") if name in call.params]
    if not partial or where:
        for name in (*REGION, "address"):
            call.params.text(name)
    if not partial:
        for name in ("consignee", "mobile"):
            call.params.text(name)
    order.buyer = _moved(call, order, whole_region=bool(where) or not partial)
    order.updated = call.now
    call.wrote(order.oid, {"orderId": order.oid, "isPartialUpdate": partial})
    return {}


def _moved(call: Call, order: Order, *, whole_region: bool) -> Person:
    """The buyer with what was told; the person's other orders keep theirs."""
    params = call.params
    buyer = replace(order.buyer)
    for name, field in (("consignee", "name"), ("mobile", "phone"), ("address", "address")):
        if name in params:
            setattr(buyer, field, _plain(call, order, params.text(name)))
    if whole_region:
        buyer.province, buyer.city, buyer.district, buyer.town = (params.text(name) for name in REGION)
        province, city, district, town = (params.whole(f"{name}Code") for name in REGION)
        buyer.region_codes = (province, city, district, town)
    return buyer


def _plain(call: Call, order: Order, text: str) -> str:
    if not text.startswith("~"):
        return text
    try:
        return call.kept.cipher.decrypt(text, str(order.oid))[1]
    except WrongCipher:
        raise rejected("密文与订单不匹配") from None
