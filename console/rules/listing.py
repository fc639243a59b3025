"""The checks before publishing: what the platform would refuse, found before it is asked.

Everything arrives as facts: what somebody read or measured, or None where nobody did. A check without its facts says
"not checked", never "passed". The wording was looked at before (``rules.wording``); here it is told what was found.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from console.rules.failures import Fix
from console.rules.findings import Check, Finding, Report, Severity, not_checked, or_passed, passed
from console.rules.listing_documents import Document, Need, check_documents
from console.rules.listing_images import ImageFacts, ImageYardstick, check_images
from console.rules.pricing import PriceCode, Verdict
from console.rules.wording import nouns

Counting = Literal["char", "half"]
NAMES_SHOWN = 5


class Category(msgspec.Struct, frozen=True, kw_only=True):
    """The category an item is to be published in. None: the platform was not asked."""

    category_id: str
    path: str = ""
    is_leaf: bool | None = None
    is_open: bool | None = None  # whether this shop may sell there


class Attribute(msgspec.Struct, frozen=True, kw_only=True):
    """What a category asks to be said of its goods; ``values`` empty: any words will do."""

    name: str
    required: bool = False
    values: frozenset[str] = frozenset()


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An item as it is to be published, with all that is known of it. None is "nobody has looked"."""

    title: str
    category: Category | None = None  # None: no category is chosen
    attributes: tuple[Attribute, ...] | None = None
    filled: Mapping[str, str] = {}
    images: tuple[ImageFacts, ...] | None = None
    prices: Mapping[str, Verdict] | None = None  # by the variant's name
    needs: tuple[Need, ...] | None = None
    documents: tuple[Document, ...] | None = None
    wording: nouns.Verdict | None = None  # of the title
    holes: tuple[str, ...] | None = None  # names of variants that the other shop has and this item has not


class Yardstick(msgspec.Struct, frozen=True, kw_only=True):
    """What the platform allows, and what the merchant set; None: not known."""

    notice_days: int  # how long before a document's end it is spoken of, where the document names no lead of its own
    title_most: int | None = None
    title_counts: Counting = "char"
    images: ImageYardstick = ImageYardstick()


def check(draft: Draft, yardstick: Yardstick, *, at: int) -> Report:
    """Everything that can be said of a draft at the instant ``at`` (ms UTC)."""
    return Report(
        findings=(
            *_category(draft.category),
            *_attributes(draft.attributes, draft.filled),
            *_title(draft.title, yardstick),
            *_wording(draft.wording),
            *check_images(draft.images, yardstick.images),
            *_prices(draft.prices),
            *check_documents(draft.needs, draft.documents, at, yardstick.notice_days),
            *_variants(draft.holes),
        )
    )


def title_length(title: str, counts: Counting) -> int:
    """How long a platform finds a title: in characters, or in halves, where a Chinese character counts two."""
    title = unicodedata.normalize("NFC", title)
    if counts == "char":
        return len(title)
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in title)


def _category(category: Category | None) -> Iterator[Finding]:
    if category is None or not category.category_id:
        yield _block(Check.CATEGORY, "goods.category_none", "category", "", Fix.CHOOSE_CATEGORY)
        return
    name = category.path or category.category_id
    if category.is_leaf is False:
        yield _block(Check.CATEGORY, "goods.category_not_leaf", "category", name, Fix.CHOOSE_CATEGORY)
    if category.is_open is False:
        yield _block(Check.CATEGORY, "goods.category_closed", "category", name, Fix.OPEN_CATEGORY)
    if None in (category.is_leaf, category.is_open):
        yield not_checked(Check.CATEGORY, "goods.category_unread", "category", name)
    elif category.is_leaf and category.is_open:
        yield passed(Check.CATEGORY, name)


def _attributes(attributes: Sequence[Attribute] | None, filled: Mapping[str, str]) -> tuple[Finding, ...]:
    if attributes is None:
        return (not_checked(Check.ATTRIBUTES, "goods.attributes_unread"),)
    required = [one for one in attributes if one.required]
    found = [
        _block(Check.ATTRIBUTES, "goods.attribute_missing", one.name, one.name, Fix.FILL_ATTRIBUTES)
        for one in required
        if not filled.get(one.name, "").strip()
    ]
    found += [
        _block(Check.ATTRIBUTES, "goods.attribute_value", one.name, f"{one.name}: {value}", Fix.FILL_ATTRIBUTES)
        for one in attributes
        if one.values and (value := filled.get(one.name, "").strip()) and value not in one.values
    ]
    return or_passed(Check.ATTRIBUTES, found, f"{len(required)}/{len(required)}")


