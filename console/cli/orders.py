"""``orders``: what the file holds, one object a line."""

import asyncio
from pathlib import Path
from typing import Any

import msgspec

from console.cli.arguments import Options
from console.cli.profiles import kept, opened
from console.cli.say import answer
from console.core.clock import SystemClock
from console.core.model import Mapping


def run(options: Options) -> int:
    """Print the orders; returns the exit code."""
    lang = options.lang or "zh_CN"
    folder = options.profile
    assert folder is not None  # noqa: S101 - required by the parser
    with kept(folder) as path:
        rows = asyncio.run(_read(path, Mapping(options.mapping) if options.mapping else None))
    return answer(map(msgspec.json.encode, rows), lang)


async def _read(path: Path, mapping: Mapping | None) -> list[dict[str, Any]]:
    from console.store.order_list import orders_json

    async with opened(path, SystemClock()) as database:
        return await database.read(lambda conn: list(orders_json(conn, mapping)))
