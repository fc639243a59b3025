"""A profile: the folder that holds one merchant's file and log, used by one process at a time."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from console.core.errors import FileTrouble

if sys.platform == "win32":
    import msvcrt

    LOCKED_BYTE = 1 << 20  # Windows also forbids reading a locked byte: stay clear of the pid at the start

    def take_lock(file: IO[str]) -> None:
        """Lock the open file or raise OSError; the system lets go of it when the process ends, however it ends."""
        file.seek(LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
else:
    import fcntl

    def take_lock(file: IO[str]) -> None:
        """Lock the open file or raise OSError; the system lets go of it when the process ends, however it ends."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Profile:
    """An opened profile folder; nobody else has it until ``release``."""

    def __init__(self, folder: Path, lock: IO[str]) -> None:
        self.folder = folder
        self.database_path = folder / "console.db"
        self.log_path = folder / "console.log"
        self.pictures_folder = folder / "pictures"
        self._lock = lock

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Make the folder if need be and lock it. Raises FileTrouble: ``file.locked``, ``file.no_folder``, a disk's."""
        if folder.is_file():
            raise FileTrouble("file.no_folder", str(folder))
        lock_path = folder / "profile.lock"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = lock_path.open("a+", encoding="ascii")
        except OSError as error:
            raise FileTrouble("disk.denied", str(folder), error.strerror or "") from error
        try:
            take_lock(lock)
        except (BlockingIOError, PermissionError) as error:
            lock.seek(0)
            holder = lock.readline().strip()
            lock.close()
            raise FileTrouble("file.locked", str(folder), f"pid {holder}" if holder else "") from error
        except OSError as error:
            lock.close()
            raise FileTrouble("disk.denied", str(folder), error.strerror or "") from error
        with suppress(OSError):  # on a full disk nobody learns who holds it; that it is held they do
            lock.truncate(0)
            os.write(lock.fileno(), f"{os.getpid()}\n".encode())
        return cls(folder, lock)

    def release(self) -> None:
        """Let go of the folder. The lock file stays: removing it would race with the next process."""
        self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.release()
