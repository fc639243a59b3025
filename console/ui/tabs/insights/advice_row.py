"""A line of advice: score, goods, action, reasons with their figures; 看依据 unfolds every part."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.catalogue import Language
from console.rules.selecting import Advice
from console.ui import paint, texts
from console.ui.tabs.insights import advice_words
from console.ui.theme import Tone, current
from console.ui.widgets import label, link
from console.ui.widgets.chips import Chip
from console.ui.widgets.labels import Elided

SIDE = 40


class ScoreBox(QWidget):
    """The score, on a ground of the action's tone."""

    def __init__(self, score: float | None, tone: Tone) -> None:
        super().__init__()
        self._words, self._tone = texts.NOTHING if score is None else f"{score:.2f}", tone
        self.setAccessibleName(self._words)
        self.setFixedSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        front, ground = current().chip(self._tone)
        painter = QPainter(self)
        paint.rounded(painter, QRect(0, 0, SIDE, SIDE), 6, ground)
        paint.text(painter, self.rect(), self._words, front, pixels=13, strong=True, align=paint.CENTRE)
        painter.end()


class AdviceRow(QWidget):
    """``opened`` carries the title of the goods."""

    opened = Signal(str)

    def __init__(self, advice: Advice, language: Language, least_orders: int, *, brief: bool = False) -> None:
        super().__init__()
        self.advice = advice
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        look = advice_words.action_chip(advice.action)
        self.title = Elided(advice.facts.title, 13, tone="text")
        self.said = Elided(advice_words.reasons(advice, language, least_orders), 12, tone="text3")
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.said)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(ScoreBox(advice.score, look.tone))
        row.addLayout(names, 1)
        row.addWidget(Chip(look))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(row)
        self.more: QWidget | None = None
        if not brief:
            self.why = link(self.tr("Show why"))
            self.why.setVisible(bool(advice.places))
            self.why.clicked.connect(self._unfold)
            self.open = link(self.tr("Open goods"))
            self.open.clicked.connect(lambda: self.opened.emit(advice.facts.title))
            row.addWidget(self.why)
            row.addWidget(self.open)

    def _unfold(self) -> None:
        if self.more is None:
            self.more = self._details()
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self.more)
            return
        self.more.setVisible(self.more.isHidden())

    def _details(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(SIDE + 12, 0, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        for row, (name, figure, place) in enumerate(advice_words.details(self.advice)):
            grid.addWidget(label(name, 12, tone="text3"), row, 0)
            grid.addWidget(label(figure, 12, tone="text2"), row, 1)
            grid.addWidget(label(place, 12, tone="text2"), row, 2)
        grid.setColumnStretch(2, 1)
        return made

    def minimumSizeHint(self) -> QSize:
        return QSize(160, super().minimumSizeHint().height())
