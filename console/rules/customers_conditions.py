"""Conditions by which customers are picked: rows of field, relation and value, joined by and/or. Pure.

"And" binds closer than "or": rows joined by "and" make a group, and somebody fits who fits any group.
"""

from collections.abc import Sequence
from typing import Final, Literal

import msgspec

Kind = Literal["count", "money", "days", "percent", "choice", "text"]
Relation = Literal["least", "most", "equal", "between", "any", "none"]
Join = Literal["and", "or"]

NUMBERS: Final[tuple[Relation, ...]] = ("least", "most", "equal", "between")
CHOICES: Final[tuple[Relation, ...]] = ("any", "none")

FIELDS: Final[dict[str, Kind]] = {
    "orders": "count",
    "recent": "days",
    "since": "days",
    "gap": "days",
    "paid": "money",
    "mean": "money",
    "most": "money",
    "margin": "money",
    "refunds": "count",
    "refund_share": "percent",
    "coupons": "count",
    "segment": "choice",
    "cell": "choice",
    "label": "choice",
    "category": "choice",
    "leaf": "choice",
    "channel": "choice",
    "platform": "choice",
    "province": "choice",
    "promo": "choice",
    "tag": "choice",
    "consent": "choice",
    "name": "text",
}
FACETS: Final = ("category", "leaf", "channel", "platform", "province", "promo")
"""Fields that are traits of purchases, as ``customers.traits`` names them."""

LABEL_FACETS: Final = (*FACETS, "hour", "part", "weekday", "week", "month", "pieces", "price", "habit")
"""Traits that labels speak of, too."""

MOST_ROWS: Final = 12


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """One row. Money is fen, ``percent`` basis points; ``high`` only of "between", ``values`` only of choices."""

    field: str
    relation: Relation
    low: int | None = None
    high: int | None = None
    values: tuple[str, ...] = ()
    join: Join = "and"  # how it hangs on the row before; of the first it says nothing

    @property
    def is_whole(self) -> bool:
        """Whether it says something; one that is still being written does not."""
        kind = FIELDS.get(self.field)
        if kind is None:
            return False
        if kind in ("choice", "text"):
            return self.relation in CHOICES and bool(self.values)
        if self.relation not in NUMBERS or self.low is None:
            return False
        return self.relation != "between" or (self.high is not None and self.high >= self.low)


Conditions = tuple[Condition, ...]
Groups = tuple[Conditions, ...]


def groups(rows: Sequence[Condition]) -> Groups:
    """Whole rows by group; a row that says nothing is left out, and so is a group of none."""
    made: list[list[Condition]] = [[]]
    for number, row in enumerate(rows):
        if number and row.join == "or":
            made.append([])
        if row.is_whole:
            made[-1].append(row)
    return tuple(tuple(group) for group in made if group)


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A label: what it is called, and what bears it. ``least_share``: of the purchases, of 10,000."""

    key: str
    group: str
    names: dict[str, str]
    field: str
    low: int | None = None
    high: int | None = None
    value: str = ""
    least_share: int = 0
    as_of: str = ""


def label_from(row: dict[str, str]) -> Label:
    """A row of ``resources/customer_labels.csv``."""
    return Label(
        key=row["key"],
        group=row["group"],
        names={"zh_CN": row["zh"], "en": row["en"]},
        field=row["field"],
        low=int(row["low"]) if row["low"] else None,
        high=int(row["high"]) if row["high"] else None,
        value=row["value"],
        least_share=int(row["share"] or 0),
        as_of=row["as_of"],
    )
