"""Orders of both platforms, with their lines and what the search box finds them by."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from console.core.model import Order, OrderLine, OrderStatus, Parcel, Receiver
from console.store.pages import News, PageTable, Values, insert_sql
from console.store.tables import OrderLines, Orders, OrderSearch, table_of
from console.store.views import Saved

COLUMNS = (
    "order_no",
    "status",
    "status_code",
    "created_at",
    "paid_at",
    "shipped_at",
    "finished_at",
    "updated_at",
    "ship_by_at",
    "amount_fen",
    "goods_fen",
    "discount_fen",
    "postage_fen",
    "refunded_fen",
    "buyer_id",
    "buyer_masked",
    "buyer_note",
    "seller_note",
    "flag",
    "risk",
    "refunding",
    "outer_no",
    "source",
    "receiver",
    "region",
    "parcels",
)
LINE_COLUMNS = (
    "line_no",
    "title",
    "item_id",
    "sku_id",
    "code",
    "spec",
    "quantity",
    "price_fen",
    "amount_fen",
    "image_url",
    "outer_line_no",
)

NOBODY = Receiver()
as_json = msgspec.json.Encoder().encode
read_receiver = msgspec.json.Decoder(Receiver).decode
read_parcels = msgspec.json.Decoder(tuple[Parcel, ...]).decode


def order_values(order: Order) -> Values:
    """An order's values in the order of ``COLUMNS``."""
    receiver = order.receiver
    return (
        order.order_no,
        order.status.value,
        order.status_code,
        order.created_at,
        order.paid_at,
        order.shipped_at,
        order.finished_at,
        order.updated_at,
        order.ship_by_at,
        order.amount_fen,
        order.goods_fen,
        order.discount_fen,
        order.postage_fen,
        order.refunded_fen,
        order.buyer_id,
        order.buyer_masked,
        order.buyer_note,
        order.seller_note,
        order.flag,
        order.risk,
        order.refunding,
        order.outer_no,
        order.source,
        as_json(receiver).decode() if receiver is not NOBODY else "{}",
        f"{receiver.province}|{receiver.city}|{receiver.district}",
        as_json(order.parcels).decode() if order.parcels else "[]",
    )


def line_values(order_id: int, position: int, line: OrderLine) -> Values:
    """A line's values in the order of its table's columns."""
    return (
        order_id,
        position,
        line.line_no,
        line.title,
        line.item_id,
        line.sku_id,
        line.code,
        line.spec,
        line.quantity,
        line.price_fen,
        line.amount_fen,
        line.image_url,
        line.outer_line_no,
    )


def search_text(order: Order) -> str:
    """What the search box looks through, in lower case."""
    words = [order.order_no, order.outer_no, order.buyer_masked, order.buyer_note, order.seller_note]
    words += [parcel.waybill_no for parcel in order.parcels]
    for line in order.lines:
        words += (line.title, line.code)
    return "\n".join(filter(None, words)).lower()


PAGES = PageTable[Order](Orders, "order_no", COLUMNS, lambda order: order.order_no, order_values)
INSERT_LINES = insert_sql(OrderLines, ("order_id", "position", *LINE_COLUMNS))
INSERT_SEARCH = insert_sql(OrderSearch, ("order_id", "text"))


def save_orders(conn: Connection, shop_id: str, orders: Sequence[Order], now: int) -> Saved:
    """Keep a page of orders; lines are written only with their order, and count as part of it."""
    sifted = PAGES.sift(conn, shop_id, orders)
    saved = PAGES.write(conn, shop_id, sifted, now)
    if sifted.changed:
        stale = [(news.id,) for news in sifted.changed]
        conn.exec_driver_sql("DELETE FROM order_lines WHERE order_id = ?", stale)
        conn.exec_driver_sql("DELETE FROM order_search WHERE order_id = ?", stale)
    if saved.written:
        write_lines(conn, sifted.all)
    return saved


def write_lines(conn: Connection, news: Iterable[News[Order]]) -> None:
    """Write the lines and search texts of orders that have none."""
    lines = [line_values(n.id, at, line) for n in news for at, line in enumerate(n.noun.lines)]
    if lines:
        conn.exec_driver_sql(INSERT_LINES, lines)
    conn.exec_driver_sql(INSERT_SEARCH, [(n.id, search_text(n.noun)) for n in news])


def load_order(conn: Connection, row_id: int) -> Order | None:
    """The order of this row as the platform told it."""
    row = conn.execute(select(table_of(Orders)).where(table_of(Orders).c.id == row_id)).one_or_none()
    return None if row is None else order_of(row, lines_of(conn, row_id))


def order_of(row: Row[Any], lines: Sequence[OrderLine]) -> Order:
    """The noun a row of ``orders`` was made from."""
    values = {name: row._mapping[name] for name in COLUMNS if name not in ("receiver", "region", "parcels")}
    values["status"] = OrderStatus(row.status)
    return Order(**values, receiver=read_receiver(row.receiver), parcels=read_parcels(row.parcels), lines=tuple(lines))


def lines_of(conn: Connection, row_id: int) -> list[OrderLine]:
    """The lines of the order of this row, as the platform ordered them."""
    lines = table_of(OrderLines).c
    asked = select(*(lines[name] for name in LINE_COLUMNS)).where(lines.order_id == row_id).order_by(lines.position)
    return [OrderLine(**row._mapping) for row in conn.execute(asked)]


def order_lines(conn: Connection, shop_id: str, order_no: str) -> list[OrderLine]:
    """The lines of an order; none where the file does not know it."""
    row_id = order_id(conn, shop_id, order_no)
    return [] if row_id is None else lines_of(conn, row_id)


def order_id(conn: Connection, shop_id: str, order_no: str) -> int | None:
    """The row of an order."""
    orders = table_of(Orders).c
    asked = select(orders.id).where(orders.shop_id == shop_id, orders.order_no == order_no)
    return conn.execute(asked).scalar_one_or_none()
