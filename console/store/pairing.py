"""Which Youzan item is the same goods as which Kuaishou item, in the file: what stands, then what ``rules.codes`` says.

This is the one truth of what is linked: links that were kept stand, whatever the codes say; codes join what is left,
but no pair that a person has parted. ``rules.linking`` says the same of a dry run; a test holds both together.
"""

from sqlalchemy import Connection

from console.rules.codes import Goods, pair_up
from console.rules.links import Held
from console.store.views import Pair

__all__ = ["Goods", "goods_of", "held", "pair_items", "pair_up", "rows_apart", "standing"]

_ROWS = """
SELECT y.id, k.id FROM {table} AS l
JOIN items AS k ON k.shop_id = l.kuaishou_shop_id AND k.item_id = l.kuaishou_item_id AND NOT k.gone
JOIN items AS y ON y.shop_id = l.youzan_shop_id AND y.item_id = l.youzan_item_id AND NOT y.gone
WHERE ? IS NULL OR (l.kuaishou_shop_id = ? AND l.youzan_shop_id = ?)
"""
_LINKED, _APART = _ROWS.format(table="goods_links"), _ROWS.format(table="goods_apart")
_HELD = "SELECT kuaishou_item_id, youzan_item_id FROM {table} WHERE kuaishou_shop_id = ? AND youzan_shop_id = ?"


def held(conn: Connection, pair: Pair) -> Held:
    """What was decided of a pair's goods, also of such as are gone."""
    links = conn.exec_driver_sql(_HELD.format(table="goods_links") + " ORDER BY id", pair.shop_ids)
    apart = conn.exec_driver_sql(_HELD.format(table="goods_apart"), pair.shop_ids)
    return Held(links=tuple((k, y) for k, y in links), refused=frozenset((k, y) for k, y in apart))


def rows_apart(conn: Connection, pair: Pair | None = None) -> set[tuple[int, int]]:
    """The (Youzan row, Kuaishou row) pairs that a person parted; ``pair`` None: of all shops."""
    return _rows(conn, _APART, pair)


def standing(conn: Connection, pair: Pair) -> dict[int, int]:
    """Youzan row → Kuaishou row, of everything that is linked."""
    found = dict(_rows(conn, _LINKED, pair))
    taken = set(found.values())
    apart = rows_apart(conn, pair)
    by_code = pair_up(goods_of(conn, pair.kuaishou_shop_id), goods_of(conn, pair.youzan_shop_id))
    fresh = {
        there: here
        for there, here in by_code.items()
        if there not in found and here not in taken and (there, here) not in apart
    }
    return found | fresh


def pair_items(conn: Connection, pair: Pair) -> int:
    """Show each Youzan item under its Kuaishou item; returns how many rows that moved. Writes only differences."""
    found = standing(conn, pair)
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


def _rows(conn: Connection, statement: str, pair: Pair | None) -> set[tuple[int, int]]:
    shops = (None, None, None) if pair is None else (pair.kuaishou_shop_id, *pair.shop_ids)
    return {(there, here) for there, here in conn.exec_driver_sql(statement, shops)}
