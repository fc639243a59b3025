"""What a click may ask for about a show's figures and their sources. Handed to a tab as ``Actions.live_figures``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from console.core.live import LiveSnapshot, LiveSource, Taken
    from console.store.live_settings import LineRule


class LiveFigures(Protocol):
    """Kept in the file when it returns. Raises ``core.errors.Refused`` where it cannot be done."""

    async def start(self, title: str) -> str:
        """A show is on from now; returns its name."""
        ...

    async def rename(self, session_id: str, title: str) -> None:
        """What a show is called."""
        ...

    async def stitch(self, session_id: str) -> str:
        """It goes on with the show before it; returns the name both have now."""
        ...

    async def part_off(self, session_id: str, part_id: str) -> str:
        """From this opening on it is a show of its own; returns that one's name."""
        ...

    async def put(
        self, session_id: str, snapshots: "Sequence[LiveSnapshot]", source: "LiveSource"
    ) -> "Sequence[Taken]":
        """Keep figures that a person brings."""
        ...

    async def take_back(self, session_id: str, at: int, source: "LiveSource") -> bool:
        """As if they had never been brought; False where there are none."""
        ...

    async def believe(self, figure: str, order: Sequence[str]) -> None:
        """Believe the sources of a figure in this order; empty: as usual."""
        ...

    async def put_lines(self, rule: "LineRule") -> None:
        """Pass and excellent of a figure, of a category, from a day on."""
        ...

    async def drop_lines(self, rule: "LineRule") -> None:
        """What held before holds again."""
        ...
