"""How far the senders' clock is off, by when their rows arrive: marks are made by our clock, a feed's rows by theirs.

A row from the future proves a clock that goes before ours. One that is late may only have waited; a clock that goes
behind is told by rows that are all of them late, for a minute.
"""

from collections import deque
from collections.abc import Sequence
from typing import Final

from console.core.clock import MINUTE, SECOND
from console.core.live import LiveRow

LOOKED_BACK_MS: Final = 2 * MINUTE
LEAST_MS: Final = 10 * SECOND  # less does not matter: a sender gathers rows for some seconds
AT_LEAST, FOR_MS = 6, 50 * SECOND  # arrivals that are all late, and over how long
PAST_MS: Final = 15 * MINUTE  # rows so old are of a show that is over


class Arrivals:
    """Told of each batch, on the door's own thread; says what the last two minutes of them mean."""

    def __init__(self) -> None:
        self._told: deque[tuple[int, int]] = deque(maxlen=2_000)  # when, and how far before ours its newest row was

    def note(self, now: int, rows: Sequence[LiveRow]) -> None:
        """A batch has arrived."""
        newest = max((row.at for row in rows if row.at is not None), default=None)
        if newest is not None and newest > now - PAST_MS:
            self._told.append((now, newest - now))

    def ahead_ms(self, now: int) -> int:
        """By how much the clock goes before ours, below 0: behind; 0: as far as one can tell it is right."""
        lately = [one for one in list(self._told) if one[0] > now - LOOKED_BACK_MS]
        ahead = max((lead for _, lead in lately), default=0)
        if ahead > LEAST_MS:
            return ahead
        if ahead < -LEAST_MS and len(lately) >= AT_LEAST and lately[-1][0] - lately[0][0] >= FOR_MS:
            return ahead
        return 0
