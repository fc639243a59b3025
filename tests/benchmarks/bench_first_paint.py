"""How soon the demo's window is painted, beside a bare PySide6 window with ten empty tabs.

Each is a process of its own, measured from its start to its first paint: wall time, and the CPU time it spent itself.
They take turns, so that both meet the same machine; medians are compared. What is heavy must not be loaded by then.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

LIMIT = 1.8
TURNS = 9
ROOT = Path(__file__).resolve().parents[2]

BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget

class Watcher(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            QTimer.singleShot(0, painted)
        return False

def painted():
    print(time.process_time(), flush=True)
    app.quit()

app = QApplication([])
window, tabs, watcher = QMainWindow(), QTabWidget(), Watcher()
for number in range(10):
    tabs.addTab(QWidget(), f"Tab {number}")
window.setCentralWidget(tabs)
window.resize(1440, 900)
window.installEventFilter(watcher)
window.show()
sys.exit(app.exec())
"""

DEMO = """
import sys, time
from console.__main__ import main
from console.app import screen

first_paint = screen.first_paint

def painted(window):
    first_paint(window)
    spent = time.process_time()
    heavy = "asyncio msgspec sqlmodel sqlalchemy alembic pyqtgraph numpy keyring httpx pydantic openpyxl".split()
    print(spent, *(name for name in heavy if name in sys.modules), flush=True)

screen.first_paint = painted
sys.exit(main(["demo"]))
"""


class Start(NamedTuple):
    """Seconds from a process' start to its first paint, and what was loaded by then that should not be."""

    wall: float
    cpu: float
    heavy: tuple[str, ...]


def start(script: str) -> Start:
    """Start, wait for the paint, ask it to end."""
    begun = time.perf_counter()
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=env
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        wall = time.perf_counter() - begun
        process.send_signal(signal.SIGTERM)
        errors = process.stderr.read()
    if not line:
        raise SystemExit(f"nothing was painted: {errors}")
    cpu, *heavy = line.split()
    return Start(wall, float(cpu), tuple(heavy))


def main() -> None:
    """Print both, and exit 1 when the window comes too late or brings too much."""
    start(BARE), start(DEMO)  # the disk's cache and the byte code are nobody's merit
    turns = [(start(BARE), start(DEMO)) for _ in range(TURNS)]
    ratios = {}
    for name, at in (("wall", 0), ("CPU", 1)):
        bare, demo = (median(turn[side][at] for turn in turns) for side in (0, 1))
        ratios[name] = demo / bare
        print(
            f"first paint, {name}: {demo * 1000:.0f} ms, bare {bare * 1000:.0f} ms: {demo / bare:.2f} x (limit {LIMIT})"
        )
    heavy = sorted({name for _, demo in turns for name in demo.heavy})
    print(f"loaded before it that is heavy: {' '.join(heavy) or 'nothing'}")
    if ratios["wall"] > LIMIT or heavy:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
