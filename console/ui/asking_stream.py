"""What a click may ask for about the stream on its way out. Handed to a tab as ``Actions.stream``."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from console.core.streaming import Greeting, LinkChoice, StreamState


class StreamLink(Protocol):
    """The link to OBS. Raises ``core.errors.Trouble`` where it cannot be done."""

    def state(self) -> "StreamState":
        """How link and stream stand at this moment."""
        ...

    async def choice(self) -> "LinkChoice":
        """What is set."""
        ...

    async def has_password(self) -> bool:
        """Whether one is kept."""
        ...

    async def set_choice(self, wanted: "LinkChoice", password: str | None = None) -> None:
        """Link or unlink it, now and at every start; a password that is None stays as it is."""
        ...

    async def test(self, wanted: "LinkChoice", password: str | None = None) -> "Greeting":
        """Greet it once; nothing is kept."""
        ...
