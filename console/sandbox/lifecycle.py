"""The steps of an order's life on Kuaishou: one function a step, used for the past and for the living world alike.

Each step sets the state, its own instant and ``updated``; when a step is due is drawn here too. Orders are paid within
minutes or closed after 30; shipped within the promise, mostly; signed in days; successful about a week later.
"""

from random import Random

from console.sandbox import ids
from console.sandbox.clock import DAY, HOUR, MINUTE, SECOND
from console.sandbox.state import Order, Parcel

UNPAID, PAID, SHIPPED, SIGNED, SUCCESS, CLOSED = 10, 30, 40, 50, 70, 80
PAY_WITHIN = 30 * MINUTE

CARRIERS = (  # Kuaishou code, Youzan id, how a waybill number begins, digits that follow
    (9, 3, "73", 12),  # 中通
    (6, 2, "YT", 13),  # 圆通
    (11, 4, "46", 13),  # 韵达
    (3, 1, "77", 13),  # 申通
    (4, 7, "SF1", 12),  # 顺丰
    (14, 138, "JDVA", 11),  # 京东
)


def pay_delay(random: Random) -> int:
    """From creation to payment, ms: mostly seconds."""
    return (
        random.randrange(4 * SECOND, 50 * SECOND) if random.random() < 0.85 else random.randrange(MINUTE, 25 * MINUTE)
    )


def ship_delay(random: Random, order: Order) -> int:
    """From payment to shipping, ms: 4 % break the promise."""
    promise = order.promise_s * SECOND
    if random.random() < 0.04:
        return promise + random.randrange(HOUR, 2 * DAY)
    return round(promise * random.uniform(0.08, 0.85))


def transit(random: Random) -> int:
    """From shipping to signing, ms."""
    return random.randrange(30 * HOUR, 5 * DAY)


def settling(random: Random) -> int:
    """From signing to success, ms."""
    return random.randrange(6 * DAY, 9 * DAY)


def pay(order: Order, at: int) -> None:
    """Unpaid → to ship; the deadline starts to run."""
    order.status, order.paid, order.updated = PAID, at, at
    order.ship_by = at + order.promise_s * SECOND


def take_stock(order: Order, at: int) -> None:
    """What was sold leaves the stock on Kuaishou. Only as the world lives: a past's stock is what is left of it."""
    order.product.sold += order.quantity
    order.sku.ks_stock = max(0, order.sku.ks_stock - order.quantity)
    order.sku.ks_updated = max(order.sku.ks_updated, at)


def close(order: Order, at: int) -> None:
    """To closed, from anywhere."""
    order.status, order.ended, order.updated = CLOSED, at, at


def ship(random: Random, order: Order, at: int) -> None:
    """To ship → shipped, whole, in one parcel."""
    order.status, order.sent, order.updated, order.delivered = SHIPPED, at, at, order.quantity
    order.parcels.append(parcel(random, at))


def parcel(random: Random, at: int) -> Parcel:
    """A parcel with a waybill number of its carrier's form."""
    kuaishou, youzan, head, count = random.choices(CARRIERS, weights=(30, 22, 18, 12, 10, 8))[0]
    number = head + str(random.randrange(10**count)).zfill(count)
    return Parcel(number, kuaishou, youzan, parcel_id=int(ids.digits(random, 10)), sent_at=at)


def sign(order: Order, at: int) -> None:
    """Shipped → signed."""
    order.status, order.received, order.updated = SIGNED, at, at


def succeed(order: Order, at: int) -> None:
    """Signed → success."""
    order.status, order.ended, order.updated = SUCCESS, at, at
