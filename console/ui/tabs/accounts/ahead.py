"""What lies ahead of a shop, in words: how far its calls reach, what stops first, and what was read anew."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from console import catalogue
from console.catalogue import Language
from console.core.clock import DAY
from console.core.model import Platform
from console.rules.outage import Stop
from console.rules.quota import Forecast
from console.ui import texts
from console.ui.tabs.accounts import words
from console.ui.tabs.accounts.reading import ShopState
from console.ui.theme import Tone

NEARLY = 0.8  # of what was bought: from then on amber
HOLE_SHOWN = 2 * DAY  # for how long a filled hole is worth a line


@dataclass(frozen=True)
class Meter:
    """Calls: value, what stands under it, how it is, and the part that is used; None where nobody knows the whole."""

    words: str
    under: str
    tone: Tone
    share: float | None = None


def meter(state: ShopState) -> Meter:
    """A shop's calls against what was bought for it."""
    outlook = state.stand.outlook
    quota = outlook.quota if outlook is not None else Forecast(used=0)
    counted = QCoreApplication.translate("ahead", "{n} calls made here")
    used = counted.format(n=texts.count(quota.used))
    if quota.most is None:
        if state.shop.platform is Platform.KUAISHOU:
            return Meter(QCoreApplication.translate("ahead", "Not published"), used, "grey")
        return Meter(QCoreApplication.translate("ahead", "Package not entered"), used, "grey")
    share = quota.used / quota.most if quota.most else 1.0
    value = f"{texts.count(quota.used)} / {texts.count(quota.most)}"
    return Meter(value, _forecast(quota), _tone(quota), min(1.0, share))


def _tone(quota: Forecast) -> Tone:
    if quota.runs_out_at is not None:
        return "red"
    return "amber" if (quota.share_at_end or 0) >= NEARLY else "green"


def _forecast(quota: Forecast) -> str:
    if quota.runs_out_at is not None:
        said = QCoreApplication.translate("ahead", "expected to run out on {day}")
        return said.format(day=texts.full_moment(quota.runs_out_at)[:10])
    share = quota.share_at_end
    if share is None:
        return QCoreApplication.translate("ahead", "no whole day counted yet")
    said = QCoreApplication.translate("ahead", "expected to use {share} by the end")
    return said.format(share=f"{share:.0%}")


@dataclass(frozen=True)
class Outage:
    """The first thing that stops by itself, over all shops. ``shop_id`` is empty where nothing is known to."""

    words: str
    under: str
    tone: Tone
    shop_id: str = ""
    stop: Stop | None = None


def outage(states: list[ShopState], now: int, lang: Language) -> Outage:
    """The first date on which a shop stops and why; what is not known is said."""
    coming = [(stop, state) for state in states if state.dead is None for stop in state.stops if stop.at > now]
    unknown = [state for state in states if _is_open(state)]
    missing = ""
    if unknown:
        said = QCoreApplication.translate("ahead", "Not counted, because not entered: the package of {shops}.")
        missing = said.format(shops=QCoreApplication.translate("ahead", ", ").join(one.shop.name for one in unknown))
    over = next((one for one in states if one.dead is None and _has_ended(one, now)), None)
    if over is not None:
        name = f"{texts.platform(over.shop.platform)}「{over.shop.name}」"
        said = QCoreApplication.translate("ahead", "{shop}: the sign-in has ended")
        cause = catalogue.words("stop.sign_in", lang)
        return Outage(said.format(shop=name), cause.text, "red", over.shop.shop_id, _sign_in(over))
    if not coming:
        return Outage(QCoreApplication.translate("ahead", "Nothing is known to stop by itself"), missing, "grey")
    stop, state = min(coming, key=lambda one: one[0].at)
    left = stop.at - now
    tone: Tone = "red" if left <= DAY else "amber" if left <= 7 * DAY else "green"
    name = f"{texts.platform(state.shop.platform)}「{state.shop.name}」"
    said = QCoreApplication.translate("ahead", "The first to stop: {shop} on {time}, in {left}")
    first = said.format(shop=name, time=texts.full_moment(stop.at)[:16], left=texts.span(left))
    cause = catalogue.words(stop.code, lang, platform=state.shop.platform.value)
    joint = " " if lang == "en" else ""
    under = joint.join(part for part in (cause.text, cause.next_step, missing) if part)
    return Outage(first, under, tone, state.shop.shop_id, stop)


def _sign_in(state: ShopState) -> Stop | None:
    return next((stop for stop in state.stops if stop.cause == "sign_in"), None)


def _has_ended(state: ShopState, now: int) -> bool:
    end = state.sign_in.ends_at if state.sign_in is not None else None
    return end is not None and end <= now


def _is_open(state: ShopState) -> bool:
    """Whether calls are sold on this platform and nobody said how many were bought."""
    return state.shop.platform is Platform.YOUZAN and state.stand.package is None and not state.let_go


def filled(state: ShopState, now: int) -> str:
    """What was missed and how it was read afterwards; empty where there is nothing to say any more."""
    hole = state.stand.hole
    if hole is None:
        return ""
    begin = texts.moment(hole.from_at, now)
    comma = QCoreApplication.translate("ahead", ", ")
    one = QCoreApplication.translate("ahead", "{stream} {n}")
    rows = comma.join(
        one.format(stream=words.stream(stream), n=texts.count(hole.streams[stream].rows))
        for stream in words.STREAMS
        if stream in hole.streams and hole.streams[stream].done_at is not None
    )
    if hole.done_at is not None:
        if now - hole.done_at > HOLE_SHOWN:
            return ""
        said = QCoreApplication.translate("ahead", "What was missed from {begin} to {end} has been read: {rows}.")
        return said.format(begin=begin, end=texts.moment(hole.done_at, now), rows=rows)
    if state.dead is not None:
        return ""
    if not rows:
        return QCoreApplication.translate("ahead", "Reading what was missed since {begin}…").format(begin=begin)
    left = comma.join(words.stream(name) for name, stream in hole.streams.items() if stream.done_at is None)
    said = QCoreApplication.translate("ahead", "Missed since {begin}: read so far {rows}; still missing: {left}.")
    return said.format(begin=begin, rows=rows, left=left)
