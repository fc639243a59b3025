"""Pushing on the goods page: the verbs of the chosen rows, keys, the last push in one line, what is greyed and why."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.model import Platform
from console.rules.aligning import follower
from console.rules.pushing import Wish
from console.ui.tabs.products import push_words
from console.ui.tabs.products.drawer import EDIT
from console.ui.tabs.products.pusher import Alignment, Pusher
from console.ui.tabs.products.rules_dialog import RulesDialog
from console.ui.tabs.products.source import read_ground
from console.ui.tabs.products.standing import Standing
from console.ui.widgets import button
from console.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from console.ui.tabs.products.page import ProductsPage


class PushBar(QObject):
    """Owned by the goods page; ``furnish`` once its table and drawer are there."""

    def __init__(self, page: "ProductsPage") -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self.standing = Standing()
        self.pusher = Pusher(page)
        self.progress = Banner()
        self.progress.acted.connect(self._progress_acted)
        self.pusher.counted.connect(lambda: self.progress.show_look(self.pusher.look()))
        self.stock = button(self.tr("Stock in step"), "ghost", "package")
        self.price = button(self.tr("Price from Youzan"), "ghost", "scale")
        self.youzan_price = button(self.tr("Price from Kuaishou"), "ghost", "scale")
        self.rules_button = button(self.tr("Rules for pushing"), "default", "settings")
        self.rules: RulesDialog | None = None

    def furnish(self) -> None:
        """Put the verbs into the batch bar and listen."""
        page, drawer = self._page, self._page.item_drawer
        for part, how in self._verbs():
            part.clicked.connect(lambda _=False, how=how: self._align(how))
            page.card.foot.add_verb(part)
        page.head.addWidget(self.rules_button)
        self.rules_button.clicked.connect(self._show_rules)
        drawer.preview_asked.connect(self._preview)
        drawer.rules_asked.connect(self._show_rules)
        drawer.acted.connect(self._act)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (("F", self._fix), ("P", self._preview))
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.look()

    def _verbs(self) -> "tuple[tuple[QPushButton, Alignment], ...]":
        return (self.stock, "stock"), (self.price, "price_kuaishou"), (self.youzan_price, "price_youzan")

    # -- what is so -------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Read anew what the table, the drawer and the last push show of the outbox and the rules."""
        self._page.tasks.start(self._look(), key="ground")

    async def _look(self) -> None:
        page = self._page
        ground = await self._desk.database.read(read_ground, self._desk.now())
        before, rules = self.standing.ground.stands, self.standing.ground.rules
        if self.standing.take(ground):
            page.card.view.viewport().update()
            self._show_barred()
            page.filters.set_most_gap(ground.rules.gap_bp)
            if ground.rules != rules:
                page.refresh()  # what is too far apart, and what is left of a piece
            if any(ground.stands.get(key) != stand for key, stand in before.items()):
                page.refresh()  # something is done: what was read back is in the file
        await self.pusher.count()
        opened = page.card.view.opened
        if opened is not None:
            await page.show_detail(opened)

    def _show_barred(self) -> None:
        """Grey what the shop in sight may not be asked to change, and say why."""
        pair = self._desk.scope.pair
        for part, how in self._verbs():
            side = follower(self.standing.ground.rules) if how == "stock" else Platform.KUAISHOU
            side = Platform.YOUZAN if how == "price_youzan" else side
            shops = [one for one in (pair.shop_ids if pair else ()) if one.startswith(f"{side.value}:")]
            code = next((self.standing.ground.barred[one] for one in shops if one in self.standing.ground.barred), "")
            part.setEnabled(not code)
            part.setToolTip(push_words.barred(code, side, self._desk.language) if code else "")

    # -- what is done -----------------------------------------------------------------------------------------------

    def _align(self, how: Alignment) -> None:
        model = self._page.card.model
        chosen = [row_id for row_id in model.ids if row_id in model.checked]
        if chosen:
            self._page.tasks.start(self.pusher.align(chosen, how), key="push")

    def _fix(self) -> None:
        """F: the editor of the current row."""
        view = self._page.card.view
        opened, row = view.opened, view.currentIndex()
        if opened is None and row.isValid():
            opened = self._page.card.model.id_at(row.row())
        if opened is not None:
            self._page.item_drawer.tabs.choose(EDIT)
            self._page.open_row(opened)

    def _preview(self) -> None:
        """P: what the drawer's editor would push; without a drawer the stock of the chosen rows."""
        drawer = self._page.item_drawer
        if not drawer.isVisible():
            if self.stock.isEnabled():
                self._align("stock")
        elif drawer.editor is not None and drawer.preview.isEnabled():
            wishes = drawer.editor.wishes()
            self._page.tasks.start(self._push_typed(drawer.editor.goods.row_id, wishes), key="push")

    async def _push_typed(self, row_id: int, wishes: list[Wish]) -> None:
        if await self.pusher.push_wishes(row_id, wishes, self._page.item_drawer.checks.blocking):
            self._page.item_drawer.drop_draft()

    def _show_rules(self) -> None:
        dialog = RulesDialog(self._page, self._desk, self.standing.ground.rules, self._page.tasks)
        self.rules = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _act(self, act: str, row_id: int) -> None:
        """In the history of one line of goods."""
        actions = self._desk.actions
        does = {"retry": actions.retry, "drop": actions.drop, "undo": actions.undo}.get(act)
        if does is None:
            self._page.item_drawer.tabs.choose(EDIT)
        else:
            self._page.tasks.start(self._done(does, row_id))

    async def _done(self, does: Callable[[int], Awaitable[None]], row_id: int) -> None:
        try:
            await does(row_id)
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)
        self.look()

    def _progress_acted(self, key: str) -> None:
        if key == "again":
            self._page.tasks.start(self.pusher.again(), key="push")
        else:
            self.pusher.put_away()
