"""The other side of a period: where each trade brought in from Kuaishou and paid in it belongs.

Together the places are all such trades, and the difference between both sides' sums is explained by them to the fen.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from console.core.model import Mapping as Standing
from console.rules.evidence import LEAST, Candidate, weigh
from console.rules.proof_books import Books, Finding, Kind, ProofSettings, Sold, as_of, whole_until, within
from console.rules.proof_period import Period

DOUBLE_ODDS = 2.0  # powers of ten with which a loose trade must fit the order it is said to double


class Place(StrEnum):
    """Where a trade belongs."""

    PAIRED = "paired"  # to an order of the period
    DOUBLE = "double"  # to an order that has another one
    ELSEWHERE = "elsewhere"  # to an order paid on another day: payments around midnight
    NO_ORDER = "no_order"
    TO_CONFIRM = "to_confirm"  # it may belong to an order that matching could not decide
    WAITING = "waiting"  # its order is not due yet


class Placed(NamedTuple):
    """A trade in its place, with the order it belongs to where that is known."""

    trade: Sold
    place: Place
    order_no: str | None
    reason: str


def doubles(books: Books, settings: ProofSettings) -> dict[str, str]:
    """For each loose trade that was brought in a second time, the order: by number, else where evidence is strong."""
    known = {order.no for order in (*books.orders, *books.others)}
    twice = [one for one in books.doubted if _mapping(books, one.no) is Standing.DUPLICATE]
    found: dict[str, str] = {}
    for trade in books.loose:
        named = next((no for no in (trade.outer_no, *trade.line_nos) if no in known), None)
        order_no = named if named is not None else _likeliest(trade, twice, settings)
        if order_no is None or trade.no in _parted(books, order_no):
            continue
        said = books.said.get(order_no)
        if said is not None and (said.trade_no is not None or said.mapping is Standing.DUPLICATE):
            found[trade.no] = order_no
    return found


def _likeliest(trade: Candidate, orders: Sequence[Candidate], settings: ProofSettings) -> str | None:
    weighed = [(weigh(order, trade, settings.pay_tolerance_ms), order.no) for order in orders]
    fitting = [(evidence.odds, no) for evidence, no in weighed if evidence is not None]
    odds, no = max(fitting, default=(0.0, None))
    return no if odds >= DOUBLE_ODDS else None


def _mapping(books: Books, order_no: str) -> Standing | None:
    said = books.said.get(order_no)
    return None if said is None else said.mapping


def _parted(books: Books, order_no: str) -> Sequence[str]:
    said = books.said.get(order_no)
    return () if said is None else said.parted


def place_trades(books: Books, period: Period, doubled: Mapping[str, str], settings: ProofSettings) -> list[Placed]:
    """Every trade of the period in its place, by number."""
    placing = _Placing(books, period, doubled, settings)
    trades = [trade for trade in books.trades if trade.is_paid]
    return [placing.place(trade) for trade in sorted(within(trades, period.begin_at, placing.until), key=_no)]


def _no(row: Sold) -> str:
    return row.no


class _Placing:
    def __init__(self, books: Books, period: Period, doubled: Mapping[str, str], settings: ProofSettings) -> None:
        self.until = whole_until(books, period)
        self._now = as_of(books, period)
        self._settings = settings
        self._doubled = doubled
        self._owner = {said.trade_no: no for no, said in books.said.items() if said.trade_no is not None}
        self._inside = {order.no: order for order in within(books.orders, period.begin_at, self.until)}
        self._known = {order.no: order for order in (*books.others, *books.orders)}
        self._settled = {
            trade_no: no
            for no, said in books.said.items()
            if said.trade_no is not None
            for trade_no in said.parted
            if trade_no != said.trade_no
        }
        self._loose = {trade.no: trade for trade in books.loose}
        self._undecided = [one for one in books.doubted if _mapping(books, one.no) is Standing.AMBIGUOUS]

    def place(self, trade: Sold) -> Placed:
        if trade.no in self._doubled:
            return Placed(trade, Place.DOUBLE, self._doubled[trade.no], "imported_twice")
        owner = self._owner.get(trade.no)
        if owner is None and trade.no in self._settled:
            return Placed(trade, Place.DOUBLE, self._settled[trade.no], "settled_by_hand")
        order = self._known.get(owner or "")
        if order is not None and not order.is_paid:
            return Placed(trade, Place.NO_ORDER, order.no, "order_unpaid")
        if order is not None:
            inside = order.no in self._inside
            return Placed(trade, Place.PAIRED if inside else Place.ELSEWHERE, order.no, "")
        if owner is not None:
            return Placed(trade, Place.NO_ORDER, owner, "order_gone")
        return self._loose_one(trade)

    def _loose_one(self, trade: Sold) -> Placed:
        candidate = self._loose.get(trade.no)
        if candidate is not None and any(self._may_be(order, candidate) for order in self._undecided):
            return Placed(trade, Place.TO_CONFIRM, None, "several_fit")
        if self._now - (trade.paid_at or 0) <= self._settings.lag_ms:
            return Placed(trade, Place.WAITING, None, "within_lag")
        return Placed(trade, Place.NO_ORDER, None, "no_order")

    def _may_be(self, order: Candidate, trade: Candidate) -> bool:
        evidence = weigh(order, trade, self._settings.pay_tolerance_ms)
        return evidence is not None and evidence.odds > LEAST


def without_order(placed: Sequence[Placed]) -> list[Finding]:
    """What is to be looked at on this side: trades whose order is not in the books, is not paid, or is unclear."""
    return [
        Finding(
            kind=Kind.NO_ORDER,
            reason=one.reason,
            order_no=one.order_no,
            trade_no=one.trade.no,
            trade_amount_fen=one.trade.amount_fen,
            paid_at=one.trade.paid_at,
            evidence={"status": one.trade.status.value},
        )
        for one in placed
        if one.place is Place.NO_ORDER
    ]


def tally(placed: Sequence[Placed]) -> tuple[dict[str, int], dict[str, int]]:
    """How many trades are in each place, and what they come to in fen; each place is there."""
    counts = Counter(one.place for one in placed)
    sums: Counter[Place] = Counter()
    for one in placed:
        sums[one.place] += one.trade.amount_fen or 0
    return ({place.value: counts[place] for place in Place}, {place.value: sums[place] for place in Place})
