"""Which goods of the two shops belong together: what can be linked, what has to be asked, what only one shop has.

Items first: by merchant code (``rules.codes``, the same judgement the file's pairing uses), and where codes say nothing
by title, as a suggestion that a person accepts or not. Where codes speak for several answers a person decides.

The proposal is a dry run. What codes say is judged over *all* goods, whatever was linked before, and only then held
against the links that stand; so a proposal that was carried out leaves nothing new to propose, and no item gets two
links. Without links and refusals of a person it links exactly what the file's pairing links; beyond that it respects
those, and suggests by title.
"""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from console.core.model import Listing, Platform
from console.rules.codes import Goods, pair_up
from console.rules.likeness import Title, Titles
from console.rules.links import Candidate, Held, Link, Pair, Proposal, Question, Reason, Standing

MOST_CANDIDATES = 5
MOST_RIVALS = 200  # of more goods with one and the same code only those with a near title are compared
OTHER_CODES_LEAST = 0.98  # titles of goods whose codes say otherwise must be this much alike


def propose(
    kuaishou: Sequence[Listing], youzan: Sequence[Listing], *, held: Held, least: float, most: int = MOST_CANDIDATES
) -> Proposal:
    """The dry run over both shops' goods; titles less alike than ``least`` (0…1) are no suggestion."""
    return _Desk(kuaishou, youzan, held, least, most).proposal()


class _Side:
    """One shop's goods, by position."""

    def __init__(self, platform: Platform, listings: Sequence[Listing], first: int) -> None:
        self.platform = platform
        self.listings = sorted(listings, key=lambda one: one.item.item_id)
        self.first = first  # row numbers of the two sides do not overlap
        self.ids = [one.item.item_id for one in self.listings]
        self.at = {item_id: at for at, item_id in enumerate(self.ids)}
        self.titles = [Title(one.item.title) for one in self.listings]
        self.goods = [Goods(first + at, one.item.code, _codes(one)) for at, one in enumerate(self.listings)]
        self.by_item_code: dict[str, list[int]] = defaultdict(list)
        self.by_sku_code: dict[str, list[int]] = defaultdict(list)
        for at, goods in enumerate(self.goods):
            if goods.code:
                self.by_item_code[goods.code].append(at)
            for code in goods.sku_codes:
                self.by_sku_code[code].append(at)

    @cached_property
    def shelf(self) -> Titles:
        """The titles, to look among."""
        return Titles(self.titles)


