"""What the goods page has of mapping categories: a button in its head, and the way there from a check."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from console.store.views import Pair
from console.ui.tabs.products.categories import MappingDialog
from console.ui.widgets import button

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.ui.tabs.products.page import ProductsPage


def read_pairs(conn: "Connection") -> list[Pair]:
    """On a database thread."""
    from console.store.shops import pairs

    return pairs(conn)


class MappingBar(QObject):
    """Owned by the goods page."""

    def __init__(self, page: "ProductsPage") -> None:
        super().__init__(page)
        self._page = page
        self.dialog: MappingDialog | None = None
        self.button = button(self.tr("Category mapping"), "default", "layers")
        self.button.clicked.connect(lambda: self.open(""))

    def furnish(self) -> None:
        """Once the drawer is there."""
        self._page.item_drawer.checks.categories_asked.connect(self._open_for_drawer)

    def _open_for_drawer(self) -> None:
        detail = self._page.item_drawer.detail
        self.open("" if detail is None or detail.youzan is None else detail.youzan.item_id)

    def open(self, item_id: str) -> None:
        """The mapping of the pair in sight, at these goods of Youzan."""
        self._page.tasks.start(self._open(item_id), key="mapping")

    async def _open(self, item_id: str) -> None:
        page = self._page
        pair = page.desk.scope.pair
        if pair is None:
            pair = next(iter(await page.desk.database.read(read_pairs)), None)
        if pair is None:
            page.said.emit(self.tr("Categories are mapped once both shops are bound"), "")
            return
        dialog = self.dialog = MappingDialog(page, page.desk, page.tasks, pair, item_id)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        self._page.tasks.cancel("leaves")
        if dialog is not None:
            dialog.deleteLater()
