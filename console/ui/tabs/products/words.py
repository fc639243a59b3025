"""What the states of goods are called: chips, words, sentences. What the rows say goes in, words come out."""

from PySide6.QtCore import QCoreApplication

from console.core.model import AuditState, Platform
from console.store.views import ItemRow
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.products import failing

translate = QCoreApplication.translate

REFUSED = (AuditState.REFUSED, AuditState.NEEDS_CHANGES)


def is_linked(row: ItemRow) -> bool:
    """Whether both sides of the goods are known."""
    return row.kuaishou_item_id is not None and row.youzan_item_id is not None


def prices_differ(row: ItemRow) -> bool:
    """Whether both sides name a price and not the same."""
    return None not in (row.kuaishou_price_fen, row.youzan_price_fen) and row.kuaishou_price_fen != row.youzan_price_fen


def prices_vary(row: ItemRow) -> bool:
    """Whether what the goods cost, or one of their variants, is not the same on both sides."""
    return prices_differ(row) or row.variant_prices_differ


def gap_is_large(row: ItemRow) -> bool:
    """Whether the prices are further apart than is let pass."""
    return row.gap_wide


def stocks_differ(row: ItemRow) -> bool:
    """Whether both sides name a stock and not the same."""
    return None not in (row.kuaishou_stock, row.youzan_stock) and row.kuaishou_stock != row.youzan_stock


def shelves_differ(row: ItemRow) -> bool:
    """Whether the goods can be bought on one side only, though both list them."""
    return None not in (row.kuaishou_on_shelf, row.youzan_on_shelf) and row.kuaishou_on_shelf != row.youzan_on_shelf


def variants_differ(row: ItemRow) -> bool:
    """Whether the variants differ, and price and stock of the whole do not say so."""
    silent = row.variant_prices_differ or not stocks_differ(row)
    return row.variants_differ and silent and not prices_differ(row)


def gap(row: ItemRow) -> str:
    """How far Kuaishou's price is from Youzan's: ``−16.7%``; a word where these, the least of each side, agree."""
    if row.gap_percent is None:
        return texts.NOTHING
    if not prices_differ(row):
        return translate("products", "By variant") if row.variant_prices_differ else translate("products", "Same")
    return texts.signed_percent(row.gap_percent / 100) if abs(row.gap_percent) >= 0.05 else "<0.1%"


def gap_chip(row: ItemRow) -> ChipLook | None:
    """The gap as a chip: red below the floor, amber where it is too large."""
    said = gap(row)
    if row.widest_bp is not None:  # of the variant that is furthest apart
        said = texts.signed_percent(row.widest_bp / 10_000)
    if row.below_floor:
        return ChipLook("red", "scale", said)
    return ChipLook("amber", "scale", said) if gap_is_large(row) else None


def margin(row: ItemRow) -> str:
    """What is left of a piece at Kuaishou."""
    return texts.money(row.margin_fen)


def margin_tip(row: ItemRow) -> str:
    """What the margin is, or why there is none."""
    if row.margin_fen is None:
        return translate("products", "No cost is known: fill it in at Youzan, or import a sheet with costs")
    return translate("products", "What is left of a piece at Kuaishou, of the variant that leaves least")


def status_chip(row: ItemRow, *, compared: bool) -> ChipLook:
    """How the goods stand, the worst first. ``compared``: the shops in sight were read to the end."""
    if row.audit is AuditState.REFUSED or row.audit is AuditState.NEEDS_CHANGES:
        return audit_chip(row.audit)
    if row.contested:
        return ChipLook("amber", "triangle-alert", translate("products", "In conflict"))
    if not is_linked(row) and not compared:
        return ChipLook("grey", "circle-dashed", translate("products", "Not compared"))
    if row.youzan_item_id is None:
        return ChipLook("grey", "store", translate("products", "Kuaishou only"))
    if row.kuaishou_item_id is None:
        return ChipLook("grey", "store", translate("products", "Youzan only"))
    if row.audit is AuditState.WAITING:
        return audit_chip(row.audit)
    if row.below_floor:
        return ChipLook("red", "scale", translate("products", "Below the floor"))
    if gap_is_large(row) or stocks_differ(row) or shelves_differ(row) or variants_differ(row):
        return ChipLook("amber", "git-compare-arrows", translate("products", "Differs"))
    return ChipLook("green", "circle-check", translate("products", "In step"))


