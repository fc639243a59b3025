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
PRICE, STOCK = 92, 66  # widths


class Variants(QWidget):
    """One line a variant: what it is, its code, prices and stocks side by side; what differs is in amber.

    Goods of one side alone have one price and one stock a line.
    """

    def __init__(self, rows: Sequence[SkuRow], sides: Sequence[Platform] = tuple(Platform)) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._sides = tuple(sides)
        self._widths = (PRICE,) * len(self._sides) + (STOCK,) * len(self._sides)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(map(spoken, self._rows)))

    def sizeHint(self) -> QSize:
        return QSize(480, HEAD + len(self._rows) * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(sum(self._widths) + 120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_head(painter)
        first = max(0, (event.rect().top() - HEAD) // ROW)
        last = min(len(self._rows) - 1, (event.rect().bottom() - HEAD) // ROW)
        for number in range(first, last + 1):
            self._paint_row(painter, self._rows[number], HEAD + number * ROW)
        painter.end()

    def _cells(self, y: int, high: int) -> list[QRect]:
        """Where the name and the figures of a line stand."""
        x = self.width() - sum(self._widths)
        found = [QRect(0, y, x - 8, high)]
        for wide in self._widths:
            found.append(QRect(x, y, wide, high))
            x += wide
        return found

    def _paint_head(self, painter: QPainter) -> None:
        look = current()
        name, *figures = self._cells(0, HEAD)
        paint.text(painter, name, translate("products", "Variant"), look["text3"], pixels=12)
        each = len(self._sides)
        said = (translate("products", "Price"),) * each + (translate("products", "Stock"),) * each
        for rect, word, platform in zip(figures, said, self._sides * 2, strict=True):
            paint.text(painter, rect, word, look["text3"], pixels=12, align=paint.RIGHT)
            left = rect.right() - paint.width(word, 12) - 20
            paint.mark(painter, QRect(left, (HEAD - 15) // 2, 15, 15), platform)
        painter.fillRect(QRect(0, HEAD - 1, self.width(), 1), look["grid"])

    def _paint_row(self, painter: QPainter, row: SkuRow, y: int) -> None:
        look = current()
        name, *figures = self._cells(y, ROW - 1)
        top, under = QRect(name.x(), y + 5, name.width(), 18), QRect(name.x(), y + 25, name.width(), 16)
        paint.text(painter, top, row.spec or translate("products", "Only variant"), look["text"], elide=True)
        both = len(self._sides) > 1
        alone = both and None in (row.kuaishou, row.youzan)
        said = _under(row) if both else _code(row)
        paint.text(painter, under, said, look["fg_amber" if alone else "text3"], pixels=12, elide=True)
        prices, stocks = _prices(row, self._sides), _stocks(row, self._sides)
        unequal = (len(set(prices)) > 1,) * len(prices) + (len(set(stocks)) > 1,) * len(stocks)
        for rect, value, apart in zip(figures, prices + stocks, unequal, strict=True):
            tone = "faint" if value == texts.NOTHING else "fg_amber" if apart else "text"
            paint.text(painter, rect, value, look[tone], strong=apart, align=paint.RIGHT)
        painter.fillRect(QRect(0, y + ROW - 1, self.width(), 1), look["grid"])


def _sku(row: SkuRow, platform: Platform) -> Sku | None:
    return row.kuaishou if platform is Platform.KUAISHOU else row.youzan


def _prices(row: SkuRow, sides: Sequence[Platform]) -> tuple[str, ...]:
    found = [_sku(row, side) for side in sides]
    return tuple(texts.NOTHING if sku is None else texts.money(sku.price_fen) for sku in found)


def _stocks(row: SkuRow, sides: Sequence[Platform]) -> tuple[str, ...]:
    found = [_sku(row, side) for side in sides]
    return tuple(texts.NOTHING if sku is None else texts.count(sku.stock) for sku in found)


def _code(row: SkuRow) -> str:
    return row.code or translate("products", "No code")


def _under(row: SkuRow) -> str:
    """The code, and what is said of a variant without counterpart."""
    return " · ".join(part for part in (_code(row), _alone(row)) if part)


def _alone(row: SkuRow) -> str:
    """On which side alone it is, and whether the other side has one that may be the same."""
    if row.youzan is None:
        said = translate("products", "Kuaishou only")
    elif row.kuaishou is None:
        said = translate("products", "Youzan only")
    else:
        return ""
    return f"{said} · {translate('products', 'same name, other code')}" if row.reason else said


def spoken(row: SkuRow) -> str:
    """A line in words, for a screen reader."""
    prices = translate("products", "price Kuaishou {kuaishou}, Youzan {youzan}")
    stocks = translate("products", "stock Kuaishou {kuaishou}, Youzan {youzan}")
    kuaishou, youzan = _prices(row, tuple(Platform))
    name = " ".join(part for part in (row.spec or row.code, _alone(row)) if part)
    said = [name, prices.format(kuaishou=kuaishou, youzan=youzan)]
    kuaishou, youzan = _stocks(row, tuple(Platform))
    return ", ".join([*said, stocks.format(kuaishou=kuaishou, youzan=youzan)])
