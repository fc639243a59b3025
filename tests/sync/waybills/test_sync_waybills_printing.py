"""Labels come out once and in order, whatever jams, dies or is refunded meanwhile."""

import asyncio
from typing import Any

import pytest
from msgspec.structs import replace
from outbox_platform import Clock
from sync_waybills import NOW, number, spooler, taken
from waybill_world import SHOP, ZTO, FakePrinter, Numbers, order, take

from console.core.changes import Changes
from console.core.clock import MINUTE
from console.core.commands_waybills import VoidWaybill
from console.core.errors import FileTrouble, Refused
from console.core.model import AfterSale, AfterSaleKind, AfterSaleStatus
from console.core.printing import PrinterTrouble
from console.reference import carriers
from console.rules.ship_plan import plan_ship
from console.rules.ship_rows import read_text
from console.store import waybill_prints, waybills
from console.store.aftersales import save_after_sales
from console.store.database import Database
from console.store.orders import save_orders
from console.store.ship_view import sales
from console.sync.hub import Hub
from console.sync.outbox import Outbox
from console.sync.printing import Spooler


async def test_a_jam_at_37_of_100_then_each_comes_out_once_in_order(
    database: Database, outbox: Outbox, clock: Clock
) -> None:
    ids = await taken(database, outbox, 100)
    printer = FakePrinter(jams=37)
    printing = spooler(database, clock, printer)
    assert await printing.print(ids, "p") == 100
    assert await printing.work() == 36
    stopped = await database.read(waybill_prints.stopped)
    assert stopped is not None
    assert (stopped.code, stopped.detail) == ("print.refused", "out of paper")
    assert await printing.work() == 0, "nothing moves before a person lets it"

    clock.tick(10 * MINUTE)  # asleep
    printing = spooler(database, clock, printer)  # and started anew
    await database.write(waybill_prints.recover, clock.now)
    await printing.resume()
    assert await printing.work() == 64
    listed = [one.waybill_no for one in [await number(database, one) for one in ids]]
    assert printer.numbers == listed
    assert {slip.copy for slip in printer.out} == {0}

    await printing.print([ids[11]], "p")
    assert await printing.work() == 1
    assert (printer.out[-1].waybill_no, printer.out[-1].copy) == (listed[11], 1), "marked as a reprint"
    tally = await database.read(waybills.waybill_counts, NOW, NOW + 60 * MINUTE)
    assert (tally.taken, tally.printed, tally.reprints, tally.waiting) == (100, 100, 1, 0)
    assert tally.adds_up


async def test_what_may_have_come_out_waits_for_a_person(database: Database, outbox: Outbox, clock: Clock) -> None:
    ids = await taken(database, outbox, 3)
    printer = FakePrinter(jams=2, sure=False)
    printing = spooler(database, clock, printer)
    await printing.print(ids, "p")
    await printing.work()
    await printing.resume()
    await printing.work()
    assert len(printer.out) == 2, "the second is not printed by itself"
    rows = await database.read(waybill_prints.queue)
    assert [(row.waybill_id, row.state) for row in rows] == [(ids[1], "unclear")]
    await printing.settle(rows[0].id, True)
    assert (await number(database, ids[1])).printed == 1
    with pytest.raises(Refused, match="not_unclear"):
        await printing.settle(rows[0].id, True)


async def test_a_label_at_the_printer_when_the_program_died_is_unclear(
    database: Database, outbox: Outbox, clock: Clock
) -> None:
    ids = await taken(database, outbox, 2)
    await database.write(waybill_prints.ask, ids, "p", clock.now)
    job = (await database.write(waybill_prints.begin, clock.now)).job
    assert job is not None
    assert await database.write(waybill_prints.recover, clock.now) == 1
    assert [row.state for row in await database.read(waybill_prints.queue)] == ["unclear", "queued"]
    stopped = await database.read(waybill_prints.stopped)
    assert stopped is not None
    assert stopped.code == "print.left"
    await database.write(waybill_prints.settle, job.id, False, clock.now)
    await database.write(waybill_prints.resume, clock.now)
    printer = FakePrinter()
    assert await spooler(database, clock, printer).work() == 2
    assert [slip.copy for slip in printer.out] == [0, 0]


