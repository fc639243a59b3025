"""One finding where several say the same: ``全网最低价`` is one, not three."""

from console.rules.wording.nouns import Finding


def without_covered(found: list[Finding]) -> list[Finding]:
    """In the order of the text; of two that lie in each other the graver stays, of equals the longer."""
    kept: list[Finding] = []
    for one in sorted(found, key=lambda each: (-each.severity, each.start - each.end, each.start, each.rule_id)):
        if not any(_covers(other, one) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.start, one.end, one.rule_id))


def _covers(kept: Finding, one: Finding) -> bool:
    inside = kept.start <= one.start and one.end <= kept.end
    around = one.start <= kept.start and kept.end <= one.end
    return inside or around
