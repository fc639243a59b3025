"""Reading after-sales: the cursor list and its windows, detail, history, reasons to refuse (fact sheet 3.4)."""

from collections.abc import Callable

from console.sandbox.clock import DAY
from console.sandbox.faults import disturb
from console.sandbox.kuaishou.call import PLATFORM, Call
from console.sandbox.kuaishou.item_views import sku_code
from console.sandbox.kuaishou.order_views import address_view
from console.sandbox.kuaishou.orders import GRACE, LATEST_FIRST, OLDEST_FIRST, REACH
from console.sandbox.kuaishou.paging import NO_MORE, Place, cut, read_cursor, write_cursor
from console.sandbox.kuaishou.refund_faults import RefundFault
from console.sandbox.kuaishou.refusals import Json, invalid
from console.sandbox.kuaishou.shop import RETURN, addresses
from console.sandbox.refunds import EXCHANGE, OVER
from console.sandbox.state import Order, Refund

WAITING, ALL = 8, 9  # type
BY_CREATED, BY_UPDATED = 1, 2
MOST_ROWS = 100
SPAN = DAY
REASONS = (  # codes are ours; code, text, tip, needs words, needs pictures
    (1, "商品完好，不符合退款条件", "请说明商品情况", True, False),
    (2, "商品已发货", "请填写物流信息", True, False),
    (3, "退回商品影响二次销售", "请上传退回商品的照片", True, True),
    (4, "未收到退回商品", "", False, False),
    (5, "与买家协商一致，不退款", "请说明协商结果", True, False),
)


def refund_of(call: Call) -> tuple[Order, Refund]:
    """The after-sale the call names, with its order. Raises Refused."""
    if not call.params.values.get("refundId"):
        raise RefundFault.BLANK_ID.refused()
    found = call.kept.lookup.refund(call.params.whole("refundId"), call.now)
    if found is None:
        raise RefundFault.NOT_FOUND.refused()
    return found


