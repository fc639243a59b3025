"""任务清单: lists of people to reach, from the draft to what came back."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import msgspec
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from console.rules.customers import SEGMENTS
from console.store import customers_asked, customers_said, touch_board, touch_lists
from console.store.customers_asked import Asked
from console.store.touch_lists import TaskList
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import answer, ask
from console.ui.page import Question, scrolled
from console.ui.rows import Cell, Column, Row, Rows
from console.ui.tabs.customers import touch_words as words
from console.ui.tabs.customers.profile_words import segment_word
from console.ui.tabs.customers.tasks_card import TaskCard
from console.ui.tabs.customers.tasks_export import ask_export
from console.ui.tabs.customers.tasks_new import Source, ask_new_list
from console.ui.tabs.customers.touch_base import TouchBase
from console.ui.tabs.customers.touch_import import TouchImport
from console.ui.widgets import Card, EmptyState, button

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.rules.touching_gate import Result

WIDE = 980  # pixels: from here on list and card stand side by side
REST_S = 0.3  # after the last key in the message


class TaskListsCard(Card):
    """All lists, those that wait for somebody first."""

    def __init__(self) -> None:
        super().__init__(self.tr("Task lists"), self.tr("the same list is not sent twice"))
        columns = (
            Column(self.tr("List")),
            Column(self.tr("People"), 84, right=True),
            Column(self.tr("State"), 96, right=True),
        )
        self.rows = Rows(columns, self.tr("Task lists"), "", 46)
        self.none = EmptyState(
            "list-checks",
            self.tr("No task lists yet"),
            self.tr("Make one from a saved segment, or from a selection in the value matrix."),
            self.tr("New task list"),
        )
        self.body.addWidget(self.rows)
        self.body.addWidget(self.none)
        self.body.addStretch(1)

    def show_lists(self, lists: Sequence[TaskList], current: int) -> None:
        """Fill it; ``current`` is the place of the one that is looked at."""
        self.rows.setVisible(bool(lists))
        self.none.setVisible(not lists)
        self.rows.show_rows([row_of(one) for one in lists], current)


class TasksView(TouchBase):
    """The lists at the left, the one that is looked at on the right."""

    tables = ("consents",)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.take = button(self.tr("Import consents"), icon_name="upload")
        self.take.clicked.connect(lambda: self.tasks.start(self.ask_import(), key="import"))
        self.new = button(self.tr("New task list"), "primary", "plus")
        self.new.clicked.connect(lambda: self.tasks.start(self.ask_new(), key="new"))
        self.verbs = (self.take, self.new)
        self.all: Sequence[TaskList] = ()
        self.chosen: int | None = None
        self.lists, self.card = TaskListsCard(), TaskCard(desk)
        self.lists.none.on_click(self.new.click)
        self.lists.rows.moved.connect(self._choose)
        self.card.step.connect(self._step)
        inside = QWidget()
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(12)
        self._whole.addWidget(self.lists, 4)
        self._whole.addWidget(self.card, 5)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))
        self.card.hide()
        self.load()

    @property
    def task(self) -> TaskList | None:
        """The one that is looked at."""
        return next((one for one in self.all if one.id == self.chosen), None)

    def open_at(self, question: Question) -> None:
        """A list by its id."""
        if question.get("list", "").isdigit():
            self.chosen = int(question["list"])
            self.load()

    async def _read(self) -> None:
        self.all = await self.desk.database.read(touch_lists.lists, self.desk.scope.pair)
        if self.task is None:
            self.chosen = self.all[0].id if self.all else None
        places = [one.id for one in self.all]
        self.lists.show_lists(self.all, places.index(self.chosen) if self.chosen in places else -1)
        self.counted.emit("tasks", sum(one.state != "done" for one in self.all))
        await self._show_task()

    async def _show_task(self) -> None:
        task = self.task
        self.card.setVisible(task is not None)
        if task is None:
            return

        now = self.desk.now()

        def look(conn: "Connection") -> tuple[Any, ...]:
            left = list(touch_lists.reasons(conn, task.id).items())
            back = touch_lists.failures(conn, task.id), touch_lists.refused(conn, task.id)
            return left, *back, touch_board.result_of(conn, task, now)

        left, failures, strays, result = await self.desk.database.read(look)
        self.card.show_task(task, left, failures, strays, now)
        self.card.show_result(result, now)
        await self._check()

    async def _check(self) -> None:
        text = self.card.message.toPlainText()
        self.card.show_findings(await self.desk.actions.touching.check(text) if text.strip() else ())

    async def _check_later(self) -> None:
        await asyncio.sleep(REST_S)
        await self._check()

    def _choose(self, place: int) -> None:
        self.chosen = self.all[place].id
        self.tasks.start(self._show_task(), key="show")

    # -- steps -------------------------------------------------------------------------------------------------------

    def _step(self, step: str) -> None:
        if self.task is not None:
            acts: Mapping[str, Callable[[TaskList], Coroutine[Any, Any, None]]] = {
                "settle": self._settle,
                "export": self._export,
                "results": self._results,
                "finish": self._finish,
                "drop": self._drop,
            }
            act = self._check_later() if step == "check" else acts[step](self.task)
            self.tasks.start(act, key="check" if step == "check" else "step")

    async def _settle(self, task: TaskList) -> None:
        text, reason = self.card.message.toPlainText(), self.card.reason.text()
        await self.safely(partial(self.desk.actions.touching.settle, task.id, text, reason))

    async def _export(self, task: TaskList) -> None:
        people = await ask_export(self, task)
        if people is not None:
            self.said.emit(self.tr("%n people exported", "", people), self.tr("The list is under way"))

    async def _results(self, task: TaskList) -> None:
        dialog = TouchImport(self, self.desk, ("results",))
        try:
            if await answer(dialog):
                rows = [(line.number, cast("Result", line.row)) for line in dialog.good()]
                await self.safely(lambda: self._take(task, rows))
        finally:
            await dialog.tasks.close()

    async def _take(self, task: TaskList, rows: "Sequence[tuple[int, Result]]") -> None:
        came = await self.desk.actions.touching.results(task.id, rows)
        said = self.tr("{reached} reached · {failed} failed · {strays} fit nobody")
        counts = {"reached": came.reached, "failed": came.failed, "strays": came.strays}
        self.said.emit(said.format(**{key: texts.count(value) for key, value in counts.items()}), "")

    async def _finish(self, task: TaskList) -> None:
        await self.safely(partial(self.desk.actions.touching.finish, task.id))

    async def _drop(self, task: TaskList) -> None:
        asked = self.tr("The list “{name}” has not gone out. It cannot be brought back.").format(name=task.name)
        title, accept = self.tr("Delete the list?"), self.tr("Delete")
        if await ask(self, title, asked, accept, kind="danger", undoable=False):
            await self.safely(partial(self.desk.actions.touching.drop, task.id))

    async def ask_new(self) -> None:
        """A new list from what is there to choose from."""
        sources = await self._sources()
        made = await ask_new_list(self, sources)
        if made is not None:
            self.chosen = made
            self.load()

    async def _sources(self) -> Sequence[Source]:
        asked = Asked(now=self.desk.now(), pair=self.desk.scope.pair)
        found: list[Source] = []
        for one in await self.desk.database.read(customers_said.saved):
            wanted = msgspec.structs.replace(asked, conditions=one.conditions)
            name = self.tr("Segment: {name}").format(name=one.name)
            found.append((name, partial(customers_asked.ids, asked=wanted)))
        for name in SEGMENTS:
            if name != "blocked":
                wanted = msgspec.structs.replace(asked, segment=name)
                found.append((segment_word(name), partial(customers_asked.ids, asked=wanted)))
        return [*found, (self.tr("All customers"), partial(customers_asked.ids, asked=asked))]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = event.size().width() >= WIDE
        self._whole.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)


def row_of(task: TaskList) -> Row:
    """A list on a line."""
    return (
        Cell(task.name, strong=True, under=words.joined((words.channel(task.channel), task.staff))),
        Cell(texts.count(task.sends)),
        Cell(chip=words.state_chip(task.state)),
    )
