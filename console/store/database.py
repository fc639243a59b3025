"""The file: one writer thread, two reader threads, each question in a transaction of its own.

Importing this module is cheap; ``Database.open`` loads the SQL libraries. Call it in a thread after the first paint.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from console.core.clock import Clock
from console.core.errors import FileTrouble

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

P = ParamSpec("P")
T = TypeVar("T")

BUSY_MS = 5_000  # how long a statement waits for another program that holds the file


class Database:
    """An opened file. ``write`` and ``read`` may be awaited from any asyncio loop.

    A cancelled ``await`` leaves the threads well: work that had not begun is dropped, work that had begun is finished
    and committed. Nothing is ever half written.
    """

    def __init__(self, path: Path, schema_version: str, writer: "Engine", reader: "Engine") -> None:
        self.path = path
        self.schema_version = schema_version
        self._engines = (writer, reader)
        self._of_thread = threading.local()
        self._connections: list[Connection] = []
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="store-write")
        self._reading = ThreadPoolExecutor(2, thread_name_prefix="store-read")
        self._who: Callable[[], str] = str  # nobody: what the program does by itself
        self._troubles: dict[ThreadPoolExecutor, FileTrouble] = {}  # of the hands, too

    @property
    def trouble(self) -> FileTrouble | None:
        """Why the file cannot be used; None as soon as something was written again, or read where reading failed.

        Whoever asked was told, too: this is for the window, which says it for all of them.
        """
        return next(iter(list(self._troubles.values())), None)

    @classmethod
    def open(cls, path: Path, clock: Clock, *, busy_ms: int = BUSY_MS) -> Self:
        """Open the file, making or migrating it if need be. Blocks. Raises FileTrouble."""
        from console.store import engines, schema

        with engines.file_trouble(path):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            unclean = engines.was_left_open(path)
            writer = engines.writer(path, busy_ms)
            try:
                if unclean:
                    engines.quick_check(writer, path)
                version = schema.settle(writer, path, clock)
            except BaseException:
                writer.dispose()
                raise
        return cls(path, version, writer, engines.reader(path, busy_ms))

    def acting(self, who: Callable[[], str]) -> Self:
        """The same file for what a person asks: audit rows written through it name ``who()`` asked. Close either."""
        hand = copy(self)
        hand._who = who
        return hand

    def of_this_moment(self) -> Self:
        """The hand of whoever is there now, also for what is written once another one has come: answers take time."""
        who = self._who()
        return self.acting(lambda: who)

    async def write(self, fn: "Callable[Concatenate[Connection, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``fn(conn, …)`` on the writer thread in one transaction: committed if it returns, undone if it raises."""
        return await self._run(self._writing, self._engines[0], fn, *args, **kwargs)

    async def read(self, fn: "Callable[Concatenate[Connection, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``fn(conn, …)`` on a reader thread: it sees one state of the file from its first question to its last."""
        return await self._run(self._reading, self._engines[1], fn, *args, **kwargs)

    async def rewrite(self) -> bool:
        """Write the file anew, without what was deleted, and empty the log; takes seconds, and room for two of it.

        What is deleted is overwritten where it stood, but where rows moved from page to page copies of it remain, and
        the log has it all. False: somebody reads the log now; whoever leaves the file last empties it.
        """
        return await asyncio.wrap_future(self._writing.submit(self._rewrite))

    def _rewrite(self) -> bool:
        from console.store.engines import file_trouble
        from console.store.pages import driver

        with file_trouble(self.path):
            sql = driver(self._connection(self._engines[0]))
            sql.execute("VACUUM")
            busy, *_ = sql.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    async def _run(
        self,
        pool: ThreadPoolExecutor,
        engine: "Engine",
        fn: "Callable[Concatenate[Connection, P], T]",
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        from console.store.audit import ACTOR
        from console.store.engines import file_trouble, total_changes

        who = self._who()

        def work() -> T:
            try:
                with file_trouble(self.path):
                    conn = self._connection(engine)
                    conn.info[ACTOR] = who
                    before = total_changes(conn)
                    with conn.begin():
                        answer = fn(conn, *args, **kwargs)
                    wrote = total_changes(conn) > before
            except FileTrouble as trouble:
                self._troubles[pool] = FileTrouble(trouble.code, trouble.path, trouble.detail)
                raise
            if wrote or pool is self._reading:  # on a full disk, too, writing nothing succeeds
                self._troubles.pop(pool, None)
            return answer

        return await asyncio.wrap_future(pool.submit(work))

    def _connection(self, engine: "Engine") -> "Connection":
        """This thread's connection: kept, because fetching one for each page costs a tenth of the page."""
        conn: Connection | None = getattr(self._of_thread, "conn", None)
        if conn is None:
            conn = self._of_thread.conn = engine.connect()
            self._connections.append(conn)
        return conn

    def close(self) -> None:
        """Wait for what has begun, drop what has not, and let go of the file. May be called twice."""
        for pool in (self._reading, self._writing):
            pool.shutdown(wait=True, cancel_futures=True)
        while self._connections:
            self._connections.pop().close()
        for engine in reversed(self._engines):  # the writer last: the last one out folds the log into the file
            engine.dispose()
