import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from console.core.errors import FileTrouble
from console.store.profile import Profile

HOLD = """
import sys, time
from pathlib import Path
from console.store.profile import Profile
kept = Profile.open(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_a_profile_is_a_folder_of_its_own(tmp_path: Path) -> None:
    with Profile.open(tmp_path / "a" / "b") as profile:
        assert profile.folder.is_dir()
        assert profile.database_path == profile.folder / "console.db"
        assert (profile.folder / "profile.lock").read_text() == f"{os.getpid()}\n"


def test_one_process_at_a_time(tmp_path: Path) -> None:
    with Profile.open(tmp_path), pytest.raises(FileTrouble) as caught:
        Profile.open(tmp_path)
    assert caught.value.code == "file.locked"
    assert caught.value.detail == f"pid {os.getpid()}"
    Profile.open(tmp_path).release()


def test_a_killed_holder_leaves_it_free(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(FileTrouble, match=f"pid {holder.pid}"):
        Profile.open(tmp_path)
    holder.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    holder.wait(10)
    holder.stdout.close()
    Profile.open(tmp_path).release()


def test_no_folder_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileTrouble) as caught:
        Profile.open(tmp_path / "file" / "profile")
    assert caught.value.code == "disk.denied"