def _title(title: str, yardstick: Yardstick) -> tuple[Finding, ...]:
    if not title.strip():
        return (_block(Check.TITLE, "goods.title_empty", "title", "", Fix.EDIT_TITLE),)
    if yardstick.title_most is None:
        return (not_checked(Check.TITLE, "goods.title_limit_unknown", "title"),)
    length = title_length(title.strip(), yardstick.title_counts)
    said = f"{length}/{yardstick.title_most}"
    if length > yardstick.title_most:
        return (_block(Check.TITLE, "goods.title_long", "title", said, Fix.EDIT_TITLE),)
    return (passed(Check.TITLE, said),)


_GRAVITY: Mapping[nouns.Severity, tuple[Severity, str]] = {
    nouns.Severity.BLOCK: (Severity.BLOCK, "goods.wording_banned"),
    nouns.Severity.WARN: (Severity.WARN, "goods.wording_risky"),
    nouns.Severity.EVIDENCE: (Severity.ADVICE, "goods.wording_proof"),
}


def _wording(verdict: nouns.Verdict | None) -> tuple[Finding, ...]:
    if verdict is None:
        return (not_checked(Check.WORDING, "goods.wording_unread", "title"),)
    found = []
    for one in verdict.findings:
        if one.severity in _GRAVITY:
            severity, code = _GRAVITY[one.severity]
            said = f"{one.text}（{one.rule.law}）"
            found.append(
                Finding(
                    check=Check.WORDING, severity=severity, code=code, field="title", evidence=said, fix=Fix.EDIT_TITLE
                )
            )
    return or_passed(Check.WORDING, found)


def _prices(prices: Mapping[str, Verdict] | None) -> tuple[Finding, ...]:
    if not prices:
        return (not_checked(Check.PRICE, "goods.price_not_compared"),)
    found = [_price(name, verdict, code) for name, verdict in prices.items() for code in verdict.codes]
    return or_passed(Check.PRICE, found, str(len(prices)))


_HELD = (PriceCode.FREE, PriceCode.BELOW_FLOOR, PriceCode.JUMP)


def _price(name: str, verdict: Verdict, code: PriceCode) -> Finding:
    if code is PriceCode.NOT_COMPARED:
        return not_checked(Check.PRICE, code, name, name)
    severity = Severity.BLOCK if code in _HELD else Severity.WARN
    evidence = f"{name} {_percent(verdict.gap_bp)}".strip() if code is PriceCode.GAP else name
    return Finding(check=Check.PRICE, severity=severity, code=code, field=name, evidence=evidence, fix=Fix.SET_PRICE)


def _percent(share_bp: int | None) -> str:
    """``-1669`` → ``"-16.7%"``."""
    if share_bp is None:
        return ""
    tenths = (abs(share_bp) + 5) // 10
    return f"{'-' if share_bp < 0 else '+'}{tenths // 10}.{tenths % 10}%"


def _variants(holes: Sequence[str] | None) -> tuple[Finding, ...]:
    if holes is None:
        return (not_checked(Check.VARIANTS, "goods.variants_unread"),)
    if not holes:
        return (passed(Check.VARIANTS),)
    return (
        Finding(
            check=Check.VARIANTS,
            severity=Severity.WARN,
            code="goods.variant_holes",
            field="variants",
            evidence=_names(holes),
            fix=Fix.EDIT_VARIANTS,
        ),
    )


def _names(names: Iterable[str]) -> str:
    """The first few, and how many more there are: ``"米白, 黑色 +3"``."""
    listed = list(names)
    more = len(listed) - NAMES_SHOWN
    return ", ".join(listed[:NAMES_SHOWN]) + (f" +{more}" if more > 0 else "")


def _block(check: Check, code: str, field: str, evidence: str, fix: Fix) -> Finding:
    return Finding(check=check, severity=Severity.BLOCK, code=code, field=field, evidence=evidence, fix=fix)
