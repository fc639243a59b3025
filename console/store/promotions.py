"""Big promotions of the merchant's calendar with their tasks and templates. Each change leaves an audit row."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.errors import Refused
from console.rules.promotions import (
    Known,
    Promotion,
    Step,
    Task,
    as_template,
    coming,
    known_from,
    planned_back,
    step_from,
)
from console.store import audit, settings
from console.store.pages import driver

TEMPLATE: Final = "promotions.template"
SPRING: Final = "春节"
_PROMOTION: Final = "promotion_id, name, day_on, end_on, confirmed, source"
_TASK: Final = (
    *("id", "promotion_id", "key", "lane", "title", "begin_on", "due_on", "owner", "state", "proof", "note"),
    *("done_at", "done_by"),
)


@cache
def known() -> tuple[Known, ...]:
    """The promotions of every year that came with the program."""
    return tuple(known_from(row) for row in reference.table("promotions"))


@cache
def usual_template() -> tuple[Step, ...]:
    """The tasks that came with the program."""
    return tuple(step_from(row) for row in reference.table("promotion_tasks"))


def festivals() -> dict[int, date]:
    """The first day of the lunar year, by year; years that the table does not have are not known."""
    rows = (row for row in reference.table("workdays") if row["kind"] == "festival" and row["name"] == SPRING)
    return {on.year: on for on in (date.fromisoformat(row["date"]) for row in rows)}


def template(conn: Connection) -> tuple[Step, ...]:
    """The merchant's own where he made one."""
    own = settings.get(conn, TEMPLATE)
    return usual_template() if own is None else msgspec.convert(own, tuple[Step, ...])


def put_template(conn: Connection, promotion_id: str | None, now: int) -> None:
    """Plan new promotions as this one is planned; None: as it came."""
    steps = None if promotion_id is None else as_template(promotion(conn, promotion_id), tasks(conn, promotion_id))
    settings.put(conn, TEMPLATE, None if steps is None else msgspec.to_builtins(steps), now)


def promotions(conn: Connection, today: date) -> list[Promotion]:
    """The calendar: kept ones, and the next of each of every year that nobody kept or dropped. By their days."""
    rows = driver(conn).execute(f"SELECT {_PROMOTION}, dropped FROM promotions").fetchall()  # noqa: S608 - our own
    kept = [_promotion(row[:-1]) for row in rows if not row[-1]]
    told = {row[0] for row in rows}
    more = [one for one in coming(known(), today, festivals()) if one.promotion_id not in told]
    return sorted([*kept, *more], key=lambda one: (one.day_on, one.promotion_id))


def promotion(conn: Connection, promotion_id: str) -> Promotion:
    """A kept one. Raises Refused."""
    asked = f"SELECT {_PROMOTION} FROM promotions WHERE promotion_id = ?"  # noqa: S608 - our own names
    row = driver(conn).execute(asked, (promotion_id,)).fetchone()
    if row is None:
        raise Refused("promotion.unknown", detail=promotion_id)
    return _promotion(row)


def put(conn: Connection, wanted: Promotion, now: int) -> None:
    """Its name, its days, and whether they are confirmed. Raises Refused for days that cannot be."""
    if wanted.end_on < wanted.day_on or not wanted.name.strip():
        raise Refused("promotion.days")
    row = (
        *(wanted.promotion_id, wanted.name.strip(), wanted.day_on.isoformat(), wanted.end_on.isoformat()),
        *(wanted.confirmed, wanted.source.strip(), now),
    )
    sql = f"""INSERT INTO promotions ({_PROMOTION}, dropped, changed_at) VALUES (?, ?, ?, ?, ?, ?, 0, ?)
    ON CONFLICT (promotion_id) DO UPDATE SET name = excluded.name, day_on = excluded.day_on, end_on = excluded.end_on,
    confirmed = excluded.confirmed, source = excluded.source, dropped = 0, changed_at = excluded.changed_at
    """  # noqa: S608 - our own names
    driver(conn).execute(sql, row)
    told = {"day": row[2], "end": row[3], "confirmed": wanted.confirmed, "source": row[5]}
    audit.note(conn, now, "promotions.put", wanted.promotion_id, told)


