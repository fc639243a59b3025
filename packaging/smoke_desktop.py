"""The smoke test's steps with a desktop: a window that opens and is closed, the key store, the installation."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import x11
from smoke import Bench, Failed, Step, Untried, answered, expect

OPEN_S = 60.0
KEEP = """
import asyncio, sys
from pathlib import Path
from console.connect import FileVault
from console.store.secrets import KeyringVault

async def main(connect, *pairs):
    for pair in pairs:
        platform, shop = pair.split("=", 1)
        keys = await FileVault(Path(connect)).load(platform)
        await KeyringVault().save(shop, keys)

asyncio.run(main(*sys.argv[1:]))
"""


def window(bench: Bench) -> str:
    """Started as by a click, the window opens, is painted and, closed as by its cross, ends with 0."""
    home = bench.place / "家 窗口"
    home.mkdir()
    profile, words = home / ".local" / "share" / "merchant-console", ["--lang", "zh_CN"]
    if sys.platform != "linux":  # where the person's own folder is asked for and not HOME
        profile = home / "数据 data"
        words += ["--profile", str(profile)]
    with screen() as display:
        began = time.monotonic()
        process = bench.start(*words, env=bench.env(HOME=str(home), **display), program=bench.windowed)
        try:
            shown = wait_for_window(process, display, began)
            wait_for(lambda: (profile / "console.db").exists(), process, "the file was not opened")
            time.sleep(2)
            how = close(process, display)
            _, err = process.communicate(timeout=OPEN_S)
        finally:
            process.kill()
    expect(process.returncode == 0, f"ended with {process.returncode}: {err[-2000:]}")
    expect("Traceback" not in err, err[-2000:])
    log = profile / "console.log"
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    bad = [line for line in lines if " ERROR " in line or " WARNING " in line]
    expect(not bad, "\n".join(bad[:5]))
    return f"{shown}, {how}, ended with 0"


def demo_window(bench: Bench) -> str:
    """The demo in a window: its sandbox lives beside it and leaves with it."""
    with screen() as display:
        process = bench.start("demo", "--lang", "zh_CN", env=bench.env(**display), program=bench.windowed)
        try:
            tmp = bench.place / "tmp"
            wait_for(lambda: any(tmp.glob("console-demo-*/sandbox.json")), process, "the sandbox did not start")
            time.sleep(5)
            how = close(process, display)
            _, err = process.communicate(timeout=OPEN_S)
        finally:
            process.kill()
    expect(process.returncode == 0 and "Traceback" not in err, f"ended with {process.returncode}: {err[-2000:]}")
    expect(not any(tmp.glob("console-demo-*")), "the demo's folder is left")
    return f"{how}, ended with 0, nothing left"


def key_store_absent(bench: Bench) -> str:
    """Without a key store nothing breaks: the shops are said to be signed out."""
    if sys.platform != "linux":
        raise Untried("this system always has one")
    told = answered(bench.run("doctor", "--profile", bench.profile, "--json", codes=(1,)))["shops"]
    codes = {one["code"] for shop in told for one in shop["checks"]}
    expect(codes == {"net.no_credentials"}, str(codes))
    return "said: signed out"


def key_store_present(bench: Bench) -> str:
    """Sign-ins that lie in the Secret Service are found there by the build, and do sign in."""
    tools = [shutil.which(name) for name in ("dbus-run-session", "gnome-keyring-daemon")]
    if sys.platform != "linux" or not all(tools):
        raise Untried("needs dbus-run-session and gnome-keyring-daemon")
    words = ("doctor", "--profile", bench.profile, "--json")
    asked = answered(bench.run(*words, "--connect", bench.connect))["shops"]
    pairs = [f"{shop['platform']}={shop['shop']}" for shop in asked if shop["platform"] in ("kuaishou", "youzan")]
    runtime = bench.place / "run"
    runtime.mkdir(mode=0o700)
    keep = shlex.join([bench.helper(), "-c", KEEP, str(bench.connect), *pairs])
    ask = shlex.join([str(bench.program), *map(str, words)])
    script = f"printf pw | {tools[1]} --unlock --components=secrets >/dev/null 2>&1; {keep} && exec {ask}"
    env = {**os.environ, "HOME": str(bench.place / "home"), "XDG_RUNTIME_DIR": str(runtime)}
    done = subprocess.run(
        [str(tools[0]), "--", "sh", "-c", script],
        env={name: value for name, value in env.items() if not name.startswith(("DBUS_", "PYTHON", "VIRTUAL_ENV"))},
        cwd=Path(__file__).resolve().parent.parent,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    expect(done.stdout.startswith("{"), done.stderr[-2000:])
    shops = answered(done.stdout)["shops"]
    fine = [shop["platform"] for shop in shops if all(one["ok"] for one in shop["checks"])]
    expect({"kuaishou", "youzan"} <= set(fine), f"signed in: {fine}; {done.stderr[-1000:]}")
    return f"signed in by what it keeps: {', '.join(fine)}"


def installation(bench: Bench) -> str:
    """install.sh puts the program into the menu and takes it away again; the data stays."""
    if sys.platform != "linux":
        raise Untried("Linux only; the installers of Windows and macOS are other files")
    home = bench.place / "家 home"
    data = home / ".local/share/merchant-console"
    data.mkdir(parents=True)
    env = {"HOME": str(home), "PATH": "/usr/bin:/bin", "TMPDIR": str(bench.place / "tmp")}
    unpacked = bench.root / "install.sh"
    ran = [subprocess.run([str(unpacked)], env=env, capture_output=True, text=True, check=True)]
    program, entry = home / ".local/bin/merchant-console", home / ".local/share/applications/merchant-console.desktop"
    said = subprocess.run([str(program), "--version"], env=env, capture_output=True, text=True, check=True).stdout
    expect(said.startswith("merchant-console "), said)
    line = next(line for line in entry.read_text(encoding="utf-8").splitlines() if line.startswith("Exec="))
    expect(line == f'Exec="{home}/.local/opt/merchant-console/merchant-console"', line)
    if judge := shutil.which("desktop-file-validate"):
        ran.append(subprocess.run([judge, str(entry)], capture_output=True, text=True, check=True))
    installed = home / ".local/opt/merchant-console/install.sh"
    subprocess.run([str(installed), "--remove"], env=env, capture_output=True, text=True, check=True)
    left = [path for path in home.rglob("*") if not path.is_dir() or path.is_symlink()]
    expect(not left and data.is_dir(), f"left: {left}")
    return "installed, started, removed; the data's folder stays"


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """A virtual screen on Linux; elsewhere the one there is. Yields what the environment needs. Raises Untried."""
    if sys.platform != "linux":
        yield {}
        return
    server = shutil.which("Xvfb")
    if server is None:
        raise Untried("needs Xvfb")
    read, write = os.pipe()
    words = [server, "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    process = subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        process.terminate()
        process.wait(10)


def wait_for_window(process: "subprocess.Popen[str]", display: dict[str, str], began: float) -> str:
    """Until the screen shows a window of ours; says after how long, where that can be told."""
    if not display or x11.library() is None:
        return "shown (nobody here can tell when)"
    wait_for(lambda: bool(x11.shown(display["DISPLAY"])), process, "no window was shown")
    return f"shown after {time.monotonic() - began:.2f} s"


def close(process: "subprocess.Popen[str]", display: dict[str, str]) -> str:
    """Ask the window to close as its cross does; where there is no way to, as the end of a session does."""
    if os.name == "nt":
        subprocess.run(["taskkill", "/PID", str(process.pid)], capture_output=True, check=False)
        return "closed by its cross"
    if display and x11.library() is not None:
        for one in x11.shown(display["DISPLAY"]):
            x11.close(display["DISPLAY"], one)
        return "closed by its cross"
    process.send_signal(signal.SIGTERM)
    return "closed by a signal"


def wait_for(seen: Callable[[], bool], process: "subprocess.Popen[str]", otherwise: str) -> None:
    """Until ``seen()``. Raises Failed when the program ends before, or never gets there."""

    until = time.monotonic() + OPEN_S
    while not seen():
        if process.poll() is not None:
            raise Failed(f"{otherwise}; it ended with {process.returncode}: {process.communicate()[1][-2000:]}")
        if time.monotonic() > until:
            raise Failed(f"{otherwise} in {OPEN_S:.0f} s")
        time.sleep(0.02)


DESKTOP: tuple[Step, ...] = (window, demo_window, key_store_absent, key_store_present, installation)
