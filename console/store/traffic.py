"""Traffic that was imported or typed: kept row by row, each under its key; what is told again replaces itself.

A row is of a shop. Where nobody said of which, it counts for each and is told to be so; told once more with a shop, the
same row is that shop's from then on.
"""

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
    SourceRow: ("shop_id", "day_at", "show", "name"),
    WorkRow: ("shop_id", "work"),
    LabelRow: ("shop_id", "day_at", "side", "label"),
}
MOST_LISTED: Final = 2_000
OF_SHOP: Final = "(? = '' OR shop_id IN ('', ?))"


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the rows of a table: ``duplicate`` were in the file with these very figures."""

    accepted: int = 0
    duplicate: int = 0


class Came(msgspec.Struct, frozen=True, kw_only=True):
    """From where rows came, how many, and when the last of them was kept; None: there are none.

    ``unknown``: so many are of nobody knows which shop.
    """

    origins: frozenset[Origin] = frozenset()
    kept_at: int | None = None
    rows: int = 0
    unknown: int = 0


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


def set_kind(conn: Connection, shop_id: str, work: str, kind: str, now: int) -> None:
    """What a person says that a work is; it wins over every import. Empty: as it was imported."""
    asked = "UPDATE traffic_works SET own_kind = ? WHERE shop_id = ? AND work = ?"
    if driver(conn).execute(asked, (kind.strip(), shop_id, work)).rowcount:
        audit.note(conn, now, "traffic.kind", work, {"kind": kind.strip()})


def drop_work(conn: Connection, shop_id: str, work: str, now: int) -> None:
    """As if it had never been imported."""
    if driver(conn).execute("DELETE FROM traffic_works WHERE shop_id = ? AND work = ?", (shop_id, work)).rowcount:
        audit.note(conn, now, "traffic.drop_work", work)


def replace_labels(conn: Connection, day_at: int, rows: Sequence[LabelRow], origin: Origin, now: int) -> Kept:
    """The labels of a day as a person wrote them: those he took out are gone. The rows are of one shop."""
    shop_id, sides = next((row.shop_id for row in rows), ""), {row.side for row in rows}
    kept = put(conn, [(row,) for row in rows], origin, now)
    names, db = {key_of(row) for row in rows}, driver(conn)
    asked = "SELECT day_at, side, label FROM traffic_labels WHERE shop_id = ? AND day_at = ?"
    for at, side, label in db.execute(asked, (shop_id, day_at)).fetchall():
        if side in sides and (at, side, label) not in names:
            where = "shop_id = ? AND day_at = ? AND side = ? AND label = ?"
            db.execute(f"DELETE FROM traffic_labels WHERE {where}", (shop_id, at, side, label))  # noqa: S608 - our own
    return kept


# -- reading -----------------------------------------------------------------------------------------------------------


def sources(conn: Connection, begin_at: int, end_at: int, shop_id: str = "") -> tuple[list[SourceRow], Came]:
    """The rows of the days of a half-open stretch; with a shop none that is known to be another's."""
    asked = f"""SELECT {", ".join(SourceRow.__struct_fields__)}, origin, kept_at FROM traffic_sources
                WHERE day_at >= ? AND day_at < ? AND {OF_SHOP} ORDER BY day_at, show, name"""  # noqa: S608 - our names
    return _read(conn, SourceRow, asked, (begin_at, end_at, shop_id, shop_id))


def works(conn: Connection, since_at: int, before_at: int, shop_id: str = "") -> tuple[list[WorkRow], Came]:
    """The works published within a half-open stretch, the latest first; their kind as a person said it, if one did."""
    named = ", ".join(_of_work(name) for name in WorkRow.__struct_fields__)
    asked = f"""SELECT {named}, origin, kept_at FROM traffic_works
                WHERE day_at >= ? AND day_at < ? AND {OF_SHOP} ORDER BY day_at DESC, work"""  # noqa: S608 - our names
    return _read(conn, WorkRow, asked, (since_at, before_at, shop_id, shop_id))


