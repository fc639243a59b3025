"""标签一致性: how far what is published agrees with what the fans like. An own figure, not the platform's. Pure."""

from collections.abc import Mapping

import msgspec

REST = ""  # what is under no label that was told


class LabelPair(msgspec.Struct, frozen=True, kw_only=True):
    """A label on both sides, shares of one; ``gap`` is fans less content."""

    label: str
    content: float
    fans: float
    warns: bool = False

    @property
    def gap(self) -> float:
        return self.fans - self.content


class Consistency(msgspec.Struct, frozen=True, kw_only=True):
    """All labels, the largest first, the rest last; ``index`` is 1 where both sides agree, 0 where they share none."""

    pairs: tuple[LabelPair, ...]
    index: float

    @property
    def worst(self) -> LabelPair | None:
        """The label worth a look: the widest gap that warns."""
        return max((pair for pair in self.pairs if pair.warns), key=lambda one: abs(one.gap), default=None)


def consistency(content: Mapping[str, float], fans: Mapping[str, float], gap: float) -> Consistency | None:
    """``1 − ½ Σ |content − fans|``; None where one side is not told. ``gap``: from so wide on it warns.

    What a side leaves open up to 100 % is one label more, for both; a side above is scaled down to it.
    """
    if not content or not fans:
        return None
    ours, theirs = _whole(content), _whole(fans)
    labels = sorted({*ours, *theirs}, key=lambda one: (one == REST, -max(ours.get(one, 0), theirs.get(one, 0)), one))
    pairs = tuple(_pair(label, ours.get(label, 0.0), theirs.get(label, 0.0), gap) for label in labels)
    return Consistency(pairs=pairs, index=max(0.0, 1 - sum(abs(pair.gap) for pair in pairs) / 2))


def _pair(label: str, content: float, fans: float, gap: float) -> LabelPair:
    is_wide = round(abs(fans - content), 6) >= gap and label != REST
    return LabelPair(label=label, content=content, fans=fans, warns=is_wide)


def _whole(side: Mapping[str, float]) -> dict[str, float]:
    total = sum(side.values())
    if total > 1:
        return {label: share / total for label, share in side.items()}
    rest = 1 - total
    return dict(side) if rest < 0.0005 else {**side, REST: side.get(REST, 0.0) + rest}
