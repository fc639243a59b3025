"""For a person who links by hand: what the other side has that may be the counterpart, and what was decided."""

from typing import Any

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY
from console.core.model import Mapping, OrderStatus, Platform
from console.store.link_decisions import Decision, decisions
from console.store.shops import pairs
from console.store.views import Pair

MOST = 40
_SHOWN = """
SELECT o.id, o.order_no, o.amount_fen, o.paid_at, o.status, coalesce(l.title, '') AS title, k.{other} AS taken_by
FROM orders AS o LEFT JOIN order_lines AS l ON l.order_id = o.id AND l.position = 0
LEFT JOIN links AS k ON k.{shop} = o.shop_id AND k.{own} = o.order_no AND k.{other} IS NOT NULL
"""
_NEAR = "WHERE o.shop_id = ? AND o.paid_at BETWEEN ? AND ? AND k.id IS NULL "
_FOUND = """
WHERE o.shop_id = ? AND o.id IN (SELECT order_id FROM order_search WHERE instr(text, ?)) ORDER BY k.id IS NOT NULL,
"""
_LIKELIEST = "o.amount_fen IS NOT ?, abs(coalesce(o.paid_at, 0) - ?), o.id LIMIT ?"


class Lone(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the order table as a decision is taken on it."""

    row_id: int
    pair: Pair
    side: Platform  # which leads the row
    order_no: str | None
    trade_no: str | None
    amount_fen: int | None
    other_amount_fen: int | None
    paid_at: int | None
    mapping: Mapping | None
    decided: tuple[Decision, ...] = ()

    @property
    def by_hand(self) -> Decision | None:
        """The link of it that a person made."""
        return next((one for one in self.decided if one.together and one.trade_no == self.trade_no), None)

    @property
    def parted(self) -> tuple[Decision, ...]:
        """What a person said is not its counterpart."""
        return tuple(one for one in self.decided if not one.together)


class Chance(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the other side. ``taken_by``: to what it is linked."""

    row_id: int
    number: str
    amount_fen: int | None
    paid_at: int | None
    status: OrderStatus
    title: str
    taken_by: str | None


def lone(conn: Connection, row_id: int) -> Lone | None:
    """What a row is about; None where it is gone or its shop belongs with no other."""
    row = conn.exec_driver_sql(
        "SELECT shop_id, order_no, amount_fen, paid_at, mapping FROM orders WHERE id = ?", (row_id,)
    ).one_or_none()
    pair = None if row is None else next((one for one in pairs(conn) if row.shop_id in one.shop_ids), None)
    if row is None or pair is None:
        return None
    leads = row.shop_id == pair.kuaishou_shop_id
    trade = _trade_of(conn, pair, row.order_no) if leads else (row.order_no, None)
    mine = [one for one in decisions(conn, pair) if row.order_no == (one.order_no if leads else one.trade_no)]
    return Lone(
        row_id=row_id,
        pair=pair,
        side=Platform.KUAISHOU if leads else Platform.YOUZAN,
        order_no=row.order_no if leads else None,
        trade_no=trade[0],
        amount_fen=row.amount_fen,
        other_amount_fen=trade[1],
        paid_at=row.paid_at,
        mapping=None if row.mapping is None else Mapping(row.mapping),
        decided=tuple(mine),
    )


def _trade_of(conn: Connection, pair: Pair, order_no: str) -> tuple[str | None, int | None]:
    row = conn.exec_driver_sql(
        "SELECT k.trade_no, t.amount_fen FROM links AS k "
        "LEFT JOIN orders AS t ON t.shop_id = k.youzan_shop_id AND t.order_no = k.trade_no "
        "WHERE k.kuaishou_shop_id = ? AND k.youzan_shop_id = ? AND k.order_no = ?",
        (*pair.shop_ids, order_no),
    ).one_or_none()
    return (None, None) if row is None else (row[0], row[1])


def chances(conn: Connection, about: Lone, text: str = "") -> list[Chance]:
    """What may be its counterpart, the likeliest first: free rows paid within a day of it; or what ``text`` is in."""
    leads = about.side is Platform.KUAISHOU
    names = {"shop": "youzan_shop_id", "own": "trade_no", "other": "order_no"}
    if not leads:
        names = {"shop": "kuaishou_shop_id", "own": "order_no", "other": "trade_no"}
    shop_id = about.pair.shop_ids[1 if leads else 0]
    wanted = (about.amount_fen, about.paid_at or 0, MOST)
    shown = _SHOWN.format(**names)
    if text.strip():
        rows = conn.exec_driver_sql(shown + _FOUND + _LIKELIEST, (shop_id, text.strip().lower(), *wanted))
        return [_chance(row) for row in rows]
    if about.paid_at is None:
        return []
    near = (shop_id, about.paid_at - DAY, about.paid_at + DAY)
    return [_chance(row) for row in conn.exec_driver_sql(f"{shown}{_NEAR}ORDER BY {_LIKELIEST}", (*near, *wanted))]


def _chance(row: Any) -> Chance:
    return Chance(
        row_id=row.id,
        number=row.order_no,
        amount_fen=row.amount_fen,
        paid_at=row.paid_at,
        status=OrderStatus(row.status),
        title=row.title,
        taken_by=row.taken_by,
    )
