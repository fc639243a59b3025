"""How likely is each pair when every trade belongs to at most one order, and every order to at most one trade.

Pairs that share an order or a trade form a group. In a small group all ways to pair it up are counted, each weighted by
the odds of its pairs; a pair's probability is its share of that. So a pair that is only one of two equally good ways
gets one half, and one that is forced by its neighbours gets nearly one, without any rule for either case.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from console.core.turns import let_go, sorted_in_turns

Pair = tuple[int, int]  # index of an order, index of a trade

GROUP_SIDE = 9  # a group with more on its smaller side is not counted out: 2^9 states are quick, 2^20 are not


def groups(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """The pairs, split so that no order and no trade appears in two groups; in the order of their first pair."""
    pairs = sorted_in_turns(pairs)
    by_order: dict[int, list[Pair]] = defaultdict(list)
    by_trade: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_order[pair[0]].append(pair)
        by_trade[pair[1]].append(pair)
    seen: set[Pair] = set()
    for first in pairs:
        if first in seen:
            continue
        seen.add(first)
        group = [first]
        for order, trade in group:  # grows while it is walked
            for near in (*by_order[order], *by_trade[trade]):
                if near not in seen:
                    seen.add(near)
                    group.append(near)
        yield sorted(group)
    let_go(pairs, by_order, by_trade, seen)


def probabilities(odds: Mapping[Pair, float]) -> dict[Pair, float]:
    """The probability of each pair of one group, from its odds (log10). Too large a group gives no answer: zeros."""
    rows = sorted({order for order, _ in odds})
    columns = sorted({trade for _, trade in odds})
    turned = len(columns) > len(rows)
    if turned:
        rows, columns = columns, rows
    if len(columns) > GROUP_SIDE:
        return dict.fromkeys(odds, 0.0)
    bit = {column: 1 << place for place, column in enumerate(columns)}
    choices: list[list[tuple[int, float, Pair]]] = [[] for _ in rows]
    place = {row: at for at, row in enumerate(rows)}
    for pair, exponent in odds.items():
        row, column = (pair[1], pair[0]) if turned else pair
        choices[place[row]].append((bit[column], 10.0**exponent, pair))
    return _shares(choices)


def _shares(choices: list[list[tuple[int, float, Pair]]]) -> dict[Pair, float]:
    """Weights of all pairings before and after each row, by the set of columns taken; a row may also stay alone."""
    before: list[dict[int, float]] = [{0: 1.0}]
    for options in choices:
        state: dict[int, float] = defaultdict(float)
        for taken, weight in before[-1].items():
            state[taken] += weight
            for column, factor, _ in options:
                if not taken & column:
                    state[taken | column] += weight * factor
        before.append(state)
    after: dict[int, float] = dict.fromkeys(before[-1], 1.0)
    total = sum(before[-1].values())
    shares: dict[Pair, float] = {}
    for row in reversed(range(len(choices))):
        step: dict[int, float] = {}
        for taken in before[row]:
            step[taken] = after[taken] + sum(
                factor * after[taken | column] for column, factor, _ in choices[row] if not taken & column
            )
        for column, factor, pair in choices[row]:
            shares[pair] = (
                sum(
                    weight * factor * after[taken | column]
                    for taken, weight in before[row].items()
                    if not taken & column
                )
                / total
            )
        after = step
    return shares
