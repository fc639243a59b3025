"""The overview of the data tab."""

from console.ui.tabs.insights.waiting import WaitingView


class OverviewView(WaitingView):
    """Being built."""
