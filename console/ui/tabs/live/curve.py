"""The curve of a show: a line above, bars per minute below, one axis of time, marks with what they brought."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.core.clock import MINUTE
from console.ui import paint, texts
from console.ui.charted import ChartData, join, tell
from console.ui.tabs.live import drawing, outline, words
from console.ui.tabs.live.outline import Drawn, Mark
from console.ui.theme import current

LEFT, RIGHT, FOOT = 44, 14, 20
LABEL, CLOSE = 34, 64  # height of a mark's label; labels nearer than that stand in two rows
SHARE = 0.70  # of the height for the line


class ShowCurve(QWidget):
    """Reads nothing: it draws what it is given, and tells under the pointer what was."""

    def __init__(self, least: int = 200) -> None:
        super().__init__()
        self._least = least
        self._drawn: Drawn | None = None
        self._pointed: int | None = None
        self._pieces: dict[str, list[QPolygonF]] = {}  # of what is shown, for as long as the room is the same
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(420, self._least)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self._least)

    def show_drawn(self, drawn: Drawn) -> None:
        """Draw this."""
        self._drawn = drawn
        self._pieces.clear()
        tell(self)
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row an instant of which something is told: the line, a minute's bar, a mark, where the stream was cut."""
        return None if self._drawn is None else outline.data(self._drawn)

    # -- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        painter = QPainter(self)
        labels = self._placed(drawn)
        head = 6 if not labels else LABEL * (max(row for _, _, row in labels) + 1) + 4
        upper, lower = self._planes(drawn, head)
        self._grid(painter, upper, lower, drawn)
        self._grounds(painter, upper, lower, drawn)
        self._lines(painter, upper, drawn)
        pale = drawn.looked_at if drawn.looked_at is not None else _minute(drawn.begin_at, drawn.now)
        drawing.bars(painter, drawn.bars, lower, current()["s2"], pale_from=pale)
        for mark, x, row in labels:
            self._mark(painter, upper, mark, x, row)
        self._now(painter, upper, lower, drawn)
        self._names(painter, upper, lower, drawn)
        self._tip(painter, upper, lower, drawn)
        painter.end()

    def _planes(self, drawn: Drawn, head: int) -> tuple[drawing.Plane, drawing.Plane]:
        high = self.height() - head - FOOT
        wide = self.width() - LEFT - RIGHT
        line_high, gap = (high * SHARE, 14) if drawn.bars_name else (high, 0)
        tallest = max([value for _, value in (*drawn.line, *drawn.usual)], default=0)
        most = max((value for _, value in drawn.bars), default=0) / (100 if drawn.is_money else 1)
        scale = 100 if drawn.is_money else 1
        upper = QRectF(LEFT, head, wide, line_high)
        lower = QRectF(LEFT, head + line_high + gap, wide, high - line_high - gap)
        span = (drawn.begin_at, drawn.end_at)
        return (
            drawing.Plane(upper, *span, drawing.round_top(tallest)),
            drawing.Plane(lower, *span, drawing.round_top(most) * scale),
        )

    def _grid(self, painter: QPainter, upper: drawing.Plane, lower: drawing.Plane, drawn: Drawn) -> None:
        look = current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        planes = ((upper, 2, 1), (lower, 1, 100 if drawn.is_money else 1))
        for plane, steps, scale in planes if drawn.bars_name else planes[:1]:
            for step in range(steps + 1):
                value = plane.top * step / steps
                y = plane.y(value)
                painter.fillRect(QRectF(LEFT, round(y), plane.box.width(), 1), look["grid"])
                box = QRect(0, round(y) - 8, LEFT - 8, 16)
                said = words.axis(value / scale)
                paint.text(painter, box, said, look["stamp"], pixels=11, align=paint.RIGHT)
        foot = round(lower.box.bottom()) + 3
        for at in drawn.ticks:
            minute = f"{(at - drawn.begin_at) // MINUTE}"
            said = texts.clock_time(at) if drawn.clock else minute
            box = QRect(round(upper.x(at)) - 30, foot, 60, 16)
            paint.text(painter, box, said, look["stamp"], pixels=11, align=paint.CENTRE)

    def _grounds(self, painter: QPainter, upper: drawing.Plane, lower: drawing.Plane, drawn: Drawn) -> None:
        look, high = current(), lower.box.bottom() - upper.box.y()
        if drawn.zone_ms:
            wide = upper.x(drawn.begin_at + drawn.zone_ms) - upper.box.x()
            painter.fillRect(QRectF(upper.box.x(), upper.box.y(), wide, upper.box.height()), _pale(look["s6"], 0.10))
        if drawn.now is not None and drawn.now < drawn.end_at:
            x = upper.x(drawn.now)
            ahead = QRectF(x, upper.box.y(), upper.box.right() - x, high)
            painter.fillRect(ahead, _pale(look["s5"], 0.08))
        for begin, end in drawn.cuts:
            box = QRectF(upper.x(begin), upper.box.y(), max(3.0, upper.x(end) - upper.x(begin)), upper.box.height())
            painter.fillRect(box, _pale(look["dot_amber"], 0.20))
            below = QRect(round(box.center().x()) - 30, round(upper.box.bottom()) - 18, 60, 16)
            paint.text(painter, below, self.tr("cut"), look["fg_amber"], pixels=11, align=paint.CENTRE)

    def _lines(self, painter: QPainter, upper: drawing.Plane, drawn: Drawn) -> None:
        look = current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        until = drawn.looked_at
        done = [one for one in drawn.line if until is None or one[0] <= until]
        if not self._pieces:
            usual = [(drawn.begin_at + minute * MINUTE, value) for minute, value in drawn.usual]
            ahead = [] if until is None else [one for one in drawn.line if one[0] > until]
            self._pieces = {
                "usual": drawing.stretches(usual, upper, 10 * MINUTE),
                "ahead": drawing.stretches(ahead, upper),
                "done": drawing.stretches(done, upper),
            }
        drawing.line(painter, self._pieces["usual"], look["s5"], dashed=True)
        drawing.line(painter, self._pieces["ahead"], look["s5"])
        drawing.fill(painter, self._pieces["done"], upper.box.bottom(), look["s1"])
        drawing.line(painter, self._pieces["done"], look["s1"])
        if done and (drawn.now is not None or until is not None):
            paint.dot(painter, QPointF(upper.x(done[-1][0]), upper.y(done[-1][1])), look["s1"], 4)

    def _placed(self, drawn: Drawn) -> list[tuple[Mark, float, int]]:
        """Marks with their place and row: near neighbours alternate."""
        plane = drawing.Plane(QRectF(LEFT, 0, self.width() - LEFT - RIGHT, 1), drawn.begin_at, drawn.end_at, 1)
        found: list[tuple[Mark, float, int]] = []
        last: dict[int, float] = {}
        for mark in sorted(drawn.marks, key=lambda one: one.at):
            x = plane.x(mark.at)
            row = next((row for row in (0, 1) if x - last.get(row, -CLOSE) >= CLOSE), -1)
            if row >= 0:
                last[row] = x
            found.append((mark, x, row))
        return found

    def _mark(self, painter: QPainter, upper: drawing.Plane, mark: Mark, x: float, row: int) -> None:
        look = current()
        top = upper.box.y() if row < 0 else LABEL * row + LABEL
        pen = QPen(look[mark.ink], 1.0)
        pen.setDashPattern([5, 4] if mark.planned else [2, 3])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen)
        painter.drawLine(QPointF(round(x), top), QPointF(round(x), upper.box.bottom()))
        if row < 0:
            return
        wide = min(CLOSE + 14, max(paint.width(mark.name, 12), paint.width(mark.said, 12, True)))
        left = max(LEFT - 20, min(self.width() - wide - 2, round(x) - wide // 2))
        name = QRect(left, LABEL * row, wide, 16)
        paint.text(painter, name, mark.name, look["text2"], pixels=12, align=paint.CENTRE, elide=True)
        ink = "text3" if mark.good is None else "fg_green" if mark.good else "fg_amber"
        box = name.translated(0, 16)
        strong = mark.good is not None
        paint.text(painter, box, mark.said, look[ink], pixels=12, strong=strong, align=paint.CENTRE)

    def _now(self, painter: QPainter, upper: drawing.Plane, lower: drawing.Plane, drawn: Drawn) -> None:
        at = drawn.looked_at if drawn.looked_at is not None else drawn.now
        if at is not None and drawn.begin_at <= at <= drawn.end_at:
            box = QRectF(round(upper.x(at)), upper.box.y() - 4, 1, lower.box.bottom() - upper.box.y() + 4)
            painter.fillRect(box, current()["text2"])

    def _names(self, painter: QPainter, upper: drawing.Plane, lower: drawing.Plane, drawn: Drawn) -> None:
        """At the line's end, or in the corner where there is none."""
        look = current()
        at = drawn.now if drawn.now is not None else None
        last = drawn.line[-1][1] if drawn.line else None
        name = drawn.line_name if last is None or at is None else f"{drawn.line_name} {last:,.0f}"
        right = self.width() - RIGHT
        left = LEFT + 6 if at is None else min(round(upper.x(at)) + 8, right - paint.width(name, 13, True))
        box = QRect(left, round(upper.box.y()) + 2, 200, 18)
        paint.text(painter, box, name, look["s1"], pixels=13, strong=True)
        place = min(left, right - paint.width(drawn.bars_name, 12, True))
        paint.text(
            painter,
            QRect(place, round(lower.box.y()) - 4, 200, 16),
            drawn.bars_name,
            look["s2"],
            pixels=12,
            strong=True,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pieces.clear()

    # -- reading ----------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drawn = self._drawn
        if drawn is not None:
            plane = drawing.Plane(QRectF(LEFT, 0, self.width() - LEFT - RIGHT, 1), drawn.begin_at, drawn.end_at, 1)
            self._pointed = plane.at(event.position().x())
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointed = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -MINUTE, Qt.Key.Key_Right: MINUTE}.get(Qt.Key(event.key()))
        drawn = self._drawn
        if step is None or drawn is None or not drawn.line:
            event.ignore()
            return
        here = drawn.line[-1][0] if self._pointed is None else self._pointed
        self._pointed = max(drawn.begin_at, min(drawn.line[-1][0], here + step))
        self.update()

    def pointed(self) -> list[str]:
        """What stands in the tooltip: the time, the line's and the minute's value."""
        drawn, at = self._drawn, self._pointed
        if drawn is None or at is None or not drawn.line:
            return []
        place, value = min(drawn.line, key=lambda one: abs(one[0] - at))
        if abs(place - at) > 2 * MINUTE:
            return []
        minute = (place - drawn.begin_at) // MINUTE
        bar = next((told for begin, told in drawn.bars if begin <= place < begin + MINUTE), None)
        amount = texts.money(None if bar is None else round(bar)) if drawn.is_money else _count(bar)
        title = f"{texts.full_moment(place)[11:]} · " + self.tr("minute {n}").format(n=minute)
        bars = [f"{drawn.bars_name} {amount}"] if drawn.bars_name else []
        return [title, f"{drawn.line_name} {value:,.0f}", *bars]

    def _tip(self, painter: QPainter, upper: drawing.Plane, lower: drawing.Plane, drawn: Drawn) -> None:
        told = self.pointed()
        if not told or self._pointed is None:
            return
        look = current()
        x = round(upper.x(self._pointed))
        painter.fillRect(QRectF(x, upper.box.y(), 1, lower.box.bottom() - upper.box.y()), look["faint"])
        wide = max(paint.width(one, 12) for one in told) + 20
        left = x + 10 if x + 10 + wide < self.width() else x - 10 - wide
        box = QRect(left, round(upper.box.y()) + 24, wide, 20 * len(told) + 8)
        paint.rounded(painter, box, 6, look["surface"], look["border2"])
        for number, one in enumerate(told):
            row = QRect(box.x() + 10, box.y() + 4 + 20 * number, wide, 20)
            paint.text(painter, row, one, look["text2" if number else "text3"], pixels=12)


def _minute(begin_at: int, now: int | None) -> int | None:
    return None if now is None else now - now % MINUTE


def _pale(colour: QColor, alpha: float) -> QColor:
    shade = QColor(colour)
    shade.setAlphaF(alpha)
    return shade


def _count(value: float | None) -> str:
    return texts.NOTHING if value is None else f"{value:,.0f}"
