"""Which Youzan trade is the import of which Kuaishou order: by number where one is carried, else by evidence.

A pure function of the two books. A trade is never given to two orders, and never guessed: where two answers are about
equally likely the order is *ambiguous* and a person decides. Cost grows with the number of rows: pairs are looked for
only among rows of the same code or the same amount that were paid within the tolerance.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

from console.core.clock import MINUTE, SECOND
from console.core.model import Link, OrderStatus
from console.core.model import Mapping as Standing
from console.core.turns import let_go, sorted_in_turns
from console.rules.assignment import GROUP_SIDE, Pair, groups, probabilities
from console.rules.evidence import LEAST, Candidate, Evidence, weigh

__all__ = ["Candidate", "MatchingSettings", "match"]

SURE = 3.0  # powers of ten by which a pair beats every rival before it is taken out of a large group
VERSION = "2026-11"  # of these rules, for the audit
DUPLICATE = 2.0  # powers of ten with which a second trade must fit an order to be called its doubled import


class MatchingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What a merchant may turn. Below ``threshold`` a person is asked; times are ms."""

    threshold: float = 0.95
    lag_ms: int = 30 * MINUTE  # an import may take this long before it is missed
    pay_tolerance_ms: int = 2 * MINUTE  # a trade's pay time may lie this much after its order's


DEFAULTS = MatchingSettings()


def match(
    orders: Sequence[Candidate],
    trades: Sequence[Candidate],
    *,
    now: int,
    settings: MatchingSettings = DEFAULTS,
    apart: Set[tuple[str, str]] = frozenset(),
) -> list[Link]:
    """One link for every order, and one for every imported trade whose order is missing; ``now`` in ms UTC.

    Rows are sorted by number first, so the same books give the same links whatever order they come in. Order and trade
    that a person set ``apart`` are never brought together, whatever speaks for it.
    """
    books = _Books(orders, trades, settings, apart)
    links = books.links(now)
    let_go(books.orders, books.trades, books.found, books.taken)
    return links


