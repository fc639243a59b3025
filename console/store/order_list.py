"""The orders as the command line prints them: one plain object a Kuaishou order, one a trade whose order is missing."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from console.core.model import Mapping

ORDERS = """
SELECT o.order_no, k.trade_no, coalesce(o.mapping, 'waiting'), k.confidence, o.amount_fen, t.amount_fen,
       o.paid_at, o.ship_by_at, o.id, t.id
FROM orders AS o
LEFT JOIN links AS k ON k.kuaishou_shop_id = o.shop_id AND k.order_no = o.order_no
LEFT JOIN orders AS t ON t.shop_id = k.youzan_shop_id AND t.order_no = k.trade_no
WHERE o.shop_id LIKE 'kuaishou:%' AND (? IS NULL OR coalesce(o.mapping, 'waiting') = ?)
ORDER BY o.id
"""

LONE_TRADES = """
SELECT NULL, t.order_no, t.mapping, k.confidence, NULL, t.amount_fen, t.paid_at, t.ship_by_at, t.id, NULL
FROM links AS k JOIN orders AS t ON t.shop_id = k.youzan_shop_id AND t.order_no = k.trade_no
WHERE k.order_no IS NULL AND (? IS NULL OR k.mapping = ?)
ORDER BY t.id
"""

KEYS = (
    "order_no",
    "trade_no",
    "mapping",
    "confidence",
    "amount_fen",
    "trade_amount_fen",
    "paid_at",
    "ship_by_at",
)
HOLDS = "SELECT order_id, reason, held_by, held_at, until_at FROM order_holds"


def orders_json(conn: Connection, mapping: Mapping | None = None) -> Iterator[dict[str, Any]]:
    """All orders, or those of one mapping, with the keys of ``KEYS``. An order not compared yet is waiting.

    ``kept_back`` is null, or why the merchant keeps it back, who, since when and until when (null: nobody said).

    Read it to its end inside the ``read`` that calls it: ``await database.read(lambda conn: list(orders_json(conn)))``.
    """
    wanted = None if mapping is None else mapping.value
    holds = {
        int(row[0]): {"reason": row[1], "by": row[2], "since_at": row[3], "until_at": row[4]}
        for row in conn.exec_driver_sql(HOLDS)
    }
    for sql in (ORDERS, LONE_TRADES):
        for *said, row_id, other_id in conn.exec_driver_sql(sql, (wanted, wanted)):
            kept_back = holds.get(row_id) or holds.get(other_id)
            yield {**dict(zip(KEYS, said, strict=True)), "kept_back": kept_back}
