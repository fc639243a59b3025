"""The Youzan side of what was sold on Kuaishou, and Youzan's own trades.

Youzan publishes no field for a Kuaishou order number (sheet §7.7, §16). These choices are the sandbox's own [inferred]:
an imported trade has ``pay_type`` 203, source platform ``other`` and channel ``GENERAL_EXTERNAL``; at most 38 % of them
carry the Kuaishou number, in ``out_order_no``, a line's ``outer_oid`` or the memo; the others carry none. A native
trade has ``pay_type`` 1 and comes from ``wx`` or ``alipay_mini_program``. A trade is created when it is imported,
20 s to 12 min after the payment; its pay time is the order's to the second, for one in four up to 90 s later.
"""

from random import Random

from console.sandbox import ids
from console.sandbox.clock import MINUTE, SECOND
from console.sandbox.lifecycle import CLOSED, PAID, SHIPPED, SIGNED, SUCCESS
from console.sandbox.refunds import DONE, EXCHANGE, OVER
from console.sandbox.state import Order, Parcel, Refund, Trade, TradeLine, World

IMPORTED, CHANNEL = 203, "GENERAL_EXTERNAL"
MEMO = "快手单号 "
MISSING, DOUBLED = 0.008, 0.003
CARRYING = 0.35  # of the imported trades, at most CARRYING_LIMIT
CARRYING_LIMIT = 0.38
PAID_LATER = 0.25
CODE_LOST = 0.015
AMOUNT_EDITED = 0.006

TO_PAY, TO_SEND, SENT = "WAIT_BUYER_PAY", "WAIT_SELLER_SEND_GOODS", "WAIT_BUYER_CONFIRM_GOODS"
FINISHED, CANCELLED = "TRADE_SUCCESS", "TRADE_CLOSED"
STATUS = {PAID: TO_SEND, SHIPPED: SENT, SIGNED: SENT, SUCCESS: FINISHED, CLOSED: CANCELLED}
FORWARD = (TO_PAY, TO_SEND, SENT, FINISHED, CANCELLED)


def import_lag(random: Random) -> int:
    """From payment on Kuaishou to the trade on Youzan, ms."""
    return random.randrange(20 * SECOND, 12 * MINUTE)


def carries_number(trade: Trade) -> bool:
    """Whether the trade shows the Kuaishou number anywhere."""
    return bool(trade.outer_no or trade.lines[0].outer_oid or trade.memo.startswith(MEMO))


def whole_second(at: int) -> int:
    """``at`` as Youzan prints it: no fraction."""
    return at // SECOND * SECOND


class Import:
    """Brings paid Kuaishou orders into Youzan."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._random: Random = world.random
        imported = [trade for trade in world.trades.values() if trade.pay_type == IMPORTED]
        self._imported = len(imported)
        self._carrying = sum(map(carries_number, imported))

    def bring(self, order: Order, at: int, *, exact: bool = False, nameless: bool = False) -> Trade:
        """The trade of ``order``, created at ``at``.

        ``exact``: no slip in time, code or amount, because a twin of the order is near; ``nameless``: without number.
        """
        random = self._random
        later = 0 if exact or random.random() >= PAID_LATER else random.randrange(1, 91) * SECOND
        adjust = 0 if exact or random.random() >= AMOUNT_EDITED else random.choice((-500, -300, -100, 100, 200))
        adjust = max(adjust, 1 - order.payment)
        code = "" if not exact and random.random() < CODE_LOST else order.sku.code
        at = whole_second(at)
        trade = Trade(
            tid=self._free_tid(at),
            lines=[_line(random, order, code, order.payment + adjust)],
            buyer=order.buyer,
            status=TO_SEND,
            total=order.goods_total,
            postage=order.express,
            discount=order.discount,
            adjust=adjust,
            payment=order.payment + adjust,
            created=at,
            updated=at,
            paid=whole_second(order.paid) + later,
            pay_type=IMPORTED,
            channel_type=CHANNEL,
            buyer_message=order.remark,
            order=order,
        )
        self._imported += 1
        if not nameless:
            self._name(trade, order)
        self._world.trades[trade.tid] = trade
        return trade

    def _name(self, trade: Trade, order: Order) -> None:
        """Let some trades carry the Kuaishou number, never more than the limit."""
        random = self._random
        if random.random() >= CARRYING or self._carrying + 1 > CARRYING_LIMIT * self._imported:
            return
        self._carrying += 1
        draw = random.random()
        if draw < 0.7:
            trade.outer_no = str(order.oid)
        elif draw < 0.9:
            trade.lines[0].outer_oid = str(order.oid)
        else:
            trade.memo = f"{MEMO}{order.oid}"

    def _free_tid(self, at: int) -> str:
        while (tid := ids.trade_id(self._random, at)) in self._world.trades:
            pass
        return tid


def _line(random: Random, order: Order, code: str, payment: int) -> TradeLine:
    return TradeLine(
        oid=ids.trade_line_id(random),
        product=order.product,
        sku=order.sku,
        quantity=order.quantity,
        price=order.unit_price,
        total=order.goods_total,
        payment=payment,
        outer_sku_code=code,
    )


def mirror(random: Random, order: Order, trade: Trade, at: int) -> None:
    """Let the trade follow its order as far as it has come; never backwards, for the shop may have acted here first."""
    status = STATUS.get(order.status, trade.status)
    if FORWARD.index(status) > FORWARD.index(trade.status):
        trade.status = status
    if order.sent and not trade.sent:
        trade.sent = whole_second(max(order.sent, trade.created))
        trade.parcels = [
            Parcel(parcel.waybill_no, parcel.ks_carrier, parcel.yz_carrier, parcel.parcel_id, parcel.sent_at)
            for parcel in order.parcels
        ]
        for line in trade.lines:
            line.shipped = True
    if trade.status in (FINISHED, CANCELLED) and not trade.ended:
        trade.ended = whole_second(max(order.ended, trade.created))
    _mirror_refunds(random, order, trade)
    trade.updated = max(trade.updated, whole_second(at))


def _mirror_refunds(random: Random, order: Order, trade: Trade) -> None:
    copies = [refund for refund in trade.refunds if not refund.begun_here]
    while len(copies) < len(order.refunds):
        asked = order.refunds[len(order.refunds) - len(copies) - 1]
        copies.insert(0, Refund(ids.trade_refund_id(random, asked.created), 0, 0, 0, 0, ""))
        trade.refunds.insert(0, copies[0])
    for source, copy in zip(order.refunds, copies, strict=False):
        if copy.status in OVER or source.updated <= copy.updated:
            continue  # the seller has gone further on Youzan
        copy.status, copy.handling, copy.amount = source.status, source.handling, min(source.amount, trade.payment)
        copy.reason_code, copy.reason, copy.description = source.reason_code, source.reason, source.description
        copy.created, copy.submitted = whole_second(source.created), whole_second(source.submitted)
        copy.updated, copy.expires, copy.ended = source.updated, source.expires, whole_second(source.ended)
        copy.return_express_no, copy.return_express_code = source.return_express_no, source.return_express_code
        copy.version = max(copy.version, source.version)
    settle_refund_state(trade)


def settle_refund_state(trade: Trade) -> None:
    """``refund_state`` by what was paid back: 0 none, 2 partly, 12 wholly (which closes the trade: close_type 2)."""
    back = sum(refund.amount for refund in trade.refunds if refund.status == DONE and refund.handling != EXCHANGE)
    trade.refund_state = 0 if not back else 12 if back >= trade.payment else 2
    if trade.status == CANCELLED and back:
        trade.close_type = 2
