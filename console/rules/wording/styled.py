"""Letters that only look different: wide, circled and styled ones, and capitals."""

import unicodedata
from collections.abc import Iterator

_KEPT = frozenset("，。！？；：（）、｡､")  # signs of sentences stay what they are: they are everywhere


def styled() -> Iterator[tuple[str, str]]:
    """Widths, circled and styled letters, capitals: whatever one character stands for one other."""
    ranges = ((0x41, 0x5B), (0xC0, 0x250), (0x370, 0x530), (0x2100, 0x2190), (0x2460, 0x2500), (0x2E80, 0x2FE0),
              (0x3200, 0x3400), (0xF900, 0xFB00), (0xFE10, 0xFE70), (0xFF00, 0xFFF0), (0x1D400, 0x1D800),
              (0x1F100, 0x1F200), (0x2F800, 0x2FA20))  # fmt: skip
    for first, last in ranges:
        for code in range(first, last):
            char = chr(code)
            meant = unicodedata.normalize("NFKC", char).casefold().strip("()")
            if len(meant) == 1 and meant != char and not (char in _KEPT or meant.isspace()):
                yield char, meant
