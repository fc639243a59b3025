"""What people buy: one order at a time, unpaid, as Kuaishou would make it."""

from dataclasses import dataclass
from itertools import accumulate
from random import Random

from console.sandbox import ids
from console.sandbox.clock import HOUR
from console.sandbox.hours import live_room
from console.sandbox.lifecycle import UNPAID
from console.sandbox.people import Crowd
from console.sandbox.products import on_sale
from console.sandbox.state import Order, Person, Product, Sku, World

REMARKS = (
    "尽快发货，谢谢",
    "周末收货",
    "送人的，包装好一点",
    "不要放快递柜",
    "放驿站就行",
    "发顺丰可以补差价",
    "颜色不要发错",
)
NOTES = ("客户催发货", "改地址已核对", "老客户，送小礼物", "缺货待补", "电话已联系", "直播间口头承诺赠品")
OPERATORS = ("客服小林", "客服小周", "仓库老陈", "店长")
LIVE, SHORT_VIDEO = 2, 1
ELSEWHERE = (29, 478, 10_008)  # shop page, home feed, search
REMOTE = ("新疆维吾尔自治区", "西藏自治区", "青海省", "内蒙古自治区", "甘肃省", "宁夏回族自治区")
DAY_S = 86_400


@dataclass
class Purchase:
    """Somebody's wish to buy; what is left open is drawn."""

    at: int
    paid: int = 0  # the instant of payment, where it is part of the story
    product: Product | None = None
    sku: Sku | None = None
    buyer: Person | None = None
    group: int = 0  # purchases of one story (the same variant in the same minute) share a number
    plain: bool = False  # one unit, no discount, no postage, no remark
    waits: bool = False  # not paid yet
    alike: bool = False  # cannot be told from another one by what both platforms show


class Sales:
    """Turns purchases into orders of ``world``."""

    def __init__(self, world: World, crowd: Crowd) -> None:
        self._world = world
        self._random: Random = world.random
        self._crowd = crowd
        self._shelf = [product for product in world.products if on_sale(product)]
        # What only Kuaishou lists is new and sells little.
        weights = (product.sold * (1 if product.yz_item_id is not None else 0.1) for product in self._shelf)
        self._weights = list(accumulate(weights))

    @property
    def possible(self) -> bool:
        """Whether Kuaishou sells anything."""
        return bool(self._shelf)

    def product(self) -> Product:
        """What the next one buys."""
        return self._random.choices(self._shelf, cum_weights=self._weights)[0]

    def buyer(self) -> Person:
        """A known customer in two cases of five, else somebody new."""
        people = self._world.people
        if people and self._random.random() < 0.4:
            return self._random.choice(people)
        people.append(self._crowd.person())
        return people[-1]

    def order(self, wish: Purchase) -> Order:
        """An unpaid order, put into the world."""
        random = self._random
        product = wish.product or self.product()
        sku = wish.sku or random.choice(product.skus)
        quantity = 1 if wish.plain else random.choices((1, 2, 3), weights=(82, 13, 5))[0]
        buyer = wish.buyer or self.buyer()
        goods = sku.ks_price * quantity
        order = Order(
            oid=self._free_oid(wish.at),
            product=product,
            sku=sku,
            quantity=quantity,
            unit_price=sku.ks_price,
            original_price=max(product.market_price, sku.ks_price),
            goods_total=goods,
            discount=0 if wish.plain else self._discount(goods),
            express=0 if wish.plain else self._postage(buyer),
            buyer=buyer,
            status=UNPAID,
            created=wish.at,
            updated=wish.at,
            promise_s=random.choice((86_400, 172_800, 172_800)),
            remark=random.choice(REMARKS) if not wish.plain and random.random() < 0.08 else "",
            risk=random.random() < 0.004,
            cps=random.random() < 0.2,
            presale=product.presale_days > 0,
            channel=random.choices((1, 2), weights=(8, 2))[0],
        )
        if order.presale:
            order.promise_s = product.presale_days * DAY_S
        self._place(order)
        self._world.orders[order.oid] = order
        return order

    def note(self, order: Order, now: int) -> None:
        """Let the shop's people write on one order in twenty-five."""
        random = self._random
        if random.random() < 0.04:
            at = min(now, order.created + random.randrange(HOUR, 20 * HOUR))
            order.notes.append((at, random.choice(NOTES), random.randrange(1, 7), random.choice(OPERATORS)))
            order.updated = max(order.updated, at)

    def _free_oid(self, at: int) -> int:
        while (oid := ids.order_id(self._random, at)) in self._world.orders:
            pass
        return oid

    def _discount(self, goods: int) -> int:
        """A coupon on one order in six: never more than a third."""
        random = self._random
        if random.random() >= 0.16:
            return 0
        return min(random.choice((200, 300, 500, 1_000, 2_000)), goods // 3)

    def _postage(self, buyer: Person) -> int:
        share = 0.5 if buyer.province in REMOTE else 0.02
        return self._random.choice((600, 800, 1_200)) if self._random.random() < share else 0

    def _place(self, order: Order) -> None:
        """Where the sale happened: in the live room, if one is on and for most."""
        random = self._random
        room = live_room(order.created)
        if room and random.random() < 0.85:
            order.carrier_type, order.carrier_id = LIVE, room
        elif random.random() < 0.4:
            order.carrier_type, order.carrier_id = SHORT_VIDEO, 5_000_000_000 + random.randrange(40)
        else:
            order.carrier_type = random.choice(ELSEWHERE)
