"""Which goods are the same by their merchant codes alone: on both sides unique, and never a guess."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple


class Goods(NamedTuple):
    """An item as pairing sees it: its row, the merchant's code of it and of its SKUs."""

    id: int
    code: str
    sku_codes: frozenset[str] = frozenset()


def pair_up(kuaishou: Iterable[Goods], youzan: Iterable[Goods]) -> dict[int, int]:
    """Youzan row → Kuaishou row. By item code where it names one item on each side, else by SKU codes.

    Two items that share SKU codes are the same goods only if no other item shares one of them.
    """
    left, right = list(kuaishou), list(youzan)
    found = _by_code(left, right)
    partners = set(found.values())
    rest_left = [goods for goods in left if goods.id not in partners]
    rest_right = [goods for goods in right if goods.id not in found]
    return found | _by_sku_codes(rest_left, rest_right)


def _bearers(goods: Iterable[Goods]) -> dict[str, list[int]]:
    """SKU code → the rows of the items that have a variant of this code."""
    found: dict[str, list[int]] = {}
    for one in goods:
        for code in one.sku_codes:
            found.setdefault(code, []).append(one.id)
    return found


def _by_code(left: list[Goods], right: list[Goods]) -> dict[int, int]:
    here, there = _unique(left), _unique(right)
    return {there[code]: here[code] for code in here.keys() & there.keys()}


def _unique(goods: list[Goods]) -> dict[str, int]:
    times = Counter(g.code for g in goods)
    return {g.code: g.id for g in goods if g.code and times[g.code] == 1}


def _by_sku_codes(left: list[Goods], right: list[Goods]) -> dict[int, int]:
    """Code by code, never item by item: a shop may give a thousand items the same code."""
    here, there = _bearers(left), _bearers(right)
    suitor: dict[int, int | None] = {}  # the one item of the other side that shares a code; None: there are several
    partner: dict[int, int | None] = {}
    for code in here.keys() & there.keys():
        _meet(suitor, here[code], there[code])
        _meet(partner, there[code], here[code])
    return {row_id: one for row_id, one in partner.items() if one is not None and suitor[one] == row_id}


def _meet(found: dict[int, int | None], rows: list[int], others: list[int]) -> None:
    one = others[0] if len(others) == 1 else None
    for row_id in rows:
        found[row_id] = one if found.setdefault(row_id, one) == one else None
