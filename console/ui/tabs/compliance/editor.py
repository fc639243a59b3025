"""The editor: squiggles under what is risky, a bar at each line's left, and at the right why a wording passes.

Qt counts UTF-16 units, the checker code points: they are turned into each other here and nowhere else.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from console.rules.wording.nouns import Finding, Severity
from console.ui import paint
from console.ui.tabs.compliance import looks
from console.ui.theme import current, font

GUTTER = 56
NOTE_GAP = 24


class Places:
    """Code points of a text ↔ Qt's UTF-16 units."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._wide = bool(text) and max(text) > "\uffff"

    def units(self, place: int) -> int:
        """So many units stand before a code point."""
        return len(self.text[:place].encode("utf-16-le")) // 2 if self._wide else place

    def points(self, unit: int) -> int:
        """So many code points stand before a unit."""
        if not self._wide:
            return min(unit, len(self.text))
        return len(self.text.encode("utf-16-le")[: unit * 2].decode("utf-16-le", "ignore"))


class _Squiggles(QSyntaxHighlighter):
    """Looks at one block at a time; whoever has other findings says which blocks are to be drawn anew."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.spans: dict[int, list[tuple[int, int, Severity]]] = {}

    def highlightBlock(self, _text: str) -> None:  # noqa: N802 - Qt's name
        for start, length, severity in self.spans.get(self.currentBlock().blockNumber(), ()):
            self.setFormat(start, length, _format(severity))


def _format(severity: Severity) -> QTextCharFormat:
    tone = looks.TONES[severity]
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    made.setUnderlineColor(current()[f"dot_{tone}"])
    made.setBackground(current()[f"bg_{tone}"])
    return made


class _Gutter(QWidget):
    def __init__(self, editor: "WordingEditor") -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(GUTTER, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_gutter(event.rect())


class WordingEditor(QPlainTextEdit):
    """Plain text. ``stepped`` asks for the next finding (1) or the one before (-1), ``mend_asked`` for better words."""

    stepped = Signal(int)
    mend_asked = Signal()
    pass_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wordingEditor")
        self.setFont(font(15))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setViewportMargins(GUTTER, 0, 0, 0)
        self._gutter = _Gutter(self)
        self._squiggles = _Squiggles(self.document())
        self._worst: dict[int, Severity] = {}
        self._notes: dict[int, str] = {}
        self.updateRequest.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._gutter.update)

    # -- findings -----------------------------------------------------------------------------------------------------

    def show_findings(self, findings: Sequence[Finding], excused: Sequence[Finding]) -> None:
        """Underline these; lines that look as before are left alone."""
        places = Places(self.toPlainText())
        before = self._squiggles.spans
        spans: dict[int, list[tuple[int, int, Severity]]] = {}
        self._worst = {}
        for one in findings:
            for block, start, length in self._pieces(places, one):
                spans.setdefault(block, []).append((start, length, one.severity))
                self._worst[block] = max(self._worst.get(block, one.severity), one.severity)
        self._squiggles.spans = spans
        for number in before.keys() | spans.keys():
            if before.get(number) != spans.get(number):
                self._squiggles.rehighlightBlock(self.document().findBlockByNumber(number))
        self._notes = {}
        for one in excused:
            if words := looks.excuse(one.excuse):
                block_at = self.document().findBlock(places.units(one.start)).blockNumber()
                self._notes.setdefault(block_at, f"“{one.text}” {words}")
        self._gutter.update()
        self.viewport().update()

    def _pieces(self, places: Places, one: Finding) -> list[tuple[int, int, int]]:
        """The parts of a finding, line by line: block, start, length in UTF-16 units."""
        first, last = places.units(one.start), places.units(one.end)
        block = self.document().findBlock(first)
        pieces = []
        while block.isValid() and block.position() < last:
            start = max(first, block.position()) - block.position()
            end = min(last, block.position() + block.length() - 1) - block.position()
            if end > start:
                pieces.append((block.blockNumber(), start, end - start))
            block = block.next()
        return pieces

    def select(self, one: Finding) -> None:
        """Put the cursor onto a finding."""
        self.setTextCursor(self._cursor(one))
        self.ensureCursorVisible()

    def replace(self, one: Finding, words: str) -> bool:
        """Put other words in its place, as one step that can be undone; False where the text has changed meanwhile."""
        cursor = self._cursor(one)
        if cursor.selectedText().replace("\u2029", "\n") != one.text:
            return False
        cursor.insertText(words)
        return True

    def _cursor(self, one: Finding) -> QTextCursor:
        places, most = Places(self.toPlainText()), self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(places.units(one.start), most))
        cursor.setPosition(min(places.units(one.end), most), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def at(self) -> int:
        """Where the cursor is, in code points."""
        return Places(self.toPlainText()).points(self.textCursor().position())

    # -- painting -----------------------------------------------------------------------------------------------------

    def paint_gutter(self, rect: QRect) -> None:
        """Numbers of lines, and a bar where something is found."""
        look = current()
        painter = QPainter(self._gutter)
        here = self.textCursor().blockNumber()
        for block, top, height in self._visible(rect):
            number = block.blockNumber()
            where = QRect(0, top, GUTTER - 24, height)
            tone = look["text2" if number == here else "faint"]
            paint.text(painter, where, str(number + 1), tone, pixels=12, align=_RIGHT)
            if number in self._worst:
                painter.fillRect(
                    QRect(GUTTER - 14, top + 3, 3, height - 6), look[f"dot_{looks.TONES[self._worst[number]]}"]
                )
        painter.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._notes:
            return
        painter = QPainter(self.viewport())
        colour: QColor = current()["fg_green"]
        for block, top, height in self._visible(event.rect()):
            words = self._notes.get(block.blockNumber(), "")
            if not words:
                continue
            words = f"✓ {words}"
            wide = paint.width(words, 11, True)
            taken = self.fontMetrics().horizontalAdvance(block.text())
            if taken + wide + NOTE_GAP < self.viewport().width():
                where = QRect(self.viewport().width() - wide - 16, top, wide + 4, height)
                paint.text(painter, where, words, colour, pixels=11, strong=True)
        painter.end()

    def _visible(self, rect: QRect) -> list[tuple[QTextBlock, int, int]]:
        found = []
        block = self.firstVisibleBlock()
        top = round(self.blockBoundingGeometry(block).translated(self.contentOffset()).top())
        line = self.fontMetrics().lineSpacing()
        while block.isValid() and top <= rect.bottom():
            height = round(self.blockBoundingRect(block).height())
            if top + height >= rect.top():
                found.append((block, top, min(height, line + 4)))
            top += height
            block = block.next()
        return found

    def _scrolled(self, rect: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, rect.y(), GUTTER, rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.contentsRect()
        self._gutter.setGeometry(QRect(room.left(), room.top(), GUTTER, room.height()))

    # -- keys ---------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_F8:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.mend_asked.emit()
        elif control and event.key() == Qt.Key.Key_I:
            self.pass_asked.emit()
        else:
            super().keyPressEvent(event)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
