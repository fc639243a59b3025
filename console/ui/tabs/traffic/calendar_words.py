"""The words of the promotion calendar: lanes, how tasks stand, what stands in the way."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from console.rules.promotions import Lane, Promotion, Standing, TaskState
from console.rules.promotions_conflicts import Conflict
from console.store.promotions_facts import Past
from console.ui import texts
from console.ui.paint import ChipLook

translate = QCoreApplication.translate
INKS: dict[Lane, str] = {
    "platform": "dot_grey",
    "price": "dot_amber",
    "stock": "dot_green",
    "content": "dot_blue",
    "live": "dot_red",
    "compliance": "dot_purple",
}
"""The colour of each lane, as a token; its name stands beside it."""
ICONS = {"bad": ("circle-alert", "red"), "warn": ("triangle-alert", "amber"), "info": ("info", "blue")}


def lane(key: Lane) -> str:
    """A lane by its key."""
    return {
        "platform": translate("promotions", "Platform"),
        "price": translate("promotions", "Prices"),
        "stock": translate("promotions", "Stock"),
        "content": translate("promotions", "Content"),
        "live": translate("promotions", "Live"),
        "compliance": translate("promotions", "Compliance"),
    }[key]


def state(key: TaskState) -> str:
    """What was done about a task."""
    return {
        "open": translate("promotions", "open"),
        "doing": translate("promotions", "in hand"),
        "done": translate("promotions", "done"),
        "none": translate("promotions", "not needed"),
    }[key]


def chip(how: Standing) -> ChipLook:
    """How a task stands today."""
    return {
        "overdue": ChipLook("red", "circle-alert", translate("promotions", "Overdue")),
        "near": ChipLook("amber", "timer", translate("promotions", "Due soon")),
        "doing": ChipLook("blue", "play", translate("promotions", "In hand")),
        "open": ChipLook("grey", "circle-dashed", translate("promotions", "Open")),
        "unproved": ChipLook("amber", "triangle-alert", translate("promotions", "Done, no proof")),
        "done": ChipLook("green", "circle-check", translate("promotions", "Done")),
        "none": ChipLook("grey", "circle-minus", translate("promotions", "Not needed")),
    }[how]


def name(promotion: Promotion, today: date) -> str:
    """``双12``, with its year where it is another one."""
    far = promotion.day_on.year != today.year
    return f"{promotion.name} {promotion.day_on.year}" if far else promotion.name


def away(promotion: Promotion, today: date) -> str:
    """How far the day of the rush is."""
    left = (promotion.day_on - today).days
    if left > 0:
        words = translate("promotions", "{name} · {n} days to go")
    elif today <= promotion.end_on:
        words = translate("promotions", "{name} · now")
    else:
        words = translate("promotions", "{name} · over")
    return words.format(name=promotion.name, n=left)


def days(promotion: Promotion) -> str:
    """Its days, and whose they are."""
    span = f"{promotion.day_on:%Y-%m-%d}"
    if promotion.end_on != promotion.day_on:
        span = f"{span} – {promotion.end_on:%m-%d}"
    if promotion.confirmed:
        said = translate("promotions", "{span} · confirmed: {source}")
        return said.format(span=span, source=promotion.source or translate("promotions", "by the merchant"))
    return translate("promotions", "{span} · the merchant's own date; the platform's announcement decides").format(
        span=span
    )


def conflict(one: Conflict) -> tuple[str, str]:
    """What stands in the way, and what of it."""
    on = texts.NOTHING if one.on is None else f"{one.on:%m-%d}"
    if one.kind == "price":
        top = translate("promotions", "{name}: price {price} is above the 7-day low {low}")
        under = translate("promotions", "Rules on clear prices, art. 17: strike through no more than {low}")
        low = texts.money(one.low_fen)
        return top.format(name=one.subject, price=texts.money(one.fen), low=low), under.format(low=low)
    if one.kind == "certificate":
        return _certificate(one, on)
    if one.kind == "stock":
        top = translate("promotions", "{name}: stock lasts {n} days")
        under = translate("promotions", "{stock} pieces, at the pace of the last 7 days; not to the end")
        return top.format(name=one.subject, n=one.days), under.format(stock=texts.count(one.number))
    if one.kind == "rest":
        top = translate("promotions", "{name}: due {day} is a day off")
        under = one.other or translate("promotions", "a weekend")
        return top.format(name=one.subject, day=on), under
    if one.kind == "overdue":
        top = translate("promotions", "{name}: overdue since {day}")
        under = one.other or translate("promotions", "nobody has it in hand")
        return top.format(name=one.subject, day=on), under
    return _shows(one, on)


def _certificate(one: Conflict, on: str) -> tuple[str, str]:
    top = translate("promotions", "{name} ends on {day}")
    if one.tone == "bad":
        top = translate("promotions", "{name} has lapsed on {day}")
    before = one.days or 0
    under = translate("promotions", "{n} days before the rush · {number}")
    if before <= 0:
        under = translate("promotions", "while it runs · {number}")
    return top.format(name=one.subject, day=on), under.format(n=before, number=one.other or texts.NOTHING)


def _shows(one: Conflict, on: str) -> tuple[str, str]:
    other = texts.NOTHING if one.other_on is None else f"{one.other_on:%m-%d}"
    if one.kind == "host":
        top = translate("promotions", "{day} and {other}: both hosted by {name}")
        under = translate("promotions", "change the host, or shorten one")
        return top.format(day=on, other=other, name=one.subject), under
    top = translate("promotions", "{day}: two shows at once")
    return top.format(day=on), f"{one.subject} · {one.other}".strip(" ·")


def went(one: Past) -> str:
    """How a past one went."""
    span = f"{one.day_on:%Y-%m-%d}"
    if one.orders is None:
        return translate("promotions", "{name} {day}: — (no orders in the file go back so far)").format(
            name=one.name, day=span
        )
    said = translate("promotions", "{name} {day}: {orders} orders, {paid}")
    return said.format(name=one.name, day=span, orders=texts.count(one.orders), paid=texts.money(one.paid_fen))
