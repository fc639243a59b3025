"""The window's small parts: buttons, chips, cards, fields, strips, drawer, toast. Import them from here,
but for drawer and tabs, which no window needs before its first paint: those have their own modules.
"""

from console.ui.widgets.buttons import button, icon_button, link
from console.ui.widgets.cards import Card, EmptyState, Tile, line, stack
from console.ui.widgets.chips import Badge, Chip, Dot, IconLabel, Mark, Thumb
from console.ui.widgets.fields import Picker, SearchBox, Segmented, Switch
from console.ui.widgets.labels import label
from console.ui.widgets.strips import Strip, StripLook
from console.ui.widgets.toast import Toast

__all__ = [
    "Badge",
    "Card",
    "Chip",
    "Dot",
    "EmptyState",
    "IconLabel",
    "Mark",
    "Picker",
    "SearchBox",
    "Segmented",
    "Strip",
    "StripLook",
    "Switch",
    "Thumb",
    "Tile",
    "Toast",
    "button",
    "icon_button",
    "label",
    "line",
    "link",
    "stack",
]
