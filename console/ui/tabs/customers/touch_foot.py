"""The foot of the value matrix: channels, coupons with stored value, and task lists, each at one look."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from console.core.changes import Changes
from console.rules.touching import ChannelRow
from console.store import coupons, stored_value, touch_lists
from console.store.touch_board import TouchBoard, board
from console.ui import texts
from console.ui.rooms import View
from console.ui.rows import Cell, Column, Row, Rows
from console.ui.tabs.customers import touch_words as words
from console.ui.tabs.customers.coupons_card import CouponsCard
from console.ui.tabs.customers.stored_cards import StoredCard
from console.ui.tabs.customers.tasks import row_of
from console.ui.tabs.customers.touch_base import KINDS
from console.ui.widgets import Card, link
from console.ui.widgets.labels import Wrapped

MOST = 6
NARROWEST = 416  # pixels: names of channels stay readable


class FootChannels(Card):
    """The channels, shorter."""

    def __init__(self) -> None:
        super().__init__(self.tr("Channels compared"))
        columns = (
            Column(self.tr("Channel")),
            Column(self.tr("Sent to"), 52, right=True),
            Column(self.tr("Reached"), 54, right=True),
            Column(self.tr("Bought"), 50, right=True),
            Column(self.tr("ROI"), 100, right=True),
        )
        none = self.tr("Nothing imported, nothing sent from here yet")
        self.rows = Rows(columns, self.tr("Channels compared"), none, 30)
        self.rows.setMinimumWidth(NARROWEST)
        self.body.addWidget(self.rows)
        self.body.addStretch(1)

    def show_board(self, told: TouchBoard) -> None:
        """Fill it."""
        self.under.setText(self.tr("last {days} days").format(days=told.days))
        least = round(told.lines["touch_least"].value)
        self.rows.show_rows([self._row(row, least) for row in told.rows[:MOST]])

    def _row(self, row: ChannelRow, least: int) -> Row:
        roi = Cell(self.tr("free, not counted"), "text3") if row.free else Cell(texts.NOTHING, "faint")
        if row.roi.value is not None and not row.free:
            ink = words.roi_ink(row.roi.value, few=row.few(least))
            roi = Cell(words.roi(row.roi.value), strong=True, bar=row.roi.value / 10, bar_ink=ink)
        shares = (texts.NOTHING if one.value is None else f"{one.value:.1%}" for one in (row.reach, row.conversion))
        return Cell(words.channel(row.channel)), Cell(texts.count(row.sent)), *(Cell(said) for said in shares), roi


class FootTasks(Card):
    """The lists that wait for somebody."""

    def __init__(self) -> None:
        super().__init__(self.tr("Task lists"))
        columns = (Column(self.tr("List")), Column(self.tr("People"), 60, right=True), Column("", 88, right=True))
        self.rows = Rows(columns, self.tr("Task lists"), self.tr("No task lists yet"), 42)
        self.note = Wrapped(
            self.tr("Contacts go out masked; who exported, when and how many is kept."), 12, tone="text3"
        )
        self.body.addWidget(self.rows)
        self.body.addStretch(1)
        self.body.addWidget(self.note)


class Foot(QObject):
    """Three cards that read for themselves, again when something changed; lives with the room they stand in."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self.channels, self.coupons, self.stored = FootChannels(), CouponsCard(full=False), StoredCard(full=False)
        self.lists = FootTasks()
        for card, room in ((self.channels, "touch"), (self.coupons, "coupons"), (self.lists, "tasks")):
            more = link(QCoreApplication.translate("touch", "Open"))
            more.clicked.connect(lambda _=False, room=room: view.go.emit("customers", {"view": room}))
            card.add_end(more)
        self.middle = QWidget()
        self.middle.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.coupons)
        column.addWidget(self.stored)
        view.desk.changes.changed.connect(self._heard)
        view.desk.scope.changed.connect(self.load)
        self.load()

    @property
    def cards(self) -> Sequence[QWidget]:
        """From left to right."""
        return self.channels, self.middle, self.lists

    def load(self) -> None:
        """Read it all again."""
        self._view.tasks.start(self._load(), key="foot")

    def _heard(self, changes: Changes) -> None:
        if changes.kinds & KINDS:
            self.load()

    async def _load(self) -> None:
        desk = self._view.desk
        database, now, pair = desk.database, desk.now(), desk.scope.pair
        self.channels.show_board(await database.read(board, now, pair))
        self.coupons.show_board(await database.read(coupons.board, pair), now)
        self.stored.show_board(await database.read(stored_value.board, now, pair), now)
        lists = [one for one in await database.read(touch_lists.lists, pair) if one.state != "done"]
        self.lists.rows.show_rows([row_of(one) for one in lists[:MOST]])
