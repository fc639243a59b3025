"""How late the window's loop is while all of two books is compared, as it is each hour: 100,000 orders, and trades.

A precise 10 ms timer beats on Qt's loop while it happens, as in ``bench_heartbeat.py``. Half of the trades carry their
order's number, most of the others have to be told by evidence. ``bench_matching.py 5000`` compares fewer. On a machine
that has other work its figures are worth nothing.
"""

import asyncio
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from bench_heartbeat import Heartbeat, line
from PySide6.QtWidgets import QApplication

from console.app.loop import collect_here, share_the_interpreter
from console.core.clock import HOUR, SECOND, SystemClock
from console.core.model import EXTERNAL, Order, OrderLine, OrderStatus, Platform, Receiver, Shop
from console.rules.matching import DEFAULTS
from console.store.cursors import move_watermark
from console.store.database import Database
from console.store.health import note_success
from console.store.orders import save_orders
from console.store.shops import pair, put_shop
from console.store.views import Pair
from console.sync.hub import Hub
from console.sync.matching import MatchStep

LIMIT_MS = 50.0
BEGIN, EVERY_MS, PAGE = 1_780_000_000_000, 7 * SECOND, 500
BOTH = Pair(kuaishou_shop_id="kuaishou:1", youzan_shop_id="youzan:2")


def made_up(number: int, *, trade: bool) -> Order:
    """An order, or its import: by number, told by its looks, or the shop's own."""
    at, how = BEGIN + number * EVERY_MS, number % 10
    more: dict[str, Any] = {}
    if trade and how < 9:
        more = {"outer_no": str(number)} if how < 5 else {"source": EXTERNAL}
    return Order(
        order_no=f"E{number}" if trade else str(number),
        status=OrderStatus.TO_SHIP,
        created_at=at,
        paid_at=at + (SECOND if trade else 0),
        updated_at=at,
        amount_fen=5_990 + number % 20,
        receiver=Receiver(province="浙江省", city=("杭州市", "宁波市")[number % 2]),
        lines=(OrderLine(line_no=f"{number}-1", title="杯", code=f"A{number % 300}", quantity=1 + number % 2),),
        **more,
    )


async def fill(database: Database, count: int) -> None:
    for platform, shop_id in zip((Platform.KUAISHOU, Platform.YOUZAN), BOTH.shop_ids, strict=True):
        shop = Shop(shop_id=shop_id, platform=platform, platform_shop_id=shop_id.partition(":")[2], name="暖屋")
        await database.write(put_shop, shop)
        for first in range(0, count, PAGE):
            page = [made_up(number, trade=platform is Platform.YOUZAN) for number in range(first, first + PAGE)]
            await database.write(save_orders, shop_id, page, BEGIN)
        read_until = BEGIN + count * EVERY_MS + HOUR
        await database.write(move_watermark, shop_id, "orders", read_until)
        await database.write(note_success, shop_id, "orders", read_until)
    await database.write(pair, *BOTH.shop_ids)


async def measure(path: Path, count: int) -> list[list[float]]:
    """Lateness idle, of the first matching, which writes every link, and of three that find nothing new."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(4, thread_name_prefix="io"))
    clock = SystemClock()
    database = await asyncio.to_thread(Database.open, path, clock)
    await fill(database, count)
    step = MatchStep(database, clock, Hub(), DEFAULTS)
    collecting = collect_here()
    share_the_interpreter()
    heart = Heartbeat()
    heart.start()
    await asyncio.sleep(3)
    found = [heart.stop()]
    for _ in range(4):
        heart.start()
        begun = time.perf_counter()
        written = await step.of_pair(BOTH)
        seconds = time.perf_counter() - begun
        found.append(heart.stop())
        print(f"{written} links written in {seconds:.1f} s")
    collecting.stop()
    await asyncio.to_thread(database.close)
    return found


def main() -> None:
    """Print a line a matching; exit 1 when the worst beat of one that finds nothing new misses the limit."""
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder:
        idle, first, *again = qasync.run(
            measure(Path(folder) / "console.db", int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
        )
    print(line("idle", idle))
    print(line("first", first))
    for late in again:
        print(line("again", late))
    if max(late[-1] for late in again) >= LIMIT_MS:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
