"""Shares, amounts and dates of the forecast in words."""

from PySide6.QtCore import QCoreApplication

from console.ui import texts
from console.ui.scales import axis_money

translate = QCoreApplication.translate
LEAST_SAID, MOST_SAID = 0.01, 0.99


def percent(share: float | None, digits: int = 0) -> str:
    """``79%``; nothing where it is not known."""
    return texts.NOTHING if share is None else f"{share:.{digits}%}"


def chance(share: float | None) -> str:
    """``6%``; never surely nothing nor surely all, for no past says that."""
    if share is None:
        return texts.NOTHING
    if share < LEAST_SAID:
        return "< 1%"
    return "> 99%" if share > MOST_SAID else f"{share:.0%}"


def rough(fen: float | None) -> str:
    """An amount to three digits: a forecast to the fen would pretend. ``¥14.4 万``."""
    return texts.NOTHING if fen is None else axis_money(float(f"{fen:.3g}"))


def stretch(low: float, high: float) -> str:
    """``¥11.8 万 – ¥17.3 万``."""
    return f"{rough(low)} – {rough(high)}"


def ratio(value: float | None) -> str:
    """An ROI: ``3.2``."""
    return texts.NOTHING if value is None else f"{value:.2f}"


def signed_money(fen: float) -> str:
    """``▲ ¥42``, ``▼ ¥130``; nothing moved: ``¥0``."""
    arrow = "▲ " if fen > 0 else "▼ " if fen < 0 else ""
    return f"{arrow}{rough(abs(fen))}"


def date(at: int) -> str:
    """``10-26``."""
    return texts.moment(at)[:5]
