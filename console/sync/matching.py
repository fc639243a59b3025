"""The step after reading: which trade belongs to which order, for every pair of shops."""

import asyncio

import msgspec
from sqlalchemy import Connection

from console.core.changes import changed
from console.core.clock import HOUR, MINUTE, Clock
from console.core.model import Link
from console.core.turns import let_go
from console.rules.matching import MatchingSettings, match
from console.store import match_scope
from console.store.cursors import both_read_until
from console.store.database import Database
from console.store.link_rows import Books, linked_by_hand
from console.store.links import Stamp, save_links, stamp, unsettled
from console.store.shops import pairs
from console.store.views import Matchable, Pair, Saved
from console.sync.hub import Hub

NOTHING_IS_DUE = 0  # an instant before every order
LATE_MS = MINUTE  # a page may be written this long after the time it is kept under
ALL_AGAIN_MS = HOUR  # all is compared this often at least: a number that became another is found no later


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """How matters stood when a pair was matched last. ``due``: orders paid a lag before then were missed."""

    begun_at: int
    all_at: int
    due: int
    settings: MatchingSettings
    stamp: Stamp


class MatchStep:
    """Reads both books, compares them off the loop, and keeps the links where they changed.

    What is missed is judged as of when both sides were read, not by the clock: during a first reading, or while one
    platform cannot be reached, what the other side has not told yet is waited for.
    """

    def __init__(self, database: Database, clock: Clock, hub: Hub, settings: MatchingSettings) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._past: dict[Pair, Past] = {}
        self.settings = settings

    async def run(self) -> int:
        """All pairs, each what may have changed since; returns how many links were written."""
        written = 0
        for pair in await self._database.read(pairs):
            written += await self.of_pair(pair, anew=False)
        return written

    async def of_pair(self, pair: Pair, *, anew: bool = True) -> int:
        """One pair, all of it (``anew``) or what may have changed since; returns how many links were written."""
        now = self._clock.now_ms()
        until = await self._database.read(both_read_until, pair)  # before the books: these may only know more
        due = NOTHING_IS_DUE if until is None else min(until, now)
        past = None if anew else self._usable(pair, now, due)
        ids, books, seen = await self._database.read(self._read, pair, past, due)
        of = None if ids is None else _numbers(books)
        links = await asyncio.to_thread(
            match, books.orders, books.trades, now=due, settings=self.settings, apart=books.apart
        )
        saved, left = await self._database.write(_save, pair, links, now, of, seen)
        await asyncio.to_thread(let_go, books.orders, books.trades, links)
        self._past.pop(pair, None)
        if left is not None:
            all_at = now if past is None or ids is None else past.all_at
            self._past[pair] = Past(begun_at=now, all_at=all_at, due=due, settings=self.settings, stamp=left)
        if saved.written:
            self._hub.announce(changed("links"))
        return saved.written

    def _usable(self, pair: Pair, now: int, due: int) -> Past | None:
        """What is known from last time, unless a clock went back, the rules were turned or it was long ago."""
        past = self._past.get(pair)
        if past is None or past.settings != self.settings or due < past.due:
            return None
        return past if past.begun_at <= now < past.all_at + ALL_AGAIN_MS else None

    def _read(
        self, conn: Connection, pair: Pair, past: Past | None, due: int
    ) -> tuple[frozenset[int] | None, Matchable, Stamp]:
        """The rows to compare; their ids where these are not all there are."""
        seen = stamp(conn, pair)
        ids = None
        if past is not None and past.stamp == seen:
            since = match_scope.Since(
                kept_at=past.begun_at - LATE_MS,
                due_from=past.due - self.settings.lag_ms,
                due_to=due - self.settings.lag_ms,
            )
            apart = [one.trade_no for one in seen.decided if not one.together]
            ids = match_scope.rows_in_reach(conn, pair, since, apart, self.settings.pay_tolerance_ms)
        return ids, unsettled(conn, pair, ids), seen


def _numbers(books: Matchable) -> Books:
    return [one.no for one in books.orders], [one.no for one in books.trades]


def _save(
    conn: Connection, pair: Pair, links: list[Link], now: int, of: Books | None, seen: Stamp
) -> tuple[Saved, Stamp | None]:
    """Keep them; the stamp is None where they were compared without what people decided, or somebody else wrote."""
    untouched, by_hand = stamp(conn, pair) == seen, linked_by_hand(conn, pair)
    saved = save_links(conn, pair, links, now, of)
    untouched = untouched and linked_by_hand(conn, pair) == by_hand
    return saved, stamp(conn, pair) if untouched else None
