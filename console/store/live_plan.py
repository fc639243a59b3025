"""The next show as somebody planned it, what is ready for it, and what shows sold: what the first page says of Live."""

from collections.abc import Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from console.core.clock import HOUR, MINUTE
from console.core.model import OrderStatus, Platform
from console.rules.alerts import Alert
from console.store import live_board, live_scripts, live_view, settings
from console.store.live_places import NOT_ELSEWHERE
from console.store.live_shop import whose
from console.store.on_air import ENDED_MS
from console.store.pages import driver
from console.store.views_live import NextShow, Plan, Ready, ShowRow, SoldLive
from console.store.warned import note_told, told

PLAN: Final = "live.plan"
DOOR: Final = "live.door.open"
FOLDER: Final = "live.folder"
LATE_MS: Final = 2 * HOUR  # a plan whose time is so long past was not kept, and is no next show any more
REMIND_MS: Final = 30 * MINUTE
EARLY_MS: Final = 2 * HOUR  # a show that began so long before its time is the planned one

ONLINE = """
SELECT online, at FROM live_snapshots WHERE session_id = ? AND online IS NOT NULL ORDER BY at DESC LIMIT 1
"""
STOCK = "SELECT item_id, title, stock FROM items WHERE shop_id LIKE ? AND item_id IN ({marks})"
BEGUN = "SELECT 1 FROM live_sessions WHERE started_at >= ? AND started_at <= ? LIMIT 1"
SHOWS = """
SELECT session_id, started_at, COALESCE(ended_at, last_at + 1), ended_at IS NULL AND last_at >= ?3 FROM live_sessions
WHERE started_at < ?2 AND COALESCE(ended_at, last_at) >= ?1
"""
SUMS = "COUNT(*), COALESCE(SUM(amount_fen), 0)"
SOLD = f"""
WITH show AS MATERIALIZED (
    SELECT json_extract(value, '$[0]') AS begin_at, json_extract(value, '$[1]') AS end_at,
           json_extract(value, '$[2]') AS shop_id FROM json_each(?5))
SELECT {{what}} FROM orders
WHERE paid_at >= ?1 AND paid_at < ?2 AND status <> ?3 AND shop_id LIKE ?4 AND {NOT_ELSEWHERE} AND EXISTS (
    SELECT 1 FROM show WHERE show.begin_at <= orders.paid_at AND show.end_at > orders.paid_at
    AND show.shop_id IN ('', orders.shop_id))
"""  # noqa: S608 - our own words


def put_plan(conn: Connection, plan: Plan | None, now: int) -> None:
    """Keep when the next show is to be; None: nothing is planned. With an audit row."""
    settings.put(conn, PLAN, None if plan is None else msgspec.to_builtins(plan), now)


def planned(conn: Connection, now: int) -> Plan | None:
    """The planned show, until it has begun or its time is long past."""
    kept = settings.get(conn, PLAN)
    plan = None if kept is None else msgspec.convert(kept, Plan)
    if plan is None or now > plan.at + LATE_MS:
        return None
    begun = driver(conn).execute(BEGUN, (plan.at - EARLY_MS, now)).fetchone()
    return plan if begun is None else None


def next_show(conn: Connection, now: int) -> NextShow:
    """The show that is on, the one that is planned, what is ready for it, and the last one."""
    on = live_board.on_air(conn, now)
    past = [one for one in live_view.shows(conn, 2) if on is None or one.session_id != on.session_id]
    return NextShow(
        on_air=None if on is None else _on_air(conn, on),
        plan=planned(conn, now),
        ready=_ready(conn),
        last=_row(past[0]) if past else None,
    )


def standing(conn: Connection, now: int) -> tuple[list[Alert], list[Alert]]:
    """A planned show half an hour before it and later; and it, where it is to be told, which is taken."""
    plan = planned(conn, now)
    if plan is None or plan.at - now > REMIND_MS:
        return [], []
    alert = Alert(
        key=f"show:{plan.at}",
        cause="show",
        level=1,
        at=plan.at - REMIND_MS,
        detail=plan.title,
        ends_at=plan.at,
        number=_ready(conn).lacks,
    )
    if told(conn, "live", "show", plan.at):
        return [alert], []
    note_told(conn, "live", "show", plan.at, 0)
    return [alert], [alert]


def sold_live(conn: Connection, begin_at: int, until: int, now: int, shop_id: str = "") -> SoldLive:
    """What shows sold in a half-open stretch, in one Kuaishou shop or in all. Two shows at once count once.

    Of a show of which nothing tells whose it is the orders of every shop count.
    """
    shows = _shows(conn, begin_at, until, now, shop_id)
    if not shows:
        return SoldLive()
    asked = _sold_in(shows, begin_at, until, shop_id)
    orders, paid_fen = driver(conn).execute(SOLD.format(what=SUMS), asked).fetchone()
    return SoldLive(shows=len(shows), is_on=any(one[3] for one, _ in shows), orders=orders, paid_fen=paid_fen)


def orders_sold_live(conn: Connection, begin_at: int, until: int, now: int, shop_id: str = "") -> list[int]:
    """The rows that ``sold_live`` adds up."""
    shows = _shows(conn, begin_at, until, now, shop_id)
    asked = _sold_in(shows, begin_at, until, shop_id)
    return [row_id for (row_id,) in driver(conn).execute(SOLD.format(what="id"), asked)] if shows else []


def _shows(conn: Connection, begin_at: int, until: int, now: int, shop_id: str) -> list[tuple[tuple[Any, ...], str]]:
    """The shows of a stretch, each with the shop that it is of."""
    known = driver(conn).execute(SHOWS, (begin_at, until, now - ENDED_MS)).fetchall()
    shows = [(one, whose(conn, one[0]).shop_id) for one in known]
    return [(one, of) for one, of in shows if not shop_id or of in ("", shop_id)]


def _sold_in(shows: Sequence[tuple[tuple[Any, ...], str]], begin_at: int, until: int, shop_id: str) -> tuple[Any, ...]:
    shop = shop_id or f"{Platform.KUAISHOU}:%"
    spans = msgspec.json.encode([(one[1], one[2], of) for one, of in shows]).decode()
    return (begin_at, until, OrderStatus.UNPAID.value, shop, spans)


def _on_air(conn: Connection, show: live_view.Show) -> ShowRow:
    told = driver(conn).execute(ONLINE, (show.session_id,)).fetchone()
    return _row(show) if told is None else msgspec.structs.replace(_row(show), online=told[0], online_at=told[1])


def _row(show: live_view.Show) -> ShowRow:
    return ShowRow(session_id=show.session_id, title=show.title, started_at=show.started_at)


def _ready(conn: Connection) -> Ready:
    script = live_scripts.chosen_script(conn)
    takes = bool(settings.get(conn, DOOR, False)) or bool(settings.get(conn, FOLDER, ""))
    if script is None:
        return Ready(takes_figures=takes)
    named = sorted({cue.item_id for cue in script.cues if cue.item_id})
    asked = STOCK.format(marks=", ".join("?" * len(named)))
    known = driver(conn).execute(asked, (f"{Platform.KUAISHOU}:%", *named)).fetchall() if named else []
    return Ready(
        script=script.name,
        cues=len(script.cues),
        takes_figures=takes,
        goods=len(known),
        sold_out=tuple(title for _, title, stock in known if stock == 0),
    )
