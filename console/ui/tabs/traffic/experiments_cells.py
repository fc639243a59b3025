"""Two cells of the experiments' table: the difference with its interval on a zero line, and how far the plan is."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from console.store.experiments import Judged
from console.ui import paint
from console.ui.cells import GAP, Lines
from console.ui.tabs.traffic import experiments_words as words
from console.ui.theme import current

AXIS = 34  # pixels at the right, for the half width of the axis
CAP, RADIUS = 8, 4.5
BAR = 118


def tone(judged: Judged) -> str:
    """The colour of an interval: grey until something can be said."""
    return {"b": "dot_green", "a": "dot_amber"}.get(judged.lead.conclusion, "s5")


class IntervalCell(Lines[Judged]):
    """B − A: a dot with its 95 % interval, on an axis of this row's own whose half width is printed."""

    def __init__(self) -> None:
        super().__init__(lambda row: words.interval(row.lead), free=True)

    def draw(self, painter: QPainter, rect: QRect, row: Judged, compact: bool) -> None:
        look, verdict = current(), row.lead
        inner = rect.adjusted(GAP, 0, -AXIS - 4, 0)
        middle = inner.center().x()
        painter.setPen(QPen(look["border2"], 1))
        painter.drawLine(middle, rect.y() + 7, middle, rect.bottom() - 7)
        box = QRect(rect.right() - AXIS, rect.bottom() - 26, AXIS - 4, 18)
        paint.text(painter, box, words.axis(verdict), look["stamp"], pixels=11, align=paint.RIGHT)
        told = verdict.difference
        if told is None:
            return
        scale = (inner.width() / 2 - 4) / words.half_width(verdict)
        low, dot, high = (middle + one * scale for one in (told.low, told.value, told.high))
        y = rect.center().y() + (0 if compact else 8)
        colour = look[tone(row)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(low, y), QPointF(high, y))
        for end in (low, high):
            painter.drawLine(QPointF(end, y - CAP / 2), QPointF(end, y + CAP / 2))
        paint.dot(painter, QPointF(dot, y), colour, RADIUS)
        if not compact:
            said = words.signed(verdict.metric, told.value)
            wide = paint.width(said, 13, verdict.reached)
            left = min(max(round(dot - wide / 2), inner.x()), inner.right() - wide)
            left = max(left, middle + 4) if told.value >= 0 else min(left, middle - wide - 4)  # clear of the line
            place = QRect(left, rect.y() + 7, wide, 18)
            paint.text(painter, place, said, look["text" if verdict.reached else "text3"], strong=verdict.reached)


class ProgressCell(Lines[Judged]):
    """How many of both arms, of how many that were planned."""

    def __init__(self) -> None:
        super().__init__(lambda row: words.progress(row.lead))

    def draw(self, painter: QPainter, rect: QRect, row: Judged, compact: bool) -> None:
        look, verdict = current(), row.lead
        wide = min(BAR, rect.width() - 2 * GAP)
        y = rect.center().y() - (4 if compact else 10)
        share = min(1.0, verdict.n / verdict.planned) if verdict.planned else 0.0
        paint.rounded(painter, QRectF(rect.x() + GAP, y, wide, 5), 2.5, look["track"])
        if share:
            filled = QRectF(rect.x() + GAP, y, max(5.0, wide * share), 5)
            paint.rounded(painter, filled, 2.5, look["dot_green" if verdict.reached else "dot_blue"])
        if not compact:
            under = QRect(QPoint(rect.x() + GAP, y + 10), QPoint(rect.right(), y + 26))
            paint.text(painter, under, words.progress(verdict), look["text2"], pixels=12)