class _Desk:
    """Both shops' goods and what stands between them: the state of one dry run."""

    def __init__(
        self, kuaishou: Sequence[Listing], youzan: Sequence[Listing], held: Held, least: float, most: int
    ) -> None:
        self.left = _Side(Platform.KUAISHOU, kuaishou, 0)
        self.right = _Side(Platform.YOUZAN, youzan, len(kuaishou))
        self.held, self.least, self.most = held, least, most
        self.standing: dict[tuple[Platform, str], Standing] = {}
        for side in (self.left, self.right):
            self.standing |= dict.fromkeys(((side.platform, one) for one in side.ids), "alone")

    def proposal(self) -> Proposal:
        stale = self._hold()
        links = self._link()
        conflicts = [*self._conflicts(self.left, self.right), *self._conflicts(self.right, self.left)]
        return Proposal(
            link=tuple(links), ask=(*conflicts, *self._suggestions()), standing=self.standing, stale=tuple(stale)
        )

    def _free(self, side: _Side, at: int) -> bool:
        return self.standing[(side.platform, side.ids[at])] == "alone"

    def _stand(self, pair: Pair, standing: Standing) -> bool:
        """Give both ends this standing; not where one of them has a link already."""
        ends = [(Platform.KUAISHOU, pair[0]), (Platform.YOUZAN, pair[1])]
        if any(self.standing.get(end) != "alone" for end in ends):
            return False
        self.standing |= dict.fromkeys(ends, standing)
        return True

    def _hold(self) -> list[Pair]:
        return [pair for pair in self.held.links if not self._stand(pair, "held")]

    def _link(self) -> list[Link]:
        found = pair_up(self.left.goods, self.right.goods)
        links = []
        for row, here in sorted(found.items(), key=lambda pair: pair[1]):
            one, other = self.left.goods[here], self.right.goods[row - self.right.first]
            pair = (self.left.ids[here], self.right.ids[row - self.right.first])
            if pair in self.held.refused or not self._stand(pair, "link"):
                continue
            reason = Reason.ITEM_CODE if one.code and one.code == other.code else Reason.SKU_CODE
            links.append(Link(kuaishou_id=pair[0], youzan_id=pair[1], reason=reason))
        return links

    def _conflicts(self, side: _Side, other: _Side) -> list[Question]:
        """Free items whose codes name items of the other shop, but not one alone that is free."""
        asked = []
        for at, goods in enumerate(side.goods):
            if self.standing[(side.platform, side.ids[at])] in ("held", "link"):
                continue
            rivals = set(other.by_item_code.get(goods.code, ()))
            rivals.update(row for code in goods.sku_codes for row in other.by_sku_code.get(code, ()))
            rivals = {row for row in rivals if self._pair(side, at, row) not in self.held.refused}
            if rivals:
                self.standing[(side.platform, side.ids[at])] = "conflict"
                asked.append(self._question(side, other, at, rivals))
        return asked

    def _question(self, side: _Side, other: _Side, at: int, rivals: AbstractSet[int]) -> Question:
        if len(rivals) > MOST_RIVALS:
            rivals = rivals & other.shelf.near(side.titles[at]) or set(sorted(rivals)[: self.most])
        scored = sorted((-side.titles[at].likeness(other.titles[row]), row) for row in rivals)
        return Question(
            platform=side.platform,
            item_id=side.ids[at],
            kind="conflict",
            candidates=tuple(
                Candidate(
                    item_id=other.ids[row],
                    score=round(-score, 4),
                    reason=Reason.SHARED_CODE,
                    taken=self.standing[(other.platform, other.ids[row])] in ("held", "link"),
                )
                for score, row in scored[: self.most]
            ),
        )

    def _suggestions(self) -> list[Question]:
        free = [at for at in range(len(self.right.ids)) if self._free(self.right, at)]
        shelf = Titles([self.right.titles[at] for at in free])
        most = self.most + len(self.held.refused)  # the refused ones are left out afterwards
        asked = []
        for at, title in enumerate(self.left.titles):
            if not self._free(self.left, at):
                continue
            near = ((free[place], score) for place, score in shelf.likest(title, self.least, most))
            candidates = [one for row, score in near if (one := self._candidate(at, row, score))][: self.most]
            if candidates:
                asked.append(self._suggestion(at, candidates))
        return asked

    def _suggestion(self, at: int, candidates: list[Candidate]) -> Question:
        self.standing[(Platform.KUAISHOU, self.left.ids[at])] = "suggestion"
        for one in candidates:
            self.standing[(Platform.YOUZAN, one.item_id)] = "suggestion"
        return Question(
            platform=Platform.KUAISHOU,
            item_id=self.left.ids[at],
            kind="suggestion",
            candidates=tuple(candidates),
        )

    def _candidate(self, at: int, row: int, score: float) -> Candidate | None:
        one, other = self.left.goods[at], self.right.goods[row]
        other_codes = bool((one.code and other.code) or (one.sku_codes and other.sku_codes))
        if (self.left.ids[at], self.right.ids[row]) in self.held.refused or (other_codes and score < OTHER_CODES_LEAST):
            return None
        reason = Reason.TITLE_OTHER_CODE if other_codes else Reason.TITLE
        return Candidate(item_id=self.right.ids[row], score=round(score, 4), reason=reason)

    def _pair(self, side: _Side, at: int, row: int) -> Pair:
        if side is self.left:
            return (self.left.ids[at], self.right.ids[row])
        return (self.left.ids[row], self.right.ids[at])


def _codes(listing: Listing) -> frozenset[str]:
    return frozenset(sku.code for sku in listing.skus or () if sku.code)
