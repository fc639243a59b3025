"""The picture of an item in a list: as it is held, else the first letter of its name."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from console.ui import paint, texts
from console.ui.theme import current

if TYPE_CHECKING:
    from console.ui.pictures import Pictures

BADGE = 13


@dataclass(frozen=True)
class PictureTile:
    """Of the item of this name. ``badge`` stands in its corner."""

    address: str
    name: str
    badge: str = ""


def draw(painter: QPainter, place: QRect, tile: PictureTile, pictures: "Pictures | None") -> None:
    """Into this square; what is not held is not waited for."""
    if pictures is None or not pictures.draw(painter, place, tile.address):
        _letter(painter, place, tile.name)
    if tile.badge:
        corner = QRect(place.x(), place.bottom() - BADGE + 1, BADGE, BADGE)
        paint.rounded(painter, corner, 3, current()["surface"])
        paint.text(painter, corner, tile.badge, current()["text2"], pixels=11, align=paint.CENTRE)


def _letter(painter: QPainter, place: QRect, name: str) -> None:
    """On a ground that is always the same for the same name."""
    look, tint = current(), crc32(name.encode()) % len(paint.THUMBS)
    paint.rounded(painter, place, place.width() * paint.ROUNDNESS, look[f"thumb{tint}"])
    first = name.strip()[:1].upper() or texts.NOTHING
    ink = look[f"glyph{tint}"]
    paint.text(painter, place, first, ink, pixels=place.width() // 2, strong=True, align=paint.CENTRE)
