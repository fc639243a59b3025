"""What matching compares, and what it said: links between Kuaishou orders and Youzan trades.

Writing a link also notes on both rows what a view needs: ``mapping`` on the row that leads, ``under_id`` on the trade
that is shown under its order.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Connection

from console.core.model import EXTERNAL, Link, Mapping, OrderStatus
from console.core.turns import let_go
from console.rules.matching import Candidate
from console.store.link_decisions import Decision, decisions, parted, restore
from console.store.link_rows import Books, Held, forget, held_links, linked_by_hand, write
from console.store.pages import Values, as_json_list, driver
from console.store.views import Matchable, Pair, Saved

Key = tuple[str | None, str | None]
"""What a link is of: its order, or where there is none, its trade."""

CANDIDATES = """
SELECT o.order_no, o.amount_fen, o.created_at, o.paid_at, o.status, o.outer_no, o.region, o.buyer_note,
       o.source, l.code, l.quantity, l.line_no, l.outer_line_no
FROM orders AS o LEFT JOIN order_lines AS l ON l.order_id = o.id
WHERE o.shop_id = ? ORDER BY o.id, l.position
"""
SOME = CANDIDATES.replace("ORDER BY", "AND o.id IN (SELECT value FROM json_each(?)) ORDER BY")
STAMP = "SELECT count(*), total(id), coalesce(max(id), 0) FROM links WHERE kuaishou_shop_id = ? AND youzan_shop_id = ?"


class Stamp(NamedTuple):
    """Tells whether somebody else wrote links or decided about them since."""

    links: tuple[float, ...]
    decided: frozenset[Decision]


def stamp(conn: Connection, pair: Pair) -> Stamp:
    """The pair's links and what people decided about them, as they are now."""
    return Stamp(tuple(driver(conn).execute(STAMP, pair.shop_ids).fetchone()), frozenset(decisions(conn, pair)))


def unsettled(conn: Connection, pair: Pair, ids: Collection[int] | None = None) -> Matchable:
    """The orders and trades of a pair, without those a person has linked; and which of them a person set apart.

    ``ids``: these rows of them; None: all.
    """
    settled = linked_by_hand(conn, pair)
    return Matchable(
        orders=_candidates(conn, pair.kuaishou_shop_id, ids, {link.order_no for link in settled}, trades=False),
        trades=_candidates(conn, pair.youzan_shop_id, ids, {link.trade_no for link in settled}, trades=True),
        apart=parted(conn, pair),
    )


def _candidates(
    conn: Connection, shop_id: str, ids: Collection[int] | None, settled: set[str | None], *, trades: bool
) -> list[Candidate]:
    asked = (CANDIDATES, (shop_id,)) if ids is None else (SOME, (shop_id, as_json_list(ids)))
    rows = driver(conn).execute(*asked)
    return [candidate(no, list(lines), trade=trades) for no, lines in groupby(rows, itemgetter(0)) if no not in settled]


@lru_cache(maxsize=10_000)
def _shared(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The same tuple for the same codes: fewer for the collector to walk through."""
    return codes


def candidate(no: str, rows: list[Values], *, trade: bool) -> Candidate:
    """One order from its rows, one row a line; the line's columns are NULL where it has none."""
    _, amount, created_at, paid_at, status, outer_no, region, buyer_note, source, *_ = rows[0]
    lines = [row[-4:] for row in rows if row[-1] is not None]
    outer_line_nos = tuple(line[3] for line in lines if line[3])
    return Candidate(
        no=no,
        codes=_shared(tuple(line[0] for line in lines)),
        quantity=sum(line[1] for line in lines),
        amount_fen=amount,
        created_at=created_at,
        paid_at=paid_at,
        status=OrderStatus(status),
        outer_no=outer_no,
        region=region,
        note=buyer_note,  # what the seller noted differs between the platforms
        imported=trade and bool(outer_no or outer_line_nos or source == EXTERNAL),
        line_nos=outer_line_nos if trade else tuple(line[2] for line in lines),
    )


def save_links(conn: Connection, pair: Pair, links: Sequence[Link], now: int, of: Books | None = None) -> Saved:
    """Make the pair's links be these, and those a person made. Writes only differences.

    ``of``: the orders and trades that the links are about; None: all of the pair.

    ``changed`` counts links that say something else now and links that are gone; ``ids`` are their order numbers, or
    trade numbers where no order is.
    """
    restore(conn, pair, now)
    held = {_key(row.order_no, row.trade_no): row for row in held_links(conn, pair, of)}
    wanted = {_key(link.order_no, link.trade_no): link for link in links}
    taken = {row.trade_no for row in held.values() if row.by_hand and row.trade_no}
    kept = {key for key, row in held.items() if row.by_hand or (key in wanted and not _differs(row, wanted[key]))}
    fresh = [link for key, link in wanted.items() if key not in kept and link.trade_no not in taken]
    stale = [row for key, row in held.items() if key not in kept]
    forget(conn, pair, stale)
    write(conn, pair, fresh, now)
    inserted = sum(_key(link.order_no, link.trade_no) not in held for link in fresh)
    touched = {link.order_no or link.trade_no: None for link in fresh}
    touched |= {row.order_no or row.trade_no: None for row in stale}
    let_go(held, wanted, kept)
    return Saved(inserted=inserted, changed=len(touched) - inserted, ids=tuple(filter(None, touched)))


def link_counts(conn: Connection, pair: Pair) -> dict[Mapping, int]:
    """How many links of the pair say what; every word is there, with 0 where none does."""
    counts = dict.fromkeys(Mapping, 0)
    asked = "SELECT mapping, count(*) FROM links WHERE kuaishou_shop_id = ? AND youzan_shop_id = ? GROUP BY mapping"
    for mapping, count in conn.exec_driver_sql(asked, pair.shop_ids):
        counts[Mapping(mapping)] = count
    return counts


def _key(order_no: str | None, trade_no: str | None) -> Key:
    return (order_no, None) if order_no is not None else (None, trade_no)


def _differs(row: Held, link: Link) -> bool:
    said = (row.trade_no, row.mapping, row.confidence, row.reason)
    return said != (link.trade_no, link.mapping.value, link.confidence, link.reason)
