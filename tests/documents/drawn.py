"""Pictures as merchants have them, drawn here: clean ones, one with a slogan, one with a mark, torn and huge ones."""

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

WHITE = QColor("#ffffff")


def encoded(image: QImage, kind: str = "PNG") -> bytes:
    """The picture as a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())


def goods(wide: int = 800, high: int = 800, ground: QColor = WHITE) -> QImage:
    """A cup on a ground, and nothing else."""
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#8fb3ff"))
    painter.drawRoundedRect(QRect(wide * 3 // 10, high * 3 // 10, wide * 4 // 10, high * 4 // 10), 40, 40)
    painter.setBrush(QColor("#5c8ff5"))
    painter.drawEllipse(QRect(wide * 3 // 10, high * 27 // 100, wide * 4 // 10, high // 10))
    painter.end()
    return image


def lettered(image: QImage, words: str, place: QRect, pixels: int, colour: str) -> QImage:
    """The same with words on it."""
    painter = QPainter(image)
    font = QFont("Noto Sans CJK SC")
    font.setPixelSize(pixels)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)
    painter.end()
    return image


def slogan() -> QImage:
    """Goods under large words."""
    return lettered(goods(), "全场五折 限时抢购 买一送一", QRect(0, 60, 800, 680), 120, "#c5302a")


def marked() -> QImage:
    """Goods with somebody's name in a corner, half transparent."""
    return lettered(goods(), "小禾家居旗舰店", QRect(540, 730, 250, 60), 30, "#70444444")


def huge() -> bytes:
    """Forty megapixels in a small file."""
    image = QImage(8000, 5000, QImage.Format.Format_Grayscale8)
    image.fill(200)
    return encoded(image, "PNG")
