"""The whole program with its window, forked from a process that has loaded it: a start costs no second of imports.

Started as a script it forks a program a line; a line is JSON, the words after ``python -m console``. Each child runs
the program's own ``main``, from reading its words on. The answer is the child's number.
"""

import gc
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

LATEST_S = 30.0


class Program:
    """One run of the program, by its number."""

    def __init__(self, pid: int, own: "subprocess.Popen[bytes] | None" = None) -> None:
        self.pid = pid
        self._own = own

    def kill(self) -> None:
        """-9, and wait until it is gone."""
        os.kill(self.pid, signal.SIGKILL)
        while self.lives:
            time.sleep(0.001)

    @property
    def lives(self) -> bool:
        if self._own is not None:
            return self._own.poll() is None
        with suppress(ProcessLookupError):
            os.kill(self.pid, 0)
            return True
        return False

    def waits_for(self, seen: Callable[[], object], most_s: float = LATEST_S) -> bool:
        """Look until ``seen``; False where it was not in time. A program that ended by itself is a failure."""
        until = time.monotonic() + most_s
        while not seen():
            assert self.lives, "the program ended by itself"
            if time.monotonic() > until:
                return False
            time.sleep(0.002)
        return True


class Nursery:
    """The process that forks. ``end`` it."""

    def __init__(self, log: Path) -> None:
        root = str(Path(__file__).resolve().parents[2])
        self._env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": root}
        self._log = log
        with log.open("wb") as said:
            self._process = subprocess.Popen(
                [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, env=self._env
            )

    def start(self, *words: object, whole: bool = False) -> Program:
        """A program of these words; ``whole``: by a start of its own, as a person's, imports and all."""
        if whole:
            command = [sys.executable, "-m", "console", *map(str, words)]
            with self._log.open("ab") as said:
                own = subprocess.Popen(command, stdout=said, stderr=said, env=self._env)
            return Program(own.pid, own)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([str(word) for word in words]).encode() + b"\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, self._log.read_text()
        return Program(int(answer))

    def end(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(20)
        self._process.stdout.close()


def load() -> None:
    """What a start loads, and nothing that a start makes: no application, no thread, no file."""

    import console.__main__
    import console.app.gallery
    import console.app.joining
    import console.app.program
    import console.app.window
    import console.cli.arguments
    import console.platforms.kuaishou_ads.gateway
    import console.store.alerts
    import console.store.engines
    import console.store.outbox_panel
    import console.store.schema
    import console.store.ship_figures
    import console.ui.charts
    import console.ui.locking
    import console.ui.outbox.dispatch
    import console.ui.tabs.home.page  # noqa: F401

    gc.collect()
    gc.freeze()  # the child looks through what it makes itself


def main() -> None:
    load()
    if threading.active_count() > 1:
        raise SystemExit("a thread runs: this process must not fork")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead need nobody to wait for them
    for line in sys.stdin:
        pid = os.fork()
        if pid:
            os.write(1, f"{pid}\n".encode())
            continue
        os.dup2(2, 1)
        from console.__main__ import main as program

        os._exit(program(json.loads(line)))


if __name__ == "__main__":
    main()
