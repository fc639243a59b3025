"""Rows that are in memory already, for a ``PagedModel``: what was found, what a file held, what a proof lists."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from console.ui.paging import Sort

Row = TypeVar("Row")


class Held(Generic[Row]):
    """These rows, in this order. Their ids are their places, or what ``name`` says of each."""

    def __init__(self, rows: Iterable[Row], name: Callable[[Row], int] | None = None) -> None:
        self._rows = {place if name is None else name(row): row for place, row in enumerate(rows)}

    async def ids(self, _sort: Sort | None) -> Sequence[int]:
        """All of them: nothing here is sorted by SQL."""
        return list(self._rows)

    async def rows(self, ids: Sequence[int]) -> Mapping[int, Row]:
        """These rows by id; one that is gone is left out."""
        return {one: self._rows[one] for one in ids if one in self._rows}
