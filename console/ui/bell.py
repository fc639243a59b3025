"""The bell: how much is unread, and under it what should be known, the newest cause first. A click opens its rows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.ui import icons, paint, texts
from console.ui.page import scrolled
from console.ui.theme import Tone, current
from console.ui.widgets import button, label, line

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.rules.alerts import Alert
    from console.ui.alert_words import Said

WIDE, ROW, MOST = 420, 72, 6  # at most so many rows are in sight; the rest scrolls
TONES: tuple[Tone, ...] = ("red", "amber", "blue", "grey")


class Bell(QAbstractButton):
    """The button of the top bar; red while something critical is unread."""

    def __init__(self) -> None:
        super().__init__()
        self._unread = 0
        self._tone: Tone = "grey"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_unread(0, "grey")

    def show_unread(self, unread: int, tone: Tone) -> None:
        self._unread, self._tone = unread, tone
        name = self.tr("Alerts") if not unread else self.tr("Alerts, {n} unread").format(n=texts.count(unread))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(36, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            paint.rounded(painter, self.rect(), 6, look["pressed" if self.isDown() else "hover"])
        icons.paint(painter, "bell", QPoint(9, 9), 18, look["text2"])
        if self._unread:
            words = "99+" if self._unread > 99 else str(self._unread)
            wide = max(16, paint.width(words, 11, True) + 8)
            box = QRect(self.width() - wide, 1, wide, 16)
            red = self._tone == "red"
            ground = look["dangerBg"] if red else look[f"bg_{self._tone}"]
            paint.rounded(painter, box, 8, ground)
            front = look["onAccent"] if red else look[f"fg_{self._tone}"]
            paint.text(painter, box, words, front, pixels=11, strong=True, align=paint.CENTRE)
        painter.end()


class AlertRow(QAbstractButton):
    """Icon in the state's colour, what, why, since when, how urgent."""

    def __init__(self, alert: "Alert", words: "Said", now: int, *, unread: bool) -> None:
        from console.ui.alert_words import ICONS

        super().__init__()
        self.alert = alert
        self._icon = ICONS[alert.cause]
        self._said = words
        self._unread = unread
        self._time = texts.clock_time(alert.at) if texts.moment(alert.at)[:5] == texts.moment(now)[:5] else ""
        self._time = self._time or texts.moment(alert.at, now)[:5]
        self.setProperty("ring", True)
        self.setFixedHeight(ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"P{alert.level} {words.words} {words.under} {texts.moment(alert.at, now)}")
        self.setToolTip(f"{words.words}\n{words.under}")

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            paint.rounded(painter, self.rect().adjusted(4, 2, -4, -2), 6, look["hover"])
        tone = TONES[self.alert.level]
        front, ground = look.chip(tone)
        paint.rounded(painter, QRect(16, 18, 36, 36), 6, ground)
        icons.paint(painter, self._icon, QPoint(25, 27), 18, front)
        right = 52
        wide = self.width() - 64 - right - 16
        paint.text(
            painter, QRect(64, 16, wide, 20), self._said.words, look["text"], strong=self._unread, elide=True
        )  # fmt: skip
        paint.text(painter, QRect(64, 37, wide, 18), self._said.under, look["text3"], pixels=12, elide=True)
        end = self.width() - right - 16
        paint.text(painter, QRect(end, 16, right, 20), self._time, look["text3"], pixels=12, align=paint.RIGHT)
        level = QRect(end, 37, right, 18)
        paint.text(painter, level, f"P{self.alert.level}", front, pixels=12, strong=True, align=paint.RIGHT)
        painter.end()


class BellPopover(QFrame):
    """Floats under the bell until a click elsewhere or Esc."""

    opened = Signal(object)  # the Alert
    read_all = Signal()

    def __init__(self, rows: "Sequence[tuple[Alert, Said, bool]]", now: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDE)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.addWidget(label(self.tr("Alerts"), 14, strong=True))
        head.addStretch(1)
        mark = button(self.tr("Mark all as read"), "link")
        mark.clicked.connect(self._all_read)
        mark.setEnabled(any(unread for _, _, unread in rows))
        head.addWidget(mark)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 1, 8)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(line())
        self.rows = [AlertRow(alert, words, now, unread=unread) for alert, words, unread in rows]
        if not rows:
            none = label(self.tr("Nothing needs you now"), tone="text3")
            none.setContentsMargins(16, 20, 16, 16)
            whole.addWidget(none)
            return
        inside = QWidget()
        list_room = QVBoxLayout(inside)
        list_room.setContentsMargins(0, 4, 0, 0)
        list_room.setSpacing(0)
        for row in self.rows:
            row.clicked.connect(lambda _=False, alert=row.alert: self._open(alert))
            list_room.addWidget(row)
        list_room.addStretch(1)
        area = scrolled(inside)
        area.setFixedHeight(min(MOST, len(rows)) * ROW + 6)
        whole.addWidget(area)

    def show_under(self, anchor: QWidget) -> None:
        """Right edges in line; the first row has the keyboard."""
        self.adjustSize()
        self.move(anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 6)))
        self.show()
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _open(self, alert: "Alert") -> None:
        self.close()
        self.opened.emit(alert)

    def _all_read(self) -> None:
        self.close()
        self.read_all.emit()
