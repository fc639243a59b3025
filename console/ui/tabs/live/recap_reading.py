"""What recap and replay read: a whole show; on a database thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from console.core.live import LiveSource
from console.rules.live import Rate
from console.rules.live_bands import Lines, band
from console.rules.live_curve import thinned
from console.rules.live_findings import Finding, findings
from console.rules.live_highlights import Highlight, highlights
from console.rules.live_race import LAST_SHOWS
from console.rules.live_recap import Recap
from console.rules.live_script import Mark, Stand, stands
from console.rules.live_tiles import FEWEST_MEDIAN, TILES, Past, Tile, TileKey, value_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.live_board import Goods
    from console.store.live_view import Part, Show


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
    comments: Mapping[int, int] | None = None  # by the minute's beginning; None: nobody tells them
    orders: Mapping[int, int] | None = None
    highlights: Sequence[Highlight] = ()

    def tile(self, key: TileKey, rate: Rate) -> Tile:
        """A figure of it with its band."""
        lines = self.lines.get(key)
        return Tile(key=key, rate=rate, lines=lines, band="none" if lines is None else band(rate, lines))


def read_recap(conn: "Connection", session_id: str) -> RecapReading | None:
    """None: nobody knows the show."""
    from console import reference
    from console.store import live_board, live_moments, live_recaps, live_scripts, live_settings, live_shop, live_view

    show = live_view.show(conn, session_id)
    if show is None:
        return None
    done, script = live_scripts.marks(conn, show.session_id), live_scripts.script_of(conn, show.session_id)
    recap = live_recaps.recap(conn, show)
    sums = live_board.Tally(items={one.item_id: (one.clicks or 0, 0, 0) for one in recap.items})
    goods = live_board.goods(conn, show.session_id, sums, show.until_at, most=50)
    category = live_settings.category_of(conn, {one.item_id: one.clicks or 0 for one in recap.items})
    lines = live_settings.lines(conn, reference.live_lines(), show.started_at, category)
    comments = live_moments.comments_by_minute(conn, show, recap.minutes)
    orders = live_moments.orders_by_minute(recap.sold, recap.minutes)
    watched = {one.at: one.online for one in recap.minutes if one.online is not None}
    return RecapReading(
        show=show,
        parts=live_view.openings(live_view.parts(conn, show.session_id)),
        recap=recap,
        online=thinned(live_board.online(conn, show.session_id)),
        medians=medians(
            live_board.past(conn, show.started_at, LAST_SHOWS, live_shop.whose(conn, show.session_id).shop_id)
        ),
        findings=findings(recap, lines),
        goods={one.item_id: one for one in goods},
        lines=lines,
        cues=() if script is None else stands(script, done, show.started_at, show.until_at),
        cue_marks=done,
        comments=comments,
        orders=orders,
        highlights=highlights(watched, comments, orders, recap.marks),
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
