"""Reviews in words: what was reviewed, by whom, what came of it, what it cost."""

from typing import cast

from PySide6.QtCore import QCoreApplication

from console.rules.reviews import MILLION, Point, ReviewChoice, Spent, Verdict
from console.rules.wording.nouns import Severity, Surface
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.compliance import looks

translate = QCoreApplication.translate


def subject(one: Verdict) -> str:
    """What it was about."""
    if one.subject == "test":
        return translate("reviews", "Test call")
    kind = {
        "text": translate("reviews", "Text"),
        "show": translate("reviews", "Live show"),
        "frames": translate("reviews", "Frames"),
    }[one.kind]
    return f"{kind} · {one.subject}" if one.subject else kind


def surface(one: Verdict) -> str:
    """Where it stands or is said."""
    return looks.surface(cast(Surface, one.surface))


def found(one: Verdict) -> str:
    """How many by the rules, how many by the model."""
    said = translate("reviews", "rules {n}").format(n=one.count("rules"))
    if not one.model:
        return said
    more = texts.NOTHING if one.trouble else str(one.count("model"))
    return translate("reviews", "{rules} · model {n}").format(rules=said, n=more)


def quoted(one: Verdict) -> str:
    """The gravest wordings of it: by them one review is told from another in a list."""
    grave = sorted(one.points, key=lambda point: -Severity.of(point.severity))
    return " ".join(f"“{point.text}”" for point in {point.text: point for point in grave}.values())


def state_chip(one: Verdict) -> ChipLook:
    """Contested, failed, something found, or nothing found; never that a text is in order."""
    if one.contested_at is not None:
        return ChipLook("purple", "gavel", translate("reviews", "Contested"))
    if one.trouble:
        return ChipLook("amber", "triangle-alert", translate("reviews", "No answer"))
    worst = max((Severity.of(point.severity) for point in one.points), default=None)
    if worst is None:
        return ChipLook("grey", "minus", translate("reviews", "No risk found"))
    return looks.chip(worst)


def asked(one: Verdict) -> str:
    """Which model by which prompt; or that nobody but the rules was asked."""
    return one.model or translate("reviews", "rules only")


def cost(one: Verdict) -> str:
    """In yuan; where no price is known, nobody can say."""
    return money(one.cost_ufen) if one.model else texts.NOTHING


def money(ufen: int | None) -> str:
    """Fractions of a fen are what a question costs: ``¥0.0123``."""
    return texts.NOTHING if ufen is None else f"¥{ufen / MILLION / 100:.4f}"


def by(point: Point) -> str:
    """Whose word it is: an article that a model names was checked by nobody."""
    if point.by == "rules":
        return " · ".join(part for part in (point.rule_id, point.law) if part)
    if point.law:
        return translate("reviews", "the model says: {law} (not checked)").format(law=point.law)
    return translate("reviews", "the model's hint, not checked")


def budget(choice: ReviewChoice, spent: Spent) -> str:
    """How much of today's limits is used."""
    if not choice.on:
        return translate("reviews", "Model off: the rules alone are asked")
    return translate("reviews", "{model} · today {n} of {most} · {cost} of {limit}").format(
        model=choice.model or texts.NOTHING,
        n=spent.day,
        most=choice.per_day,
        cost=money(spent.cost_ufen),
        limit=texts.money(choice.fen_a_day),
    )
