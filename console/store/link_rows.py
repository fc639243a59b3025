"""The rows of ``links``, and what they note on the orders they name. Nobody else writes either."""

from collections.abc import Collection, Sequence
from itertools import starmap

import msgspec
from sqlalchemy import Connection

from console.core.model import Link
from console.store.pages import as_json_list, driver
from console.store.views import Pair

Books = tuple[Collection[str], Collection[str]]
"""Numbers of orders, and of trades."""

LINKS = """
SELECT id, order_no, trade_no, mapping, confidence, reason, by_hand FROM links
WHERE kuaishou_shop_id = ? AND youzan_shop_id = ?
"""
OF_ORDERS = f"{LINKS} AND order_no IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own words
OF_TRADES = f"{LINKS} AND trade_no IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own words
BY_HAND = f"{LINKS} AND by_hand"

INSERT_LINK = """
INSERT INTO links (kuaishou_shop_id, youzan_shop_id, order_no, trade_no, mapping, confidence, reason, by_hand,
                   changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

SHOW_UNDER = """
UPDATE orders SET under_id = (SELECT lead.id FROM orders AS lead WHERE lead.shop_id = ? AND lead.order_no = ?)
WHERE shop_id = ? AND order_no = ?
"""


class Held(msgspec.Struct, frozen=True, gc=False):
    """A link as the file has it."""

    id: int
    order_no: str | None
    trade_no: str | None
    mapping: str
    confidence: float | None
    reason: str
    by_hand: int


def held_links(conn: Connection, pair: Pair, of: Books | None = None) -> list[Held]:
    """All links of a pair; or those of these orders and trades."""
    if of is None:
        return [Held(*row) for row in driver(conn).execute(LINKS, pair.shop_ids)]
    asked = zip((OF_ORDERS, OF_TRADES), map(as_json_list, of), strict=True)
    rows = [row for sql, some in asked for row in driver(conn).execute(sql, (*pair.shop_ids, some))]
    return list(dict.fromkeys(starmap(Held, rows)))


def linked_by_hand(conn: Connection, pair: Pair) -> list[Held]:
    """Those that people made."""
    return [Held(*row) for row in driver(conn).execute(BY_HAND, pair.shop_ids)]


def forget(conn: Connection, pair: Pair, rows: Sequence[Held]) -> None:
    """Remove links, and what they said of the rows they name."""
    if not rows:
        return
    conn.exec_driver_sql("DELETE FROM links WHERE id = ?", [(row.id,) for row in rows])
    named = [(pair.kuaishou_shop_id, row.order_no) for row in rows] + [(pair.youzan_shop_id, r.trade_no) for r in rows]
    conn.exec_driver_sql("UPDATE orders SET mapping = NULL, under_id = NULL WHERE shop_id = ? AND order_no = ?", named)


def write(conn: Connection, pair: Pair, links: Sequence[Link], now: int, *, by_hand: bool = False) -> None:
    """Add links, and note on the rows they name what a view needs."""
    if not links:
        return
    conn.exec_driver_sql(
        INSERT_LINK,
        [
            (*pair.shop_ids, k.order_no, k.trade_no, k.mapping.value, k.confidence, k.reason, by_hand, now)
            for k in links
        ],
    )
    leading = [
        (k.mapping.value, *((pair.kuaishou_shop_id, k.order_no) if k.order_no else (pair.youzan_shop_id, k.trade_no)))
        for k in links
    ]
    conn.exec_driver_sql("UPDATE orders SET mapping = ? WHERE shop_id = ? AND order_no = ?", leading)
    led = [(pair.kuaishou_shop_id, k.order_no, pair.youzan_shop_id, k.trade_no) for k in links if _is_whole(k)]
    if led:
        conn.exec_driver_sql(SHOW_UNDER, led)


def _is_whole(link: Link) -> bool:
    return link.order_no is not None and link.trade_no is not None
