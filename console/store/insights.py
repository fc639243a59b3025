"""The figures of the data tab, each added up in SQL. What counts as sold is what ``takings`` says."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from console.core.clock import DAY
from console.core.model import EXTERNAL, OrderStatus, Platform
from console.rules.insights import ValueLines, Weekday
from console.store import takings
from console.store.ads import ACCOUNT, HOUR
from console.store.insights_views import (
    AdsSum,
    Buyers,
    Made,
    Slice,
    Sum,
    Totals,
    ValueBoard,
    ValueCell,
    What,
    added_up,
)
from console.store.live_plan import sold_live
from console.store.pages import as_json_list, driver
from console.store.views import Pair, Step

SOLD: Final = f"""
under_id IS NULL AND status <> '{OrderStatus.UNPAID}' AND
(shop_id LIKE '{Platform.KUAISHOU}:%' OR source <> '{EXTERNAL}')
"""
"""What ``takings.what_sold`` says, for questions that must name their index: SQLAlchemy cannot, and SQLite takes the
wrong one. ``tests/store`` holds both together."""
OF_SHOPS: Final = "(?3 IS NULL OR shop_id IN (SELECT value FROM json_each(?3)))"
BUYERS: Final = f"""
WITH buyer AS (
    SELECT buyer_id, count(*) AS orders FROM orders INDEXED BY ix_orders_buyer
    WHERE paid_at >= ?1 AND paid_at < ?2 AND {SOLD} AND {OF_SHOPS} GROUP BY shop_id, buyer_id)
