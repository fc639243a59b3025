"""``run.py build``: icons, the frozen folder, its notices, and what it is handed out as. Standard library only.

Tried on Linux. On Windows the installer is made where Inno Setup's ``ISCC`` is found; on macOS packaging/macos/sign.sh
signs the bundle afterwards. Neither of these two has been run yet.
"""

import os
import shutil
import sys
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path

from ground import ROOT, SetupFailed, environment, run

BUILD, DIST = ROOT / "build", ROOT / "dist"
NAME = "merchant-console"
BUNDLE = "Merchant Console.app"
HERE = Path(__file__).resolve().parent


def build_all(*, images: bool) -> int:
    """Everything from a clean checkout to files that can be handed out. Raises SetupFailed."""
    began = time.monotonic()
    # two environments: what is installed in one is carried, and its licence must be
    python = environment("build,images", BUILD / "venv-images") if images else environment("build", BUILD / "venv")
    step([str(python), str(HERE / "drawing.py"), str(BUILD / "icons")], "The icons could not be drawn")
    freeze = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", str(DIST)]
    work = ["--workpath", str(BUILD / "pyinstaller"), str(HERE / "console.spec")]
    shutil.rmtree(DIST, ignore_errors=True)
    step([str(python), *freeze, *work], "PyInstaller failed")
    extras = ["images"] if images else []
    notices = [str(HERE / "notices.py"), str(BUILD / "origins.json"), str(BUILD / "NOTICES.txt"), *extras]
    step([str(python), *notices], "Nothing is handed out without the licences of what it carries")
    for folder in papers_of():
        for paper in (ROOT / "LICENSE", BUILD / "NOTICES.txt"):
            shutil.copy(paper, folder)
    made = {"linux": for_linux, "win32": for_windows, "darwin": for_macos}[sys.platform]()
    for path in made:
        print(f"{path.relative_to(ROOT)}  {size(path) / 1e6:.0f} MB")
    print(f"built in {time.monotonic() - began:.0f} s; next: python3 packaging/run.py smoke")
    return 0


def step(command: list[str], otherwise: str) -> None:
    """One step of it. Raises SetupFailed."""
    if run(command, {"QT_QPA_PLATFORM": "offscreen"}):
        raise SetupFailed(f"{otherwise}; the lines above say why.")


def papers_of() -> Iterator[Path]:
    """Where licence and notices lie: beside the program, and inside the bundle, from which the folder is only made."""
    yield DIST / NAME
    if sys.platform == "darwin":
        yield DIST / BUNDLE / "Contents" / "Resources"


def program() -> Path:
    """The program of the build that a command line is typed at."""
    if sys.platform == "darwin":
        return DIST / BUNDLE / "Contents" / "MacOS" / NAME
    return DIST / NAME / (f"{NAME}-cli.exe" if os.name == "nt" else NAME)


def for_linux() -> list[Path]:
    """The folder with its entry for the desktop, and the same as a tar.gz."""
    folder = DIST / NAME
    share = folder / "share"
    share.mkdir()
    shutil.copy(HERE / "linux" / f"{NAME}.desktop", share)
    shutil.copy(ROOT / "resources" / "app.svg", share / f"{NAME}.svg")
    shutil.copy(BUILD / "icons" / "256.png", share / f"{NAME}.png")
    shutil.copy(HERE / "linux" / "install.sh", folder)
    (folder / "install.sh").chmod(0o755)
    archive = DIST / f"{NAME}-{version()}-linux-{machine()}.tar.gz"
    with tarfile.open(archive, "w:gz", compresslevel=6) as tar:
        tar.add(folder, NAME, filter=nobodys)
    return [folder, archive]


def for_windows() -> list[Path]:
    """The folder, and its installer where Inno Setup is installed."""
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "C:\\")) / "Inno Setup 6" / "ISCC.exe"
    compiler = shutil.which("ISCC") or (str(usual) if usual.exists() else None)
    if compiler is None:
        print("No installer was made: Inno Setup 6 (ISCC.exe) was not found. The folder works without one.")
        return [DIST / NAME]
    step([compiler, "/Qp", f"/DVersion={version()}", str(HERE / "windows" / "installer.iss")], "Inno Setup failed")
    return [DIST / NAME, *DIST.glob("*.exe")]


def for_macos() -> list[Path]:
    """The bundle. It runs on this computer; for others it has to be signed."""
    print("Not signed: other Macs refuse to open it. packaging/macos/sign.sh signs and notarises it.")
    archive = DIST / f"{NAME}-{version()}-macos-{machine()}-unsigned.zip"
    step(["ditto", "-c", "-k", "--keepParent", str(DIST / BUNDLE), str(archive)], "The bundle could not be packed")
    return [DIST / BUNDLE, archive]


def nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """A file of an archive belongs to whoever unpacks it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def version() -> str:
    """The program's version."""
    from trimming import version as read

    return read(ROOT)


def machine() -> str:
    """The kind of processor, as files are named after it."""
    import platform

    return platform.machine().lower()


def size(path: Path) -> int:
    """How many bytes a file has, or a folder's files; what two names share counts once."""
    if path.is_file():
        return path.stat().st_size
    files = (file.lstat() for file in path.rglob("*") if file.is_file() and not file.is_symlink())
    return sum({(one.st_dev, one.st_ino): one.st_size for one in files}.values())
