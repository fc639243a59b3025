"""Stand-ins for what the window talks to."""

import asyncio
from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path

from console.core.changes import Changes
from console.ui.paging import Sort


class FakeChanges:
    """A hub that says what the test says."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[Changes], None]] = []

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def announce(self, changes: Changes) -> None:
        for listener in list(self.listeners):
            listener(changes)


class FakeActions:
    """Remembers what was asked."""

    def __init__(self) -> None:
        self.synced = 0
        self.bound: list[Path] = []

    async def sync_now(self) -> None:
        self.synced += 1

    async def bind_from_file(self, path: Path) -> None:
        self.bound.append(path)

    def syncing(self) -> Set[str]:
        return frozenset()

    def next_try_at(self, shop_id: str) -> int | None:
        return None


class FakeSource:
    """Rows that are their own ids as text. Answers wait at ``gate`` while it is closed."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.asked: list[Sequence[int]] = []
        self.sorts: list[Sort | None] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.word = "row"

    async def ids(self, sort: Sort | None) -> Sequence[int]:
        self.sorts.append(sort)
        total = self.total
        await self.gate.wait()
        return range(total - 1, -1, -1) if sort is not None and sort.descending else range(total)

    async def rows(self, ids: Sequence[int]) -> Mapping[int, str]:
        self.asked.append(ids)
        word = self.word
        await self.gate.wait()
        return {one: f"{word} {one}" for one in ids}
