"""A violation as a card of the board."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.ui import paint, texts
from console.ui.tabs.compliance import violations_words as words
from console.ui.tabs.compliance.violations_reading import Shown, share_used
from console.ui.theme import Tone, current
from console.ui.widgets import Chip, IconLabel, label
from console.ui.widgets.labels import Elided, TextTone, set_tone

TEXT: dict[Tone, TextTone] = {"red": "red", "amber": "amber", "blue": "accent", "green": "green"}


class TimeBar(QWidget):
    """How much of the time has passed."""

    def __init__(self, share: float, tone: Tone) -> None:
        super().__init__()
        self._share, self._tone = share, tone
        self.setFixedHeight(5)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        paint.rounded(painter, self.rect(), 2.5, look["track"])
        used = round(self.width() * self._share)
        if used:
            paint.rounded(painter, QRect(0, 0, used, self.height()), 2.5, look[f"dot_{self._tone}"])
        painter.end()


class CaseCard(QFrame):
    """A click or Enter opens it."""

    opened = Signal(str)

    def __init__(self, one: Shown, now: int) -> None:
        super().__init__()
        case = one.kept.case
        self.case_id = case.case_id
        self.setObjectName("card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip = words.state_chip(case, one.clock)
        tone = words.CLOCK_TONES[one.clock.urgency] if one.clock.urgency != "done" else chip.tone
        self.clock = label(words.clock_words(case, one.clock, now), 12, strong=True, tone=TEXT.get(tone, "text2"))
        top = QHBoxLayout()
        top.addWidget(Elided(case.case_id, 12, tone="text2"), 1)
        top.addWidget(Chip(chip))
        left = QHBoxLayout()
        left.setSpacing(6)
        left.addWidget(IconLabel("timer", 14, f"fg_{tone}"))
        left.addWidget(self.clock, 1)
        cause = Elided(case.cause or texts.NOTHING, 13, tone="text")
        cause.setFont(label("", 13, strong=True).font())
        room = QVBoxLayout(self)
        room.setContentsMargins(12, 10, 12, 10)
        room.setSpacing(5)
        room.addLayout(top)
        room.addWidget(cause)
        room.addWidget(Elided(words.about(case) or texts.NOTHING))
        room.addWidget(TimeBar(share_used(one, now), tone))
        room.addLayout(left)
        room.addWidget(Elided(self._dates(one, now)))
        self.setAccessibleName(f"{case.case_id} {chip.word} {case.cause} {self.clock.text()}")

    def _dates(self, one: Shown, now: int) -> str:
        told = self.tr("{day} notice").format(day=texts.moment(one.kept.case.notice_at, now)[:-6])
        if one.clock.due_at is not None:
            due = self.tr("appeal by {when}").format(when=words.due_words(one.clock, now))
            return f"{told} · {due}"
        return told

    def choose(self, chosen: bool) -> None:
        """Mark the one whose drawer is open."""
        self.setObjectName("chosen" if chosen else "card")
        set_tone(self, "yes" if chosen else "no", "marked")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.case_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.case_id)
        else:
            super().keyPressEvent(event)
