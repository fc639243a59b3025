"""What recap and replay read: a whole show, and a moment of one; on a database thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from console.core.clock import MINUTE
from console.core.live import LiveEvent, LiveSource
from console.rules.live import Rate
from console.rules.live_bands import Lines, band
from console.rules.live_curve import thinned
from console.rules.live_findings import Finding, findings
from console.rules.live_pk import Pk, compared
from console.rules.live_race import LAST_SHOWS
from console.rules.live_recap import FigureKey, Recap, Told, figures
from console.rules.live_script import Mark, Stand, stands
from console.rules.live_tiles import FEWEST_MEDIAN, TILES, Past, Tile, TileKey, value_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.live_board import Goods
    from console.store.live_loyal import Fans
    from console.store.live_view import Part, Show

AROUND_MS = MINUTE
MOST_AROUND = 200


@dataclass(frozen=True)
class RecapReading:
    """A past show, with the own median of the shows before it."""

    show: "Show"
    parts: Sequence["Part"]
    recap: Recap
    online: Sequence[tuple[int, int]]
    medians: Mapping[str, float]
    findings: Sequence[Finding]
    goods: Mapping[str, "Goods"]
    lines: Mapping[str, Lines]
    cues: Sequence[Stand] = ()  # of the run sheet, as they stood at the end
    cue_marks: Mapping[str, Mark] = field(default_factory=dict)
    fans: "Fans | None" = None
    pks: Sequence[Pk] = ()

    def tile(self, key: TileKey, rate: Rate) -> Tile:
        """A figure of it with its band."""
        lines = self.lines.get(key)
        return Tile(key=key, rate=rate, lines=lines, band="none" if lines is None else band(rate, lines))


@dataclass(frozen=True)
class Moment:
    """A show as it stood at ``at``: what nobody had told by then is unknown."""

    at: int
    figures: Mapping[FigureKey, Rate]
    goods: Sequence["Goods"]
    talk: Sequence[LiveEvent]  # a minute before and after, the earliest first


def read_recap(conn: "Connection", session_id: str) -> RecapReading | None:
    """None: nobody knows the show."""
    from console import reference
    from console.store import live_board, live_loyal, live_recaps, live_scripts, live_settings, live_view

    show = live_view.show(conn, session_id)
    if show is None:
        return None
    done, script = live_scripts.marks(conn, show.session_id), live_scripts.script_of(conn, show.session_id)
    recap = live_recaps.recap(conn, show)
    sums = live_board.Tally(items={one.item_id: (one.clicks or 0, 0, 0) for one in recap.items})
    goods = live_board.goods(conn, show.session_id, sums, show.until_at, most=50)
    category = live_settings.category_of(conn, show.session_id)
    lines = live_settings.lines(conn, reference.live_lines(), show.started_at, category)
    return RecapReading(
        show=show,
        parts=live_view.openings(live_view.parts(conn, show.session_id)),
        recap=recap,
        online=thinned(live_board.online(conn, show.session_id)),
        medians=medians(live_board.past(conn, show.started_at, LAST_SHOWS)),
        findings=findings(recap, lines),
        goods={one.item_id: one for one in goods},
        lines=lines,
        cues=() if script is None else stands(script, done, show.started_at, show.until_at),
        cue_marks=done,
        fans=live_loyal.fans(conn, show),
        pks=compared([one.mark for one in recap.marks], recap.minutes, recap.sold or (), recap.end_at),
    )


def medians(past: Sequence[Past]) -> dict[str, float]:
    """Of the last figures of the shows before, as long as three of them tell it."""
    found: dict[str, float] = {}
    for key in TILES:
        if key == "online":  # the last value of a show says nothing: people leave
            told = [[one.online for one in show if one.online is not None] for show in past]
            values = [sum(people) / len(people) for people in told if people]
        else:
            last = [
                next((value_of(key, one, LiveSource.INGEST).value for one in reversed(show)), None) for show in past
            ]
            values = [value for value in last if value is not None]
        if len(values) >= FEWEST_MEDIAN:
            found[key] = float(median(values))
    return found


def read_moment(conn: "Connection", show: "Show", at: int) -> Moment:
    """The figures as of then, and what was said around it."""
    from console.store import live_board, live_recaps, live_settings, live_view

    name = show.session_id
    told = [(one.snapshot, one.source) for one in live_view.as_of(conn, name, at)]
    named = live_view.people(conn, name, at) or None
    own = live_settings.precedence(conn)
    found = _as_of(figures(told, named, None, show.started_at, at + 1, precedence=own), told)
    orders, gmv = live_board.ordered_until(conn, name, at)
    source = show.source
    if live_recaps.has_orders(conn, at):
        sales, source = live_view.sales(conn, show.started_at, at + 1), LiveSource.ORDERS
        orders, gmv = len(sales), sum(one.amount_fen for one in sales)
    if orders:
        found |= {
            "gmv_fen": Rate(value=gmv, numerator=orders, source=source, at=at),
            "orders": Rate(value=orders, source=source, at=at),
        }
    return Moment(
        at=at,
        figures=found,
        goods=live_board.goods(conn, name, live_board.tally_until(conn, name, at), at),
        talk=list(reversed(live_board.talk(conn, name, at - AROUND_MS, at + AROUND_MS, MOST_AROUND))),
    )


def _as_of(found: dict[FigureKey, Rate], told: Sequence[Told]) -> dict[FigureKey, Rate]:
    """Who is online is a state: the last value then, not a mean."""
    states = [Rate(value=float(one.online), source=source, at=one.at) for one, source in told if one.online is not None]
    return found | ({"online": max(states, key=lambda rate: rate.at or 0)} if states else {})
