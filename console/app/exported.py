"""What a merchant imports, for demo and pictures: files of the sandbox, taken in by the same code as a click's."""

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from console import reference
from console.core.clock import DAY, day_start, format_shop_time
from console.core.model import Platform

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.app.joining import Assembly

BACK = 30
GOODS = 40
TITLES = "SELECT DISTINCT title FROM items WHERE title <> '' AND shop_id LIKE 'kuaishou:%' ORDER BY sold DESC LIMIT ?"


async def take_exports(assembly: "Assembly") -> None:
    """Import traffic; nothing where some is kept already."""
    from console.sandbox import exports
    from console.store import shops, traffic, traffic_live
    from console.store.shop_choice import of_pair

    now = assembly.clock.now_ms()
    today = day_start(now)
    kept, _ = await assembly.database.read(traffic.sources, today - BACK * DAY, today + DAY)
    if kept:
        return
    shows = await assembly.database.read(traffic_live.ends, today - BACK * DAY, today)
    viewers = {format_shop_time(show.day_at)[:10]: show.steps.get("viewers") or 0 for show in shows}
    goods = await assembly.database.read(_titles)
    merchant = exports.Merchant(now_ms=now, viewers=viewers, goods=goods)
    pair = next(iter(await assembly.database.read(shops.pairs)), None)
    shop_id = await assembly.database.read(of_pair, Platform.KUAISHOU, pair)
    with tempfile.TemporaryDirectory(prefix="console-exports-") as place:
        for path in await asyncio.to_thread(exports.write, Path(place), merchant):
            await _take(assembly, path, today, shop_id)


async def _take(assembly: "Assembly", path: Path, today: int, shop_id: str) -> None:
    """As the import's dialog does it."""
    from console.documents import sheets
    from console.rules.traffic_import import plan, read_lines

    words = reference.traffic_words()
    cells = await asyncio.to_thread(sheets.cells, path)
    lines = await asyncio.to_thread(read_lines, plan(cells, words), words, today)
    await assembly.traffic.put([line.rows for line in lines if line.rows], "file", shop_id)


def _titles(conn: "Connection") -> list[str]:
    return [row[0] for row in conn.exec_driver_sql(TITLES, (GOODS,))]
