"""Experiments in the file: what was planned, what each arm counted, and how that is judged. Each change is audited."""

from collections.abc import Collection, Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.errors import Refused
from console.rules.experiments import (
    WHOLE,
    Experiment,
    Figure,
    Lines,
    Metric,
    State,
    Taken,
    Verdict,
    judge,
    planned,
)
from console.store import audit, settings
from console.store.experiments_taken import taken_figures
from console.store.pages import driver

KEY: Final = "experiments.lines"
NAMES: Final = ("power_bp", "alpha_bp", "few", "uneven_ppm")
_COLUMNS: Final = (
    *("id", "shop_id", "name", "subject", "a_name", "b_name", "split", "metrics", "taken", "state", "reason"),
    *("note", "created_at", "stopped_at"),
)
_FIGURE: Final = ("metric", "arm", "n", "day_at", "hits", "mean", "sd", "origin", "kept_at")


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """An experiment with what its figures say; ``figures_at`` is when the newest of them came."""

    experiment: Experiment
    verdicts: tuple[Verdict, ...]
    origin: str = ""  # of the newest figure: file, paste, manual, orders
    figures_at: int | None = None

    @property
    def lead(self) -> Verdict:
        """The metric that decides."""
        return self.verdicts[0]

    @property
    def is_done(self) -> bool:
        """Whether its plan is reached."""
        return all(one.reached for one in self.verdicts)


def usual_lines() -> dict[str, int]:
    """As they came with the program."""
    return {
        row["name"].removeprefix("experiment_"): int(row["value"]) for row in reference.table("experiment_figures")
    }  # fmt: skip


def lines(conn: Connection) -> Lines:
    """What experiments are judged by: the merchant's own figures where he set some."""
    figures = usual_lines() | settings.get(conn, KEY, {})
    return Lines(
        power=figures["power_bp"] / 10_000,
        alpha=figures["alpha_bp"] / 10_000,
        few=figures["few"],
        uneven_p=figures["uneven_ppm"] / 1_000_000,
    )


def put_line(conn: Connection, name: str, value: int | None, now: int) -> None:
    """Set a line for experiments that are planned from now on; None: as it came."""
    if name not in NAMES:
        raise ValueError(f"no line: {name}")
    own = {key: one for key, one in settings.get(conn, KEY, {}).items() if key != name}
    settings.put(conn, KEY, own if value is None else own | {name: value}, now)


def experiments(conn: Connection, *, archived: bool = False) -> list[Experiment]:
    """Those that are not put away, or those that are; the newest first."""
    asked = f"SELECT {', '.join(_COLUMNS)} FROM experiments WHERE (state = 'archived') = ? ORDER BY id DESC"  # noqa: S608
    return [_experiment(row) for row in driver(conn).execute(asked, (archived,))]


def experiment(conn: Connection, experiment_id: int) -> Experiment:
    """One of them. Raises Refused where it is not known."""
    asked = f"SELECT {', '.join(_COLUMNS)} FROM experiments WHERE id = ?"  # noqa: S608 - our own names
    row = driver(conn).execute(asked, (experiment_id,)).fetchone()
    if row is None:
        raise Refused("experiment.unknown", detail=str(experiment_id))
    return _experiment(row)


def start(conn: Connection, wanted: Experiment, now: int) -> int:
    """Begin it, with its plan reckoned now and kept; returns its id. Raises ValueError for a plan that is none."""
    if not wanted.metrics or len({one.key for one in wanted.metrics}) != len(wanted.metrics):
        raise ValueError("an experiment needs metrics, each once")
    made = planned(wanted, lines(conn))
    shop_id = made.shop_id or ("" if made.taken is None else made.taken.shop_id)  # goes with its shop
    values = (
        *(shop_id, made.name.strip(), made.subject, made.a_name.strip(), made.b_name.strip(), made.split),
        *(_json(made.metrics), "" if made.taken is None else _json(made.taken), "running", "", made.note.strip(), now),
        *(None, now),
    )
    asked = f"INSERT INTO experiments ({', '.join(_COLUMNS[1:])}, changed_at) VALUES ({', '.join('?' * len(values))})"  # noqa: S608
    number = int(driver(conn).execute(asked, values).lastrowid or 0)
    told = {"name": made.name, "planned": {one.key: one.planned for one in made.metrics}}
    audit.note(conn, now, "experiments.start", str(number), told)
    return number


