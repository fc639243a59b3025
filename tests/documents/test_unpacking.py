"""Workbooks of strangers: measured as the reader would read them, whatever way their cells say where they stand."""

import io
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from console.documents import unpacking
from console.documents.sheets import SheetTrouble
from console.documents.unpacking import checked_xlsx, measure

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(sheet: str | bytes, part: str = "worksheets/sheet1.xml", more: Mapping[str, bytes] | None = None) -> bytes:
    """The smallest workbook around one sheet's part."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="r1" Type="{KINDS}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{KINDS}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="r1" '
        f'Type="{KINDS}/worksheet" Target="{part}"/></Relationships>',
        f"xl/{part}": sheet,
        **(more or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def sheet_of(rows: str) -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


FAR = "<row><c r={q}A1{q}><v>1</v></c></row><row><c r={q}XFD1048576{q}><v>1</v></c></row>"


@pytest.mark.parametrize(
    ("sheet", "part", "code"),
    [
        (sheet_of(FAR.format(q='"')), "worksheets/sheet1.xml", "sheet.too_large"),
        (sheet_of(FAR.format(q="'")), "worksheets/sheet1.xml", "sheet.too_large"),
        (sheet_of(FAR.format(q="'")), "elsewhere.bin", "sheet.too_large"),
        (sheet_of("<row r='1048576'><c><v>1</v></c></row><c r = 'XFD1'/>"), "worksheets/sheet1.xml", "sheet.too_large"),
        (sheet_of("<row><c r='xfd1'/></row>" + "<row/>" * 300), "worksheets/sheet1.xml", "sheet.too_large"),
        (f"<a><b:sheetData xmlns:b='{MAIN}'><b:c r='XFD1048576'/></b:sheetData></a>", "s.xml", "sheet.too_large"),
        # what is no XML to us may be some to a reader that is less strict
        (sheet_of("<br>" + "<row/>" * 9), "worksheets/sheet1.xml", "sheet.unreadable"),
        (sheet_of("<row><c r='A1' r='XFD1048576'/></row>"), "worksheets/sheet1.xml", "sheet.unreadable"),
        ("<!DOCTYPE a [<!ENTITY e 'XFD9'>]>" + sheet_of("<row/>"), "worksheets/sheet1.xml", "sheet.unreadable"),
        ("no XML" + sheet_of(FAR.format(q='"')), "worksheets/sheet1.xml", "sheet.unreadable"),
        (("<br>" + sheet_of("<row/>")).encode("utf-16"), "worksheets/sheet1.xml", "sheet.unreadable"),
    ],
)
def test_a_sheet_that_would_need_too_much_room_or_is_not_understood_is_not_opened(
    sheet: str | bytes, part: str, code: str
) -> None:
    with pytest.raises(SheetTrouble) as caught:
        checked_xlsx(package(sheet, part), "x.xlsx")
    assert (caught.value.code, caught.value.detail) == (code, "x.xlsx")


def test_a_workbook_of_another_kind_is_not_opened() -> None:
    for content in (
        b"\xd0\xcf\x11\xe0" + bytes(600),
        package(sheet_of("<row/>"), more={"xl/workbook.bin": b""}),
        package(sheet_of("<row/>"), more={"content.xml": b""}),
    ):
        with pytest.raises(SheetTrouble, match="unreadable"):
            measure(content, "x.xls")


def test_pictures_and_drawings_beside_the_sheets_do_not_matter() -> None:
    beside = {"xl/media/a.png": b"\x89PNG<br>", "xl/drawings/vml.vml": b"<xml><br></xml>"}
    said = sheet_of("<dimension ref='A1:XFD1048576'/><row r='2'><c r='B2' t='str'><v>x</v></c></row>")
    assert checked_xlsx(package(said, more=beside), "x.xlsx") == [("a", [["", ""], ["", "x"]])]


CELLS = st.one_of(
    st.just("<c><v>1</v></c>"),
    st.builds(
        "<c r='{}{}'><v>1</v></c>".format,
        st.sampled_from(["A", "c", "Z", "AB"]),
        st.integers(1, 40),
    ),
)
ROWS = st.builds(
    "<row{}>{}</row>".format,
    st.one_of(st.just(""), st.builds(' r="{}"'.format, st.integers(1, 40))),
    st.lists(CELLS, max_size=5).map("".join),
)


@given(st.lists(ROWS, max_size=6).map("".join))
def test_the_reader_never_makes_more_room_than_was_measured(rows: str) -> None:
    corner = unpacking._Corner()
    assert corner.take(sheet_of(rows).encode(), is_last=True)
    book = CalamineWorkbook.from_filelike(io.BytesIO(package(sheet_of(rows))))
    found = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert sum(map(len, found)) <= corner.cells
