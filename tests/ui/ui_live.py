"""A stand-in for what the window asks about shows: it remembers, and writes where a test says how."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from ui_stream import FakeStream

from console.core.errors import Refused, Trouble
from console.core.live import DoorState
from console.store import live_hand


class FakeLive:
    """A door that opens at once. ``trouble`` is raised by all that is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.door = DoorState(is_open=False)
        self.secret = "secret-token-of-the-door"
        self.trouble: Trouble | None = None
        self.taken = 0  # the usual port, where another program holds it
        self.stream = FakeStream()
        self.write: Callable[..., Awaitable[object]] | None = None  # a database's, with its clock

    async def _put(self, fn: Callable[..., object], *values: object) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.asked.append((fn.__name__, *values))
        if self.write is not None:
            await self.write(fn, *values)

    def state(self) -> DoorState:
        return self.door

    async def token(self) -> str:
        self.asked.append(("token",))
        return self.secret

    async def new_token(self) -> str:
        self.asked.append(("new_token",))
        self.secret = "another-token-of-the-door"
        return self.secret

    async def open(self, port: int | None = None) -> DoorState:
        if self.trouble is not None:
            raise self.trouble
        self.asked.append(("open", port))
        if self.taken and port is None:
            raise Refused("live.port", detail=str(self.taken))
        self.door = DoorState(is_open=True, address="http://127.0.0.1:17817/ingest/v1")
        return self.door

    async def shut(self) -> None:
        self.asked.append(("shut",))
        self.door = DoorState(is_open=False)

    async def watch(self, folder: Path | None) -> None:
        self.asked.append(("watch", folder))
        self.door = DoorState(is_open=self.door.is_open, address=self.door.address, folder=str(folder or ""))

    async def mark(self, session_id: str, words: str) -> None:
        await self._put(live_hand.mark, session_id, words)

    async def finish(self, session_id: str) -> None:
        await self._put(live_hand.finish, session_id)

    async def reopen(self, session_id: str) -> None:
        await self._put(live_hand.reopen, session_id)
