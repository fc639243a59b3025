"""A table or a paste of a show's figures: which column is what, which rows can be kept, why the others cannot. Pure.

Nothing is kept unseen: a plan is shown first, and whoever looks at it may say otherwise of any column. A column whose
name may mean two things is left out until somebody says which.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, Literal

import msgspec

from console.core.clock import DAY, HOUR, MINUTE, SECOND, SHOP_TIME, day_start
from console.core.live import LiveSnapshot
from console.rules.live_text import SNAPSHOT_FIELDS, Synonym, Unreadable, map_headers, read_field, snapshot_of

HEADER_WITHIN: Final = 8  # rows at the top in which titles are looked for
MOST_ROWS: Final = 5_000
AROUND_MS: Final = 15 * MINUTE  # figures a little before the start and after the end still belong to a show
TIME: Final = "at"
STATES: Final = frozenset({"online", "avg_stay_s"})  # of a moment
PEOPLE: Final = frozenset(
    {
        *("viewers", "exposed", "commenters", "likers", "gifters", "interactors", "viewers_nonfan", "item_exposed"),
        *("item_clickers", "buyers"),
    }
)
"""Each person once: whoever is in two stretches would be counted twice, so that stretches tell nothing of the show."""
FIELDS: Final = tuple(
    field.name
    for field in msgspec.structs.fields(LiveSnapshot)
    if field.name in SNAPSHOT_FIELDS and field.name not in ("session_id", "at", "sources")
)
"""What of a table can be kept."""

ColumnKind = Literal["time", "kept", "known", "ask", "unknown"]
Wrong = Literal["no_time", "bad_time", "outside", "unreadable", "nothing", "twice"]

_FULL = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]*(\d{1,2})[:：](\d{1,2})(?:[:：](\d{1,2}))?(?:\.\d+)?"
)
_CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?")
_MINUTE = re.compile(r"第?\s*(\d{1,3})\s*(?:分钟|分|min)?")
_RANGE = re.compile(r"\s*(?:-|~|～|–|—|至)\s*(?=\d{1,2}[:：])")
_PAIR = re.compile(r"\s*([^:：\d]{1,20})[:：]\s*(\S.*)")


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """The show the figures are of, and when now is."""

    session_id: str
    begin_at: int
    end_at: int
    now: int


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """What a column is taken for. ``known``: a figure that follows from others, so that it is not kept."""

    place: int
    name: str
    field: str
    kind: ColumnKind
    sample: str = ""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A table with its columns; ``first`` is what a spreadsheet shows left of its first row of figures."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    first: int = 2

    @property
    def has_time(self) -> bool:
        return any(one.kind == "time" for one in self.columns)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of figures: what is kept of it, or why nothing is."""

    number: int
    at: int | None = None
    snapshot: LiveSnapshot | None = None
    wrong: Wrong | None = None
    said: str = ""  # the words that could not be read


