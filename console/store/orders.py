"""Orders of both platforms, with their lines and what the search box finds them by."""

from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from console.core.model import Order, OrderLine, OrderStatus, Parcel, Receiver
from console.store import order_asks, pay_moves
from console.store.live_places import save_places
from console.store.pages import News, PageTable, Values, Written, as_json_list, driver, insert_sql
from console.store.tables import OrderLines, Orders, OrderSearch, table_of
from console.store.terms import save_terms, terms_of, with_deadlines
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
    text = f"{order.order_no}\n{order.outer_no}\n{order.buyer_masked}\n{order.buyer_note}\n{order.seller_note}"
    for parcel in order.parcels:
        text += f"\n{parcel.waybill_no}"
    for line in order.lines:
        text += f"\n{line.title}\n{line.code}"
    return f"{text}\n{order.receiver.name_masked}\n{order.receiver.phone_masked}".lower()


WATCHED = ("paid_at", "(SELECT terms FROM order_terms WHERE order_id = orders.id)")
PAGES = PageTable[Order](Orders, "order_no", COLUMNS, attrgetter("order_no"), order_values, watched=WATCHED)
INSERT_LINES = insert_sql(OrderLines, ("order_id", "position", *LINE_COLUMNS))
LINES_BEFORE = (
    f"SELECT order_id, position, {', '.join(LINE_COLUMNS)} FROM order_lines "  # noqa: S608 - our own names
    "WHERE order_id IN (SELECT value FROM json_each(?)) ORDER BY order_id, position"
)
INSERT_SEARCH = insert_sql(OrderSearch, ("order_id", "text"))
PARCELS_BEFORE = (
    "SELECT order_no, updated_at, parcels FROM orders WHERE shop_id = ? AND parcels <> '[]' "
    "AND order_no IN (SELECT value FROM json_each(?))"
)
UPDATE_SEARCH = "UPDATE order_search SET text = ?1 WHERE order_id = ?2 AND text <> ?1"


def save_orders(conn: Connection, shop_id: str, orders: Sequence[Order], now: int) -> Saved:
    """Keep a page of orders. Lines are written only where they differ, and count as part of their order."""
    orders = order_asks.completed(conn, shop_id, orders)
    news = PAGES.sift(conn, shop_id, with_deadlines(conn, shop_id, _with_parcels(conn, shop_id, orders)))
    relined = _with_other_lines(conn, news)
    unlike = {row_id for row_id, *_ in relined}
    news = news._replace(changed=news.changed + [row for row in news.same if row[0] in unlike])
    saved = PAGES.write(conn, shop_id, news, now)
    if relined:
        driver(conn).executemany("DELETE FROM order_lines WHERE order_id = ?", [(row_id,) for row_id in unlike])
    _write_lines(conn, [*news.inserted, *relined])
    save_terms(conn, news)
    save_places(conn, [*news.written, *news.same])
    order_asks.note(conn, news, now)
    pay_moves.note(conn, news, now)
    if news.inserted:
        driver(conn).executemany(INSERT_SEARCH, [(row_id, search_text(order)) for row_id, order, _ in news.inserted])
    if news.changed:
        driver(conn).executemany(UPDATE_SEARCH, [(search_text(order), row_id) for row_id, order, _ in news.changed])
    return saved


def _with_parcels(conn: Connection, shop_id: str, orders: Sequence[Order]) -> list[Order]:
    """Where a row does not say which parcels there are: those that were told of this very state of an order stay.

    A row that says there are none is believed: the platform took them back. So is one of a later state that is silent.
    """
    silent = [one for one in orders if _is_silent(one)]
    bare = [one.order_no for one in silent if one.shipped_at and one.updated_at]
    if not bare:
        return list(orders)
    told = driver(conn).execute(PARCELS_BEFORE, (shop_id, as_json_list(bare))).fetchall()
    kept = {(number, updated_at): parcels for number, updated_at, parcels in told}
    return [
        msgspec.structs.replace(order, parcels=read_parcels(kept[key]))
        if _is_silent(order) and (key := (order.order_no, order.updated_at)) in kept
        else order
        for order in orders
    ]


def _is_silent(order: Order) -> bool:
    """Whether nothing is said of its parcels, by a list that says of others."""
    return order.whole is None and not order.parcels and "parcels" not in order.told


def _with_other_lines(conn: Connection, news: News[Order]) -> list[Written[Order]]:
    """The known orders of a page whose lines are not what the file has."""
    known = news.changed + news.same
    if not known:
        return []
    told = sorted([line for row_id, order, _ in known for line in _lines_values(row_id, order)], key=itemgetter(0))
    before = driver(conn).execute(LINES_BEFORE, (as_json_list([row_id for row_id, *_ in known]),)).fetchall()
    if before == told:  # nearly always
        return []
    kept: dict[int, list[Values]] = {row_id: [] for row_id, *_ in known}
    for row in before:
        kept[row[0]].append(row)
    return [row for row in known if kept[row[0]] != _lines_values(row[0], row[1])]


def _write_lines(conn: Connection, rows: Sequence[Written[Order]]) -> None:
    lines = [line for row_id, order, _ in rows for line in _lines_values(row_id, order)]
    if lines:
        driver(conn).executemany(INSERT_LINES, lines)


def _lines_values(row_id: int, order: Order) -> list[Values]:
    return [line_values(row_id, at, line) for at, line in enumerate(order.lines)]


def load_order(conn: Connection, row_id: int) -> Order | None:
    """The order of this row as the platform told it."""
    row = conn.execute(select(table_of(Orders)).where(table_of(Orders).c.id == row_id)).one_or_none()
    if row is None:
        return None
    return msgspec.structs.replace(order_of(row, lines_of(conn, row_id)), terms=terms_of(conn, row_id))


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
