"""暂缓发货: the chosen orders are kept back for a reason, and let go by the same key. Ours alone: nothing is sent."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.ui.dialogs import answer
from console.ui.tabs.orders.pair_dialog import ReasonDialog
from console.ui.widgets import icon_button

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.ui.tabs.orders.page import OrdersPage

KEY = "H"


def read_kept(conn: "Connection", row_ids: Sequence[int]) -> int:
    """On a database thread: how many of these rows are kept back."""
    from console.store import order_holds

    return order_holds.count_kept(conn, row_ids)


class KeepBar(QObject):
    """Owned by the orders page; ``furnish`` once its table and drawer are there."""

    def __init__(self, page: "OrdersPage") -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.dialog: ReasonDialog | None = None
        name = self.tr("Keep back or let go ({key})").format(key=KEY)
        self.verb = icon_button("pause", name)
        self.of_drawer = icon_button("pause", name)

    def furnish(self) -> None:
        """Put the verbs into the batch bar and the drawer, and listen to the key."""
        page = self._page
        page.card.foot.add_verb(self.verb)
        page.drawer.foot.addWidget(self.of_drawer)
        self.verb.clicked.connect(self.keep_chosen)
        self.of_drawer.clicked.connect(self._keep_opened)
        shortcut = QShortcut(QKeySequence(KEY), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.keep_chosen)

    def keep_chosen(self) -> None:
        """H: the chosen rows, else the current one."""
        model, view = self._page.card.model, self._page.card.view
        chosen = [row_id for row_id in model.ids if row_id in model.checked]
        if not chosen and view.currentIndex().isValid():
            chosen = [model.id_at(view.currentIndex().row())]
        self.open(chosen)

    def _keep_opened(self) -> None:
        opened = self._page.card.view.opened
        self.open([] if opened is None else [opened])

    def open(self, row_ids: Sequence[int]) -> None:
        """Ask for the reason; where all of them are kept back, let them go."""
        if row_ids and self.dialog is None:
            self._page.tasks.start(self._ask(list(row_ids)), key="keep_orders")

    async def _ask(self, row_ids: list[int]) -> None:
        kept = await self._desk.database.read(read_kept, row_ids)
        try:
            if kept == len(row_ids):
                gone = await self._desk.actions.shipping.let_go(row_ids)
                self._page.said.emit(self.tr("%n order(s) may leave again", "", gone), "")
                return
            dialog = self.dialog = self._make_dialog(len(row_ids), kept)
            if await answer(dialog) == QDialog.DialogCode.Accepted:
                held = await self._desk.actions.shipping.keep_back(row_ids, dialog.reason.text().strip())
                self._page.said.emit(self.tr("%n order(s) are kept back", "", held), self._left_out(row_ids, held))
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)
        finally:
            self.dialog = None

    def _make_dialog(self, many: int, kept: int) -> ReasonDialog:
        said = self.tr(
            "They are neither shipped nor printed until they are let go. Only this program knows: the platforms are "
            "told nothing, and their deadlines go on."
        )
        if kept:
            said += " " + self.tr("%n of them is (are) kept back already and get(s) the new reason.", "", kept)
        title = self.tr("Keep %n order(s) back", "", many)
        hint = self.tr("Why: it stands beside the order and in the audit")
        return ReasonDialog(self._page, title, self.tr("Keep back"), said, hint)

    def _left_out(self, row_ids: Sequence[int], held: int) -> str:
        """Those that are over cannot be kept back, and those with just this reason are already."""
        left = len(row_ids) - held
        return self.tr("%n of the chosen stayed as it is (as they are)", "", left) if left else ""
