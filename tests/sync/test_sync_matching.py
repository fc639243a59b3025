"""Matching compares only what a change can touch, and says of all what comparing everything would say."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection

from console.core.clock import DAY, MINUTE, SECOND
from console.core.model import EXTERNAL, Mapping, Order, OrderLine, OrderStatus, Platform, Receiver, Shop
from console.rules.matching import DEFAULTS, match
from console.store import link_decisions, match_scope, shops
from console.store.cursors import move_watermark
from console.store.database import Database
from console.store.health import note_success
from console.store.link_rows import held_links
from console.store.links import unsettled
from console.store.orders import save_orders
from console.store.views import Pair
from console.sync.hub import Hub
from console.sync.matching import ALL_AGAIN_MS, MatchStep

BEGIN = 1_790_000_000_000
BOTH = Pair(kuaishou_shop_id="kuaishou:1", youzan_shop_id="youzan:2")
CODES, AMOUNTS, CITIES = ("A", "A-1", "B", ""), (100, 100, 200, None), ("杭州市", "宁波市", "")


class Clock:
    now = BEGIN

    def now_ms(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


class World:
    """Two books, and everything that befalls them: each deed is one that a platform or a person can do."""

    def __init__(self, database: Database, clock: Clock, seed: int) -> None:
        self.database, self.clock, self.dice = database, clock, Random(seed)
        self.orders: dict[str, Order] = {}
        self.trades: dict[str, Order] = {}
        self.step = MatchStep(database, clock, Hub(), DEFAULTS)

    def line(self, number: str, **more: Any) -> OrderLine:
        return OrderLine(
            line_no=number, title="", code=self.dice.choice(CODES), quantity=self.dice.choice((1, 1, 2)), **more
        )

    def paid(self) -> int | None:
        """In small crowds, with quiet stretches between them; some not at all, or long ago."""
        ago = self.dice.choice((0, 20, 40, 600)) * MINUTE + self.dice.randrange(8 * MINUTE)
        return None if self.dice.random() < 0.15 else (self.clock.now - ago) // SECOND * SECOND

    def sale(self, number: str, **more: Any) -> Order:
        fields: dict[str, Any] = {
            "created_at": self.clock.now - DAY // 2,
            "paid_at": self.paid(),
            "status": OrderStatus.TO_SHIP,
        }
        fields |= {"amount_fen": self.dice.choice(AMOUNTS), "buyer_note": self.dice.choice(("", "", "快"))}
        fields["receiver"] = Receiver(province="浙江省", city=self.dice.choice(CITIES))
        return Order(order_no=number, **fields | {"lines": (self.line(f"{number}-1"),)} | more)

    def ordered(self) -> None:
        number = f"{len(self.orders):04}"
        self.orders[number] = self.sale(number)

    def imported(self) -> None:
        """Mostly of an order, by its number, a line's, one that is not there (yet), or none."""
        number = f"E{len(self.trades):04}"
        of = self.dice.choice(list(self.orders.values())) if self.orders else None
        how = self.dice.choice(("outer", "line", "none", "none", "none", "strange", "native"))
        known = {"outer_no": of.order_no} if of and how == "outer" else {"outer_no": f"{len(self.orders) + 1:04}"}
        made = self.sale(
            number, source="" if how == "native" else EXTERNAL, **(known if how in ("outer", "strange") else {})
        )
        if of is not None and how in ("none", "line") and self.dice.random() < 0.8:
            late = self.dice.choice((0, 0, 7, 90)) * SECOND
            paid = None if of.paid_at is None else of.paid_at + late
            made = replace(made, paid_at=paid, amount_fen=of.amount_fen, receiver=of.receiver, lines=of.lines)
        if of is not None and how == "line":
            made = replace(made, lines=(replace(made.lines[0], outer_line_no=of.lines[0].line_no),))
        self.trades[number] = made

    def changed(self) -> None:
        """A row says something else, its number only where none was said before; a presale is paid a second time."""
        book = self.dice.choice([one for one in (self.orders, self.trades) if one])
        row = book[self.dice.choice(list(book))]
        more: dict[str, Any] = {"updated_at": self.clock.now}
        what = self.dice.choice(("amount", "lines", "city", "note", "paid", "paid", "paid", "number"))
        if what == "amount":
            more["amount_fen"] = self.dice.choice(AMOUNTS)
        elif what == "lines":
            more["lines"] = tuple(replace(line, code=self.dice.choice(CODES)) for line in row.lines)
        elif what == "city":
            more["receiver"] = Receiver(province="浙江省", city=self.dice.choice(CITIES))
        elif what == "note":
            more["buyer_note"] = self.dice.choice(("", "快"))
        elif what == "paid":
            more["paid_at"] = self.paid() if self.dice.random() < 0.7 else row.paid_at or self.paid()
        elif book is self.trades and self.orders and not row.outer_no:
            more |= {"outer_no": self.dice.choice(list(self.orders)), "source": EXTERNAL}
        book[row.order_no] = replace(row, **more)

    def decided(self, conn: Connection) -> None:
        """A person links, parts, or takes either back."""
        if not self.orders or not self.trades:
            return
        order, trade = self.dice.choice(list(self.orders)), self.dice.choice(list(self.trades))
        linked = [(one.order_no, one.trade_no) for one in held_links(conn, BOTH) if one.order_no and one.trade_no]
        if linked and self.dice.random() < 0.7:
            order, trade = self.dice.choice(linked)  # type: ignore[assignment] # both are there
        known = [(one.order_no, one.trade_no) for one in link_decisions.decisions(conn, BOTH)]
        deed: Callable[..., object] = self.dice.choice((link_decisions.link_by_hand, link_decisions.set_apart))
        if known and self.dice.random() < 0.4:
            (order, trade), deed = self.dice.choice(known), link_decisions.take_back
        deed(conn, BOTH, order, trade, self.clock.now)

    async def go_on(self) -> None:
        """Some minutes in which this and that happens."""
        self.clock.now += self.dice.choice((70, 200, 1_200)) * SECOND
        before = {**self.orders, **self.trades}
        for _ in range(self.dice.randrange(4)):
            self.dice.choice(
                (self.ordered, self.imported, self.imported, self.changed)
            )() if self.orders else self.ordered()
        for shop_id, book in zip(BOTH.shop_ids, (self.orders, self.trades), strict=True):
            fresh = [row for number, row in book.items() if before.get(number) is not row]
            await self.database.write(save_orders, shop_id, fresh, self.clock.now)
            if self.dice.random() < 0.7:
                await self.database.write(move_watermark, shop_id, "orders", self.clock.now - 30 * SECOND)
                if self.dice.random() < 0.85:  # else it still catches up
                    await self.database.write(note_success, shop_id, "orders", self.clock.now)
        if self.dice.random() < 0.15:
            await self.database.write(self.decided)


