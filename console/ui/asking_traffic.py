"""What a click may ask for about traffic. Handed to a tab as ``Actions.traffic``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from console.rules.traffic import LabelRow, Origin, TrafficRow
    from console.store.traffic import Kept


class TrafficDesk(Protocol):
    """Kept in the file when it returns."""

    async def put(self, lines: "Sequence[Sequence[TrafficRow]]", origin: "Origin", shop_id: str) -> "Kept":
        """Keep the rows of a table that was imported or typed, as a shop's; empty: nobody knows of which."""
        ...

    async def put_labels(self, day_at: int, rows: "Sequence[LabelRow]", shop_id: str) -> "Kept":
        """The labels of a shop's day as a person wrote them: those he took out are gone."""
        ...

    async def set_kind(self, shop_id: str, work: str, kind: str) -> None:
        """What a work of a shop is; empty: as it was imported."""
        ...

    async def drop_work(self, shop_id: str, work: str) -> None:
        """As if a work of a shop had never been imported."""
        ...

    async def put_line(self, name: str, value: float | None) -> None:
        """A line to judge by, from today on; None: as it came with the program."""
        ...