def plan(conn: Connection, wanted: Promotion, chinese: bool, now: int) -> int:
    """Keep it, with the tasks of the template that it has not yet; returns how many were made."""
    put(conn, wanted, now)
    have = {one.key for one in tasks(conn, wanted.promotion_id)}
    made = planned_back(wanted, template(conn), reference.workdays(), chinese=chinese)
    fresh = [one for one in made if one.key not in have]
    for one in fresh:
        _write(conn, one, now, None, "")
    if fresh:
        audit.note(conn, now, "promotions.plan", wanted.promotion_id, {"tasks": len(fresh)})
    return len(fresh)


def drop(conn: Connection, wanted: Promotion, now: int) -> None:
    """Out of the calendar, with its tasks; a promotion of every year does not come back by itself that year."""
    put(conn, wanted, now)
    driver(conn).execute("DELETE FROM promotion_tasks WHERE promotion_id = ?", (wanted.promotion_id,))
    driver(conn).execute("UPDATE promotions SET dropped = 1 WHERE promotion_id = ?", (wanted.promotion_id,))
    audit.note(conn, now, "promotions.drop", wanted.promotion_id, {"name": wanted.name})


def tasks(conn: Connection, promotion_id: str) -> list[Task]:
    """Its tasks, in the order of their days."""
    asked = f"SELECT {', '.join(_TASK)} FROM promotion_tasks WHERE promotion_id = ? ORDER BY begin_on, due_on, id"  # noqa: S608
    return [_task(row) for row in driver(conn).execute(asked, (promotion_id,))]


def open_tasks(conn: Connection) -> list[Task]:
    """What waits for somebody in any promotion that is kept, the nearest first."""
    names = ", ".join(f"t.{name}" for name in _TASK)
    asked = f"""SELECT {names} FROM promotion_tasks AS t JOIN promotions AS p ON p.promotion_id = t.promotion_id
    WHERE NOT p.dropped AND t.state IN ('open', 'doing') ORDER BY t.due_on, t.id"""  # noqa: S608 - our own names
    return [_task(row) for row in driver(conn).execute(asked)]


def put_task(conn: Connection, wanted: Task, now: int) -> int:
    """Keep it, new or changed; who says that it is done is remembered. Returns its id. Raises Refused."""
    promotion(conn, wanted.promotion_id)
    if wanted.due_on < wanted.begin_on or not wanted.title.strip():
        raise Refused("promotion.days")
    before = next((one for one in tasks(conn, wanted.promotion_id) if one.id == wanted.id), None)
    done = wanted.state == "done"
    stays = before is not None and before.state == "done" and done
    at = before.done_at if stays and before is not None else now if done else None
    by = before.done_by if stays and before is not None else str(conn.info.get(audit.ACTOR, "")) if done else ""
    number = _write(conn, wanted, now, at, by)
    told = {"title": wanted.title, "due": wanted.due_on.isoformat(), "owner": wanted.owner, "state": wanted.state}
    audit.note(conn, now, "promotions.task", f"{wanted.promotion_id}/{number}", told)
    return number


def drop_task(conn: Connection, task_id: int, now: int) -> None:
    """Throw it away."""
    if driver(conn).execute("DELETE FROM promotion_tasks WHERE id = ?", (task_id,)).rowcount:
        audit.note(conn, now, "promotions.drop_task", str(task_id))


def _write(conn: Connection, one: Task, now: int, done_at: int | None, done_by: str) -> int:
    values = (
        *(one.id or None, one.promotion_id, one.key, one.lane, one.title.strip(), one.begin_on.isoformat()),
        *(one.due_on.isoformat(), one.owner.strip(), one.state, one.proof.strip(), one.note.strip(), done_at, done_by),
        now,
    )
    marks = ", ".join("?" * len(values))
    asked = f"INSERT OR REPLACE INTO promotion_tasks ({', '.join(_TASK)}, changed_at) VALUES ({marks})"  # noqa: S608
    return int(driver(conn).execute(asked, values).lastrowid or 0)


def _promotion(row: Sequence[Any]) -> Promotion:
    number, name, day_on, end_on, confirmed, source = row
    return Promotion(
        promotion_id=number,
        name=name,
        day_on=date.fromisoformat(day_on),
        end_on=date.fromisoformat(end_on),
        confirmed=bool(confirmed),
        source=source,
    )


def _task(row: Sequence[Any]) -> Task:
    told = dict(zip(_TASK, row, strict=True))
    return Task(**told | {name: date.fromisoformat(told[name]) for name in ("begin_on", "due_on")})
