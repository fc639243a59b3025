"""Two notes in a row, or a note and then a flag: the second never takes the first back unsaid."""

import pytest
from msgspec.structs import replace
from outbox_acts import SHOP, outcome, row_of

from console.core.commands_orders import NOTE_LONGEST, NoteOrder
from console.core.errors import Refused
from console.core.model import Order, OrderStatus
from console.store.database import Database
from console.sync.outbox import Outbox

FIRST = NoteOrder(shop_id=SHOP, order_no="1", note="换厚箱", seen="一")
TRADE = NoteOrder(shop_id="youzan:2", order_no="E1", note="原备注\n换厚箱", seen="原备注")


async def test_a_flag_right_after_a_note_keeps_the_note(worker: Outbox, database: Database) -> None:
    first = await worker.submit(FIRST)
    second = await worker.submit(replace(FIRST, note="", flag="red"))
    assert await outcome(database, first) == ("undone", "outbox.superseded")
    assert (await row_of(database, second)).command == replace(FIRST, flag="red")


async def test_two_notes_in_a_row_are_both_said_and_what_has_no_room_is_refused(
    worker: Outbox, database: Database
) -> None:
    first = await worker.submit(FIRST)
    with pytest.raises(Refused, match=r"outbox\.note_long"):
        await worker.submit(replace(FIRST, note="长" * (NOTE_LONGEST - 3)))
    assert await outcome(database, first) == ("queued", ""), "the refused one took nothing back"
    again = await worker.submit(FIRST)
    assert (await row_of(database, again)).command == FIRST, "the same words are not said twice"
    last = await worker.submit(replace(FIRST, note="已打电话"))
    assert (await row_of(database, last)).command == replace(FIRST, note="换厚箱\n已打电话")


def test_youzans_one_note_holds_both_once() -> None:
    second = replace(TRADE, note="原备注\n已打电话")
    assert second.instead_of(TRADE) == replace(TRADE, note="原备注\n换厚箱\n已打电话")
    waiting = second.after(TRADE)
    assert (waiting.note, waiting.seen) == ("原备注\n换厚箱\n已打电话", TRADE.note)
    third = replace(TRADE, note="原备注\n寄顺丰").instead_of(waiting).after(TRADE)
    assert (third.note, third.seen) == ("原备注\n换厚箱\n已打电话\n寄顺丰", TRADE.note)


def test_a_note_behind_one_on_its_way_expects_what_that_one_leaves() -> None:
    second = replace(FIRST, note="已打电话", flag="blue").after(FIRST)
    assert second.note == "已打电话", "Kuaishou keeps both"
    left = Order(order_no="1", status=OrderStatus.TO_SHIP, seller_note="换厚箱", flag="grey")
    assert second.is_untouched_by(left), "without a flag the platform sets the grey one"
    assert not second.is_untouched_by(replace(left, flag="red"))
    assert replace(FIRST, note="", flag="red").after(replace(FIRST, note="", flag="blue")).seen == "一"
