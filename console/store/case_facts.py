"""What the file knows of a case's orders: they and their parcels as tables, buyers masked; and what is missing."""

from collections.abc import Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.clock import format_shop_time
from console.core.money import yuan
from console.rules.violations import Case
from console.store.orders import read_parcels
from console.store.pages import driver

FOUND: Final = """
SELECT o.shop_id, o.order_no, o.outer_no, o.status, o.paid_at, o.ship_by_at, o.shipped_at, o.amount_fen,
  o.buyer_masked, o.region, o.parcels,
  (SELECT group_concat(l.title || ' × ' || l.quantity, '；') FROM order_lines AS l WHERE l.order_id = o.id)
FROM orders AS o WHERE o.order_no = ?1 OR o.outer_no = ?1 ORDER BY o.shop_id, o.order_no
"""
TRACKED: Final = "SELECT state, moved_at, asked_at FROM parcel_tracks WHERE waybill_no = ?"
ORDER_TITLES: Final = (
    *("店铺", "订单号", "对方单号", "状态", "付款时间", "应发货时间", "发货时间"),
    *("金额(元)", "买家(已遮盖)", "地区", "商品"),
)
WAYBILL_TITLES: Final = ("订单号", "运单号", "快递", "发货时间", "物流状态", "最近动态", "截至")


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """Tables with their titles first; empty ones where there is nothing. ``missing``: codes, each with its detail."""

    orders: tuple[tuple[str, ...], ...] = ()
    waybills: tuple[tuple[str, ...], ...] = ()
    missing: tuple[tuple[str, str, str], ...] = ()  # kind, code, detail


def case_facts(conn: Connection, case: Case) -> Facts:
    """Of the orders that the case names, from either platform."""
    numbers = case.order_no.split()
    if not numbers:
        return Facts(missing=(("order", "case.no_order_named", ""),))
    orders: list[tuple[str, ...]] = []
    waybills: list[tuple[str, ...]] = []
    missing: list[tuple[str, str, str]] = []
    seen: set[tuple[str, str]] = set()
    for number in numbers:
        rows = driver(conn).execute(FOUND, (number,)).fetchall()
        if not rows:
            missing.append(("order", "case.order_unknown", number))
        for row in rows:
            if (row[0], row[1]) not in seen:
                seen.add((row[0], row[1]))
                orders.append(_order(row))
                waybills += _waybills(conn, row)
    if orders and not waybills:
        missing.append(("waybill", "case.no_waybill", ""))
    return Facts(
        orders=(ORDER_TITLES, *orders) if orders else (),
        waybills=(WAYBILL_TITLES, *dict.fromkeys(waybills)) if waybills else (),
        missing=tuple(missing),
    )


def _time(at: int | None) -> str:
    return "" if at is None else format_shop_time(at)


def _order(row: Sequence[object]) -> tuple[str, ...]:
    shop_id, order_no, outer_no, status, paid_at, due_at, shipped_at, amount_fen, buyer, region, _, goods = row
    times = (_time(at if isinstance(at, int) else None) for at in (paid_at, due_at, shipped_at))
    amount = yuan(amount_fen) if isinstance(amount_fen, int) else ""
    where = " ".join(str(region or "").split("|")[:2])
    texts = (str(shop_id), str(order_no), str(outer_no or ""), str(status))
    return (*texts, *times, amount, str(buyer or ""), where, str(goods or ""))


def _waybills(conn: Connection, row: Sequence[object]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for parcel in read_parcels(str(row[10] or "[]")):
        track = driver(conn).execute(TRACKED, (parcel.waybill_no,)).fetchone()
        state, moved_at, asked_at = track or ("", None, None)
        carrier = parcel.carrier_name or parcel.carrier_code
        shipped = _time(row[6] if isinstance(row[6], int) else None)
        found.append((str(row[1]), parcel.waybill_no, carrier, shipped, state, _time(moved_at), _time(asked_at)))
    return found
