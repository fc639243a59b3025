"""Youzan's own trades: bought in the merchant's mini program, with nothing to do with Kuaishou."""

from random import Random

from console.sandbox import ids
from console.sandbox.clock import DAY, HOUR, MINUTE, SECOND
from console.sandbox.hours import moment
from console.sandbox.lifecycle import parcel, settling, transit
from console.sandbox.people import Crowd
from console.sandbox.refunds import DONE, FAILED, REASONS, REFUND_ONLY, RETURN
from console.sandbox.sales import REMARKS
from console.sandbox.state import Person, Product, Refund, Sku, Trade, TradeLine, World
from console.sandbox.trades import CANCELLED, FINISHED, SENT, TO_PAY, TO_SEND, settle_refund_state, whole_second

NATIVE = 1  # pay_type: WeChat
PLATFORMS = ("wx", "wx", "wx", "alipay_mini_program")
EXPIRED = 1  # close_type


class Natives:
    """Makes native trades of ``world``."""

    def __init__(self, world: World, crowd: Crowd) -> None:
        self._world = world
        self._random: Random = world.random
        self._crowd = crowd
        self._shelf = [
            product
            for product in world.products
            if product.yz_item_id is not None and product.yz_on_shelf and not product.yz_deleted
        ]

    @property
    def possible(self) -> bool:
        """Whether Youzan sells anything."""
        return bool(self._shelf)

    def trade(self, at: int) -> Trade:
        """An unpaid trade, put into the world."""
        random = self._random
        lines = [self._line() for _ in range(random.choices((1, 2, 3), weights=(80, 15, 5))[0])]
        total = sum(line.total for line in lines)
        discount = min(random.choice((0, 0, 0, 300, 500, 1_000)), total // 3)
        postage = random.choice((0, 0, 0, 0, 600))
        at = whole_second(at)
        trade = Trade(
            tid=self._free_tid(at),
            lines=lines,
            buyer=self._buyer(),
            status=TO_PAY,
            total=total,
            postage=postage,
            discount=discount,
            adjust=0,
            payment=total - discount + postage,
            created=at,
            updated=at,
            pay_type=NATIVE,
            platform=random.choice(PLATFORMS),
            marketing_source="KUAI_SHOU" if random.random() < 0.03 else "",
            buyer_message=random.choice(REMARKS) if random.random() < 0.06 else "",
        )
        _spread(trade)
        self._world.trades[trade.tid] = trade
        return trade

    def live_through(self, trade: Trade, now: int) -> None:
        """Everything that has happened to ``trade`` by ``now``."""
        random = self._random
        if random.random() < 0.05:
            self.expire(trade, now)
            return
        paid = trade.created + random.randrange(5 * SECOND, 3 * MINUTE)
        if paid > now:
            return
        self.pay(trade, paid)
        sent = paid + random.randrange(3 * HOUR, 40 * HOUR)
        if sent > now:
            return
        self.send(trade, sent)
        done = sent + transit(random) + settling(random)
        if random.random() < 0.05:
            self._give_back(trade, min(done, now))
        elif done <= now:
            trade.status, trade.ended, trade.updated = FINISHED, whole_second(done), whole_second(done)

    def expire(self, trade: Trade, now: int) -> None:
        """Close what was not paid within an hour."""
        ends = trade.created + HOUR
        if trade.status == TO_PAY and ends <= now:
            trade.status, trade.close_type, trade.ended, trade.updated = CANCELLED, EXPIRED, ends, ends

    def pay(self, trade: Trade, at: int) -> None:
        """To pay → to send."""
        trade.status = TO_SEND
        trade.paid = trade.updated = whole_second(at)

    def send(self, trade: Trade, at: int) -> None:
        """To send → on its way, all lines in one parcel."""
        trade.status = SENT
        trade.sent = trade.updated = whole_second(at)
        trade.parcels.append(parcel(self._random, at))
        for line in trade.lines:
            line.shipped = True

    def _give_back(self, trade: Trade, until: int) -> None:
        random = self._random
        at = whole_second(random.randrange(trade.sent, max(until, trade.sent + 1)))
        handling = random.choice((RETURN, REFUND_ONLY))
        code, reason = random.choice(REASONS[handling])
        amount = trade.payment if random.random() < 0.7 else max(1, trade.payment // 3)
        refund = Refund(
            ids.trade_refund_id(random, at), 11 if handling == RETURN else 10, handling, amount, code, reason
        )
        refund.created = refund.submitted = refund.updated = refund.version = trade.updated = at
        over = at + random.randrange(DAY, 6 * DAY)
        if over <= until:
            refund.status = DONE if random.random() < 0.85 else FAILED
            refund.updated = refund.version = refund.ended = trade.updated = whole_second(over)
            if refund.status == DONE and amount == trade.payment:
                trade.status, trade.ended = CANCELLED, refund.ended
        trade.refunds.append(refund)
        settle_refund_state(trade)

    def _line(self) -> TradeLine:
        random = self._random
        product = random.choice(self._shelf)
        sku = random.choice(product.skus)
        quantity = random.choices((1, 2), weights=(9, 1))[0]
        return _native_line(random, product, sku, quantity)

    def _buyer(self) -> Person:
        people = self._world.people
        if people and self._random.random() < 0.15:
            return self._random.choice(people)
        people.append(self._crowd.person())
        return people[-1]

    def _free_tid(self, at: int) -> str:
        while (tid := ids.trade_id(self._random, at)) in self._world.trades:
            pass
        return tid


def add_natives(natives: Natives, random: Random, count: int, since: int, now: int) -> None:
    """``count`` native trades between ``since`` and ``now``."""
    for at in sorted(moment(random, since, now) for _ in range(count)):
        natives.live_through(natives.trade(at), now)


def _native_line(random: Random, product: Product, sku: Sku, quantity: int) -> TradeLine:
    total = sku.yz_price * quantity
    return TradeLine(
        oid=ids.trade_line_id(random),
        product=product,
        sku=sku,
        quantity=quantity,
        price=sku.yz_price,
        total=total,
        payment=total,
        outer_sku_code=sku.code,
    )


def _spread(trade: Trade) -> None:
    """Share the discount and the postage out, so that the lines' payments add up to the trade's."""
    left = trade.payment
    for line in trade.lines[:-1]:
        line.payment = line.total * trade.payment // trade.total
        left -= line.payment
    trade.lines[-1].payment = left
