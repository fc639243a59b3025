"""来源分布: a stack a day, the largest channel at the bottom; paid is hatched, what is missing an empty outline."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.rules.traffic_split import Split, SplitDay
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, days, join, tell
from console.ui.scales import GRID_LINES, round_top, short_count
from console.ui.tabs.traffic import sources_words as words
from console.ui.theme import current, font

LEGEND, FOOT, TOP = 196, 24, 6
LEAST_LINE = 20  # a line of the legend
SWATCH = 10


class StackChart(QWidget):
    """The pointer or the arrow keys choose a day; ``chosen`` carries its place."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._split: Split | None = None
        self._as_shares = False
        self.current = -1
        self.setMinimumHeight(170)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring", True)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(560, 216)

    def minimumSizeHint(self) -> QSize:
        return QSize(380, 170)

    def show_split(self, split: Split, *, as_shares: bool) -> None:
        """Draw these days. The latest day that tells something is chosen, where none was."""
        known = [place for place, day in enumerate(split.days) if day.by]
        is_same = self._split is not None and len(self._split.days) == len(split.days)
        self._split, self._as_shares = split, as_shares
        if not is_same or self.current < 0:
            self.current = known[-1] if known else -1
        tell(self)
        self._say_day()
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a day, a column a channel, the top of the stack first; a day without an import tells nothing."""
        split = self._split
        if split is None or not split.told:
            return None
        columns = [days([day.day_at for day in split.days])]
        sums = [day.total if day.by else None for day in split.days]
        columns.append(Column(self.tr("People") if split.measure == "viewers" else self.tr("Views"), sums, texts.count))
        for key in reversed(split.order()):
            told: list[float | None] = [day.by.get(key) for day in split.days]
            if self._as_shares:
                whole = [day.total or 1 for day in split.days]
                told = [None if one is None else one / of for one, of in zip(told, whole, strict=True)]
            said = words.share if self._as_shares else texts.count
            columns.append(Column(words.channel(key), told, said, named=False))
        if split.apart is not None:
            apart = [day.apart for day in split.days]
            columns.append(Column(self.tr("Site-wide, apart"), apart, texts.count, named=False))
        return ChartData(self.tr("Source split"), columns, in_time=True)

    def _say_day(self) -> None:
        self.setAccessibleDescription("" if self.day is None else self.tip(self.day))

    @property
    def day(self) -> SplitDay | None:
        """The one that is chosen."""
        split = self._split
        return split.days[self.current] if split is not None and 0 <= self.current < len(split.days) else None

    def tip(self, day: SplitDay) -> str:
        """A day in words: every channel, and their sum."""
        name = words.day(day.day_at)
        if not day.by:
            return self.tr("{day}: nothing imported").format(day=name)
        order = self._split.order() if self._split is not None else []
        lines = [f"{words.channel(key)}  {texts.count(day.by[key])}" for key in reversed(order) if key in day.by]
        lines.append(self.tr("Sum {number}").format(number=texts.count(day.total)))
        if day.apart is not None:
            lines.append(self.tr("Site-wide, apart: {number}").format(number=texts.count(day.apart)))
        if day.untold:
            lines.append(self.tr("%n row(s) tell only the other measure", "", day.untold))
        return "\n".join([name, *lines])

    # -- painting ---------------------------------------------------------------------------------------------------

    def _plot(self) -> QRect:
        left = 46 if not self._as_shares else 40
        return QRect(left, TOP, max(60, self.width() - left - LEGEND), max(40, self.height() - TOP - FOOT))

    def _column(self, place: int) -> QRect:
        plot, number = self._plot(), len(self._split.days) if self._split else 1
        each = plot.width() / max(1, number)
        gap = min(6.0, each * 0.18)
        left = plot.x() + each * place
        return QRect(round(left + gap / 2), plot.y(), max(2, round(each - gap)), plot.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        split, look = self._split, current()
        if split is None:
            return
        painter, plot = QPainter(self), self._plot()
        top = 1.0 if self._as_shares else round_top(max((day.total for day in split.days), default=0))
        for number in range(GRID_LINES + 1):
            y = plot.bottom() - round(plot.height() * number / GRID_LINES)
            painter.fillRect(QRect(plot.x(), y, plot.width(), 1), look["grid"])
            value = top * number / GRID_LINES
            said = f"{value:.0%}" if self._as_shares else short_count(value)
            box = QRect(0, y - 8, plot.x() - 8, 16)
            paint.text(painter, box, said, look["stamp"], pixels=11, align=paint.RIGHT)
        order = split.order()
        for place, day in enumerate(split.days):
            self._day(painter, place, day, order, top)
        self._dates(painter, split)
        self._legend(painter, split, order)
        painter.end()

    def _day(self, painter: QPainter, place: int, day: SplitDay, order: Sequence[str], top: float) -> None:
        look, column, y = current(), self._column(place), float(self._plot().bottom() + 1)
        if not day.by:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(look["border2"], 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(column.adjusted(1, 4, -2, 0))
            self._absent(painter, column)
            return
        whole = day.total if self._as_shares else top
        for key in order:
            if not day.by.get(key):
                continue
            high = day.by[key] / whole * self._plot().height()
            box = QRectF(column.x(), y - high, column.width(), max(0.5, high - 1))
            fill(painter, box, key)
            y -= high
        if place == self.current:
            painter.setPen(QPen(look["accent"], 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(column.x() - 2, y - 2, column.width() + 3, self._plot().bottom() - y + 3))

    def _absent(self, painter: QPainter, column: QRect) -> None:
        said = self.tr("no import")
        if column.width() >= max(paint.width(word, 11) for word in said.split()):
            painter.setFont(font(11))
            painter.setPen(current()["stamp"])
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(column.adjusted(2, 0, -2, 0), flags, "\n".join(said.split()))  # Chinese breaks anywhere

    def _dates(self, painter: QPainter, split: Split) -> None:
        each = self._plot().width() / max(1, len(split.days))
        step = max(1, -(-46 // max(1, int(each))))
        for place in range(0, len(split.days), step):
            column = self._column(place)
            box = QRect(column.center().x() - 30, self._plot().bottom() + 6, 60, 16)
            said = words.day(split.days[place].day_at)
            paint.text(painter, box, said, current()["stamp"], pixels=11, align=paint.CENTRE)

    def _legend(self, painter: QPainter, split: Split, order: Sequence[str]) -> None:
        """In stacking order: the top of the stack first."""
        look, x = current(), self.width() - LEGEND + 14
        room = max(1, self.height() // LEAST_LINE)
        shown = list(reversed(order))[-room:]
        for number, key in enumerate(shown):
            y = TOP + number * LEAST_LINE
            fill(painter, QRectF(x, y + 4, SWATCH, SWATCH), key)
            share = words.share(split.by[key] / split.total if split.total else None)
            wide = LEGEND - 14 - 18 - 52
            paint.text(painter, QRect(x + 18, y, wide, 18), words.channel(key), look["text2"], pixels=12, elide=True)
            box = QRect(self.width() - 54, y, 54, 18)
            paint.text(painter, box, share, look["text"], pixels=12, strong=True, align=paint.RIGHT)

    # -- choosing ---------------------------------------------------------------------------------------------------

    def _at(self, point: QPoint) -> int:
        plot = self._plot()
        if self._split is None or not plot.x() <= point.x() < plot.right():
            return -1
        return min(len(self._split.days) - 1, (point.x() - plot.x()) * len(self._split.days) // plot.width())

    def choose(self, place: int) -> None:
        """This day from now on."""
        if self._split is not None and 0 <= place < len(self._split.days):
            self.current = place
            self._say_day()
            self.chosen.emit(place)
            self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._split is not None:
            place = self._at(event.pos())
            QToolTip.showText(event.globalPos(), self.tip(self._split.days[place]) if place >= 0 else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choose(self._at(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self._split is not None:
            self.choose(max(0, min(len(self._split.days) - 1, self.current + step)))
        else:
            super().keyPressEvent(event)


def fill(painter: QPainter, box: QRectF, key: str) -> None:
    """A piece of a stack in its channel's colour; paid is hatched."""
    look = current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(box, look[words.INKS.get(key, "s5")])
    if words.is_hatched(key):
        stripe = QColor(look["surface"])
        stripe.setAlpha(150)
        painter.setBrushOrigin(QPointF(0, 0))
        painter.fillRect(box, QBrush(stripe, Qt.BrushStyle.BDiagPattern))
