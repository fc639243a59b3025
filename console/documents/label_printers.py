"""Where labels go: a printer of this computer, or files. Each label is a job of its own, so that one can fail alone."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from console.core.printing import Printer, PrinterTrouble
from console.core.waybills import Slip
from console.documents.waybill_label import DPI, PAPER_MM, draw, picture

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SYSTEM, PDF, PNG = "system:", "pdf:", "png:"
_FINE = 3  # a file's dots are a third of a printer's


PrinterState = Literal["ready", "printing", "stopped", "trouble"]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A printer as the system tells of it. No system tells Qt that the paper is out."""

    name: str
    state: PrinterState
    paper: str = ""  # what it has unless told otherwise
    finest_dpi: int | None = None
    is_usual: bool = False  # the system's own default


def on_this_computer() -> list[Known]:
    """The printers of this computer. Asks the system, which may take its time: never on the loop."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    states: dict[QPrinter.PrinterState, PrinterState] = {
        QPrinter.PrinterState.Idle: "ready",
        QPrinter.PrinterState.Active: "printing",
        QPrinter.PrinterState.Aborted: "stopped",
        QPrinter.PrinterState.Error: "trouble",
    }
    return [
        Known(
            name=info.printerName(),
            state=states.get(info.state(), "trouble"),
            paper=info.defaultPageSize().name(),
            finest_dpi=max(info.supportedResolutions(), default=None),
            is_usual=info.isDefault(),
        )
        for info in QPrinterInfo.availablePrinters()
    ]


def open_printer(name: str) -> Printer:
    """``system:<name>``, ``pdf:<folder>``, ``png:<folder>``. Raises PrinterTrouble."""
    if name.startswith(SYSTEM):
        return SystemPrinter(name.removeprefix(SYSTEM))
    if name.startswith(PDF):
        return Files(Path(name.removeprefix(PDF)), pdf=True)
    if name.startswith(PNG):
        return Files(Path(name.removeprefix(PNG)), pdf=False)
    raise PrinterTrouble("print.no_printer", name)


def page() -> QPageLayout:
    """100 × 180 mm without margins."""
    size = QPageSize(PAPER_MM, QPageSize.Unit.Millimeter, "Label", QPageSize.SizeMatchPolicy.ExactMatch)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def file_name(slip: Slip) -> str:
    """A reprint has a file of its own: nothing is overwritten unseen."""
    return slip.waybill_no if not slip.copy else f"{slip.waybill_no}-{slip.copy}"


class SystemPrinter:
    """A printer as the system knows it. Driven on Linux; a real thermal printer was not at hand."""

    def __init__(self, name: str) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo

        self._info = QPrinterInfo.printerInfo(name)
        if self._info.isNull():
            raise PrinterTrouble("print.no_printer", name)

    def put(self, slip: Slip) -> None:
        from PySide6.QtPrintSupport import QPrinter

        put_on(QPrinter(self._info, QPrinter.PrinterMode.HighResolution), slip)


def put_on(printer: "QPrinter", slip: Slip) -> None:
    """One label as one job of a printer. Raises PrinterTrouble."""
    from PySide6.QtPrintSupport import QPrinter

    printer.setPageLayout(page())
    printer.setFullPage(True)
    printer.setDocName(file_name(slip))
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterTrouble("print.refused", printer.printerName())
    draw(painter, slip, printer.resolution() / DPI)
    ended = painter.end()
    if not ended or printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise PrinterTrouble("print.refused", printer.printerName(), sure=False)


class Files:
    """A folder: each label a PDF or a picture, named by its number."""

    def __init__(self, folder: Path, *, pdf: bool) -> None:
        self._folder = folder
        self._pdf = pdf

    def put(self, slip: Slip) -> None:
        path = self._folder / f"{file_name(slip)}.{'pdf' if self._pdf else 'png'}"
        half = path.with_name(f".part.{path.name}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            half.touch()
            written = self._to_pdf(slip, half) if self._pdf else picture(slip).save(str(half))
            if not written:
                raise PrinterTrouble("print.folder", str(self._folder))
            half.replace(path)
        except OSError as error:
            raise PrinterTrouble("print.folder", f"{self._folder} {error.strerror or ''}".strip()) from error

    def _to_pdf(self, slip: Slip, path: Path) -> bool:
        writer = QPdfWriter(str(path))
        writer.setResolution(DPI * _FINE)
        writer.setPageLayout(page())
        writer.setTitle(slip.waybill_no)
        painter = QPainter()
        if not painter.begin(writer):
            return False
        draw(painter, slip, _FINE)
        return painter.end()
