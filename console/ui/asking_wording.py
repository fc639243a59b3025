"""What a click may ask about wording. Handed to a tab as ``Actions.wording``."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.rules.wording.bank import OwnWord
    from console.rules.wording.engine import Checker
    from console.rules.wording.pardons import Pardon


class WordingDesk(Protocol):
    """The checker, the own bank, and what is let pass. Kept when it returns; raises Refused."""

    async def checker(self) -> "Checker":
        """By the bank in force today and the own words as they are now; made off the loop."""
        ...

    async def put_words(self, words: "Sequence[OwnWord]") -> int:
        """Add own words, or change them; returns how many that changed."""
        ...

    async def drop_words(self, terms: Sequence[str]) -> int:
        """Take own words out; returns how many there were."""
        ...

    async def pardon(self, given: "Pardon") -> None:
        """Let a finding pass: with a reason."""
        ...

    async def sign(self, digest: str, name: str, counts: Mapping[str, int], bank: str) -> None:
        """Note that a text may go out as it is; refused where a banned wording is left."""
        ...

    async def revoke(self, pardon_id: int) -> None:
        """Let it pass no longer."""
        ...
