"""Task lists: whom to reach, by which channel and with which words; what went out, and what came back."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec
from sqlalchemy import Connection

from console.core.clock import DAY
from console.core.errors import Refused
from console.rules.touching import CHANNELS
from console.rules.touching_gate import MOST_HELD, Person, Placed, Result, digest, match, place
from console.store import audit
from console.store.insights import shops_of
from console.store.pages import driver
from console.store.touch_lines import lines
from console.store.touch_people import unwilling
from console.store.views import Pair

State = Literal["draft", "due", "running", "done"]
STATES: Final[tuple[State, ...]] = ("draft", "due", "running", "done")
FIELDS: Final = (
    *("id", "name", "channel", "staff", "source", "state", "message", "pardon", "hold_share", "cost_fen", "made_at"),
    *("made_by", "exported_at", "exported_by", "done_at"),
)
COUNTS: Final = """
SELECT list_id, SUM(part = 'send'), SUM(part = 'hold'), SUM(part = 'left'), SUM(result = 'reached'),
       SUM(result = 'failed') FROM touch_people GROUP BY list_id
"""
OF_PAIR: Final = """
(?1 IS NULL OR EXISTS (SELECT 1 FROM touch_people AS p WHERE p.list_id = touch_lists.id AND
substr(p.customer, 1, instr(p.customer, '|') - 1) IN (SELECT value FROM json_each(?1))))
"""


class TaskList(msgspec.Struct, frozen=True, kw_only=True):
    """A list with how many of it are what; ``refused``: rows of results that fitted nobody."""

    id: int
    name: str
    channel: str
    staff: str
    source: str
    state: State
    message: str
    pardon: str
    hold_share: float
    cost_fen: int | None
    made_at: int
    made_by: str
    exported_at: int | None
    exported_by: str
    done_at: int | None
    sends: int = 0
    holds: int = 0
    left: int = 0
    reached: int = 0
    failed: int = 0


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants of a list. ``source``: what it is made from, in words."""

    name: str
    channel: str
    source: str = ""
    staff: str = ""
    message: str = ""
    hold_share: float = 0.0
    cost_fen: int | None = None


class Sendable(msgspec.Struct, frozen=True, kw_only=True):
    """A person of a list as the file that goes out says it."""

    customer: str
    name: str
    address: str


