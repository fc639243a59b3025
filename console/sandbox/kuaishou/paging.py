"""Keyset paging over a window of time: cursors are ``ms_id``, the place of the last row shown."""

import time
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Hashable

from console.sandbox.kuaishou.refusals import Refused

NO_MORE = "nomore"
STALE_S = 1.0  # a list answers from a copy that is at most this old; a first page always looks anew
HELD = 8  # windows remembered at a time

Place = tuple[int, int]  # (stamp in ms, id)


class Windows:
    """Sorted places of the windows being paged through, so that a page costs its rows and not the whole shop."""

    def __init__(self) -> None:
        self._held: OrderedDict[Hashable, tuple[float, list[Place]]] = OrderedDict()

    def places(self, key: Hashable, cursor: str, build: Callable[[], list[Place]]) -> list[Place]:
        """The places of window ``key`` in ascending order; ``build`` finds them in any order."""
        held = self._held.get(key)
        if held is not None and cursor and time.monotonic() - held[0] < STALE_S:
            return held[1]
        places = sorted(build())
        self._held[key] = (time.monotonic(), places)
        self._held.move_to_end(key)
        if len(self._held) > HELD:
            self._held.popitem(last=False)
        return places


def cut(places: list[Place], after: Place | None, size: int, *, descending: bool) -> tuple[list[Place], str]:
    """Up to ``size`` places after ``after`` in the asked direction, and the cursor behind them."""
    if descending:
        end = len(places) if after is None else bisect_left(places, after)
        page = places[max(end - size, 0) : end][::-1]
        more = end > size
    else:
        start = 0 if after is None else bisect_right(places, after)
        page = places[start : start + size]
        more = len(places) > start + size
    return page, write_cursor(page[-1]) if more else NO_MORE


def write_cursor(place: Place) -> str:
    """The documented samples' form."""
    return f"{place[0]}_{place[1]}"


def read_cursor(
    text: str, begin: int, end: int, known: Callable[[int], bool], refusal: Callable[[], Refused]
) -> Place | None:
    """The place a cursor stands for, None for the start; a cursor that cannot come from this window is refused."""
    if not text:
        return None
    stamp, _, ident = text.partition("_")
    if not (stamp.isdecimal() and ident.isdecimal()):
        raise refusal()
    place = int(stamp), int(ident)
    if not begin <= place[0] <= end or not known(place[1]):
        raise refusal()
    return place
