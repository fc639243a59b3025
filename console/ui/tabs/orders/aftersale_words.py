"""What tickets are called: kinds, states, lanes, verbs, sentences. Codes come in, words go out."""

from PySide6.QtCore import QCoreApplication

from console.core.clock import DAY
from console.core.commands_after_sales import Grant
from console.core.model import AfterSale, AfterSaleKind, AfterSaleStatus, Platform
from console.rules.after_sales import settled_fen
from console.rules.after_sales_figures import ACCEPTABLE_H, AIM_H, Pace
from console.store.views_tickets import Lane, Pulse, Sums, TicketRow
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.orders import words
from console.ui.theme import Tone

translate = QCoreApplication.translate

KIND_ICONS = {
    AfterSaleKind.REFUND_ONLY: ("grey", "undo-2"),
    AfterSaleKind.RETURN_REFUND: ("blue", "package"),
    AfterSaleKind.EXCHANGE: ("blue", "git-compare-arrows"),
    AfterSaleKind.OTHER: ("grey", "circle-question-mark"),
}
LANE_TONES: dict[Lane, Tone] = {
    "answer": "amber",
    "buyer": "blue",
    "receipt": "amber",
    "platform": "purple",
    "over": "grey",
}


def lane_title(lane: Lane) -> str:
    """The heading of a column of the board."""
    return {
        "answer": translate("aftersale", "To answer"),
        "buyer": translate("aftersale", "With the buyer"),
        "receipt": translate("aftersale", "To inspect"),
        "platform": translate("aftersale", "With the platform"),
        "over": translate("aftersale", "Ended"),
    }[lane]


def kind_chip(kind: AfterSaleKind) -> ChipLook:
    """What the buyer asks for."""
    tone, icon = KIND_ICONS[kind]
    return ChipLook("blue" if tone == "blue" else "grey", icon, words.after_sale_kind(kind))


def status_chip(status: AfterSaleStatus) -> ChipLook:
    """How far it has come."""
    icon = "gavel" if status is AfterSaleStatus.PLATFORM else "undo-2"
    return ChipLook(words.after_sale_tone(status), icon, words.after_sale_status(status))


