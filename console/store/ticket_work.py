"""What is ours of the tickets: their twins, who answers them and by which rules, and the figures."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY
from console.core.errors import Refused
from console.core.model import AfterSale, AfterSaleKind, AfterSaleStatus
from console.rules.after_sales_figures import Course, figures
from console.rules.after_sales_step import Step, pair_up, step
from console.rules.giving_out import Case, GivingRule, Handover, give_out
from console.store import audit, settings
from console.store.operators import people
from console.store.pages import as_json_list, driver
from console.store.views import Pair
from console.store.views_tickets import Address, Plan, Pulse

RULES = "aftersale.rules"
ADDRESS = "aftersale.return_address."  # and the shop
DAYS = 30

LINKED = """
SELECT 'k', a.id, k.order_no, a.after_sale_no, a.status, a.created_at, a.updated_at, t.other_id, t.under_id, t.step
FROM links k JOIN after_sales a ON a.shop_id = k.kuaishou_shop_id AND a.order_no = k.order_no
LEFT JOIN after_sale_tickets t ON t.after_sale_id = a.id
WHERE k.kuaishou_shop_id = :k AND k.youzan_shop_id = :y AND k.trade_no IS NOT NULL
UNION ALL
SELECT 'y', a.id, k.order_no, a.after_sale_no, a.status, a.created_at, a.updated_at, t.other_id, t.under_id, t.step
FROM links k JOIN after_sales a ON a.shop_id = k.youzan_shop_id AND a.order_no = k.trade_no
LEFT JOIN after_sale_tickets t ON t.after_sale_id = a.id
WHERE k.kuaishou_shop_id = :k AND k.youzan_shop_id = :y AND k.order_no IS NOT NULL
"""
STRAY = """
SELECT t.after_sale_id FROM after_sale_tickets t JOIN after_sales a ON a.id = t.after_sale_id
WHERE a.shop_id IN (?, ?) AND t.other_id IS NOT NULL
"""
SET_TWIN = """
INSERT INTO after_sale_tickets (after_sale_id, other_id, under_id, step, operator_id, rule_id, by_hand)
VALUES (?1, ?2, ?3, ?4, '', '', 0)
ON CONFLICT (after_sale_id) DO UPDATE SET other_id = ?2, under_id = ?3, step = ?4
"""
GIVE = """
INSERT INTO after_sale_tickets (after_sale_id, step, operator_id, rule_id, by_hand, assigned_at)
VALUES (?1, '', ?2, ?3, ?4, ?5)
ON CONFLICT (after_sale_id) DO UPDATE SET operator_id = ?2, rule_id = ?3, by_hand = ?4, assigned_at = ?5
"""
CASES = """
SELECT a.id, a.kind, a.reason, a.amount_fen, a.created_at, coalesce(t.operator_id, ''), coalesce(t.by_hand, 0),
d.facts, r.parcels
FROM after_sales a LEFT JOIN after_sale_tickets t ON t.after_sale_id = a.id
LEFT JOIN after_sale_details d ON d.after_sale_id = a.id
LEFT JOIN orders r ON r.shop_id = a.shop_id AND r.order_no = a.order_no
WHERE a.status NOT IN ('success', 'closed') AND t.under_id IS NULL ORDER BY a.id
"""
COURSES = """
SELECT a.created_at, d.answered_at, a.finished_at, coalesce(json_extract(d.facts, '$.history') IS NOT NULL, 0)
FROM after_sales a LEFT JOIN after_sale_tickets t ON t.after_sale_id = a.id
LEFT JOIN after_sale_details d ON d.after_sale_id = a.id
WHERE t.under_id IS NULL AND a.created_at >= ? AND (? IS NULL OR a.shop_id IN (?, ?))
"""
RATE = """
SELECT count(DISTINCT CASE WHEN a.id IS NOT NULL THEN r.id END), count(DISTINCT r.id) FROM orders r
LEFT JOIN after_sales a ON a.shop_id = r.shop_id AND a.order_no = r.order_no
AND a.status = 'success' AND a.kind <> 'exchange'
WHERE r.under_id IS NULL AND r.paid_at >= ? AND (? IS NULL OR r.shop_id IN (?, ?))
"""
READ_AT = """
SELECT min(h.success_at) FROM health h WHERE h.stream = 'after_sales' AND (? IS NULL OR h.shop_id IN (?, ?))
"""

_many = msgspec.json.Decoder(list[dict[str, Any]])
Twin = tuple[int | None, int | None, str]  # other_id, under_id, step


def unpaired(conn: Connection, pair: Pair, now: int) -> list[tuple[int, Twin]]:
    """The twins of a pair of shops that the file does not have as they are now."""
    sides: dict[str, dict[str, list[tuple[int, AfterSale]]]] = {"k": defaultdict(list), "y": defaultdict(list)}
    held: dict[int, Twin] = {}
    for side, row_id, order_no, number, status, created, updated, other, under, said in driver(conn).execute(
        LINKED, {"k": pair.kuaishou_shop_id, "y": pair.youzan_shop_id}
    ):
        one = AfterSale(
            after_sale_no=number,
            order_no=order_no,
            kind=AfterSaleKind.OTHER,
            status=AfterSaleStatus(status),
            created_at=created,
            updated_at=updated,
        )
        sides[side][order_no].append((row_id, one))
        held[row_id] = (other, under, said or "")
    wanted = _twins(sides["k"], sides["y"], now)
    none: Twin = (None, None, "")
    gone = {row[0] for row in driver(conn).execute(STRAY, pair.shop_ids)} - wanted.keys()
    return [
        *((row_id, twin) for row_id, twin in wanted.items() if held.get(row_id, none) != twin),
        *((row_id, none) for row_id in sorted(gone)),
    ]


def _twins(
    orders: dict[str, list[tuple[int, AfterSale]]], trades: dict[str, list[tuple[int, AfterSale]]], now: int
) -> dict[int, Twin]:
    found: dict[int, Twin] = {}
    for order_no, ours in orders.items():
        theirs = trades.get(order_no, [])
        for a, b in pair_up([one for _, one in ours], [other for _, other in theirs]):
            (lead, one), (under, other) = ours[a], theirs[b]
            said: Step = step(one, other, now)
            found[lead] = (under, None, said)
            found[under] = (lead, lead, said)
    return found


def keep_twins(conn: Connection, twins: Iterable[tuple[int, Twin]]) -> int:
    """Write what ``unpaired`` found; returns how many."""
    rows = [(row_id, *twin) for row_id, twin in twins]
    if rows:
        conn.exec_driver_sql(SET_TWIN, rows)
    return len(rows)


def rules(conn: Connection) -> tuple[GivingRule, ...]:
    """The rules, in the order in which they are tried."""
    return msgspec.convert(settings.get(conn, RULES, []), type=tuple[GivingRule, ...])


def set_rules(conn: Connection, wanted: Sequence[GivingRule], now: int) -> bool:
    """Keep other rules. What was given out stays as it is. Raises Refused where a rule names nobody."""
    known = {one.operator_id for one in people(conn)}
    if any(rule.operator_id not in known for rule in wanted):
        raise Refused("after_sale.no_such_person")
    return settings.put(conn, RULES, msgspec.to_builtins(tuple(wanted)), now)


def cases(conn: Connection) -> list[Case]:
    """Every open ticket as the rules look at it."""
    return [
        Case(
            id=row_id,
            kind=AfterSaleKind(kind),
            reason=reason,
            amount_fen=amount,
            carriers=_carriers(facts, parcels),
            created_at=created,
            operator_id=operator,
            by_hand=bool(by_hand),
        )
        for row_id, kind, reason, amount, created, operator, by_hand, facts, parcels in driver(conn).execute(CASES)
    ]


def _carriers(facts: str | None, parcels: str | None) -> tuple[str, ...]:
    """Names, else codes, of whoever carried the goods there or carries them back."""
    rows = _many.decode(parcels or "[]")
    back = msgspec.json.decode(facts).get("parcel") if facts else None
    names = (row.get("carrier_name") or row.get("carrier_code") for row in (*rows, *([back] if back else [])))
    return tuple(str(name) for name in names if name)


def plan(conn: Connection, wanted: Sequence[GivingRule] | None, now: int) -> Plan:
    """What giving out anew would change, by these rules or (None) by those that are kept. Nothing is written."""
    tried = rules(conn) if wanted is None else tuple(wanted)
    held, known = cases(conn), {one.operator_id for one in people(conn)}
    return Plan(
        rules=tried,
        changes=tuple(give_out(tried, held, known, now, anew=True)),
        looked_at=len(held),
        by_hand=sum(case.by_hand and case.operator_id in known for case in held),
    )


def arrivals(conn: Connection, now: int) -> list[Handover]:
    """What the rules give out of what is nobody's."""
    tried = rules(conn)
    return give_out(tried, cases(conn), {one.operator_id for one in people(conn)}, now) if tried else []


