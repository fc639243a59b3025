"""What the curve of a show is made of, before it is drawn; and the same as rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from console.core.clock import MINUTE
from console.core.live import LiveEvent, LiveEventType
from console.rules.live_lift import Lift
from console.ui import texts
from console.ui.charted import ChartData, Column, when
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


def data(drawn: Drawn) -> ChartData:
    """A row an instant of which something is told: the line, a minute's bar, a mark, where the stream was cut.

    Between them nothing is missing: of a stretch without readings the cut says so.
    """
    line, bars = dict(drawn.line), dict(drawn.bars)
    usual = {at: value for minute, value in drawn.usual if (at := drawn.begin_at + minute * MINUTE) <= drawn.end_at}
    said: dict[int, str] = {}
    for mark in drawn.marks:
        word = words.translate("live", "{mark} (planned)") if mark.planned else "{mark}"
        said[mark.at] = f"{said.get(mark.at, '')} {word.format(mark=mark.name)} {mark.said}".strip()
    for begin, end in drawn.cuts:
        cut = words.translate("live", "cut until {time}").format(time=texts.clock_time(end))
        said[begin] = f"{said.get(begin, '')} {cut}".strip()
    moments = sorted(line.keys() | bars.keys() | said.keys() | usual.keys())
    none = range(0)

    def minute(at: int) -> str:
        return texts.count((at - drawn.begin_at) // MINUTE)

    def money(fen: float) -> str:
        return texts.money(round(fen))

    columns = [
        when(moments),
        Column(words.translate("live", "Minute"), moments, minute, named=False),
        Column(drawn.line_name, [line.get(at) for at in moments], _count, due=none),
    ]
    if drawn.bars_name:
        per_minute = [bars.get(at) for at in moments]
        columns.append(Column(drawn.bars_name, per_minute, money if drawn.is_money else _count, due=none))
    if usual:
        name = words.translate("live", "Own median")
        columns.append(Column(name, [usual.get(at) for at in moments], _count, named=False, due=none))
    if said:
        columns.append(Column(words.translate("live", "Marks"), [said.get(at) for at in moments], kind="text"))
    marks = words.translate("live", "{n} marks").format(n=len(drawn.marks)) if drawn.marks else ""
    return ChartData("", columns, in_time=True, note=marks)


def _count(value: float) -> str:
    return f"{value:,.0f}"
