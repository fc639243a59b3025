"""How customers are spoken of: segments, fields, relations, channels, traits."""

from itertools import pairwise

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.catalogue import Language
from console.core.clock import DAY
from console.core.model import Platform
from console.rules.customers import Borders, Segment
from console.rules.customers_conditions import FIELDS, Condition, Relation
from console.store.customers_sheet import CustomerRow
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.theme import Tone

SEGMENTS: dict[Segment, tuple[str, Tone, str]] = {
    "value": (str(QT_TRANSLATE_NOOP("customers", "Most valued")), "green", "gem"),
    "potential": (str(QT_TRANSLATE_NOOP("customers", "Promising")), "blue", "trending-up"),
    "new": (str(QT_TRANSLATE_NOOP("customers", "New")), "blue", "plus"),
    "seldom": (str(QT_TRANSLATE_NOOP("customers", "Seldom")), "grey", "minus"),
    "recall": (str(QT_TRANSLATE_NOOP("customers", "Call back")), "amber", "history"),
    "retain": (str(QT_TRANSLATE_NOOP("customers", "Hold on to")), "amber", "triangle-alert"),
    "asleep": (str(QT_TRANSLATE_NOOP("customers", "Asleep")), "grey", "moon"),
    "lost": (str(QT_TRANSLATE_NOOP("customers", "Lost")), "grey", "trending-down"),
    "blocked": (str(QT_TRANSLATE_NOOP("customers", "Blacklist")), "grey", "ban"),
}
MEANT: dict[Segment, str] = {
    "value": str(QT_TRANSLATE_NOOP("customers", "Bought at least {f4} times, last within {r2} days")),
    "potential": str(QT_TRANSLATE_NOOP("customers", "Bought {f2} to {f4less} times, last within {r2} days")),
    "new": str(QT_TRANSLATE_NOOP("customers", "Bought once, within {r1} days")),
    "seldom": str(QT_TRANSLATE_NOOP("customers", "Bought once or seldom, more than {r1} days ago")),
    "recall": str(QT_TRANSLATE_NOOP("customers", "Bought at least {f3} times, last {r2} to {r4} days ago")),
    "retain": str(QT_TRANSLATE_NOOP("customers", "Bought at least {f4} times, last {r3} to {r4} days ago")),
    "asleep": str(QT_TRANSLATE_NOOP("customers", "Bought at least {f3} times, last more than {r4} days ago")),
    "lost": str(QT_TRANSLATE_NOOP("customers", "Bought seldom, last over {r4} days ago; or all was refunded")),
    "blocked": str(QT_TRANSLATE_NOOP("customers", "Somebody put these on the blacklist; they are in no other segment")),
}
NAMES = {
    "orders": str(QT_TRANSLATE_NOOP("customers", "Purchases")),
    "recent": str(QT_TRANSLATE_NOOP("customers", "Days since the last")),
    "since": str(QT_TRANSLATE_NOOP("customers", "Days since the first")),
    "gap": str(QT_TRANSLATE_NOOP("customers", "Days between")),
    "paid": str(QT_TRANSLATE_NOOP("customers", "Spent")),
    "mean": str(QT_TRANSLATE_NOOP("customers", "Average order")),
    "most": str(QT_TRANSLATE_NOOP("customers", "Dearest order")),
    "margin": str(QT_TRANSLATE_NOOP("customers", "Margin")),
    "refunds": str(QT_TRANSLATE_NOOP("customers", "Refunds")),
    "refund_share": str(QT_TRANSLATE_NOOP("customers", "Refund share")),
    "coupons": str(QT_TRANSLATE_NOOP("customers", "With a discount")),
    "segment": str(QT_TRANSLATE_NOOP("customers", "Segment")),
    "cell": str(QT_TRANSLATE_NOOP("customers", "Cell of the matrix")),
    "label": str(QT_TRANSLATE_NOOP("customers", "Label")),
    "category": str(QT_TRANSLATE_NOOP("customers", "Category bought")),
    "leaf": str(QT_TRANSLATE_NOOP("customers", "Kind bought")),
    "channel": str(QT_TRANSLATE_NOOP("customers", "Bought in")),
    "platform": str(QT_TRANSLATE_NOOP("customers", "Platform")),
    "province": str(QT_TRANSLATE_NOOP("customers", "Region")),
    "promo": str(QT_TRANSLATE_NOOP("customers", "Promotion")),
    "tag": str(QT_TRANSLATE_NOOP("customers", "Own tag")),
    "consent": str(QT_TRANSLATE_NOOP("customers", "Agreed to")),
    "name": str(QT_TRANSLATE_NOOP("customers", "Name or number")),
}
RELATIONS: dict[Relation, str] = {
    "least": "≥",
    "most": "≤",
    "equal": "=",
    "between": str(QT_TRANSLATE_NOOP("customers", "between")),
    "any": str(QT_TRANSLATE_NOOP("customers", "is")),
    "none": str(QT_TRANSLATE_NOOP("customers", "is not")),
}
GROUPS = {
    "recent": str(QT_TRANSLATE_NOOP("customers", "Last bought")),
    "orders": str(QT_TRANSLATE_NOOP("customers", "How often")),
    "paid": str(QT_TRANSLATE_NOOP("customers", "Spent in all")),
    "mean": str(QT_TRANSLATE_NOOP("customers", "Average order")),
    "most": str(QT_TRANSLATE_NOOP("customers", "Dearest order")),
    "margin": str(QT_TRANSLATE_NOOP("customers", "Margin")),
    "since": str(QT_TRANSLATE_NOOP("customers", "First bought")),
    "gap": str(QT_TRANSLATE_NOOP("customers", "How soon again")),
    "refunds": str(QT_TRANSLATE_NOOP("customers", "Refunds")),
    "coupons": str(QT_TRANSLATE_NOOP("customers", "Discounts")),
    "hour": str(QT_TRANSLATE_NOOP("customers", "Time of day")),
    "day": str(QT_TRANSLATE_NOOP("customers", "Days and months")),
    "price": str(QT_TRANSLATE_NOOP("customers", "Price band")),
    "channel": str(QT_TRANSLATE_NOOP("customers", "Where")),
    "promo": str(QT_TRANSLATE_NOOP("customers", "Promotions")),
    "habit": str(QT_TRANSLATE_NOOP("customers", "Habits")),
    "region": str(QT_TRANSLATE_NOOP("customers", "Regions")),
    "segment": str(QT_TRANSLATE_NOOP("customers", "Segments")),
    "cell": str(QT_TRANSLATE_NOOP("customers", "Matrix")),
    "category": str(QT_TRANSLATE_NOOP("customers", "Categories")),
}
CHANNELS = {
    "wecom": str(QT_TRANSLATE_NOOP("customers", "WeCom")),
    "sms": str(QT_TRANSLATE_NOOP("customers", "Text message")),
    "call": str(QT_TRANSLATE_NOOP("customers", "Phone call")),
}

