"""What is handed out: every licence with it, every file in it, and nothing in the program that only a checkout has."""

import importlib
import os
import plistlib
import struct
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution
from pathlib import Path
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
OURS = ("building", "drawing", "ground", "notices", "run", "trimming", "smoke")


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """``load("notices")``: a script of packaging/, which is no package and must not become one."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    yield importlib.import_module
    for name in OURS:
        sys.modules.pop(name, None)


@pytest.fixture
def notices(load: object) -> ModuleType:
    return importlib.import_module("notices")


@pytest.fixture
def trimming(load: object) -> ModuleType:
    return importlib.import_module("trimming")


def installed(folder: Path, terms: str, text: str | None) -> Distribution:
    """A distribution as pip leaves it."""
    info = folder / "made-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: made\nVersion: 1.0\n{terms}\n")
    lines = ["made-1.0.dist-info/METADATA,,"]
    if text is not None:
        (info / "LICENSE").write_text(text)
        lines.append("made-1.0.dist-info/LICENSE,,")
    (info / "RECORD").write_text("\n".join(lines))
    return Distribution.at(info)


def test_every_distribution_the_program_needs_has_a_licence_with_its_text_and_none_is_gpl_only(
    notices: ModuleType,
) -> None:
    names = {part.name.partition(" ")[0].lower().replace("_", "-") for part in notices.packages()}
    assert {"pyside6-essentials", "shiboken6", "httpx", "httpcore", "numpy", "keyring", "uvicorn", "mako"} <= names
    assert ("secretstorage" in names) == (sys.platform == "linux"), "what other systems need is not looked for"
    assert not names & {"pytest", "mypy", "pyinstaller", "psycopg"}, "tools and other databases are not carried"


@pytest.mark.parametrize(
    ("terms", "only"),
    [
        ("MIT", False),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", False),
        ("GNU Lesser General Public License v3 (LGPLv3)", False),
        ("GPL-2.0-or-later WITH Bootloader-exception", False),
        ("GPL-3.0-or-later", True),
        ("GPL-2.0-only OR AGPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", True),
        ("GNU General Public License v3 (GPLv3)", True),
    ],
)
def test_what_may_be_had_under_the_gpl_only_is_known(notices: ModuleType, terms: str, only: bool) -> None:
    assert notices.is_gpl_only(terms) is only


@pytest.mark.parametrize(
    ("terms", "text", "why"),
    [
        ("License-Expression: MIT", None, "no text"),
        ("Summary: nothing said", "Do as you like.", "no licence"),
        ("License-Expression: GPL-3.0-only", "The GPL.", "under the GPL only"),
        ("Classifier: License :: OSI Approved :: GNU General Public License v3 (GPLv3)", "The GPL.", "under the GPL"),
    ],
)
def test_what_may_not_be_handed_out_ends_the_build(
    notices: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terms: str, text: str | None, why: str
) -> None:
    monkeypatch.setattr(notices, "closure", lambda _extras: [installed(tmp_path, terms, text)])
    with pytest.raises(notices.NoLicence, match=why):
        notices.packages()


def test_what_is_carried_and_not_needed_is_told(notices: ModuleType) -> None:
    needed, tool = Path(importlib.import_module("httpx").__file__ or ""), Path(pytest.__file__)
    ours, system = ROOT / "console" / "app" / "demo.py", Path("/usr/lib/libsomething.so.1")
    assert notices.strangers(map(str, (needed, ours, system))) == []
    assert notices.strangers(map(str, (needed, tool, ours, system))) == ["pytest"]


def test_texts_that_several_share_stand_once_and_ours_comes_first(notices: ModuleType) -> None:
    parts = [notices.Part(name, "MIT", ("Permission is granted.\n",)) for name in ("one 1.0", "two 2.0")]
    told = notices.whole(parts)
    assert told.count("Permission is granted.\n") == 1
    assert told.index("Copyright (c)") < told.index("one 1.0 — MIT\ntwo 2.0 — MIT") < told.index("Icons: Lucide")
    assert "download.qt.io" in told, "the LGPL wants the sources to be found"


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("translations/app_zh_CN.qm", True),
        ("resources/messages.csv", True),
        ("resources/pictures/home.png", False),
        ("libreadline.so.8", False),
        ("console/store/migrations/versions/0001_first_shape.py", True),
        ("console/store/migrations/versions/__pycache__/0001_first_shape.cpython-311.pyc", False),
    ],
)
def test_what_a_build_carries(trimming: ModuleType, place: str, wanted: bool) -> None:
    assert trimming.is_wanted(place) is wanted


def test_every_file_of_the_program_that_is_no_code_is_carried(trimming: ModuleType) -> None:
    files = [path.relative_to(ROOT) for path in (ROOT / "console").rglob("*") if path.is_file()]
    data = [path.as_posix() for path in files if path.suffix not in (".py", ".pyc")]
    assert data
    assert [path for path in data if not path.startswith(trimming.DATA)] == []


def test_only_one_place_starts_the_program_again() -> None:
    """A build has no Python to hand a module to: whoever names ``sys.executable`` works in a checkout only."""
    sources = (path for path in (ROOT / "console").rglob("*.py") if path.name != "frozen.py")
    assert [path for path in sources if "sys.executable" in path.read_text(encoding="utf-8")] == []


def test_icons_have_the_shape_their_systems_read(load: object) -> None:
    drawing = importlib.import_module("drawing")
    small, large = b"\x89PNG small", b"\x89PNG and larger"
    icon = drawing.ico({256: large, 16: small})
    assert struct.unpack_from("<HHH", icon) == (0, 1, 2)
    for at, (side, picture) in enumerate(((16, small), (0, large))):
        width, _, _, _, _, depth, length, offset = struct.unpack_from("<BBBBHHII", icon, 6 + 16 * at)
        assert (width, depth, icon[offset : offset + length]) == (side, 32, picture)
    bundle = drawing.icns([(b"ic07", small), (b"ic08", large)])
    assert (bundle[:4], struct.unpack_from(">I", bundle, 4)[0]) == (b"icns", len(bundle))
    assert bundle[8:12] == b"ic07"
    assert bundle[16 : 16 + len(small)] == small


def test_small_pictures_of_windows_are_its_own_bitmaps(qtbot: QtBot, load: object) -> None:
    picture = importlib.import_module("drawing").dib(16)
    assert struct.unpack_from("<IiiHH", picture) == (40, 16, 32, 1, 32)
    assert len(picture) == 40 + 16 * 16 * 4 + 16 * 4
    blue, green, red, alpha = picture[40 + (8 * 16 + 1) * 4 :][:4]
    assert (red, green, blue, alpha) == (0x24, 0x56, 0xD6, 255), "the house's blue at the left edge"
    assert picture[43] == 0, "a round corner"


def test_the_lists_for_macos_can_be_read(trimming: ModuleType) -> None:
    told = plistlib.loads(plistlib.dumps(trimming.info_plist(trimming.version(ROOT))))
    assert told["CFBundleShortVersionString"] == trimming.version(ROOT)
    assert plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())


def test_the_builders_of_the_three_systems_get_what_a_build_needs(load: object) -> None:
    ground = importlib.import_module("ground")
    flow = (ROOT / ".github" / "workflows" / "build.yml").read_text(encoding="utf-8").split()
    assert {*f"{ground.OFFSCREEN} {ground.WINDOW} {ground.PRINTING} {ground.CHINESE}".split()} <= {*flow}


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_signing_says_what_is_missing_and_changes_nothing() -> None:
    words = [str(PACKAGING / "macos" / "sign.sh")]
    done = subprocess.run(words, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert all(name in done.stderr for name in ("SIGN_IDENTITY", "NOTARY_PROFILE"))


@pytest.mark.skipif(sys.platform != "linux", reason="for Linux desktops")
def test_installing_and_removing_leaves_the_data(tmp_path: Path) -> None:
    """With everything in the path that a shell or a desktop entry reads as something else."""
    home = tmp_path / "家 $HOME `a` 50% \\ x"
    unpacked = tmp_path / "merchant-console"
    (unpacked / "share").mkdir(parents=True)
    (unpacked / "merchant-console").write_text("#!/bin/sh\necho started\n")
    (unpacked / "merchant-console").chmod(0o755)
    for name in ("merchant-console.svg", "merchant-console.png"):
        (unpacked / "share" / name).touch()
    (unpacked / "share" / "merchant-console.desktop").write_bytes(
        (PACKAGING / "linux" / "merchant-console.desktop").read_bytes()
    )
    (unpacked / "install.sh").write_bytes((PACKAGING / "linux" / "install.sh").read_bytes())
    data = home / ".local" / "share" / "merchant-console" / "console.db"
    data.parent.mkdir(parents=True)
    data.touch()

    def run(script: Path, *words: str, answer: str = "") -> str:
        env = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
        command = ["/bin/sh", str(script), *words]
        return subprocess.run(command, env=env, input=answer, capture_output=True, text=True, check=True).stdout

    run(unpacked / "install.sh")
    assert (
        subprocess.run([home / ".local/bin/merchant-console"], capture_output=True, check=True).stdout == b"started\n"
    )
    entry = (home / ".local/share/applications/merchant-console.desktop").read_text(encoding="utf-8")
    quoted = str(home).replace("\\", "\\\\\\\\").replace("$", "\\\\$").replace("`", "\\\\`").replace("%", "%%")
    assert f'Exec="{quoted}/.local/opt/merchant-console/merchant-console"\n' in entry
    assert f'Exec="{quoted}/.local/opt/merchant-console/merchant-console" demo\n' in entry
    removed = home / ".local/opt/merchant-console/install.sh"
    assert "stays" in run(removed, "--remove")
    assert [path for path in home.rglob("*") if path.is_file() or path.is_symlink()] == [data]
    assert "stays" in run(unpacked / "install.sh", "--remove", "--data", answer="no\n")
    assert data.exists()
    run(unpacked / "install.sh", "--remove", "--data", answer="yes\n")
    assert not data.parent.exists()


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_the_build_does_what_a_merchant_would(load: object) -> None:
    """All of ``run.py smoke``. Where there is no build there is nothing to try: `run.py build` makes it."""
    if not importlib.import_module("building").program().exists():
        pytest.skip("no build in dist/")
    words = [sys.executable, str(PACKAGING / "run.py"), "smoke"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_benchmark_that_is_not_there_is_named_beside_those_that_are(
    load: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = importlib.import_module("run")
    monkeypatch.setattr(run, "setup", lambda words: 0)
    assert run.main(["bench", "fly"]) == 2
    said = capsys.readouterr().err
    assert "fly" in said
    assert "wording" in said
