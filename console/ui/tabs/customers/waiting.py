"""A room that is being built: says so, and makes nothing up."""

from console.ui.context import Desk
from console.ui.rooms import View
from console.ui.widgets import EmptyState
from console.ui.widgets.cards import stack


class WaitingView(View):
    """Nothing here yet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = self.tr("This room is not built yet")
        self.setLayout(stack(EmptyState("users", words, self.tr("No number is shown before it comes from your shops"))))
