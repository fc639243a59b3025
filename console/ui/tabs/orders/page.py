"""The page of its tab; its contents are still being laid out."""

from console.ui.context import Desk
from console.ui.page import Page
from console.ui.widgets import EmptyState


class OrdersPage(Page):
    """Orders."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Orders")
        self.column.addWidget(EmptyState("clipboard-list", "Orders"), 1)
