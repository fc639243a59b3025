"""Reading a listing to its end, and knowing whether it was all of it.

While pages are turned the listing moves: a row slips to a page that was read already and is never shown. Where the
platform says how many rows there are, a reading is complete only when so many different ones were seen.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

import msgspec

from console.core.gateway import BadRow, Page

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)

PASSES = 3  # how often a listing is read before it is cut in two or given up for now

Ask = Callable[[str | None], Awaitable[Page[Row]]]
Keep = Callable[[Sequence[Row], Sequence[BadRow], bool], Awaitable[None]]  # rows, bad rows, "this completes it"


class Reading(msgspec.Struct):
    """What one pass over a listing saw."""

    seen: set[str]
    total: int | None = None
    ended: bool = False

    @property
    def complete(self) -> bool:
        """It was read to its end, and as many rows were seen as there are."""
        return self.ended and (self.total is None or len(self.seen) >= self.total)

    @property
    def missing(self) -> int:
        return max(0, (self.total or 0) - len(self.seen))


def _is_older(row: object, known: object) -> bool:
    """Whether a row is the state before the known one, as far as both say when they changed."""
    at, since = getattr(row, "updated_at", None), getattr(known, "updated_at", None)
    return at is not None and since is not None and at < since


class Listing(Generic[Row]):
    """A listing that can be read page by page; ``key`` gives a row's id, ``keep`` stores a page."""

    def __init__(self, ask: Ask[Row], key: Callable[[Row], str], keep: Keep[Row]) -> None:
        self._ask = ask
        self._key = key
        self._keep = keep

    async def read(self, seen: set[str] | None = None) -> Reading:
        """One pass. ``seen`` carries over what earlier passes saw, where that counts."""
        reading = Reading(set() if seen is None else seen)
        asked: set[str] = set()
        cursor: str | None = None
        while not reading.ended:
            page = await self._ask(cursor)
            rows: dict[str, Row] = {}
            for row in page.rows:  # one that is told twice is kept as it is by now, whatever comes last
                known = rows.get(self._key(row))
                if known is None or not _is_older(row, known):
                    rows[self._key(row)] = row
            reading.seen.update(rows, (row.key for row in page.bad))
            if page.total is not None:
                reading.total = max(page.total, reading.total or 0)
            cursor = page.cursor
            reading.ended = cursor is None or cursor in asked  # a cursor that comes again would go round for ever
            if cursor is not None:
                asked.add(cursor)
            await self._keep(list(rows.values()), page.bad, cursor is None and reading.complete)
        if cursor is not None:
            reading.ended = False
        return reading
