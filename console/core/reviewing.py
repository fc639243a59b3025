"""What is asked of a model of the merchant's choice, and what it says: ``rules.reviews`` judges it, never trusts it."""

from typing import Protocol

import msgspec


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A picture of a show. ``at_s``: seconds from the first of its folder; ``words``: what was read in it here."""

    name: str
    sha256: str
    at_s: int = 0
    words: str = ""
    content: bytes = b""
    media: str = "image/jpeg"

    def __repr__(self) -> str:
        return f"Frame({self.name}, {len(self.content)} bytes)"


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """Exactly what would leave this computer: it is shown before, and its hash is kept."""

    system: str
    text: str
    frames: tuple[Frame, ...] = ()
    most_tokens: int = 1_500  # of the answer


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """The model's own words. Tokens None: the service did not count them."""

    content: str
    model: str = ""
    tokens_in: int | None = None
    tokens_out: int | None = None


class Reviewer(Protocol):
    """A model behind an address."""

    async def ask(self, outgoing: Outgoing) -> Said:
        """One question, one attempt. Raises Trouble."""
        ...

    async def aclose(self) -> None:
        """Let go of the connection."""
        ...
