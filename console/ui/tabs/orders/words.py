"""What the states of an order are called: chips, words, sentences. Codes come in, words go out."""

from PySide6.QtCore import QCoreApplication

from console.core.clock import MINUTE
from console.core.commands_orders import STARS
from console.core.model import AfterSale, AfterSaleKind, AfterSaleStatus, Link, Mapping, OrderStatus, Platform
from console.rules.matching import DEFAULTS
from console.store.views import OrderRow
from console.ui import mappings
from console.ui.paint import ChipLook
from console.ui.statuses import after_sale_status as after_sale_status
from console.ui.statuses import status_chip as status_chip
from console.ui.statuses import status_word as status_word
from console.ui.theme import Tone

translate = QCoreApplication.translate
mapping_word = mappings.mapping_word

WAITING_TO_SHIP = (OrderStatus.PENDING, OrderStatus.TO_SHIP)
NEEDS_US = (AfterSaleStatus.WAIT_SELLER, AfterSaleStatus.WAIT_SELLER_RECEIPT, AfterSaleStatus.REFUSED)


def mapping_chip(row: OrderRow) -> ChipLook:
    """How the row stands against the other platform's books."""
    if row.mapping is not None:
        return mappings.mapping_look(row.mapping)
    if row.platform is Platform.YOUZAN:
        return ChipLook("grey", "store", translate("orders", "Youzan only"))
    return ChipLook("grey", "circle-dashed", translate("orders", "Not compared"))


def risk_chip() -> ChipLook:
    """The platform forbids shipping."""
    return ChipLook("purple", "shield-alert", translate("orders", "Risk hold"))


def flags(row: OrderRow) -> list[ChipLook]:
    """What else has to be known before anything is done with the row."""
    found = [risk_chip()] if row.risk else []
    if row.hold is not None:
        found.append(ChipLook("amber", "pause", translate("orders", "Kept back")))
    if row.refunding:
        found.append(ChipLook("blue", "undo-2", translate("orders", "After-sale")))
    if row.presale and row.status in WAITING_TO_SHIP:
        found.append(ChipLook("purple", "calendar-days", translate("orders", "Pre-sale")))
    if row.pieces_sent is not None:
        said = translate("orders", "{n} of {all} sent").format(n=row.pieces_sent, all=row.quantity)
        found.append(ChipLook("amber", "package", said))
    return found


def mapping_chips(row: OrderRow) -> list[ChipLook]:
    """The mapping cell: its state, then the flags."""
    return [mapping_chip(row), *flags(row)]


def held(row: OrderRow) -> ChipLook | None:
    """Why the countdown stands still, where it does."""
    if row.status not in WAITING_TO_SHIP:
        return None
    if row.risk:
        return ChipLook("purple", "shield-alert", translate("orders", "Held by platform"))
    if row.refunding:
        return ChipLook("grey", "pause", translate("orders", "Paused"))
    return None


def instead_of_deadline(row: OrderRow) -> ChipLook | None:
    """What stands in place of the countdown: why it stands still, or where an order is that waits for it no more."""
    return held(row) if row.status in WAITING_TO_SHIP else status_chip(row.status)


def after_sale_kind(kind: AfterSaleKind) -> str:
    """What the buyer asks for."""
    return {
        AfterSaleKind.REFUND_ONLY: translate("orders", "Refund only"),
        AfterSaleKind.RETURN_REFUND: translate("orders", "Return"),
        AfterSaleKind.EXCHANGE: translate("orders", "Exchange"),
        AfterSaleKind.OTHER: translate("orders", "Other"),
    }[kind]


def after_sale_tone(status: AfterSaleStatus) -> Tone:
    """Amber where the seller's answer is due, purple where the platform decides, grey when it is over."""
    if status in NEEDS_US:
        return "amber"
    if status is AfterSaleStatus.PLATFORM:
        return "purple"
    over = status in (AfterSaleStatus.SUCCESS, AfterSaleStatus.CLOSED, AfterSaleStatus.UNKNOWN)
    return "grey" if over else "blue"


def after_sale_chip(row: OrderRow) -> ChipLook | None:
    """The latest after-sale of a row; one that was withdrawn is only told in the drawer."""
    if row.after_sale is None or row.after_sale_kind is None or row.after_sale is AfterSaleStatus.CLOSED:
        return None
    if row.after_sale is AfterSaleStatus.PLATFORM:
        return ChipLook("purple", "gavel", after_sale_kind(row.after_sale_kind))
    return ChipLook(after_sale_tone(row.after_sale), "undo-2", after_sale_kind(row.after_sale_kind))


def after_sale_reason(after_sale: AfterSale) -> str:
    """The buyer's reason: the platform's words, or the number it gives instead."""
    if not after_sale.reason:
        return translate("orders", "No reason given")
    if after_sale.reason.isdigit():
        return translate("orders", "Reason code {code}").format(code=after_sale.reason)
    return after_sale.reason


def evidence_words(reason: str) -> str:
    """What agreed between an order and its trade, from the code that matching gives."""
    if reason == "outer_no":
        return translate("orders", "The Youzan trade carries the Kuaishou number")
    parts = {
        "time": translate("orders", "pay time"),
        "code": translate("orders", "merchant code"),
        "amount": translate("orders", "amount"),
        "region": translate("orders", "region"),
        "note": translate("orders", "buyer's note"),
    }
    named = [parts.get(part, part) for part in reason.split("+") if part]
    return translate("orders", "Agree: {parts}").format(parts=translate("orders", ", ").join(named)) if named else ""


def why(row: OrderRow, link: Link | None, by_hand: bool) -> str:
    """One sentence: why the row is mapped as it is."""
    if link is None:
        return (
            translate("orders", "Sold in the Youzan shop itself: there is no Kuaishou order to look for")
            if row.platform is Platform.YOUZAN
            else translate("orders", "Not compared yet; it will be after the next sync")
        )
    if by_hand:
        return translate("orders", "Linked by hand")
    lag = DEFAULTS.lag_ms // MINUTE
    match link.mapping:
        case Mapping.WAITING if row.paid_at is None:
            return translate("orders", "Not paid: no Youzan trade is due")
        case Mapping.WAITING:
            return translate("orders", "Paid a moment ago; the Youzan trade may take {n} min").format(n=lag)
        case Mapping.MISSING_TRADE:
            return translate("orders", "Paid more than {n} min ago, and Youzan still has no trade for it").format(n=lag)
        case Mapping.MISSING_ORDER:
            return translate("orders", "An imported trade whose Kuaishou order was not found")
        case Mapping.AMBIGUOUS:
            return translate("orders", "Several trades fit about equally well; nothing is guessed, please confirm")
        case Mapping.DUPLICATE:
            return translate("orders", "More than one Youzan trade belongs to this order")
        case Mapping.AMOUNT_DIFFERS:
            return translate("orders", "The same sale, but the amounts differ")
        case _:
            return evidence_words(link.reason)


def flag_word(flag: str) -> str:
    """The seller's flag by its colour, or its stars."""
    if flag in STARS:
        return translate("orders", "{n}-star").format(n=STARS.index(flag) + 1)
    return {
        "red": translate("orders", "Red flag"),
        "yellow": translate("orders", "Yellow flag"),
        "green": translate("orders", "Green flag"),
        "blue": translate("orders", "Blue flag"),
        "purple": translate("orders", "Purple flag"),
        "grey": translate("orders", "Grey flag"),
    }.get(flag, flag)
