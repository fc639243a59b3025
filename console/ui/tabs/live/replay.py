"""回放: any second of a past show, with the figures, items and words as they were then."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.core.clock import SECOND
from console.rules.live import minute_of
from console.rules.live_script import Script, next_cue, stands
from console.ui import texts
from console.ui.context import Desk
from console.ui.page import scrolled
from console.ui.tabs.live import curve, script_words, words
from console.ui.tabs.live.cockpit import BAR
from console.ui.tabs.live.recap import drawn
from console.ui.tabs.live.recap_reading import RecapReading, read_recap
from console.ui.tabs.live.replay_board import MomentBoard
from console.ui.tabs.live.replay_reading import Moment, read_moment
from console.ui.tabs.live.seek import SeekBar
from console.ui.tabs.live.strips import Strips
from console.ui.tasks import Tasks
from console.ui.widgets import Card, Segmented, button, icon_button, label
from console.ui.widgets.labels import set_tone

STEP_MS = 10 * SECOND
BEAT_MS = 250  # while it plays
REST_MS = 150  # after the last move of the slider


class ReplayRoom(QWidget):
    """``left`` goes back to the recap."""

    left = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self.reading: RecapReading | None = None
        self.moment: Moment | None = None
        self.at = 0
        self._looking = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._play_on)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(self._head())
        whole.addWidget(scrolled(self._inside()), 1)

    def _head(self) -> QHBoxLayout:
        back = icon_button("undo-2", self.tr("Back to the recap"))
        back.clicked.connect(self._back)
        self.under = label("", 12, tone="text3")
        self.speed = Segmented([("1", "1×"), ("4", "4×"), ("16", "16×")], "1")
        self.play = button(self.tr("Play"), "primary", "play")
        self.play.clicked.connect(self.toggle)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, BAR, 0)
        head.addWidget(back)
        head.addWidget(label(self.tr("Replay"), 20, strong=True))
        head.addWidget(self.under)
        head.addStretch(1)
        head.addWidget(self.speed)
        head.addWidget(self.play)
        return head

    def _inside(self) -> QWidget:
        self.clock = label("", 32, strong=True)
        self.into = label("", 12, tone="text2")
        self.next_mark = label("", 12, tone="text3")
        self.cue_then = label("", 12, tone="text3")
        self.curve = curve.ShowCurve(160)
        self.curve.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar = SeekBar()
        self.bar.sought.connect(self.seek)
        card = Card()
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self.clock)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.into)
        names.addWidget(self.next_mark)
        names.addWidget(self.cue_then)
        top.addLayout(names)
        top.addStretch(1)
        keys = self.tr("Space plays · ← → 10 s · Shift+→ next mark · N next highlight")
        top.addWidget(label(keys, 12, tone="text3"))
        card.body.addLayout(top)
        self.strips = Strips()
        self.strips.sought.connect(self.seek)
        card.body.addWidget(self.curve, 1)
        card.body.addWidget(self.strips)
        card.body.addWidget(self.bar)
        self.board = board = MomentBoard()
        board.sought.connect(self.seek)
        self.tiles, self.goods, self.talk = board.tiles, board.goods, board.talk
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, BAR, 0)
        column.setSpacing(12)
        column.addWidget(card, 3)
        column.addWidget(self.tiles)
        column.addLayout(board.cards, 2)
        return inside

    def sizeHint(self) -> QSize:
        return QSize(900, 640)

    def set_room(self, wide: int) -> None:
        self.board.set_room(wide)

    # -- what is shown ----------------------------------------------------------------------------------------------

    async def open_show(self, session_id: str) -> bool:
        """Read the show and stand at its beginning; False where nobody knows it."""
        reading = await self._desk.database.read(read_recap, session_id)
        if reading is None:
            return False
        self.reading = reading
        recap = reading.recap
        title = reading.show.title or self.tr("A show without a title")
        self.under.setText(f"{title} · {words.when(recap.begin_at, recap.end_at)}")
        cuts = [(before[1], after[0]) for before, after in zip(recap.parts, recap.parts[1:], strict=False)]
        span = minute_of(recap.begin_at), recap.end_at  # the curve's
        self.bar.show_span(*span, cuts)
        self.strips.show_show(span, reading.highlights, reading.comments, reading.orders)
        self.board.show_show(reading.highlights)
        self._stop()
        await self.go_to(recap.begin_at + (recap.end_at - recap.begin_at) // 2)
        return True

    async def go_to(self, at: int) -> None:
        """Stand at an instant, and read how things stood."""
        self._stand(at)
        await self._look()

    def seek(self, at: int) -> None:
        """Move there at once; the figures follow a moment after the last move."""
        self._stand(at)
        self._rest.start()

    def _stand(self, at: int) -> None:
        reading = self.reading
        if reading is None:
            return
        recap = reading.recap
        self.at = max(recap.begin_at, min(recap.end_at, at))
        self.clock.setText(texts.full_moment(self.at)[11:])
        self.into.setText(self.tr("{time} into the show").format(time=words.elapsed(self.at - recap.begin_at)))
        coming = next((one.mark for one in recap.marks if one.mark.at >= self.at + SECOND), None)
        self.next_mark.setText("" if coming is None else self._coming(words.mark(coming), coming.at))
        self._stand_cues(reading)
        self.bar.show_at(self.at)
        self.strips.show_at(self.at)
        self.curve.show_drawn(replace(drawn(reading, self.at), bars=(), bars_name=""))  # they have strips of their own

    def _stand_cues(self, reading: RecapReading) -> None:
        """How the run sheet stood then: what was confirmed later was not yet."""
        self.cue_then.setVisible(bool(reading.cues))
        if not reading.cues:
            return
        sheet = Script(script_id="", name="", cues=tuple(one.cue for one in reading.cues))
        marks = {name: mark for name, mark in reading.cue_marks.items() if mark.at <= self.at}
        found = stands(sheet, marks, reading.recap.begin_at, self.at)
        done = sum(one.place in ("done", "late_done") for one in found)
        said = self.tr("script: {done} of {all} done").format(done=done, all=len(found))
        coming = next_cue(found)
        if coming is not None:
            said += f" · {coming.cue.title} {script_words.countdown(coming.left_ms)} ({script_words.state(coming)})"
        self.cue_then.setText(said)
        set_tone(self.cue_then, "amber" if coming is not None and coming.place == "late" else "text3")

    def _coming(self, name: str, at: int) -> str:
        left = words.elapsed(at - self.at)[3:]
        return self.tr("next: {name} {time}, in {left}").format(name=name, time=texts.clock_time(at), left=left)

    def _ask(self) -> None:
        """One question at a time: the next waits until this one is answered."""
        if self._looking:
            self._rest.start()
        else:
            self._tasks.start(self._look())

    async def _look(self) -> None:
        reading = self.reading
        if reading is None:
            return
        self._looking = True
        try:
            moment = await self._desk.database.read(read_moment, reading.show, self.at)
        finally:
            self._looking = False
        self.moment = moment
        self.board.show_moment(moment, reading)

    # -- moving -----------------------------------------------------------------------------------------------------

    def is_playing(self) -> bool:
        return self._beat.isActive()

    def toggle(self) -> None:
        """Play, or stand still."""
        if self._beat.isActive():
            self._stop()
        elif self.reading is not None:
            self._beat.start()
            self.play.setText(self.tr("Pause"))

    def _stop(self) -> None:
        self._beat.stop()
        self.play.setText(self.tr("Play"))

    def hideEvent(self, event: object) -> None:
        self._stop()

    def _play_on(self) -> None:
        reading = self.reading
        if reading is None or self.at >= reading.recap.end_at:
            self._stop()
            return
        self._stand(self.at + BEAT_MS * int(self.speed.key()))
        if not self._rest.isActive():
            self._rest.start()

    def step_mark(self) -> None:
        """To the next mark, if there is one."""
        reading = self.reading
        if reading is not None:
            self.seek(next((one.mark.at for one in reading.recap.marks if one.mark.at > self.at), self.at))

    def step_peak(self) -> None:
        """To the next highlight, if there is one."""
        reading = self.reading
        if reading is not None:
            self.seek(next((one.at for one in reading.highlights if one.at > self.at), self.at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Space:
            self.toggle()
        elif key == Qt.Key.Key_Right and shifted:
            self.step_mark()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.seek(self.at + (STEP_MS if key == Qt.Key.Key_Right else -STEP_MS))
        elif key == Qt.Key.Key_N:
            self.step_peak()
        elif key == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def _back(self) -> None:
        if self.reading is not None:
            self.left.emit(self.reading.show.session_id)
