"""商品转化漏斗: five steps, each with its own source and age; the rate between two that are both known."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.rules.insights import Fresh, share
from console.store.insights_views import What
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.scales import short_count
from console.ui.tabs.insights.cards_words import fresh_chip
from console.ui.theme import current
from console.ui.widgets import Card
from console.ui.widgets.labels import Wrapped

LINE, GAP = 30, 17  # a step, and the rate above the next one


@dataclass(frozen=True)
class FunnelStep:
    """A step; without a value ``why`` says what is missing. ``what``: its rows, where it has some."""

    key: str
    name: str
    value: int | None
    fresh: Fresh
    why: str = ""
    what: What | None = None


class FunnelBars(QWidget):
    """``picked`` carries the rows of a step; ↑ and ↓ go from one to the next."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.steps: Sequence[FunnelStep] = ()
        self.at = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(320, 5 * LINE + 4 * GAP + 4)

    def show_steps(self, steps: Sequence[FunnelStep]) -> None:
        self.steps = steps
        tell(self)
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a step."""
        steps = self.steps
        columns = (
            Column(self.tr("Step"), [step.name for step in steps], kind="place"),
            Column(self.tr("Number"), [step.value for step in steps], texts.count),
            Column(self.tr("Of the step before"), [None, *self.rates()], lambda rate: f"{rate:.1%}", named=False),
            Column(self.tr("Source"), [step.why or fresh_chip(step.fresh).word for step in steps], kind="text"),
        )
        return ChartData(self.tr("Product funnel"), columns) if steps else None

    def rates(self) -> list[float | None]:
        """From each step to the next."""
        pairs = zip(self.steps, self.steps[1:], strict=False)
        return [share(below.value, above.value) for above, below in pairs]

    def _rect(self, place: int) -> QRect:
        return QRect(0, 2 + place * (LINE + GAP), self.width(), LINE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(next((n for n in range(len(self.steps)) if self._rect(n).contains(event.position().toPoint())), -1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pick()

    def leaveEvent(self, event: object) -> None:
        self._go(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and self.steps:
            self._go(max(0, min(len(self.steps) - 1, self.at + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick()
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        self.at = place
        step = self.steps[place] if 0 <= place < len(self.steps) else None
        self.setAccessibleDescription("" if step is None else f"{step.name} {texts.count(step.value)}")
        opens = step is not None and step.what is not None and step.value is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.update()

    def _pick(self) -> None:
        step = self.steps[self.at] if 0 <= self.at < len(self.steps) else None
        if step is not None and step.what is not None and step.value is not None:
            self.picked.emit(step.what)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        names = max((paint.width(step.name, 13) for step in self.steps), default=0) + 12
        chips = max((paint.chip_width(fresh_chip(step.fresh)) for step in self.steps), default=0)
        most = max((step.value or 0 for step in self.steps), default=0)
        rates = self.rates()
        for place, step in enumerate(self.steps):
            rect = self._rect(place)
            paint.text(painter, QRect(0, rect.y(), names, LINE), step.name, current()["text"])
            chip = fresh_chip(step.fresh)
            corner = QPoint(self.width() - paint.chip_width(chip), rect.y() + (LINE - paint.CHIP_HEIGHT) // 2)
            paint.chip(painter, corner, chip)
            self._paint_bar(painter, step, QRect(names, rect.y(), self.width() - names - chips - 12, LINE), most)
            if place < len(rates):
                rate = rates[place]
                words = f"↓ {texts.NOTHING if rate is None else f'{rate:.1%}'}"
                paint.text(painter, QRect(names + 6, rect.bottom() + 1, 90, GAP), words, current()["text3"], pixels=11)
        painter.end()

    def _paint_bar(self, painter: QPainter, step: FunnelStep, room: QRect, most: int) -> None:
        colours = current()
        if step.value is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours["border2"], 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(0, 1, -1, -1), 4, 4)
            paint.text(painter, room.adjusted(10, 0, -4, 0), texts.NOTHING, colours["faint"], strong=True)
            inner = room.adjusted(30, 0, -6, 0)
            paint.text(painter, inner, step.why, colours["text3"], pixels=11, elide=True)
            return
        words = short_count(step.value)
        wide = max(3, round((room.width() - 70) * step.value / most)) if most else 3
        colour = QColor(colours["s1"])
        colour.setAlphaF(1.0 if step is self.steps[0] else 0.78)
        paint.rounded(painter, QRect(room.x(), room.y(), wide, LINE), 4, colour)
        strong = QRect(room.x() + wide + 8, room.y(), 70, LINE)
        paint.text(painter, strong, words, colours["text"], strong=True)


class FunnelCard(Card):
    """The funnel, and in what its steps are counted."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Product funnel"), self.tr("all goods"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bars = FunnelBars()
        self.bars.picked.connect(self.picked)
        words = self.tr("Exposures, clicks and carts are counted, orders are orders; paid: of the orders placed here.")
        self.body.addWidget(self.bars)
        self.body.addStretch(1)
        self.body.addWidget(Wrapped(words, 12, tone="text3"))

    def show_steps(self, made: int | None, paid: int | None, fresh: Fresh, upper: dict[str, int], kept: Fresh) -> None:
        """``upper``: what was imported of the steps before an order; what is missing there has no source."""
        why = self.tr("no platform tells it")
        names = {"exposed": self.tr("Exposed"), "clicked": self.tr("Clicked"), "carted": self.tr("In cart")}
        steps = [
            FunnelStep(key, name, upper.get(key), kept if key in upper else "none", "" if key in upper else why)
            for key, name in names.items()
        ]
        late = self.tr("not read yet")
        steps.append(FunnelStep("made", self.tr("Placed"), made, fresh, "" if made is not None else late, "made"))
        steps.append(FunnelStep("paid", self.tr("Paid"), paid, fresh, "" if paid is not None else late, "made_paid"))
        self.bars.show_steps(steps)
