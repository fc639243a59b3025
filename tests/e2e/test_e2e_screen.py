"""Once on a real X server: the whole program, its sandbox beside it, typed at as by a person, and closed in order."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.store.profile import Profile

ROOT = Path(__file__).resolve().parents[2]
NO_SERVER = not (shutil.which("Xvfb") and sys.platform == "linux")


@pytest.fixture
def screen() -> Iterator[str]:
    """A virtual screen; yields what DISPLAY is to be."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.mark.skipif(NO_SERVER, reason="needs Xvfb, which packaging/run.py installs on Debian")
@pytest.mark.timeout(180)
def test_the_shell_on_a_real_screen(screen: str) -> None:
    """The shell's tests again, with windows that a server maps, focuses and paints."""
    env = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/test_ui_shell.py"]
    done = subprocess.run([sys.executable, *words], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(NO_SERVER, reason="needs Xvfb, which packaging/run.py installs on Debian")
@pytest.mark.timeout(120)
def test_the_demo_opens_and_ends_on_a_real_screen(screen: str, tmp_path: Path) -> None:
    """The window is shown and, asked to end, ends with 0 and leaves no sandbox behind."""
    env = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "TMPDIR": str(tmp_path)}
    words = [sys.executable, "-m", "console", "demo"]
    program = subprocess.Popen(words, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("console-demo-*/profile/console.db")) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert list(tmp_path.glob("console-demo-*/profile/console.db")), "the window opened its file"
    time.sleep(1)
    program.send_signal(signal.SIGTERM)
    _, err = program.communicate(timeout=30)
    assert (program.returncode, err) == (0, "")
    assert not list(tmp_path.glob("console-demo-*")), "the demo's folder is cleared away"


@pytest.mark.skipif(NO_SERVER, reason="needs Xvfb, which packaging/run.py installs on Debian")
@pytest.mark.timeout(120)
def test_a_second_start_says_in_a_window_why_there_is_none(screen: str, tmp_path: Path) -> None:
    """Who clicks on an icon reads no stderr: the reason stands in a window until that is closed, or a signal comes."""
    env = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    words = [sys.executable, "-m", "console", "window", "--profile", str(tmp_path / "profile"), "--lang", "en"]
    with Profile.open(tmp_path / "profile"):
        program = subprocess.Popen(words, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True)
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(4)
        program.send_signal(signal.SIGTERM)
        _, err = program.communicate(timeout=30)
    assert program.returncode == 4
    assert "in use by another window" in err
