"""The items of a show: clicks, orders, stock, and how soon one is gone at the last five minutes' speed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal

from console.store.live_board import Goods, risk
from console.ui import texts
from console.ui.tabs.live import words
from console.ui.tabs.live.rows import Cell, Column, Row, Rows, in_scroll
from console.ui.widgets import Card

translate = QCoreApplication.translate


class GoodsCard(Card):
    """``opened`` carries the item that was chosen."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Items of the show"), self.tr("stock of the Kuaishou shop"))
        self._goods: Sequence[Goods] = ()
        columns = (
            Column("", 12),
            Column(self.tr("Item")),
            Column(self.tr("Stock"), 42, right=True),
            Column(self.tr("Clicks"), 42, right=True),
            Column(self.tr("Orders"), 40, right=True),
            Column(self.tr("Oversell"), 74, right=True),
        )
        self.rows = Rows(columns, 38, self.tr("No click or order of an item came in yet"))
        self.rows.opened.connect(lambda number: self.opened.emit(self._goods[number].item_id))
        self.body.addWidget(in_scroll(self.rows), 1)

    def show_goods(self, goods: Sequence[Goods]) -> None:
        """The most clicked first."""
        self._goods = goods
        self.rows.show_rows([row_of(number, one) for number, one in enumerate(goods, 1)])

    def select(self, number: int) -> None:
        """By its key 1…9."""
        self.rows.select(number)


def row_of(number: int, one: Goods) -> Row:
    """One line of the list."""
    chip = words.risk(one.minutes_left, risk(one.minutes_left))
    name = one.title or translate("live", "Item {id}").format(id=one.item_id)
    ink = {"high": "fg_red", "middle": "fg_amber"}.get(risk(one.minutes_left), "text")
    return (
        Cell(str(number) if number <= 9 else "", ink="text3"),
        Cell(name, under=texts.money(one.price_fen)),
        Cell(texts.count(one.stock), ink=ink, strong=True),
        Cell(texts.count(one.clicks)),
        Cell(texts.count(one.orders)),
        Cell(texts.NOTHING, ink="text3") if chip is None else Cell(chip=chip),
    )


def worst(goods: Sequence[Goods]) -> Goods | None:
    """The one that is gone first, if that is soon."""
    soon = [one for one in goods if one.minutes_left is not None and risk(one.minutes_left) in ("high", "middle")]
    return min(soon, key=lambda one: one.minutes_left or 0.0, default=None)
