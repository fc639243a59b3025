"""Our parcel slip: 100 × 180 mm on the grid of a 203 dpi printer. The buyer is masked, a reprint says that it is one.

It is not the carrier's official label: what that is printed from is opaque, and only the platform's own print component
reads it. The slip bears the same number and says what it is.

Everything is placed in dots of that grid and drawn in whole pixels of whatever it is drawn on, so that bars stay bars.
"""

from dataclasses import dataclass

import barcode
import segno
from PySide6.QtCore import QCoreApplication, QRect, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen

from console.core.clock import format_shop_time
from console.core.waybills import Slip
from console.rules.waybills import grouped

DPI = 203
PAPER_MM = QSizeF(100, 180)
WIDE, HIGH = 799, 1439  # dots
_EDGE = 28
_QUIET = 10  # modules left and right of a Code 128
_DOTS_PER_METRE = 7992
_FEW = 2
_FAMILIES = ["Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei", "Sans"]
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWrapAnywhere

translate = QCoreApplication.translate


def picture(slip: Slip, scale: int = 1) -> QImage:
    """The slip as a picture, a pixel a dot (times ``scale``)."""
    image = QImage(WIDE * scale, HIGH * scale, QImage.Format.Format_Grayscale8)
    image.setDotsPerMeterX(_DOTS_PER_METRE * scale)
    image.setDotsPerMeterY(_DOTS_PER_METRE * scale)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw(painter, slip, scale)
    painter.end()
    return image


def draw(painter: QPainter, slip: Slip, scale: float, offset: tuple[int, int] = (0, 0)) -> None:
    """Draw it; ``scale`` is how many pixels a dot is wide, ``offset`` shifts everything by so many dots."""
    pen = _Pen(painter, scale, offset)
    _head(pen, slip)
    _whereto(pen, slip)
    _whence(pen, slip)
    _number(pen, slip)
    _stub(pen, slip)
    _goods(pen, slip)


@dataclass(frozen=True)
class _Pen:
    """Draws in dots."""

    painter: QPainter
    scale: float
    offset: tuple[int, int]

    def px(self, dots: float) -> int:
        return round(dots * self.scale)

    def rect(self, x: int, y: int, wide: int, high: int) -> QRect:
        left, top = x + self.offset[0], y + self.offset[1]
        return QRect(self.px(left), self.px(top), self.px(wide), self.px(high))

    def fill(self, x: int, y: int, wide: int, high: int, colour: Qt.GlobalColor = Qt.GlobalColor.black) -> None:
        self.painter.fillRect(self.rect(x, y, wide, high), colour)

    def line(self, y: int) -> None:
        self.fill(0, y, WIDE, 2)

    def say(
        self,
        x: int,
        y: int,
        wide: int,
        high: int,
        words: str,
        size: int,
        *,
        strong: bool = False,
        align: Qt.AlignmentFlag | int = _LEFT,
        colour: Qt.GlobalColor = Qt.GlobalColor.black,
        wrap: bool = False,
    ) -> None:
        """One line, smaller where it does not fit, cut with … at last; ``wrap``: as many as there is room for."""
        rect = self.rect(x, y, wide, high)
        font = _font(self.px(size), strong)
        if not wrap:
            while QFontMetrics(font).horizontalAdvance(words) > rect.width() and font.pixelSize() > self.px(size * 0.7):
                font.setPixelSize(font.pixelSize() - 1)
            words = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        self.painter.setFont(font)
        self.painter.setPen(QPen(QColor(colour)))
        self.painter.drawText(rect, int(_WRAPPED if wrap else align), words)

    def bars(self, x: int, y: int, wide: int, high: int, number: str, most: int) -> None:
        """A Code 128 in the middle of this place, each module a whole number of pixels wide."""
        modules = code128(number)
        room = self.px(wide) // (len(modules) + 2 * _QUIET)
        module = max(1, min(self.px(most), room))
        left = self.px(x + self.offset[0]) + (self.px(wide) - module * len(modules)) // 2
        top, tall = self.px(y + self.offset[1]), self.px(high)
        for at, bar in enumerate(modules):
            if bar == "1":
                self.painter.fillRect(left + at * module, top, module, tall, Qt.GlobalColor.black)

    def square(self, x: int, y: int, side: int, words: str) -> None:
        """A QR code, quiet zone included."""
        rows = [bytes(row) for row in segno.make(words, error="m", micro=False).matrix]
        module = max(1, self.px(side) // (len(rows) + 8))
        spare = (self.px(side) - module * len(rows)) // 2
        left, top = self.px(x + self.offset[0]) + spare, self.px(y + self.offset[1]) + spare
        for down, row in enumerate(rows):
            for across, dark in enumerate(row):
                if dark:
                    self.painter.fillRect(
                        left + across * module, top + down * module, module, module, Qt.GlobalColor.black
                    )


def code128(number: str) -> str:
    """The modules of a Code 128, 1 for a bar. Raises ValueError for a number that it cannot hold, or with blanks."""
    if not number or not all("!" <= sign <= "~" for sign in number):  # parcels of JD are called JDVE…-1-2-
        raise ValueError(f"no waybill number: {number!r}")
    rows: list[str] = barcode.get("code128", number).build()
    return rows[0]


def _font(pixels: int, strong: bool) -> QFont:
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPixelSize(max(1, pixels))
    font.setBold(strong)
    return font


def _head(pen: _Pen, slip: Slip) -> None:
    pen.say(_EDGE, 14, 330, 84, slip.carrier_name, 50, strong=True)
    if slip.copy:
        pen.fill(364, 22, 200, 66)
        mark = translate("waybill", "Reprint {n}").format(n=slip.copy)
        pen.say(364, 22, 200, 66, mark, 34, strong=True, align=_CENTRE, colour=Qt.GlobalColor.white)
    pen.say(570, 16, 201, 42, translate("waybill", "Parcel slip"), 32, strong=True, align=_RIGHT)
    pen.say(570, 58, 201, 38, format_shop_time(slip.taken_at)[:16], 26, align=_RIGHT)
    pen.line(108)
    place = slip.receiver_place.split(" ", 1)
    pen.say(_EDGE, 112, WIDE - 2 * _EDGE, 118, place[-1] or "—", 74, strong=True, align=_CENTRE)
    pen.line(232)
    pen.say(_EDGE, 236, 420, 70, place[0], 42, strong=True)
    pen.say(450, 236, 321, 70, slip.branch, 28, align=_RIGHT)
    pen.line(308)


def _whereto(pen: _Pen, slip: Slip) -> None:
    _badge(pen, 322, translate("waybill", "To"), dark=True)
    who = "  ".join(part for part in (slip.receiver_name, slip.receiver_phone) if part) or "—"
    pen.say(112, 316, 660, 54, who, 36, strong=True)
    pen.say(112, 370, 660, 40, slip.receiver_place, 28)
    pen.say(112, 412, 660, 76, slip.receiver_address, 28, wrap=True)
    pen.line(492)


def _whence(pen: _Pen, slip: Slip) -> None:
    _badge(pen, 508, translate("waybill", "From"), dark=False)
    pen.say(112, 500, 660, 42, f"{slip.sender_name}  {slip.sender_phone}".strip(), 28)
    pen.say(112, 544, 660, 42, slip.sender_place, 26)
    pen.line(594)


def _badge(pen: _Pen, y: int, word: str, *, dark: bool) -> None:
    rect = pen.rect(_EDGE, y, 64, 64)
    painter = pen.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(Qt.GlobalColor.black, max(1, pen.px(2))))
    painter.setBrush(Qt.GlobalColor.black if dark else Qt.GlobalColor.white)
    painter.drawEllipse(rect.adjusted(2, 2, -2, -2))
    painter.restore()
    size = 34 if len(word) == 1 else 20
    colour = Qt.GlobalColor.white if dark else Qt.GlobalColor.black
    pen.say(_EDGE, y, 64, 64, word, size, strong=True, align=_CENTRE, colour=colour)