def due_chip(at: int | None, now: int) -> ChipLook | None:
    """The time left: in days while there are some, red where it ends today or has passed."""
    if at is None:
        return None
    left = at - now
    if left >= DAY:
        return ChipLook("grey", "clock", translate("aftersale", "{span} left").format(span=texts.span(left)))
    return ChipLook("red" if left <= DAY // 4 else "amber", "timer", texts.remaining(at, now))


def short_due(at: int | None, now: int) -> ChipLook | None:
    """The same where room is scarce."""
    look = due_chip(at, now)
    if look is None or at is None or at - now < DAY:
        return look
    return ChipLook(look.tone, look.icon, texts.span(at - now))


def step_chip(row: TicketRow) -> ChipLook | None:
    """Whether both platforms say the same; nothing while they do."""
    if row.step == "apart":
        return ChipLook("red", "triangle-alert", translate("aftersale", "Platforms disagree"))
    if row.step == "behind":
        return ChipLook("amber", "refresh-cw", translate("aftersale", "Catching up"))
    return None


def grant_of(status: AfterSaleStatus, kind: AfterSaleKind, platform: Platform) -> Grant | None:
    """What the merchant could agree to from here now: what is neither refund, return nor exchange only over there.

    How Youzan wants an exchange answered is not documented.
    """
    if kind is AfterSaleKind.OTHER or (kind is AfterSaleKind.EXCHANGE and platform is Platform.YOUZAN):
        return None
    if status is AfterSaleStatus.WAIT_SELLER:
        return "refund" if kind is AfterSaleKind.REFUND_ONLY else "return"
    if status is AfterSaleStatus.WAIT_SELLER_RECEIPT and kind is AfterSaleKind.RETURN_REFUND:
        return "receipt"
    return None


def agree_word(grant: Grant, kind: AfterSaleKind) -> str:
    """The verb on the button."""
    if grant == "refund":
        return translate("aftersale", "Agree to refund")
    if grant == "receipt":
        return translate("aftersale", "Refund it")
    if kind is AfterSaleKind.EXCHANGE:
        return translate("aftersale", "Agree to exchange")
    return translate("aftersale", "Agree to return")


def refuse_word(status: AfterSaleStatus) -> str:
    """The other verb."""
    if status is AfterSaleStatus.WAIT_SELLER_RECEIPT:
        return translate("aftersale", "Problem")
    return translate("aftersale", "Refuse")


def asked(amount_fen: int | None) -> str:
    """Money that is only asked for is called so, always."""
    if amount_fen is None:
        return texts.NOTHING
    return translate("aftersale", "asks {money}").format(money=texts.money(amount_fen))


def money(one: TicketRow | AfterSale) -> str:
    """The amount that is asked for or went back; an exchange is about none."""
    return texts.NOTHING if one.kind is AfterSaleKind.EXCHANGE and not one.amount_fen else texts.money(one.amount_fen)


def refunded(one: AfterSale) -> str:
    """Money that went back; a dash while none did."""
    return texts.money(settled_fen(one))


def money_state(row: TicketRow) -> str:
    """Whether an amount is asked for or went back."""
    if row.kind is AfterSaleKind.EXCHANGE:
        return ""
    if row.status is AfterSaleStatus.SUCCESS:
        return translate("aftersale", "refunded")
    if row.status is AfterSaleStatus.CLOSED:
        return translate("aftersale", "not refunded")
    return translate("aftersale", "asked for")


def reason(row: TicketRow) -> str:
    """The buyer's reason: words, or the number that the platform gives instead."""
    if not row.reason:
        return translate("orders", "No reason given")
    if row.reason.isdigit():
        return translate("orders", "Reason code {code}").format(code=row.reason)
    return row.reason


def who(deed_by: str) -> str:
    """Who did it."""
    return {
        "buyer": translate("aftersale", "Buyer"),
        "seller": translate("aftersale", "Seller"),
        "platform": translate("aftersale", "Platform"),
    }.get(deed_by, translate("aftersale", "Unknown"))


def head(sums: Sums, read_at: int | None, now: int) -> str:
    """``14 单进行中 · 9 单等你处理 · 截至 14:28``."""
    parts = [
        translate("aftersale", "{n} open").format(n=texts.count(sums.open)),
        translate("aftersale", "{n} wait for you").format(n=texts.count(sums.ours)),
    ]
    if sums.apart:
        parts.append(translate("aftersale", "{n} out of step").format(n=texts.count(sums.apart)))
    return " · ".join([*parts, texts.as_of(read_at, now)])


def due(sums: Sums) -> str:
    """What is late or ends today; nothing where nothing does."""
    parts = []
    if sums.overdue:
        parts.append(translate("aftersale", "{n} overdue").format(n=texts.count(sums.overdue)))
    if sums.due_today:
        parts.append(translate("aftersale", "{n} due today").format(n=texts.count(sums.due_today)))
    return " · ".join(parts)


def pulse(said: Pulse, now: int) -> str:
    """The figures in one line, each with what it is made of; a dash where nobody knows."""
    figures = said.figures
    rate = figures.refund_rate
    share = texts.NOTHING if rate is None else f"{rate:.1%}"
    of = translate("aftersale", "{n} of {all} paid orders").format(
        n=texts.count(figures.refunded), all=texts.count(figures.paid)
    )
    parts = [
        _pace(translate("aftersale", "First answer"), figures.answer),
        _pace(translate("aftersale", "To the end"), figures.close),
        translate("aftersale", "lines {most} h / {aim} h").format(most=ACCEPTABLE_H, aim=AIM_H),
        translate("aftersale", "Refund rate {share} ({of})").format(share=share, of=of),
        translate("aftersale", "{n}-day window").format(n=said.days),
        texts.as_of(said.read_at, now),
    ]
    return " · ".join(parts)


def _pace(title: str, pace: Pace) -> str:
    hours = texts.NOTHING if pace.hours is None else translate("aftersale", "{n} h").format(n=f"{pace.hours:.1f}")
    of = translate("aftersale", "of {n}").format(n=texts.count(pace.of))
    if pace.unknown:
        of += translate("aftersale", ", {n} not known").format(n=texts.count(pace.unknown))
    return translate("aftersale", "{title} {hours} on average ({of})").format(title=title, hours=hours, of=of)
