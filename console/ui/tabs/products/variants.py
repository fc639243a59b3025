"""The variants of both sides in one list: painted, because goods may have hundreds of them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.core.model import Platform, Sku
from console.store.views import SkuRow
from console.ui import paint, texts
from console.ui.theme import current

translate = QCoreApplication.translate
HEAD = 32
ROW = 48
WIDTHS = (92, 92, 66, 66)  # both prices, both stocks


def differs(row: SkuRow) -> bool:
    """Whether a variant is on one side only, or not the same on both."""
    if row.kuaishou is None or row.youzan is None:
        return True
    return row.kuaishou.price_fen != row.youzan.price_fen or row.kuaishou.stock != row.youzan.stock


class Variants(QWidget):
    """One line a variant: what it is, its code, prices and stocks side by side; what differs is in amber."""

    def __init__(self, rows: Sequence[SkuRow]) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(map(spoken, self._rows)))

    def sizeHint(self) -> QSize:
        return QSize(480, HEAD + len(self._rows) * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(sum(WIDTHS) + 120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_head(painter)
        first = max(0, (event.rect().top() - HEAD) // ROW)
        last = min(len(self._rows) - 1, (event.rect().bottom() - HEAD) // ROW)
        for number in range(first, last + 1):
            self._paint_row(painter, self._rows[number], HEAD + number * ROW)
        painter.end()

    def _cells(self, y: int, high: int) -> list[QRect]:
        """Where the name and the four figures of a line stand."""
        x = self.width() - sum(WIDTHS)
        found = [QRect(0, y, x - 8, high)]
        for wide in WIDTHS:
            found.append(QRect(x, y, wide, high))
            x += wide
        return found

    def _paint_head(self, painter: QPainter) -> None:
        look = current()
        name, *figures = self._cells(0, HEAD)
        paint.text(painter, name, translate("products", "Variant"), look["text3"], pixels=12)
        price, stock = translate("products", "Price"), translate("products", "Stock")
        both = (Platform.KUAISHOU, Platform.YOUZAN)
        for rect, word, platform in zip(figures, (price, price, stock, stock), both * 2, strict=True):
            paint.text(painter, rect, word, look["text3"], pixels=12, align=paint.RIGHT)
            left = rect.right() - paint.width(word, 12) - 20
            paint.mark(painter, QRect(left, (HEAD - 15) // 2, 15, 15), platform)
        painter.fillRect(QRect(0, HEAD - 1, self.width(), 1), look["grid"])

    def _paint_row(self, painter: QPainter, row: SkuRow, y: int) -> None:
        look = current()
        name, *figures = self._cells(y, ROW - 1)
        top, under = QRect(name.x(), y + 5, name.width(), 18), QRect(name.x(), y + 25, name.width(), 16)
        paint.text(painter, top, row.spec or translate("products", "Only variant"), look["text"], elide=True)
        paint.text(painter, under, _under(row), look["text3"], pixels=12)
        values = _values(row)
        for place, (rect, value) in enumerate(zip(figures, values, strict=True)):
            unequal = values[place] != values[place ^ 1]
            tone = "faint" if value == texts.NOTHING else "fg_amber" if unequal else "text"
            paint.text(painter, rect, value, look[tone], strong=unequal, align=paint.RIGHT)
        painter.fillRect(QRect(0, y + ROW - 1, self.width(), 1), look["grid"])


def _values(row: SkuRow) -> tuple[str, str, str, str]:
    def price(sku: Sku | None) -> str:
        return texts.NOTHING if sku is None else texts.money(sku.price_fen)

    def stock(sku: Sku | None) -> str:
        return texts.NOTHING if sku is None else texts.count(sku.stock)

    return price(row.kuaishou), price(row.youzan), stock(row.kuaishou), stock(row.youzan)


def _under(row: SkuRow) -> str:
    """The code, and on which side alone it is."""
    alone = ""
    if row.youzan is None:
        alone = translate("products", "Kuaishou only")
    elif row.kuaishou is None:
        alone = translate("products", "Youzan only")
    return " · ".join(part for part in (row.code or translate("products", "No code"), alone) if part)


def spoken(row: SkuRow) -> str:
    """A line in words, for a screen reader."""
    prices = translate("products", "price Kuaishou {kuaishou}, Youzan {youzan}")
    stocks = translate("products", "stock Kuaishou {kuaishou}, Youzan {youzan}")
    k_price, y_price, k_stock, y_stock = _values(row)
    said = [row.spec or row.code, prices.format(kuaishou=k_price, youzan=y_price)]
    said.append(stocks.format(kuaishou=k_stock, youzan=y_stock))
    return ", ".join(said)
