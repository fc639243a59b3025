"""Linking on the goods page: the button of the dry run, the verbs of one row and of the chosen ones, and their keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from console.store.views_goods import Counterpart
from console.ui.tabs.products import suggestion
from console.ui.tabs.products.linker import Linker
from console.ui.widgets import button

if TYPE_CHECKING:
    from console.ui.tabs.products.page import ProductsPage


class LinkBar(QObject):
    """Owned by the goods page; ``furnish`` once its table and drawer are there."""

    def __init__(self, page: "ProductsPage") -> None:
        super().__init__(page)
        self._page = page
        self.linker = linker = Linker(page)
        linker.over.connect(self._over)
        self.match = button(self.tr("Match automatically"), "default", "link-2")
        self.match.setToolTip(self.tr("Goods are matched by code; likely ones by title, for you to confirm"))
        self.match.clicked.connect(lambda: linker.start(linker.match()))
        self.accept_all = button(self.tr("Accept the suggestions"), "ghost", "check")
        self.accept_all.clicked.connect(lambda: self._accept_checked())
        self.apart_all = button(self.tr("Not the same"), "ghost", "unlink")
        self.apart_all.clicked.connect(lambda: self._apart_checked())
        self._place: int | None = None

    def furnish(self) -> None:
        """Put the verbs into the batch bar and listen."""
        page = self._page
        for part in (self.accept_all, self.apart_all):
            page.card.foot.add_verb(part)
        page.item_drawer.decided.connect(self._decided)
        model = page.card.model
        for signal in (model.checked_changed, model.listed, model.modelReset):
            signal.connect(self.show_verbs)
        model.listed.connect(self._go_on)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("A", self._accept_key),
            ("C", lambda: self._on_current(suggestion.OTHER)),
            ("N", self._apart_key),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def show_columns(self) -> None:
        """In the tabs that ask, what is suggested stands where other tabs compare."""
        view = self._page.card.view
        last = len(self._page.card.model.columns)
        asks = self._page.filters.tab in suggestion.TABS
        own = (last - 1, last)
        view.set_left_out(range(suggestion.KEPT + 1, last - 1) if asks else own)
        self.show_verbs()

    def show_verbs(self) -> None:
        """Of the chosen rows: in the tabs that ask only what answers, elsewhere everything else."""
        asks = self._page.filters.tab in suggestion.TABS
        some = bool(self._page.card.model.checked)
        row = self._page.card.foot.verbs
        own = (self.accept_all, self.apart_all)
        for at in range(row.count()):
            item = row.itemAt(at)
            part = item.widget() if item is not None else None
            if part is not None:
                part.setVisible(some and (part in own) == asks)
        self.accept_all.setVisible(some and self._page.filters.tab == "to_confirm")

    # -- one row ----------------------------------------------------------------------------------------------------

    def do(self, row_id: int, verb: str, other: Counterpart | None = None) -> None:
        """What a word in the row or a button in the drawer means."""
        linker = self.linker
        match verb:
            case suggestion.ACCEPT:
                linker.start(linker.accept(row_id, other))
            case suggestion.OTHER:
                linker.start(linker.pick(row_id))
            case suggestion.APART:
                linker.start(linker.set_apart([row_id]))
            case "unlink":
                linker.start(linker.unlink(row_id))
            case "show":
                linker.start(linker.show_link(other))

    def _decided(self, verb: str, other: Counterpart | None) -> None:
        detail = self._page.item_drawer.detail
        if detail is not None:
            self.do(detail.row.id, verb, other)

    def _current(self) -> int | None:
        view = self._page.card.view
        if view.opened is not None:
            return view.opened
        index = view.currentIndex()
        return self._page.card.model.id_at(index.row()) if index.isValid() else None

    def _on_current(self, verb: str) -> None:
        row_id = self._current()
        if row_id is not None:
            self.do(row_id, verb)

    def _checked(self) -> list[int]:
        model = self._page.card.model
        return [row_id for row_id in model.ids if row_id in model.checked]

    def _accept_checked(self) -> None:
        checked = self._checked()
        if checked:
            self.linker.start(self.linker.accept_many(checked))

    def _apart_checked(self) -> None:
        self.linker.start(self.linker.set_apart(self._checked()))

    def _accept_key(self) -> None:
        """A: the chosen rows, shown first; without any the current one."""
        if self._page.card.model.checked:
            if self._page.filters.tab == "to_confirm":
                self._accept_checked()
        else:
            self._on_current(suggestion.ACCEPT)

    def _apart_key(self) -> None:
        """N: as A."""
        if self._page.filters.tab not in suggestion.TABS:
            return
        if self._page.card.model.checked:
            self._apart_checked()
        else:
            self._on_current(suggestion.APART)

    # -- afterwards -------------------------------------------------------------------------------------------------

    def _over(self, row_id: int, said: str, under: str) -> None:
        """It is decided: say so, and go on with the next row."""
        page = self._page
        page.said.emit(said, under)
        view, model = page.card.view, page.card.model
        index = view.currentIndex()
        if page.filters.tab in suggestion.TABS and index.isValid() and model.id_at(index.row()) == row_id:
            self._place = index.row()
            if model.rowCount() == 1:
                page.drawer.shut()
            elif view.step(1) is None:
                view.step(-1)
        page.refresh()

    def _go_on(self) -> None:
        """Where the next row was decided with it, the one that stands in its place is the current one."""
        place, self._place = self._place, None
        view, rows = self._page.card.view, self._page.card.model.rowCount()
        if place is not None and rows and not view.currentIndex().isValid():
            view.setCurrentIndex(self._page.card.model.index(min(place, rows - 1), 1))