translate = QCoreApplication.translate


def said(words: str) -> str:
    """A source text of these tables."""
    return translate("customers", words)


def segment_word(name: Segment) -> str:
    """What it is called."""
    return said(SEGMENTS[name][0])


def segment_chip(name: Segment) -> ChipLook:
    """A segment with its icon."""
    word, tone, icon = SEGMENTS[name]
    return ChipLook(tone, icon, said(word))


def segment_meant(name: Segment, borders: Borders) -> str:
    """Its definition, by the borders that hold now."""
    told = {f"r{at}": days for at, days in enumerate(borders.days, 1)}
    told |= {f"f{at}": orders for at, orders in enumerate(borders.orders, 2)}
    return said(MEANT[name]).format(**told, f4less=borders.orders[2] - 1)


def row_words(borders: Borders) -> tuple[str, ...]:
    """The rows of the matrix."""
    days = borders.days
    told = [translate("customers", "≤ {n} days").format(n=days[0])]
    told += [translate("customers", "{a}–{b} days").format(a=days[at] + 1, b=days[at + 1]) for at in range(3)]
    return (*told, translate("customers", "> {n} days").format(n=days[3]))


def column_words(borders: Borders) -> tuple[str, ...]:
    """The columns of the matrix."""
    edges = (1, *borders.orders)
    told = []
    for low, high in pairwise(edges):
        words = f"{low}" if high - low == 1 else f"{low}–{high - 1}"
        told.append(translate("customers", "{n}×").format(n=words))
    return (*told, translate("customers", "≥ {n}×").format(n=edges[-1]))


def who(row: CustomerRow) -> str:
    """The masked name, or what stands in its place."""
    return row.name or translate("customers", "Nameless buyer")


def tail(row: CustomerRow) -> str:
    """The last digits of the number, where the platform leaves them."""
    return (
        translate("customers", "No. ending {tail}").format(tail=row.tail)
        if row.tail
        else translate("customers", "No number in clear")
    )


def ago(at: int | None, now: int) -> str:
    """``2 天前``."""
    if at is None:
        return texts.NOTHING
    days = (now - at) // DAY
    return translate("customers", "today") if days < 1 else translate("customers", "{n} days ago").format(n=days)


def shop(shop_id: str) -> str:
    """The platform of a shop."""
    return texts.platform(Platform(shop_id.partition(":")[0]))


def condition_words(row: Condition, language: Language) -> str:
    """A condition in a sentence."""
    kind = FIELDS[row.field]
    if kind in ("choice", "text"):
        told = translate("customers", ", ").join(value_word(row.field, value, language) for value in row.values)
    else:
        told = " – ".join(number_word(kind, one) for one in (row.low, row.high) if one is not None)
    return f"{said(NAMES[row.field])} {said(RELATIONS[row.relation])} {told}"


def number_word(kind: str, value: int) -> str:
    """A number as its field has it."""
    if kind == "money":
        return texts.money(value)
    return f"{value / 100:g}%" if kind == "percent" else texts.count(value)


def value_word(field: str, value: str, language: Language) -> str:
    """A choice in words; what the shop itself named is called so."""
    from console import reference

    match field:
        case "segment":
            return next((segment_word(one) for one in SEGMENTS if one == value), value)
        case "consent":
            return said(CHANNELS[value]) if value in CHANNELS else value
        case "platform":
            return texts.platform(Platform(value)) if value in list(Platform) else value
        case "label":
            return next((one.names[language] for one in reference.customer_labels() if one.key == value), value)
        case "channel" | "promo":
            found = (one for one in reference.customer_labels() if (one.field, one.value) == (field, value))
            return next((one.names[language] for one in found if not one.least_share), value)
        case _:
            return value
