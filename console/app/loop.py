"""Qt's loop under asyncio: how it starts, how it stops, and where errors that nobody caught end up."""

import asyncio
import faulthandler
import gc
import logging
import signal
import sys
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

import qasync
from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler

log = logging.getLogger("console")

LOG_BYTES, LOGS_KEPT = 2_000_000, 3
IO_THREADS = 4
COLLECT_FIRST_MS, COLLECT_MS, COLLECT_BUSY_MS = 500, 50, 10  # first: the window is painted before
MUCH = 20_000  # objects made between two looks: to walk through them holds the loop for two milliseconds
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run(main: Callable[[asyncio.Event], Awaitable[int]]) -> int:
    """Run ``main(stop)`` until it returns; Ctrl+C and SIGTERM set ``stop``. Needs a QApplication."""
    return int(qasync.run(_main(main)))


def share_the_interpreter() -> None:
    """Threads hand the interpreter back to the loop within a millisecond (Python's default is five), and the collector
    leaves alone what start-up loaded: walking all of it stalls the loop for a tenth of a second. Measured by
    ``tests/benchmarks/bench_heartbeat.py``.
    """
    sys.setswitchinterval(0.001)
    gc.freeze()


async def _main(main: Callable[[asyncio.Event], Awaitable[int]]) -> int:
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(IO_THREADS, thread_name_prefix="io"))
    loop.set_exception_handler(_uncaught_in_task)
    stop = asyncio.Event()
    awake = _hear_signals(loop, stop)
    collecting = collect_here()
    try:
        return await main(stop)
    finally:
        awake.stop()
        collecting.stop()
        gc.enable()


def _hear_signals(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> QTimer:
    """Where the loop cannot hear signals (Windows), Python must run now and then to notice them."""
    awake = QTimer()
    awake.setInterval(200)
    awake.timeout.connect(lambda: None)
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stop.set)
        except (NotImplementedError, RuntimeError, ValueError):
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
            awake.start()
    return awake


def collect_here() -> QTimer:
    """Collect garbage on this thread only: a Qt object that dies on a database thread takes the program with it.

    Keep the timer that is returned. What was loaded so far stays for good and is not looked at again.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
    timer = QTimer()
    timer.setInterval(COLLECT_FIRST_MS)
    timer.timeout.connect(lambda: _collect(timer))
    timer.start()
    return timer


def _collect(timer: QTimer) -> None:
    """What is due; sooner again while a thread makes much, for all that is new is walked through in one breath."""
    limits, counts = gc.get_threshold(), gc.get_count()
    timer.setInterval(COLLECT_BUSY_MS if counts[0] > MUCH else COLLECT_MS)
    due = [generation for generation in range(3) if counts[generation] > limits[generation]]
    if due:
        gc.collect(due[-1])


def log_to(path: Path) -> None:
    """Logs, Qt's messages and every error that nobody caught go into this file, without secrets."""
    from console.net.redaction import RedactingFormatter, silence_http_logs

    lines = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8", delay=True)
    lines.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[lines])
    silence_http_logs()
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(args.exc_type, args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda args: _uncaught(args.exc_type, args.exc_value, args.exc_traceback)
    log_qt()
    if sys.stderr is not None and sys.stderr.isatty():
        faulthandler.enable()


def log_qt() -> None:
    """Qt's own messages become log lines."""
    qInstallMessageHandler(_qt_says)


def _uncaught(kind: type[BaseException], error: BaseException | None, where: TracebackType | None) -> None:
    log.error("uncaught", exc_info=(kind, error or kind(), where))


def _uncaught_in_task(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    log.error("%s", context.get("message", "uncaught in the loop"), exc_info=error)


def _qt_says(level: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    if "propagateSizeHints" not in words:  # the offscreen platform says so at every window
        log.log(_QT_LEVELS.get(level, logging.WARNING), "Qt: %s", words)
