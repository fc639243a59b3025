"""Conditions as SQL over the kept customers: who fits, how many of them may be reached, and who is left out and why."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.clock import DAY
from console.rules.customers import Borders, borders_of, since
from console.rules.customers_conditions import FACETS, Condition, Conditions, Label, groups
from console.store.customers_lines import lines
from console.store.pages import as_json_list, driver
from console.store.touch_lines import lines as touch_lines
from console.store.views import Pair

Sort = Literal["last_at", "first_at", "orders", "paid_fen", "refunds"]
Said = tuple[str, tuple[Any, ...]]
"""A piece of SQL over ``c`` with its parameters."""

BLOCKED: Final = """
c.id IN (SELECT i.customer_id FROM customer_marks AS m
         JOIN customer_identities AS i ON i.shop_id = m.shop_id AND i.buyer_id = m.buyer_id)
"""
AGREED: Final = """
c.id IN (SELECT i.customer_id FROM customer_consents AS m
         JOIN customer_identities AS i ON i.shop_id = m.shop_id AND i.buyer_id = m.buyer_id WHERE m.agreed)
"""
TOUCHED: Final = """
c.id IN (SELECT i.customer_id FROM touch_people AS p JOIN customer_identities AS i
         ON p.customer = i.shop_id || '|' || i.buyer_id WHERE p.part = 'send' AND p.touched_at >= ?)
"""
MEAN: Final = "c.paid_fen * 1.0 / nullif(c.orders - c.unpriced, 0)"
NUMBERS: Final = {
    "orders": "c.orders",
    "paid": "c.paid_fen",
    "mean": MEAN,
    "most": "c.most_fen",
    "margin": "c.margin_fen",
    "refunds": "c.refunds",
    "refund_share": "c.refunds * 10000 / nullif(c.placed, 0)",
    "coupons": "c.coupons",
}
DATED: Final = {"recent": "c.last_at", "since": "c.first_at"}
NEVER: Final[Said] = ("0", ())


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which customers, in which order. ``day``: now, as far as days go. ``cells``: of the matrix, any of them."""

    now: int
    pair: Pair | None = None
    conditions: Conditions = ()
    cells: tuple[tuple[int, int], ...] = ()
    segment: str = ""
    text: str = ""
    sort: Sort = "last_at"
    descending: bool = True


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """How many fit, of how many; how many of those may be reached. The rest is left out for the first reason it has."""

    people: int = 0
    of: int = 0
    reachable: int = 0
    blocked: int = 0
    unasked: int = 0  # nobody's consent is known, or it was refused
    lately: int = 0
    quiet_days: int = 7


def where(conn: Connection, asked: Asked) -> Said:
    """Everything that is asked, as one condition."""
    known = _Compiler(asked.now, borders_of(lines(conn)))
    said: list[Said] = [("c.placed > 0", ())]
    if asked.pair is not None:
        said.append(("c.shop_id IN (SELECT value FROM json_each(?))", (as_json_list(asked.pair.shop_ids),)))
    if asked.cells:
        said.append(_any([known.cell(row, column) for row, column in asked.cells]))
    if asked.segment:
        said.append(known.segment(asked.segment))
    if asked.text.strip():
        said.append(_text(asked.text.strip()))
    some = groups(asked.conditions)
    if some:
        said.append(_any([_all([known.condition(row) for row in group]) for group in some]))
    return _all(said)


def reach(conn: Connection, asked: Asked) -> Reach:
    """Count them."""
    quiet = round(touch_lines(conn)["touch_quiet_days"].value)
    fits, told = where(conn, asked)
    of = where(conn, Asked(now=asked.now, pair=asked.pair))
    row = (
        driver(conn)
        .execute(
            f"""
        SELECT count(*), sum(blocked), sum(NOT blocked AND NOT agreed), sum(NOT blocked AND agreed AND lately)
        FROM (SELECT {BLOCKED} AS blocked, {AGREED} AS agreed, {TOUCHED} AS lately FROM customers AS c WHERE {fits})
        """,  # noqa: S608 - our own words
            (asked.now - quiet * DAY, *told),
        )
        .fetchone()
    )
    people, blocked, unasked, lately = (int(one or 0) for one in row)
    whole = driver(conn).execute(f"SELECT count(*) FROM customers AS c WHERE {of[0]}", of[1]).fetchone()[0]  # noqa: S608
    left = people - blocked - unasked - lately
    return Reach(
        people=people, of=whole, reachable=left, blocked=blocked, unasked=unasked, lately=lately, quiet_days=quiet
    )


def ids(conn: Connection, asked: Asked) -> list[int]:
    """The customers in their order."""
    fits, told = where(conn, asked)
    way = "DESC" if asked.descending else "ASC"
    rows = driver(conn).execute(
        f"SELECT c.id FROM customers AS c WHERE {fits} ORDER BY c.{asked.sort} {way} NULLS LAST, c.id {way}",  # noqa: S608
        told,
    )
    return [row_id for (row_id,) in rows]


