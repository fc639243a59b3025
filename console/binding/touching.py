"""Reaching customers, as the window asks for it: kept under the hand of who asks, files written off the loop."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import Refused
from console.core.operators import Right
from console.documents.sheets import Export, Field
from console.rules.touching import Origin, Told
from console.rules.touching_gate import Person, Result
from console.rules.touching_rows import Consent
from console.rules.waybills import masked_digits, masked_name
from console.rules.wording.engine import Checker
from console.rules.wording.nouns import Finding, Severity
from console.store import audit, touch_lines, touch_lists, touch_rows
from console.store.database import Database
from console.store.touch_lists import Came, Sendable, Wish
from console.store.touch_rows import Kept, Kept_
from console.sync.hub import Hub

T = TypeVar("T")
BATCH: Final = 500  # rows a transaction: nobody waits long for the file
SURFACE: Final = "detail"  # a message that sells is advertising, whatever it is sent by


class TouchAsking:
    """Writes to the file, and the files that go out."""

    def __init__(
        self,
        hand: Database,
        clock: Clock,
        hub: Hub,
        checker: Callable[[], Awaitable[Checker]],
        may: Callable[[Right], bool],
        by: Callable[[], str],
    ) -> None:
        self._hand, self._clock, self._hub = hand, clock, hub
        self._checker, self._may, self._by = checker, may, by

    async def make(self, wish: Wish, people: Sequence[Person]) -> int:
        """A new list, its people placed by what is known now. Raises Refused."""
        return await self._do(touch_lists.make, wish, people, self._by())

    async def check(self, message: str) -> Sequence[Finding]:
        """What the wording checker finds in a message."""
        checker = await self._checker()
        return (await asyncio.to_thread(checker.check, message, SURFACE)).findings

    async def settle(self, list_id: int, message: str, reason: str = "") -> None:
        """The list waits to be exported. Raises Refused for banned wordings without a reason, or without the right."""
        banned = [one.text for one in await self.check(message) if one.severity is Severity.BLOCK]
        if banned and not reason.strip():
            raise Refused("wording.banned", detail="、".join(dict.fromkeys(banned)))
        if banned and not self._may(Right.OVERRIDE):
            raise Refused("people.owner_only")
        await self._do(touch_lists.settle, list_id, message, reason if banned else "")

    async def export(self, list_id: int, path: Path, columns: Sequence[tuple[str, str]], *, masked: bool) -> int:
        """Mark the list as gone out, then write it; where that fails, nothing went out. Raises Refused, OSError."""
        if not masked and not self._may(Right.OVERRIDE):
            raise Refused("touch.masked")
        task = await self._hand.read(touch_lists.one, list_id)
        people = await self._do(touch_lists.export, list_id, self._by())
        message = "" if task is None else task.message
        try:
            await asyncio.to_thread(_write, path, people, columns, message, masked)
        except BaseException:
            await asyncio.shield(self._do(touch_lists.take_back, list_id))
            raise
        told = {"people": len(people), "masked": masked, "columns": [key for key, _ in columns]}
        await self._hand.write(
            lambda conn, now: audit.note(conn, now, "touches.export", str(list_id), told), self._now()
        )
        return len(people)

    async def results(self, list_id: int, rows: Sequence[tuple[int, Result]]) -> Came:
        """Put the results of a list beside its people."""
        return await self._do(touch_lists.take_results, list_id, rows)

    async def finish(self, list_id: int) -> None:
        """Nothing more is to come. Raises Refused."""
        await self._do(touch_lists.finish, list_id)

    async def drop(self, list_id: int) -> None:
        """A list that never went out is gone. Raises Refused."""
        await self._do(touch_lists.drop, list_id)

    async def put(self, rows: Sequence[Kept_], origin: Origin, shop_id: str) -> Kept:
        """Keep the rows of a table that was imported or typed. Raises Refused where it is not said of which shop."""
        accepted = duplicate = 0
        try:
            for first in range(0, len(rows), BATCH):
                some = rows[first : first + BATCH]
                kept = await self._hand.write(touch_rows.put, some, origin, shop_id, self._now())
                accepted, duplicate = accepted + kept.accepted, duplicate + kept.duplicate
        finally:
            self._hub.announce(changed("touches"))
        return Kept(accepted=accepted, duplicate=duplicate)

    async def put_consents(self, rows: Sequence[Consent]) -> Kept:
        """Keep what people agreed to."""
        accepted = duplicate = strays = 0
        try:
            for first in range(0, len(rows), BATCH):
                kept = await self._hand.write(touch_rows.put_consents, rows[first : first + BATCH], self._now())
                accepted, duplicate = accepted + kept.accepted, duplicate + kept.duplicate
                strays += kept.strays
        finally:
            self._hub.announce(changed("touches", "customers"))
        return Kept(accepted=accepted, duplicate=duplicate, strays=strays)

    async def drop_figure(self, told: Told) -> None:
        """As if a channel's day had never been told."""
        await self._do(touch_rows.drop_figure, told)

    async def put_line(self, name: str, value: float | None) -> None:
        """A line to judge by, from today on; None: as it came."""
        await self._do(touch_lines.put_line, name, value)

    def _now(self) -> int:
        return self._clock.now_ms()

    async def _do(self, act: Callable[..., T], *told: object) -> T:
        answered = await self._hand.write(act, *told, self._now())
        self._hub.announce(changed("touches"))
        return answered


def _write(
    path: Path, people: Sequence[Sendable], columns: Sequence[tuple[str, str]], message: str, masked: bool
) -> None:
    with Export(path, [Field(title=title, wide=24) for _, title in columns]) as sheet:
        sheet.add([[_cell(person, key, message, masked) for key, _ in columns] for person in people])


def _cell(person: Sendable, key: str, message: str, masked: bool) -> str:
    match key:
        case "name":
            return masked_name(person.name) if masked else person.name
        case "address":
            return masked_digits(person.address) if masked else person.address
        case "message":
            return message
        case _:
            return person.customer