def labels(conn: Connection, side: Side, until_at: int, shop_id: str = "") -> LabelSide:
    """The labels of one side of exactly this shop, as of the last day up to ``until_at`` that tells any."""
    db = driver(conn)
    asked = "SELECT MAX(day_at) FROM traffic_labels WHERE shop_id = ? AND side = ? AND day_at <= ?"
    (day_at,) = db.execute(asked, (shop_id, side, until_at)).fetchone()
    if day_at is None:
        return LabelSide()
    asked = """SELECT label, share, origin, kept_at FROM traffic_labels
               WHERE shop_id = ? AND side = ? AND day_at = ? ORDER BY share DESC"""
    found = db.execute(asked, (shop_id, side, day_at)).fetchall()
    shares = {label: share for label, share, _, _ in found}
    return LabelSide(day_at=day_at, shares=shares, came=_came((row[2], row[3], shop_id) for row in found))


def labelled(conn: Connection, until_at: int, shop_id: str = "") -> str:
    """Whose labels to show, for those of two shops cannot be added up: this shop's own, or the ones told last."""
    asked = f"""SELECT shop_id FROM traffic_labels WHERE day_at <= ? AND {OF_SHOP}
                ORDER BY shop_id = ? DESC, day_at DESC, kept_at DESC LIMIT 1"""  # noqa: S608 - our own words
    found = driver(conn).execute(asked, (until_at, shop_id, shop_id, shop_id or None)).fetchone()
    return shop_id if found is None else str(found[0])


# -- rows --------------------------------------------------------------------------------------------------------------


def _known(conn: Connection, row: TrafficRow) -> TrafficRow | None:
    kind = type(row)
    where = " AND ".join(f"{name} = ?" for name in KEYS[kind])
    asked = f"SELECT {', '.join(kind.__struct_fields__)} FROM {NAMES[kind]} WHERE {where}"  # noqa: S608 - our own names
    db = driver(conn)
    found = db.execute(asked, (row.shop_id, *key_of(row))).fetchone()
    if found is None and row.shop_id:
        found = db.execute(asked, ("", *key_of(row))).fetchone()
        found = found if found is not None and _row(kind, (*found[:-1], row.shop_id)) == row else None
    return None if found is None else _row(kind, found)


def _claim(conn: Connection, row: TrafficRow) -> None:
    """The very same row of nobody knows which shop is this shop's from now on; gone where that has one already."""
    nobodys, known = msgspec.structs.replace(row, shop_id=""), _known(conn, row)
    if not row.shop_id or _known(conn, nobodys) != nobodys:
        return
    table, where = NAMES[type(row)], " AND ".join(f"{name} = ?" for name in KEYS[type(row)])
    if known is not None and known.shop_id == row.shop_id:
        driver(conn).execute(f"DELETE FROM {table} WHERE {where}", ("", *key_of(row)))  # noqa: S608 - our own names
        return
    asked = f"UPDATE {table} SET shop_id = ? WHERE {where}"  # noqa: S608 - our own names
    driver(conn).execute(asked, (row.shop_id, "", *key_of(row)))


def _write(conn: Connection, row: TrafficRow, origin: Origin, now: int) -> None:
    _claim(conn, row)
    values = {**msgspec.structs.asdict(row), "origin": origin, "kept_at": now}
    if isinstance(row, WorkRow):
        values["own_kind"] = ""
    kept = [name for name in values if name not in (*KEYS[type(row)], "own_kind")]
    asked = f"""INSERT INTO {NAMES[type(row)]} ({", ".join(values)}) VALUES ({", ".join("?" * len(values))})
                ON CONFLICT ({", ".join(KEYS[type(row)])}) DO UPDATE SET
                {", ".join(f"{name} = excluded.{name}" for name in kept)}"""  # noqa: S608 - our own names
    driver(conn).execute(asked, tuple(values.values()))


def _read(conn: Connection, kind: type[N], asked: str, values: Sequence[object]) -> tuple[list[N], Came]:
    found = driver(conn).execute(asked, tuple(values)).fetchall()
    rows = [_row(kind, row[:-2]) for row in found]
    return rows, _came((told[-2], told[-1], row.shop_id) for told, row in zip(found, rows, strict=True))


def _row(kind: type[N], values: Sequence[object]) -> N:
    return msgspec.convert(dict(zip(kind.__struct_fields__, values, strict=True)), kind)


def _of_work(name: str) -> str:
    return "CASE WHEN own_kind <> '' THEN own_kind ELSE kind END" if name == "kind" else name


def _came(rows: Iterable[tuple[Origin, int, str]]) -> Came:
    told = list(rows)
    return Came(
        origins=frozenset(origin for origin, _, _ in told),
        kept_at=max((at for _, at, _ in told), default=None),
        rows=len(told),
        unknown=sum(not shop_id for _, _, shop_id in told),
    )
