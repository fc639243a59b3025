"""Frames of a show, of a folder or of OBS: one each so many seconds, small, without what a camera writes into them."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, Qt

from console.core.reviewing import Frame
from console.documents.decoding import Opened, PictureTrouble
from console.documents.image_facts import look
from console.documents.lettering import Letters
from console.documents.looking import SupportsLetters

SUFFIXES: Final = frozenset({".png", ".jpg", ".jpeg"})
SIDE: Final = 768  # pixels of what is sent
MOST_BYTES: Final = 20 * 1024 * 1024
QUALITY: Final = 80


def pick(folder: Path, every_s: int, most: int) -> list[tuple[Path, int]]:
    """The first picture, and each that is so many seconds later than the one before; with its seconds. Blocks."""
    found = sorted(
        (path.stat().st_mtime, path.name, path)
        for path in folder.iterdir()
        if path.suffix.lower() in SUFFIXES and path.is_file()
    )
    picked: list[tuple[Path, int]] = []
    last = None
    for at, _, path in found:
        if last is None or at - last >= every_s:
            picked.append((path, int(at - found[0][0])))
            last = at
    return picked[:most]


def frames(folder: Path, every_s: int, most: int, letters: SupportsLetters | None) -> tuple[list[Frame], list[str]]:
    """The frames, with the words in them where somebody reads letters, and the names of those that are no pictures.

    Blocks. Raises OSError where the folder cannot be read.
    """
    made: list[Frame] = []
    bad: list[str] = []
    for path, at_s in pick(folder, every_s, most):
        try:
            if path.stat().st_size > MOST_BYTES:
                raise PictureTrouble("too_many_pixels")
            content = path.read_bytes()
            made.append(frame_of(path.name, at_s, content, letters))
        except (PictureTrouble, OSError):
            bad.append(path.name)
    return made, bad


def frame_of(name: str, at_s: int, content: bytes, letters: SupportsLetters | None) -> Frame:
    """A picture as it would be sent, with the words in it. Blocks. Raises PictureTrouble."""
    words = _words(content, letters)
    image = Opened(content).read(least_side=SIDE)
    if max(image.width(), image.height()) > SIDE:
        image = image.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload]  # the stubs want bytes, Qt a str
    small = bytes(buffer.data().data())
    return Frame(name=name, sha256=hashlib.sha256(small).hexdigest(), at_s=at_s, words=words, content=small)


def _words(content: bytes, letters: SupportsLetters | None) -> str:
    if letters is None:
        return ""
    pixels = look(content)[1]
    found: Sequence[Letters] | None = letters.read(pixels) if pixels is not None else None
    return "\n".join(one.words for one in found or ())
