"""What chosen rows come to. Their ids travel as one JSON text: a choice may outgrow SQL's parameters."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection

SUM = "SELECT coalesce(sum(amount_fen), 0) FROM orders WHERE id IN (SELECT value FROM json_each(?))"
NUMBERS = """
SELECT o.order_no, k.trade_no, o.shop_id LIKE 'kuaishou:%'
FROM json_each(?) AS chosen JOIN orders AS o ON o.id = chosen.value
LEFT JOIN links AS k ON k.kuaishou_shop_id = o.shop_id AND k.order_no = o.order_no
ORDER BY chosen.key
"""
CODES = """
SELECT coalesce(nullif(i.code, ''), u.code) AS code
FROM json_each(?) AS chosen JOIN items AS i ON i.id = chosen.value
LEFT JOIN items AS u ON u.under_id = i.id AND NOT u.gone
WHERE coalesce(nullif(i.code, ''), u.code, '') <> ''
ORDER BY chosen.key
"""
LINES = """
SELECT DISTINCT coalesce(under_id, id) AS line FROM items
WHERE NOT gone AND item_id IN (SELECT value FROM json_each(?)) ORDER BY line
"""


def order_sum(conn: Connection, ids: Iterable[int]) -> int:
    """What the buyers of these rows pay, fen."""
    return int(conn.exec_driver_sql(SUM, (_text(ids),)).scalar_one())


def order_numbers(conn: Connection, ids: Iterable[int]) -> list[tuple[str, str]]:
    """Kuaishou's number and Youzan's of each row, in the order of ``ids``; empty where a side is not there."""
    rows = conn.exec_driver_sql(NUMBERS, (_text(ids),))
    return [(number, trade or "") if is_order else ("", number) for number, trade, is_order in rows]


def item_codes(conn: Connection, ids: Iterable[int]) -> list[str]:
    """The merchant codes of these goods as the table shows them, in the order of ``ids``; where one is known."""
    return [row.code for row in conn.exec_driver_sql(CODES, (_text(ids),))]


def rows_of_items(conn: Connection, item_ids: Iterable[str]) -> list[int]:
    """The lines of the goods table in which these numbers stand, of either platform; each once."""
    rows = conn.exec_driver_sql(LINES, (msgspec.json.encode(list(item_ids)).decode(),))
    return [row.line for row in rows]


def _text(ids: Iterable[int]) -> str:
    return msgspec.json.encode(list(ids)).decode()
