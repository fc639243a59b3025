"""The wizard's small parts: a field that says what is wrong with it, a platform to choose, a panel, the steps."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from console import catalogue
from console.catalogue import Language, Words
from console.core.model import Platform
from console.ui import icons, paint
from console.ui.icons import icon
from console.ui.tabs.accounts import words
from console.ui.theme import current
from console.ui.widgets import IconLabel, icon_button, label, stack
from console.ui.widgets.labels import Wrapped, set_tone

Check = Callable[[str], str]


class Field(QWidget):
    """Label, line, and under it the help or what is wrong: checked as one types, blanks around it dropped.

    ``check`` answers with a code of the catalogue. A secret is shown as dots unless the eye is pressed.
    """

    def __init__(self, name: str, check: Check, lang: Language, *, hint: str = "", secret: bool = False) -> None:
        super().__init__()
        self._check = check
        self._lang = lang
        self.help = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(name)
        self.line.setClearButtonEnabled(False)
        self.line.addAction(icon("lock" if secret else "key-round", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textChanged.connect(self._typed)
        self.said = Wrapped("", 12, tone="text3")
        title = label(name, 12, tone="text2")
        title.setBuddy(self.line)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        if secret:
            self._hide_text(True)
            eye = icon_button("eye", self.tr("Show what was typed"))
            eye.setCheckable(True)
            eye.toggled.connect(lambda shown: self._hide_text(not shown))
            row.addWidget(eye)
            self._eye = eye
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(title)
        whole.addLayout(row)
        whole.addWidget(self.said)
        self.said.hide()

    @property
    def text(self) -> str:
        return self.line.text().strip()

    @property
    def fault(self) -> str:
        """The catalogue's code of what is wrong; an empty field is only not filled yet."""
        return self._check(self.text) if self.text else ""

    def set_help(self, words: str) -> None:
        """Stands under the field while nothing is wrong."""
        self.help = words
        self._typed()

    def complain(self, code: str) -> None:
        """Say this under the field, and go there."""
        self._say(self._sentence(code), wrong=True)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        """Leave nothing behind, not even in the line's undo history."""
        self.line.setText("")

    def _typed(self) -> None:
        code = self.fault
        if code:
            self._say(self._sentence(code), wrong=True)
        else:
            self._say(self.help, wrong=False)

    def _sentence(self, code: str) -> str:
        said = catalogue.words(code, self._lang)
        return f"{said.text}{' ' if self._lang == 'en' else ''}{said.next_step}"

    def _say(self, words: str, *, wrong: bool) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        set_tone(self.said, "red" if wrong else "text3")
        set_tone(self.line, "true" if wrong else "false", "wrong")
        self.line.setAccessibleDescription(words)

    def _hide_text(self, hidden: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)


