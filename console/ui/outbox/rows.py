"""The rows and groups of the panel: painted, with real buttons for what can be done."""

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from console.catalogue import Language
from console.store.outbox_panel import Names
from console.store.outbox_rows import Group, Intent
from console.ui import paint, texts
from console.ui.outbox import words
from console.ui.theme import current, font
from console.ui.widgets import Badge, IconLabel, button, label, line, link

HIGH, LEFT = 60, 48
LINE, MOST_LINES = 18, 3
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)

Act = Literal["open", "retry", "drop", "undo"]


class IntentRow(QWidget):
    """One command: what, about what, why it stands there, when. ``acted`` carries what to do and its row."""

    acted = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HIGH)
        self.buttons: dict[Act, QPushButton] = {}
        self._row: Intent | None = None
        self._said = ("", "", "")
        self._offered: tuple[Act, ...] = ()
        self._room = QHBoxLayout(self)
        self._room.setContentsMargins(LEFT, 0, 16, 0)
        self._room.setSpacing(8)
        self._room.addStretch(1)

    def show_row(self, row: Intent, names: Names, now: int, language: Language, *, paused: bool) -> None:
        """Say this of it."""
        self._row = row
        self._said = (
            words.title(row, names),
            words.under(row, now, language, paused=paused),
            words.right(row, now, paused=paused),
        )
        self.setAccessibleName(" · ".join(part for part in (texts.platform(row.key.platform), *self._said) if part))
        self.setToolTip("\n".join(part for part in (*self._said[:2], words.next_step(row, language)) if part))
        self._offer(offers(row))
        self._fit()
        self.update()

    def _offer(self, acts: tuple[Act, ...]) -> None:
        if acts == self._offered:
            return
        self._offered = acts
        for former in self.buttons.values():
            former.deleteLater()
        self.buttons = {act: self._button(act) for act in acts}
        for made in self.buttons.values():
            self._room.addWidget(made)

    def _button(self, act: Act) -> QPushButton:
        match act:
            case "open":
                made = button(self.tr("See to it"), "primary", small=True)
            case "retry" if self._row is not None and self._row.state == "unsure":
                made = button(self.tr("Read back now"), small=True)
            case "retry":
                made = button(self.tr("Try again"), small=True)
            case "drop":
                made = button(self.tr("Give up"), "ghost", small=True)
            case _:
                made = button(self.tr("Undo"), "default", "undo-2", small=True)
        made.clicked.connect(lambda: self._emit(act))
        return made

    def _emit(self, act: Act) -> None:
        if self._row is not None:
            self.acted.emit(act, self._row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _room_for_words(self) -> int:
        right = paint.width(self._said[2], 12) if self._said[2] else 0
        buttons = sum(made.sizeHint().width() + 8 for made in self.buttons.values())
        return self.width() - LEFT - 28 - right - buttons

    def _fit(self) -> None:
        """Where somebody has to decide, the words are shown whole."""
        lines = 1
        if self._row is not None and self._row.state in ("needs_you", "unsure"):
            wide = max(1, self._room_for_words())
            needed = paint.metrics(12).boundingRect(QRect(0, 0, wide, 1000), _WRAPPED, self._said[1]).height()
            lines = min(MOST_LINES, max(1, round(needed / paint.metrics(12).lineSpacing())))
        self.setFixedHeight(HIGH + (lines - 1) * LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        row = self._row
        if row is None:
            return
        look = current()
        painter = QPainter(self)
        tone = {"needs_you": "dot_red", "unsure": "dot_amber"}.get(row.state)
        if tone:
            painter.fillRect(QRect(0, 6, 3, self.height() - 12), look[tone])
        paint.mark(painter, QRect(16, (self.height() - 20) // 2, 20, 20), row.key.platform)
        title, under, right = self._said
        wide = paint.width(right, 12) if right else 0
        room = self._room_for_words()
        paint.text(painter, QRect(LEFT + room + 8, 0, wide + 4, self.height()), right, look["text2"], pixels=12)
        paint.text(painter, QRect(LEFT, 11, room, 20), title, look["text"], strong=True, elide=True)
        if self.height() == HIGH:
            paint.text(painter, QRect(LEFT, 32, room, LINE), under, look["text3"], pixels=12, elide=True)
        else:
            painter.setFont(font(12))
            painter.setPen(look["text3"])
            painter.drawText(QRect(LEFT, 33, room, self.height() - 36), _WRAPPED, under)
        painter.end()


def offers(row: Intent) -> tuple[Act, ...]:
    """What can be done with it where it stands."""
    if row.state == "needs_you":
        return ("open", "retry", "drop")
    if row.state == "unsure":
        return ("retry",)
    return ("undo",) if row.undoable else ()


class GroupView(QWidget):
    """A heading with its number, and a card of rows. Hidden while there are none."""

    acted = Signal(str, int)
    more = Signal()

    def __init__(self, group: Group) -> None:
        super().__init__()
        icon, tone = words.ICONS[group]
        self.group = group
        self.rows: dict[int, IntentRow] = {}
        self.badge = Badge(0, tone)
        head = QHBoxLayout()
        head.setSpacing(8)
        title = label(words.group_title(group), strong=True, tone=_head_tone(group))
        for part in (IconLabel(icon, 16, f"fg_{tone}"), title, self.badge):
            head.addWidget(part)
        head.addStretch(1)
        self._card = QFrame()
        self._card.setObjectName("card")
        self._inside = QVBoxLayout(self._card)
        self._inside.setContentsMargins(1, 1, 1, 1)
        self._inside.setSpacing(0)
        self.more_link = link("")
        self.more_link.clicked.connect(self.more)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 8)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self._card)
        whole.addWidget(self.more_link, 0, Qt.AlignmentFlag.AlignLeft)
        self._order: tuple[int, ...] = ()
        self.hide()

    def show_rows(
        self, rows: Sequence[Intent], total: int, names: Names, now: int, language: Language, *, paused: bool
    ) -> None:
        """These, of so many. A row that stays keeps its widget, and with it the keyboard."""
        self.badge.set_number(total)
        left = total - len(rows)
        self.more_link.setText(self.tr("and %n more", "", left))
        self.more_link.setVisible(left > 0)
        order = tuple(row.id for row in rows)
        if order != self._order:
            self._arrange(order)
        for row in rows:
            self.rows[row.id].show_row(row, names, now, language, paused=paused)
        self.setVisible(bool(rows))

    def _arrange(self, order: tuple[int, ...]) -> None:
        while (item := self._inside.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and not isinstance(widget, IntentRow):
                widget.deleteLater()
        for gone in self.rows.keys() - set(order):
            self.rows.pop(gone).deleteLater()
        for row_id in order:
            if row_id not in self.rows:
                made = IntentRow()
                made.acted.connect(self.acted)
                self.rows[row_id] = made
            if self._inside.count():
                self._inside.addWidget(line())
            self._inside.addWidget(self.rows[row_id])
        self._order = order


def _head_tone(group: Group) -> Literal["red", "amber", "accent", "green", "text2"]:
    tones: Mapping[Group, Literal["red", "amber", "accent", "green"]] = {
        "needs_you": "red",
        "unsure": "amber",
        "sending": "accent",
        "done": "green",
    }
    return tones.get(group, "text2")
