"""Backups and the diagnostics bundle, as a person asks for them; and the backup that the program makes every day."""

import asyncio
import logging
import platform as machine
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import msgspec

from console import __version__
from console.catalogue import knows
from console.core.changes import changed
from console.core.clock import Clock, format_shop_time
from console.core.errors import FileTrouble, Refused
from console.core.operators import Right
from console.documents import bundle
from console.documents.bundle import Part
from console.rules.bundle_masks import covered_health, covered_line, covered_settings, covered_window
from console.store import backup_choice, backups, restoring
from console.store.backup_choice import BackupState
from console.store.backups import Contents, StoppedError
from console.store.database import Database
from console.store.engines import file_trouble
from console.store.inventory import Inventory, inventory
from console.store.profile import Profile
from console.sync.hub import Hub
from console.sync.resting import Resting

T = TypeVar("T")

FIRST_S = 600.0  # after the start: reading the platforms comes first
AGAIN_S = 1_800.0
LINES = 400  # of the log

log = logging.getLogger(__name__)


class FileKeeping:
    """``may``: what whoever is at the window may do, ``by`` who that is; ``is_demo``: the shops are a sandbox's, no
    daily copies then."""

    def __init__(
        self,
        profile: Profile,
        hand: Database,
        clock: Clock,
        hub: Hub,
        may: Callable[[Right], bool],
        by: Callable[[], str],
        is_demo: Callable[[], bool],
    ) -> None:
        self._profile = profile
        self._hand = hand
        self._clock = clock
        self._hub = hub
        self._may = may
        self._by = by
        self._is_demo = is_demo
        self._one_at_a_time = asyncio.Lock()
        self._trouble: FileTrouble | None = None
        self._daily: asyncio.Task[None] | None = None
        self.restored: restoring.Outcome = "none"  # what came of a restore at this start

    @property
    def folder(self) -> Path:
        """Where the copies are."""
        return self._profile.folder / "backups"

    # -- every day ----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Make one every day from now on, where that is wanted."""
        self._daily = asyncio.get_running_loop().create_task(self._every_day(), name="daily-backup")

    async def stop(self) -> None:
        if self._daily is not None:
            self._daily.cancel()
            await asyncio.gather(self._daily, return_exceptions=True)

    async def _every_day(self) -> None:
        resting = Resting("daily backup")
        await asyncio.sleep(FIRST_S)
        while True:
            with resting.going_on():  # there are other days
                await self.back_up_if_due()
                resting.well()
            await asyncio.sleep(AGAIN_S)

    async def back_up_if_due(self) -> bool:
        """Make today's where it is still to be made, clear old ones away; returns whether one was made.

        What keeps it from looking is said as what keeps it from copying is: there is no backup today.
        """
        try:
            return await self._back_up_if_due()
        except FileTrouble as trouble:
            if self._trouble is None or self._trouble.code != trouble.code:
                log.warning("no backup today: %s", trouble.code)
            self._trouble = trouble
            self._hub.announce(changed("settings"))
            return False

    async def _back_up_if_due(self) -> bool:
        if self._is_demo() or not await self._hand.read(backup_choice.is_daily):
            return False
        now = self._clock.now_ms()
        if not await asyncio.to_thread(self._is_due, now):
            if self._trouble is not None:  # what kept it from looking is over
                self._trouble = None
                self._hub.announce(changed("settings"))
            return False
        await self._make(self.folder / backups.name(now, self._hand.schema_version, daily=True), None)
        await asyncio.to_thread(self._prune, now)
        return True

    def _is_due(self, now: int) -> bool:
        with file_trouble(self.folder):
            return backup_choice.is_due(backups.listed(self.folder), now)

    def _prune(self, now: int) -> None:
        with file_trouble(self.folder):
            backups.prune(self.folder, now)

    # -- as asked -----------------------------------------------------------------------------------------------------

    async def state(self) -> BackupState:
        """How backups stand."""
        daily = await self._hand.read(backup_choice.is_daily)
        elsewhere = await self._hand.read(backup_choice.elsewhere_at)
        kept = await asyncio.to_thread(backups.listed, self.folder, self._profile.folder)
        trouble = self._trouble
        return BackupState(
            asked_at=self._clock.now_ms(),
            daily=daily,
            kept=tuple(kept),
            planned=await asyncio.to_thread(restoring.planned, self._profile.folder),
            elsewhere_at=elsewhere,
            code="" if trouble is None else trouble.code,
            detail="" if trouble is None else trouble.detail,
        )

    async def set_daily(self, on: bool) -> None:
        self._need(Right.SWITCHES)
        await self._hand.write(backup_choice.set_daily, on, self._clock.now_ms())
        self._hub.announce(changed("settings"))

    async def back_up(self, told: Callable[[float], None], to: Path | None = None) -> Path:
        name = backups.name(self._clock.now_ms(), self._hand.schema_version)
        return await self._make(to or self.folder / name, told, elsewhere=to is not None)

    async def _make(self, target: Path, told: Callable[[float], None] | None, *, elsewhere: bool = False) -> Path:
        async with self._one_at_a_time:
            await self._off(backups.make, self._hand.path, target, told=told)
            await self._hand.write(backup_choice.note_made, self._clock.now_ms(), elsewhere=elsewhere)
            self._trouble = None
        self._hub.announce(changed("settings"))
        return target

    async def contents(self, path: Path | None = None) -> Contents:
        if path is None:
            return await self._hand.read(backups.contents_of, self._hand.path)
        return await asyncio.to_thread(backups.contents, path)

    async def restore_next(self, path: Path, told: Callable[[float], None]) -> None:
        self._need(Right.ERASE)
        async with self._one_at_a_time:
            where, now = self._profile.folder, self._clock.now_ms()
            await self._off(restoring.set_down, path, where, now, told=told, by=self._by())
        self._hub.announce(changed("settings"))

    async def restore_not(self) -> bool:
        self._need(Right.ERASE)
        left = await asyncio.to_thread(restoring.leave, self._profile.folder)
        self._hub.announce(changed("settings"))
        return left

    def _need(self, right: Right) -> None:
        if not self._may(right):
            raise Refused("people.owner_only")

    async def _off(
        self, fn: Callable[..., None], *values: Any, told: Callable[[float], None] | None, **named: Any
    ) -> None:
        """On a thread that stops soon after whoever waits for it is cancelled; ``told`` is called on the loop."""
        loop, stop, said = asyncio.get_running_loop(), Event(), -1

        def hop(share: float) -> None:
            nonlocal said
            if told is not None and int(share * 100) != said:  # at most a hundred times, however long the file is
                said = int(share * 100)
                loop.call_soon_threadsafe(told, share)

        work = asyncio.ensure_future(asyncio.to_thread(fn, *values, stop=stop, told=hop, **named))
        try:
            await asyncio.shield(work)
        except asyncio.CancelledError:
            stop.set()
            await asyncio.wait([work])
            with suppress(StoppedError, FileTrouble):
                work.result()
            raise

    # -- diagnostics --------------------------------------------------------------------------------------------------

    async def bundle(self, window: Mapping[str, Any]) -> Sequence[Part]:
        held = await self._hand.read(inventory)
        return await asyncio.to_thread(self._parts, held, window)

    async def save_bundle(self, parts: Sequence[Part], path: Path) -> None:
        def write() -> None:
            with file_trouble(path):
                if backups.is_in_use(self._hand.path, path):
                    raise FileTrouble("file.in_use", str(path))
                bundle.write(parts, path)

        await asyncio.to_thread(write)

    def _parts(self, held: Inventory, window: Mapping[str, Any]) -> tuple[Part, ...]:
        from console.net.redaction import redact

        parts = {
            "versions.json": _json(self._versions(held) | covered_window(window)),
            "settings.json": _json(covered_settings(held.settings)),
            "health.json": _json(
                {
                    "shops": held.shops,
                    "streams": [covered_health(row, knows) for row in held.health],
                    "rows that could not be read": held.unread,
                }
            ),
            "counts.json": _json(held.rows),
            "schema.sql": ";\n\n".join(held.schema) + ";\n",
            "log.txt": "\n".join(covered_line(line, knows) for line in self._last_lines()) + "\n",
        }
        return tuple(Part(name=name, text=redact(text)) for name, text in parts.items())

    def _versions(self, held: Inventory) -> dict[str, Any]:
        path = self._hand.path
        return {
            "made at": f"{format_shop_time(self._clock.now_ms())} +08:00",
            "program": __version__,
            "python": machine.python_version(),
            "system": machine.platform(terse=True),
            "sqlite": sqlite3.sqlite_version,
            "schema": held.revision,
            "file bytes": backups.size_of(path),
        } | held.pragmas

    def _last_lines(self) -> list[str]:
        path, lines = self._profile.log_path, list[str]()
        for one in (path, path.with_name(f"{path.name}.1")):
            if len(lines) < LINES and one.exists():
                lines = one.read_text(encoding="utf-8", errors="replace").splitlines() + lines
        return lines[-LINES:]


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
