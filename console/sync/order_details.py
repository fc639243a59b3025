"""The step after reading orders: what their list left out, asked for one by one."""

import logging

from console.core.clock import DAY, Clock
from console.core.errors import Refused, Trouble, Unreadable
from console.core.gateway import SupportsOrders
from console.core.model import Order
from console.store import order_asks
from console.store.database import Database
from console.sync.coordinator import Shelf

log = logging.getLogger(__name__)

AT_A_TIME = 20  # orders after each reading of the list: the platform counts these calls


async def tell_orders(
    gateway: object, shelf: Shelf[Order], database: Database, clock: Clock, most: int = AT_A_TIME
) -> int:
    """Ask for the orders of which most hangs on the answer; returns of how many was told.

    One that is unknown is asked for no more, one that is refused after growing pauses, and one that does not fit
    tomorrow: none keeps the others waiting. Other trouble ends it for now: the list is what matters, and the next
    reading goes on where this stopped.
    """
    if not isinstance(gateway, SupportsOrders):
        return 0
    told, asked = 0, []
    for number in await database.read(order_asks.due, shelf.shop_id, clock.now_ms(), most):
        try:
            order = await gateway.order(number)
        except Refused as refused:
            log.info("order %s of %s is not told: %s", number, shelf.shop_id, refused)
            asked.append(number)
            continue
        except Unreadable as trouble:
            log.info("order %s of %s does not fit: %s", number, shelf.shop_id, trouble)
            await database.write(order_asks.put_off, shelf.shop_id, number, clock.now_ms() + DAY)
            continue
        except Trouble as trouble:
            log.info("orders of %s are asked for later: %s", shelf.shop_id, trouble)
            break
        except Exception:  # a fault of ours: told once, and not at the head of every reading to come
            await database.write(order_asks.pause, shelf.shop_id, [*asked, number], clock.now_ms())
            raise
        asked.append(number)
        if order is not None:
            await shelf.keep([order])
            told += 1
        else:
            await database.write(order_asks.drop, shelf.shop_id, number)
    if asked:
        await database.write(order_asks.pause, shelf.shop_id, asked, clock.now_ms())
    return told
