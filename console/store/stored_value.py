"""Stored value and members, as the merchant's exports told them, beside the orders in the file."""

from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY, SHOP_TIME, shop_datetime
from console.rules.stored_value import Account, Group, Membership, Stored, stored
from console.store.insights import SOLD
from console.store.pages import driver
from console.store.touch_lines import lines

FIELDS: Final = ("account", "day_at", "balance_fen", "topup_fen", "bonus_fen", "spent_fen", "refund_fen", "last_at")
YEAR: Final = 365 * DAY
BUYERS: Final = f"""
WITH buyer AS (
    SELECT shop_id, buyer_id, count(*) AS orders, sum(amount_fen) AS fen FROM orders INDEXED BY ix_orders_buyer
    WHERE paid_at >= ?1 AND paid_at < ?2 AND {SOLD} AND buyer_id <> '' AND shop_id LIKE 'youzan:%'
    GROUP BY shop_id, buyer_id)
SELECT buyer_id IN (SELECT buyer FROM members WHERE buyer <> ''), count(*), sum(orders), coalesce(sum(fen), 0)
FROM buyer GROUP BY 1
"""  # noqa: S608 - our own words


class StoredBoard(msgspec.Struct, frozen=True, kw_only=True):
    """Stored value with its age, and members beside buyers of the last year."""

    stored: Stored = Stored()
    kept_at: int | None = None
    moves: int = 0
    month_at: int = 0
    idle_days: int = 90
    least: int = 30
    members: Membership = Membership()


def board(conn: Connection, now: int) -> StoredBoard:
    """Everything that was imported."""
    db = driver(conn)
    known = lines(conn)
    idle = round(known["stored_idle_days"].value)
    asked = f"SELECT {', '.join(FIELDS)} FROM stored_accounts"  # noqa: S608 - our own names
    accounts = [Account(**dict(zip(FIELDS, row, strict=True))) for row in db.execute(asked)]
    when = shop_datetime(now)
    month_at = round(when.replace(day=1, hour=0, minute=0, second=0, microsecond=0).astimezone(SHOP_TIME).timestamp())
    (moves,) = db.execute("SELECT COUNT(*) FROM stored_moves").fetchone()
    summed = stored(accounts, now - idle * DAY)
    if moves:
        asked = "SELECT kind, SUM(fen) FROM stored_moves WHERE at >= ? AND at <= ? GROUP BY kind"
        sums = dict(db.execute(asked, (month_at * 1000, now)).fetchall())
        summed = msgspec.structs.replace(summed, topup_fen=sums.get("topup", 0), spent_fen=sums.get("spend", 0))
    (kept_at,) = db.execute("SELECT MAX(kept_at) FROM stored_accounts").fetchone()
    return StoredBoard(
        stored=summed,
        kept_at=kept_at,
        moves=moves,
        month_at=month_at * 1000,
        idle_days=idle,
        least=round(known["touch_least"].value),
        members=membership(conn, now),
    )


def membership(conn: Connection, now: int) -> Membership:
    """Members by level, and Youzan's buyers of the last year by whether they are members."""
    db = driver(conn)
    levels = db.execute("SELECT level, COUNT(*) FROM members GROUP BY level ORDER BY 2 DESC, 1").fetchall()
    if not levels:
        return Membership()
    named, kept_at = db.execute("SELECT COUNT(NULLIF(buyer, '')), MAX(kept_at) FROM members").fetchone()
    groups = {
        bool(is_member): Group(people=people, orders=orders, paid_fen=fen)
        for is_member, people, orders, fen in db.execute(BUYERS, (now - YEAR, now + 1))
    }
    return Membership(
        levels=tuple((str(level), int(count)) for level, count in levels),
        members=sum(count for _, count in levels),
        named=named,
        buyers=groups.get(True, Group()),
        others=groups.get(False, Group()),
        kept_at=kept_at,
    )
