"""Findings that a person let pass: with a reason, a name, and an end. Reports list each of them."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from console.rules.wording.nouns import Finding, Verdict

Scope = Literal["shop", "item", "text"]


class Pardon(msgspec.Struct, frozen=True, kw_only=True):
    """One wording, by one rule. ``subject``: of an item its ``shop/item``, of a text its name; of a shop empty."""

    rule_id: str
    plain: str  # the wording as it was understood
    scope: Scope
    subject: str = ""
    reason: str
    author: str = ""
    given_at: int = 0  # ms UTC
    until_at: int | None = None
    pardon_id: int = 0

    def covers(self, finding: Finding, subject: str, now: int) -> bool:
        """Whether this finding is let pass at this moment."""
        if self.until_at is not None and self.until_at <= now:
            return False
        if self.rule_id != finding.rule_id or self.plain != finding.plain:
            return False
        return self.scope == "shop" or bool(subject and self.subject == subject)


def with_pardons(verdict: Verdict, pardons: Iterable[Pardon], subject: str, now: int) -> Verdict:
    """The verdict without what was let pass; that is among what is excused."""
    given = tuple(pardons)
    if not given or not verdict.findings:
        return verdict
    left: list[Finding] = []
    passed: list[Finding] = []
    for finding in verdict.findings:
        if any(pardon.covers(finding, subject, now) for pardon in given):
            passed.append(msgspec.structs.replace(finding, excuse="pardon"))
        else:
            left.append(finding)
    if not passed:
        return verdict
    excused = sorted((*verdict.excused, *passed), key=lambda one: one.start)
    return Verdict(findings=tuple(left), excused=tuple(excused))


def unused(pardons: Iterable[Pardon], met: Iterable[tuple[str, str]]) -> list[Pardon]:
    """Those that nothing was found for any more: ``met`` are the rule and wording of all findings of a whole scan."""
    seen = set(met)
    return [one for one in pardons if (one.rule_id, one.plain) not in seen]