async def test_a_refund_between_taking_and_printing_holds_the_label_back(
    database: Database, outbox: Outbox, clock: Clock
) -> None:
    ids = await taken(database, outbox, 3)
    asked = AfterSale(
        after_sale_no="9",
        order_no=order(1).order_no,
        kind=AfterSaleKind.REFUND_ONLY,
        status=AfterSaleStatus.WAIT_SELLER,
        amount_fen=9_900,
        reason="不想要了",
        created_at=NOW,
        updated_at=NOW,
    )
    printer = FakePrinter()
    printing = spooler(database, clock, printer)
    await printing.print(ids, "p")
    await database.write(save_after_sales, SHOP, [asked], clock.now)
    assert await printing.work() == 2
    row = (await database.read(waybill_prints.queue))[0]
    assert (row.waybill_id, row.state, row.code, row.detail) == (ids[1], "held", "ship.hold_asked", "不想要了")

    await printing.again(row.id)
    assert await printing.work() == 0, "it is checked again, and held again"
    closed = AfterSale(
        after_sale_no="9",
        order_no=order(1).order_no,
        kind=AfterSaleKind.REFUND_ONLY,
        status=AfterSaleStatus.CLOSED,
        created_at=NOW,
        updated_at=NOW + 1,
    )
    await database.write(save_after_sales, SHOP, [closed], clock.now)
    await printing.again(row.id)
    assert await printing.work() == 1


async def test_an_address_that_changed_after_the_number_was_taken_holds_label_and_parcel_back(
    database: Database, outbox: Outbox, clock: Clock, numbers: Numbers
) -> None:
    """The number goes where the order went: its platform refuses the parcel, and the slip would name another place."""
    stays, moves = await taken(database, outbox, 2)
    one = await number(database, moves)
    before = order(1)
    after = replace(before, updated_at=NOW, receiver=replace(before.receiver, city="宁波市", address_cipher="#d"))
    same = replace(order(0), updated_at=NOW, receiver=replace(order(0).receiver, address_cipher="#other cipher"))
    await database.write(save_orders, SHOP, [same, after], NOW)
    printer = FakePrinter()
    printing = spooler(database, clock, printer)
    await printing.print([stays, moves], "p")
    assert await printing.work() == 1
    (held,) = await database.read(waybill_prints.queue)
    assert (held.state, held.code, held.detail) == ("held", "waybill.moved", one.waybill_no)
    found = await database.read(sales, [after.order_no, same.order_no])
    row = f"{after.order_no},中通,{one.waybill_no}\n{same.order_no},中通,{(await number(database, stays)).waybill_no}"
    back, gone = plan_ship(read_text(row, carriers()), found)
    assert (back.obstacle and back.obstacle.code, gone.obstacle) == ("waybill.moved", None)
    void = VoidWaybill(
        shop_id=SHOP, order_no=one.order_no, package=one.package, company="ZTO", waybill_no=one.waybill_no
    )
    numbers.books[after.order_no] = after
    for command in (void, take(1, 2)):
        await outbox.submit(command, 0)
        await outbox.drain()
    assert (await number(database, moves)).voided_at is not None
    anew = (await database.read(waybills.live_waybills, SHOP, [after.order_no]))[after.order_no]
    await printing.print([anew.id], "p")
    assert await printing.work() == 1, "the number that was taken for the new address"


async def test_a_carrier_may_be_printed_by_itself(database: Database, outbox: Outbox, clock: Clock) -> None:
    await database.write(waybills.put_auto, "ZTO", "p", NOW)
    await taken(database, outbox, 2)
    printer = FakePrinter()
    assert await spooler(database, clock, printer).work() == 2
    await database.write(waybills.put_auto, "ZTO", "", NOW)
    await outbox.submit(take(2), 0)
    await outbox.drain()
    assert await database.read(waybill_prints.queue) == []


async def test_a_void_number_is_not_printed(database: Database, outbox: Outbox, clock: Clock) -> None:
    ids = await taken(database, outbox, 1)
    one = await number(database, ids[0])
    await database.write(waybill_prints.ask, ids, "p", NOW)
    void = VoidWaybill(
        shop_id=SHOP, order_no=one.order_no, package=one.package, company="ZTO", waybill_no=one.waybill_no
    )
    await outbox.submit(void, 0)
    await outbox.drain()
    printer = FakePrinter()
    assert await spooler(database, clock, printer).work() == 0
    with pytest.raises(Refused, match="void"):
        await database.write(waybill_prints.ask, ids, "p", NOW)


