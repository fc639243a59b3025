"""What a click may ask about reviews by a model. Handed to a tab as ``Actions.reviews``."""

from collections.abc import AsyncGenerator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.core.reviewing import Frame
    from console.rules.review_material import Material, Preview
    from console.rules.reviews import ReviewChoice, Verdict


class ReviewDesk(Protocol):
    """The rules first; a model only where the merchant switched one on. Raises Trouble."""

    async def choice(self) -> "ReviewChoice":
        """What is set."""
        ...

    async def set_choice(self, wanted: "ReviewChoice") -> bool:
        """Set it; returns whether the key was let go of, for it was given for another host than this one.

        Raises Refused for an address that would carry the key in the open, or a figure out of bounds.
        """
        ...

    async def has_key(self) -> bool:
        """Whether a key is kept. What it is, nobody is told."""
        ...

    async def set_key(self, key: str) -> None:
        """Keep the key in the key store; empty: let go of it."""
        ...

    async def preview(self, material: "Material") -> "Preview":
        """What would be sent, to whom, and what it may cost at most."""
        ...

    async def review(self, material: "Material", *, ask_model: bool) -> "Verdict":
        """Check, keep the verdict and return it. Raises Refused where a limit forbids to ask the model."""
        ...

    async def test(self) -> "Verdict":
        """One short question to the model, within the limits, kept like any other."""
        ...

    async def frames(self, folder: Path) -> "tuple[list[Frame], list[str], bool]":
        """Pictures of a folder, names of files that are none, and whether words in pictures are read here."""
        ...

    def obs_frames(self) -> "AsyncGenerator[tuple[Frame, bool]]":
        """What OBS sends, a frame each so many seconds, with whether words in it are read here. To be closed."""
        ...

    async def contest(self, verdict_id: int, reason: str) -> None:
        """Say that a verdict is wrong."""
        ...
