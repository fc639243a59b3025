"""``traffic import``: a table of sources, works or labels into the profile; ``traffic report``: what is known."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from console import reference
from console.catalogue import Language
from console.cli.arguments import Options
from console.cli.profiles import kept, opened
from console.cli.say import FINDINGS, USAGE, answer, say
from console.core.clock import SystemClock, day_start, format_shop_time
from console.rules.traffic_import import plan, read_lines

if TYPE_CHECKING:
    from console.rules.traffic_split import Split
    from console.store.traffic_board import TrafficBoard

DAYS = 14
BATCH = 500


class Imported(msgspec.Struct, kw_only=True):
    """The answer: which table it was, how many rows were new, known or refused, and why."""

    kind: str | None
    accepted: int = 0
    duplicate: int = 0
    rejected: list["Rejected"] = msgspec.field(default_factory=list)
    cut: int | msgspec.UnsetType = msgspec.UNSET  # rows beyond what is taken at once; not told where there are none


class Rejected(msgspec.Struct, frozen=True):
    """A row that was not taken."""

    row: int
    reason: str


def run(options: Options) -> int:
    """Take a table in, or say what is known; returns the exit code."""
    lang = options.lang or "zh_CN"
    assert options.profile is not None  # noqa: S101 - required by the parser
    if options.traffic == "import":
        return _import(options.file, options.profile, lang)
    with kept(options.profile) as path:
        found = asyncio.run(_board(path))
    return answer([msgspec.json.encode(report(found))], lang)


def _import(file: Path, folder: Path, lang: Language) -> int:
    from console.documents import sheets
    from console.documents.sheets import SheetTrouble
    from console.store.profile import Profile

    try:
        cells = sheets.cells(file)
    except SheetTrouble as trouble:
        say(trouble.code, lang, detail=trouble.detail)
        return USAGE
    except OSError as error:
        say("cli.unreadable_file", lang, path=file, detail=error.strerror or "")
        return USAGE
    with Profile.open(folder) as profile:
        found = asyncio.run(_take(cells, profile.database_path))
    code = answer([msgspec.json.encode(found)], lang)
    return code or (FINDINGS if found.kind is None or found.cut else 0)


async def _take(cells: list[list[str]], path: Path) -> Imported:
    from console.store import traffic

    clock, words = SystemClock(), reference.traffic_words()
    made = plan(cells, words)
    found = Imported(kind=made.table, cut=made.cut or msgspec.UNSET)
    lines = read_lines(made, words, day_start(clock.now_ms()))
    found.rejected = [Rejected(row=line.number, reason=line.wrong) for line in lines if line.wrong]
    good = [line.rows for line in lines if line.rows]
    async with opened(path, clock) as database:
        for first in range(0, len(good), BATCH):
            some = await database.write(traffic.put, good[first : first + BATCH], "file", clock.now_ms())
            found.accepted += some.accepted
            found.duplicate += some.duplicate
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
