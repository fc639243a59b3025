"""By when orders must leave, and the terms they have beside it: the platform's, and what the merchant wrote down."""

from collections.abc import Iterable, Sequence
from typing import Literal, cast

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.clock import HOUR
from console.core.errors import Refused
from console.core.model import Order, Platform
from console.core.shipping import Terms
from console.rules.fulfilment import NO_TERMS, Note, with_deadline
from console.store import audit
from console.store.pages import News, as_json_list, driver

as_json = msgspec.json.Encoder().encode
read_terms = msgspec.json.Decoder(Terms).decode

NoteSource = Literal["noted_extension", "noted_promise"]


def with_deadlines(conn: Connection, shop_id: str, orders: Sequence[Order]) -> list[Order]:
    """A page of orders, each with the deadline that counts."""
    promise_ms = reference.figures()["ship_promise_hours"].value * HOUR
    noted = _notes(conn, shop_id, [order.order_no for order in orders])
    return [with_deadline(order, noted.get(order.order_no, ()), promise_ms) for order in orders]


def save_terms(conn: Connection, news: News[Order]) -> None:
    """Keep what the orders of a page say beside their columns. Most say nothing, and have no row."""
    told = [one for rows in (news.inserted, news.changed, news.same) for one in rows]
    here = {row_id: _kept(order.terms) for row_id, order, _ in told if order.terms != NO_TERMS}
    kept = {row_id: was for row_id, (_, was) in news.before.items() if was is not None}
    if not here and not kept:
        return
    texts = {row_id: as_json(terms).decode() for row_id, terms in here.items() if terms != NO_TERMS}
    gone = [(row_id,) for row_id in kept if row_id not in texts]
    put = [(row_id, here[row_id].presale, text) for row_id, text in texts.items() if kept.get(row_id) != text]
    if gone:
        conn.exec_driver_sql("DELETE FROM order_terms WHERE order_id = ?", gone)
    if put:
        conn.exec_driver_sql(
            "INSERT INTO order_terms (order_id, presale, terms) VALUES (?, ?, ?) "
            "ON CONFLICT (order_id) DO UPDATE SET presale = excluded.presale, terms = excluded.terms",
            put,
        )


def _kept(terms: Terms) -> Terms:
    """What only holds right now is asked for right before shipping and not kept: lists do not tell when it ends."""
    if terms.address_asked is None and terms.appends is None:
        return terms
    return msgspec.structs.replace(terms, address_asked=None, appends=None)


def terms_of(conn: Connection, row_id: int) -> Terms:
    """The terms of the order of this row."""
    asked = "SELECT terms FROM order_terms WHERE order_id = ?"
    text = conn.exec_driver_sql(asked, (row_id,)).scalar_one_or_none()
    return NO_TERMS if text is None else read_terms(text)


def note_deadline(
    conn: Connection, shop_id: str, order_no: str, source: NoteSource, due_at: int | None, reason: str, now: int
) -> None:
    """Write a deadline down, or strike it out (None). Raises Refused where the order is not known.

    The nearest deadline counts: a later one that the merchant wrote down is shown and delays nothing.
    """
    from console.store.orders import load_order, order_id, save_orders

    row_id = order_id(conn, shop_id, order_no)
    order = None if row_id is None else load_order(conn, row_id)
    if order is None:
        raise Refused("ship.unknown_order", detail=order_no)
    where = (shop_id, order_no, source)
    conn.exec_driver_sql("DELETE FROM ship_notes WHERE shop_id = ? AND order_no = ? AND source = ?", where)
    if due_at is not None:
        conn.exec_driver_sql("INSERT INTO ship_notes VALUES (?, ?, ?, ?, ?, ?)", (*where, due_at, reason, now))
    audit.note(
        conn, now, "deadline.note", f"{shop_id} order {order_no}", {"source": source, "due_at": due_at, "why": reason}
    )
    save_orders(conn, shop_id, [_as_told(shop_id, order)], now)


def _as_told(shop_id: str, order: Order) -> Order:
    """The order as its platform told it: Youzan names no deadline at all."""
    told = tuple(one for one in order.terms.deadlines if one.source in ("platform", "promised", "extension"))
    if shop_id.startswith(Platform.YOUZAN):
        order = msgspec.structs.replace(order, ship_by_at=None)
    elif order.terms.deadlines:
        platform = next((one.at for one in told if one.source == "platform"), None)
        order = msgspec.structs.replace(order, ship_by_at=platform)
    return msgspec.structs.replace(order, terms=msgspec.structs.replace(order.terms, deadlines=told))


def _notes(conn: Connection, shop_id: str, order_nos: Iterable[str]) -> dict[str, list[Note]]:
    asked = (
        "SELECT order_no, source, due_at FROM ship_notes "
        "WHERE shop_id = ? AND order_no IN (SELECT value FROM json_each(?))"
    )
    found: dict[str, list[Note]] = {}
    for order_no, source, at in driver(conn).execute(asked, (shop_id, as_json_list(list(order_nos)))):
        found.setdefault(order_no, []).append(Note(source=cast(NoteSource, source), at=at))
    return found
