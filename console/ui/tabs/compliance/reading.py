"""Reading a file into the editor, off the loop; and which lines findings are in."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from console import catalogue
from console.catalogue import Language, Words
from console.documents.passages import PassageTrouble, read_passages
from console.rules.wording.nouns import Finding


async def text_of(path: Path, language: Language) -> str | Words:
    """All texts of a file, a line each; or why it cannot be read."""
    try:
        found = await asyncio.to_thread(read_passages, path)
    except (PassageTrouble, OSError) as trouble:
        return why_unread(trouble, path.name, language)
    return "\n".join(passage.text for passage in found)


def why_unread(trouble: PassageTrouble | OSError, name: str, language: Language) -> Words:
    """Why a file cannot be checked, in words."""
    if isinstance(trouble, PassageTrouble):
        return catalogue.words(trouble.code, language, detail=trouble.detail)
    return catalogue.words("cli.unreadable_file", language, path=name, detail=trouble.strerror or "")


def lines_of(text: str, findings: Sequence[Finding]) -> list[int]:
    """The line each finding begins in, counted from 1; findings come in the order of the text."""
    lines, number, at = [], 1, 0
    for one in findings:
        number += text.count("\n", at, one.start)
        at = one.start
        lines.append(number)
    return lines
