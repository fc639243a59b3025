"""The evidence of a case as one zip: what is there, each with its hash, what is missing and why. Buyers stay masked."""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

import msgspec

from console.core.clock import format_shop_time

MOST_BYTES: Final = 100 * 1024 * 1024  # of one file
EPOCH: Final = (1980, 1, 1, 0, 0, 0)

PieceKind = Literal["order", "waybill", "chat", "picture", "statement", "other"]


class EvidenceTrouble(Exception):
    """A file that cannot be kept; ``code`` is a key of the catalogue."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Something that goes into the zip: a text of ours, or a kept file by its hash."""

    name: str
    kind: str
    text: str | None = None
    sha256: str = ""


class Missing(msgspec.Struct, frozen=True):
    """What ought to be there, and why it is not."""

    kind: str
    reason: str


class Packed(msgspec.Struct, frozen=True, kw_only=True):
    """What the zip holds, as its list says it: hash and bytes of each file."""

    sha256: str
    files: Sequence[tuple[str, str, int]]


def keep_file(folder: Path, source: Path) -> tuple[str, int]:
    """Copy a file into the profile under its hash; returns hash and bytes. Blocks. Raises EvidenceTrouble, OSError."""
    if not source.is_file():
        raise EvidenceTrouble("evidence.no_file", source.name)
    size = source.stat().st_size
    if size > MOST_BYTES:
        raise EvidenceTrouble("evidence.too_big", source.name)
    folder.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(suffix=".part", dir=folder)  # two may have one name, or the longest there can be
    beside, digest = Path(name), hashlib.sha256()
    try:
        with source.open("rb") as there, os.fdopen(number, "wb") as here:
            while chunk := there.read(1 << 20):
                digest.update(chunk)
                here.write(chunk)
        beside.replace(folder / digest.hexdigest())
    finally:
        beside.unlink(missing_ok=True)
    return digest.hexdigest(), size


def is_intact(folder: Path, sha256: str) -> bool:
    """Whether a kept file still is what it was. Blocks."""
    path = folder / sha256
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def write_pack(
    path: Path, case_id: str, parts: Sequence[Part], missing: Sequence[Missing], folder: Path, now: int
) -> Packed:
    """Write the zip whole, or nothing. A kept file that was changed since is named as missing instead. Blocks."""
    beside = path.with_name(f".{path.name}.part")
    files: list[tuple[str, str, int]] = []
    gone = list(missing)
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as pack:
            for number, part in enumerate(parts, 1):
                content = _content(folder, part)
                if content is None:
                    gone.append(Missing(part.kind, f"evidence.changed: {part.name}"))
                    continue
                name = f"{number:02d}_{part.kind}_{_safe(part.name)}"
                pack.writestr(zipfile.ZipInfo(name, EPOCH), content)
                files.append((name, hashlib.sha256(content).hexdigest(), len(content)))
            listed = {
                "case": case_id,
                "packed_at": format_shop_time(now),
                "files": [{"name": name, "sha256": digest, "bytes": size} for name, digest, size in files],
                "missing": [{"kind": one.kind, "reason": one.reason} for one in gone],
            }
            content = msgspec.json.format(msgspec.json.encode(listed), indent=1)
            pack.writestr(zipfile.ZipInfo("00_list.json", EPOCH), content)
        with beside.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return Packed(sha256=digest, files=files)


def _content(folder: Path, part: Part) -> bytes | None:
    if part.text is not None:
        return part.text.encode()
    return (folder / part.sha256).read_bytes() if is_intact(folder, part.sha256) else None


def _safe(name: str) -> str:
    """A name that no unpacker takes for a path."""
    plain = "".join(sign if sign.isalnum() or sign in "._-" else "_" for sign in Path(name).name)
    return plain[-80:].lstrip(".") or "file"
