"""What a proof says, in words: kinds, reasons, and what each rests on. Codes come in, words go out."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from console.rules.proof_books import Kind
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.theme import Tone

translate = QCoreApplication.translate

_LOOKS: dict[str, tuple[Tone, str]] = {
    Kind.LINKED: ("green", "link-2"),
    Kind.MISSING: ("red", "unlink"),
    Kind.AMOUNT_DIFFERS: ("amber", "scale"),
    Kind.DUPLICATE: ("amber", "copy"),
    Kind.TO_CONFIRM: ("amber", "circle-question-mark"),
    Kind.EXPLAINED: ("grey", "info"),
    Kind.NOT_PAID: ("grey", "circle-minus"),
    Kind.NO_ORDER: ("red", "unlink"),
    Kind.GONE: ("red", "circle-x"),
    Kind.MOVED: ("grey", "history"),
    Kind.CHANGED_LATE: ("amber", "history"),
    Kind.INCOMPLETE: ("amber", "triangle-alert"),
}


def kind_word(kind: str) -> str:
    """Where a row stands, in a word or two."""
    return {
        Kind.LINKED: translate("proof", "Linked"),
        Kind.MISSING: translate("proof", "Missing"),
        Kind.AMOUNT_DIFFERS: translate("proof", "Amount off"),
        Kind.DUPLICATE: translate("proof", "Duplicate"),
        Kind.TO_CONFIRM: translate("proof", "To confirm"),
        Kind.EXPLAINED: translate("proof", "Explained"),
        Kind.NOT_PAID: translate("proof", "Not paid"),
        Kind.NO_ORDER: translate("proof", "Stray trade"),
        Kind.GONE: translate("proof", "Vanished"),
        Kind.MOVED: translate("proof", "Paid on another day"),
        Kind.CHANGED_LATE: translate("proof", "Changed late"),
        Kind.INCOMPLETE: translate("proof", "Incomplete"),
    }[Kind(kind)]


def kind_tone(kind: str) -> Tone:
    """The colour of a kind."""
    return _LOOKS[kind][0]


def kind_look(kind: str) -> ChipLook:
    """A kind as a chip."""
    tone, icon = _LOOKS[kind]
    return ChipLook(tone, icon, kind_word(kind))


def reason_words(finding: Mapping[str, Any]) -> str:
    """One sentence: the ground for the judgement, with its evidence."""
    reason, evidence = finding["reason"], finding["evidence"]
    if finding["kind"] == Kind.CHANGED_LATE:
        return _changed(evidence)
    pattern = _sentences().get(reason)
    if pattern is None:
        return str(reason)
    return pattern.format(
        waited=texts.span(evidence.get("waited_ms") or 0),
        closed=texts.span(evidence.get("closed_after_ms") or 0),
        more=evidence.get("doubles") or finding.get("trade_no") or "",
        other=evidence.get("with") or "",
        note=evidence.get("note") or translate("proof", "no words were left"),
        until=texts.full_moment(evidence.get("until_at")) if evidence.get("until_at") else translate("proof", "never"),
        since=texts.full_moment(evidence.get("since_at")),
        key=evidence.get("key") or "",
        paid=texts.full_moment(evidence.get("paid_at")),
    )


def _sentences() -> dict[str, str]:
    return {
        "no_trade": translate("proof", "Paid {waited} before the last reading, and Youzan has no trade for it"),
        "trade_gone": translate("proof", "Its trade is no longer in the file"),
        "parted": translate("proof", "Unlinked by hand, and no other trade was found"),
        "amounts": translate("proof", "The same sale, but both sides name another amount"),
        "amount_unknown": translate("proof", "One side does not name the amount"),
        "imported_twice": translate("proof", "Brought in more than once: {more}"),
        "second_trade_closed": translate("proof", "Brought in again, and the second trade was closed: {more}"),
        "several_fit": translate("proof", "Several fit about equally well; nothing is guessed"),
        "trade_shared": translate("proof", "The same trade also stands for order {other}"),
        "trade_unpaid": translate("proof", "Its trade is not paid in Youzan"),
        "closed_on_one_side": translate("proof", "Closed on one side, still going on the other"),
        "difference_accepted": translate("proof", "The difference was accepted by hand: {note}"),
        "within_lag": translate("proof", "Paid only {waited} before the last reading; the trade may still come"),
        "held": translate("proof", "The platform still holds the order; it is not brought in before"),
        "test": translate("proof", "Noted as a test order"),
        "refunded_before_import": translate("proof", "Closed {closed} after payment, before it was brought in"),
        "closed_before_payment": translate("proof", "Closed without payment"),
        "awaiting_payment": translate("proof", "Still waits for payment"),
        "no_order": translate("proof", "Brought in from Kuaishou, but its order was not found"),
        "order_unpaid": translate("proof", "Kuaishou says that the order is not paid"),
        "order_gone": translate("proof", "Its order is no longer in the file"),
        "row_gone": translate("proof", "An earlier proof had it; now it is not in the file"),
        "moved": translate("proof", "An earlier proof had it; its pay time is another one now"),
        "paid_elsewhere": translate("proof", "An earlier proof had it; paid {paid} by now, it counts there"),
        "kuaishou_not_read": translate("proof", "Kuaishou's orders are read only up to: {until}"),
        "youzan_not_read": translate("proof", "Youzan's trades are read only up to: {until}"),
        "kuaishou_begins": translate("proof", "Kuaishou's orders are read only from: {since}"),
        "youzan_begins": translate("proof", "Youzan's trades are read only from: {since}"),
        "unreadable": translate("proof", "A row could not be read: {key}"),
        "not_begun": translate("proof", "The period has not begun yet"),
    }


def _changed(evidence: Mapping[str, Any]) -> str:
    """What the last proof had instead."""
    parts = []
    if "amount_fen" in evidence:
        was = translate("proof", "amount was {money}")
        parts.append(was.format(money=texts.money(evidence["amount_fen"])))
    if "trade_amount_fen" in evidence:
        was = translate("proof", "amount in Youzan was {money}")
        parts.append(was.format(money=texts.money(evidence["trade_amount_fen"])))
    if "paid_at" in evidence:
        parts.append(translate("proof", "pay time was {time}").format(time=texts.full_moment(evidence["paid_at"])))
    said = translate("proof", "Since proof no. {n}: {parts}")
    return said.format(n=evidence.get("proof", 0), parts=translate("proof", ", ").join(parts))


def fault_words(fault: str) -> str:
    """An equation that does not hold."""
    return {
        "orders": translate("proof", "The orders do not add up"),
        "fen": translate("proof", "The amounts do not add up"),
        "trades": translate("proof", "The trades do not add up"),
        "trades_fen": translate("proof", "The amounts of the trades do not add up"),
        "difference": translate("proof", "The difference between both sides is not explained"),
        "waybills": translate("proof", "Waybills taken are not printed + voided + shipped"),
    }.get(fault, fault)


def part_words(part: str) -> str:
    """A part of what both sides' sums differ by."""
    return {
        "without_trade": translate("proof", "orders without a trade"),
        "amounts": translate("proof", "amounts off"),
        "trade_elsewhere": translate("proof", "trades paid on another day"),
        "double": translate("proof", "second trades"),
        "elsewhere": translate("proof", "orders of another day"),
        "no_order": translate("proof", "stray trades"),
        "to_confirm": translate("proof", "trades to confirm"),
        "waiting": translate("proof", "trades whose order is not due"),
    }.get(part, part)


def signed_money(amount_fen: int) -> str:
    """``+¥3.00``, ``−¥20.90``: a difference."""
    return f"+{texts.money(amount_fen)}" if amount_fen > 0 else texts.money(amount_fen)
