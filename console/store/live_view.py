"""What may be asked about shows: the list, one of them, its figures as of a moment, its marks."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection

from console.core.live import MARKS, LiveEvent, LiveEventType, LiveSnapshot, LiveSource
from console.core.model import OrderStatus, Platform
from console.rules.live_counters import before, whole
from console.store.live_counters import restarts
from console.store.live_places import LEADS, NOT_ELSEWHERE
from console.store.pages import driver

SNAPSHOT = tuple(field.name for field in msgspec.structs.fields(LiveSnapshot))
EVENT = tuple(field.name for field in msgspec.structs.fields(LiveEvent))
STREAM = "obs-"  # parts that the stream itself told of begin with it
BY_TYPE = "INDEXED BY ix_live_events_type"  # else the whole log is read in its order for a few rows of it


class Show(msgspec.Struct, frozen=True, kw_only=True):
    """A show. ``ended_at`` None: nobody said that it ended; ``last_at``: the latest row of it."""

    session_id: str
    title: str
    started_at: int
    ended_at: int | None
    last_at: int
    source: LiveSource

    @property
    def until_at(self) -> int:
        """Where it ends as far as is known."""
        return self.last_at if self.ended_at is None else self.ended_at


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """From one opening of the room to its closing."""

    part_id: str
    started_at: int
    ended_at: int | None
    last_at: int


class Told(msgspec.Struct, frozen=True):
    """A snapshot and who told it."""

    snapshot: LiveSnapshot
    source: LiveSource


class Sale(msgspec.Struct, frozen=True):
    """A Kuaishou order paid within a show."""

    order_no: str
    paid_at: int
    amount_fen: int


def shows(conn: Connection, limit: int = 50) -> list[Show]:
    """The latest first."""
    asked = f"SELECT {_names(Show)} FROM live_sessions ORDER BY started_at DESC LIMIT ?"  # noqa: S608 - our own names
    return [_show(row) for row in driver(conn).execute(asked, (limit,))]


def show(conn: Connection, session_id: str) -> Show | None:
    """One of them, by its own name or a part's; ``last``: the latest."""
    if session_id == "last":
        return next(iter(shows(conn, 1)), None)
    asked = f"""SELECT {_names(Show)} FROM live_sessions WHERE session_id =
                COALESCE((SELECT session_id FROM live_parts WHERE part_id = ?1), ?1)"""  # noqa: S608 - our own names
    row = driver(conn).execute(asked, (session_id,)).fetchone()
    return None if row is None else _show(row)


def parts(conn: Connection, session_id: str) -> list[Part]:
    """The openings of its room, in order; between two of them the stream was cut."""
    asked = f"SELECT {_names(Part)} FROM live_parts WHERE session_id = ? ORDER BY started_at"  # noqa: S608
    return [
        Part(**dict(zip(Part.__struct_fields__, row, strict=True)))
        for row in driver(conn).execute(asked, (session_id,))
    ]


def openings(parts: Sequence[Part]) -> list[Part]:
    """From each opening of the room to its closing, once, whoever told of it: what overlaps is the same opening.

    Of two that tell of the same time the stream knows best when it was cut.
    """
    streams = [one for one in parts if one.part_id.startswith(STREAM)]
    told = [one for one in parts if one not in streams and not any(_overlap(one, stream) for stream in streams)]
    found: list[Part] = []
    for one in sorted([*streams, *told], key=lambda part: part.started_at):
        if found and _overlap(found[-1], one):
            last = found[-1]
            is_open = last.ended_at is None or one.ended_at is None
            found[-1] = msgspec.structs.replace(
                last,
                last_at=max(last.last_at, one.last_at),
                ended_at=None if is_open else max(last.ended_at or 0, one.ended_at or 0),
            )
        else:
            found.append(one)
    return found


def _overlap(one: Part, other: Part) -> bool:
    return max(one.started_at, other.started_at) < min(_end(one), _end(other))


def _end(part: Part) -> int:
    return max(part.last_at, part.ended_at or 0)


def snapshots(conn: Connection, session_id: str, begin_at: int = 0, end_at: int = 2**62) -> list[Told]:
    """In order, of all sources, in a half-open stretch; the page's counters since the show began, also where they began
    again after a cut.

    As one text a source: row by row a long show would hold Python for twice as long.
    """
    named = ", ".join(f"'{name}', {name}" for name in SNAPSHOT)
    of = "FROM live_snapshots WHERE session_id = ? AND at >= ? AND at < ?"
    stretch, db = (session_id, begin_at, end_at), driver(conn)
    asked = f"SELECT json_group_array(json_object({named})) {of} AND source = ?"
    found: list[Told] = []
    for (source,) in sorted(db.execute(f"SELECT DISTINCT source {of}", stretch)):
        (told,) = db.execute(asked, (*stretch, source)).fetchone()
        found += [Told(one, LiveSource(source)) for one in msgspec.json.decode(told, type=list[LiveSnapshot])]
    found = _whole(conn, session_id, found)
    return sorted(found, key=lambda one: one.snapshot.at)  # of one moment they stay in the order of their sources


