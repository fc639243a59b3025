"""A month of two shops that are in order, made by lot: what the proofs of reconciliation spoil on purpose."""

import random
from collections.abc import Iterable

import msgspec

from console.core.clock import DAY, MINUTE, SECOND
from console.core.model import Mapping as Standing
from console.core.model import OrderStatus
from console.rules import proof_period
from console.rules.matching import Candidate, match
from console.rules.proof_books import Books, Said, Sold
from console.rules.proof_period import Period
from console.rules.reconciliation import Earlier, Reconciliation, reconcile

MONTH = proof_period.month("2026-10")
READ_AT = MONTH.end_at + 2 * DAY


class Row(msgspec.Struct, kw_only=True):
    """One sale of the month as both sides have it; a test changes it, or leaves a side out."""

    order: Candidate | None
    trades: list[Candidate]
    closed_at: int | None = None
    trade_closed_at: int | None = None


def month(seed: int, size: int) -> list[Row]:
    """Sales at random instants, some of them on the very edges of the month; a third of the trades carry the number."""
    lots = random.Random(seed)
    instants = [lots.randrange(MONTH.begin_at, MONTH.end_at) for _ in range(size - 2)]
    return [sale(lots, number, at) for number, at in enumerate([MONTH.begin_at, *instants, MONTH.end_at - 1])]


def sale(lots: random.Random, number: int, paid_at: int) -> Row:
    codes, amount = (f"A-{lots.randrange(300)}",), lots.randrange(100, 90_000)
    region = f"浙江省|杭州市|{lots.choice('甲乙丙丁戊己庚辛')}区"
    order = Candidate(
        no=f"26{number:012}",
        codes=codes,
        amount_fen=amount,
        created_at=paid_at - 40 * SECOND,
        paid_at=paid_at,
        status=OrderStatus.TO_SHIP,
        region=region,
        line_nos=(f"26{number:012}",),
    )
    at = paid_at // SECOND * SECOND
    trade = Candidate(
        no=f"E{number:012}",
        codes=codes,
        amount_fen=amount,
        created_at=at + lots.randrange(20 * SECOND, 12 * MINUTE),
        paid_at=at + (lots.randrange(90) * SECOND if lots.random() < 0.2 else 0),
        status=OrderStatus.TO_SHIP,
        region=region,
        outer_no=order.no if lots.random() < 0.35 else "",
        imported=True,
    )
    return Row(order=order, trades=[trade])


def books(rows: Iterable[Row], period: Period = MONTH) -> Books:
    """What the file would hold: matched by the real rules, then gathered as the store gathers it."""
    rows = list(rows)
    orders = [row.order for row in rows if row.order is not None]
    trades = [trade for row in rows for trade in row.trades]
    links = match(orders, trades, now=READ_AT)
    by_order = {link.order_no: link for link in links if link.order_no is not None}
    taken = {link.trade_no for link in by_order.values()}
    closed = {row.order.no: row.closed_at for row in rows if row.order is not None and row.closed_at is not None}
    closed |= {trade.no: row.trade_closed_at for row in rows for trade in row.trades if row.trade_closed_at is not None}
    inside = [one for one in orders if period.begin_at <= (one.paid_at or 0) < period.end_at]
    return Books(
        orders=[sold(one, closed.get(one.no)) for one in inside],
        others=[sold(one, closed.get(one.no)) for one in orders if one not in inside],
        trades=[sold(one, closed.get(one.no)) for one in trades],
        said={
            no: Said(trade_no=link.trade_no, mapping=link.mapping, confidence=link.confidence, reason=link.reason)
            for no, link in by_order.items()
        },
        loose=[one for one in trades if one.no not in taken],
        doubted=[one for one in orders if by_order[one.no].mapping in (Standing.DUPLICATE, Standing.AMBIGUOUS)],
        kuaishou_until=READ_AT,
        youzan_until=READ_AT,
    )


def sold(one: Candidate, closed_at: int | None) -> Sold:
    return Sold(
        no=one.no,
        status=one.status if closed_at is None else OrderStatus.CLOSED,
        amount_fen=one.amount_fen,
        created_at=one.created_at,
        paid_at=one.paid_at,
        ended_at=closed_at,
        updated_at=closed_at or one.paid_at,
    )


def proved(rows: Iterable[Row], earlier: Reconciliation | None = None) -> Reconciliation:
    """The month, after an earlier proof of it where there was one."""
    before = None
    if earlier is not None:
        before = Earlier(number=1, until_at=earlier.until_at, rows=earlier.rows, gone=earlier.gone)
    return reconcile(books(rows), MONTH, now=READ_AT, earlier=before)
