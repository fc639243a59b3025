"""``run.py smoke``: does with the frozen build what a merchant would, where nothing of ours helps it along.

The build is put into a folder with a Chinese name and a space, with an environment that knows no Python, no virtual
environment and no key store, and a working folder elsewhere. Each step is named, timed and judged; one that cannot be
tried on this system says why. Tried on Linux; the steps marked for Windows and macOS were not run yet.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import building
from ground import ROOT, python_of

PATIENCE_S = 180.0
ORDERS = 200


class Untried(Exception):
    """A step that this system cannot do; the text says why."""


class Failed(Exception):
    """What a step saw instead of what it should have seen."""


class Bench:
    """The installed build, a place to try it in, and the sandbox it talks to."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.root = place / "程序 files" / building.program().relative_to(building.DIST).parts[0]
        inside = building.program().relative_to(building.DIST).parts[1:]
        self.program = self.root.joinpath(*inside)
        self.windowed = self.program.with_name(self.program.name.replace("-cli", ""))  # Windows has two programs
        self.profile = place / "商家 数据"
        self.connect = place / "sandbox.json"
        self.work = place / "elsewhere"
        for folder in (self.work, place / "home", place / "tmp", place / "no python here"):
            folder.mkdir()
        place.chmod(0o755)
        shutil.copytree(building.DIST / self.root.name, self.root, symlinks=True)

    def env(self, **more: str) -> dict[str, str]:
        """Of this process's environment only what no program can be without."""
        home, tmp = str(self.place / "home"), str(self.place / "tmp")
        if os.name == "nt":
            kept = {name: os.environ[name] for name in ("SYSTEMROOT", "WINDIR", "COMSPEC") if name in os.environ}
            kept["PATH"] = str(Path(os.environ["SYSTEMROOT"]) / "System32")
            kept |= {"USERPROFILE": home, "APPDATA": home, "LOCALAPPDATA": home, "TEMP": tmp, "TMP": tmp}
        else:
            kept = {"PATH": str(self.place / "no python here"), "HOME": home, "TMPDIR": tmp, "LANG": "C.UTF-8"}
        return {**kept, **more}

    def start(
        self, *words: object, env: dict[str, str] | None = None, program: Path | None = None, **more: Any
    ) -> subprocess.Popen[str]:
        """The program with these words."""
        command = [str(program or self.program), *map(str, words)]
        return subprocess.Popen(
            command,
            cwd=self.work,
            env=self.env() if env is None else env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            **more,
        )

    def run(
        self,
        *words: object,
        codes: tuple[int, ...] = (0,),
        typed: str = "",
        env: dict[str, str] | None = None,
        **more: Any,
    ) -> str:
        """What it answers. Raises Failed when it ends with another code, or not at all."""
        process = self.start(*words, env=env, **more)
        try:
            out, err = process.communicate(typed, PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Failed(f"{words[0]}: not done after {PATIENCE_S:.0f} s") from None
        if process.returncode not in codes:
            raise Failed(f"{words[0]}: ended with {process.returncode}: {err[-2000:]}")
        if "Traceback" in err:
            raise Failed(f"{words[0]}: {err[-2000:]}")
        return out

    def helper(self) -> str:
        """A Python with our sources: it prepares what a build cannot make, such as an older file. Raises Untried."""
        for name in ("venv", "venv-images"):
            if (built := python_of(building.BUILD / name)).exists():
                return str(built)
        if importlib.util.find_spec("console") is not None:
            return sys.executable
        raise Untried("the environment of the build (build/venv) is gone")

    def prepare(self, script: str, *words: object, env: dict[str, str] | None = None) -> None:
        """Run a script of ours beside the build. Raises Failed."""
        command = [self.helper(), "-c", script, *map(str, words)]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failed(done.stderr[-2000:])


Step = Callable[[Bench], str]


def expect(truth: object, words: str) -> None:
    """Raises Failed with ``words`` unless it is so."""
    if not truth:
        raise Failed(words)


@contextmanager
def sandbox(bench: Bench) -> Iterator[None]:
    """Both platforms, played by the build itself."""
    words = ("sandbox", "--port", "0", "--seed", "7", "--items", "60", "--orders", str(ORDERS), "--frozen")
    process = bench.start(*words)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        expect(line.startswith("{"), f"the sandbox did not start: {line}")
        bench.connect.write_text(line, encoding="utf-8")
        yield
    finally:
        process.terminate()
        process.communicate(timeout=30)


def try_all(words: list[str]) -> int:
    """Every step, or those whose names contain one of ``words``; 1 when one failed."""
    # Windows' own code page need not know Chinese
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    from smoke_commands import COMMANDS
    from smoke_desktop import DESKTOP

    if not building.program().exists():
        print("There is no build in dist/. Type first: python3 packaging/run.py build", file=sys.stderr)
        return 2
    steps = [step for step in (*COMMANDS, *DESKTOP) if not words or any(word in step.__name__ for word in words)]
    with tempfile.TemporaryDirectory(prefix="console-smoke-", ignore_cleanup_errors=True) as place:
        bench = Bench(Path(place).resolve())
        before = listing(bench.root)
        with sandbox(bench):
            outcomes = [judge(step, bench) for step in steps]
        outcomes.append(judge_text("nothing was written beside the program", listing(bench.root) == before))
    failed = outcomes.count("FAILED")
    print(f"{len(outcomes)} steps: {outcomes.count('ok')} ok, {failed} failed, {outcomes.count('untried')} untried")
    return 1 if failed else 0


def judge(step: Step, bench: Bench) -> str:
    """Do one step and say how it went."""
    began = time.monotonic()
    try:
        outcome, detail = "ok", step(bench)
    except Untried as reason:
        outcome, detail = "untried", str(reason)
    except (Failed, OSError, subprocess.SubprocessError, ValueError, KeyError) as trouble:
        outcome, detail = "FAILED", f"{type(trouble).__name__}: {trouble}"
    print(f"{outcome:8}{time.monotonic() - began:6.1f} s  {step.__name__}: {detail}", flush=True)
    return outcome


def judge_text(name: str, truth: bool) -> str:
    """A step that has no steps."""
    outcome = "ok" if truth else "FAILED"
    print(f"{outcome:8}{'':8}  {name}")
    return outcome


def listing(folder: Path) -> list[tuple[str, int]]:
    """What lies in a folder, and how large it is."""
    return sorted((str(path), path.lstat().st_size) for path in folder.rglob("*") if not path.is_dir())


def answered(text: str) -> Any:
    """A command's one line of JSON."""
    return json.loads(text)
