"""Scrolling 50,000 variants a shop in the goods tab beside 50,000 orders in theirs: the same window, the same steps.

Both tables jump from top to bottom in steps. At each stop it is measured how soon the rows have arrived, and then how
long one painting of them takes.
"""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "ui"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import qasync
from bench_goods import SHOPS, fill
from PySide6.QtWidgets import QApplication
from ui_fakes import FakeActions, FakeChanges

from console.app.loop import share_the_interpreter
from console.core.clock import SystemClock
from console.store.database import Database
from console.ui import theme
from console.ui.bridge import Bridge
from console.ui.context import Desk
from console.ui.listing import ListPage
from console.ui.preferences import Preferences
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.products.page import ProductsPage

GOODS, VARIANTS, ORDERS = 12_500, 4, 50_000
LIMIT = 2.0  # painting a screen of goods beside painting one of orders
STOPS = 60


async def settled(page: ListPage) -> None:
    async with asyncio.timeout(30):
        while not page.is_settled:
            page.card.view.viewport().grab()
            await asyncio.sleep(0.002)


async def scrolled(page: ListPage) -> tuple[list[float], list[float]]:
    """Milliseconds of each painting of rows that are here, and of the wait for rows that were not."""
    page.resize(1240, 800)
    page.show()
    await settled(page)
    bar = page.card.view.verticalScrollBar()
    paints, waits = [], []
    for stop in range(STOPS):
        bar.setValue(bar.maximum() * stop // (STOPS - 1))
        begun = time.perf_counter()
        page.card.view.viewport().grab()
        await settled(page)
        waits.append((time.perf_counter() - begun) * 1_000)
        begun = time.perf_counter()
        page.card.view.viewport().grab()
        paints.append((time.perf_counter() - begun) * 1_000)
    page.hide()
    await page.close_page()
    return paints, waits


async def measure(folder: Path) -> dict[str, tuple[list[float], list[float]]]:
    clock = SystemClock()
    database = await asyncio.to_thread(Database.open, folder / "console.db", clock)
    await database.write(fill, GOODS, VARIANTS, ORDERS)
    preferences = Preferences(folder / "window.ini")
    bridge = Bridge(FakeChanges())
    desk = Desk(
        database=database,
        changes=bridge,
        clock=clock,
        actions=FakeActions(),
        preferences=preferences,
        log_path=folder / "console.log",
    )
    desk.scope.pair = SHOPS
    share_the_interpreter()
    found = {"goods": await scrolled(ProductsPage(desk)), "orders": await scrolled(OrdersPage(desk))}
    bridge.close()
    await asyncio.to_thread(database.close)
    return found


def main() -> None:
    """Print one line a table; exit 1 when goods paint slower than the limit beside orders."""
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as name:
        found = qasync.run(measure(Path(name)))
    for table, (paints, waits) in found.items():
        late = sorted(waits)[int(0.95 * len(waits))]
        print(
            f"{table:<6} painted in {median(paints):.1f} ms; rows there after {median(waits):.1f} ms, p95 {late:.1f} ms"
        )
    ratio = median(found["goods"][0]) / median(found["orders"][0])
    print(f"a screen of goods paints in {ratio:.2f} x the time of one of orders (limit {LIMIT})")
    if ratio > LIMIT:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
