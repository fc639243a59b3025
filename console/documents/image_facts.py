"""Looking at a picture before it is published: the facts that ``rules.listing_images`` judges.

What a picture claims is read from its head, and judged before a pixel is decoded: a torn or a huge one gets a word and
costs nothing. Letters are looked for by ``documents.lettering``, where that is installed; else nobody looked, and the
facts say so with None.
"""

from collections.abc import Iterable
from typing import Literal, cast

import msgspec
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from console.documents.decoding import Ill, Opened, PictureTrouble
from console.documents.lettering import Letters, Pixels
from console.rules.listing_images import ImageFacts

READ_SIDE = 960  # pixels: letters smaller than can be read at this size do not count
GRID = 128  # the border is measured on a picture this large
EDGE = 0.3  # what counts as near an edge
SMALL = 0.06  # of the picture: a mark, not the message
SIGNS = ("@", "www.", ".com", ".cn", "水印", "抖音", "小红书", "淘宝", "天猫", "拼多多", "京东")
OFTEN = 3


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What looking at a picture found. ``ill``: why its pixels could not be looked at; empty where they were.

    ``watermark`` is a guess from where letters stand and what they say; None: nobody looked for letters.
    """

    facts: ImageFacts
    ill: Ill | Literal[""] = ""
    watermark: bool | None = None


def look(content: bytes) -> tuple[Look, Pixels | None]:
    """Everything but letters, and the pixels in which those may be looked for. Takes a while: not on the loop."""
    known = ImageFacts(size_bytes=len(content))
    try:
        opened = Opened(content)
        known = msgspec.structs.replace(known, format=opened.format)
        if (size := opened.size) is not None:
            known = msgspec.structs.replace(known, width=size.width(), height=size.height())
        image = opened.read(least_side=READ_SIDE)
    except PictureTrouble as trouble:
        return Look(facts=known, ill=trouble.ill), None
    return Look(facts=msgspec.structs.replace(known, border_brightness=border_brightness(image))), _pixels(image)


def with_letters(seen: Look, letters: Iterable[Letters]) -> Look:
    """The same look after somebody has read what stands in the picture."""
    found = tuple(letters)
    facts = msgspec.structs.replace(seen.facts, text_share=text_share(found))
    return msgspec.structs.replace(seen, facts=facts, watermark=has_watermark(found))


def border_brightness(image: QImage) -> int:
    """Of the outermost pixels, in percent; 100 is white. What is transparent counts as white."""
    small = QImage(GRID, GRID, QImage.Format.Format_RGB32)
    small.fill(Qt.GlobalColor.white)
    _draw(small, image)
    grey = small.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = _rows(grey, GRID)
    border = b"".join((rows[0], rows[-1], *(row[:1] + row[-1:] for row in rows[1:-1])))
    return round(100 * sum(border) / (255 * len(border)))


def text_share(letters: Iterable[Letters]) -> int:
    """Percent of the picture under letters. Boxes that overlap count once; any letters at all count as 1 at least."""
    side = 200
    rows = [0] * side  # a bit a column
    for one in letters:
        left, right = _cells(one.left, one.right, side)
        top, bottom = _cells(one.top, one.bottom, side)
        for row in range(top, bottom):
            rows[row] |= ((1 << (right - left)) - 1) << left
    covered = sum(row.bit_count() for row in rows)
    return max(1, round(covered * 100 / side**2)) if covered else 0


def has_watermark(letters: Iterable[Letters]) -> bool:
    """Whether something looks like a mark: it names a site, it is said over and over, or it is small in a corner."""
    found = list(letters)
    said = [one.words.replace(" ", "").lower() for one in found]
    often = any(said.count(words) >= OFTEN for words in said if len(words) > 1)
    named = any(sign in words for words in said for sign in SIGNS)
    return often or named or any(_is_in_a_corner(one) for one in found)


def _is_in_a_corner(one: Letters) -> bool:
    across, down = (one.left + one.right) / 2, (one.top + one.bottom) / 2
    small = (one.right - one.left) * (one.bottom - one.top) < SMALL
    return small and min(across, 1 - across) < EDGE and min(down, 1 - down) < EDGE / 2


def _cells(begin: float, end: float, side: int) -> tuple[int, int]:
    first, last = max(0, int(begin * side)), min(side, -int(-end * side // 1))
    return first, max(first, last)


def _draw(onto: QImage, image: QImage) -> None:
    fitted = image.scaled(onto.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(onto)
    painter.drawImage(QRect(0, 0, onto.width(), onto.height()), fitted)
    painter.end()


def _pixels(image: QImage) -> Pixels:
    longest = max(image.width(), image.height())
    share = min(1.0, READ_SIDE / longest)
    ground = QImage(
        max(1, round(image.width() * share)), max(1, round(image.height() * share)), QImage.Format.Format_RGB32
    )
    ground.fill(Qt.GlobalColor.white)
    _draw(ground, image)
    plain = ground.convertToFormat(QImage.Format.Format_BGR888)
    return Pixels(width=plain.width(), height=plain.height(), bgr=b"".join(_rows(plain, plain.width() * 3)))


def _rows(image: QImage, wide: int) -> list[bytes]:
    """Its rows without what Qt fills them up with."""
    lines = [cast("memoryview", image.constScanLine(row)) for row in range(image.height())]
    return [bytes(line[:wide]) for line in lines]
