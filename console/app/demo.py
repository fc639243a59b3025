"""``demo``: the window, or pictures of it, on a sandbox of its own that lives and ends with it."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from console.catalogue import Language
from console.cli.say import UNUSABLE, say
from console.frozen import again

if TYPE_CHECKING:
    import subprocess

    from console.ui.theme import ThemeName

STOP_S = 10.0


def run_demo(shots: Path | None = None, lang: Language | None = None, look: "ThemeName | None" = None) -> int:
    """Play the platforms and open the window on them; with ``shots`` render every tab there instead."""
    if shots is not None:
        return _pictures(shots, lang, look)
    from console.app.window import run_window

    with tempfile.TemporaryDirectory(prefix="console-demo-") as place:
        sandbox = Sandbox(Path(place) / "sandbox.json")
        try:
            return run_window(Path(place) / "profile", sandbox.connect, lang, look, sandbox=sandbox)
        finally:
            sandbox.stop()


def _pictures(shots: Path, lang: Language | None, look: "ThemeName | None") -> int:
    from console.app.pictures import run_shots

    with tempfile.TemporaryDirectory(prefix="console-demo-") as place:
        sandbox = Sandbox(Path(place) / "sandbox.json")
        try:
            if sandbox.start():
                looks: tuple[ThemeName, ...] = (look,) if look else ("light", "dark")
                return run_shots(shots, sandbox.connect, None, lang, look, looks=looks)
            say("cli.no_sandbox", lang or "zh_CN")
            return UNUSABLE
        finally:
            sandbox.stop()


class Sandbox:
    """The sandbox in a process of its own, and its line in the file ``connect``."""

    def __init__(self, connect: Path) -> None:
        self.connect = connect
        self._process: subprocess.Popen[bytes] | None = None
        self._unwanted = False

    def start(self) -> bool:
        """Start it and wait for its line; False when it ended without one."""
        import subprocess  # after the first paint

        command = again("sandbox", "--port", "0")
        unseen = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would open a console for it
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, creationflags=unseen)  # noqa: S603 - ours
        assert self._process.stdout is not None  # noqa: S101 - asked for above
        if self._unwanted:
            self._process.terminate()
        line = self._process.stdout.readline()
        if line:
            from console.connect import replace_privately

            replace_privately(self.connect, line)
        return bool(line)

    def end(self) -> None:
        """Ask it to end; a ``start`` that still waits then waits no longer."""
        self._unwanted = True
        if self._process is not None:
            self._process.terminate()

    def stop(self) -> None:
        """End it, in order if it can be."""
        process = self._process
        if process is None:
            return
        import subprocess

        process.terminate()
        try:
            process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
