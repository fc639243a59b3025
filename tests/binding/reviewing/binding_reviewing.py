"""Reviews with a clock that stands and the stand-in model of a sandbox."""

import asyncio
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from console import wording
from console.binding.reviewing import Reviewing
from console.binding.vaults import Vaults
from console.core.operators import Right
from console.core.reviewing import Outgoing, Said
from console.rules.reviews import ReviewChoice
from console.store.database import Database
from console.sync.hub import Hub

START = "import sys; from console.sandbox.serve import main; sys.exit(main(sys.argv[1:]))"
WORLD = ["--port", "0", "--seed", "5", "--items", "5", "--orders", "20", "--frozen"]
NOW = 1_795_651_200_000
RISKY = "这款全网最低价，三天见效，联系13812345678"
Sandbox = dict[str, Any]


class StandingClock:
    """Stands where it is put."""

    def __init__(self) -> None:
        self.at = NOW

    def now_ms(self) -> int:
        return self.at

    async def sleep(self, seconds: float) -> None:
        raise AssertionError("nobody waits here")


def without(folder: Path, secret: str) -> bool:
    """Whether no file there holds it."""
    return all(secret.encode() not in file.read_bytes() for file in folder.rglob("*") if file.is_file())


class Bench:
    def __init__(self, database: Database, sandbox: Sandbox) -> None:
        self.database, self.clock, self.vaults = database, StandingClock(), Vaults()
        self.rights: set[Right] = set(Right)
        told = sandbox["reviewer"]
        self.key = str(told["key"])
        self.choice = ReviewChoice(
            on=True, base_url=told["base_url"], model=told["model"], price_in_fen=200, price_out_fen=800, timeout_s=2
        )
        self.reviews = Reviewing(
            database, self.clock, Hub(), self.vaults, self.checker, lambda right: right in self.rights
        )

    async def checker(self) -> wording.Checker:
        return wording.checker("2026-11-25")

    async def set_up(self, **changes: object) -> None:
        await self.reviews.set_key(self.key)
        await self.reviews.set_choice(msgspec.structs.replace(self.choice, **changes))


class Endless:
    """Asks, and waits for an answer that does not come."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()

    async def ask(self, outgoing: Outgoing) -> Said:
        self.asked.set()
        await asyncio.Event().wait()
        raise AssertionError(outgoing)

    async def aclose(self) -> None:
        """Holds nothing."""


def png(hue: int) -> bytes:
    """A picture as OBS sends one, of a colour."""
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    image.fill(QColor(hue, 30, 40))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a str
    return bytes(buffer.data().data())
