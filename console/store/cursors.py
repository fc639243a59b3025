"""How far each stream of each shop has been read. Moved in the transaction that keeps the page.

Beside each stream's watermark stands from when on it was read (``SINCE``): platforms tell three months of the past.
"""

import json
from collections.abc import Sequence

from sqlalchemy import Connection

from console.store.views import Pair, Stream

SINCE = " since"  # appended to a stream's name: the row whose watermark is where its readings begin


def watermark(conn: Connection, shop_id: str, stream: Stream) -> int | None:
    """Everything updated before this instant (ms UTC) is in the file; None: nothing was read yet."""
    return _at(conn, shop_id, stream)


def _at(conn: Connection, shop_id: str, stream: str) -> int | None:
    asked = "SELECT watermark FROM cursors WHERE shop_id = ? AND stream = ?"
    at = conn.exec_driver_sql(asked, (shop_id, stream)).scalar_one_or_none()
    return None if at is None else int(at)


def both_read_until(conn: Connection, pair: Pair) -> int | None:
    """Up to when (ms UTC) the orders of both sides are surely in the file; None where a side has yet to be read.

    A watermark alone does not say so while a reading catches up: an order of an early stretch that changed in a later
    one is told with that. So nothing counts that is younger than the latest reading that came to its end.
    """
    reached = [read_until(conn, shop_id) for shop_id in pair.shop_ids]
    known = [at for at in reached if at is not None]
    return min(known) if len(known) == len(reached) else None


def read_until(conn: Connection, shop_id: str) -> int | None:
    """Up to when (ms UTC) a shop's orders are surely in the file; None where they have yet to be read to an end."""
    asked = (
        "SELECT min(c.watermark, h.success_at) FROM cursors c "
        "JOIN health h ON h.shop_id = c.shop_id AND h.stream = c.stream WHERE c.shop_id = ? AND c.stream = 'orders'"
    )
    at = conn.exec_driver_sql(asked, (shop_id,)).scalar_one_or_none()
    return None if at is None else int(at)


def orders_read_until(conn: Connection, shop_ids: Sequence[str] | None) -> int | None:
    """Up to when (ms UTC) the orders of these shops, None: of all, are surely in the file: of the one furthest behind.

    Of shops that were never read by this program nothing is said: their orders came another way. None: of none of them.
    """
    asked = """SELECT min(min(c.watermark, coalesce(h.success_at, c.watermark))) FROM cursors AS c
    LEFT JOIN health AS h ON h.shop_id = c.shop_id AND h.stream = c.stream
    WHERE c.stream = 'orders' AND (?1 IS NULL OR c.shop_id IN (SELECT value FROM json_each(?1)))"""
    told = None if shop_ids is None else json.dumps(list(shop_ids))
    at = conn.exec_driver_sql(asked, (told,)).scalar_one_or_none()
    return None if at is None else int(at)


def read_since(conn: Connection, shop_id: str, stream: Stream) -> int | None:
    """From when on (ms UTC of update time) a stream was read without a gap; None: that is not known."""
    return _at(conn, shop_id, stream + SINCE)


def note_since(conn: Connection, shop_id: str, stream: Stream, at: int) -> None:
    """Nothing that changed before ``at`` will be read any more: a first reading, or one after too long a time."""
    conn.exec_driver_sql(
        "INSERT INTO cursors (shop_id, stream, watermark) VALUES (?, ?, ?) "
        "ON CONFLICT (shop_id, stream) DO UPDATE SET watermark = excluded.watermark",
        (shop_id, stream + SINCE, at),
    )


def move_watermark(conn: Connection, shop_id: str, stream: Stream, at: int) -> None:
    """Note that everything before ``at`` is in the file. It never goes back."""
    conn.exec_driver_sql(
        "INSERT INTO cursors (shop_id, stream, watermark) VALUES (?, ?, ?) "
        "ON CONFLICT (shop_id, stream) DO UPDATE SET watermark = excluded.watermark "
        "WHERE excluded.watermark > cursors.watermark",
        (shop_id, stream, at),
    )
