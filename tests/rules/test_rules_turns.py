"""What matching sorts and frees it sorts and frees a little at a time, so that the window's loop gets its turn."""

import builtins
from collections.abc import Iterable
from random import Random
from typing import Any

import pytest

from console.core import turns
from console.core.clock import MINUTE, SECOND
from console.rules import assignment, matching
from console.rules.evidence import Candidate

DAY = 1_790_000_000_000


@pytest.mark.parametrize("count", [0, 1, turns.BREATH, 3 * turns.BREATH + 7])
def test_it_sorts_as_sorted_does(count: int) -> None:
    dice = Random(count)
    rows = [(dice.randrange(50), at) for at in range(count)]
    dice.shuffle(rows)
    assert turns.sorted_in_turns(rows) == sorted(rows)
    by_first = turns.sorted_in_turns(rows, key=lambda row: row[0])
    assert by_first == sorted(rows, key=lambda row: row[0]), "and leaves those that are equal in their order"


def test_what_is_needed_no_more_is_emptied() -> None:
    rows, by_number, seen = list(range(2_500)), dict.fromkeys(range(2_500)), set(range(2_500))
    turns.let_go(rows, by_number, seen)
    assert (rows, by_number, seen) == ([], {}, set())


def test_no_sort_of_a_matching_is_longer_than_a_breath(monkeypatch: pytest.MonkeyPatch) -> None:
    longest = 0

    def counted(rows: Iterable[Any], *args: Any, **how: Any) -> list[Any]:
        nonlocal longest
        known = list(rows)
        longest = max(longest, len(known))
        return builtins.sorted(known, *args, **how)

    for module in (matching, assignment, turns):
        monkeypatch.setattr(module, "sorted", counted, raising=False)
    count = 2 * turns.BREATH + 1
    common: dict[str, Any] = {"codes": ("A",), "amount_fen": 100}
    times = [DAY + at * 5 * MINUTE for at in range(count)]
    orders = [Candidate(no=f"{at:05}", paid_at=paid_at, **common) for at, paid_at in enumerate(times)]
    trades = [
        Candidate(no=f"E{at:05}", paid_at=paid_at + SECOND, imported=True, **common) for at, paid_at in enumerate(times)
    ]
    links = matching.match(orders, trades, now=DAY)
    assert [link.trade_no for link in links] == [trade.no for trade in trades]
    assert 0 < longest <= turns.BREATH
