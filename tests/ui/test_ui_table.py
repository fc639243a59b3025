"""The table in a window: keyboard, mouse, check boxes, sorting, what stands there when there is nothing."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_fakes import FakeSource

from console.ui.cells import GAP, Lines, Verbs
from console.ui.paging import Column, Sort
from console.ui.table_card import TableCard
from console.ui.tasks import Tasks
from console.ui.widgets import EmptyState

COLUMNS = (
    Column[str]("单号", 120, Lines(str), sort="no"),
    Column[str]("商品", 200, Lines(str, lambda row: f"{row} under"), stretch=True),
    Column[str]("操作", 80, Verbs(lambda row: ("ship", "发货"))),
)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
async def card(qtbot: QtBot, look: QApplication, until: Any) -> AsyncIterator[TableCard[str]]:
    tasks = Tasks("test")
    made: TableCard[str] = TableCard(
        COLUMNS, tasks, EmptyState("box", "没有订单"), "第 {first}–{last} 笔 · 共 {total} 笔"
    )
    qtbot.addWidget(made)
    made.resize(600, 600)
    made.show()
    made.model.show(FakeSource(1000))
    await until(lambda: made.model.loaded)
    made.grab()
    await until(lambda: made.is_settled)
    yield made
    made.hide()
    await tasks.close()


def spot(card: TableCard[str], row: int, column: int, x: int = 20) -> QPoint:
    rect = card.view.visualRect(card.model.index(row, column))
    return QPoint(rect.x() + x, rect.center().y())


def foot_words(card: TableCard[str]) -> str:
    return card.foot._span.text()


async def test_the_foot_says_which_rows_are_in_sight(card: TableCard[str]) -> None:
    first = foot_words(card)
    assert first.startswith("第 1–")
    assert first.endswith("共 1,000 笔")
    card.view.verticalScrollBar().setValue(56 * 100)
    assert foot_words(card).startswith("第 101–")


async def test_space_checks_shift_click_extends_escape_lets_go(card: TableCard[str], qtbot: QtBot) -> None:
    view = card.view
    view.setFocus()
    view._go(2)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert card.model.checked == {2}
    qtbot.mouseClick(view.viewport(), LEFT, SHIFT, spot(card, 5, 1))
    assert card.model.checked == {2, 3, 4, 5}
    assert card.foot._checked.text() == "已选 4 笔"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert card.model.checked == set()


async def test_control_a_checks_what_is_in_sight_and_the_head_everything(card: TableCard[str], qtbot: QtBot) -> None:
    qtbot.keyClick(card.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert 5 < len(card.model.checked) < 20
    card.model.set_checked(())
    head = card.view.horizontalHeader()
    qtbot.mouseClick(head.viewport(), LEFT, NONE, QPoint(20, 18))
    assert len(card.model.checked) == 1000
    qtbot.mouseClick(head.viewport(), LEFT, NONE, QPoint(20, 18))
    assert card.model.checked == set()


async def test_enter_and_a_click_open_the_row(card: TableCard[str], qtbot: QtBot) -> None:
    opened: list[int] = []
    card.view.row_opened.connect(opened.append)
    card.view._go(3)
    qtbot.keyClick(card.view, Qt.Key.Key_Return)
    qtbot.mouseClick(card.view.viewport(), LEFT, NONE, spot(card, 4, 1))
    assert opened == [3, 4]


async def test_a_click_on_the_verb_does_it_and_beside_it_opens(card: TableCard[str], qtbot: QtBot) -> None:
    done: list[tuple[int, str]] = []
    opened: list[int] = []
    card.view.verb_chosen.connect(lambda row, verb: done.append((row, verb)))
    card.view.row_opened.connect(opened.append)
    qtbot.mouseClick(card.view.viewport(), LEFT, NONE, spot(card, 1, 3, GAP + 4))
    qtbot.mouseClick(card.view.viewport(), LEFT, NONE, spot(card, 1, 3, 70))
    assert done == [(1, "ship")]
    assert opened == [1]


async def test_a_click_on_a_sortable_word_sorts_and_turns(card: TableCard[str], qtbot: QtBot, until: Any) -> None:
    head = card.view.horizontalHeader()
    for expected in (Sort("no"), Sort("no", descending=True), Sort("no")):
        qtbot.mouseClick(head.viewport(), LEFT, NONE, QPoint(head.sectionViewportPosition(1) + 10, 18))
        assert card.model.sort_order == expected
        await until(lambda: not card.model.loading)
    qtbot.mouseClick(head.viewport(), LEFT, NONE, QPoint(head.sectionViewportPosition(2) + 10, 18))
    assert card.model.sort_order == Sort("no")


async def test_arrows_home_and_end_move(card: TableCard[str], qtbot: QtBot) -> None:
    view = card.view
    view._go(0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 999
    assert view.step(1) is None
    assert view.step(-1) == 998
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0


async def test_the_place_is_kept_when_rows_arrive_above(card: TableCard[str], until: Any) -> None:
    source = card.model._source
    assert isinstance(source, FakeSource)
    card.view.verticalScrollBar().setValue(56 * 200)
    card.view._make_current(205)
    source.total = 1200
    card.model.sort_order = Sort("no", descending=True)
    card.model.reload()
    await until(lambda: card.model.rowCount() == 1200)
    assert card.model.id_at(card.view.currentIndex().row()) == 205
    seen = card.view.visible_rows()
    assert seen is not None
    assert card.model.id_at(seen[0]) == 200


async def test_an_empty_answer_shows_why(card: TableCard[str], until: Any) -> None:
    card.model.show(FakeSource(0))
    await until(lambda: card.empty.isVisible())
    card.model.show(FakeSource(3))
    await until(lambda: card.view.isVisible())


async def test_a_question_under_way_shows_a_skeleton_not_an_empty_word(card: TableCard[str], until: Any) -> None:
    slow = FakeSource(3)
    slow.gate.clear()
    card.model.show(slow)
    await asyncio.sleep(0)
    assert card.view.isVisible()
    assert not card.empty.isVisible()
    blank = card.view.grab().toImage()
    await until(lambda: not card.view._skeleton.isActive())
    assert card.view.grab().toImage() != blank
    slow.gate.set()
    await until(lambda: card.model.loaded)


async def test_rows_say_their_column_and_value(card: TableCard[str]) -> None:
    index = card.model.index(0, 2)
    assert card.model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "商品: row 0 row 0 under"
    card.view._go(0)
    assert card.model.headerData(1, Qt.Orientation.Horizontal) == "单号"


async def test_copying_takes_the_words_of_the_cell(card: TableCard[str], qtbot: QtBot) -> None:
    card.view._go(7)
    qtbot.keyClick(card.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "row 7"


async def test_compact_rows_are_lower(card: TableCard[str]) -> None:
    usual = card.view.visible_rows()
    card.view.set_compact(True)
    card.view.grab()
    compact = card.view.visible_rows()
    assert usual is not None
    assert compact is not None
    assert compact[1] > usual[1]
