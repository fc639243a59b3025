"""Files of strangers: read with their places, or refused before they do harm."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from console.documents import passages as passages_module
from console.documents.passages import Passage, PassageTrouble, column_name, passages, read_passages


def book(cells: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for place, text in cells.items():
            sheet.write_string(place, text)
    return out.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def refused(content: bytes, kind: str) -> str:
    with pytest.raises(PassageTrouble) as trouble:
        passages(content, kind, "x")
    return trouble.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_in_the_encodings_that_are_met(encoding: str) -> None:
    assert passages("一行\r\n二行".encode(encoding), "txt") == [Passage("一行", 1), Passage("二行", 2)]


def test_cells_say_where_they_are() -> None:
    assert passages("名称,说明\n杯子,最佳".encode("gb18030"), "csv")[-1] == Passage("最佳", 2, "B2")
    assert passages(book({"A1": "名称", "C3": "最佳"}), "xlsx")[-1] == Passage("最佳", 3, "C3")
    assert [column_name(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_cues_are_counted() -> None:
    srt = "1\n00:00:00,000 --> 00:00:01,000\n一\n二\n\n2\n00:00:01,000 --> 00:00:02,000\n三\n".encode()
    assert passages(srt, "srt") == [Passage("一\n二", 1), Passage("三", 2)]
    assert passages(b"WEBVTT\n\n00:00.000 --> 00:01.000\nhello\n", "vtt") == [Passage("hello", 1)]


def test_texts_of_json_lines() -> None:
    assert passages('{"text":"一","more":["二"]}\n"三"'.encode(), "jsonl") == [
        Passage("一", 1, "text"),
        Passage("二", 1, "more[0]"),
        Passage("三", 2),
    ]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x00\x01\x02\x03" * 50, "txt"),
        (b"\xff" * 50, "txt"),
        (b"\xff\xfe\x00\xd8", "txt"),
        (b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj", "pdf"),
        (b"{\\rtf1\\ansi{\\fonttbl}\\'b9\\'fa}", "rtf"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, kind: str) -> None:
    assert refused(content, kind) == "wording.encoding"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (book({"A1": "x"})[:-30], "xlsx"),
        (book({"A1": "x"})[:200], "xlsx"),
        (b"no zip at all", "xlsx"),
        (zipped({"readme.txt": b"no workbook"}), "xlsx"),
        (b"{broken", "jsonl"),
        (b"[" * 100_000, "jsonl"),
        (b"no cues", "srt"),
    ],
)
def test_what_is_torn_is_refused(content: bytes, kind: str) -> None:
    assert refused(content, kind) == "wording.unreadable"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert refused(zipped({f"xl/{n}.xml": b"0" * (40 << 20) for n in range(4)}), "xlsx") == "wording.too_large"


def test_a_sheet_of_two_cells_at_its_far_corners_is_refused() -> None:
    far = zipped({"xl/worksheets/sheet1.xml": b'<s><sheetData><c r="A1"/>' + b" " * (1 << 20) + b'<c r="XFD1048576"/>'})
    assert refused(far, "xlsx") == "wording.too_large"


def test_a_row_of_more_cells_than_a_sheet_has_is_refused() -> None:
    assert refused(b"a," * 20_000, "csv") == "wording.too_large"
    assert len(passages(b"a," * 16_383 + b"a", "csv")) == 16_384


def test_a_file_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages_module, "MOST_BYTES", 10)
    file = tmp_path / "big.txt"
    file.write_bytes(b"x" * 11)
    with pytest.raises(PassageTrouble, match=r"too_large"):
        read_passages(file)
    assert refused(b"x" * 11, "txt") == "wording.too_large"
