"""Reveals of buyers' data as the file knows them: what is to be opened, and an audit row for each, told or refused.

The cipher text is kept with the order as the platform gave it (``Receiver`` in ``orders.receiver``), so that a click
costs one call and opens just what the mask beside it stands for; nothing is read anew before. No text that was opened
ever comes here: the rows say who, when, which order and which field.
"""

from typing import Any

import msgspec
from sqlalchemy import Connection, select

from console import reference
from console.core.clock import DAY
from console.core.model import Order, Platform
from console.core.revealing import Field
from console.rules.revealing import Rate, hidden, holder
from console.store import audit
from console.store.order_view import COUNTERPART, ORDER
from console.store.orders import load_order

REVEALED, NOT_REVEALED = "buyer.revealed", "buyer.not_revealed"
_SUBJECTS = "action = ? AND at >= ? AND at <= ? AND subject > ? AND subject < ?"
_COUNT = f"SELECT count(DISTINCT subject) FROM audit WHERE {_SUBJECTS}"  # noqa: S608 - our own words
# Kuaishou's orders lead their rows, and those that lead have an index by when they left.
_LEFT = "SELECT count(*) FROM orders WHERE under_id IS NULL AND shop_id = ? AND shipped_at BETWEEN ? AND ?"
_COUNTED = f"SELECT EXISTS (SELECT 1 FROM audit WHERE {_SUBJECTS} AND subject = ?)"  # noqa: S608 - our own words


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """One field of the side that a row shows it of."""

    shop_id: str
    order: Order
    field: Field

    @property
    def platform(self) -> Platform:
        return Platform(self.shop_id.partition(":")[0])

    @property
    def cipher(self) -> str:
        return hidden(self.order.receiver, self.field)[1]

    @property
    def subject(self) -> str:
        return f"{self.shop_id} order {self.order.order_no}"


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How often the shop's orders were revealed. ``counts``: this order would be one more."""

    platform: Platform
    rate: Rate
    counts: bool

    @property
    def is_judged(self) -> bool:
        """Whether the platform counts it at all."""
        return self.platform is Platform.KUAISHOU


def target(conn: Connection, row_id: int, field: Field) -> Target | None:
    """What is opened for a field of a row; None where neither side has anything of it."""
    lead = conn.execute(select(ORDER.c.id, ORDER.c.shop_id).where(ORDER.c.id == row_id)).one_or_none()
    if lead is None:
        return None
    rows: list[Any] = [lead, *conn.execute(COUNTERPART.where(ORDER.c.id == row_id))]
    sides = [(row.shop_id, order) for row in rows if (order := load_order(conn, row.id)) is not None]
    place = holder([order for _, order in sides], field)
    return None if place is None else Target(shop_id=sides[place][0], order=sides[place][1], field=field)


def standing(conn: Connection, row_id: int, field: Field, now: int) -> Standing | None:
    """What a reveal of this field would add to the shop's share; None where there is nothing to reveal."""
    found = target(conn, row_id, field)
    if found is None:
        return None
    since = now - reference.reveal_lines().days * DAY
    # What the audit says of the orders of one shop lies together in its index: "<shop> order <number>".
    stretch = (REVEALED, since, now, f"{found.shop_id} order ", f"{found.shop_id} order!")
    revealed = int(conn.exec_driver_sql(_COUNT, stretch).scalar_one())
    shipped = int(conn.exec_driver_sql(_LEFT, (found.shop_id, since, now)).scalar_one())
    known = bool(conn.exec_driver_sql(_COUNTED, (*stretch, found.subject)).scalar_one())
    return Standing(platform=found.platform, rate=Rate(revealed=revealed, shipped=shipped), counts=not known)


def note_revealed(conn: Connection, found: Target, now: int) -> None:
    """It was opened for whoever asked."""
    audit.note(conn, now, REVEALED, found.subject, {"field": found.field.value})


def note_not_revealed(conn: Connection, found: Target, code: str, now: int) -> None:
    """It was asked for and not opened; ``code`` is a key of the catalogue."""
    audit.note(conn, now, NOT_REVEALED, found.subject, {"field": found.field.value, "code": code})
