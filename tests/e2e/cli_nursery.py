"""The program without a window, forked from a process that has loaded it: a run costs no second of imports.

Started as a script it runs a program a line, one after another, and answers with its exit code. A line is JSON:
``words`` after ``python -m console``, ``out`` and ``err``, the files of its two streams, and ``env``, its environment.
"""

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from functools import cache
from pathlib import Path


class Nursery:
    """The process that forks; it ends with the one that started it."""

    def __init__(self) -> None:
        root = str(Path(__file__).resolve().parents[2])
        env = {**os.environ, "PYTHONPATH": root}
        command = [sys.executable, __file__]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env)
        self._one_at_a_time = threading.Lock()
        atexit.register(self.end)

    def run(self, words: tuple[str, ...], out: Path, err: Path, env: dict[str, str]) -> int:
        """The exit code of a program of these words; ``env`` goes over this process's environment."""
        line = {"words": words, "out": str(out), "err": str(err), "env": {**os.environ, **env}}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._one_at_a_time:
            self._process.stdin.write(json.dumps(line).encode() + b"\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        assert answer, "the process that forks is gone"
        return int(answer)

    def end(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait(20)


@cache
def nursery() -> Nursery:
    """Started by the first who asks, for all tests of this process."""
    return Nursery()


def load() -> None:
    """What a run loads, and nothing that a run makes: no thread, no file."""
    import fork_warmth  # noqa: F401

    import console.__main__
    import console.app.joining
    import console.binding.shops
    import console.cli.arguments
    import console.cli.doctor
    import console.cli.orders
    import console.cli.products
    import console.cli.profiles
    import console.cli.reconcile
    import console.cli.sync
    import console.platforms.kuaishou.gateway
    import console.platforms.kuaishou.oauth
    import console.platforms.youzan.gateway
    import console.platforms.youzan.oauth
    import console.store.engines
    import console.store.figures
    import console.store.schema
    import console.sync.engine
    import console.sync.proving  # noqa: F401


def become(line: dict[str, object]) -> int:
    """In the child: what ``python -m console`` does with these words."""
    os.environ.clear()
    os.environ.update(line["env"])  # type: ignore[call-overload] # as it was written above
    time.tzset()
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(str(line[name]), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    from console.__main__ import main as program

    try:
        code = program(line["words"])  # type: ignore[arg-type] # likewise
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:  # noqa: BLE001 - as Python ends a program
        import traceback

        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def main() -> None:
    load()
    if threading.active_count() > 1:
        raise SystemExit("a thread runs: this process must not fork")
    answers = os.dup(1)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                code = become(json.loads(line))
            finally:
                os._exit(code)
        _, status = os.waitpid(pid, 0)
        os.write(answers, f"{os.waitstatus_to_exitcode(status)}\n".encode())


if __name__ == "__main__":
    main()
