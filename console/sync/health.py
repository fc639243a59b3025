"""How each stream is doing: kept in the file for the window, logged once when it fails and once when it recovers."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from console.core.changes import changed
from console.core.clock import Clock
from console.store.database import Database
from console.store.health import note_success, note_trouble
from console.store.holes import note_read
from console.store.views import Stream
from console.sync.hub import Hub
from console.sync.report import Failure

log = logging.getLogger(__name__)


class Health:
    """Takes note of every outcome; says something only when it differs from the last one."""

    def __init__(self, database: Database, clock: Clock, hub: Hub) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._failing: dict[tuple[str, Stream], str] = {}  # code of the present trouble
        self.next_try: dict[tuple[str, Stream], int] = {}  # ms UTC, for the window
        self.reading: set[tuple[str, Stream]] = set()  # what is being read at this moment

    @contextmanager
    def reading_now(self, shop_id: str, stream: Stream) -> Iterator[None]:
        """While a stream is being read."""
        self.reading.add((shop_id, stream))
        try:
            yield
        finally:
            self.reading.discard((shop_id, stream))

    async def well(self, shop_id: str, stream: Stream, written: int = 0) -> None:
        """A stream was read to its end; this many rows were written by the way."""
        await self._database.write(_note_well, shop_id, stream, written, self._clock.now_ms())
        code = self._failing.pop((shop_id, stream), None)
        if code is not None:
            log.info("%s of %s recovered from %s", stream, shop_id, code)
        self._hub.announce(changed("health", shop_id=shop_id))

    async def troubled(self, failure: Failure, written: int = 0) -> None:
        """A stream stopped before its end; what was written until then stays."""
        if failure.stream is None:
            return
        if written:
            now = self._clock.now_ms()
            await self._database.write(note_read, failure.shop_id, failure.stream, written, now, whole=False)
        await self._database.write(
            note_trouble,
            failure.shop_id,
            failure.stream,
            failure.kind,
            failure.code,
            failure.detail,
            self._clock.now_ms(),
        )
        key = (failure.shop_id, failure.stream)
        if self._failing.get(key) != failure.code:
            log.info("%s of %s: %s %s %s", failure.stream, failure.shop_id, failure.kind, failure.code, failure.detail)
        self._failing[key] = failure.code
        self._hub.announce(changed("health", shop_id=failure.shop_id))

    def forget(self, shop_id: str) -> None:
        """A shop was let go."""
        for book in (self._failing, self.next_try):
            for key in [key for key in book if key[0] == shop_id]:
                del book[key]


def _note_well(conn: Connection, shop_id: str, stream: Stream, written: int, now: int) -> None:
    note_success(conn, shop_id, stream, now)
    note_read(conn, shop_id, stream, written, now, whole=True)
