"""Which category of the other platform suits goods: ranked suggestions that say what they rest on, never a choice.

Four things speak for a category: that the merchant put goods of the same source category there before, that the table
of both platforms' categories says so, that its name stands in the title, and that the names are alike. Paths are what
counts; the ids of the table are years old and only what the platform answers is believed.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec
from rapidfuzz import fuzz

SEPARATOR = " > "
MOST_SUGGESTIONS = 5
_PARTS = re.compile(r"[/、&()()\s]+")
_TABLE = {"high": 30, "medium": 20, "low": 5}
_BY_HAND, _WHOLE_NAME, _HALF_NAME, _A_LETTER, _LIKENESS = 40, 36, 15, 3, 12  # points


class Why(StrEnum):
    """What a suggestion rests on; each has words in the catalogue."""

    BY_HAND = "goods.category_by_hand"
    BY_TABLE = "goods.category_by_table"
    BY_TITLE = "goods.category_by_title"
    BY_NAME = "goods.category_by_name"


class Category(msgspec.Struct, frozen=True, kw_only=True):
    """A category of a platform; ``path`` from the top, ``"家居生活 > 厨具/杯具 > 杯具"``."""

    category_id: str
    path: str

    @property
    def name(self) -> str:
        return self.path.rpartition(SEPARATOR)[2]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``resources/categories.csv``: a Kuaishou branch and the Youzan category it is sold as."""

    kuaishou_path: str
    youzan_id: str
    youzan_path: str
    confidence: str  # high, medium, low


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why, with the points it gave and what it was told by."""

    why: Why
    points: int
    evidence: str


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """A category that may suit; ``reasons`` strongest first."""

    category: Category
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        return sum(reason.points for reason in self.reasons)


def row_from(row: Mapping[str, str]) -> Row:
    """A row of the table as the file has it."""
    return Row(
        kuaishou_path=row["kuaishou_path"],
        youzan_id=row["youzan_id"],
        youzan_path=row["youzan_path"],
        confidence=row["confidence"],
    )


class Kuaishou:
    """Kuaishou's leaves, ready to be suggested for goods that Youzan has."""

    def __init__(self, leaves: Iterable[Category], table: Iterable[Row]) -> None:
        self.leaves = [(leaf, _parts(leaf.name)) for leaf in leaves]
        self.table = list(table)

    def suggest(
        self,
        source: Category | None,
        title: str,
        *,
        chosen: Mapping[str, int] | None = None,
        most: int = MOST_SUGGESTIONS,
    ) -> tuple[Suggestion, ...]:
        """The leaves that suit goods of this title, which Youzan has in ``source``, best first.

        ``chosen``: how many goods of the same source category the merchant has put into which leaf, by its id.
        """
        rows = [row for row in self.table if source is not None and _same(row, source)]
        title = _plain(title)
        found = []
        for leaf, parts in self.leaves:
            reasons = [
                *_by_hand(leaf, chosen or {}),
                *_by_table(leaf.path, rows),
                *_by_title(parts, title),
                *_by_name(leaf, source),
            ]
            if any(reason.why is not Why.BY_NAME for reason in reasons):
                found.append(Suggestion(category=leaf, reasons=_ranked(reasons)))
        return _best(found, most)


def suggest_youzan(
    leaf_path: str, categories: Sequence[Category], table: Iterable[Row], *, most: int = MOST_SUGGESTIONS
) -> tuple[Suggestion, ...]:
    """The Youzan categories that suit goods in a Kuaishou leaf, best first: the table's nearest branch, then names."""
    near = [row for row in table if _under(leaf_path, row.kuaishou_path)]
    longest = max((len(row.kuaishou_path) for row in near), default=0)
    near = [row for row in near if len(row.kuaishou_path) == longest]
    leaf = Category(category_id="", path=leaf_path)
    found = []
    for category in categories:
        rows = [row for row in near if _same(row, category)]
        reasons = [*_by_table(leaf_path, rows), *_by_name(category, leaf)]
        if reasons:
            found.append(Suggestion(category=category, reasons=_ranked(reasons)))
    return _best(found, most)


# -- what speaks for a category ----------------------------------------------------------------------------------------


def _by_hand(leaf: Category, chosen: Mapping[str, int]) -> list[Reason]:
    times = chosen.get(leaf.category_id, 0)
    if times <= 0:
        return []
    points = _BY_HAND * times // sum(chosen.values())
    return [Reason(why=Why.BY_HAND, points=points, evidence=f"{times}/{sum(chosen.values())}")]


def _by_table(path: str, rows: Iterable[Row]) -> list[Reason]:
    """The strongest row whose branch the category is in."""
    known = [(_TABLE.get(row.confidence, 0), row) for row in rows if _under(path, row.kuaishou_path)]
    if not known:
        return []
    points, row = max(known, key=lambda pair: pair[0])
    return [Reason(why=Why.BY_TABLE, points=points, evidence=f"{row.youzan_path} ↔ {row.kuaishou_path}")]


def _by_title(parts: Iterable[str], title: str) -> list[Reason]:
    """The longest part of the name that stands in the title; a longer one says more. Else two letters of one."""
    found = max((part for part in parts if len(part) > 1 and part in title), key=len, default="")
    if found:
        return [Reason(why=Why.BY_TITLE, points=_WHOLE_NAME + _A_LETTER * len(found), evidence=found)]
    pairs = (part[at : at + 2] for part in parts if len(part) > 2 for at in range(len(part) - 1))
    found = next((pair for pair in pairs if pair in title), "")
    return [Reason(why=Why.BY_TITLE, points=_HALF_NAME, evidence=found)] if found else []


def _by_name(category: Category, other: Category | None) -> list[Reason]:
    if other is None:
        return []
    alike = max(fuzz.ratio(_plain(one), _plain(category.name)) for one in other.path.split(SEPARATOR))
    points = int(alike * _LIKENESS / 100)
    return [Reason(why=Why.BY_NAME, points=points, evidence=other.name)] if alike >= 40 else []


def _ranked(reasons: list[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(reasons, key=lambda reason: -reason.points))


def _best(found: list[Suggestion], most: int) -> tuple[Suggestion, ...]:
    return tuple(sorted(found, key=lambda one: (-one.points, one.category.path))[:most])


def _under(path: str, branch: str) -> bool:
    return path == branch or path.startswith(branch + SEPARATOR)


def _same(row: Row, category: Category) -> bool:
    """By path; by id only where the platform names no path."""
    return row.youzan_path == category.path if category.path else row.youzan_id == category.category_id


def _parts(name: str) -> frozenset[str]:
    return frozenset(part for part in _PARTS.split(_plain(name)) if part)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
