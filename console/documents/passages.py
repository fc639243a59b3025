"""Files to be checked for wording, as passages: a line of text, a cell, a cue, with the place where a person finds it.

Every file is a stranger: too large, torn, packed to burst or in no known encoding, it is refused before it is read.
"""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from console.documents.sheets import SheetTrouble
from console.documents.unpacking import checked_xlsx

MOST_BYTES = 32 * 1024 * 1024
MOST_CELL = 1_000_000  # letters of a cell of a csv
MOST_COLUMNS = 16_384  # as many as a sheet can have
NO_TEXT = ("%PDF-", "{\\rtf")  # they look like text, and hold none that could be checked
KINDS = ("txt", "csv", "xlsx", "srt", "vtt", "jsonl")


class Passage(msgspec.Struct, frozen=True):
    """A text of its own. ``line`` counts lines, rows or cues from 1; ``cell`` is ``"B3"`` in a table, a key in JSON."""

    text: str
    line: int
    cell: str = ""


class PassageTrouble(Exception):
    """A file that cannot be checked; ``code`` is a key of the catalogue."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


def read_passages(path: Path) -> list[Passage]:
    """All texts of a file, by its suffix; unknown suffixes are plain text. Raises PassageTrouble, OSError."""
    if path.stat().st_size > MOST_BYTES:
        raise PassageTrouble("wording.too_large", path.name)
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    return passages(content, path.suffix.lower().lstrip("."), path.name)


def passages(content: bytes, kind: str, name: str = "") -> list[Passage]:
    """All texts of what a file holds. Raises PassageTrouble."""
    if len(content) > MOST_BYTES:
        raise PassageTrouble("wording.too_large", name)
    if kind == "xlsx" or content[:4] == b"PK\x03\x04":
        return _xlsx(content, name)
    text = decoded(content, name).replace("\r\n", "\n").replace("\r", "\n")
    readers: dict[str, Callable[[str, str], list[Passage]]] = {"csv": _csv, "srt": _cues, "vtt": _cues, "jsonl": _jsonl}
    return readers.get(kind, _lines)(text, name)


def decoded(content: bytes, name: str = "") -> str:
    """Text in one of the encodings that are met here. Raises PassageTrouble."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _as_text(content, "utf-16", name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _as_text(content, "gb18030", name)  # what Chinese spreadsheets and editors write
    return _printable(text, name)


def _as_text(content: bytes, encoding: str, name: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise PassageTrouble("wording.encoding", name) from error
    return _printable(text, name)


def _printable(text: str, name: str) -> str:
    """Signs that no text has: it was no text, or another encoding."""
    odd = sum(text.count(chr(code)) for code in (*range(9), *range(14, 27), 28, 29, 30, 31, 0x7F, 0xFFFD))
    private = sum(1 for char in text[:4096] if 0x80 <= ord(char) < 0xA0 or 0xE000 <= ord(char) < 0xF900)
    if text.startswith(NO_TEXT) or "\0" in text or odd > len(text) // 200 or private > min(len(text), 4096) // 20:
        raise PassageTrouble("wording.encoding", name)
    return text


def _lines(text: str, _name: str) -> list[Passage]:
    return [Passage(line, number) for number, line in enumerate(text.split("\n"), 1)]


def _csv(text: str, name: str) -> list[Passage]:
    csv.field_size_limit(MOST_CELL)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline="")):
            if len(row) > MOST_COLUMNS:
                raise PassageTrouble("wording.too_large", name)
            rows.append(row)
    except csv.Error as error:
        raise PassageTrouble("wording.unreadable", name) from error
    return list(_cells(rows))


def _cells(rows: list[list[str]], sheet: str = "") -> Iterator[Passage]:
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            if cell.strip():
                yield Passage(cell, number, f"{sheet}{column_name(place)}{number}")


def column_name(place: int) -> str:
    """``27`` → ``"AB"``."""
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        name = chr(65 + letter) + name
    return name


def _xlsx(content: bytes, name: str) -> list[Passage]:
    try:
        tables = checked_xlsx(content, name)
    except SheetTrouble as trouble:
        raise PassageTrouble(
            "wording.too_large" if trouble.code == "sheet.too_large" else "wording.unreadable", name
        ) from trouble
    found: list[Passage] = []
    for number, (title, rows) in enumerate(tables):
        found.extend(_cells(rows, f"{title}!" if number else ""))
    return found


def _cues(text: str, name: str) -> list[Passage]:
    """Cues of srt and vtt: whatever stands below a line of times, up to an empty line."""
    found: list[Passage] = []
    below: list[str] | None = None
    for line in [*text.split("\n"), ""]:
        if "-->" in line:
            below = []
        elif not line.strip():
            if below is not None:
                found.append(Passage("\n".join(below), len(found) + 1))
            below = None
        elif below is not None:
            below.append(line)
    if not found and text.strip() and not text.lstrip().startswith("WEBVTT"):
        raise PassageTrouble("wording.unreadable", name)
    return found


def _jsonl(text: str, name: str) -> list[Passage]:
    found: list[Passage] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.extend(_texts(msgspec.json.decode(line), number, ""))
        except (msgspec.DecodeError, RecursionError) as error:
            raise PassageTrouble("wording.unreadable", f"{name}:{number}") from error
    return found


def _texts(value: object, line: int, key: str) -> Iterator[Passage]:
    if isinstance(value, str):
        yield Passage(value, line, key)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, line, f"{key}.{name}" if key else str(name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _texts(inner, line, f"{key}[{place}]")
