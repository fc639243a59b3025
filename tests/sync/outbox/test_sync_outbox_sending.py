"""What is sent, when, in which order, and what is never sent."""

from typing import Any

import pytest
from outbox_acts import NOW, SHOP, outcome, price, row_of, stock
from outbox_platform import Clock, FakeGateway, FakePlatform

from console.core.clock import DAY, SECOND
from console.core.commands import SetStock
from console.core.errors import Offline, Refused
from console.store.database import Database
from console.store.items import skus_of
from console.store.outbox_view import counts
from console.sync.outbox import Outbox


async def test_what_was_accepted_is_read_back_and_kept_where_the_truth_is(
    worker: Outbox, database: Database, platform: FakePlatform, clock: Clock
) -> None:
    row_id = await worker.submit(stock(7))
    await worker.drain()
    assert clock.now >= NOW + 10 * SECOND
    assert platform.stock["i0"] == 7
    assert platform.accepted == [row_id]
    row = await row_of(database, row_id)
    assert (row.state, row.attempts) == ("done", 1)
    assert row.call is not None
    assert (row.call.attempt.before, row.call.attempt.delta, row.call.outcome) == (10, -3, "accepted")
    assert [sku.stock for sku in await database.read(skus_of, SHOP, "i0")] == [7]


async def test_nothing_is_sent_before_its_time_and_what_is_undone_never_is(
    worker: Outbox, database: Database, gateway: FakeGateway
) -> None:
    row_id = await worker.submit(stock(7))
    await worker.drain(patience_s=9)
    assert gateway.executed == []
    await worker.undo(row_id)
    await worker.drain()
    assert gateway.executed == []
    assert await outcome(database, row_id) == ("undone", "")
    with pytest.raises(Refused, match=r"outbox.too_late"):
        await worker.undo(row_id)


async def test_what_was_given_by_a_clock_far_ahead_is_sent_once_the_clock_is_right(
    worker: Outbox, database: Database, platform: FakePlatform, clock: Clock
) -> None:
    right, clock.now = clock.now, clock.now + 40 * DAY
    row_id = await worker.submit(stock(7))
    clock.now = right
    await worker.drain()
    assert await outcome(database, row_id) == ("done", "")
    assert clock.now < right + DAY


async def test_what_was_sent_cannot_be_undone(worker: Outbox) -> None:
    row_id = await worker.submit(stock(7), 0)
    await worker.drain()
    with pytest.raises(Refused, match=r"outbox.too_late"):
        await worker.undo(row_id)
    with pytest.raises(Refused, match=r"outbox.not_found"):
        await worker.undo(row_id + 1)


async def test_sales_between_seeing_and_sending_stay_sold(
    worker: Outbox, database: Database, platform: FakePlatform
) -> None:
    row_id = await worker.submit(stock(30))
    platform.sell("i0", 4)
    await worker.drain()
    assert platform.stock["i0"] == 26
    assert await outcome(database, row_id) == ("done", "")


