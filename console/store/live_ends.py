"""Whether a show that was ended goes on after all: whose word says so, and whose is let be.

A sender that begins again within a quarter of an hour goes on with its show, whoever ended it. Who ended it and a
minute later still tells of it was wrong to end it; so was who ended it while another one goes on telling of it, as when
one of two windows with the same page is closed. What was ended by hand, or by the end of the stream, stays ended
whatever is told later: a page that is left open goes on telling of a show that is over. What it tells is put aside
for a quarter of an hour, in case the end was a mistake, and is refused afterwards. Where it was none, that is forgotten
a day later.
"""

from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY
from console.rules.live import SILENT_MS, STITCH_MS
from console.store import audit
from console.store.live_view import STREAM

BY_HAND: Final = "live.ended"
OVER: Final = "show_ended"  # why a row is refused

HOW = f"""
SELECT show.ended_at, part.ended_at,
       EXISTS (SELECT 1 FROM live_parts AS stream
               WHERE stream.session_id = show.session_id AND stream.part_id <> part.part_id
               AND stream.part_id LIKE '{STREAM}%' AND stream.ended_at = show.ended_at)
       OR EXISTS (SELECT 1 FROM audit WHERE subject = show.session_id AND action = '{BY_HAND}' AND at = show.ended_at),
       EXISTS (SELECT 1 FROM live_sessions AS later WHERE later.started_at > show.ended_at)
FROM live_sessions AS show JOIN live_parts AS part ON part.part_id = ?2
WHERE show.session_id = ?1 AND show.ended_at < ?3
"""  # noqa: S608 - our own words

STILL: Final = f"""
UPDATE live_parts SET ended_at = NULL WHERE part_id = ?1 AND ended_at + {SILENT_MS} < ?2
AND EXISTS (SELECT 1 FROM live_sessions AS show WHERE show.session_id = live_parts.session_id AND show.ended_at IS NULL)
"""  # noqa: S608 - our own number
ASIDE: Final = ("live_snapshots", "live_events")
BACK: Final = "UPDATE OR IGNORE {table} SET session_id = ?2 WHERE session_id = ?1 RETURNING at"
REST: Final = "DELETE FROM {table} WHERE session_id = ?"
KEPT_MS: Final = DAY  # after the end: a sender that was cut off brings late that it began again
FORGET: Final = """
DELETE FROM {table} WHERE session_id IN (
    SELECT part.part_id || '/after' FROM live_parts AS part JOIN live_sessions AS show USING (session_id)
    WHERE MAX(show.last_at, show.ended_at) < ?)
"""  # a show has the name of one of its parts; of those that were joined to another the rest goes, too


class End(msgspec.Struct, frozen=True):
    """When a show was ended, if it was, and whether by hand or with the stream."""

    at: int | None = None
    is_set: bool = False

    def place(self, show: str, at: int) -> str | None:
        """Under which name a sender's row of ``at`` is kept: the show's, the one beside it, or none."""
        if self.at is None or at <= self.at:
            return show
        if at > self.at + STITCH_MS:
            return None
        return aside(show) if self.is_set else show


def aside(show: str) -> str:
    """Where rows wait that were told after the end. No sender can name a show like that."""
    return f"{show}/after"


def end_of(db: Any, show: str, part_id: str) -> End:
    """How a show stands that this sender tells of."""
    row = db.execute(HOW, (show, part_id, 2**62)).fetchone()
    return End() if row is None else End(row[0], bool(row[2]))


def put_back(db: Any, show: str) -> set[int]:
    """It goes on after all: what was put aside is the show's. Returns when that was told."""
    found = {at for table in ASIDE for (at,) in db.execute(BACK.format(table=table), (aside(show), show)).fetchall()}
    for table in ASIDE:
        db.execute(REST.format(table=table), (aside(show),))  # what the show knows already
    return found


def forget(db: Any, now: int) -> None:
    """What was put aside of shows that have long been over goes: people's words and names that nobody will see."""
    for table in ASIDE:
        db.execute(FORGET.format(table=table), (now - KEPT_MS,))


def note_end(conn: Connection, session_id: str, at: int) -> None:
    """It was ended by hand."""
    audit.note(conn, at, BY_HAND, session_id)


def is_final(db: Any, show: str, part_id: str, at: int) -> bool:
    """Whether the show had ended before ``at`` by hand or with the stream: a sender's later end says nothing."""
    row = db.execute(HOW, (show, part_id, at)).fetchone()
    return row is not None and bool(row[2])


def still_tells(db: Any, part_id: str, at: int) -> None:
    """A sender that another one seemed to take over from goes on beside it: the show is not over before both are."""
    db.execute(STILL, (part_id, at))


def goes_on(db: Any, show: str, part_id: str, at: int, *, begins: bool) -> bool:
    """Let the show go on if what a sender told at ``at`` means that; True where it does so now."""
    row = db.execute(HOW, (show, part_id, at)).fetchone()
    if row is None:
        return False
    ended_at, _, is_set, is_followed = row
    if is_followed or at > ended_at + STITCH_MS:
        return False
    if not begins and (is_set or at <= ended_at + SILENT_MS):
        return False
    db.execute("UPDATE live_parts SET ended_at = NULL WHERE part_id = ?", (part_id,))
    db.execute("UPDATE live_sessions SET ended_at = NULL WHERE session_id = ?", (show,))
    return True