async def test_a_printer_that_is_not_there_stops_the_queue(database: Database, outbox: Outbox, clock: Clock) -> None:
    ids = await taken(database, outbox, 1)

    def none(name: str) -> FakePrinter:
        raise PrinterTrouble("print.no_printer", name)

    printing = Spooler(database, clock, Hub(), none)
    await printing.print(ids, "gone")
    assert await printing.work() == 0
    stopped = await database.read(waybill_prints.stopped)
    assert stopped is not None
    assert (stopped.code, stopped.detail) == ("print.no_printer", "gone")


async def test_labels_mask_the_buyer(database: Database, outbox: Outbox) -> None:
    ids = await taken(database, outbox, 1)
    slip = await database.read(waybill_prints.slip, await number(database, ids[0]))
    assert (slip.receiver_name, slip.receiver_phone) == ("周**", "138****6021")
    assert slip.sender_phone == "138****8820"
    assert slip.receiver_address.count("*") > 3
    assert ZTO.carrier_name == slip.carrier_name
    assert slip.pieces == 1


async def test_the_spooler_prints_what_is_asked_and_then_rests(
    database: Database, outbox: Outbox, clock: Clock, until: Any
) -> None:
    """What it announces wakes it as well: it must not go round for ever."""
    ids = await taken(database, outbox, 3)
    printer, hub = FakePrinter(), Hub()
    heard: list[Changes] = []
    hub.subscribe(heard.append)
    printing = Spooler(database, clock, hub, lambda _name: printer)
    printing.start()
    await printing.print(ids, "p")
    await until(lambda: len(printer.out) == 3)
    await asyncio.sleep(0.05)
    before = len(heard)
    await asyncio.sleep(0.05)
    assert len(heard) == before
    await printing.stop()
    tally = await database.read(waybills.waybill_counts, NOW, NOW + 60 * MINUTE)
    assert tally.printed == 3


async def test_what_came_out_while_the_file_was_away_is_written_down_before_the_next_one(
    database: Database,
    outbox: Outbox,
    clock: Clock,
    until: Any,
    monkeypatch: pytest.MonkeyPatch,
    expected_logs: list[str],
) -> None:
    expected_logs.append("printing rests: disk.full")
    ids = await taken(database, outbox, 2)
    printer, real = FakePrinter(), database.write
    left = [FileTrouble("disk.full", "console.db") for _ in range(3)]
    out_at_trouble: list[int] = []

    async def write(fn: Any, *args: Any, **kwargs: Any) -> Any:
        if getattr(fn, "func", fn) is waybill_prints.came_out and left:
            out_at_trouble.append(len(printer.out))
            raise left.pop()
        return await real(fn, *args, **kwargs)

    monkeypatch.setattr(database, "write", write)
    printing = spooler(database, clock, printer)
    printing.start()
    await printing.print(ids, "p")
    await until(lambda: len(printer.out) == 2)
    await until(lambda: printing._owed is None)
    await printing.stop()
    assert out_at_trouble == [1, 1, 1]
    assert await database.read(waybill_prints.queue) == []
    done = await database.read(waybill_prints.queue, ended=True)
    assert [(row.waybill_id, row.state) for row in done] == [(ids[1], "printed"), (ids[0], "printed")]


async def test_a_fault_of_ours_stops_the_queue_and_says_so(
    database: Database, outbox: Outbox, clock: Clock, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context["message"]))
    ids = await taken(database, outbox, 1)
    printer, real = FakePrinter(), database.write
    broken = [True]

    async def write(fn: Any, *args: Any, **kwargs: Any) -> Any:
        if fn is waybill_prints.begin and broken and await database.read(waybill_prints.stopped) is None:
            raise ZeroDivisionError
        return await real(fn, *args, **kwargs)

    monkeypatch.setattr(database, "write", write)
    printing = spooler(database, clock, printer)
    printing.start()
    await printing.print(ids, "p")
    async with asyncio.timeout(5):
        while (stopped := await database.read(waybill_prints.stopped)) is None:  # noqa: ASYNC110 - of the file
            await asyncio.sleep(0.01)
    assert (stopped.code, stopped.detail) == ("print.fault", "ZeroDivisionError")
    assert told == ["printing failed"]
    broken.clear()
    await printing.resume()
    await until(lambda: len(printer.out) == 1)
    await printing.stop()