def span(field: str, low: int | None, high: int | None, now: int) -> tuple[str, int | None, int | None]:
    """Which figure of ``c`` a stretch is of, from what on and below what; of ``low`` and ``high`` both ends count."""
    if field in DATED:  # days ago: the more days, the earlier
        return (
            DATED[field],
            None if high is None else since(high, now),
            None if low is None else since(low - 1, now),
        )
    name, unit = ("c.gap_ms", DAY) if field == "gap" else (NUMBERS[field], 1)
    return name, None if low is None else low * unit, None if high is None else (high + 1) * unit


def label_said(label: Label, now: int, borders: Borders) -> Said:
    """Who bears a label."""
    return _Compiler(now, borders).label(label)


class _Compiler:
    """Says conditions in SQL, by the borders that hold now."""

    def __init__(self, now: int, borders: Borders) -> None:
        self._now = now
        self._borders = borders
        self._grid = reference.customer_grid()

    def condition(self, row: Condition) -> Said:
        """One row."""
        if row.relation not in ("any", "none"):
            low = None if row.relation == "most" else row.low
            high = row.low if row.relation in ("most", "equal") else row.high if row.relation == "between" else None
            return self.between(row.field, low, high)
        fits, told = _any([self.choice(row.field, value) for value in row.values])
        return (f"NOT ({fits})", told) if row.relation == "none" else (fits, told)

    def between(self, field: str, low: int | None, high: int | None) -> Said:
        """Both ends count; what is not known lies nowhere."""
        name, least, below = span(field, low, high, self._now)
        ends = [(said, value) for said, value in ((">= ?", least), ("< ?", below)) if value is not None]
        return " AND ".join(f"coalesce({name} {said}, 0)" for said, _ in ends) or "1", tuple(value for _, value in ends)

    def choice(self, field: str, value: str) -> Said:
        """Somebody of whom one of several things is so."""
        match field:
            case "segment":
                return self.segment(value)
            case "cell":
                row, _, column = value.partition("-")
                return self.cell(int(row), int(column))
            case "label":
                label = next((one for one in reference.customer_labels() if one.key == value), None)
                return NEVER if label is None else self.label(label)
            case "tag":
                return _of_identity("customer_tags", "t.tag = ?", value)
            case "consent":
                return _of_identity("customer_consents", "t.agreed AND t.channel = ?", value)
            case "name":
                return _text(value)
            case _:
                return _facet(field, value, 0)

    def label(self, label: Label) -> Said:
        if label.field in ("segment", "cell"):
            return self.choice(label.field, label.value)
        if label.value:
            return _facet(label.field, label.value, label.least_share)
        return _all([("c.orders > 0", ()), self.between(label.field, label.low, label.high)])

    def segment(self, name: str) -> Said:
        """Blacklisted people are in no other."""
        if name == "blocked":
            return BLOCKED, ()
        mine = [self.cell(*place) for place, told in self._grid.items() if told == name]
        if name == "lost":
            mine.append(("c.orders < 1", ()))
        fits, told = _any(mine)
        return f"NOT {BLOCKED} AND {fits}", told

    def cell(self, row: int, column: int) -> Said:
        """A cell of the matrix."""
        days, orders = self._borders.days, self._borders.orders
        said: list[Said] = [("c.orders >= ?", (1 if column == 0 else orders[column - 1],))]
        if column < len(orders):
            said.append(("c.orders < ?", (orders[column],)))
        if row < len(days):
            said.append(("c.last_at >= ?", (since(days[row], self._now),)))
        if row:
            said.append(("c.last_at < ?", (since(days[row - 1], self._now),)))
        return _all(said)


def _facet(facet: str, value: str, share: int) -> Said:
    if not share:
        return "c.id IN (SELECT customer_id FROM customer_facets WHERE facet = ? AND value = ?)", (facet, value)
    return (
        "c.id IN (SELECT customer_id FROM customer_facets "
        "WHERE facet = ? AND value = ? AND orders * 10000 >= out_of * ?)",
        (facet, value, share),
    )


def _of_identity(table: str, said: str, value: str) -> Said:
    """Of any identity of the customer."""
    return (
        f"c.id IN (SELECT i.customer_id FROM {table} AS t "  # noqa: S608 - our own words
        f"JOIN customer_identities AS i ON i.shop_id = t.shop_id AND i.buyer_id = t.buyer_id WHERE {said})",
        (value,),
    )


def _text(words: str) -> Said:
    """By the masked name, the last digits, a tag, or a buyer id as a whole."""
    tag, tagged = _of_identity("customer_tags", "t.tag LIKE ? ESCAPE '\\'", f"%{_escaped(words)}%")
    mine, buyer = _of_identity("customer_identities", "t.buyer_id = ?", words)
    return (
        f"(c.name LIKE ? ESCAPE '\\' OR c.tail = ? OR {tag} OR {mine})",
        (f"%{_escaped(words)}%", words, *tagged, *buyer),
    )


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _all(some: Sequence[Said]) -> Said:
    return _joined(some, " AND ")


def _any(some: Sequence[Said]) -> Said:
    return _joined(some, " OR ")


def _joined(some: Iterable[Said], word: str) -> Said:
    told = list(some)
    return "(" + word.join(f"({said})" for said, _ in told) + ")", tuple(one for _, params in told for one in params)


__all__ = ["FACETS", "Asked", "Reach", "Sort", "ids", "label_said", "reach", "where"]
