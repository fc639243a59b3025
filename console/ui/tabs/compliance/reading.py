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
    except PassageTrouble as trouble:
        return catalogue.words(trouble.code, language, detail=trouble.detail)
    except OSError as error:
        return catalogue.words("cli.unreadable_file", language, path=path.name, detail=error.strerror or "")
    return "\n".join(passage.text for passage in found)


def lines_of(text: str, findings: Sequence[Finding]) -> list[int]:
    """The line each finding begins in, counted from 1; findings come in the order of the text."""
    lines, number, at = [], 1, 0
    for one in findings:
        number += text.count("\n", at, one.start)
        at = one.start
        lines.append(number)
    return lines
