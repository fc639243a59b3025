"""How fresh a figure is, as a chip: an icon and a word."""

from PySide6.QtCore import QCoreApplication

from console.rules.insights import Fresh
from console.ui.paint import ChipLook
from console.ui.sources import Sources

translate = QCoreApplication.translate


def fresh_chip(fresh: Fresh) -> ChipLook:
    """``实时``, ``T+1``, ``待出数`` …"""
    return {
        "live": ChipLook("green", "zap", translate("insights", "Live")),
        "partial": ChipLook("amber", "triangle-alert", translate("insights", "Partial")),
        "next_day": ChipLook("purple", "calendar-days", translate("insights", "Next day")),
        "pending": ChipLook("grey", "clock", translate("insights", "Pending")),
        "by_hand": ChipLook("grey", "file-spreadsheet", translate("insights", "Imported")),
        "too_few": ChipLook("grey", "circle-dashed", translate("insights", "Not enough data")),
        "none": ChipLook("grey", "circle-dashed", translate("insights", "No source")),
    }[fresh]


def of_orders(sources: Sources) -> Fresh:
    """How fresh what the shops' interfaces told is."""
    if not sources.is_known:
        return "none"
    return "partial" if sources.late else "live"
