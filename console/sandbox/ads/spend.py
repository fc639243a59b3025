"""What the merchant's ads cost and brought, drawn from the world's own orders.

A share of what was sold in the live room and beside short videos counts as brought by an ad; which orders, is fixed by
their numbers. Money was spent to get them, more or less of it by the hour, and a little a minute while the room is on
air. Nothing here is random beside the orders: the same world has the same ads. All shares are invented.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from zlib import crc32

from console.sandbox import hours
from console.sandbox.clock import HOUR, MINUTE
from console.sandbox.sales import LIVE, SHORT_VIDEO
from console.sandbox.state import Order, World

LAG = 5 * MINUTE  # the report knows what is older than this
SHARE = {LIVE: 35, SHORT_VIDEO: 55}  # orders in a hundred that an ad brought
DIRECT = 80  # of those, in a hundred: of the very item or room that was advertised
ON_AIR_A_MINUTE = 60  # fen spent whether anybody buys or not
A_THOUSAND_SHOWS = 3_500  # fen
REFUNDED, EXCHANGE = 60, 3


@dataclass
class Figures:
    """Sums over one bucket: money in fen, counts, seconds. They add up over buckets, which ratios would not."""

    cost: int = 0
    ad_show: int = 0
    show: int = 0
    live_minutes: int = 0
    live_views: int = 0
    watched_s: int = 0
    cart_clicks: int = 0
    item_clicks: int = 0
    submitted: int = 0
    orders: int = 0
    gmv: int = 0
    direct_orders: int = 0
    direct_gmv: int = 0
    net_orders: int = 0
    net_gmv: int = 0
    followers: int = 0
    comments: int = 0
    plays: int = 0
    plays_ended: int = 0

    def add(self, other: "Figures") -> None:
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


def attributed(order: Order) -> bool:
    """Whether an ad brought this order."""
    return luck(order.oid, "ad") < SHARE.get(order.carrier_type, 0)


def by_hour(world: World, begin: int, end: int, now: int, carriers: Iterable[int] = SHARE) -> dict[int, Figures]:
    """The hours in ``[begin, end]`` in which anything ran, by their first instant, as they are known at ``now``."""
    known, wanted = min(end, now - LAG), frozenset(carriers)
    found: dict[int, Figures] = {}
    spent: dict[int, int] = {}
    for order in world.orders.values():
        if order.carrier_type not in wanted or not begin <= order.created <= known or not attributed(order):
            continue
        hour = order.created - order.created % HOUR
        _count(found.setdefault(hour, Figures()), order, now)
        spent[hour] = spent.get(hour, 0) + order.payment
    if LIVE in wanted:
        for hour, minutes in _on_air(begin, known):
            found.setdefault(hour, Figures()).live_minutes = minutes
    for hour, figures in found.items():
        _fill(figures, hour, spent.get(hour, 0), world.seed)
    return dict(sorted(found.items()))


def luck(number: int, word: str) -> int:
    """0 to 99, always the same for a number and a word."""
    return crc32(f"{word} {number}".encode()) % 100


def _count(figures: Figures, order: Order, now: int) -> None:
    """What one order adds: it counts for the hour in which it was made, once it is paid."""
    figures.submitted += 1
    if not order.paid or order.paid > now - LAG:
        return
    figures.orders += 1
    figures.gmv += order.payment
    if luck(order.oid, "direct") < DIRECT:
        figures.direct_orders += 1
        figures.direct_gmv += order.payment
    back = sum(each.amount for each in order.refunds if each.status == REFUNDED and each.handling != EXCHANGE)
    figures.net_gmv += order.payment - min(back, order.payment)
    figures.net_orders += back < order.payment


def _on_air(begin: int, known: int) -> Iterator[tuple[int, int]]:
    """Hours with the minutes of them on air."""
    for hour in range(begin - begin % HOUR, known + 1, HOUR):
        ends = min(hour + HOUR, known + 1)
        minutes = sum(hours.live_room(at) is not None for at in range(hour, ends, MINUTE))
        if minutes:
            yield hour, minutes


def _fill(figures: Figures, hour: int, sold: int, seed: int) -> None:
    """From what was sold back to what was spent and seen for it: a day's ads bring 1.8 to 3.8 times their cost."""
    chance = luck(hour // HOUR + seed, "hour")
    figures.cost = sold * 50 // (90 + chance) + figures.live_minutes * ON_AIR_A_MINUTE
    figures.ad_show = figures.cost * 1000 // A_THOUSAND_SHOWS + figures.submitted
    figures.show = figures.ad_show * (2 + chance % 3)
    figures.plays = figures.ad_show // 2
    figures.plays_ended = figures.plays * (5 + chance // 4) // 100
    if figures.live_minutes:
        figures.live_views = figures.ad_show // 9 + figures.live_minutes * (20 + chance // 5)
        figures.watched_s = figures.live_views * (50 + chance // 2)
        figures.cart_clicks = figures.live_views * 28 // 100 + figures.submitted
        figures.followers = figures.live_views * 3 // 100
        figures.comments = figures.live_views * 5 // 100
    figures.item_clicks = figures.cart_clicks * 45 // 100 + figures.submitted * 6
