"""Writing to trades: memo, star, price, closing (sheet 7.9). The first three answer in the legacy envelope."""

from console.sandbox.state import Trade
from console.sandbox.youzan.call import Api, Call
from console.sandbox.youzan.refusals import Refused
from console.sandbox.youzan.trades import trade_of

DONE = {"is_success": True}
NO_ORDER = (50000, "订单不存在")
CLOSED_BY_SELLER = 5


def memo_update(call: Call) -> object:
    """The memo, and the star if a ``flag`` comes with it. Moves the update time [ours: the sheet is torn]."""
    trade = trade_of(call, NO_ORDER)
    trade.memo = call.params.text("memo")
    flag = call.params.whole("flag")
    if flag is not None:
        trade.star = _star(flag)
    return _done(call, trade)


def star_update(call: Call) -> object:
    """The star, 0 to 5."""
    trade = trade_of(call, NO_ORDER)
    trade.star = _star(call.params.need("star", 53001, "star cannot be empty"))
    return _done(call, trade)


def price_update(call: Call) -> object:
    """Unpaid trades only; ``price_change`` is added to the goods' price [ours: signed], ``post_fee`` replaces."""
    trade = trade_of(call, NO_ORDER)
    if trade.status != "WAIT_BUYER_PAY":
        raise Refused(50000, "订单所处状态不能改价")
    postage = call.params.fen("post_fee", trade.postage) or 0
    adjust = call.params.fen("price_change", trade.adjust) or 0
    payment = trade.total - trade.discount + adjust + postage
    if postage < 0 or payment <= 0:
        raise Refused(53001, "price_change invalid")
    trade.postage, trade.adjust, trade.payment = postage, adjust, payment
    spread_payment(trade)
    return _done(call, trade)


def close(call: Call) -> object:
    """Unpaid trades only."""
    trade = trade_of(call, NO_ORDER)
    if trade.status != "WAIT_BUYER_PAY":
        raise Refused(50000, "订单所处状态不能关闭")
    reason = call.params.whole("close_reason_id", CLOSED_BY_SELLER) or CLOSED_BY_SELLER
    trade.status, trade.close_type, trade.ended = "TRADE_CLOSED", reason, call.now
    return _done(call, trade)


def spread_payment(trade: Trade) -> None:
    """Spread what is paid over the lines by their share, so that Σ lines = payment; the last line takes the rest."""
    base = sum(line.total for line in trade.lines) or 1
    left = trade.payment
    for line in trade.lines[:-1]:
        line.payment = trade.payment * line.total // base
        left -= line.payment
    trade.lines[-1].payment = left


def _star(value: int) -> int:
    if not 0 <= value <= 5:
        raise Refused(53002, "star type error")
    return value


def _done(call: Call, trade: Trade) -> object:
    trade.updated = call.now
    call.log(trade.tid)
    return DONE


APIS = (
    Api("trade.memo.update", ("3.0.0",), memo_update, legacy=True),
    Api("trade.star.update", ("3.0.0",), star_update, legacy=True),
    Api("trade.price.update", ("3.0.0", "4.0.0"), price_update, legacy=True),
    Api("trade.close", ("3.0.0",), close),
)
