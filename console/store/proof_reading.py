"""What a reconciliation compares, read from the file: both sides' books of a day or a month."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from console.core.clock import MINUTE
from console.core.model import EXTERNAL, Mapping, OrderStatus
from console.rules.matching import Candidate
from console.rules.proof_books import Books, Said, Sold
from console.rules.proof_changes import Earlier
from console.rules.proof_period import Period
from console.store.cursors import read_since, read_until
from console.store.link_decisions import Decision, decisions
from console.store.links import CANDIDATES, candidate
from console.store.pages import as_json_list, driver
from console.store.views import Pair

NEAR_MS = 5 * MINUTE  # a doubted order so far outside the period may still be the one a trade of it belongs to
TRIAL_WORDS = ("测试单", "测试订单", "测试拍单", "test order")

_SOLD = "order_no, status, amount_fen, created_at, paid_at, finished_at, updated_at, refunding, seller_note"
_ORDERS = f"""
SELECT {_SOLD} FROM orders WHERE shop_id = ? AND paid_at >= ? AND paid_at < ?
UNION ALL
SELECT {_SOLD} FROM orders WHERE shop_id = ? AND paid_at IS NULL AND created_at >= ? AND created_at < ?
"""  # noqa: S608 - our own words
_NAMED = f"SELECT {_SOLD} FROM orders WHERE shop_id = ? AND order_no IN (SELECT value FROM json_each(?))"  # noqa: S608
_BROUGHT_IN = f"""
SELECT {_SOLD} FROM orders AS t WHERE t.shop_id = ? AND t.paid_at >= ? AND t.paid_at < ? AND (
    t.source = ? OR t.outer_no <> '' OR t.mapping IS NOT NULL
    OR EXISTS (SELECT 1 FROM order_lines AS l WHERE l.order_id = t.id AND l.outer_line_no <> '')
    OR EXISTS (SELECT 1 FROM links AS k WHERE k.youzan_shop_id = t.shop_id AND k.trade_no = t.order_no)
)
"""  # noqa: S608
_LINKS = """
SELECT order_no, trade_no, mapping, confidence, reason, by_hand FROM links
WHERE kuaishou_shop_id = ? AND youzan_shop_id = ? AND order_no IS NOT NULL
AND (order_no IN (SELECT value FROM json_each(?)) OR trade_no IN (SELECT value FROM json_each(?)))
"""
_DOUBTED = """
SELECT k.order_no FROM links AS k JOIN orders AS o ON o.shop_id = k.kuaishou_shop_id AND o.order_no = k.order_no
WHERE k.kuaishou_shop_id = ? AND k.youzan_shop_id = ? AND k.mapping IN (?, ?) AND o.paid_at >= ? AND o.paid_at < ?
"""
_CANDIDATES = CANDIDATES.replace(
    "WHERE o.shop_id = ?", "WHERE o.shop_id = ? AND o.order_no IN (SELECT value FROM json_each(?))"
)
_ASIDE = "SELECT key FROM quarantine WHERE shop_id = ? AND stream = 'orders' AND last_at >= ? ORDER BY key"


def read_books(conn: Connection, pair: Pair, period: Period, earlier: Earlier | None = None) -> Books:
    """Both sides of the period, what links and people say of it, and the orders that an ``earlier`` proof of it had."""
    kuaishou, youzan = pair.shop_ids
    stretch = (period.begin_at, period.end_at)
    orders = _sold(conn, _ORDERS, (kuaishou, *stretch, kuaishou, *stretch))
    brought_in = _sold(conn, _BROUGHT_IN, (youzan, *stretch, EXTERNAL))
    said = _said(conn, pair, {one.no for one in orders}, {one.no for one in brought_in})
    known = {one.no for one in brought_in}
    trades = [*brought_in, *_named(conn, youzan, {one.trade_no for one in said.values() if one.trade_no} - known)]
    owned = {one.trade_no for one in said.values()}
    doubted = _doubted(conn, pair, period)
    had = set() if earlier is None else {row.order_no for row in (*earlier.rows, *earlier.gone)}
    return Books(
        orders=orders,
        others=_named(conn, kuaishou, {*said, *doubted, *had} - {one.no for one in orders}),
        trades=trades,
        said=said | _said(conn, pair, doubted - set(said), set()),
        loose=_candidates(conn, youzan, known - owned, trade=True),
        doubted=_candidates(conn, kuaishou, doubted, trade=False),
        kuaishou_until=read_until(conn, kuaishou),
        youzan_until=read_until(conn, youzan),
        kuaishou_since=read_since(conn, kuaishou, "orders"),
        youzan_since=read_since(conn, youzan, "orders"),
        unreadable=[
            (shop_id.partition(":")[0], str(row[0]))
            for shop_id in pair.shop_ids
            for row in conn.exec_driver_sql(_ASIDE, (shop_id, period.begin_at))
        ],
    )


def _said(conn: Connection, pair: Pair, orders: Iterable[str], trades: Iterable[str]) -> dict[str, Said]:
    decided: dict[str, list[Decision]] = defaultdict(list)
    for one in decisions(conn, pair):
        decided[one.order_no].append(one)
    asked = (*pair.shop_ids, as_json_list(orders), as_json_list(trades))
    found = {row[0]: _of_link(row, decided.get(row[0], ())) for row in driver(conn).execute(_LINKS, asked)}
    for order_no in set(orders) & decided.keys() - found.keys():
        found[order_no] = Said(parted=_parted(decided[order_no]))
    return found


def _of_link(row: tuple[Any, ...], decided: Iterable[Decision]) -> Said:
    _, trade_no, mapping, confidence, reason, by_hand = row
    mine = next((one for one in decided if one.together and one.trade_no == trade_no), None)
    return Said(
        trade_no=trade_no,
        mapping=Mapping(mapping),
        confidence=confidence,
        reason=reason,
        by_hand=bool(by_hand),
        accepted_fen=None if mine is None else mine.difference_fen,
        note="" if mine is None else mine.reason,
        parted=_parted(decided),
    )


def _parted(decided: Iterable[Decision]) -> tuple[str, ...]:
    return tuple(sorted(one.trade_no for one in decided if not one.together))


def _sold(conn: Connection, asked: str, values: tuple[object, ...]) -> list[Sold]:
    return [
        Sold(
            no=no,
            status=OrderStatus(status),
            amount_fen=amount,
            created_at=created_at,
            paid_at=paid_at,
            ended_at=ended_at,
            updated_at=updated_at,
            refunding=bool(refunding),
            trial=any(word in note.lower() for word in TRIAL_WORDS),
        )
        for no, status, amount, created_at, paid_at, ended_at, updated_at, refunding, note in driver(conn).execute(
            asked, values
        )
    ]


def _named(conn: Connection, shop_id: str, numbers: Iterable[str]) -> list[Sold]:
    return _sold(conn, _NAMED, (shop_id, as_json_list(numbers)))


def _candidates(conn: Connection, shop_id: str, numbers: Iterable[str], *, trade: bool) -> list[Candidate]:
    rows = driver(conn).execute(_CANDIDATES, (shop_id, as_json_list(numbers)))
    return [candidate(no, list(lines), trade=trade) for no, lines in groupby(rows, itemgetter(0))]


def _doubted(conn: Connection, pair: Pair, period: Period) -> set[str]:
    near = (period.begin_at - NEAR_MS, period.end_at + NEAR_MS)
    kinds = (Mapping.DUPLICATE.value, Mapping.AMBIGUOUS.value)
    return {row[0] for row in conn.exec_driver_sql(_DOUBTED, (*pair.shop_ids, *kinds, *near))}
