"""What the curve of a show is made of, before it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from console.core.clock import MINUTE
from console.core.live import LiveEvent, LiveEventType
from console.rules.live_lift import Lift
from console.ui.tabs.live import words

INKS = {LiveEventType.RED_PACKET: "s3", LiveEventType.BAG: "s3", LiveEventType.PK: "s4"}


@dataclass(frozen=True)
class Mark:
    """A moment: its name, what it brought (empty: not said), its colour; dashed where it is only planned."""

    at: int
    name: str
    said: str = ""
    good: bool | None = None
    ink: str = "s1"
    planned: bool = False


@dataclass(frozen=True)
class Drawn:
    """What is drawn. ``now`` parts what was from what is planned; ``looked_at`` greys what lies ahead of it.

    ``bars_name`` empty: the line alone, in all the room.
    """

    begin_at: int
    end_at: int
    line: Sequence[tuple[int, float]]
    bars: Sequence[tuple[int, float]]
    line_name: str
    bars_name: str
    usual: Sequence[tuple[int, float]] = ()
    marks: Sequence[Mark] = ()
    cuts: Sequence[tuple[int, int]] = ()
    now: int | None = None
    looked_at: int | None = None
    is_money: bool = True
    clock: bool = False
    zone_ms: int = 0  # of the welfare item: it has no before
    ticks: Sequence[int] = field(default_factory=tuple)


def mark_of(event: LiveEvent, lift: Lift) -> Mark:
    """As it is drawn: the lift, or why there is none."""
    good = None
    said = words.doubt(lift.doubt)
    if lift.lift is not None and not lift.doubt:
        good = lift.lift >= 0
        said = f"{'▲' if good else '▼'}{abs(lift.lift):.0%}"
    return Mark(event.at, words.mark(event), said, good, INKS.get(event.type, "s1"))


def ticks(begin_at: int, end_at: int) -> list[int]:
    """Every so many minutes, at most nine of them."""
    span = max(1, (end_at - begin_at) // MINUTE)
    step = next((step for step in (5, 10, 15, 20, 30, 60, 120) if span / step <= 9), 240)
    return [begin_at + minute * MINUTE for minute in range(0, span + 1, step)]
