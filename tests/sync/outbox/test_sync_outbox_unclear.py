"""Calls that were lost, and changes that show up late or not at all: what ends where."""

import pytest
from msgspec import structs
from outbox_acts import NOW, SHOP, outcome, price, row_of, stock, title
from outbox_platform import Clock, FakeGateway, FakePlatform

from console.core.clock import DAY, HOUR, SECOND
from console.core.commands import Command, SetShelf
from console.core.errors import Refused
from console.core.model import AuditState
from console.core.permissions import Switch
from console.store.database import Database
from console.store.permissions import put_switch
from console.sync.outbox import Outbox


@pytest.mark.parametrize("fate", ["lost_after", "bad_gateway", "late"])
@pytest.mark.parametrize("sold", [0, 1, 3])
async def test_a_call_that_arrived_unanswered_is_found_and_not_repeated(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway, fate: str, sold: int
) -> None:
    gateway.fates = [fate]
    row_id = await worker.submit(stock(7), 0)
    gateway.meanwhile = [lambda: None, lambda: None, lambda: None]
    await worker.drain(patience_s=0.5)
    platform.clock.tick(3 * SECOND)
    if sold:
        platform.sell("i0", sold)
    await worker.drain(1_000)
    assert platform.stock["i0"] == 7 - sold
    assert platform.accepted == [row_id]
    assert await outcome(database, row_id) == ("done", "")


@pytest.mark.parametrize("sold", [0, 1, 3])
async def test_a_call_that_was_lost_is_sent_again_once_that_is_certain(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway, sold: int
) -> None:
    """With three sold the stock reads as if the call had arrived; the orders tell."""
    gateway.fates = ["lost_before"]
    row_id = await worker.submit(stock(5, seen=10), 0)
    await worker.drain(patience_s=0.5)
    platform.clock.tick(3 * SECOND)
    if sold:
        platform.sell("i0", sold)
    sent_at = platform.clock.now
    await worker.drain(1_000)
    assert platform.accepted == [row_id]
    assert platform.stock["i0"] == 5 - sold
    assert platform.clock.now >= sent_at + 25 * SECOND
    row = await row_of(database, row_id)
    assert (row.state, row.attempts) == ("done", 2)


async def test_without_orders_a_stock_that_fits_both_is_left_to_a_person(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway, clock: Clock
) -> None:
    await database.write(put_switch, SHOP, Switch.ORDERS, False, NOW)
    gateway.fates = ["lost_after"]
    row_id = await worker.submit(stock(7), 0)
    await worker.drain(10_000)
    assert await outcome(database, row_id) == ("needs_you", "outbox.unclear")
    assert platform.accepted == [row_id]
    row = await row_of(database, row_id)
    assert row.detail == "10 -3 → 7"
    await worker.retry(row_id)  # a person who insists has it read once more, never sent
    await worker.drain(10_000)
    assert platform.accepted == [row_id]
    await database.write(put_switch, SHOP, Switch.ORDERS, True, NOW)
    await worker.retry(row_id)
    await worker.drain(10_000)
    assert await outcome(database, row_id) == ("done", "")
    assert platform.accepted == [row_id]


@pytest.mark.parametrize("orders", [True, False])
@pytest.mark.parametrize("fate", ["lost_after", "late"])
async def test_what_is_sold_out_is_done_whoever_took_the_last_piece(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway, fate: str, orders: bool
) -> None:
    """Nothing is said as an absolute number: three that were sold while the call was on its way are in no sum of it."""
    await database.write(put_switch, SHOP, Switch.ORDERS, orders, NOW)
    platform.relative = False
    gateway.fates = [fate]

    def sell() -> None:
        platform.clock.tick(10 * SECOND)
        platform.sell("i0", 3)
        platform.clock.tick(10 * SECOND)

    gateway.meanwhile = [lambda: None, sell]
    row_id = await worker.submit(stock(0), 0)
    await worker.drain(10_000)
    assert await outcome(database, row_id) == ("done", "")
    assert (platform.stock["i0"], platform.accepted) == (0, [row_id])


