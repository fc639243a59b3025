"""Goods as they are in both shops → the draft that ``rules.listing`` checks before they are published at Kuaishou."""

from collections.abc import Sequence

import msgspec

from console.core.categories import Category, CategoryFacts, ItemFacts
from console.core.model import Platform, Sku
from console.rules import listing
from console.rules.listing import Draft
from console.rules.listing_documents import Document, Need
from console.rules.listing_images import ImageFacts
from console.rules.pricing import Guard, Offer, Verdict, judge
from console.rules.pushing import Both, Goods, PushRules, Side
from console.rules.wording import nouns

UNSAID = "?"


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What was read beside the goods themselves, and as of when (ms UTC). None: nobody read it.

    ``category_id`` is the leaf the goods are in at Kuaishou, else the one chosen for them; empty: none.
    """

    shop_id: str = ""  # Kuaishou's, of these goods
    category_id: str = ""
    category: Category | None = None  # as the tree has it
    tree_at: int | None = None
    asks: CategoryFacts | None = None
    asks_at: int | None = None
    item: ItemFacts | None = None
    item_at: int | None = None
    documents: tuple[Document, ...] | None = None  # that the merchant holds for these goods, by a ledger


def draft(
    goods: Goods,
    rules: PushRules,
    known: Known,
    *,
    images: Sequence[ImageFacts] | None = None,
    likely: Sequence[Need] = (),
    wording: nouns.Verdict | None = None,
) -> Draft:
    """What is known of the goods, and nothing else. ``likely``: documents that goods of the category may need.

    Without a ledger of documents they pass only where none is asked for.
    """
    side = goods.kuaishou or goods.youzan
    needs = _needs(known, likely)
    return Draft(
        title=side.item.title if side is not None else "",
        wording=wording,
        category=_category(goods, known),
        attributes=_attributes(known),
        filled={} if known.item is None else known.item.filled,
        images=None if images is None else tuple(images),
        prices=prices(goods, rules) or None,
        needs=needs,
        documents=() if needs == () else known.documents,
        holes=_holes(goods.variants),
    )


def _category(goods: Goods, known: Known) -> listing.Category | None:
    """A leaf that a tree read to its end does not hold is no leaf that goods can be published in.

    Goods that are at Kuaishou stand in some category, also where nobody said in which.
    """
    if not known.category_id:
        return None if goods.kuaishou is None else listing.Category(category_id=UNSAID)
    if known.category is None:
        name = goods.kuaishou.item.category_name if goods.kuaishou is not None else ""
        is_leaf = None if known.tree_at is None else False
        return listing.Category(category_id=known.category_id, path=name, is_leaf=is_leaf)
    found = known.category
    return listing.Category(
        category_id=found.category_id, path=found.path, is_leaf=found.is_leaf, is_open=found.is_open
    )


def _attributes(known: Known) -> tuple[listing.Attribute, ...] | None:
    """Only with what the item itself says: what is asked of it alone says nothing."""
    if known.asks is None or known.item is None:
        return None
    return tuple(listing.Attribute(name=one.name, required=one.required) for one in known.asks.attributes)


def _needs(known: Known, likely: Sequence[Need]) -> tuple[Need, ...] | None:
    if known.asks is None:
        return None
    asked = [Need(document=paper.name, held_by="product", certain=paper.required) for paper in known.asks.papers]
    return (*asked, *(need for need in likely if need.document not in {one.document for one in asked}))


def prices(goods: Goods, rules: PushRules) -> dict[str, Verdict]:
    """Kuaishou's prices as they stand, by the variant's name; of goods in one shop alone only the floor is judged."""
    if goods.kuaishou is None or (goods.youzan is None and goods.kuaishou.floor_fen is None):
        return {}
    guard = Guard(gap_bp=rules.gap_bp, floor_fen=goods.kuaishou.floor_fen)
    return {
        _name(both, place): judge(
            goods.kuaishou.offer(both.kuaishou.price_fen),
            _offer(goods.youzan, both.youzan),
            guard,
            side=Platform.KUAISHOU,
            costs=rules.costs(both.cost),
        )
        for place, both in enumerate(goods.variants, 1)
        if both.kuaishou is not None
    }


def _offer(side: Side | None, sku: Sku | None) -> Offer:
    price_fen = None if sku is None else sku.price_fen
    return Offer(price_fen=price_fen) if side is None else side.offer(price_fen)


def _holes(variants: Sequence[Both]) -> tuple[str, ...] | None:
    """Variants that Youzan has and Kuaishou has not; None where a side names none."""
    sides = [any(both.on(platform) is not None for both in variants) for platform in Platform]
    if not all(sides):
        return None
    return tuple(_name(both, place) for place, both in enumerate(variants, 1) if both.kuaishou is None)


def _name(both: Both, place: int) -> str:
    return both.spec or f"#{place}"
