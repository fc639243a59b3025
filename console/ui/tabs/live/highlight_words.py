"""A highlight in words: what grew or was done, by how much, and its sign."""

from PySide6.QtCore import QCoreApplication

from console.core.live import LiveEventType
from console.rules.live_highlights import Highlight
from console.ui import texts
from console.ui.tabs.live import words

translate = QCoreApplication.translate

ICONS = {"online": "users", "comments": "message-square", "orders": "shopping-bag", "mark": "flag"}
GIVEN = frozenset({LiveEventType.RED_PACKET, LiveEventType.BAG})
INKS = {"online": "s1", "comments": "s3", "orders": "s2", "mark": "s4"}


def icon(one: Highlight) -> str:
    """Its picture."""
    return "gift" if one.mark is not None and one.mark.type in GIVEN else ICONS[one.kind]


def ink(one: Highlight) -> str:
    """Its colour: that of its strip."""
    return INKS[one.kind]


def name(one: Highlight) -> str:
    """What grew, or what was done."""
    if one.mark is not None:
        return words.mark(one.mark)
    return {
        "online": translate("live", "Viewers up"),
        "comments": translate("live", "Comments up"),
        "orders": translate("live", "Orders up"),
    }[one.kind]


def moved(one: Highlight) -> str:
    """From where to where; of a mark those who watched, or why that says nothing."""
    if one.doubt:
        return words.doubt(one.doubt)
    if one.before is None or one.after is None:
        return ""
    said = translate("live", "{before} → {after} a minute")
    if one.kind in ("online", "mark"):
        said = translate("live", "{before} → {after} watching")
    return said.format(before=_round(one.before), after=_round(one.after))


def gain(one: Highlight) -> str:
    """By what share; of what there was none of before a word."""
    if one.doubt:
        return texts.NOTHING
    if one.gain is None:
        return translate("live", "from none")
    return f"{'▲' if one.gain >= 0 else '▼'}{abs(one.gain):.0%}"


def sentence(one: Highlight) -> str:
    """All of it in a line."""
    return " · ".join(
        part for part in (texts.full_moment(one.at)[11:], name(one), moved(one), "" if one.doubt else gain(one)) if part
    )


def _round(value: float) -> str:
    return f"{value:,.1f}" if value < 10 and value != round(value) else f"{value:,.0f}"
