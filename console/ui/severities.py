"""How severities of a wording look and what they are called, wherever one is judged."""

from PySide6.QtCore import QCoreApplication

from console.rules.wording.nouns import Severity
from console.ui.paint import ChipLook
from console.ui.theme import Tone

translate = QCoreApplication.translate

TONES: dict[Severity, Tone] = {
    Severity.BLOCK: "red",
    Severity.WARN: "amber",
    Severity.EVIDENCE: "purple",
    Severity.INFO: "blue",
}
ICONS: dict[Severity, str] = {
    Severity.BLOCK: "circle-alert",
    Severity.WARN: "triangle-alert",
    Severity.EVIDENCE: "badge-check",
    Severity.INFO: "info",
}
WORST_FIRST = (Severity.BLOCK, Severity.WARN, Severity.EVIDENCE, Severity.INFO)


def severity(one: Severity) -> str:
    """禁用, 提示, 举证, 风格."""
    return {
        Severity.BLOCK: translate("wording", "Banned"),
        Severity.WARN: translate("wording", "Caution"),
        Severity.EVIDENCE: translate("wording", "Proof"),
        Severity.INFO: translate("wording", "Style"),
    }[one]


def chip(one: Severity, number: int | None = None) -> ChipLook:
    """A severity, and how many there are of it."""
    words = severity(one) if number is None else f"{severity(one)} {number}"
    return ChipLook(TONES[one], ICONS[one], words)
