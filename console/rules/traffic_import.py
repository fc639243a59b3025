"""A table or a paste of traffic: which of three tables it is, which column is what, which rows can be kept. Pure.

Nothing is kept unseen: whoever looks at the plan may say otherwise of any column. A column whose name may mean two
things is left out until somebody says which. Rows that cannot be kept are answered one by one.
"""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import msgspec

from console.rules.live_text import map_headers
from console.rules.traffic import LabelRow, SourceRow, TrafficRow, WorkRow
from console.rules.traffic_rows import RowTrouble, Said, labels_of, source_of, wide_of, work_of
from console.rules.traffic_words import TABLES, TOTAL, Table, TrafficWords, plain

HEADER_WITHIN: Final = 8
MOST_ROWS: Final = 20_000
CHANNEL: Final = "channel:"
FIELDS: Final[Mapping[Table, tuple[str, ...]]] = {
    "sources": ("day", "show", "source", "class", "viewers", "views"),
    "works": (
        *("title", "work", "day", "kind", "length_s", "plays", "completes", "completion", "stay_s"),
        *("clicks", "click_rate", "orders", "conversion"),
    ),
    "labels": ("day", "label", "content", "fans"),
}
"""What a column can be taken for."""

ColumnState = Literal["kept", "ask", "known", "unknown"]


class TrafficColumn(msgspec.Struct, frozen=True, kw_only=True):
    """What a column is taken for. ``known``: a figure that follows from others, so that it is not kept."""

    place: int
    name: str
    field: str
    state: ColumnState
    sample: str = ""