def as_of(conn: Connection, session_id: str, at: int) -> list[Told]:
    """The latest snapshot of each source at a moment."""
    asked = f"""SELECT {", ".join(SNAPSHOT)}, source FROM live_snapshots AS one
                WHERE session_id = ?1 AND at = (SELECT MAX(at) FROM live_snapshots AS two
                      WHERE two.session_id = ?1 AND two.source = one.source AND two.at <= ?2)"""  # noqa: S608
    found = driver(conn).execute(asked, (session_id, at))
    told = [Told(LiveSnapshot(**dict(zip(SNAPSHOT, row[:-1], strict=True))), LiveSource(row[-1])) for row in found]
    return _whole(conn, session_id, told)


def _whole(conn: Connection, session_id: str, told: list[Told]) -> list[Told]:
    """What the page of a room that was opened anew counts, as counted since the show began."""
    begun = restarts(conn, session_id)
    if not begun:
        return told
    return [
        Told(whole(one.snapshot, before(begun, one.snapshot.at)), one.source)
        if one.source is LiveSource.INGEST
        else one
        for one in told
    ]


def events(
    conn: Connection, session_id: str, begin_at: int = 0, end_at: int = 2**62, kinds: Sequence[LiveEventType] = ()
) -> list[LiveEvent]:
    """In order, in a half-open stretch; of these kinds, or of all."""
    of = f"AND type IN ({', '.join('?' * len(kinds))})" if kinds else ""
    by = BY_TYPE if kinds else ""
    asked = f"""SELECT {", ".join(EVENT)} FROM live_events {by}
                WHERE session_id = ? AND at >= ? AND at < ? {of} ORDER BY at, event_id"""  # noqa: S608 - our own names
    found = driver(conn).execute(asked, (session_id, begin_at, end_at, *(kind.value for kind in kinds)))
    return [msgspec.convert(dict(zip(EVENT, row, strict=True)), LiveEvent) for row in found]


def ordered_by(conn: Connection, show: Show) -> LiveSource:
    """Who tells the orders among its events: not always who began it."""
    asked = f"SELECT source FROM live_events {BY_TYPE} WHERE session_id = ? AND type = 'order' LIMIT 1"  # noqa: S608
    row = driver(conn).execute(asked, (show.session_id,)).fetchone()
    return show.source if row is None else LiveSource(row[0])


def marks(conn: Connection, session_id: str) -> list[LiveEvent]:
    """What the show itself did: cues, PKs, red packets, bags."""
    return events(conn, session_id, kinds=tuple(sorted(MARKS)))


def people(conn: Connection, session_id: str, until_at: int = 2**62) -> int:
    """How many named people commented, liked, shared or gave until a moment."""
    asked = "SELECT COUNT(*) FROM live_people WHERE session_id = ? AND first_at <= ?"
    return int(driver(conn).execute(asked, (session_id, until_at)).fetchone()[0])


def sales(conn: Connection, begin_at: int, end_at: int, shop_id: str = "") -> list[Sale]:
    """Kuaishou orders paid in a half-open stretch, of one shop or of all: the exact sums that no live page gives.

    Without those that are known to have been made elsewhere than in a live room.
    """
    asked = f"""SELECT order_no, paid_at, COALESCE(amount_fen, 0) FROM orders
               WHERE {LEADS} AND paid_at >= ? AND paid_at < ? AND status <> ?
               AND (shop_id = ? OR (? = '' AND shop_id LIKE ?)) AND {NOT_ELSEWHERE} ORDER BY paid_at"""  # noqa: S608 - our own words
    of = (shop_id, shop_id, f"{Platform.KUAISHOU}:%")
    return [Sale(*row) for row in driver(conn).execute(asked, (begin_at, end_at, OrderStatus.UNPAID.value, *of))]


def _show(row: Sequence[object]) -> Show:
    return msgspec.convert(dict(zip(Show.__struct_fields__, row, strict=True)), Show)


def _names(noun: type[msgspec.Struct]) -> str:
    return ", ".join(noun.__struct_fields__)
