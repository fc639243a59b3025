"""Axes: round ends, and how a value is written where there is little room. Nothing here draws or loads a library."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
GRID_LINES = 4
TEN_THOUSAND = 10_000
_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


def round_top(highest: float) -> float:
    """The end of the upward axis: divides into even, round steps."""
    if highest <= 0:
        return 100.0 * GRID_LINES
    size = 1.0
    while size * 10 * GRID_LINES <= highest:
        size *= 10
    while True:
        for step in _STEPS:
            if step * size * GRID_LINES >= highest:
                return step * size * GRID_LINES
        size *= 10


def axis_money(fen: float) -> str:
    """``¥6 万``, ``¥800``: short, for an axis."""
    yuan = fen / 100
    if yuan >= TEN_THOUSAND:
        short = translate("home", "¥{thousands}k")  # Chinese counts by {wan}, ten thousands
        return short.format(thousands=_plain(yuan / 1_000, 6), wan=_plain(yuan / TEN_THOUSAND, 6))
    return f"¥{yuan:,.0f}" if yuan == round(yuan) else f"¥{yuan:,.1f}"


def short_count(number: float) -> str:
    """``4.1 万``, ``860``: short, for an axis."""
    if number >= TEN_THOUSAND:
        short = translate("scales", "{thousands}k")  # Chinese counts by {wan}, ten thousands
        return short.format(thousands=_plain(number / 1_000, 4), wan=_plain(number / TEN_THOUSAND, 4))
    return f"{number:,.0f}" if number == round(number) else f"{number:,.1f}"


def _plain(value: float, digits: int) -> str:
    """To so many digits, never as a power of ten."""
    return f"{float(f'{value:.{digits}g}'):,.15g}"
