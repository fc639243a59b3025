"""回放, below its curve: the six figures, the items and a minute of words as they stood at one moment of a show."""

from typing import cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout

from console.core.live import LiveEvent, LiveEventType
from console.rules.live import Rate
from console.rules.live_recap import FigureKey
from console.rules.live_tiles import TILES, TileKey
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.live import words
from console.ui.tabs.live.idle import TileRow
from console.ui.tabs.live.recap import NARROW
from console.ui.tabs.live.recap_reading import RecapReading
from console.ui.tabs.live.replay_reading import Moment
from console.ui.tabs.live.rows import Cell, Column, Row, Rows, in_scroll
from console.ui.tabs.live.stream import talk_row
from console.ui.tabs.live.tile import PLAIN, LiveTile
from console.ui.widgets import Card

TALK_HIGH = 28
FEW_LEFT = 20  # pieces


def _stock(stock: int | None, buffer: int) -> Cell:
    """Where little is left it warns."""
    return Cell(texts.count(stock), ink="fg_amber" if stock is not None and stock - buffer <= FEW_LEFT else "text")


class MomentBoard(QObject):
    """``tiles`` and ``pair`` go into the room that shows them; ``show_moment`` fills both."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles = TileRow([LiveTile(key, PLAIN) for key in TILES], NARROW)
        self.goods = Rows(
            (
                Column(self.tr("Item")),
                Column(self.tr("Stock"), 52, right=True),
                Column(self.tr("Clicks"), 64, right=True),
                Column(self.tr("Orders"), 56, right=True),
                Column(self.tr("Sales"), 104, right=True),
            ),
            34,
            self.tr("No click or order of an item by then"),
        )
        self.talk = Rows(
            (Column("", 58), Column(""), Column("", 58, right=True)), TALK_HIGH, self.tr("Nothing was said then")
        )
        self.pair = QHBoxLayout()
        self.pair.setSpacing(12)
        for title, under, rows in (
            (self.tr("Items by then"), self.tr("stock as noted then, clicks and orders until then"), self.goods),
            (self.tr("A minute around"), self.tr("captions, comments and what was done"), self.talk),
        ):
            one = Card(title, under)
            self._area = in_scroll(rows)
            one.body.addWidget(self._area, 1)
            one.setMinimumHeight(220)
            self.pair.addWidget(one, 1)

    def show_moment(self, moment: Moment, reading: RecapReading) -> None:
        """As it was then, and what of it is known now."""
        for tile in self.tiles.tiles:
            self._show_tile(tile, moment, reading)
        self.goods.show_rows(
            [
                (
                    Cell(one.title or words.translate("live", "Item {id}").format(id=one.item_id)),
                    _stock(one.stock, one.buffer),
                    Cell(texts.count(one.clicks)),
                    Cell(texts.count(one.orders)),
                    Cell(texts.money(one.gmv_fen)),
                )
                for one in moment.goods
            ]
        )
        near = min((one.at for one in moment.talk), key=lambda at: abs(at - moment.at), default=None)
        self.talk.show_rows([self._said(one, moment, is_now=one.at == near) for one in moment.talk])
        place = next((number for number, one in enumerate(moment.talk) if one.at == near), 0)
        QTimer.singleShot(0, self, lambda: self._area.ensureVisible(0, place * TALK_HIGH, 0, 3 * TALK_HIGH))

    def _show_tile(self, tile: LiveTile, moment: Moment, reading: RecapReading) -> None:
        key: TileKey = tile.key
        rate = moment.figures.get(cast(FigureKey, key), Rate())
        final = reading.recap.figures.get(cast(FigureKey, key), Rate())
        name = "online" if key == "online" else key
        back = moment.back
        if key == "gmv_fen" and back is not None and back.refunded_orders:
            later = self.tr("{n} of these orders refunded later: {value}")
            under = later.format(n=texts.count(back.refunded_orders), value=texts.money(back.refunded_fen))
            tile.show_tile(reading.tile(key, rate), moment.at, under)
            return
        said = self.tr("average {value}") if key == "online" else self.tr("in the end {value}")
        tile.show_tile(reading.tile(key, rate), moment.at, said.format(value=words.short(name, final.value)))

    def _said(self, one: LiveEvent, moment: Moment, *, is_now: bool) -> Row:
        """A line of the minute around: what was said, or what was done."""
        if one.type in (LiveEventType.COMMENT, LiveEventType.CAPTION):
            return talk_row(one, is_now=is_now)
        name = words.mark(one)
        if one.type is LiveEventType.NOTICE:
            goods = next((item.title for item in moment.goods if item.item_id == one.item_id), "")
            name = one.text or self.tr("On show: {item}").format(item=goods or one.item_id)
        look = ChipLook("blue", "", words.translate("live", "Now")) if is_now else ChipLook("grey", "", self.tr("Done"))
        return Cell(texts.full_moment(one.at)[11:], ink="text3"), Cell(name, icon="flag", strong=True), Cell(chip=look)
