"""Reading trades: the list by windows and the detail (sheets 7.1 and 7.2)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from console.sandbox.clock import DAY
from console.sandbox.state import Trade
from console.sandbox.youzan.call import Api, Call, Row
from console.sandbox.youzan.forms import second_of
from console.sandbox.youzan.item_forms import title_of
from console.sandbox.youzan.parameters import Parameters
from console.sandbox.youzan.refusals import Refused
from console.sandbox.youzan.trade_forms import (
    delivery_order,
    full_order_info,
    order_promotion,
    refund_order,
    success_time,
)

SPAN_LIMIT = 92 * DAY  # "three months"
AHEAD_LIMIT = 7 * DAY
STATUSES = {
    "WAIT_BUYER_PAY",
    "WAIT_SELLER_SEND_GOODS",
    "WAIT_BUYER_CONFIRM_GOODS",
    "TRADE_SUCCESS",
    "TRADE_CLOSED",
    "TRADE_REFUND",
}
Stamp = Callable[[Trade], int]
STAMPS: dict[str, Stamp] = {
    "created": attrgetter("created"),
    "update": attrgetter("updated"),
    "success": success_time,
    "pay": attrgetter("paid"),
}


@dataclass(frozen=True)
class Window:
    """A pair of bounds (ms) on one of a trade's stamps: whole seconds, both ends in."""

    name: str
    start: int
    end: int

    def among(self, trades: Iterable[Trade]) -> list[Trade]:
        stamp, start, end = STAMPS[self.name], self.start, self.end
        return [trade for trade in trades if start <= stamp(trade) <= end]


def visible(call: Call, trade: Trade) -> bool:
    """New trades show up late, in the list and in the detail."""
    return trade.visible <= call.now


def trade_of(call: Call, refusal: tuple[int, str] = (5000, "trade not found")) -> Trade:
    """The trade the call's ``tid`` names. Raises Refused."""
    tid = call.params.text("tid")
    trade = call.ctx.world.trades.get(tid)
    if trade is None or not visible(call, trade):
        raise Refused(*refusal)
    return trade


def sold_get(call: Call) -> object:
    """trades.sold.get 4.0.x. Newest first by the stamp of the window [the direction is ours]."""
    params = call.params
    page_no, page_size = params.number("page_no", 1), params.number("page_size", 20)
    empty: Row = {"total_results": 0, "full_order_info_list": []}
    if not 1 <= page_size <= 100:
        raise Refused(5000, "page_size超出最大限制", empty)
    if not 1 <= page_no <= 100:
        raise Refused(50000, "page_no超出最大查询限制", empty)
    windows = list(_windows(call, empty))
    matches = _filter(params, empty)
    found = _candidates(call)
    for window in windows:
        found = window.among(found)
    now, stamp = call.now, _sort_stamp(windows)
    found = [trade for trade in found if trade.visible <= now and matches(trade)]
    found.sort(key=lambda trade: (second_of(stamp(trade)), trade.tid), reverse=True)
    rows = [{"full_order_info": full_order_info(call, trade)} for trade in call.page(found, page_no, page_size)]
    told = call.disturbed(rows, "full_order_info", "pay_info", "payment")
    return {"total_results": len(found), "full_order_info_list": told}


def _candidates(call: Call) -> list[Trade]:
    trades = call.ctx.world.trades
    tid = call.params.text("tid")
    if tid:
        return [trades[tid]] if tid in trades else []
    return list(trades.values())


def _windows(call: Call, empty: Row) -> Iterable[Window]:
    """The complete pairs among the bounds; a bound alone does not count. Raises Refused."""
    for name in STAMPS:
        start, end = call.params.date(f"start_{name}"), call.params.date(f"end_{name}")
        if start is None or end is None:
            continue
        if end <= start:
            raise Refused(5000, f"end_{name} 必须大于 start_{name}", empty)
        if end > call.now + AHEAD_LIMIT:
            raise Refused(106000003, "结束时间不能超过当前时间7天", empty)
        if end - start > SPAN_LIMIT:
            raise Refused(5000, "查询时间跨度不能超过3个月", empty)
        yield Window(name, start, end + 999)


def _sort_stamp(windows: list[Window]) -> Stamp:
    """With a success window the success time, else with an update window the update time, else the creation."""
    names = {window.name for window in windows}
    return next((STAMPS[name] for name in ("success", "update") if name in names), STAMPS["created"])


def _filter(params: Parameters, empty: Row) -> Callable[[Trade], bool]:
    """The conditions beside the windows. Raises Refused on an unknown status."""
    status = params.text("status")
    if status and status not in STATUSES:
        raise Refused(5000, "status不合法", empty)
    buyer, name, phone = params.text("yz_open_id"), params.text("receiver_name"), params.text("receiver_phone")
    goods_id, goods, word = params.whole("goods_id"), params.text("goods_title"), params.text("keywords")
    express = params.text("express_type")

    def matches(trade: Trade) -> bool:
        return (
            (not status or (trade.status == status if status != "TRADE_REFUND" else bool(trade.refunds)))
            and (not buyer or trade.buyer.yz_open_id == buyer)
            and (not name or trade.buyer.name == name)
            and (not phone or trade.buyer.phone == phone)
            and (goods_id is None or any(line.product.yz_item_id == goods_id for line in trade.lines))
            and (not goods or any(goods in title_of(line.product) for line in trade.lines))
            and (not word or word in (trade.tid, trade.buyer.phone, trade.tid[-4:], trade.buyer.phone[-4:]))
            and express in ("", "EXPRESS")
        )

    return matches


def get(call: Call) -> object:
    """trade.get 4.0.x."""
    tid = call.params.text("tid")
    if not tid:
        raise Refused(106000004, "订单号不能为空")
    if len(tid) > 32 or not tid[1:].isdigit() or tid[0] not in "EC":
        raise Refused(106100110, "订单号格式不正确")
    trade = trade_of(call)
    return {
        "full_order_info": full_order_info(call, trade),
        "order_promotion": order_promotion(trade),
        "refund_order": refund_order(call, trade),
        "delivery_order": delivery_order(call, trade),
    }


APIS = (
    Api("trades.sold.get", ("4.0.0", "4.0.1", "4.0.2", "4.0.3", "4.0.4"), sold_get),
    Api("trade.get", ("4.0.0", "4.0.1", "4.0.2"), get),
)