class Choice(QAbstractButton):
    """One of several: a platform's mark where it is one, name, what kind, a round knob."""

    def __init__(self, platform: Platform | None, under: str, name: str = "") -> None:
        super().__init__()
        self._platform = platform
        self._under = under
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(words.kind_of_shop(platform) if platform is not None else name)
        self.setToolTip(under)
        self.setAccessibleName(f"{self.text()} · {under}")

    def sizeHint(self) -> QSize:
        return QSize(240, 72 if self._platform is not None else 60)

    def minimumSizeHint(self) -> QSize:
        return QSize(180 if self._platform is not None else 150, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        on = self.isChecked()
        ground, border = ("soft", "accent") if on else ("surface", "border2")
        paint.rounded(painter, self.rect(), 8, look[ground], look[border])
        if self.hasFocus():
            paint.ring(painter, self.rect(), 8)
        left, top = (68, 14) if self._platform is not None else (14, 9)
        if self._platform is not None:
            paint.mark(painter, QRect(16, 18, 36, 36), self._platform)
        wide = self.width() - left - 40
        paint.text(painter, QRect(left, top, wide, 22), self.text(), look["text"], pixels=14, strong=True)
        below = QRect(left, top + 24, wide + (32 if self._platform is None else 0), 18)
        paint.text(painter, below, self._under, look["text2"], pixels=12, elide=True)
        knob = QRect(self.width() - 32, top + 14 if self._platform is not None else 12, 16, 16)
        paint.rounded(painter, knob, 8, look["accentBg" if on else "surface"], look["accentBg" if on else "border2"])
        if on:
            paint.rounded(painter, knob.adjusted(5, 5, -5, -5), 3, look["onAccent"])
        painter.end()


class Steps(QWidget):
    """The steps at the wizard's left: done, current, still to come, or not needed."""

    HIGH = 72

    def __init__(self, steps: list[tuple[str, str]]) -> None:
        super().__init__()
        self._steps = steps
        self._at = 0
        self._skipped: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self.HIGH * len(self._steps))

    def show_step(self, at: int, skipped: int | None = None) -> None:
        """Where the wizard is; ``skipped`` is a step that this platform does not have."""
        self._at, self._skipped = at, skipped
        name = self.tr("Step {n} of {all}: {name}")
        self.setAccessibleName(name.format(n=at + 1, all=len(self._steps), name=self._steps[at][0]))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        for n, (name, under) in enumerate(self._steps):
            top = n * self.HIGH
            reached = n <= self._at and n != self._skipped
            if n + 1 < len(self._steps):
                painter.fillRect(
                    QRect(13, top + 28, 2, self.HIGH - 28), look["accentBg" if n < self._at else "border2"]
                )
            paint.rounded(painter, QRect(0, top, 28, 28), 14, look["accentBg" if reached else "track"])
            front = look["onAccent" if reached else "text2"]
            if n < self._at and n != self._skipped:
                icons.paint(painter, "check", QPoint(6, top + 6), 16, front)
            else:
                number = "–" if n == self._skipped else str(n + 1)
                paint.text(painter, QRect(0, top, 28, 28), number, front, strong=True, align=paint.CENTRE)
            wide = self.width() - 40
            name_tone = look["text" if n <= self._at else "text2"]
            paint.text(painter, QRect(40, top, wide, 18), name, name_tone, pixels=14, strong=n == self._at)
            paint.text(painter, QRect(40, top + 20, wide, 16), under, look["text3"], pixels=12, elide=True)
        painter.end()


class Panel(QFrame):
    """A quiet panel: an icon, a sentence, another under it."""

    def __init__(self, icon_name: str, tint: str = "text2") -> None:
        super().__init__()
        self.setObjectName("quiet")
        self._icon = IconLabel(icon_name, 16, tint)
        self.words = Wrapped("", 13)
        self.under = Wrapped("", 12, tone="text3")
        for part in (self.words, self.under):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = stack(self._icon, across=True, gap=10, margins=(14, 10, 14, 10))
        row.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        row.addLayout(stack(self.words, self.under, gap=2), 1)
        self.setLayout(row)

    def say(self, words: str, under: str = "") -> None:
        self.words.setText(words)
        self.under.setText(under)
        self.under.setVisible(bool(under))
        self.setAccessibleName(f"{words} {under}")


class ErrorPanel(Panel):
    """What the platform, or this program, refused; hidden while nothing was."""

    def __init__(self) -> None:
        super().__init__("circle-alert", "fg_red")
        self.setObjectName("banner_red")
        set_tone(self.words, "red")
        self.hide()

    def show_words(self, said: Words | None, code: str = "") -> None:
        """The sentence, the next step, and the code that support asks for."""
        self.setVisible(said is not None)
        if said is not None:
            self.say(said.text, f"{said.next_step}  {code}".strip())
            QTimer.singleShot(0, self, self._come_into_sight)  # when it has its place

    def _come_into_sight(self) -> None:
        """What went wrong is never below the edge of a long step."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self, 0, 12)
