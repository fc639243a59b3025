"""The program's icon in the forms that systems want, drawn from resources/app.svg: ``python packaging/drawing.py DIR``.

Needs Qt, so it runs in an environment that has the program's packages.
"""

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parent.parent / "resources" / "app.svg"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_KINDS = (  # the kind that macOS looks for, and its pixels
    (b"icp4", 16), (b"icp5", 32), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512), (b"ic10", 1024),
    (b"ic11", 32), (b"ic12", 64), (b"ic13", 256), (b"ic14", 512),
)  # fmt: skip
PNG_SIZES = (48, 64, 128, 256, 512)


def drawn(size: int) -> QImage:
    """The icon, ``size`` pixels wide."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(SOURCE)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def png(size: int) -> bytes:
    """The icon as a PNG."""
    held = QByteArray()
    line = QBuffer(held)
    line.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn(size).save(line, "PNG")  # type: ignore[call-overload]  # Qt's stubs know the format only as bytes
    return bytes(held.data())


def dib(size: int) -> bytes:
    """The icon as Windows' own bitmap, upside down, with the mask that older readers want: no pixel is masked."""
    image = drawn(size)
    rows = [bytes(image.constScanLine(y)[: size * 4]) for y in reversed(range(size))]
    mask = bytes((size + 31) // 32 * 4 * size)
    header = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    return header + b"".join(rows) + mask


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon: a directory of pictures, 0 standing for 256 pixels."""
    at = 6 + 16 * len(pictures)
    entries, data = b"", b""
    for size, picture in sorted(pictures.items()):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at + len(data))
        data += picture
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + data


def icns(pictures: list[tuple[bytes, bytes]]) -> bytes:
    """A macOS icon: chunks of PNGs, each with its kind and length."""
    chunks = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures)
    return b"icns" + struct.pack(">I", 8 + len(chunks)) + chunks


def main(folder: Path) -> int:
    """Write app.ico, app.icns and the PNGs."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QGuiApplication.instance() or QGuiApplication([])
    (folder / "app.ico").write_bytes(ico({size: png(size) if size == 256 else dib(size) for size in ICO_SIZES}))
    (folder / "app.icns").write_bytes(icns([(kind, png(size)) for kind, size in ICNS_KINDS]))
    for size in PNG_SIZES:
        (folder / f"{size}.png").write_bytes(png(size))
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