class TrafficPlan(msgspec.Struct, frozen=True, kw_only=True):
    """A table with its columns; ``first`` is what a spreadsheet shows left of its first row of figures."""

    table: Table | None
    columns: tuple[TrafficColumn, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    first: int = 2
    cut: int = 0  # rows beyond what is taken at once


class TrafficLine(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table: what is kept of it, or why nothing is. ``said``: the words that could not be read."""

    number: int
    rows: tuple[TrafficRow, ...] = ()
    wrong: str = ""
    said: str = ""


def plan(
    cells: Sequence[Sequence[str]],
    words: TrafficWords,
    chosen: Mapping[int, str] | None = None,
    table: Table | None = None,
) -> TrafficPlan:
    """Find the titles and say what each column is; ``chosen`` is what somebody said of a column ("": leave it out)."""
    best: tuple[int, int, Table] | None = None
    for number, titles in enumerate(cells[:HEADER_WITHIN]):
        for one in TABLES if table is None else (table,):
            score = _score(titles, one, words)
            if score and (best is None or score > best[0]):
                best = (score, number, one)
    if best is None:
        return TrafficPlan(table=None)
    _, head, found = best
    rows = [tuple(row) for row in cells[head + 1 :]]
    kept = tuple(rows[:MOST_ROWS])
    columns = _columns(cells[head], kept, found, words, chosen or {})
    return TrafficPlan(table=found, columns=columns, rows=kept, first=head + 2, cut=len(rows) - len(kept))


def read_lines(made: TrafficPlan, words: TrafficWords, today: int, day_at: int | None = None) -> list[TrafficLine]:
    """Each row by itself. ``day_at``: the shop day of rows that tell none; ``today`` the last that can be."""
    found = [
        _line(made, number, cells, words, today, day_at)
        for number, cells in enumerate(made.rows, made.first)
        if any(cell.strip() for cell in cells)
    ]
    return _sane(_once(found))


def key_of(row: TrafficRow) -> tuple[object, ...]:
    """What a row is kept under: one told again replaces it."""
    if isinstance(row, SourceRow):
        return (row.day_at, row.show, row.name)
    return (row.work,) if isinstance(row, WorkRow) else (row.day_at, row.side, row.label)


def _score(titles: Sequence[str], table: Table, words: TrafficWords) -> int:
    """How many columns it would have; 0: it is no such table."""
    mapped = map_headers(titles, words.columns[table])
    fields = set(mapped.fields.values())
    wide = sum(words.channel(title) not in (None, TOTAL) for title in titles if title.strip())
    if table == "sources":
        if "source" in fields and fields & {"viewers", "views", "share"}:
            return len(fields) + 1
        return wide + len(fields & {"day", "show"}) if wide > 1 and "source" not in fields else 0
    if table == "works":
        told = fields & {"completion", "completes", "stay_s", "click_rate", "clicks", "conversion", "plays"}
        return len(fields) + 1 if fields & {"title", "work"} and told else 0
    return len(fields) + 1 if "label" in fields and fields & {"content", "fans"} else 0


def _columns(
    titles: Sequence[str],
    rows: Sequence[Sequence[str]],
    table: Table,
    words: TrafficWords,
    chosen: Mapping[int, str],
) -> tuple[TrafficColumn, ...]:
    mapped = map_headers(titles, words.columns[table])
    is_wide = table == "sources" and "source" not in mapped.fields.values()
    made = []
    for place, title in enumerate(titles):
        field = mapped.fields.get(place, "")
        channel = words.channel(title) if is_wide and title.strip() else None
        state: ColumnState = "kept" if field in FIELDS[table] else "known" if field else "unknown"
        if channel is not None and (not field or plain(title) in words.channels):
            field, state = f"{CHANNEL}{channel}", "known" if channel == TOTAL else "kept"
        elif place in mapped.ask:
            state = "ask"
        if place in chosen:
            field, state = chosen[place], "kept" if chosen[place] else "unknown"
        if title.strip() or state != "unknown":
            sample = next((row[place].strip() for row in rows if place < len(row) and row[place].strip()), "")
            made.append(TrafficColumn(place=place, name=title.strip(), field=field, state=state, sample=sample[:40]))
    return tuple(made)


def _line(
    made: TrafficPlan,
    number: int,
    cells: Sequence[str],
    words: TrafficWords,
    today: int,
    day_at: int | None,
) -> TrafficLine:
    said = Said(
        values={
            one.field: cells[one.place].strip() if one.place < len(cells) else ""
            for one in made.columns
            if one.state == "kept"
        },
        titles={one.field: one.name for one in made.columns if one.state == "kept"},
        today=today,
        day_at=day_at,
        words=words,
    )
    try:
        if made.table == "works":
            rows: tuple[TrafficRow, ...] = (work_of(said),)
        elif made.table == "labels":
            rows = labels_of(said)
        elif "source" in said.values:
            rows = (source_of(said),)
        else:
            rows = wide_of(said, CHANNEL)
    except RowTrouble as trouble:
        return TrafficLine(number=number, wrong=trouble.reason, said=trouble.said)
    return TrafficLine(number=number, rows=rows)


def _once(lines: list[TrafficLine]) -> list[TrafficLine]:
    """Of two rows that are kept under the same key the first counts."""
    seen: set[tuple[object, ...]] = set()
    found = []
    for line in lines:
        keys = {key_of(row) for row in line.rows}
        if keys & seen:
            found.append(TrafficLine(number=line.number, wrong="twice"))
        else:
            seen |= keys
            found.append(line)
    return found


def _sane(lines: list[TrafficLine]) -> list[TrafficLine]:
    """Labels of a day and side that come to more than everything are not kept, none of them."""
    sums: dict[tuple[int, str], float] = {}
    for line in lines:
        for row in line.rows:
            if isinstance(row, LabelRow):
                sums[row.day_at, row.side] = sums.get((row.day_at, row.side), 0.0) + row.share
    over = {key for key, total in sums.items() if total > 1.01}
    return [
        TrafficLine(number=line.number, wrong="over")
        if any(isinstance(row, LabelRow) and (row.day_at, row.side) in over for row in line.rows)
        else line
        for line in lines
    ]