def move(conn: Connection, experiment_id: int, state: State, reason: str, now: int) -> None:
    """Stop it with a reason, put it away, or go on. Raises Refused."""
    before = experiment(conn, experiment_id)
    if state == "stopped" and not reason.strip():
        raise Refused("experiment.no_reason")
    stopped = before.stopped_at if state != "running" else None
    values = (
        *(state, reason.strip() if state == "stopped" else before.reason if state == "archived" else ""),
        *(stopped if stopped is not None or state == "running" else now, now, experiment_id),
    )
    driver(conn).execute(
        "UPDATE experiments SET state = ?, reason = ?, stopped_at = ?, changed_at = ? WHERE id = ?", values
    )
    audit.note(conn, now, "experiments.move", str(experiment_id), {"from": before.state, "to": state, "reason": reason})


def put_figures(conn: Connection, experiment_id: int, told: Sequence[Figure], reason: str, now: int) -> None:
    """Keep what arms counted. A figure of everything so far stands in the place of all that was told before.

    Once the plan is reached its figures stand: a change of them needs a reason. Raises Refused.
    """
    known = experiment(conn, experiment_id)
    keys = {one.key: one for one in known.metrics}
    if known.taken is not None or any(one.metric not in keys or one.n < 0 for one in told):
        raise Refused("experiment.figures")
    if any((one.hits is None or not 0 <= one.hits <= one.n) for one in told if keys[one.metric].kind == "share"):
        raise Refused("experiment.figures")
    if known.state != "running":
        raise Refused("experiment.over", detail=known.name)
    if not reason.strip() and all(one.reached for one in judge(known, figures(conn, known), lines(conn))):
        raise Refused("experiment.reached", detail=known.name)
    db = driver(conn)
    for one in told:
        if one.day_at == WHOLE:
            gone = "DELETE FROM experiment_figures WHERE experiment_id = ? AND metric = ? AND arm = ?"
            db.execute(gone, (experiment_id, one.metric, one.arm))
        else:  # days and a figure of all of them would count twice
            gone = "DELETE FROM experiment_figures WHERE experiment_id = ? AND metric = ? AND arm = ? AND day_at = 0"
            db.execute(gone, (experiment_id, one.metric, one.arm))
        values = (one.metric, one.arm, one.n, one.day_at, one.hits, one.mean, one.sd, one.origin, now, experiment_id)
        asked = f"INSERT OR REPLACE INTO experiment_figures ({', '.join(_FIGURE)}, experiment_id) VALUES ({', '.join('?' * 10)})"  # noqa: S608, E501 - our own names
        db.execute(asked, values)
    said = [[one.metric, one.arm, one.day_at, one.n, one.hits, one.mean, one.sd] for one in told]
    audit.note(conn, now, "experiments.figures", str(experiment_id), {"figures": said, "reason": reason})


def figures(conn: Connection, of: Experiment) -> list[Figure]:
    """What its arms counted, by day: typed and imported, or taken from orders in the file."""
    if of.taken is not None:
        return taken_figures(conn, of, of.taken)
    asked = f"SELECT {', '.join(_FIGURE)} FROM experiment_figures WHERE experiment_id = ? ORDER BY metric, day_at, arm"  # noqa: S608
    return [Figure(**dict(zip(_FIGURE, row, strict=True))) for row in driver(conn).execute(asked, (of.id,))]


def judged(conn: Connection, *, archived: bool = False, shop_ids: Collection[str] = ()) -> list[Judged]:
    """Those of these shops and of none in particular, all without any; with their verdicts."""
    by = lines(conn)
    several = experiments(conn, archived=archived)
    return [_judged(conn, one, by) for one in several if not shop_ids or one.shop_id in ("", *shop_ids)]


def judged_one(conn: Connection, experiment_id: int) -> Judged:
    """One of them. Raises Refused where it is not known."""
    return _judged(conn, experiment(conn, experiment_id), lines(conn))


def _judged(conn: Connection, one: Experiment, by: Lines) -> Judged:
    told = figures(conn, one)
    newest = max(told, key=lambda figure: figure.kept_at, default=None)
    return Judged(
        experiment=one,
        verdicts=tuple(judge(one, told, by)),
        origin="" if newest is None else newest.origin,
        figures_at=None if newest is None else newest.kept_at,
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _experiment(row: Sequence[Any]) -> Experiment:
    told = dict(zip(_COLUMNS, row, strict=True))
    told["metrics"] = msgspec.json.decode(told["metrics"], type=tuple[Metric, ...])
    told["taken"] = msgspec.json.decode(told["taken"], type=Taken) if told["taken"] else None
    return Experiment(**told)
