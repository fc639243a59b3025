"""What a check before publishing says, in words: names, icons, chips; sentences come from the catalogue."""

from PySide6.QtCore import QCoreApplication

from console import catalogue
from console.catalogue import Language
from console.rules.findings import PASSED, Check, Finding, Report, Severity
from console.ui.paint import ChipLook

translate = QCoreApplication.translate

UNMEASURED = "goods.image_unmeasured"
BY_LOOKING = (
    "goods.category_unread",
    "goods.attributes_unread",
    "goods.images_unread",
    "goods.documents_unread",
    UNMEASURED,
)
"""What a look at the platform tells."""

ICONS = {
    Severity.PASSED: ("circle-check", "fg_green"),
    Severity.NOT_CHECKED: ("circle-dashed", "text3"),
    Severity.ADVICE: ("info", "accentText"),
    Severity.WARN: ("triangle-alert", "fg_amber"),
    Severity.BLOCK: ("circle-x", "fg_red"),
}


def name(check: Check) -> str:
    """What is checked."""
    return {
        Check.CATEGORY: translate("checks", "Category"),
        Check.ATTRIBUTES: translate("checks", "Required attributes"),
        Check.TITLE: translate("checks", "Title"),
        Check.WORDING: translate("checks", "Wording"),
        Check.IMAGES: translate("checks", "Pictures"),
        Check.PRICE: translate("checks", "Price gap"),
        Check.DOCUMENTS: translate("checks", "Documents"),
        Check.VARIANTS: translate("checks", "Variants"),
    }[check]


def chip(severity: Severity) -> ChipLook:
    """How a check went."""
    return {
        Severity.PASSED: ChipLook("green", "circle-check", translate("checks", "Passed")),
        Severity.NOT_CHECKED: ChipLook("grey", "circle-dashed", translate("checks", "Not checked")),
        Severity.ADVICE: ChipLook("blue", "info", translate("checks", "Advice")),
        Severity.WARN: ChipLook("amber", "triangle-alert", translate("checks", "Warning")),
        Severity.BLOCK: ChipLook("red", "circle-x", translate("checks", "Blocks")),
    }[severity]


def summary(report: Report) -> str:
    """``7 项 · 3 通过 · 1 提醒 · 1 拦截 · 2 未检查``; what there is none of is left out."""
    worst = [report.worst(check) for check in Check]
    said = [translate("checks", "{n} checks").format(n=len(worst))]
    for severity, words in (
        (Severity.PASSED, translate("checks", "{n} passed")),
        (Severity.ADVICE, translate("checks", "{n} advice")),
        (Severity.WARN, translate("checks", "{n} warn")),
        (Severity.BLOCK, translate("checks", "{n} block")),
        (Severity.NOT_CHECKED, translate("checks", "{n} not checked")),
    ):
        if number := worst.count(severity):
            said.append(words.format(n=number))
    return " · ".join(said)


def sentence(finding: Finding, language: Language) -> str:
    """A finding with its evidence; of what passed the evidence alone."""
    if finding.code == PASSED:
        return _passed(finding)
    evidence = _unmeasured(finding.evidence) if finding.code == UNMEASURED else finding.evidence
    detail = f"{_place(finding.field)} {evidence}".strip()
    return catalogue.words(finding.code, language, detail=detail).text


def fix(finding: Finding, language: Language) -> str:
    """What mends it; of what was not looked at, how to have it looked at."""
    if finding.code == UNMEASURED and finding.evidence == "text":
        return translate("checks", "Nobody looks for letters on this computer: please look for text and marks yourself")
    if finding.code in BY_LOOKING:
        return translate("checks", "“Check again” reads it from Kuaishou")
    if finding.fix is None:
        return catalogue.words(finding.code, language).next_step
    said = catalogue.words(finding.fix, language)
    return f"{said.text} · {said.next_step}"


def _passed(finding: Finding) -> str:
    says = {
        Check.CATEGORY: "{detail}",
        Check.ATTRIBUTES: translate("checks", "{detail} filled in"),
        Check.TITLE: translate("checks", "{detail} characters"),
        Check.WORDING: translate("checks", "No risk found in the title"),
        Check.IMAGES: translate("checks", "{detail} pictures, nothing wrong"),
        Check.PRICE: translate("checks", "{detail} variants compared"),
        Check.DOCUMENTS: translate("checks", "There and valid: {detail}")
        if finding.evidence
        else translate("checks", "The category asks for none"),
        Check.VARIANTS: translate("checks", "Every variant of Youzan is here"),
    }
    return says[finding.check].format(detail=finding.evidence)


def _unmeasured(names: str) -> str:
    """``"px, text"`` → what was not measured, in words."""
    words = {
        "px": translate("checks", "size"),
        "bytes": translate("checks", "weight"),
        "format": translate("checks", "format"),
        "text": translate("checks", "text and marks"),
        "border": translate("checks", "edge"),
    }
    return translate("checks", ", ").join(words.get(name, name) for name in names.split(", "))


def _place(field: str) -> str:
    """``"image 3"`` → ``图 3``; other fields name themselves in the evidence."""
    word, _, number = field.partition(" ")
    return translate("checks", "Picture {n}:").format(n=number) if word == "image" and number else ""
