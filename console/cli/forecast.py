"""``forecast``: the coming days of all shops together, with bands and what the method was worth; or what it lacks."""

import asyncio
from pathlib import Path
from typing import Any

import msgspec

from console.cli.arguments import Options
from console.cli.profiles import kept, opened
from console.cli.say import answer
from console.core.clock import SystemClock, shop_datetime
from console.rules.forecast_made import Forecast, made
from console.rules.forecast_past import Band


def run(options: Options) -> int:
    """Print the forecast; returns the exit code."""
    lang = options.lang or "zh_CN"
    folder = options.profile
    assert folder is not None  # noqa: S101 - required by the parser
    with kept(folder) as path:
        found = asyncio.run(_read(path, options.days))
    return answer([msgspec.json.encode(told(found))], lang)


async def _read(path: Path, days: int) -> Forecast:
    from console.store import forecasts

    clock = SystemClock()
    async with opened(path, clock) as database:
        now = clock.now_ms()
        lines = await database.read(forecasts.lines)
        history = await database.read(forecasts.history, now, None, lines.history_days)
        return made(history, forecasts.ahead(now, days), lines)


def told(found: Forecast) -> dict[str, Any]:
    """The forecast as a plain object: fen, shares of one. Without medians where there is nothing to say."""
    lacking = [
        {"what": need.what, "have": need.have, "need": need.need, "in_days": need.in_days} for need in found.lacking
    ]
    if found.verdict == "lacking":
        return {"lacking": lacking}
    past = found.past
    worth = {"wape": past.wape, "naive_wape": past.naive_wape, "coverage": past.coverage}
    if found.verdict == "worse":
        return {"medians": None, "worse_than_naive": True, **worth, "lacking": lacking}
    bands = [day.band for day in found.days]
    return {
        "days": [f"{shop_datetime(day.at):%Y-%m-%d}" for day in found.days],
        "medians": [round(one.median) for one in bands],
        "bands": {"80": [_edges(one, "80") for one in bands], "95": [_edges(one, "95") for one in bands]},
        "spend_fen": None if found.spend_fen is None else round(found.spend_fen),
        "roi": [round(one.median / found.spend_fen, 3) for one in bands] if found.spend_fen else None,
        "total_fen": round(found.likely_fen),
        "total_80": None if found.total is None else _edges(found.total, "80"),
        **worth,
        "lacking": lacking,
    }


def _edges(band: Band, which: str) -> list[int]:
    return [round(getattr(band, f"low{which}")), round(getattr(band, f"high{which}"))]
