"""大促日历: lanes planned back from the day, tasks with owner and proof, and what stands in the way."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QStackedWidget, QVBoxLayout, QWidget

from console import reference
from console.core.changes import Changes
from console.documents.sheets import Export, Field, Value
from console.rules.promotions import Promotion, Task, standing
from console.ui.cells import Chips, Lines
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.files import ask_new_file
from console.ui.held import Held
from console.ui.page import Question
from console.ui.paging import Column
from console.ui.rooms import View
from console.ui.table_card import TableCard
from console.ui.tabs.traffic import calendar_words as words
from console.ui.tabs.traffic.calendar_board import LaneBoard
from console.ui.tabs.traffic.calendar_forms import PromotionDialog, TaskDialog
from console.ui.tabs.traffic.calendar_reading import Calendar, read_calendar
from console.ui.tabs.traffic.calendar_side import SideCard
from console.ui.widgets import Card, EmptyState, Picker, Segmented, button
from console.ui.widgets.labels import Elided

WIDE = 1_000  # pixels: from here on both cards stand side by side
SIDE = 330
OWNER, LANE = 4, 2


class CalendarView(View):
    """One promotion at a time: its lanes or its tasks, and the card beside them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.calendar: Calendar | None = None
        self._wanted = ""
        self.which = Picker([("", self.tr("Promotion"))], "")
        self.which.chosen.connect(self._choose)
        self.edit = button(self.tr("Days"), "default", "calendar-days")
        self.edit.clicked.connect(lambda: self._start(self.open_promotion))
        self.own = button(self.tr("Own promotion"), "default", "plus")
        self.own.clicked.connect(lambda: self._start(lambda: self.open_promotion(new=True)))
        self.verbs = (self.which, self.edit, self.own)
        self.span = Segmented(
            [("near", self.tr("5 weeks")), ("whole", self.tr("All")), ("list", self.tr("Tasks"))], "near"
        )
        self.span.chosen.connect(lambda _key: self._show())
        self.add = button(self.tr("Task"), "default", "plus", small=True)
        self.add.clicked.connect(lambda: self._start(self.open_task))
        self.keep = button(self.tr("Keep as my template"), "default", "bookmark", small=True)
        self.keep.clicked.connect(lambda: self._start(self._template))
        self.board = LaneBoard()
        self.board.opened.connect(lambda place: self._start(lambda: self.open_task(place)))
        empty = EmptyState(
            "calendar-days",
            self.tr("No task yet"),
            self.tr("The task list is planned back from the day, three months ahead; every task can be changed."),
        )
        self.list: TableCard[Task] = TableCard(
            self._columns(), self.tasks, empty, self.tr("{first}–{last} of {total} tasks")
        )
        self.list.view.setColumnHidden(0, True)
        self.list.view.set_spare((OWNER, LANE))
        self.list.view.row_opened.connect(lambda place: self._start(lambda: self.open_task(place)))
        self.side = SideCard()
        self.side.plan.clicked.connect(lambda: self._start(self._plan))
        self.side.out.clicked.connect(lambda: self._start(self._export))
        self._build()
        desk.scope.changed.connect(self.load)
        self.load()

    def _build(self) -> None:
        self.card = Card(self.tr("Promotion calendar"), self.tr("planned back from the day"))
        for part in (self.add, self.keep, self.span):
            self.card.add_end(part)
        self.stack = QStackedWidget()
        lanes = QWidget()
        column = QVBoxLayout(lanes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.board, 1)
        self.stack.addWidget(lanes)
        self.stack.addWidget(self.list)
        self.card.body.addWidget(self.stack, 1)
        self.foot = Elided(
            self.tr("Dates are the merchant's own; the platform's announcement decides. Arrow keys move, Enter opens.")
        )
        self.card.body.addWidget(self.foot)
        self.rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(12)
        self.rows.addWidget(self.card, 1)
        self.rows.addWidget(self.side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        self.side.setMaximumWidth(SIDE if wide else 16_777_215)
        self.side.setMinimumWidth(SIDE if wide else 280)
        self.rows.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self.side.setMaximumHeight(16_777_215 if wide else 220)
        self.keep.setVisible(wide and self.width() >= WIDE)

    def _columns(self) -> list[Column[Task]]:
        return [
            Column(
                self.tr("Task"), 220, Lines(lambda one: one.title, lambda one: one.note, free=True), stretch=True
            ),
            Column(self.tr("Lane"), 96, Lines(lambda one: words.lane(one.lane))),
            Column(self.tr("Days"), 122, Lines(lambda one: f"{one.begin_on:%m-%d} – {one.due_on:%m-%d}")),
            Column(self.tr("Owner"), 90, Lines(lambda one: one.owner or "—", free=True)),
            Column(self.tr("Proof"), 130, Lines(lambda one: one.proof or "—", free=True)),
            Column(self.tr("State"), 130, Chips(lambda one: words.chip(standing(one, self._today())))),
        ]  # fmt: skip

    def _today(self) -> Any:
        assert self.calendar is not None  # noqa: S101 - rows come after it
        return self.calendar.today

    # -- reading -----------------------------------------------------------------------------------------------------

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & {"traffic", "orders", "items", "compliance", "live", "shops", "settings"}:
            self.load()

    def load(self) -> None:
        """Read everything again."""
        self.tasks.start(self._load(), key="load")

    async def _load(self) -> None:
        asked = (self._wanted, self.desk.scope.pair, self.desk.now())
        self.calendar = await self.desk.database.read(read_calendar, *asked)
        self._show()
        self.settled.emit()

    def _show(self) -> None:
        calendar = self.calendar
        if calendar is None:
            return
        chosen = calendar.chosen
        self.which.set_choices([(one.promotion_id, words.name(one, calendar.today)) for one in calendar.promotions])
        if chosen is not None:
            self.which.set_key(chosen.promotion_id)
            whole = self.span.key() == "whole"
            self.board.show_plan(chosen, calendar.tasks, reference.workdays(), calendar.today, whole=whole)
        self.stack.setCurrentIndex(1 if self.span.key() == "list" or not calendar.tasks else 0)
        self.list.model.show(Held(calendar.tasks), None)
        self.keep.setEnabled(bool(calendar.tasks))
        self.side.show_calendar(calendar)
        late = sum(standing(one, calendar.today) in ("overdue", "near") for one in calendar.tasks)
        self.counted.emit("calendar", late)

    def _choose(self, key: str) -> None:
        self._wanted = key
        self.load()

    # -- what is asked -----------------------------------------------------------------------------------------------

    def _start(self, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        self.tasks.start(self.safely(work), key="act")

    def open_at(self, question: Question) -> None:
        if question.get("promotion"):
            self._choose(question["promotion"])

    async def _plan(self) -> None:
        if self.calendar is None or self.calendar.chosen is None:
            return
        chinese = self.desk.language == "zh_CN"
        made = await self.desk.actions.promotions.plan(self.calendar.chosen, chinese)
        self._wanted = self.calendar.chosen.promotion_id
        await self._load()
        self.said.emit(self.tr("%n task(s) planned back from the day", "", made), "")

    async def _template(self) -> None:
        if self.calendar is None or self.calendar.chosen is None:
            return
        await self.desk.actions.promotions.put_template(self.calendar.chosen.promotion_id)
        self.said.emit(self.tr("New promotions are planned as this one from now on"), "")

    async def open_task(self, place: int = -1) -> None:
        """One that is there, or a new one (−1)."""
        calendar = self.calendar
        if calendar is None or calendar.chosen is None:
            return
        one = calendar.tasks[place] if 0 <= place < len(calendar.tasks) else _fresh(calendar.chosen)
        dialog = TaskDialog(self, one)
        if await answer(dialog) != QDialog.DialogCode.Accepted:
            return
        asks = self.desk.actions.promotions
        if dialog.dropped:
            await asks.drop_task(one.id)
        else:
            if not calendar.tasks:
                await asks.put(calendar.chosen)  # kept as soon as it has a task
            await asks.put_task(dialog.task())
        await self._load()

    async def open_promotion(self, new: bool = False) -> None:
        """The days of the one in sight, or a promotion of one's own."""
        calendar = self.calendar
        if calendar is None:
            return
        chosen = None if new else calendar.chosen
        dialog = PromotionDialog(self, chosen, calendar.today)
        if await answer(dialog) != QDialog.DialogCode.Accepted:
            return
        if dialog.dropped and chosen is not None:
            await self.desk.actions.promotions.drop(chosen)
            self._wanted = ""
        else:
            wanted = dialog.promotion()
            await self.desk.actions.promotions.put(wanted)
            self._wanted = wanted.promotion_id
        await self._load()

    async def _export(self) -> None:
        calendar = self.calendar
        if calendar is None or calendar.chosen is None:
            return
        chosen = calendar.chosen
        name = f"{chosen.name}-{chosen.day_on}"
        path = await ask_new_file(self, self.tr("Export the calendar"), name, "xlsx")
        if path is None:
            return
        titles = (
            *(self.tr("Lane"), self.tr("Task"), self.tr("Begins"), self.tr("Due"), self.tr("Owner"), self.tr("State")),
            *(self.tr("Proof"), self.tr("Note")),
        )
        rows = [_cells(one, words.chip(standing(one, calendar.today)).word) for one in calendar.tasks]
        await asyncio.to_thread(write, path, titles, rows)
        self.said.emit(self.tr("The calendar was written"), path.name)


def _fresh(promotion: Promotion) -> Task:
    begin = promotion.day_on - timedelta(days=7)
    return Task(
        promotion_id=promotion.promotion_id, lane="content", title="", begin_on=begin, due_on=begin + timedelta(days=2)
    )


def _cells(one: Task, how: str) -> list[Value]:
    days = (one.begin_on.isoformat(), one.due_on.isoformat())
    return [words.lane(one.lane), one.title, *days, one.owner, how, one.proof, one.note]


def write(path: Path, titles: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    """Not on the loop."""
    with Export(path, [Field(title=title) for title in titles]) as sheet:
        sheet.add(rows)
