"""What was sold: sums over a stretch of time, step by step for the curves, and today's proof of the links.

What counts as sold, everywhere here: paid Kuaishou orders, and paid Youzan trades that were sold on Youzan itself. A
trade brought in from Kuaishou is the same sale as its order and is never added, linked or not; nor is a trade that
somebody linked to an order by hand.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select

from console.core.clock import DAY
from console.core.model import EXTERNAL, AfterSaleKind, AfterSaleStatus, Mapping, OrderStatus, Platform
from console.store.tables import AfterSales, Items, OrderLines, Orders, Skus, table_of
from console.store.views import TAB_STATUSES, MappingSum, Pair, Step, TightSku

ORDER = table_of(Orders)
TRADE = ORDER.alias("trade")
LINE = table_of(OrderLines)
REFUND = table_of(AfterSales)
ENDED_AT = func.coalesce(REFUND.c.finished_at, REFUND.c.updated_at)
"""When money went back."""

_OF_KUAISHOU = ORDER.c.shop_id.startswith(f"{Platform.KUAISHOU}:")
_SOLD = and_(
    ORDER.c.under_id.is_(None),
    ORDER.c.status != OrderStatus.UNPAID,
    or_(_OF_KUAISHOU, ORDER.c.source != EXTERNAL),
)


def takings(conn: Connection, begin_at: int, end_at: int, step: int, pair: Pair | None = None) -> list[Step]:
    """What was sold and refunded in each step of a half-open stretch; steps are ms, the last may be cut short."""
    sold = _by_step(conn, ORDER.c.paid_at, begin_at, end_at, step, _sums_of_orders(), what_sold(pair))
    back = _by_step(conn, ENDED_AT, begin_at, end_at, step, _sums_of_refunds(), what_went_back(pair))
    steps = -(-(end_at - begin_at) // step)
    none = (0, 0)
    return [
        Step(
            at=begin_at + number * step,
            orders=sold.get(number, none)[0],
            paid_fen=sold.get(number, none)[1],
            refunds=back.get(number, none)[0],
            refunded_fen=back.get(number, none)[1],
        )
        for number in range(steps)
    ]


def what_sold(pair: Pair | None = None) -> list[ColumnElement[bool]]:
    """Which rows of ``ORDER`` count as sold, whenever they were paid."""
    return [_SOLD, *_of(pair, ORDER)]


def what_went_back(pair: Pair | None = None) -> list[ColumnElement[bool]]:
    """Which rows of ``REFUND`` count as money that went back, whenever that was."""
    return [*_counted_refunds(), *_of(pair, REFUND)]


def _by_step(
    conn: Connection,
    at: ColumnElement[Any],
    begin_at: int,
    end_at: int,
    step: int,
    sums: Sequence[ColumnElement[Any]],
    where: Sequence[ColumnElement[bool]],
) -> dict[int, tuple[int, int]]:
    number = (at - begin_at) // step
    asked = select(number, *sums).where(at >= begin_at, at < end_at, *where).group_by(number)
    return {int(row[0]): (int(row[1]), int(row[2] or 0)) for row in conn.execute(asked)}


def _sums_of_orders() -> tuple[ColumnElement[Any], ...]:
    return func.count(), func.sum(ORDER.c.amount_fen)


def _sums_of_refunds() -> tuple[ColumnElement[Any], ...]:
    return func.count(), func.sum(REFUND.c.amount_fen)


def _counted_refunds() -> list[ColumnElement[bool]]:
    """Money that went back, once a sale: what a trade brought in from Kuaishou says is said by its order, too."""
    brought_in = (
        select(ORDER.c.id)
        .where(ORDER.c.shop_id == REFUND.c.shop_id, ORDER.c.order_no == REFUND.c.order_no, ORDER.c.source == EXTERNAL)
        .exists()
    )
    done = REFUND.c.status == AfterSaleStatus.SUCCESS
    return [done, REFUND.c.kind != AfterSaleKind.EXCHANGE, ~brought_in]


def proof(conn: Connection, begin_at: int, end_at: int, pair: Pair | None = None) -> list[MappingSum]:
    """The Kuaishou orders paid in a half-open stretch by their mapping; together they are all of them.

    ``difference_fen`` is how far the trades' amounts lie from the orders'. A state that no order is in is left out.
    """
    state = func.coalesce(ORDER.c.mapping, Mapping.WAITING)
    asked = (
        select(
            state,
            func.count(),
            func.coalesce(func.sum(ORDER.c.amount_fen), 0),
            func.coalesce(func.sum(func.abs(ORDER.c.amount_fen - TRADE.c.amount_fen)), 0),
        )
        .select_from(ORDER.outerjoin(TRADE, TRADE.c.under_id == ORDER.c.id))
        .where(
            ORDER.c.under_id.is_(None),
            _OF_KUAISHOU,
            ORDER.c.status != OrderStatus.UNPAID,
            ORDER.c.paid_at >= begin_at,
            ORDER.c.paid_at < end_at,
            *_of(pair, ORDER),
        )
        .group_by(state)
    )
    return [
        MappingSum(mapping=Mapping(mapping), orders=count, amount_fen=fen, difference_fen=difference)
        for mapping, count, fen, difference in conn.execute(asked)
    ]


def tight_skus(conn: Connection, now: int, pair: Pair | None = None, limit: int = 5) -> tuple[list[TightSku], int]:
    """Kuaishou variants on sale whose stock does not last another day like the last 24 hours; and how many there are.

    The rule: stock ≤ pieces of it in orders paid within 24 hours and not closed. The scarcest first.
    """
    skus, items = table_of(Skus), table_of(Items)
    sold = (
        select(ORDER.c.shop_id, LINE.c.item_id, LINE.c.sku_id, func.sum(LINE.c.quantity).label("sold"))
        .join_from(ORDER, LINE, LINE.c.order_id == ORDER.c.id)
        .where(
            ORDER.c.under_id.is_(None),
            _OF_KUAISHOU,
            ORDER.c.paid_at >= now - DAY,
            ORDER.c.status.not_in((OrderStatus.UNPAID, OrderStatus.CLOSED)),
            *_of(pair, ORDER),
        )
        .group_by(ORDER.c.shop_id, LINE.c.item_id, LINE.c.sku_id)
        .subquery()
    )
    same_item = and_(items.c.shop_id == sold.c.shop_id, items.c.item_id == sold.c.item_id)
    same_sku = and_(skus.c.shop_id == sold.c.shop_id, skus.c.item_id == sold.c.item_id, skus.c.sku_id == sold.c.sku_id)
    asked = (
        select(items.c.title, skus.c.spec, skus.c.code, skus.c.stock, sold.c.sold)
        .select_from(sold.join(items, same_item).join(skus, same_sku))
        .where(
            items.c.gone.is_(False),
            skus.c.gone.is_(False),
            func.coalesce(items.c.on_shelf, True).is_(True),
            skus.c.stock <= sold.c.sold,
        )
        .order_by(case((skus.c.stock == 0, 0), else_=1), skus.c.stock * 1.0 / sold.c.sold, sold.c.sold.desc())
    )
    found = [TightSku(**row._mapping) for row in conn.execute(asked)]
    return found[:limit], len(found)


def due_fen(conn: Connection, before: int, pair: Pair | None = None) -> int:
    """What the orders are worth that must leave before then."""
    asked = select(func.coalesce(func.sum(ORDER.c.amount_fen), 0)).where(
        ORDER.c.under_id.is_(None),
        ORDER.c.status.in_(TAB_STATUSES["to_ship"]),
        ORDER.c.ship_by_at < before,
        *_of(pair, ORDER),
    )
    return int(conn.execute(asked).scalar_one())


def first_paid_at(conn: Connection, pair: Pair | None = None) -> int | None:
    """When the first order in the file was paid: nothing can be said of the time before."""
    asked = select(ORDER.c.paid_at).where(ORDER.c.under_id.is_(None), ORDER.c.paid_at.is_not(None), *_of(pair, ORDER))
    first: int | None = conn.execute(asked.order_by(ORDER.c.paid_at).limit(1)).scalar_one_or_none()
    return first


def mapping_counts(conn: Connection, pair: Pair | None = None) -> dict[Mapping, int]:
    """How many lines of the order table stand in each mapping."""
    asked = select(ORDER.c.mapping, func.count()).where(
        ORDER.c.under_id.is_(None), ORDER.c.mapping.is_not(None), *_of(pair, ORDER)
    )
    return {Mapping(mapping): count for mapping, count in conn.execute(asked.group_by(ORDER.c.mapping))}


def _of(pair: Pair | None, table: Any) -> list[ColumnElement[bool]]:
    return [] if pair is None else [table.c.shop_id.in_(pair.shop_ids)]