def _number(pen: _Pen, slip: Slip) -> None:
    if not slip.waybill_no:  # a preview of what will be
        pen.say(0, 612, WIDE, 214, translate("waybill", "No number yet"), 42, strong=True, align=_CENTRE)
    else:
        pen.bars(0, 612, WIDE, 150, slip.waybill_no, 3)
    pen.say(_EDGE, 768, WIDE - 2 * _EDGE, 58, grouped(slip.waybill_no), 42, strong=True, align=_CENTRE)
    pen.line(834)
    said = translate("waybill", "The shop's own slip with the carrier's number; not the official label")
    pen.say(_EDGE, 838, WIDE - 2 * _EDGE, 40, said, 24)
    pen.say(_EDGE, 884, WIDE - 2 * _EDGE, 40, translate("waybill", "Signed by / at"), 24)
    pen.line(934)


def _stub(pen: _Pen, slip: Slip) -> None:
    pen.say(_EDGE, 944, 300, 56, slip.carrier_name, 40, strong=True)
    pen.say(_EDGE, 1000, 300, 40, translate("waybill", "Customer's part"), 26)
    if slip.waybill_no:
        pen.bars(330, 950, WIDE - 330, 70, slip.waybill_no, 2)
    pen.say(330, 1022, WIDE - 330 - _EDGE, 36, slip.waybill_no, 24, align=_CENTRE)
    pen.line(1066)
    pen.say(_EDGE, 1072, 740, 44, translate("waybill", "Kuaishou {number}").format(number=slip.order_no), 28)
    if slip.trade_no:
        pen.say(_EDGE, 1116, 740, 44, translate("waybill", "Youzan {number}").format(number=slip.trade_no), 28)
    pen.line(1168)


def _goods(pen: _Pen, slip: Slip) -> None:
    few = len(slip.goods) <= _FEW  # of few goods two lines each
    high = 92 if few else 38
    for at, (what, many) in enumerate(slip.goods):
        y = 1176 + high * at
        pen.say(_EDGE, y, 436, high, what, 28, strong=True, wrap=few)
        pen.say(468, y, 84, 42 if few else high, f"×{many}", 32, strong=True, align=_RIGHT)
    pieces = translate("waybill", "Pieces: {n}").format(n=slip.pieces)
    which = translate("waybill", "parcel {n} of {all}").format(n=slip.parcel, all=slip.parcels)
    said = (which if slip.parcels > 1 else "", pieces, slip.shop_name)
    pen.say(_EDGE, 1380, 524, 36, " · ".join(part for part in said if part), 26)
    if slip.waybill_no:
        pen.square(559, 1186, 230, slip.waybill_no)
