"""``demo``: the window, or pictures of it, on a sandbox of its own that lives and ends with it."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console.catalogue import Language
from console.cli.say import UNUSABLE, say
from console.connect import replace_privately
from console.ui.theme import ThemeName

STOP_S = 10.0


def run_demo(shots: Path | None = None, lang: Language | None = None, look: ThemeName | None = None) -> int:
    """Play the platforms and open the window on them; with ``shots`` render every tab there instead."""
    with tempfile.TemporaryDirectory(prefix="console-demo-") as place:
        folder = Path(place)
        with _sandbox() as line:
            if not line:
                say("cli.no_sandbox", lang or "zh_CN")
                return UNUSABLE
            connect = folder / "sandbox.json"
            replace_privately(connect, line)
            if shots is not None:
                from console.app.pictures import run_shots

                looks: tuple[ThemeName, ...] = (look,) if look else ("light", "dark")
                return run_shots(shots, connect, None, lang, look, looks=looks)
            from console.app.window import run_window

            return run_window(folder / "profile", connect, lang, look)


@contextmanager
def _sandbox() -> Iterator[bytes]:
    """The sandbox in a process of its own; yields its line, or nothing when it did not start."""
    command = [sys.executable, "-m", "console", "sandbox", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603 - our own program
    try:
        assert process.stdout is not None  # noqa: S101 - asked for above
        yield process.stdout.readline()
    finally:
        process.terminate()
        try:
            process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
