"""The shape of what a check before publishing says: one finding a row, each with its evidence and what mends it."""

from collections.abc import Iterable
from enum import IntEnum, StrEnum

import msgspec

from console.rules.failures import Fix


class Check(StrEnum):
    """The checks, in the order in which they are shown."""

    CATEGORY = "category"
    ATTRIBUTES = "attributes"
    TITLE = "title"
    WORDING = "wording"
    IMAGES = "images"
    PRICE = "price"
    DOCUMENTS = "documents"
    VARIANTS = "variants"


class Severity(IntEnum):
    """How grave. NOT_CHECKED is no kind of passed: something was not there to be looked at."""

    PASSED = 0
    NOT_CHECKED = 1
    ADVICE = 2
    WARN = 3
    BLOCK = 4


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What one check says. ``code`` has words in the catalogue, ``evidence`` is its ``{detail}``, in no language."""

    check: Check
    severity: Severity
    code: str
    field: str = ""  # what of the goods it is about: "title", "image 3", a variant's name
    evidence: str = ""
    fix: Fix | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What all checks say of one item."""

    findings: tuple[Finding, ...]

    @property
    def blocks(self) -> bool:
        """Whether it must not be pushed before something was mended or overridden."""
        return any(finding.severity is Severity.BLOCK for finding in self.findings)

    @property
    def complete(self) -> bool:
        """Whether nothing was left unchecked."""
        return not any(finding.severity is Severity.NOT_CHECKED for finding in self.findings)

    def worst(self, check: Check) -> Severity:
        """How a check went as a whole."""
        return max((one.severity for one in self.findings if one.check is check), default=Severity.NOT_CHECKED)

    def of(self, check: Check) -> tuple[Finding, ...]:
        """A check's findings, gravest first."""
        found = [finding for finding in self.findings if finding.check is check]
        return tuple(sorted(found, key=lambda finding: -finding.severity))


PASSED = "goods.passed"


def passed(check: Check, evidence: str = "") -> Finding:
    """Looked at, and nothing is wrong."""
    return Finding(check=check, severity=Severity.PASSED, code=PASSED, evidence=evidence)


def not_checked(check: Check, code: str, field: str = "", evidence: str = "") -> Finding:
    """There was nothing to look at."""
    return Finding(check=check, severity=Severity.NOT_CHECKED, code=code, field=field, evidence=evidence)


def or_passed(check: Check, found: Iterable[Finding], evidence: str = "") -> tuple[Finding, ...]:
    """The findings, or that there is none."""
    return tuple(found) or (passed(check, evidence),)
