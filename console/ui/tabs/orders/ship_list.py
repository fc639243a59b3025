"""The lines of a shipment, painted: what leaves under which number, what is held back and why."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from console import catalogue
from console.catalogue import Language
from console.core.model import Platform
from console.rules.ship_plan import ShipLine
from console.rules.shipping import Obstacle
from console.ui import icons, paint
from console.ui.theme import current

translate = QCoreApplication.translate
HEAD, ROW = 32, 44
PARCEL = 190


def why(line: ShipLine, language: Language) -> tuple[str, str]:
    """What is to be known of a line, and what can be done about it; empty where all is well."""
    for found in (line.obstacle, line.untold, line.doubt):
        if found is not None:
            said = catalogue.words(found.code, language, platform=_platform(line, found), detail=found.detail)
            return said.text, said.next_step
    return "", ""


def _platform(line: ShipLine, found: Obstacle) -> str:
    if line.sale is None:
        return Platform.KUAISHOU.value
    if found is line.untold and line.sale.other is not None:
        return line.sale.other.platform.value
    return line.sale.lead.platform.value


def parcel_words(line: ShipLine) -> str:
    """``中通快递 7300…``, and how many more."""
    first = line.rows[0]
    name = first.carrier.name if first.carrier is not None else ""
    more = f" +{len(line.rows) - 1}" if len(line.rows) > 1 else ""
    return f"{name} {first.waybill_no}{more}".strip()


def sides(line: ShipLine) -> list[Platform]:
    """The platforms that are told."""
    asked = {command.key.platform for command in line.commands}
    return [platform for platform in Platform if platform in asked]


class ShipLines(QWidget):
    """Order, parcel, which platforms are told, and what was found."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.lines: tuple[ShipLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[ShipLine]) -> None:
        """These, the held ones first."""
        self.lines = tuple(sorted(lines, key=lambda line: line.leaves))
        spoken = [" ".join([line.order_no, *why(line, self._language)]).strip() for line in self.lines[:20]]
        self.setAccessibleName("; ".join(spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, HEAD + max(1, len(self.lines)) * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), current()
        painter.fillRect(event.rect(), look["surface"])
        painter.fillRect(QRect(0, 0, self.width(), HEAD), look["sunken"])
        titles = (translate("ship", "Order"), translate("ship", "Parcel"), translate("ship", "Check"))
        for rect, words in zip(self._cells(0, HEAD), titles, strict=True):
            paint.text(painter, rect, words, look["text3"], pixels=12)
        for at in range(max(0, (event.rect().top() - HEAD) // ROW), len(self.lines)):
            if HEAD + at * ROW > event.rect().bottom():
                break
            self._paint_line(painter, self.lines[at], HEAD + at * ROW)
        painter.end()

    def _cells(self, y: int, high: int) -> tuple[QRect, QRect, QRect]:
        first = min(210, self.width() // 3)
        rest = self.width() - first - PARCEL - 12
        return (
            QRect(12, y, first - 8, high),
            QRect(first, y, PARCEL, high),
            QRect(first + PARCEL + 8, y, rest - 8, high),
        )

    def _paint_line(self, painter: QPainter, line: ShipLine, y: int) -> None:
        look = current()
        order, parcel, check = self._cells(y, ROW)
        paint.text(painter, order, line.order_no or line.rows[0].raw, look["text"], elide=True)
        paint.text(painter, parcel, parcel_words(line), look["text2"], elide=True)
        icon, colour = "circle-check", "fg_green"
        if not line.leaves:
            icon, colour = "circle-x", "fg_red"
        elif line.untold is not None or line.doubt is not None:
            icon, colour = "triangle-alert", "fg_amber"
        icons.paint(painter, icon, QPoint(check.x(), y + 14), 16, look[colour])
        room = check.adjusted(24, 0, 0, 0)
        if line.leaves:
            for platform in sides(line):
                paint.mark(painter, QRect(room.x(), y + 14, 15, 15), platform)
                room = room.adjusted(20, 0, 0, 0)
        said, step = why(line, self._language)
        upper, lower = QRect(room.x(), y + 4, room.width(), 18), QRect(room.x(), y + 22, room.width(), 16)
        paint.text(painter, upper, said, look["text"], pixels=12, elide=True)
        paint.text(painter, lower, step, look["text3"], pixels=12, elide=True)
        painter.fillRect(QRect(0, y + ROW - 1, self.width(), 1), look["grid"])

    def event(self, event: QEvent) -> bool:
        """All of what is cut off."""
        if isinstance(event, QHelpEvent):
            at = (event.pos().y() - HEAD) // ROW
            words = " ".join(why(self.lines[at], self._language)) if 0 <= at < len(self.lines) else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


class ShipArea(QScrollArea):
    """Scrolls them; the arrow keys do, too."""

    def __init__(self, lines: ShipLines) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Down: ROW, Qt.Key.Key_Up: -ROW}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by)
