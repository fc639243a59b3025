"""The lines of a push, painted: hundreds of them cost no more than those in sight."""

from collections.abc import Sequence
from zlib import crc32

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from console.catalogue import Language
from console.rules.pushing import Line
from console.ui import paint, texts
from console.ui.pictures import Pictures
from console.ui.tabs.products import push_words
from console.ui.theme import current

translate = QCoreApplication.translate
HEAD, ROW = 36, 48
FIELD, NOW, AFTER, CHECK = 150, 152, 152, 124  # widths


class Lines(QWidget):
    """Goods, field, now, after, what was found. A line under another of the same goods does not repeat its name."""

    def __init__(self, lines: Sequence[Line], language: Language, pictures: Pictures | None = None) -> None:
        super().__init__()
        self._lines = tuple(lines)
        self._language = language
        self._pictures = pictures
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(spoken(line, language) for line in self._lines[:20]))

    def sizeHint(self) -> QSize:
        return QSize(820, HEAD + len(self._lines) * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(FIELD + NOW + AFTER + CHECK + 140, self.sizeHint().height())

    def _cells(self, y: int, high: int) -> list[QRect]:
        x = self.width() - FIELD - NOW - AFTER - CHECK
        found = [QRect(12, y, x - 20, high)]
        for wide in (FIELD, NOW, AFTER, CHECK):
            found.append(QRect(x, y, wide - 8, high))
            x += wide
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = current()
        painter.fillRect(event.rect(), look["surface"])
        painter.fillRect(QRect(0, 0, self.width(), HEAD), look["sunken"])
        titles = (
            translate("push", "Goods"),
            translate("push", "Field"),
            translate("push", "Now"),
            translate("push", "After"),
            translate("push", "Check"),
        )
        for rect, words in zip(self._cells(0, HEAD), titles, strict=True):
            paint.text(painter, rect, words, look["text3"], pixels=12)
        first = max(0, (event.rect().top() - HEAD) // ROW)
        last = min(len(self._lines) - 1, (event.rect().bottom() - HEAD) // ROW)
        for at in range(first, last + 1):
            self._paint_line(painter, at)
        painter.end()

    def _paint_line(self, painter: QPainter, at: int) -> None:
        look, line = current(), self._lines[at]
        y = HEAD + at * ROW
        goods, field, now, after, check = self._cells(y, ROW)
        if at == 0 or self._lines[at - 1].row_id != line.row_id:
            self._paint_goods(painter, goods, line)
        paint.mark(painter, QRect(field.x(), y + 17, 15, 15), line.side)
        room = field.adjusted(22, 0, 0, 0)
        name = push_words.field(line.field)
        if line.spec:
            paint.text(painter, QRect(room.x(), y + 6, room.width(), 18), name, look["text"], elide=True)
            under = QRect(room.x(), y + 25, room.width(), 16)
            paint.text(painter, under, line.spec, look["text3"], pixels=12, elide=True)
        else:
            paint.text(painter, room, name, look["text"], elide=True)
        goes = line.fate == "sent"
        was = push_words.value(line.field, line.now)
        to = push_words.value(line.field, line.after) if line.fate != "skipped" else translate("push", "Not pushed")
        _tinted(painter, now, was, look["fg_red"] if goes else look["text2"], look["bg_red"] if goes else None)
        _tinted(painter, after, to, look["fg_green"] if goes else look["text2"], look["bg_green"] if goes else None)
        paint.chip(
            painter, QPoint(check.x(), y + (ROW - paint.CHIP_HEIGHT) // 2), push_words.chip(line, self._language)
        )
        painter.fillRect(QRect(0, y + ROW - 1, self.width(), 1), look["grid"])

    def _paint_goods(self, painter: QPainter, rect: QRect, line: Line) -> None:
        look = current()
        place = QRect(rect.x(), rect.y() + 6, 36, 36)
        if self._pictures is None or not self._pictures.draw(painter, place, line.image_url):
            paint.thumb(painter, place, crc32(line.title.encode()))
        wide = rect.width() - 46
        title = QRect(rect.x() + 46, rect.y() + 6, wide, 18)
        paint.text(painter, title, line.title, look["text"], strong=True, elide=True)
        under = QRect(rect.x() + 46, rect.y() + 25, wide, 16)
        paint.text(painter, under, line.code or texts.NOTHING, look["text3"], pixels=12, elide=True)


def _tinted(painter: QPainter, rect: QRect, words: str, front: QColor, ground: QColor | None) -> None:
    wide = min(rect.width(), paint.width(words) + 12)
    box = QRect(rect.x() - 4, rect.y() + (rect.height() - 26) // 2, wide, 26)
    if ground is not None:
        paint.rounded(painter, box, 4, ground)
    paint.text(painter, box.adjusted(6, 0, -2, 0), words, front, elide=True)


def spoken(line: Line, language: Language) -> str:
    """A line in words, for a screen reader."""
    now, after = push_words.value(line.field, line.now), push_words.value(line.field, line.after)
    parts = [line.title, texts.platform(line.side), push_words.field(line.field), line.spec, f"{now} → {after}"]
    return " ".join(part for part in [*parts, push_words.chip(line, language).word] if part)


class LinesArea(QScrollArea):
    """The list in its frame; arrows and Page Down scroll it."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self.setObjectName("previewLines")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: ROW, Qt.Key.Key_Up: -ROW}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step)
