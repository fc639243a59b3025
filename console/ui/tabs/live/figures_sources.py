"""来源: who tells each figure, who is believed first, and how far the others are from it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.core.live import LiveSource
from console.rules.live import Rate
from console.rules.live_reconcile import AdsOfShow
from console.rules.live_sources import Order
from console.rules.live_tiles import TILES, Tile, TileKey
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.live import words
from console.ui.tabs.live.figures_reading import FiguresReading
from console.ui.widgets import Card, Chip, icon_button, label, link
from console.ui.widgets.labels import Wrapped


class SourcesPanel(QWidget):
    """``believed`` carries a figure and the order its sources are to be believed in; empty: the usual one."""

    believed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        why = self.tr(
            "The first source that still speaks is shown."
            " Another one that differs by more than 5% is marked ≠ on its tile."
        )
        self.list = QVBoxLayout()
        self.list.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 10, 0)
        whole.setSpacing(12)
        whole.addWidget(Wrapped(why, 12, tone="text3"))
        whole.addLayout(self.list)
        whole.addStretch(1)
        self._shown: object = None

    def show_reading(self, reading: FiguresReading) -> None:
        """Made anew only where something changed: a button that has the focus keeps it."""
        shown = (reading.tiles, reading.orders, reading.own, reading.ads, reading.now // 10_000)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self.list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        tiles = {tile.key: tile for tile in reading.tiles}
        for key in TILES:
            order = (reading.orders or {}).get(key, ())
            self.list.addWidget(self._figure(key, order, tiles.get(key), reading))
        if reading.ads is not None:
            self.list.addWidget(self._ads(reading.ads, reading.now))

    def _figure(self, key: TileKey, order: Order, tile: Tile | None, reading: FiguresReading) -> QWidget:
        card = Card(words.title(key))
        if tile is not None and tile.disagrees:
            apart = self.tr("differ by {share}").format(share=f"{tile.apart:.0%}")
            card.add_end(Chip(ChipLook("amber", "triangle-alert", apart)))
        if key in reading.own:
            usual = link(self.tr("As usual"))
            usual.clicked.connect(lambda: self.believed.emit(key, []))
            card.add_end(usual)
        card.body.setSpacing(4)
        rates = {} if tile is None else {one.source: one for one in (tile.rate, *tile.others)}
        for place, source in enumerate(order):
            card.body.addWidget(self._source(key, order, place, rates.get(source), tile, reading.at))
        return card

    def _ads(self, ads: AdsOfShow, now: int) -> QWidget:
        """Whole hours, advertised viewers, attributed money: told beside the show's own figures, never among them."""
        card = Card(words.source(LiveSource.ADS), self.tr("whole hours, what is attributed to ads"))
        roi = texts.NOTHING if ads.roi is None else f"{ads.roi:.2f}"
        said = self.tr("Cost {cost} · attributed {gmv} · ROI {roi}")
        row = QHBoxLayout()
        row.addWidget(label(said.format(cost=texts.money(ads.cost_fen), gmv=texts.money(ads.gmv_fen), roi=roi), 13))
        row.addStretch(1)
        row.addWidget(label(words.how_old(ads.read_at, now), 12, tone="text3"))
        card.body.addLayout(row)
        return card

    def _source(
        self, key: TileKey, order: Order, place: int, rate: Rate | None, tile: Tile | None, now: int
    ) -> QWidget:
        source = order[place]
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        is_shown = tile is not None and tile.rate.source is source and tile.rate.value is not None
        value = texts.NOTHING if rate is None else words.exact(key, rate.value)
        age = self.tr("silent") if rate is None else words.how_old(rate.at, now)
        row.addWidget(label(f"{place + 1}", 12, tone="text3"))
        row.addWidget(label(words.source(source), 13, strong=is_shown))
        if is_shown:
            row.addWidget(Chip(ChipLook("blue", "check", self.tr("shown"))))
        row.addStretch(1)
        row.addWidget(label(value, 13, strong=is_shown, tone="text" if rate is not None else "faint"))
        age_label = label(age, 12, tone="text3")
        age_label.setFixedWidth(76)
        row.addWidget(age_label)
        up = icon_button(
            "chevron-up", self.tr("Believe {source} earlier").format(source=words.source(source)), small=True
        )
        up.setEnabled(place > 0)
        up.clicked.connect(lambda: self.believed.emit(key, _raised(order, place)))
        row.addWidget(up)
        return part


def _raised(order: Order, place: int) -> list[str]:
    """The order with one source a step earlier."""
    found: list[LiveSource] = list(order)
    found[place - 1], found[place] = found[place], found[place - 1]
    return [one.value for one in found]
