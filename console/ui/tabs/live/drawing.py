"""Lines and bars over a show's time, reduced to what a pixel can show. Gaps stay gaps."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from console.core.clock import MINUTE

Point = tuple[int, float]
GAP_MS = 2 * MINUTE  # longer than that nothing is drawn across


class Plane:
    """Maps a stretch of time and values from 0 to ``top`` onto a rectangle."""

    def __init__(self, box: QRectF, begin_at: int, end_at: int, top: float) -> None:
        self.box = box
        self.begin_at = begin_at
        self.end_at = max(begin_at + 1, end_at)
        self.top = top or 1.0

    def x(self, at: float) -> float:
        return self.box.x() + self.box.width() * (at - self.begin_at) / (self.end_at - self.begin_at)

    def y(self, value: float) -> float:
        return self.box.bottom() - self.box.height() * min(1.0, value / self.top)

    def at(self, x: float) -> int:
        share = (x - self.box.x()) / max(1.0, self.box.width())
        return round(self.begin_at + share * (self.end_at - self.begin_at))


def stretches(points: Sequence[Point], plane: Plane, gap_ms: int = GAP_MS) -> list[QPolygonF]:
    """The line in pieces between gaps: never more than the least and the most of a pixel."""
    pieces: list[QPolygonF] = []
    piece, last_at, column, low, high = QPolygonF(), None, -1, 0.0, 0.0

    def flush() -> None:
        if column >= 0:
            piece.append(QPointF(column, low))
            if high != low:
                piece.append(QPointF(column, high))

    for at, value in points:
        if not plane.begin_at <= at <= plane.end_at:
            continue
        if last_at is not None and at - last_at > gap_ms:
            flush()
            pieces.append(piece)
            piece, column = QPolygonF(), -1
        x, y = int(plane.x(at)), plane.y(value)
        if x != column:
            flush()
            column, low, high = x, y, y
        else:
            low, high = max(low, y), min(high, y)
        last_at = at
    flush()
    pieces.append(piece)
    return [piece for piece in pieces if piece.size()]


def line(painter: QPainter, pieces: Sequence[QPolygonF], colour: QColor, *, dashed: bool = False) -> None:
    """A line one pixel wide: wider pens are slow while a show is on."""
    pen = QPen(colour, 1.0)
    pen.setCosmetic(True)
    if dashed:
        pen.setDashPattern([4, 4])
    painter.setPen(pen)
    for piece in pieces:
        painter.drawPolyline(piece)


def fill(painter: QPainter, pieces: Sequence[QPolygonF], foot: float, colour: QColor, alpha: float = 0.12) -> None:
    """The ground under a line."""
    shade = QColor(colour)
    shade.setAlphaF(alpha)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    for piece in pieces:
        ground = QPolygonF(piece)
        ground.append(QPointF(piece.at(piece.size() - 1).x(), foot))
        ground.append(QPointF(piece.at(0).x(), foot))
        painter.drawPolygon(ground)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def bars(
    painter: QPainter, rows: Sequence[Point], plane: Plane, colour: QColor, *, pale_from: int | None = None
) -> None:
    """One bar a minute; pale ones are not whole yet, or lie ahead of the moment that is looked at."""
    wide = plane.x(plane.begin_at + MINUTE) - plane.x(plane.begin_at)
    inside = max(1.0, wide - (2 if wide > 6 else 1 if wide > 3 else 0))
    pale = QColor(colour)
    pale.setAlphaF(0.4)
    for at, value in rows:
        if value <= 0 or not plane.begin_at <= at < plane.end_at:
            continue
        y = plane.y(value)
        box = QRectF(plane.x(at), y, min(inside, plane.box.right() - plane.x(at)), plane.box.bottom() - y)
        painter.fillRect(box, pale if pale_from is not None and at >= pale_from else colour)


def round_top(highest: float) -> float:
    """The end of an upward axis: round, and at least 4."""
    if highest <= 4:
        return 4.0
    size = 10.0 ** (len(str(int(highest))) - 1)
    return next(step * size for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if step * size >= highest)
