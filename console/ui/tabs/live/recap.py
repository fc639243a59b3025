"""复盘: a show that is over: six final figures, the whole curve, what each mark brought, the items, what it taught."""

import asyncio
from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from console import catalogue
from console.core.clock import MINUTE
from console.documents.live_recap import recap_words, write_recap
from console.rules.live import Rate, minute_of
from console.rules.live_recap import FigureKey
from console.rules.live_tiles import TILES, TileKey
from console.store.on_air import ENDED_MS
from console.ui import texts
from console.ui.context import Desk
from console.ui.files import ask_new_file
from console.ui.page import scrolled
from console.ui.paint import ChipLook
from console.ui.tabs.live import curve, outline, words
from console.ui.tabs.live.cockpit import BAR
from console.ui.tabs.live.curve_card import money_bars
from console.ui.tabs.live.idle import TileRow
from console.ui.tabs.live.recap_cards import ItemsCard, LessonsCard, LiftCard
from console.ui.tabs.live.recap_fans import FansCard, PkCard
from console.ui.tabs.live.recap_money import MoneyCard, ReconcileCard
from console.ui.tabs.live.recap_reading import RecapReading, read_recap
from console.ui.tabs.live.tile import LiveTile
from console.ui.tabs.live.tile_sizes import PLAIN
from console.ui.tasks import Tasks
from console.ui.widgets import Card, Chip, button, icon_button, label
from console.ui.widgets.labels import Elided

NARROW, LEAST = 1_080, 240


