"""A room of the customers' tab, until it is filled."""

from console.ui.tabs.customers.waiting import WaitingView


class MatrixView(WaitingView):
    """Says that it is being built."""
