"""Parcels are asked for a few at a time, not too often, and not where the merchant or the platform does not let us."""

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from console.core.clock import DAY, HOUR
from console.core.errors import FileTrouble, Offline, Refused, Unreadable
from console.core.model import Order, OrderStatus, Parcel, Platform, Shop
from console.core.permissions import Switch
from console.core.shipping import Track, TrackEvent
from console.store.database import Database
from console.store.orders import save_orders
from console.store.permissions import put_switch
from console.store.shops import put_shop
from console.store.tracks import followed, put_track, put_untold, tracks_of
from console.sync.following import ASK_AGAIN_MS, Follower
from console.sync.hub import Hub

NOW = 1_790_000_000_000
YZ = "youzan:2"


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def now_ms(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        raise AssertionError("a round does not wait")


class Tracking:
    """A platform that tells."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def track(self, parcel: Parcel) -> Track | None:
        self.asked.append(parcel.waybill_no)
        if parcel.waybill_no == "refused":
            raise Refused("youzan.4204", platform=Platform.YOUZAN)
        if parcel.waybill_no == "torn":
            raise Unreadable("youzan.unreadable", platform=Platform.YOUZAN)
        if parcel.waybill_no == "fault":
            raise ZeroDivisionError
        if parcel.waybill_no == "offline":
            raise Offline("net.timeout", platform=Platform.YOUZAN)
        if parcel.waybill_no == "unknown":
            return None
        return Track(state="on_the_way", events=(TrackEvent(at=NOW - HOUR, words="已揽收"),))


def shipped(number: str, waybill: str, days: int = 1) -> Order:
    return Order(
        order_no=number,
        status=OrderStatus.SHIPPED,
        shipped_at=NOW - days * DAY,
        updated_at=1,
        parcels=(Parcel(waybill_no=waybill, carrier_code="3"),),
    )


@pytest.fixture
async def world(tmp_path: Path) -> tuple[Database, Clock, Follower]:
    clock = Clock()
    database = Database.open(tmp_path / "console.db", clock)
    await database.write(put_shop, Shop(shop_id=YZ, platform=Platform.YOUZAN, platform_shop_id="2", name="暖屋"))
    rows = [shipped("E1", "a"), shipped("E2", "refused"), shipped("E3", "unknown"), shipped("E4", "old", days=40)]
    await database.write(save_orders, YZ, rows, NOW)
    return database, clock, Follower(database, clock, Hub(), list)


async def test_what_is_told_is_kept_and_asked_for_again_later(world: tuple[Database, Clock, Follower]) -> None:
    database, clock, follower = world
    gateway = Tracking()
    assert await follower.round(YZ, gateway) == 1
    assert sorted(gateway.asked) == ["a", "refused", "unknown"], "what left long ago is nobody's parcel any more"
    (kept,) = await database.read(tracks_of, YZ, "E1")
    assert kept.asked_at == NOW
    gateway.asked.clear()
    await follower.round(YZ, gateway)
    assert gateway.asked == [], "also of what is not told it is known that it was asked for"
    clock.now += ASK_AGAIN_MS + 1
    await follower.round(YZ, gateway)
    assert "a" in gateway.asked
    database.close()


async def test_nobody_is_asked_where_it_is_switched_off_or_cannot_be(world: tuple[Database, Clock, Follower]) -> None:
    database, _, follower = world
    assert await follower.round(YZ, object()) == 0
    await database.write(put_switch, YZ, Switch.ORDERS, False, NOW)
    gateway = Tracking()
    assert await follower.round(YZ, gateway) == 0
    assert gateway.asked == []
    database.close()


async def test_a_parcel_that_cannot_be_read_holds_up_no_other(world: tuple[Database, Clock, Follower]) -> None:
    told: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context["message"]))
    database, clock, follower = world
    await database.write(save_orders, YZ, [shipped("E5", "torn"), shipped("E6", "fault"), shipped("E7", "z")], NOW)
    gateway = Tracking()
    assert await follower.round(YZ, gateway) == 2
    assert {"a", "torn", "fault", "z"} < set(gateway.asked)
    gateway.asked.clear()
    await follower.round(YZ, gateway)
    assert gateway.asked == [], "not before its turn"
    clock.now += ASK_AGAIN_MS + 1
    await follower.round(YZ, gateway)
    assert told == ["following parcels failed"], "once"
    database.close()


@pytest.mark.parametrize(
    ("waybill", "answer"),
    [("refused", "youzan.4204"), ("torn", "youzan.unreadable"), ("fault", "fault"), ("unknown", "unknown")],
)
async def test_a_known_journey_outlives_an_answer_that_does_not_tell_it(
    world: tuple[Database, Clock, Follower], waybill: str, answer: str
) -> None:
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    database, clock, follower = world
    order, known = shipped("E9", waybill), Track(state="delivering", events=(TrackEvent(at=NOW, words="派送中"),))
    await database.write(save_orders, YZ, [order], NOW)
    await database.write(put_track, YZ, order, order.parcels[0], known, NOW)
    clock.now += ASK_AGAIN_MS + 1
    assert await follower.ask(YZ, order, Tracking()) == 0
    (kept,) = await database.read(tracks_of, YZ, "E9")
    assert (kept.track, kept.asked_at, kept.tried_at, kept.answer) == (known, NOW, clock.now, answer)
    due = await database.read(followed, YZ, 0, clock.now - ASK_AGAIN_MS, 10)
    assert "E9" not in [number for number, _ in due], "it had its turn"
    await database.write(put_track, YZ, order, order.parcels[0], known, clock.now)
    (kept,) = await database.read(tracks_of, YZ, "E9")
    assert (kept.asked_at, kept.answer) == (clock.now, "")
    other = Parcel(waybill_no=waybill, carrier_code="4")
    await database.write(put_untold, YZ, order, other, answer, clock.now + 1)
    (kept,) = await database.read(tracks_of, YZ, "E9")
    assert (kept.track, kept.carrier_code) == (Track(state="unknown"), "4"), "with another carrier it went another way"
    database.close()


async def test_no_answer_at_all_ends_the_round_and_loses_no_turn(world: tuple[Database, Clock, Follower]) -> None:
    database, _, follower = world
    await database.write(save_orders, YZ, [shipped("E5", "offline", days=0)], NOW)
    with pytest.raises(Offline):
        await follower.round(YZ, Tracking())
    assert await database.read(tracks_of, YZ, "E5") == []
    database.close()


async def test_it_goes_on_after_a_full_disk_and_after_a_fault(
    world: tuple[Database, Clock, Follower], until: Any, monkeypatch: pytest.MonkeyPatch, expected_logs: list[str]
) -> None:
    told: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context["message"]))
    expected_logs.append("following parcels rests: disk.full")
    database, clock, _ = world
    failing: list[Exception] = [ZeroDivisionError(), FileTrouble("disk.full", "console.db")]
    shop = SimpleNamespace(shop=SimpleNamespace(shop_id=YZ), gateway=Tracking())
    follower = Follower(database, clock, Hub(), lambda: [shop])  # type: ignore[list-item] # as much as it looks at
    real: Any = follower.round

    async def round_(shop_id: str, gateway: object) -> int:
        if failing:
            raise failing.pop()
        return int(await real(shop_id, gateway))

    async def sleep(seconds: float) -> None:
        clock.now += round(seconds * 1_000)
        await asyncio.sleep(0)

    monkeypatch.setattr(follower, "round", round_)
    monkeypatch.setattr(clock, "sleep", sleep)
    follower.start()
    await until(lambda: "a" in shop.gateway.asked)
    await follower.stop()
    assert told == ["following parcels failed"]
    database.close()
