"""The rows of the data tab."""

from console.ui.tabs.insights.waiting import WaitingView


class RowsView(WaitingView):
    """Being built."""
