"""Youzan's list leaves parcels and refunds out: what was known of them stays, and what moved is asked for by number."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from console.core.clock import DAY, HOUR, MINUTE, SECOND
from console.core.errors import Offline, Refused, Trouble, Unreadable
from console.core.gateway import Page, Window, WindowRule
from console.core.model import Order, OrderStatus, Parcel, Platform, Shop
from console.platforms.youzan import mapping, wire
from console.store.database import Database
from console.store.order_asks import ASK_AGAIN_MS
from console.store.orders import load_order, order_id, save_orders
from console.store.shops import put_shop
from console.store.tracks import followed
from console.sync.engine import Engine
from console.sync.order_details import AT_A_TIME
from console.sync.streams import ShopStreams

YZ = Shop(shop_id="youzan:2", platform=Platform.YOUZAN, platform_shop_id="2", name="暖屋")
SF = Parcel(waybill_no="SF123", carrier_code="7", parcel_id="1")


class Youzan:
    """Its list prints neither parcels nor refunds; ``order`` tells all."""

    platform = Platform.YOUZAN
    order_windows = WindowRule(span_ms=7 * DAY, reach_ms=30 * DAY, lag_ms=30 * SECOND, overlap_ms=5 * MINUTE)

    def __init__(self) -> None:
        self.books: dict[str, Order] = {}
        self.asked: list[str] = []
        self.raising: dict[str, Trouble] = {}

    async def shop(self) -> Shop:
        return YZ

    def list(self) -> list[Order]:
        part = [one.refunded_fen if one.refunded_fen == 0 else None for one in self.books.values()]
        bare = {"parcels": (), "refunding": False, "whole": False}
        return [replace(one, refunded_fen=fen, **bare) for one, fen in zip(self.books.values(), part, strict=True)]

    async def orders(self, window: Window, cursor: str | None) -> Page[Order]:
        rows = [one for one in self.list() if window.begin_at <= (one.updated_at or 0) < window.end_at]
        return Page(rows=rows, total=len(rows))

    async def order(self, order_no: str) -> Order | None:
        self.asked.append(order_no)
        if order_no in self.raising:
            raise self.raising[order_no]
        return self.books.get(order_no)


def told(number: int, status: OrderStatus = OrderStatus.SHIPPED, **more: Any) -> Order:
    fields = {"updated_at": 1_789_990_000_000 + number, "shipped_at": 1_789_990_000_000, "amount_fen": 9_900}
    fields |= {"parcels": (SF,), "refunded_fen": 0, "whole": True} | more
    return Order(order_no=f"E{number:03}", status=status, **fields)


@pytest.fixture
async def file(tmp_path: Path, clock: Any) -> Any:
    database = Database.open(tmp_path / "youzan.db", clock)
    await database.write(put_shop, YZ)
    yield database
    database.close()


@pytest.fixture
def youzan() -> Youzan:
    return Youzan()


@pytest.fixture
def streams(file: Database, clock: Any, hub: Any, youzan: Youzan) -> ShopStreams:
    return ShopStreams(YZ, youzan, file, clock, hub)


async def known(file: Database, number: int) -> Order:
    row_id = await file.read(order_id, YZ.shop_id, f"E{number:03}")
    order = await file.read(load_order, row_id or 0)
    assert order is not None
    return order


async def test_a_list_erases_nothing_that_was_told(file: Database, youzan: Youzan) -> None:
    youzan.books["E001"] = told(1, refunded_fen=1_000, refunding=True)
    await file.write(save_orders, YZ.shop_id, list(youzan.books.values()), 2)
    saved = await file.write(save_orders, YZ.shop_id, youzan.list(), 3)
    order = await known(file, 1)
    assert (order.parcels, order.refunded_fen, order.refunding) == ((SF,), 1_000, True)
    assert saved.written == 0, "nothing of that is news"
    assert [number for number, _ in await file.read(followed, YZ.shop_id, 0, 10**15, 9)] == ["E001"]
    youzan.books["E001"] = told(1, refunded_fen=0, seller_note="VIP", updated_at=1_789_999_000_000)
    await file.write(save_orders, YZ.shop_id, youzan.list(), 4)
    order = await known(file, 1)
    assert (order.seller_note, order.parcels, order.refunded_fen) == ("VIP", (SF,), 0), "what it does tell counts"


async def test_what_has_left_or_was_paid_back_is_asked_for_a_few_at_a_time(
    file: Database, youzan: Youzan, streams: ShopStreams
) -> None:
    waiting = told(900, OrderStatus.TO_SHIP, parcels=(), shipped_at=None)
    back = told(901, OrderStatus.SUCCESS, refunded_fen=1_000)
    youzan.books = {one.order_no: one for one in (waiting, back, *map(told, range(1, AT_A_TIME + 3)))}
    await file.write(save_orders, YZ.shop_id, youzan.list(), 2)
    assert await streams.tell("orders") == AT_A_TIME
    assert await streams.tell("orders") == 3
    assert await streams.tell("orders") == 0
    assert len(set(youzan.asked)) == len(youzan.asked) == AT_A_TIME + 3
    assert "E900" not in youzan.asked, "of what waits to be shipped the list tells all"
    assert (await known(file, 901)).refunded_fen == 1_000
    assert (await known(file, 7)).parcels == (SF,)
    saved = await file.write(save_orders, YZ.shop_id, youzan.list(), 3)
    assert (saved.written, await streams.tell("orders")) == (0, 0), "nothing new: nothing is written, nobody asked"
    youzan.books["E007"] = told(7, parcels=(SF, replace(SF, waybill_no="SF124")), updated_at=1_789_999_000_000)
    await file.write(save_orders, YZ.shop_id, youzan.list(), 4)
    assert await streams.tell("orders") == 1
    assert [parcel.waybill_no for parcel in (await known(file, 7)).parcels] == ["SF123", "SF124"]


async def test_one_that_left_behind_our_back_is_asked_for(file: Database, youzan: Youzan, streams: ShopStreams) -> None:
    youzan.books["E001"] = told(1, OrderStatus.TO_SHIP, parcels=(), shipped_at=None)
    await file.write(save_orders, YZ.shop_id, youzan.list(), 2)
    assert await streams.tell("orders") == 0
    youzan.books["E001"] = told(1, updated_at=1_789_999_000_000)
    await file.write(save_orders, YZ.shop_id, youzan.list(), 3)
    assert await streams.tell("orders") == 1
    assert (await known(file, 1)).parcels == (SF,)


async def test_the_first_parcel_of_several_is_asked_for_while_the_rest_waits(
    file: Database, youzan: Youzan, streams: ShopStreams
) -> None:
    youzan.books["E001"] = told(1, OrderStatus.TO_SHIP, parcels=(), shipped_at=None)
    await file.write(save_orders, YZ.shop_id, youzan.list(), 2)
    assert await streams.tell("orders") == 0
    youzan.books["E001"] = told(1, OrderStatus.TO_SHIP, shipped_at=None, updated_at=1_789_999_000_000)
    await file.write(save_orders, YZ.shop_id, [replace(one, told=("left",)) for one in youzan.list()], 3)
    assert await streams.tell("orders") == 1
    assert (await known(file, 1)).parcels == (SF,)


async def test_an_open_after_sale_is_asked_for_until_it_is_closed(
    file: Database, youzan: Youzan, streams: ShopStreams, clock: Any
) -> None:
    """That a buyer withdrew moves no trade."""
    youzan.books["E001"] = told(1, refunding=True)
    await file.write(save_orders, YZ.shop_id, youzan.list(), 2)
    assert await streams.tell("orders") == 1
    assert (await known(file, 1)).refunding
    youzan.books["E001"] = told(1, refunding=False)
    await file.write(save_orders, YZ.shop_id, youzan.list(), 3)
    assert await streams.tell("orders") == 0
    clock.now += ASK_AGAIN_MS
    assert await streams.tell("orders") == 1
    assert not (await known(file, 1)).refunding
    clock.now += ASK_AGAIN_MS
    assert await streams.tell("orders") == 0


async def test_one_that_is_not_told_keeps_no_other_waiting(
    file: Database, youzan: Youzan, streams: ShopStreams, clock: Any
) -> None:
    youzan.books = {one.order_no: one for one in map(told, range(1, 6))}
    await file.write(save_orders, YZ.shop_id, youzan.list(), 2)
    youzan.raising = {"E004": Refused("youzan.4204"), "E003": Unreadable("net.shape"), "E002": Offline("net.timeout")}
    del youzan.books["E005"]
    assert await streams.tell("orders") == 0
    assert youzan.asked == ["E005", "E004", "E003", "E002"], "who cannot be reached is asked no more for now"
    del youzan.raising["E002"]
    assert await streams.tell("orders") == 2
    assert youzan.asked[4:] == ["E002", "E001"]
    clock.now += 8 * DAY
    youzan.raising.clear()
    assert await streams.tell("orders") == 2
    assert youzan.asked[6:] == ["E004", "E003"]


async def test_one_that_we_fail_at_is_told_as_our_fault_and_keeps_no_other_waiting(
    file: Database, youzan: Youzan, streams: ShopStreams
) -> None:
    youzan.books = {one.order_no: one for one in map(told, range(1, 4))}
    await file.write(save_orders, YZ.shop_id, youzan.list(), 2)
    youzan.raising["E003"] = KeyError("ours")  # type: ignore[assignment]
    with pytest.raises(KeyError):
        await streams.tell("orders")
    assert youzan.asked == ["E003"]
    assert await streams.tell("orders") == 2
    assert youzan.asked[1:] == ["E002", "E001"]


async def test_one_that_is_refused_is_asked_for_after_pauses_that_grow(
    file: Database, youzan: Youzan, streams: ShopStreams, clock: Any
) -> None:
    """Where an app lacks the permission: once it has it, a flag that is over goes."""
    flagged = told(1, OrderStatus.TO_SHIP, parcels=(), shipped_at=None, refunding=True, refunded_fen=None, whole=False)
    await file.write(save_orders, YZ.shop_id, [flagged], clock.now)
    youzan.raising["E001"] = Refused("youzan.4204")
    asked = []
    began_at = clock.now
    while clock.now < began_at + 4 * DAY:
        before = len(youzan.asked)
        await streams.tell("orders")
        asked += [(clock.now - began_at) // HOUR] * (len(youzan.asked) - before)
        clock.now += HOUR
    assert asked == [0, 4, 8, 16, 32, 56, 80]
    youzan.raising.clear()
    assert await streams.tell("orders") == 0, "now the platform knows of no such trade"
    clock.now += DAY
    youzan.books["E001"] = replace(flagged, whole=True, refunding=False, refunded_fen=0)
    clock.now += DAY
    assert await streams.tell("orders") == 1
    assert not (await known(file, 1)).refunding


async def test_a_refund_that_is_over_and_a_parcel_taken_back_are_seen_where_empty_lists_are_left_out(
    file: Database, youzan: Youzan, streams: ShopStreams
) -> None:
    """The same trade of the list and alone, both without a word of refunds and deliveries."""
    await file.write(save_orders, YZ.shop_id, [told(1, refunding=True, refunded_fen=None)], 1)

    def row(alone: bool) -> Order:
        info = {"tid": "E001", "status": "WAIT_BUYER_CONFIRM_GOODS", "refund_state": 0}
        info |= {"consign_time": "2026-09-22 10:00:00", "update_time": "2026-09-22 11:00:00"}
        told_row = {"full_order_info": {"order_info": info, "orders": []}}
        return mapping.order(msgspec.convert(told_row, wire.TradeRow, strict=False), alone=alone)

    await file.write(save_orders, YZ.shop_id, [row(alone=False)], 2)
    order = await known(file, 1)
    assert (order.refunding, order.parcels) == (True, (SF,)), "a list cannot say that there is none"
    youzan.books["E001"] = row(alone=True)
    assert await streams.tell("orders") == 1
    order = await known(file, 1)
    assert (order.refunding, order.refunded_fen, order.parcels) == (False, 0, ())
    for one in (row(alone=False), row(alone=True), row(alone=False)):
        assert (await file.write(save_orders, YZ.shop_id, [one], 3)).written == 0
    assert await streams.tell("orders") == 0


async def test_a_list_is_believed_in_the_one_thing_it_prints(file: Database, youzan: Youzan) -> None:
    await file.write(save_orders, YZ.shop_id, [told(1, refunding=True, refunded_fen=1_000)], 1)
    bare = told(1, parcels=(), refunded_fen=None, whole=False, updated_at=1_789_999_000_000)
    await file.write(save_orders, YZ.shop_id, [replace(bare, told=("refunds",))], 2)
    order = await known(file, 1)
    assert (order.refunding, order.parcels) == (False, (SF,))
    await file.write(save_orders, YZ.shop_id, [replace(bare, told=("parcels",))], 2)
    order = await known(file, 1)
    assert (order.refunded_fen, order.parcels) == (1_000, ())


async def test_what_is_refunding_and_what_has_just_moved_is_asked_for_before_the_backlog(
    file: Database, youzan: Youzan, streams: ShopStreams
) -> None:
    backlog = [told(number) for number in range(1, 3 * AT_A_TIME)]
    flagged = told(900, OrderStatus.TO_SHIP, parcels=(), refunding=True, shipped_at=None, updated_at=1_700_000_000_000)
    partly = told(901, OrderStatus.TO_SHIP, parcels=(), refunded_fen=900, shipped_at=None, updated_at=1_700_000_000_000)
    moved = told(902, updated_at=1_789_999_000_000)
    youzan.books = {one.order_no: one for one in (*backlog, flagged, partly, moved)}
    await file.write(save_orders, YZ.shop_id, [one for one in youzan.list() if one.order_no < "E900"], 1)
    late = [replace(one, refunding=one.order_no == "E900") for one in youzan.list() if one.order_no >= "E900"]
    await file.write(save_orders, YZ.shop_id, late, 2)
    assert await streams.tell("orders") == AT_A_TIME
    assert youzan.asked[:3] == ["E900", "E901", "E902"]
    assert len(youzan.asked) == AT_A_TIME, "the backlog has what is left"


async def test_a_steady_reading_asks(file: Database, youzan: Youzan, clock: Any, hub: Any, until: Any) -> None:
    youzan.books["E001"] = told(1)
    engine = Engine(file, clock, hub)
    engine.bind(YZ, youzan)
    engine.start()
    await until(lambda: youzan.asked == ["E001"])
    await engine.stop()
