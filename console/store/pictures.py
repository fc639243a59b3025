"""Pictures kept on this computer: one file each, named by the digest of its address, the longest unused ones let go.

There is no index: what is held, how large it is and when it was last used are the folder's own facts. A folder that
was emptied, or files that another run left, are therefore no trouble. Every method belongs on a thread.
"""

import hashlib
import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

MOST_BYTES = 200 * 1024 * 1024
SPARE = 0.9  # what is left after making room, so that not every picture has to make some
HALF_WRITTEN = ".part"


class _Held(NamedTuple):
    used_at: int  # ns
    size: int
    path: Path


class PictureStore:
    """Keeps at most ``most_bytes`` in ``folder``. What the disk refuses is not kept, and nobody needs to know."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._total: int | None = None  # of the folder; None until it was looked at
        self._lock = threading.Lock()

    def get(self, address: str) -> bytes | None:
        """The picture, which counts as used now; None where it is not held."""
        path = self._path(address)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return content

    def put(self, address: str, content: bytes) -> None:
        """Keep it, and let go of the longest unused others where there would be too much."""
        if len(content) > self._most_bytes:
            return
        with self._lock:
            try:
                self._make_room(len(content))
                self._write(self._path(address), content)
            except OSError:
                self._total = None  # the folder went, or the disk is full: look again next time

    def forget(self, address: str) -> None:
        """Let go of one, because it cannot be read."""
        with self._lock:
            self._drop(self._path(address))

    def _path(self, address: str) -> Path:
        return self._folder / hashlib.sha256(address.encode()).hexdigest()

    def _write(self, path: Path, content: bytes) -> None:
        """All of it or nothing: a torn file would be a picture for ever."""
        half = path.with_suffix(HALF_WRITTEN)
        try:
            half.write_bytes(content)
            before = _size(path)
            half.replace(path)
        except OSError:
            half.unlink(missing_ok=True)
            raise
        self._total = (self._total or 0) + len(content) - before

    def _make_room(self, wanted: int) -> None:
        """Room for ``wanted`` bytes more. Whether there is any is known without looking at the folder."""
        if self._total is not None and self._total + wanted <= self._most_bytes:
            return
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = self._look()
        self._total = sum(one.size for one in held)
        if self._total + wanted <= self._most_bytes:
            return
        for one in sorted(held):
            if self._total + wanted <= self._most_bytes * SPARE:
                break
            self._drop(one.path)

    def _look(self) -> list[_Held]:
        """What is in the folder. Halves that a crash left are swept out."""
        held = []
        for entry in os.scandir(self._folder):
            if entry.name.endswith(HALF_WRITTEN):
                Path(entry.path).unlink(missing_ok=True)
            elif entry.is_file(follow_symlinks=False):
                facts = entry.stat(follow_symlinks=False)
                held.append(_Held(facts.st_mtime_ns, facts.st_size, Path(entry.path)))
        return held

    def _drop(self, path: Path) -> None:
        """Let go of a file; one that the system holds on to (Windows, while it is read) stays and still counts."""
        size = _size(path)
        with suppress(OSError):
            path.unlink()
            if self._total is not None:
                self._total -= size


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
