"""What the replay reads: a moment of a show, as it stood then and not as it is known now; on a database thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.core.clock import MINUTE
from console.core.live import MARKS, LiveEvent, LiveEventType, LiveSource
from console.rules.live import Rate
from console.rules.live_recap import FigureKey
from console.rules.live_reconcile import AfterShow
from console.rules.live_tiles import Seen, tiles
from console.ui.tabs.live.reading import TYPED_MS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.live_board import Goods
    from console.store.live_view import Show

AROUND_MS = MINUTE
MOST_AROUND = 200
AROUND = (*sorted(MARKS), LiveEventType.COMMENT, LiveEventType.CAPTION, LiveEventType.NOTICE)


@dataclass(frozen=True)
class Moment:
    """A show as it stood at ``at``: what nobody had told by then is unknown."""

    at: int
    figures: Mapping[FigureKey, Rate]
    goods: Sequence["Goods"]  # with the stock that was noted by then
    ordered_by: LiveSource | None  # who says what of them was ordered
    talk: Sequence[LiveEvent]  # what was said and done a minute before and after, the earliest first
    back: AfterShow | None = None  # what became of the orders paid by then; None: the shop's orders are not read


def read_moment(conn: "Connection", show: "Show", at: int) -> Moment:
    """The figures and stock as of then, as the cockpit said them, and what was said and done around it."""
    from console.store import live_after, live_board, live_moments, live_recaps, live_settings, live_shop, live_view

    name = show.session_id
    told = live_view.snapshots(conn, name, at - TYPED_MS, at + 1) or live_view.as_of(conn, name, at)
    orders, gmv = live_board.ordered_until(conn, name, at)
    sold, source, back, mine = [(at, gmv)] if orders else None, LiveSource.ORDERS, None, live_shop.Whose()
    if live_recaps.has_orders(conn, at):
        mine = live_shop.whose(conn, name)
        sold = [(one.paid_at, one.amount_fen) for one in live_view.sales(conn, show.started_at, at + 1, mine.shop_id)]
        orders = len(sold)
        back = live_after.after(conn, show.started_at, at + 1, mine.shop_id)
    elif orders:
        source = live_view.ordered_by(conn, show)
    seen = Seen(
        at=at,
        begin_at=show.started_at,
        recent=[(one.snapshot, one.source) for one in told],
        sold=sold,
        orders=None if sold is None else orders,
        sold_source=source,
        sold_shops=mine.shops,
        named_people=live_view.people(conn, name, at) or None,
        precedence=live_settings.precedence(conn),
    )
    found: dict[FigureKey, Rate] = {tile.key: tile.rate for tile in tiles(seen)}
    if sold is not None:
        found["orders"] = Rate(value=orders, source=source, at=at, shops=mine.shops)
    then = live_moments.goods_then(conn, show, at)
    return Moment(
        at=at,
        figures=found,
        goods=then.goods,
        ordered_by=then.source,
        talk=_around(conn, name, at),
        back=back,
    )


def _around(conn: "Connection", name: str, at: int) -> list[LiveEvent]:
    """Of very much the nearest."""
    from console.store import live_stock, live_view

    found = live_view.events(conn, name, at - AROUND_MS, at + AROUND_MS + 1, AROUND)
    found = [one for one in found if one.text != live_stock.WORD]
    near = sorted(found, key=lambda one: abs(one.at - at))[:MOST_AROUND]
    return sorted(near, key=lambda one: (one.at, one.event_id))
