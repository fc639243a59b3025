"""``customers import``: a table about reaching customers into the profile; ``customers tasks``: lists and channels."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import msgspec

from console import reference
from console.catalogue import Language
from console.cli.arguments import Options
from console.cli.importing import Imported, Rejected, imported, keep
from console.cli.profiles import kept, opened
from console.cli.say import answer
from console.core.clock import SystemClock, format_shop_time
from console.core.model import Platform
from console.rules.touching import ChannelRow, Ratio
from console.rules.touching_import import plan, read_lines
from console.rules.touching_words import TABLES

if TYPE_CHECKING:
    from console.store.touch_board import TouchBoard
    from console.store.touch_lists import TaskList
    from console.store.touch_rows import Kept_

TAKEN = tuple(table for table in TABLES if table not in ("results", "consents"))  # results belong to a list


def run(options: Options) -> int:
    """Take a table in, or say what is known; returns the exit code."""
    lang = options.lang or "zh_CN"
    assert options.profile is not None  # noqa: S101 - required by the parser
    if options.customers == "import":
        return _import(options, options.profile, lang)
    with kept(options.profile) as path:
        lists, told = asyncio.run(_told(path))
    return answer([msgspec.json.encode(report(lists, told))], lang)


def _import(options: Options, folder: Path, lang: Language) -> int:
    return imported(options.file, folder, lang, lambda cells, path: _take(cells, path, options.shop))


async def _take(cells: list[list[str]], path: Path, shop: str) -> Imported:
    from console.store import shop_choice, touch_rows

    clock, words = SystemClock(), reference.touch_words()
    made = plan(cells, words, TAKEN)
    lines = read_lines(made, words, clock.now_ms())
    found = Imported(kind=made.table, cut=made.cut or msgspec.UNSET)
    found.rejected = [Rejected(row=line.number, reason=line.wrong) for line in lines if line.wrong]
    good = [cast("Kept_", line.row) for line in lines if line.row is not None]
    async with opened(path, clock) as database:
        shop_id = await database.read(shop_choice.meant, Platform.YOUZAN, shop)
        await keep(found, good, lambda some: database.write(touch_rows.put, some, "file", shop_id, clock.now_ms()))
    return found


async def _told(path: Path) -> "tuple[list[TaskList], TouchBoard]":
    from console.store.touch_board import board
    from console.store.touch_lists import lists

    clock = SystemClock()
    async with opened(path, clock) as database:
        return await database.read(lists), await database.read(board, clock.now_ms())


def report(lists: "list[TaskList]", told: "TouchBoard") -> dict[str, Any]:
    """All of it by name; what is not known is null. No customer is named."""
    paid = {one.task.id: one for one in told.results}
    return {
        "at": format_shop_time(told.at),
        "days": told.days,
        "lists": [
            {
                **{name: getattr(one, name) for name in ("id", "name", "channel", "state")},
                **{name: getattr(one, name) for name in ("sends", "holds", "left", "reached", "failed")},
                "exported_at": None if one.exported_at is None else format_shop_time(one.exported_at),
                "lift": _lift(paid[one.id].lift) if one.id in paid else None,
            }
            for one in lists
        ],
        "channels": [_channel(row) for row in told.rows],
    }


def _channel(row: ChannelRow) -> dict[str, Any]:
    return {
        "channel": row.channel,
        "sent": row.sent,
        "reach": _value(row.reach),
        "cost_fen": _value(row.cost),
        "conversion": _value(row.conversion),
        "roi": _value(row.roi),
        "free": row.free,
        "origins": sorted(row.origins),
    }


def _value(ratio: Ratio) -> float | None:
    return None if ratio.value is None else round(ratio.value, 4)


def _lift(lift: msgspec.Struct) -> dict[str, Any]:
    told = msgspec.structs.asdict(lift)
    return {name: round(value, 4) if isinstance(value, float) else value for name, value in told.items()}
