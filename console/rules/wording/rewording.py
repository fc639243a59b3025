"""Other words for risky ones: offered, replaced on a click only, and never such as would be found themselves."""

from collections.abc import Mapping

import msgspec

from console.rules.wording.engine import Checker
from console.rules.wording.nouns import Category, Finding, Surface

MOST = 3


class Rewording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands instead of a wording, best first."""

    found: str
    instead: tuple[str, ...]


class Rewordings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table, as data."""

    source: str
    as_of: str
    rewordings: tuple[Rewording, ...]

    def table(self) -> dict[str, tuple[str, ...]]:
        """By what was found."""
        return {one.found: one.instead for one in self.rewordings}


def instead_of(
    finding: Finding, table: Mapping[str, tuple[str, ...]], checker: Checker, surface: Surface, category: Category
) -> tuple[str, ...]:
    """What may stand in its place: an own word's own suggestion, or the finding with its risky part exchanged."""
    if finding.rule.group == "own":
        return finding.rule.suggest[:MOST]
    plain = finding.plain
    part = max((found for found in table if found in plain), key=len, default="")
    made = [plain.replace(part, other, 1) for other in table[part]] if part else []
    return tuple(one for one in made if not checker.check(one, surface, category).blocks)[:MOST]
