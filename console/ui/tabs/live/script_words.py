"""How cues, their kinds, their states and what is wrong with a run sheet are said."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from console.core.clock import HOUR, MINUTE, SECOND
from console.core.live import LiveEvent
from console.documents.script_sheet import BadRow
from console.rules.live_advice import Means
from console.rules.live_lift import Lift
from console.rules.live_script import CueKind, CueTrouble, Mark, Place, Stand, is_told
from console.store.live_scripts import event_id_of
from console.ui.tabs.live import words

translate = QCoreApplication.translate

ICONS: Final[dict[Place, tuple[str, str]]] = {
    "done": ("circle-check", "fg_green"),
    "late_done": ("circle-check", "fg_amber"),
    "skipped": ("circle-minus", "text3"),
    "planned": ("circle-dashed", "text3"),
    "warned": ("timer", "fg_amber"),
    "due": ("timer", "fg_amber"),
    "late": ("circle-alert", "fg_red"),
}
KIND_ICONS: Final[dict[CueKind, str]] = {
    CueKind.WELFARE: "gift",
    CueKind.SELLING: "message-square",
    CueKind.RAFFLE: "ticket",
    CueKind.RED_PACKET: "heart",
    CueKind.PK: "users",
    CueKind.BAG: "shopping-bag",
    CueKind.OTHER: "tag",
}
INKS: Final[dict[CueKind, str]] = {
    CueKind.WELFARE: "s6",
    CueKind.RAFFLE: "s4",
    CueKind.PK: "s4",
    CueKind.RED_PACKET: "s3",
    CueKind.BAG: "s3",
}


CUE_OF: Final[dict[Means, CueKind]] = {
    "red_packet": CueKind.RED_PACKET,
    "raffle_early": CueKind.RAFFLE,
    "bag": CueKind.BAG,
    "question": CueKind.OTHER,
    "poll": CueKind.OTHER,
    "follow_coupon": CueKind.OTHER,
    "fan_price": CueKind.OTHER,
    "say_why": CueKind.SELLING,
    "welfare_item": CueKind.WELFARE,
    "next_item": CueKind.SELLING,
    "pk": CueKind.PK,
    "explain_coupon": CueKind.SELLING,
}
"""Means that can stand in a run sheet; the others are to be looked after at once."""


def kind(one: CueKind) -> str:
    """What a cue is."""
    return {
        CueKind.WELFARE: translate("scripts", "Welfare item"),
        CueKind.SELLING: translate("scripts", "Selling points"),
        CueKind.RAFFLE: translate("scripts", "Hourly raffle"),
        CueKind.RED_PACKET: translate("scripts", "Red packet"),
        CueKind.PK: translate("scripts", "PK with a co-host"),
        CueKind.BAG: translate("scripts", "Lucky bag"),
        CueKind.OTHER: translate("scripts", "Other"),
    }[one]


def categories() -> list[tuple[str, str]]:
    """Kinds of goods that have a template or rules of their own, for a picker."""
    return [
        ("general", translate("scripts", "Ordinary goods")),
        ("food", translate("scripts", "Food")),
        ("apparel", translate("scripts", "Apparel")),
        ("beauty", translate("scripts", "Cosmetics")),
        ("home", translate("scripts", "Home")),
        ("health", translate("scripts", "Health food")),
        ("medical", translate("scripts", "Medicine and devices")),
    ]


def kinds() -> list[tuple[str, str]]:
    """For a picker."""
    return [(one.value, kind(one)) for one in CueKind]


def countdown(left_ms: int) -> str:
    """``05:24`` until it, ``−00:42`` past it, ``1:05:24`` where an hour does not do. Whole seconds, never early."""
    seconds = -(-left_ms // SECOND) if left_ms > 0 else -(left_ms // -SECOND)
    sign, past = ("−" if seconds < 0 else ""), abs(seconds)
    if past * SECOND >= HOUR:
        return f"{sign}{past // 3600}:{past // 60 % 60:02d}:{past % 60:02d}"
    return f"{sign}{past // 60:02d}:{past % 60:02d}"


def tone(place: Place | None) -> str:
    """Of a countdown: amber a minute before, red when it is late."""
    return "red" if place == "late" else "amber" if place in ("warned", "due") else "text"


def beside(stand: Stand, mark: Mark | None, lift: Lift | None) -> tuple[str, str]:
    """What stands at a cue's right end, and its ink: what it brought, else how it went."""
    if stand.place == "skipped":
        return translate("scripts", "skipped"), "text3"
    if lift is not None and lift.lift is not None and not lift.doubt:
        good = lift.lift >= 0
        return f"{'▲' if good else '▼'}{abs(lift.lift):.0%}", "fg_green" if good else "fg_amber"
    if stand.place == "late_done" and mark is not None:
        late = countdown(mark.at - stand.due_at)
        return translate("scripts", "late {time}").format(time=late), "fg_amber"
    if stand.place == "late":
        return translate("scripts", "late"), "fg_red"
    if lift is not None and stand.place == "done":
        return words.doubt(lift.doubt), "text3"
    if mark is not None and mark.moved_ms:
        return translate("scripts", "+{n} min").format(n=mark.moved_ms // MINUTE), "text3"
    return "", "text3"


def tally(found: Sequence[Stand]) -> str:
    """How a show kept to its run sheet; empty where it had none."""
    if not found:
        return ""
    places = [one.place for one in found]
    counts = {
        "done": places.count("done") + places.count("late_done"),
        "late": places.count("late_done"),
        "skipped": places.count("skipped"),
        "open": len(places) - sum(places.count(one) for one in ("done", "late_done", "skipped")),
    }
    return translate("scripts", "Script: {done} done ({late} late) · {skipped} skipped · {open} not done").format(
        **counts
    )


def lateness(event: LiveEvent, found: Sequence[Stand], marks: Mapping[str, Mark]) -> str:
    """By how much the cue came late that this event of the log is; empty: in time, or none of the script's."""
    for stand in found:
        mark = marks.get(stand.cue.cue_id)
        if mark is None or stand.place != "late_done":
            continue
        if event.event_id == event_id_of(stand.cue.cue_id) or is_told(stand.cue, mark.at, event):
            return translate("scripts", "late {time}").format(time=countdown(mark.at - stand.due_at))
    return ""


def state(stand: Stand) -> str:
    """How a cue stands, in a word: colour alone says nothing."""
    return {
        "done": translate("scripts", "done"),
        "late_done": translate("scripts", "done late"),
        "skipped": translate("scripts", "skipped"),
        "planned": translate("scripts", "planned"),
        "warned": translate("scripts", "within a minute"),
        "due": translate("scripts", "now"),
        "late": translate("scripts", "late"),
    }[stand.place]


def told(stand: Stand) -> str:
    """The sentence of the notice for a cue that has come to its warning or its time."""
    if stand.place == "warned":
        said = translate("scripts", "In {n} s: {title}")
        return said.format(n=max(1, round(stand.left_ms / SECOND)), title=stand.cue.title)
    if stand.place == "due":
        return translate("scripts", "Now: {title}").format(title=stand.cue.title)
    return translate("scripts", "Late: {title}").format(title=stand.cue.title)


def trouble(one: CueTrouble) -> str:
    """What is wrong with a cue."""
    return {
        "script.empty_title": translate("scripts", "The title is missing"),
        "script.before_begin": translate("scripts", "It lies before the beginning"),
        "script.too_close": translate("scripts", "Less than 3 min after the cue before it: neither lift can be told"),
        "script.too_long": translate("scripts", "Later than 12 hours into the show"),
        "script.twice": translate("scripts", "The same cue stands twice"),
        "script.minors_goods": translate("scripts", "Protection of minors is on: these goods stay out of scripts"),
        "script.minors_prompt": translate(
            "scripts", "Protection of minors is on: no raffle, red packet or lucky bag is prompted"
        ),
    }[one.code]


def bad_row(row: BadRow) -> str:
    """Why a row of a table was left out."""
    said = {
        "time": translate("scripts", "Row {row}: “{said}” is no time, write it like 1:05:00 or 65 (minutes)"),
        "too_late": translate("scripts", "Row {row}: {said} is later than 12 hours into the show"),
        "kind": translate("scripts", "Row {row}: there is no kind of cue called “{said}”"),
        "no_title": translate("scripts", "Row {row}: the title is missing"),
        "title_long": translate("scripts", "Row {row}: the title is longer than 60 letters"),
        "words_long": translate("scripts", "Row {row}: the wording is longer than 4,000 letters"),
    }[row.wrong]
    return said.format(row=row.number, said=row.said)
