"""Troubles that can be switched on: when each of them strikes, and what it does to a page of rows.

The transport layer and the two gateways ask ``Faults.next`` at the moment a trouble could strike; everything is
counted, nothing is drawn by lot, so that a run with a fault can be repeated.
"""

from collections.abc import Callable, Collection
from typing import Any

FAULTS = (
    "throttle",  # refused with the platform's throttle code and a hint how long to wait
    "throttle_no_wait",  # the same without the hint
    "server_error",  # HTTP 502 from something in front of the platform
    "cut_before",  # the connection breaks before the call is carried out
    "cut_after",  # the connection breaks after the call was carried out
    "slow",  # the answer takes two seconds more
    "token_expired",  # this call's token is said to be expired
    "token_revoked",  # this call's token is said to be withdrawn
    "wrong_envelope",  # well-formed JSON in no documented envelope
    "torn_json",  # the body ends in the middle
    "bad_row",  # one row of a page has a field of the wrong kind
    "duplicate_rows",  # one row of a page comes twice
    "reordered_rows",  # the page is not in its order
    "clock_skew",  # the server's clock is 15 minutes ahead for this call
    "ip_not_listed",  # Youzan alone: the caller's address is not on the app's list
    "page_drift",  # a page after the first starts one row late
)

EVERY = 7  # a fault strikes one call in seven …
FIRST = 3  # … the third call first


class UnknownFault(ValueError):
    """A name that is not in ``FAULTS``."""


class Faults:
    """The faults switched on, and when each strikes next."""

    def __init__(self, on: Collection[str] = ()) -> None:
        self._left: dict[str, int | None] = {}  # by name: strikes left, None = without end
        self._calls: dict[tuple[str, str], int] = {}
        self.turn(on)

    @property
    def on(self) -> list[str]:
        """The names switched on now, in the order of ``FAULTS``."""
        return [name for name in FAULTS if name in self._left]

    def turn(self, on: Collection[str], off: Collection[str] = (), times: int | None = None) -> None:
        """Switch faults off and on; with ``times`` those switched on strike the next ``times`` calls, then stop.

        Raises UnknownFault, and then nothing is switched.
        """
        for name in (*on, *off):
            if name not in FAULTS:
                raise UnknownFault(f"unknown fault {name!r}; there are: {' '.join(FAULTS)}")
        for name in off:
            self._left.pop(name, None)
        for name in on:
            if times is None or times > 0:
                self._left[name] = times
            else:
                self._left.pop(name, None)
            for key in [key for key in self._calls if key[1] == name]:
                del self._calls[key]

    def next(self, platform: str, name: str) -> bool:
        """Whether fault ``name`` strikes this call of ``platform``; asking counts as a call, so ask once a call."""
        if name not in self._left:
            return False
        left = self._left[name]
        if left is None:
            count = self._calls[platform, name] = self._calls.get((platform, name), 0) + 1
            return count % EVERY == FIRST
        if left == 1:
            del self._left[name]
        else:
            self._left[name] = left - 1
        return True

    def shift(self, platform: str) -> int:
        """Rows (0 or 1) to add to the offset of a number-paged list's page after the first: one row is never shown.

        That is what a page-numbered reader meets when a row of an earlier page leaves the list between two calls.
        """
        return int(self.next(platform, "page_drift"))


Row = dict[str, Any]


def disturb(rows: list[Row], faults: Faults, platform: str, *, spoil: Callable[[Row], Row]) -> list[Row]:
    """One page of rows as the row faults leave it; ``spoil`` returns a copy with a field of the wrong kind, id kept.

    Pages without rows are not counted, so that a fault is never spent on nothing.
    """
    if not rows:
        return rows
    if faults.next(platform, "bad_row"):
        middle = len(rows) // 2
        rows = [*rows[:middle], spoil(rows[middle]), *rows[middle + 1 :]]
    if faults.next(platform, "duplicate_rows"):
        rows = [*rows, rows[0]]
    if faults.next(platform, "reordered_rows"):
        rows = [*rows[1::2], *reversed(rows[::2])]
    return rows
