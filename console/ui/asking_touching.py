"""What a click may ask for about reaching customers. Handed to a tab as ``Actions.touching``."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from console.rules.touching import Origin, Told
    from console.rules.touching_gate import Person, Result
    from console.rules.touching_rows import Consent
    from console.rules.wording.nouns import Finding
    from console.store.touch_lists import Came, Wish
    from console.store.touch_rows import Kept, Kept_


class TouchDesk(Protocol):
    """Kept in the file when it returns. Raises Refused."""

    async def make(self, wish: "Wish", people: "Sequence[Person]") -> int:
        """A new list, its people placed by what is known now; returns its id."""
        ...

    async def check(self, message: str) -> "Sequence[Finding]":
        """What the wording checker finds in a message."""
        ...

    async def settle(self, list_id: int, message: str, reason: str = "") -> None:
        """The list waits to be exported. Banned wordings need a ``reason``, and the right to go against a rule."""
        ...

    async def export(self, list_id: int, path: Path, columns: Sequence[tuple[str, str]], *, masked: bool) -> int:
        """Write the file, ``columns`` being keys with their titles; returns how many people it holds."""
        ...

    async def results(self, list_id: int, rows: "Sequence[tuple[int, Result]]") -> "Came":
        """Put the results of a list beside its people."""
        ...

    async def finish(self, list_id: int) -> None:
        """Nothing more is to come."""
        ...

    async def drop(self, list_id: int) -> None:
        """A list that never went out is gone."""
        ...

    async def put(self, rows: "Sequence[Kept_]", origin: "Origin", shop_id: str) -> "Kept":
        """Keep the rows of a table that was imported or typed, as a shop's; only figures may be of an unknown one."""
        ...

    async def put_consents(self, rows: "Sequence[Consent]") -> "Kept":
        """Keep what people agreed to; rows of nobody that is known are counted."""
        ...

    async def drop_figure(self, told: "Told") -> None:
        """As if a channel's day had never been told."""
        ...

    async def put_line(self, name: str, value: float | None) -> None:
        """A line to judge by, from today on; None: as it came with the program."""
        ...
