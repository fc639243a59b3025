"""The engine: all streams at once, a second chance for what failed in passing, rest for a shop that is signed out."""

import asyncio
from typing import Any

import pytest

from console.core.changes import Changes, changed
from console.core.clock import DAY, MINUTE
from console.core.errors import Busy, Offline, Refused, SignInNeeded, Unreadable
from console.core.model import EXTERNAL, Mapping, OrderLine, Platform, Receiver, Shop
from console.store.figures import counts
from console.store.health import health
from console.store.links import link_counts
from console.store.shops import pair, pairs, put_shop
from console.sync.engine import Engine, Intervals
from console.sync.hub import Hub

YOUZAN = Shop(shop_id="youzan:2", platform=Platform.YOUZAN, platform_shop_id="2", name="暖屋有赞")


@pytest.fixture
async def engine(database: Any, clock: Any, hub: Hub, shop: Any, gateway: Any) -> Any:
    engine = Engine(database, clock, hub)
    engine.bind(shop, gateway)
    yield engine
    await engine.stop()


def stocked(gateway: Any, make: Any) -> None:
    gateway.books = {f"o{number:04}": make.order(number) for number in range(12)}
    gateway.tickets = {f"a{number:04}": make.ticket(number) for number in range(3)}
    gateway.stock = {f"i{number:04}": make.listing(number) for number in range(4)}


async def test_once_reads_every_stream(engine: Engine, gateway: Any, make: Any) -> None:
    stocked(gateway, make)
    report = await engine.sync_once()
    assert (report.written, report.failures, report.quarantined) == (12 + 3 + 8, (), ())
    assert (await engine.sync_once()).written == 0


@pytest.mark.parametrize("trouble", [Offline("net.timeout"), Busy("net.busy"), Unreadable("net.not_json")])
async def test_what_failed_in_passing_gets_a_second_chance(
    engine: Engine, gateway: Any, make: Any, trouble: Any
) -> None:
    stocked(gateway, make)
    gateway.raising["orders"] = [trouble]
    report = await engine.sync_once()
    assert (report.written, report.failures) == (23, ())


async def test_one_stream_in_trouble_does_not_hold_up_the_others(engine: Engine, gateway: Any, make: Any) -> None:
    stocked(gateway, make)
    gateway.raising["orders"] = [Busy("net.busy", platform=Platform.KUAISHOU, detail="HTTP 503") for _ in range(2)]
    report = await engine.sync_once()
    assert report.written == 3 + 8
    assert [(one.platform, one.kind, one.code, one.detail) for one in report.failures] == [
        ("kuaishou", "busy", "net.busy", "HTTP 503")
    ]


async def test_a_shop_that_is_signed_out_is_one_trouble(engine: Engine, gateway: Any, database: Any) -> None:
    for call in ("orders", "items", "after_sales"):
        gateway.raising[call] = [SignInNeeded("kuaishou.24")]
    report = await engine.sync_once()
    assert [failure.code for failure in report.failures] == ["kuaishou.24"]
    assert gateway.said("orders") == 1, "trying again cannot help"
    assert {row.code for row in await database.read(health)} == {"kuaishou.24"}


async def test_a_refusal_is_not_repeated(engine: Engine, gateway: Any) -> None:
    gateway.raising["orders"] = [Refused("kuaishou.2001")]
    report = await engine.sync_once()
    assert [failure.kind for failure in report.failures] == ["refused"]


async def test_health_is_kept_and_forgiven(engine: Engine, gateway: Any, database: Any) -> None:
    gateway.raising["orders"] = [Refused("kuaishou.2001", detail="endTime")]
    await engine.sync_once()
    rows = {row.stream: (row.kind, row.code, row.detail) for row in await database.read(health)}
    assert rows["orders"] == ("refused", "kuaishou.2001", "endTime")
    await engine.sync_once()
    assert {row.kind for row in await database.read(health)} == {""}


async def test_a_second_shop_is_matched_with_the_first(
    engine: Engine, gateway: Any, database: Any, make: Any, shop: Any
) -> None:
    other = type(gateway)()
    lines = (OrderLine(line_no="1", title="x", code="C1", quantity=1),)
    receiver = Receiver(province="浙江省", city="杭州市", district="西湖区")
    gateway.books = {"o0001": make.order(1, lines=lines, receiver=receiver)}
    trade = make.order(2, lines=lines, receiver=receiver, source=EXTERNAL, created_at=make.now - DAY + MINUTE)
    other.books = {"o0002": trade}
    await database.write(put_shop, YOUZAN)
    await database.write(pair, shop.shop_id, YOUZAN.shop_id)
    engine.bind(YOUZAN, other)
    report = await engine.sync_once()
    assert report.written == 2, "links are not counted"
    (both,) = await database.read(pairs)
    assert (await database.read(link_counts, both))[Mapping.LINKED] == 1


