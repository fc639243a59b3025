"""Ad spend of earlier days for demo and pictures: a file of the sandbox, taken in by the same code as a click's."""

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.app.joining import Assembly
    from console.rules.forecast_made import History

DAYS, LATE = 75, 14
LOOKS, LOOK_S = 20, 1.0


async def take_spend(assembly: "Assembly") -> None:
    """Import it, and make the first forecasts; nothing where some is known that no interface told."""
    from console.documents import sheets
    from console.rules.forecast_spend import spent
    from console.sandbox import exports_forecast
    from console.store import forecasts

    shop_id = await assembly.database.read(forecasts.only_shop)
    if not shop_id:
        return
    history = await _read_to_the_end(assembly)
    unknown = {day.at: round(day.paid_fen) for day in history.days if day.spend_fen is None}
    if not unknown or history.late_spend_days == LATE:
        return
    with tempfile.TemporaryDirectory(prefix="console-exports-") as place:
        path = await asyncio.to_thread(exports_forecast.write, Path(place), unknown)
        table = spent(await asyncio.to_thread(sheets.cells, path), assembly.clock.now_ms())
    await assembly.forecasting.bring_spend(shop_id, table.days)
    await assembly.forecasting.look()


async def _read_to_the_end(assembly: "Assembly") -> "History":
    """The days, once two looks at them find the same: a sync may still be on."""
    from console.store import forecasts

    async def look() -> "History":
        return await assembly.database.read(forecasts.history, assembly.clock.now_ms(), None, DAYS)

    before = await look()
    for _ in range(LOOKS):
        await asyncio.sleep(LOOK_S)
        history = await look()
        if history.orders == before.orders:
            break
        before = history
    return before
