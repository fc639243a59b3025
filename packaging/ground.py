"""What every command of run.py stands on: the folders, an environment with the packages, the system's packages.

Standard library only: it runs before anything is installed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"

OFFSCREEN = "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libgssapi-krb5-2"
CHINESE = "fonts-noto-cjk"
WINDOW = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0"
PRINTING = "libcups2"
PROOFS = "xvfb xauth gnome-keyring dbus poppler-utils zbar-tools"


def python_of(venv: Path) -> Path:
    """The interpreter of an environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


VENV = ROOT / ".venv"
PYTHON = python_of(VENV)


class SetupFailed(Exception):
    """Something the person has to do first; the text says what."""


def environment(extra: str, venv: Path = VENV) -> Path:
    """Make the environment and install the project with ``extra`` into it, unless its mark says that this is done.

    Where the tests' packages are installed already, a demo needs no others. Returns its interpreter.
    """
    python, mark = python_of(venv), venv / ".console-setup"
    wanted = fingerprint()
    had, _, installed = (mark.read_text() if mark.exists() else "").partition(" ")
    if installed == wanted and (had == extra or (had, extra) == ("dev", "base")) and python.exists():
        return python
    if not python.exists() or subprocess.run([str(python), "-c", ""], check=False).returncode:
        make_venv(venv)
    project = str(ROOT) if extra == "base" else f"{ROOT}[{extra}]"
    uv = shutil.which("uv")
    if uv:
        install = [uv, "pip", "install", "--quiet", "--python", str(python), "--compile-bytecode"]
    else:
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    print("Installing what the program needs (once) …", file=sys.stderr, flush=True)
    if run([*install, "-c", str(CONSTRAINTS), "-e", project]):
        raise SetupFailed("The installation failed; the lines above say why. Mend it and start the same command again.")
    mark.write_text(f"{extra} {wanted}")
    return python


def fingerprint() -> str:
    """What the installed state depends on."""
    digest = hashlib.sha256(f"{ROOT} {sys.version_info[:2]} ".encode())
    for file in (ROOT / "pyproject.toml", CONSTRAINTS):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def make_venv(folder: Path) -> None:
    """An empty environment of this Python; Debian ships its venv module apart."""
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        system_packages(f"python3-venv python3.{sys.version_info[1]}-venv", ask=True)
        if run([sys.executable, "-m", "venv", "--clear", str(folder)]):
            raise SetupFailed("Python's venv module is missing. Type: sudo apt-get install python3-venv") from None
        return
    venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(folder)


def system_packages(names: str, *, ask: bool = False) -> None:
    """On Debian: install what is missing when we are root, else print the one line to type and go on."""
    if not names or not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return
    missing = [name for name in names.split() if not has_package(name)]
    if not missing:
        return
    line = f"apt-get install -y --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0:
        print(f"Missing on this system; if the program does not start, type:\n    sudo {line}", file=sys.stderr)
        return
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing system packages: {' '.join(missing)} …", file=sys.stderr, flush=True)
    if run(line.split(), env, quiet=True) and (
        run(["apt-get", "update"], env, quiet=True) or run(line.split(), env, quiet=True)
    ):
        text = f"The system packages could not be installed. Type: {line}"
        if ask:
            raise SetupFailed(text)
        print(text, file=sys.stderr)


def has_package(name: str) -> bool:
    """Installed under this name or, since Debian 13, under its 64-bit-time twin; any Chinese font will do for text."""
    twins = {"fonts-noto-cjk": ["fonts-wqy-microhei", "fonts-wqy-zenhei"]}.get(name, [f"{name}t64"])
    for twin in [name, *twins]:
        asked = subprocess.run(
            ["dpkg-query", "-W", "-f", "${db:Status-Status}", twin], capture_output=True, text=True, check=False
        )
        if asked.stdout.strip() == "installed":
            return True
    return False


def has_display() -> bool:
    """Windows and macOS always have one; Linux says so in its environment."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(command: list[str], extra: dict[str, str] | None = None, *, quiet: bool = False) -> int:
    """Run it in the project's folder; byte code is wanted: without it every start compiles anew."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env.update(extra or {})
    sink = subprocess.DEVNULL if quiet else None
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=sink)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # the child got it too: let it leave in its own order
            continue
