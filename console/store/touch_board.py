"""The channels compared: what was told of them, beside what lists that went out from here brought by the orders."""

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY, day_start
from console.rules.touching import ChannelRow, Lines, Told, compare
from console.rules.touching_gate import Lift, lift
from console.rules.touching_once import once
from console.store.pages import driver
from console.store.shops import pairs
from console.store.touch_bought import Bought, Shares, bought
from console.store.touch_lines import lines
from console.store.touch_lists import TaskList, lists
from console.store.views import Pair

FIGURES = """
SELECT channel, origin, name, day_at, sent, reached, opened, cost_fen, buyers, margin_fen, kept_at, shop_id
FROM touch_figures
WHERE day_at >= ? AND day_at <= ? AND (? = '' OR shop_id IN ('', ?, ?)) ORDER BY day_at DESC, channel, name, shop_id
"""
SHOPS = """
SELECT DISTINCT substr(customer, 1, instr(customer, '|') - 1) FROM touch_people WHERE list_id = ? AND part = 'send'
"""
TOLD = (
    *("channel", "origin", "name", "day_at", "sent", "reached", "opened", "cost_fen", "buyers", "margin_fen"),
    *("kept_at", "shop_id"),
)


class ListResult(msgspec.Struct, frozen=True, kw_only=True):
    """A list that went out with who paid; ``open``: the days that count are not over."""

    task: TaskList
    bought: Bought
    lift: Lift
    open: bool
    shop_id: str = ""  # empty: its people are of several


class TouchBoard(msgspec.Struct, frozen=True, kw_only=True):
    """The channels, the rows they are added up from, and the lines."""

    at: int
    days: int
    rows: tuple[ChannelRow, ...]
    told: tuple[Told, ...]
    results: tuple[ListResult, ...]
    lines: Lines


def board(conn: Connection, now: int, pair: Pair | None = None) -> TouchBoard:
    """Of the last days, today with them. ``pair``: lists of its buyers, and figures not known to be another shop's."""
    known = lines(conn)
    days = round(known["touch_days"].value)
    since = day_start(now) - (days - 1) * DAY
    shop_ids = ("", "") if pair is None else pair.shop_ids
    figures = driver(conn).execute(FIGURES, (since, now, shop_ids[0], *shop_ids))
    told = [Told(**dict(zip(TOLD, row, strict=True))) for row in figures]
    results = list_results(conn, since, now, known, pair)
    told = once([*told, *(told_of(one, now) for one in results)])
    return TouchBoard(
        at=now, days=days, rows=tuple(compare(told)), told=tuple(told), results=tuple(results), lines=known
    )


def result_of(conn: Connection, task: TaskList, now: int) -> ListResult | None:
    """Of one list; None: it has not gone out."""
    if task.exported_at is None:
        return None
    known = lines(conn)
    return _result(conn, task, task.exported_at, now, known, Shares())


def list_results(conn: Connection, since: int, now: int, known: Lines, pair: Pair | None = None) -> list[ListResult]:
    """Of the lists that went out since then."""
    shares = Shares()
    return [
        _result(conn, task, task.exported_at, now, known, shares)
        for task in lists(conn, pair)
        if task.exported_at is not None and task.exported_at >= since
    ]


def _result(conn: Connection, task: TaskList, exported_at: int, now: int, known: Lines, shares: Shares) -> ListResult:
    within, least = round(known["touch_within_days"].value), round(known["touch_least"].value)
    paid = bought(conn, task.id, exported_at, within, shares)
    risen = lift(task.sends - paid.away, paid.even_buyers, task.holds - paid.held_away, paid.held_buyers, least)
    return ListResult(task=task, bought=paid, lift=risen, open=paid.ends_at > now, shop_id=_shop_of(conn, task.id))


def _shop_of(conn: Connection, list_id: int) -> str:
    """The shop that imports about a list's people are of, a pair's being Youzan's; empty: they are of several."""
    over = {one.kuaishou_shop_id: one.youzan_shop_id for one in pairs(conn)}
    found = {over.get(shop_id, shop_id) for (shop_id,) in driver(conn).execute(SHOPS, (list_id,))}
    return found.pop() if len(found) == 1 else ""


def told_of(result: ListResult, now: int) -> Told:
    """A list as a row of its channel; who was reached is known only once results came back.

    Who bought, and for how much, is known once the days that count are over: until then a share would be too small.
    """
    task, paid = result.task, result.bought
    has_results = task.reached + task.failed > 0
    return Told(
        channel=task.channel,
        origin="list",
        name=task.name,
        day_at=task.exported_at or 0,
        sent=task.sends,
        reached=task.reached if has_results else None,
        cost_fen=None if task.cost_fen is None else task.cost_fen * task.sends,
        buyers=None if result.open else paid.buyers,
        margin_fen=None if result.open else paid.margin_fen,
        kept_at=now,
        shop_id=result.shop_id,
    )
