"""Which Youzan item is the same goods as which Kuaishou item: by merchant code, on both sides unique."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection

from console.store.views import Pair


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


def _bearers(goods: list[Goods]) -> dict[str, list[int]]:
    bearers: dict[str, list[int]] = {}
    for g in goods:
        for code in g.sku_codes:
            bearers.setdefault(code, []).append(g.id)
    return bearers


def pair_items(conn: Connection, pair: Pair) -> int:
    """Show each Youzan item under its Kuaishou item; returns how many rows that moved. Writes only differences."""
    found = pair_up(goods_of(conn, pair.kuaishou_shop_id), goods_of(conn, pair.youzan_shop_id))
    shown = conn.exec_driver_sql("SELECT id, under_id FROM items WHERE shop_id = ?", (pair.youzan_shop_id,))
    moved = [(found.get(row_id), row_id) for row_id, under_id in shown if found.get(row_id) != under_id]
    if moved:
        conn.exec_driver_sql("UPDATE items SET under_id = ? WHERE id = ?", moved)
    return len(moved)


def goods_of(conn: Connection, shop_id: str) -> list[Goods]:
    """A shop's items that are not gone, with their codes."""
    codes: dict[str, set[str]] = {}
    skus = "SELECT item_id, code FROM skus WHERE shop_id = ? AND NOT gone AND code <> ''"
    for item_id, code in conn.exec_driver_sql(skus, (shop_id,)):
        codes.setdefault(item_id, set()).add(code)
    items = "SELECT id, item_id, code FROM items WHERE shop_id = ? AND NOT gone"
    return [
        Goods(row_id, code, frozenset(codes.get(item_id, ())))
        for row_id, item_id, code in conn.exec_driver_sql(items, (shop_id,))
    ]
