"""The rows behind a figure: which they are, a page of them, and what they come to, row by row."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, and_, func, literal_column, select

from console.core.model import EXTERNAL, OrderStatus, Platform
from console.rules.insights import ValueLines
from console.store.ads import ACCOUNT, HOUR
from console.store.insights import BY_BUYER, CELL, ads_hours, value_asked
from console.store.insights_views import RowKind, Slice, SliceRow, Sum, What
from console.store.live_plan import orders_sold_live
from console.store.order_view import order_rows
from console.store.pages import as_json_list, driver, ids_of
from console.store.takings import ENDED_AT, LINE, ORDER, REFUND, what_sold, what_went_back
from console.store.views import OrderRow

KINDS: Final[dict[What, RowKind]] = {"refunds": "refund", "ads": "ad_hour"}
OF_ORDER: Final = ORDER.alias("of_refund")
HOUR_ID: Final[Any] = literal_column("ad_hours.rowid")
OF_CELL: Final = f"""
WITH buyer AS ({BY_BUYER}), placed AS (SELECT shop_id, buyer_id, {CELL} FROM buyer)
SELECT orders.id FROM placed CROSS JOIN orders INDEXED BY ix_orders_buyer
    ON orders.shop_id = placed.shop_id AND orders.buyer_id = placed.buyer_id
WHERE placed.buyer_id <> '' AND placed.in_row = ?8 AND placed.in_column = ?9
AND paid_at >= ?1 AND paid_at < ?2 AND under_id IS NULL
AND status <> '{OrderStatus.UNPAID}' AND (orders.shop_id LIKE '{Platform.KUAISHOU}:%' OR source <> '{EXTERNAL}')
"""  # noqa: S608 - our own words
SUMS: Final[dict[RowKind, str]] = {
    "order": "SELECT count(*), sum(amount_fen), sum(amount_fen IS NULL) FROM orders WHERE id {of}",
    "refund": "SELECT count(*), sum(amount_fen), sum(amount_fen IS NULL) FROM after_sales WHERE id {of}",
    "ad_hour": "SELECT count(*), sum(cost_fen), sum(cost_fen IS NULL) FROM ad_hours WHERE rowid {of}",
}


def kind_of(wanted: Slice) -> RowKind:
    """What the rows of a slice are."""
    return KINDS.get(wanted.what, "order")


def is_made(wanted: Slice) -> bool:
    """Whether its orders are counted by when they were placed, not by when they were paid: then money is no figure."""
    return wanted.what in ("made", "made_paid")


def slice_ids(conn: Connection, wanted: Slice, lines: ValueLines) -> list[int]:
    """The row ids of a slice in its order: of orders, of after-sales, or of hours of ads."""
    begin, end, pair = wanted.begin_at, wanted.end_at, wanted.pair
    if wanted.what == "refunds":
        asked = select(REFUND.c.id).where(begin <= ENDED_AT, end > ENDED_AT, *what_went_back(pair))
        return ids_of(conn, asked.order_by(*_sorted(wanted, ENDED_AT, REFUND.c.amount_fen, REFUND.c.id)))
    if wanted.what == "ads":
        hours = select(HOUR_ID.label("id")).select_from(HOUR).where(*ads_hours(begin, end, pair))
        return ids_of(conn, hours.order_by(*_sorted(wanted, HOUR.c.begin_at, HOUR.c.cost_fen, HOUR_ID)))
    at = ORDER.c.created_at if is_made(wanted) else ORDER.c.paid_at
    asked = select(ORDER.c.id).where(*_orders(conn, wanted, lines))
    return ids_of(conn, asked.order_by(*_sorted(wanted, at, ORDER.c.amount_fen, ORDER.c.id)))


def _orders(conn: Connection, wanted: Slice, lines: ValueLines) -> list[ColumnElement[bool]]:
    begin, end, pair = wanted.begin_at, wanted.end_at, wanted.pair
    match wanted.what:
        case "live":
            shop_id = "" if pair is None else pair.kuaishou_shop_id
            return [_among(orders_sold_live(conn, begin, end, wanted.now, shop_id))]
        case "value":
            asked = (*value_asked(wanted.now, lines, pair), *(wanted.cell or (-1, -1)))
            return [_among([row_id for (row_id,) in driver(conn).execute(OF_CELL, asked)])]
        case "made" | "made_paid":
            paid = [] if wanted.what == "made" else [ORDER.c.paid_at.is_not(None)]
            return [ORDER.c.created_at >= begin, ORDER.c.created_at < end, *paid, *_made(wanted)]
        case _:
            return [ORDER.c.paid_at >= begin, ORDER.c.paid_at < end, *what_sold(pair)]


def _made(wanted: Slice) -> list[ColumnElement[bool]]:
    """As ``takings.what_sold``, paid or not."""
    own = ORDER.c.shop_id.startswith(f"{Platform.KUAISHOU}:") | (ORDER.c.source != EXTERNAL)
    of_pair = [] if wanted.pair is None else [ORDER.c.shop_id.in_(wanted.pair.shop_ids)]
    return [ORDER.c.under_id.is_(None), own, *of_pair]


def _among(ids: Sequence[int]) -> ColumnElement[bool]:
    """These rows: as one parameter, for they may outgrow SQL's."""
    return ORDER.c.id.in_(select(func.json_each(as_json_list(ids)).table_valued("value").c.value))


