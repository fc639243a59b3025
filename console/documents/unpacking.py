"""Spreadsheets of strangers: how large they will be is known before they are unpacked."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from console.documents.sheets import MOST_CELLS, SheetTrouble, cell_text

MOST_UNPACKED = 128 * 1024 * 1024
MOST_PARTS = 2_000
_CHUNK = 1 << 20
_CELL = re.compile(rb'[ :"]([A-Z]{1,3})([1-9][0-9]{0,6})"')


def checked_xlsx(content: bytes, name: str) -> list[tuple[str, list[list[str]]]]:
    """The sheets of a workbook: title and rows. Raises SheetTrouble."""
    measure(content, name)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            (
                title,
                [
                    [cell_text(cell) for cell in row]
                    for row in book.get_sheet_by_name(title).to_python(skip_empty_area=False)
                ],
            )
            for title in book.sheet_names
        ]
    except (CalamineError, IndexError, ValueError, OSError) as error:
        raise SheetTrouble("sheet.unreadable", name) from error


def measure(content: bytes, name: str) -> None:
    """Everything in it is whole, and together no larger than can be borne. Raises SheetTrouble."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise SheetTrouble("sheet.too_large", name)
            for part in parts:
                _measure_part(package, part, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise SheetTrouble("sheet.unreadable", name) from error


def _measure_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Reads it through, which proves its checksum, and looks for the farthest cell of a sheet."""
    sheet = part.filename.startswith("xl/worksheets/")
    rows = columns = 0
    with package.open(part) as stream:
        for chunk in _overlapping(stream):
            if not sheet:
                continue
            for letters, digits in _CELL.findall(chunk):
                rows, columns = max(rows, int(digits)), max(columns, _column(letters))
            if rows * columns > MOST_CELLS:
                raise SheetTrouble("sheet.too_large", name)


def _overlapping(stream: IO[bytes]) -> Iterator[bytes]:
    """Chunks that each begin with the end of the one before."""
    tail = b""
    while chunk := stream.read(_CHUNK):
        yield tail + chunk
        tail = chunk[-16:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
