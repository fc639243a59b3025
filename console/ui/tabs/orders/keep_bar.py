"""暂缓发货 (挂起): the chosen orders are kept back for a reason, and let go again for one. Ours alone: nothing is sent.

``H`` keeps back (and lets go where all of them are kept back already), ``Shift+H`` lets go of those that are.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.ui.dialogs import answer
from console.ui.tabs.orders.hold_dialog import HoldDialog, LetGoDialog, usual_ends
from console.ui.widgets import icon_button

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.holding import Kept
    from console.ui.tabs.orders.page import OrdersPage

KEY, LET_GO_KEY = "H", "Shift+H"
Asked = TypeVar("Asked", bound=LetGoDialog)


def read_kept(conn: "Connection", row_ids: Sequence[int]) -> int:
    """On a database thread: how many of these rows are kept back."""
    from console.store import order_holds

    return order_holds.count_kept(conn, row_ids)


class KeepBar(QObject):
    """Owned by the orders page; ``furnish`` once its table and drawer are there."""

    def __init__(self, page: "OrdersPage") -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.dialog: LetGoDialog | None = None
        name = self.tr("Keep back ({key}) or let go ({other})").format(key=KEY, other=LET_GO_KEY)
        self.verb = icon_button("pause", name)
        self.of_drawer = icon_button("pause", name)

    def furnish(self) -> None:
        """Put the verbs into the batch bar and the drawer, and listen to the key."""
        page = self._page
        page.card.foot.add_verb(self.verb)
        page.drawer.foot.addWidget(self.of_drawer)
        self.verb.clicked.connect(self.keep_chosen)
        self.of_drawer.clicked.connect(self._keep_opened)
        for key, act in ((KEY, self.keep_chosen), (LET_GO_KEY, self.let_chosen_go)):
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def keep_chosen(self) -> None:
        """H: the chosen rows, else the current one."""
        self.open(self._chosen())

    def let_chosen_go(self) -> None:
        """Shift+H: those of them that are kept back."""
        self.open(self._chosen(), let_go=True)

    def _chosen(self) -> list[int]:
        model, view = self._page.card.model, self._page.card.view
        chosen = [row_id for row_id in model.ids if row_id in model.checked]
        if not chosen and view.currentIndex().isValid():
            chosen = [model.id_at(view.currentIndex().row())]
        return chosen

    def _keep_opened(self) -> None:
        opened = self._page.card.view.opened
        self.open([] if opened is None else [opened])

    def open(self, row_ids: Sequence[int], *, let_go: bool = False) -> None:
        """Ask for the reason; where all of them are kept back, to let them go."""
        if row_ids and self.dialog is None:
            self._page.tasks.start(self._ask(list(row_ids), let_go=let_go), key="keep_orders")

    async def _ask(self, row_ids: list[int], *, let_go: bool) -> None:
        kept = await self._desk.database.read(read_kept, row_ids)
        try:
            if let_go and not kept:
                self._page.said.emit(self.tr("None of the chosen is kept back"), "")
            elif let_go or kept == len(row_ids):
                await self._let_go(row_ids, kept)
            else:
                await self._keep(row_ids, kept)
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)
        finally:
            self.dialog = None

    async def _answered(self, dialog: Asked) -> Asked | None:
        self.dialog = dialog
        return dialog if await answer(dialog) == QDialog.DialogCode.Accepted else None

    async def _keep(self, row_ids: list[int], kept: int) -> None:
        dialog = await self._answered(self._hold_dialog(len(row_ids), kept))
        if dialog is not None:
            shipping = self._desk.actions.shipping
            found = await shipping.keep_back(row_ids, dialog.reason.text, dialog.until_at())
            self._page.said.emit(self.tr("%n order(s) are kept back", "", found.held), self._became(row_ids, found))

    async def _let_go(self, row_ids: list[int], kept: int) -> None:
        dialog = await self._answered(self._let_go_dialog(kept))
        if dialog is not None:
            gone = await self._desk.actions.shipping.let_go(row_ids, dialog.reason.text)
            self._page.said.emit(self.tr("%n order(s) may leave again", "", gone), "")

    def _hold_dialog(self, many: int, kept: int) -> HoldDialog:
        said = self.tr(
            "They are neither shipped nor printed until they are let go. Only this program knows: the platforms are "
            "told nothing, and their deadlines go on."
        )
        if kept:
            said += " " + self.tr("%n of them is (are) kept back already and get(s) the new reason.", "", kept)
        title = self.tr("Keep %n order(s) back", "", many)
        hint = self.tr("Why: it stands beside the order and in the audit")
        desk = self._desk
        return HoldDialog(self._page, title, self.tr("Keep back"), said, hint, by=desk.session.by(), now=desk.now())

    def _let_go_dialog(self, kept: int) -> LetGoDialog:
        title = self.tr("Let %n order(s) go", "", kept)
        said = self.tr("They may be shipped and printed again. Nothing that was stopped goes out by itself.")
        hint = self.tr("Why: it goes into the audit")
        return LetGoDialog(self._page, title, self.tr("Let go"), said, usual_ends(), hint)

    def _became(self, row_ids: Sequence[int], found: "Kept") -> str:
        """Those that are over cannot be kept back, and those with just this reason are already; what was under way."""
        left = len(row_ids) - found.held
        said = [self.tr("%n of the chosen stayed as it is (as they are)", "", left)] if left else []
        if found.stopped:
            said.append(self.tr("%n waiting command(s) taken out of the outbox", "", found.stopped))
        if found.too_late:
            said.append(self.tr("too late for %n: already sent to the platform", "", found.too_late))
        return " · ".join(said)
