"""What a click may ask for about shows. Handed to a tab as ``Actions.live``."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from console.core.live import DoorState
    from console.ui.asking_stream import StreamLink


class LiveShows(Protocol):
    """The ingest door, and what is said of a show by hand. Raises ``core.errors.Refused`` where it cannot be done."""

    @property
    def stream(self) -> "StreamLink":
        """The link to OBS."""
        ...

    def state(self) -> "DoorState":
        """How the door stands at this moment."""
        ...

    async def token(self) -> str:
        """The door's token: shown on a click only."""
        ...

    async def new_token(self) -> str:
        """Another token; the former one is refused from now on."""
        ...

    async def open(self, port: int | None = None) -> "DoorState":
        """Open the door, now and at every start."""
        ...

    async def shut(self) -> None:
        """Close it, until it is opened again."""
        ...

    async def watch(self, folder: Path | None) -> None:
        """Take in what is appended to files there; None: no longer."""
        ...

    async def mark(self, session_id: str, words: str) -> None:
        """Note a moment of a show, now."""
        ...

    async def finish(self, session_id: str) -> None:
        """Say that a show is over, now."""
        ...

    async def reopen(self, session_id: str) -> None:
        """Say that a show was ended by mistake and goes on."""
        ...
