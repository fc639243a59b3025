"""Shipping in a real window against both platforms behind sockets: chosen, pasted, confirmed, taken back, sent."""

import asyncio
import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from outbox_world import OwnWorld
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from set_clock import SetClock
from shipping_world import KS_SHIP, YZ_SHIP, paid_just_now
from window_bench import window

from console.core.clock import SECOND
from console.core.model import OrderStatus, Platform
from console.sandbox.state import Order, Trade
from console.store.outbox_view import group
from console.store.views import OrderRow
from console.ui import theme
from console.ui.language import Translators
from console.ui.shell import Shell
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.orders.rooms import OrdersTab
from console.ui.tabs.orders.ship_dialog import ShipDialog

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", extend=True),  # of a screen that is none
]
PATIENCE_S = 60.0
CONTROL = Qt.KeyboardModifier.ControlModifier
Pairs = list[tuple[Order, Trade]]


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    """Qt's objects must die on the thread they live on, as in the program."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[OwnWorld]:
    made = OwnWorld(tmp_path, items=20, now=None)  # its own clock stands still before it hears of another
    yield made
    made.stop()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[None]:
    translators = Translators(qapp)
    translators.use("zh_CN")
    theme.apply(qapp, "light")
    yield
    translators.use("en")


class Hands:
    """What a merchant does at the window: keys, and looking until something is to be seen."""

    def __init__(self, shell: Shell, until: Any, world: OwnWorld, clock: SetClock) -> None:
        self.shell, self._until, self._world, self._clock = shell, until, world, clock
        tab = shell.show_tab("orders")
        assert isinstance(tab, OrdersTab)
        page = tab.room
        assert isinstance(page, OrdersPage)
        self.page = page

    async def until(self, seen: Any) -> None:
        def look() -> Any:
            self.page.grab()  # painting asks for rows
            return seen()

        await self._until(look, PATIENCE_S)

    def row(self, number: str) -> OrderRow | None:
        """The line of an order, once it is there."""
        model = self.page.card.model
        rows = [model.row(place) for place in range(model.rowCount())]
        return next((row for row in rows if row is not None and row.order_no == number), None)

    async def linked(self, pairs: Pairs) -> None:
        """Look at those to be shipped until these are there, each with its trade."""

        def found() -> bool:
            rows = [self.row(str(order.oid)) for order, _ in pairs]
            return all(row is not None and row.trade_no for row in rows) and self.page.is_settled

        self.page.open_at({"tab": "to_ship"})
        async with asyncio.timeout(PATIENCE_S):
            while not found():
                self.pass_time(10)  # a platform's list keeps a fresh order back for a while
                await asyncio.sleep(0.2)
                self.page.grab()

    def pass_time(self, seconds: int) -> None:
        self._world.ctx.clock.advance(seconds)
        self._clock.leap(seconds * SECOND)

    async def done(self, number: int) -> list[Any]:
        """What is done, once it is so much: a platform has taken a command before the file says so."""
        async with asyncio.timeout(PATIENCE_S):
            while len(rows := await self.page.desk.database.read(group, "done")) < number:  # noqa: ASYNC110 - no event
                await asyncio.sleep(0.02)
        return rows

    async def choose(self, numbers: list[str]) -> None:
        """Check rows by the space bar."""
        view, model = self.page.card.view, self.page.card.model
        view.setFocus()
        for number in numbers:
            row = self.row(number)
            assert row is not None
            view.setCurrentIndex(model.index(model.ids.index(row.id), 0))
            QTest.keyClick(view, Qt.Key.Key_Space)
        assert len(model.checked) == len(numbers)

    async def dialog(self) -> ShipDialog:
        await self.until(lambda: self.page.ships.dialog is not None and self.page.ships.dialog.isVisible())
        dialog = self.page.ships.dialog
        assert dialog is not None
        await self.until(lambda: bool(dialog.sales) and not dialog.reading)
        return dialog

    def paste(self, dialog: ShipDialog, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        dialog.written.setFocus()
        QTest.keyClick(dialog.written, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(dialog.written, Qt.Key.Key_V, CONTROL)


async def test_three_are_chosen_one_is_taken_back_and_two_leave(
    world: OwnWorld, look: None, tmp_path: Path, until: Any
) -> None:
    pairs, clock = paid_just_now(world, 4, named=True), SetClock(still=True)
    async with window(world, tmp_path, clock) as (assembly, shell, _desk):
        hands = Hands(shell, until, world, clock)
        await hands.linked(pairs)
        numbers = [str(order.oid) for order, _ in pairs]
        risky = pairs[3][0]
        risky.risk = True  # the platform begins to look at it after it was read
        await hands.choose(numbers)
        QTest.keyClick(hands.page.card.view, Qt.Key.Key_S)
        dialog = await hands.dialog()
        assert sorted(dialog.numbers()) == sorted(numbers)
        hands.paste(dialog, "\n".join(f"{number},中通,7300000000000{at}" for at, number in enumerate(numbers)))
        await hands.until(lambda: len(dialog.commands()) == 6 and not dialog.reading)
        assert [(line.order_no, line.obstacle.code) for line in dialog.held() if line.obstacle] == [
            (str(risky.oid), "ship.risk")
        ]
        assert dialog.accept_button.text() == "发货 3 单"
        assert world.ask("/log") == [], "nothing was sent yet"
        QTest.keyClick(dialog.written, Qt.Key.Key_Return, CONTROL)
        await hands.until(lambda: hands.page.ships.dialog is None and hands.page.ships.left)
        assert hands.page.ships.left == f"{risky.oid},中通,73000000000003", "what was held is kept"

        counted = shell.topbar.outbox.accessibleName
        await hands.until(lambda: "6" in counted())
        shell.activateWindow()  # as a window manager does when a dialog closes
        await hands.until(shell.isActiveWindow)
        for left in (5, 4):  # within its ten seconds the last one is taken back, on both sides
            QTest.keyClick(shell, Qt.Key.Key_Z, CONTROL)
            await hands.until(lambda left=left: str(left) in counted())
        assert [row.state for row in await assembly.database.read(group, "waiting")] == ["queued"] * 4
        assert world.ask("/log") == [], "not before the ten seconds are over"
        hands.pass_time(11)
        await hands.until(lambda: len(world.ctx.world.writes) == 4)

        def shipped() -> bool:
            rows = [hands.row(number) for number in numbers[:2]]
            return all(row is not None and row.status is OrderStatus.SHIPPED and row.parcels for row in rows)

        hands.page.open_at({"tab": "all"})
        await hands.until(shipped)
        last = hands.row(numbers[2])
        assert last is not None
        assert last.status is OrderStatus.TO_SHIP
        assert not last.parcels
        done = await hands.done(4)
        assert {row.key.object_id for row in done} == {*numbers[:2], *(trade.tid for _, trade in pairs[:2])}
    assert [len(world.writes(method)) for method in (KS_SHIP, YZ_SHIP)] == [2, 2]
    for at, (order, trade) in enumerate(pairs):
        sent = [f"7300000000000{at}"] if at < 2 else []
        assert [one.waybill_no for one in order.parcels] == [one.waybill_no for one in trade.parcels] == sent
    assert {row.key.platform for row in done} == set(Platform)
