"""The questions of the after-sale tickets: which in which order, a page of them, sums of the lanes, one in full.

A Kuaishou after-sale leads its ticket and its twin on Youzan is shown under it; one without a twin leads its own.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from console.core.clock import DAY, day_start
from console.core.model import AfterSaleKind, AfterSaleStatus, Platform
from console.rules.minors import GUARDIANS
from console.store.aftersale_details import facts_of
from console.store.aftersales import WAITING_FOR_US, after_sale_of
from console.store.orders import load_order
from console.store.pages import as_json_list, driver
from console.store.tables import AfterSales, table_of
from console.store.views import Pair
from console.store.views_tickets import (
    BOARD,
    LANES,
    NOBODY,
    Lane,
    LaneSum,
    OtherSide,
    Sums,
    TicketDetail,
    TicketFilter,
    TicketRow,
)

FROM = """
FROM after_sales a
LEFT JOIN after_sale_tickets t ON t.after_sale_id = a.id
LEFT JOIN after_sales o ON o.id = t.other_id
"""
DEADLINE = """
CASE WHEN a.status IN ('success', 'closed') THEN NULL
WHEN o.deadline_at IS NULL OR o.status IN ('success', 'closed') THEN a.deadline_at
WHEN a.deadline_at IS NULL THEN o.deadline_at ELSE min(a.deadline_at, o.deadline_at) END
"""
ROWS = f"""
SELECT a.id, a.shop_id, a.after_sale_no, a.order_no, a.kind, a.status, a.status_code, a.amount_fen, a.reason,
a.created_at, a.updated_at, {DEADLINE}, a.finished_at,
o.id, o.shop_id, o.after_sale_no, o.order_no, o.status, o.status_code, o.deadline_at,
coalesce(t.step, ''), coalesce(t.operator_id, ''), coalesce(t.by_hand, 0), coalesce(t.rule_id, ''),
l.title, l.spec, l.image_url, coalesce(l.quantity, 0), r.id IS NOT NULL, r.shipped_at IS NOT NULL, d.facts,
(SELECT group_concat(DISTINCT b.state) FROM outbox b WHERE b.object_kind = 'after_sale' AND b.shop_id = a.shop_id
AND b.object_id = a.after_sale_no AND b.state NOT IN ('done', 'undone'))
{FROM}
LEFT JOIN after_sale_details d ON d.after_sale_id = a.id
LEFT JOIN orders r ON r.shop_id = a.shop_id AND r.order_no = a.order_no
LEFT JOIN order_lines l ON l.order_id = r.id AND l.position = coalesce(
(SELECT min(m.position) FROM order_lines m WHERE m.order_id = r.id AND m.line_no = a.line_no AND a.line_no <> ''), 0)
WHERE a.id IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - our own words
GUARDIANS_ASK = """
EXISTS (SELECT 1 FROM json_each(?) w WHERE a.reason LIKE w.value OR o.reason LIKE w.value OR EXISTS (
SELECT 1 FROM after_sale_details g WHERE g.after_sale_id IN (a.id, o.id)
AND json_extract(g.facts, '$.words') LIKE w.value))
"""
SORTS = {
    "deadline_at": DEADLINE,
    "created_at": "a.created_at",
    "updated_at": "a.updated_at",
    "amount_fen": "a.amount_fen",
    "status": "a.status",
}


def ticket_ids(conn: Connection, wanted: TicketFilter, most: int = -1) -> list[int]:
    """The row ids of a view, in its order: what has no deadline comes last, the oldest of it first."""
    where, values = _narrowed(wanted)
    tab = _of_tab(wanted.tab)
    way = "DESC" if wanted.descending else "ASC"
    sql = (
        f"SELECT a.id {FROM} WHERE {where} AND {tab} "
        f"ORDER BY {SORTS[wanted.sort]} {way} NULLS LAST, a.created_at {way}, a.id {way} LIMIT ?"
    )
    return [row[0] for row in driver(conn).execute(sql, (*values, most))]


