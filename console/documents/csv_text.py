"""The text of a csv as merchants have them: in the encoding that their spreadsheet wrote, cut by what it cuts with."""

import codecs
import csv
import io
from collections import Counter
from itertools import islice
from typing import Final

BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
LOOKED_AT: Final = 200  # rows, or letters, from which the rest is judged
DELIMITERS: Final = (",", "\t", ";")


def text_of(content: bytes) -> str:
    """UTF-8, UTF-16 or what Chinese spreadsheets write. Raises UnicodeDecodeError."""
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return content.decode(encoding)
    start = content[: 2 * LOOKED_AT]
    if b"\0" in start:  # half of each letter, digit and comma of UTF-16
        little = start[1::2].count(0) >= start[::2].count(0)
        return content.decode("utf-16-le" if little else "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def delimiter_of(text: str) -> str:
    """What cuts most of the rows into as many cells; a comma where nothing does.

    Titles hold no delimiter of another kind, so that what is merely written in some cells is not as even; in a table of
    one column it is all there is, but then in fewer rows than are below titles.
    """
    return max(DELIMITERS, key=lambda one: _evenness(text, one))


def _evenness(text: str, delimiter: str) -> float:
    """The share of rows that are as wide as most of them are; 0: it cuts nothing.

    A tab before a row's first letter cuts nothing: exports mark long numbers with it.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = [row for row in islice(reader, LOOKED_AT) if any(cell.strip() for cell in row)]
        if delimiter == "\t":
            rows = [row if row[0].strip() else row[1:] for row in rows]
    except csv.Error:
        return 0.0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.values()) / len(rows) if _has_titles(rows) else 0.0


def _has_titles(rows: list[list[str]]) -> bool:
    """Whether the first row that is cut can be titles: it is the first of all, or most of those below are cut, too."""
    begin = next((place for place, row in enumerate(rows) if len(row) > 1), None)
    if not begin:
        return begin is not None
    below = [len(row) > 1 for row in rows[begin + 1 :]]
    return 2 * sum(below) > len(below)
