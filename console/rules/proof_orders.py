"""Where every Kuaishou order of a period stands: in one of six places if it was paid, aside with its reason if not.

The links are what matching and people said, but they are not believed: amounts, doubled imports, trades that are gone
and states that contradict each other are looked at here once more.
"""

from collections import defaultdict
from collections.abc import Mapping

from console.core.model import Mapping as Standing
from console.core.model import OrderStatus
from console.rules.proof_books import (
    Books,
    Evidence,
    Finding,
    Kind,
    ProofSettings,
    Said,
    Sold,
    as_of,
    when,
    whole_until,
    within,
)
from console.rules.proof_period import Period


def judge(books: Books, period: Period, doubles: Mapping[str, str], settings: ProofSettings) -> list[Finding]:
    """A finding for every order, by number; ``doubles`` names the order that a loose trade was brought in again for.

    Orders paid after both sides were read last are left out: of them nothing can be said yet.
    """
    judging = _Judging(books, doubles, settings, as_of(books, period))
    orders = within(books.orders, period.begin_at, whole_until(books, period))
    return [judging.finding(order) for order in sorted(orders, key=lambda order: order.no)]


class _Judging:
    """What is asked of every order."""

    def __init__(self, books: Books, doubles: Mapping[str, str], settings: ProofSettings, as_of: int) -> None:
        self._settings = settings
        self._as_of = as_of
        self._said = books.said
        self._trades = {trade.no: trade for trade in books.trades}
        self._doubled: dict[str, list[str]] = defaultdict(list)
        for trade_no, order_no in sorted(doubles.items()):
            self._doubled[order_no].append(trade_no)
        self._claims: dict[str, list[str]] = defaultdict(list)
        for order_no, said in books.said.items():
            if said.trade_no is not None:
                self._claims[said.trade_no].append(order_no)

    def finding(self, order: Sold) -> Finding:
        if not order.is_paid:
            closed = order.status is OrderStatus.CLOSED
            return _found(order, Kind.NOT_PAID, "closed_before_payment" if closed else "awaiting_payment")
        said = self._said.get(order.no, Said())
        trade = self._trades.get(said.trade_no or "")
        extra = self._doubled.get(order.no, [])
        live = [no for no in extra if not self._is_void(order, no)]
        more: Evidence = {"doubles": " ".join(extra), **_how(said)}
        if live or (said.mapping is Standing.DUPLICATE and not extra):
            return _found(order, Kind.DUPLICATE, "imported_twice", trade, said.trade_no, more)
        if trade is not None:
            judged = self._paired(order, trade, said)
            if extra and judged.kind is Kind.LINKED:
                return _found(order, Kind.EXPLAINED, "second_trade_closed", trade, said.trade_no, more)
            return judged
        if said.trade_no is not None:
            return _found(order, Kind.MISSING, "trade_gone", None, said.trade_no, _how(said))
        return self._alone(order, said)

    def _is_void(self, order: Sold, trade_no: str) -> bool:
        """A second trade that somebody closed while its order goes on: nothing is shipped or counted by it."""
        trade = self._trades.get(trade_no)
        closed = trade is not None and trade.status is OrderStatus.CLOSED
        return closed and order.status is not OrderStatus.CLOSED

    def _paired(self, order: Sold, trade: Sold, said: Said) -> Finding:
        kind, reason, more = self._standing(order, trade, said)
        return _found(order, kind, reason, trade, trade.no, more | _how(said))

    def _standing(self, order: Sold, trade: Sold, said: Said) -> tuple[Kind, str, Evidence]:
        rivals = [no for no in self._claims[trade.no] if no != order.no]
        if rivals:
            return Kind.TO_CONFIRM, "trade_shared", {"with": " ".join(sorted(rivals))}
        if order.amount_fen is None or trade.amount_fen is None:
            return Kind.TO_CONFIRM, "amount_unknown", {}
        difference = trade.amount_fen - order.amount_fen
        if difference and said.by_hand and said.accepted_fen == difference:
            return Kind.EXPLAINED, "difference_accepted", {"difference_fen": difference, "note": said.note}
        if difference:
            return Kind.AMOUNT_DIFFERS, "amounts", {"difference_fen": difference}
        if not trade.is_paid:
            return Kind.TO_CONFIRM, "trade_unpaid", {}
        if self._contradict(order, trade):
            return Kind.TO_CONFIRM, "closed_on_one_side", {"order": order.status.value, "trade": trade.status.value}
        return Kind.LINKED, "by_hand" if said.by_hand else said.reason, {}

    def _contradict(self, order: Sold, trade: Sold) -> bool:
        """One side is closed, the other goes on, and had the time to hear of it."""
        closed = [row for row in (order, trade) if row.status is OrderStatus.CLOSED]
        if len(closed) != 1 or order.refunding or trade.refunding:
            return False
        since = closed[0].ended_at or closed[0].updated_at
        return since is not None and self._as_of - since > self._settings.lag_ms

    def _alone(self, order: Sold, said: Said) -> Finding:
        """No trade is named. Within the lag nothing is due; some never come, and that is in order."""
        paid_at = order.paid_at or 0
        by_hand: Evidence = {"parted": " ".join(said.parted)} if said.parted else {}
        if said.mapping is Standing.AMBIGUOUS:
            return _found(order, Kind.TO_CONFIRM, "several_fit", more=by_hand | _how(said))
        if order.trial:
            return _found(order, Kind.EXPLAINED, "test", more={"by": "note"})
        if order.status is OrderStatus.CLOSED and order.ended_at is not None:
            after = order.ended_at - paid_at
            if after <= self._settings.lag_ms:
                return _found(order, Kind.EXPLAINED, "refunded_before_import", more={"closed_after_ms": after})
        waited = self._as_of - paid_at
        if waited <= self._settings.lag_ms:
            return _found(order, Kind.EXPLAINED, "within_lag", more={"waited_ms": waited})
        if order.status is OrderStatus.PENDING and waited <= self._settings.held_ms:
            return _found(order, Kind.EXPLAINED, "held", more={"waited_ms": waited})
        return _found(
            order, Kind.MISSING, "parted" if said.parted else "no_trade", more=by_hand | {"waited_ms": waited}
        )


def _how(said: Said) -> Evidence:
    """What the link rests on."""
    found: Evidence = {"link": said.reason} if said.reason else {}
    if said.confidence is not None and not said.by_hand:
        found["confidence_bp"] = round(said.confidence * 10_000)
    return found


def _found(
    order: Sold,
    kind: Kind,
    reason: str,
    trade: Sold | None = None,
    trade_no: str | None = None,
    more: Evidence | None = None,
) -> Finding:
    return Finding(
        kind=kind,
        reason=reason,
        order_no=order.no,
        trade_no=trade_no,
        amount_fen=order.amount_fen,
        trade_amount_fen=None if trade is None else trade.amount_fen,
        paid_at=when(order),
        evidence={"status": order.status.value, **(more or {})},
    )
