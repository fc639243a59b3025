"""Is every order accounted for: both sides' books of a day or a month, compared to the fen.

Every paid Kuaishou order comes to stand in exactly one of six places, so paid = linked + missing + amount differs +
duplicate + to confirm + explained. That holds by construction, and is reckoned once more from the books themselves:
``faults`` names each equation that does not hold.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from console.core.clock import MINUTE
from console.rules.proof_books import (
    DEFAULTS,
    EQUATION,
    VERSION,
    Books,
    Finding,
    Kind,
    ProofSettings,
    Sold,
    whole_until,
    within,
)
from console.rules.proof_changes import Earlier, Row, came_late, gone, since
from console.rules.proof_orders import judge
from console.rules.proof_period import Period
from console.rules.proof_trades import Place, Placed, doubles, place_trades, tally, without_order

SLACK_MS = 10 * MINUTE  # a running day's books may end this long ago

Figures = dict[str, int]


class Waybills(msgspec.Struct, frozen=True, kw_only=True):
    """The waybill numbers taken in a period, each in one place: printed, voided, shipped without our label, or waiting.

    ``astray``: void, and a parcel left under it all the same; ``doubled``: printed as new more than once.
    """

    taken: int
    printed: int
    voided: int
    shipped: int
    waiting: int = 0
    astray: int = 0
    doubled: int = 0

    @property
    def adds_up(self) -> bool:
        parts = self.printed + self.voided + self.shipped + self.waiting
        return self.taken == parts and not self.astray and not self.doubled


class Reconciliation(msgspec.Struct, frozen=True, kw_only=True):
    """What was found. ``findings`` are all rows that are not simply linked; the books of ``until_at`` are whole.

    ``difference_fen`` explains what both sides' sums differ by, part by part. ``complete``: both sides were read to
    the end of the period, or to now while it runs. ``faults``: equations that do not hold.
    """

    period: Period
    until_at: int
    complete: bool
    counts: Figures
    sums_fen: Figures
    difference_fen: Figures
    findings: tuple[Finding, ...]
    rows: tuple[Row, ...]
    gone: tuple[Row, ...] = ()
    recovered: tuple[str, ...] = ()
    came_late: tuple[str, ...] = ()
    waybills: Waybills | None = None
    faults: tuple[str, ...] = ()
    rules: str = VERSION

    @property
    def open(self) -> list[Finding]:
        """What somebody has to look at."""
        return [one for one in self.findings if one.is_open]

    @property
    def is_clean(self) -> bool:
        return self.complete and not self.faults and not self.open


def reconcile(
    books: Books,
    period: Period,
    *,
    now: int,
    settings: ProofSettings = DEFAULTS,
    earlier: Earlier | None = None,
    recovered: Iterable[str] = (),
    waybills: Waybills | None = None,
) -> Reconciliation:
    """Compare both sides of a period; ``now`` in ms UTC says only how far a running period should have been read.

    ``recovered``: numbers that a gap audit had to fetch; those of the period are named in the proof.
    """
    until = whole_until(books, period)
    doubled = doubles(books, settings)
    judged = judge(books, period, doubled, settings)
    placed = place_trades(books, period, doubled, settings)
    rows = tuple(_row(one) for one in judged if one.kind is not Kind.NOT_PAID)
    changes = since(earlier, rows, books)
    reach = _reach(books, period, now)
    counts, sums = _figures(books, period, judged, placed)
    seen = {one.order_no for one in judged} | {one.trade.no for one in placed}
    found = Reconciliation(
        period=period,
        until_at=until,
        complete=not reach,
        counts=counts,
        sums_fen=sums,
        difference_fen=_bridge(books, rows, placed),
        findings=(*reach, *(one for one in judged if one.kind is not Kind.LINKED), *without_order(placed), *changes),
        rows=rows,
        gone=tuple(gone(earlier, rows)),
        recovered=tuple(sorted(no for no in set(recovered) if no in seen)),
        came_late=tuple(came_late(earlier, rows)),
        waybills=waybills,
    )
    return msgspec.structs.replace(found, faults=tuple(faults(found)))


def faults(found: Reconciliation) -> list[str]:
    """The equations that do not hold; none, if all is in order."""
    counts, sums = found.counts, found.sums_fen
    wrong = []
    if counts["paid"] != sum(counts[kind] for kind in EQUATION):
        wrong.append("orders")
    if sums["paid"] != sum(sums[kind] for kind in EQUATION):
        wrong.append("fen")
    if counts["youzan"] != sum(counts[f"youzan_{place}"] for place in Place):
        wrong.append("trades")
    if sums["youzan"] != sum(sums[f"youzan_{place}"] for place in Place):
        wrong.append("trades_fen")
    if sums["paid"] - sums["youzan"] != sum(found.difference_fen.values()):
        wrong.append("difference")
    slips = found.waybills
    if slips is not None and not slips.adds_up:
        wrong.append("waybills")
    return wrong


def _figures(
    books: Books, period: Period, judged: Sequence[Finding], placed: Sequence[Placed]
) -> tuple[Figures, Figures]:
    """Counts and sums: each whole reckoned from the books, each part from what was said of the rows."""
    until = whole_until(books, period)
    paid = [order for order in within(books.orders, period.begin_at, until) if order.is_paid]
    kinds = (*EQUATION, Kind.NOT_PAID)
    counts: Figures = {"paid": len(paid)} | dict.fromkeys(map(str, kinds), 0)
    sums: Figures = {"paid": sum(order.amount_fen or 0 for order in paid)} | dict.fromkeys(map(str, kinds), 0)
    for one in judged:
        counts[one.kind] += 1
        sums[one.kind] += one.amount_fen or 0
    brought = _brought_in(books, period, until)
    counts["youzan"], sums["youzan"] = len(brought), sum(trade.amount_fen or 0 for trade in brought)
    for place, (number, fen) in _by_place(placed).items():
        counts[f"youzan_{place}"], sums[f"youzan_{place}"] = number, fen
    return counts, sums


def _brought_in(books: Books, period: Period, until: int) -> list[Sold]:
    return [trade for trade in within(books.trades, period.begin_at, until) if trade.is_paid]


def _by_place(placed: Sequence[Placed]) -> Mapping[str, tuple[int, int]]:
    numbers, sums = tally(placed)
    return {place: (numbers[place], sums[place]) for place in numbers}


def _bridge(books: Books, rows: Sequence[Row], placed: Sequence[Placed]) -> Figures:
    """Why Kuaishou's sum less Youzan's is what it is."""
    here = {one.trade.no: one.trade.amount_fen or 0 for one in placed if one.place is Place.PAIRED}
    parts = dict.fromkeys(("without_trade", "amounts", "trade_elsewhere"), 0)
    for row in rows:
        amount = row.amount_fen or 0
        if row.trade_no in here:
            parts["amounts"] += amount - here.pop(row.trade_no)
        elif row.trade_amount_fen is not None:
            parts["trade_elsewhere"] += amount
        else:
            parts["without_trade"] += amount
    _, sums = tally(placed)
    for place in Place:
        if place is not Place.PAIRED:
            parts[place.value] = -sums[place]
    return parts


def _row(one: Finding) -> Row:
    return Row(one.order_no or "", one.paid_at or 0, one.amount_fen, one.kind, one.trade_no, one.trade_amount_fen)


def _reach(books: Books, period: Period, now: int) -> list[Finding]:
    """The sides whose books do not reach far enough."""
    if now < period.begin_at:
        return [Finding(kind=Kind.INCOMPLETE, reason="not_begun")]
    due = min(period.end_at, now - SLACK_MS)
    sides = (
        ("kuaishou", books.kuaishou_since, books.kuaishou_until),
        ("youzan", books.youzan_since, books.youzan_until),
    )
    found = []
    for side, since_at, until_at in sides:
        if since_at is not None and since_at > period.begin_at:
            found.append(Finding(kind=Kind.INCOMPLETE, reason=f"{side}_begins", evidence={"since_at": since_at}))
        if until_at is None or until_at < due:
            found.append(Finding(kind=Kind.INCOMPLETE, reason=f"{side}_not_read", evidence={"until_at": until_at}))
    for side, key in books.unreadable:
        found.append(Finding(kind=Kind.INCOMPLETE, reason="unreadable", evidence={"side": side, "key": key}))
    return found