def ticket_rows(conn: Connection, ids: Sequence[int]) -> list[TicketRow]:
    """A page of a view, in the order of ``ids``; rows that have gone meanwhile are left out."""
    found = {row[0]: row for row in driver(conn).execute(ROWS, (as_json_list(ids),))}
    return [_row(found[row_id]) for row_id in ids if row_id in found]


def ticket_sums(conn: Connection, wanted: TicketFilter, now: int) -> Sums:
    """What each lane holds under the rest of the filter, and what is due today or late."""
    where, values = _narrowed(wanted)
    lanes: dict[Lane, LaneSum] = {lane: LaneSum() for lane in LANES}
    sql = (
        f"SELECT {_lane_case()} AS lane, count(*), coalesce(sum(a.amount_fen), 0), "
        f"sum(a.amount_fen IS NULL), min({DEADLINE}) {FROM} WHERE {where} GROUP BY lane"
    )
    for lane, count, asked, unpriced, next_at in driver(conn).execute(sql, values):
        lanes[lane] = LaneSum(count=count, asked_fen=asked, unpriced=unpriced, next_at=next_at)
    ours = as_json_list(status.value for lane in ("answer", "receipt") for status in LANES[lane])
    until = day_start(now) + DAY
    sql = (
        f"SELECT coalesce(sum(due >= ? AND due < ?), 0), coalesce(sum(due < ?), 0), coalesce(sum(apart), 0) FROM ("  # noqa: S608
        f"SELECT CASE WHEN a.status IN (SELECT value FROM json_each(?)) THEN {DEADLINE} END AS due, "
        f"t.step = 'apart' AND a.status NOT IN ('success', 'closed') AS apart {FROM} WHERE {where})"
    )
    due, late, apart = driver(conn).execute(sql, (now, until, now, ours, *values)).fetchone()
    return Sums(lanes=lanes, due_today=due, overdue=late, apart=apart)


def tickets_waiting(conn: Connection, pair: Pair | None) -> tuple[int, int | None]:
    """How many tickets wait for the merchant, and the nearest deadline among them."""
    where, values = _narrowed(TicketFilter(pair=pair, ours=True))
    sql = f"SELECT count(*), min({DEADLINE}) {FROM} WHERE {where}"
    count, next_at = driver(conn).execute(sql, values).fetchone()
    return int(count), next_at


def ticket_detail(conn: Connection, row_id: int) -> TicketDetail | None:
    """Everything about one ticket; None if it is gone."""
    rows = ticket_rows(conn, [row_id])
    if not rows:
        return None
    row = rows[0]
    one, read_at = _whole(conn, row_id)
    order = (
        driver(conn)
        .execute("SELECT id FROM orders WHERE shop_id = ? AND order_no = ?", (row.shop_id, row.order_no))
        .fetchone()
    )
    return TicketDetail(
        row=row,
        one=one,
        other=None if row.other is None else _whole(conn, row.other.id)[0],
        order=None if order is None else load_order(conn, order[0]),
        read_at=read_at,
    )


def _whole(conn: Connection, row_id: int) -> tuple[Any, int | None]:
    from msgspec.structs import replace

    table = table_of(AfterSales)
    one = after_sale_of(conn.execute(table.select().where(table.c.id == row_id)).one())
    told = (
        driver(conn)
        .execute("SELECT facts, kept_at FROM after_sale_details WHERE after_sale_id = ?", (row_id,))
        .fetchone()
    )
    return (one, None) if told is None else (replace(one, facts=facts_of(told[0])), told[1])


def _guardians() -> tuple[str]:
    return (as_json_list(f"%{words}%" for words in GUARDIANS),)


