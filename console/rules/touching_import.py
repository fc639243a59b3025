"""A table about customers: which of six it is, which column is what, which rows can be kept. Pure.

Nothing is kept unseen. Rows that cannot be kept are answered one by one.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from console.rules.coupons import Share
from console.rules.live_text import map_headers
from console.rules.stored_value import Account, Move
from console.rules.touching import Told
from console.rules.touching_gate import Result
from console.rules.touching_rows import READERS, Consent, Member, Row, RowTrouble, Said
from console.rules.touching_words import TABLES, Table, TouchWords

HEADER_WITHIN: Final = 8
MOST_ROWS: Final = 50_000
NEEDS: Final[Mapping[Table, tuple[str, ...]]] = {
    "figures": ("channel", "sent"),
    "shares": ("inviter", "invitee"),
    "accounts": ("account", "balance"),
    "moves": ("move", "account", "at", "kind", "fen"),
    "members": ("account", "level"),
    "results": ("key", "outcome"),
    "consents": ("key", "channel", "agreed"),
}
"""What a table must have to be taken for one."""

KNOWN: Final = frozenset({"reach_rate", "conversion", "roi"})
"""Follows from other figures: it is not kept."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A table, its columns by place, titles nobody knows and those that mean the same as another."""

    table: Table | None = None
    fields: Mapping[int, str] = {}
    titles: Mapping[int, str] = {}
    unknown: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    first: int = 2
    cut: int = 0


class ReadLine(msgspec.Struct, frozen=True, kw_only=True):
    """A row: what is kept of it, or why nothing is."""

    number: int
    row: Row | None = None
    wrong: str = ""
    said: str = ""


def plan(cells: Sequence[Sequence[str]], words: TouchWords, only: Sequence[Table] = TABLES) -> Plan:
    """Find the titles, and which table they are of: the one that knows most of them."""
    best: tuple[int, int, Table] | None = None
    for number, titles in enumerate(cells[:HEADER_WITHIN]):
        for table in only:
            fields = set(map_headers(titles, words.columns[table]).fields.values())
            if fields.issuperset(NEEDS[table]) and (best is None or len(fields) > best[0]):
                best = (len(fields), number, table)
    if best is None:
        return Plan()
    _, head, found = best
    titles = cells[head]
    mapped = map_headers(titles, words.columns[found])
    rows = [tuple(row) for row in cells[head + 1 :]]
    return Plan(
        table=found,
        fields={place: field for place, field in mapped.fields.items() if field not in KNOWN},
        titles={place: titles[place].strip() for place in mapped.fields},
        unknown=tuple(titles[place].strip() for place in mapped.unknown if titles[place].strip()),
        doubled=tuple(titles[place].strip() for place in mapped.ask),
        rows=tuple(rows[:MOST_ROWS]),
        first=head + 2,
        cut=max(0, len(rows) - MOST_ROWS),
    )


def read_lines(made: Plan, words: TouchWords, now: int) -> list[ReadLine]:
    """Each row by itself; of two that are kept under the same key the first counts."""
    if made.table is None:
        return []
    titles = {made.fields[place]: title for place, title in made.titles.items() if place in made.fields}
    seen: set[tuple[object, ...]] = set()
    found = []
    for number, cells in enumerate(made.rows, made.first):
        if not any(cell.strip() for cell in cells):
            continue
        values = {field: cells[at].strip() if at < len(cells) else "" for at, field in made.fields.items()}
        said = Said(values=values, titles=titles, now=now, words=words)
        try:
            row = READERS[made.table](said)
        except RowTrouble as trouble:
            found.append(ReadLine(number=number, wrong=trouble.reason, said=trouble.said))
            continue
        key = key_of(row)
        is_again = key in seen and made.table != "results"
        seen.add(key)
        found.append(ReadLine(number=number, wrong="twice") if is_again else ReadLine(number=number, row=row))
    return found


def key_of(row: Row) -> tuple[object, ...]:
    """What a row is kept under: one told again replaces it."""
    match row:
        case Told():
            return (row.day_at, row.channel, row.name)
        case Share():
            return (row.campaign, row.inviter, row.invitee)
        case Account() | Member():
            return (row.account,)
        case Move():
            return (row.move,)
        case Result():
            return (row.key,)
        case Consent():
            return (row.key, row.channel)
