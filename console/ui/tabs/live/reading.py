"""What the live page reads from the file: one reading a second at most, on a database thread, no widget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import TYPE_CHECKING

from console.core.clock import MINUTE
from console.core.live import LiveEvent, LiveSnapshot, LiveSource
from console.rules.live import SILENT_MS
from console.rules.live_advice import Watched
from console.rules.live_curve import thinned
from console.rules.live_lift import Lift, Point, lift
from console.rules.live_race import LAST_SHOWS, Curve, Race, RaceKey, race
from console.rules.live_tiles import FEWEST_MEDIAN, Past, Seen, Tile, believed, tiles
from console.rules.minors import without_barred
from console.store.views_live import NextShow
from console.ui.overview import STALE_AFTER

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.rules.live_script import Mark, Script
    from console.store.live_board import Goods, Tally
    from console.store.live_moments import ShowSum
    from console.store.live_view import Part, Show

RECENT_MS = 11 * MINUTE
TYPED_MS = 16 * MINUTE  # for so long a figure typed by hand stands
FOLDED_AFTER = 30
NO_FEEDS = frozenset({LiveSource.MANUAL, LiveSource.FILE, LiveSource.SHOP_UV, LiveSource.ORDERS})


@dataclass(frozen=True)
class Kept:
    """What need not be read anew each second: sums of the log so far, the past shows as they were."""

    session_id: str
    sums: "Tally"
    past: Sequence[Past]
    shop_id: str = ""  # whose they are; empty: of all, for nobody tells yet whose show it is
    category: str = ""  # whose lines hold


@dataclass(frozen=True)
class LiveReading:
    """A show that is on, at one moment."""

    now: int
    show: "Show"
    parts: Sequence["Part"]
    tiles: Sequence[Tile]
    online: Sequence[tuple[int, int]]
    usual: Sequence[tuple[int, float]]  # minute of the show, the median of the last shows
    sold: Sequence[tuple[int, int]] | None
    marks: Sequence[tuple[LiveEvent, Lift]]
    race: Race
    goods: Sequence["Goods"]
    talk: Sequence[LiveEvent]
    sources: dict[LiveSource, int]
    watched: Watched
    kept: Kept
    past_shows: int = 0
    script: "Script | None" = None  # the run sheet in use
    cue_marks: "Mapping[str, Mark]" = field(default_factory=dict)  # what was done with its cues in this show
    left_out: int = 0  # of its cues, by the protection of minors
    featured: str = ""  # the item that is spoken of
    restarts: Sequence[int] = ()  # when the page's counters began again
    acts: Mapping[int, int] | None = None  # in each minute; None: nobody tells what people do
    clicks: Mapping[int, int] | None = None  # on items
    ahead_ms: int = 0  # by how much the feed's clock goes before ours

    @property
    def fed_at(self) -> int | None:
        """When anything last came in by itself, by our clock."""
        return fed(self.sources, self.ahead_ms)

    def is_silent(self, now: int) -> bool:
        """Nothing comes in any more, and nobody said that it is over. A show begun by hand need not be fed."""
        if self.show.ended_at is not None or (self.fed_at is None and self.show.source is LiveSource.MANUAL):
            return False
        return self.fed_at is None or now - self.fed_at >= SILENT_MS


@dataclass(frozen=True)
class Idle:
    """No show is on."""

    now: int
    shows: Sequence["Show"] = field(default_factory=tuple)
    next_show: NextShow = field(default_factory=NextShow)
    orders_are_fresh: bool = False
    last: "ShowSum | None" = None  # of the latest of them


def fed(sources: Mapping[LiveSource, int], ahead_ms: int = 0) -> int | None:
    """When anything last came in by itself from the stream's own page: a room that is counted is no feed."""
    told = max((at for source, at in sources.items() if source not in NO_FEEDS), default=None)
    return None if told is None else told - ahead_ms


def read_live(conn: "Connection", now: int, kept: Kept | None, ahead_ms: int = 0) -> LiveReading | Idle:
    """Whether a show is on, and how it goes. ``ahead_ms``: by how much the feed's clock goes before ours."""
    from console.store import live_board, live_settings
    from console.store.live_shop import whose

    show = live_board.on_air(conn, now)
    if show is None:
        return _idle(conn, now)
    shop_id = whose(conn, show.session_id).shop_id
    if kept is None or (kept.session_id, kept.shop_id) != (show.session_id, shop_id):
        past = live_board.past(conn, show.started_at, shop_id=shop_id)
        kept = Kept(show.session_id, live_board.Tally(), past, shop_id)
    if not kept.category and kept.sums.items:
        kept = replace(
            kept, category=live_settings.category_of(conn, {name: sums[0] for name, sums in kept.sums.items.items()})
        )
    return _reading(conn, show, now, kept, ahead_ms)


def _idle(conn: "Connection", now: int) -> Idle:
    from console.store import live_moments, live_plan, live_view
    from console.store.health import health
    from console.store.shops import shops

    known = tuple(live_view.shows(conn))
    read_at = {row.shop_id: row.success_at for row in health(conn) if row.stream == "orders"}
    ages = [read_at.get(shop.shop_id) for shop in shops(conn)]
    return Idle(
        now=now,
        shows=known,
        next_show=live_plan.next_show(conn, now),
        orders_are_fresh=bool(ages) and all(at is not None and now - at <= STALE_AFTER for at in ages),
        last=live_moments.summed(conn, known[0]) if known else None,
    )


