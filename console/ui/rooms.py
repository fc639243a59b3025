"""A tab of several rooms under one head; each is built when it is first entered, and lives on when it is left."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.core.changes import Changes, Kind
from console.ui.context import Desk
from console.ui.page import Page, Question
from console.ui.safely import safely
from console.ui.tasks import Tasks
from console.ui.widgets.subtabs import SubTab, SubTabs


class View(QWidget):
    """Base of the rooms. ``verbs`` stand at the right of the tab's head while the room is in sight."""

    settled = Signal()
    go = Signal(str, object)
    said = Signal(str, str)
    counted = Signal(str, int)  # a room, and how much of it waits for somebody

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.tasks = Tasks(type(self).__name__)
        self.verbs: Sequence[QWidget] = ()

    @property
    def is_settled(self) -> bool:
        """Whether everything in sight has been answered."""
        return not self.tasks.busy

    async def safely(self, work: Callable[[], Coroutine[Any, Any, object]], os_code: str = "cli.unwritable") -> bool:
        """Do it; say in words whatever does not work, and live on. Returns whether it was done.

        ``os_code``: by which words of the catalogue the system's own trouble is said.
        """
        return await safely(work, self.said.emit, self.desk.language, os_code) is not None

    def on_changes(self, changes: Changes) -> None:
        """Rows changed in the file."""

    def tick(self) -> None:
        """A second has passed."""

    def open_at(self, question: Question) -> None:
        """Show what is asked for."""

    def find_here(self) -> None:
        """Ctrl+F."""

    async def close_view(self) -> None:
        """Cancel what runs."""
        await self.tasks.close()


@dataclass(frozen=True)
class Room:
    """A room: its key, its name in English, and what builds it when it is first entered."""

    key: str
    name: str
    build: Callable[[Desk], View]


class RoomsPage(Page):
    """Shows one room at a time and passes on to it what the shell says. The first room is where one comes in."""

    rooms: ClassVar[tuple[Room, ...]] = ()
    context: ClassVar[str] = ""  # of the rooms' names
    kinds: ClassVar[frozenset[Kind]] = frozenset()  # what a room is told that comes into sight after a change

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        self.key = self.rooms[0].key
        tabs = [SubTab(one.key, QCoreApplication.translate(self.context, one.name)) for one in self.rooms]
        self.tabs = SubTabs(tabs, self.key, spill=True)
        self.tabs.chosen.connect(self.enter)
        self.head.insertSpacing(1, 12)
        self.head.insertWidget(2, self.tabs, 100)
        top = self.column.itemAt(0)
        if top is not None and (room := top.widget()) is not None:
            room.setFixedHeight(self.tabs.height())
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack, 1)
        self._views: dict[str, View] = {}
        self._stale: set[str] = set()
        self._counts: dict[str, int] = {}
        self.enter(self.key)

    @property
    def view(self) -> View:
        """The one in sight."""
        return self._views[self.key]

    def enter(self, key: str) -> View:
        """Show a room; one that nobody knows is the first."""
        key = key if any(one.key == key for one in self.rooms) else self.rooms[0].key
        view = self._views.get(key) or self._build(key)
        self.key = key
        self.tabs.set_key(key)
        self._stack.setCurrentWidget(view)
        for name, other in self._views.items():
            for verb in other.verbs:
                verb.setVisible(name == key)
        if key in self._stale:
            self._stale.discard(key)
            view.on_changes(Changes(self.kinds))
        return view

    def _build(self, key: str) -> View:
        view = self._views[key] = next(one for one in self.rooms if one.key == key).build(self.desk)
        view.settled.connect(self.settled)
        view.go.connect(self.go)
        view.said.connect(self.said)
        view.counted.connect(self._count)
        for verb in view.verbs:
            self.head.addWidget(verb)
        self._stack.addWidget(view)
        return view

    def _count(self, key: str, number: int) -> None:
        self._counts[key] = number
        self.tabs.set_counts(self._counts)

    @property
    def is_settled(self) -> bool:
        return self.view.is_settled

    def on_changes(self, changes: Changes) -> None:
        self._stale = set(self._views) - {self.key}
        self.view.on_changes(changes)

    def tick(self) -> None:
        self.view.tick()

    def open_at(self, question: Question) -> None:
        view = self.enter(question.get("view", self.rooms[0].key))
        view.open_at({name: value for name, value in question.items() if name != "view"})

    def find_here(self) -> None:
        self.view.find_here()

    async def close_page(self) -> None:
        for view in self._views.values():
            await view.close_view()
        await super().close_page()
