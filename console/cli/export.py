"""``export``: a folder of csv and one schema, for BI tools and other programs."""

import asyncio
from pathlib import Path
from typing import Any

import msgspec

from console.cli.arguments import Options
from console.cli.profiles import kept, opened
from console.cli.say import UNUSABLE, answer, say
from console.core.clock import SystemClock, parse_shop_time
from console.documents.bi_folder import FolderTrouble, export


def run(options: Options) -> int:
    """Write the folder and say what is in it; returns the exit code."""
    lang = options.lang or "zh_CN"
    assert options.profile is not None  # noqa: S101 - required by the parser
    since = 0 if options.since is None else parse_shop_time(f"{options.since} 00:00:00")
    with kept(options.profile) as path:
        try:
            told = asyncio.run(_export(path, options.to, since))
        except FolderTrouble as trouble:
            say("cli.unwritable", lang, path=trouble.path, detail=trouble.detail)
            return UNUSABLE
    return answer([msgspec.json.encode({"folder": str(options.to), "since": options.since} | told)], lang)


async def _export(path: Path, folder: Path, since: int) -> dict[str, Any]:
    from console.store.insights_export import read_at

    clock = SystemClock()
    async with opened(path, clock) as database:
        written = await database.read(export, folder, since)
        oldest = await database.read(read_at)
    age_s = None if oldest is None else max(0, clock.now_ms() - oldest) // 1000
    tables = {one.table: {"rows": one.rows, "changed": one.changed} for one in written}
    return {"tables": tables, "as_of": oldest, "age_s": age_s}