@pytest.fixture
async def file(tmp_path: Path) -> Any:
    clock = Clock()
    database = Database.open(tmp_path / "books.db", clock)
    for platform, number in ((Platform.KUAISHOU, "1"), (Platform.YOUZAN, "2")):
        shop = Shop(shop_id=f"{platform}:{number}", platform=platform, platform_shop_id=number, name="暖屋")
        await database.write(shops.put_shop, shop)
    await database.write(shops.pair, *BOTH.shop_ids)
    yield database, clock
    database.close()


def said(conn: Connection) -> set[tuple[Any, ...]]:
    """Every link that no person made."""
    held = [one for one in held_links(conn, BOTH) if not one.by_hand]
    return {(one.order_no, one.trade_no, one.mapping, one.confidence, one.reason) for one in held}


def of_all(conn: Connection, due: int) -> set[tuple[Any, ...]]:
    """The same, comparing everything."""
    books = unsettled(conn, BOTH)
    links = match(books.orders, books.trades, now=due, apart=books.apart)
    return {(one.order_no, one.trade_no, one.mapping.value, one.confidence, one.reason) for one in links}


def due_of(conn: Connection) -> int:
    asked = "SELECT {} FROM {} WHERE stream = 'orders' AND {} IS NOT NULL"
    marks = conn.exec_driver_sql(asked.format(*("watermark", "cursors", "watermark"))).scalars().all()
    ends = conn.exec_driver_sql(asked.format(*("success_at", "health", "success_at"))).scalars().all()
    return min(*marks, *ends) if len(marks) == len(ends) == 2 else 0


