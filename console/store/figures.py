"""Sums: what is held, what is to be done, how the day goes. Rows shown under another one are not counted twice."""

from typing import Any

from sqlalchemy import Connection, and_, case, func, select
from sqlmodel import SQLModel

from console.core.clock import DAY, HOUR, day_start
from console.core.model import AfterSaleKind, AfterSaleStatus, AuditState, OrderStatus, Platform
from console.store.aftersales import WAITING_FOR_US
from console.store.tables import AfterSales, Items, Orders, Quarantine, Shops, Skus, table_of
from console.store.views import DUE_SOON, TAB_STATUSES, TROUBLED, Pair, Today, Todo

COUNTED: dict[str, type[SQLModel]] = {"items": Items, "skus": Skus, "orders": Orders, "refunds": AfterSales}


def counts(conn: Connection) -> dict[Platform, dict[str, int]]:
    """How many rows of each platform the file holds, gone ones left out."""
    shops = table_of(Shops).c
    held = {platform: dict.fromkeys(COUNTED, 0) for platform in Platform}
    for name, model in COUNTED.items():
        table = table_of(model)
        asked = select(shops.platform, func.count()).join_from(table, shops.shop_id.table, _same_shop(table))
        if "gone" in table.c:
            asked = asked.where(table.c.gone.is_(False))
        for platform, count in conn.execute(asked.group_by(shops.platform)):
            held[Platform(platform)][name] = count
    return held


def _same_shop(table: Any) -> Any:
    return table.c.shop_id == table_of(Shops).c.shop_id


def todo(conn: Connection, now: int, pair: Pair | None = None, due_within: int = DUE_SOON) -> Todo:
    """The home tiles, over a pair or all shops."""
    orders = table_of(Orders).c
    waiting = orders.status.in_(TAB_STATUSES["to_ship"])
    due = and_(waiting, orders.ship_by_at < now + due_within)
    asked = select(
        func.count(case((waiting, 1))),
        func.min(case((waiting, orders.ship_by_at))),
        func.count(case((due, 1))),
        func.count(case((and_(waiting, orders.ship_by_at < now), 1))),
        func.count(case((orders.mapping.in_(TROUBLED), 1))),
    ).where(orders.under_id.is_(None), *_of(pair, orders.shop_id))
    to_ship, next_at, due_soon, overdue, mapping = conn.execute(asked).one()
    after_sales, after_sales_next_at, astray = _after_sales_waiting(conn, pair)
    quarantined = _quarantined(conn, pair)
    return Todo(
        to_ship=to_ship,
        to_ship_next_at=next_at,
        due_soon=due_soon,
        due_next_at=next_at if due_soon else None,
        overdue=overdue,
        sync_failed=_items_failed(conn, pair) + quarantined,
        after_sales=after_sales,
        after_sales_next_at=after_sales_next_at,
        mapping=mapping,
        after_sales_astray=astray,
        quarantined=quarantined,
    )


def _after_sales_waiting(conn: Connection, pair: Pair | None) -> tuple[int, int | None, int]:
    """Orders that have one, the nearest deadline, and how many have no order in the file."""
    rows, orders = table_of(AfterSales), table_of(Orders)
    same = and_(orders.c.shop_id == rows.c.shop_id, orders.c.order_no == rows.c.order_no)
    asked = (
        select(
            func.count(orders.c.id.distinct()),
            func.min(rows.c.deadline_at),
            func.count(case((orders.c.id.is_(None), 1))),
        )
        .select_from(rows.outerjoin(orders, same))
        .where(rows.c.status.in_(WAITING_FOR_US), orders.c.under_id.is_(None), *_of(pair, rows.c.shop_id))
    )
    count, next_at, astray = conn.execute(asked).one()
    return int(count), next_at, int(astray)


def _of_shown_under(rows: Any) -> Any:
    """Whether an after-sale is of a trade that is shown under its order: the order has it, too."""
    orders = table_of(Orders).c
    return (
        select(orders.id)
        .where(orders.shop_id == rows.shop_id, orders.order_no == rows.order_no, orders.under_id.is_not(None))
        .exists()
    )


def _items_failed(conn: Connection, pair: Pair | None) -> int:
    items = table_of(Items).c
    failed = items.audit.in_((AuditState.REFUSED, AuditState.NEEDS_CHANGES))
    asked = select(func.count()).where(failed, items.gone.is_(False), *_of(pair, items.shop_id))
    return int(conn.execute(asked).scalar_one())


def _quarantined(conn: Connection, pair: Pair | None) -> int:
    rows = table_of(Quarantine).c
    return int(conn.execute(select(func.count(rows.key)).where(*_of(pair, rows.shop_id))).scalar_one())


def today(conn: Connection, now: int, pair: Pair | None = None) -> Today:
    """The shop day that holds ``now``, up to ``now``."""
    return sales(conn, day_start(now), now + 1, pair)


def yesterday_so_far(conn: Connection, now: int, pair: Pair | None = None) -> Today:
    """The day before up to the same time: what today is fairly compared with."""
    return sales(conn, day_start(now) - DAY, now - DAY + 1, pair)


def sales(conn: Connection, begin_at: int, end_at: int, pair: Pair | None = None) -> Today:
    """What was paid and what was refunded in a half-open stretch of time."""
    orders, rows = table_of(Orders).c, table_of(AfterSales).c
    paid = select(
        func.count(), func.coalesce(func.sum(orders.amount_fen), 0), func.count(orders.buyer_id.distinct())
    ).where(
        orders.under_id.is_(None),
        orders.paid_at >= begin_at,
        orders.paid_at < end_at,
        orders.status != OrderStatus.UNPAID,
        *_of(pair, orders.shop_id),
    )
    ended_at = func.coalesce(rows.finished_at, rows.updated_at)
    refunded = select(func.coalesce(func.sum(rows.amount_fen), 0)).where(
        rows.status == AfterSaleStatus.SUCCESS,
        rows.kind != AfterSaleKind.EXCHANGE,
        ended_at >= begin_at,
        ended_at < end_at,
        *_of(pair, rows.shop_id),
        ~_of_shown_under(rows),
    )
    paid_orders, paid_fen, buyers = conn.execute(paid).one()
    return Today(
        paid_orders=paid_orders,
        paid_fen=paid_fen,
        refunded_fen=conn.execute(refunded).scalar_one(),
        buyers=buyers,
    )


def paid_by_hour(conn: Connection, begin_at: int, hours: int, pair: Pair | None = None) -> list[int]:
    """What was paid in each of the hours from ``begin_at`` on, fen."""
    orders = table_of(Orders).c
    hour = (orders.paid_at - begin_at) // HOUR
    asked = select(hour, func.sum(orders.amount_fen)).where(
        orders.under_id.is_(None),
        orders.paid_at >= begin_at,
        orders.paid_at < begin_at + hours * HOUR,
        *_of(pair, orders.shop_id),
    )
    sums = {int(at): int(fen or 0) for at, fen in conn.execute(asked.group_by(hour))}
    return [sums.get(at, 0) for at in range(hours)]


def _of(pair: Pair | None, shop_id: Any) -> list[Any]:
    return [] if pair is None else [shop_id.in_(pair.shop_ids)]