async def test_what_is_sold_out_by_sales_is_not_done_while_the_call_may_still_arrive(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    """Else it would take what the next command brings."""
    await database.write(put_switch, SHOP, Switch.ORDERS, False, NOW)
    platform.relative = False
    gateway.fates = ["late"]
    gateway.order_windows = structs.replace(gateway.order_windows, lag_ms=0)
    gateway.meanwhile = [lambda: None, lambda: platform.sell("i0", 10)]
    first = await worker.submit(stock(0), 0)
    await worker.drain(patience_s=0.5)
    assert platform.stock["i0"] == 0
    assert (await row_of(database, first)).state == "unsure"
    again = await worker.submit(stock(5, seen=0), 0)
    await worker.drain(10_000)
    platform.clock.tick(60 * SECOND)
    assert await outcome(database, again) == ("done", "")
    assert platform.stock["i0"] == 5


async def test_a_return_that_hides_a_change_is_left_to_a_person(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    """Ten, three taken away, three given back: ten. The closed order says that this may have been so."""
    platform.sell("i0", 3)
    platform.clock.tick(60 * SECOND)
    gateway.fates = ["lost_after"]
    row_id = await worker.submit(stock(4, seen=7), 0)
    await worker.drain(patience_s=0.5)
    platform.clock.tick(5 * SECOND)
    platform.give_back("o0")
    await worker.drain(10_000)
    assert await outcome(database, row_id) == ("needs_you", "outbox.unclear")
    assert platform.accepted == [row_id]


async def test_an_unclear_one_is_not_judged_by_what_came_after_it(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    await database.write(put_switch, SHOP, Switch.ORDERS, False, NOW)
    gateway.fates = ["lost_before"]
    unclear = await worker.submit(stock(7), 0)
    platform.sell("i0", 4)
    gateway.meanwhile = [lambda: None, lambda: None, lambda: platform.sell("i0", 3)]
    await worker.drain(10_000)
    assert await outcome(database, unclear) == ("needs_you", "outbox.unclear")
    await worker.submit(stock(9, seen=3), 0)
    await worker.drain(10_000)
    assert platform.stock["i0"] == 9
    with pytest.raises(Refused, match=r"outbox.overtaken"):
        await worker.retry(unclear)
    await worker.drop(unclear)
    assert await outcome(database, unclear) == ("undone", "outbox.dropped")


@pytest.mark.parametrize(
    ("command", "fate"),
    [
        (price(1_100), "lost_after"),
        (price(1_100), "lost_before"),
        (SetShelf(shop_id=SHOP, item_id="i0", on=False), "lost_after"),
        (SetShelf(shop_id=SHOP, item_id="i0", on=False), "late"),
    ],
)
async def test_prices_and_shelves_are_found_or_sent_again(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway, command: Command, fate: str
) -> None:
    gateway.fates = [fate]
    row_id = await worker.submit(command, 0)
    await worker.drain(1_000)
    assert platform.accepted == [row_id]
    assert command.is_satisfied_by(platform.listing("i0"))
    assert await outcome(database, row_id) == ("done", "")


async def test_a_price_that_is_neither_what_was_seen_nor_what_was_wanted_is_asked_about(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    gateway.fates = ["lost_before"]
    row_id = await worker.submit(price(1_100), 0)
    await worker.drain(patience_s=0.5)
    platform.price["i0"] = 1_234
    await worker.drain(1_000)
    assert await outcome(database, row_id) == ("needs_you", "outbox.moved")
    assert platform.accepted == []


async def test_a_review_is_awaited_without_holding_up_the_rest(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway, clock: Clock
) -> None:
    gateway.reviewed, platform.review_ms = True, 2 * HOUR
    renamed = await worker.submit(title("新名字"), 0)
    restocked = await worker.submit(stock(7), 0)
    await worker.drain(60)
    assert await outcome(database, renamed) == ("waiting", "outbox.review")
    assert (await row_of(database, restocked)).state == "done"
    with pytest.raises(Refused, match=r"outbox.too_late"):
        await worker.undo(renamed)
    await worker.drain(3 * 3_600)
    assert await outcome(database, renamed) == ("done", "")
    assert platform.accepted == [renamed, restocked]


async def test_a_review_that_says_no_is_told_with_its_reason(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    gateway.reviewed, platform.review_ms = True, 9 * DAY
    row_id = await worker.submit(title("新名字"), 0)
    await worker.drain(30)
    platform.audit["i0"] = AuditState.REFUSED
    await worker.drain(3_600)
    row = await row_of(database, row_id)
    assert (row.state, row.code, row.detail) == ("needs_you", "outbox.review_refused", "主图不清晰")
    platform.clock.later.clear()


async def test_a_title_that_may_be_under_review_is_not_sent_again(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    gateway.reviewed, platform.review_ms, gateway.fates = True, 9 * DAY, ["lost_after"]
    row_id = await worker.submit(title("新名字"), 0)
    await worker.drain(10_000)
    assert await outcome(database, row_id) == ("needs_you", "outbox.unclear")
    assert platform.accepted == [row_id]
    platform.clock.later.clear()


async def test_an_accepted_change_without_effect_is_told(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    row_id = await worker.submit(stock(7), 0)
    gateway.meanwhile = [lambda: None, lambda: None, lambda: platform.stock.update(i0=10)]  # before it is read back
    await worker.drain(1_000)
    assert await outcome(database, row_id) == ("needs_you", "outbox.no_effect")
    await worker.retry(row_id)
    await worker.drain(1_000)
    assert platform.accepted == [row_id]
