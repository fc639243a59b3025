"""Opening a picture that came from outside: what it claims is judged before a pixel of it is decoded.

Nothing here touches a screen; call it on a thread or in a process of its own.
"""

from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

Ill = Literal["unknown_format", "torn", "too_many_pixels"]

MOST_PIXELS = 25_000_000
MOST_MB = 128  # what Qt may take for one picture, should its head have lied about its size
STARTS = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
    b"BM": "bmp",
}


class PictureTrouble(Exception):
    """This picture cannot be looked at; ``ill`` says why."""

    def __init__(self, ill: Ill) -> None:
        super().__init__(ill)
        self.ill = ill


def format_of(content: bytes) -> str:
    """``png``, ``jpeg``, ``gif``, ``bmp`` or ``webp`` by the first bytes; nothing where it is none of them."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return next((name for start, name in STARTS.items() if content.startswith(start)), "")


def is_whole(content: bytes) -> bool:
    """Whether the end is there. A decoder often paints what it has of a torn file and says nothing."""
    match format_of(content):
        case "png":
            return b"IEND" in content[-64:]
        case "jpeg":
            return b"\xff\xd9" in content[-4096:]  # phones write notes of their own behind the end
        case "gif":
            return b";" in content[-16:]
        case "webp":
            return len(content) >= 8 + int.from_bytes(content[4:8], "little")
        case "bmp":
            return len(content) >= int.from_bytes(content[2:6], "little")
        case _:
            return False


class Opened:
    """A picture of which no more is read than is asked for: its head for the size, all of it for the pixels.

    Raises PictureTrouble where it is of no format that is looked at.
    """

    def __init__(self, content: bytes, most_pixels: int = MOST_PIXELS) -> None:
        self.format = format_of(content)
        if not self.format:
            raise PictureTrouble("unknown_format")
        self._whole = is_whole(content)
        self._most_pixels = most_pixels
        self._bytes = QByteArray(content)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        QImageReader.setAllocationLimit(MOST_MB)
        self._reader = QImageReader(self._buffer, QByteArray(self.format.encode()))
        self._reader.setAutoTransform(True)

    @property
    def size(self) -> QSize | None:
        """As a person sees it; None where its head does not say."""
        raw = self._reader.size()
        if raw.isEmpty():
            return None
        turned = self._reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
        return raw.transposed() if turned else raw

    def read(self, least_side: int = 0) -> QImage:
        """The pixels; with ``least_side`` a smaller picture whose shorter side is about that, where that is faster.

        Raises PictureTrouble, before anything is decoded where that can be known.
        """
        raw = self._reader.size() if self._whole else QSize()
        if raw.isEmpty():
            raise PictureTrouble("torn")
        if raw.width() * raw.height() > self._most_pixels:
            raise PictureTrouble("too_many_pixels")
        if self.format == "jpeg" and 0 < least_side < min(raw.width(), raw.height()):
            self._reader.setScaledSize(
                raw.scaled(least_side, least_side, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            )
        image = self._reader.read()
        if image.isNull():
            raise PictureTrouble("torn")
        return image
