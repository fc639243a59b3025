"""No show is on: tiles without a source, how to connect one, and the last shows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.rules.live_tiles import TILES
from console.store.live_view import Show
from console.ui import texts
from console.ui.context import Desk
from console.ui.next_live import NextLive
from console.ui.page import scrolled
from console.ui.paint import ChipLook
from console.ui.tabs.live import words
from console.ui.tabs.live.door import DoorCard, StateCard
from console.ui.tabs.live.reading import Idle
from console.ui.tabs.live.rows import Cell, Column, Row, Rows
from console.ui.tabs.live.tile import LiveTile
from console.ui.tabs.live.tile_sizes import PLAIN
from console.ui.tasks import Tasks
from console.ui.widgets import Card, link
from console.ui.widgets.labels import Elided

if TYPE_CHECKING:
    from console.store.live_moments import ShowSum

BAR = 10


class TileRow(QWidget):
    """Six tiles: beside each other, or in rows of three where there is no room."""

    def __init__(self, tiles: Sequence[LiveTile], narrow_below: int) -> None:
        super().__init__()
        self.tiles = tiles
        self._narrow_below = narrow_below
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.set_room(10_000)

    def set_room(self, wide: int) -> None:
        """How much there is."""
        across = 6 if wide >= self._narrow_below else 3
        if across == self._across:
            return
        self._across = across
        for number, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, number // across, number % across)
        for column in range(6):
            self._grid.setColumnStretch(column, 1 if column < across else 0)


class IdleRoom(QWidget):
    """``opened`` carries the show whose recap is wanted, ``asked`` a place of the panel of figures, ``went`` a tab and
    the question its page is to answer; ``plan_asked``: when is the next show."""

    opened = Signal(str)
    asked = Signal(str)
    went = Signal(str, object)
    plan_asked = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self.tiles = TileRow([LiveTile(key, PLAIN) for key in TILES], 900)
        self.door = DoorCard(desk, tasks)
        self.door.asked.connect(self.asked)
        self.connections = StateCard()
        self._shows: Sequence[Show] = ()
        self.last = ShowsCard()
        self.last.opened.connect(self.opened)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, BAR, 0)
        whole.setSpacing(12)
        whole.addWidget(self.tiles)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self.door, 7)
        self.next = NextLive(leads_there=False)
        self.next.opened.connect(self.went)
        self.next.plan_asked.connect(self.plan_asked)
        pair.addWidget(self.connections, 3)
        whole.addLayout(pair)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.last, 7)
        beside = QVBoxLayout()
        beside.addWidget(self.next)
        beside.addStretch(1)
        below.addLayout(beside, 3)
        whole.addLayout(below)
        whole.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolled(inside))

    def show_idle(self, idle: Idle) -> None:
        """The next show and the last ones, and how the door stands."""
        self.next.show_next(idle.next_show, idle.now, orders_are_fresh=idle.orders_are_fresh)
        self.last.show_shows(idle.shows, idle.last)
        self.show_state(idle.now)

    def show_state(self, now: int) -> None:
        """A second has passed."""
        self.door.show_state()
        live = self._desk.actions.live
        self.connections.show_state(live.state(), live.stream.state(), now)

    def set_room(self, wide: int) -> None:
        self.tiles.set_room(wide)


class ShowsCard(Card):
    """The last shows; a click opens the recap."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Last shows"), self.tr("a click opens the recap"))
        self.summary = Elided("", 13, tone="text2")
        self.way = link(self.tr("Recap of the last show"))
        self.way.clicked.connect(lambda: self.opened.emit(self._shows[0].session_id))
        self._line = QWidget()
        across = QHBoxLayout(self._line)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.summary, 1)
        across.addWidget(self.way)
        self.body.addWidget(self._line)
        self._shows: Sequence[Show] = ()
        columns = (
            Column(self.tr("Show")),
            Column(self.tr("Begin · length"), 190),
            Column(self.tr("Source"), 90),
            Column(self.tr("State"), 120, right=True),
        )
        self.rows = Rows(columns, 36, self.tr("No show is kept here yet"))
        self.rows.opened.connect(lambda number: self.opened.emit(self._shows[number].session_id))
        self.body.addWidget(self.rows)
        self.body.addStretch(1)

    def show_shows(self, shows: Sequence[Show], last: "ShowSum | None" = None) -> None:
        """The latest first; ``last``: what became of it."""
        self._shows = shows[:20]
        self._line.setVisible(bool(shows) and last is not None)
        if shows and last is not None:
            self.summary.setText(self._summed(shows[0], last))
        self.rows.show_rows([self._row(show) for show in self._shows])

    def _summed(self, show: Show, last: "ShowSum") -> str:
        told = [show.title or self.tr("A show without a title"), words.when(show.started_at, show.until_at)]
        if last.most_online is not None:
            told.append(self.tr("at most {n} online").format(n=texts.count(last.most_online)))
        if last.viewers is not None:
            told.append(self.tr("{n} viewers").format(n=texts.count(last.viewers)))
        if last.sold_by is not None:
            sold = self.tr("{n} orders, {value} ({source})")
            value, source = texts.money(last.gmv_fen), words.source(last.sold_by, last.shops)
            told.append(sold.format(n=texts.count(last.orders), value=value, source=source))
        return " · ".join(told)

    def _row(self, show: Show) -> Row:
        over = ChipLook("grey", "circle-check", self.tr("over"))
        broken = ChipLook("amber", "wifi-off", self.tr("broke off"))
        return (
            Cell(show.title or self.tr("A show without a title"), ink="accentText", strong=True),
            Cell(words.when(show.started_at, show.until_at), ink="text2"),
            Cell(words.source(show.source), ink="text2"),
            Cell(chip=over if show.ended_at is not None else broken),
        )


def off_air() -> ChipLook:
    """Nothing is on."""
    return ChipLook("grey", "circle-dashed", words.translate("live", "Off air"))
