"""Pictures and the net that brings them, as the window's tests need them."""

import asyncio

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from console.core.errors import Trouble

RED = "#c0392b"


def file(colour: str = RED, wide: int = 300, high: int = 300, kind: str = "PNG") -> bytes:
    """A picture in one colour."""
    image = QImage(wide, high, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())


def address(number: int, host: str = "img.example") -> str:
    return f"https://{host}/{number}.png"


def near(one: QColor, other: str) -> bool:
    """The same colour but for what JPEG does to it."""
    wanted = QColor(other)
    return all(abs(a - b) < 8 for a, b in zip(one.getRgb()[:3], wanted.getRgb()[:3], strict=True))


class FakeFetcher:
    """The net: what it gives by address (else red), what it counts; answers wait while ``gate`` is closed."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.cancelled: list[str] = []
        self.under_way = 0
        self.most = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.answers: dict[str, bytes | Trouble] = {}
        self.usual: bytes | Trouble = file()

    async def fetch(self, address: str) -> bytes:
        self.asked.append(address)
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.cancelled.append(address)
            raise
        finally:
            self.under_way -= 1
        answer = self.answers.get(address, self.usual)
        if isinstance(answer, Trouble):
            raise answer
        return answer


class Time:
    """Stands still until moved."""

    def __init__(self) -> None:
        self.at = 1_000.0

    def __call__(self) -> float:
        return self.at
