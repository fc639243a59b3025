"""``orders``: what the file holds, one object a line."""

import asyncio
from typing import Any

import msgspec

from console.cli.arguments import Options
from console.cli.say import UNUSABLE, answer, say, say_file_trouble
from console.core.clock import SystemClock
from console.core.errors import FileTrouble
from console.core.model import Mapping


def run(options: Options) -> int:
    """Print the orders; returns the exit code."""
    from console.store.profile import Profile

    lang = options.lang or "zh_CN"
    folder = options.profile
    if folder is None or not folder.is_dir():
        say("cli.no_profile", lang, path=folder)
        return UNUSABLE
    try:
        with Profile.open(folder) as profile:
            if not profile.database_path.exists():
                say("cli.no_profile", lang, path=folder)
                return UNUSABLE
            rows = asyncio.run(_read(profile, Mapping(options.mapping) if options.mapping else None))
    except FileTrouble as trouble:
        return say_file_trouble(trouble, lang)
    return answer(map(msgspec.json.encode, rows), lang)


async def _read(profile: Any, mapping: Mapping | None) -> list[dict[str, Any]]:
    from console.store.database import Database
    from console.store.order_list import orders_json

    database = Database.open(profile.database_path, SystemClock())
    try:
        return await database.read(lambda conn: list(orders_json(conn, mapping)))
    finally:
        database.close()
