"""What the file knows that forbids to send an order: after-sales of either platform, the merchant's own will. Asked
before, and at the call.
"""

from sqlalchemy import Connection

from console.core.commands_orders import AppendParcel, ShipOrder
from console.core.errors import Refused
from console.core.model import AfterSale, Order
from console.rules.after_sales import ShippingHold, aftersale_blocks_shipping
from console.rules.shipping import obstacle
from console.store.aftersales import after_sales_of
from console.store.order_holds import kept_back
from console.store.orders import load_order, order_id

TWINS = """
SELECT youzan_shop_id, trade_no FROM links WHERE kuaishou_shop_id = ?1 AND order_no = ?2 AND trade_no IS NOT NULL
UNION ALL
SELECT kuaishou_shop_id, order_no FROM links WHERE youzan_shop_id = ?1 AND trade_no = ?2 AND order_no IS NOT NULL
"""


def twins(conn: Connection, shop_id: str, order_no: str) -> list[tuple[str, str]]:
    """The same sale in the other platform's books: shop and number."""
    return [(str(row[0]), str(row[1])) for row in conn.exec_driver_sql(TWINS, (shop_id, order_no))]


def after_sales_on_both(conn: Connection, shop_id: str, order_no: str) -> list[AfterSale]:
    """The after-sales of a sale, whichever platform has them."""
    both = [(shop_id, order_no), *twins(conn, shop_id, order_no)]
    return [one for where in both for one in after_sales_of(conn, *where)]


def hold_of(conn: Connection, shop_id: str, order: Order) -> ShippingHold | None:
    """What the after-sales say against sending an order, and the merchant; first what nobody may pass."""
    after_sales = after_sales_on_both(conn, shop_id, order.order_no)
    found = aftersale_blocks_shipping(after_sales, amount_fen=order.amount_fen, flagged=order.refunding)
    if found is not None and not found.passable:
        return found
    return kept_back(conn, shop_id, order.order_no) or found


def check_append(conn: Connection, command: AppendParcel) -> None:
    """Raise Refused if by what the file knows now nothing must follow an order."""
    row_id = order_id(conn, command.shop_id, command.order_no)
    order = None if row_id is None else load_order(conn, row_id)
    if order is None:
        raise Refused("ship.unknown_order", platform=command.key.platform, detail=command.order_no)
    hold = hold_of(conn, command.shop_id, order)
    if hold is not None:
        raise Refused(f"ship.hold_{hold.reason}", platform=command.key.platform, detail=hold.why)


def check_ship(conn: Connection, command: ShipOrder) -> None:
    """Raise Refused if by what the file knows now the goods must not leave."""
    row_id = order_id(conn, command.shop_id, command.order_no)
    order = None if row_id is None else load_order(conn, row_id)
    if order is None:
        raise Refused("ship.unknown_order", platform=command.key.platform, detail=command.order_no)
    hold = hold_of(conn, command.shop_id, order)
    if hold is None:
        return
    found = obstacle(order, hold)
    if found is not None and not (found.passable and command.anyway.strip()):
        raise Refused(found.code, platform=command.key.platform, detail=found.detail)
