"""The smoke test's steps without a window: commands, files, pictures, an older file, a folder nobody may write to."""

import os
import sqlite3
import time
from pathlib import Path

from smoke import ORDERS, Bench, Step, Untried, answered, expect

NOBODY = 65534
OLDER = """
import sys
from pathlib import Path
from console.store import engines, schema
path = Path(sys.argv[1])
path.parent.mkdir(parents=True)
engine = engines.writer(path, busy_ms=50)
with engine.begin() as conn:
    schema.migrate(conn, schema.MIGRATIONS, "0001")
    conn.exec_driver_sql("INSERT INTO settings (key, value) VALUES ('kept', '1')")
engine.dispose()
"""


def version(bench: Bench) -> str:
    """It starts at all, and how fast: the median of five."""
    times = []
    for _ in range(5):
        began = time.monotonic()
        said = bench.run("--version").strip()
        times.append(time.monotonic() - began)
    expect(said.startswith("merchant-console "), said)
    return f"{said}, {sorted(times)[2]:.2f} s"


def check(bench: Bench) -> str:
    """The word bank came along; Chinese goes in and out whatever the system's code page."""
    found = answered(bench.run("check", "-", "--format", "json", typed="全网最低价,史上最强\n", codes=(1,)))["findings"]
    expect(any(one["text"] == "全网最低价" for one in found), f"not found: {found}")
    return f"{len(found)} findings"


def usage(bench: Bench) -> str:
    """A wrong word is answered with the build's own name, not with a Python there is not."""
    process = bench.start("sync", "--nonsense")
    _, err = process.communicate(timeout=60)
    expect(process.returncode == 2 and "merchant-console" in err and "python" not in err, err)
    return err.strip()


def sync(bench: Bench) -> str:
    """Both platforms into a profile whose path is Chinese and has a space."""
    words = ("sync", "--profile", bench.profile, "--connect", bench.connect, "--once", "--json")
    told = answered(bench.run(*words))
    expect(not told["trouble"] and told["kuaishou"]["orders"] == ORDERS, str(told))
    lines = bench.run("orders", "--profile", bench.profile, "--json").splitlines()
    expect(len(lines) >= ORDERS, f"{len(lines)} orders in the file")
    expect((bench.profile / "console.db").exists(), "the file lies elsewhere")
    return f"{told['written']} rows written, {len(lines)} orders read back"


def doctor(bench: Bench) -> str:
    """Every scope is asked for and granted."""
    words = ("doctor", "--profile", bench.profile, "--connect", bench.connect, "--json")
    shops = answered(bench.run(*words))["shops"]
    expect(len(shops) >= 2 and all(one["ok"] for shop in shops for one in shop["checks"]), str(shops))
    return f"{len(shops)} accounts, all scopes granted"


def papers(bench: Bench) -> str:
    """A report as a PDF, a workbook and a page: fonts, the PDF writer and the sheet writer came along."""
    month, sizes = time.strftime("%Y-%m"), []
    for suffix, magic in ((".pdf", b"%PDF"), (".xlsx", b"PK"), (".html", b"<!")):
        out = bench.place / f"报告 {suffix[1:]}{suffix}"
        words = ("selfcheck", "--profile", bench.profile, "--month", month, "--out", out)
        bench.run(*words, codes=(0, 1), env=bench.env(QT_QPA_PLATFORM="offscreen"))
        expect(out.read_bytes().lstrip().startswith(magic), f"{out.name} is no {suffix}")
        sizes.append(f"{suffix[1:]} {out.stat().st_size // 1000} kB")
    return ", ".join(sizes)


def older_file(bench: Bench) -> str:
    """A file of the first version is copied and brought up to date: the revisions came along as files."""
    profile = bench.place / "旧 file"
    bench.prepare(OLDER, profile / "console.db")
    bench.run("orders", "--profile", profile, "--json")
    copies = list(profile.glob("console.0001.*.db"))
    expect(len(copies) == 1, f"copies of the older file: {copies}")
    database = sqlite3.connect(profile / "console.db")
    revision = database.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    kept = database.execute("SELECT value FROM settings WHERE key = 'kept'").fetchone()
    database.close()
    expect(revision > "0001" and kept == ("1",), f"revision {revision}, kept {kept}")
    return f"0001 → {revision}"


def demo_pictures(bench: Bench) -> str:
    """The demo, its sandbox started by the build itself, draws every tab without a screen."""
    shots = bench.place / "图片"
    words = ("demo", "--shots", shots, "--lang", "zh_CN", "--theme", "light")
    bench.run(*words, env=bench.env(QT_QPA_PLATFORM="offscreen"))
    pictures = list(shots.rglob("*.png"))
    empty = [path.name for path in pictures if path.stat().st_size < 10_000]
    expect(len(pictures) >= 10 and not empty, f"{len(pictures)} pictures, nearly empty: {empty}")
    if keep := os.environ.get("SMOKE_PICTURES"):
        for path in pictures:
            Path(keep).mkdir(parents=True, exist_ok=True)
            (Path(keep) / path.name).write_bytes(path.read_bytes())
    return f"{len(pictures)} pictures, {sum(path.stat().st_size for path in pictures) // 1000} kB"


def read_only_folder(bench: Bench) -> str:
    """A person who may not write where the program lies works with it all the same."""
    if os.name == "nt":
        raise Untried("needs another user on Windows")
    home = bench.place / "nobody"
    home.mkdir()
    profile = home / "资料 x"
    words = ("sync", "--profile", profile, "--connect", bench.connect, "--once", "--json")
    env = bench.env(HOME=str(home), TMPDIR=str(home))
    if os.geteuid() == 0:
        os.chown(home, NOBODY, NOBODY)
        bench.connect.chmod(0o644)
        told = answered(bench.run(*words, env=env, user=NOBODY, group=NOBODY, extra_groups=()))
    else:
        folders = [bench.root, *(path for path in bench.root.rglob("*") if path.is_dir() and not path.is_symlink())]
        modes = [(path, path.stat().st_mode) for path in folders]
        try:
            for path, mode in modes:
                path.chmod(mode & ~0o222)
            told = answered(bench.run(*words, env=env))
        finally:
            for path, mode in modes:
                path.chmod(mode)
    expect(not told["trouble"], str(told))
    return f"{told['written']} rows written"


COMMANDS: tuple[Step, ...] = (
    version,
    usage,
    check,
    sync,
    doctor,
    papers,
    older_file,
    demo_pictures,
    read_only_folder,
)
