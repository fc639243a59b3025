"""What goods fail by, now or over a time: a bar with a part for each cause; a click leaves only what fails by it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from console.core.clock import DAY, day_start
from console.rules.failures import Cause
from console.store.views_goods import Course, Failing
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.tabs.products import failing
from console.ui.tabs.products.failing_time import FailingTime
from console.ui.theme import current
from console.ui.widgets import Card, Segmented, link

DAYS = 7
SPANS = (0, 7, 30, 84)
"""The times that can be looked at, in days; 0: what fails now."""
DAILY = 31  # longer times are told week by week
NEVER = 2**62
BAR, GAP = 8, 3


def since(now: int, days: int = DAYS) -> int:
    """From when so many days count: whole days, today among them."""
    return day_start(now) - (days - 1) * DAY


class _Legend(QAbstractButton):
    """A cause with its dot and its number."""

    def __init__(self, cause: Cause) -> None:
        super().__init__()
        self.cause = cause
        self.number = 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", True)

    def show_number(self, number: int) -> None:
        self.number = number
        self.setEnabled(number > 0 or self.isChecked())
        self.setAccessibleName(f"{failing.name(self.cause)} {texts.count(number)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = paint.width(failing.name(self.cause)) + paint.width(texts.count(self.number), 13, True)
        return QSize(8 + 14 + words + 6 + 8, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        if self.isChecked() or self.underMouse():
            paint.rounded(painter, self.rect(), 6, look["soft" if self.isChecked() else "hover"])
        if self.hasFocus():
            paint.ring(painter, self.rect().adjusted(1, 1, -1, -1))
        paint.dot(painter, QPointF(12, 14), look[failing.colour(self.cause) if self.number else "track"])
        words = failing.name(self.cause)
        wide = paint.width(words)
        colour = look["accentText" if self.isChecked() else "text" if self.number else "faint"]
        paint.text(painter, QRect(22, 0, wide + 2, 28), words, colour)
        paint.text(painter, QRect(22 + wide + 6, 0, 60, 28), texts.count(self.number), colour, strong=True)
        painter.end()


class _Bar(QWidget):
    """The parts side by side, as wide as their numbers."""

    clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.numbers: Mapping[Cause, int] = {}
        self.setFixedHeight(BAR)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        join(self)

    def show_numbers(self, numbers: Mapping[Cause, int]) -> None:
        self.numbers = numbers
        tell(self)
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a cause."""
        shown = [(cause, number) for cause in failing.ORDER if (number := self.numbers.get(cause, 0))]
        columns = (
            Column(self.tr("Cause"), [failing.name(cause) for cause, _ in shown], kind="place"),
            Column(self.tr("Goods"), [number for _, number in shown], texts.count),
        )
        return ChartData(QCoreApplication.translate("ReasonBar", "Failed by"), columns) if shown else None

    def parts(self) -> list[tuple[Cause, QRect]]:
        """Where each cause stands; none is narrower than can be clicked."""
        shown = [(cause, number) for cause in failing.ORDER if (number := self.numbers.get(cause, 0))]
        room = self.width() - GAP * (len(shown) - 1)
        whole = sum(number for _, number in shown)
        least = min(BAR, room // max(1, len(shown)))
        found, left = [], 0
        for place, (cause, number) in enumerate(shown, 1):
            wide = max(least, (room - least * len(shown)) * number // whole + least)
            wide = self.width() - left if place == len(shown) else wide
            found.append((cause, QRect(left, 0, wide, BAR)))
            left += wide + GAP
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        if not self.parts():
            paint.rounded(painter, self.rect(), 3, look["track"])
        for cause, rect in self.parts():
            paint.rounded(painter, rect, 3, look[failing.colour(cause)])
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = QPoint(event.position().toPoint().x(), BAR // 2)
        found = next((cause for cause, rect in self.parts() if rect.contains(at)), None)
        if found is not None:
            self.clicked.emit(found)


class ReasonBar(Card):
    """``chosen`` carries the cause that is to be left alone, ``stretched`` the time; None: all of them, or now."""

    chosen = Signal(object)
    stretched = Signal(object)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("ReasonBar", "Failed by"))
        self.cause: Cause | None = None
        self.days = 0
        self._now = 0
        self.bar = _Bar()
        self.bar.clicked.connect(self._turn)
        self.legends = {cause: _Legend(cause) for cause in failing.ORDER}
        row = QHBoxLayout()
        row.setSpacing(4)
        row.setContentsMargins(0, 0, 0, 0)
        for cause, part in self.legends.items():
            part.clicked.connect(lambda _=False, cause=cause: self._turn(cause))
            row.addWidget(part)
        row.addStretch(1)
        self.body.addWidget(self.bar)
        self.body.addLayout(row)
        self.time = FailingTime()
        self.time.chosen.connect(self._stretch)
        self.time.hide()
        self.body.addWidget(self.time)
        self.span = Segmented([(str(days), self._span_words(days)) for days in SPANS], "0")
        self.span.setAccessibleName(self.tr("Time"))
        self.span.chosen.connect(self._turn_span)
        self.add_end(self.span)
        self.all = link(self.tr("All causes"))
        self.all.clicked.connect(lambda: self._turn(None))
        self.add_end(self.all)
        self.all.hide()

    def _span_words(self, days: int) -> str:
        if not days:
            return self.tr("Now")
        weeks = days // 7
        return self.tr("{n} weeks").format(n=weeks) if days > DAILY else self.tr("{n} days").format(n=days)

    def _turn_span(self, key: str) -> None:
        """Another time: all of it, whatever stretch was looked at before."""
        self.days = int(key)
        self.stretched.emit(self._whole())

    def _whole(self) -> tuple[int, int] | None:
        """From the first day on; what comes in meanwhile is in it."""
        return (since(self._now, self.days), NEVER) if self.days else None

    def _stretch(self, stretch: tuple[int, int] | None) -> None:
        self.stretched.emit(stretch or self._whole())

    def set_stretch(self, stretch: tuple[int, int] | None) -> None:
        """Show which time is looked at, without saying so; None: what fails now."""
        if stretch is None:
            self.days = 0
        self.span.set_key(str(self.days))
        self.time.setVisible(bool(self.days))
        self.time.show_choice(None if stretch == self._whole() else stretch, self.cause)

    def show_numbers(self, numbers: Mapping[Cause, int], course: Course, now: int, told: Failing | None = None) -> None:
        """What fails now, and how it went in seven days; or what failed over the chosen time."""
        self._now = now
        if told is not None:
            self.time.show_stretches(told.stretches, now)
            numbers = told.causes
        self.bar.show_numbers(numbers)
        for cause, part in self.legends.items():
            part.show_number(numbers.get(cause, 0))
        left = sum(numbers.values())
        begin_at = since(now, self.days or DAYS)
        said = self.tr("Last 7 days: {found} found, {fixed} fixed · {left} left")
        if self.days:
            said = self.tr("Since {day}: {found} found, {fixed} fixed")
        day_at: int | None = begin_at
        if course.since_at is None or course.since_at >= begin_at:  # counted for less than that
            day_at = course.since_at
            said = self.tr("Counted here since {day}: {found} found, {fixed} fixed")
            said = (
                said if self.days else self.tr("Counted here since {day}: {found} found, {fixed} fixed · {left} left")
            )
        day = texts.NOTHING if day_at is None else texts.moment(day_at, now)
        counts = {"found": course.found, "fixed": course.fixed, "left": left}
        self.under.setText(said.format(day=day, **{key: texts.count(number) for key, number in counts.items()}))

    def set_cause(self, cause: Cause | None) -> None:
        """Show which one is left alone, without saying so."""
        self.cause = cause
        for one, part in self.legends.items():
            part.setChecked(one is cause)
        self.time.show_choice(self.time.stretch, cause)
        self.all.setVisible(cause is not None)

    def _turn(self, cause: Cause | None) -> None:
        """A second click on the same cause shows all of them again."""
        self.set_cause(None if cause is self.cause else cause)
        self.chosen.emit(self.cause)