async def test_no_trade_is_missed_before_the_other_side_was_read(
    engine: Engine, gateway: Any, database: Any, make: Any, shop: Any, clock: Any
) -> None:
    """A day-old order whose trade Youzan has not told yet waits; once Youzan was read and told none, it is missing."""
    other = type(gateway)()
    other.raising["orders"] = [Offline("net.timeout"), Offline("net.timeout")]
    gateway.books = {"o0001": make.order(1)}
    await database.write(put_shop, YOUZAN)
    await database.write(pair, shop.shop_id, YOUZAN.shop_id)
    engine.bind(YOUZAN, other)
    await engine.sync_once()
    (both,) = await database.read(pairs)
    counts = await database.read(link_counts, both)
    assert (counts[Mapping.WAITING], counts[Mapping.MISSING_TRADE]) == (1, 0)
    await engine.sync_once()
    counts = await database.read(link_counts, both)
    assert (counts[Mapping.WAITING], counts[Mapping.MISSING_TRADE]) == (0, 1)

    gateway.books["o0009"] = make.order(9, clock.now_ms() + MINUTE)
    clock.now += 2 * 60 * MINUTE
    other.raising["orders"] = [Offline("net.timeout"), Offline("net.timeout")]
    await engine.sync_once()
    counts = await database.read(link_counts, both)
    assert (counts[Mapping.WAITING], counts[Mapping.MISSING_TRADE]) == (1, 1), "Youzan was away since"


async def test_steadily_it_reads_again_after_its_interval(
    engine: Engine, gateway: Any, make: Any, until: Any, hub: Hub, clock: Any, database: Any
) -> None:
    heard: list[Changes] = []
    hub.subscribe(heard.append)
    stocked(gateway, make)
    engine.start()
    await until(lambda: any(60 <= slept <= 66 for slept in clock.slept))
    heard.clear()
    gateway.books["o0500"] = make.order(500, clock.now)
    await until(lambda: any("orders" in changes.kinds for changes in heard))
    assert (await database.read(counts))["kuaishou"]["orders"] == 13


async def test_a_signed_out_stream_rests_until_woken(engine: Engine, gateway: Any, until: Any) -> None:
    gateway.raising["orders"] = [SignInNeeded("kuaishou.24")]
    engine.start()
    await until(lambda: gateway.said("after_sales") >= 5)
    assert gateway.said("orders") == 1
    engine.wake("kuaishou:1")
    await until(lambda: gateway.said("orders") >= 2)


async def test_trouble_waits_longer_each_time_and_as_long_as_asked(
    database: Any, clock: Any, hub: Hub, shop: Any, gateway: Any, until: Any
) -> None:
    engine = Engine(database, clock, hub, intervals=Intervals(trouble=10, longest=100))
    engine.bind(shop, gateway)
    gateway.raising["orders"] = [*(Offline("net.timeout") for _ in range(5)), Busy("net.busy", wait_s=3000)]
    engine.start()
    await until(lambda: gateway.said("orders") >= 8)
    await engine.stop()
    for least in (10, 20, 40, 80, 100, 3000):
        assert any(least <= slept <= least * 1.1 for slept in clock.slept), least


async def test_a_shop_bound_later_is_read_and_one_let_go_is_not(
    engine: Engine, gateway: Any, database: Any, until: Any
) -> None:
    engine.start()
    other = type(gateway)()
    await database.write(put_shop, YOUZAN)
    engine.bind(YOUZAN, other)
    await until(lambda: other.said("orders") >= 1)
    await engine.unbind(YOUZAN.shop_id)
    asked = len(other.asked)
    more = gateway.said("orders")
    await until(lambda: gateway.said("orders") >= more + 2)
    assert len(other.asked) == asked


async def test_stopping_leaves_no_task_behind(engine: Engine, gateway: Any, until: Any) -> None:
    never = asyncio.Event()

    async def hang(cursor: str | None) -> Any:
        gateway.asked.append("hanging")
        await never.wait()

    gateway.items = hang
    engine.start()
    await until(lambda: gateway.said("hanging"))
    assert "items" in {stream for _, stream in engine.health.reading}
    await engine.stop()
    assert engine.health.reading == set()
    assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("sync:")]


async def test_the_hub_tells_together_what_happened_together(hub: Hub) -> None:
    heard: list[Changes] = []
    stop = hub.subscribe(heard.append)
    hub.announce(changed("orders", shop_id="a"))
    hub.announce(changed("links", shop_id="a"))
    hub.announce(changed("items", shop_id="b"))
    await asyncio.sleep(0)
    assert heard == [changed("orders", "links", shop_id="a"), changed("items", shop_id="b")]
    stop()
    hub.announce(changed("orders"))
    await asyncio.sleep(0)
    assert len(heard) == 2


async def test_a_listener_that_fails_does_not_silence_the_others(hub: Hub, expected_logs: list[str]) -> None:
    expected_logs.append("a listener failed")
    heard: list[Changes] = []

    def fail(changes: Changes) -> None:
        raise ValueError

    hub.subscribe(fail)
    hub.subscribe(heard.append)
    hub.announce(changed("orders"))
    await asyncio.sleep(0)
    assert heard == [changed("orders")]