class Came(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a table of results."""

    reached: int = 0
    failed: int = 0
    strays: int = 0


def make(conn: Connection, wish: Wish, people: Iterable[Person], by: str, now: int) -> int:
    """A new list, its people placed by what is known now; returns its id. Raises Refused for one without a name."""
    if not wish.name.strip() or wish.channel not in CHANNELS:
        raise Refused("touch.no_name")
    db = driver(conn)
    values = (
        *(wish.name.strip(), wish.channel, wish.staff.strip(), wish.source, "draft", wish.message.strip(), ""),
        *(min(MOST_HELD, max(0.0, wish.hold_share)), wish.cost_fen, now, by, "", ""),
    )
    names = "name, channel, staff, source, state, message, pardon, hold_share, cost_fen, made_at, made_by"
    asked = f"INSERT INTO touch_lists ({names}, exported_by, digest) VALUES ({', '.join('?' * 13)})"  # noqa: S608
    list_id = db.execute(asked, values).lastrowid
    assert list_id is not None  # noqa: S101 - an insert tells it
    placed = gated(conn, people, wish.channel, wish.hold_share, f"list {list_id}", now)
    db.executemany(
        "INSERT INTO touch_people (list_id, customer, address, name, part, why, result, said) "
        "VALUES (?, ?, ?, ?, ?, ?, '', '') ON CONFLICT DO NOTHING",
        [(list_id, one.person.customer, one.person.address, one.person.name, one.part, one.why) for one in placed],
    )
    audit.note(conn, now, "touches.make", str(list_id), {"channel": wish.channel, "people": len(placed)})
    return list_id


def gated(
    conn: Connection, people: Iterable[Person], channel: str, hold_share: float, salt: str, now: int
) -> list[Placed]:
    """Everybody with what becomes of him, by what other lists have done lately."""
    quiet = round(lines(conn)["touch_quiet_days"].value) * DAY
    lately = touched(conn, now - quiet)
    known = (
        msgspec.structs.replace(one, touched_at=max(one.touched_at or 0, lately.get(one.customer, 0)) or None)
        for one in people
    )
    return place(known, CHANNELS[channel], now - quiet, hold_share, salt)


def touched(conn: Connection, since_at: int, but: int = 0) -> dict[str, int]:
    """Who was reached since then by any other list, and when last, by every key that a customer has.

    A message that failed reached nobody.
    """
    asked = """
    WITH lately AS (
        SELECT customer, MAX(touched_at) AS at FROM touch_people
        WHERE touched_at >= ? AND part = 'send' AND result <> 'failed' AND list_id <> ? GROUP BY customer)
    SELECT customer, at FROM lately UNION ALL
    SELECT mate.shop_id || '|' || mate.buyer_id, at FROM lately JOIN customer_identities AS own
        ON own.shop_id = substr(customer, 1, instr(customer, '|') - 1)
        AND own.buyer_id = substr(customer, instr(customer, '|') + 1)
    JOIN customer_identities AS mate ON mate.customer_id = own.customer_id
    """
    found: dict[str, int] = {}
    for customer, at in driver(conn).execute(asked, (since_at, but)):
        found[str(customer)] = max(int(at), found.get(str(customer), 0))
    return found


# -- reading -----------------------------------------------------------------------------------------------------------


def lists(conn: Connection, pair: Pair | None = None) -> list[TaskList]:
    """All lists, or those with buyers of a pair; those that wait for somebody first, the latest of each state first."""
    db = driver(conn)
    counts = {row[0]: row[1:] for row in db.execute(COUNTS)}
    asked = f"SELECT {', '.join(FIELDS)} FROM touch_lists WHERE {OF_PAIR} ORDER BY id DESC"  # noqa: S608 - our own names
    found = [_list(row, counts.get(row[0], (0,) * 5)) for row in db.execute(asked, (shops_of(pair),))]
    order = {"due": 0, "running": 1, "draft": 2, "done": 3}
    return sorted(found, key=lambda one: order[one.state])


def one(conn: Connection, list_id: int) -> TaskList | None:
    """A list; None: it is gone."""
    return next((found for found in lists(conn) if found.id == list_id), None)


def reasons(conn: Connection, list_id: int) -> dict[str, int]:
    """How many of a list were left out, by why."""
    asked = "SELECT why, COUNT(*) FROM touch_people WHERE list_id = ? AND part = 'left' GROUP BY why ORDER BY 2 DESC"
    return dict(driver(conn).execute(asked, (list_id,)).fetchall())


def refused(conn: Connection, list_id: int) -> list[tuple[int, str, str]]:
    """Rows of results that fitted nobody: number, what they say, why."""
    asked = "SELECT number, said, wrong FROM touch_refused WHERE list_id = ? ORDER BY number"
    return [(int(number), said, wrong) for number, said, wrong in driver(conn).execute(asked, (list_id,))]


def failures(conn: Connection, list_id: int) -> list[tuple[str, int]]:
    """Why messages of a list failed, and how many."""
    asked = (
        "SELECT said, COUNT(*) FROM touch_people WHERE list_id = ? AND result = 'failed' GROUP BY said ORDER BY 2 DESC"
    )
    return [(str(said), int(count)) for said, count in driver(conn).execute(asked, (list_id,))]


# -- changing ----------------------------------------------------------------------------------------------------------


def settle(conn: Connection, list_id: int, message: str, pardon: str, now: int) -> None:
    """The words are checked and the list waits to be exported; ``pardon``: why a banned wording may go out."""
    _move(conn, list_id, ("draft", "due"), "due", now, message=message.strip(), pardon=pardon.strip())


def export(conn: Connection, list_id: int, by: str, now: int) -> list[Sendable]:
    """Those whom the file is to hold, as of now; the list is under way. Raises Refused for what went out before.

    Who was reached by another list in the meantime, was barred, or wants it no more, is left out now: of those held out
    as of those sent to, or the two could not be compared.
    """
    task = one(conn, list_id)
    if task is None or task.state != "due":
        raise Refused("touch.not_due")
    db = driver(conn)
    quiet = round(lines(conn)["touch_quiet_days"].value) * DAY
    lately = touched(conn, now - quiet, list_id)
    out = dict.fromkeys(lately, "reached") | unwilling(conn, list_id, CHANNELS[task.channel])
    asked = "UPDATE touch_people SET part = 'left', why = ? WHERE list_id = ? AND customer = ? AND part <> 'left'"
    db.executemany(asked, [(why, list_id, customer) for customer, why in out.items()])
    asked = "SELECT customer, name, address FROM touch_people WHERE list_id = ? AND part = 'send' ORDER BY rowid"
    people = [Sendable(customer=row[0], name=row[1], address=row[2]) for row in db.execute(asked, (list_id,))]
    if not people:
        raise Refused("touch.nobody")
    told = digest((person.customer for person in people), task.channel, task.message)
    twin = db.execute("SELECT name FROM touch_lists WHERE digest = ?", (told,)).fetchone()
    if twin is not None:
        raise Refused("touch.sent_before", detail=twin[0])
    db.execute("UPDATE touch_people SET touched_at = ? WHERE list_id = ? AND part <> 'left'", (now, list_id))
    _move(conn, list_id, ("due",), "running", now, exported_at=now, exported_by=by, digest=told)
    return people


def take_back(conn: Connection, list_id: int, now: int) -> None:
    """The file could not be written: nothing went out, the list waits again."""
    driver(conn).execute("UPDATE touch_people SET touched_at = NULL WHERE list_id = ?", (list_id,))
    _move(conn, list_id, ("running",), "due", now, exported_at=None, exported_by="", digest="")


def take_results(conn: Connection, list_id: int, rows: Sequence[tuple[int, Result]], now: int) -> Came:
    """Put results beside their people, row by row; rows that fit nobody are kept as what they are."""
    db = driver(conn)
    asked = "SELECT customer, address, name FROM touch_people WHERE list_id = ? AND part = 'send'"
    found, strays = match([row for _, row in rows], db.execute(asked, (list_id,)).fetchall())
    db.executemany(
        "UPDATE touch_people SET result = ?, said = ? WHERE list_id = ? AND customer = ?",
        [("reached" if row.reached else "failed", row.said, list_id, customer) for customer, row in found.items()],
    )
    db.executemany(
        "INSERT OR REPLACE INTO touch_refused (list_id, number, said, wrong, kept_at) VALUES (?, ?, ?, 'stray', ?)",
        [(list_id, rows[at][0], rows[at][1].key, now) for at in strays],
    )
    reached = sum(row.reached for row in found.values())
    came = Came(reached=reached, failed=len(found) - reached, strays=len(strays))
    audit.note(conn, now, "touches.results", str(list_id), msgspec.structs.asdict(came))
    return came


def finish(conn: Connection, list_id: int, now: int) -> None:
    """Nothing more is to come."""
    _move(conn, list_id, ("running",), "done", now, done_at=now)


def drop(conn: Connection, list_id: int, now: int) -> None:
    """A list that never went out is gone. Raises Refused for one that did: it tells who was reached."""
    gone = driver(conn).execute("DELETE FROM touch_lists WHERE id = ? AND state IN ('draft', 'due')", (list_id,))
    if not gone.rowcount:
        raise Refused("touch.went_out")
    audit.note(conn, now, "touches.drop", str(list_id))


def _move(conn: Connection, list_id: int, before: Sequence[State], state: State, now: int, **values: object) -> None:
    named = {"state": state, **values}
    asked = f"""UPDATE touch_lists SET {", ".join(f"{name} = ?" for name in named)}
                WHERE id = ? AND state IN ({", ".join("?" * len(before))})"""  # noqa: S608 - our own names
    if not driver(conn).execute(asked, (*named.values(), list_id, *before)).rowcount:
        raise Refused("touch.not_due")
    audit.note(conn, now, f"touches.{state}", str(list_id))


def _list(row: Sequence[object], counts: Sequence[int | None]) -> TaskList:
    names = ("sends", "holds", "left", "reached", "failed")
    told = dict(zip(FIELDS, row, strict=True)) | {name: value or 0 for name, value in zip(names, counts, strict=True)}
    return msgspec.convert(told, TaskList)
