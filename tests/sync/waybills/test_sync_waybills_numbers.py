"""Numbers are taken once and given back once, whatever is lost meanwhile."""

import pytest
from sync_waybills import NOW, taken
from waybill_world import SHOP, Numbers, order, take

from console.core.clock import MINUTE
from console.core.commands_waybills import VoidWaybill
from console.core.errors import Busy, Refused
from console.core.model import OrderStatus, Parcel, Platform
from console.core.waybills import Sender
from console.store import waybills
from console.store.database import Database
from console.store.outbox_view import intent
from console.sync.outbox import Outbox


async def test_an_answer_that_was_lost_is_asked_for_again_and_gives_the_same_number(
    database: Database, outbox: Outbox, numbers: Numbers
) -> None:
    numbers.loses = {1, 2}
    row = await outbox.submit(take(0), 0)
    await outbox.drain()
    ended = await database.read(intent, row)
    assert ended is not None
    assert ended.state == "done"
    assert len(numbers.asked) == 3
    assert len(numbers.given) == 1, "one number, asked for three times"
    kept = await database.read(waybills.waybills_of, SHOP, order(0).order_no)
    assert [one.waybill_no for one in kept] == list(numbers.given.values())
    data = await database.read(waybills.print_data, kept[0].id)
    assert data.content == "sealed", "the platform's own data are kept for its print component"


async def test_what_was_turned_away_surely_waits_and_is_taken_once(
    database: Database, outbox: Outbox, numbers: Numbers
) -> None:
    numbers.says = {1: Busy("kuaishou.16", platform=Platform.KUAISHOU, wait_s=1, sent=False)}
    assert len(await taken(database, outbox, 1)) == 1
    assert len(numbers.given) == 1


async def test_a_parcel_that_has_a_number_is_given_no_second_one(
    database: Database, outbox: Outbox, numbers: Numbers
) -> None:
    await taken(database, outbox, 1)
    with pytest.raises(Refused, match="has_one"):
        await outbox.submit(take(0, parcel=2), 0)
    assert len(numbers.asked) == 1


async def test_no_number_is_taken_for_what_must_not_leave(database: Database, outbox: Outbox, numbers: Numbers) -> None:
    gone = order(1, status=OrderStatus.CLOSED, status_code="80", updated_at=NOW)
    numbers.books[gone.order_no] = gone  # the file does not know it yet
    row = await outbox.submit(take(1), 0)
    await outbox.drain()
    ended = await database.read(intent, row)
    assert ended is not None
    assert (ended.state, ended.code) == ("needs_you", "ship.closed")
    assert numbers.asked == []
    with pytest.raises(Refused, match="sender"):
        await outbox.submit(take(2, sender=Sender(name="小禾家居")), 0)


async def test_a_void_number_is_void_once_and_another_parcel_gets_another(
    database: Database, outbox: Outbox, numbers: Numbers
) -> None:
    await taken(database, outbox, 1)
    first = (await database.read(waybills.waybills_of, SHOP, order(0).order_no))[0]
    void = VoidWaybill(
        shop_id=SHOP,
        order_no=first.order_no,
        package=first.package,
        company="ZTO",
        waybill_no=first.waybill_no,
        reason="地址错了",
    )
    numbers.loses = {1}
    await outbox.submit(void, 0)
    await outbox.drain()
    assert numbers.voided == [first.waybill_no] * 2, "asked again, because nobody answered"
    package = await database.read(waybills.package_for, SHOP, first.order_no)
    assert package == f"{first.order_no}-2"
    numbers.loses = set()
    await outbox.submit(take(0, parcel=2), 0)
    await outbox.drain()
    both = await database.read(waybills.waybills_of, SHOP, first.order_no)
    assert [one.standing for one in both] == ["voided", "waiting"]
    assert both[0].waybill_no != both[1].waybill_no
    assert both[0].void_reason == "地址错了"
    tally = await database.read(waybills.waybill_counts, NOW, NOW + 60 * MINUTE)
    assert (tally.taken, tally.voided, tally.waiting, tally.adds_up) == (2, 1, 1, True)


async def test_a_number_under_which_a_parcel_left_is_not_given_back(
    database: Database, outbox: Outbox, numbers: Numbers
) -> None:
    await taken(database, outbox, 1)
    first = (await database.read(waybills.waybills_of, SHOP, order(0).order_no))[0]
    sent = order(0, status=OrderStatus.SHIPPED, updated_at=NOW, parcels=(Parcel(waybill_no=first.waybill_no),))
    numbers.books[sent.order_no] = sent
    void = VoidWaybill(
        shop_id=SHOP, order_no=first.order_no, package=first.package, company="ZTO", waybill_no=first.waybill_no
    )
    row = await outbox.submit(void, 0)
    await outbox.drain()
    ended = await database.read(intent, row)
    assert ended is not None
    assert (ended.state, ended.code) == ("needs_you", "waybill.used")
    assert numbers.voided == []
    tally = await database.read(waybills.waybill_counts, NOW, NOW + 60 * MINUTE)
    assert (tally.unprinted, tally.shipped, tally.waiting, tally.adds_up) == (1, 1, 0, True)
