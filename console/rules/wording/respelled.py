"""Spellings that get past checkers, put back into what was meant."""

from collections.abc import Iterator

from console.rules.wording.folding import Way


def lines(text: str, written: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, list[tuple[int, int, str]]]]:
    """The lines that hold spellings, from where to where, and what stands in each of them for what."""
    parts: list[tuple[int, int, str]] = []
    first = stop = -1
    for part in sorted(written, key=lambda one: (one[0], -one[1])):
        if part[0] >= stop:
            if parts:
                yield first, stop, parts
            first = text.rfind("\n", 0, part[0]) + 1
            stop = text.find("\n", part[1])
            stop = len(text) if stop < 0 else stop
            parts = []
        if not parts or part[0] >= parts[-1][1]:
            parts.append(part)
    if parts:
        yield first, stop, parts


def rewritten(
    text: str, first: int, stop: int, parts: list[tuple[int, int, str]]
) -> tuple[str, Way, tuple[tuple[int, int], ...]]:
    """A line as it was meant, the way back, and where in it the spellings were."""
    out, starts, origins, lengths, spans, length, at = [], [], [], [], [], 0, first
    for start, end, meant in [*parts, (stop, stop, "")]:
        for piece, origin, covers in ((text[at:start], at, start - at), (meant, start, end - start)):
            if piece:
                out.append(piece)
                starts.append(length)
                origins.append(origin)
                lengths.append(covers)
                length += len(piece)
        if meant:
            spans.append((length - len(meant), length))
        at = end
    return "".join(out), Way(tuple(starts), tuple(origins), tuple(lengths)), tuple(spans)
