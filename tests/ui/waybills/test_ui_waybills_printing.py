"""Labels from the orders page: printed, marked when printed again, the queue, and on to shipping."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from ui_waybills import (
    SHOP,
    World,
    at_work,
    found,
    taken,
)

from console.core.changes import changed
from console.core.model import (
    OrderStatus,
    Parcel,
)
from console.store import waybill_prints
from console.store.order_view import order_rows
from console.store.orders import save_orders
from console.ui.tabs.orders.columns import verb


@at_work
async def test_labels_that_are_files_can_be_found(world: World, until: Any) -> None:
    dialog = await taken(world, until, 1)
    opened: list[QUrl] = []
    world.page.waybills.open_url = lambda url: opened.append(url) or True
    dialog.side.printer.set_key("pdf")
    dialog.side.printer.chosen.emit("pdf")
    assert dialog.side.folder.isVisible()
    dialog.side.folder.click()
    folder = world.page.waybills.folder
    assert [url.toLocalFile() for url in opened] == [str(folder.parent)], "before the first of them"
    dialog.reject()


@at_work
async def test_what_was_printed_is_printed_again_only_when_asked_twice(world: World, until: Any) -> None:
    dialog = await taken(world, until, 1)
    dialog.print_button.click()
    await until(lambda: len(world.paper.out) == 1 and dialog.to_print and dialog.to_print[0].waybill.printed)  # type: ignore[union-attr]  # it has a number
    dialog.print_button.click()
    asked = await found(dialog, until)
    assert len(world.paper.out) == 1
    asked.accept_button.click()
    await until(lambda: len(world.paper.out) == 2)
    assert [slip.copy for slip in world.paper.out] == [0, 1]
    assert world.paper.out[0].waybill_no == world.paper.out[1].waybill_no
    assert len(world.carrier.given) == 1
    dialog.reject()


@at_work
async def test_a_printer_without_paper_stops_the_queue_and_says_so(world: World, until: Any) -> None:
    dialog = await taken(world, until)
    world.paper.empty_at = 2
    dialog.print_button.click()
    page = world.page
    await until(lambda: page.waybills.spool.banner.isVisible())
    dialog.reject()
    page.waybills.spool.open_queue()
    await until(lambda: page.waybills.spool.queue is not None and world.queue.rows)
    queue = world.queue
    assert len(queue.rows) == 3
    assert "out of paper" in queue.state.text()
    world.paper.empty_at = -1
    queue.resume.click()
    await until(lambda: len(world.paper.out) == 5)
    assert len({slip.waybill_no for slip in world.paper.out}) == 5
    await until(lambda: queue.empty.isVisible() and not page.waybills.spool.banner.isVisible())
    queue.views.chosen.emit("ended")
    await until(lambda: len(queue.rows) == 5)
    queue.reject()


@at_work
async def test_what_has_left_is_not_handed_on_to_shipping_again(world: World, until: Any) -> None:
    dialog = await taken(world, until, 2)
    assert dialog.ship_button.isEnabled()
    numbers = {row.order_no: row.waybill.waybill_no for row in dialog.rows if row.waybill is not None}
    left = [
        replace(
            one,
            status=OrderStatus.SHIPPED,
            updated_at=world.desk.now(),
            parcels=(Parcel(waybill_no=numbers[one.order_no], carrier_code="9"),),
        )
        for one in world.carrier.books.values()
        if one.order_no in numbers
    ]
    await world.desk.database.write(save_orders, SHOP, left, world.desk.now())
    world.hub.announce(changed("orders", shop_id=SHOP))
    await until(lambda: not dialog.ship_button.isEnabled())
    assert all(row.obstacle is None for row in dialog.rows), "their labels may be printed again"


@at_work
async def test_what_is_printed_is_next_to_be_shipped(world: World, until: Any) -> None:
    dialog = await taken(world, until, 2)
    ids = [row.row_id for row in dialog.rows]
    before = await world.desk.database.read(order_rows, ids)
    assert [verb(row)[0] for row in before] == ["print", "print"]
    world.paper.empty_at = 1
    dialog.print_button.click()
    await until(lambda: world.page.waybills.spool.banner.isVisible())
    after = await world.desk.database.read(order_rows, ids)
    assert [verb(row)[0] for row in after] == ["ship", "print"]


@at_work
async def test_what_waits_for_a_printer_that_vanished_goes_to_another(world: World, until: Any) -> None:
    dialog = await taken(world, until)
    world.paper.empty_at = 2
    dialog.print_button.click()
    page = world.page
    await until(lambda: page.waybills.spool.banner.isVisible())
    dialog.reject()
    page.waybills.spool.open_queue()
    await until(lambda: page.waybills.spool.queue is not None and world.queue.printer.isVisible())
    queue = world.queue
    before = queue.rows[0].printer
    assert queue.printer.key() == before
    other = f"png:{page.waybills.folder}"
    assert before != other
    queue.printer.chosen.emit(other)
    await until(lambda: {row.printer for row in queue.rows} == {other})
    assert len(queue.rows) == 3
    assert len(world.paper.out) == 2, "it waits still, until somebody lets it go on"
    queue.reject()


@at_work
async def test_a_label_nobody_knows_of_is_settled_by_a_person(world: World, until: Any) -> None:
    dialog = await taken(world, until, 1)
    ids = [row.waybill.id for row in dialog.to_print if row.waybill is not None]
    dialog.reject()
    await world.desk.database.write(waybill_prints.stop, "print.by_hand", "", world.desk.now())
    await world.desk.database.write(waybill_prints.ask, ids, "pdf:x", world.desk.now())
    await world.desk.database.write(waybill_prints.resume, world.desk.now())
    await world.desk.database.write(waybill_prints.begin, world.desk.now())
    await world.desk.database.write(waybill_prints.recover, world.desk.now())
    world.page.waybills.spool.open_queue()
    await until(lambda: world.page.waybills.spool.queue is not None and world.queue.rows)
    queue = world.queue
    assert queue.rows[0].state == "unclear"
    assert queue.came_out.isVisible()
    queue.came_out.click()
    await until(lambda: not queue.rows)
    assert world.paper.out == [], "it was not printed once more"
    queue.reject()


@at_work
async def test_ctrl_p_is_the_key_and_a_label_reads_aloud(world: World, until: Any) -> None:
    page = world.page
    page.card.view.setFocus()
    page.card.view.setCurrentIndex(page.card.model.index(0, 0))
    QTest.keyClick(page.card.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: page.waybills.dialog is not None and world.dialog.rows and world.dialog.side.chosen)
    assert len(world.dialog.rows) == 1
    assert "未取号" in world.dialog.list.accessibleName()
    world.dialog.reject()
