"""The outbox in a real window over a real file: counter, groups, what can be done in each, toast, pausing."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from ui_fakes import FakeChanges
from ui_outbox import KUAISHOU, FileActions, fill

from console.core.changes import changed
from console.core.commands import SetPrice, SetShelf, SetStock
from console.core.errors import Busy, Refused
from console.rules.sending import Plan
from console.store import outbox, outbox_work
from console.store.outbox_view import intent
from console.ui.context import Desk
from console.ui.outbox.dispatch import Dispatch
from console.ui.outbox.panel import OutboxPanel
from console.ui.shell import Shell
from console.ui.tabs.orders.drawer import OrderDrawer


@pytest.fixture
def actions(changes: FakeChanges) -> FileActions:
    return FileActions(changes)


@pytest.fixture
async def shell(desk: Desk, actions: FileActions, until: Any) -> AsyncIterator[Shell]:
    actions.desk = desk
    await desk.database.write(fill, desk.now())
    made = Shell(desk.preferences)
    made.resize(1440, 860)
    made.show()
    made.activateWindow()
    made.furnish(desk)
    await until(lambda: made.is_settled)
    yield made
    made.hide()
    await made.close_pages()
    made.may_close = True
    made.close()
    made.deleteLater()


def price(to: int, item: str = "1001") -> SetPrice:
    return SetPrice(shop_id=KUAISHOU, item_id=item, sku_id=f"{item}0", price_fen=to, seen_fen=5990)


def stock(to: int, item: str = "1002") -> SetStock:
    return SetStock(shop_id=KUAISHOU, item_id=item, sku_id=f"{item}0", target=to, seen=10)


def one_of_each(conn: Any, now: int) -> dict[str, int]:
    """A row in every group."""
    refused = outbox.add(conn, price(35900), now, undo_ms=0)
    outbox_work.needs_you(conn, refused, Refused("kuaishou.9", detail="活动期间不能涨价"), now)
    unsure = outbox.add(conn, stock(7), now, undo_ms=0)
    outbox_work.begin(conn, unsure, Plan(before=10, delta=-3), now, now, now)
    outbox_work.unsure(conn, unsure, Busy("outbox.read_back"), now + 5_000, now)
    sending = outbox.add(conn, price(5500, "1003"), now, undo_ms=0)
    outbox_work.begin(conn, sending, Plan(), now, now, now)
    queued = outbox.add(conn, SetShelf(shop_id=KUAISHOU, item_id="1001", on=False), now, undo_ms=60_000)
    return {"needs_you": refused, "unsure": unsure, "sending": sending, "waiting": queued}


def dispatch(shell: Shell) -> Dispatch:
    assert shell.dispatch is not None
    return shell.dispatch


async def opened(shell: Shell, until: Any) -> OutboxPanel:
    QTest.mouseClick(shell.topbar.outbox, Qt.MouseButton.LeftButton)
    await until(lambda: dispatch(shell).is_settled and dispatch(shell).is_open)
    panel = dispatch(shell).panel
    assert panel is not None
    return panel


def said(widget: QWidget) -> str:
    return " ".join(part.text() for part in widget.findChildren(QLabel) if part.isVisibleTo(widget))


async def state(shell: Shell, row_id: int) -> str:
    assert shell.desk is not None
    row = await shell.desk.database.read(intent, row_id)
    return "" if row is None else row.state


async def shows(shell: Shell, row_id: int, state_: str) -> None:
    for _ in range(400):
        if await state(shell, row_id) == state_:
            return
        await asyncio.sleep(0.005)
    pytest.fail(f"{row_id} is not {state_} but {await state(shell, row_id)}")


async def test_the_counter_is_grey_counts_and_turns_red(
    shell: Shell, desk: Desk, changes: FakeChanges, until: Any
) -> None:
    counter = shell.topbar.outbox
    assert counter.accessibleName() == "待发送：0 条在途"
    await desk.database.write(outbox.add, stock(7), desk.now())
    changes.announce(changed("outbox"))
    await until(lambda: counter.accessibleName() == "待发送：1 条在途")
    calm = counter.grab().toImage()
    row = await desk.database.write(outbox.add, price(6000), desk.now())
    await desk.database.write(outbox_work.needs_you, row, Refused("kuaishou.9"), desk.now())
    changes.announce(changed("outbox"))
    await until(lambda: counter.accessibleName() == "待发送：2 条在途，1 条需要你")
    assert counter.grab().toImage() != calm


async def test_an_empty_outbox_says_so(shell: Shell, until: Any) -> None:
    panel = await opened(shell, until)
    assert "没有在途的修改" in said(panel)
    assert not panel.undo_all.isEnabled()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not dispatch(shell).is_open


async def test_a_rows_drawer_does_not_open_beneath_the_outbox(shell: Shell, until: Any) -> None:
    panel = await opened(shell, until)
    page = shell.show_tab("orders")
    assert panel.isVisible(), "another tab alone leaves it open"
    drawer = page.findChild(OrderDrawer)
    assert drawer is not None
    drawer.unveil()
    assert drawer.isVisible()
    assert not panel.isVisible()


async def test_groups_stand_in_order_with_the_platforms_words(shell: Shell, desk: Desk, until: Any) -> None:
    ids = await desk.database.write(one_of_each, desk.now())
    panel = await opened(shell, until)
    await until(lambda: panel.groups["waiting"].rows)
    seen = [name for name, view in panel.groups.items() if view.isVisibleTo(panel)]
    assert seen == ["needs_you", "unsure", "sending", "waiting"]
    tops = [panel.groups[name].y() for name in seen]
    assert tops == sorted(tops)
    rows = {name: panel.groups[name].rows[ids[name]] for name in seen}
    assert "活动期间不能涨价" in rows["needs_you"].accessibleName()
    assert "期望 7" in rows["unsure"].accessibleName()
    offered = {name: list(row.buttons) for name, row in rows.items()}
    assert offered == {"needs_you": ["open", "retry", "drop"], "unsure": ["retry"], "sending": [], "waiting": ["undo"]}
    assert rows["unsure"].buttons["retry"].text() == "立即回读", "never resent"
    assert "剩" in rows["waiting"].accessibleName()


async def test_what_needs_somebody_is_seen_to_retried_and_given_up(shell: Shell, desk: Desk, until: Any) -> None:
    ids = await desk.database.write(one_of_each, desk.now())
    panel = await opened(shell, until)
    await until(lambda: panel.groups["needs_you"].rows)
    row = panel.groups["needs_you"].rows[ids["needs_you"]]
    row.buttons["retry"].click()
    await shows(shell, ids["needs_you"], "queued")
    await desk.database.write(outbox_work.needs_you, ids["needs_you"], Refused("kuaishou.9"), desk.now())
    dispatch(shell).look()
    await until(lambda: ids["needs_you"] in panel.groups["needs_you"].rows)
    panel.groups["needs_you"].rows[ids["needs_you"]].buttons["open"].click()
    await until(lambda: shell.current_key == "products" and not panel.isVisible())
    page: Any = shell.page
    await until(lambda: page.drawer.isVisible() and page.item_drawer.detail is not None)
    assert page.item_drawer.detail.row.kuaishou_item_id == "1001"
    await opened(shell, until)
    await until(lambda: ids["needs_you"] in panel.groups["needs_you"].rows)
    panel.groups["needs_you"].rows[ids["needs_you"]].buttons["drop"].click()
    await shows(shell, ids["needs_you"], "undone")


async def test_taking_back_one_the_last_and_all(shell: Shell, desk: Desk, until: Any) -> None:
    ids = [await desk.database.write(outbox.add, stock(3, "1003"), desk.now())]
    ids += [await desk.database.write(outbox.add, price(6000 + n, f"100{n}"), desk.now() + 10 + n) for n in (1, 2, 3)]
    panel = await opened(shell, until)
    await until(lambda: len(panel.groups["waiting"].rows) == 4)
    panel.groups["waiting"].rows[ids[0]].buttons["undo"].click()
    await shows(shell, ids[0], "undone")
    await until(lambda: "已撤销" in shell.toast.accessibleName())
    QTest.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await shows(shell, ids[3], "undone")
    assert [await state(shell, row) for row in ids] == ["undone", "queued", "queued", "undone"]
    await until(lambda: panel.undo_all.text() == "撤销全部排队 2 条")
    panel.undo_all.click()
    await shows(shell, ids[1], "undone")
    assert await state(shell, ids[2]) == "undone"
    panel.tabs.choose("undone")
    await until(lambda: set(panel.groups["undone"].rows) == set(ids))
    QTest.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: "没有可以撤销的排队" in shell.toast.accessibleName())


async def test_pausing_is_kept_and_said(shell: Shell, desk: Desk, until: Any) -> None:
    await desk.database.write(outbox.add, stock(7), desk.now())
    panel = await opened(shell, until)
    panel.pause.click()
    await until(lambda: panel.banner.isVisibleTo(panel) and "发送已暂停" in said(panel))
    assert await desk.database.read(outbox.is_paused)
    assert shell.topbar.outbox.accessibleName().endswith("，已暂停")
    assert panel.pause.text() == "继续发送"
    panel.pause.click()
    await until(lambda: not panel.banner.isVisibleTo(panel))
    assert not await desk.database.read(outbox.is_paused)


async def test_a_toast_takes_back_until_the_send_and_not_after(
    shell: Shell, desk: Desk, actions: FileActions, until: Any
) -> None:
    row = await actions.submit(price(6000))
    dispatch(shell).taken_in([row])
    await until(lambda: "改价 ¥60.00" in shell.toast.accessibleName() and "发出" in shell.toast.accessibleName())
    assert "剩" in said(shell.toast)
    assert 9_000 < shell.toast._left_ms <= 10_000, "as long as the command waits"
    shell.toast._word.click()
    await shows(shell, row, "undone")
    late = await desk.database.write(outbox.add, price(6100), desk.now(), undo_ms=0)
    await desk.database.write(outbox_work.begin, late, Plan(), desk.now(), desk.now(), desk.now())
    dispatch(shell).taken_in([late])
    await until(lambda: not shell.tasks.busy)
    assert "61.00" not in shell.toast.accessibleName(), "it went out: nothing is offered"


async def test_too_late_is_said(shell: Shell, desk: Desk, actions: FileActions, until: Any) -> None:
    row = await actions.submit(price(6000))
    dispatch(shell).taken_in([row])
    await until(lambda: "发出" in shell.toast.accessibleName())
    await desk.database.write(outbox_work.begin, row, Plan(), desk.now(), desk.now(), desk.now())
    shell.toast._word.click()
    await until(lambda: "不能再撤销" in shell.toast.accessibleName())
    assert await state(shell, row) == "sending"


async def test_a_locked_window_takes_nothing_back(shell: Shell, desk: Desk, actions: FileActions, until: Any) -> None:
    row = await actions.submit(price(6000))
    shell.lock()
    await until(lambda: shell.layers.currentIndex() == 1)
    QTest.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shell, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: not shell.tasks.busy)
    assert await state(shell, row) == "queued"
    assert not dispatch(shell).is_open


async def test_many_rows_are_shown_by_and_by(shell: Shell, desk: Desk, until: Any) -> None:
    def many(conn: Any, now: int) -> None:
        for n in range(80):
            outbox.add(conn, SetShelf(shop_id=KUAISHOU, item_id=str(5000 + n), on=False), now + n)

    await desk.database.write(many, desk.now())
    panel = await opened(shell, until)
    await until(lambda: len(panel.groups["waiting"].rows) == 30)
    assert panel.groups["waiting"].more_link.text() == "还有 50 条"
    panel.groups["waiting"].more_link.click()
    await until(lambda: len(panel.groups["waiting"].rows) == 80)
