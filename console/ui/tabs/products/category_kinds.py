"""The goods of a Youzan shop by their category there: a line of the mapping table for each kind."""

from collections import Counter
from collections.abc import Mapping as Map

import msgspec
from PySide6.QtCore import QCoreApplication

from console.rules.alike import Placed
from console.rules.categories import Category, Suggestion
from console.rules.categories import Kuaishou as Leaves
from console.store.views_goods import Belonging, Mapping

TITLES_READ = 5  # of a kind, for suggestions


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """Goods of one Youzan category. ``path`` is its number where the tree was not read; empty: they have none."""

    id: int
    source_id: str
    path: str
    goods: tuple[Belonging, ...]

    @property
    def is_unread(self) -> bool:
        """Whether only the number of its category is known."""
        return bool(self.source_id) and self.path == self.source_id

    @property
    def mapped(self) -> int:
        return sum(bool(one.target_id) for one in self.goods)

    @property
    def targets(self) -> Counter[str]:
        """How many of the goods are in which leaf."""
        return Counter(one.target_id for one in self.goods if one.target_id)

    @property
    def placed(self) -> list[Placed]:
        """Where they are. What is in a leaf already was put there by somebody, be it in Kuaishou's own console."""
        return [
            Placed(item_id=one.item_id, source_id=one.source_id, target_id=one.target_id, by_hand=bool(one.target_id))
            for one in self.goods
        ]

    def suggest(self, leaves: Leaves, only: Belonging | None = None) -> tuple[Suggestion, ...]:
        """Leaves that suit these goods, or one of them; takes a while for a whole tree: not on the loop."""
        source = Category(category_id=self.source_id, path=self.path) if self.source_id else None
        titles = [only] if only is not None else self.goods[:TITLES_READ]
        return leaves.suggest(source, " ".join(one.title for one in titles), chosen=self.targets)


def unread_name() -> str:
    """What stands for a category whose name was not read: its number says nothing to a person."""
    return QCoreApplication.translate("products", "Category name not read yet")


def kinds(mapping: Mapping) -> list[Kind]:
    """Those with goods that are nowhere yet first, then by how many goods they have."""
    paths = {one.category_id: one.path for one in mapping.youzan.categories}
    by_source: dict[str, list[Belonging]] = {}
    for one in mapping.goods:
        by_source.setdefault(one.source_id, []).append(one)
    made = [
        Kind(id=place, source_id=source, path=paths.get(source, source), goods=tuple(goods))
        for place, (source, goods) in enumerate(by_source.items(), 1)
    ]
    return sorted(made, key=lambda kind: (kind.mapped == len(kind.goods), -len(kind.goods), kind.path))


def fits(kind: Kind, paths: Map[str, str], text: str, *, open_only: bool) -> bool:
    """Whether the path, the goods or the leaves of a kind hold a text; ``open_only``: and not all are mapped."""
    if open_only and kind.mapped == len(kind.goods):
        return False
    if not text:
        return True
    said = [kind.path, *(one.title for one in kind.goods), *(paths.get(one, one) for one in kind.targets)]
    return any(text in words.casefold() for words in said)
