"""From a fresh clone to the running program, with nothing but Python ≥ 3.11 (standard library only).

    python3 packaging/run.py demo           the console on two sandboxed platforms (no display: pictures of every tab)
    python3 packaging/run.py test [--long]  all tests; --long adds the slow proofs; more words go to pytest
    python3 packaging/run.py bench          the benchmarks, printed as ratios
    python3 packaging/run.py setup          only the set-up that `test` needs

Makes .venv, installs with the constraints (uv if it is there, else pip), again only when pyproject.toml or the
constraints changed. On Debian as root it installs the missing system packages; otherwise it prints the line to type.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
MARK = VENV / ".console-setup"

OFFSCREEN = "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libgssapi-krb5-2"
CHINESE = "fonts-noto-cjk"
WINDOW = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0"
PROOFS = "xvfb xauth gnome-keyring dbus poppler-utils zbar-tools"


def main(words: list[str]) -> int:
    """Set up, then do what the first word says."""
    commands = {"demo": demo, "test": test, "bench": bench, "setup": setup}
    if not words or words[0] not in commands:
        print(__doc__)
        return 2
    if not (3, 11) <= sys.version_info[:2] < (3, 15):
        version = ".".join(map(str, sys.version_info[:3]))
        print(
            f"This program needs Python 3.11 to 3.14; this is {version}. Start it with another python3.",
            file=sys.stderr,
        )
        return 2
    try:
        return commands[words[0]](words[1:])
    except SetupFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def demo(words: list[str]) -> int:
    """The program on the sandbox; without a display the pictures of its tabs."""
    windowed = has_display()
    system_packages(f"{OFFSCREEN} {CHINESE}" + (f" {WINDOW}" if windowed and sys.platform == "linux" else ""))
    environment(dev=False)
    env = {} if windowed else {"QT_QPA_PLATFORM": "offscreen"}
    where = [] if windowed else ["--shots", str(ROOT / "shots")]
    return run([str(PYTHON), "-m", "console", "demo", *where, *words], env)


def test(words: list[str]) -> int:
    """Lint, types, rooms and behaviour: all of it is in the suite. Ends with pytest's own closing line.

    Two tests run at a time, a file never in two places (`-n 0`: one at a time).
    """
    setup([])
    long = "--long" in words
    rest = [word for word in words if word != "--long"]
    marks = [] if long else ["-m", "not long"]
    two = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]  # in the order of tests/conftest.py
    return run([str(PYTHON), "-m", "pytest", *two, *marks, *rest], {"QT_QPA_PLATFORM": "offscreen"})


def bench(words: list[str]) -> int:
    """Each benchmark in its own process; each prints its ratios and fails when a limit is missed."""
    setup([])
    scripts = sorted((ROOT / "tests" / "benchmarks").glob("bench_*.py"))
    wanted = [script for script in scripts if not words or any(word in script.stem for word in words)]
    codes = [run([str(PYTHON), str(script)], {"QT_QPA_PLATFORM": "offscreen"}) for script in wanted]
    return max(codes, default=0)


def setup(words: list[str]) -> int:
    """Everything the tests need."""
    system_packages(f"{OFFSCREEN} {CHINESE} {WINDOW} {PROOFS}" if sys.platform == "linux" else "")
    environment(dev=True)
    return 0


class SetupFailed(Exception):
    """Something the person has to do first; the text says what."""


def environment(*, dev: bool) -> None:
    """Make .venv and install into it, unless the mark says that this very state is installed already."""
    wanted = fingerprint()
    extras, _, installed = (MARK.read_text() if MARK.exists() else "").partition(" ")
    if installed == wanted and (extras == "dev" or not dev) and PYTHON.exists():
        return
    if not PYTHON.exists() or subprocess.run([str(PYTHON), "-c", ""], check=False).returncode:
        make_venv()
    project = f"{ROOT}[dev]" if dev else str(ROOT)
    uv = shutil.which("uv")
    if uv:
        install = [uv, "pip", "install", "--quiet", "--python", str(PYTHON), "--compile-bytecode"]
    else:
        install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    print("Installing what the program needs (once) …", file=sys.stderr, flush=True)
    if run([*install, "-c", str(CONSTRAINTS), "-e", project]):
        raise SetupFailed("The installation failed; the lines above say why. Mend it and start the same command again.")
    MARK.write_text(f"{'dev' if dev else 'base'} {wanted}")


def fingerprint() -> str:
    """What the installed state depends on."""
    digest = hashlib.sha256(f"{ROOT} {sys.version_info[:2]} ".encode())
    for file in (ROOT / "pyproject.toml", CONSTRAINTS):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def make_venv() -> None:
    """An empty .venv of this Python; Debian ships its venv module apart."""
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        system_packages(f"python3-venv python3.{sys.version_info[1]}-venv", ask=True)
        if run([sys.executable, "-m", "venv", "--clear", str(VENV)]):
            raise SetupFailed("Python's venv module is missing. Type: sudo apt-get install python3-venv") from None
        return
    venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