def reasons(row: ItemRow) -> list[ChipLook]:
    """Why a row wants attention: only what is certain. A refusal whose cause no rule tells stays unknown."""
    found = []
    if row.audit in REFUSED:
        found.append(failing.chip(failing.failure(row).cause))
    if row.contested:
        found.append(ChipLook("amber", "copy", translate("products", "Code shared")))
    if row.below_floor:
        found.append(ChipLook("red", "scale", translate("products", "Below the floor")))
    if gap_is_large(row):
        found.append(ChipLook("amber", "scale", translate("products", "Price gap")))
    if stocks_differ(row):
        found.append(ChipLook("amber", "package", translate("products", "Stock differs")))
    if variants_differ(row):
        found.append(ChipLook("amber", "tag", translate("products", "Variants differ")))
    if shelves_differ(row):
        found.append(ChipLook("amber", "store", translate("products", "Shelf differs")))
    return found


def reason_tip(row: ItemRow) -> str:
    """The reasons in full, the platform's own words first."""
    said = [platform_said(row)] if row.audit in REFUSED else []
    if row.contested:
        said.append(translate("products", "Its code also belongs to other goods; nothing is guessed"))
    if row.below_floor:
        said.append(translate("products", "Kuaishou's price is below the floor; raise it, or lower the floor"))
    if gap_is_large(row):
        apart = gap_chip(row)
        said.append(translate("products", "Prices are {gap} apart").format(gap=apart.word if apart else gap(row)))
    if stocks_differ(row):
        stocks = translate("products", "Stock: Kuaishou {kuaishou}, Youzan {youzan}")
        counts = {"kuaishou": texts.count(row.kuaishou_stock), "youzan": texts.count(row.youzan_stock)}
        said.append(stocks.format(**counts))
    if variants_differ(row):
        said.append(translate("products", "Some variants differ in price or stock, or are on one side only"))
    if shelves_differ(row):
        off = Platform.YOUZAN if row.kuaishou_on_shelf else Platform.KUAISHOU
        said.append(translate("products", "Not on the shelf of {platform}").format(platform=texts.platform(off)))
    return "\n".join(said)


def platform_said(row: ItemRow) -> str:
    """What Kuaishou's review gave as its reason."""
    if not row.audit_reason:
        return translate("products", "Kuaishou gave no reason")
    return translate("products", "Kuaishou says: {words}").format(words=row.audit_reason)


def audit_word(state: AuditState) -> str:
    """Where Kuaishou's review stands."""
    return {
        AuditState.WAITING: translate("products", "In review"),
        AuditState.NEEDS_CHANGES: translate("products", "To change"),
        AuditState.PASSED: translate("products", "Passed"),
        AuditState.REFUSED: translate("products", "Refused"),
        AuditState.UNKNOWN: translate("products", "Unknown"),
    }[state]


def audit_chip(state: AuditState) -> ChipLook:
    """Where Kuaishou's review stands, as a chip."""
    match state:
        case AuditState.REFUSED:
            return ChipLook("red", "circle-x", audit_word(state))
        case AuditState.NEEDS_CHANGES:
            return ChipLook("amber", "circle-alert", audit_word(state))
        case AuditState.WAITING:
            return ChipLook("blue", "clock", audit_word(state))
        case AuditState.PASSED:
            return ChipLook("green", "circle-check", audit_word(state))
        case _:
            return ChipLook("grey", "circle-question-mark", audit_word(state))


def shelf_word(on_shelf: bool | None) -> str:
    """Whether buyers see it."""
    if on_shelf is None:
        return texts.NOTHING
    return translate("products", "On the shelf") if on_shelf else translate("products", "Off the shelf")
