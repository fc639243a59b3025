"""Doing what may not work: whatever goes wrong is said in the catalogue's words, and the window lives on."""

from collections.abc import Awaitable, Callable
from typing import Generic, NamedTuple, TypeVar

from console import catalogue
from console.catalogue import Language, Words
from console.core.errors import FileTrouble, Trouble

T = TypeVar("T")


class Done(NamedTuple, Generic[T]):
    """It was done, and this was answered."""

    answer: T


async def safely(
    work: Callable[[], Awaitable[T]],
    say: Callable[[str, str], object],
    language: Language,
    os_code: str = "cli.unwritable",
) -> Done[T] | None:
    """Do it; None where it could not be done, which ``say`` is told as a sentence and what to do next.

    ``os_code``: by which words of the catalogue the system's own trouble is said.
    """
    try:
        return Done(await work())
    except Exception as error:
        said = in_words(error, language, os_code)
        if said is None:
            raise
    say(said.text, said.next_step)
    return None


def in_words(error: Exception, language: Language, os_code: str = "cli.unwritable") -> Words | None:
    """What a person is told of it; None: our own bug, which is not for persons."""
    from console.documents.evidence import EvidenceTrouble
    from console.documents.passages import PassageTrouble
    from console.documents.sheets import SheetTrouble

    if isinstance(error, Trouble | FileTrouble):
        return catalogue.words_for(error, language)
    if isinstance(error, SheetTrouble | EvidenceTrouble | PassageTrouble):
        return catalogue.words(error.code, language, detail=error.detail)
    if isinstance(error, OSError):
        told = {"path": error.filename or "", "detail": error.strerror or str(error)}
        return catalogue.words(os_code, language, **told)
    return None
