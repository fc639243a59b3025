"""The page of its tab; its contents are still being laid out."""

from console.ui.context import Desk
from console.ui.page import Page
from console.ui.widgets import EmptyState


class HomePage(Page):
    """Home."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Home")
        self.column.addWidget(EmptyState("house", "Home"), 1)
