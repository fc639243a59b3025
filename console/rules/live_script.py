"""The run sheet of a show and its clock: what comes next, when to warn, what was done, late or skipped. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final, Literal

import msgspec

from console.core.clock import HOUR, MINUTE, SECOND
from console.core.live import LiveEvent, LiveEventType

WARN_MS: Final = 60 * SECOND
LATE_MS: Final = 30 * SECOND
SNOOZE_MS: Final = 2 * MINUTE
SAME_MS: Final = 90 * SECOND  # a red packet that the page tells so near to a confirmed one is that one


class CueKind(StrEnum):
    """What a cue is."""

    WELFARE = "welfare"
    SELLING = "selling"
    RAFFLE = "raffle"
    RED_PACKET = "red_packet"
    PK = "pk"
    BAG = "bag"
    OTHER = "other"


EVENT_OF: Final[Mapping[CueKind, LiveEventType]] = {
    CueKind.RED_PACKET: LiveEventType.RED_PACKET,
    CueKind.PK: LiveEventType.PK,
    CueKind.BAG: LiveEventType.BAG,
}
"""As what a confirmed cue stands in the show's log; every other one as ``cue``."""


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """A point of the run sheet; ``into_ms`` after the beginning of the show, pauses not counted."""

    cue_id: str
    into_ms: int
    kind: CueKind = CueKind.OTHER
    title: str = ""
    words: str = ""  # what is to be said
    item_id: str = ""


def event_type(cue: Cue) -> LiveEventType:
    """As what it stands there."""
    return EVENT_OF.get(cue.kind, LiveEventType.CUE)


def is_told(cue: Cue, at: int, event: LiveEvent) -> bool:
    """Whether this event is the cue that was confirmed at ``at``, as the live page told it by itself."""
    same = event.type is event_type(cue) and (event.type is not LiveEventType.CUE or event.text == cue.title)
    return same and abs(event.at - at) <= SAME_MS


class Script(msgspec.Struct, frozen=True, kw_only=True):
    """A run sheet; its cues in order."""

    script_id: str
    name: str
    category: str = ""
    cues: tuple[Cue, ...] = ()


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What was done with a cue. ``at`` is when; ``moved_ms`` by how much it was put off."""

    cue_id: str
    state: Literal["done", "skipped", "planned"]
    at: int
    moved_ms: int = 0


Place = Literal["done", "late_done", "skipped", "due", "warned", "late", "planned"]


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """A cue as the clock sees it; ``left_ms`` below 0: past."""

    cue: Cue
    due_at: int
    left_ms: int
    place: Place


def stands(script: Script, marks: Mapping[str, Mark], begin_at: int, now: int) -> list[Stand]:
    """All cues in the order they are due, those put off where they now belong."""
    found = [_stand(cue, marks.get(cue.cue_id), begin_at, now) for cue in script.cues]
    return sorted(found, key=lambda one: (one.due_at, one.cue.cue_id))


def _stand(cue: Cue, mark: Mark | None, begin_at: int, now: int) -> Stand:
    due_at = begin_at + cue.into_ms + (mark.moved_ms if mark is not None else 0)
    left = due_at - now
    if mark is not None and mark.state == "skipped":
        place: Place = "skipped"
    elif mark is not None and mark.state == "done":
        place = "late_done" if mark.at > due_at + LATE_MS else "done"
    elif left > WARN_MS:
        place = "planned"
    elif left > 0:
        place = "warned"
    else:
        place = "due" if left >= -LATE_MS else "late"
    return Stand(cue=cue, due_at=due_at, left_ms=left, place=place)


def next_cue(found: Sequence[Stand]) -> Stand | None:
    """The first one that nobody has done or skipped."""
    return next((one for one in found if one.place in ("planned", "warned", "due", "late")), None)


def to_tell(found: Iterable[Stand], told: Mapping[str, Place]) -> list[Stand]:
    """Those that have come to their warning or their time since they were last told."""
    return [one for one in found if one.place in ("warned", "due", "late") and told.get(one.cue.cue_id) != one.place]


TroubleCode = Literal[
    "script.empty_title",
    "script.before_begin",
    "script.too_close",
    "script.too_long",
    "script.twice",
    "script.minors_goods",
    "script.minors_prompt",
]


class CueTrouble(msgspec.Struct, frozen=True):
    """What is wrong with a run sheet: a code, and the cue it is about."""

    code: TroubleCode
    cue_id: str


CLOSEST_MS: Final = 3 * MINUTE
LONGEST_MS: Final = 12 * HOUR
MOST_MINUTES: Final = LONGEST_MS // MINUTE


def troubles(script: Script) -> list[CueTrouble]:
    """What should be looked at before the show. Two marks within three minutes spoil each other's lift."""
    found: list[CueTrouble] = []
    seen: set[str] = set()
    former: Cue | None = None
    for cue in sorted(script.cues, key=lambda one: one.into_ms):
        if not cue.title.strip():
            found.append(CueTrouble("script.empty_title", cue.cue_id))
        if cue.into_ms < 0:
            found.append(CueTrouble("script.before_begin", cue.cue_id))
        if cue.into_ms > LONGEST_MS:
            found.append(CueTrouble("script.too_long", cue.cue_id))
        if cue.cue_id in seen:
            found.append(CueTrouble("script.twice", cue.cue_id))
        if former is not None and 0 < cue.into_ms - former.into_ms < CLOSEST_MS:
            found.append(CueTrouble("script.too_close", cue.cue_id))
        seen.add(cue.cue_id)
        former = cue
    return found


