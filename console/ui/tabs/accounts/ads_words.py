"""What the accounts page says of an ads account."""

from PySide6.QtCore import QCoreApplication

from console.core.clock import DAY
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.accounts.ads_reading import AdsState
from console.ui.tabs.accounts.words import SOON, VERY_SOON, Ending
from console.ui.theme import Tone

ADS_LIFE = 30 * DAY  # of a sign-in; every renewal begins it anew


def chip(state: AdsState, now: int) -> ChipLook:
    """The one word for how this account is."""
    kind = state.health.kind if state.health is not None else ""
    if state.dead is not None:
        return ChipLook("red", "circle-x", QCoreApplication.translate("ads", "Signed out"))
    if not state.asked:
        return ChipLook("grey", "circle-dashed", QCoreApplication.translate("ads", "Checking"))
    if state.let_go:
        return ChipLook("grey", "unlink", QCoreApplication.translate("ads", "Unbound"))
    if kind in ("offline", "busy"):
        return ChipLook("grey", "wifi-off", QCoreApplication.translate("ads", "Waiting for the platform"))
    if kind == "refused":
        return ChipLook("amber", "triangle-alert", QCoreApplication.translate("ads", "Refused"))
    if kind == "unreadable":
        return ChipLook("amber", "triangle-alert", QCoreApplication.translate("ads", "Partly unreadable"))
    if not state.allowed:
        return ChipLook("grey", "circle-minus", QCoreApplication.translate("ads", "Data return is off"))
    if ending(state, now).tone in ("amber", "red"):
        return ChipLook("amber", "hourglass", QCoreApplication.translate("ads", "Ends soon"))
    if state.read_at is None:
        return ChipLook("blue", "refresh-cw", QCoreApplication.translate("ads", "First reading"))
    return ChipLook("green", "circle-check", QCoreApplication.translate("ads", "Healthy"))


def ending(state: AdsState, now: int) -> Ending:
    """When somebody must sign in again, by the platform's own figures, if nothing renews it until then."""
    if state.dead is not None:
        since = QCoreApplication.translate("ads", "since {time}").format(time=texts.moment(state.dead.since_at, now))
        return Ending(QCoreApplication.translate("ads", "Signed out"), since, "red", 0.0)
    if state.sign_in is None:
        return Ending(texts.NOTHING, "", "grey")
    ends_at = state.sign_in.ends_at
    if ends_at is None:
        unsaid = QCoreApplication.translate("ads", "The platform did not say; known after the next renewal")
        return Ending(texts.NOTHING, unsaid, "grey")
    left = ends_at - now
    tone: Tone = "red" if left <= VERY_SOON else "amber" if left <= SOON else "green"
    until = QCoreApplication.translate("ads", "until {time}; each renewal moves it on")
    under = until.format(time=texts.full_moment(ends_at)[:16])
    return Ending(texts.span(left), under, tone, min(1.0, max(0.0, left / ADS_LIFE)))


def spend(state: AdsState, now: int) -> tuple[str, str]:
    """What today cost, and whose figure it is and how old. What nobody said is no nought."""
    if state.read_at is None:
        return texts.NOTHING, QCoreApplication.translate("ads", "Not read yet")
    as_of = texts.as_of(state.read_at, now)
    if state.cost_fen is None:
        none = QCoreApplication.translate("ads", "The ads report has no figure for today · {as_of}")
        return texts.NOTHING, none.format(as_of=as_of)
    source = QCoreApplication.translate("ads", "Ads report · {as_of}")
    return texts.money(state.cost_fen), source.format(as_of=as_of)
