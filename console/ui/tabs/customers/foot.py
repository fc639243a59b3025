"""What stands at the foot of the value matrix: channels compared, coupons and stored value, task lists."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from console.ui.rooms import View
from console.ui.tabs.customers.touch_foot import Foot


def cards(view: View) -> Sequence[QWidget]:
    """From left to right; ``view`` is the room that they stand in, whose ``go``, ``said`` and ``tasks`` they use."""
    return Foot(view).cards
