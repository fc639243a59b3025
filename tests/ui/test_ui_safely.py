"""Whatever goes wrong outside is told in words, once; our own bugs are not hidden."""

from pathlib import Path

import pytest

from console.core.errors import FileTrouble, Refused
from console.documents.sheets import SheetTrouble
from console.ui.safely import Done, safely


async def test_what_was_done_is_answered_even_where_the_answer_is_nothing() -> None:
    said: list[tuple[str, str]] = []

    async def nothing() -> None: ...

    assert await safely(nothing, lambda *told: said.append(told), "en") == Done(None)
    assert not said


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Refused("live.no_show", detail="x"), "show"),
        (SheetTrouble("sheet.empty"), "empty"),
        (FileTrouble("disk.full", "console.db"), "console.db"),
        (PermissionError(13, "denied", str(Path("a") / "b.csv")), "b.csv"),
    ],
)
async def test_trouble_is_told_once_and_nothing_is_answered(error: Exception, words: str) -> None:
    said: list[tuple[str, str]] = []

    async def fails() -> int:
        raise error

    assert await safely(fails, lambda *told: said.append(told), "en", "cli.unreadable_file") is None
    ((text, _),) = said
    assert text
    assert words in text


async def test_our_own_bug_is_no_trouble() -> None:
    async def wrong() -> int:
        raise KeyError("ours")

    with pytest.raises(KeyError):
        await safely(wrong, lambda *_: None, "en")
