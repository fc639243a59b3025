"""Making thumbnails: from what came, a small square to keep; from that, one of the size that is drawn. For threads."""

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QBrush, QImage, QPainter

from console.documents.decoding import Opened, PictureTrouble
from console.ui.paint import ROUNDNESS

KEPT_SIDE = 160  # pixels: enough for 56 on a screen of scale 2.5
QUALITY = 88


class Unusable(Exception):
    """No thumbnail can be made of this."""


def shrink(content: bytes) -> bytes:
    """The middle square, small, on white, as a file. Raises Unusable."""
    try:
        image = Opened(content).read(least_side=2 * KEPT_SIDE)
    except PictureTrouble as trouble:
        raise Unusable(trouble.ill) from trouble
    square = _square(image, min(KEPT_SIDE, image.width(), image.height()))
    whole = QImage(square.size(), QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    painter.drawImage(0, 0, square)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not whole.save(buffer, "JPG", QUALITY):  # type: ignore[call-overload]  # the stubs know no device with a format
        raise Unusable("not written")
    return bytes(buffer.data().data())


def fit(content: bytes, pixels: int) -> QImage:
    """What ``shrink`` kept, ``pixels`` square with rounded corners. Raises Unusable."""
    try:
        square = _square(Opened(content).read(), pixels)
    except PictureTrouble as trouble:
        raise Unusable(trouble.ill) from trouble
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(square))
    painter.drawRoundedRect(QRect(0, 0, pixels, pixels), pixels * ROUNDNESS, pixels * ROUNDNESS)
    painter.end()
    return image


def _square(image: QImage, side: int) -> QImage:
    """The middle of it, ``side`` square."""
    short = min(image.width(), image.height())
    left, top = (image.width() - short) // 2, (image.height() - short) // 2
    middle = image.copy(QRect(left, top, short, short))
    return middle.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
