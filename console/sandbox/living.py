"""Lets the world live: what happens to it between one look and the next.

Events wait in a queue by their due instant and happen when somebody looks (``touch``) at or after it, in order, each
with its own instant. People arrive a few a minute, more while a live session runs; imports into Youzan take from 20 s
to 12 min and so come out of order, and some come late. A step that no longer fits, because a call to one of the
platforms changed the order meanwhile, does not happen.
"""

from collections.abc import Callable
from functools import partial
from heapq import heappop, heappush
from itertools import count

from console.sandbox import hours, lifecycle
from console.sandbox.clock import DAY, HOUR, MINUTE, SECOND, Clock
from console.sandbox.lifecycle import PAID, SHIPPED, SIGNED, UNPAID
from console.sandbox.natives import Natives
from console.sandbox.people import Crowd
from console.sandbox.refunds import OVER, choose_path, next_state, open_refund, running, stay, step_refund
from console.sandbox.sales import Purchase, Sales
from console.sandbox.state import Order, Refund, Sku, Trade, World
from console.sandbox.trades import MISSING, TO_PAY, TO_SEND, Import, import_lag, mirror

A_MINUTE = 3.0  # people who buy in a minute, over the day
AT_ONCE = 2_000  # at most so many arrive in one leap of the clock: a leap of weeks must not take minutes
LIST_LAG = 30 * SECOND  # both platforms' lists show a new row up to this much later
NATIVE_SHARE, BURST_SHARE, LATE_SHARE, REFUND_SHARE = 0.08, 0.04, 0.03, 0.06

Event = Callable[[int], None]


