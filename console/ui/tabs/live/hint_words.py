"""Why a wording is risky, in the window's language: the bank's reasons are Chinese, its groups have names in both."""

from PySide6.QtCore import QCoreApplication

from console.catalogue import Language
from console.rules.wording.nouns import Group, Rule

translate = QCoreApplication.translate


def why(rule: Rule, language: Language) -> str:
    """The rule's own reason where it can be read; else what kind of wording it is, and its article."""
    return rule.reason if language == "zh_CN" else group(rule.group)


def group(one: Group) -> str:
    """What all rules of a group are about."""
    return {
        "absolute": translate("live", "absolute claim, cannot be proved"),
        "authority": translate("live", "borrows the name of the state"),
        "symbol": translate("live", "protected sign used as praise"),
        "medical": translate("live", "medical or functional claim"),
        "proof": translate("live", "needs a licence or proof"),
        "promise": translate("live", "effect that cannot be checked"),
        "price": translate("live", "price claim that cannot be proved"),
        "rivals": translate("live", "talks down competitors"),
        "fake": translate("live", "leans on another brand"),
        "brushing": translate("live", "paid praise or made-up sales"),
        "diversion": translate("live", "leads away from the platform"),
        "results": translate("live", "promises a result"),
        "superstition": translate("live", "superstitious effect"),
        "minors": translate("live", "urges minors to buy"),
        "vulgar": translate("live", "insulting or vulgar"),
        "discrimination": translate("live", "discriminates or shames"),
        "contraband": translate("live", "goods that must not be advertised so"),
        "pressure": translate("live", "made-up scarcity or inside story"),
        "service": translate("live", "denies lawful returns or invoices"),
        "own": translate("live", "a word of your own list"),
    }[one]
