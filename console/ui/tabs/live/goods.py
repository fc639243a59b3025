"""The items of a show: clicks, orders, stock, and how soon one is gone at the last five minutes' speed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from console.store.live_board import Goods, risk
from console.ui import texts
from console.ui.tabs.live import words
from console.ui.tabs.live.picture_tile import PictureTile
from console.ui.tabs.live.rows import Cell, Column, Row, Rows, in_scroll
from console.ui.widgets import Card

if TYPE_CHECKING:
    from console.ui.pictures import Pictures

translate = QCoreApplication.translate


class GoodsCard(Card):
    """``opened`` carries the item that was chosen."""

    opened = Signal(str)

    def __init__(self, pictures: "Pictures | None" = None) -> None:
        super().__init__(self.tr("Items of the show"), self.tr("Kuaishou stock as read, less what sold since"))
        self._goods: Sequence[Goods] = ()
        columns = (
            Column(self.tr("Item")),
            Column(self.tr("Stock"), 42, right=True),
            Column(self.tr("Clicks"), 42, right=True),
            Column(self.tr("Orders"), 40, right=True),
            Column(self.tr("Oversell"), 74, right=True),
        )
        self.rows = Rows(columns, 38, self.tr("No click or order of an item came in yet"), pictures)
        self.rows.opened.connect(lambda number: self.opened.emit(self._goods[number].item_id))
        self.body.addWidget(in_scroll(self.rows), 1)

    def show_goods(self, goods: Sequence[Goods], featured: str = "") -> None:
        """The most clicked first; ``featured`` is the item that is spoken of."""
        self._goods = goods
        rows = [row_of(number, one, featured=one.item_id == featured) for number, one in enumerate(goods, 1)]
        self.rows.show_rows(rows)

    def at(self, number: int) -> Goods | None:
        """The item of a key 1…9."""
        return self._goods[number - 1] if 0 < number <= len(self._goods) else None

    def select(self, number: int) -> None:
        """By its key 1…9."""
        self.rows.select(number)


def row_of(number: int, one: Goods, *, featured: bool = False) -> Row:
    """One line of the list."""
    chip = words.risk(one.minutes_left, risk(one.minutes_left))
    name = one.title or translate("live", "Item {id}").format(id=one.item_id)
    ink = {"high": "fg_red", "middle": "fg_amber"}.get(risk(one.minutes_left), "text")
    tile = PictureTile(one.image_url, one.title or one.item_id, str(number) if number <= 9 else "")
    shown = Cell(name, under=texts.money(one.price_fen), tile=tile, tip=name)
    if featured:
        under = translate("live", "{price} · on show").format(price=texts.money(one.price_fen))
        shown = Cell(name, ink="accentText", strong=True, under=under, icon="radio", tile=tile, tip=name)
    return (
        shown,
        Cell(texts.count(one.left), ink=ink, strong=True, tip=stock_said(one)),
        Cell(texts.count(one.clicks)),
        Cell(texts.count(one.orders), tip=_ordered_by(one)),
        Cell(_why_not(one), ink="text3") if chip is None else Cell(chip=chip),
    )


def stock_said(one: Goods) -> str:
    """From where the number of pieces is, and how old that is."""
    if one.stock is None or one.stock_at is None:
        return ""
    said = translate("live", "The shop's list said {stock} at {time}; {sold} sold since, as far as is told")
    return said.format(
        stock=texts.count(one.stock), time=texts.clock_time(one.stock_at), sold=texts.count(one.sold_since)
    )


def _ordered_by(one: Goods) -> str:
    """Who says it, where it is not who tells of the rest."""
    if one.ordered_by is None:
        return ""
    return translate("live", "Orders: {source}").format(source=words.source(one.ordered_by))


def _why_not(one: Goods) -> str:
    """Why no risk is told: nobody bought any lately, or nobody knows how many are left."""
    return texts.NOTHING if one.stock is None else translate("live", "no sales")


def worst(goods: Sequence[Goods]) -> Goods | None:
    """The one that is gone first, if that is soon."""
    soon = [one for one in goods if one.minutes_left is not None and risk(one.minutes_left) in ("high", "middle")]
    return min(soon, key=lambda one: one.minutes_left or 0.0, default=None)
