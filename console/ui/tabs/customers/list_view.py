"""A room of the customers' tab, until it is filled."""

from console.ui.tabs.customers.waiting import WaitingView


class CustomerListView(WaitingView):
    """Says that it is being built."""
