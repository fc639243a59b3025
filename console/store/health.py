"""How each stream of each shop is doing: the last success, and the trouble it is in."""

from sqlalchemy import Connection, select

from console.core.errors import TroubleKind
from console.store.tables import Health, table_of
from console.store.views import HealthRow


def note_success(conn: Connection, shop_id: str, stream: str, now: int) -> None:
    """A stream was read to its end: whatever troubled it is over."""
    conn.exec_driver_sql(
        "INSERT INTO health (shop_id, stream, success_at, kind, code, detail) VALUES (?, ?, ?, '', '', '') "
        "ON CONFLICT (shop_id, stream) DO UPDATE SET "
        "success_at = excluded.success_at, since_at = NULL, kind = '', code = '', detail = ''",
        (shop_id, stream, now),
    )


def note_trouble(
    conn: Connection, shop_id: str, stream: str, kind: TroubleKind, code: str, detail: str, now: int
) -> None:
    """A stream is in trouble. ``since_at`` stays where it was while the kind does."""
    conn.exec_driver_sql(
        "INSERT INTO health (shop_id, stream, trouble_at, since_at, kind, code, detail) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (shop_id, stream) DO UPDATE SET trouble_at = excluded.trouble_at, "
        "since_at = CASE WHEN kind = excluded.kind THEN since_at ELSE excluded.since_at END, "
        "kind = excluded.kind, code = excluded.code, detail = excluded.detail",
        (shop_id, stream, now, now, kind, code, detail),
    )


def health(conn: Connection) -> list[HealthRow]:
    """All streams of all shops."""
    table = table_of(Health)
    return [HealthRow(**row._mapping) for row in conn.execute(select(table).order_by(table.c.shop_id, table.c.stream))]


def calm(conn: Connection, shop_id: str) -> None:
    """A shop was signed in to again: what troubled it is over; how far it was read is known still."""
    conn.exec_driver_sql("DELETE FROM health WHERE shop_id = ? AND success_at IS NULL", (shop_id,))
    conn.exec_driver_sql(
        "UPDATE health SET since_at = NULL, kind = '', code = '', detail = '' WHERE shop_id = ?", (shop_id,)
    )


def forget(conn: Connection, shop_id: str) -> None:
    """A shop was let go: nothing is said of it any more."""
    conn.exec_driver_sql("DELETE FROM health WHERE shop_id = ?", (shop_id,))
