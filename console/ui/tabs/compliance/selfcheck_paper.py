"""The report as a picture of paper: drawn off the loop, for laying out its tables takes longer than a frame."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from console.documents.paper import draw_on_white
from console.ui.theme import FAMILIES

MARGIN, TILE, WIDEST, LEAST = 28, 800, 860, 320
PAPER = QColor("#FFFFFF")


@dataclass(frozen=True)
class Sheet:
    """The whole report: tiles from top to bottom, where its sections begin, and its words."""

    wide: int = 0
    high: int = 0
    tiles: tuple[tuple[int, QImage], ...] = ()
    anchors: Mapping[str, int] = field(default_factory=dict)
    text: str = ""


def draw(html: str, wide: int, ratio: float) -> Sheet:
    """Lay it out and draw it at this width. Blocks: for a thread."""
    _dispatcher = QEventLoop()  # never run: laying out starts a timer, which a thread without one complains of
    document = QTextDocument()
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(13)
    document.setDefaultFont(font)
    document.setDocumentMargin(MARGIN)
    document.setHtml(html)
    document.setTextWidth(wide)
    high = round(document.size().height())
    tiles = tuple((top, _tile(document, wide, top, min(TILE, high - top), ratio)) for top in range(0, high, TILE))
    return Sheet(wide=wide, high=high, tiles=tiles, anchors=_anchors(document), text=document.toPlainText())


def _tile(document: QTextDocument, wide: int, top: int, high: int, ratio: float) -> QImage:
    image = QImage(round(wide * ratio), round(high * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(PAPER)
    painter = QPainter(image)
    painter.translate(0, -top)
    draw_on_white(document, painter, QRectF(0, top, wide, high))
    painter.end()
    return image


def _anchors(document: QTextDocument) -> dict[str, int]:
    found: dict[str, int] = {}
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        for name in _names(block):
            found[name] = round(layout.blockBoundingRect(block).y())
        block = block.next()
    return found


def _names(block: QTextBlock) -> list[str]:
    names: list[str] = []
    place = block.begin()
    while not place.atEnd():
        names += place.fragment().charFormat().anchorNames()
        place += 1
    return names


class _Canvas(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        seen = event.rect()
        painter.fillRect(seen, PAPER)
        for top, image in self.sheet.tiles:
            if top < seen.bottom() + 1 and top + TILE > seen.top():
                painter.drawImage(QPoint(0, top), image)
        painter.end()


class Paper(QScrollArea):
    """White in the dark too. ``widened``: it is to be drawn anew, for there is more or less room. Ctrl+C takes all."""

    widened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._canvas = _Canvas()
        self.setWidget(self._canvas)

    @property
    def text(self) -> str:
        """Its words."""
        return self._canvas.sheet.text

    @property
    def room(self) -> int:
        """How wide a sheet may be."""
        return max(LEAST, min(WIDEST, self.viewport().width()))

    def show_sheet(self, sheet: Sheet) -> None:
        """Another one, from its top; the same one at another width where it was."""
        same = sheet.text == self._canvas.sheet.text
        place = self.verticalScrollBar().value() if same else 0
        self._canvas.sheet = sheet
        self._canvas.resize(sheet.wide, sheet.high)
        self._canvas.setAccessibleName(sheet.text[:2_000])
        self._canvas.update()
        self.verticalScrollBar().setValue(place)

    def go_to(self, anchor: str) -> None:
        """Scroll to a section."""
        self.verticalScrollBar().setValue(self._canvas.sheet.anchors.get(anchor, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._canvas.sheet.wide and self.room != self._canvas.sheet.wide:
            self.widened.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.widened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_C:
            QApplication.clipboard().setText(self.text)
            return
        super().keyPressEvent(event)
