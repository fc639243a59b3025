"""直播: the link to OBS — where it listens, its password, a test — and how a show may call when something is due."""

from collections.abc import Callable, Coroutine
from typing import Any

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.operators import Right
from console.core.streaming import LinkChoice, StreamState
from console.ui.context import Desk
from console.ui.stream_words import link_look
from console.ui.tabs.settings.sections import Row, Section, across, keep_in
from console.ui.tasks import Tasks
from console.ui.widgets import Chip, Switch, button
from console.ui.widgets.labels import Elided, TextTone, set_tone

WIDE, NARROW = 200, 80
LOOK_MS = 1_000


class LiveSettings(QWidget):
    """What is typed is kept when the field is left; a password with its button only."""

    settled = Signal()
    asked = Signal(str)  # a place of the live tab's panel of figures

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._link = desk.actions.live.stream
        self.is_settled = False
        self.choice = LinkChoice()
        self.card = Section(self.tr("Stream (OBS)"))
        self.on = Switch(self.tr("Link OBS"))
        self.state = Chip(link_look(StreamState(), 0))
        self.host, self.port, self.password = QLineEdit(), QLineEdit(), QLineEdit()
        self.keep_password = button(self.tr("Keep"))
        self.test = button(self.tr("Try it"), "default", "send")
        self.verdict = Elided("", 12)
        self.rows: dict[str, Row] = {}
        self.calls = Section(self.tr("Calls of a show"))
        self.sound, self.notices = Switch(self.tr("Sound")), Switch(self.tr("Notices on the desktop"))
        self._build()
        self._build_calls()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(self.card)
        whole.addWidget(self.calls)
        whole.addWidget(self._build_figures())
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.show_state)

    def _build_figures(self) -> Section:
        """Which source is believed and what is a pass is set where the figures are: in the live tab."""
        self.figures = Section(self.tr("Figures of a show"))
        for place, name, under in (
            ("sources", self.tr("Sources"), self.tr("Who is believed first where two tell the same figure")),
            ("lines", self.tr("Pass and excellent"), self.tr("By category, from a day on; until then the yardstick")),
        ):
            opener = button(self.tr("Open in Live"))
            opener.clicked.connect(lambda _=False, place=place: self.asked.emit(place))
            self.rows[place] = self.figures.add_row(Row(name, under, opener))
        return self.figures

    def _build(self) -> None:
        why = self.tr(
            "A show then begins and ends with the stream, and the cockpit says when frames are dropped. OBS is only "
            "asked how the stream is; nothing is changed there."
        )
        self.rows["on"] = self.card.add_row(Row(self.tr("Link OBS"), why, across(self.state, self.on)))
        self.host.setFixedWidth(WIDE)
        self.host.setAccessibleName(self.tr("Address"))
        under = self.tr("In OBS: Tools › WebSocket Server Settings; usually 127.0.0.1 and 4455")
        self.port.setFixedWidth(NARROW)
        self.port.setAccessibleName(self.tr("Port"))
        self.rows["where"] = self.card.add_row(Row(self.tr("Address and port"), under, across(self.host, self.port)))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setFixedWidth(WIDE)
        self.password.setAccessibleName(self.tr("Password"))
        under = self.tr("Kept in the system's key store only; what travels is a hash of it, and only to OBS")
        self.rows["password"] = self.card.add_row(
            Row(self.tr("Password"), under, across(self.password, self.keep_password))
        )
        self.verdict.setMinimumWidth(WIDE)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        under = self.tr("Greets it once with what stands here; nothing is kept")
        self.rows["test"] = self.card.add_row(Row(self.tr("Try it"), under, across(self.verdict, self.test)))
        self.on.clicked.connect(lambda on: self._set("on", on=on))
        self.host.editingFinished.connect(lambda: self._typed("where"))
        self.port.editingFinished.connect(lambda: self._typed("where"))
        self.keep_password.clicked.connect(lambda: self._start("password", self._keep_password))
        self.test.clicked.connect(lambda: self._start("test", self._test))

    def _build_calls(self) -> None:
        preferences = self._desk.preferences
        under = self.tr(
            "A short beep for cues, warnings and advice; never in quiet hours. Off: a microphone may be near."
        )
        self.calls.add_row(Row(self.tr("Sound"), under, self.sound))
        under = self.tr(
            "While none of our windows is in front; in quiet hours only a cut and an item about to run out."
        )
        self.calls.add_row(Row(self.tr("Notices on the desktop"), under, self.notices))
        self.sound.setChecked(preferences.live_sound)
        self.notices.setChecked(preferences.live_notices)
        self.sound.clicked.connect(lambda on: setattr(preferences, "live_sound", on))
        self.notices.clicked.connect(lambda on: setattr(preferences, "live_notices", on))

    def keep(self, words: str) -> bool:
        """Show only the rows that say these words; whether any does."""
        return keep_in((self.card, self.calls, self.figures), words)

    # -- reading ------------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Ask what is set."""
        self._tasks.start(self._read(), key="stream")

    async def _read(self) -> None:
        self.choice = await self._link.choice()
        try:
            has_password = await self._link.has_password()
        except (Trouble, FileTrouble) as trouble:
            has_password = False
            self._say("password", trouble)
        self._show(has_password)
        self.is_settled = True
        self.settled.emit()

    def _show(self, has_password: bool) -> None:
        may = self._desk.may(Right.SWITCHES)
        self.on.setChecked(self.choice.on)
        if not (self.host.hasFocus() or self.port.hasFocus()):
            self.host.setText(self.choice.host)
            self.port.setText(str(self.choice.port))
        kept, none = self.tr("a password is kept"), self.tr("no password")
        self.password.setPlaceholderText(kept if has_password else none)
        for part in (self.on, self.host, self.port, self.password, self.keep_password, self.test):
            part.setEnabled(may)
        self.show_state()

    def show_state(self) -> None:
        """As link and stream stand now."""
        state = self._link.state()
        self.state.set_look(link_look(state, self._desk.now()))
        told = catalogue.words(state.code, self._desk.language, detail=state.detail) if state.code else None
        self.state.setToolTip(f"{told.text}\n{told.next_step}" if told is not None else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look.stop()

    # -- setting ------------------------------------------------------------------------------------------------------

    def _wanted(self) -> LinkChoice:
        """What stands in the fields; a port that is no number is none."""
        text = self.port.text().strip()
        port = int(text) if text.isascii() and text.isdigit() else 0
        return msgspec.structs.replace(self.choice, host=self.host.text().strip(), port=port)

    def _typed(self, name: str) -> None:
        wanted = self._wanted()
        if wanted != self.choice:
            self._put(name, wanted)

    def _set(self, name: str, *, on: bool) -> None:
        self._put(name, msgspec.structs.replace(self._wanted(), on=on))

    def _put(self, name: str, wanted: LinkChoice) -> None:
        async def put() -> None:
            await self._link.set_choice(wanted)
            await self._read()
            self._note(name, self.tr("Saved"), "green")

        self._start(name, put)

    async def _keep_password(self) -> None:
        await self._link.set_choice(self._wanted(), self.password.text())  # the port may have been typed just before
        self.password.clear()
        await self._read()
        self._note("password", self.tr("Saved"), "green")

    async def _test(self) -> None:
        self.test.setEnabled(False)
        self._verdict(self.tr("Waiting…"), "text3")
        try:
            typed = self.password.text()
            greeting = await self._link.test(self._wanted(), typed or None)
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._verdict(said.text, "red")
            self.verdict.setToolTip(said.next_step)
            return
        finally:
            self.test.setEnabled(True)
        on, off = self.tr("OBS {version}: streaming"), self.tr("OBS {version}: no stream now")
        self._verdict((on if greeting.is_active else off).format(version=greeting.version), "green")

    def _verdict(self, said: str, tone: TextTone) -> None:
        self.verdict.setText(said)
        set_tone(self.verdict, tone)

    def _start(self, name: str, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        async def safely() -> None:
            try:
                await work()
            except (Trouble, FileTrouble) as trouble:
                self._say(name, trouble)

        self._tasks.start(safely(), key=f"stream:{name}")

    def _say(self, name: str, trouble: Trouble | FileTrouble) -> None:
        said = catalogue.words_for(trouble, self._desk.language)
        self._note(name, said.text, "red")
        self.rows[name].note.setToolTip(said.next_step)
        self.on.setChecked(self.choice.on)

    def _note(self, name: str, words: str, tone: TextTone) -> None:
        for row in self.rows.values():
            row.note.setText("")
        self.rows[name].note.setText(words)
        set_tone(self.rows[name].note, tone)