def cells_of(text: str, synonyms: Sequence[Synonym]) -> list[list[str]]:
    """What was pasted, as cells: by tabs, commas, bars or wide gaps; ``name: value`` and names over values, too."""
    whole = [line.rstrip() for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    lines = [line.strip() for line in whole]
    names = {_plain(one.name) for one in synonyms}
    pairs = [_PAIR.fullmatch(line) for line in lines]
    if sum(bool(pair) and _plain(pair[1]) in names for pair in pairs if pair) >= max(1, len(lines) // 2):
        return [[pair[1], pair[2]] for pair in pairs if pair]
    if len(lines) > 1 and len(lines) % 2 == 0 and all(_plain(line) in names for line in lines[::2]):
        return [list(pair) for pair in zip(lines[::2], lines[1::2], strict=True)]
    for delimiter in ("\t", "，", "|"):
        if sum(delimiter in line for line in lines) * 2 >= max(1, len(lines)):
            rows = whole if delimiter == "\t" else lines  # of merged cells only the first of their rows tells
            return [[cell.strip() for cell in line.split(delimiter)] for line in rows]
    wide = [re.split(r" {2,}", line) for line in lines]
    if sum(len(cells) > 1 for cells in wide) * 2 >= max(1, len(lines)):
        return wide
    if not any("," in line for line in lines):
        return [line.split() for line in lines]
    return [[cell.strip() for cell in cells] for cells in csv.reader(io.StringIO("\n".join(lines)))]


def plan(cells: Sequence[Sequence[str]], synonyms: Sequence[Synonym], chosen: Mapping[int, str] | None = None) -> Plan:
    """Find the titles and say what each column is; ``chosen`` is what somebody said of a column ("": leave it out)."""
    if _is_upright(cells, synonyms):
        cells = [[row[0] for row in cells if len(row) > 1], [row[1] for row in cells if len(row) > 1]]
    head = _head(cells, synonyms)
    if head is None:
        return Plan(columns=(), rows=())
    titles = [cell.strip() for cell in cells[head]]
    rows = tuple(tuple(row) for row in cells[head + 1 : head + 1 + MOST_ROWS] if any(cell.strip() for cell in row))
    mapped = map_headers(titles, synonyms)
    columns = []
    for place, title in enumerate(titles):
        field = mapped.fields.get(place, "")
        kind: ColumnKind = "unknown"
        if chosen is not None and place in chosen:
            field = chosen[place]
            kind = _kind(field) if field else "unknown"
        elif place in mapped.ask:
            kind = "ask"
        elif field:
            kind = _kind(field)
        if title or kind != "unknown":
            sample = next((row[place].strip() for row in rows if place < len(row) and row[place].strip()), "")
            columns.append(Column(place=place, name=title, field=field, kind=kind, sample=sample[:40]))
    return Plan(columns=tuple(columns), rows=rows, first=head + 2)


def read_rows(table: Plan, span: Span, *, per_row: bool = False) -> list[Row]:
    """Each row by itself. ``per_row``: counters tell only their own stretch and are added up here.

    A table without a time is one row, and tells how the show stands at its end.
    """
    found = [_row(table, number, cells, span) for number, cells in enumerate(table.rows, table.first)]
    if not table.has_time and len(table.rows) > 1:
        found = [msgspec.structs.replace(one, snapshot=None, wrong=one.wrong or "no_time") for one in found]
    seen: set[int] = set()
    for place, one in enumerate(found):
        if one.snapshot is not None and one.at in seen:
            found[place] = msgspec.structs.replace(one, snapshot=None, wrong="twice")
        elif one.snapshot is not None and one.at is not None:
            seen.add(one.at)
    return _added_up(found) if per_row else found


def read_when(text: str, span: Span) -> int:
    """``2026-11-20 20:15``, ``20:15``, ``20:10-20:15`` (its end), ``15`` or ``第15分钟``. Raises Unreadable."""
    plain = _RANGE.split(text.strip())[-1].strip()
    full = _FULL.fullmatch(plain)
    try:
        if full is not None:
            parts = [int(part or 0) for part in full.groups()]
            return round(datetime(*parts, tzinfo=SHOP_TIME).timestamp() * SECOND)  # type: ignore[misc,arg-type]  # six
        clock = _CLOCK.fullmatch(plain)
        if clock is not None:
            hours, minutes, seconds = (int(part or 0) for part in clock.groups())
            if hours > 24 or minutes > 59 or seconds > 59:
                raise Unreadable(text)
            at = day_start(span.begin_at) + hours * HOUR + minutes * MINUTE + seconds * SECOND
            return at if at >= span.begin_at - AROUND_MS else at + DAY  # a show goes over midnight
    except (ValueError, OverflowError):
        raise Unreadable(text) from None
    minute = _MINUTE.fullmatch(plain)
    if minute is None:
        raise Unreadable(text)
    return span.begin_at + int(minute[1]) * MINUTE


def _row(table: Plan, number: int, cells: Sequence[str], span: Span) -> Row:
    at: int | None = min(span.end_at, span.now)
    values: dict[str, float] = {}
    for column in table.columns:
        text = cells[column.place] if column.place < len(cells) else ""
        try:
            if column.kind == "time":
                at = read_when(text, span)
            elif column.kind == "kept":
                found = read_field(column.field, text)
                if found is not None:
                    values[column.field] = found.value
        except Unreadable:
            wrong: Wrong = "bad_time" if column.kind == "time" else "unreadable"
            return Row(number=number, at=at, wrong=wrong, said=f"{column.name} {text}".strip()[:60])
    if at is None or not span.begin_at - AROUND_MS <= at <= min(span.end_at + AROUND_MS, span.now + MINUTE):
        return Row(number=number, at=at, wrong="outside")
    snapshot = snapshot_of(values, span.session_id, at)
    return Row(number=number, at=at, snapshot=snapshot, wrong=None if snapshot is not None else "nothing")


def _added_up(rows: Sequence[Row]) -> list[Row]:
    """Counters since the beginning, in the order of time; what a row does not tell stays unknown in it.

    How many people it was of one stretch does not say how many it is so far: that is left out.
    """
    sums: dict[str, int] = {}
    done: dict[int, Row] = {}
    for one in sorted((row for row in rows if row.snapshot is not None), key=lambda row: row.at or 0):
        told: dict[str, int | None] = dict.fromkeys(PEOPLE)
        for name in FIELDS:
            value = getattr(one.snapshot, name)
            if value is not None and name not in STATES and name not in PEOPLE:
                told[name] = sums[name] = sums.get(name, 0) + value
        assert one.snapshot is not None  # noqa: S101 - only those are here
        left = msgspec.structs.replace(one.snapshot, **told)
        is_empty = all(getattr(left, name) is None for name in FIELDS)
        done[one.number] = msgspec.structs.replace(
            one, snapshot=None if is_empty else left, wrong="nothing" if is_empty else None
        )
    return [done.get(one.number, one) for one in rows]


def _kind(field: str) -> ColumnKind:
    return "time" if field == TIME else "kept" if field in FIELDS else "known"


def _head(cells: Sequence[Sequence[str]], synonyms: Sequence[Synonym]) -> int | None:
    """The row of titles: the one of the first eight that names most columns."""
    best, most = None, 0
    for number, row in enumerate(cells[:HEADER_WITHIN]):
        mapped = map_headers(row, synonyms)
        known = len(mapped.fields) + len(mapped.ask)
        if known > most:
            best, most = number, known
    return best


def _is_upright(cells: Sequence[Sequence[str]], synonyms: Sequence[Synonym]) -> bool:
    """Names below each other with their values beside them."""
    pairs = [row for row in cells if len(row) > 1 and row[0].strip()]
    if len(pairs) < 1 or any(len([cell for cell in row if cell.strip()]) > 2 for row in cells):
        return False
    names = map_headers([row[0] for row in pairs], synonyms)
    across = map_headers(list(cells[0]), synonyms) if cells else None
    return len(names.fields) * 2 >= len(pairs) and (across is None or len(across.fields) < 2)


def _plain(name: str) -> str:
    return re.sub(r"\s", "", name).lower()
