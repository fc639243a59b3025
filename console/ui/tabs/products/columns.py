"""The columns of the goods table: what each says of a row, and by what SQL sorts."""

from collections.abc import Callable
from typing import Protocol
from zlib import crc32

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter

from console.core.clock import day_start
from console.store.views import ItemRow
from console.ui import paint, texts
from console.ui.cells import GAP, Cell, Chips, ChipStack, Goods, Lines, Verbs
from console.ui.paging import Column
from console.ui.paint import ChipLook
from console.ui.pictures import Pictures
from console.ui.tabs.products import words
from console.ui.theme import current

translate = QCoreApplication.translate

MARGIN, BUFFER, REASON, UPDATED, ACTION = 5, 8, 10, 11, 12
"""Places of columns in the table, the check box being 0."""


class Pushed(Protocol):
    """What the columns know of pushing."""

    def buffer(self, row: ItemRow) -> str:
        """How many pieces are kept back at Kuaishou."""
        ...

    def buffer_tone(self, row: ItemRow) -> str:
        """Fainter where it is the one of all goods."""
        ...

    def chip(self, row: ItemRow) -> ChipLook | None:
        """How what was pushed stands; None: nothing is on its way."""
        ...


class GapCell(Chips[ItemRow]):
    """The price gap: a chip where it is too large, else plain; grey where there is none."""

    def __init__(self) -> None:
        super().__init__(words.gap_chip)

    def draw(self, painter: QPainter, rect: QRect, row: ItemRow, compact: bool) -> None:
        if words.gap_chip(row) is not None:
            super().draw(painter, rect, row, compact)
            return
        said = words.gap(row)
        tone = "faint" if said == texts.NOTHING else "text2" if words.prices_vary(row) else "text3"
        paint.text(painter, rect.adjusted(GAP, 0, 0, 0), said, current()[tone])

    def words(self, row: ItemRow) -> str:
        chip = words.gap_chip(row)
        return words.gap(row) if chip is None else chip.word


class MarginCell(Lines[ItemRow]):
    """What is left of a piece; red where it is a loss."""

    def __init__(self) -> None:
        super().__init__(words.margin, right=True, top_tone=_margin_tone)

    def tip(self, row: ItemRow) -> str:
        return words.margin_tip(row)


class ReasonCell(ChipStack[ItemRow]):
    """The reasons as chips, in full and in the platform's own words as tooltip."""

    def __init__(self) -> None:
        super().__init__(words.reasons)

    def tip(self, row: ItemRow) -> str:
        return words.reason_tip(row)


def columns(
    now: Callable[[], int],
    compared: Callable[[], bool],
    pushed: Pushed,
    pictures: Pictures | None = None,
) -> list[Column[ItemRow]]:
    """All columns after the check box. ``compared`` says whether the shops in sight were read to the end."""
    return [
        Column(
            translate("products", "Goods"),
            216,
            Goods(_title, _code, _seed, address=picture, pictures=pictures),
            "title",
            stretch=True,
        ),
        _column(
            translate("products", "Kuaishou price"),
            88,
            Lines(_kuaishou_price, right=True, strong=words.prices_differ),
            "kuaishou_price_fen",
            right=True,
        ),
        _column(
            translate("products", "Youzan price"), 88, Lines(_youzan_price, right=True), "youzan_price_fen", right=True
        ),
        _column(translate("products", "Gap"), 88, GapCell(), "gap_percent"),
        _column(translate("products", "Margin"), 76, MarginCell(), right=True),
        _column(
            translate("products", "Kuaishou stock"),
            78,
            Lines(_kuaishou_stock, right=True),
            "kuaishou_stock",
            right=True,
        ),
        _column(
            translate("products", "Youzan stock"),
            78,
            Lines(_youzan_stock, right=True, top_tone=_stock_tone),
            "youzan_stock",
            right=True,
        ),
        _column(
            translate("products", "Buffer"),
            72,
            Lines(lambda row: pushed.buffer(row), right=True, top_tone=lambda row: pushed.buffer_tone(row)),
            right=True,
        ),
        _column(
            translate("products", "Sync status"),
            108,
            Chips(lambda row: pushed.chip(row) or words.status_chip(row, compared=compared())),
        ),
        _column(translate("products", "Reason"), 122, ReasonCell()),
        _column(translate("products", "Updated"), 72, Lines(lambda row: updated(row, now())), "updated_at"),
        _column(translate("products", "Action"), 54, Verbs(lambda row: ("open", translate("products", "View")))),
    ]


def _column(title: str, least: int, cell: Cell[ItemRow], sort: str = "", *, right: bool = False) -> Column[ItemRow]:
    """A column no narrower than its title."""
    wide = paint.width(title, 12) + GAP + (20 if sort else 8)
    return Column(title, max(least, wide), cell, sort, right=right)


def updated(row: ItemRow, now: int) -> str:
    """When either platform last changed it: the time if today, else the day."""
    at = row.updated_at
    if at is None:
        return texts.NOTHING
    return texts.clock_time(at) if day_start(at) == day_start(now) else texts.moment(at, now).split(" ")[0]


def _title(row: ItemRow) -> str:
    return row.title or texts.NOTHING


def _code(row: ItemRow) -> str:
    return row.code or translate("products", "No merchant code")


def picture(row: ItemRow) -> str:
    """Where the main picture is."""
    return row.image_url


def _seed(row: ItemRow) -> int:
    return crc32(row.title.encode())


def _kuaishou_price(row: ItemRow) -> str:
    return texts.money(row.kuaishou_price_fen)


def _youzan_price(row: ItemRow) -> str:
    return texts.money(row.youzan_price_fen)


def _kuaishou_stock(row: ItemRow) -> str:
    return texts.count(row.kuaishou_stock)


def _youzan_stock(row: ItemRow) -> str:
    return texts.count(row.youzan_stock)


def _margin_tone(row: ItemRow) -> str:
    if row.margin_fen is None:
        return "faint"
    return "fg_red" if row.margin_fen < 0 else "text"


def _stock_tone(row: ItemRow) -> str:
    return "fg_red" if words.stocks_differ(row) else "text"
