"""Words and tables as a PDF: A4, its fonts within it, pages numbered. Not for the loop: it takes a while."""

from pathlib import Path

from PySide6.QtCore import QEventLoop, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

DPI = 300
POINTS = 72
MARGIN_MM, FOOT_MM = 15.0, 8.0
INK = QColor("#101828")
LATIN = ["Arial", "Helvetica", "Liberation Sans", "DejaVu Sans"]
"""Before the Chinese families: Qt does not tell a PDF which digits a large Chinese font draws, so that an order number
could be read, but neither found nor copied."""


def write_pdf(path: Path, html: str, title: str, foot: str, families: list[str], *, upright: bool = False) -> int:
    """Write it beside its name, then put it there; returns how many pages. ``foot`` takes {page} and {pages}."""
    part = path.with_name(f".{path.name}.part")
    try:
        pages = _write(part, html, title, foot, families, upright)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return pages


def draw_on_white(document: QTextDocument, painter: QPainter, rect: QRectF) -> None:
    """This part of a document as it is on paper: black on white, whatever the window looks like."""
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, INK)
    context.palette = palette
    context.clip = rect
    painter.setClipRect(rect)
    document.documentLayout().draw(painter, context)


def _write(path: Path, html: str, title: str, foot: str, families: list[str], upright: bool) -> int:
    _dispatcher = QEventLoop()  # never run: laying out starts a timer, which a thread without one complains of
    font = QFont()
    font.setFamilies([*LATIN, *families])
    font.setPointSizeF(9)
    writer = QPdfWriter(str(path))
    writer.setResolution(DPI)
    writer.setTitle(title)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    way = QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, margins, QPageLayout.Unit.Millimeter))
    room = QSizeF(writer.width(), writer.height())
    foot_high = FOOT_MM / 25.4 * DPI
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    document.setHtml(html)
    document.setPageSize(QSizeF(room.width(), room.height() - foot_high))
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"cannot be written: {path}")
    pages = document.pageCount()
    for page in range(pages):
        if page:
            writer.newPage()
        high = room.height() - foot_high
        painter.save()
        painter.translate(0, -page * high)
        draw_on_white(document, painter, QRectF(0, page * high, room.width(), high))
        painter.restore()
        painter.setFont(font)
        words = foot.format(page=page + 1, pages=pages)
        painter.drawText(QRectF(0, room.height() - foot_high * 0.6, room.width(), foot_high * 0.6), 0x84, words)
    painter.end()
    return pages
