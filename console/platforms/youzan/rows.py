"""A page's rows, one by one: a row that does not fit is kept aside with its key, and the rest goes on."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from console.core.gateway import BadRow

Shape = TypeVar("Shape")
Noun = TypeVar("Noun")


@dataclass(frozen=True)
class RowKind(Generic[Shape, Noun]):
    """How rows of one listing become nouns; ``key`` names the field, at any depth, that says which row it is."""

    shape: msgspec.json.Decoder[Shape]
    mapping: Callable[[Shape], Noun]
    key: str

    def read(self, raws: Iterable[msgspec.Raw]) -> tuple[list[Noun], list[BadRow]]:
        """The rows that fit, and those that do not."""
        good: list[Noun] = []
        bad: list[BadRow] = []
        for raw in raws:
            try:
                good.append(self.mapping(self.shape.decode(raw)))
            except (msgspec.DecodeError, ValueError, OverflowError) as error:
                bad.append(bad_row(bytes(raw), self.key, str(error)))
        return good, bad


def bad_row(raw: bytes, key: str, reason: str) -> BadRow:
    """What is kept of a row that does not fit."""
    found = re.search(rb'"' + key.encode() + rb'"\s*:\s*"?([^"\s,:{}\[\]]+)', raw)
    name = found.group(1).decode(errors="replace") if found else f"?{hashlib.sha256(raw).hexdigest()[:16]}"
    return BadRow(key=name, raw=raw.decode(errors="replace"), reason=reason)
