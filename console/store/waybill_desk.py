"""What the print-and-ship dialog shows: the chosen orders as parcels, in the order of the list."""

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from console.core.commands_orders import may_leave
from console.core.commands_waybills import TakeWaybill
from console.core.model import Order, Platform
from console.core.objects import ObjectKey
from console.core.waybills import Slip
from console.rules.after_sales import ShippingHold
from console.rules.shipping import Obstacle
from console.rules.waybills import pieces, print_obstacle, slip_of, take_obstacle
from console.store import waybill_prints
from console.store.orders import load_order
from console.store.outbox_rows import State
from console.store.outbox_view import history
from console.store.pages import as_json_list
from console.store.ship_gate import hold_of
from console.store.waybill_prints import PrintState
from console.store.waybills import Waybill, numbers_of, sender_of

CANNOT = Obstacle(code="waybill.cannot")


class ParcelRow(msgspec.Struct, frozen=True, kw_only=True):
    """An order that is to leave in a parcel.

    ``asked`` is where the taking of its number stands in the outbox, ``why`` and ``why_detail`` what was said against
    it; ``obstacle`` what forbids to take or print now; ``printing`` where its label stands in the queue. ``is_held``:
    but for an after-sale, a review or an address it would leave, or it has a number that is not wanted any more.
    ``beside`` are the numbers that wait, where the order may leave in one parcel more.
    """

    row_id: int
    shop_id: str
    order_no: str
    title: str
    quantity: int
    image_url: str
    waybill: Waybill | None
    obstacle: Obstacle | None
    is_held: bool = False
    asked: State | None = None
    why: str = ""
    why_detail: str = ""
    printing: PrintState | None = None
    beside: tuple[str, ...] = ()

    @property
    def splits(self) -> bool:
        """Whether another number may be taken for a further parcel of its order."""
        return bool(self.beside)

    @property
    def takes(self) -> bool:
        """Whether a number may be taken for it now."""
        under_way = self.asked in ("queued", "waiting", "sending", "unsure")
        return self.waybill is None and self.obstacle is None and not under_way

    @property
    def leaves(self) -> bool:
        """Whether its parcel may leave under its number, and has not yet."""
        return self.waybill is not None and self.obstacle is None and not self.waybill.left

    @property
    def prints(self) -> bool:
        """Whether its label may be printed now."""
        return self.waybill is not None and self.obstacle is None and self.printing is None


def parcels(conn: Connection, row_ids: Sequence[int]) -> list[ParcelRow]:
    """The parcels of these rows; rows that are gone are left out."""
    asked = "SELECT id, shop_id, order_no FROM orders WHERE id IN (SELECT value FROM json_each(?))"
    found = {int(row[0]): (str(row[1]), str(row[2])) for row in conn.exec_driver_sql(asked, (as_json_list(row_ids),))}
    by_shop: dict[str, list[str]] = {}
    for shop_id, order_no in found.values():
        by_shop.setdefault(shop_id, []).append(order_no)
    live = {
        (shop, number): rows for shop, many in by_shop.items() for number, rows in numbers_of(conn, shop, many).items()
    }
    queued = {row.waybill_id: row.state for row in waybill_prints.queue(conn)}
    rows: list[ParcelRow] = []
    for row_id in row_ids:
        if row_id in found:
            rows += _parcels(conn, row_id, found[row_id][0], live.get(found[row_id], []), queued)
    return rows


def _parcels(
    conn: Connection, row_id: int, shop_id: str, live: Sequence[Waybill], queued: Mapping[int, PrintState]
) -> list[ParcelRow]:
    """The parcels of one order: a row a number; and one without, where nothing waits for what is still to leave."""
    order = load_order(conn, row_id)
    if order is None:
        return []
    waiting = [one.waybill_no for one in live if not one.left]
    hold = hold_of(conn, shop_id, order)
    splits = take_obstacle(order, hold, waiting, beside=waiting, left=len(live) - len(waiting)) is None
    numbers: list[Waybill | None] = [*live]
    if not live or (not waiting and may_leave(order)):
        numbers.append(None)
    return [
        _parcel(conn, order, row_id, shop_id, hold, known, queued, waiting if waiting and splits else [])
        for known in numbers
    ]


def _parcel(
    conn: Connection,
    order: Order,
    row_id: int,
    shop_id: str,
    hold: ShippingHold | None,
    known: Waybill | None,
    queued: Mapping[int, PrintState],
    beside: Sequence[str],
) -> ParcelRow:
    if not shop_id.startswith(f"{Platform.KUAISHOU}:"):
        obstacle: Obstacle | None = CANNOT
    elif known is None:
        obstacle = take_obstacle(order, hold, ())
    else:
        moved = known.is_astray(order.receiver)
        obstacle = print_obstacle(order, hold, known.waybill_no, voided=False, moved=moved)
    key = ObjectKey(shop_id=shop_id, kind="order", object_id=order.order_no)
    taking = [row for row in history(conn, key) if isinstance(row.command, TakeWaybill)] if known is None else []
    latest = taking[-1] if taking else None
    first = order.lines[0] if order.lines else None
    return ParcelRow(
        row_id=row_id,
        shop_id=shop_id,
        order_no=order.order_no,
        title=first.title if first else "",
        quantity=pieces(order),
        image_url=first.image_url if first else "",
        waybill=known,
        obstacle=obstacle,
        is_held=obstacle is not None
        and bool(known is not None or hold is not None or order.risk or order.terms.address_asked),
        asked=None if latest is None else latest.state,
        why="" if latest is None else latest.code,
        why_detail="" if latest is None else latest.detail,
        printing=None if known is None else queued.get(known.id),
        beside=tuple(beside),
    )


def preview(conn: Connection, row: ParcelRow, now: int) -> Slip | None:
    """What the label of a parcel says, or would say once it has a number; None: its order is gone."""
    if row.waybill is not None:
        return waybill_prints.slip(conn, row.waybill)
    order = load_order(conn, row.row_id)
    if order is None:
        return None
    return slip_of(
        order,
        waybill_no="",
        carrier_name="",
        branch="",
        taken_at=now,
        sender=sender_of(conn, row.shop_id),
        shop_name="",
    )
