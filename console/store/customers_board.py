"""The value matrix and what stands around it: cells, segments, labels with their counts, and who comes again."""

from collections.abc import Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.clock import DAY
from console.rules.customers import (
    SEGMENTS,
    SIDE,
    Again,
    Borders,
    Lines,
    Segment,
    borders_of,
    since,
)
from console.rules.customers_conditions import Label
from console.store import customers
from console.store.customers_asked import BLOCKED, Asked, span, where
from console.store.customers_lines import lines
from console.store.insights import OF_SHOPS, SOLD, shops_of
from console.store.pages import driver
from console.store.views import Pair

PLACE: Final = """
(CASE WHEN c.last_at >= ?1 THEN 0 WHEN c.last_at >= ?2 THEN 1 WHEN c.last_at >= ?3 THEN 2
      WHEN c.last_at >= ?4 THEN 3 ELSE 4 END) AS in_row,
(CASE WHEN c.orders >= ?8 THEN 4 WHEN c.orders >= ?7 THEN 3 WHEN c.orders >= ?6 THEN 2
      WHEN c.orders >= ?5 THEN 1 ELSE 0 END) AS in_column
"""
CELLS: Final = f"""
SELECT {PLACE}, count(*), sum(c.orders), sum(c.paid_fen), sum(c.margin_fen), sum(c.margin_fen IS NULL), sum({BLOCKED})
FROM customers AS c WHERE c.orders > 0 AND (?9 IS NULL OR c.shop_id IN (SELECT value FROM json_each(?9)))
GROUP BY 1, 2 ORDER BY 1, 2
"""  # noqa: S608 - our own words
OTHERS: Final = f"""
SELECT count(*), sum({BLOCKED}) FROM customers AS c
WHERE c.orders < 1 AND c.placed > 0 AND (?1 IS NULL OR c.shop_id IN (SELECT value FROM json_each(?1)))
"""  # noqa: S608 - our own words
UNNAMED: Final = f"""
SELECT count(*) FROM orders INDEXED BY ix_orders_buyer
WHERE buyer_id = '' AND paid_at >= ?1 AND paid_at < ?2 AND {SOLD} AND {OF_SHOPS}
"""  # noqa: S608 - our own words
OF_ORDER: Final = SOLD.replace("under_id IS", "orders.under_id IS").replace("(shop_id", "(orders.shop_id")
AGAIN: Final = f"""
WITH bought AS (
    SELECT i.customer_id AS who, sum(paid_at < ?2) AS before, sum(paid_at >= ?2) AS after,
           min(paid_at) AS first_at
    FROM orders INDEXED BY ix_orders_buyer JOIN customer_identities AS i
         ON i.shop_id = orders.shop_id AND i.buyer_id = orders.buyer_id
    WHERE paid_at >= 0 AND paid_at < ?1 AND status <> 'closed' AND {OF_ORDER} AND orders.buyer_id <> ''
          AND (?3 IS NULL OR orders.shop_id IN (SELECT value FROM json_each(?3)))
    GROUP BY i.customer_id)
SELECT sum(before >= 2), sum(before >= 2 AND after > 0), sum(before = 1), sum(before = 1 AND after > 0), min(first_at)
FROM bought WHERE before > 0
"""  # noqa: S608 - our own words
SHARES: Final = """
SELECT facet, value, count(*), sum(f.orders * 10000 >= out_of * 5000), sum(f.orders * 10000 >= out_of * 8000)
FROM customer_facets AS f {of_some} GROUP BY facet, value
"""
OF_SOME: Final = "CROSS JOIN customers AS c ON c.id = customer_id AND c.shop_id IN (SELECT value FROM json_each(?1))"
HAS_OTHERS: Final = "SELECT EXISTS (SELECT 1 FROM customers WHERE shop_id NOT IN (SELECT value FROM json_each(?1)))"


