"""Tables out and in: xlsx and csv. Numbers of platforms are text, formulas are defused, and what went out comes back.

In xlsx a text is a text. A csv has no types: there a text that a spreadsheet would reckon with, or round, gets a mark
in front of it, which reading takes off again.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Protocol, Self

import msgspec

from console.core.money import yuan

Kind = Literal["text", "count", "money"]
Format = Literal["xlsx", "csv"]
Value = str | int | None  # None: nobody knows, an empty cell; money is fen

TEXTS = (".csv", ".tsv", ".txt")  # cells with commas, semicolons or tabs between them
MOST_BYTES = 64 * 1024 * 1024  # of a file that is read
MOST_COLUMNS = 16_384  # as many as a sheet can have
MOST_CELLS = 4_000_000
MOST_ROWS = 1_048_575  # of a sheet, below its titles
MOST_LETTERS = 32_767  # of a cell
_RECKONED = ("=", "+", "-", "@", "'", "\t", "\r", "\n")
_TYPED, _EXACT = 10**15, 2**53  # the least number that is typed, or computed, with digits lost
_LONG = 11  # digits: more of them a spreadsheet shows as 1.23E+15


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A column of a sheet; ``wide`` in letters."""

    title: str
    kind: Kind = "text"
    wide: int = 14


class SheetTrouble(Exception):
    """A file that cannot be read as a table; ``code`` is a key of the catalogue."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


class SheetWriter(Protocol):
    """Takes rows as they come. Not for the loop: it works on disk."""

    def add(self, rows: Iterable[Sequence[Value]]) -> None: ...

    def end(self) -> None:
        """Everything is there."""
        ...


class _Xlsx:
    def __init__(self, path: Path, fields: Sequence[Field]) -> None:
        import xlsxwriter  # here: nobody waits for it who writes none

        self._fields = fields
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = xlsxwriter.Workbook(str(path), options)
        self._sheet = self._book.add_worksheet()
        self._sheet.freeze_panes(1, 0)
        bold, text = self._book.add_format({"bold": True}), self._book.add_format({"num_format": "@"})
        self._formats: Mapping[Kind, Any] = {
            "text": text,
            "count": self._book.add_format({"num_format": "0"}),
            "money": self._book.add_format({"num_format": "0.00"}),
        }
        for place, field in enumerate(fields):
            self._sheet.set_column(place, place, field.wide)
            self._sheet.write_string(0, place, field.title, bold)
        self._row = 0

    def add(self, rows: Iterable[Sequence[Value]]) -> None:
        for row in rows:
            self._row += 1
            for place, (field, value) in enumerate(zip(self._fields, row, strict=True)):
                self._cell(place, field.kind, value)

    def _cell(self, place: int, kind: Kind, value: Value) -> None:
        if value is None or value == "":
            return
        if isinstance(value, str):
            self._sheet.write_string(self._row, place, value[:MOST_LETTERS], self._formats["text"])
        else:
            number = value / 100 if kind == "money" else value
            self._sheet.write_number(self._row, place, number, self._formats[kind])

    def end(self) -> None:
        self._book.close()


class _Csv:
    """With the mark of UTF-8 in front, without which spreadsheets take it for another encoding."""

    def __init__(self, path: Path, fields: Sequence[Field]) -> None:
        self._fields = fields
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._lines = csv.writer(self._file)
        self._lines.writerow([field.title for field in fields])

    def add(self, rows: Iterable[Sequence[Value]]) -> None:
        for row in rows:
            self._lines.writerow([_said(f.kind, value) for f, value in zip(self._fields, row, strict=True)])

    def end(self) -> None:
        self._file.close()


class Export:
    """A file in the making, beside its name until it is whole: ``with Export(path, fields) as sheet``.

    Whoever leaves by an exception leaves nothing behind, and a former file of that name as it was.
    """

    def __init__(self, path: Path, fields: Sequence[Field]) -> None:
        self._path = path
        self._fields = fields
        self._part = path.with_name(f".{path.name}.part")
        self._sheet: SheetWriter | None = None

    def __enter__(self) -> Self:
        made = _Csv if self._path.suffix.lower() == ".csv" else _Xlsx
        self._sheet = made(self._part, self._fields)
        return self

    def add(self, rows: Iterable[Sequence[Value]]) -> None:
        """More rows."""
        assert self._sheet is not None  # noqa: S101 - within ``with`` only
        self._sheet.add(rows)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._sheet is not None  # noqa: S101 - entered before it is left
        try:
            self._sheet.end()
            if kind is None:
                self._part.replace(self._path)
        finally:
            self._part.unlink(missing_ok=True)


# -- reading -----------------------------------------------------------------------------------------------------------


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row by the titles of its columns; ``number`` is what a spreadsheet shows at its left."""

    number: int
    cells: Mapping[str, str]


