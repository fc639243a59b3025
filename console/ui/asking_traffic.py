"""What a click may ask for about traffic. Handed to a tab as ``Actions.traffic``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from console.rules.traffic import LabelRow, Origin, TrafficRow
    from console.store.traffic import Kept


class TrafficDesk(Protocol):
    """Kept in the file when it returns."""

    async def put(self, lines: "Sequence[Sequence[TrafficRow]]", origin: "Origin") -> "Kept":
        """Keep the rows of a table that was imported or typed."""
        ...

    async def put_labels(self, day_at: int, rows: "Sequence[LabelRow]") -> "Kept":
        """The labels of a day as a person wrote them: those he took out are gone."""
        ...

    async def set_kind(self, work: str, kind: str) -> None:
        """What a work is; empty: as it was imported."""
        ...

    async def drop_work(self, work: str) -> None:
        """As if a work had never been imported."""
        ...

    async def put_line(self, name: str, value: float | None) -> None:
        """A line to judge by, from today on; None: as it came with the program."""
        ...
