"""What a click may ask about backups and the diagnostics bundle. Handed to a tab as ``Actions.keeping``."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.documents.bundle import Part
    from console.store.backup_choice import BackupState
    from console.store.backups import Contents


class FileKeeping(Protocol):
    """Raises FileTrouble, and Refused where whoever is there may not. Cancel what runs: nothing is left of it."""

    @property
    def folder(self) -> Path:
        """Where the copies are."""
        ...

    async def state(self) -> "BackupState":
        """How backups stand."""
        ...

    async def set_daily(self, on: bool) -> None:
        """Have the program make one every day, or not."""
        ...

    async def back_up(self, told: Callable[[float], None], to: Path | None = None) -> Path:
        """Copy the file, among the other copies or to a place of one's choice; ``told`` hears how far it is."""
        ...

    async def contents(self, path: Path | None = None) -> "Contents":
        """What a copy holds, or the file itself."""
        ...

    async def restore_next(self, path: Path, told: Callable[[float], None]) -> None:
        """Have a copy take the place of the file at the next start."""
        ...

    async def restore_not(self) -> bool:
        """The file stays after all; returns whether a copy had been set down."""
        ...

    async def bundle(self, window: Mapping[str, Any]) -> "Sequence[Part]":
        """The texts of a diagnostics bundle, to be shown; ``window`` is what only the window knows."""
        ...

    async def save_bundle(self, parts: "Sequence[Part]", path: Path) -> None:
        """Write them."""
        ...
