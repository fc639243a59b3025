"""Spreadsheets of strangers: how large they will be is known before anybody unpacks them into cells.

A reader makes room for the whole rectangle up to the farthest cell, whatever stands in it: a file of one kilobyte can
ask for half a terabyte. So every part that may be a sheet is read through by the rules of XML first, as strictly as
the reader reads it or more so: what is not understood here is not opened there.
"""

import io
import zipfile
import zlib
from functools import lru_cache
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate

from console.documents.sheets import MOST_CELLS, SheetTrouble, cell_text

MOST_UNPACKED: Final = 128 * 1024 * 1024
MOST_PARTS: Final = 2_000
_CHUNK: Final = 1 << 20
_PACKAGE: Final = b"PK\x03\x04"
_OTHERS: Final = frozenset({"xl/workbook.bin", "content.xml"})  # kinds of package whose sheets are no such XML
_DIGITS: Final = "0123456789"
_SHEET: Final = b"sheetData"  # no sheet is without this element, whatever its part is called


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
    """It is an xlsx, everything in it is whole, and together no larger than can be borne. Raises SheetTrouble."""
    if content[:4] != _PACKAGE:  # workbooks of before 2007 say nowhere how large they are
        raise SheetTrouble("sheet.unreadable", name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise SheetTrouble("sheet.too_large", name)
            if any(part.filename.lower() in _OTHERS for part in parts):
                raise SheetTrouble("sheet.unreadable", name)
            for part in parts:
                _measure_part(package, part, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise SheetTrouble("sheet.unreadable", name) from error


def _measure_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Reads it through to its end, which proves its checksum."""
    corner, tail, is_sheet, is_xml = _Corner(), b"", False, True
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            is_sheet = is_sheet or _SHEET in (tail + chunk).replace(b"\0", b"")  # in two bytes a letter, too
            tail = chunk[-2 * len(_SHEET) :]
            if is_xml:
                is_xml = corner.take(chunk)
            if corner.cells > MOST_CELLS:
                raise SheetTrouble("sheet.too_large", name)
    if is_sheet and not (is_xml and corner.take(b"", is_last=True)):
        raise SheetTrouble("sheet.unreadable", name)


class _Corner:
    """The farthest corner of a sheet: of the cells that say where they stand, and of those that only follow others.

    What a sheet says of its own dimension makes nobody make room, and Excel writes whole columns there.
    """

    def __init__(self) -> None:
        self._rows = self._columns = self._row = self._column = 0
        self._parser = ParserCreate()
        self._parser.StartElementHandler = self._begin
        self._parser.StartDoctypeDeclHandler = self._refuse  # what it could define is not what the reader would read

    @property
    def cells(self) -> int:
        """So many the rectangle up to it has."""
        return self._rows * self._columns

    def take(self, chunk: bytes, *, is_last: bool = False) -> bool:
        """A further piece; returns whether it is XML."""
        try:
            self._parser.Parse(chunk, is_last)
        except (ExpatError, ValueError):
            return False
        return True

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        kind = tag if ":" not in tag else tag.rpartition(":")[2]
        if kind == "c":
            place = attributes.get("r")
            self._column, row = (self._column + 1, self._row) if place is None else _place(place)
            self._reach(row, self._column)
        elif kind == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
            self._reach(self._row, 0)

    def _reach(self, row: int, column: int) -> None:
        self._rows, self._columns = max(self._rows, row), max(self._columns, column)

    def _refuse(self, *_told: object) -> None:
        raise ValueError("a sheet has no document type")


@lru_cache(maxsize=20_000)
def _column(letters: str) -> int:
    """``"AB"`` → 28. Raises ValueError."""
    if not (letters.isascii() and len(letters) <= 6) or (letters and not letters.isalpha()):
        raise ValueError(f"no column: {letters[:20]}")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column


def _place(corner: str) -> tuple[int, int]:
    """``"AB12"`` → column 28, row 12. Raises ValueError for what is no place."""
    letters = corner.rstrip(_DIGITS)
    if len(corner) > 16:
        raise ValueError(f"no place: {corner[:20]}")
    return _column(letters), int(corner[len(letters) :] or 0)
