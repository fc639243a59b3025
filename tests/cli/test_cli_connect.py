"""The connect file: read with care, written back in one step, never left readable to others."""
# ruff: noqa: ASYNC240 - a test may wait for a file

import asyncio
import json
import os
import stat
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from console import connect
from console.connect import ConnectTrouble, FileVault, clock_of, read_connection, replace_privately
from console.core.errors import FileTrouble
from console.core.model import Platform

LINE: dict[str, Any] = {
    "kuaishou": {
        "base_url": "http://127.0.0.1:1",
        "app_key": "ks1",
        "app_secret": "SECRET-A",
        "sign_secret": "SECRET-B",
        "access_token": "SECRET-C",
        "refresh_token": "SECRET-D",
    },
    "youzan": {
        "base_url": "http://127.0.0.1:1",
        "client_id": "yz1",
        "client_secret": "SECRET-E",
        "kdt_id": "42",
        "access_token": "SECRET-F",
        "refresh_token": "SECRET-G",
    },
    "control_url": "http://127.0.0.1:1/control",
    "now": "2026-01-15T10:30:00+08:00",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "sandbox.json"
    file.write_text(json.dumps(LINE) + "\n")
    return file


async def test_both_shops_are_in_it(path: Path) -> None:
    vault = FileVault(path)
    kuaishou, youzan = await vault.load("kuaishou"), await vault.load("youzan")
    assert kuaishou is not None
    assert youzan is not None
    assert (kuaishou.app_key, kuaishou.sign_secret, kuaishou.access_token) == ("ks1", "SECRET-B", "SECRET-C")
    assert (youzan.app_key, youzan.app_secret, youzan.grant_id) == ("yz1", "SECRET-E", "42")


async def test_a_rotated_pair_goes_back_and_nothing_else_changes(path: Path) -> None:
    vault = FileVault(path)
    old = await vault.load("youzan")
    assert old is not None
    fresh = msgspec.structs.replace(old, access_token="new", refresh_token="newer", access_expires_at=99)
    await vault.save("youzan", fresh)
    line = json.loads(path.read_text())
    assert (line["youzan"].pop("access_token"), line["youzan"].pop("refresh_token")) == ("new", "newer")
    rest = json.loads(json.dumps(LINE))
    del rest["youzan"]["access_token"], rest["youzan"]["refresh_token"]
    assert line == rest
    held = await vault.load("youzan")
    assert held is not None
    assert held.access_expires_at == 99, "when it ends is remembered for this run"
    assert [file.name for file in path.parent.iterdir()] == ["sandbox.json"]


async def test_two_vaults_on_one_file_lose_no_pair(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(path: Path, content: bytes) -> None:
        time.sleep(0.02)  # here two writers would both have read the old line
        replace_privately(path, content)

    first, second = FileVault(path), FileVault(path)
    kuaishou, youzan = await first.load("kuaishou"), await second.load("youzan")
    assert kuaishou is not None
    assert youzan is not None
    monkeypatch.setattr(connect, "replace_privately", slowly)
    for number in range(5):
        kuaishou.access_token = youzan.access_token = f"new-{number}"
        await asyncio.gather(first.save("kuaishou", kuaishou), second.save("youzan", youzan))
        line = json.loads(path.read_text())
        assert {line[side]["access_token"] for side in ("kuaishou", "youzan")} == {f"new-{number}"}


async def test_what_somebody_left_who_was_killed_is_cleared_away(path: Path) -> None:
    left, fresh = path.with_name(f".{path.name}.abandoned"), path.with_name(f".{path.name}.at-work")
    for file in (left, fresh):
        file.write_text("SECRET")
    os.utime(left, (1, 1))
    replace_privately(path, path.read_bytes())
    assert {file.name for file in path.parent.iterdir()} == {path.name, fresh.name}


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
async def test_only_its_owner_may_read_it_afterwards(path: Path) -> None:
    path.chmod(0o644)
    vault = FileVault(path)
    held = await vault.load("kuaishou")
    assert held is not None
    await vault.save("kuaishou", held)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_a_pair_changed_by_somebody_else_is_seen(path: Path) -> None:
    vault = FileVault(path)
    held = await vault.load("kuaishou")
    assert held is not None
    await vault.save("kuaishou", msgspec.structs.replace(held, access_token="mine"))
    later = json.loads(path.read_text())
    later["kuaishou"]["access_token"] = "theirs"
    path.write_text(json.dumps(later))
    now = await vault.load("kuaishou")
    assert now is not None
    assert now.access_token == "theirs"


async def test_a_file_that_cannot_be_replaced_is_said_and_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    vault = FileVault(path)
    held = await vault.load("kuaishou")
    assert held is not None
    before = path.read_bytes()
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(FileTrouble):
        await vault.save("kuaishou", held)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["sandbox.json"]


async def test_a_file_that_was_taken_away_is_said(path: Path) -> None:
    vault = FileVault(path)
    kept = await vault.load("youzan")
    assert kept is not None
    path.unlink()
    with pytest.raises(ConnectTrouble, match="connect_missing"):
        await vault.save("youzan", kept)


def test_a_replacement_goes_through_a_link(path: Path, tmp_path: Path) -> None:
    replace_privately(path, b"{}")
    assert path.read_bytes() == b"{}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"kuaishou": {}}',
        json.dumps(LINE | {"youzan": 3}),
        json.dumps(LINE | {"kuaishou": LINE["kuaishou"] | {"base_url": "ftp://x"}}),
        "\x00\xff",
        json.dumps(LINE) + json.dumps(LINE),
    ],
)
def test_a_garbled_file_is_said_without_a_secret(path: Path, text: str) -> None:
    path.write_text(text)
    with pytest.raises(ConnectTrouble) as caught:
        read_connection(path)
    assert caught.value.code == "cli.connect_garbled"
    assert "SECRET" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(ConnectTrouble, match=r"cli\.connect_missing"):
        read_connection(tmp_path / "nowhere")
    with pytest.raises(ConnectTrouble, match=r"cli\.connect_denied"):
        read_connection(tmp_path)


def test_nothing_secret_is_printed(path: Path) -> None:
    connection = read_connection(path)
    assert "SECRET" not in repr(connection)
    assert "SECRET" not in repr(connection.keys(Platform.YOUZAN).credentials())


async def test_a_sandbox_that_is_gone_leaves_this_machines_time(path: Path) -> None:
    clock, trouble = await clock_of(read_connection(path))
    assert clock.offset_ms == 0
    assert trouble is not None
    assert trouble.kind == "offline"
