"""Labels: what is scanned is what was taken, on the printer's own grid; the buyer stays masked; a reprint says so."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from console.core.printing import PrinterTrouble
from console.core.waybills import Slip
from console.documents.label_printers import open_printer, put_on
from console.documents.waybill_label import HIGH, WIDE, code128, picture

needs_zbar = pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbar-tools is not installed")
SLIP = Slip(
    waybill_no="75841290337745",
    carrier_name="中通快递",
    branch="义乌网点",
    taken_at=1_790_000_000_000,
    receiver_name="周**",
    receiver_phone="138****6021",
    receiver_place="浙江省 杭州市 余杭区",
    receiver_address="仓前街道良睦路***号 ***苑 *幢***",
    sender_name="小禾家居",
    sender_phone="138****8820",
    sender_place="浙江省金华市义乌市福田街道银海路 18 号",
    shop_name="小禾家居",
    order_no="2632611222486103",
    trade_no="E20261121154521034100017",
    goods=(("水洗棉四件套 雾蓝 1.8m", 1), ("保温杯 500ml 珍珠白", 2)),
)
FORMS: tuple[Callable[[int], str], ...] = (
    lambda n: f"73{123456789012 + n * 7919:012}",
    lambda n: f"SF1{123456789012 + n * 104729:012}",
    lambda n: f"YT{2345678901234 + n * 7907:013}",
    lambda n: f"JDVE{4567890123 + n * 6101:010}",
    lambda n: f"JDVE{4567890123 + n * 6101:010}-1-2-",  # a parcel of several
)


def scanned(*paths: Path) -> dict[tuple[str, str], set[str]]:
    """What zbar reads of each picture, by file and kind."""
    done = subprocess.run(
        ["zbarimg", "-q", "--xml", *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": "disabled:"},
    )
    found: dict[tuple[str, str], set[str]] = {}
    for source, symbols in re.findall(r"<source href='([^']+)'>(.*?)</source>", done.stdout, re.DOTALL):
        for kind, text in re.findall(r"<symbol type='([^']+)'.*?CDATA\[(.*?)\]\]>", symbols, re.DOTALL):
            found.setdefault((Path(source).name, kind), set()).add(text)
    return found


@needs_zbar
@pytest.mark.parametrize("count", [24, pytest.param(200, marks=pytest.mark.long)])
def test_every_label_scans_as_its_number(qapp: QApplication, tmp_path: Path, count: int) -> None:
    printer = open_printer(f"png:{tmp_path}")
    numbers = [FORMS[n % len(FORMS)](n) for n in range(count)]
    assert len(set(numbers)) == count
    for number in numbers:
        printer.put(replace(SLIP, waybill_no=number))
    found: dict[tuple[str, str], set[str]] = {}
    for at in range(0, count, 25):
        found |= scanned(*(tmp_path / f"{number}.png" for number in numbers[at : at + 25]))
    for number in numbers:
        assert found.get((f"{number}.png", "CODE-128")) == {number}
        assert found.get((f"{number}.png", "QR-Code")) == {number}


@needs_zbar
@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize("dpi", [203, 300])
def test_a_pdf_scans_at_the_printers_own_dots(qapp: QApplication, tmp_path: Path, dpi: int) -> None:
    open_printer(f"pdf:{tmp_path}").put(SLIP)
    pdf = tmp_path / f"{SLIP.waybill_no}.pdf"
    done = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True)
    assert "283 x 510 pts" in done.stdout, "100 × 180 mm"
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", "-singlefile", str(pdf), str(tmp_path / "page")], check=True)
    found = scanned(tmp_path / "page.png")
    assert found["page.png", "CODE-128"] == {SLIP.waybill_no}
    assert found["page.png", "QR-Code"] == {SLIP.waybill_no}


@needs_zbar
@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
def test_what_a_printer_of_the_system_is_handed_scans(qapp: QApplication, tmp_path: Path) -> None:
    """The way to paper, with Qt's own printer that writes a PDF: the same page, painter and job."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "job.pdf"))
    put_on(printer, SLIP)
    pdf = tmp_path / "job.pdf"
    done = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True)
    assert re.search(r"Pages:\s+1$", done.stdout, re.MULTILINE)
    assert "283 x 510 pts" in done.stdout, "100 × 180 mm, nothing cut or shrunk"
    subprocess.run(["pdftoppm", "-r", "203", "-png", "-singlefile", str(pdf), str(tmp_path / "page")], check=True)
    found = scanned(tmp_path / "page.png")
    assert found["page.png", "CODE-128"] == {SLIP.waybill_no}
    assert found["page.png", "QR-Code"] == {SLIP.waybill_no}


@needs_zbar
def test_a_thermal_printer_knows_black_and_white_only(qapp: QApplication, tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    picture(SLIP).convertToFormat(QImage.Format.Format_Mono).save(str(tmp_path / "mono.png"))
    assert scanned(tmp_path / "mono.png")["mono.png", "CODE-128"] == {SLIP.waybill_no}


def test_bars_are_whole_dots(qapp: QApplication) -> None:
    """Every run of black or white in a row of bars is a multiple of one module."""
    image = picture(SLIP)
    assert (image.width(), image.height()) == (WIDE, HIGH)
    row = [image.pixelColor(x, 680).red() for x in range(WIDE)]
    assert set(row) == {0, 255}, "no grey between bars"
    first, last = row.index(0), WIDE - 1 - row[::-1].index(0)
    runs, before = [], first
    for x in range(first + 1, last + 2):
        if x > last or row[x] != row[x - 1]:
            runs.append(x - before)
            before = x
    assert sum(runs) == 3 * len(code128(SLIP.waybill_no))
    assert all(run % 3 == 0 for run in runs)
    assert first >= 30, "ten modules of quiet"


def test_a_reprint_is_marked_and_overwrites_nothing(qapp: QApplication, tmp_path: Path) -> None:
    printer = open_printer(f"png:{tmp_path}")
    printer.put(SLIP)
    printer.put(replace(SLIP, copy=1))
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{SLIP.waybill_no}-1.png", f"{SLIP.waybill_no}.png"]
    plain, marked = picture(SLIP), picture(replace(SLIP, copy=1))
    assert plain.pixelColor(370, 26).red() == 255
    assert marked.pixelColor(370, 26).red() == 0, "a black field at the top"


def test_numbers_a_code_cannot_hold_are_no_numbers() -> None:
    for number in ("", "中通1", "12 34"):
        with pytest.raises(ValueError, match="no waybill number"):
            code128(number)


def test_printers_that_are_not_there_say_so(qapp: QApplication, tmp_path: Path) -> None:
    for name in ("fax:1", "system:no such printer"):
        with pytest.raises(PrinterTrouble, match="no_printer"):
            open_printer(name)
    (tmp_path / "file").write_text("in the way")
    for kind in ("pdf", "png"):
        with pytest.raises(PrinterTrouble, match="folder"):
            open_printer(f"{kind}:{tmp_path / 'file' / 'folder'}").put(SLIP)