def pcursor_list(call: Call) -> Json:
    """``open.seller.order.refund.pcursor.list``: by ``pcursor``; without one, by ``currentPage``."""
    params = call.params
    size = params.whole("pageSize", 20, low=1, high=MOST_ROWS)
    number = params.whole("currentPage", 1, low=1)
    begin, end = _window(call)
    sort = params.choice("sort", {LATEST_FIRST, OLDEST_FIRST}, LATEST_FIRST)
    by = params.choice("queryType", {BY_CREATED, BY_UPDATED}, BY_CREATED)
    cursor = params.text("pcursor", "")
    asked, key = _filter(call)

    def stamp(refund: Refund) -> int:
        return refund.created if by == BY_CREATED else refund.updated

    def build() -> list[Place]:
        return [
            (stamp(refund), int(refund.refund_id))
            for order in call.world.orders.values()
            if order.refunds and order.visible <= call.now
            for refund in order.refunds
            if begin <= stamp(refund) <= end and asked(order, refund)
        ]

    def known(refund_id: int) -> bool:
        return call.kept.lookup.refund(refund_id, call.now) is not None

    after = read_cursor(cursor, begin, end, known, lambda: invalid("pcursor"))
    places = call.kept.windows.places(("refunds", begin, end, by, *key), cursor, build)
    if cursor == "" and number > 1:
        skip = (number - 1) * size + call.ctx.faults.shift(PLATFORM)
        ordered = places[::-1] if sort == LATEST_FIRST else places
        page = ordered[skip : skip + size]
        following = write_cursor(page[-1]) if page and len(ordered) > skip + size else NO_MORE
    else:
        page, following = cut(places, after, size, descending=sort == LATEST_FIRST)
    found = [(at, call.kept.lookup.refund(ident, call.now)) for at, ident in page]
    rows = [_row(call, *pair) for at, pair in found if pair is not None and stamp(pair[1]) == at]
    first = cursor == "" and number == 1
    return {
        "data": {
            "currentPage": number,
            "pageSize": size,
            "totalPage": -(-len(places) // size) if first else 0,
            "totalSize": len(places) if first else 0,
            "beginTime": begin,
            "endTime": end,
            "pcursor": following,
            "refundOrderInfoList": disturb(rows, call.ctx.faults, PLATFORM, spoil=_spoil),
        }
    }


def _window(call: Call) -> tuple[int, int]:
    """At most a day, at most ninety back; the end may lie ahead."""
    begin, end = call.params.whole("beginTime", low=0), call.params.whole("endTime", low=0)
    if end <= begin:
        raise RefundFault.END_BEFORE_BEGIN.refused()
    if begin < call.now - REACH - GRACE:
        raise RefundFault.BEFORE_NINETY_DAYS.refused()
    if end - begin > 7 * DAY:
        raise RefundFault.OVER_SEVEN_DAYS.refused()
    if end - begin > SPAN:
        raise RefundFault.RANGE_OVER_LIMIT.refused()
    return begin, end


def _filter(call: Call) -> tuple[Callable[[Order, Refund], bool], tuple[object, ...]]:
    """Which after-sales are asked for, and that as a key."""
    params = call.params
    kind = params.choice("type", {WAITING, ALL})
    status, negotiate, oid = params.whole("status", 0), params.whole("negotiateStatus", 0), params.whole("orderId", 0)
    exchange = params.child("option").flag("needExchange") if "option" in params else True

    def asked(order: Order, refund: Refund) -> bool:
        return (
            (kind == ALL or refund.status not in OVER)
            and status in (0, refund.status)
            and negotiate in (0, refund.negotiate)
            and oid in (0, order.oid)
            and (exchange or refund.handling != EXCHANGE)
        )

    return asked, (kind, status, negotiate, oid, exchange)


def _spoil(row: Json) -> Json:
    return {**row, "refundFee": {"amount": "--"}, "createTime": "昨天"}


def _row(call: Call, order: Order, refund: Refund) -> Json:
    return {
        "oid": order.oid,
        "refundId": refund.refund_id,
        "skuId": order.sku.ks_sku_id,
        "relSkuId": order.sku.ks_fields.get("relSkuId", 0),
        "skuNick": sku_code(order.sku),
        "itemId": order.product.ks_item_id,
        "relItemId": order.product.ks_fields.get("relItemId", 0),
        "handlingWay": refund.handling,
        "negotiateStatus": refund.negotiate,
        "refundFee": refund.amount,
        "refundReason": refund.reason_code,
        "refundReasonDesc": refund.reason,
        "refundDesc": refund.description,
        "refundType": 1,
        "status": refund.status,
        "sellerId": call.world.ks_seller_id,
        "buyerId": 0,
        "submitTime": refund.submitted or refund.created,
        "createTime": refund.created,
        "updateTime": refund.updated,
        "negotiateUpdateTime": refund.updated,
        "endTime": refund.ended,
        "expireTime": refund.expires,
        "logisticsId": 0,
        "receiptStatus": 2 if order.received else 1,
    }


def refund_detail(call: Call) -> Json:
    """``open.seller.order.refund.detail``."""
    order, refund = refund_of(call)
    exchange = refund.handling == EXCHANGE
    home = next(row["baseInfo"] for row in addresses(call) if row["addressType"] == RETURN)
    keys = ("province", "city", "district", "town", "address", "consignee", "mobile")
    sent_back = {"expressNo": refund.return_express_no, "expressCode": refund.return_express_code}
    return {
        "data": {
            **_row(call, order, refund),
            "pictures": "[]",
            "sellerDisagreeReason": refund.refused_code,
            "sellerDisagreeDesc": refund.refused_text,
            "sellerDisagreeImages": "[]",
            "validNegotiateBuyerModifyTimeStamp": refund.expires if refund.negotiate == 3 else 0,
            "timeLimitNegotiateChange": 0,
            "negotiateReason": "10033" if refund.negotiate == 2 else "0",
            "logisticsInfo": sent_back if refund.return_express_no else None,
            "productNum": 0,
            "buyerOpenId": order.buyer.ks_open_id,
            "address": " ".join(home[key] for key in keys) if refund.handling != 10 else "",
            "buyerExchangeAddress": address_view(call, order.buyer, str(order.oid)) if exchange else None,
            "exchangeInfo": _exchange(order) if exchange else None,
            "specialRefundType": 0,
            "logisticsRiskInfos": [],
            "returnFreightInfo": None,
        }
    }


def _exchange(order: Order) -> Json:
    skus = [sku for sku in order.product.skus if sku.ks_sku_id is not None and sku is not order.sku]
    sku = skus[0] if skus else order.sku
    spec = ";".join(f"{name}:{value}" for name, value in sku.spec)
    return {"skuId": sku.ks_sku_id, "skuDesc": spec, "quantity": order.quantity}


def reject_reasons(call: Call) -> Json:
    """``open.refund.reject.reason``."""
    refund_of(call)
    return {
        "data": [
            {"code": code, "desc": text, "tip": tip, "requiredRejectDesc": words, "requiredRejectImage": pictures}
            for code, text, tip, words, pictures in REASONS
        ]
    }


def history(call: Call) -> Json:
    """``open.refund.comment.basic.list``: newest first; role 1 buyer, 2 seller, 3 platform."""
    _, refund = refund_of(call)
    acts = [(refund.created, 1, "买家发起售后申请"), *refund.history]
    return {
        "data": [
            {
                "title": title,
                "role": role,
                "createTime": at,
                "staffAccountId": 0,
                "staffAccountName": call.world.shop_name if role == 2 else "",
            }
            for at, role, title in reversed(acts)
        ]
    }