def hand_over(conn: Connection, changes: Iterable[Handover], now: int) -> int:
    """Carry out what ``plan`` or ``arrivals`` said; returns how many."""
    done = list(changes)
    for change in done:
        conn.exec_driver_sql(GIVE, (change.id, change.operator_id, change.rule_id, 0, now))
    if done:
        given = [[change.id, change.was, change.operator_id, change.rule_id] for change in done]
        audit.note(conn, now, "after_sale.given_out", "rules", {"given": given})
    return len(done)


def assign(conn: Connection, ids: Sequence[int], operator_id: str, now: int) -> int:
    """Give tickets to somebody by hand, or (empty) to nobody: then the rules may have them again. Raises Refused."""
    if operator_id and operator_id not in {one.operator_id for one in people(conn)}:
        raise Refused("after_sale.no_such_person")
    asked = "SELECT id FROM after_sales WHERE id IN (SELECT value FROM json_each(?))"
    known = [row[0] for row in driver(conn).execute(asked, (as_json_list(ids),))]
    for row_id in known:
        conn.exec_driver_sql(GIVE, (row_id, operator_id, "", int(bool(operator_id)), now))
    if known:
        audit.note(conn, now, "after_sale.assigned", operator_id or "nobody", {"ids": known})
    return len(known)


def return_address(conn: Connection, shop_id: str) -> Address:
    """Where goods of this shop come back to; empty where nobody wrote it down."""
    return msgspec.convert(settings.get(conn, ADDRESS + shop_id, {}), type=Address)


def set_return_address(conn: Connection, shop_id: str, address: Address, now: int) -> bool:
    """Write it down."""
    return settings.put(conn, ADDRESS + shop_id, msgspec.to_builtins(address), now)


def pulse(conn: Connection, now: int, pair: Pair | None = None) -> Pulse:
    """The figures of the last thirty days. The rate is of orders paid in them that got money back since."""
    of = (None, "", "") if pair is None else (1, *pair.shop_ids)
    since = now - DAYS * DAY
    courses = [
        Course(created_at=created, answered_at=answered, finished_at=finished, told=bool(told))
        for created, answered, finished, told in driver(conn).execute(COURSES, (since, *of))
    ]
    refunded, paid = driver(conn).execute(RATE, (since, *of)).fetchone()
    (read_at,) = driver(conn).execute(READ_AT, of).fetchone()
    return Pulse(figures=figures(courses, refunded=refunded, paid=paid), days=DAYS, read_at=read_at)
