"""Traffic that was imported or typed: kept row by row, each under its key; what is told again replaces itself."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, TypeVar

import msgspec
from sqlalchemy import Connection

from console.rules.traffic import LabelRow, Origin, Side, SourceRow, TrafficRow, WorkRow
from console.rules.traffic_import import key_of
from console.store import audit
from console.store.pages import driver

N = TypeVar("N", bound=TrafficRow)
RowState = Literal["new", "same", "changed"]
NAMES: Final[Mapping[type[TrafficRow], str]] = {
    SourceRow: "traffic_sources",
    WorkRow: "traffic_works",
    LabelRow: "traffic_labels",
}
KEYS: Final[Mapping[type[TrafficRow], tuple[str, ...]]] = {
    SourceRow: ("day_at", "show", "name"),
    WorkRow: ("work",),
    LabelRow: ("day_at", "side", "label"),
}
MOST_LISTED: Final = 2_000


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the rows of a table: ``duplicate`` were in the file with these very figures."""

    accepted: int = 0
    duplicate: int = 0


class Came(msgspec.Struct, frozen=True, kw_only=True):
    """From where rows came, how many, and when the last of them was kept; None: there are none."""

    origins: frozenset[Origin] = frozenset()
    kept_at: int | None = None
    rows: int = 0


class LabelSide(msgspec.Struct, frozen=True, kw_only=True):
    """One side's labels as of a day; None: nobody told it."""

    day_at: int | None = None
    shares: Mapping[str, float] = {}
    came: Came = Came()


def states(conn: Connection, lines: Sequence[Sequence[TrafficRow]]) -> list[RowState]:
    """What of the rows of a table is news, in their order; each may tell several things."""
    found: list[RowState] = []
    for line in lines:
        known = [_known(conn, row) for row in line]
        is_same = all(one == row for one, row in zip(known, line, strict=True))
        found.append("same" if is_same else "new" if not any(known) else "changed")
    return found


def put(conn: Connection, lines: Sequence[Sequence[TrafficRow]], origin: Origin, now: int) -> Kept:
    """Keep the rows of a table; what is known as it is stays as it was, with its age and where it came from."""
    news = [line for line, state in zip(lines, states(conn, lines), strict=True) if state != "same"]
    fresh = [row for line in news for row in line if _known(conn, row) != row]
    for row in fresh:
        _write(conn, row, origin, now)
    if fresh:
        tables = sorted({NAMES[type(row)] for row in fresh})
        audit.note(conn, now, "traffic.import", " ".join(tables), {"rows": len(fresh), "from": origin})
    return Kept(accepted=len(news), duplicate=len(lines) - len(news))


def set_kind(conn: Connection, work: str, kind: str, now: int) -> None:
    """What a person says that a work is; it wins over every import. Empty: as it was imported."""
    db = driver(conn)
    if db.execute("UPDATE traffic_works SET own_kind = ? WHERE work = ?", (kind.strip(), work)).rowcount:
        audit.note(conn, now, "traffic.kind", work, {"kind": kind.strip()})


def drop_work(conn: Connection, work: str, now: int) -> None:
    """As if it had never been imported."""
    if driver(conn).execute("DELETE FROM traffic_works WHERE work = ?", (work,)).rowcount:
        audit.note(conn, now, "traffic.drop_work", work)


def replace_labels(conn: Connection, day_at: int, rows: Sequence[LabelRow], origin: Origin, now: int) -> Kept:
    """The labels of a day as a person wrote them: those he took out are gone."""
    sides = {row.side for row in rows}
    kept = put(conn, [(row,) for row in rows], origin, now)
    names = {key_of(row) for row in rows}
    db = driver(conn)
    for at, side, label in db.execute("SELECT day_at, side, label FROM traffic_labels WHERE day_at = ?", (day_at,)):
        if side in sides and (at, side, label) not in names:
            db.execute("DELETE FROM traffic_labels WHERE day_at = ? AND side = ? AND label = ?", (at, side, label))
    return kept