class _Books:
    """Both sides, and who is taken: the state of one matching."""

    def __init__(
        self,
        orders: Iterable[Candidate],
        trades: Iterable[Candidate],
        settings: MatchingSettings,
        apart: Set[tuple[str, str]],
    ) -> None:
        self.orders = sorted_in_turns(orders, key=_number)
        self.trades = sorted_in_turns(trades, key=_number)
        self.settings = settings
        self.apart = apart
        self.found: dict[int, Link] = {}  # by index of the order
        self.taken: set[int] = set()  # indexes of trades that have found their place
        self.orphans: set[int] = set()  # trades whose number names no order in reach

    def links(self, now: int) -> list[Link]:
        self._by_number()
        pairs = self._pairs()
        open_pairs = {pair: evidence for pair, evidence in pairs.items() if pair[0] not in self.found}
        chances = self._chances(open_pairs)
        self._take_likely(open_pairs, chances)
        self._take_doubled(pairs)
        asked = self._ask(pairs, chances)
        links = [*self._order_rows(now), *self._trade_rows(now, asked)]
        let_go(pairs, open_pairs, chances, asked)
        return links

    def _by_number(self) -> None:
        """A carried number settles it: confidence 1, whatever else is said."""
        index = {line: at for at, order in enumerate(self.orders) for line in order.line_nos if line}
        index.update({order.no: at for at, order in enumerate(self.orders)})
        carried: dict[int, list[int]] = defaultdict(list)
        for at, trade in enumerate(self.trades):
            numbers = [number for number in (trade.outer_no, *trade.line_nos) if number]
            named = [index[number] for number in numbers if number in index]
            if named and self._are_apart(named[0], at):
                continue
            if named:
                carried[named[0]].append(at)
            elif trade.outer_no:
                self.orphans.add(at)
        for order, indexes in carried.items():
            self.taken.update(indexes)
            first, is_doubled = self._kept(order, indexes)
            amounts = {self.orders[order].amount_fen, self.trades[first].amount_fen} - {None}
            same = Standing.LINKED if len(amounts) < 2 else Standing.AMOUNT_DIFFERS
            standing = Standing.DUPLICATE if is_doubled else same
            self._link(order, first, standing, 1.0, "outer_no")
        let_go(index, carried)

    def _pairs(self) -> dict[Pair, Evidence]:
        """Every order and unnumbered imported trade that may well belong together."""
        by_code: dict[object, list[tuple[int, int]]] = defaultdict(list)
        by_amount: dict[object, list[tuple[int, int]]] = defaultdict(list)
        paid = sorted_in_turns((order.paid_at, at) for at, order in enumerate(self.orders) if order.paid_at is not None)
        for paid_at, at in paid:
            order = self.orders[at]
            by_code[(tuple(sorted(order.codes)), order.quantity)].append((paid_at, at))
            by_amount[(order.amount_fen, order.quantity)].append((paid_at, at))
        pairs: dict[Pair, Evidence] = {}
        for at, trade in enumerate(self.trades):
            if not trade.imported or trade.paid_at is None or at in self.taken or at in self.orphans:
                continue
            reach = (trade.paid_at - self.settings.pay_tolerance_ms - SECOND, trade.paid_at + SECOND)
            near = _between(by_code.get((tuple(sorted(trade.codes)), trade.quantity), ()), *reach)
            near |= _between(by_amount.get((trade.amount_fen, trade.quantity), ()), *reach)
            for order_at in near:
                if self._are_apart(order_at, at):
                    continue
                evidence = weigh(self.orders[order_at], trade, self.settings.pay_tolerance_ms)
                if evidence is not None and evidence.odds > LEAST:
                    pairs[(order_at, at)] = evidence
        let_go(paid, by_code, by_amount)
        return pairs

    def _chances(self, pairs: Mapping[Pair, Evidence]) -> dict[Pair, float]:
        """The probability of each pair, given all the others."""
        odds = {pair: evidence.odds for pair, evidence in pairs.items()}
        chances: dict[Pair, float] = {}
        for group in groups(odds):
            if min(len({order for order, _ in group}), len({trade for _, trade in group})) <= GROUP_SIDE:
                chances |= probabilities({pair: odds[pair] for pair in group})
                continue
            sure = _sure({pair: odds[pair] for pair in group})
            chances |= dict.fromkeys(sure, 1 - 10**-SURE)
            orders, trades = {order for order, _ in sure}, {trade for _, trade in sure}
            rest = [pair for pair in group if pair[0] not in orders and pair[1] not in trades]
            for part in groups(rest):
                chances |= probabilities({pair: odds[pair] for pair in part})
        return chances

    def _take_likely(self, pairs: Mapping[Pair, Evidence], chances: Mapping[Pair, float]) -> None:
        for pair in sorted_in_turns(chances, key=lambda one: (-chances[one], one)):
            order, trade = pair
            if chances[pair] < self.settings.threshold or order in self.found or trade in self.taken:
                continue
            differs = pairs[pair].amount is False
            standing = Standing.AMOUNT_DIFFERS if differs else Standing.LINKED
            self.taken.add(trade)
            self._link(order, trade, standing, round(chances[pair], 4), pairs[pair].reason)

    def _take_doubled(self, pairs: Mapping[Pair, Evidence]) -> None:
        """A trade left over that fits one order very well, and no order without a trade: a doubled import."""
        choices: dict[int, list[tuple[float, int]]] = defaultdict(list)
        rivals: dict[int, set[int]] = defaultdict(set)  # orders still open, by trade
        for (order, trade), evidence in pairs.items():
            if trade not in self.taken:
                choices[trade].append((evidence.odds, order))
                if order not in self.found:
                    rivals[trade].add(order)
        doubled: dict[int, list[int]] = defaultdict(list)
        for trade, options in choices.items():
            (odds, order), *others = sorted(options, reverse=True)
            clear = all(odds - other >= DUPLICATE for other, _ in others)
            if odds >= DUPLICATE and clear and rivals[trade] <= {order}:
                doubled[order].append(trade)
        for order, extra in sorted(doubled.items()):
            known = self.found.get(order)
            if known is None and len(extra) < 2:
                continue
            self.taken.update(extra)
            if known is not None:
                self.found[order] = msgspec.structs.replace(known, mapping=Standing.DUPLICATE)
                continue
            first, _ = self._kept(order, extra)
            evidence = pairs[(order, first)]
            confidence = round(1 / (1 + 10**-evidence.odds), 4)
            self._link(order, first, Standing.DUPLICATE, confidence, evidence.reason)

    def _ask(self, pairs: Mapping[Pair, Evidence], chances: Mapping[Pair, float]) -> set[int]:
        """Orders that some free trade may well belong to are ambiguous; gives the trades concerned."""
        asked: set[int] = set()
        best: dict[int, float] = {}
        for (order, trade), chance in chances.items():
            if order not in self.found and trade not in self.taken:
                asked.add(trade)
                best[order] = max(chance, best.get(order, 0.0))
        for order, chance in best.items():
            self.found[order] = Link(
                order_no=self.orders[order].no,
                trade_no=None,
                mapping=Standing.AMBIGUOUS,
                confidence=round(chance, 4),
            )
        return asked

    def _order_rows(self, now: int) -> Iterable[Link]:
        for at, order in enumerate(self.orders):
            due = order.paid_at is not None and now - order.paid_at > self.settings.lag_ms
            standing = Standing.MISSING_TRADE if due else Standing.WAITING
            yield self.found.get(at) or Link(order_no=order.no, trade_no=None, mapping=standing)

    def _trade_rows(self, now: int, asked: set[int]) -> Iterable[Link]:
        """Imported trades without an order, once the order had time to show up."""
        for at, trade in enumerate(self.trades):
            if at in self.taken or at in asked or not (trade.imported or at in self.orphans):
                continue
            seen_at = trade.created_at if trade.paid_at is None else trade.paid_at
            if trade.paid_at is None and at not in self.orphans:
                continue
            if seen_at is None or now - seen_at > self.settings.lag_ms:
                yield Link(order_no=None, trade_no=trade.no, mapping=Standing.MISSING_ORDER)

    def _link(self, order: int, trade: int, standing: Standing, confidence: float, reason: str) -> None:
        self.found[order] = Link(
            order_no=self.orders[order].no,
            trade_no=self.trades[trade].no,
            mapping=standing,
            confidence=confidence,
            reason=reason,
        )

    def _are_apart(self, order: int, trade: int) -> bool:
        return bool(self.apart) and (self.orders[order].no, self.trades[trade].no) in self.apart

    def _kept(self, order: int, trades: Sequence[int]) -> tuple[int, bool]:
        """Of several imports of an order the one it goes on with, and whether others still do.

        One that was closed while the order goes on is done with: nothing is shipped or counted by it.
        """
        goes_on = self.orders[order].status is not OrderStatus.CLOSED
        live = [at for at in trades if goes_on and self.trades[at].status is not OrderStatus.CLOSED] or trades
        return min(live, key=self._age), len(live) > 1

    def _age(self, trade: int) -> tuple[int, str]:
        """Sorts trades oldest first: of two imports the first is the one to keep."""
        return (self.trades[trade].created_at or 0, self.trades[trade].no)


def _number(row: Candidate) -> str:
    return row.no


def _between(rows: Sequence[tuple[int, int]], begin: int, end: int) -> set[int]:
    """Indexes of the rows paid in ``begin…end``; rows are sorted by pay time."""
    return {at for _, at in rows[bisect_left(rows, (begin, -1)) : bisect_right(rows, (end, 1 << 62))]}


def _sure(odds: Mapping[Pair, float]) -> set[Pair]:
    """Pairs that beat every rival of their order and of their trade by ``SURE``."""
    by_order: dict[int, list[float]] = defaultdict(list)
    by_trade: dict[int, list[float]] = defaultdict(list)
    for (order, trade), value in odds.items():
        by_order[order].append(value)
        by_trade[trade].append(value)
    return {
        (order, trade)
        for (order, trade), value in odds.items()
        if value >= SURE and all(_stands_out(value, rivals) for rivals in (by_order[order], by_trade[trade]))
    }


def _stands_out(value: float, rivals: list[float]) -> bool:
    return sum(rival > value - SURE for rival in rivals) == 1
