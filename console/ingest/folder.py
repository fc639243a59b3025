"""The watched folder: whatever appends lines to a ``.jsonl`` file there is read on from where it was read to."""

import asyncio
import hashlib
import io
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import msgspec

from console.core.clock import Clock
from console.core.live import LiveRow
from console.ingest.keeping import SupportsKeeping
from console.ingest.lines import LineReader

PAUSE_S: Final = 1.0
log = logging.getLogger(__name__)
HEAD_BYTES: Final = 1024  # by which a file is known again
CHUNK_BYTES: Final = 1024 * 1024  # at a time


class Place(msgspec.Struct, frozen=True):
    """How far a file was read: the byte after its last whole line, that line's number, the session it was in.

    ``head`` tells whether it is still the same file: a recorder may write each evening's over the last one's.
    """

    offset: int = 0
    number: int = 0
    session_id: str = ""
    head: str = ""


class WatchedFolder:
    """``look()`` takes in what is new; ``watch()`` does so until it is cancelled."""

    def __init__(
        self,
        folder: Path,
        keeping: SupportsKeeping,
        clock: Clock,
        places: dict[str, Place],
        remember: Callable[[dict[str, Place]], Awaitable[object]],
    ) -> None:
        self._folder = folder
        self._keeping = keeping
        self._clock = clock
        self._places = dict(places)
        self._remember = remember
        self._unread: set[str] = set()

    async def watch(self) -> None:
        """Look again and again. A folder that is not there yet is empty."""
        while True:
            await self.look()
            await self._clock.sleep(PAUSE_S)

    async def look(self) -> int:
        """Take in what was appended; returns how many rows that were. A last line without its end waits for it."""
        taken = 0
        for path in await asyncio.to_thread(self._files):
            try:
                taken += await self._file(path)
            except OSError as error:  # another program holds it, perhaps: the others go on, and it is tried again
                if path.name not in self._unread:
                    log.warning("a file of the watched folder cannot be read now: %s", error.strerror)
                self._unread.add(path.name)
            else:
                self._unread.discard(path.name)
        return taken

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.jsonl")) if self._folder.is_dir() else []

    async def _file(self, path: Path) -> int:
        taken = 0
        while True:
            place = self._places.get(path.name, Place())
            rows, reasons, after = await asyncio.to_thread(self._read, path, place)
            if after == place:
                return taken
            if rows:
                reasons += [one.reason for one in await self._keeping.keep(rows) if one.reason]
            if reasons:
                await self._keeping.refused(reasons)
            taken += len(rows)
            self._places[path.name] = after
            await self._remember(dict(self._places))

    def _read(self, path: Path, place: Place) -> tuple[list[LiveRow], list[str], Place]:
        """The next whole lines, a megabyte at most. A file that is shorter, or begins otherwise, has begun anew."""
        with path.open("rb") as file:
            beginning = file.read(HEAD_BYTES)
            if file.seek(0, 2) < place.offset or place.head not in ("", _head(beginning, place.offset)):
                place = Place()
            file.seek(place.offset)
            content = file.read(CHUNK_BYTES)
        whole = content.rfind(b"\n") + 1
        if not whole:
            if len(content) < CHUNK_BYTES:
                return [], [], place
            end = place.offset + len(content)
            return [], ["too_long"], Place(end, place.number, place.session_id, _head(beginning, end))
        reader = LineReader(io.BytesIO(content[:whole]), place.session_id, place.number)
        rows, reasons = [], []
        for line in reader.read(self._clock.now_ms()):
            if line.row is None:
                reasons.append(line.reason)
            else:
                rows.append(line.row)
        end = place.offset + whole
        return rows, reasons, Place(end, reader.number, reader.session_id, _head(beginning, end))


def _head(beginning: bytes, offset: int) -> str:
    """Of what was read of it, the beginning."""
    return hashlib.sha256(beginning[:offset]).hexdigest()[:16]
