"""``traffic import``: a table of sources, works or labels into the profile; ``traffic report``: what is known."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from console import reference
from console.catalogue import Language
from console.cli.arguments import Options
from console.cli.importing import Imported, Rejected, imported, keep
from console.cli.profiles import kept, opened
from console.cli.say import answer
from console.core.clock import SystemClock, day_start, format_shop_time
from console.core.model import Platform
from console.rules.traffic import of_shop
from console.rules.traffic_import import plan, read_lines

if TYPE_CHECKING:
    from console.rules.traffic_split import Split
    from console.store.traffic_board import TrafficBoard

DAYS = 14


def run(options: Options) -> int:
    """Take a table in, or say what is known; returns the exit code."""
    lang = options.lang or "zh_CN"
    assert options.profile is not None  # noqa: S101 - required by the parser
    if options.traffic == "import":
        return _import(options, options.profile, lang)
    with kept(options.profile) as path:
        found = asyncio.run(_board(path))
    return answer([msgspec.json.encode(report(found))], lang)


def _import(options: Options, folder: Path, lang: Language) -> int:
    return imported(options.file, folder, lang, lambda cells, path: _take(cells, path, options.shop))


async def _take(cells: list[list[str]], path: Path, shop: str) -> Imported:
    from console.store import shop_choice, traffic

    clock, words = SystemClock(), reference.traffic_words()
    made = plan(cells, words)
    found = Imported(kind=made.table, cut=made.cut or msgspec.UNSET)
    lines = read_lines(made, words, day_start(clock.now_ms()))
    found.rejected = [Rejected(row=line.number, reason=line.wrong) for line in lines if line.wrong]
    good = [line.rows for line in lines if line.rows]
    async with opened(path, clock) as database:
        shop_id = await database.read(shop_choice.meant, Platform.KUAISHOU, shop)
        good = [of_shop(rows, shop_id) for rows in good]
        await keep(found, good, lambda some: database.write(traffic.put, some, "file", clock.now_ms()))
    return found


async def _board(path: Path) -> "TrafficBoard":
    from console.store.traffic_board import board

    clock = SystemClock()
    async with opened(path, clock) as database:
        return await database.read(board, clock.now_ms(), DAYS)


def report(found: "TrafficBoard") -> dict[str, Any]:
    """All of it by name; what is not known is null."""
    labels = found.labels
    return {
        "at": format_shop_time(found.at),
        "days": found.days,
        "sources": {
            "people": _split(found.sources.people),
            "counts": _split(found.sources.counts),
            "origins": sorted(found.sources.came.origins),
        },
        "kinds": found.kinds,
        "completion": found.completions,
        "labels": {
            "index": None if labels.now is None else round(labels.now.index, 4),
            "before": None if labels.before is None else round(labels.before, 4),
            "pairs": [] if labels.now is None else labels.now.pairs,
        },
        "funnel": {"people": found.people.steps, "counts": found.counts.steps},
    }


def _split(split: "Split") -> dict[str, Any]:
    return {
        "total": split.total if split.told else None,
        "by": split.by,
        "apart": split.apart,
        "missing_days": split.missing,
        "days": [
            {"day": format_shop_time(day.day_at)[:10], "by": day.by or None, "apart": day.apart} for day in split.days
        ],
    }
