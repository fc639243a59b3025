"""The frozen build: how the program starts itself again there, and what its start has to put right.

A build is one folder made by PyInstaller (see ``packaging/``). On Windows it holds two programs that differ in one
thing: ``merchant-console`` has no standard streams, ``merchant-console-cli`` has.
"""

import os
import sys
from pathlib import Path

PROGRAM = "merchant-console"
SPEAKING = "merchant-console-cli"
LIBRARY_PATHS = ("LD_LIBRARY_PATH", "LIBPATH")  # what the start of a build changes for its own libraries


def is_frozen() -> bool:
    """Whether this runs from a build: then there is no Python to ask for a module."""
    return bool(getattr(sys, "frozen", False))


def again(*words: str) -> list[str]:
    """The command that starts this program once more with ``words``, so that its standard output can be read."""
    if not is_frozen():
        return [sys.executable, "-m", "console", *words]
    here = Path(sys.executable)
    speaking = here.with_name(SPEAKING + here.suffix)
    return [str(speaking if speaking.exists() else here), *words]


def typed(words: str = "") -> str:
    """What a person types to start this program, with ``words`` behind it."""
    name = "python -m console"
    if is_frozen():
        name = SPEAKING if sys.platform == "win32" else PROGRAM
    return f"{name} {words}".rstrip()


def settle() -> None:
    """The first thing a build does. A worker process of ours does its work in here and never returns."""
    import multiprocessing

    multiprocessing.freeze_support()
    for name in LIBRARY_PATHS:
        give_back(name)
    if sys.stdout is None:  # Windows, without a console: what is said there reaches nobody, and must not fail
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for as long as the program runs
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def give_back(name: str) -> None:
    """Let what is started from here (a browser, a viewer) find its own libraries and not the build's."""
    former = os.environ.pop(f"{name}_ORIG", None)
    if former is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = former
