"""分群: the nine segments with their definitions, what somebody saved, and every label with how many bear it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.core.changes import Changes
from console.rules.customers import SEGMENTS, Segment
from console.rules.customers_conditions import Condition, Conditions
from console.store import customers_asked, customers_board, customers_said
from console.store.customers_asked import Asked, Reach
from console.store.customers_board import Board, Counted
from console.store.customers_said import Saved
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import ask
from console.ui.page import scrolled
from console.ui.rooms import View
from console.ui.tabs.customers import profile_words as words
from console.ui.tabs.customers.segments_labels import LabelsCard
from console.ui.widgets import Card, Chip, EmptyState, icon_button, label, link
from console.ui.widgets.labels import Elided, Wrapped

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.views import Pair

KINDS = {"orders", "after_sales", "links", "shops", "customers", "settings"}


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the room shows."""

    board: Board
    saved: tuple[tuple[Saved, Reach], ...]
    labels: tuple[Counted, ...]


def read(conn: "Connection", now: int, pair: "Pair | None") -> Found:
    """Read it; on a database thread."""
    saved = []
    for one in customers_said.saved(conn):
        asked = Asked(now=now, pair=pair, conditions=one.conditions)
        saved.append((one, customers_asked.reach(conn, asked)))
    return Found(
        board=customers_board.board(conn, now, pair),
        saved=tuple(saved),
        labels=tuple(customers_board.labels(conn, now, pair)),
    )


class SegmentsView(View):
    """A click on a number lists the people."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found: Found | None = None
        self.nine = Card(self.tr("Segments"), self.tr("by how lately and how often"))
        self.saved = Card(self.tr("Saved segments"))
        self.labels = LabelsCard(desk.language)
        self.labels.chosen.connect(self._list_label)
        self._rows: dict[str, QWidget] = {}
        left = QVBoxLayout()
        left.setSpacing(12)
        for part in (self.nine, self.saved):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            left.addWidget(part)
        left.addStretch(1)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addLayout(left, 1)
        across.addWidget(self.labels, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        self.load()

    def load(self) -> None:
        """Read everything anew."""
        self.tasks.start(self._read(), key="read")

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & KINDS:
            self.load()

    async def _read(self) -> None:
        self.found = await self.desk.database.read(read, self.desk.now(), self.desk.scope.pair)
        self._show_nine(self.found.board)
        self._show_saved(self.found.saved)
        self.labels.show_labels(self.found.labels)
        self.settled.emit()

    # -- the nine -----------------------------------------------------------------------------------------------------

    def _show_nine(self, board: Board) -> None:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        whole = sum(board.segments.values())
        for row, name in enumerate(SEGMENTS):
            meant = words.segment_meant(name, board.borders)
            chip = Chip(words.segment_chip(name))
            chip.setToolTip(meant)
            count = board.segments[name]
            share = f"{count / whole:.1%}" if whole else texts.NOTHING
            number = link(texts.count(count))
            number.setEnabled(count > 0)
            number.clicked.connect(lambda _=False, name=name: self._list_segment(name))
            grid.addWidget(chip, row, 0)
            grid.addWidget(Elided(meant, 12, tone="text2"), row, 1)
            grid.addWidget(number, row, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(share, 12, tone="text3"), row, 3, Qt.AlignmentFlag.AlignRight)
        self._put(self.nine, "nine", box)
        least = round(board.lines["least_days"].value)
        said = self.tr("Borders of {day}; change them beside the matrix. n={n}").format(
            day=board.lines["r1_days"].since, n=texts.count(whole)
        )
        if board.days < least:
            short = self.tr("Only {have} of {need} days of orders are known: read this with care.")
            said += " " + short.format(have=board.days, need=least)
        self._put(self.nine, "note", Wrapped(said, 12, tone="text3"))

    def _show_saved(self, saved: Sequence[tuple[Saved, Reach]]) -> None:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for one, reach in saved:
            row = QHBoxLayout()
            row.setSpacing(8)
            told = " · ".join(words.condition_words(each, self.desk.language) for each in one.conditions)
            named = label(one.name, strong=True)
            named.setToolTip(told)
            row.addWidget(named)
            row.addWidget(Elided(told, 12), 1)
            number = link(self.tr("%n people", "", reach.people))
            number.clicked.connect(lambda _=False, one=one: self._list(one.conditions))
            row.addWidget(number)
            row.addWidget(label(self.tr("reachable {n}").format(n=texts.count(reach.reachable)), 12, tone="text3"))
            drop = icon_button("trash-2", self.tr("Forget this segment"), small=True)
            drop.clicked.connect(lambda _=False, one=one: self.tasks.start(self._drop(one), key="drop"))
            row.addWidget(drop)
            column.addLayout(row)
        if not saved:
            hint = self.tr("Conditions that you save beside the matrix stand here.")
            column.addWidget(EmptyState("bookmark", self.tr("Nothing saved yet"), hint))
        self._put(self.saved, "saved", box)

    def _put(self, card: Card, key: str, part: QWidget) -> None:
        """In place of what stood there."""
        was = self._rows.get(key)
        if was is None:
            card.body.addWidget(part)
        else:
            card.body.replaceWidget(was, part)
            was.hide()
            was.deleteLater()
        self._rows[key] = part

    # -- whom they name -----------------------------------------------------------------------------------------------

    def _list_segment(self, name: Segment) -> None:
        self.go.emit("customers", {"view": "list", "segment": name})

    def _list(self, conditions: Conditions) -> None:
        told = msgspec.json.encode(conditions).decode()
        self.go.emit("customers", {"view": "list", "conditions": told})

    def _list_label(self, one: Counted) -> None:
        field = one.label.field if one.label.group == "category" else "label"
        value = one.label.value if one.label.group == "category" else one.label.key
        self._list((Condition(field=field, relation="any", values=(value,)),))

    async def _drop(self, one: Saved) -> None:
        sure = self.tr("Forget the segment “{name}”? Nobody's data is touched.").format(name=one.name)
        if await ask(self, self.tr("Forget this segment"), sure, self.tr("Forget it"), kind="danger", undoable=False):
            await self.safely(lambda: self.desk.actions.customers.drop(one.id))
