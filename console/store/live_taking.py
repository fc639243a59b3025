"""How what comes in of a show is kept: each row once, in whatever order, and the minutes it falls in added up anew."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby
from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from console.core.live import LiveAction, LiveEvent, LiveRow, LiveSignal, LiveSnapshot, LiveSource, Taken
from console.rules.live import STITCH_MS, minute_of
from console.store.live_ends import BY_HAND, OVER, End, end_of, forget, goes_on, is_final, put_back, still_tells
from console.store.live_minutes import add_up
from console.store.pages import driver

PART = "SELECT session_id FROM live_parts WHERE part_id = ?"
EARLY: Final = "before_show"  # why a row is refused
BEGAN = "SELECT started_at FROM live_sessions WHERE session_id = ?"
LAST = """
SELECT session_id FROM live_sessions
WHERE started_at <= ?1 AND ?1 <= COALESCE(ended_at, last_at) + ?2
AND NOT EXISTS (SELECT 1 FROM audit WHERE subject = session_id AND action = ?3 AND at = ended_at AND at < ?1)
ORDER BY started_at DESC LIMIT 1
"""
GROW = """
UPDATE {table} SET started_at = MIN(started_at, ?1), last_at = MAX(last_at, ?1) WHERE {key} = ?2
"""
FIELDS = tuple(field.name for field in msgspec.structs.fields(LiveSnapshot) if field.name not in ("session_id", "at"))
PUT_SNAPSHOT = f"""
INSERT INTO live_snapshots (session_id, at, source, {", ".join(FIELDS)})
VALUES (?, ?, ?, {", ".join("?" * len(FIELDS))}) ON CONFLICT DO NOTHING
"""  # noqa: S608 - names of our own columns
TOLD = ("event_id", "at", "type", "user_key", "user_name", "text", "count", "item_id", "amount_fen")
PUT_EVENTS = f"""
INSERT INTO live_events (session_id, source, {", ".join(TOLD)})
SELECT ?1, ?2, {", ".join(f"json_extract(value, '$[{number}]')" for number in range(len(TOLD)))}
FROM json_each(?3) WHERE TRUE ON CONFLICT DO NOTHING RETURNING event_id
"""  # noqa: S608 - names of our own columns; one statement for all, for the window waits while Python is busy here


def take(conn: Connection, rows: Sequence[LiveRow], now: int, source: LiveSource) -> list[Taken]:
    """Keep what is new, in the order given; the answers stand in the same order.

    A show nobody began is begun by its first row: whoever sends may have missed the start. Rows of an opening that
    follows on another within a quarter of an hour belong to the same show, unless that was ended by hand. What comes
    through the door and is older than its show by more than that is refused: a clock that is hours off must not move
    the show's beginning. A ``start``, a person, a file and the stream itself may say that it began so much earlier.
    """
    desk = _Desk(conn, now, source)
    answers: list[Taken] = []
    for part_id, some in groupby(rows, key=lambda row: row.session_id if isinstance(row, LiveEvent) else None):
        if part_id is None:
            answers += [desk.take(row) for row in some if not isinstance(row, LiveEvent)]
        else:
            answers += desk.take_events(part_id, [row for row in some if isinstance(row, LiveEvent)])
    for session_id, minutes in desk.touched.items():
        add_up(conn, session_id, minutes)
    return answers


def note_refusals(conn: Connection, reasons: Iterable[str], now: int) -> None:
    """Count rows that were not taken, by the reason's code; what was in them is nobody's business."""
    driver(conn).executemany(
        "INSERT INTO live_refusals (reason, rows, last_at) VALUES (?1, 1, ?2)"
        " ON CONFLICT (reason) DO UPDATE SET rows = rows + 1, last_at = ?2",
        [(reason.partition(":")[0], now) for reason in reasons],
    )


class _Desk:
    """Takes one batch; remembers which show a sender's session belongs to, and which minutes were touched."""

    def __init__(self, conn: Connection, now: int, source: LiveSource) -> None:
        self._db: Any = driver(conn)
        self._now = now
        self._source = source
        self._shows: dict[str, str] = {}
        self.touched: dict[str, set[int]] = {}

    def take(self, row: LiveSignal | LiveSnapshot) -> Taken:
        if isinstance(row, LiveSignal):
            return self._signal(row)
        show = self._show(row.session_id, row.at)
        place, reason = self._where(show, row.session_id)(row)
        if place is None:
            return Taken(reason=reason)
        if not self._snapshot(place, row) or place != show:
            return Taken(is_duplicate=place == show, is_over=place != show)
        self._grow(show, row.session_id, row.at)
        goes_on(self._db, show, row.session_id, row.at, begins=False)
        self.touched.setdefault(show, set()).add(minute_of(row.at))
        return Taken()

    def take_events(self, part_id: str, rows: Sequence[LiveEvent]) -> list[Taken]:
        """Of one part, in their order; what was told after the show's end goes another way."""
        show, answers = self._show(part_id, rows[0].at), list[Taken]()
        while len(answers) < len(rows):
            (place, reason), group = next(groupby(rows[len(answers) :], key=self._where(show, part_id)))
            some = list(group)
            answers += [Taken(reason=reason)] * len(some) if place is None else self._events(place, show, part_id, some)
        return answers

    def _events(self, place: str, show: str, part_id: str, rows: Sequence[LiveEvent]) -> list[Taken]:
        told = msgspec.json.encode([[getattr(row, name) for name in TOLD] for row in rows]).decode()
        new = {event_id for (event_id,) in self._db.execute(PUT_EVENTS, (place, self._source.value, told)).fetchall()}
        kept, answers = [], []
        for row in rows:
            is_new = row.event_id in new
            if is_new:
                new.discard(row.event_id)  # the same once more is a duplicate
                kept.append(row.at)
            answers.append(Taken(is_duplicate=not is_new, is_over=place != show))
        if kept and place == show:
            for at in {min(kept), max(kept)}:
                self._grow(show, part_id, at)
            goes_on(self._db, show, part_id, max(kept), begins=False)
            self.touched.setdefault(show, set()).update(minute_of(at) for at in kept)
        return answers

    def _signal(self, row: LiveSignal) -> Taken:
        at = self._now if row.at is None else row.at
        part_id = row.session_id or f"live-{at}"
        asked = "SELECT last_at, started_at FROM live_parts WHERE part_id = ?"
        known = self._db.execute(asked, (part_id,)).fetchone()
        if row.action is LiveAction.STOP and (known is None or at < known[1]):
            return Taken(is_duplicate=True)  # of nothing: no show is begun, or made longer, in order to end it
        show = self._show(part_id, at, row.room_title)
        if row.action is LiveAction.HEARTBEAT and at < self._earliest(show):
            return Taken(reason=EARLY)
        if row.action is LiveAction.STOP and is_final(self._db, show, part_id, at):
            return Taken(is_duplicate=True)
        place = self._end(show, part_id).place(show, at)
        if place is None:
            return Taken(reason=OVER)
        if place != show and row.action is LiveAction.HEARTBEAT:
            return Taken(is_over=True)
        self._grow(show, part_id, at)
        if row.action is LiveAction.STOP:
            return self._stop(show, part_id, at)
        again = goes_on(self._db, show, part_id, at, begins=row.action is LiveAction.START)
        if again:
            self._bring_back(show)
        if row.action is LiveAction.HEARTBEAT:
            return Taken(is_duplicate=known is not None and at <= known[0])
        if row.room_title:
            self._db.execute(
                "UPDATE live_sessions SET title = ? WHERE session_id = ? AND title = ''", (row.room_title, show)
            )
        return Taken(is_duplicate=known is not None and not again)

    def _stop(self, show: str, part_id: str, at: int) -> Taken:
        was = self._db.execute("SELECT ended_at FROM live_parts WHERE part_id = ?", (part_id,)).fetchone()[0]
        self._db.execute("UPDATE live_parts SET ended_at = ? WHERE part_id = ?", (at, part_id))
        self._db.execute(
            "UPDATE live_sessions SET ended_at = (SELECT MAX(ended_at) FROM live_parts WHERE session_id = ?1)"
            " WHERE session_id = ?1 AND NOT EXISTS"
            " (SELECT 1 FROM live_parts WHERE session_id = ?1 AND ended_at IS NULL)",
            (show,),
        )
        return Taken(is_duplicate=was == at)

    def _show(self, part_id: str, at: int, title: str = "") -> str:
        """The show that a sender's session belongs to; begun here if nobody knows it."""
        show = self._shows.get(part_id)
        if show is None:
            row = self._db.execute(PART, (part_id,)).fetchone()
            show = str(row[0]) if row else self._begin(part_id, at, title)
            self._shows[part_id] = show
        return show

    def _begin(self, part_id: str, at: int, title: str) -> str:
        last = self._db.execute(LAST, (at, STITCH_MS, BY_HAND)).fetchone()
        if last is not None:
            show = str(last[0])
            self._db.execute(
                "UPDATE live_parts SET ended_at = last_at WHERE session_id = ? AND ended_at IS NULL", (show,)
            )
            self._db.execute("UPDATE live_sessions SET ended_at = NULL WHERE session_id = ?", (show,))
            self._bring_back(show)
        else:
            forget(self._db, self._now)
            show = part_id
            self._db.execute(
                "INSERT INTO live_sessions (session_id, title, started_at, last_at, source) VALUES (?, ?, ?, ?, ?)",
                (show, title, at, at, self._source.value),
            )
        self._db.execute(
            "INSERT INTO live_parts (part_id, session_id, started_at, last_at) VALUES (?, ?, ?, ?)",
            (part_id, show, at, at),
        )
        return show

    def _where(self, show: str, part_id: str) -> Callable[[LiveEvent | LiveSnapshot], tuple[str | None, str]]:
        """Under which name a row of this sender is kept as the show stands, or why it is not."""
        return partial(_place, self._end(show, part_id), self._earliest(show), show)

    def _earliest(self, show: str) -> int:
        """How old a row may be that belongs to it."""
        if self._source is not LiveSource.INGEST:
            return 0
        return int(self._db.execute(BEGAN, (show,)).fetchone()[0]) - STITCH_MS

    def _end(self, show: str, part_id: str) -> End:
        """As the door is to see it: what a person, or the stream itself, tells of a show that is over is the show's."""
        return end_of(self._db, show, part_id) if self._source is LiveSource.INGEST else End()

    def _bring_back(self, show: str) -> None:
        minutes = {minute_of(at) for at in put_back(self._db, show)}
        if minutes:
            self.touched.setdefault(show, set()).update(minutes)

    def _grow(self, show: str, part_id: str, at: int) -> None:
        self._db.execute(GROW.format(table="live_sessions", key="session_id"), (at, show))
        self._db.execute(GROW.format(table="live_parts", key="part_id"), (at, part_id))
        still_tells(self._db, part_id, at)

    def _snapshot(self, show: str, row: LiveSnapshot) -> bool:
        values = (getattr(row, name) for name in FIELDS)
        return bool(self._db.execute(PUT_SNAPSHOT, (show, row.at, self._source.value, *values)).rowcount)


def _place(end: End, earliest: int, show: str, row: LiveEvent | LiveSnapshot) -> tuple[str | None, str]:
    if row.at < earliest:
        return None, EARLY
    place = end.place(show, row.at)
    return place, OVER if place is None else ""