def _reading(conn: "Connection", show: "Show", now: int, kept: Kept, ahead_ms: int) -> LiveReading:
    from console import reference
    from console.store import duties, live_after, live_board, live_moments, live_scripts, live_settings, live_view
    from console.store.live_counters import restarts
    from console.store.live_minutes import minutes

    name, begin_at = show.session_id, show.started_at
    told = [(one.snapshot, one.source) for one in live_view.snapshots(conn, name, now - TYPED_MS, now + MINUTE)]
    if not told:
        told = [(one.snapshot, one.source) for one in live_view.as_of(conn, name, now)]
    by_minute = minutes(conn, name)
    sales = live_board.sales(conn, show, by_minute, now)
    lines = live_settings.lines(conn, reference.live_lines(), begin_at, kept.category)
    seen = Seen(
        at=now,
        begin_at=begin_at,
        recent=told,
        past=kept.past,
        sold=sales.sold,
        orders=sales.orders,
        sold_source=sales.source,
        sold_at=sales.read_at,
        sold_shops=sales.shops,
        named_people=live_view.people(conn, name) or None,
        lines=lines,
        precedence=live_settings.precedence(conn),
        beside=live_after.ads_rates(conn, begin_at, now),
    )
    sums = live_board.tally(conn, name, kept.sums)
    sources = live_board.sources(conn, name, now - TYPED_MS)
    online = live_board.online(conn, name)
    shown = tiles(seen)
    written = live_scripts.chosen_script(conn)
    minors = duties.minors(conn, () if written is None else {cue.item_id for cue in written.cues})
    script = None if written is None else without_barred(written, minors)
    return LiveReading(
        now=now,
        show=show,
        parts=live_view.openings(live_view.parts(conn, name)),
        tiles=shown,
        online=thinned(online),
        usual=usual(kept.past),
        sold=sales.sold,
        marks=marks(online, live_view.marks(conn, name)),
        race=_race(conn, show, now, kept.past),
        goods=live_moments.goods_now(conn, show, sums, now),
        talk=live_board.talk(conn, name, end_at=now + MINUTE),
        sources=sources,
        watched=Watched(
            at=now,
            begin_at=begin_at,
            snapshots=believed(told, shown),
            orders=sales.sold,
            lines=lines,
            last_at=fed(sources, ahead_ms),
            protects_minors=minors is not None,
        ),
        kept=replace(kept, sums=sums),
        past_shows=len(kept.past),
        script=script,
        left_out=0 if written is None or script is None else len(written.cues) - len(script.cues),
        cue_marks=live_scripts.marks(conn, name),
        featured=live_scripts.featured(conn, name),
        restarts=[one.at for one in restarts(conn, name)],
        acts=live_moments.acts_by_minute(conn, show, by_minute),
        clicks=live_moments.clicks_by_minute(conn, show, by_minute),
        ahead_ms=ahead_ms,
    )


def marks(online: Sequence[tuple[int, int]], told: Sequence[LiveEvent]) -> list[tuple[LiveEvent, Lift]]:
    """Each mark with what it did to those who watch."""
    points = [Point(at, float(people), people) for at, people in online]
    places = [one.at for one in told]
    return [(one, lift(points, one.at, places)) for one in told]


def usual(past: Sequence[Past]) -> list[tuple[int, float]]:
    """The median of those who watched the last shows, minute by minute, as long as three of them tell it."""
    told: dict[int, list[int]] = {}
    for show in past[:LAST_SHOWS]:
        for one in show:
            if one.online is not None:
                told.setdefault(one.at // MINUTE, []).append(one.online)
    return [(minute, float(median(people))) for minute, people in sorted(told.items()) if len(people) >= FEWEST_MEDIAN]


def _race(conn: "Connection", show: "Show", now: int, past: Sequence[Past]) -> Race:
    from console.store import live_board

    minute = max(0, (now - show.started_at) // MINUTE)
    if len(past) < FEWEST_MEDIAN:
        return race({}, [{}] * len(past), minute)
    until_at = show.started_at + (FOLDED_AFTER + 1) * MINUTE
    mine = live_board.by_minute(conn, show.session_id, show.started_at, until_at)
    return race(curve(mine), [curve(one) for one in past], minute)


def curve(show: Past) -> Curve:
    """The race's counters at the end of each minute."""
    found: dict[RaceKey, list[float | None]] = {}
    by_minute = {one.at // MINUTE: one for one in show}
    last = max(by_minute, default=-1)
    for key in ("viewers", "interactions", "followers", "item_clicks", "gmv_fen"):
        values = [_counter(key, by_minute.get(minute)) for minute in range(min(last, FOLDED_AFTER) + 1)]
        found[key] = values
    return found


def _counter(key: str, one: LiveSnapshot | None) -> float | None:
    if one is None:
        return None
    if key == "interactions":
        told = [value for value in (one.comments, one.likes, one.shares, one.gifts) if value is not None]
        return float(sum(told)) if told else None
    value = getattr(one, {"followers": "new_followers"}.get(key, key))
    return None if value is None else float(value)
