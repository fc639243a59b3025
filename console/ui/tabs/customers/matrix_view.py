"""价值矩阵: the matrix with the conditions beside it, and at the foot what reaches customers."""

import msgspec
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from console.core.changes import Changes
from console.core.clock import MINUTE
from console.store import customers_asked, customers_board, customers_said
from console.store.customers_asked import Asked
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.page import scrolled
from console.ui.rooms import View
from console.ui.tabs.customers import conditions, foot
from console.ui.tabs.customers import profile_words as words
from console.ui.tabs.customers.conditions import ConditionsCard, NameDialog
from console.ui.tabs.customers.matrix_card import MatrixCard
from console.ui.tabs.customers.matrix_lines import BordersDialog
from console.ui.tabs.customers.tasks_new import ask_new_list
from console.ui.widgets import EmptyState
from console.ui.widgets.cards import stack

WIDE = 1_060  # pixels: from here on the conditions stand beside the matrix
OFFER_MS = 5 * MINUTE  # labels are counted again this seldom: many of them are offered, few are chosen
KINDS = {"orders", "after_sales", "links", "shops", "customers", "settings"}


class MatrixView(View):
    """Where one comes in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.matrix = MatrixCard()
        self.matrix.opened.connect(self._list_block)
        self.matrix.lines_asked.connect(lambda: self.tasks.start(self._set_borders(), key="borders"))
        self.conditions = ConditionsCard(desk.language)
        self.conditions.changed.connect(self._count)
        self.conditions.save_asked.connect(lambda: self.tasks.start(self._save(), key="save"))
        self.conditions.list_asked.connect(self._list_fitting)
        self.conditions.task_asked.connect(lambda: self.tasks.start(self._make_task(), key="task"))
        self.conditions.chosen.connect(lambda one: self.tasks.start(self._take(one), key="take"))
        self.top = stack(self.matrix, self.conditions, across=True, gap=12)
        self.top.setStretch(0, 58)
        self.top.setStretch(1, 42)
        self.cards = list(foot.cards(self))
        self.bottom = stack(*self.cards, across=True, gap=12)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self.top)
        column.addLayout(self.bottom)
        column.addStretch(1)
        self.none = EmptyState(
            "users",
            self.tr("No customers yet"),
            self.tr("Import members or finish the first sync: customers come from the orders of your own shops."),
            self.tr("Bind shops"),
        )
        self.none.on_click(lambda: self.go.emit("accounts", {}))
        self.body = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        whole.addWidget(self.none)
        self.none.hide()
        self._offered = 0
        self.load()

    def load(self) -> None:
        """Read everything anew."""
        self.tasks.start(self._read(), key="read")

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & KINDS:
            self.load()

    def asked(self) -> Asked:
        """What the conditions ask."""
        pair = self.desk.scope.pair
        return Asked(now=self.desk.now(), pair=pair, conditions=self.conditions.conditions)

    async def _read(self) -> None:
        pair, now = self.desk.scope.pair, self.desk.now()
        board = await self.desk.database.read(customers_board.board, now, pair)
        some = bool(board.cells) or any(board.segments.values())
        self.body.setVisible(some)
        self.none.setVisible(not some)
        self.matrix.show_board(board)
        self.conditions.show_found(await self.desk.database.read(conditions.find, self.asked()))
        if not self._offered or now - self._offered >= OFFER_MS:
            choices = await self.desk.database.read(conditions.read_choices, self.asked())
            self.conditions.show_choices(choices)
            self._offered = now
        else:
            self.conditions.show_saved(await self.desk.database.read(customers_said.saved))
        self.settled.emit()

    def _count(self) -> None:
        self.tasks.start(self._find(), key="find")

    async def _find(self) -> None:
        asked = self.asked()
        found = await self.desk.database.read(conditions.find, asked)
        if asked.conditions == self.conditions.conditions:
            self.conditions.show_found(found)
        self.settled.emit()

    # -- what is done with them ---------------------------------------------------------------------------------------

    def _list_block(self) -> None:
        cells = ",".join(f"{row}-{column}" for row, column in self.matrix.grid.block)
        self.go.emit("customers", {"view": "list", "cells": cells})

    def _list_fitting(self) -> None:
        told = msgspec.json.encode(self.conditions.conditions).decode()
        self.go.emit("customers", {"view": "list", "conditions": told})

    async def _save(self) -> None:
        told, dialog = self.conditions.conditions, NameDialog(self.conditions)
        if await answer(dialog):
            name = dialog.name.text()
            if await self.safely(lambda: self.desk.actions.customers.save(name, told)):
                self.said.emit(self.tr("Saved"), name)

    async def _take(self, segment_id: int) -> None:
        saved = await self.desk.database.read(customers_said.saved)
        told = next((one for one in saved if one.id == segment_id), None)
        if told is not None:
            self.conditions.set_conditions(told.conditions)
            self.conditions.under.setText("")
            await self._find()

    async def _make_task(self) -> None:
        asked = self.asked()
        ids = await self.desk.database.read(customers_asked.ids, asked)
        named = " · ".join(words.condition_words(one, self.desk.language) for one in asked.conditions if one.is_whole)
        made = await ask_new_list(self, [(named or self.tr("All customers"), ids)])
        if made is not None:
            self.go.emit("customers", {"view": "tasks", "list": str(made)})

    async def _set_borders(self) -> None:
        board = self.matrix.board
        if board is None:
            return
        dialog = BordersDialog(self, board.lines)
        if await answer(dialog):
            for name, value in dialog.wanted.items():
                await self.desk.actions.customers.put_line(name, value)

    # -- room ---------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wide = self.width() >= WIDE
        for row in (self.top, self.bottom):
            row.setDirection(across if wide else down)
