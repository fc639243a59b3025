"""The sources of the traffic tab."""

from console.ui.context import Desk
from console.ui.tabs.traffic.waiting import WaitingView


class SourcesView(WaitingView):
    """Being built."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "chart-line")