SHORT = (*range(6), 39, 41)  # in the last two a pay time leaves a crowd that nothing else reaches


@pytest.mark.parametrize(
    "seed", [*SHORT, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(300) if seed not in SHORT)]
)
async def test_whatever_happens_it_says_what_comparing_everything_says(
    file: Any, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, clock = file
    world = World(database, clock, seed)
    reached: list[int] = []
    real = match_scope.rows_in_reach

    def counted(*args: Any) -> frozenset[int] | None:
        found = real(*args)
        reached.append(-1 if found is None else len(found))
        return found

    monkeypatch.setattr(match_scope, "rows_in_reach", counted)
    for turn in range(40):
        await world.go_on()
        await world.step.run()
        expected = await database.read(of_all, await database.read(due_of))
        assert await database.read(said) == expected, f"turn {turn}"
    rows = len(world.orders) + len(world.trades)
    assert -1 not in reached
    assert len(reached) > 15, "mostly not all is compared"
    assert sum(reached) < len(reached) * rows / 2


async def test_nothing_is_missing_while_a_side_catches_up(file: Any) -> None:
    """A trade that changed later is told in a later stretch than the one it was made in."""
    database, clock = file
    world = World(database, clock, 1)
    world.orders["0000"] = world.sale("0000", paid_at=BEGIN - 20 * DAY)
    await database.write(save_orders, BOTH.kuaishou_shop_id, list(world.orders.values()), BEGIN)
    await database.write(note_success, BOTH.kuaishou_shop_id, "orders", BEGIN)
    for shop_id, read_until in zip(BOTH.shop_ids, (BEGIN, BEGIN - DAY), strict=True):
        await database.write(move_watermark, shop_id, "orders", read_until)
    await world.step.run()
    assert [row[2] for row in await database.read(said)] == [Mapping.WAITING.value]
    await database.write(note_success, BOTH.youzan_shop_id, "orders", BEGIN)
    await world.step.run()
    assert [row[2] for row in await database.read(said)] == [Mapping.MISSING_TRADE.value]


async def test_all_is_compared_now_and_then_and_when_it_is_asked_for(file: Any) -> None:
    """So that what no platform does, a carried number that becomes another, is mended too."""
    database, clock = file
    world = World(database, clock, 1)
    for number in ("0000", "0001"):
        world.orders[number] = world.sale(number, paid_at=BEGIN - DAY)
    world.trades = {name: world.sale(name, outer_no="0000", paid_at=BEGIN - DAY) for name in ("E0000", "E0001")}
    await database.write(save_orders, BOTH.kuaishou_shop_id, list(world.orders.values()), BEGIN)
    await database.write(save_orders, BOTH.youzan_shop_id, list(world.trades.values()), BEGIN)
    await world.step.run()
    other = replace(world.trades["E0001"], outer_no="0001")
    clock.now += 10 * MINUTE
    await database.write(save_orders, BOTH.youzan_shop_id, [other], clock.now)
    await world.step.run()
    clock.now += ALL_AGAIN_MS
    await world.step.run()
    assert await database.read(said) == await database.read(of_all, 0)
    await database.write(lambda conn: conn.exec_driver_sql("DELETE FROM links WHERE order_no = '0001'"))
    await world.step.run()
    assert await database.read(said) == await database.read(of_all, 0), "somebody else wrote links"
    assert await world.step.of_pair(BOTH) == 0
