"""What the panel of figures shows of a show: what was typed, who tells what, lines, openings; on a database thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.core.clock import MINUTE
from console.rules.live import STITCH_MS
from console.rules.live_bands import Lines
from console.rules.live_reconcile import AdsOfShow
from console.rules.live_sources import Order, order_of
from console.rules.live_tiles import TILES, Seen, Tile, tiles

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.live_settings import LineRule
    from console.store.live_typed import Typed
    from console.store.live_view import Part, Show

TOLD_MS = 16 * MINUTE


@dataclass(frozen=True)
class FiguresReading:
    """One show, or none."""

    now: int
    show: "Show | None" = None
    is_on: bool = False
    parts: "Sequence[Part]" = ()
    before: "Show | None" = None
    typed: "Sequence[Typed]" = ()
    tiles: Sequence[Tile] = ()
    orders: Mapping[str, Order] | None = None
    own: frozenset[str] = frozenset()  # figures whose order of sources the merchant changed
    lines: Mapping[str, Lines] | None = None
    rules: "Sequence[LineRule]" = ()
    branches: Sequence[str] = ()
    category: str = ""
    ads: AdsOfShow | None = None  # of the whole hours it touches

    @property
    def at(self) -> int:
        """The moment the figures are of: now, or the end of the show."""
        return self.now if self.show is None or self.is_on else self.show.until_at

    @property
    def may_go_on(self) -> bool:
        """It was ended, and something was heard of it within the time in which a room that opens again goes on."""
        show = self.show
        if show is None or self.is_on or show.ended_at is None:
            return False
        return self.now - max(show.last_at, show.ended_at) <= STITCH_MS


def read_figures(conn: "Connection", session_id: str, now: int) -> FiguresReading:
    """``session_id`` empty: the show that is on."""
    from console import reference
    from console.store import live_after, live_board, live_sessions, live_settings, live_typed, live_view

    on_air = live_board.on_air(conn, now)
    show = live_view.show(conn, session_id) if session_id else on_air
    own = live_settings.precedence(conn)
    orders: dict[str, Order] = {key: order_of(key, own) for key in TILES}
    rules, branches = live_settings.rules(conn), live_settings.branches(conn)
    if show is None:
        lines = live_settings.lines(conn, reference.live_lines(), now)
        return FiguresReading(now, orders=orders, own=frozenset(own), lines=lines, rules=rules, branches=branches)
    is_on = on_air is not None and on_air.session_id == show.session_id
    at, name = now if is_on else show.until_at, show.session_id
    category = live_settings.category_of(conn, live_settings.clicked(conn, name))
    lines = live_settings.lines(conn, reference.live_lines(), show.started_at, category)
    return FiguresReading(
        now=now,
        show=show,
        is_on=is_on,
        parts=live_view.parts(conn, name),
        before=live_sessions.before(conn, name),
        typed=live_typed.typed(conn, name),
        tiles=tiles(_seen(conn, show, at, own, lines)),
        orders=orders,
        own=frozenset(own),
        lines=lines,
        rules=rules,
        branches=branches,
        category=category,
        ads=live_after.ads(conn, show.started_at, at + 1),
    )


def _seen(
    conn: "Connection", show: "Show", at: int, own: Mapping[str, Sequence[str]], lines: Mapping[str, Lines]
) -> Seen:
    from console.store import live_after, live_board, live_view
    from console.store.live_minutes import minutes

    name = show.session_id
    told = [(one.snapshot, one.source) for one in live_view.snapshots(conn, name, at - TOLD_MS, at + MINUTE)]
    early = {source for _, source in told}
    told = [
        *((one.snapshot, one.source) for one in live_view.as_of(conn, name, at) if one.source not in early),
        *told,
    ]
    sales = live_board.sales(conn, show, minutes(conn, name), at)
    return Seen(
        at=at,
        begin_at=show.started_at,
        recent=told,
        sold=sales.sold,
        orders=sales.orders,
        sold_source=sales.source,
        sold_at=sales.read_at,
        named_people=live_view.people(conn, name) or None,
        lines=lines,
        precedence=own,
        beside=live_after.ads_rates(conn, show.started_at, at),
    )
