"""直播: the cockpit while a show is on, how to connect one while none is; recaps and replays of past shows."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from console import catalogue
from console.core.changes import Changes, Kind
from console.core.errors import Trouble
from console.ui.context import Desk
from console.ui.page import Page, Question
from console.ui.tabs.live.cockpit import Cockpit
from console.ui.tabs.live.idle import IdleRoom, off_air
from console.ui.tabs.live.reading import Idle, Kept, LiveReading, read_live
from console.ui.widgets import Chip

PACE_MS = 1_000
AGAIN_S = 5  # the figures of the last minutes move on although nothing comes in


class LivePage(Page):
    """One reading of the file a second at most, only while it is in sight."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({"live", "items", "orders"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, QCoreApplication.translate("tabs", "Live"))
        self.reading: LiveReading | Idle | None = None
        self._kept: Kept | None = None
        self._again = False
        self._ticks = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PACE_MS)
        self._pause.timeout.connect(self._rested)
        self.state = Chip(off_air())
        self.head.insertWidget(2, self.state)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.idle = IdleRoom(desk, self.tasks)
        self.idle.door.said.connect(self.said)
        self.cockpit = Cockpit()
        self.cockpit.head.marked.connect(self.mark)
        self.cockpit.head.finished.connect(self.finish)
        self.rooms = QStackedWidget()
        for room in (self.idle, self.cockpit):
            self.rooms.addWidget(room)
        self.column.addWidget(self.rooms, 1)
        self._show_room(self.idle)
        self.under.setText(self.tr("no show is on"))
        self.read()

    @property
    def is_settled(self) -> bool:
        return super().is_settled and self.cockpit.is_settled

    @property
    def on_air(self) -> LiveReading | None:
        """The show that is on, as it was read last."""
        return self.reading if isinstance(self.reading, LiveReading) else None

    # -- reading ----------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read it anew; what is shown stays until the answer is here."""
        self._pause.start()
        self.tasks.start(self._read(), key="read")

    async def _read(self) -> None:
        reading = await self.desk.database.read(read_live, self.desk.now(), self._kept)
        self.reading = reading
        if isinstance(reading, LiveReading):
            self._kept = reading.kept
            self.cockpit.show_reading(reading)
            self._show_room(self.cockpit)
        else:
            self._kept = None
            self.idle.show_idle(reading.shows, reading.now)
            self._show_room(self.idle)
        self.settled.emit()

    def _show_room(self, room: QWidget) -> None:
        self.rooms.setCurrentWidget(room)
        head = self.title.parentWidget()
        if head is not None:
            head.setVisible(room is self.idle)

    def on_changes(self, changes: Changes) -> None:
        """At most one reading a second, however much arrives."""
        if not changes.kinds & self.kinds:
            return
        if self._pause.isActive():
            self._again = True
            return
        self.read()

    def _rested(self) -> None:
        if self._again and self.isVisible():
            self._again = False
            self.read()

    def tick(self) -> None:
        self._ticks += 1
        if self.on_air is not None:
            self.cockpit.tick(self.desk.now())
            if self._ticks % AGAIN_S == 0 and not self._pause.isActive():
                self.read()
        else:
            self.idle.show_state(self.desk.now())

    def open_at(self, question: Question) -> None:
        """Nothing is asked of it yet."""

    # -- what is asked ----------------------------------------------------------------------------------------------

    def mark(self) -> None:
        """Note this moment of the show."""
        show = self.on_air
        if show is not None:
            words = self.tr("Mark")
            self._do(lambda: self.desk.actions.live.mark(show.show.session_id, words), self.tr("Marked"))

    def finish(self) -> None:
        """The show is over."""
        show = self.on_air
        if show is not None:
            self._do(lambda: self.desk.actions.live.finish(show.show.session_id), "")

    def _do(self, act: Callable[[], Awaitable[None]], done: str) -> None:
        self.tasks.start(self._done(act, done))

    async def _done(self, act: Callable[[], Awaitable[None]], done: str) -> None:
        try:
            await act()
        except Trouble as trouble:
            words = catalogue.words_for(trouble, self.desk.language)
            self.said.emit(words.text, words.next_step)
            return
        if done:
            self.said.emit(done, "")
        self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10 and self.on_air is not None:
            self.mark()
        elif self.on_air is not None and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.cockpit.goods.select(event.key() - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    # -- room -------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() - 32
        self.idle.set_room(wide)
        self.cockpit.set_room(wide)
