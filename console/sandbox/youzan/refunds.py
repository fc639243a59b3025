"""Reading after-sales: list, detail, amounts, messages (sheet 9.1)."""

from collections.abc import Callable, Iterable

from console.sandbox.clock import DAY
from console.sandbox.state import Refund, Trade
from console.sandbox.youzan.call import Api, Call
from console.sandbox.youzan.forms import date_text, second_of
from console.sandbox.youzan.refund_forms import (
    DONE,
    SHUT,
    cs_status,
    demand,
    detail,
    kind_word,
    list_row,
    status_word,
)
from console.sandbox.youzan.refusals import Refused
from console.sandbox.youzan.trades import trade_of, visible

DEFAULT_SPAN = 92 * DAY  # "created within three months"
PRODUCT_LIMIT = 3000  # page_no × page_size
KINDS = {1: "BUYER_APPLY_REFUND", 2: "SELLER_REFUND", 3: "SYSTEM_REFUND", 5: "EXCHANGE_GOODS"}
Pair = tuple[Trade, Refund]


def refund_of(call: Call) -> Pair:
    """The after-sale the call's ``refund_id`` names. Raises Refused."""
    refund_id = call.params.text("refund_id")
    if not refund_id or not refund_id.lstrip("W").isdigit():
        raise Refused(103010052, "退款编号格式错误")
    pair = call.lookup.refund(refund_id)
    if pair is None or not visible(call, pair[0]):
        raise Refused(103011024, "退款记录不存在")
    return pair


def search(call: Call) -> object:
    """trade.refund.search: windows in **seconds**; newest first [ours]."""
    params = call.params
    page_no, page_size = params.number("page_no", 1), params.number("page_size", 20)
    if not (1 <= page_no <= 100 and page_size >= 1 and page_no * page_size <= PRODUCT_LIMIT):
        raise Refused(53002, "page_size type error", {"total": 0, "refunds": []})
    matches = _filter(call)
    found = sorted(
        (pair for pair in _all(call) if matches(*pair)),
        key=lambda pair: (pair[1].created, str(pair[1].refund_id)),
        reverse=True,
    )
    rows = [list_row(call, trade, refund) for trade, refund in call.page(found, page_no, page_size)]
    return {"total": len(found), "refunds": call.disturbed(rows, "refund_fee")}


def _all(call: Call) -> Iterable[Pair]:
    for trade in call.ctx.world.trades.values():
        if trade.refunds and visible(call, trade):
            for refund in trade.refunds:
                yield trade, refund


def _filter(call: Call) -> Callable[[Trade, Refund], bool]:
    params = call.params
    tid, refund_id, status = params.text("tid"), params.text("refund_id"), params.text("status")
    kind, wish, service = params.whole("type"), params.whole("demand"), params.whole("cs_status")
    buyer, phone = params.text("yz_open_id"), params.text("buyer_phone")
    created = _span(call, "create_time")
    updated = _span(call, "update_time")
    if created is None and updated is None and not tid and not refund_id:
        created = (second_of(call.now - DEFAULT_SPAN), second_of(call.now))

    def matches(trade: Trade, refund: Refund) -> bool:
        return (
            _within(refund.created, created)
            and _within(refund.updated or refund.created, updated)
            and tid in ("", trade.tid)
            and refund_id in ("", str(refund.refund_id))
            and status in ("", status_word(refund))
            and (kind is None or KINDS.get(kind) == kind_word(call, refund))
            and wish in (None, 0, demand(refund))
            and service in (None, cs_status(refund))
            and buyer in ("", trade.buyer.yz_open_id)
            and phone in ("", trade.buyer.phone)
        )

    return matches


def _span(call: Call, name: str) -> tuple[int, int] | None:
    start, end = call.params.whole(f"{name}_start"), call.params.whole(f"{name}_end")
    if start is None and end is None:
        return None
    return start or 0, end if end is not None else second_of(call.now)


def _within(at: int, span: tuple[int, int] | None) -> bool:
    return span is None or span[0] <= second_of(at) <= span[1]


def get(call: Call) -> object:
    """trade.refund.get."""
    return detail(call, *refund_of(call))


def running_amount(trade: Trade) -> int:
    """What open after-sales ask for, fen."""
    return sum(refund.amount for refund in trade.refunds if refund.status not in (DONE, SHUT))


def refunded_amount(trade: Trade) -> int:
    """What has been given back, fen."""
    return sum(refund.amount for refund in trade.refunds if refund.status == DONE)


def amount_get(call: Call) -> object:
    """What may still be refunded, in fen."""
    trade = trade_of(call)
    running, refunded = running_amount(trade), refunded_amount(trade)
    left = max(0, trade.payment - running - refunded) if trade.paid else 0
    return {
        "order_aggregate": {
            "applicable_amount": left,
            "processing_amount": running,
            "applicable_detail": _amounts(left),
            "refunded_detail": _amounts(refunded),
            "processing_detail": _amounts(running),
            "pay_detail": _amounts(trade.payment if trade.paid else 0),
        },
        "item_aggregate": [{"oid": line.oid, "applicable_amount": min(left, line.payment)} for line in trade.lines],
    }


def _amounts(total: int) -> dict[str, int]:
    return {"total_amount": total, "items_amount": total, "postage_amount": 0, "extra_amount": 0}


def messages_get(call: Call) -> object:
    """What buyer (2) and seller (3) wrote, the application first."""
    _, refund = refund_of(call)
    told = [(refund.created, 2, refund.description or refund.reason)]
    told += call.books.refund_words.get(str(refund.refund_id), [])
    rows = [{"owner_role": role, "created": date_text(at), "content": text, "pic_url": []} for at, role, text in told]
    return {"refund_messages": rows}


APIS = (
    Api("trade.refund.search", ("3.0.0", "3.0.1"), search),
    Api("trade.refund.get", ("3.0.0", "3.0.1"), get),
    Api("trade.refund.amount.get", ("1.0.0",), amount_get),
    Api("trade.refund.messages.get", ("3.0.0",), messages_get),
)