SELECT coalesce(sum(buyer_id <> ''), 0), coalesce(sum(CASE WHEN buyer_id = '' THEN orders END), 0) FROM buyer
"""  # noqa: S608 - our own words
MADE: Final = f"""
SELECT count(*), count(paid_at) FROM orders INDEXED BY ix_orders_view
WHERE under_id IS NULL AND created_at >= ?1 AND created_at < ?2
AND (shop_id LIKE '{Platform.KUAISHOU}:%' OR source <> '{EXTERNAL}') AND {OF_SHOPS}
"""  # noqa: S608 - our own words
CELL: Final = """
(CASE WHEN last_at >= ?4 THEN 0 WHEN last_at >= ?5 THEN 1 ELSE 2 END) AS in_row,
(CASE WHEN orders >= ?7 THEN 2 WHEN orders >= ?6 THEN 1 ELSE 0 END) AS in_column
"""
BY_BUYER: Final = f"""
SELECT shop_id, buyer_id, count(*) AS orders, sum(amount_fen) AS fen, max(paid_at) AS last_at
FROM orders INDEXED BY ix_orders_buyer
WHERE paid_at >= ?1 AND paid_at < ?2 AND {SOLD} AND {OF_SHOPS} GROUP BY shop_id, buyer_id
"""  # noqa: S608 - our own words
CELLS: Final = f"""
WITH buyer AS ({BY_BUYER})
SELECT buyer_id = '', {CELL}, count(*), sum(orders), coalesce(sum(fen), 0) FROM buyer GROUP BY 1, 2, 3 ORDER BY 2, 3
"""  # noqa: S608 - our own words


def shops_of(pair: Pair | None) -> str | None:
    """The shops of a pair as one parameter; None: all."""
    return None if pair is None else as_json_list(pair.shop_ids)


def sold(conn: Connection, begin_at: int, end_at: int, pair: Pair | None = None) -> Step:
    """What was sold and went back in a stretch, as one step."""
    found = takings.takings(conn, begin_at, end_at, max(1, end_at - begin_at), pair)
    return found[0] if found else Step(at=begin_at)


def totals(
    conn: Connection, begin_at: int, end_at: int, now: int, pair: Pair | None = None, steps: Sequence[Step] = ()
) -> Totals:
    """Everything of a half-open stretch. ``steps``: its days, where they were read already."""
    return Totals(
        sold=added_up(steps, begin_at) if steps else sold(conn, begin_at, end_at, pair),
        buyers=buyers(conn, begin_at, end_at, pair),
        ads=ads(conn, begin_at, end_at, pair),
        live=sold_live(conn, begin_at, end_at, now, "" if pair is None else pair.kuaishou_shop_id),
    )


def buyers(conn: Connection, begin_at: int, end_at: int, pair: Pair | None = None) -> Buyers:
    """Who paid in a stretch: one person of two shops is two, for the platforms name them differently."""
    people, unnamed = driver(conn).execute(BUYERS, (begin_at, end_at, shops_of(pair))).fetchone()
    return Buyers(people=people, unnamed=unnamed)


def made(conn: Connection, begin_at: int, end_at: int, pair: Pair | None = None) -> Made:
    """The orders placed in a stretch, a trade brought in not again, and those of them that were paid."""
    placed, paid = driver(conn).execute(MADE, (begin_at, end_at, shops_of(pair))).fetchone()
    return Made(made=placed, paid=paid)


def ads_hours(begin_at: int, end_at: int, pair: Pair | None) -> list[ColumnElement[bool]]:
    """The hours of a stretch, of the accounts of a pair or of all."""
    found: list[ColumnElement[bool]] = [HOUR.c.begin_at >= begin_at, HOUR.c.begin_at < end_at]
    if pair is not None:
        mine = select(ACCOUNT.c.advertiser_id).where(ACCOUNT.c.shop_id == pair.kuaishou_shop_id)
        found.append(HOUR.c.advertiser_id.in_(mine))
    return found


def ads(conn: Connection, begin_at: int, end_at: int, pair: Pair | None = None) -> AdsSum:
    """What the ads of a stretch cost; how old that is, by the account read longest ago."""
    of_pair = [] if pair is None else [ACCOUNT.c.shop_id == pair.kuaishou_shop_id]
    accounts, read, read_at = conn.execute(
        select(func.count(), func.count(ACCOUNT.c.read_at), func.min(ACCOUNT.c.read_at)).where(*of_pair)
    ).one()
    both = and_(HOUR.c.cost_fen.is_not(None), HOUR.c.gmv_fen.is_not(None))
    asked = select(
        func.count(),
        func.coalesce(func.sum(HOUR.c.cost_fen), 0),
        func.count(case((HOUR.c.cost_fen.is_(None), 1))),
        func.coalesce(func.sum(case((both, HOUR.c.gmv_fen))), 0),
        func.coalesce(func.sum(case((both, HOUR.c.cost_fen))), 0),
    ).where(*ads_hours(begin_at, end_at, pair))
    hours, fen, unknown, gmv_fen, paired = conn.execute(asked).one()
    return AdsSum(
        accounts=accounts,
        cost=Sum(rows=hours, fen=fen, unknown=unknown),
        gmv_fen=gmv_fen,
        paired_cost_fen=paired,
        read_at=read_at if read == accounts else None,
    )


def was_read(conn: Connection, what: What) -> bool:
    """Whether what the rows are made of was ever read to its end: before that no rows are not none."""
    if what == "ads":
        return conn.execute(select(func.count(ACCOUNT.c.read_at))).scalar_one() > 0
    stream = "after_sales" if what == "refunds" else "orders"
    asked = "SELECT count(success_at) FROM health WHERE stream = ?"
    (times,) = driver(conn).execute(asked, (stream,)).fetchone()
    return bool(times)


def weekdays(conn: Connection, today: int, elapsed: int, of: int, pair: Pair | None = None) -> Sequence[Weekday]:
    """The same weekday of earlier weeks: its sales by this time of day and in the end. None before the first order."""
    since = takings.first_paid_at(conn, pair)
    found = []
    for back in range(1, of + 1):
        begin = today - 7 * back * DAY
        if since is None or since > begin:
            break
        by_now = sold(conn, begin, begin + elapsed, pair).paid_fen
        found.append(Weekday(by_now, by_now + sold(conn, begin + elapsed, begin + DAY, pair).paid_fen))
    return found


def value_board(conn: Connection, now: int, lines: ValueLines, pair: Pair | None = None) -> ValueBoard:
    """Who bought how lately and how often, over everything that is known."""
    asked = value_asked(now, lines, pair)
    names = ("row", "column", "people", "orders", "fen")
    cells, unnamed = list[ValueCell](), 0
    for is_nobody, *row in driver(conn).execute(CELLS, asked):
        cell = ValueCell(**dict(zip(names, row, strict=True)))
        if is_nobody:
            unnamed += cell.orders
        else:
            cells.append(cell)
    return ValueBoard(cells=tuple(cells), unnamed=unnamed, since_at=takings.first_paid_at(conn, pair))


def value_asked(now: int, lines: ValueLines, pair: Pair | None) -> tuple[int | str | None, ...]:
    """The parameters of ``CELLS``."""
    recent, lately = now - lines.recent_days * DAY, now - lines.lately_days * DAY
    return (0, now + 1, shops_of(pair), recent, lately, lines.some_orders, lines.many_orders)


def figure(conn: Connection, wanted: Slice, lines: ValueLines) -> Sum:
    """What a chart or a card says of a slice, added up without naming its rows."""
    begin, end, pair = wanted.begin_at, wanted.end_at, wanted.pair
    match wanted.what:
        case "paid":
            step = sold(conn, begin, end, pair)
            return Sum(rows=step.orders, fen=step.paid_fen)
        case "refunds":
            step = sold(conn, begin, end, pair)
            return Sum(rows=step.refunds, fen=step.refunded_fen)
        case "ads":
            return ads(conn, begin, end, pair).cost
        case "live":
            shop_id = "" if pair is None else pair.kuaishou_shop_id
            live = sold_live(conn, begin, end, wanted.now, shop_id)
            return Sum(rows=live.orders, fen=live.paid_fen)
        case "made":
            return Sum(rows=made(conn, begin, end, pair).made)
        case "made_paid":
            return Sum(rows=made(conn, begin, end, pair).paid)
        case "value":
            board = value_board(conn, wanted.now, lines, pair)
            cell = next((one for one in board.cells if (one.row, one.column) == wanted.cell), None)
            return Sum() if cell is None else Sum(rows=cell.orders, fen=cell.fen)