def free_from(at: int, others: Iterable[int]) -> int:
    """The first moment from ``at`` on that is three minutes from all others, so that each keeps its lift."""
    for other in sorted(others):
        if abs(other - at) < CLOSEST_MS:
            at = other + CLOSEST_MS
    return at


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """How a show of a category is usually built: minutes, 0 for not at all."""

    category: str
    welfare_min: int = 5
    selling_every_min: int = 15
    raffle_every_min: int = 60
    red_packet_at_min: int = 0
    pk_at_min: int = 0


def template_from(row: Mapping[str, str]) -> Template:
    """A row of the table that comes with the program."""
    names = ("welfare_min", "selling_every_min", "raffle_every_min", "red_packet_at_min", "pk_at_min")
    return Template(category=row["category"], **{name: int(row[name]) for name in names})


def script_from(
    template: Template,
    script_id: str,
    name: str,
    length_ms: int,
    titles: Mapping[CueKind, str],
    begins_at_min: int = 0,
) -> Script:
    """The usual run sheet of so long a show: a welfare item first, selling points in a loop, a raffle on the hour.

    ``begins_at_min``: at which minute of an hour the show begins, so that the raffle falls on the hour of the clock.
    Two that would spoil each other's lift are never planned: the welfare item stays, then raffles, then the others.
    ``titles`` in the merchant's language.
    """
    planned: dict[int, CueKind] = {0: CueKind.WELFARE} if template.welfare_min > 0 else {}
    raffles = [] if template.raffle_every_min <= 0 else _on_the_hour(template.raffle_every_min, begins_at_min)
    once = ((template.red_packet_at_min, CueKind.RED_PACKET), (template.pk_at_min, CueKind.PK))
    wanted = [(into, CueKind.RAFFLE) for into in raffles]
    wanted += [(at_min, kind) for at_min, kind in once if at_min > 0]
    if template.selling_every_min > 0:
        step = template.selling_every_min
        wanted += [(into, CueKind.SELLING) for into in range(step, MOST_MINUTES, step)]
    for minute, kind in wanted:
        into = minute * MINUTE
        if into < length_ms and all(abs(into - other) >= CLOSEST_MS for other in planned):
            planned[into] = kind
    cues: list[Cue] = []
    for number, into in enumerate(sorted(planned), 1):
        kind = planned[into]
        title = titles.get(kind, kind.value)
        if kind is CueKind.SELLING:  # the one that comes again and again is told apart by its number
            title = f"{title} {sum(cue.kind is kind for cue in cues) + 1}"
        cues.append(Cue(cue_id=f"{script_id}:{number}", into_ms=into, kind=kind, title=title))
    return Script(script_id=script_id, name=name, category=template.category, cues=tuple(cues))


def _on_the_hour(every_min: int, begins_at_min: int) -> range:
    """Minutes into the show at which the clock's minutes since the full hour are a multiple of ``every_min``."""
    return range(every_min - begins_at_min % every_min, MOST_MINUTES, every_min)


def parse_into(text: str) -> int:
    """``"1:05:00"``, ``"65:00"`` or ``"65"`` (minutes) after the beginning → ms. Raises ValueError."""
    parts = text.strip().replace("：", ":").split(":")
    if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
        raise ValueError(f"not a time into the show: {text!r}")
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        return numbers[0] * MINUTE
    if any(number >= 60 for number in numbers[1:]):
        raise ValueError(f"not a time into the show: {text!r}")
    hours = numbers[0] * HOUR if len(numbers) == 3 else 0
    return hours + numbers[-2] * MINUTE + numbers[-1] * SECOND


def format_into(into_ms: int) -> str:
    """ms after the beginning → ``"1:05:00"``."""
    seconds = into_ms // SECOND
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
