"""What the file knows that forbids to take, print or void a number. Asked before, and again at the call."""

from sqlalchemy import Connection

from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.core.errors import Refused
from console.core.model import Order
from console.rules.shipping import Obstacle
from console.rules.waybills import print_obstacle, take_obstacle, void_obstacle
from console.store.orders import load_order, order_id
from console.store.ship_gate import hold_of
from console.store.waybills import Waybill, has_number, numbers_of


def check_waybill(conn: Connection, command: TakeWaybill | VoidWaybill) -> None:
    """Raise Refused if by what the file knows now the number must not be taken, or given back."""
    order = order_of_number(conn, command.shop_id, command.order_no)
    if isinstance(command, VoidWaybill):
        found = void_obstacle(order, command.waybill_no, voided=False)
    elif order is None:
        raise Refused("ship.unknown_order", platform=command.key.platform, detail=command.order_no)
    elif has_number(conn, command):
        return
    elif not command.sender.is_whole:
        raise Refused("waybill.sender", platform=command.key.platform)
    else:
        live = numbers_of(conn, command.shop_id, [command.order_no]).get(command.order_no, [])
        hold = hold_of(conn, command.shop_id, order)
        waiting = [one.waybill_no for one in live if not one.left]
        found = take_obstacle(order, hold, waiting, beside=command.beside, left=len(live) - len(waiting))
    if found is not None:
        raise Refused(found.code, platform=command.key.platform, detail=found.detail)


def print_forbidden(conn: Connection, waybill: Waybill) -> Obstacle | None:
    """What forbids to print a label now."""
    order = order_of_number(conn, waybill.shop_id, waybill.order_no)
    hold = None if order is None else hold_of(conn, waybill.shop_id, order)
    moved = order is not None and waybill.is_astray(order.receiver)
    return print_obstacle(order, hold, waybill.waybill_no, voided=waybill.voided_at is not None, moved=moved)


def order_of_number(conn: Connection, shop_id: str, order_no: str) -> Order | None:
    """The order that a number was taken for."""
    row_id = order_id(conn, shop_id, order_no)
    return None if row_id is None else load_order(conn, row_id)
