"""The seller's moves in an after-sale, each with the version it was decided on (sheet 9.2)."""

from console.sandbox.ids import trade_refund_id
from console.sandbox.state import Refund, Trade
from console.sandbox.youzan.books import RefundPart
from console.sandbox.youzan.call import Api, Call
from console.sandbox.youzan.refund_forms import (
    DONE,
    RECEIPT_REFUSED,
    REFUND_ONLY,
    REFUSED,
    SELLER_REFUSE_BUYER,
    WAIT_RETURN,
    WAIT_SELLER_AGREE,
    WAIT_SELLER_CONFIRM_GOODS,
    WITH_RETURN,
    demand,
    status_word,
    version_of,
)
from console.sandbox.youzan.refunds import refund_of, refunded_amount, running_amount
from console.sandbox.youzan.refusals import Refused
from console.sandbox.youzan.trades import trade_of

SUCCEEDED = {"is_success": True}
REFUND_ONLY_HANDLING = 10
PARTLY, FULLY = 2, 12  # refund_state of a trade
MARKED_REFUND = 2  # close_type
BUYER, SELLER = 2, 3  # who says it
STALE = (102010002, "操作过期, 请刷新后确认最新退款状态")


def agree(call: Call) -> object:
    """Pay back: a refund-only request at once, a return after the goods came back."""
    trade, refund = _checked(call)
    word = status_word(refund)
    asked = word in (WAIT_SELLER_AGREE, SELLER_REFUSE_BUYER) and demand(refund) == REFUND_ONLY
    if not asked and word != WAIT_SELLER_CONFIRM_GOODS:
        raise Refused(*STALE)
    pay_back(call, trade, refund)
    return _done(call, trade, refund, "商家同意退款")


def refuse(call: Call) -> object:
    """Say no to a request, with a remark."""
    remark = _remark(call)
    trade, refund = _checked(call)
    if status_word(refund) != WAIT_SELLER_AGREE:
        raise Refused(*STALE)
    refund.status = REFUSED
    return _done(call, trade, refund, remark)


def return_agree(call: Call) -> object:
    """Let the goods come back to the given address."""
    for name in ("name", "mobile", "address"):
        if name not in call.params:
            raise Refused(53001, f"{name} cannot be empty")
    trade, refund = _checked(call)
    if demand(refund) != WITH_RETURN or status_word(refund) not in (WAIT_SELLER_AGREE, SELLER_REFUSE_BUYER):
        raise Refused(*STALE)
    refund.status = WAIT_RETURN
    return _done(call, trade, refund, "商家同意退货")


def return_refuse(call: Call) -> object:
    """The goods have not come back."""
    remark = _remark(call)
    trade, refund = _checked(call)
    if status_word(refund) != WAIT_SELLER_CONFIRM_GOODS:
        raise Refused(*STALE)
    refund.status = RECEIPT_REFUSED
    return _done(call, trade, refund, remark)


def seller_active(call: Call) -> object:
    """A refund the seller begins; ``biz_value`` makes a repetition answer the first one's refund_id again."""
    trade = trade_of(call)
    key = ("refund.active", trade.tid, call.params.text("biz_value"))
    if not key[2]:
        raise Refused(53001, "biz_value cannot be empty")
    if key in call.books.done:
        return {"refund_id": call.books.done[key], **SUCCEEDED}
    parts = _asked_parts(call, trade)
    amount = call.params.fen("refund_fee") or sum(part.fee for part in parts)
    left = trade.payment - refunded_amount(trade) - running_amount(trade) if trade.paid else 0
    if amount <= 0 or amount > left:
        raise Refused(102010011, f"订单[{trade.tid}]没有可退金额，无法进行退款。")
    refund_id = trade_refund_id(call.books.random, call.now)
    words = call.params.text("desc")
    refund = Refund(
        refund_id, 10, REFUND_ONLY_HANDLING, amount, 18, "商家主动退款", words, created=call.now, submitted=call.now
    )
    refund.begun_here = True
    trade.refunds.insert(0, refund)
    call.books.refund_kinds[refund_id] = "SELLER_REFUND"
    if parts:
        call.books.refund_parts[refund_id] = parts
    pay_back(call, trade, refund)
    call.books.done[key] = refund_id
    _done(call, trade, refund, words)
    return {"refund_id": refund_id, **SUCCEEDED}


def pay_back(call: Call, trade: Trade, refund: Refund) -> None:
    """The money goes back at once [ours]; a trade paid back in full is closed."""
    refund.status, refund.ended = DONE, call.now
    if refunded_amount(trade) >= trade.payment:
        trade.refund_state = FULLY
        trade.status, trade.close_type, trade.ended = "TRADE_CLOSED", MARKED_REFUND, call.now
    else:
        trade.refund_state = PARTLY


def _checked(call: Call) -> tuple[Trade, Refund]:
    """The after-sale, if the caller knows its present version. Raises Refused 103010039."""
    trade, refund = refund_of(call)
    if call.params.whole("version") != version_of(refund):
        raise Refused(103010039, "退款版本号错误！")
    return trade, refund


def _remark(call: Call) -> str:
    remark = call.params.text("remark")
    if not remark:
        raise Refused(53001, "remark cannot be empty")
    return remark


def _asked_parts(call: Call, trade: Trade) -> list[RefundPart]:
    """The lines a seller's refund names: ``items``, or one ``oid`` for the whole fee."""
    lines = {line.oid: line for line in trade.lines}
    rows = list(call.params.parts("items"))
    parts = [RefundPart(row.text("oid"), row.number("num", 1), row.fen("refund_fee") or 0) for row in rows]
    if not parts and "oid" in call.params:
        oid = call.params.text("oid")
        count = lines[oid].quantity if oid in lines else 0
        parts = [RefundPart(oid, count, call.params.fen("refund_fee") or 0)]
    if any(part.oid not in lines for part in parts):
        raise Refused(103011002, "订单明细id错误")
    return parts


def _done(call: Call, trade: Trade, refund: Refund, words: str) -> object:
    """Stamp, raise the version, keep what was said, log."""
    refund.version = max(call.now, version_of(refund) + 1)
    refund.updated = trade.updated = call.now
    call.books.refund_words.setdefault(str(refund.refund_id), []).append((call.now, SELLER, words))
    call.log(refund.refund_id)
    return SUCCEEDED


APIS = (
    Api("trade.refund.agree", ("3.0.0", "3.0.1"), agree),
    Api("trade.refund.refuse", ("3.0.0", "3.0.1"), refuse),
    Api("trade.returngoods.agree", ("3.0.0",), return_agree),
    Api("trade.returngoods.refuse", ("3.0.0",), return_refuse),
    Api("trade.refund.seller.active", ("3.0.0", "3.0.1"), seller_active),
)
