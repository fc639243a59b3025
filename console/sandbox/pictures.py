"""Item pictures, drawn by the sandbox itself: flat shapes on a soft ground, told apart by their seed.

PNG by hand (zlib and struct), because a picture library is much for a few rectangles and circles. Some are bad on
purpose, so that checks of main pictures have something to find: one in nine is not square, one in eleven is small,
one in thirteen has a border.
"""

import struct
import zlib
from functools import lru_cache
from random import Random

Colour = tuple[int, int, int]

SIDE = 800  # pixels
BACKGROUNDS: tuple[Colour, ...] = ((244, 238, 230), (232, 240, 246), (240, 244, 234), (247, 236, 238), (238, 236, 246))
GOODS: tuple[Colour, ...] = (
    (205, 120, 92),
    (96, 130, 158),
    (122, 148, 110),
    (190, 108, 128),
    (128, 116, 166),
    (206, 164, 92),
    (88, 148, 148),
    (150, 110, 86),
)
BORDER: Colour = (214, 48, 49)


@lru_cache(maxsize=512)
def picture(seed: int) -> bytes:
    """The PNG of ``seed``."""
    random = Random(seed)
    width, height = _size(seed)
    rows = _ground(width, height, random.choice(BACKGROUNDS))
    goods = random.choice(GOODS)
    for _ in range(random.randrange(2, 5)):
        radius = random.randrange(width // 10, width // 4)
        x, y = random.randrange(width // 4, width * 3 // 4), random.randrange(height // 4, height * 3 // 4)
        colour = _tint(goods, random.randrange(-28, 29))
        if random.random() < 0.5:
            _circle(rows, x, y, radius, colour)
        else:
            _bar(rows, x - radius, y - radius // 2, x + radius, y + radius // 2, colour)
    if seed % 13 == 0:
        _frame(rows, width // 25)
    return _png(width, height, rows)


def _size(seed: int) -> tuple[int, int]:
    if seed % 9 == 0:
        return SIDE, SIDE * 3 // 4
    if seed % 11 == 0:
        return 320, 320
    return SIDE, SIDE


def _tint(colour: Colour, by: int) -> Colour:
    red, green, blue = (min(255, max(0, part + by)) for part in colour)
    return red, green, blue


def _ground(width: int, height: int, colour: Colour) -> list[bytearray]:
    """Rows of pixels, a little darker towards the bottom."""
    return [bytearray(bytes(_tint(colour, -24 * row // height)) * width) for row in range(height)]


def _paint(row: bytearray, left: int, right: int, colour: Colour) -> None:
    left, right = max(0, left), min(len(row) // 3, right)
    if left < right:
        row[3 * left : 3 * right] = bytes(colour) * (right - left)


def _circle(rows: list[bytearray], x: int, y: int, radius: int, colour: Colour) -> None:
    for row in range(max(0, y - radius), min(len(rows), y + radius)):
        half = int((radius * radius - (row - y) ** 2) ** 0.5)
        _paint(rows[row], x - half, x + half, colour)


def _bar(rows: list[bytearray], left: int, top: int, right: int, bottom: int, colour: Colour) -> None:
    for row in rows[max(0, top) : max(0, bottom)]:
        _paint(row, left, right, colour)


def _frame(rows: list[bytearray], thick: int) -> None:
    width = len(rows[0]) // 3
    for number, row in enumerate(rows):
        if number < thick or number >= len(rows) - thick:
            _paint(row, 0, width, BORDER)
        else:
            _paint(row, 0, thick, BORDER)
            _paint(row, width - thick, width, BORDER)


def _png(width: int, height: int, rows: list[bytearray]) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)  # 8 bits a channel, RGB, not interlaced
    pixels = b"".join(b"\0" + row for row in rows)  # each row: filter 0, none
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(pixels, 1)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
