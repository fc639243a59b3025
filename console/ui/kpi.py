"""One figure: how much, against what, how old, and where the rows behind it are."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.ui import paint, texts
from console.ui.charted import ChartData, join, tell
from console.ui.paint import ChipLook
from console.ui.theme import current, direction_tone
from console.ui.widgets import Chip, IconLabel, label, line, link
from console.ui.widgets.labels import TextTone, set_tone

SPARK_ROOM = 96 + 12 + 2 * 17  # the spark line, its gap and the edges: what the words need comes first


@dataclass(frozen=True)
class KpiLook:
    """What the card shows. ``change`` is None where nothing can be compared; then ``under`` says why."""

    value: str
    chip: ChipLook
    source: str
    change: float | None = None
    under: str = ""
    under_tone: TextTone = "text3"
    spark: ChartData | None = None  # its second column is drawn


def change_of(value: int, before: int) -> float | None:
    """How much more than before; None where there was nothing before."""
    return None if before == 0 else (value - before) / before


class Spark(QWidget):
    """The shape of the period so far, with a dot at its end."""

    def __init__(self, ink: str = "dot_blue") -> None:
        super().__init__()
        self._ink = ink
        self._data: ChartData | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        join(self)

    def sizeHint(self) -> QSize:
        return QSize(96, 40)

    def show_data(self, data: ChartData | None) -> None:
        self._data = data
        tell(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if data is not None else Qt.FocusPolicy.NoFocus)
        self.update()

    def chart_data(self) -> ChartData | None:
        return self._data

    def paintEvent(self, event: QPaintEvent) -> None:
        values = self._data.columns[1].values if self._data is not None else ()
        known = [(n, value) for n, value in enumerate(values) if value is not None]
        top = max((value for _, value in known), default=0)
        if len(known) < 2 or top <= 0:
            return
        wide, high = self.width() - 10, self.height() - 10
        last = len(values) - 1
        dots = [QPointF(4 + wide * n / last, 5 + high * (1 - value / top)) for n, value in known]
        colour = current()[self._ink]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        under = QPainterPath()
        under.addPolygon(QPolygonF([*dots, *(QPointF(x, self.height()) for x in (dots[-1].x(), dots[0].x()))]))
        painter.fillPath(under, _fading(colour, self.height()))
        painter.setPen(QPen(colour, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF(dots))
        paint.dot(painter, dots[-1], colour, 3.5)
        painter.end()


def _fading(colour: QColor, high: int) -> QLinearGradient:
    gradient = QLinearGradient(0, 0, 0, high)
    head, foot = QColor(colour), QColor(colour)
    head.setAlphaF(0.16)
    foot.setAlphaF(0.0)
    gradient.setColorAt(0, head)
    gradient.setColorAt(1, foot)
    return gradient


class KpiCard(QFrame):
    """286 × 136: title with its definition, freshness, number, change, spark line, source and the way to the rows."""

    asked = Signal()

    def __init__(self, title: str, definition: str, action: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedHeight(136)
        self.title = title
        about = IconLabel("info", 13, "text3")
        about.setToolTip(definition)
        about.setAccessibleName(definition)
        self._chip = Chip(ChipLook("grey", "circle-dashed", texts.NOTHING))
        self._value = label(texts.NOTHING, 26, strong=True)
        self._change = label("", 12, strong=True)
        self._under = label("", 12, tone="text3", wrap=True)
        self._spark = Spark()
        self._source = label("", 12, tone="text3")
        self._link = link(action)
        self._link.setVisible(False)
        self._link.clicked.connect(self.asked)
        head = QHBoxLayout()
        head.setSpacing(5)
        head.addWidget(label(title, tone="text2"))
        head.addWidget(about)
        head.addStretch(1)
        head.addWidget(self._chip)
        under = QHBoxLayout()
        under.setSpacing(6)
        under.addWidget(self._change)
        under.addWidget(self._under, 1)
        numbers = QVBoxLayout()
        numbers.setSpacing(0)
        numbers.addWidget(self._value)
        numbers.addLayout(under)
        middle = QHBoxLayout()
        middle.addLayout(numbers, 1)
        middle.addWidget(self._spark, 0, Qt.AlignmentFlag.AlignBottom)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(self._source)
        foot.addStretch(1)
        foot.addWidget(self._link)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 10, 16, 6)
        inside.setSpacing(2)
        inside.addLayout(head)
        inside.addLayout(middle, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(line())
        foot_room = QWidget()
        foot_room.setFixedHeight(30)
        foot_room.setLayout(foot)
        whole.addWidget(foot_room)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 136)

    def show_look(self, look: KpiLook) -> None:
        """Show these."""
        known = look.value != texts.NOTHING
        self._value.setText(look.value)
        set_tone(self._value, "text" if known else "faint")
        self._chip.set_look(look.chip)
        self._source.setText(look.source)
        self._under.setText(look.under)
        set_tone(self._under, look.under_tone)
        self._change.setVisible(look.change is not None)
        if look.change is None:
            self._change.setText("")
        else:
            arrow = "▲" if look.change > 0 else "▼" if look.change < 0 else "■"
            self._change.setText(f"{arrow}{texts.signed_percent(look.change)}")
            set_tone(self._change, direction_tone(look.change))
        self._spark.show_data(look.spark)
        self._link.setVisible(bool(self._link.text()) and known)
        self._fit()
        self.setAccessibleName(f"{self.title}: {look.value} {self._change.text()} {look.under} {look.chip.word}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        number = paint.width(self._value.text(), 26, True)
        change = paint.width(self._change.text(), 12, True) + 6 if self._change.isVisibleTo(self) else 0
        words = change + paint.width(self._under.text(), 12)
        self._spark.setVisible(self.width() >= SPARK_ROOM + max(number, words))
