"""Self-checks in the window's words."""

from PySide6.QtCore import QCoreApplication

from console.rules.self_check import SIGNERS, SOURCES, Looked, Report, Signer, Source
from console.store.self_checks import Kept
from console.ui import texts
from console.ui.paint import ChipLook

translate = QCoreApplication.translate


def source(one: Source) -> str:
    """Where something was looked at."""
    return {
        "titles": translate("selfcheck", "Titles of goods"),
        "details": translate("selfcheck", "Detail pages and variants"),
        "scripts": translate("selfcheck", "Run sheets"),
        "speech": translate("selfcheck", "Speech of shows"),
        "comments": translate("selfcheck", "Comments in shows"),
        "chats": translate("selfcheck", "Customer chats"),
        "certificates": translate("selfcheck", "Certificates"),
        "violations": translate("selfcheck", "Violations"),
    }[one]


def looked(one: Looked) -> str:
    """``184/210``; of what nobody knows the size of, how much there was."""
    if one.of is None:
        return translate("selfcheck", "{n} lines").format(n=texts.count(one.looked)) if one.looked else texts.NOTHING
    return texts.NOTHING if not one.of else f"{texts.count(one.looked)}/{texts.count(one.of)}"


def share(whole: float | None) -> str:
    """``62%``."""
    return texts.NOTHING if whole is None else f"{int(whole * 100)}%"


def signer(one: Signer) -> str:
    """Who signs as what."""
    return {
        "checker": translate("selfcheck", "Checked by"),
        "reviewer": translate("selfcheck", "Reviewed by"),
    }[one]


def stamp(kept: Kept, broken: str) -> ChipLook:
    """How far it is signed."""
    if broken:
        return ChipLook("red", "shield-alert", translate("selfcheck", "Record changed"))
    signed = sum(kept.signed(role) is not None for role in SIGNERS)
    if signed == len(SIGNERS):
        return ChipLook("green", "shield-check", translate("selfcheck", "Signed"))
    if signed:
        return ChipLook("blue", "circle-dashed", translate("selfcheck", "To be reviewed"))
    return ChipLook("amber", "circle-dashed", translate("selfcheck", "Not signed"))


def sections(report: Report) -> list[tuple[str, str, int | None]]:
    """Anchor, name and count of each section."""
    found: list[tuple[str, str, int | None]] = [
        ("summary", translate("selfcheck", "Summary"), None),
        ("scope", translate("selfcheck", "What was looked at"), None),
        ("findings", translate("selfcheck", "Findings"), len(report.issues)),
    ]
    for one in SOURCES:
        count = report.count(source=one)
        if count:
            found.append((one, f"· {source(one)}", count))
    return [
        *found,
        ("suppressed", translate("selfcheck", "Let pass"), len(report.pardons)),
        ("trend", translate("selfcheck", "Six months"), None),
        ("signs", translate("selfcheck", "Signatures"), None),
        ("inputs", translate("selfcheck", "Inputs and hashes"), None),
    ]


def facts(kept: Kept) -> list[tuple[str, str]]:
    """What is always in sight."""
    report = kept.report
    return [
        (translate("selfcheck", "Inputs frozen"), texts.full_moment(report.until_at)),
        (translate("selfcheck", "Word bank"), report.bank),
        (translate("selfcheck", "Kept until, at least three years"), texts.full_moment(report.keep_until - 1)[:10]),
        (translate("selfcheck", "Hash"), f"{kept.hash[:12]}…"),
    ]


def short_month(month: str) -> str:
    """``11月``, elsewhere ``26-11``."""
    return translate("selfcheck", "{year}-{month}").format(year=month[2:4], month=month[5:].lstrip("0"))
