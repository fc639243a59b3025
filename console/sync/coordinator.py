"""One stream of one shop, read from where it stood to now: windows of update time, page by page.

A page's rows, its bad rows and, on the page that completes a window, the watermark are kept in one transaction. So a
program that is killed anywhere reads its open window again and nothing else.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec
from sqlalchemy import Connection

from console.core.changes import Changes, Kind
from console.core.clock import Clock
from console.core.errors import Refused, Unreadable
from console.core.gateway import BadRow, Page, Window, WindowRule
from console.core.model import Platform
from console.store.cursors import move_watermark, note_since, watermark
from console.store.database import Database
from console.store.quarantine import quarantine, release
from console.store.views import Saved, Stream
from console.sync.hub import Hub
from console.sync.reading import PASSES, Listing
from console.sync.windows import halves, plan, settled

Row = TypeVar("Row")

TOO_LONG = ("kuaishou.300004", "kuaishou.300019")  # in campaigns a platform shortens the span it allows
SPLITS = 5  # a window that keeps moving is cut in two this often before it is given up for now

Save = Callable[[Connection, str, Sequence[Row], int], Saved]
Also = Callable[[Connection, int], None]  # what is kept with a page that brought news; the instant it was kept at


class SupportsRun(Protocol):
    """What the engine drives: one stream of one shop."""

    @property
    def shop_id(self) -> str: ...

    @property
    def stream(self) -> Stream: ...

    @property
    def tally(self) -> "Tally":
        """What the latest run did, also one that was cut short."""
        ...

    async def run(self) -> None:
        """Read what is new. Raises Trouble; what was read until then is kept."""
        ...


class Tally(msgspec.Struct):
    """What a run did so far: rows written, and rows that did not fit."""

    written: int = 0
    bad: int = 0


class Shelf(Generic[Row]):
    """Where one stream's rows are kept, and who is told."""

    def __init__(
        self,
        shop_id: str,
        stream: Stream,
        save: Save[Row],
        *,
        key: Callable[[Row], str],
        database: Database,
        clock: Clock,
        hub: Hub,
    ) -> None:
        self.shop_id = shop_id
        self.stream = stream
        self.key = key
        self.database = database
        self.clock = clock
        self.tally = Tally()
        self.since: int | None = None
        """Where this run begins, if what lies before it will not be read any more: noted with the first mark."""
        self._save = save
        self._hub = hub

    async def keep(
        self, rows: Sequence[Row], bad: Sequence[BadRow] = (), mark: int | None = None, also: Also | None = None
    ) -> Saved:
        """A page into the file, in one transaction."""
        saved, strays = await self.database.write(self._keep, rows, bad, mark, also)
        self.tally.bad += len(bad)
        self.note(saved, strays=strays)
        return saved

    def note(self, saved: Saved, *, strays: bool = False) -> None:
        """Count what was written and announce it."""
        self.tally.written += saved.written
        kinds: set[Kind] = {self.stream} if saved.written else set()
        if strays:
            kinds.add("quarantine")
        if kinds:
            self._hub.announce(Changes(frozenset(kinds), self.shop_id))

    def _keep(
        self, conn: Connection, rows: Sequence[Row], bad: Sequence[BadRow], mark: int | None, also: Also | None
    ) -> tuple[Saved, bool]:
        now = self.clock.now_ms()
        saved = self._save(conn, self.shop_id, rows, now) if rows else Saved()
        if also is not None and saved.written:
            also(conn, now)
        fresh = quarantine(conn, self.shop_id, self.stream, bad, now) if bad else 0
        released = release(conn, self.shop_id, self.stream, map(self.key, rows)) if rows else 0
        if mark is not None:
            move_watermark(conn, self.shop_id, self.stream, mark)
            if self.since is not None:
                note_since(conn, self.shop_id, self.stream, self.since)
        return saved, bool(fresh or released)


class WindowCoordinator(Generic[Row]):
    """Orders or after-sales of one shop."""

    def __init__(
        self,
        shelf: Shelf[Row],
        ask: Callable[[Window, str | None], Awaitable[Page[Row]]],
        rule: WindowRule,
        platform: Platform,
    ) -> None:
        self._shelf = shelf
        self._ask = ask
        self._rule = rule
        self._platform = platform

    @property
    def shop_id(self) -> str:
        return self._shelf.shop_id

    @property
    def stream(self) -> Stream:
        return self._shelf.stream

    @property
    def tally(self) -> Tally:
        return self._shelf.tally

    async def run(self) -> None:
        """All windows from the watermark to now, oldest first."""
        shelf = self._shelf
        shelf.tally = Tally()
        mark = await shelf.database.read(watermark, shelf.shop_id, shelf.stream)
        windows = plan(mark, shelf.clock.now_ms(), self._rule)
        begins = bool(windows) and (mark is None or windows[0].begin_at > mark)
        shelf.since = windows[0].begin_at if begins else None
        for window in windows:
            await self._read(window, SPLITS)

    async def _read(self, window: Window, splits: int) -> None:
        """Read a window until it is complete; one that will not hold still, or is too long, is read in halves."""
        missing = 0
        for _ in range(PASSES):
            try:
                reading = await self._listing(window).read()
            except Refused as refused:
                if refused.code not in TOO_LONG or not splits:
                    raise
                break
            if reading.complete:
                return
            missing = reading.missing
        parts = halves(window) if splits else None
        if parts is None:
            raise Unreadable("sync.drift", platform=self._platform, detail=f"{self.stream}: {missing}")
        for part in parts:
            await self._read(part, splits - 1)

    def _listing(self, window: Window) -> Listing[Row]:
        async def ask(cursor: str | None) -> Page[Row]:
            return await self._ask(window, cursor)

        async def keep(rows: Sequence[Row], bad: Sequence[BadRow], completes: bool) -> None:
            mark = settled(window, self._shelf.clock.now_ms(), self._rule) if completes else None
            await self._shelf.keep(rows, bad, mark)

        return Listing(ask, self._shelf.key, keep)
