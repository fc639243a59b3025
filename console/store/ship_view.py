"""What the file knows of orders that are to be shipped, under whichever number they were named."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from console.core.model import Order, Parcel
from console.rules.ship_plan import Sale, Side
from console.store import waybills
from console.store.orders import load_order
from console.store.pages import as_json_list
from console.store.ship_gate import hold_of, twins

Fresh = Mapping[tuple[str, str], Order]
"""Orders as their platforms were asked for them right now, by shop and number."""

NAMED = """
SELECT order_no, id, under_id, shop_id FROM orders WHERE order_no IN (SELECT value FROM json_each(?))
"""
WHERE_IS = "SELECT id FROM orders WHERE shop_id = ? AND order_no = ?"
NUMBERS = """
SELECT id, shop_id, order_no FROM orders WHERE id IN (SELECT value FROM json_each(?))
"""
UNTOLD = """
WITH waiting AS MATERIALIZED (SELECT id FROM orders INDEXED BY ix_orders_to_ship WHERE status = 'to_ship'),
told AS (
  SELECT o.id AS id, o.order_no AS order_no, o.parcels AS parcels, o.status AS status, k.kuaishou_shop_id AS shop_id,
         k.mapping AS mapping
  FROM waiting JOIN orders AS t ON t.id = waiting.id
  JOIN links AS k ON k.youzan_shop_id = t.shop_id AND k.trade_no = t.order_no
  JOIN orders AS o ON o.shop_id = k.kuaishou_shop_id AND o.order_no = k.order_no
  UNION ALL
  SELECT o.id, o.order_no, t.parcels, t.status, k.kuaishou_shop_id, k.mapping
  FROM waiting JOIN orders AS o ON o.id = waiting.id
  JOIN links AS k ON k.kuaishou_shop_id = o.shop_id AND k.order_no = o.order_no
  JOIN orders AS t ON t.shop_id = k.youzan_shop_id AND t.order_no = k.trade_no
)
SELECT id, order_no FROM told
WHERE parcels <> '[]' AND status IN ('shipped', 'received', 'success') AND mapping IN ('linked', 'amount_differs')
AND (?1 IS NULL OR shop_id = ?1) ORDER BY id LIMIT ?2
"""


def sales(conn: Connection, numbers: Iterable[str], fresh: Fresh | None = None) -> dict[str, Sale]:
    """The sales under these numbers, Kuaishou's or Youzan's. A number that two shops have is nobody's."""
    found: dict[str, Sale] = {}
    seen: set[str] = set()
    for number, row_id, under_id, _ in conn.exec_driver_sql(NAMED, (as_json_list(list(numbers)),)).all():
        if number in seen:
            found.pop(number, None)
            continue
        seen.add(number)
        sale = _sale(conn, int(under_id or row_id), fresh or {})
        if sale is not None:
            found[str(number)] = sale
    return found


def rows_to_ship(conn: Connection, row_ids: Sequence[int]) -> list[str]:
    """A row of text for each of these orders, in their order: its number, and what was taken for it and waits."""
    rows = {row.id: row for row in conn.exec_driver_sql(NUMBERS, (as_json_list(list(row_ids)),))}
    found: list[str] = []
    for row in (rows[row_id] for row_id in row_ids if row_id in rows):
        taken = waybills.numbers_of(conn, row.shop_id, [row.order_no]).get(row.order_no, [])
        waiting = [one for one in taken if not one.left]
        found += [f"{row.order_no},{one.carrier_name},{one.waybill_no}" for one in waiting] or [f"{row.order_no},"]
    return found


def untold(conn: Connection, kuaishou_shop_id: str | None, limit: int = 500) -> list[str]:
    """Orders that have left on one side and of which the other was not told."""
    return [str(row[1]) for row in conn.exec_driver_sql(UNTOLD, (kuaishou_shop_id, limit))]


def _sale(conn: Connection, row_id: int, fresh: Fresh) -> Sale | None:
    lead = _side(conn, row_id, fresh)
    if lead is None:
        return None
    both = twins(conn, lead.shop_id, lead.order.order_no)
    other = None
    if len(both) == 1:
        other_id = conn.exec_driver_sql(WHERE_IS, both[0]).scalar_one_or_none()
        other = None if other_id is None else _side(conn, int(other_id), fresh)
    return Sale(row_id=row_id, lead=lead, other=other)


def _side(conn: Connection, row_id: int, fresh: Fresh) -> Side | None:
    order = load_order(conn, row_id)
    if order is None:
        return None
    shop_id = str(conn.exec_driver_sql("SELECT shop_id FROM orders WHERE id = ?", (row_id,)).scalar_one())
    order = fresh.get((shop_id, order.order_no), order)
    taken = waybills.numbers_of(conn, shop_id, [order.order_no]).get(order.order_no, [])
    return Side(
        shop_id=shop_id,
        order=order,
        hold=hold_of(conn, shop_id, order),
        taken=tuple(
            Parcel(waybill_no=one.waybill_no, carrier_code=one.carrier_code, carrier_name=one.carrier_name)
            for one in taken
        ),
        astray=tuple(one.waybill_no for one in taken if one.is_astray(order.receiver)),
    )