class Cell(msgspec.Struct, frozen=True):
    """A cell: people, their purchases and money; of how many the margin is unknown, and how many are blacklisted."""

    row: int
    column: int
    people: int
    orders: int
    paid_fen: int
    margin_fen: int | None
    unknown: int
    blocked: int


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the matrix shows."""

    now: int
    cells: tuple[Cell, ...]
    segments: dict[Segment, int]
    borders: Borders
    lines: Lines
    unnamed: int  # purchases whose buyer no platform told
    days: int  # how long the history is
    at: int | None  # when it was worked out
    again: Again

    @property
    def people(self) -> int:
        return sum(cell.people for cell in self.cells)


class Counted(msgspec.Struct, frozen=True):
    """A label and how many bear it."""

    label: Label
    people: int


def board(conn: Connection, now: int, pair: Pair | None) -> Board:
    """Read it."""
    known = lines(conn)
    borders = borders_of(known)
    cells = _cells(conn, now, pair, borders)
    return Board(
        now=now,
        cells=cells,
        segments=_segments(conn, cells, pair),
        borders=borders,
        lines=known,
        unnamed=driver(conn).execute(UNNAMED, (0, now + 1, shops_of(pair))).fetchone()[0],
        days=customers.history_days(conn, now),
        at=customers.worked_out_at(conn),
        again=again(conn, now, pair, known),
    )


def _cells(conn: Connection, now: int, pair: Pair | None, borders: Borders) -> tuple[Cell, ...]:
    asked = (*(since(days, now) for days in borders.days), *borders.orders, shops_of(pair))
    return tuple(Cell(*row) for row in driver(conn).execute(CELLS, asked))


def _segments(conn: Connection, cells: tuple[Cell, ...], pair: Pair | None) -> dict[Segment, int]:
    """How many are in each; who never bought for good is in no cell."""
    others, blocked = driver(conn).execute(OTHERS, (shops_of(pair),)).fetchone()
    grid = reference.customer_grid()
    counts: dict[Segment, int] = dict.fromkeys(SEGMENTS, 0)
    for cell in cells:
        counts[grid[cell.row, cell.column]] += cell.people - cell.blocked
        counts["blocked"] += cell.blocked
    counts["lost"] += others - (blocked or 0)
    counts["blocked"] += blocked or 0
    return counts


def again(conn: Connection, now: int, pair: Pair | None, known: Lines) -> Again:
    """Who had bought before the stretch that ends today, and how many of them did in it."""
    days = round(known["again_days"].value)
    begin = since(days - 1, now)
    row = driver(conn).execute(AGAIN, (now + 1, begin, shops_of(pair))).fetchone()
    regulars, back, fresh, fresh_back, first_at = row
    return Again(
        regulars=regulars or 0,
        regulars_again=back or 0,
        fresh=fresh or 0,
        fresh_again=fresh_back or 0,
        days=days,
        least=round(known["least"].value),
        known_days=0 if first_at is None else max(0, (begin - first_at) // DAY),
    )


def labels(conn: Connection, now: int, pair: Pair | None) -> list[Counted]:
    """Every label of the catalogue, and one for each category of the shop's own, with how many bear it."""
    borders = borders_of(lines(conn))
    catalogue = reference.customer_labels()
    facets = _shares(conn, pair)
    cells = _cells(conn, now, pair, borders)
    counts = {f"cell:{cell.row}-{cell.column}": cell.people for cell in cells}
    counts |= {f"segment:{name}": people for name, people in _segments(conn, cells, pair).items()}
    counts |= _numbers(conn, [one for one in catalogue if not one.value], now, pair)
    for one in catalogue:
        if one.key not in counts:
            people, half, most = facets.get((one.field, one.value), (0, 0, 0))
            counts[one.key] = most if one.least_share == 8_000 else half if one.least_share else people
    found = [Counted(one, counts[one.key]) for one in catalogue]
    mine = [(place, told[0]) for place, told in facets.items() if place[0] in ("category", "leaf")]
    return found + [Counted(_category(*place), people) for place, people in mine]


def _shares(conn: Connection, pair: Pair | None) -> dict[tuple[str, str], Sequence[int]]:
    """By trait: whose purchases show it, half of whose, and most of whose.

    A customer is looked up only where there are some of other shops.
    """
    told = () if pair is None else (shops_of(pair),)
    if told and not driver(conn).execute(HAS_OTHERS, told).fetchone()[0]:
        told = ()
    rows = driver(conn).execute(SHARES.format(of_some=OF_SOME if told else ""), told)
    return {(facet, value): people for facet, value, *people in rows}


def _numbers(conn: Connection, some: list[Label], now: int, pair: Pair | None) -> dict[str, int]:
    """How many bear each label that is a band of a number: one look at everybody.

    Where one band ends the next begins, so each border is asked for once; None: all of whom the figure is known.
    """
    spans = {one.key: span(one.field, one.low, one.high, now) for one in some}
    borders = dict.fromkeys((name, at) for name, *ends in spans.values() for at in (ends[0], ends[1]))
    sums = ", ".join(f"count({name})" if at is None else f"sum({name} >= ?)" for name, at in borders)
    fits, told = where(conn, Asked(now=now, pair=pair))
    asked = f"SELECT {sums} FROM customers AS c WHERE c.orders > 0 AND {fits}"  # noqa: S608 - our own words
    row = driver(conn).execute(asked, (*(at for _, at in borders if at is not None), *told)).fetchone()
    above = {border: int(count or 0) for border, count in zip(borders, row, strict=True)}
    return {
        key: above[name, least] - (0 if below is None else above[name, below])
        for key, (name, least, below) in spans.items()
    }


def _category(facet: str, value: str) -> Label:
    """A label of the shop's own goods; it is called what the platform calls the category."""
    return Label(
        key=f"{facet}:{value}", group="category", names={"zh_CN": value, "en": value}, field=facet, value=value
    )


__all__ = ["SIDE", "Board", "Cell", "Counted", "again", "board", "labels"]
