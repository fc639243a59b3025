"""What the details ask the file: ids and rows of a slice, and whether they come to what the chart said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from console import reference
from console.store.database import Database
from console.store.insights_views import Slice, SliceRow, SliceSort, Sum
from console.ui.paging import Sort

if TYPE_CHECKING:
    from sqlalchemy import Connection

SORTS: tuple[SliceSort, ...] = ("at", "amount_fen")


@dataclass(frozen=True)
class Proof:
    """The rows as they are listed, what the chart said of them, and what it would say now."""

    rows: Sum
    shown: Sum
    figure: Sum
    counts: bool  # orders by placing: their number is the figure, their money is none
    was_read: bool = True  # before the first whole reading no rows are not none

    @property
    def difference(self) -> int:
        """How far the rows lie from what was shown: fen, or rows."""
        return self.rows.rows - self.shown.rows if self.counts else self.rows.fen - self.shown.fen

    @property
    def is_exact(self) -> bool:
        return self.difference == 0 and self.rows.rows == self.shown.rows

    @property
    def has_moved(self) -> bool:
        """Whether the rows come to what the chart would say now: then they have only changed since it was drawn."""
        same = self.rows.rows == self.figure.rows
        return same and (self.counts or self.rows.fen == self.figure.fen)


class SliceSource:
    """The rows of a slice, for a ``PagedModel``."""

    def __init__(self, database: Database, wanted: Slice) -> None:
        self._database = database
        self.wanted = wanted

    async def ids(self, sort: Sort | None) -> Sequence[int]:
        """The row ids, in order."""
        return await self._database.read(read_ids, sorted_by(self.wanted, sort))

    async def rows(self, ids: Sequence[int]) -> Mapping[int, SliceRow]:
        """These rows by id."""
        return {row.id: row for row in await self._database.read(read_rows, self.wanted, ids)}


def sorted_by(wanted: Slice, sort: Sort | None) -> Slice:
    """The same rows in another order."""
    key = next((key for key in SORTS if sort is not None and key == sort.key), None)
    if key is None or sort is None:
        return wanted
    return msgspec.structs.replace(wanted, sort=key, descending=sort.descending)


def read_ids(conn: "Connection", wanted: Slice) -> list[int]:
    """On a database thread."""
    from console.store import insights_rows

    return insights_rows.slice_ids(conn, wanted, reference.insight_lines().value)


def read_rows(conn: "Connection", wanted: Slice, ids: Sequence[int]) -> list[SliceRow]:
    """On a database thread."""
    from console.store import insights_rows

    return insights_rows.slice_rows(conn, wanted, ids)


def read_proof(conn: "Connection", wanted: Slice, ids: Sequence[int], shown: Sum | None) -> Proof:
    """Add the listed rows up, and ask for the figure without naming a row. ``shown`` None: nobody showed one."""
    from console.store import insights, insights_rows

    figure = insights.figure(conn, wanted, reference.insight_lines().value)
    return Proof(
        rows=insights_rows.rows_sum(conn, wanted, ids),
        shown=figure if shown is None else shown,
        figure=figure,
        counts=insights_rows.is_made(wanted),
        was_read=insights.was_read(conn, wanted.what),
    )


# -- a slice as a question to a page --------------------------------------------------------------------------------


def asked(wanted: Slice, shown: Sum | None) -> dict[str, str]:
    """The question that ``slice_of`` understands."""
    made = {"what": wanted.what, "from": str(wanted.begin_at), "to": str(wanted.end_at), "now": str(wanted.now)}
    if wanted.cell is not None:
        made["cell"] = f"{wanted.cell[0]},{wanted.cell[1]}"
    if shown is not None:
        made |= {"rows": str(shown.rows), "fen": str(shown.fen)}
    return made
