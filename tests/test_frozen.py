"""What differs in a build: how the program starts itself, what it is called there, and where its files lie."""

import os
import sys
from pathlib import Path

import pytest

from console import bundled, frozen


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like a build; this process takes itself for its program."""
    program = tmp_path / "程序 folder" / "merchant-console.exe"
    program.parent.mkdir()
    program.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    return program


def test_from_source_python_is_asked_for_the_package() -> None:
    assert frozen.again("sandbox", "--port", "0") == [sys.executable, "-m", "console", "sandbox", "--port", "0"]
    assert frozen.typed("sync") == "python -m console sync"


def test_a_build_starts_itself(build: Path) -> None:
    assert frozen.again("sandbox") == [str(build), "sandbox"]


def test_where_there_is_a_program_with_streams_that_one_is_started(build: Path) -> None:
    speaking = build.with_name("merchant-console-cli.exe")
    speaking.touch()
    assert frozen.again("sandbox") == [str(speaking), "sandbox"]


@pytest.mark.parametrize(("system", "name"), [("linux", "merchant-console"), ("win32", "merchant-console-cli")])
def test_a_build_is_called_by_its_own_name(
    build: Path, monkeypatch: pytest.MonkeyPatch, system: str, name: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert (frozen.typed(), frozen.typed("sync")) == (name, f"{name} sync")


@pytest.mark.parametrize(("former", "left"), [("/opt/lib", "/opt/lib"), (None, None)])
def test_a_browser_started_from_a_build_finds_its_own_libraries(
    monkeypatch: pytest.MonkeyPatch, former: str | None, left: str | None
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/the/build")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", former or "")
    if former is None:
        monkeypatch.delenv("LD_LIBRARY_PATH_ORIG")
    frozen.give_back("LD_LIBRARY_PATH")
    assert os.environ.get("LD_LIBRARY_PATH") == left
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_without_streams_nothing_that_is_said_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    frozen.settle()
    with sys.stdout as out, sys.stderr as err:
        out.buffer.write("答案\n".encode())
        print("说明", file=err)
        assert (out.name, err.name) == (os.devnull, os.devnull)


def test_the_files_of_a_build_lie_in_its_own_folder(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(build.parent), raising=False)
    (build.parent / "resources").mkdir()
    assert bundled.folder.__wrapped__("resources") == build.parent / "resources"
