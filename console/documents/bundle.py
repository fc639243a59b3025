"""A diagnostics bundle: a zip of plain texts that were shown before. It is whole or it is not there."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One text of it."""

    name: str
    text: str


def write(parts: Iterable[Part], path: Path) -> None:
    """Blocks. Raises OSError; then what was there before still is."""
    half = path.with_name(f"{path.name}.part")
    try:
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as file:
            for part in parts:
                file.writestr(part.name, part.text)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
