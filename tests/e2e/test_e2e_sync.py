"""The whole way: both platforms over HTTP into the file, through every fault and after being killed anywhere."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.timeout(300)

FAULTS = [
    "throttle",
    "throttle_no_wait",
    "server_error",
    "cut_before",
    "cut_after",
    "slow",
    "token_expired",
    "token_revoked",
    "wrong_envelope",
    "torn_json",
    "bad_row",
    "duplicate_rows",
    "reordered_rows",
    "clock_skew",
    "page_drift",
]
SLOW = ("slow", "throttle", "throttle_no_wait")  # they wait in real time: in the long run only


def check_links(sandbox: Any, command: Any, profile: Path, least: float = 0.97) -> None:
    """No wrong link, and nearly all of the true ones."""
    truth = {tuple(link) for link in sandbox.ask("/links")["links"]}
    listed = command("orders", "--profile", str(profile), "--json")
    assert listed.code == 0, listed.err
    rows = [json.loads(line) for line in listed.out.splitlines()]
    given = {(row["order_no"], row["trade_no"]) for row in rows if row["order_no"] and row["trade_no"]}
    assert given <= truth
    assert len(given) >= least * len(truth)


def test_twice_in_a_row(sandbox: Any, sync: Any, command: Any, tmp_path: Path) -> None:
    first = sync(sandbox, whole=True)
    assert first.code == 0, first.out + first.err
    assert first.held == sandbox.world()
    assert first.answer["written"] == sum(sum(side.values()) for side in sandbox.world().values())
    assert (first.answer["quarantined"], first.answer["trouble"]) == ([], [])
    second = sync(sandbox)
    assert (second.code, second.held, second.answer["written"]) == (0, sandbox.world(), 0)
    assert second.answer["calls"] < first.answer["calls"] / 2, "only what is new is asked for"
    check_links(sandbox, command, tmp_path / "profile")


@pytest.mark.parametrize("fault", [name for name in FAULTS if name not in SLOW])
def test_under_a_fault(sandbox: Any, sync: Any, fault: str) -> None:
    """The same rows in the end; at worst one trouble, by name, which the next run mends."""
    sandbox.ask("/faults", {"on": [fault]})
    try:
        troubled = sync(sandbox)
    finally:
        sandbox.ask("/faults", {"off": [fault]})
    world = sandbox.world()
    trouble = troubled.answer["trouble"]
    assert "Traceback" not in troubled.err
    assert len({(one["platform"], one["code"]) for one in trouble}) == len(trouble)
    if trouble:
        assert troubled.code == 1
        assert all(all(one.values()) for one in trouble), "every trouble has words"
        assert all(troubled.held[side][kind] <= count for side in world for kind, count in world[side].items())
    else:
        assert (troubled.code, troubled.held, troubled.answer["quarantined"]) == (0, world, [])
    healthy = sync(sandbox)
    assert (healthy.code, healthy.held) == (0, world)
    assert healthy.answer["written"] + troubled.answer["written"] == sum(sum(side.values()) for side in world.values())


def kill_somewhere(sandbox: Any, profile: Path, after_s: float) -> None:
    words = ["sync", "--profile", str(profile), "--connect", str(sandbox.connect), "--once", "--json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "console", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(after_s)
    process.kill()
    process.wait()


def test_killed_anywhere(sandbox: Any, sync: Any, tmp_path: Path) -> None:
    moments = random.Random(7)
    for _ in range(3):
        kill_somewhere(sandbox, tmp_path / "profile", moments.uniform(0.8, 4))
    done = sync(sandbox)
    assert (done.code, done.held) == (0, sandbox.world()), done.out + done.err
    assert sync(sandbox).answer["written"] == 0


def test_stopped_by_a_signal(sandbox: Any, sync: Any, tmp_path: Path) -> None:
    words = [
        "sync",
        "--profile",
        str(tmp_path / "profile"),
        "--connect",
        str(sandbox.connect),
        "--once",
        "--lang",
        "en",
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "console", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    database = tmp_path / "profile" / "console.db"
    while not database.exists():
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=30)
    if process.returncode != 0:  # a very fast machine may be done by now
        assert (process.returncode, out) == (128 + signal.SIGTERM, "")
        assert err.splitlines()[-1].startswith("Stopped as asked")
        assert "Traceback" not in err
    assert sync(sandbox).held == sandbox.world()


def test_a_rotated_pair_goes_into_the_connect_file_only(open_sandbox: Any, sync: Any, tmp_path: Path) -> None:
    box = open_sandbox("--items", "5", "--orders", "20", "--frozen")
    assert sync(box).code == 0
    box.ask("/clock", {"advance_s": 8 * 86_400})  # both access tokens have ended by then
    done = sync(box)
    assert done.code == 0, done.out + done.err
    line = json.loads(box.connect.read_text())
    for side in ("kuaishou", "youzan"):
        assert line[side]["access_token"] != box.line[side]["access_token"]
    profile = b"".join(file.read_bytes() for file in (tmp_path / "profile").iterdir() if file.is_file())
    for side in ("kuaishou", "youzan"):
        for secrets in (box.line[side], line[side]):
            for name in ("access_token", "refresh_token"):
                assert secrets[name].encode() not in profile
                assert secrets[name] not in done.err
    assert sync(box).code == 0, "the new pair works"


def test_a_world_that_lives(open_sandbox: Any, sync: Any) -> None:
    box = open_sandbox("--items", "20", "--orders", "100")
    first = sync(box)
    assert first.code == 0, first.out + first.err
    box.ask("/clock", {"advance_s": 4 * 3600})
    second = sync(box)
    assert second.code == 0, second.out + second.err
    assert second.answer["written"] > 0
    box.ask("/clock", {"advance_s": 120})
    third = sync(box)
    world = box.world()
    for side, kinds in third.held.items():
        for kind, count in kinds.items():
            assert abs(count - world[side][kind]) <= 3, "the world went on since"


def test_another_day(open_sandbox: Any, sync: Any) -> None:
    box = open_sandbox("--items", "5", "--orders", "50", "--frozen", "--now", "2025-03-01T12:00:00+08:00")
    done = sync(box)
    assert (done.code, done.held) == (0, box.world()), done.out + done.err


def test_nobody_there(sandbox: Any, sync: Any, command: Any, tmp_path: Path) -> None:
    line = json.loads(sandbox.connect.read_text())
    for side in ("kuaishou", "youzan"):
        line[side]["base_url"] = "http://127.0.0.1:9"
    line["control_url"] = "http://127.0.0.1:9/control"
    nowhere = tmp_path / "nowhere.json"
    nowhere.write_text(json.dumps(line))
    words = ("--profile", str(tmp_path / "profile"), "--connect", str(nowhere), "--once", "--json", "--lang", "en")
    done = command("sync", *words)
    assert done.code == 1
    assert {(one["platform"], one["kind"]) for one in done.answer["trouble"]} == {
        ("kuaishou", "offline"),
        ("youzan", "offline"),
    }
    assert "clock" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("words", [["orders", "--json"], ["sync", "--once", "--connect", "CONNECT"]])
def test_a_file_that_cannot_be_used(sandbox: Any, sync: Any, command: Any, tmp_path: Path, words: list[str]) -> None:
    import sqlite3

    from console.store.profile import Profile

    folder = tmp_path / "profile"
    words = [str(sandbox.connect) if word == "CONNECT" else word for word in words]
    words = [*words, "--profile", str(folder), "--lang", "en"]
    sync(sandbox)

    def refused(code: int, text: str) -> None:
        done = command(*words)
        assert (done.code, done.out) == (code, ""), done.err
        line = done.err.splitlines()[-1]
        assert text in line
        assert "Traceback" not in done.err

    with Profile.open(folder):
        refused(4, "in use")
    database = folder / "console.db"
    with sqlite3.connect(database) as conn:
        kept = conn.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        conn.execute("UPDATE alembic_version SET version_num = 'zz99'")
    conn.close()
    refused(3, "newer version")
    with sqlite3.connect(database) as conn:
        conn.execute("UPDATE alembic_version SET version_num = ?", (kept,))
    conn.close()
    assert command(*words).code == 0
    for left in folder.glob("console.db-*"):
        left.unlink()
    database.write_bytes(b"not a database at all " * 500)
    refused(4, "damaged")
    assert database.read_bytes().startswith(b"not a database"), "left as it was"


def test_an_answer_that_nobody_takes(sandbox: Any, sync: Any, tmp_path: Path) -> None:
    sync(sandbox)
    words = [
        sys.executable,
        "-m",
        "console",
        "orders",
        "--profile",
        str(tmp_path / "profile"),
        "--json",
        "--lang",
        "en",
    ]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (4, 1)
    assert "cannot be written" in done.stderr
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()  # as `head -1` does
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_no_room_on_the_disk(sandbox: Any, sync: Any, tmp_path: Path) -> None:
    import resource

    words = [
        "sync",
        "--profile",
        str(tmp_path / "profile"),
        "--connect",
        str(sandbox.connect),
        "--once",
        "--lang",
        "en",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "console", *words],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)),
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert [line for line in done.stderr.splitlines() if not line.startswith("INFO ")] == done.stderr.splitlines()[-1:]
    healthy = sync(sandbox)
    assert (healthy.code, healthy.held) == (0, sandbox.world())


def test_orders_of_one_mapping(sandbox: Any, sync: Any, command: Any, tmp_path: Path) -> None:
    sync(sandbox)
    folder = str(tmp_path / "profile")
    keys = ["order_no", "trade_no", "mapping", "confidence", "amount_fen", "trade_amount_fen", "paid_at", "ship_by_at"]
    keys.append("kept_back")
    rows = [json.loads(line) for line in command("orders", "--profile", folder, "--json").out.splitlines()]
    assert all(list(row) == keys for row in rows)
    for mapping in {row["mapping"] for row in rows}:
        some = command("orders", "--profile", folder, "--json", "--mapping", mapping).out.splitlines()
        assert [json.loads(line) for line in some] == [row for row in rows if row["mapping"] == mapping]
    empty = command("orders", "--profile", str(tmp_path / "nowhere"), "--json", "--lang", "en")
    assert (empty.code, empty.out, empty.err.count("\n")) == (4, "", 1)


@pytest.mark.long
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("seed", ["7", "11", "2026"])
def test_in_full(open_sandbox: Any, sync: Any, command: Any, tmp_path: Path, seed: str) -> None:
    """300 items and 5,000 orders: killed at ten moments, counts right, links right, a second run writes nothing."""
    box = open_sandbox("--seed", seed, "--items", "300", "--orders", "5000", "--frozen")
    profile = tmp_path / "profile"
    moments = random.Random(seed)
    for _ in range(10):
        kill_somewhere(box, profile, moments.uniform(0.5, 12))
    done = sync(box)
    assert (done.code, done.held) == (0, box.world()), done.out + done.err
    again = sync(box)
    assert (again.code, again.held, again.answer["written"]) == (0, box.world(), 0)
    check_links(box, command, profile)


@pytest.mark.long
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("fault", FAULTS)
def test_in_full_under_a_fault(open_sandbox: Any, sync: Any, fault: str) -> None:
    box = open_sandbox("--items", "300", "--orders", "5000", "--frozen", "--fault", fault)
    test_under_a_fault(box, sync, fault)
