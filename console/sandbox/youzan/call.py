"""One call of an API as its function sees it, and the entry of an API in the table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from console.sandbox.context import Context
from console.sandbox.faults import disturb
from console.sandbox.log import world_log
from console.sandbox.youzan.books import Books, Lookup, books
from console.sandbox.youzan.parameters import Parameters
from console.sandbox.youzan.secrets import Cipher

PLATFORM = "youzan"
Row = dict[str, Any]
R = TypeVar("R")


@dataclass
class Call:
    """An accepted call: who asks for what, in which world, at what time."""

    ctx: Context
    name: str
    version: str
    kdt_id: int
    params: Parameters
    now: int  # ms UTC, one instant for the whole call
    cipher: Cipher
    uploads: list[tuple[str, bytes]] = field(default_factory=list)  # file name, content

    @property
    def books(self) -> Books:
        return books(self.ctx)

    @property
    def lookup(self) -> Lookup:
        return cast("Lookup", self.ctx.kept.setdefault("youzan.lookup", Lookup(self.ctx.world)))

    def log(self, object_id: object) -> None:
        """Note this call in the list of accepted writes."""
        world_log(self.ctx.world, self.ctx.clock, PLATFORM, self.name, object_id, dict(self.params.raw))

    def page(self, rows: Sequence[R], page_no: int, page_size: int) -> Sequence[R]:
        """Page ``page_no`` (from 1) of the rows; the fault of drifting pages strikes here."""
        start = (page_no - 1) * page_size
        if page_no > 1:
            start += self.ctx.faults.shift(PLATFORM)
        return rows[start : start + page_size]

    def disturbed(self, rows: list[Row], *spoilt: str) -> list[Row]:
        """The printed rows of a page, as the row faults leave them; ``spoilt`` is the path of the field to spoil."""
        return disturb(rows, self.ctx.faults, PLATFORM, spoil=lambda row: spoil(row, spoilt))


def spoil(row: Row, path: Sequence[str]) -> Row:
    """A copy of the row whose field at ``path`` holds an object where a number, a text or a date belongs."""
    head, *rest = path
    return {**row, head: spoil(row[head], rest) if rest else {"broken": None}}


@dataclass(frozen=True)
class Answer:
    """A result with top-level keys beside ``data`` (envelope 5 of sheet 3.2)."""

    data: object
    beside: dict[str, object]


@dataclass(frozen=True)
class Api:
    """An entry of the API table."""

    name: str  # without the leading "youzan."
    versions: tuple[str, ...]
    run: Callable[[Call], object]
    legacy: bool = False  # answers in response / error_response
    wrapper: str = ""  # parameters come inside {"request": {…}} or {"params": …}
    wrapped_only: bool = False  # and are refused outside of it
    rich_text: bool = False  # may be called by /api/_textarea_/
    token_free: bool = False  # is called by /api/auth_exempt/ and by nothing else
