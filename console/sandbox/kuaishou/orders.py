"""Reading orders: the cursor list and its windows, detail, one buyer's orders, fees (fact sheet 3.3)."""

from collections.abc import Callable

from console.sandbox.clock import DAY, MINUTE
from console.sandbox.faults import disturb
from console.sandbox.flood import echoed
from console.sandbox.kuaishou.call import PLATFORM, Call
from console.sandbox.kuaishou.order_views import DISTRIBUTED, SELF, detail, item_brief, list_row
from console.sandbox.kuaishou.paging import Place, cut, read_cursor
from console.sandbox.kuaishou.refusals import Json, Refused, invalid, rejected
from console.sandbox.state import Order

BY_CREATED, BY_UPDATED = 1, 2
LATEST_FIRST, OLDEST_FIRST = 1, 2
VIEWS = {0: 0, 1: 0, 2: 10, 3: 30, 4: 40, 5: 50, 6: 70, 7: 80}  # orderViewStatus → status, 0 = all
MOST_ROWS = 50
SPAN = 7 * DAY
REACH = 90 * DAY
CREATED_REACH = 240 * DAY  # of a list by update time
GRACE = MINUTE  # ours: a window of exactly 90 days must survive its way here


def order_of(call: Call, name: str) -> Order:
    """The shop's order a parameter names; anything else is another shop's, as far as the platform says."""
    order = call.kept.lookup.order(call.params.whole(name), call.now)
    if order is None:
        raise rejected("order operation reject")
    return order


def cursor_list(call: Call) -> Json:
    """``open.order.cursor.list``."""
    params = call.params
    size = params.whole("pageSize", low=1, high=MOST_ROWS)
    status = VIEWS[params.choice("orderViewStatus", set(VIEWS))]
    sort = params.choice("sort", {LATEST_FIRST, OLDEST_FIRST}, LATEST_FIRST)
    by = params.choice("queryType", {BY_CREATED, BY_UPDATED}, BY_CREATED)
    cps = params.choice("cpsType", {0, SELF, DISTRIBUTED}, 0)
    begin, end = _window(call)
    cursor = params.text("cursor", "")
    stamp = _stamp(by)

    def wanted(order: Order) -> bool:
        return (
            begin <= stamp(order) <= end
            and order.visible <= call.now
            and order.created >= call.now - CREATED_REACH
            and status in (0, order.status)
            and (cps == 0 or (cps == DISTRIBUTED) == order.cps)
        )

    def build() -> list[Place]:
        return [(stamp(order), order.oid) for order in call.world.orders.values() if wanted(order)]

    after = read_cursor(cursor, begin, end, call.world.orders.__contains__, lambda: invalid("cursor"))
    places = call.kept.windows.places(("orders", begin, end, by, status, cps), cursor, build)
    page, following = cut(places, after, size, descending=sort == LATEST_FIRST)
    # A row that moved since the places were sorted is shown where it is now.
    orders = [order for at, oid in page if stamp(order := call.world.orders[oid]) == at]
    rows = echoed(call.world, orders, [list_row(call, order) for order in orders])
    return {
        "data": {
            "pageSize": size,
            "beginTime": begin,
            "endTime": end,
            "cursor": following,
            "orderList": disturb(rows, call.ctx.faults, PLATFORM, spoil=_spoil),
        }
    }


def _stamp(by: int) -> Callable[[Order], int]:
    return (lambda order: order.created) if by == BY_CREATED else (lambda order: order.updated)


def _window(call: Call) -> tuple[int, int]:
    """At most seven days, at most ninety back; the end may lie ahead."""
    begin, end = call.params.whole("beginTime", low=0), call.params.whole("endTime", low=0)
    if begin < call.now - REACH - GRACE:
        raise _bad_window("beginTime")
    if end <= begin or end - begin > SPAN:
        raise _bad_window("endTime")
    return begin, end


def _bad_window(name: str) -> Refused:
    """Refused with an empty page beside it, as recorded."""
    empty: Json = {"pageSize": 0, "beginTime": 0, "endTime": 0, "cursor": "", "orderList": []}
    return invalid(name, data=empty)


def _spoil(row: Json) -> Json:
    return {**row, "orderBaseInfo": {**row["orderBaseInfo"], "totalFee": {"amount": "--"}, "createTime": "昨天"}}


def order_detail(call: Call) -> Json:
    """``open.order.detail``."""
    return {"data": detail(call, order_of(call, "oid"))}


def buyer_list(call: Call) -> Json:
    """``open.order.buyer.order.list``: one buyer's orders, newest first."""
    params = call.params
    buyer = params.text("buyerOpenId")
    statuses = params.wholes("orderStatus")
    begin, end = params.whole("startTime", 0), params.whole("endTime", call.now + DAY)
    places = sorted(
        (order.created, order.oid)
        for order in call.world.orders.values()
        if order.buyer.ks_open_id == buyer
        and begin <= order.created <= end
        and order.visible <= call.now
        and (not statuses or order.status in statuses)
    )
    cursor = params.text("cursor", "")
    after = read_cursor(cursor, begin, end, call.world.orders.__contains__, lambda: invalid("cursor"))
    page, following = cut(places, after, params.whole("limit", 20, low=1, high=MOST_ROWS), descending=True)
    return {
        "data": {
            "cursor": following,
            "buyerOrderList": [_buyer_row(call, call.world.orders[oid]) for _, oid in page],
        }
    }


def _buyer_row(call: Call, order: Order) -> Json:
    return {
        "buyerOrderBaseInfo": {
            "oid": order.oid,
            "status": order.status,
            "createTime": order.created,
            "remark": order.remark,
            "totalFee": order.goods_total,
            "buyerOpenId": order.buyer.ks_open_id,
        },
        "buyerOrderItemInfo": item_brief(call, order),
    }


def fee_detail(call: Call) -> Json:
    """``open.seller.order.fee.detail``: who bears which part of the discount.

    ``totalFee`` here is without what the merchant bears, so that sellerRecv = totalFee + expressFee and
    buyerPay = sellerRecv - platformBearAmount is what the buyer paid.
    """
    order = order_of(call, "orderId")
    platform = order.discount // 3 if order.oid % 4 == 0 else 0
    merchant = order.discount - platform
    total = order.goods_total - merchant
    parts = [{"bearer": 1, "bearAmount": merchant, "hasFund": False}]
    if platform:
        parts.append({"bearer": 2, "bearAmount": platform, "hasFund": True})
    coupon = {"type": 1000, "subType": 1001, "discountFee": order.discount, "template": 0, "bearInfoList": parts}
    marketing = [coupon] if order.discount else []
    return {
        "data": {
            "oid": order.oid,
            "sellerId": call.world.ks_seller_id,
            "totalFee": total,
            "discountFee": order.discount,
            "expressFee": order.express,
            "platformAllowance": platform + merchant,
            "platformBearAmount": platform,
            "merchantBearAmount": merchant,
            "sellerRecv": total + order.express,
            "buyerPay": total + order.express - platform,
            "marketingInfoOuters": marketing,
            "productFeeInfoOuters": [
                {
                    "id": order.oid,
                    "oid": order.oid,
                    "skuId": order.sku.ks_sku_id,
                    "originalPrice": order.original_price,
                    "price": order.unit_price,
                    "num": order.quantity,
                    "discountFee": order.discount,
                    "productMarketingInfoOuters": marketing,
                }
            ],
        }
    }
