"""How a mapping state is called and what it looks like, wherever it shows."""

from PySide6.QtCore import QCoreApplication

from console.core.model import Mapping
from console.ui.paint import ChipLook
from console.ui.theme import Tone

translate = QCoreApplication.translate


def mapping_word(mapping: Mapping) -> str:
    """A mapping state in one word."""
    return {
        Mapping.LINKED: translate("orders", "Linked"),
        Mapping.WAITING: translate("orders", "Not due"),
        Mapping.MISSING_TRADE: translate("orders", "Missing"),
        Mapping.MISSING_ORDER: translate("orders", "Stray trade"),
        Mapping.DUPLICATE: translate("orders", "Duplicate"),
        Mapping.AMBIGUOUS: translate("orders", "To confirm"),
        Mapping.AMOUNT_DIFFERS: translate("orders", "Amount off"),
    }[mapping]


_LOOKS: dict[Mapping, tuple[Tone, str]] = {
    Mapping.LINKED: ("green", "link-2"),
    Mapping.WAITING: ("grey", "clock"),
    Mapping.MISSING_TRADE: ("red", "unlink"),
    Mapping.MISSING_ORDER: ("red", "unlink"),
    Mapping.DUPLICATE: ("amber", "copy"),
    Mapping.AMBIGUOUS: ("amber", "circle-question-mark"),
    Mapping.AMOUNT_DIFFERS: ("amber", "scale"),
}


def mapping_look(mapping: Mapping) -> ChipLook:
    """A mapping state as a chip."""
    tone, icon = _LOOKS[mapping]
    return ChipLook(tone, icon, mapping_word(mapping))
