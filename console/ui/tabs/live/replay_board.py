"""回放, below its curve: figures, items and words as they stood at one moment of a show, and its highlights."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from console.core.live import LiveEvent, LiveEventType, LiveSource
from console.rules.live import Rate
from console.rules.live_highlights import Highlight
from console.rules.live_recap import FigureKey
from console.rules.live_tiles import TILES, TileKey
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.live import highlight_words, words
from console.ui.tabs.live.idle import TileRow
from console.ui.tabs.live.recap import NARROW
from console.ui.tabs.live.recap_reading import RecapReading
from console.ui.tabs.live.replay_reading import Moment
from console.ui.tabs.live.rows import Cell, Column, Row, Rows, in_scroll
from console.ui.tabs.live.stream import talk_row
from console.ui.tabs.live.tile import LiveTile
from console.ui.tabs.live.tile_sizes import PLAIN
from console.ui.widgets import Card

TALK_HIGH = 28
FEW_LEFT = 20  # pieces
THREE_FROM = 1_000  # pixels


def _peak(one: Highlight) -> Row:
    """A line of the highlights."""
    ink = "text3" if one.doubt or one.gain is None else "fg_green" if one.gain >= 0 else "fg_amber"
    when = texts.full_moment(one.at)[11:]
    under = " · ".join(part for part in (when, highlight_words.moved(one)) if part)
    return (
        Cell(highlight_words.name(one), icon=highlight_words.icon(one), under=under),
        Cell(highlight_words.gain(one), ink=ink, strong=True),
    )


def _stock(stock: int | None, buffer: int) -> Cell:
    """Where little is left it warns."""
    return Cell(texts.count(stock), ink="fg_amber" if stock is not None and stock - buffer <= FEW_LEFT else "text")


class MomentBoard(QObject):
    """``tiles`` and ``cards`` go into the room that shows them; ``show_moment`` fills them. ``sought`` carries the
    instant of the highlight that was chosen."""

    sought = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tiles = TileRow([LiveTile(key, PLAIN) for key in TILES], NARROW)
        self.goods = Rows(
            (
                Column(self.tr("Item")),
                Column(self.tr("Stock"), 44, right=True),
                Column(self.tr("Clicks"), 48, right=True),
                Column(self.tr("Orders"), 44, right=True),
            ),
            42,
            self.tr("No click or order of an item by then"),
        )
        self.talk = Rows(
            (Column("", 58), Column(""), Column("", 58, right=True)), TALK_HIGH, self.tr("Nothing was said then")
        )
        self.peaks = Rows((Column(""), Column("", 74, right=True)), 42, self.tr("Nothing grew by more than chance"))
        self.peaks.opened.connect(lambda number: self.sought.emit(self._highlights[number].at))
        self._highlights: Sequence[Highlight] = ()
        self.goods_card = Card(self.tr("Items by then"), " ")
        talk_card = Card(self.tr("A minute around"), self.tr("captions, comments and what was done"))
        peaks_card = Card(self.tr("Highlights"), self.tr("3 minutes against the 3 before"))
        self._around = in_scroll(self.talk)
        self._cards = (self.goods_card, talk_card, peaks_card)
        areas = (in_scroll(self.goods), self._around, in_scroll(self.peaks))
        for card, area in zip(self._cards, areas, strict=True):
            card.body.addWidget(area, 1)
            card.setMinimumHeight(206)
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.cards = QGridLayout()
        self.cards.setSpacing(12)
        self._across = 0
        self.set_room(10_000)

    def set_room(self, wide: int) -> None:
        """Beside each other; where there is no room the highlights lie below."""
        self.tiles.set_room(wide)
        across = 3 if wide >= THREE_FROM else 2
        if across == self._across:
            return
        self._across = across
        for number, card in enumerate(self._cards):
            below = number == across
            self.cards.addWidget(card, 1 if below else 0, 0 if below else number, 1, across if below else 1)
        for column in range(3):
            self.cards.setColumnStretch(column, 1 if column < across else 0)

    def show_show(self, highlights: Sequence[Highlight]) -> None:
        """What is the same at every moment of it."""
        self._highlights = highlights
        self.peaks.show_rows([_peak(one) for one in highlights])

    def show_moment(self, moment: Moment, reading: RecapReading) -> None:
        """As it was then, and what of it is known now."""
        for tile in self.tiles.tiles:
            self._show_tile(tile, moment, reading)
        self.goods_card.under.setText(self._ordered_by(moment))
        self.goods.show_rows(
            [
                (
                    Cell(
                        one.title or words.translate("live", "Item {id}").format(id=one.item_id),
                        tip=one.title,
                        under=self.tr("sales {value}").format(value=texts.money(one.gmv_fen)),
                    ),
                    _stock(one.stock, one.buffer),
                    Cell(texts.count(one.clicks)),
                    Cell(texts.count(one.orders)),
                )
                for one in moment.goods
            ]
        )
        near = min((one.at for one in moment.talk), key=lambda at: abs(at - moment.at), default=None)
        self.talk.show_rows([self._said(one, moment, is_now=one.at == near) for one in moment.talk])
        place = next((number for number, one in enumerate(moment.talk) if one.at == near), 0)
        QTimer.singleShot(0, self, lambda: self._around.ensureVisible(0, place * TALK_HIGH, 0, 3 * TALK_HIGH))

    def _ordered_by(self, moment: Moment) -> str:
        if moment.ordered_by is None:
            return self.tr("stock then · orders: no source")
        shops = moment.figures.get("orders", Rate()).shops if moment.ordered_by is LiveSource.ORDERS else 0
        source = words.source(moment.ordered_by, shops)
        return self.tr("stock then · orders so far: {source}").format(source=source)

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
