"""A flood of orders on purpose: what a big show does to the lists, and what goes wrong with some of its rows.

Every order of a flood has its trade on Youzan, with the Kuaishou number on it. Some rows are told twice, some are
followed by what they were before (an older state after the newer), some are shown by the lists only much later than
they promise: a reader that trusts a list never sees them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from console.sandbox import lifecycle
from console.sandbox.clock import MINUTE, SECOND
from console.sandbox.people import Crowd
from console.sandbox.sales import Purchase, Sales
from console.sandbox.state import Order, World
from console.sandbox.trades import Import, mirror

LATE = 40 * MINUTE  # how much later than it should a lost row is shown
BEFORE = SECOND  # after it was placed an order is paid, and later than that nothing happens to it in a flood
AT_MOST = 20_000

Row = dict[str, Any]


@dataclass(frozen=True)
class Wish:
    """How many orders within how many minutes from now; the shares of those that are troubled."""

    orders: int
    minutes: float
    doubled: float = 0.0
    lost: float = 0.0
    unordered: float = 0.0


class Flooding:
    """Puts floods into ``world``. Their instants lie ahead: they come as the clock goes on."""

    def __init__(self, world: World) -> None:
        self._world = world
        crowd = Crowd(world.random)
        self._sales, self._import = Sales(world, crowd), Import(world)

    def emit(self, wish: Wish, now: int) -> dict[str, list[str]]:
        """The numbers of all orders, and of those that are doubled, lost and out of order; exact shares, by lot."""
        random = self._world.random
        span = round(wish.minutes * MINUTE)
        orders = [self._one(now + span * place // wish.orders) for place in range(wish.orders)]
        troubled: dict[str, list[str]] = {"orders": [str(order.oid) for order in orders]}
        left = random.sample(orders, len(orders))
        for name in ("doubled", "lost", "unordered"):
            share = round(wish.orders * getattr(wish, name))
            some, left = left[:share], left[share:]
            troubled[name] = [str(order.oid) for order in some]
            for order in some:
                if name == "lost":
                    order.visible = order.created + LATE
                else:
                    self._world.echoes[order.oid] = name
        return troubled

    def _one(self, at: int) -> Order:
        """Placed, mostly paid, sometimes shipped or closed at once; its trade half a minute later at the soonest."""
        random = self._world.random
        order = self._sales.order(Purchase(at))
        order.visible = at
        lot = random.random()
        if lot < 0.05:
            return order
        lifecycle.pay(order, at + BEFORE)
        trade = self._import.bring(order, order.paid + random.randrange(30 * SECOND, 3 * MINUTE), exact=True)
        trade.outer_no, trade.visible = str(order.oid), trade.created
        if lot < 0.15:
            lifecycle.ship(random, order, order.paid + 20 * SECOND)
        elif lot < 0.2:
            lifecycle.close(order, order.paid + 20 * SECOND)
        mirror(random, order, trade, trade.created)
        return order


def echoed(world: World, orders: Sequence[Order], rows: Sequence[Row]) -> list[Row]:
    """A page of Kuaishou's list as a flood leaves it: some rows twice, some followed by what they were before."""
    if not world.echoes:
        return list(rows)
    told: list[Row] = []
    for order, row in zip(orders, rows, strict=True):
        told.append(row)
        match world.echoes.get(order.oid):
            case "doubled":
                told.append(row)
            case "unordered" if order.status != lifecycle.UNPAID:
                told.append(_before(row))
    return told


def _before(row: Row) -> Row:
    """The row as it was before it was paid."""
    base = row["orderBaseInfo"]
    was = {"status": lifecycle.UNPAID, "payTime": 0, "sendTime": 0, "updateTime": base["createTime"], "payType": 0}
    return {**row, "orderBaseInfo": {**base, **was}, "orderLogisticsInfo": []}
