"""Taking a table in without a window: the file read, its rows kept, and what the exit code says of them."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from pathlib import Path
from typing import Final, Protocol, TypeVar

import msgspec

from console.catalogue import Language
from console.cli.say import FINDINGS, OK, USAGE, answer, say
from console.core.errors import Refused

BATCH: Final = 500  # rows a transaction
T = TypeVar("T")


class Rejected(msgspec.Struct, frozen=True):
    """A row that was not taken."""

    row: int
    reason: str


class Imported(msgspec.Struct, kw_only=True):
    """The answer: which table it was, how many rows were new, known or refused, and why."""

    kind: str | None
    accepted: int = 0
    duplicate: int = 0
    rejected: list[Rejected] = msgspec.field(default_factory=list)
    cut: int | msgspec.UnsetType = msgspec.UNSET  # rows beyond what is taken at once; not told where there are none


class Kept(Protocol):
    """What became of some rows."""

    @property
    def accepted(self) -> int: ...
    @property
    def duplicate(self) -> int: ...


def imported(
    file: Path, folder: Path, lang: Language, take: "Callable[[list[list[str]], Path], Coroutine[None, None, Imported]]"
) -> int:
    """Read a table and have it taken into a profile; tells what became of it, and returns the exit code."""
    from console.store.profile import Profile

    cells = _read_cells(file, lang)
    if cells is None:
        return USAGE
    try:
        with Profile.open(folder) as profile:
            found = asyncio.run(take(cells, profile.database_path))
    except Refused as refused:
        say(refused.code, lang, detail=refused.detail)
        return USAGE
    return _answered(found, lang)


def _read_cells(file: Path, lang: Language) -> list[list[str]] | None:
    """The cells of a table; None where it cannot be read, which is said."""
    from console.documents import sheets
    from console.documents.sheets import SheetTrouble

    try:
        return sheets.cells(file)
    except SheetTrouble as trouble:
        say(trouble.code, lang, detail=trouble.detail)
    except OSError as error:
        say("cli.unreadable_file", lang, path=file, detail=error.strerror or "")
    return None


async def keep(found: Imported, rows: Sequence[T], put: Callable[[Sequence[T]], Awaitable[Kept]]) -> None:
    """Keep rows, a transaction so many; ``found`` tells what became of them."""
    for first in range(0, len(rows), BATCH):
        some = await put(rows[first : first + BATCH])
        found.accepted += some.accepted
        found.duplicate += some.duplicate


def _answered(found: Imported, lang: Language) -> int:
    """Tell it; the exit code: findings where it is no such table, rows were left unread, or each one was refused."""
    code = answer([msgspec.json.encode(found)], lang)
    lacks = found.kind is None or bool(found.cut) or all_refused(found.accepted, found.duplicate, len(found.rejected))
    return code or (FINDINGS if lacks else OK)


def all_refused(accepted: int, duplicate: int, rejected: int) -> bool:
    """Whether there were rows and not one could be taken."""
    return rejected > 0 and not accepted + duplicate
