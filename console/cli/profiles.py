"""The profile a command works in, and its file opened beside the loop."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from console.core.clock import Clock
from console.core.errors import FileTrouble

if TYPE_CHECKING:
    from console.store.database import Database


@contextmanager
def kept(folder: Path) -> Iterator[Path]:
    """The file of a profile that is there, held for this process. Raises FileTrouble, also where there is none."""
    from console.store.profile import Profile

    if not folder.exists():
        raise FileTrouble("cli.no_profile", str(folder))
    with Profile.open(folder) as profile:
        if not profile.database_path.exists():
            raise FileTrouble("cli.no_profile", str(folder))
        yield profile.database_path


@asynccontextmanager
async def opened(path: Path, clock: Clock) -> "AsyncIterator[Database]":
    """The file, opened and closed off the loop."""
    from console.store.database import Database

    database = await asyncio.to_thread(Database.open, path, clock)
    try:
        yield database
    finally:
        await asyncio.to_thread(database.close)
