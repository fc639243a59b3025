"""Certificates in words: states, windows, what they are about."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from console.rules.certificates import Certificate, CertState, Standing
from console.store.ledger import Entry
from console.ui import texts
from console.ui.paint import ChipLook

translate = QCoreApplication.translate


def state_chip(how: Standing) -> ChipLook:
    """有效, 待续期, 紧急, 已错过窗口, 已过期, 长期, 未生效."""
    return {
        CertState.VALID: ChipLook("green", "circle-check", translate("ledger", "Valid")),
        CertState.RENEW: ChipLook("amber", "clock", translate("ledger", "To renew")),
        CertState.URGENT: ChipLook("red", "triangle-alert", translate("ledger", "Urgent")),
        CertState.MISSED: ChipLook("red", "circle-alert", translate("ledger", "Window missed")),
        CertState.EXPIRED: ChipLook("red", "circle-x", translate("ledger", "Expired")),
        CertState.OPEN: ChipLook("grey", "minus", translate("ledger", "No end")),
        CertState.NOT_YET: ChipLook("grey", "hourglass", translate("ledger", "Not yet valid")),
        CertState.MISSING: ChipLook("amber", "circle-question-mark", translate("ledger", "Not entered")),
    }[how.state]


def is_missing(entry: Entry) -> bool:
    """Whether it is only likely to be needed, and nobody entered it."""
    return entry.standing.state is CertState.MISSING


def valid_to(entry: Entry) -> str:
    """Its end; of one that nobody entered a dash."""
    return texts.NOTHING if is_missing(entry) else ends(entry.certificate)


def ends(one: Certificate) -> str:
    """``2027-03-02``, or that it has no end."""
    return translate("ledger", "No end") if one.valid_to is None else one.valid_to.isoformat()


def window(how: Standing) -> str:
    """``2026-10-19 – 2027-01-29 估算``."""
    begin, latest = how.renew_from, how.renew_by
    if begin is None and latest is None:
        return texts.NOTHING
    if begin is None or begin == latest:  # the law names a last day only
        said = translate("ledger", "by {day}").format(day=_day(latest))
    elif latest is None:
        said = translate("ledger", "from {day}").format(day=_day(begin))
    else:
        said = f"{_day(begin)} – {_day(latest)}"
    return said if how.certain else translate("ledger", "{days} estimated").format(days=said)


def _day(on: date | None) -> str:
    return texts.NOTHING if on is None else on.isoformat()


def concerns(one: Certificate) -> str:
    """Whole shop, categories, or goods."""
    if one.products:
        return translate("ledger", "{n} goods").format(n=len(one.products))
    return "、".join(one.categories) or translate("ledger", "Whole shop")


def stops(entry: Entry) -> str:
    """What stops selling without it."""
    if is_missing(entry):
        if entry.stops is None:
            return translate("ledger", "every shop shows it")
        return translate("ledger", "{n} goods are likely to need it").format(n=texts.count(entry.stops))
    if entry.stops is None:
        return translate("ledger", "not known: read the categories first")
    if not entry.stops:
        return translate("ledger", "no goods on the shelf")
    lapsed = entry.standing.state in (CertState.EXPIRED, CertState.NOT_YET)
    if lapsed:
        return translate("ledger", "{n} goods must not be sold now").format(n=texts.count(entry.stops))
    if entry.standing.state is CertState.OPEN:
        return translate("ledger", "{n} goods rest on it").format(n=texts.count(entry.stops))
    return translate("ledger", "{n} goods stop selling when it lapses").format(n=texts.count(entry.stops))