def _sorted(wanted: Slice, at: object, fen: object, row_id: object) -> list[ColumnElement[object]]:
    keys = [fen if wanted.sort == "amount_fen" else at, row_id]
    made: list[ColumnElement[object]] = [key for key in keys if isinstance(key, ColumnElement)]
    return [key.desc().nulls_last() if wanted.descending else key.asc().nulls_last() for key in made]


def slice_rows(conn: Connection, wanted: Slice, ids: Sequence[int]) -> list[SliceRow]:
    """A page of a slice, in the order of ``ids``; rows that have gone meanwhile are left out."""
    match kind_of(wanted):
        case "refund":
            found = {row.id: _refund(row) for row in conn.execute(REFUNDS.where(REFUND.c.id.in_(ids)))}
        case "ad_hour":
            found = {row.id: _hour(row) for row in conn.execute(HOURS.where(HOUR_ID.in_(ids)))}
        case _:
            found = {row.id: _order(row, made=is_made(wanted)) for row in order_rows(conn, ids)}
    return [found[row_id] for row_id in ids if row_id in found]


def rows_sum(conn: Connection, wanted: Slice, ids: Iterable[int]) -> Sum:
    """What exactly these rows come to."""
    asked = SUMS[kind_of(wanted)].format(of="IN (SELECT value FROM json_each(?))")
    rows, fen, unknown = driver(conn).execute(asked, (as_json_list(ids),)).fetchone()
    return Sum(rows=rows, fen=fen or 0, unknown=unknown or 0)


REFUNDS = (
    select(REFUND, ENDED_AT.label("ended_at"), LINE.c.title, LINE.c.quantity)
    .select_from(REFUND)
    .outerjoin(OF_ORDER, and_(OF_ORDER.c.shop_id == REFUND.c.shop_id, OF_ORDER.c.order_no == REFUND.c.order_no))
    .outerjoin(LINE, and_(LINE.c.order_id == OF_ORDER.c.id, LINE.c.position == 0))
)
HOURS = select(HOUR, HOUR_ID.label("id"), ACCOUNT.c.shop_id).outerjoin(
    ACCOUNT, ACCOUNT.c.advertiser_id == HOUR.c.advertiser_id
)


def _order(row: OrderRow, *, made: bool) -> SliceRow:
    return SliceRow(
        id=row.id,
        kind="order",
        shop_id=row.shop_id,
        number=row.order_no or row.trade_no or "",
        other=row.trade_no or "" if row.order_no else "",
        title=row.title,
        quantity=row.quantity,
        amount_fen=row.amount_fen,
        status=row.status,
        at=row.created_at if made else row.paid_at,
        mapping=row.mapping or "",
    )


def _refund(row: Row[tuple[object, ...]]) -> SliceRow:
    return SliceRow(
        id=row.id,
        kind="refund",
        shop_id=row.shop_id,
        number=row.after_sale_no,
        other=row.order_no,
        title=row.title or "",
        quantity=row.quantity,
        amount_fen=row.amount_fen,
        status=row.status,
        at=row.ended_at,
    )


def _hour(row: Row[tuple[object, ...]]) -> SliceRow:
    return SliceRow(
        id=row.id,
        kind="ad_hour",
        shop_id=row.shop_id or "",
        number=row.advertiser_id,
        other="",
        title="",
        quantity=row.orders,
        amount_fen=row.cost_fen,
        status="",
        at=row.begin_at,
        gmv_fen=row.gmv_fen,
    )
