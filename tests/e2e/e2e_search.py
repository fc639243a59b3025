"""Searching for secrets in whatever a program leaves behind: as they are, in pieces, and in other clothes."""

import base64
import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

PIECE = 12  # characters: a shorter piece of a secret tells nothing


def pieces(secret: str) -> Iterator[bytes]:
    """Every piece of a secret, plain and as UTF-16, and longer ones in base64 and hex."""
    for at in range(max(1, len(secret) - PIECE + 1)):
        piece = secret[at : at + PIECE].encode()
        yield piece
        yield piece.decode().encode("utf-16-le")
    for at in range(0, max(1, len(secret) - PIECE), PIECE):
        piece = secret[at : at + 2 * PIECE].encode()
        yield piece.hex().encode()
        yield piece.hex().upper().encode()
        for shift in range(3):  # base64 looks different by where in three bytes the piece begins
            coded = base64.b64encode(b"\0" * shift + piece)
            yield coded[4 if shift else 0 : len(coded) - 4]


def found(places: dict[str, bytes], secrets: Iterable[str]) -> dict[str, bytes]:
    """The places that hold any piece of any secret: by their names, one piece with what stands around it."""
    wanted = {piece for secret in secrets for piece in pieces(secret)}
    hits = {}
    for name, content in places.items():
        piece = next((piece for piece in wanted if piece in content), None)
        if piece is not None:
            at = content.index(piece)
            hits[name] = content[max(0, at - 80) : at + 80]
    return hits


def left_in(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by its name; of pictures also what their text chunks say."""
    places = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            name = str(path.relative_to(folder))
            places[name] = content
            if content.startswith(b"\x89PNG"):
                places[f"{name} (texts)"] = b"\n".join(_texts(content))
    return places


def _texts(png: bytes) -> Iterator[bytes]:
    """The words in a picture's tEXt, zTXt, iTXt and eXIf chunks."""
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind in (b"tEXt", b"iTXt", b"eXIf"):
            yield content
        if kind in (b"zTXt", b"iTXt"):
            for start in (cut for cut in range(len(content)) if content[cut : cut + 1] == b"\x78"):
                try:
                    yield zlib.decompress(content[start:])
                except zlib.error:
                    continue
        at += 12 + length
