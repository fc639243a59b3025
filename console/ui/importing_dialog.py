"""A table from a file, a paste or a keyboard, looked over before anything is kept."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.core.model import Platform
from console.ui.dialogs import Dialog
from console.ui.importing import Counted, Intake, Preview, ShopPick, Template
from console.ui.rows import Column
from console.ui.tasks import Tasks
from console.ui.widgets import label
from console.ui.widgets.labels import Wrapped

if TYPE_CHECKING:
    from console.ui.context import Desk

REST_S: Final = 0.15  # after the last key
translate = QCoreApplication.translate


class TableImport(Dialog):
    """A subclass answers ``_read``, what the table means, and ``_show``; both follow whenever another came in.

    ``of``: the platform whose shops such tables are of; None: what is told says so itself.
    """

    def __init__(
        self, parent: QWidget, desk: "Desk", title: str, templates: Sequence[Template], of: Platform | None
    ) -> None:
        super().__init__(parent, title, translate("TableImport", "Keep"))
        self.setMinimumSize(760, 640)
        self._desk, self._of = desk, of
        self._knows_shops = of is None
        self.tasks = Tasks(type(self).__name__)
        why = self.tr(
            "No platform gives these figures to a program. Export them from the back office (xlsx, csv), copy the "
            "cells, or type them. You look them over before they are kept; the same rows again change nothing."
        )
        self.body.addWidget(Wrapped(why, 12, tone="text3"))
        self.intake = Intake(self.tasks, desk.language, title, templates, high=84)
        self.intake.changed.connect(self._came)
        self.intake.failed.connect(self.look)
        self.kind = label("", 13, strong=True)
        self.which = QHBoxLayout()  # what kind of table it is, and what a subclass asks of it as a whole
        self.which.addWidget(self.kind)
        self.which.addStretch(1)
        self.shop = ShopPick()
        self.shop.chosen.connect(lambda _shop: self.look())
        self.which.addWidget(self.shop)
        self.columns = QVBoxLayout()  # what its columns are
        titles = (Column(self.tr("Row"), 44, right=True), Column(self.tr("Figures")), Column(self.tr("Outcome"), 250))
        self.preview, self.counted = Preview(titles), Counted(self)
        self.body.addWidget(self.intake)
        self.body.addLayout(self.which)
        self.body.addLayout(self.columns)
        self.body.addWidget(self.preview, 1)
        self.tasks.start(self._ask_shops(), key="shops")

    async def _ask_shops(self) -> None:
        """Once: of which shops a table may be."""
        from console.store import shop_choice

        if self._of is None or self._knows_shops:
            return
        database, pair = self._desk.database, self._desk.scope.pair
        shops = await database.read(shop_choice.candidates, self._of)
        usual = await database.read(shop_choice.of_pair, self._of, pair)
        if not self._knows_shops:
            self._knows_shops = True
            self.shop.show_shops(shops, usual)

    async def _read(self) -> None:
        """Find out what came in, off the loop."""
        raise NotImplementedError

    def _show(self) -> None:
        """Show what was found out; whether it can be kept."""
        raise NotImplementedError

    def _came(self) -> None:
        self.look()

    def look(self, said: str = "", then: str = "") -> None:
        """Look it over again; ``said``: why nothing could be taken in."""
        self.accept_button.setEnabled(False)
        self.tasks.start(self._look(said, then), key="look")

    async def _look(self, said: str, then: str) -> None:
        await asyncio.sleep(REST_S)
        await self._ask_shops()
        await self._read()
        self._show()
        if self.shop.is_missing:
            self.accept_button.setEnabled(False)
        if said:
            self.preview.complain(said, then)
