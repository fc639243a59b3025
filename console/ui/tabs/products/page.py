"""The page of its tab; its contents are still being laid out."""

from console.ui.context import Desk
from console.ui.page import Page
from console.ui.widgets import EmptyState


class ProductsPage(Page):
    """Products."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Products")
        self.column.addWidget(EmptyState("package", "Products"), 1)
