"""Builds the whole world from a seed and an instant: the same two give the same world, to the last id.

Everything in it happened within the 85 days before ``now``.
"""

from bisect import bisect_right
from collections import defaultdict
from random import Random

from console.sandbox import hours, ids
from console.sandbox.clock import DAY, HOUR, MINUTE
from console.sandbox.natives import Natives, add_natives
from console.sandbox.orders import REACH, live_through, plan_purchases
from console.sandbox.people import Crowd
from console.sandbox.products import build_products
from console.sandbox.refunds import show_every_state
from console.sandbox.sales import Sales
from console.sandbox.state import Coupon, Order, Trade, World
from console.sandbox.trades import DOUBLED, MISSING, Import, import_lag, mirror

NATIVE_SHARE = 0.08  # native trades to each Kuaishou order
NEAR = 10 * MINUTE  # two orders this close in time can be mistaken for one another


def build(seed: int, items: int, orders: int, now_ms: int) -> World:
    """A merchant with ``items`` products and ``orders`` Kuaishou orders; ``orders`` needs at least one item."""
    random = Random(seed)
    world = World(
        seed=seed,
        random=random,
        shop_name="暖屋优选",
        ks_seller_id=random.randrange(10**9, 3 * 10**9),
        ks_open_id=ids.open_id(random),
        yz_kdt_id=random.randrange(10**7, 10**8),
    )
    world.products = build_products(random, items, now_ms)
    world.coupons = _coupons(random, now_ms)
    crowd = Crowd(random)
    if items:
        alike = _sell(world, crowd, orders, now_ms)
        _import(world, alike, now_ms)
        natives = Natives(world, crowd)
        if natives.possible:
            add_natives(natives, random, round(orders * NATIVE_SHARE), now_ms - REACH + HOUR, now_ms)
    world.live_viewers, world.live_room_id = hours.viewers(now_ms), hours.live_room(now_ms)
    return world


def _sell(world: World, crowd: Crowd, count: int, now: int) -> set[int]:
    """Fill ``world.orders``; returns the numbers of the orders that cannot be told apart."""
    sales = Sales(world, crowd)
    alike: set[int] = set()
    for wish in plan_purchases(world, crowd, sales, count, now):
        order = sales.order(wish)
        live_through(world.random, order, wish, now)
        if not wish.plain:
            sales.note(order, now)
        if wish.alike:
            alike.add(order.oid)
    show_every_state(world.random, list(world.orders.values()), now)
    return alike


def _import(world: World, alike: set[int], now: int) -> None:
    """Fill ``world.trades`` with what was imported by now; the rest is due soon."""
    random, into = world.random, Import(world)
    twins = _twins(world)
    for order in world.orders.values():
        if not order.paid:
            continue
        if order.oid not in alike and random.random() < MISSING:
            continue
        at = order.paid + import_lag(random)
        if at > now:
            world.imports_due[order.oid] = at
            continue
        exact = order.oid in twins
        trade = into.bring(order, at, exact=exact, nameless=order.oid in alike)
        _catch_up(random, order, trade, now)
        again = trade.created + random.randrange(MINUTE, 40 * MINUTE)
        if order.oid not in alike and again <= now and random.random() < DOUBLED:
            _catch_up(random, order, into.bring(order, again, exact=True, nameless=True), now)


def _catch_up(random: Random, order: Order, trade: Trade, now: int) -> None:
    """Let the trade follow its order; a few of the last days lag behind, which is the merchant's daily worry."""
    fresh = order.updated > now - 4 * DAY
    if random.random() < (0.08 if fresh else 0.002):
        return
    mirror(random, order, trade, max(trade.created, min(now, order.updated + import_lag(random))))


def _twins(world: World) -> set[int]:
    """Orders of the same quantity and amount to the same district, paid within minutes of another such order."""
    paid: dict[tuple[int, int, int], list[tuple[int, int]]] = defaultdict(list)
    for order in world.orders.values():
        if order.paid:
            paid[order.quantity, order.payment, order.buyer.region_codes[2]].append((order.paid, order.oid))
    twins: set[int] = set()
    for alike in paid.values():
        alike.sort()
        for index, (at, oid) in enumerate(alike):
            after = bisect_right(alike, at + NEAR, lo=index + 1, key=lambda pair: pair[0])
            twins.update(other for _, other in alike[index + 1 : after])
            if after > index + 1:
                twins.add(oid)
    return twins


def _coupons(random: Random, now: int) -> list[Coupon]:
    offers = ((1_900, 200), (3_900, 500), (9_900, 1_000), (19_900, 3_000), (29_900, 5_000))
    coupons = []
    for side in ("kuaishou", "youzan"):
        for threshold, reduce in offers:
            begins = now - random.randrange(DAY, 40 * DAY)
            stock = random.choice((500, 1_000, 5_000))
            taken = random.randrange(stock)
            coupon = Coupon(
                coupon_id=int(ids.digits(random, 11 if side == "kuaishou" else 8)),
                side=side,
                name=f"满{threshold / 100:g}减{reduce / 100:g}",
                threshold=threshold,
                reduce=reduce,
                stock=stock,
                taken=taken,
                used=random.randrange(taken + 1),
                begins=begins,
                ends=begins + random.choice((20, 45, 90)) * DAY,
            )
            coupons.append(coupon)
    return coupons
