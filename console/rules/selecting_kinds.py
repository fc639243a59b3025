"""Which way of selling suits goods of a kind: dated advice of the trade, found by words of the category."""

from collections.abc import Mapping, Sequence

import msgspec


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of goods, what suits it and why, by language."""

    key: str
    words: tuple[str, ...]
    ways: Mapping[str, str]
    reasons: Mapping[str, str]
    as_of: str


def kind_from(row: Mapping[str, str]) -> Kind:
    """A row of the table."""
    return Kind(
        key=row["key"],
        words=tuple(row["words"].split()),
        ways={"zh_CN": row["zh"], "en": row["en"]},
        reasons={"zh_CN": row["zh_why"], "en": row["en_why"]},
        as_of=row["as_of"],
    )


def kind_of(category: str, kinds: Sequence[Kind]) -> Kind | None:
    """The kind whose word stands earliest in a category's path; None: none does."""
    found = [(at, one) for one in kinds for word in one.words if (at := category.find(word)) >= 0]
    return min(found, key=lambda pair: pair[0])[1] if found else None
