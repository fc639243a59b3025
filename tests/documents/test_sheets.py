"""Sheets: what went out comes back, nothing is reckoned with, and a file is whole or not there."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from console.documents import sheets
from console.documents.sheets import Export, Field, Row, SheetTrouble, Value, read

FIELDS = (
    Field(title="商品编码"),
    Field(title="编号", wide=20),
    Field(title="价格", kind="money"),
    Field(title="库存", kind="count"),
)
ROWS: list[tuple[Value, ...]] = [
    ("=1+1", "2165959781756512345", 5990, 12),
    ("+86", "0012", 1, 0),
    ("-x", "7", None, None),
    ("@SUM(A1)", "", -250, 3),
    ("'quoted", "'", 100, 1),
    ("https://a.example/?q=1", "\tx", 123_456_789, 9_999_999),
    ("换行\n里", '逗号,和"引号"', 10, 1),
]
TITLES = [field.title for field in FIELDS]
FORMATS = ["xlsx", "csv"]


def write(path: Path, rows: list[tuple[Value, ...]] = ROWS) -> Path:
    with Export(path, FIELDS) as sheet:
        for row in rows:
            sheet.add([row])
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_what_went_out_comes_back(tmp_path: Path, form: str) -> None:
    found = read(write(tmp_path / f"out.{form}"), TITLES)
    assert [row.number for row in found] == list(range(2, 2 + len(ROWS)))
    assert [row.cells["商品编码"] for row in found] == [row[0] for row in ROWS]
    assert [row.cells["编号"] for row in found] == [row[1] for row in ROWS]
    assert [float(row.cells["价格"]) if row.cells["价格"] else None for row in found] == [
        None if row[2] is None else int(row[2]) / 100 for row in ROWS
    ]
    assert [row.cells["库存"] for row in found] == ["" if row[3] is None else str(row[3]) for row in ROWS]


def test_xlsx_keeps_texts_as_texts(tmp_path: Path) -> None:
    path = write(tmp_path / "out.xlsx")
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    assert sheet.to_python()[1] == ["=1+1", "2165959781756512345", 59.9, 12.0]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (12.0, "12"),
        (73000000000001.0, "73000000000001"),
        (2632836358166314.0, "2632836358166314"),  # computed: no digit is lost before 2⁵³
        (float("730000000000012345"), "7.30000000000012E+17"),
        (7300000000000120.0, "7.30000000000012E+15"),  # typed: the sixteenth digit became nought
    ],
)
def test_no_digit_is_told_that_a_spreadsheet_lost(cell: float, said: str) -> None:
    assert sheets.cell_text(cell) == said


def test_csv_has_the_mark_and_nothing_to_reckon_with(tmp_path: Path) -> None:
    path = write(tmp_path / "out.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1][:2] == ["'=1+1", "\t2165959781756512345"]
    assert rows[2] == ["'+86", "\t0012", "0.01", "0"]
    texts = [cell for row in rows[1:] for cell in row[:2]]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in texts)


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=60, deadline=None)
@given(
    text=st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff") | st.sampled_from("=+-@'\t0"),
        max_size=20,
    )
)
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, form: str, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / f"any.{form}"
    found = read(write(path, [(text, "x", 1, 1)]), TITLES)
    assert found[0].cells["商品编码"] == text


@pytest.mark.parametrize("form", FORMATS)
def test_a_broken_off_export_leaves_what_was_there(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"out.{form}"
    path.write_bytes(b"before")

    def broken_off() -> None:
        with Export(path, FIELDS) as sheet:
            sheet.add(ROWS)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken_off()
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_columns_may_stand_in_any_order_among_others(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("备注,价格,商品编码\n,,\nx,1.5,A\n,2,B,多余\n短\n", encoding="utf-8")
    assert read(path, ["商品编码", "价格"]) == [
        Row(number=3, cells={"备注": "x", "价格": "1.5", "商品编码": "A"}),
        Row(number=4, cells={"备注": "", "价格": "2", "商品编码": "B"}),
        Row(number=5, cells={"备注": "短", "价格": "", "商品编码": ""}),
    ]


def test_a_csv_of_a_chinese_spreadsheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes("商品编码\n保温杯\n".encode("gb18030"))
    assert read(path, ["商品编码"])[0].cells["商品编码"] == "保温杯"


@settings(max_examples=80, deadline=None)
@given(
    rows=st.integers(2, 4).flatmap(
        lambda wide: st.lists(
            st.lists(
                st.text(
                    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff\ufeff")
                    | st.sampled_from(',;|"\n0123456789.-%万'),
                    max_size=8,
                ),
                min_size=wide,
                max_size=wide,
            ),
            max_size=6,
        )
    ),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]),
    delimiter=st.sampled_from([",", ";", "\t"]),
    name=st.sampled_from(["来源.csv", "来源.tsv", "来源.TXT"]),
)
def test_a_csv_is_read_as_whatever_spreadsheet_wrote_it(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], encoding: str, delimiter: str, name: str
) -> None:
    head = [f"date 日期{number}" for number in range(len(rows[0]) if rows else 2)]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([head, *rows])
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(text.getvalue().encode(encoding))
    unmarked = [[sheets._unmarked(cell) for cell in row] for row in rows]
    assert sheets.cells(path) == [head, *unmarked]


def test_a_long_number_that_an_export_marked_is_no_second_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("编号,商品\n\t2165959781756512345,\t2165959781756512346\n", encoding="utf-8-sig")
    assert sheets.cells(path)[1] == ["2165959781756512345", "2165959781756512346"]


@pytest.mark.parametrize(
    "cells", [["\t2165959781756512345", "\t2165959781756512346"], ["好;不错", "无", "无"], ["无", "a\tb"]]
)
def test_a_table_of_one_column_is_cut_by_nothing_that_is_written_in_it(tmp_path: Path, cells: list[str]) -> None:
    path = tmp_path / "one.csv"
    path.write_text("\n".join(["编号", *cells]), encoding="utf-8-sig")
    assert [row.cells["编号"] for row in read(path, ["编号"])] == [cell.removeprefix("\t") for cell in cells]


def test_what_stands_above_the_titles_hides_no_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "noted.csv"
    path.write_text("导出\n店铺\n日期\n编号\t金额\n1\t2,00\n", encoding="utf-8")
    assert sheets.cells(path)[-1] == ["1", "2,00"]


def test_rows_without_a_cell_fill_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 100)
    path = tmp_path / "lines.csv"
    path.write_bytes(b"a,b\n" + b"\n" * 100)
    assert len(sheets.cells(path)) == 101
    path.write_bytes(b"a,b\n" + b"\n" * 101)
    with pytest.raises(SheetTrouble, match="too_large"):
        sheets.cells(path)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("in.xlsx", b"not a workbook", "sheet.unreadable"),
        ("in.csv", b"\xff\xff\xff\xff", "sheet.unreadable"),
        ("in.csv", b"", "sheet.empty"),
        ("in.csv", "别的列\n1\n".encode(), "sheet.columns"),
    ],
)
def test_what_is_no_such_table_is_said(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SheetTrouble) as caught:
        read(tmp_path / name, ["商品编码"])
    assert caught.value.code == code


def test_what_would_fill_the_memory_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package that would burst, cells at the far corners, a row without an end, a file larger than is read."""
    bombs = {"burst": {f"xl/{n}.xml": b"0" * (40 << 20) for n in range(4)}}
    far = b"<s><sheetData><c r='A1'/><c r='XFD1048576'/></sheetData></s>"
    bombs["far"] = {"xl/worksheets/sheet1.xml": far}
    files = [tmp_path / "wide.csv", *(tmp_path / f"{name}.xlsx" for name in bombs)]
    files[0].write_bytes(b"a," * 20_000)
    for path, parts in zip(files[1:], bombs.values(), strict=True):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            for name, content in parts.items():
                package.writestr(name, content)
    monkeypatch.setattr(sheets, "MOST_BYTES", 1 << 20)
    files += [tmp_path / "large.csv", tmp_path / "large.xlsx"]
    for path in files[-2:]:
        path.write_bytes(b"x" * ((1 << 20) + 1))
    for path in files:
        with pytest.raises(SheetTrouble) as caught:
            read(path, [])
        assert (caught.value.code, caught.value.detail) == ("sheet.too_large", path.name)
