"""What stands behind the door: checked rows are kept, each is answered by its place, refusals are counted."""

import contextlib
from collections.abc import Sequence
from typing import Any, Protocol

import msgspec

from console.core.clock import Clock
from console.core.errors import FileTrouble
from console.core.live import LiveAction, LiveRow, LiveSignal, Taken
from console.ingest.checking import check_time
from console.ingest.wire import Refusal, read_object


class Rejection(msgspec.Struct, frozen=True):
    """A row that was not taken: its place in the batch, and why."""

    index: int
    reason: str


class Answer(msgspec.Struct, kw_only=True):
    """What the sender is told. ``kept_apart``: how many of the accepted were told after the show's end."""

    ok: bool = True
    accepted: int = 0
    duplicate: int = 0
    kept_apart: int = 0
    rejected: list[Rejection] = msgspec.field(default_factory=list)
    session_id: str | None = None


class SupportsKeeping(Protocol):
    """Where rows go. Called on the door's own loop; may be slow, never loses a row it returned for."""

    async def keep(self, rows: Sequence[LiveRow]) -> Sequence[Taken]: ...

    async def refused(self, reasons: Sequence[str]) -> None: ...


class Intake:
    """Reads objects, keeps what is sound in one go, answers for the rest. Remembers when something last came."""

    def __init__(self, keeping: SupportsKeeping, clock: Clock, back_ms: int | None) -> None:
        self._keeping = keeping
        self._clock = clock
        self._back_ms = back_ms
        self.last_at: int | None = None
        self.session_id = ""
        self.rejected = 0

    async def take(self, given: Sequence[Any], kind: str = "", session_id: str = "") -> Answer:
        """``given`` as decoded from JSON; ``kind`` and ``session_id`` where the route or the batch says them."""
        now, answer, rows = self._clock.now_ms(), Answer(), []
        places: list[int] = []
        for index, one in enumerate(given):
            try:
                row = read_object(one, kind, session_id)
                check_time(row, now, back_ms=self._back_ms)
            except Refusal as refusal:
                answer.rejected.append(Rejection(index, refusal.reason))
            else:
                rows.append(self._named(row, now))
                places.append(index)
        if rows:
            for index, taken in zip(places, await self._keeping.keep(rows), strict=True):
                self._count(answer, index, taken)
            answer.session_id = rows[-1].session_id
        if answer.accepted > answer.kept_apart or answer.duplicate:
            self.last_at, self.session_id = now, answer.session_id or ""
        if answer.rejected:
            await self.refuse([one.reason for one in answer.rejected])
        answer.ok = bool(answer.accepted or answer.duplicate) or not answer.rejected
        return answer

    def _count(self, answer: Answer, index: int, taken: Taken) -> None:
        if taken.reason:
            answer.rejected.append(Rejection(index, taken.reason))
            return
        answer.accepted += not taken.is_duplicate
        answer.duplicate += taken.is_duplicate
        answer.kept_apart += taken.is_over and not taken.is_duplicate

    async def refuse(self, reasons: Sequence[str]) -> None:
        """Count what never became a row, too; where the file cannot be written, only here."""
        self.rejected += len(reasons)
        with contextlib.suppress(FileTrouble):
            await self._keeping.refused(reasons)

    def _named(self, row: LiveRow, now: int) -> LiveRow:
        if isinstance(row, LiveSignal) and row.action is LiveAction.START and not row.session_id:
            return msgspec.structs.replace(row, session_id=f"live-{now if row.at is None else row.at}")
        return row
