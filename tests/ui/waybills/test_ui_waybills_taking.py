"""Numbers from the orders page: taken, held back, voided, for split orders and for what is left."""

from typing import Any

import msgspec
from PySide6.QtWidgets import QLineEdit
from ui_waybills import SHOP, World, at_work, found, opened, order, taken

from console.core.changes import changed
from console.core.model import (
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    OrderLine,
    OrderStatus,
    Parcel,
)
from console.core.shipping import Terms
from console.store import waybills
from console.store.aftersales import save_after_sales
from console.store.orders import save_orders
from console.ui.dialogs import Dialog


@at_work
async def test_numbers_are_taken_and_labels_printed_in_the_order_of_the_list(world: World, until: Any) -> None:
    dialog = await taken(world, until)
    assert dialog.take_button.text() == "取号 0 个"
    assert not dialog.take_button.isEnabled()
    assert "1,206" in dialog.side.left.text()
    listed = [row.order_no for row in dialog.rows]
    dialog.print_button.click()
    await until(lambda: len(world.paper.out) == 5)
    assert [slip.order_no for slip in world.paper.out] == listed
    assert all(slip.receiver_phone == "138****6021" for slip in world.paper.out)
    await until(lambda: all(entry.chip.word == "已打印 1 次" for entry in dialog.list.entries))
    await until(lambda: dialog.sheet.accessibleName().startswith("面单 7584129"))
    dialog.reject()


@at_work
async def test_a_refund_holds_a_parcel_back_and_offers_to_void_its_number(world: World, until: Any) -> None:
    dialog = await taken(world, until, 3)
    hit = dialog.rows[1]
    asked = AfterSale(
        after_sale_no="9",
        order_no=hit.order_no,
        kind=AfterSaleKind.REFUND_ONLY,
        status=AfterSaleStatus.REFUNDING,
        amount_fen=9_900,
        reason="不想要了",
        created_at=world.desk.now(),
        updated_at=world.desk.now(),
    )
    await world.desk.database.write(save_after_sales, SHOP, [asked], world.desk.now())
    world.hub.announce(changed("after_sales", shop_id=SHOP))
    await until(lambda: len(dialog.held) == 1)
    assert dialog.note.isVisible()
    assert "不想要了" in dialog.note_words.text()
    dialog.print_button.click()
    await until(lambda: len(world.paper.out) == 2)
    assert hit.order_no not in [slip.order_no for slip in world.paper.out]
    dialog.void_held.click()
    asking = await found(dialog, until)
    asking.findChildren(QLineEdit)[0].setText("已退款")
    sent: list[object] = []
    world.page.sent.connect(sent.append)
    asking.accept_button.click()
    await until(lambda: sent)
    dialog.reject()


@at_work
async def test_taking_can_be_stopped_and_what_was_not_sent_is_taken_back(world: World, until: Any) -> None:
    dialog = await opened(world, until)
    world.carrier.gate.clear()
    await until(lambda: dialog.take_button.isEnabled())
    dialog.take_button.click()
    await until(lambda: dialog.stop.isVisible() and len(world.page.waybills._sent) == 5)
    dialog.stop.click()
    world.carrier.gate.set()
    await until(lambda: not dialog.stop.isVisible())
    await until(lambda: all(row.asked in (None, "undone", "done") or row.waybill for row in dialog.rows))
    assert len(world.carrier.given) < 5
    assert len(dialog.to_take) == 5 - len(world.carrier.given)
    dialog.reject()


@at_work
async def test_without_a_sender_no_number_is_taken(world: World, until: Any) -> None:
    dialog = await opened(world, until, 1)
    await until(lambda: dialog.take_button.isEnabled())
    dialog.side.mobile.setText("")
    dialog.side.sender_changed.emit()
    await until(lambda: not dialog.take_button.isEnabled())
    assert "手机号" in dialog.side.place.text()
    dialog.side.mobile.setText("13800008821")
    dialog.side.sender_changed.emit()
    await until(lambda: dialog.take_button.isEnabled())
    kept = await world.desk.database.read(waybills.sender_of, SHOP)
    assert kept.mobile == "13800008821"
    dialog.reject()


@at_work
async def test_an_order_of_several_pieces_is_split_over_further_numbers(world: World, until: Any) -> None:
    now = world.desk.now()
    pieces = (OrderLine(line_no="1", title="四件套", quantity=1), OrderLine(line_no="2", title="枕套", quantity=1))
    number = order(0, now).order_no
    world.carrier.books[number] = msgspec.structs.replace(order(0, now), lines=pieces, updated_at=now)
    await world.desk.database.write(save_orders, SHOP, [world.carrier.books[number]], now)
    dialog = await taken(world, until)
    at = next(place for place, row in enumerate(dialog.rows) if row.order_no == number)
    single = next(place for place, row in enumerate(dialog.rows) if row.order_no != number)
    dialog.list.choose(single)
    assert not dialog.split_button.isEnabled(), "one piece leaves in one parcel"
    dialog.list.choose(at)
    await until(lambda: dialog.split_button.isEnabled())
    dialog.split_button.click()
    await until(lambda: bool(dialog.findChildren(Dialog)))
    (asked,) = dialog.findChildren(Dialog)
    asked.accept()
    await until(lambda: [row.order_no for row in dialog.rows].count(number) == 2)
    both = [row for row in dialog.rows if row.order_no == number]
    assert len({row.waybill.waybill_no for row in both if row.waybill}) == 2
    assert [row.waybill.package for row in both if row.waybill] == [f"{number}-1", f"{number}-2"]
    assert not any(row.splits for row in both), "two pieces, two parcels"
    dialog.print_button.click()
    await until(lambda: len(world.paper.out) == 6)
    slips = [slip for slip in world.paper.out if slip.order_no == number]
    assert [(slip.parcel, slip.parcels) for slip in slips] == [(1, 2), (2, 2)]
    dialog.reject()


@at_work
async def test_what_is_left_of_a_partly_shipped_order_gets_a_number_of_its_own(world: World, until: Any) -> None:
    now = world.desk.now()
    pieces = (OrderLine(line_no="1", title="四件套", quantity=2),)
    dialog = await taken(world, until, 1)
    (first,) = dialog.rows
    assert first.waybill is not None
    dialog.reject()
    await until(lambda: world.page.waybills.dialog is None)
    part = msgspec.structs.replace(
        world.carrier.books[first.order_no],
        status=OrderStatus.SHIPPED,
        status_code="40",
        lines=pieces,
        updated_at=now + 1,
        parcels=(Parcel(waybill_no=first.waybill.waybill_no, carrier_code="9"),),
        terms=Terms(pieces_sent=1),
    )
    world.carrier.books[first.order_no] = part
    await world.desk.database.write(save_orders, SHOP, [part], now + 1)
    world.page.waybills.open([first.row_id])
    await until(
        lambda: world.page.waybills.dialog is not None and len(world.dialog.rows) == 2 and world.dialog.can_take
    )
    dialog = world.dialog
    assert [row.waybill is None for row in dialog.rows] == [False, True]
    await until(lambda: dialog.take_button.isEnabled())
    dialog.take_button.click()
    await until(lambda: all(row.waybill is not None for row in dialog.rows))
    assert len({row.waybill.waybill_no for row in dialog.rows if row.waybill}) == 2
    dialog.reject()
