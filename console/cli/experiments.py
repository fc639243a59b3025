"""``experiments``: each metric of each experiment, one object a line; p is null before its planned number is there."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from console.cli.arguments import Options
from console.cli.profiles import kept, opened
from console.cli.say import answer
from console.core.clock import SystemClock, format_shop_time

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.experiments import Judged


def run(options: Options) -> int:
    """Print the experiments; returns the exit code."""
    assert options.profile is not None  # noqa: S101 - required by the parser
    with kept(options.profile) as path:
        rows = asyncio.run(_read(path))
    return answer(map(msgspec.json.encode, rows), options.lang or "zh_CN")


async def _read(path: Path) -> list[dict[str, Any]]:
    async with opened(path, SystemClock()) as database:
        return await database.read(_rows)


def _rows(conn: "Connection") -> list[dict[str, Any]]:
    from console.store.experiments import judged

    several = [*judged(conn), *judged(conn, archived=True)]
    return [row for one in several for row in _of(one)]


def _of(one: "Judged") -> Iterator[dict[str, Any]]:
    told = one.experiment
    for verdict in one.verdicts:
        metric, difference = verdict.metric, verdict.difference
        yield {
            "experiment": told.id,
            "name": told.name,
            "state": told.state,
            "reason": told.reason or None,
            "split": told.split,
            "metric": metric.name,
            "kind": metric.kind,
            "unit": metric.unit or None,
            "n": {"a": verdict.a.n, "b": verdict.b.n},
            "planned": metric.planned,
            "value": {"a": verdict.a.value(metric.kind), "b": verdict.b.value(metric.kind)},
            "difference": None if difference is None else difference.value,
            "interval": None if difference is None else [difference.low, difference.high],
            "p": verdict.p,
            "conclusion": verdict.conclusion if verdict.reached or verdict.conclusion == "uneven" else None,
            "standing": verdict.conclusion,
            "source": one.origin or None,
            "as_of": None if one.figures_at is None else format_shop_time(one.figures_at),
        }
