"""A room of the customers' tab, until it is filled."""

from console.ui.tabs.customers.waiting import WaitingView


class SegmentsView(WaitingView):
    """Says that it is being built."""
