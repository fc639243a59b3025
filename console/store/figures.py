"""Sums: what is held, what is to be done. Rows shown under another one are not counted twice."""

from typing import Any

from sqlalchemy import Connection, and_, case, func, select
from sqlmodel import SQLModel

from console.core.model import AuditState, Platform
from console.store.tables import AfterSales, Items, Orders, Quarantine, Shops, Skus, table_of
from console.store.tickets import tickets_waiting
from console.store.views import DUE_SOON, TAB_STATUSES, TROUBLED, Pair, Todo

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
    after_sales, after_sales_next_at = tickets_waiting(conn, pair)
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
        quarantined=quarantined,
    )


def _items_failed(conn: Connection, pair: Pair | None) -> int:
    items = table_of(Items).c
    failed = items.audit.in_((AuditState.REFUSED, AuditState.NEEDS_CHANGES))
    asked = select(func.count()).where(failed, items.gone.is_(False), *_of(pair, items.shop_id))
    return int(conn.execute(asked).scalar_one())


def _quarantined(conn: Connection, pair: Pair | None) -> int:
    rows = table_of(Quarantine).c
    return int(conn.execute(select(func.count(rows.key)).where(*_of(pair, rows.shop_id))).scalar_one())


def _of(pair: Pair | None, shop_id: Any) -> list[Any]:
    return [] if pair is None else [shop_id.in_(pair.shop_ids)]
