"""How late the window's loop is while a whole history syncs: both platforms over sockets, decode, upsert, matching.

A precise 10 ms timer beats on Qt's loop; its lateness is measured idle first, then during the sync, in one process run.
``bench_heartbeat.py 5000`` syncs fewer orders than the 100,000 of the target.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from console.app.loop import share_the_interpreter
from console.connect import FileVault, clock_of, read_connection
from console.core.model import Platform
from console.platforms import open_gateway
from console.store.database import Database
from console.store.figures import counts
from console.store.shops import pair, put_shop
from console.sync.engine import Engine
from console.sync.hub import Hub

LIMIT_MS = 16.0
BEAT_MS = 10


class Heartbeat:
    """Records how late each beat came, ms."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._due = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.late = []
        self._due = time.perf_counter() + BEAT_MS / 1000
        self._timer.start(BEAT_MS)

    def stop(self) -> list[float]:
        self._timer.stop()
        return sorted(self.late)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._due) * 1000))
        self._due = now + BEAT_MS / 1000


def line(name: str, late: list[float]) -> str:
    """p50, p95, p99 and the worst of one stretch."""
    at = lambda share: late[min(len(late) - 1, int(share * len(late)))]  # noqa: E731
    over = sum(1 for value in late if value > LIMIT_MS) / len(late)
    return (
        f"{name:<8} {len(late):>7} beats   late p50 {at(0.5):6.2f}  p95 {at(0.95):6.2f}  p99 {at(0.99):6.2f}"
        f"  worst {late[-1]:7.2f} ms   over {LIMIT_MS:.0f} ms: {over:.2%}"
    )


async def measure(connect: Path, folder: Path) -> tuple[list[float], list[float], dict[str, dict[str, int]], float]:
    """Idle for three seconds, then one whole sync."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(4, thread_name_prefix="io"))
    connection = read_connection(connect)
    clock, _ = await clock_of(connection)
    database = await asyncio.to_thread(Database.open, folder / "console.db", clock)
    vault = FileVault(connect)
    gateways = {
        platform: open_gateway(
            platform, vault=vault, key=platform.value, base_url=connection.keys(platform).base_url, clock=clock
        )
        for platform in Platform
    }
    engine = Engine(database, clock, Hub())
    shops = {}
    for platform, gateway in gateways.items():
        shops[platform] = await gateway.shop()
        await database.write(put_shop, shops[platform])
        engine.bind(shops[platform], gateway)
    await database.write(pair, shops[Platform.KUAISHOU].shop_id, shops[Platform.YOUZAN].shop_id)
    share_the_interpreter()  # as the window does once it is joined
    heart = Heartbeat()
    heart.start()
    await asyncio.sleep(3)
    idle = heart.stop()
    heart.start()
    begun = time.perf_counter()
    report = await engine.sync_once()
    seconds = time.perf_counter() - begun
    busy = heart.stop()
    if report.failures:
        raise SystemExit(f"the sync met trouble, so nothing was measured: {report.failures}")
    held = await database.read(counts)
    await engine.stop()
    for gateway in gateways.values():
        await gateway.aclose()
    await asyncio.to_thread(database.close)
    return idle, busy, {str(key): dict(value) for key, value in held.items()}, seconds


def main() -> None:
    """Print both lines; exit 1 when the 99th percentile during the sync misses the limit."""
    orders = sys.argv[1] if len(sys.argv) > 1 else "100000"
    words = [sys.executable, "-m", "console", "sandbox", "--port", "0", "--frozen", "--orders", orders]
    with tempfile.TemporaryDirectory() as name, subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as sandbox:
        try:
            assert sandbox.stdout is not None
            connect = Path(name) / "sandbox.json"
            connect.write_text(json.dumps(json.loads(sandbox.stdout.readline())))
            app = QApplication([])
            app.setQuitOnLastWindowClosed(False)
            idle, busy, held, seconds = qasync.run(measure(connect, Path(name)))
        finally:
            sandbox.terminate()
    rows = sum(held["kuaishou"].values()) + sum(held["youzan"].values())
    print(f"heartbeat while {rows} rows sync in {seconds:.1f} s")
    print(line("idle", idle))
    print(line("syncing", busy))
    p99 = busy[int(0.99 * len(busy))]
    print(f"p99 during the sync is {p99 / LIMIT_MS:.2f} of the limit of {LIMIT_MS:.0f} ms")
    if p99 >= LIMIT_MS:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
