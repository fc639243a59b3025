"""The lanes: a bar a task, from its beginning to its day; today, days off in grey, the rush at its place."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.rules.promotions import LANES, Lane, Promotion, Task, standing
from console.rules.workdays import Workdays
from console.ui import paint
from console.ui.charted import ChartData, Column, join, tell
from console.ui.tabs.traffic import calendar_words as words
from console.ui.theme import current

HEAD, LEFT, BAR = 30, 96, 26
LEAST_LANE = 32
ROOMY = 21  # a row of bars with its title
ONE = timedelta(days=1)
WEEKS = 5


class LaneBoard(QWidget):
    """Fill it with ``show_plan``. ``opened`` carries the place of a task."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.tasks: tuple[Task, ...] = ()
        self.promotion: Promotion | None = None
        self.begin = self.end = date(2000, 1, 1)
        self.place = -1
        self._today = date(2000, 1, 1)
        self._workdays: Workdays | None = None
        self._rows: tuple[int, ...] = (1,) * len(LANES)
        self.bars: dict[int, QRect] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(820, HEAD + len(LANES) * 54)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, HEAD + len(LANES) * LEAST_LANE)

    def show_plan(
        self, promotion: Promotion, tasks: Sequence[Task], workdays: Workdays, today: date, *, whole: bool
    ) -> None:
        """``whole``: from the first task on; else five weeks that hold today, or end with the promotion."""
        self.promotion, self.tasks, self._workdays, self._today = promotion, tuple(tasks), workdays, today
        first = min((one.begin_on for one in tasks), default=promotion.day_on - ONE * 35)
        last = max((one.due_on for one in tasks), default=promotion.end_on)
        last = max(last, promotion.end_on)
        if whole:
            self.begin, self.end = first - ONE, last + ONE
        else:
            self.begin = min(max(today - ONE * 7, first - ONE), last - ONE * (7 * WEEKS - 3))
            self.end = self.begin + ONE * (7 * WEEKS)
        self.place = min(self.place, len(self.tasks) - 1)
        tell(self)
        self.setAccessibleDescription(". ".join(self._said(one) for one in self.tasks))
        self._lay_out()
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a task."""
        tasks = sorted(self.tasks, key=lambda one: (one.begin_on, one.due_on))
        if self.promotion is None:
            return None
        columns = (
            Column(self.tr("Task"), [one.title for one in tasks], kind="place"),
            Column(self.tr("Lane"), [words.lane(one.lane) for one in tasks], kind="text"),
            Column(self.tr("From"), [f"{one.begin_on}" for one in tasks], kind="text"),
            Column(self.tr("Due"), [f"{one.due_on}" for one in tasks], kind="text"),
            Column(self.tr("Standing"), [words.chip(standing(one, self._today)).word for one in tasks], kind="text"),
            Column(self.tr("Owner"), [one.owner or None for one in tasks], kind="text"),
        )
        note = self.tr("%n task(s)", "", len(tasks))
        return ChartData(words.name(self.promotion, self._today), columns, note=note)

    def _said(self, one: Task) -> str:
        how = words.chip(standing(one, self._today)).word
        owner = f" · {one.owner}" if one.owner else ""
        return f"{words.lane(one.lane)}: {one.title} {one.begin_on:%m-%d}–{one.due_on:%m-%d}{owner} · {how}"

    # -- where things are ----------------------------------------------------------------------------------------------

    def _x(self, on: date) -> int:
        span = max(1, (self.end - self.begin).days)
        return LEFT + round((self.width() - LEFT - 8) * (on - self.begin).days / span)

    def _lane_top(self, place: int) -> int:
        """Lanes are as high as each other; where that is too little, by how many rows of bars each needs."""
        tight = (self.height() - HEAD) / len(LANES) < max(self._rows) * ROOMY + 6
        weights = [rows if tight else 1 for rows in self._rows]
        return HEAD + round((self.height() - HEAD) * sum(weights[:place]) / sum(weights))

    def _lay_out(self) -> None:
        placed = [self._of_lane(lane) for lane in LANES]
        self._rows = tuple(1 + max((row for *_, row in lane), default=0) for lane in placed)
        self.bars = {}
        for number, lane in enumerate(placed):
            top, room, rows = (
                self._lane_top(number),
                self._lane_top(number + 1) - self._lane_top(number),
                self._rows[number],
            )
            high = min(BAR, max(9, (room - 6) // rows - 3))
            pad = max(3, (room - rows * (high + 3)) // 2)
            for place, one, row in lane:
                left = max(self._x(one.begin_on), LEFT)
                right = min(self._x(one.due_on + ONE), self.width() - 8)
                self.bars[place] = QRect(left, top + pad + row * (high + 3), max(8, right - left - 2), high)

    def _of_lane(self, lane: Lane) -> list[tuple[int, Task, int]]:
        """The tasks in sight, each in the first row that is free on its days."""
        mine = [(place, one) for place, one in enumerate(self.tasks) if one.lane == lane and one.state != "none"]
        mine = [(place, one) for place, one in mine if one.due_on >= self.begin and one.begin_on < self.end]
        until: list[date] = []
        placed: list[tuple[int, Task, int]] = []
        for place, one in sorted(mine, key=lambda held: (held[1].begin_on, held[0])):
            row = next((at for at, last in enumerate(until) if last < one.begin_on), len(until))
            if row == len(until):
                until.append(one.due_on)
            until[row] = one.due_on
            placed.append((place, one, row))
        return placed

    # -- painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.promotion is None:
            return
        self._lay_out()
        painter = QPainter(self)
        self._ground(painter)
        for place, rect in self.bars.items():
            self._bar(painter, place, rect)
        self._now(painter)
        painter.end()

    def _ground(self, painter: QPainter) -> None:
        look = current()
        assert self.promotion is not None  # noqa: S101 - asked before
        on = self.begin
        while on < self.end:
            wide = self._x(on + ONE) - self._x(on)
            if self._workdays is not None and not self._workdays.is_workday(on):
                painter.fillRect(QRect(self._x(on), HEAD, wide, self.height() - HEAD), look["sunken"])
            on += ONE
        left, right = self._x(self.promotion.day_on), self._x(self.promotion.end_on + ONE)
        rush = QRect(left, HEAD, max(3, right - left), self.height() - HEAD)
        tint = QColor(look["dot_red"])
        tint.setAlpha(34)
        painter.fillRect(rush, tint)
        step = 7 if (self.end - self.begin).days <= 56 else 14
        on = self.begin + ONE * ((7 - self.begin.weekday()) % 7)
        while on < self.end:
            painter.setPen(QPen(look["grid"], 1))
            painter.drawLine(self._x(on), HEAD, self._x(on), self.height())
            paint.text(painter, QRect(self._x(on), 6, 60, 18), f"{on:%m-%d}", look["stamp"], pixels=11)
            on += ONE * step
        for number, lane in enumerate(LANES):
            top, below = self._lane_top(number), self._lane_top(number + 1)
            box = QRect(0, top, LEFT - 12, below - top)
            paint.text(painter, box, words.lane(lane), look["text"], elide=True)
            painter.setPen(QPen(look["rowline"], 1))
            painter.drawLine(0, below - 1, self.width(), below - 1)

    def _bar(self, painter: QPainter, place: int, rect: QRect) -> None:
        look, one = current(), self.tasks[place]
        how = standing(one, self._today)
        ink = look["dot_red" if how == "overdue" else words.INKS[one.lane]]
        ground = QColor(ink)
        ground.setAlpha(40 if one.state == "done" else 80)
        paint.rounded(painter, rect, 3, ground)
        painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), ink)
        said = f"✓ {one.title}" if one.state == "done" else one.title
        if rect.height() >= 14:
            self._title(painter, place, rect, said)
        if place == self.place and self.hasFocus():
            paint.ring(painter, rect.adjusted(-3, -3, 3, 3), 5)

    def _title(self, painter: QPainter, place: int, rect: QRect, said: str) -> None:
        """Within its bar where it fits, beside it where the next bar leaves room."""
        look = current()
        pixels = 12 if rect.height() >= 18 else 11
        wide = paint.width(said, pixels)
        inner = rect.adjusted(9, 0, -4, 0)
        if wide <= inner.width():
            paint.text(painter, inner, said, look["text"], pixels=pixels)
            return
        same = [one for at, one in self.bars.items() if at != place and one.y() == rect.y() and one.x() > rect.x()]
        until = min((one.x() for one in same), default=self.width() - 8)
        beside = QRect(rect.right() + 6, rect.y(), until - rect.right() - 12, rect.height())
        if wide <= beside.width():
            paint.text(painter, beside, said, look["text2"], pixels=pixels)
        elif inner.width() >= 24:
            paint.text(painter, inner, said, look["text"], pixels=pixels, elide=True)

    def _now(self, painter: QPainter) -> None:
        look = current()
        if not self.begin <= self._today < self.end:
            return
        x = self._x(self._today)
        painter.setPen(QPen(look["accent"], 1))
        painter.drawLine(x, HEAD - 8, x, self.height())
        said = self.tr("Today")
        wide = paint.width(said, 11, True)
        left = x - wide - 4 if x - wide - 4 > LEFT else x + 4
        paint.text(painter, QRect(left, HEAD - 12, wide, 14), said, look["accentText"], pixels=11, strong=True)

    # -- mouse and keyboard --------------------------------------------------------------------------------------------

    def _at(self, point: QPoint) -> int:
        return next((place for place, rect in self.bars.items() if rect.adjusted(-2, -3, 2, 3).contains(point)), -1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(event.pos())
            QToolTip.showText(event.globalPos(), self._said(self.tasks[place]) if place >= 0 else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        some = self._at(event.position().toPoint()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if some else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        if place >= 0:
            self.place = place
            self.update()
            self.opened.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = sorted(self.bars, key=lambda place: (self.bars[place].y(), self.bars[place].x()))
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and order:
            at = order.index(self.place) + steps[key] if self.place in order else 0
            self.place = order[min(max(at, 0), len(order) - 1)]
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.place in self.bars:
            self.opened.emit(self.place)
        else:
            super().keyPressEvent(event)
