"""What a click may ask for about customers. Handed to a tab as ``Actions.customers``."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from console.rules.customers_conditions import Conditions
    from console.store.customers_join import Buyer


class CustomersDesk(Protocol):
    """Kept in the file when it returns. Raises Refused."""

    async def tag(self, buyer: "Buyer", word: str, *, on: bool = True) -> None:
        """Put a word on somebody, or take it off."""
        ...

    async def note(self, buyer: "Buyer", text: str) -> None:
        """Write something down about somebody."""
        ...

    async def consent(self, buyer: "Buyer", channel: str, agreed: bool | None) -> None:
        """Whether somebody agreed to be reached so; None: nobody knows."""
        ...

    async def block(self, buyer: "Buyer", reason: str, *, on: bool = True) -> None:
        """Put somebody on the blacklist, or take him off it."""
        ...

    async def part(self, buyer: "Buyer", reason: str) -> int:
        """Take an identity out of its customer; returns from how many others."""
        ...

    async def join(self, one: "Buyer", other: "Buyer", reason: str) -> None:
        """Say that two buyers are one person."""
        ...

    async def save(self, name: str, conditions: "Conditions") -> int:
        """Keep conditions under a name; returns the segment's number."""
        ...

    async def drop(self, segment_id: int) -> None:
        """Forget a saved segment."""
        ...

    async def put_line(self, name: str, value: float | None) -> None:
        """A border to judge by, from today on; None: as it came with the program."""
        ...
