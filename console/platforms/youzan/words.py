"""Words of a row: fields it cannot do without, and the specification as a person reads it."""

from collections.abc import Iterable

import msgspec

from console.platforms.youzan import wire
from console.platforms.youzan.values import Loose, text

_specs = wire.decoder(list[wire.SpecValue])


def needed(value: Loose, name: str) -> str:
    """The text of a field a row cannot do without."""
    word = text(value).strip()
    if not word:
        raise ValueError(f"no {name}")
    return word


def spec(value: Loose) -> str:
    """``[{"k": "颜色", "v": "红"}, …]`` as JSON in a text → ``"红 · …"``; other text stays as it is."""
    word = text(value).strip()
    if not word.startswith("["):
        return word
    try:
        return joined(part.v for part in _specs.decode(word))
    except msgspec.DecodeError:
        return word  # a snapshot's wording is not worth a lost trade


def joined(values: Iterable[Loose]) -> str:
    """``"红 · 500ml"``: what is there, in its order."""
    return " · ".join(word for word in map(text, values) if word)
