"""Shipping orders: whole, in parts, further parcels, corrected numbers (fact sheet 3.3.4, 3.5.3)."""

from console.sandbox import ids
from console.sandbox.clock import DAY
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.carriers import COMPANIES, check_number, youzan_ids
from console.sandbox.kuaishou.order_views import PAID, SHIPPED, SIGNED, may_append
from console.sandbox.kuaishou.orders import order_of
from console.sandbox.kuaishou.params import Params
from console.sandbox.kuaishou.refusals import Json, blocked, invalid, rejected
from console.sandbox.refunds import running
from console.sandbox.state import Order, Parcel

APART = 30 * DAY  # parcels under one number
PARTIAL, ALL = 10, 40  # confirmDeliveryStatus


def deliver(call: Call) -> Json:
    """``open.seller.order.goods.deliver``: the whole order under one number; the same number again is a success."""
    order = order_of(call, "orderId")
    number, carrier = _number(call.params)
    if order.status != PAID and [parcel.waybill_no for parcel in order.parcels] == [number]:
        return {}
    _check_may_ship(order, part=False)
    _check_parcel(call, order, number, carrier)
    _send(call, order, number, carrier, order.quantity)
    call.wrote(order.oid)
    return {}


def split_deliver(call: Call) -> Json:
    """``open.order.goods.split.deliver``: parcels with some units each; the first one makes it shipped."""
    order = order_of(call, "mainOrderId")
    _check_may_ship(order, part=True)
    plan: list[tuple[str, int, int]] = []
    for parcel in call.params.rows("deliveryItemInfoList"):
        number, carrier = _number(parcel)
        _check_parcel(call, order, number, carrier)
        units = 0
        for line in parcel.rows("deliveryGoodsInfoList"):
            if line.whole("oid") != order.oid:
                raise rejected("order operation reject")
            units += line.whole("deliveryNum", low=1)
        plan.append((number, carrier, units))
    if sum(units for _, _, units in plan) > order.quantity - order.delivered:
        raise invalid("deliveryNum")
    for row in call.params.rows("deliveryStatus", least=0):
        row.choice("confirmDeliveryStatus", {PARTIAL, ALL})
    for number, carrier, units in plan:
        _send(call, order, number, carrier, units)
    call.wrote(order.oid)
    return {}


def append(call: Call) -> Json:
    """``open.seller.order.goods.logistics.append``: one more parcel after everything was shipped."""
    order = order_of(call, "oid")
    if not may_append(order):
        raise rejected("当前订单不可追加包裹")
    number, carrier = _number(call.params)
    if any(parcel.waybill_no == number for parcel in order.parcels):
        raise rejected("运单号已存在")
    _check_parcel(call, order, number, carrier, taken=False)
    _send(call, order, number, carrier, 0)
    call.wrote(order.oid)
    return {}


def update(call: Call) -> Json:
    """``open.seller.order.logistics.update``: correct a number; ``logisticsId`` tells which of several."""
    order = order_of(call, "orderId")
    if order.status not in (SHIPPED, SIGNED) or not order.parcels:
        raise rejected("当前订单状态不可修改物流")
    number, carrier = _number(call.params)
    parcel_id = call.params.whole("logisticsId", 0)
    found = [parcel for parcel in order.parcels if parcel_id in (0, parcel.parcel_id)]
    if len(found) != 1:
        raise invalid("logisticsId")
    _check_parcel(call, order, number, carrier, taken=False)
    parcel = found[0]
    parcel.waybill_no, parcel.ks_carrier, parcel.yz_carrier = number, carrier, youzan_ids()[carrier]
    order.updated = call.now
    call.wrote(order.oid)
    return {}


def _number(params: Params) -> tuple[str, int]:
    return params.text("expressNo", longest=40).strip(), params.whole("expressCode")


def _check_may_ship(order: Order, *, part: bool) -> None:
    """Paid, not held back by a risk review, no after-sale running."""
    rest = part and order.status == SHIPPED and order.delivered < order.quantity
    if order.status != PAID and not rest:
        raise rejected("当前订单状态不可发货")
    if order.risk:
        raise rejected("订单风控审核中，暂不可发货")
    if running(order):
        raise rejected("订单存在进行中的售后，不可发货")


def _check_parcel(call: Call, order: Order, number: str, carrier: int, *, taken: bool = True) -> None:
    """The delivery rules; ``taken``: the number must be the e-waybill's, if one was taken for this order."""
    check_number(number, carrier)
    for other in call.kept.lookup.number_holders(number):
        if other is order:
            continue
        if other.buyer.address != order.buyer.address or other.buyer.phone != order.buyer.phone:
            raise blocked("同一个运单号对应收件地址超过1个")
        if any(parcel.waybill_no == number and parcel.sent_at < call.now - APART for parcel in other.parcels):
            raise blocked("运单发货间隔超过30天")
    waybills = [w for w in call.world.waybills.values() if w.order_code == str(order.oid) and not w.cancelled]
    if not taken or not waybills:
        return
    mine = [waybill for waybill in waybills if waybill.waybill_no == number]
    if not mine:
        raise blocked("回传运单号与电子面单不一致")
    if COMPANIES[mine[0].company].carrier != carrier:
        raise blocked("电子面单取号与发货快递公司不一致")
    if mine[0].address != order.buyer.address:
        raise blocked("收货地址与电子面单取号地址不一致")


def _send(call: Call, order: Order, number: str, carrier: int, units: int) -> None:
    parcel_id = int(ids.digits(call.world.random, 10))
    order.parcels.append(Parcel(number, carrier, youzan_ids()[carrier], parcel_id, call.now))
    order.delivered += units
    order.sent = order.sent or call.now
    order.status = SHIPPED
    order.updated = call.now