def read(path: Path, titles: Sequence[str]) -> list[Row]:
    """The rows of a file that has these columns, in any order and among others. Raises SheetTrouble, OSError.

    Rows without a single word are left out.
    """
    table = cells(path)
    if not table:
        raise SheetTrouble("sheet.empty")
    head = [title.strip() for title in table[0]]
    missing = [title for title in titles if title not in head]
    if missing:
        raise SheetTrouble("sheet.columns", ", ".join(missing))
    rows = [
        Row(number=number, cells={title: cell for title, cell in zip(head, cells, strict=False) if title})
        for number, cells in enumerate(table[1:], 2)
        if any(cell.strip() for cell in cells)
    ]
    return [msgspec.structs.replace(row, cells=dict.fromkeys(titles, "") | dict(row.cells)) for row in rows]


def cells(path: Path) -> list[list[str]]:
    """Every cell of a csv, or of the first sheet of a workbook, as text. Raises SheetTrouble, OSError."""
    return _read_csv(path) if path.suffix.lower() in TEXTS else _read_xlsx(path)


def _content(path: Path) -> bytes:
    """What a file holds; one that is too large is not read."""
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1) if path.stat().st_size <= MOST_BYTES else None
    if content is None or len(content) > MOST_BYTES:
        raise SheetTrouble("sheet.too_large", path.name)
    return content


def _read_xlsx(path: Path) -> list[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook

    from console.documents.unpacking import measure  # here: it knows our troubles

    content = _content(path)
    measure(content, path.name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        cells = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError) as error:
        raise SheetTrouble("sheet.unreadable", path.name) from error
    return [[cell_text(cell) for cell in row] for row in cells]


def _read_csv(path: Path) -> list[list[str]]:
    from console.documents.csv_text import delimiter_of, text_of  # here: the loop's first paint needs none of it

    try:
        text = text_of(_content(path))
    except UnicodeDecodeError as error:
        raise SheetTrouble("sheet.unreadable", path.name) from error
    rows: list[list[str]] = []
    count = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text)):
            count += len(row)
            if len(row) > MOST_COLUMNS or count > MOST_CELLS or len(rows) > MOST_ROWS:
                raise SheetTrouble("sheet.too_large", path.name)
            rows.append([_unmarked(cell) for cell in row])
    except csv.Error as error:
        raise SheetTrouble("sheet.unreadable", path.name) from error
    return rows


def cell_text(cell: object) -> str:
    """Every number comes as a float: ``12.0`` was ``12``.

    Spreadsheets keep fifteen digits of what is typed and write nought for the rest. A number that may have lost some is
    told as they show it, ``7.30000000000012E+17``: a digit that nobody wrote is worse than none.
    """
    if isinstance(cell, float) and cell.is_integer():
        size = abs(cell)
        lossy = size >= _EXACT or (size >= _TYPED and cell % 10 == 0)
        return f"{cell:.14E}" if lossy else str(int(cell))
    return "" if cell is None else str(cell)


def _said(kind: Kind, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _marked(value)
    return yuan(value) if kind == "money" else str(value)


def _marked(text: str) -> str:
    if text.startswith(_RECKONED):
        return f"'{text}"
    digits = text.isascii() and text.isdigit()
    return f"\t{text}" if digits and (len(text) > _LONG or (text[0] == "0" and len(text) > 1)) else text


def pasted(text: str) -> str:
    """As a text goes into a spreadsheet by way of the clipboard: in one cell, and every digit of it kept."""
    marked = _marked(" ".join(text.split()))
    return f"'{marked[1:]}" if marked.startswith("\t") else marked


def _unmarked(text: str) -> str:
    if text.startswith("\t"):
        return text[1:]
    return text[1:] if text.startswith("'") and text[1:].startswith(_RECKONED) else text
