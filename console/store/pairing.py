"""Which Youzan item is the same goods as which Kuaishou item, in the file: what ``rules.codes`` says of both shops."""

from sqlalchemy import Connection

from console.rules.codes import Goods, pair_up
from console.store.views import Pair

__all__ = ["Goods", "goods_of", "pair_items", "pair_up"]


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
