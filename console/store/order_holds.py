"""暂缓发货: which orders the merchant keeps back, and what is said of each. ``holding`` is where it is decided.

A hold is of the sale, whichever of its two rows it was put on. Once the goods have left it keeps nothing back any more.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from console.rules.after_sales import ShippingHold
from console.rules.holding import Hold
from console.store.pages import as_json_list
from console.store.views import Pair, Shape

KEPT = "SELECT coalesce(x.under_id, x.id) FROM order_holds AS h CROSS JOIN orders AS x ON x.id = h.order_id"
"""The rows of the list that are kept back, for a question inside another: from the few holds to their orders."""

OVER = ("received", "success", "closed")
"""What nothing leaves for any more."""

_HOLD = "h.reason, h.held_at, h.held_by, h.until_at"
_OF_ROW = """h.order_id = (SELECT x.order_id FROM order_holds AS x
  WHERE x.order_id = o.id OR x.order_id IN (SELECT y.id FROM orders AS y WHERE y.under_id = o.id) LIMIT 1)"""
_ROWS = f"""
SELECT o.id, o.shop_id, o.order_no, o.status, {_HOLD}
FROM json_each(?) AS chosen JOIN orders AS o ON o.id = chosen.value LEFT JOIN order_holds AS h ON {_OF_ROW}
ORDER BY chosen.key
"""  # noqa: S608 - our own words
_ENDING = f"""
SELECT o.id, o.shop_id, o.order_no, o.status, {_HOLD}
FROM order_holds AS h CROSS JOIN orders AS x ON x.id = h.order_id
CROSS JOIN orders AS o ON o.id = coalesce(x.under_id, x.id)
WHERE h.until_at <= ? OR o.status IN ('received', 'success', 'closed')
ORDER BY h.until_at, o.id
"""  # noqa: S608 - our own words
_DUE = f"""
SELECT o.id, o.shop_id, o.order_no, o.status, {_HOLD}, o.ship_by_at, count(*) OVER ()
FROM order_holds AS h CROSS JOIN orders AS x ON x.id = h.order_id
CROSS JOIN orders AS o ON o.id = coalesce(x.under_id, x.id)
WHERE o.status = 'to_ship' AND NOT o.risk AND NOT o.refunding AND o.ship_by_at BETWEEN ? AND ?
GROUP BY o.id ORDER BY o.ship_by_at, o.id LIMIT 1
"""  # noqa: S608 - our own words
_GATE = f"""
SELECT {_HOLD} FROM orders AS me
JOIN orders AS l ON l.id = coalesce(me.under_id, me.id)
JOIN order_holds AS h ON h.order_id = l.id OR h.order_id IN (SELECT x.id FROM orders AS x WHERE x.under_id = l.id)
LEFT JOIN order_terms AS t ON t.order_id = l.id
WHERE me.shop_id = ? AND me.order_no = ? AND (l.status IN ('unpaid', 'pending', 'to_ship', 'unknown')
  OR (l.status = 'shipped' AND json_extract(t.terms, '$.pieces_sent') IS NOT NULL))
LIMIT 1
"""  # noqa: S608 - our own words

_HAND_OVER = f"""
INSERT OR IGNORE INTO order_holds (order_id, reason, held_at, held_by, until_at)
SELECT other.id, {_HOLD} FROM order_holds AS h CROSS JOIN orders AS mine ON mine.id = h.order_id
JOIN orders AS other ON other.id = mine.under_id OR other.under_id = mine.id
WHERE mine.shop_id = ?1 AND other.shop_id <> ?1
"""  # noqa: S608 - our own words


class HeldRow(Shape, frozen=True, kw_only=True):
    """A row of the list and its hold, if it is kept back."""

    id: int
    shop_id: str
    order_no: str
    status: str
    hold: Hold | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing leaves for it any more."""
        return self.status in OVER


class Due(Shape, frozen=True, kw_only=True):
    """The most urgent order of some that are kept back, and how many they are."""

    order_no: str
    hold: Hold
    ship_by_at: int
    number: int


def held_rows(conn: Connection, row_ids: Sequence[int]) -> list[HeldRow]:
    """These rows in their order, kept back or not."""
    return [_row(row) for row in conn.exec_driver_sql(_ROWS, (as_json_list(list(row_ids)),)).all()]


def ending(conn: Connection, now: int) -> list[HeldRow]:
    """Kept back until a time that has come, or over: nobody has to let them go."""
    return [_row(row) for row in conn.exec_driver_sql(_ENDING, (now,)).all()]


def hand_over(conn: Connection, shop_id: str) -> None:
    """A shop is about to be forgotten: what is kept back by its row of a sale is so by the row that stays."""
    conn.exec_driver_sql(_HAND_OVER, (shop_id,))


def due(conn: Connection, begin: int, end: int) -> Due | None:
    """What is kept back though it must leave between two instants; None: nothing."""
    row = conn.exec_driver_sql(_DUE, (begin, end)).one_or_none()
    return None if row is None else Due(order_no=row[2], hold=_hold(row[4:8]), ship_by_at=row[8], number=row[9])


def count_kept(conn: Connection, row_ids: Sequence[int]) -> int:
    """How many of these rows are kept back."""
    asked = f"SELECT count(*) FROM json_each(?) AS chosen WHERE chosen.value IN ({KEPT})"  # noqa: S608 - our own words
    return int(conn.exec_driver_sql(asked, (as_json_list(list(row_ids)),)).scalar_one())


def all_kept(conn: Connection, pair: Pair | None = None) -> int:
    """How many rows of the list are kept back, of a pair or of all shops."""
    asked = f"SELECT count(*) FROM orders AS o WHERE o.under_id IS NULL AND o.id IN ({KEPT})"  # noqa: S608 - our own words
    if pair is None:
        return int(conn.exec_driver_sql(asked).scalar_one())
    asked += " AND o.shop_id IN (SELECT value FROM json_each(?))"
    return int(conn.exec_driver_sql(asked, (as_json_list(list(pair.shop_ids)),)).scalar_one())


def kept_back(conn: Connection, shop_id: str, order_no: str) -> ShippingHold | None:
    """Whether the merchant keeps the sale of this order back, and why; None as soon as the goods have left."""
    row = conn.exec_driver_sql(_GATE, (shop_id, order_no)).one_or_none()
    return None if row is None else ShippingHold(reason="kept", hold=_hold(row))


def _row(row: Any) -> HeldRow:
    return HeldRow(
        id=row[0],
        shop_id=row[1],
        order_no=row[2],
        status=row[3],
        hold=None if row[4] is None else _hold(row[4:8]),
    )


def _hold(row: Any) -> Hold:
    return Hold(reason=row[0], since_at=row[1], by=row[2], until_at=row[3])
