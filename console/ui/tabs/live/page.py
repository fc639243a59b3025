"""直播: the cockpit while a show is on, how to connect one while none is; recaps and replays of past shows."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.core.changes import Changes, Kind
from console.ui.context import Desk
from console.ui.page import Page, Question
from console.ui.plan_show import ask_plan
from console.ui.tabs.live.calling import Caller
from console.ui.tabs.live.cockpit import Cockpit
from console.ui.tabs.live.cueing import Cueing
from console.ui.tabs.live.deeds import Deeds
from console.ui.tabs.live.everywhere import KeysEverywhere
from console.ui.tabs.live.figures import PAD, FiguresDrawer
from console.ui.tabs.live.hints import Hints
from console.ui.tabs.live.hotkeys import listen, show_acts
from console.ui.tabs.live.idle import IdleRoom, off_air
from console.ui.tabs.live.lookout import Lookout
from console.ui.tabs.live.past import PastShows
from console.ui.tabs.live.reading import Idle, Kept, LiveReading, read_live
from console.ui.tabs.live.runsheet import RunSheetCard
from console.ui.tabs.live.script_room import ScriptRoom
from console.ui.tabs.live.second_screen import SecondScreen
from console.ui.tabs.live.wall import WallWindow
from console.ui.widgets import Chip, button

PACE_MS = 1_000
AGAIN_S = 5  # the figures of the last minutes move on although nothing comes in


class LivePage(Page):
    """One reading of the file a second at most, only while it is in sight."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({"live", "items", "orders", "wording"})

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
        self.cockpit = Cockpit(desk.actions.live.stream.state, desk.language, desk.pictures)
        self.hints = Hints(desk)
        self.cockpit.stream.judged.connect(lambda asked: self.go.emit("compliance", asked))
        self.deeds = Deeds(self, desk, self.tasks, self._on_air)
        self.cockpit.head.marked.connect(self.deeds.mark)
        self.cockpit.head.finished.connect(self.deeds.finish)
        self.cockpit.head.walled.connect(self.toggle_wall)
        self.cueing = Cueing(desk, self.tasks, RunSheetCard())
        self.cockpit.put_script(self.cueing.panel)
        self.past = PastShows(self, desk, self.tasks, self._on_air)
        self.recap, self.replay = self.past.recap, self.past.replay
        self.cockpit.head.past.connect(lambda: self.past.list_below(self.cockpit.head.history))
        self.scripts = ScriptRoom(desk, self.tasks)
        write = button(self.tr("Scripts"), icon_name="list-checks")
        write.clicked.connect(self.open_scripts)
        self.head.addWidget(write)
        self._walled = ""  # the show that was on the wall when it seemed to be over
        self.second = SecondScreen(self, desk.now, self.cockpit.head.standing)
        self.second.beat.connect(self._wall_beat)
        gone = self.tr("The second screen is gone: the wall was closed")
        self.second.lost.connect(lambda: self.said.emit(gone, self.tr("F11 opens it again")))
        self.figures = FiguresDrawer(self, desk, self.tasks)
        self._listen()
        self.rooms = QStackedWidget()
        for room in (self.idle, self.cockpit, self.recap, self.replay, self.scripts):
            self.rooms.addWidget(room)
        self.column.addWidget(self.rooms, 1)
        self._show_room(self.idle)
        self.under.setText(self.tr("no show is on"))
        self.read()

    def _listen(self) -> None:
        """Ways between the rooms, and the keys that hold anywhere in the window while this page is in sight."""
        self.deeds.said.connect(self.said)
        self.deeds.done.connect(self.read)
        self.deeds.ended.connect(self.open_recap)
        self.idle.opened.connect(self.open_recap)
        self.recap.said.connect(self.said)
        self.recap.figures.connect(lambda name: self.figures.open_on(PAD, name))
        self.figures.said.connect(self.said)
        self.figures.moved.connect(self._moved)
        self.idle.asked.connect(self.figures.open_on)
        self.idle.went.connect(self._go)
        self.idle.plan_asked.connect(lambda: self.tasks.start(self._plan(), key="plan"))
        self.idle.door.linked.connect(lambda: self.go.emit("settings", {"section": "live"}))
        self.cockpit.head.typed.connect(lambda: self.figures.open_on(PAD))
        self.recap.left.connect(self.show_now)
        self.past.ready.connect(self._show_past)
        self.past.settled.connect(self.settled)
        self.cockpit.item_opened.connect(lambda item_id: self.go.emit("products", {"text": item_id}))
        self.scripts.said.connect(self.said)
        self.scripts.go.connect(self.go)
        self.scripts.left.connect(self.show_now)
        self.cueing.panel.edited.connect(self.open_scripts)
        self.cockpit.advice.planned.connect(self.cueing.put_in)
        self.cueing.said.connect(self.said)
        self.cueing.stale.connect(self.read)
        self.cueing.written.connect(self._cue_written)
        self.cueing.moved.connect(self.second.show_cue)
        self.caller = Caller(self, self.desk, self.cueing, self.cockpit)
        self.lookout = Lookout(self, self.desk, lambda: self.on_air is not None)
        self.lookout.due.connect(self._from_afar)
        self.acts = show_acts(self.cueing, self.deeds.mark, self.cockpit.goods)
        listen(self, {**self.acts, "F11": self.toggle_wall})
        self.everywhere = KeysEverywhere(self, self.desk.preferences, self.acts)
        self.everywhere.said.connect(self.said)
        self.cueing.panel.show_everywhere(self.everywhere)

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
        ahead_ms = self.desk.actions.live.state().ahead_ms
        reading = await self.desk.database.read(read_live, self.desk.now(), self._kept, ahead_ms)
        was, self.reading = self._on_air(), reading
        if isinstance(reading, LiveReading):
            self._kept = reading.kept
            self.cueing.show_reading(reading)
            self.everywhere.set_on_air(True)
            self.cockpit.curve.planned = self.cueing.planned(reading.now)
            self.cockpit.show_reading(reading)
            self.tasks.start(self._hint(reading))
            self.second.show_reading(reading, self.cockpit.advice_now)
            if self._walled == reading.show.session_id:
                self.toggle_wall()
            self._walled = ""
        else:
            if self.wall is not None:
                self._walled = was  # a page that is loaded anew ends its show for some seconds
            self._kept = None
            self.cueing.show_reading(None)
            self.everywhere.set_on_air(False)
            self.idle.show_idle(reading)
            self.second.close()
        if self.rooms.currentWidget() in (self.idle, self.cockpit):
            self.show_now()
        self.settled.emit()

    async def _hint(self, reading: LiveReading) -> None:
        """Underline what is risky in what was said."""
        self.cockpit.stream.show_verdicts(await self.hints.look(reading.talk))
        self.settled.emit()

    def show_now(self) -> None:
        """What is on, or that nothing is."""
        self._show_room(self.idle if self.on_air is None else self.cockpit)

    def _show_room(self, room: QWidget) -> None:
        was = self.is_compact
        self.rooms.setCurrentWidget(room)
        head = self.title.parentWidget()
        if head is not None:
            head.setVisible(room is self.idle)
        if was is not self.is_compact:
            self.shaped.emit()

    @property
    def is_compact(self) -> bool:
        return self.rooms.currentWidget() is self.cockpit

    def on_changes(self, changes: Changes) -> None:
        """At most one reading a second, however much arrives."""
        if not changes.kinds & self.kinds:
            return
        self.figures.read()
        if "wording" in changes.kinds:
            self.hints.forget()
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
        """``show``: the recap of that show; ``view``: one of our rooms; ``figures``: a place of the figures' panel."""
        view, name = question.get("view", "recap" if question.get("show") else ""), question.get("show", "")
        if view:
            self.figures.shut()
            self.second.close()
        if view == "now":
            self.show_now()
        elif view == "scripts":
            self.open_scripts()
        elif view == "wall":
            self.toggle_wall()
        elif view in ("recap", "replay"):
            (self.past.open_recap if view == "recap" else self.past.open_replay)(name)
        if question.get("figures", ""):
            self.figures.open_on(question["figures"])

    def _go(self, tab: str, question: Question) -> None:
        """Where the card of the next show leads: to a room of this page, or to another."""
        if tab == "live":
            self.open_at(question)
        else:
            self.go.emit(tab, question)

    async def _plan(self) -> None:
        await ask_plan(self, self.idle.next.plan, self.desk)
        self.read()

    # -- past shows -------------------------------------------------------------------------------------------------

    def _on_air(self) -> str:
        """The name of the show that is on."""
        return self.on_air.show.session_id if self.on_air else ""

    def open_recap(self, session_id: str) -> None:
        """Show what became of a show."""
        self.past.open_recap(session_id)

    def open_replay(self, session_id: str) -> None:
        """Show any moment of a show."""
        self.past.open_replay(session_id)

    def _show_past(self, room: QWidget) -> None:
        self._show_room(room)
        room.setFocus()

    def _moved(self, session_id: str) -> None:
        """A show was begun, joined or taken apart."""
        self._kept = None
        if self.rooms.currentWidget() is self.recap:
            self.open_recap(session_id)
        self.read()

    def open_scripts(self) -> None:
        """Write run sheets, whether a show is on or not."""
        self._show_room(self.scripts)
        self.tasks.start(self.scripts.open_room(), key="scripts")

    @property
    def beside(self) -> QWidget | None:
        return self.wall

    # -- the wall ---------------------------------------------------------------------------------------------------

    @property
    def wall(self) -> WallWindow | None:
        """The second screen's window, while it is open."""
        return self.second.window

    def toggle_wall(self) -> None:
        """Open the second screen's window, or close it."""
        reading = self.on_air
        if self.wall is not None:
            self.second.close()
        elif reading is not None:
            keys = {**self.acts, "Ctrl+Z": self.cueing.undo}
            self.second.open(self.window(), reading, self.cockpit.advice_now, keys)
            self.cueing.tick(self.desk.now())

    def _wall_beat(self) -> None:
        """The wall goes on while another tab is in sight."""
        if self.on_air is not None and not self.isVisible():
            self._from_afar()

    def _from_afar(self) -> None:
        if not self.tasks.busy:
            self.read()

    async def close_page(self) -> None:
        await self.scripts.verbs.keep_all()
        self.second.close()
        self.everywhere.close()
        self.lookout.close()
        self.caller.tray.close()
        await super().close_page()

    def undo_here(self) -> bool:
        if self.rooms.currentWidget() is self.scripts:
            return self.scripts.undo()
        return self.on_air is not None and self.cueing.undo()

    def _cue_written(self) -> None:
        """A row may have left the log: what was added up so far is added up anew."""
        self._kept = None
        self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.rooms.currentWidget() is self.cockpit and self.cockpit.press(event.key()):
            return
        if event.key() == Qt.Key.Key_Escape and self.rooms.currentWidget() in (self.recap, self.scripts):
            self.show_now()
        else:
            super().keyPressEvent(event)

    # -- room -------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() - 32
        self.idle.set_room(wide)
        self.cockpit.set_room(wide)
        self.past.set_room(wide)
        self.scripts.set_room(wide)
