"""The shapes in which the store answers about goods that fail and where they belong. Light, like ``views``."""

from typing import TYPE_CHECKING, Literal

from console.core.categories import Category
from console.core.model import Platform
from console.store.views import Pair, Shape

if TYPE_CHECKING:
    from collections.abc import Mapping as Counts

    from console.rules.failures import Cause


class Course(Shape, frozen=True, kw_only=True):
    """How refusals went in a stretch of time: those seen first in it, and those whose goods passed in it."""

    found: int = 0
    fixed: int = 0
    since_at: int | None = None  # when the first refusal of all was seen: before it nobody counted


class Stretch(Shape, frozen=True, kw_only=True):
    """A day or a week, and how many lines of goods were first refused in it, by cause."""

    begin_at: int
    end_at: int
    causes: "Counts[Cause, int]"


class Failing(Shape, frozen=True, kw_only=True):
    """What goods failed by over a time; in ``causes`` goods that failed in several stretches count once."""

    stretches: tuple[Stretch, ...]
    causes: "Counts[Cause, int]"


class Tree(Shape, frozen=True, kw_only=True):
    """A platform's categories as they were last read; ``kept_at`` None: never."""

    categories: tuple[Category, ...] = ()
    kept_at: int | None = None

    @property
    def leaves(self) -> tuple[Category, ...]:
        return tuple(one for one in self.categories if one.is_leaf)


class Counterpart(Shape, frozen=True, kw_only=True):
    """An item of the other shop that may be the same goods. ``taken``: it is linked to others already."""

    row_id: int
    platform: Platform
    item_id: str
    title: str
    code: str
    image_url: str = ""
    price_fen: int | None = None
    stock: int | None = None
    score: float | None = None  # likeness of the titles, 0…1; None: not compared
    reason: str = ""  # code of ``rules.links.Reason``
    taken: bool = False


class Asked(Shape, frozen=True, kw_only=True):
    """What a person is to decide about a line of goods: the free counterparts first, the likest before the others."""

    kind: Literal["conflict", "suggestion"]
    counterparts: tuple[Counterpart, ...] = ()

    @property
    def best(self) -> Counterpart | None:
        """What may be accepted as it is: a suggestion that is free. A conflict is never guessed."""
        first = next(iter(self.counterparts), None)
        return first if self.kind == "suggestion" and first is not None and not first.taken else None


class Claims(Shape, frozen=True, kw_only=True):
    """What claims to be the same goods as one line: the free ones first; of ``count`` some."""

    pair: Pair
    platform: Platform  # of the line itself, as its ``item_id``
    item_id: str
    counterparts: tuple[Counterpart, ...] = ()
    count: int = 0

    def ends(self, other: Counterpart) -> tuple[str, str]:
        """Kuaishou's number and Youzan's, of the line and this counterpart."""
        return (self.item_id, other.item_id) if self.platform is Platform.KUAISHOU else (other.item_id, self.item_id)


class Match(Shape, frozen=True, kw_only=True):
    """Two goods that are linked, or to be. A side None: it is to be chosen, ``others`` is among how many.

    ``reason`` is a code of ``rules.links.Reason``, ``score`` the likeness of the titles where those speak.
    """

    id: int
    pair: Pair
    kuaishou: Counterpart | None
    youzan: Counterpart | None
    reason: str
    score: float | None = None
    others: int = 0


class Acceptable(Shape, frozen=True, kw_only=True):
    """Of chosen lines what may be accepted, and how many may not: ``twice`` suggest what others of them suggest."""

    matches: tuple[Match, ...]
    twice: int = 0
    without: int = 0


class Belonging(Shape, frozen=True, kw_only=True):
    """Where goods of a Youzan shop belong: their category there, and the leaf at Kuaishou.

    ``target_id`` is what a person chose (``by_hand``), else the category the goods already have at Kuaishou.
    """

    item_id: str
    title: str
    source_id: str
    target_id: str = ""
    by_hand: bool = False


class Mapping(Shape, frozen=True, kw_only=True):
    """Everything that mapping categories needs of one pair of shops."""

    pair: Pair
    goods: tuple[Belonging, ...]
    kuaishou: Tree
    youzan: Tree


class PastSale(Shape, frozen=True, kw_only=True):
    """Pieces of a variant that were paid for at an instant, ms UTC."""

    at: int
    platform: Platform
    sku_id: str
    pieces: int
