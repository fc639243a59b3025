"""What the forecast room reads from the file, and the forecast made of it off the loop. No widget."""

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.core.clock import day_start
from console.rules.forecast_made import Forecast, History, Lines, made
from console.store import forecasts
from console.store.forecasts import Target
from console.store.selecting_facts import Margin
from console.store.views import Pair

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.database import Database

LEAST_KNOWN = 0.5  # of what was sold, so much must have a known cost before a margin is said


@dataclass(frozen=True)
class Material:
    """What a forecast is made of, and what was forecast earlier."""

    now: int
    pair: Pair | None
    lines: Lines
    target: Target
    history: History
    told: tuple[tuple[int, int], ...]  # day and fen, as kept forecasts said before the day began
    made_at: int | None
    margin: Margin

    @property
    def margin_share(self) -> float | None:
        """What is left of what is paid; None where too few costs are known, or nothing is left."""
        share = self.margin.share
        return share if share is not None and share > 0 and self.margin.known >= LEAST_KNOWN else None

    @property
    def break_even(self) -> float | None:
        """The ROI at which ads eat the whole margin."""
        return None if self.margin_share is None else 1 / self.margin_share

    @property
    def missed(self) -> float | None:
        """How wrong the kept forecasts were in the end."""
        return forecasts.missed(self.told, self.history.days)


@dataclass(frozen=True)
class ForecastReading:
    """The material and the forecast of the coming days."""

    material: Material
    forecast: Forecast

    @property
    def then(self) -> dict[int, float]:
        """What was forecast for past days: as it was kept, else as a rehearsal says it would have been."""
        kept: dict[int, float] = dict(self.material.told)
        return dict(self.forecast.past.told) | kept


def read_material(conn: "Connection", now: int, pair: Pair | None, margin: Margin) -> Material:
    """Everything in one look at the file; ``margin`` was added up with the advice on goods."""
    lines = forecasts.lines(conn)
    history = forecasts.history(conn, now, pair, lines.history_days)
    scope, today = forecasts.scope(pair), day_start(now)
    begin = history.days[0].at if history.days else today
    return Material(
        now=now,
        pair=pair,
        lines=lines,
        target=forecasts.target(conn),
        history=history,
        told=tuple(forecasts.told_then(conn, scope, begin, today)),
        made_at=forecasts.last_made_at(conn, scope, now),
        margin=margin,
    )


async def read_forecast(
    database: "Database", now: int, pair: Pair | None, days: int, margin: Margin
) -> ForecastReading:
    """Read on a reader's thread, reckon on another: nothing of it on the loop."""
    material = await database.read(read_material, now, pair, margin)
    ahead = forecasts.ahead(now, days)
    return ForecastReading(material, await asyncio.to_thread(made, material.history, ahead, material.lines))
