"""What a live tile says in words: its lines, where they come from, and what other sources say."""

from console.rules.live import Rate
from console.rules.live_bands import Lines
from console.rules.live_tiles import Tile, TileKey
from console.ui.tabs.live import words


def short(key: TileKey, value: float) -> str:
    """A line of the meter, or the median: as few digits as tell it."""
    digits, unit = words.figure(key, value)
    apart = " " if len(unit) > 1 and unit.isascii() else ""  # a word of Latin letters stands apart from its number
    return f"{digits.removesuffix('.0') if key in words.SHARES else digits}{apart}{unit}"


def said_by(key: TileKey, rate: Rate) -> str:
    """What another source says; empty where it is none."""
    return "" if rate.source is None else f"{words.source(rate.source, rate.shops)} {words.exact(key, rate.value)}"


def origin(lines: Lines) -> str:
    """Who drew the lines."""
    translate = words.translate
    return {
        "default": translate("live", "the trade's yardstick, 2026-11-22"),
        "own": translate("live", "own past shows"),
        "edited": translate("live", "set by you"),
        "category": translate("live", "set by you for this category"),
    }.get(lines.origin, lines.origin)


def explained(tile: Tile, stamp: str, now: int) -> str:
    """The formula, the lines with their origin, and what other sources say."""
    translate = words.translate
    told = [words.formula(tile.key), stamp]
    if tile.lines is not None:
        told.append(translate("live", "Lines: {origin}").format(origin=origin(tile.lines)))
    for other in tile.others:
        figure = f"{words.exact(tile.key, other.value)} · {words.stamp(tile.key, other, now)}"
        told.append(translate("live", "Not used: {figure}").format(figure=figure))
    if tile.disagrees:
        told.append(translate("live", "Sources differ by {share}").format(share=f"{tile.apart:.0%}"))
    return "\n".join(told)