def _narrowed(wanted: TicketFilter) -> tuple[str, tuple[Any, ...]]:
    """Everything of a filter but its tab, and its values."""
    parts: list[tuple[str, tuple[Any, ...]]] = [("t.under_id IS NULL", ())]
    if wanted.pair is not None:
        parts.append(("a.shop_id IN (?, ?)", wanted.pair.shop_ids))
    if wanted.platform is not None:
        parts.append(("a.shop_id LIKE ?", (f"{wanted.platform.value}:%",)))
    if wanted.kind is not None:
        parts.append(("a.kind = ?", (wanted.kind.value,)))
    if wanted.from_fen is not None:
        parts.append(("a.amount_fen >= ?", (wanted.from_fen,)))
    if wanted.below_fen is not None:
        parts.append(("a.amount_fen < ?", (wanted.below_fen,)))
    if wanted.operator_id:
        mine = "" if wanted.operator_id == NOBODY else wanted.operator_id
        parts.append(("coalesce(t.operator_id, '') = ?", (mine,)))
    only = ((wanted.apart, "t.step = 'apart'"), (wanted.ours, _in(WAITING_FOR_US)))
    parts += [(sql, ()) for on, sql in only if on]
    if wanted.guardians:
        parts.append((GUARDIANS_ASK, _guardians()))
    if wanted.due_before is not None:
        parts.append((f"{DEADLINE} < ?", (wanted.due_before,)))
    if wanted.text.strip():
        parts.append((FOUND, (_like(wanted.text.strip()),) * 6))
    return " AND ".join(f"({sql})" for sql, _ in parts), tuple(value for _, some in parts for value in some)


FOUND = """
a.after_sale_no LIKE ? ESCAPE '!' OR a.order_no LIKE ? ESCAPE '!' OR a.reason LIKE ? ESCAPE '!'
OR o.after_sale_no LIKE ? ESCAPE '!' OR o.order_no LIKE ? ESCAPE '!'
OR EXISTS (SELECT 1 FROM orders r JOIN order_search s ON s.order_id = r.id
WHERE r.shop_id = a.shop_id AND r.order_no = a.order_no AND s.text LIKE ? ESCAPE '!')
"""


def _like(text: str) -> str:
    plain = text.lower().replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"%{plain}%"


def _of_tab(tab: str) -> str:
    if tab == "all":
        return "1"
    if tab == "open":
        return "a.status NOT IN ('success', 'closed')"
    return next(_in(statuses) for lane, statuses in LANES.items() if lane == tab)


def _in(statuses: Sequence[AfterSaleStatus]) -> str:
    return f"a.status IN ({', '.join(repr(status.value) for status in statuses)})"


def _lane_case() -> str:
    lanes = " ".join(f"WHEN {_in(LANES[lane])} THEN '{lane}'" for lane in BOARD)
    return f"CASE {lanes} ELSE 'over' END"


def _row(row: tuple[Any, ...]) -> TicketRow:
    (row_id, shop_id, number, order_no, kind, status, code, amount, reason, created, updated, due, finished) = row[:13]
    other_id, other_shop, other_no, other_order, other_status, other_code, other_due = row[13:20]
    step, operator_id, by_hand, rule_id, title, spec, image, quantity, known, shipped, facts, outbox = row[20:]
    told = facts_of(facts)
    states = set((outbox or "").split(",")) - {""}
    other = None
    if other_id is not None:
        other = OtherSide(
            id=other_id,
            shop_id=other_shop,
            platform=_platform(other_shop),
            after_sale_no=other_no,
            order_no=other_order,
            status=AfterSaleStatus(other_status),
            status_code=other_code,
            deadline_at=other_due,
        )
    return TicketRow(
        id=row_id,
        shop_id=shop_id,
        platform=_platform(shop_id),
        after_sale_no=number,
        order_no=order_no,
        kind=AfterSaleKind(kind),
        status=AfterSaleStatus(status),
        status_code=code,
        amount_fen=amount,
        reason=reason,
        created_at=created,
        updated_at=updated,
        deadline_at=due,
        finished_at=finished,
        other=other,
        step=step or None,
        operator_id=operator_id,
        by_hand=bool(by_hand),
        rule_id=rule_id,
        title=title or "",
        spec=spec or "",
        image_url=image or "",
        quantity=quantity,
        shipped=bool(shipped) if known else None,
        parcel=None if told is None else told.parcel,
        pictures=0 if told is None else len(told.pictures),
        pending=bool(states - {"needs_you"}),
        stuck="needs_you" in states,
    )


def _platform(shop_id: str) -> Platform:
    return Platform(shop_id.partition(":")[0])