class RecapRoom(QWidget):
    """``left`` goes back, ``replay`` and ``figures`` ask for them, ``said`` carries a sentence for the toast."""

    left = Signal()
    replay = Signal(str)
    figures = Signal(str)
    said = Signal(str, str)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self.reading: RecapReading | None = None
        self.title = label("", 20, strong=True)
        self.under = Elided("", 12)
        self.state = Chip(ChipLook("grey", "circle-check", self.tr("Over")))
        back = icon_button("undo-2", self.tr("Back"))
        back.clicked.connect(self.left)
        self.export = button(self.tr("Export"), icon_name="file-spreadsheet")
        self.export.setShortcut("Ctrl+E")
        self.export.clicked.connect(lambda: self._tasks.start(self._export("xlsx"), key="export"))
        self.paper = button("PDF", icon_name="printer")
        self.paper.setAccessibleName(self.tr("Export as PDF"))
        self.paper.clicked.connect(lambda: self._tasks.start(self._export("pdf"), key="export"))
        self.open_replay = button(self.tr("Open the replay"), "primary", "history")
        self.open_replay.clicked.connect(self._ask_replay)
        typed = icon_button("clipboard-list", self.tr("Figures and sources"))
        typed.clicked.connect(self._ask_figures)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, BAR, 0)
        for part in (back, self.title, self.under, self.state):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(typed)
        head.addWidget(self.export)
        head.addWidget(self.paper)
        head.addWidget(self.open_replay)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addWidget(scrolled(self._inside()), 1)

    def _inside(self) -> QWidget:
        self.tiles = TileRow([LiveTile(key, PLAIN) for key in TILES], NARROW)
        for tile in self.tiles.tiles:
            tile.is_final = True
        self.tiles.tiles[0].name = self.tr("Average online")
        self.curve = curve.ShowCurve(240)
        whole_curve = Card(self.tr("Whole curve"), self.tr("where the stream was cut nothing is drawn"))
        whole_curve.body.addWidget(self.curve, 1)
        self.lifts = LiftCard()
        self.items = ItemsCard()
        self.lessons = LessonsCard()
        self.lifts.setMinimumHeight(LEAST)
        self.items.setMinimumHeight(LEAST - 40)
        self.reconcile, self.money = ReconcileCard(), MoneyCard()
        self.reconcile.setMinimumHeight(LEAST + 60)
        self.pks, self.fans = PkCard(), FansCard()
        self._pairs = upper, middle, lower, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row, cards in (
            (upper, (whole_curve, self.lifts)),
            (middle, (self.items, self.reconcile)),
            (lower, (self.lessons, self.money)),
            (last, (self.pks, self.fans)),
        ):
            row.setSpacing(12)
            row.addWidget(cards[0], 3)
            row.addWidget(cards[1], 2)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, BAR, 0)
        column.setSpacing(12)
        column.addWidget(self.tiles)
        for pair in self._pairs:
            column.addLayout(pair)
        return inside

    def set_room(self, wide: int) -> None:
        """Cards stand below each other where there is no room beside."""
        self.tiles.set_room(wide)
        beside = QBoxLayout.Direction.LeftToRight if wide >= NARROW else QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(beside)

    # -- reading ----------------------------------------------------------------------------------------------------

    async def open_show(self, session_id: str) -> bool:
        """Read and show it; False where nobody knows it."""
        reading = await self._desk.database.read(read_recap, session_id)
        if reading is None:
            return False
        self.reading = reading
        self._say_head(reading)
        now = self._desk.now()
        for tile in self.tiles.tiles:
            rate = reading.recap.figures.get(cast(FigureKey, tile.key), Rate())
            tile.show_tile(reading.tile(tile.key, rate), now, self._under(reading, tile.key))
        self.curve.show_drawn(drawn(reading))
        self.lifts.show_reading(reading)
        self.items.show_reading(reading)
        self.lessons.show_findings(reading)
        self.reconcile.show_reading(reading)
        self.pks.show_reading(reading)
        self.fans.show_reading(reading)
        self.money.show_reading(reading, now)
        return True

    def _say_head(self, reading: RecapReading) -> None:
        show, recap = reading.show, reading.recap
        self.title.setText(self.tr("Recap"))
        parts = [show.title or self.tr("A show without a title"), words.when(recap.begin_at, recap.end_at)]
        if len(recap.parts) > 1:
            parts.append(self.tr("%n opening(s) stitched", "", len(recap.parts)))
        if recap.restarts:
            parts.append(words.translate("live", "counters added up"))
        self.under.setText(" · ".join(parts))
        self.state.setToolTip(words.counted_anew(recap.restarts))
        over = ChipLook("grey", "circle-check", self.tr("Over"))
        broken = ChipLook("amber", "wifi-off", self.tr("Broke off: nobody said that it ended"))
        goes_on = not recap.is_ended and self._desk.now() - show.last_at < ENDED_MS
        still = ChipLook("red", "radio", self.tr("Still on air"))
        self.state.set_look(over if recap.is_ended else still if goes_on else broken)

    def _under(self, reading: RecapReading, key: TileKey) -> str:
        """What stands below a final figure: the own median, the peak, the number of orders."""
        told, figures = [], reading.recap.figures
        if key == "online":
            told.append(self.tr("peak {n}").format(n=words.exact("online", figures.get("online_peak", Rate()).value)))
        if key == "gmv_fen":
            orders = figures.get("orders", Rate()).value
            told.append(words.translate("live", "{n} orders").format(n=words.exact("orders", orders)))
        if key in reading.medians:
            told.append(self.tr("median {value}").format(value=words.short(key, reading.medians[key])))
        return " · ".join(told)

    def _ask_figures(self) -> None:
        if self.reading is not None:
            self.figures.emit(self.reading.show.session_id)

    def _ask_replay(self) -> None:
        if self.reading is not None:
            self.replay.emit(self.reading.show.session_id)

    async def _export(self, form: Literal["xlsx", "pdf"]) -> None:
        """As a workbook or on paper, written off the loop."""
        reading = self.reading
        if reading is None:
            return
        name = self.tr("recap-{day}").format(day=texts.full_moment(reading.show.started_at)[:10])
        path = await ask_new_file(self, self.tr("Export the recap"), name, form)
        if path is None:
            return
        try:
            await asyncio.to_thread(self._write, path, reading, form)
        except OSError as error:
            told = catalogue.words("disk.denied", self._desk.language, path=path, detail=error.strerror or str(error))
            self.said.emit(told.text, told.next_step)
            return
        self.said.emit(self.tr("Recap written"), str(path))

    def _write(self, path: Path, reading: RecapReading, form: Literal["xlsx", "pdf"]) -> None:
        lang = self._desk.language
        if form == "xlsx":
            write_recap(path, reading.recap, recap_words(lang))
            return
        from console.documents.live_recap_paper import write_recap_paper  # here: few print it

        write_recap_paper(path, reading.recap, lang, self._desk.now())


def drawn(reading: RecapReading, looked_at: int | None = None) -> outline.Drawn:
    """The whole curve of a past show; ``looked_at``: a moment of it, what comes after is grey."""
    recap = reading.recap
    begin_at, end_at = minute_of(recap.begin_at), max(recap.end_at, recap.begin_at + MINUTE)
    cuts = [(before[1], after[0]) for before, after in zip(recap.parts, recap.parts[1:], strict=False)]
    return outline.Drawn(
        begin_at=begin_at,
        end_at=end_at,
        line=[(at, float(people)) for at, people in reading.online],
        bars=money_bars(recap.sold),
        line_name=words.title("online"),
        bars_name=words.translate("live", "Sales ¥/min"),
        marks=[outline.mark_of(one.mark, one.lifts["online"]) for one in recap.marks],
        cuts=cuts,
        looked_at=looked_at,
        clock=True,
        ticks=outline.ticks(begin_at, end_at),
    )
