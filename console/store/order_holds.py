"""暂缓发货: orders that the merchant keeps back until somebody lets them go again. Ours alone: no platform is told.

A hold is of the sale, whichever of its two rows it was put on. It ends by itself once the goods have left: then it
keeps nothing back any more, though its row stays until somebody lets go.
"""

from collections.abc import Sequence

from sqlalchemy import Connection

from console.core.errors import Refused
from console.rules.after_sales import ShippingHold
from console.store import audit
from console.store.pages import as_json_list

KEPT = "SELECT coalesce(x.under_id, x.id) FROM order_holds AS h JOIN orders AS x ON x.id = h.order_id"
"""The rows of the list that are kept back, for a question inside another."""

_ROWS = """
SELECT o.id, o.shop_id, o.order_no, (SELECT h.reason FROM order_holds AS h WHERE h.order_id = o.id OR h.order_id IN
  (SELECT x.id FROM orders AS x WHERE x.under_id = o.id) LIMIT 1), o.status
FROM json_each(?) AS chosen JOIN orders AS o ON o.id = chosen.value ORDER BY chosen.key
"""
_OVER = ("received", "success", "closed")
_REASON = """
SELECT h.reason FROM orders AS me
JOIN orders AS l ON l.id = coalesce(me.under_id, me.id)
JOIN order_holds AS h ON h.order_id = l.id OR h.order_id IN (SELECT x.id FROM orders AS x WHERE x.under_id = l.id)
LEFT JOIN order_terms AS t ON t.order_id = l.id
WHERE me.shop_id = ? AND me.order_no = ? AND (l.status IN ('unpaid', 'pending', 'to_ship', 'unknown')
  OR (l.status = 'shipped' AND json_extract(t.terms, '$.pieces_sent') IS NOT NULL))
LIMIT 1
"""


def keep_back(conn: Connection, row_ids: Sequence[int], reason: str, now: int) -> int:
    """Keep these rows from leaving, for a reason; returns how many. Held ones get the new reason, others that are over
    are left out. Raises Refused without a reason.
    """
    if not reason.strip():
        raise Refused("ship.keep_why")
    kept = 0
    for row_id, shop_id, order_no, before, status in conn.exec_driver_sql(_ROWS, (as_json_list(list(row_ids)),)).all():
        if status in _OVER or before == reason.strip():
            continue
        _forget(conn, row_id)
        conn.exec_driver_sql(
            "INSERT INTO order_holds VALUES (?, ?, ?, NULL, ?)",
            (row_id, reason.strip(), now, conn.info.get(audit.ACTOR, "")),
        )
        audit.note(conn, now, "order.keep_back", f"{shop_id} order {order_no}", {"why": reason.strip()})
        kept += 1
    return kept


def let_go(conn: Connection, row_ids: Sequence[int], now: int) -> int:
    """Let these rows leave again; returns how many were kept back."""
    gone = 0
    for row_id, shop_id, order_no, before, _ in conn.exec_driver_sql(_ROWS, (as_json_list(list(row_ids)),)).all():
        if before is None:
            continue
        _forget(conn, row_id)
        audit.note(conn, now, "order.let_go", f"{shop_id} order {order_no}", {"was": before})
        gone += 1
    return gone


def count_kept(conn: Connection, row_ids: Sequence[int]) -> int:
    """How many of these rows are kept back."""
    asked = f"SELECT count(*) FROM json_each(?) AS chosen WHERE chosen.value IN ({KEPT})"  # noqa: S608 - our own words
    return int(conn.exec_driver_sql(asked, (as_json_list(list(row_ids)),)).scalar_one())


def kept_back(conn: Connection, shop_id: str, order_no: str) -> ShippingHold | None:
    """Whether the merchant keeps the sale of this order back, and why; None as soon as the goods have left."""
    reason = conn.exec_driver_sql(_REASON, (shop_id, order_no)).scalar_one_or_none()
    return None if reason is None else ShippingHold(reason="kept", words=str(reason))


def _forget(conn: Connection, row_id: int) -> None:
    conn.exec_driver_sql(
        "DELETE FROM order_holds WHERE order_id = ?1 OR order_id IN (SELECT id FROM orders WHERE under_id = ?1)",
        (row_id,),
    )
