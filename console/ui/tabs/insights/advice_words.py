"""Actions, parts of a score and figures of an item in words."""

from console.catalogue import Language, words
from console.rules.selecting import Action, Advice, Facts, Part, Rate
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.insights.forecast_words import percent, translate
from console.ui.theme import Tone

Figure = Part | str
SHORT = 3  # figures in a row of the list
MANIFOLD = 3  # from so much more on it is told as a multiple


def action_chip(action: Action) -> ChipLook:
    """The action as an icon and a word."""
    looks: dict[Action, tuple[Tone, str, str]] = {
        "push": ("green", "trending-up", translate("advice", "Lead with it")),
        "restock": ("green", "package", translate("advice", "Deepen stock")),
        "trial": ("blue", "flask-conical", translate("advice", "Try it in a show")),
        "picture": ("blue", "eye", translate("advice", "Change picture or title")),
        "keep": ("grey", "minus", translate("advice", "Keep")),
        "down": ("amber", "trending-down", translate("advice", "Step back")),
        "stop": ("red", "circle-x", translate("advice", "Stop promoting")),
        "hold": ("red", "shield-alert", translate("advice", "Held by compliance")),
        "wait": ("grey", "circle-dashed", translate("advice", "Not enough data")),
    }
    tone, icon, word = looks[action]
    return ChipLook(tone, icon, word)


def part_name(part: Part) -> str:
    """What a part of the score looks at."""
    return {
        "sales": translate("advice", "Sales pace"),
        "trend": translate("advice", "Trend"),
        "margin": translate("advice", "Margin"),
        "refund": translate("advice", "Refunds"),
        "repeat": translate("advice", "Repeat buyers"),
        "clicks": translate("advice", "Clicks in shows"),
        "conversion": translate("advice", "Conversion in shows"),
        "category": translate("advice", "Fit of the category"),
    }[part]


def part_words(facts: Facts, part: Part) -> str:
    """The figure of a part; empty where it is not known."""
    match part:
        case "sales":
            return translate("advice", "{n} pieces a day").format(n=f"{facts.pace:.1f}")
        case "trend":
            return _trend(facts)
        case "margin":
            return _said(translate("advice", "margin {share}"), facts.margin)
        case "refund":
            return refund_words(facts.refund)
        case "repeat":
            if not facts.buyers:
                return ""
            share = percent(facts.again / facts.buyers, 1)
            return translate("advice", "{share} bought again (n={n})").format(share=share, n=texts.count(facts.buyers))
        case "clicks":
            return "" if facts.clicks is None else translate("advice", "{n} clicks").format(n=texts.count(facts.clicks))
        case "conversion":
            return _said(translate("advice", "{share} of clicks bought"), facts.conversion, 1)
        case "category":
            return _said(translate("advice", "category {share} of sales"), facts.category_share)


def _trend(facts: Facts) -> str:
    if not facts.before:
        return ""
    moved = facts.late / facts.before - 1
    if moved >= MANIFOLD:
        return translate("advice", "{n} times the two weeks before").format(n=f"{moved + 1:.0f}")
    sign = "▲" if moved > 0 else "▼" if moved < 0 else ""
    return translate("advice", "{moved} vs the two weeks before").format(moved=f"{sign}{abs(moved):.0%}")


def _said(pattern: str, share: float | None, digits: int = 0) -> str:
    return "" if share is None else pattern.format(share=percent(share, digits))


def refund_words(rate: Rate) -> str:
    """``refunds 2.1% (1.3–3.4%, n=93)``: the share, what chance leaves open, and of how many orders."""
    if rate.share is None or rate.low is None or rate.high is None:
        return ""
    return translate("advice", "refunds {share} ({low}–{high}%, n={n})").format(
        share=percent(rate.share, 1), low=f"{rate.low * 100:.1f}", high=f"{rate.high * 100:.1f}", n=texts.count(rate.of)
    )


def stock_words(facts: Facts) -> str:
    """How long the stock lasts."""
    if facts.stock is None:
        return ""
    if facts.stock_days is None:
        return translate("advice", "{n} in stock").format(n=texts.count(facts.stock))
    return translate("advice", "stock for {n} days").format(n=f"{facts.stock_days:.0f}")


def reasons(advice: Advice, language: Language, least_orders: int) -> str:
    """One line: what speaks most for the action."""
    facts = advice.facts
    if advice.action == "hold":
        return " ".join(words(code, language, detail="").text for code in facts.blocks[:2])
    if advice.action == "stop":
        return refund_words(facts.refund)
    if advice.score is None:
        few = translate("advice", "{have} of {need} orders in 90 days: too few to judge").format(
            have=facts.long_orders, need=least_orders
        )
        return " · ".join(one for one in (few, _trend(facts) if advice.action == "trial" else "") if one)
    first = [stock_words(facts)] if advice.action == "restock" else []
    said = [*first, *(part_words(facts, part) for part in advice.reasons)]
    return " · ".join([one for one in said if one][:SHORT])


def details(advice: Advice) -> list[tuple[str, str, str]]:
    """Every part: name, figure, and which place of a hundred that is among the judged items."""
    found = []
    for part in advice.places or ():
        place = translate("advice", "P{n}").format(n=round(advice.places[part] * 100))
        found.append((part_name(part), part_words(advice.facts, part) or texts.NOTHING, place))
    return found
