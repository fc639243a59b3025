"""Orders linked and unlinked by hand in the window: with a reason, by keyboard, for good, and taken back."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from test_ui_proof import KS, YZ, fill, order, rest

from console.binding.proofs import Proofs
from console.core.clock import DAY, HOUR, day_start
from console.core.model import EXTERNAL, Mapping
from console.store import audit
from console.store.link_candidates import chances, lone
from console.store.orders import order_id, save_orders
from console.sync.hub import Hub
from console.sync.matching import MatchStep
from console.ui.context import Desk
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.orders.pair_dialog import PairDialog, ReasonDialog

pytestmark = pytest.mark.gui
MISSING, OFF, LINKED = "2632110645008605", "2632110645008604", "2632110645008600"


@pytest.fixture
async def page(desk: Desk) -> AsyncIterator[OrdersPage]:
    """Yesterday's six orders, matched; a stray trade that nobody would link by itself is there, too."""
    now = desk.now()
    await desk.database.write(fill, now)
    stray = order("E77", day_start(now) - DAY + 20 * HOUR, source=EXTERNAL)
    await desk.database.write(save_orders, YZ, [stray], now)
    from console.rules.matching import DEFAULTS

    hub = Hub()
    await MatchStep(desk.database, desk.clock, hub, DEFAULTS).run()
    hand = desk.database.acting(lambda: "陈静")
    desk.actions.proofs = Proofs(desk.database, hand, desk.clock, hub, list)  # type: ignore[misc]  # the fake's attribute
    made = OrdersPage(desk)
    made.resize(1240, 800)
    made.show()
    made.filters.set_all(tab="all")
    made.ask()
    await rest(made)
    yield made
    await made.close_page()
    made.close()
    made.deleteLater()
    await asyncio.sleep(0)


async def opened(page: OrdersPage, number: str) -> int:
    row_id = await page.desk.database.read(order_id, KS, number)
    assert row_id is not None
    view, model = page.card.view, page.card.model
    view.setCurrentIndex(model.index(list(model.ids).index(row_id), 1))
    page.open_row(row_id)
    await rest(page)
    return row_id


async def dialog(page: OrdersPage) -> Any:
    for _ in range(200):
        await asyncio.sleep(0.01)
        if page.pairing.dialog is not None and page.pairing.dialog.isVisible():
            return page.pairing.dialog
    raise AssertionError("no dialog")


async def press(page: OrdersPage, key: Qt.Key) -> None:
    """In the list, whose window is the active one again after a dialog."""
    page.activateWindow()
    page.card.view.setFocus()
    for _ in range(100):
        await asyncio.sleep(0.01)
        if page.isActiveWindow():
            break
    QTest.keyClick(page.card.view, key)


async def mapping(page: OrdersPage, row_id: int) -> tuple[Mapping | None, str | None]:
    about = await page.desk.database.read(lone, row_id)
    assert about is not None
    return about.mapping, about.trade_no


async def test_a_missing_order_is_linked_by_keyboard_and_taken_back(page: OrdersPage, desk: Desk) -> None:
    row_id = await opened(page, MISSING)
    strip = page.pairing.strip
    assert strip.link.isVisible()
    assert not strip.unlink.isVisible()
    await press(page, Qt.Key.Key_L)
    asked = await dialog(page)
    assert isinstance(asked, PairDialog)
    for _ in range(100):
        await asyncio.sleep(0.01)
        if asked.card.model.loaded:
            break
    assert [one.number for one in asked._shown.values()] == ["E77"], "only what is free and near"
    QTest.keyClick(asked.search, Qt.Key.Key_Down)
    assert asked.chosen is not None
    assert not asked.accept_button.isEnabled(), "a reason is needed"
    asked.reason.setText("客服核对过聊天记录")
    QTest.keyClick(asked.reason, Qt.Key.Key_Return)
    await rest(page)
    assert await mapping(page, row_id) == (Mapping.LINKED, "E77")
    assert "客服核对过聊天记录" in strip.said.text()
    (made,) = await desk.database.read(audit.rows, "links.")
    assert (made.action, made.subject) == ("links.by_hand", MISSING)
    assert '"by":"陈静"' in made.detail
    await press(page, Qt.Key.Key_Z)
    await rest(page)
    assert await mapping(page, row_id) == (Mapping.MISSING_TRADE, None)


async def test_a_link_is_undone_for_good(page: OrdersPage) -> None:
    row_id = await opened(page, LINKED)
    await press(page, Qt.Key.Key_U)
    asked = await dialog(page)
    assert isinstance(asked, ReasonDialog)
    asked.reject()
    await rest(page)
    assert await mapping(page, row_id) == (Mapping.LINKED, "E00")
    await press(page, Qt.Key.Key_U)
    asked = await dialog(page)
    asked.reason.setText("不是同一单")
    asked.accept_button.click()
    await rest(page)
    assert await mapping(page, row_id) == (Mapping.MISSING_TRADE, None)
    assert page.pairing.strip.back.isVisible()
    assert "E00" in page.pairing.strip.said.text()


async def test_a_difference_is_accepted(page: OrdersPage) -> None:
    row_id = await opened(page, OFF)
    strip = page.pairing.strip
    assert strip.accept.isVisible()
    QTest.mouseClick(strip.accept, Qt.MouseButton.LeftButton)
    asked = await dialog(page)
    asked.reason.setText("邮费")
    asked.accept_button.click()
    await rest(page)
    assert await mapping(page, row_id) == (Mapping.LINKED, "E04")
    assert not strip.accept.isVisible()


async def test_what_may_fit_is_found_by_number_too(page: OrdersPage, desk: Desk) -> None:
    row_id = await opened(page, MISSING)
    about = await desk.database.read(lone, row_id)
    assert about is not None
    (taken,) = await desk.database.read(chances, about, "E03")
    assert taken.taken_by == "2632110645008603"
    assert await desk.database.read(chances, about, "nothing of this") == []
    stray = await desk.database.read(order_id, YZ, "E77")
    assert stray is not None
    there = await desk.database.read(lone, stray)
    assert there is not None
    assert [one.number for one in await desk.database.read(chances, there)] == [MISSING]


async def test_one_letter_keys_leave_the_list_alone_while_a_proof_lies_over_it(page: OrdersPage) -> None:
    await opened(page, LINKED)
    page.open_proof()
    await rest(page)
    QTest.keyClick(page.proof.bar.prove, Qt.Key.Key_U)
    await asyncio.sleep(0.05)
    assert page.pairing.dialog is None
