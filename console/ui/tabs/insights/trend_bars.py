"""A bar for each day, the mean over whole days above them, and today as far as it has come. Painted, not plotted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui import paint, texts
from console.ui.charted import ChartData, Column, days, join, tell
from console.ui.scales import GRID_LINES, round_top
from console.ui.theme import current

TOP, FOOT = 34, 24  # room for names of days above, for dates below
LABEL_GAP = 8
PALE = 0.38


@dataclass(frozen=True)
class Bar:
    """A day: None where nothing is known of it. ``name`` is a promotion's; ``mean`` of the days up to it."""

    at: int
    value: float | None
    mean: float | None = None
    name: str = ""
    is_over: bool = True


@dataclass(frozen=True)
class BarsLook:
    """What the chart shows; ``projection`` is where today may end, and is never part of a sum."""

    bars: Sequence[Bar]
    words: Callable[[float], str]
    axis: Callable[[float], str]
    name: str  # of the figure
    mean_name: str
    mean_word: str  # of the line's label
    projection: float | None = None
    projection_word: str = ""


class TrendBars(QWidget):
    """``picked`` carries the place of a bar: a click, or Enter on the one that ← and → have come to."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.look: BarsLook | None = None
        self.at = -1  # under the mouse, or come to by keys
        self.chosen = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(190)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(480, 220)

    def show_look(self, look: BarsLook | None, chosen: int = -1) -> None:
        """Draw these; ``chosen`` is the bar whose rows are shown."""
        self.look, self.chosen, self.at = look, chosen, -1
        tell(self)
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a day; where today may end is beside it and in no other column."""
        look = self.look
        if look is None:
            return None
        columns = [
            days([bar.at for bar in look.bars]),
            Column(look.name, [bar.value for bar in look.bars], look.words),
            Column(look.mean_name, [bar.mean for bar in look.bars], look.words, named=False),
        ]
        if look.projection is not None:
            ends = [None if bar.is_over else look.projection for bar in look.bars]
            columns.append(Column(look.projection_word, ends, look.words, named=False))
        if any(bar.name for bar in look.bars):
            columns.append(Column(self.tr("Promotion"), [bar.name or None for bar in look.bars], kind="text"))
        return ChartData("", columns, in_time=True)

    # -- where things are --------------------------------------------------------------------------------------------

    def _top_value(self) -> float:
        look = self.look
        if look is None:
            return 1.0
        values = [bar.value for bar in look.bars if bar.value is not None]
        values += [bar.mean for bar in look.bars if bar.mean is not None]
        return round_top(max([*values, look.projection or 0.0], default=0.0))

    def _room(self) -> QRect:
        look = self.look
        levels = [self._top_value() * n / GRID_LINES for n in range(GRID_LINES + 1)]
        wide = max((paint.width(look.axis(level), 11) for level in levels), default=0) if look else 0
        return self.rect().adjusted(wide + 10, TOP, -6, -FOOT)

    def bar_rect(self, place: int) -> QRectF:
        """Where a bar of full height stands."""
        room = self._room()
        each = room.width() / max(1, len(self.look.bars) if self.look else 1)
        gap = min(4.0, each * 0.22)
        return QRectF(room.x() + place * each + gap / 2, room.y(), max(1.0, each - gap), room.height())

    def _rise(self, value: float) -> float:
        return self._room().height() * value / self._top_value()

    def _place_at(self, x: float) -> int:
        look, room = self.look, self._room()
        if look is None or not look.bars or not room.x() <= x <= room.right():
            return -1
        return min(len(look.bars) - 1, int((x - room.x()) * len(look.bars) / max(1, room.width())))

    # -- mouse and keys ----------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(self._place_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._go(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pick(self._place_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        many = len(self.look.bars) if self.look else 0
        if step and many:
            here = self.at if self.at >= 0 else self.chosen if self.chosen >= 0 else many - 1 - step
            self._go(max(0, min(many - 1, here + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self.at)
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        if place == self.at:
            return
        self.at = place
        self.setAccessibleDescription(" ".join(self.tip()))
        known = self.look is not None and place >= 0 and self.look.bars[place].value is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if known else Qt.CursorShape.ArrowCursor)
        self.update()

    def _pick(self, place: int) -> None:
        if self.look is not None and 0 <= place < len(self.look.bars) and self.look.bars[place].value is not None:
            self.picked.emit(place)

    def tip(self) -> list[str]:
        """What is said of the bar come to: the day, its value, the mean; of today where it may end."""
        look = self.look
        if look is None or not 0 <= self.at < len(look.bars):
            return []
        bar = look.bars[self.at]
        said = [
            f"{texts.day(bar.at)} {bar.name}".strip(),
            texts.NOTHING if bar.value is None else look.words(bar.value),
        ]
        if bar.mean is not None:
            said.append(f"{look.mean_name} {look.words(bar.mean)}")
        if not bar.is_over and look.projection is not None:
            said.append(f"{look.projection_word} {look.words(look.projection)}")
        return said

    # -- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        if look is None:
            return
        painter = QPainter(self)
        self._paint_grid(painter, look)
        for place, bar in enumerate(look.bars):
            self._paint_bar(painter, place, bar)
        self._paint_mean(painter, look)
        self._paint_names(painter, look)
        self._paint_tip(painter)
        painter.end()

    def _paint_grid(self, painter: QPainter, look: BarsLook) -> None:
        colours, room, top = current(), self._room(), self._top_value()
        for n in range(GRID_LINES + 1):
            y = room.bottom() - round(room.height() * n / GRID_LINES)
            painter.fillRect(QRect(room.x(), y, room.width(), 1), colours["grid"])
            words = look.axis(top * n / GRID_LINES)
            paint.text(
                painter, QRect(0, y - 8, room.x() - 8, 16), words, colours["stamp"], pixels=11, align=paint.RIGHT
            )
        right = -1
        for place, bar in enumerate(look.bars):
            words = texts.moment(bar.at)[:5]
            wide = paint.width(words, 11)
            centre = round(self.bar_rect(place).center().x())
            left = min(centre - wide // 2, self.width() - wide)
            if left > right + LABEL_GAP:
                rect = QRect(left, room.bottom() + 6, wide, 16)
                paint.text(painter, rect, words, colours["stamp"], pixels=11)
                right = left + max(wide, round(len(look.bars) / 8 * self.bar_rect(place).width()) - wide)

    def _paint_bar(self, painter: QPainter, place: int, bar: Bar) -> None:
        look, colours, full = self.look, current(), self.bar_rect(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if bar.value is None or look is None:
            return
        colour = QColor(colours["s1"])
        if not bar.is_over:
            colour.setAlphaF(PALE)
        if place in (self.at, self.chosen):
            ground = QColor(colours["s2" if place == self.chosen else "s1"])
            ground.setAlphaF(0.10)
            painter.fillRect(full, ground)
        rise = max(self._rise(bar.value), 1.0 if bar.value else 0.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        body = QRectF(full.x(), full.bottom() - rise, full.width(), rise)
        painter.drawRoundedRect(body, min(3.0, full.width() / 4), min(3.0, full.width() / 4))
        if not bar.is_over and look.projection is not None and look.projection > bar.value:
            whole = self._rise(look.projection)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours["s1"], 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(full.x() + 0.5, full.bottom() - whole, full.width() - 1, whole), 3, 3)

    def _paint_mean(self, painter: QPainter, look: BarsLook) -> None:
        line: list[QPointF] = []
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(current()["s2"], 1.5))
        for place, bar in enumerate(look.bars):
            if bar.mean is not None:
                full = self.bar_rect(place)
                line.append(QPointF(full.center().x(), full.bottom() - self._rise(bar.mean)))
            if (bar.mean is None or place == len(look.bars) - 1) and line:
                painter.drawPolyline(QPolygonF(line))
                line = []

    def _crest(self, left: float, right: float) -> int:
        """Above whatever is drawn between two places: names stand there and cover nothing."""
        look = self.look
        top = float(self._room().bottom())
        for place, bar in enumerate(look.bars if look else ()):
            full = self.bar_rect(place)
            if full.right() >= left and full.left() <= right:
                highest = max(bar.value or 0.0, bar.mean or 0.0)
                if not bar.is_over and look is not None:
                    highest = max(highest, look.projection or 0.0)
                top = min(top, full.bottom() - self._rise(highest))
        return max(0, round(top) - 18)

    def _paint_names(self, painter: QPainter, look: BarsLook) -> None:
        """The promotions, then the mean where there is room beside them."""
        taken: list[tuple[int, int]] = []
        named = [(place, bar.name) for place, bar in enumerate(look.bars) if bar.name and bar.value is not None]
        means = [place for place, bar in enumerate(look.bars) if bar.mean is not None]
        ends = [(means[-1], look.mean_word)] if means else []
        for place, words in (*named, *ends):
            wide, centre = paint.width(words, 11, True), round(self.bar_rect(place).center().x())
            left = max(0, min(centre - wide // 2, self.width() - wide - 4))
            if any(left < right and left + wide > begin for begin, right in taken):
                continue
            is_mean = (place, words) in ends
            rect = QRect(left, self._crest(left, left + wide), wide, 16)
            paint.text(painter, rect, words, current()["s2" if is_mean else "text"], pixels=11, strong=True)
            taken.append((left - LABEL_GAP, left + wide + LABEL_GAP))

    def _paint_tip(self, painter: QPainter) -> None:
        said = self.tip()
        if not said:
            return
        colours, full = current(), self.bar_rect(self.at)
        wide = max(paint.width(words, 12, at == 1) for at, words in enumerate(said)) + 24
        right = full.right() + 8
        left = round(right if right + wide < self.width() else full.left() - 8 - wide)
        rect = QRect(max(0, left), 4, wide, 10 + 20 * len(said))
        paint.rounded(painter, rect, 8, colours["surface"], colours["border2"])
        for at, words in enumerate(said):
            line = QRect(rect.x() + 12, rect.y() + 5 + 20 * at, wide - 24, 20)
            tone = colours["text" if at == 1 else "text3"]
            paint.text(painter, line, words, tone, pixels=12, strong=at == 1)
