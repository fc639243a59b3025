"""How refusals went over time: a column for each day or week, its causes stacked; a click leaves what failed then."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.core.clock import DAY
from console.rules.failures import Cause
from console.store.views_goods import Stretch
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, days, join, tell
from console.ui.tabs.products import failing
from console.ui.theme import current

translate = QCoreApplication.translate
HIGH, FOOT, WIDEST, APART = 64, 18, 36, 3


class FailingTime(QWidget):
    """``chosen`` carries the stretch (begin, end) that is to be left alone, or None for all of them."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.stretches: Sequence[Stretch] = ()
        self.stretch: tuple[int, int] | None = None
        self.cause: Cause | None = None
        self._now = 0
        self.setFixedHeight(HIGH + FOOT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(300, HIGH + FOOT)

    def show_stretches(self, stretches: Sequence[Stretch], now: int) -> None:
        """These columns, the last one being the present."""
        self.stretches, self._now = tuple(stretches), now
        tell(self)
        said = [words(one, now) for one in self.stretches if one.causes]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a day, or the week that begins on it."""
        told = self.stretches
        columns = [days([one.begin_at for one in told])]
        columns.append(Column(translate("failing", "Refused"), [sum(one.causes.values()) for one in told], texts.count))
        for cause in failing.ORDER:
            numbers = [one.causes.get(cause, 0) for one in told]
            if any(numbers):
                columns.append(Column(failing.name(cause), numbers, texts.count, named=False))
        return ChartData(translate("failing", "Refused over time"), columns, in_time=True) if told else None

    def show_choice(self, stretch: tuple[int, int] | None, cause: Cause | None) -> None:
        """Which column and which cause is left alone, without saying so."""
        self.stretch, self.cause = stretch, cause
        self.update()

    # -- where ------------------------------------------------------------------------------------------------------

    def columns(self) -> list[QRect]:
        """Where each stretch stands."""
        number = max(1, len(self.stretches))
        step = self.width() / number
        wide = max(2, min(int(step) - APART, WIDEST))
        places = (int((place + 1) * step) - wide for place in range(len(self.stretches)))
        return [QRect(left, 0, wide, HIGH) for left in places]

    def _at(self, x: float) -> Stretch | None:
        found = zip(self.stretches, self.columns(), strict=True)
        return next((one for one, rect in found if x <= rect.right() + 1), None)

    def _number(self, one: Stretch) -> int:
        return one.causes.get(self.cause, 0) if self.cause is not None else sum(one.causes.values())

    # -- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        most = max((self._number(one) for one in self.stretches), default=0)
        columns = self.columns()
        for one, rect in zip(self.stretches, columns, strict=True):
            if self.stretch == (one.begin_at, one.end_at):
                paint.rounded(painter, rect, 3, look["soft"])
            painter.fillRect(QRect(rect.left(), HIGH - 1, rect.width(), 1), look["track"])
            self._stack(painter, rect, one, most)
        if columns:
            foot = QRect(0, HIGH + 2, columns[-1].right() + 1, FOOT - 2)
            first = texts.moment(self.stretches[0].begin_at, self._now).split(" ")[0]
            paint.text(painter, foot, first, look["text3"], pixels=11)
            today = translate("failing", "today")
            paint.text(painter, foot, today, look["text3"], pixels=11, align=paint.RIGHT)
        if self.hasFocus():
            paint.ring(painter, self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _stack(self, painter: QPainter, rect: QRect, one: Stretch, most: int) -> None:
        bottom = float(HIGH - 1)
        for cause in failing.ORDER:
            number = one.causes.get(cause, 0)
            if not number or self.cause not in (None, cause):
                continue
            high = max(2.0, (HIGH - 6) * number / most)
            part = QRect(rect.left(), round(bottom - high), rect.width(), max(2, round(high)))
            painter.fillRect(part, current()[failing.colour(cause)])
            bottom -= high

    # -- choosing ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._turn(self._at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self.stretches:
            super().keyPressEvent(event)
            return
        places = {(one.begin_at, one.end_at): place for place, one in enumerate(self.stretches)}
        place = places.get(self.stretch, len(self.stretches) - 1 - step) if self.stretch else len(self.stretches) - 1
        moved = min(max(place + (step if self.stretch else 0), 0), len(self.stretches) - 1)
        self._turn(self.stretches[moved], again=False)

    def _turn(self, one: Stretch | None, *, again: bool = True) -> None:
        """A second click on the same column shows all of them again."""
        if one is None:
            return
        wanted = (one.begin_at, one.end_at)
        self.stretch = None if again and wanted == self.stretch else wanted
        self.update()
        self.chosen.emit(self.stretch)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            one = self._at(QPointF(event.pos()).x())
            QToolTip.showText(event.globalPos(), words(one, self._now) if one is not None else "", self)
            return True
        return super().event(event)


def words(one: Stretch, now: int) -> str:
    """``11-20：类目 2 · 图片 1``."""
    day = texts.moment(one.begin_at, now).split(" ")[0]
    if one.end_at - one.begin_at > DAY:
        day = f"{day} – {texts.moment(one.end_at - 1, now).split(' ')[0]}"
    said = [
        f"{failing.name(cause)} {texts.count(one.causes[cause])}" for cause in failing.ORDER if one.causes.get(cause)
    ]
    nothing = translate("failing", "nothing refused")
    return translate("failing", "{day}: {causes}").format(day=day, causes=" · ".join(said) or nothing)
