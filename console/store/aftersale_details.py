"""What only the detail of an after-sale tells, kept beside it; and which after-sales are to be asked for by number."""

from collections.abc import Collection
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from console.core.model import AfterSale, AfterSaleFacts
from console.store.pages import as_json_list, driver

_facts = msgspec.json.Decoder(AfterSaleFacts)

BEFORE = """
SELECT a.id, d.facts, d.read_of FROM after_sales a LEFT JOIN after_sale_details d ON d.after_sale_id = a.id
WHERE a.shop_id = ? AND a.after_sale_no = ?
"""
UPSERT = """
INSERT INTO after_sale_details (after_sale_id, facts, carrier, answered_at, read_of, kept_at)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (after_sale_id) DO UPDATE SET facts = excluded.facts, carrier = excluded.carrier,
answered_at = excluded.answered_at, read_of = excluded.read_of, kept_at = excluded.kept_at
"""
STALE = """
SELECT a.after_sale_no, coalesce(a.updated_at, 0) FROM after_sales a
LEFT JOIN after_sale_details d ON d.after_sale_id = a.id
WHERE a.shop_id = ? AND (d.after_sale_id IS NULL OR d.read_of < coalesce(a.updated_at, 0))
AND (a.status NOT IN ('success', 'closed') OR a.updated_at >= ?)
AND a.after_sale_no || ' ' || coalesce(a.updated_at, 0) NOT IN (SELECT value FROM json_each(?))
ORDER BY a.status IN ('success', 'closed'), a.deadline_at IS NULL, a.deadline_at, a.updated_at DESC LIMIT ?
"""


def save(conn: Connection, shop_id: str, row: AfterSale, now: int) -> bool:
    """Keep the facts of an after-sale that is in the file; returns whether they were news."""
    facts = row.facts
    found = driver(conn).execute(BEFORE, (shop_id, row.after_sale_no)).fetchone()
    if facts is None or found is None:
        return False
    row_id, text, read_of = found
    before = None if text is None else _facts.decode(text)
    if before is not None and facts.history is None:
        facts = replace(facts, history=before.history)
    if (facts, row.updated_at or 0) == (before, read_of):
        return False
    carrier = "" if facts.parcel is None else facts.parcel.carrier_code
    written = msgspec.json.encode(facts).decode()
    values = (row_id, written, carrier, answered_at(facts), row.updated_at or 0, now)
    conn.exec_driver_sql(UPSERT, values)
    return facts != before


def answered_at(facts: AfterSaleFacts) -> int | None:
    """The seller's first deed."""
    return min((deed.at for deed in facts.history or () if deed.by == "seller"), default=None)


def facts_of(text: str | None) -> AfterSaleFacts | None:
    """What ``save`` wrote."""
    return None if text is None else _facts.decode(text)


def stale(
    conn: Connection, shop_id: str, since: int, most: int, but: Collection[tuple[str, int]] = ()
) -> list[tuple[str, int]]:
    """After-sales whose detail was never read, or before they last changed: open ones first, the most urgent of them;
    then those that ended after ``since``. Each with the time it last changed; ``but`` these are put off."""
    left_out = as_json_list(f"{number} {at}" for number, at in but)
    rows: list[tuple[Any, ...]] = driver(conn).execute(STALE, (shop_id, since, left_out, most)).fetchall()
    return [(str(number), int(at)) for number, at in rows]