async def test_a_stock_that_somebody_filled_up_is_asked_about(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    row_id = await worker.submit(stock(30))
    platform.stock["i0"] = 40
    await worker.drain()
    assert await outcome(database, row_id) == ("needs_you", "outbox.moved")
    assert gateway.executed == []
    await worker.drop(row_id)
    assert await outcome(database, row_id) == ("undone", "outbox.dropped")


async def test_a_stock_never_falls_below_zero(worker: Outbox, database: Database, platform: FakePlatform) -> None:
    row_id = await worker.submit(stock(2))
    platform.sell("i0", 5)
    await worker.drain()
    assert await outcome(database, row_id) == ("needs_you", "outbox.negative")
    assert platform.stock["i0"] == 5


async def test_a_newer_figure_takes_the_place_of_an_unsent_one(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    first = await worker.submit(stock(7))
    second = await worker.submit(stock(5))
    await worker.drain()
    assert await outcome(database, first) == ("undone", "outbox.superseded")
    assert platform.accepted == [second]
    assert platform.stock["i0"] == 5
    assert len(gateway.executed) == 1


async def test_a_newer_figure_reckons_with_one_that_is_on_its_way(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    gateway.fates = ["lost_after"]
    first = await worker.submit(stock(7), 0)
    await worker.drain(patience_s=0.5)
    assert (await row_of(database, first)).state == "unsure"
    second = await worker.submit(stock(5), 0)  # the window still shows ten
    await worker.drain(1_000)
    assert platform.accepted == [first, second]
    assert platform.stock["i0"] == 5


async def test_a_newer_figure_may_stand_on_one_that_was_never_sent(
    worker: Outbox, database: Database, platform: FakePlatform
) -> None:
    await worker.submit(stock(7))
    second = await worker.submit(stock(5, seen=7))  # the window showed what was wanted
    await worker.drain()
    assert platform.stock["i0"] == 5
    assert await outcome(database, second) == ("done", "")


async def test_an_older_one_that_is_tried_again_waits_for_what_is_on_its_way(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    gateway.fates = ["refused", "lost_after"]
    refused = await worker.submit(price(1_100), 0)
    lost = await worker.submit(stock(7), 0)
    await worker.drain(patience_s=0.5)
    assert [(await row_of(database, one)).state for one in (refused, lost)] == ["needs_you", "unsure"]
    await worker.retry(refused)
    await worker.drain(1_000)
    assert platform.accepted == [lost, refused]
    assert [(await row_of(database, one)).state for one in (refused, lost)] == ["done", "done"]


@pytest.mark.parametrize("found", ["as wanted", "moved", "unreadable"])
async def test_what_is_taken_back_while_it_is_being_prepared_stays_so(
    worker: Outbox,
    database: Database,
    platform: FakePlatform,
    gateway: FakeGateway,
    found: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row_id = await worker.submit(stock(7), 0)
    platform.stock["i0"] = {"as wanted": 7, "moved": 30, "unreadable": 10}[found]

    async def listing(item_id: str) -> Any:
        await worker.undo(row_id)
        if found == "unreadable":
            raise Offline("net.timeout")
        return platform.listing(item_id)

    monkeypatch.setattr(gateway, "listing", listing)
    await worker.drain()
    assert await outcome(database, row_id) == ("undone", "")
    assert gateway.executed == []


async def test_a_figure_seen_before_a_change_that_is_done_is_not_taken(worker: Outbox, platform: FakePlatform) -> None:
    await worker.submit(stock(7), 0)
    await worker.drain()
    stale = SetStock(shop_id=SHOP, item_id="i0", sku_id="si0", target=5, seen=10, seen_at=NOW)
    with pytest.raises(Refused, match=r"outbox.moved"):
        await worker.submit(stale)


async def test_the_order_within_an_object_is_kept_and_others_go_on(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    gateway.fates = ["throttled"]
    first = await worker.submit(price(1_100), 0)
    second = await worker.submit(stock(7), 0)
    other = await worker.submit(price(900, item="i1"), 0)
    await worker.drain(1_000)
    assert platform.accepted.index(first) < platform.accepted.index(second)
    assert other in platform.accepted
    assert (await row_of(database, first)).attempts == 2


async def test_what_is_so_already_is_done_without_a_call(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    row_id = await worker.submit(price(1_000, seen=900))
    await worker.drain()
    assert await outcome(database, row_id) == ("done", "")
    assert gateway.executed == []


async def test_a_refusal_is_told_in_the_platforms_words_and_tried_again_only_by_hand(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    gateway.fates = ["refused"]
    row_id = await worker.submit(stock(7), 0)
    await worker.drain(1_000)
    assert await outcome(database, row_id) == ("needs_you", "kuaishou.21")
    assert (await database.read(counts, NOW)).needs_you == 1
    await worker.retry(row_id)
    await worker.drain(1_000)
    assert platform.accepted == [row_id]
    assert await outcome(database, row_id) == ("done", "")


async def test_an_item_that_is_gone_is_told(worker: Outbox, database: Database, gateway: FakeGateway) -> None:
    row_id = await worker.submit(stock(7, item="i9"), 0)
    await worker.drain()
    assert await outcome(database, row_id) == ("needs_you", "outbox.gone")
    assert gateway.executed == []
