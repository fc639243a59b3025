"""库存吃紧: variants on sale whose stock does not last another day like the last one."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from console.store.views import TightSku
from console.ui import paint, texts
from console.ui.paint import ChipLook
from console.ui.tabs.home.reading import HomeReading
from console.ui.theme import current
from console.ui.widgets import Card, Chip, label, line, link

ROWS = 3


class TightCard(Card):
    """A line a variant: what is left, what went in 24 hours, how bad it is."""

    opened = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(self.tr("Tight stock"), self.tr("by what sold in the last 24 hours"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._count = link("")
        self._count.clicked.connect(lambda: self.opened.emit("products", {"tab": "all"}))
        self.add_end(self._count)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self._none = label("", tone="text3", wrap=True)
        self.body.insertWidget(0, self._none)
        self._cells: list[QWidget] = []
        self._shown: tuple[TightSku, ...] = ()

    def show_reading(self, reading: HomeReading) -> None:
        """Put the rows in."""
        known = reading.sources("items").is_known and reading.sources("orders").is_known
        shown = reading.tight[:ROWS] if known else ()
        enough = self.tr("Every variant on sale lasts another day like the last 24 hours.")
        self._none.setText(enough if known else self.tr("Known once goods and orders have been read."))
        self._none.setVisible(not shown)
        self._count.setText(self.tr("{n} in all").format(n=texts.count(reading.tight_total)))
        self._count.setVisible(bool(shown) and reading.tight_total > len(shown))
        if shown == self._shown:
            return
        self._shown = shown
        self._fill(shown)

    def _fill(self, shown: tuple[TightSku, ...]) -> None:
        for cell in self._cells:
            cell.hide()
            cell.deleteLater()
        self._cells = []
        if not shown:
            return
        heads = (self.tr("Goods"), self.tr("In stock"), self.tr("Sold in 24 h"), "")
        for column, words in enumerate(heads):
            self._put(label(words, 12, tone="text3"), 0, column)
        for at, sku in enumerate(shown):
            rule = line()
            self._cells.append(rule)
            self._grid.addWidget(rule, 2 * at + 1, 0, 1, len(heads))
            self._put(_goods(sku), 2 * at + 2, 0)
            self._put(label(texts.count(sku.stock), strong=True), 2 * at + 2, 1)
            self._put(label(texts.count(sku.sold), tone="text2"), 2 * at + 2, 2)
            self._put(Chip(self._state(sku)), 2 * at + 2, 3)

    def _put(self, cell: QWidget, row: int, column: int) -> None:
        self._cells.append(cell)
        if column:
            self._grid.addWidget(cell, row, column, paint.RIGHT)
        else:
            self._grid.addWidget(cell, row, column)

    def _state(self, sku: TightSku) -> ChipLook:
        """Gone, not enough for half such a day, or for less than a whole one."""
        if not sku.stock:
            return ChipLook("red", "ban", self.tr("Sold out"))
        if sku.stock * 2 < sku.sold:
            return ChipLook("red", "trending-down", self.tr("Will oversell"))
        return ChipLook("amber", "triangle-alert", self.tr("Tight"))


class _Elided(QWidget):
    """Free text that gives way at its end; whole in the tooltip."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFixedHeight(28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.text(painter, self.rect(), self._words, current()["text"], elide=True)
        painter.end()


def _goods(sku: TightSku) -> QWidget:
    return _Elided(f"{sku.title} · {sku.spec}" if sku.spec else sku.title)
