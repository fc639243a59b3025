"""Which documents the merchant holds for an item, out of the certificates that were entered; a hook for checks.

A shop of which no certificate was ever entered has no ledger: nothing is known of its documents, and nothing is said
to be there or missing.
"""

from sqlalchemy import Connection

from console.core.clock import DAY, parse_shop_time
from console.rules.listing_documents import Document
from console.store.pages import driver

ANY = "SELECT EXISTS (SELECT 1 FROM certificates WHERE shop_id = ?)"
HELD = """
SELECT kind, valid_from, valid_to FROM certificates AS held WHERE shop_id = ?1 AND CASE
  WHEN json_array_length(held.products) > 0 THEN EXISTS (SELECT 1 FROM json_each(held.products) WHERE value = ?2)
  WHEN json_array_length(held.categories) > 0 THEN EXISTS (
    SELECT 1 FROM json_each(held.categories) WHERE ?3 = value OR substr(?3, 1, length(value) + 3) = value || ' > ')
  ELSE 1 END
"""


def held(conn: Connection, shop_id: str, item_id: str, path: str) -> tuple[Document, ...] | None:
    """Of goods of this category (``path``), with the days they are valid on; None: nothing is known of the shop's."""
    if not driver(conn).execute(ANY, (shop_id,)).fetchone()[0]:
        return None
    return tuple(
        Document(
            name=kind,
            begins_at=parse_shop_time(f"{begin} 00:00:00") if begin else None,
            ends_at=parse_shop_time(f"{end} 00:00:00") + DAY if end else None,  # its last day is a whole one
        )
        for kind, begin, end in driver(conn).execute(HELD, (shop_id, item_id, path))
    )
