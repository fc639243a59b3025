"""History, what was forecast then, and the coming days with their bands. Painted, not plotted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.core.clock import DAY
from console.rules.forecast_past import Band
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, days, join, tell
from console.ui.scales import GRID_LINES, round_top
from console.ui.theme import current

TOP, FOOT, RIGHT = 26, 22, 92
OUTER, INNER = 0.13, 0.22
AROUND_95 = 1.15  # above the highest of the rest the outer band may be cut: its edge would flatten everything
DASH = (4.0, 3.0)


@dataclass(frozen=True)
class ForecastLook:
    """What the chart shows, in the unit of ``words``. Days that are not known are not in it."""

    begin_at: int
    today_at: int
    history: Mapping[int, float]
    then: Mapping[int, float]
    coming: Sequence[tuple[int, Band]]
    words: Callable[[float], str]
    exact: Callable[[float], str]  # of what came
    axis: Callable[[float], str]
    name: str  # of the figure
    names: Mapping[int, str] = field(default_factory=dict)  # promotions
    level: float | None = None
    level_words: str = ""
    has_bands: bool = True


class ForecastChart(QWidget):
    """The pointer, or ← and →, read a day."""

    def __init__(self) -> None:
        super().__init__()
        self.look: ForecastLook | None = None
        self.at: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(220)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(560, 270)

    def show_look(self, look: ForecastLook | None) -> None:
        """Draw it; None draws nothing."""
        self.look, self.at = look, None
        tell(self)
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a day: what came, what was forecast of it then, and of the coming days median and bands."""
        look, at = self.look, self._days()
        if look is None:
            return None
        ahead, past = dict(look.coming), sum(day < look.today_at for day in at)
        medians = [ahead[day].median if day in ahead else None for day in at]
        edges = [("80 %", "low80", "high80"), ("95 %", "low95", "high95")] if look.has_bands else []
        columns = [
            days(at),
            Column(look.name, [look.history.get(day) for day in at], look.exact, due=range(past)),
            Column(self.tr("forecast then"), [look.then.get(day) for day in at], look.words, named=False),
            Column(self.tr("median"), medians, look.words, due=range(past, len(at))),
        ]
        for name, low, high in edges:
            for end, word in ((low, self.tr("{band} from")), (high, self.tr("{band} to"))):
                values = [getattr(ahead[day], end) if day in ahead else None for day in at]
                columns.append(Column(word.format(band=name), values, look.words, named=False))
        if look.names:
            columns.append(Column(self.tr("Promotion"), [look.names.get(day) for day in at], kind="text"))
        return ChartData("", columns if look.coming else columns[:2], in_time=True)

    # -- where things are --------------------------------------------------------------------------------------------

    def _days(self) -> list[int]:
        look = self.look
        if look is None:
            return []
        last = look.coming[-1][0] if look.coming else look.today_at - DAY
        return list(range(look.begin_at, last + DAY, DAY))

    def _top(self) -> float:
        look = self.look
        if look is None:
            return 1.0
        inner = [*look.history.values(), *look.then.values(), *(band.high80 for _, band in look.coming)]
        highest = max([*inner, look.level or 0.0], default=0.0)
        outer = max((band.high95 for _, band in look.coming), default=0.0)
        return round_top(min(max(outer, highest), AROUND_95 * highest))

    def _room(self) -> QRect:
        look = self.look
        levels = [self._top() * n / GRID_LINES for n in range(GRID_LINES + 1)]
        wide = max((paint.width(look.axis(level), 11) for level in levels), default=0) if look else 0
        return self.rect().adjusted(wide + 10, TOP, -RIGHT, -FOOT)

    def _x(self, at: int) -> float:
        look, room, many = self.look, self._room(), len(self._days())
        begin = at if look is None else look.begin_at
        return room.x() + room.width() * ((at - begin) / DAY) / max(1, many - 1)

    def _y(self, value: float) -> float:
        room = self._room()
        return room.bottom() - room.height() * min(max(value, 0.0), self._top()) / self._top()

    # -- mouse and keys ----------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        days, room = self._days(), self._room()
        if not days or not room.x() - 4 <= event.position().x() <= room.right() + 4:
            self._go(None)
            return
        share = (event.position().x() - room.x()) / max(1, room.width())
        self._go(days[max(0, min(len(days) - 1, round(share * (len(days) - 1))))])

    def leaveEvent(self, event: QEvent) -> None:
        self._go(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._go(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -DAY, Qt.Key.Key_Right: DAY}.get(Qt.Key(event.key()), 0)
        days = self._days()
        if not step or not days or self.look is None:
            super().keyPressEvent(event)
            return
        self._go(max(days[0], min(days[-1], (self.at or self.look.today_at - step) + step)))

    def _go(self, at: int | None) -> None:
        if at != self.at:
            self.at = at
            self.setAccessibleDescription(" ".join(" ".join(row) for row in self.tip()))
            self.update()

    def tip(self) -> list[tuple[str, str]]:
        """What is said of the day come to: a title without a value, then names and values."""
        look, at = self.look, self.at
        if look is None or at is None:
            return []
        said = [(f"{texts.day(at)} {look.names.get(at, '')}".strip(), "")]
        if at in look.history:
            said.append((self.tr("came"), look.words(look.history[at])))
        if at in look.then:
            said.append((self.tr("forecast then"), look.words(look.then[at])))
        band = dict(look.coming).get(at)
        if band is not None:
            said.append((self.tr("median"), look.words(band.median)))
            if look.has_bands:
                said.append(("80 %", f"{look.words(band.low80)} – {look.words(band.high80)}"))
                said.append(("95 %", f"{look.words(band.low95)} – {look.words(band.high95)}"))
        return said

    # -- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grid(painter, look)
        self._paint_bands(painter, look)
        self._line(painter, sorted(look.history.items()), QPen(current()["s1"], 1))
        self._line(painter, sorted(look.then.items()), self._dashed("s2"))
        if look.coming:
            last = max(look.history, default=None)
            joined = [] if last is None or last != look.today_at - DAY else [(last, look.history[last])]
            medians = [(at, band.median) for at, band in look.coming]
            self._line(painter, [*joined, *medians], self._dashed("s1", 1.5))
        self._paint_marks(painter, look)
        self._paint_ends(painter, look)
        self._paint_tip(painter)
        painter.end()

    @staticmethod
    def _dashed(ink: str, wide: float = 1.0) -> QPen:
        pen = QPen(current()[ink], wide)
        pen.setDashPattern(list(DASH))
        return pen

    def _paint_grid(self, painter: QPainter, look: ForecastLook) -> None:
        colours, room, top = current(), self._room(), self._top()
        for n in range(GRID_LINES + 1):
            y = room.bottom() - round(room.height() * n / GRID_LINES)
            painter.fillRect(QRect(room.x(), y, room.width(), 1), colours["grid"])
            words, left = look.axis(top * n / GRID_LINES), QRect(0, y - 8, room.x() - 8, 16)
            paint.text(painter, left, words, colours["stamp"], pixels=11, align=paint.RIGHT)
        days = self._days()
        step = max(1, -(-len(days) * 64 // max(1, room.width())))
        for at in days[::step]:
            rect = QRect(round(self._x(at)) - 24, room.bottom() + 5, 48, 16)
            paint.text(painter, rect, texts.moment(at)[:5], colours["stamp"], pixels=11, align=paint.CENTRE)

    def _paint_bands(self, painter: QPainter, look: ForecastLook) -> None:
        if not look.has_bands or not look.coming:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        for alpha, edges in (
            (OUTER, [(at, band.low95, band.high95) for at, band in look.coming]),
            (INNER, [(at, band.low80, band.high80) for at, band in look.coming]),
        ):
            colour = QColor(current()["s1"])
            colour.setAlphaF(alpha)
            painter.setBrush(colour)
            above = [QPointF(self._x(at), self._y(high)) for at, _, high in edges]
            below = [QPointF(self._x(at), self._y(low)) for at, low, _ in edges]
            painter.drawPolygon(QPolygonF([*above, *reversed(below)]))

    def _line(self, painter: QPainter, points: Sequence[tuple[int, float]], pen: QPen) -> None:
        """A line that leaves out the days that are not known."""
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        run: list[QPointF] = []
        before: int | None = None
        for at, value in points:
            if before is not None and at - before > DAY and run:
                painter.drawPolyline(QPolygonF(run))
                run = []
            run.append(QPointF(self._x(at), self._y(value)))
            before = at
        if run:
            painter.drawPolyline(QPolygonF(run))

    def _paint_marks(self, painter: QPainter, look: ForecastLook) -> None:
        """Today, the break-even line, the promotions."""
        colours, room = current(), self._room()
        x = round(self._x(look.today_at))
        if look.coming:
            painter.fillRect(QRect(x, room.y() - 6, 1, room.height() + 6), colours["faint"])
            words = self.tr("Today {day}").format(day=texts.moment(look.today_at)[:5])
            paint.text(
                painter, QRect(x - 60, 0, 120, 18), words, colours["text2"], pixels=12, strong=True, align=paint.CENTRE
            )
        if look.level is not None:
            y = self._y(look.level)
            painter.setPen(self._dashed("s2"))
            painter.drawLine(QPointF(room.x(), y), QPointF(room.right(), y))
            low = y + 18 > room.bottom()
            wide = paint.width(look.level_words, 12, True) + 8
            rect = QRect(room.x() + 6, round(y) + (-18 if low else 2), wide, 16)
            ground = QColor(colours["surface"])
            ground.setAlphaF(0.8)
            painter.fillRect(rect.adjusted(-4, 0, 0, 0), ground)
            paint.text(painter, rect, look.level_words, colours["s2"], pixels=12, strong=True)
        right = -1000
        for at in sorted(look.names):
            words, place = look.names[at], round(self._x(at))
            wide = paint.width(words, 11)
            left = min(place - wide // 2, self.width() - wide)
            if left <= right or abs(place - x) < 60 + wide // 2:
                continue
            painter.fillRect(QRect(place, room.y(), 1, 4), colours["faint"])
            paint.text(painter, QRect(left, room.y() - 18, wide, 16), words, colours["stamp"], pixels=11)
            right = left + wide + 8

    def _paint_ends(self, painter: QPainter, look: ForecastLook) -> None:
        """What the lines are, at their end; the least important gives way where they would touch."""
        if not look.coming:
            return
        band, left = look.coming[-1][1], self._room().right() + 8
        ends = [(band.median, self.tr("Forecast {value}").format(value=look.axis(_short(band.median))), "s1", True)]
        if look.has_bands:
            ends += [
                (band.high80, self.tr("80% band"), "text3", False),
                (band.high95, self.tr("95% band"), "text3", False),
            ]
        taken: list[int] = []
        for value, words, ink, strong in ends:
            y = round(self._y(value))
            if any(abs(y - other) < 16 for other in taken):
                y = min(taken) - 16
            taken.append(y)
            rect = QRect(left, y - 8, RIGHT - 8, 16)
            paint.text(painter, rect, words, current()[ink], pixels=12, strong=strong, elide=True)

    def _paint_tip(self, painter: QPainter) -> None:
        said, at = self.tip(), self.at
        if not said or at is None:
            return
        colours, x, room = current(), round(self._x(at)), self._room()
        painter.fillRect(QRect(x, room.y(), 1, room.height()), colours["faint"])
        names = max(paint.width(name, 12) for name, _ in said[1:]) if said[1:] else 0
        values = max((paint.width(value, 12, True) for _, value in said), default=0)
        wide = max(paint.width(said[0][0], 12), names + 20 + values) + 24
        left = x + 12 if x + 12 + wide < self.width() else x - 12 - wide
        rect = QRect(max(0, left), 8, wide, 10 + 20 * len(said))
        paint.rounded(painter, rect, 8, colours["surface"], colours["border2"])
        for place, (name, value) in enumerate(said):
            row = QRect(rect.x() + 12, rect.y() + 5 + 20 * place, wide - 24, 20)
            paint.text(painter, row, name, colours["text3"], pixels=12)
            paint.text(painter, row, value, colours["text"], pixels=12, strong=True, align=paint.RIGHT)


def _short(value: float) -> float:
    """To two digits, as a label at the end of a line has no room for more."""
    return float(f"{value:.2g}")
