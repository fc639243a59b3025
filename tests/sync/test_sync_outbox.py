"""The worker against a platform that loses calls: what ends where, and what is never sent."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from outbox_platform import Clock, FakeGateway, FakePlatform

from console.core.changes import Changes
from console.core.clock import DAY, HOUR, SECOND
from console.core.commands import Command, EditItem, FieldChange, SetPrice, SetShelf, SetStock
from console.core.errors import Busy, FileTrouble, Offline, Refused, SignInNeeded
from console.core.model import AuditState, Platform, Shop
from console.core.permissions import Switch
from console.store import outbox as books
from console.store.database import Database
from console.store.items import skus_of
from console.store.outbox_rows import Intent
from console.store.outbox_view import counts, group, history, intent
from console.store.permissions import put_read_only, put_switch
from console.store.shops import put_shop
from console.sync.hub import Hub
from console.sync.outbox import Outbox

NOW = 1_790_000_000_000
SHOP = "kuaishou:1"


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def platform(clock: Clock) -> FakePlatform:
    return FakePlatform(clock)


@pytest.fixture
def gateway(platform: FakePlatform) -> FakeGateway:
    return FakeGateway(platform)


@pytest.fixture
async def database(tmp_path: Path, clock: Clock) -> AsyncIterator[Database]:
    file = Database.open(tmp_path / "console.db", clock)
    await file.write(put_shop, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="暖屋"))
    yield file
    file.close()


@pytest.fixture
def worker(database: Database, clock: Clock, gateway: FakeGateway) -> Outbox:
    made = Outbox(database, clock, Hub())
    made.bind(SHOP, gateway)
    return made


def stock(target: int, seen: int | None = 10, item: str = "i0") -> SetStock:
    return SetStock(shop_id=SHOP, item_id=item, sku_id=f"s{item}", target=target, seen=seen)


def price(fen: int, seen: int | None = 1_000, item: str = "i0") -> SetPrice:
    return SetPrice(shop_id=SHOP, item_id=item, sku_id=f"s{item}", price_fen=fen, seen_fen=seen)


def title(text: str, item: str = "i0") -> EditItem:
    return EditItem(shop_id=SHOP, item_id=item, changes=(FieldChange(field="title", to=text, seen="商品"),))


async def row_of(database: Database, row_id: int) -> Intent:
    row = await database.read(intent, row_id)
    assert row is not None
    return row


async def outcome(database: Database, row_id: int) -> tuple[str, str]:
    row = await row_of(database, row_id)
    return row.state, row.code


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


async def test_what_was_sent_cannot_be_undone(worker: Outbox) -> None:
    row_id = await worker.submit(stock(7), 0)
    await worker.drain()
    with pytest.raises(Refused, match=r"outbox.too_late"):
        await worker.undo(row_id)
    with pytest.raises(Refused, match=r"outbox.not_found"):
        await worker.undo(row_id + 1)


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


async def test_what_is_so_already_is_done_without_a_call(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway
) -> None:
    row_id = await worker.submit(price(1_000, seen=900))
    await worker.drain()
    assert await outcome(database, row_id) == ("done", "")
    assert gateway.executed == []


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


@pytest.mark.parametrize(
    ("trouble", "pause_s"),
    [
        (Offline("net.dns"), 5),
        (Busy("net.busy", wait_s=90), 90),
        (SignInNeeded("kuaishou.24"), 600),
    ],
)
async def test_what_cannot_be_read_before_sending_waits(
    worker: Outbox,
    database: Database,
    gateway: FakeGateway,
    clock: Clock,
    trouble: Any,
    pause_s: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def listing(item_id: str) -> None:
        raise trouble

    monkeypatch.setattr(gateway, "listing", listing)
    row_id = await worker.submit(stock(7), 0)
    await worker.drain(patience_s=0)
    row = await row_of(database, row_id)
    assert (row.state, row.kind, row.code) == ("waiting", trouble.kind, trouble.code)
    assert row.not_before_at >= clock.now + pause_s * 1000 - SECOND
    assert row.undoable


async def test_signing_in_lets_go_what_waited_for_it(
    worker: Outbox, database: Database, platform: FakePlatform, gateway: FakeGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def listing(item_id: str) -> None:
        raise SignInNeeded("kuaishou.24")

    with monkeypatch.context() as patched:
        patched.setattr(gateway, "listing", listing)
        row_id = await worker.submit(stock(7), 0)
        await worker.drain(patience_s=0)
        await worker.unbind(SHOP)
    worker.bind(SHOP, gateway)
    await worker.drain(patience_s=0)
    assert platform.accepted == [row_id]


async def test_a_shop_that_may_not_be_written_refuses_at_once_and_also_later(
    worker: Outbox, database: Database, gateway: FakeGateway
) -> None:
    row_id = await worker.submit(stock(7))
    await database.write(put_read_only, SHOP, True, NOW)
    with pytest.raises(Refused, match=r"tier.read_only"):
        await worker.submit(stock(7))
    await worker.drain()
    assert await outcome(database, row_id) == ("needs_you", "tier.read_only")
    await database.write(put_read_only, SHOP, False, NOW)
    await database.write(put_switch, SHOP, Switch.PRODUCTS, False, NOW)
    with pytest.raises(Refused, match=r"tier.switch_products"):
        await worker.submit(price(900))
    assert gateway.executed == []


async def test_paused_holds_back_what_was_not_sent(worker: Outbox, platform: FakePlatform) -> None:
    row_id = await worker.submit(stock(7), 0)
    await worker.pause(True)
    await worker.drain()
    assert platform.accepted == []
    await worker.pause(False)
    await worker.drain()
    assert platform.accepted == [row_id]


async def test_groups_counts_and_history(worker: Outbox, database: Database, gateway: FakeGateway) -> None:
    gateway.fates = ["refused"]
    refused = await worker.submit(price(1_100), 0)
    await worker.drain()
    done = await worker.submit(stock(7), 0)
    await worker.drain()
    taken_back = await worker.submit(stock(3, seen=7))
    await worker.undo(taken_back)
    queued = await worker.submit(price(800, item="i1"))
    told = await database.read(counts, NOW)
    assert (told.needs_you, told.waiting, told.done_today, told.undone, told.under_way) == (1, 1, 1, 1, 2)
    assert [row.id for row in await database.read(group, "needs_you")] == [refused]
    assert [row.id for row in await database.read(group, "waiting")] == [queued]
    assert [row.id for row in await database.read(history, stock(1).key)] == [refused, done, taken_back]
    assert await worker.undo_all() == 1


async def test_it_works_while_started_and_tells_what_changed(
    database: Database, clock: Clock, gateway: FakeGateway, platform: FakePlatform, until: Any
) -> None:
    hub, heard = Hub(), list[Changes]()
    hub.subscribe(heard.append)
    worker = Outbox(database, clock, hub)
    worker.start()
    worker.bind(SHOP, gateway)
    row_id = await worker.submit(stock(7), 0)
    await until(lambda: platform.accepted == [row_id])
    await until(lambda: any("items" in changes.kinds for changes in heard))
    assert any("outbox" in changes.kinds for changes in heard)
    await worker.stop()
    assert (await row_of(database, row_id)).state == "done"


async def test_stopped_in_the_middle_of_a_call_it_goes_on_by_reading_back(
    database: Database, clock: Clock, gateway: FakeGateway, platform: FakePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = asyncio.Event()

    async def never(command: Command, attempt: Any) -> None:
        platform.take(command, attempt)
        begun.set()
        await asyncio.Event().wait()

    worker = Outbox(database, clock, Hub())
    worker.bind(SHOP, gateway)
    with monkeypatch.context() as patched:
        patched.setattr(gateway, "execute", never)
        worker.start()
        row_id = await worker.submit(stock(7), 0)
        await begun.wait()
        await worker.stop()
    assert (await row_of(database, row_id)).state == "sending"
    again = Outbox(database, clock, Hub())
    again.bind(SHOP, gateway)
    await again.drain(1_000)
    assert platform.accepted == [row_id]
    assert await outcome(database, row_id) == ("done", "")


async def test_a_fault_of_ours_leaves_the_row_unsure_and_the_rest_at_work(
    worker: Outbox,
    database: Database,
    gateway: FakeGateway,
    platform: FakePlatform,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: told.append(context))

    async def broken(command: Command, attempt: Any) -> None:
        platform.take(command, attempt)
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(gateway, "execute", broken)
        row_id = await worker.submit(stock(7), 0)
        await worker.drain(patience_s=0)
    assert [type(context["exception"]) for context in told] == [ZeroDivisionError]
    await worker.drain(1_000)
    assert await outcome(database, row_id) == ("done", "")
    assert platform.accepted == [row_id]


async def test_a_file_that_cannot_be_used_for_a_while_is_asked_again(
    database: Database,
    clock: Clock,
    gateway: FakeGateway,
    platform: FakePlatform,
    until: Any,
    expected_logs: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected_logs.append("the outbox rests: file.locked")
    real, left = database.read, [1, 2]

    async def read(fn: Any, *args: Any, **kwargs: Any) -> Any:
        if left:
            left.pop()
            raise FileTrouble("file.locked", "console.db")
        return await real(fn, *args, **kwargs)

    worker = Outbox(database, clock, Hub())
    worker.bind(SHOP, gateway)
    row_id = await worker.submit(stock(7), 0)
    monkeypatch.setattr(database, "read", read)
    worker.start()
    with pytest.raises(RuntimeError, match="at work already"):
        await worker.drain()
    await until(lambda: platform.accepted == [row_id])
    await worker.stop()


async def test_five_hundred_commands_in_one_go(database: Database, clock: Clock, until: Any) -> None:
    platform = FakePlatform(clock, items=500)
    worker = Outbox(database, clock, Hub(), at_once=4)
    worker.bind(SHOP, FakeGateway(platform))
    for number in range(500):
        await database.write(books.add, price(900, item=f"i{number}"), clock.now, undo_ms=0)
    await worker.drain()
    assert sorted(platform.accepted) == list(range(1, 501))
    assert set(platform.price.values()) == {900}
