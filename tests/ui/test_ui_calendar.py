"""The promotion calendar in the window: planned back, tasks by keyboard and by form, days of one's own, an export."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from test_ui_violations import At
from ui_fakes import FakeActions

from console.binding.promotions import PromotionsAsking
from console.documents import sheets
from console.store import promotions
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.traffic import calendar as calendar_module
from console.ui.tabs.traffic.calendar import CalendarView
from console.ui.tabs.traffic.calendar_forms import PromotionDialog, TaskDialog


@pytest.fixture
async def view(desk: Desk, actions: FakeActions, until: Any) -> AsyncIterator[CalendarView]:
    clock = At()
    object.__setattr__(desk, "clock", clock)
    actions.promotions = PromotionsAsking(desk.database, clock, Hub())
    made = CalendarView(desk)
    made.resize(1180, 760)
    made.show()
    await until(lambda: made.is_settled and made.calendar is not None)
    yield made
    await until(lambda: made.is_settled)
    await made.close_view()
    made.close()
    made.deleteLater()


async def opened(view: Any, kind: type, until: Any) -> Any:
    await until(lambda: [one for one in view.findChildren(kind) if one.isVisible()])
    return next(one for one in view.findChildren(kind) if one.isVisible())


def press(view: CalendarView, key: Qt.Key) -> None:
    view.board.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


async def test_planned_back_and_a_task_done_with_its_proof(view: CalendarView, until: Any) -> None:
    assert view.calendar is not None
    assert view.calendar.chosen is not None
    assert view.calendar.chosen.promotion_id == "twelve-2026"
    said: list[str] = []
    view.said.connect(lambda words, _under: said.append(words))
    view.side.plan.click()
    await until(lambda: view.calendar is not None and view.calendar.tasks)
    await until(lambda: said)
    assert said == [f"已倒排 {len(promotions.usual_template())} 项任务"]
    assert any(one.kind == "overdue" for one in view.calendar.conflicts)
    view.span.set_key("whole")
    view._show()
    await until(lambda: len(view.board.bars) == len(view.calendar.tasks))  # type: ignore[union-attr]  # read above
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Right)
    place = view.board.place
    task = view.calendar.tasks[place]
    press(view, Qt.Key.Key_Return)
    form: TaskDialog = await opened(view, TaskDialog, until)
    assert form.called.text() == task.title
    form.due.setText("2026-01-01")
    assert not form.accept_button.isEnabled()
    form.due.setText(task.due_on.isoformat())
    form.state.set_key("done")
    form.owner.setText("小李")
    form.proof.setText("报名截图.png")
    form.accept()
    await until(lambda: view.calendar.tasks[place].state == "done")  # type: ignore[union-attr]  # read above
    assert view.calendar.tasks[place].proof == "报名截图.png"


async def test_days_of_ones_own_and_what_is_written_out(
    view: CalendarView, tmp_path: Path, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = asyncio.create_task(view.open_promotion(new=True))
    form: PromotionDialog = await opened(view, PromotionDialog, until)
    form.called.setText("周年庆")
    form.begins.setText("2027-03-01")
    form.ends.setText("2027-02-01")
    assert not form.accept_button.isEnabled()
    form.ends.setText("2027-03-03")
    form.accept()
    await task
    assert view.calendar is not None
    assert view.calendar.chosen is not None
    assert (view.calendar.chosen.name, view.calendar.chosen.end_on) == ("周年庆", date(2027, 3, 3))
    assert "商家自填" in " ".join(one.text() for one in view.side.findChildren(type(view.side.title)))
    await view._plan()
    path = tmp_path / "日历.xlsx"

    async def chosen(*_args: object) -> Path:
        return path

    monkeypatch.setattr(calendar_module, "ask_new_file", chosen)
    await view._export()
    rows = await asyncio.to_thread(sheets.cells, path)
    assert rows[0][:4] == ["环节", "任务", "开始", "截止"]
    assert len(rows) == 1 + len(view.calendar.tasks)
