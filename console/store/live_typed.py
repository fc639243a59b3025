"""Figures that a person brings: typed during a show, or read from a table; each can be taken back."""

from collections.abc import Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.errors import Refused
from console.core.live import LiveSnapshot, LiveSource, Taken
from console.rules.live import minute_of
from console.rules.live_sources import BY_HAND
from console.store import audit, live_taking, live_view
from console.store.live_minutes import add_up
from console.store.pages import driver

FIGURES: Final = tuple(
    field.name for field in msgspec.structs.fields(LiveSnapshot) if field.name not in ("session_id", "at", "sources")
)


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """One moment's figures as a person brought them."""

    at: int
    source: LiveSource
    values: dict[str, float]


def put(
    conn: Connection, session_id: str, snapshots: Sequence[LiveSnapshot], source: LiveSource, now: int
) -> list[Taken]:
    """Keep figures of a show, one moment after another; the answers stand in their order.

    A moment that this source told already is a duplicate and stays as it was. Raises Refused where nobody knows the
    show.
    """
    parts = live_view.parts(conn, session_id)
    if not parts:
        raise Refused("live.no_show", detail=session_id)
    rows = []
    for one in snapshots:
        part = next((part for part in reversed(parts) if part.started_at <= one.at), parts[0])
        rows.append(msgspec.structs.replace(one, session_id=part.part_id))
    taken = live_taking.take(conn, rows, now, source)
    audit.note(conn, now, "live.figures", session_id, {"source": source, "rows": len(rows)})
    return taken


def take_back(conn: Connection, session_id: str, at: int, source: LiveSource, now: int) -> bool:
    """As if these figures had never been brought; False where there are none. What others told cannot be taken back."""
    if source not in BY_HAND:
        return False
    asked = "DELETE FROM live_snapshots WHERE session_id = ? AND at = ? AND source = ?"
    gone = bool(driver(conn).execute(asked, (session_id, at, source.value)).rowcount)
    if gone:
        add_up(conn, session_id, [minute_of(at)])
        audit.note(conn, now, "live.figures_back", session_id, {"source": source, "at": at})
    return gone


def typed(conn: Connection, session_id: str, most: int = 50) -> list[Typed]:
    """What a person brought to a show, the latest first."""
    asked = f"""SELECT at, source, {", ".join(FIGURES)} FROM live_snapshots
                WHERE session_id = ? AND source IN ('manual', 'file') ORDER BY at DESC, source LIMIT ?"""  # noqa: S608
    found = []
    for at, source, *values in driver(conn).execute(asked, (session_id, most)):
        told = {name: value for name, value in zip(FIGURES, values, strict=True) if value is not None}
        found.append(Typed(at=at, source=LiveSource(source), values=told))
    return found
