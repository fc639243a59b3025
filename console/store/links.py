"""What matching compares, and what it said: links between Kuaishou orders and Youzan trades.

Writing a link also notes on both rows what a view needs: ``mapping`` on the row that leads, ``under_id`` on the trade
that is shown under its order.
"""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Connection

from console.core.model import EXTERNAL, Link, Mapping, OrderStatus
from console.rules.matching import Candidate
from console.store import audit
from console.store.pages import Values, driver
from console.store.views import Matchable, Pair, Saved

Key = tuple[str | None, str | None]
"""What a link is of: its order, or where there is none, its trade."""

CANDIDATES = """
SELECT o.order_no, o.amount_fen, o.created_at, o.paid_at, o.status, o.outer_no, o.region, o.buyer_note,
       o.source, l.code, l.quantity, l.line_no, l.outer_line_no
FROM orders AS o LEFT JOIN order_lines AS l ON l.order_id = o.id
WHERE o.shop_id = ? ORDER BY o.id, l.position
"""

LINKS = """
SELECT id, order_no, trade_no, mapping, confidence, reason, by_hand FROM links
WHERE kuaishou_shop_id = ? AND youzan_shop_id = ?
"""

INSERT_LINK = """
INSERT INTO links (kuaishou_shop_id, youzan_shop_id, order_no, trade_no, mapping, confidence, reason, by_hand,
                   changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

SHOW_UNDER = """
UPDATE orders SET under_id = (SELECT lead.id FROM orders AS lead WHERE lead.shop_id = ? AND lead.order_no = ?)
WHERE shop_id = ? AND order_no = ?
"""


class Held(NamedTuple):
    """A link as the file has it."""

    id: int
    order_no: str | None
    trade_no: str | None
    mapping: str
    confidence: float | None
    reason: str
    by_hand: int


def held_links(conn: Connection, pair: Pair) -> list[Held]:
    """All links of a pair."""
    return [Held._make(row) for row in driver(conn).execute(LINKS, pair.shop_ids)]


def unsettled(conn: Connection, pair: Pair) -> Matchable:
    """All orders and trades of a pair, without those a person has linked."""
    settled = [link for link in held_links(conn, pair) if link.by_hand]
    return Matchable(
        orders=_candidates(conn, pair.kuaishou_shop_id, {link.order_no for link in settled}, trades=False),
        trades=_candidates(conn, pair.youzan_shop_id, {link.trade_no for link in settled}, trades=True),
    )


def _candidates(conn: Connection, shop_id: str, settled: set[str | None], *, trades: bool) -> list[Candidate]:
    rows = driver(conn).execute(CANDIDATES, (shop_id,))
    return [_candidate(no, list(lines), trades) for no, lines in groupby(rows, itemgetter(0)) if no not in settled]


def _candidate(no: str, rows: list[Values], trade: bool) -> Candidate:
    """One order from its rows, one row a line; the line's columns are NULL where it has none."""
    _, amount, created_at, paid_at, status, outer_no, region, buyer_note, source, *_ = rows[0]
    lines = [row[-4:] for row in rows if row[-1] is not None]
    outer_line_nos = tuple(line[3] for line in lines if line[3])
    return Candidate(
        no=no,
        codes=tuple(line[0] for line in lines),
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


def save_links(conn: Connection, pair: Pair, links: Sequence[Link], now: int) -> Saved:
    """Make the pair's links be these, and those a person made. Writes only differences.

    ``changed`` counts links that say something else now and links that are gone; ``ids`` are their order numbers, or
    trade numbers where no order is.
    """
    held = {_key(row.order_no, row.trade_no): row for row in held_links(conn, pair)}
    wanted = {_key(link.order_no, link.trade_no): link for link in links}
    taken = {row.trade_no for row in held.values() if row.by_hand and row.trade_no}
    kept = {key for key, row in held.items() if row.by_hand or (key in wanted and not _differs(row, wanted[key]))}
    fresh = [link for key, link in wanted.items() if key not in kept and link.trade_no not in taken]
    stale = [row for key, row in held.items() if key not in kept]
    _forget(conn, pair, stale)
    _write(conn, pair, fresh, now)
    inserted = sum(_key(link.order_no, link.trade_no) not in held for link in fresh)
    touched = {link.order_no or link.trade_no: None for link in fresh}
    touched |= {row.order_no or row.trade_no: None for row in stale}
    return Saved(inserted=inserted, changed=len(touched) - inserted, ids=tuple(filter(None, touched)))


def link_by_hand(conn: Connection, pair: Pair, order_no: str, trade_no: str, now: int) -> None:
    """A person says that these belong together: matching leaves both alone from now on. Audited."""
    rivals = [link for link in held_links(conn, pair) if link.order_no == order_no or link.trade_no == trade_no]
    _forget(conn, pair, rivals)
    link = Link(order_no=order_no, trade_no=trade_no, mapping=Mapping.LINKED, confidence=1.0, reason="by_hand")
    _write(conn, pair, [link], now, by_hand=True)
    audit.note(conn, now, "links.by_hand", order_no, {"trade_no": trade_no})


def unlink(conn: Connection, pair: Pair, order_no: str, now: int) -> bool:
    """Take back a link that a person made; the next matching judges both rows anew. Audited."""
    made = [link for link in held_links(conn, pair) if link.order_no == order_no and link.by_hand]
    _forget(conn, pair, made)
    if made:
        audit.note(conn, now, "links.unlink", order_no)
    return bool(made)


def link_counts(conn: Connection, pair: Pair) -> dict[Mapping, int]:
    """How many links of the pair say what; every word is there, with 0 where none does."""
    counts = dict.fromkeys(Mapping, 0)
    asked = "SELECT mapping, count(*) FROM links WHERE kuaishou_shop_id = ? AND youzan_shop_id = ? GROUP BY mapping"
    for mapping, count in conn.exec_driver_sql(asked, pair.shop_ids):
        counts[Mapping(mapping)] = count
    return counts


def _forget(conn: Connection, pair: Pair, rows: Sequence[Held]) -> None:
    """Remove links, and what they said of the rows they name."""
    if not rows:
        return
    conn.exec_driver_sql("DELETE FROM links WHERE id = ?", [(row.id,) for row in rows])
    named = [(pair.kuaishou_shop_id, row.order_no) for row in rows] + [(pair.youzan_shop_id, r.trade_no) for r in rows]
    conn.exec_driver_sql("UPDATE orders SET mapping = NULL, under_id = NULL WHERE shop_id = ? AND order_no = ?", named)


def _write(conn: Connection, pair: Pair, links: Sequence[Link], now: int, *, by_hand: bool = False) -> None:
    """Add links, and note on the rows they name what a view needs."""
    if not links:
        return
    conn.exec_driver_sql(
        INSERT_LINK,
        [
            (*pair.shop_ids, k.order_no, k.trade_no, k.mapping.value, k.confidence, k.reason, by_hand, now)
            for k in links
        ],
    )
    leading = [
        (k.mapping.value, *((pair.kuaishou_shop_id, k.order_no) if k.order_no else (pair.youzan_shop_id, k.trade_no)))
        for k in links
    ]
    conn.exec_driver_sql("UPDATE orders SET mapping = ? WHERE shop_id = ? AND order_no = ?", leading)
    led = [(pair.kuaishou_shop_id, k.order_no, pair.youzan_shop_id, k.trade_no) for k in links if _is_whole(k)]
    if led:
        conn.exec_driver_sql(SHOW_UNDER, led)


def _is_whole(link: Link) -> bool:
    return link.order_no is not None and link.trade_no is not None


def _key(order_no: str | None, trade_no: str | None) -> Key:
    return (order_no, None) if order_no is not None else (None, trade_no)


def _differs(row: Held, link: Link) -> bool:
    said = (row.trade_no, row.mapping, row.confidence, row.reason)
    return said != (link.trade_no, link.mapping.value, link.confidence, link.reason)
