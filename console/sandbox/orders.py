"""The past on Kuaishou: when people bought, and what has become of each order by now.

Most purchases are independent. About one in twenty belongs to a *burst*, several people buying the same variant in the
same minute of a live session, told apart by the second, the district, or both. Four in a thousand are *alike*: two
people of one district buy the same at the same second, and nothing both platforms show tells them apart.
"""

from random import Random

from console.sandbox import lifecycle
from console.sandbox.clock import DAY, HOUR, MINUTE, SECOND
from console.sandbox.hours import BIG_SESSION, midnight, moment
from console.sandbox.people import Crowd
from console.sandbox.refunds import choose_path, open_refund, running, stay, step_refund
from console.sandbox.sales import Purchase, Sales
from console.sandbox.state import Order, Person, Product, World

REACH = 85 * DAY  # nothing is older
IN_BURSTS = 0.06
ALIKE = 0.004
NEVER_PAID = 0.045
REFUNDED = 0.065


def plan_purchases(world: World, crowd: Crowd, sales: Sales, count: int, now: int) -> list[Purchase]:
    """``count`` purchases of the last 85 days, oldest first."""
    random, since = world.random, now - REACH + HOUR
    plan: list[Purchase] = []
    group = 0
    while len(plan) + 5 <= count * IN_BURSTS:
        group += 1
        plan += _burst(random, crowd, sales.product(), group, since, now)
    for _ in range(round(count * ALIKE / 2)):
        group += 1
        plan += _alike(random, crowd, sales.product(), group, since, now)
    for wish in plan:
        if wish.buyer:
            world.people.append(wish.buyer)
    waiting = min(count - len(plan), max(1, round(count * 0.004)))
    plan += [Purchase(now - random.randrange(30 * SECOND, 25 * MINUTE), waits=True) for _ in range(waiting)]
    plan += [Purchase(moment(random, since, now)) for _ in range(count - len(plan))]
    plan.sort(key=lambda wish: wish.at)
    return plan


def live_through(random: Random, order: Order, wish: Purchase, now: int) -> None:
    """Everything that has happened to ``order`` by ``now``."""
    if wish.waits:
        return
    if not wish.group and random.random() < NEVER_PAID:
        if order.created + lifecycle.PAY_WITHIN <= now:
            lifecycle.close(order, order.created + lifecycle.PAY_WITHIN)
        return
    paid = wish.paid or order.created + lifecycle.pay_delay(random)
    if paid > now:
        return
    lifecycle.pay(order, paid)
    refunded = random.random() < REFUNDED
    ship_at = paid + lifecycle.ship_delay(random, order)
    if refunded and random.random() < 0.4:
        asked = paid + random.randrange(5 * MINUTE, max(6 * MINUTE, min(ship_at - paid, 20 * HOUR)))
        _refund(random, order, asked, now)
        if order.status != lifecycle.PAID or running(order):
            return
        ship_at = max(ship_at, order.updated + HOUR)
    _deliver(random, order, ship_at, refunded and not order.refunds, now)


def _deliver(random: Random, order: Order, ship_at: int, refunded: bool, now: int) -> None:
    if ship_at > now or _stuck(random, order, now):
        return
    lifecycle.ship(random, order, ship_at)
    signed = ship_at + lifecycle.transit(random)
    if signed > now:
        return
    lifecycle.sign(order, signed)
    if refunded:
        _refund(random, order, signed + random.randrange(HOUR, 5 * DAY), now)
        if order.status == lifecycle.CLOSED or running(order):
            return
    done = max(signed + lifecycle.settling(random), order.updated)
    if done <= now:
        lifecycle.succeed(order, done)


def _stuck(random: Random, order: Order, now: int) -> bool:
    """Some orders of the last days were forgotten: late by now, or about to be."""
    return now - 2 * DAY < order.ship_by < now + 6 * HOUR and random.random() < 0.15


def _refund(random: Random, order: Order, at: int, now: int) -> None:
    if at > now:
        return
    path = choose_path(random, order)
    refund = open_refund(random, order, path, at)
    for status in path.states[1:]:
        at += stay(random, refund.status)
        if at > now:
            return
        step_refund(random, order, refund, status, at)


def _burst(random: Random, crowd: Crowd, product: Product, group: int, since: int, now: int) -> list[Purchase]:
    """Two to five people buy one variant in one minute: at different seconds, or at one second in different places."""
    sku = random.choice(product.skus)
    minute = _live_minute(random, since, now)
    size = random.choices((2, 3, 4, 5), weights=(5, 3, 2, 1))[0]
    seconds = random.sample(range(60), size)
    if random.random() < 0.25:
        seconds = [seconds[0]] * size
    people: list[Person] = []
    for _ in range(size):
        near = people and seconds[0] != seconds[-1] and random.random() < 0.15
        people.append(crowd.neighbour(people[0]) if near else crowd.stranger(people))
    return [
        Purchase(paid - random.randrange(4 * SECOND, 50 * SECOND), paid, product, sku, buyer, group, plain=True)
        for paid, buyer in zip([minute + _in_second(random, second) for second in seconds], people, strict=True)
    ]


def _alike(random: Random, crowd: Crowd, product: Product, group: int, since: int, now: int) -> list[Purchase]:
    """Two neighbours buy the same variant at the same second."""
    sku = random.choice(product.skus)
    second = _live_minute(random, since, now) + random.randrange(60) * SECOND
    first = crowd.person()
    return [
        Purchase(
            second - random.randrange(4 * SECOND, 50 * SECOND),
            second + random.randrange(SECOND),
            product,
            sku,
            buyer,
            group,
            plain=True,
            alike=True,
        )
        for buyer in (first, crowd.neighbour(first))
    ]


def _live_minute(random: Random, since: int, now: int) -> int:
    """The start of a minute in a big live session that is over."""
    begins, ends = BIG_SESSION
    days = (now - since) // DAY
    evening = midnight(now) - random.randrange(1, days) * DAY
    return evening + random.randrange(begins, ends) // MINUTE * MINUTE


def _in_second(random: Random, second: int) -> int:
    return second * SECOND + random.randrange(SECOND)
