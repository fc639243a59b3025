"""After-sales that may become a dispute, from the file: their scores, the threshold, and the back-test."""

from collections.abc import Collection, Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from console.core.errors import Refused
from console.core.model import AfterSaleStatus
from console.rules.alerts import Alert
from console.rules.disputes import (
    BOUNDS,
    THRESHOLD,
    BackTest,
    Scored,
    Told,
    back_test,
    case_now,
    earlier_of,
    score,
)
from console.store import settings
from console.store.aftersale_details import facts_of
from console.store.pages import as_json_list, driver
from console.store.views import Pair
from console.store.views_tickets import TicketRow

KEY: Final = "compliance.dispute_threshold"
TOLD: Final = "disputes.told"
SHOWN: Final = (30, 45, 60, 70)  # thresholds that the back-test is always shown for
ROWS: Final = """
SELECT a.id, a.status, a.created_at, a.updated_at, a.deadline_at, a.finished_at, a.amount_fen, a.reason, d.facts,
coalesce(r.buyer_note, ''),
CASE WHEN coalesce(r.buyer_id, '') = '' THEN '' ELSE a.shop_id || '/' || r.buyer_id END, s.first_at,
EXISTS (SELECT 1 FROM parcel_tracks p WHERE p.shop_id = a.shop_id AND p.order_no = a.order_no AND p.finding <> '')
FROM after_sales a
LEFT JOIN after_sale_tickets t ON t.after_sale_id = a.id
LEFT JOIN after_sale_details d ON d.after_sale_id = a.id
LEFT JOIN orders r ON r.shop_id = a.shop_id AND r.order_no = a.order_no
LEFT JOIN disputes_seen s ON s.after_sale_id = a.id
WHERE t.under_id IS NULL AND a.status IN (SELECT value FROM json_each(?))
"""
ASKED: Final = """
SELECT a.id, a.created_at, a.shop_id || '/' || r.buyer_id FROM after_sales a
JOIN orders r ON r.shop_id = a.shop_id AND r.order_no = a.order_no AND r.buyer_id <> ''
LEFT JOIN after_sale_tickets t ON t.after_sale_id = a.id
WHERE t.under_id IS NULL
"""
OF_SHOPS: Final = " AND a.shop_id IN (SELECT value FROM json_each(?))"
OF_IDS: Final = " AND a.id IN (SELECT value FROM json_each(?))"
OF_BUYERS: Final = " AND r.buyer_id IN (SELECT value FROM json_each(?))"
SEEN: Final = """
INSERT INTO disputes_seen (after_sale_id, first_at)
SELECT id, coalesce(updated_at, ?) FROM after_sales
WHERE shop_id = ? AND status = 'platform' AND after_sale_no IN (SELECT value FROM json_each(?))
ON CONFLICT (after_sale_id) DO NOTHING
"""
RUNNING: Final = frozenset(AfterSaleStatus) - {
    AfterSaleStatus.SUCCESS, AfterSaleStatus.CLOSED, AfterSaleStatus.PLATFORM, AfterSaleStatus.REFUNDING,
}  # fmt: skip
"""What may still become one. What the platform decides already is one, and money on its way is none."""


def note_seen(conn: Connection, shop_id: str, numbers: Collection[str], now: int) -> None:
    """Remember which of these are with their platform to decide: their state will not say so when they are over."""
    driver(conn).execute(SEEN, (now, shop_id, as_json_list(numbers)))


def threshold(conn: Connection) -> int:
    """From which score on a warning is given."""
    return int(settings.get(conn, KEY, THRESHOLD))


def set_threshold(conn: Connection, wanted: int, now: int) -> bool:
    """Set it; returns whether that changed anything. Raises Refused out of bounds."""
    if not BOUNDS[0] <= wanted <= BOUNDS[1]:
        raise Refused("dispute.threshold", detail=f"{BOUNDS[0]}–{BOUNDS[1]}")
    return settings.put(conn, KEY, wanted, now)


def told(conn: Connection, pair: Pair | None = None, *, past: bool = True) -> list[Told]:
    """Every after-sale that leads its ticket, with what bears on a dispute; or those that run only."""
    asked = ROWS if pair is None else ROWS + OF_SHOPS
    read = as_json_list(one.value for one in (AfterSaleStatus if past else RUNNING))
    values = (read,) if pair is None else (read, as_json_list(pair.shop_ids))
    return [_told(row) for row in driver(conn).execute(asked, values)]


def _told(row: tuple[Any, ...]) -> Told:
    facts = facts_of(row[8])
    return Told(
        row_id=row[0],
        status=AfterSaleStatus(row[1]),
        asked_at=row[2],
        updated_at=row[3],
        deadline_at=row[4],
        finished_at=row[5],
        amount_fen=row[6],
        reason=row[7],
        words="\n".join(part for part in (row[9], "" if facts is None else facts.words) if part),
        history=None if facts is None else facts.history,
        buyer=row[10],
        seen_at=row[11],
        stuck=bool(row[12]),
    )


def scores(conn: Connection, now: int, pair: Pair | None = None) -> dict[int, Scored]:
    """The score of each that is still running, by row id. The past is looked at for its buyers only."""
    return _scores(conn, told(conn, pair, past=False), now, threshold(conn))


def _scores(conn: Connection, found: list[Told], now: int, least: int) -> dict[int, Scored]:
    before = earlier_of(driver(conn).execute(ASKED)) if found else {}
    return {
        one.row_id: score(case_now(one, before.get(one.row_id, 0), now), least)
        for one in found
        if one.status in RUNNING
    }


def with_risk(conn: Connection, rows: Sequence[TicketRow], now: int) -> list[TicketRow]:
    """These tickets with their scores."""
    ids = [row.id for row in rows if row.status in RUNNING]
    if not ids:
        return list(rows)
    asked = (as_json_list(one.value for one in RUNNING), as_json_list(ids))
    these = [_told(row) for row in driver(conn).execute(ROWS + OF_IDS, asked)]
    buyers = as_json_list({one.buyer.partition("/")[2] for one in these if one.buyer})
    before = earlier_of(driver(conn).execute(ASKED + OF_BUYERS, (buyers,)))
    least = threshold(conn)
    found = {one.row_id: score(case_now(one, before.get(one.row_id, 0), now), least) for one in these}
    return [msgspec.structs.replace(row, risk=found.get(row.id)) for row in rows]


class Warned(msgspec.Struct, frozen=True, kw_only=True):
    """What the warning's page shows."""

    threshold: int
    scores: dict[int, Scored]
    test: BackTest


def warned(conn: Connection, now: int, pair: Pair | None = None, *, past: bool = True) -> Warned:
    """Read it all at one moment; the ``past`` takes a while in a large shop."""
    found, least = told(conn, pair, past=past), threshold(conn)
    return Warned(
        threshold=least, scores=_scores(conn, found, now, least), test=back_test(found if past else (), (*SHOWN, least))
    )


def standing(conn: Connection, now: int) -> tuple[list[Alert], list[Alert]]:
    """One alert for all that reach the threshold; told again only when another one has come to it."""
    least = threshold(conn)
    over = sorted(row_id for row_id, one in scores(conn, now).items() if one.score >= least)
    before = settings.get(conn, TOLD, {"ids": [], "at": now})
    fresh = set(over) - set(before["ids"])
    at = now if fresh else int(before["at"])
    if over != before["ids"]:
        settings.remember(conn, TOLD, {"ids": over, "at": at})
    if not over:
        return [], []
    alert = Alert(key=f"dispute:{at}", cause="dispute", level=2, at=at, detail=str(least), number=len(over))
    return [alert], [alert] if fresh else []
