"""Under a replay's curve, on the same axis of time: its highlights to click, comments and orders of each minute."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.core.clock import MINUTE
from console.rules.live_highlights import Highlight
from console.ui import icons, paint, texts
from console.ui.charted import ChartData, Column, join, tell, when
from console.ui.tabs.live import drawing, highlight_words
from console.ui.tabs.live.curve import LEFT, RIGHT
from console.ui.theme import current

ROW, GAP, ICON = 18, 3, 14
APART = ICON + 4
NEAR = 9  # pixels beside a highlight that still mean it


@dataclass(frozen=True)
class Strip:
    """What happened in each minute; None: nobody tells it. ``icon`` stands for the name where that has no room."""

    name: str
    icon: str
    ink: str
    told: Mapping[int, int] | None = field(default_factory=dict)


class Strips(QWidget):
    """``sought`` carries the instant that was clicked: a highlight's own, or the one under the pointer."""

    sought = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._begin, self._end, self._at = 0, 1, 0
        self._strips: Sequence[Strip] = ()
        self.highlights: Sequence[Highlight] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(400, 3 * ROW + 2 * GAP)

    def show_show(
        self,
        span: tuple[int, int],
        highlights: Sequence[Highlight],
        comments: Mapping[int, int] | None,
        orders: Mapping[int, int] | None,
    ) -> None:
        """Of a show from its beginning to its end."""
        self._begin, self._end = span[0], max(span[0] + 1, span[1])
        self.highlights = highlights
        self._strips = (
            Strip(self.tr("Comments"), "message-square", "s3", comments),
            Strip(self.tr("Orders"), "shopping-bag", "s2", orders),
        )
        tell(self)
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a minute in which something came in, and one a highlight."""
        said: dict[int, str] = {}
        for one in self.highlights:
            said[one.at] = " ".join((said.get(one.at, ""), highlight_words.sentence(one))).strip()
        moments = sorted(said.keys() | {at for strip in self._strips for at in strip.told or {}})
        columns = [when(moments)]
        for strip in self._strips:
            told = strip.told or {}
            columns.append(Column(strip.name, [told.get(at) for at in moments], texts.count, due=range(0)))
        if said:
            columns.append(Column(self.tr("Highlights"), [said.get(at) for at in moments], kind="text"))
        return ChartData("", columns, in_time=True, note=self.tr("%n highlight(s)", "", len(self.highlights)))

    def show_at(self, at: int) -> None:
        """Where the replay stands: what lies ahead is pale."""
        self._at = at
        self.update()

    def place(self, number: int) -> QPoint:
        """Where this highlight is drawn: beside the one before it where there is no room at its own place."""
        plane, x = self._plane(0, 1), LEFT - APART
        for one in self.highlights[: number + 1]:
            x = max(round(plane.x(one.at)), x + APART)
        return QPoint(x, ROW // 2)

    def _plane(self, row: int, top: float) -> drawing.Plane:
        box = QRectF(LEFT, row * (ROW + GAP), self.width() - LEFT - RIGHT, ROW)
        return drawing.Plane(box, self._begin, self._end, top)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        self._name(painter, 0, self.tr("Highlights"), "flame", "text2")
        painter.fillRect(QRectF(LEFT, ROW // 2, self.width() - LEFT - RIGHT, 1), look["grid"])
        for number, one in enumerate(self.highlights):
            spot = self.place(number) - QPoint(ICON // 2, ICON // 2)
            painter.fillRect(QRect(spot.x() - 2, spot.y(), ICON + 4, ICON), look["surface"])
            ink = highlight_words.ink(one) if one.at <= self._at else "text3"
            icons.paint(painter, highlight_words.icon(one), spot, ICON, look[ink])
        for row, strip in enumerate(self._strips, 1):
            self._strip(painter, row, strip)
        painter.end()

    def _strip(self, painter: QPainter, row: int, strip: Strip) -> None:
        look = current()
        plane = self._plane(row, max((strip.told or {}).values(), default=1))
        self._name(painter, row, strip.name, strip.icon, strip.ink)
        if strip.told is None:
            paint.text(painter, plane.box.toRect(), self.tr("nobody tells them one by one"), look["text3"], pixels=11)
            return
        painter.fillRect(QRectF(LEFT, plane.box.bottom(), plane.box.width(), 1), look["grid"])
        bars = [(at, float(count)) for at, count in sorted(strip.told.items())]
        drawing.bars(painter, bars, plane, look[strip.ink], pale_from=self._at)

    def _name(self, painter: QPainter, row: int, name: str, icon: str, ink: str) -> None:
        look, y = current(), row * (ROW + GAP)
        if paint.width(name, 11) <= LEFT - 8:
            box = QRect(0, y, LEFT - 8, ROW)
            paint.text(painter, box, name, look[ink], pixels=11, align=paint.RIGHT)
            return
        icons.paint(painter, icon, QPoint(LEFT - 8 - ICON, y + (ROW - ICON) // 2), ICON, look[ink])

    # -- reading and clicking ---------------------------------------------------------------------------------------

    def _pointed(self, place: QPoint) -> Highlight | None:
        if place.y() > ROW:
            return None
        near = [(abs(self.place(number).x() - place.x()), number) for number in range(len(self.highlights))]
        far, number = min(near, default=(NEAR + 1, 0))
        return self.highlights[number] if far <= NEAR else None

    def said(self, place: QPoint) -> str:
        """What is under the pointer, in words."""
        one = self._pointed(place)
        if one is not None:
            return highlight_words.sentence(one)
        row = place.y() // (ROW + GAP)
        if not 1 <= row <= len(self._strips):
            return ""
        strip, at = self._strips[row - 1], self._plane(0, 1).at(place.x())
        minute = at - at % MINUTE
        count = None if strip.told is None else strip.told.get(minute)
        return f"{texts.clock_time(minute)} · {strip.name} {texts.count(count)}"

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.said(event.pos()), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        one = self._pointed(place)
        self.sought.emit(self._plane(0, 1).at(place.x()) if one is None else one.at)
