"""A table or a paste of what two arms counted: a row is an arm, on a day or in all. Bad rows are said singly. Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal

import msgspec

from console.core.clock import SHOP_TIME
from console.rules.experiments import WHOLE, ArmName, Experiment, Figure, Metric

Wrong = Literal["arm", "day", "metric", "n", "hits", "mean", "twice"]
Words = Mapping[str, Sequence[str]]  # by field, what a column may be called

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table: its figure, or why there is none. ``said``: the words that could not be read."""

    number: int
    figure: Figure | None = None
    wrong: Wrong | None = None
    said: str = ""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """What was read; ``lacks`` are the columns without which nothing can be."""

    lines: tuple[Line, ...] = ()
    lacks: tuple[str, ...] = ()

    @property
    def figures(self) -> list[Figure]:
        return [one.figure for one in self.lines if one.figure is not None]


def words_from(rows: Sequence[Mapping[str, str]]) -> dict[str, list[str]]:
    """Of ``resources/experiment_words.csv``."""
    return {row["field"]: row["words"].split() for row in rows}


def read_table(cells: Sequence[Sequence[str]], of: Experiment, words: Words, origin: str) -> Table:
    """The first row with an arm and a sample in it holds the titles."""
    for place, row in enumerate(cells[:8]):
        fields = _fields(row, words)
        if {"arm", "n"} <= fields.keys():
            return _table(cells[place + 1 :], place + 2, fields, of, origin)
    known = _fields(cells[0], words) if cells else {}
    return Table(lacks=tuple(name for name in ("arm", "n") if name not in known))


def _fields(row: Sequence[str], words: Words) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        plain = re.sub(r"\s", "", cell).lower()
        for field, names in words.items():
            if plain in names:
                found.setdefault(field, place)
    return found


def _table(rows: Sequence[Sequence[str]], first: int, fields: Mapping[str, int], of: Experiment, origin: str) -> Table:
    needs = {"hits" if one.kind == "share" else "mean" for one in of.metrics}
    if "metric" in fields or len(of.metrics) == 1:
        lacks = tuple(sorted(one for one in needs if one not in fields))
    else:
        lacks = ("metric",)
    if lacks:
        return Table(lacks=lacks)
    lines: list[Line] = []
    seen: set[tuple[str, str, int]] = set()
    for number, row in enumerate(rows, first):
        if not any(cell.strip() for cell in row):
            continue
        told = {name: row[place].strip() if place < len(row) else "" for name, place in fields.items()}
        line = _line(number, told, of, origin)
        if line.figure is not None:
            key = (line.figure.metric, line.figure.arm, line.figure.day_at)
            line = Line(number=number, wrong="twice", said=told["arm"]) if key in seen else line
            seen.add(key)
        lines.append(line)
    return Table(lines=tuple(lines))


def _line(number: int, told: Mapping[str, str], of: Experiment, origin: str) -> Line:
    def bad(wrong: Wrong, said: str) -> Line:
        return Line(number=number, wrong=wrong, said=said[:40])

    metric, arm = _metric(told.get("metric", ""), of), _arm(told["arm"], of)
    if metric is None:
        return bad("metric", told.get("metric", ""))
    if arm is None:
        return bad("arm", told["arm"])
    day, n = _day_at(told.get("day", "")), _number(told["n"])
    if day is None:
        return bad("day", told["day"])
    if n is None or n < 1 or n != int(n):
        return bad("n", told["n"])
    if metric.kind == "share":
        hits = _number(told.get("hits", ""))
        if hits is None or hits != int(hits) or not 0 <= hits <= n:
            return bad("hits", told.get("hits", ""))
        figure = Figure(metric=metric.key, arm=arm, n=int(n), day_at=day, hits=int(hits), origin=origin)
        return Line(number=number, figure=figure)
    mean, sd = _number(told.get("mean", "")), _number(told.get("sd", ""))
    if mean is None or (sd is None and n > 1) or (sd is not None and sd < 0):
        return bad("mean", " ".join((told.get("mean", ""), told.get("sd", ""))).strip())
    figure = Figure(metric=metric.key, arm=arm, n=int(n), day_at=day, mean=mean, sd=sd, origin=origin)
    return Line(number=number, figure=figure)


def _metric(text: str, of: Experiment) -> Metric | None:
    if not text and len(of.metrics) == 1:
        return of.metrics[0]
    return next((one for one in of.metrics if text in (one.name, one.key)), None)


def _arm(text: str, of: Experiment) -> ArmName | None:
    plain = text.lower().removesuffix("组").strip()
    if plain == "a" or text == of.a_name:
        return "a"
    return "b" if plain == "b" or text == of.b_name else None


def _day_at(text: str) -> int | None:
    if not text:
        return WHOLE
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    try:
        on = date(*(int(part) for part in found.groups()))
    except ValueError:
        return None
    return int(datetime(on.year, on.month, on.day, tzinfo=SHOP_TIME).timestamp()) * 1000


def _number(text: str) -> float | None:
    plain = text.replace(",", "").replace("，", "").replace(" ", "")
    return float(plain) if _NUMBER.fullmatch(plain) else None
