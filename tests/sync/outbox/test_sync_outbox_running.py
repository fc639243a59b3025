"""The worker as it runs: waiting, paused, stopped, without its file, with much to do."""

import asyncio
from itertools import pairwise
from typing import Any

import pytest
from outbox_acts import NOW, SHOP, outcome, price, row_of, stock
from outbox_platform import Clock, FakeGateway, FakePlatform
from sqlalchemy import Connection

from console.core.changes import Changes
from console.core.clock import SECOND
from console.core.commands import Command
from console.core.errors import Busy, FileTrouble, Offline, Refused, SignInNeeded
from console.core.permissions import Switch
from console.store import outbox as books
from console.store import outbox_work
from console.store.database import Database
from console.store.outbox_view import counts, group, history
from console.store.permissions import put_read_only, put_switch
from console.sync.hub import Hub
from console.sync.outbox import Outbox


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


async def test_on_a_full_disk_it_rests_instead_of_asking_the_platform_again_and_again(
    worker: Outbox,
    database: Database,
    clock: Clock,
    gateway: FakeGateway,
    platform: FakePlatform,
    until: Any,
    expected_logs: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected_logs.append("the outbox rests: disk.full")
    real_write, real_listing, asked = database.write, gateway.listing, list[int]()

    async def write(fn: Any, *args: Any, **kwargs: Any) -> Any:  # a transaction that writes nothing succeeds
        if fn is outbox_work.begin:
            raise FileTrouble("disk.full", "console.db")
        return await real_write(fn, *args, **kwargs)

    async def listing(item_id: str) -> Any:
        asked.append(clock.now)
        return await real_listing(item_id)

    monkeypatch.setattr(gateway, "listing", listing)
    rows = [await worker.submit(stock(7, item=item), 0) for item in ("i0", "i1")]
    with monkeypatch.context() as full:
        full.setattr(database, "write", write)
        worker.start()
        await until(lambda: len(asked) >= 8)
    assert asked[-1] - asked[0] >= (15 + 30) * SECOND, asked
    await until(lambda: sorted(platform.accepted) == rows)
    await worker.stop()


async def test_a_row_that_we_fail_at_waits_longer_each_time_and_says_so(
    worker: Outbox,
    database: Database,
    clock: Clock,
    gateway: FakeGateway,
    platform: FakePlatform,
    until: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: told.append(context))
    real, asked = gateway.listing, list[int]()

    async def listing(item_id: str) -> Any:
        if item_id == "i0":
            asked.append(clock.now)
            raise ZeroDivisionError
        return await real(item_id)

    with monkeypatch.context() as broken:
        broken.setattr(gateway, "listing", listing)
        row_id = await worker.submit(stock(7), 0)
        await worker.submit(stock(7, item="i1"), 0)
        worker.start()
        await until(lambda: len(asked) >= 4)  # its clock leaps: a fifth may have come by now
        await worker.stop()
    pauses = [(later - earlier) // SECOND for earlier, later in pairwise(asked[:4])]
    assert [pause // 15 for pause in pauses] == [1, 2, 4], pauses
    assert len(told) == 1
    assert platform.accepted == [row_id + 1], "the others go on"
    row = await row_of(database, row_id)
    assert (row.state, row.code, row.detail) == ("waiting", "outbox.fault", "ZeroDivisionError")
    await worker.retry(row_id)
    await worker.drain(1_000)
    assert await outcome(database, row_id) == ("done", "")


async def test_five_hundred_commands_in_one_go(database: Database, clock: Clock, until: Any) -> None:
    platform = FakePlatform(clock, items=500)
    worker = Outbox(database, clock, Hub(), at_once=4)
    worker.bind(SHOP, FakeGateway(platform))
    for number in range(500):
        await database.write(books.add, price(900, item=f"i{number}"), clock.now, undo_ms=0)
    await worker.drain()
    assert sorted(platform.accepted) == list(range(1, 501))
    assert set(platform.price.values()) == {900}


async def test_a_command_of_another_version_waits_for_it_and_holds_up_nothing(
    worker: Outbox, database: Database, platform: FakePlatform
) -> None:
    strange = await worker.submit(price(900, item="i1"), 0)

    def spoil(conn: Connection) -> None:
        conn.exec_driver_sql('UPDATE outbox SET command = \'{"type":"weigh"}\' WHERE id = ?', (strange,))

    await database.write(spoil)
    row_id = await worker.submit(price(900), 0)
    await worker.drain()
    assert await outcome(database, row_id) == ("done", "")
    assert [row.id for row in await database.read(group, "done")] == [row_id]
    assert await database.read(group, "waiting") == []
    assert (await database.read(counts, NOW)).waiting == 1, "it is in the file still, and counted"
