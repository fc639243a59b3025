"""Who answers an after-sale: rules in an order, of which the first that fits counts. Pure.

What a person gave to somebody stays where it is, whatever the rules say.
"""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from console.core.clock import HOUR
from console.core.model import AfterSaleKind


class GivingRule(msgspec.Struct, frozen=True, kw_only=True):
    """After-sales like these are answered by this person. What is empty or None narrows nothing.

    ``reasons``: parts of the buyer's reason or words, any of which must occur. ``from_fen`` is included, ``below_fen``
    not. ``carriers``: names of carriers of the goods, there or back. ``older_h``: so many hours since it was asked for.
    """

    rule_id: str
    operator_id: str
    kinds: tuple[AfterSaleKind, ...] = ()
    reasons: tuple[str, ...] = ()
    from_fen: int | None = None
    below_fen: int | None = None
    carriers: tuple[str, ...] = ()
    older_h: int | None = None


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules look at of one after-sale, and whose it is."""

    id: int
    kind: AfterSaleKind
    reason: str = ""
    amount_fen: int | None = None
    carriers: tuple[str, ...] = ()
    created_at: int | None = None
    operator_id: str = ""
    by_hand: bool = False


class Handover(msgspec.Struct, frozen=True, kw_only=True):
    """One after-sale that gets another person; ``was`` is empty where nobody had it."""

    id: int
    was: str
    operator_id: str
    rule_id: str


def fits(rule: GivingRule, case: Case, now: int) -> bool:
    """Whether a rule is about this after-sale. Of what is not known no rule can be sure, so it does not fit."""
    return (
        (not rule.kinds or case.kind in rule.kinds)
        and (not rule.reasons or any(part.lower() in case.reason.lower() for part in rule.reasons))
        and _within(case.amount_fen, rule.from_fen, rule.below_fen)
        and (not rule.carriers or any(wanted in name for wanted in rule.carriers for name in case.carriers))
        and (rule.older_h is None or (case.created_at is not None and now - case.created_at >= rule.older_h * HOUR))
    )


def _within(amount: int | None, low: int | None, high: int | None) -> bool:
    if low is None and high is None:
        return True
    return amount is not None and (low is None or amount >= low) and (high is None or amount < high)


def choose(rules: Iterable[GivingRule], case: Case, people: Collection[str], now: int) -> GivingRule | None:
    """The first rule that fits and whose person still works here."""
    return next((rule for rule in rules if rule.operator_id in people and fits(rule, case, now)), None)


def give_out(
    rules: Sequence[GivingRule], cases: Iterable[Case], people: Collection[str], now: int, *, anew: bool = False
) -> list[Handover]:
    """What the rules would change. Without ``anew`` only what is nobody's yet, or belongs to one who left."""
    found = []
    for case in cases:
        if case.by_hand and case.operator_id in people:
            continue
        if not anew and case.operator_id in people:
            continue
        rule = choose(rules, case, people, now)
        if rule is not None and rule.operator_id != case.operator_id:
            found.append(Handover(id=case.id, was=case.operator_id, operator_id=rule.operator_id, rule_id=rule.rule_id))
    return found
