"""What was missed while a shop was signed out, and how it was read afterwards. Bookkeeping, hence no audit.

A hole is opened when a shop that was signed out is signed in to again; each of its streams is filled by the first
reading that comes to its end, and its rows are counted over all readings until then.
"""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection

from console.store.views import HealthRow


class Filling(msgspec.Struct, kw_only=True):
    """One stream: read before up to ``from_at`` (None: never), rows written since, and when it was whole again."""

    from_at: int | None
    rows: int = 0
    done_at: int | None = None


class Hole(msgspec.Struct, kw_only=True):
    """Signed out at ``dead_at``, signed in to again at ``signed_in_at``."""

    dead_at: int
    signed_in_at: int
    streams: dict[str, Filling]

    @property
    def from_at(self) -> int:
        """Since when something is missing."""
        return min((one.from_at for one in self.streams.values() if one.from_at is not None), default=self.dead_at)

    @property
    def done_at(self) -> int | None:
        """When the last stream was whole again; None while one is not."""
        ends = [one.done_at for one in self.streams.values()]
        return max((at for at in ends if at is not None), default=None) if None not in ends else None


def open_hole(conn: Connection, shop_id: str, before: Iterable[HealthRow], now: int) -> None:
    """A shop is signed in to again; ``before`` is how its streams were until then. One still open stays as it is."""
    mine = [row for row in before if row.shop_id == shop_id]
    dead = [row.since_at for row in mine if row.kind == "sign_in_needed" and row.since_at is not None]
    former = hole(conn, shop_id)
    if not dead or (former is not None and former.done_at is None):
        return
    streams = {row.stream: Filling(from_at=row.success_at) for row in mine}
    _put(conn, shop_id, Hole(dead_at=min(dead), signed_in_at=now, streams=streams))


def note_read(conn: Connection, shop_id: str, stream: str, rows: int, now: int, *, whole: bool) -> None:
    """A stream was read, to its end (``whole``) or not; counts only while its hole is open."""
    found = hole(conn, shop_id)
    filling = found.streams.get(stream) if found is not None else None
    if found is None or filling is None or filling.done_at is not None:
        return
    filling.rows += rows
    filling.done_at = now if whole else None
    _put(conn, shop_id, found)


def hole(conn: Connection, shop_id: str) -> Hole | None:
    """A shop's last hole, open or filled; None: there never was one."""
    asked = "SELECT value FROM settings WHERE key = ?"
    text = conn.exec_driver_sql(asked, (_key(shop_id),)).scalar_one_or_none()
    return None if text is None else msgspec.json.decode(str(text), type=Hole)


def _put(conn: Connection, shop_id: str, found: Hole) -> None:
    conn.exec_driver_sql(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (_key(shop_id), msgspec.json.encode(found).decode()),
    )


def _key(shop_id: str) -> str:
    return f"hole.{shop_id}"