class Living:
    """``touch()`` brings ``world`` up to ``clock``."""

    def __init__(self, world: World, clock: Clock) -> None:
        self._world, self._clock, self._random = world, clock, world.random
        crowd = Crowd(world.random)
        self._crowd = crowd
        self._sales, self._natives, self._import = Sales(world, crowd), Natives(world, crowd), Import(world)
        self._trades: dict[int, list[Trade]] = {}
        for trade in world.trades.values():
            if trade.order:
                self._trades.setdefault(trade.order.oid, []).append(trade)
        self._queue: list[tuple[int, int, Event]] = []
        self._number = count()
        self._now = clock.now_ms()
        self._density = 1.0
        self._take_over()
        if self._sales.possible:
            self._later(self._now + self._pause(self._now), self._arrive)
            self._later(self._now + 2 * MINUTE, self._restock)

    def touch(self) -> None:
        """Let everything happen that is due by now."""
        now = self._clock.now_ms()
        if now <= self._now:
            return
        expected = (now - self._now) / MINUTE * A_MINUTE
        self._density = min(1.0, AT_ONCE / expected)
        while self._queue and self._queue[0][0] <= now:
            due, _, event = heappop(self._queue)
            event(due)
        self._now = now
        self._world.live_viewers, self._world.live_room_id = hours.viewers(now), hours.live_room(now)

    def _later(self, due: int, event: Event) -> None:
        heappush(self._queue, (due, next(self._number), event))

    def _pause(self, at: int) -> int:
        """Until the next one buys, ms."""
        return round(self._random.expovariate(A_MINUTE * hours.pace(at) * self._density) * MINUTE)

    # What was under way when the world began to live.

    def _take_over(self) -> None:
        for order in list(self._world.orders.values()):
            self._go_on(order, self._now)
        for oid, due in self._world.imports_due.items():
            self._later(due, partial(self._bring, self._world.orders[oid]))
        self._world.imports_due.clear()

    def _go_on(self, order: Order, now: int) -> None:
        random = self._random
        if order.refunds and order.refunds[0].status not in OVER:
            refund = order.refunds[0]
            self._later(now + stay(random, refund.status), partial(self._step, order, refund))
        elif order.status == UNPAID:
            self._decide_payment(order, now)
        elif order.status == PAID:
            self._later(now + random.randrange(2 * MINUTE, 30 * HOUR), partial(self._ship, order))
        elif order.status == SHIPPED:
            self._later(now + random.randrange(MINUTE, 3 * DAY), partial(self._sign, order))
        elif order.status == SIGNED:
            self._later(now + random.randrange(MINUTE, 6 * DAY), partial(self._succeed, order))

    # Buying and paying.

    def _arrive(self, at: int) -> None:
        random = self._random
        if random.random() < BURST_SHARE:
            first = self._buy(Purchase(at, plain=True))
            buyer = self._crowd.stranger([first.buyer])
            self._world.people.append(buyer)
            self._buy(Purchase(at, product=first.product, sku=first.sku, buyer=buyer, plain=True))
        else:
            self._buy(Purchase(at))
        if self._natives.possible and random.random() < NATIVE_SHARE:
            self._buy_native(at)
        self._later(at + self._pause(at), self._arrive)

    def _buy(self, wish: Purchase) -> Order:
        order = self._sales.order(wish)
        order.visible = wish.at + self._random.randrange(LIST_LAG)
        self._decide_payment(order, wish.at)
        return order

    def _decide_payment(self, order: Order, now: int) -> None:
        if self._random.random() < 0.9:
            self._later(now + lifecycle.pay_delay(self._random), partial(self._pay, order))
        self._later(order.created + lifecycle.PAY_WITHIN, partial(self._give_up, order))

    def _pay(self, order: Order, at: int) -> None:
        if order.status != UNPAID or at >= order.created + lifecycle.PAY_WITHIN:
            return
        random = self._random
        lifecycle.pay(order, at)
        lifecycle.take_stock(order, at)
        if random.random() >= MISSING:
            late = random.randrange(12 * MINUTE, 40 * MINUTE) if random.random() < LATE_SHARE else 0
            self._later(at + (late or import_lag(random)), partial(self._bring, order))
        if random.random() < REFUND_SHARE / 2:
            self._later(at + random.randrange(5 * MINUTE, 20 * HOUR), partial(self._ask_back, order))
        self._later(at + lifecycle.ship_delay(random, order), partial(self._ship, order))

    def _give_up(self, order: Order, at: int) -> None:
        if order.status == UNPAID:
            lifecycle.close(order, at)

    # Shipping, signing, success.

    def _ship(self, order: Order, at: int) -> None:
        if order.status != PAID or running(order):
            return
        lifecycle.ship(self._random, order, at)
        self._follow(order, at)
        self._later(at + lifecycle.transit(self._random), partial(self._sign, order))

    def _sign(self, order: Order, at: int) -> None:
        if order.status != SHIPPED:
            return
        lifecycle.sign(order, at)
        self._follow(order, at)
        if self._random.random() < REFUND_SHARE / 2:
            self._later(at + self._random.randrange(HOUR, 5 * DAY), partial(self._ask_back, order))
        self._later(at + lifecycle.settling(self._random), partial(self._succeed, order))

    def _succeed(self, order: Order, at: int) -> None:
        if order.status == SIGNED and not running(order):
            lifecycle.succeed(order, at)
            self._follow(order, at)

    # After-sales.

    def _ask_back(self, order: Order, at: int) -> None:
        if order.status not in (PAID, SIGNED) or order.refunds:
            return
        refund = open_refund(self._random, order, choose_path(self._random, order), at)
        self._follow(order, at)
        self._later(at + stay(self._random, refund.status), partial(self._step, order, refund))

    def _step(self, order: Order, refund: Refund, at: int) -> None:
        status = next_state(refund)
        if status is None:
            return
        step_refund(self._random, order, refund, status, at)
        self._follow(order, at)
        if refund.status not in OVER:
            self._later(at + stay(self._random, refund.status), partial(self._step, order, refund))
        else:
            self._go_on(order, at)

    # Youzan.

    def _bring(self, order: Order, at: int) -> None:
        trade = self._import.bring(order, at)
        trade.visible = at + self._random.randrange(LIST_LAG)
        self._trades.setdefault(order.oid, []).append(trade)
        sku = order.sku
        sku.yz_stock, sku.yz_updated = max(0, sku.yz_stock - order.quantity), at
        mirror(self._random, order, trade, at)

    def _follow(self, order: Order, at: int) -> None:
        """Youzan hears of the order's step a while later."""
        self._later(at + import_lag(self._random), partial(self._mirror, order))

    def _mirror(self, order: Order, at: int) -> None:
        for trade in self._trades.get(order.oid, ()):
            mirror(self._random, order, trade, at)

    def _buy_native(self, at: int) -> None:
        trade = self._natives.trade(at)
        trade.visible = at + self._random.randrange(LIST_LAG)
        if self._random.random() < 0.95:
            self._later(at + lifecycle.pay_delay(self._random), partial(self._pay_native, trade))
        self._later(trade.created + HOUR, partial(self._natives.expire, trade))

    def _pay_native(self, trade: Trade, at: int) -> None:
        if trade.status != TO_PAY:
            return
        self._natives.pay(trade, at)
        self._later(at + self._random.randrange(3 * HOUR, 40 * HOUR), partial(self._send_native, trade))

    def _send_native(self, trade: Trade, at: int) -> None:
        if trade.status == TO_SEND:
            self._natives.send(trade, at)

    # The shelf.

    def _restock(self, at: int) -> None:
        """The warehouse counts a variant in on Kuaishou; Youzan hears of it later."""
        sku = self._random.choice(self._sales.product().skus)
        sku.ks_stock += self._random.randrange(20, 200)
        sku.ks_updated = at
        self._later(at + import_lag(self._random), partial(self._restock_youzan, sku, sku.ks_stock))
        self._later(at + self._random.randrange(3 * MINUTE, 15 * MINUTE), self._restock)

    def _restock_youzan(self, sku: Sku, stock: int, at: int) -> None:
        sku.yz_stock, sku.yz_updated = stock, at
