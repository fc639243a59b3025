"""How severities look and what they are called; surfaces, categories, excuses and groups in words."""

from PySide6.QtCore import QCoreApplication

from console.rules.wording.nouns import CATEGORIES, SURFACES, Category, Surface
from console.ui.severities import ICONS, TONES, WORST_FIRST, chip, severity

__all__ = [
    "ICONS",
    "TONES",
    "WORST_FIRST",
    "categories",
    "category",
    "chip",
    "excuse",
    "severity",
    "surface",
    "surfaces",
]

translate = QCoreApplication.translate


def surface(one: Surface) -> str:
    """Where a text will stand."""
    return {
        "title": translate("wording", "Title"),
        "image": translate("wording", "Main picture"),
        "detail": translate("wording", "Detail page"),
        "video": translate("wording", "Short video"),
        "script": translate("wording", "Live script"),
        "live": translate("wording", "Spoken live"),
        "chat": translate("wording", "Customer chat"),
        "profile": translate("wording", "Shop profile"),
        "comment": translate("wording", "Viewers' comments"),
    }[one]


def category(one: Category) -> str:
    """Which goods it is about."""
    return {
        "general": translate("wording", "Ordinary goods"),
        "beauty": translate("wording", "Cosmetics"),
        "food": translate("wording", "Food"),
        "health": translate("wording", "Health food"),
        "medical": translate("wording", "Medicine and devices"),
        "education": translate("wording", "Education"),
        "investment": translate("wording", "Investment"),
    }[one]


def surfaces() -> list[tuple[str, str]]:
    """For a picker."""
    return [(one, surface(one)) for one in SURFACES]


def categories() -> list[tuple[str, str]]:
    """For a picker."""
    return [(one, category(one)) for one in CATEGORIES]


def excuse(key: str) -> str:
    """Why a wording passes after all."""
    return {
        "denied": translate("wording", "denied, not claimed"),
        "goal": translate("wording", "a goal, not a claim"),
        "own_range": translate("wording", "compared within one's own goods"),
        "citation": translate("wording", "time, region and source are named"),
        "standard": translate("wording", "a grade of a standard"),
        "award_title": translate("wording", "a title under state rules"),
        "safety_notice": translate("wording", "a safety notice"),
        "training": translate("wording", "says what must not be said"),
        "fibre": translate("wording", "what it is made of"),
        "parameter": translate("wording", "a figure of the goods"),
        "order": translate("wording", "an order, not a rank"),
        "aside": translate("wording", "praises nothing that is sold"),
        "quoted": translate("wording", "the name of a work"),
        "buyer": translate("wording", "reads like a buyer's own words"),
        "hearsay": translate("wording", "reported, not claimed"),
        "question": translate("wording", "a question"),
        "marker": translate("wording", "marked in the text itself"),
        "pardon": translate("wording", "let pass with a reason"),
        "approved": translate("wording", "a function that the approval number states"),
        "soft": translate("wording", "often harmless in a sentence"),
    }.get(key, "")
