"""The rooms of the orders tab: the mapping table, and whatever stands beside it in a page of its own.

A room is entered by a question with its key (``go("orders", {"room": "aftersales"})``) and left by one without. Each is
built when it is first entered, and lives on when it is left.
"""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget

from console.core.changes import Changes
from console.ui.context import Desk
from console.ui.page import Page, Question


def _orders(desk: Desk) -> Page:
    from console.ui.tabs.orders.page import OrdersPage

    return OrdersPage(desk)


def _aftersales(desk: Desk) -> Page:
    from console.ui.tabs.orders.aftersale_page import AfterSalesPage

    return AfterSalesPage(desk)


ROOMS: Mapping[str, Callable[[Desk], Page]] = {"": _orders, "aftersales": _aftersales}
"""A new room is one line here; what is empty is where one comes in."""


class OrdersTab(Page):
    """Shows one room at a time and passes on to it what the shell says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        top = self.column.itemAt(0)
        if top is not None and (head := top.widget()) is not None:
            head.hide()  # every room has its own
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._stack = QStackedWidget()
        self.column.addWidget(self._stack, 1)
        self._rooms: dict[str, Page] = {}
        self._stale: set[str] = set()
        self.key = ""
        self.enter("")

    @property
    def room(self) -> Page:
        """The one in sight."""
        return self._rooms[self.key]

    def enter(self, key: str) -> Page:
        """Show a room; one that nobody knows is the first."""
        key = key if key in ROOMS else ""
        page = self._rooms.get(key) or self._build(key)
        self.key = key
        self._stack.setCurrentWidget(page)
        if key in self._stale:
            self._stale.discard(key)
            page.on_changes(EVERYTHING)
        return page

    def _build(self, key: str) -> Page:
        page = self._rooms[key] = ROOMS[key](self.desk)
        page.settled.connect(self.settled)
        page.go.connect(self.go)
        page.said.connect(self.said)
        page.sent.connect(self.sent)
        self._stack.addWidget(page)
        return page

    @property
    def is_settled(self) -> bool:
        return self.room.is_settled

    def on_changes(self, changes: Changes) -> None:
        self._stale = set(self._rooms) - {self.key}
        self.room.on_changes(changes)

    def tick(self) -> None:
        self.room.tick()

    def open_at(self, question: Question) -> None:
        rest = {name: value for name, value in question.items() if name != "room"}
        page = self.enter(question.get("room", ""))
        if rest or "room" not in question:
            page.open_at(rest)

    def find_here(self) -> None:
        self.room.find_here()

    async def close_page(self) -> None:
        for page in self._rooms.values():
            await page.close_page()
        await super().close_page()


EVERYTHING = Changes(
    frozenset(("shops", "items", "orders", "after_sales", "links", "health", "settings", "quarantine"))
)
"""What a room hears when it comes into sight after something changed."""
