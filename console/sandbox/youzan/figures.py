"""Figures of the day before (T+1) and e-waybills: documented by name, their bodies are the sandbox's own."""

from collections import Counter, defaultdict

from console.sandbox.clock import DAY, SHOP_TIME, shop_datetime
from console.sandbox.state import Order
from console.sandbox.youzan.call import Api, Call, Row
from console.sandbox.youzan.logistics import NO_ORDER, carriers
from console.sandbox.youzan.refusals import Refused
from console.sandbox.youzan.trades import trade_of

READY_HOUR = 10  # yesterday's figures are there after 10:00
SOLD_LIVE = 2  # carrier_type of an order
VIEWS_A_SALE, VISITORS_A_SALE = 37, 23


def big_data(call: Call) -> object:
    """Kuaishou live figures by item and day. Asked with ``date`` yyyy-MM-dd, or the latest there is."""
    day = call.params.text("date") or call.params.text("stat_date") or _latest_day(call)
    if day > _latest_day(call):
        return {"total": 0, "items": []}
    sold: dict[int, list[Order]] = defaultdict(list)
    for order in call.ctx.world.orders.values():
        item_id = order.product.yz_item_id
        if item_id is not None and order.carrier_type == SOLD_LIVE and _day_of(order.created) == day:
            sold[item_id].append(order)
    rows = [_figures(item_id, day, orders) for item_id, orders in sorted(sold.items())]
    return {"total": len(rows), "items": rows}


def _figures(item_id: int, day: str, orders: list[Order]) -> Row:
    paid = [order for order in orders if order.paid]
    buyers = Counter(order.buyer.yz_open_id for order in orders)
    return {
        "item_id": item_id,
        "date": day,
        "pv": len(orders) * VIEWS_A_SALE,
        "uv": len(orders) * VISITORS_A_SALE,
        "pay_num": len({order.buyer.yz_open_id for order in paid}),
        "pay_count": len(paid),
        "pay_amount": sum(order.payment for order in paid),
        "trade_num": len(buyers),
        "trade_count": len(orders),
        "trade_amount": sum(order.payment for order in orders),
    }


def _latest_day(call: Call) -> str:
    """Yesterday, or the day before that until 10:00."""
    hour = shop_datetime(call.now).astimezone(SHOP_TIME).hour
    return _day_of(call.now - (DAY if hour >= READY_HOUR else 2 * DAY))


def _day_of(at: int) -> str:
    return f"{shop_datetime(at):%Y-%m-%d}"


def waybill_apply(call: Call) -> object:
    """A number for a trade's parcel: ``tid`` and ``express_id`` [ours]."""
    trade = trade_of(call, NO_ORDER)
    carrier = call.params.whole("express_id")
    if carrier not in carriers():
        raise Refused(120000103, "请求参数错误")
    number = f"YZ{call.now}{call.books.new_id() % 1000:03d}"
    call.books.waybills[number] = trade.tid
    call.log(trade.tid)
    return {"tid": trade.tid, "express_id": carrier, "express_no": number}


def waybill_delete(call: Call) -> object:
    """Give a number back: ``express_no`` [ours]."""
    number = call.params.text("express_no")
    if call.books.waybills.pop(number, None) is None:
        raise Refused(120009001, "查询的数据不存在")
    call.log(number)
    return {"is_success": True}


APIS = (
    Api("bigdata.data.get", ("1.0.0",), big_data),
    Api("logistics.waybill.apply", ("1.0.0",), waybill_apply),
    Api("logistics.waybill.delete", ("1.0.0",), waybill_delete),
)
