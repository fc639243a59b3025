"""When a platform's review turned goods down, and when that ended: kept as pages of items come in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from console.core.model import AuditState, Item
from console.store.pages import as_json_list, driver
from console.store.views_goods import Course

TURNED_DOWN = (AuditState.REFUSED, AuditState.NEEDS_CHANGES)

STANDING = """
SELECT id, item_id, text FROM refusals
WHERE shop_id = ? AND ended_at IS NULL AND item_id IN (SELECT value FROM json_each(?))
"""
COURSE = """
SELECT count(CASE WHEN seen_at >= ? THEN 1 END),
       count(CASE WHEN ended_at >= ? AND ended_as = 'passed' THEN 1 END), min(seen_at)
FROM refusals WHERE ? IS NULL OR shop_id IN (SELECT value FROM json_each(?))
"""
BEGIN = "INSERT INTO refusals (shop_id, item_id, text, seen_at, ended_as) VALUES (?, ?, ?, ?, '')"
END = "UPDATE refusals SET ended_at = ?, ended_as = ? WHERE id = ?"


class _Standing(NamedTuple):
    """A refusal that has not ended."""

    id: int
    item_id: str
    text: str


def note_items(conn: Connection, shop_id: str, items: Iterable[Item], now: int) -> None:
    """Begin and end refusals as these items now stand."""
    told = {item.item_id: item for item in items}
    standing = _standing(conn, shop_id, told)
    begun, ended = [], []
    for item_id, item in told.items():
        before = standing.get(item_id)
        is_down = item.audit in TURNED_DOWN
        if before is not None and item.audit is AuditState.PASSED:
            ended.append((now, "passed", before.id))
        elif before is not None and is_down and before.text != item.audit_reason:
            ended.append((now, "other", before.id))
        if is_down and (before is None or before.text != item.audit_reason):
            begun.append((shop_id, item_id, item.audit_reason, now))
    _write(conn, END, ended)
    _write(conn, BEGIN, begun)


def note_gone(conn: Connection, shop_id: str, item_ids: Sequence[str], now: int) -> None:
    """These items are no more: nobody fixed them."""
    _write(conn, END, [(now, "gone", row.id) for row in _standing(conn, shop_id, item_ids).values()])


def course(conn: Connection, shop_ids: Collection[str] | None, since_at: int) -> Course:
    """How it went since an instant; ``shop_ids`` None: in all shops."""
    shops = None if shop_ids is None else as_json_list(shop_ids)
    found, fixed, first = driver(conn).execute(COURSE, (since_at, since_at, shops, shops)).fetchone()
    return Course(found=found, fixed=fixed, since_at=first)


def _standing(conn: Connection, shop_id: str, item_ids: Collection[str]) -> Mapping[str, _Standing]:
    if not item_ids:
        return {}
    rows = (_Standing._make(row) for row in driver(conn).execute(STANDING, (shop_id, as_json_list(item_ids))))
    return {row.item_id: row for row in rows}


def _write(conn: Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        driver(conn).executemany(statement, rows)
