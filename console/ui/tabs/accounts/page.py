"""The page of its tab; its contents are still being laid out."""

from console.ui.context import Desk
from console.ui.page import Page
from console.ui.widgets import EmptyState


class AccountsPage(Page):
    """Accounts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Accounts")
        self.column.addWidget(EmptyState("link-2", "Accounts"), 1)
