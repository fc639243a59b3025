"""What a click may ask about monthly self-checks. Handed to a tab as ``Actions.self_checks``."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.catalogue import Language
    from console.rules.self_check import Signer
    from console.store.self_checks import Kept


class SelfChecks(Protocol):
    """Kept when it returns; nothing is sent to anybody. Raises Refused, OSError."""

    async def run(self, month: str, by: str, progress: "Callable[[int, int], None]") -> int:
        """Look through everything of a month and keep the report; returns its number. Cancelled, it leaves nothing."""
        ...

    async def sign(self, number: int, role: "Signer", name: str, note: str) -> None:
        """Sign a report; over an open ban only with a reason."""
        ...

    async def take_chat(self, month: str, path: Path) -> tuple[int, int]:
        """Check a chat log for a month; returns lines and findings. Raises PassageTrouble."""
        ...

    async def report(self, number: int) -> "Kept | None":
        """One in full."""
        ...

    async def broken(self) -> str:
        """Where the chain of reports is not as it was written; empty: nowhere."""
        ...

    async def drop_old(self) -> int:
        """Take reports away whose three years are over; returns how many."""
        ...

    async def write(self, number: int, path: Path, lang: "Language") -> None:
        """Write a report as html, pdf or xlsx."""
        ...
