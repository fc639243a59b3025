"""What a person should know now, from what is in the file; and which of it is to be told, each once."""

from collections.abc import Mapping
from typing import cast

import msgspec
from sqlalchemy import Connection

from console.core.errors import TroubleKind
from console.rules.alerts import Ailing, Alert, Priced, Waiting, alerts, of_ailing, of_prices, of_stop
from console.rules.outage import Stop
from console.store import disputes, live_plan, price_alerts, self_check_due
from console.store.compliance_told import standing
from console.store.figures import todo
from console.store.health import health
from console.store.outlook import outlook, take_notices
from console.store.ship_told import kept_standing, ship_to_tell
from console.store.shops import shops
from console.store.views import ShopRow
from console.store.warned import note_told, told

Ends = Mapping[str, int | None]
"""When the sign-in of each shop that is read ends; None: not by itself, or nobody said."""


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """One look: what is so, what of it is to be told now, and every end that lies ahead of each shop."""

    shops: tuple[ShopRow, ...] = ()
    alerts: tuple[Alert, ...] = ()
    to_tell: tuple[Alert, ...] = ()
    stops: Mapping[str, tuple[Stop, ...]] = {}


def watch(conn: Connection, ends: Ends, now: int) -> Watched:
    """Look at everything, and take what is to be told: whoever calls this shows it."""
    bound = tuple(shops(conn))
    ahead = {
        row.shop_id: outlook(conn, row.shop_id, now, sign_in_at=ends[row.shop_id]).stops
        for row in bound
        if row.shop_id in ends
    }
    ailing = _ailing(conn)
    waits = todo(conn, now)
    waiting = Waiting(overdue=waits.overdue, due_soon=waits.due_soon, next_at=waits.due_next_at)
    priced = price_alerts.standing(conn)
    deadlines, new_deadlines = standing(conn, now)
    checks, new_checks = self_check_due.standing(conn, now)
    risks, new_risks = disputes.standing(conn, now)
    show, new_show = live_plan.standing(conn, now)
    return Watched(
        shops=bound,
        alerts=alerts(
            ailing, ahead, waiting, now, priced, (*deadlines, *checks, *risks, *show, *kept_standing(conn, now))
        ),
        to_tell=(
            *_dead_to_tell(conn, ailing, ends, now),
            *_stops_to_tell(conn, ailing, ends, now),
            *_prices_to_tell(conn, priced, now),
            *ship_to_tell(conn, now),
            *new_deadlines,
            *new_checks,
            *new_risks,
            *new_show,
        ),
        stops=ahead,
    )


def _ailing(conn: Connection) -> list[Ailing]:
    return [
        Ailing(
            shop_id=row.shop_id,
            kind=cast(TroubleKind, row.kind),
            code=row.code,
            detail=row.detail,
            since_at=row.since_at,
        )
        for row in health(conn)
        if row.kind and row.since_at is not None
    ]


def _dead(ailing: list[Ailing]) -> dict[str, Ailing]:
    """The shops that are signed out, by the stream that noticed first."""
    first: dict[str, Ailing] = {}
    for one in sorted(ailing, key=lambda one: one.since_at):
        if one.kind == "sign_in_needed":
            first.setdefault(one.shop_id, one)
    return first


def _dead_to_tell(conn: Connection, ailing: list[Ailing], ends: Ends, now: int) -> list[Alert]:
    """A sign-in that was turned away; not once more where its end was told of already."""
    found = []
    for shop_id, one in _dead(ailing).items():
        if told(conn, shop_id, "dead", one.since_at):
            continue
        note_told(conn, shop_id, "dead", one.since_at, 0)
        end = ends.get(shop_id)
        if end is None or end > now or 0 not in told(conn, shop_id, "sign_in", end):
            found.append(of_ailing(one))
    return found


def _prices_to_tell(conn: Connection, priced: list[Priced], now: int) -> list[Alert]:
    """Prices of which nobody was told yet."""
    fresh = [one for one in priced if not one.told]
    if fresh:
        price_alerts.note_told(conn, now)
    return of_prices(fresh)


def _stops_to_tell(conn: Connection, ailing: list[Ailing], ends: Ends, now: int) -> list[Alert]:
    dead = _dead(ailing)
    return [
        of_stop(shop_id, notice.stop, notice.days)
        for shop_id, end in ends.items()
        for notice in take_notices(conn, shop_id, now, sign_in_at=end)
        if shop_id not in dead or notice.stop.cause != "sign_in"
    ]
