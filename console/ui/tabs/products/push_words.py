"""What pushing is called: fields, values, why a line is held or skipped."""

from PySide6.QtCore import QCoreApplication

from console import catalogue
from console.catalogue import Language
from console.core.model import Platform
from console.rules import pushing
from console.rules.available import StockCode
from console.rules.findings import Check
from console.rules.pricing import PriceCode
from console.rules.pushing import Field, Lead, Line, Value
from console.store.push_view import Stand
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.products import check_words

translate = QCoreApplication.translate


def field(name: Field) -> str:
    """What a field is called."""
    return {
        "title": translate("push", "Title"),
        "price": translate("push", "Price"),
        "stock": translate("push", "Stock"),
        "shelf": translate("push", "Shelf"),
        "skus": translate("push", "Variants"),
    }[name]


def value(name: Field, said: Value) -> str:
    """A value as it is shown."""
    if said is None:
        return texts.NOTHING
    if name == "shelf":
        return translate("push", "On the shelf") if said else translate("push", "Off the shelf")
    if isinstance(said, str):
        return said or texts.NOTHING
    if name == "price":
        return texts.money(int(said))
    return texts.count(int(said))


def lead(name: Lead) -> str:
    """Who leads a field."""
    return {
        "youzan": translate("push", "Youzan leads"),
        "kuaishou": translate("push", "Kuaishou leads"),
        "free": translate("push", "Free"),
    }[name]


def chip(line: Line, language: Language) -> ChipLook:
    """What was found of a line, as a chip: short words."""
    if line.fate == "held":
        return ChipLook("red", "circle-x", short(line, language))
    if line.fate == "skipped":
        return ChipLook("grey", "circle-minus", short(line, language))
    if line.losses:
        return ChipLook("red", "trash-2", translate("push", "Cannot be undone"))
    if line.codes:
        return ChipLook("amber" if line.codes[0] in _WARN else "green", "circle-check", short(line, language))
    return ChipLook("green", "circle-check", translate("push", "Passed"))


_WARN = (StockCode.OVERSOLD.value, StockCode.BUFFERED.value)


def short(line: Line, language: Language) -> str:
    """The first reason in a few words."""
    if not line.codes:
        return translate("push", "Passed")
    code = line.codes[0]
    if code.startswith(f"{pushing.CHECK_BLOCKS} "):
        check = check_words.name(Check(code.partition(" ")[2]))
        return translate("push", "Check: {name}").format(name=check)
    if code.startswith("push.buffer "):
        return translate("push", "Less buffer {n}").format(n=code.partition(" ")[2])
    verdict = line.verdict
    if code == PriceCode.GAP and verdict is not None and verdict.gap_bp is not None:
        return translate("push", "Gap {gap}").format(gap=texts.signed_percent(verdict.gap_bp / 10_000))
    found = {
        PriceCode.BELOW_FLOOR.value: translate("push", "Below the floor"),
        PriceCode.FREE.value: translate("push", "Free of charge"),
        PriceCode.LOSS.value: translate("push", "At a loss"),
        PriceCode.JUMP.value: translate("push", "Large change"),
        StockCode.OVERSOLD.value: translate("push", "Oversold"),
        StockCode.BUFFERED.value: translate("push", "All kept back"),
        StockCode.CAPPED.value: translate("push", "Capped"),
        pushing.SAME: translate("push", "Already so"),
        pushing.NOT_LINKED: translate("push", "Not linked"),
        pushing.LED_BY_OTHER: translate("push", "Led by this side"),
        pushing.NO_PRICE: translate("push", "No price there"),
        pushing.NO_STOCK: translate("push", "Stock unknown"),
        pushing.NO_VARIANT: translate("push", "No such variant"),
        "push.offline": translate("push", "Offline"),
        "tier.read_only": translate("push", "Read-only"),
        "tier.switch_products": translate("push", "Sync is off"),
    }.get(code)
    return found or catalogue.words(code, language, platform=line.side.value).text


def barred(code: str, side: Platform, language: Language) -> str:
    """Why nothing may be written to a shop, in full."""
    said = catalogue.words(code, language, platform=side.value)
    return (
        f"{texts.platform(side)}：{said.text} {said.next_step}"
        if language == "zh_CN"
        else (f"{texts.platform(side)}: {said.text} {said.next_step}")
    )


def stand(name: Stand) -> ChipLook:
    """How what was pushed stands, as a chip in the goods table."""
    return {
        "needs_you": ChipLook("red", "circle-alert", translate("push", "Needs you")),
        "unsure": ChipLook("amber", "circle-question-mark", translate("push", "Unknown")),
        "sending": ChipLook("blue", "send", translate("push", "Sending")),
        "waiting": ChipLook("blue", "clock", translate("push", "Waiting")),
        "done": ChipLook("green", "circle-check", translate("push", "Pushed")),
    }[name]
