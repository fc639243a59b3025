"""Stored value and members, as the merchant's exports told them, beside the orders in the file."""

from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY, SHOP_TIME, shop_datetime
from console.rules.stored_value import Account, Group, Membership, Stored, stored
from console.store.insights import OF_SHOPS, SOLD, shops_of
from console.store.pages import driver
from console.store.touch_lines import lines
from console.store.views import Pair

FIELDS: Final = ("account", "day_at", "balance_fen", "topup_fen", "bonus_fen", "spent_fen", "refund_fen", "last_at")
YEAR: Final = 365 * DAY
BUYERS: Final = f"""
WITH buyer AS (
    SELECT shop_id, buyer_id, count(*) AS orders, sum(amount_fen) AS fen FROM orders INDEXED BY ix_orders_buyer
    WHERE paid_at >= ?1 AND paid_at < ?2 AND {SOLD} AND buyer_id <> '' AND shop_id LIKE 'youzan:%' AND {OF_SHOPS}
    GROUP BY shop_id, buyer_id)
SELECT (shop_id, buyer_id) IN (SELECT shop_id, buyer FROM members WHERE buyer <> ''), count(*), sum(orders),
       coalesce(sum(fen), 0)
FROM buyer GROUP BY 1
"""  # noqa: S608 - our own words

MINE: Final = "(?1 IS NULL OR shop_id IN (SELECT value FROM json_each(?1)))"
SUMS: Final = f"""
SELECT count(*), coalesce(sum(balance_fen > 0), 0), coalesce(sum(balance_fen), 0),
       coalesce(sum(balance_fen > 0 AND last_at < ?2), 0),
       coalesce(sum(CASE WHEN balance_fen > 0 AND last_at < ?2 THEN balance_fen END), 0),
       coalesce(sum(balance_fen > 0 AND last_at IS NULL), 0), count(topup_fen + spent_fen), min(day_at), max(day_at)
FROM stored_accounts WHERE {MINE}
"""  # noqa: S608 - our own words
SUMMED: Final = (
    "accounts", "holders", "balance_fen", "idle", "idle_fen", "unmoved", "checked", "day_from", "day_to",
)  # fmt: skip
APART: Final = f"""
SELECT {", ".join(FIELDS)} FROM stored_accounts
WHERE {MINE} AND balance_fen <> topup_fen + coalesce(bonus_fen, 0) - spent_fen - coalesce(refund_fen, 0)
"""  # noqa: S608 - our own words
MOVED: Final = f"SELECT kind, SUM(fen) FROM stored_moves WHERE {MINE} AND at >= ?2 AND at <= ?3 GROUP BY kind"  # noqa: S608
LEVELS: Final = f"SELECT level, COUNT(*) FROM members WHERE {MINE} GROUP BY level ORDER BY 2 DESC, 1"  # noqa: S608
NAMED: Final = f"SELECT COUNT(NULLIF(buyer, '')), MAX(kept_at) FROM members WHERE {MINE}"  # noqa: S608


class StoredBoard(msgspec.Struct, frozen=True, kw_only=True):
    """Stored value with its age, and members beside buyers of the last year."""

    stored: Stored = Stored()
    kept_at: int | None = None
    moves: int = 0
    month_at: int = 0
    idle_days: int = 90
    least: int = 30
    members: Membership = Membership()


def board(conn: Connection, now: int, pair: Pair | None = None) -> StoredBoard:
    """Everything that was imported of a pair, or of all shops."""
    db, mine = driver(conn), shops_of(pair)
    known = lines(conn)
    idle = round(known["stored_idle_days"].value)
    when = shop_datetime(now)
    month_at = round(when.replace(day=1, hour=0, minute=0, second=0, microsecond=0).astimezone(SHOP_TIME).timestamp())
    (moves,) = db.execute(f"SELECT COUNT(*) FROM stored_moves WHERE {MINE}", (mine,)).fetchone()  # noqa: S608
    summed = accounts(conn, now - idle * DAY, mine)
    if moves:
        sums = dict(db.execute(MOVED, (mine, month_at * 1000, now)).fetchall())
        if sums:  # of a month without any movement it may be that its export has not come yet
            summed = msgspec.structs.replace(summed, topup_fen=sums.get("topup", 0), spent_fen=sums.get("spend", 0))
    (kept_at,) = db.execute(f"SELECT MAX(kept_at) FROM stored_accounts WHERE {MINE}", (mine,)).fetchone()  # noqa: S608
    return StoredBoard(
        stored=summed,
        kept_at=kept_at,
        moves=moves,
        month_at=month_at * 1000,
        idle_days=idle,
        least=round(known["touch_least"].value),
        members=membership(conn, now, pair),
    )


def accounts(conn: Connection, idle_before: int, mine: str | None) -> Stored:
    """What ``rules.stored_value.stored`` says of all accounts, added up in the file: only those apart are read."""
    db = driver(conn)
    apart = stored((Account(**dict(zip(FIELDS, row, strict=True))) for row in db.execute(APART, (mine,))), idle_before)
    sums = dict(zip(SUMMED, db.execute(SUMS, (mine, idle_before)).fetchone(), strict=True))
    return msgspec.structs.replace(apart, **sums)


def membership(conn: Connection, now: int, pair: Pair | None = None) -> Membership:
    """Members by level, and Youzan's buyers of the last year by whether they are members."""
    db, mine = driver(conn), shops_of(pair)
    levels = db.execute(LEVELS, (mine,)).fetchall()
    if not levels:
        return Membership()
    named, kept_at = db.execute(NAMED, (mine,)).fetchone()
    groups = {
        bool(is_member): Group(people=people, orders=orders, paid_fen=fen)
        for is_member, people, orders, fen in db.execute(BUYERS, (now - YEAR, now + 1, mine))
    }
    return Membership(
        levels=tuple((str(level), int(count)) for level, count in levels),
        members=sum(count for _, count in levels),
        named=named,
        buyers=groups.get(True, Group()),
        others=groups.get(False, Group()),
        kept_at=kept_at,
    )
