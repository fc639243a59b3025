"""Who of a list paid within the days that count, by the orders in the file, and what was left of it.

Who stands on another list that went out in these days is not compared, of those sent to as of those held out: that
list may have moved him. It left those in peace who were sent to, so that it counts whom it meant, not whom it reached.

A customer's orders are found by every buyer that belongs to him, on whatever platform; the key names one of them.
"""

from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY
from console.store.insights import SOLD
from console.store.pages import driver
from console.store.selecting_facts import goods, margins

WHO: Final = """
SELECT p.customer, p.part, coalesce(mate.shop_id, substr(p.customer, 1, instr(p.customer, '|') - 1)) AS at_shop,
       coalesce(mate.buyer_id, substr(p.customer, instr(p.customer, '|') + 1)) AS as_buyer
FROM touch_people AS p
LEFT JOIN customer_identities AS own ON own.shop_id = substr(p.customer, 1, instr(p.customer, '|') - 1)
     AND own.buyer_id = substr(p.customer, instr(p.customer, '|') + 1)
LEFT JOIN customer_identities AS mate ON mate.customer_id = own.customer_id
WHERE p.list_id = ?1 AND p.part <> 'left'
"""
PAID: Final = f"""
WITH who AS ({WHO})
SELECT customer, part, id FROM who CROSS JOIN orders INDEXED BY ix_orders_buyer
     ON shop_id = at_shop AND buyer_id = as_buyer AND paid_at >= ?2 AND paid_at < ?3
WHERE {SOLD}
"""  # noqa: S608 - our own words
ELSEWHERE: Final = f"""
WITH who AS ({WHO})
SELECT DISTINCT who.customer, who.part FROM who
JOIN touch_people AS other ON other.customer = at_shop || '|' || as_buyer AND other.list_id <> ?1
JOIN touch_lists AS list ON list.id = other.list_id AND list.exported_at >= ?2 AND list.exported_at < ?3
WHERE other.part <> 'left' OR other.why = 'reached'
"""  # noqa: S608 - our own words
SOLD_LINES: Final = """
SELECT orders.shop_id, line.item_id, line.amount_fen FROM order_lines AS line JOIN orders ON orders.id = line.order_id
WHERE line.order_id IN (SELECT value FROM json_each(?))
"""
LEADS: Final = """
SELECT shop_id, item_id, COALESCE(under_id, id) FROM items
"""


class Bought(msgspec.Struct, frozen=True, kw_only=True):
    """Of those sent to, who paid. ``margin_fen`` None: of some goods no cost is known.

    ``even_buyers`` and ``held_buyers``: of those who are compared; ``away`` and ``held_away``: how many are not.
    """

    buyers: int = 0
    even_buyers: int = 0
    held_buyers: int = 0
    away: int = 0
    held_away: int = 0
    orders: int = 0
    margin_fen: int | None = None
    ends_at: int = 0  # until when orders count


def bought(conn: Connection, list_id: int, exported_at: int, within_days: int, shares: "Shares") -> Bought:
    """From when the list went out for so many days."""
    ends_at = exported_at + within_days * DAY
    rows = driver(conn).execute(PAID, (list_id, exported_at, ends_at)).fetchall()
    away = dict(driver(conn).execute(ELSEWHERE, (list_id, exported_at, ends_at)).fetchall())
    sent = [row for row in rows if row[1] == "send"]
    return Bought(
        buyers=len({row[0] for row in sent}),
        even_buyers=len({row[0] for row in sent} - away.keys()),
        held_buyers=len({row[0] for row in rows if row[1] == "hold"} - away.keys()),
        away=sum(part == "send" for part in away.values()),
        held_away=sum(part == "hold" for part in away.values()),
        orders=len(sent),
        margin_fen=shares.margin(conn, [int(row[2]) for row in sent]),
        ends_at=ends_at,
    )


class Shares:
    """What is left of the price of goods, as ``selecting_facts`` says it; read when it is first asked for."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, str], float] | None = None

    def margin(self, conn: Connection, order_ids: list[int]) -> int | None:
        """What is left of orders; None where the cost of any of their goods, or an amount, is unknown."""
        if not order_ids:
            return 0
        if self._by is None:
            left = margins(conn, goods(conn, None))
            self._by = {(shop, item): left[row] for shop, item, row in driver(conn).execute(LEADS) if row in left}
        whole = 0.0
        for shop_id, item_id, amount in driver(conn).execute(SOLD_LINES, (msgspec.json.encode(order_ids).decode(),)):
            share = self._by.get((shop_id, item_id))
            if share is None or amount is None:
                return None
            whole += amount * share
        return round(whole)
