"""Which goods belong into which Kuaishou leaf, as a sheet: out, filled in by a person, and in again."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from console.core.categories import Category
from console.documents.sheets import Field, Row, Value
from console.store.views_goods import Belonging

ITEM, TITLE, SOURCE, LEAF, PATH = "有赞商品ID", "商品标题", "有赞类目", "快手类目ID", "快手类目"
FIELDS = (
    Field(title=ITEM, wide=20),
    Field(title=TITLE, wide=40),
    Field(title=SOURCE, wide=24),
    Field(title=LEAF, wide=14),
    Field(title=PATH, wide=44),
)
"""The titles are the same in every language of the window: a sheet goes from one computer to another."""

Wrong = Literal["item_unknown", "item_twice", "leaf_unknown", "not_leaf"]


class BadRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row that is left alone; ``number`` is what a spreadsheet shows at its left."""

    number: int
    wrong: Wrong
    said: str


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """What a sheet wants: leaves by item, only where that changes anything; and what of it cannot be."""

    leaves: Mapping[str, str]
    same: int  # rows that are so already, or say nothing
    bad: tuple[BadRow, ...] = ()


def rows(goods: Iterable[Belonging], kuaishou: Sequence[Category], youzan: Sequence[Category]) -> list[list[Value]]:
    """A row for each of the goods."""
    leaf, source = ({one.category_id: one.path for one in tree} for tree in (kuaishou, youzan))
    return [
        [one.item_id, one.title, source.get(one.source_id, one.source_id), one.target_id, leaf.get(one.target_id, "")]
        for one in goods
    ]


def filled(sheet: Iterable[Row], goods: Iterable[Belonging], kuaishou: Sequence[Category]) -> Filled:
    """Hold a sheet against what there is. An empty leaf says nothing: the goods stay where they are."""
    known = {one.item_id: one for one in goods}
    tree = {one.category_id: one for one in kuaishou}
    leaves: dict[str, str] = {}
    bad: list[BadRow] = []
    seen: set[str] = set()
    same = 0
    for row in sheet:
        item_id, leaf = row.cells[ITEM].strip(), row.cells[LEAF].strip()
        wrong = _wrong(item_id, leaf, known, seen, tree)
        if wrong is not None:
            said = leaf if wrong in ("leaf_unknown", "not_leaf") else item_id
            bad.append(BadRow(number=row.number, wrong=wrong, said=said))
            continue
        seen.add(item_id)
        if not leaf or known[item_id].target_id == leaf:
            same += 1
        else:
            leaves[item_id] = leaf
    return Filled(leaves=leaves, same=same, bad=tuple(bad))


def _wrong(
    item_id: str, leaf: str, known: Mapping[str, Belonging], seen: set[str], tree: Mapping[str, Category]
) -> Wrong | None:
    if item_id not in known:
        return "item_unknown"
    if item_id in seen:
        return "item_twice"
    if leaf and leaf not in tree:
        return "leaf_unknown"
    return "not_leaf" if leaf and not tree[leaf].is_leaf else None
