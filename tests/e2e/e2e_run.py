"""The program run as a person would run it, in another process."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cli_nursery import nursery

NO_FORK = sys.platform == "win32"
EVENING = "2026-11-26 20:05:00"  # when the worlds of tests are made: what is in one depends on it


class Run:
    """One finished run of the program: forked from one that is loaded, or ``whole``, started as a person does it."""

    def __init__(self, *words: str, whole: bool = NO_FORK, env: dict[str, str] | None = None) -> None:
        if whole:
            command = [sys.executable, "-m", "console", *words]
            every = {**os.environ, **(env or {})}
            done = subprocess.run(command, capture_output=True, encoding="utf-8", env=every, check=False, timeout=300)
            self.code, self.out, self.err = done.returncode, done.stdout, done.stderr
            return
        with TemporaryDirectory() as folder:
            out, err = Path(folder, "out"), Path(folder, "err")
            self.code = nursery().run(words, out, err, env or {})
            self.out, self.err = (stream.read_text("utf-8") for stream in (out, err))

    @property
    def answer(self) -> dict[str, Any]:
        """The one line on stdout."""
        assert self.out.count("\n") == 1, self.out + self.err
        answer: dict[str, Any] = json.loads(self.out)
        return answer

    @property
    def held(self) -> dict[str, dict[str, int]]:
        return {side: self.answer[side] for side in ("kuaishou", "youzan")}