# -- reading -----------------------------------------------------------------------------------------------------------


def sources(conn: Connection, begin_at: int, end_at: int) -> tuple[list[SourceRow], Came]:
    """The rows of the days of a half-open stretch."""
    asked = f"""SELECT {", ".join(SourceRow.__struct_fields__)}, origin, kept_at FROM traffic_sources
                WHERE day_at >= ? AND day_at < ? ORDER BY day_at, show, name"""  # noqa: S608 - our own names
    found = driver(conn).execute(asked, (begin_at, end_at)).fetchall()
    return [_row(SourceRow, row[:-2]) for row in found], _came((row[-2], row[-1]) for row in found)


def works(conn: Connection, since_at: int, before_at: int) -> tuple[list[WorkRow], Came]:
    """The works published within a half-open stretch, the latest first; their kind as a person said it, if one did."""
    named = ", ".join(_of_work(name) for name in WorkRow.__struct_fields__)
    asked = f"""SELECT {named}, origin, kept_at FROM traffic_works
                WHERE day_at >= ? AND day_at < ? ORDER BY day_at DESC, work"""  # noqa: S608 - our own names
    found = driver(conn).execute(asked, (since_at, before_at)).fetchall()
    return [_row(WorkRow, row[:-2]) for row in found], _came((row[-2], row[-1]) for row in found)


def labels(conn: Connection, side: Side, until_at: int) -> LabelSide:
    """The labels of one side as of the last day up to ``until_at`` that tells any."""
    db = driver(conn)
    asked = "SELECT MAX(day_at) FROM traffic_labels WHERE side = ? AND day_at <= ?"
    (day_at,) = db.execute(asked, (side, until_at)).fetchone()
    if day_at is None:
        return LabelSide()
    asked = "SELECT label, share, origin, kept_at FROM traffic_labels WHERE side = ? AND day_at = ? ORDER BY share DESC"
    found = db.execute(asked, (side, day_at)).fetchall()
    shares = {label: share for label, share, _, _ in found}
    return LabelSide(day_at=day_at, shares=shares, came=_came((row[2], row[3]) for row in found))


# -- rows --------------------------------------------------------------------------------------------------------------


def _known(conn: Connection, row: TrafficRow) -> TrafficRow | None:
    kind = type(row)
    where = " AND ".join(f"{name} = ?" for name in KEYS[kind])
    asked = f"SELECT {', '.join(kind.__struct_fields__)} FROM {NAMES[kind]} WHERE {where}"  # noqa: S608 - our own names
    found = driver(conn).execute(asked, key_of(row)).fetchone()
    return None if found is None else _row(kind, found)


def _write(conn: Connection, row: TrafficRow, origin: Origin, now: int) -> None:
    values = {**msgspec.structs.asdict(row), "origin": origin, "kept_at": now}
    if isinstance(row, WorkRow):
        values["own_kind"] = ""
    kept = [name for name in values if name not in (*KEYS[type(row)], "own_kind")]
    asked = f"""INSERT INTO {NAMES[type(row)]} ({", ".join(values)}) VALUES ({", ".join("?" * len(values))})
                ON CONFLICT ({", ".join(KEYS[type(row)])}) DO UPDATE SET
                {", ".join(f"{name} = excluded.{name}" for name in kept)}"""  # noqa: S608 - our own names
    driver(conn).execute(asked, tuple(values.values()))


def _row(kind: type[N], values: Sequence[object]) -> N:
    return msgspec.convert(dict(zip(kind.__struct_fields__, values, strict=True)), kind)


def _of_work(name: str) -> str:
    return "CASE WHEN own_kind <> '' THEN own_kind ELSE kind END" if name == "kind" else name


def _came(rows: Iterable[tuple[Origin, int]]) -> Came:
    told = list(rows)
    if not told:
        return Came()
    return Came(origins=frozenset(origin for origin, _ in told), kept_at=max(at for _, at in told), rows=len(told))
