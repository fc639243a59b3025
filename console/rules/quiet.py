"""Quiet hours: when only what is critical is shown, and nothing makes a sound."""

from typing import Literal, get_args

from console.core.clock import HOUR, day_start

Quiet = Literal["off", "21-8", "22-8", "23-7"]
"""From which hour of the shop's day to which."""

CHOICES: tuple[Quiet, ...] = get_args(Quiet)


def span(quiet: Quiet) -> tuple[int, int] | None:
    """The two hours, shop time; None: there are none."""
    if quiet == "off":
        return None
    first, last = quiet.split("-")
    return int(first), int(last)


def is_quiet(quiet: Quiet, at: int) -> bool:
    """Whether ``at`` (ms UTC) is in them; they may go over midnight, their last hour is not in them."""
    hours = span(quiet)
    if hours is None:
        return False
    hour = (at - day_start(at)) // HOUR
    first, last = hours
    return first <= hour < last if first <= last else hour >= first or hour < last
