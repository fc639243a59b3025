"""Who looks at pictures for the window: off the loop, one after the other, letters in a process of their own."""

import asyncio
from collections.abc import Sequence
from typing import Protocol

from console.documents.image_facts import Look, look, with_letters
from console.documents.lettering import LetterReader, Letters, Pixels, models


class SupportsLetters(Protocol):
    """Finds letters; called on a thread."""

    def read(self, pixels: Pixels) -> Sequence[Letters] | None: ...

    def end(self) -> None: ...


class Looker:
    """Looks at pictures. Whoever makes one calls ``close``."""

    def __init__(self, letters: SupportsLetters | None = None) -> None:
        self._letters = letters

    @classmethod
    def with_what_is_installed(cls) -> "Looker":
        """Letters are looked for only where the extra ``images`` is installed, models and all."""
        return cls(LetterReader() if models() else None)

    async def look(self, content: bytes) -> Look:
        """The facts of this picture. Never raises because of what the picture is."""
        return await asyncio.to_thread(self._look, content)

    async def close(self) -> None:
        """End the other process."""
        if self._letters is not None:
            await asyncio.to_thread(self._letters.end)

    def _look(self, content: bytes) -> Look:
        seen, pixels = look(content)
        letters = self._letters.read(pixels) if self._letters is not None and pixels is not None else None
        return seen if letters is None else with_letters(seen, letters)
