"""Which variants of two linked items belong together: by code, by code and specification, else a suggestion.

Nothing of it is kept: which variants belong together follows from what both shops say of them now, and every list, push
and comparison asks ``judge``. A variant that one link names is out of the question for every other, so that none ever
has two, whatever the shops say. As with items, what the variants say is judged over all of them and only then held
against the links that stand: so a plan that was carried out leaves nothing to do.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

import msgspec

from console.core.model import Listing, Sku
from console.rules.likeness import plain

SkuPair = tuple[str, str]
"""A Kuaishou variant's id and a Youzan variant's id, of the two items in question."""


class SkuReason(StrEnum):
    """What a link of variants rests on; the codes have words in the catalogue."""

    CODE = "goods.link_variant_code"
    CODE_SPEC = "goods.link_variant_code_spec"
    ONLY = "goods.link_variant_only"
    SPEC = "goods.link_variant_spec"


class SkuLink(msgspec.Struct, frozen=True, kw_only=True):
    """Two variants that are the same goods, or may be."""

    kuaishou_id: str
    youzan_id: str
    reason: SkuReason

    @property
    def pair(self) -> SkuPair:
        return (self.kuaishou_id, self.youzan_id)


class SkuPlan(msgspec.Struct, frozen=True, kw_only=True):
    """A dry run over two items' variants: nothing of it is done."""

    link: tuple[SkuLink, ...] = ()
    suggest: tuple[SkuLink, ...] = ()
    only_kuaishou: tuple[Sku, ...] = ()  # holes: variants without any counterpart
    only_youzan: tuple[Sku, ...] = ()


def plan_skus(
    kuaishou: Listing, youzan: Listing, held: Sequence[SkuPair] = (), refused: frozenset[SkuPair] = frozenset()
) -> SkuPlan | None:
    """What to do about the variants of two linked items; None: one side's variants were not read yet."""
    if kuaishou.skus is None or youzan.skus is None:
        return None
    here, there = _variants(kuaishou), _variants(youzan)
    found, maybe = judge(here, there)
    taken_here, taken_there = {one for one, _ in held}, {other for _, other in held}

    def is_new(link: SkuLink) -> bool:
        free = link.kuaishou_id not in taken_here and link.youzan_id not in taken_there
        return free and link.pair not in refused

    links = tuple(filter(is_new, found))
    taken_here |= {link.kuaishou_id for link in links}
    taken_there |= {link.youzan_id for link in links}
    suggested = tuple(filter(is_new, maybe))
    taken_here |= {link.kuaishou_id for link in suggested}
    taken_there |= {link.youzan_id for link in suggested}
    return SkuPlan(
        link=links,
        suggest=suggested,
        only_kuaishou=tuple(sku for sku in here if sku.sku_id not in taken_here),
        only_youzan=tuple(sku for sku in there if sku.sku_id not in taken_there),
    )


def judge(here: Sequence[Sku], there: Sequence[Sku]) -> tuple[list[SkuLink], list[SkuLink]]:
    """What is sure and what may be; no variant is in two of them.

    The only variant of each side is the same whatever its code: the items are the same goods.
    """
    sure: list[SkuLink] = []
    for reason, key in ((SkuReason.CODE, _code), (SkuReason.CODE_SPEC, _code_and_spec)):
        sure += _matches(_rest(here, sure, "kuaishou_id"), _rest(there, sure, "youzan_id"), key, reason)
    if len(here) == len(there) == 1 and not sure:
        sure.append(SkuLink(kuaishou_id=here[0].sku_id, youzan_id=there[0].sku_id, reason=SkuReason.ONLY))
    rest = (_rest(here, sure, "kuaishou_id"), _rest(there, sure, "youzan_id"))
    return sure, _matches(*rest, _spec, SkuReason.SPEC)


def _rest(skus: Iterable[Sku], links: Iterable[SkuLink], end: str) -> list[Sku]:
    taken = {getattr(link, end) for link in links}
    return [sku for sku in skus if sku.sku_id not in taken]


def _matches(here: Iterable[Sku], there: Iterable[Sku], key: Callable[[Sku], str], reason: SkuReason) -> list[SkuLink]:
    """Variants whose key names one on each side."""
    left, right = _by(here, key), _by(there, key)
    return [
        SkuLink(kuaishou_id=one[0], youzan_id=right[word][0], reason=reason)
        for word, one in left.items()
        if len(one) == 1 and len(right.get(word, ())) == 1
    ]


def _by(skus: Iterable[Sku], key: Callable[[Sku], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for sku in skus:
        if word := key(sku):
            found[word].append(sku.sku_id)
    return found


def _code(sku: Sku) -> str:
    return sku.code


def _spec(sku: Sku) -> str:
    return plain(sku.spec)


def _code_and_spec(sku: Sku) -> str:
    spec = _spec(sku)
    return f"{sku.code}\n{spec}" if sku.code and spec else ""


def _variants(listing: Listing) -> list[Sku]:
    """An item without variants is its own only one."""
    if listing.skus:
        return list(listing.skus)
    item = listing.item
    return [Sku(item_id=item.item_id, sku_id=item.item_id, code=item.code, price_fen=item.price_fen, stock=item.stock)]
