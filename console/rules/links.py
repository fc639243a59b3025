"""The words of linking goods: a link, a question, what stands already, and the dry run that proposes more."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Literal

import msgspec

from console.core.model import Platform

Pair = tuple[str, str]
"""A Kuaishou item's id and a Youzan item's id."""
Standing = Literal["held", "link", "conflict", "suggestion", "alone"]


class Reason(StrEnum):
    """What a link or a suggestion rests on; the codes have words in the catalogue."""

    ITEM_CODE = "goods.link_item_code"
    SKU_CODE = "goods.link_sku_code"
    SHARED_CODE = "goods.link_shared_code"
    TITLE = "goods.link_title"
    TITLE_OTHER_CODE = "goods.link_title_other_code"


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """Links that stand, and pairs of which a person has said that they are not the same goods."""

    links: tuple[Pair, ...] = ()
    refused: frozenset[Pair] = frozenset()


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Two items that codes join without doubt."""

    kuaishou_id: str
    youzan_id: str
    reason: Reason

    @property
    def pair(self) -> Pair:
        return (self.kuaishou_id, self.youzan_id)


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An item of the other shop that may be the same goods. ``taken``: it is linked elsewhere already."""

    item_id: str
    score: float  # likeness of the titles, 0…1
    reason: Reason
    taken: bool = False


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """An item that a person has to decide about, with what speaks for which answer, best first."""

    platform: Platform
    item_id: str
    kind: Literal["conflict", "suggestion"]
    candidates: tuple[Candidate, ...]


class Sums(msgspec.Struct, frozen=True, kw_only=True):
    """A dry run in numbers of one shop's goods: to be created in the other, to be linked, to be asked about, linked."""

    create: int
    link: int
    ask: int
    held: int = 0

    @property
    def total(self) -> int:
        return self.create + self.link + self.ask + self.held


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A dry run: nothing of it is done. ``standing`` holds every item of both shops exactly once."""

    link: tuple[Link, ...]
    ask: tuple[Question, ...]
    standing: Mapping[tuple[Platform, str], Standing]
    stale: tuple[Pair, ...] = ()  # links that stand with an item that is no longer there

    def count(self, platform: Platform, standing: Standing) -> int:
        """How many items of a shop stand so; over all five this is the number of its items."""
        return sum(one == standing for (side, _), one in self.standing.items() if side is platform)

    def sums(self, platform: Platform = Platform.KUAISHOU) -> Sums:
        """Every item of this shop counted once. An item that would have to be created is one without counterpart."""
        ask = self.count(platform, "conflict") + self.count(platform, "suggestion")
        return Sums(
            create=self.count(platform, "alone"),
            link=self.count(platform, "link"),
            ask=ask,
            held=self.count(platform, "held"),
        )

    def create(self, platform: Platform) -> tuple[str, ...]:
        """Items of the *other* shop that have no counterpart here: creating them here would complete this shop."""
        return tuple(
            item_id for (side, item_id), one in self.standing.items() if side is not platform and one == "alone"
        )

    @property
    def is_empty(self) -> bool:
        """Whether carrying it out would change nothing; questions stay until a person has answered them."""
        return not self.link


def with_links(held: Held, pairs: Iterable[Pair]) -> Held:
    """``held`` and these links. Raises ValueError where an item would get a second link."""
    links = list(held.links)
    here, there = {one for one, _ in links}, {other for _, other in links}
    for one, other in pairs:
        if (one, other) in links:
            continue
        if one in here or other in there:
            raise ValueError(f"a second link: {one} – {other}")
        here.add(one)
        there.add(other)
        links.append((one, other))
    return msgspec.structs.replace(held, links=tuple(links), refused=held.refused - frozenset(links))
