"""Bytes of an answer as the shape a platform's ``wire`` names: one decoder a shape, numbers taken from text too."""

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_DECODERS: dict[type, msgspec.json.Decoder[Any]] = {}


def decode(raw: bytes | msgspec.Raw, kind: type[T]) -> T:
    """``raw`` as a ``kind``. Raises msgspec.MsgspecError, whose text names a path and no value."""
    if kind not in _DECODERS:
        _DECODERS[kind] = msgspec.json.Decoder(kind, strict=False)
    try:
        row: T = _DECODERS[kind].decode(raw)
    except RecursionError:
        raise msgspec.DecodeError("nested too deeply") from None
    return row
