"""A run on a connection file: its secrets stay in it, and a platform that does not answer is asked until it does."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from app_sandbox import Outside, RecordingVault

from console.app import file_shops
from console.app.joining import Assembly
from console.connect import FileVault
from console.core.clock import SystemClock
from console.core.errors import Busy, FileTrouble, Offline
from console.core.model import Platform
from console.store import health, shops
from console.store.profile import Profile


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long, neither for a platform that refuses nor between two questions."""

    async def sleep(self: SystemClock, seconds: float) -> None:
        await asyncio.sleep(min(seconds, 0.01))

    monkeypatch.setattr(SystemClock, "sleep", sleep)
    monkeypatch.setattr(file_shops, "AGAIN_S", 0.05)


async def test_the_file_is_the_vault(assembly: Assembly, outside: Outside, vault: RecordingVault) -> None:
    assert not await assembly.connect(outside.connect)
    assert assembly.demo
    assert len(assembly.bindings.shop_ids) == 2
    assert len(await assembly.database.read(shops.pairs)) == 1
    assert set(await assembly.sign_ins()) == assembly.bindings.shop_ids
    assert not (await assembly.engine.sync_once()).failures
    assert not vault.keys, "nothing of it goes into the key store"


async def test_a_renewed_pair_goes_back_into_the_file(
    assembly: Assembly, outside: Outside, vault: RecordingVault, tmp_path: Path
) -> None:
    shop = await assembly.bind(
        Platform.KUAISHOU, outside.keys(Platform.KUAISHOU), await asyncio.to_thread(outside.code)
    )
    fresh = await vault.load(shop.shop_id)
    assert fresh is not None
    line = json.loads(json.dumps(outside.line))
    line["kuaishou"] |= {"access_token": "stale", "refresh_token": fresh.refresh_token}
    copy = tmp_path / "line.json"
    await asyncio.to_thread(copy.write_text, json.dumps(line))
    await assembly.unbind(shop.shop_id)
    assert not await assembly.connect(copy)
    renewed = json.loads(await asyncio.to_thread(copy.read_text))["kuaishou"]
    assert renewed["access_token"] not in ("stale", line["kuaishou"]["access_token"])
    assert renewed["refresh_token"] != fresh.refresh_token
    assert not (await assembly.engine.sync_once()).failures
    assert not vault.keys


async def test_letting_go_of_a_files_shop_leaves_the_file(
    assembly: Assembly, outside: Outside, vault: RecordingVault
) -> None:
    await assembly.connect(outside.connect)
    before = await asyncio.to_thread(outside.connect.read_bytes)
    youzan = next(shop_id for shop_id in assembly.bindings.shop_ids if shop_id.startswith("youzan"))
    await assembly.unbind(youzan)
    assert youzan not in await assembly.sign_ins()
    assert await asyncio.to_thread(outside.connect.read_bytes) == before
    await assembly.bind(Platform.YOUZAN, outside.keys(Platform.YOUZAN))
    assert vault.keys == {youzan}, "bound by hand, it is the key store's"


async def test_a_file_that_vanishes_is_no_fault_of_ours(
    assembly: Assembly, outside: Outside, tmp_path: Path, hasty: None
) -> None:
    copy = tmp_path / "line.json"
    await asyncio.to_thread(copy.write_bytes, await asyncio.to_thread(outside.connect.read_bytes))
    await assembly.connect(copy)
    await asyncio.to_thread(copy.unlink)

    report = await assembly.engine.sync_once()
    assert {failure.code for failure in report.failures} == {"bind.vault_silent"}


async def test_a_file_that_vanishes_while_a_pair_is_renewed_is_no_fault_of_ours(
    assembly: Assembly, outside: Outside, tmp_path: Path, hasty: None
) -> None:
    keys = outside.keys(Platform.YOUZAN)
    copy = tmp_path / "line.json"
    await asyncio.to_thread(copy.write_bytes, await asyncio.to_thread(outside.connect.read_bytes))
    assembly.vaults.lend("youzan:1", FileVault(copy), "youzan")
    await asyncio.to_thread(copy.unlink)
    with pytest.raises(Busy) as raised:
        await assembly.vaults.save("youzan:1", keys)
    assert raised.value.code == "bind.vault_silent"


async def test_who_does_not_answer_is_asked_until_it_does(
    profile: Profile, tmp_path: Path, hasty: None, expected_logs: list[str]
) -> None:
    expected_logs.append("the clock of")
    gone = Outside(tmp_path)
    gone.stop()
    assembly = await Assembly.open(profile)
    troubles = await assembly.connect(gone.connect)
    assert [type(trouble) for trouble in troubles] == [Offline, Offline]
    assert not await assembly.database.read(shops.shops)
    assembly.keep_asking(0)
    back = await asyncio.to_thread(Outside, tmp_path, gone.port)
    try:
        async with asyncio.timeout(20):
            while not await assembly.database.read(shops.pairs):  # noqa: ASYNC110 - it is the file that tells
                await asyncio.sleep(0.02)
        assert len(assembly.bindings.shop_ids) == 2
    finally:
        await assembly.close()
        await asyncio.to_thread(back.stop)


async def test_closing_ends_the_asking(profile: Profile, tmp_path: Path, hasty: None, expected_logs: list[str]) -> None:
    expected_logs.append("the clock of")
    gone = Outside(tmp_path)
    gone.stop()
    assembly = await Assembly.open(profile)
    await assembly.connect(gone.connect)
    assembly.keep_asking(0)
    assembly.engine.start()
    await assembly.sync_now()
    await assembly.close()


async def test_a_new_file_lets_the_old_ones_shops_rest(assembly: Assembly, outside: Outside, tmp_path: Path) -> None:
    await assembly.connect(outside.connect)
    first = assembly.bindings.shop_ids
    line = dict(outside.line) | {"control_url": ""}
    copy = tmp_path / "line.json"
    await asyncio.to_thread(copy.write_text, json.dumps(line))
    await assembly.bind_from_file(copy)
    assert assembly.bindings.shop_ids == first
    assert not assembly.demo
    kept = await FileVault(copy).load("kuaishou")
    assert kept is not None
    assert kept.access_token


async def test_resuming_waits_for_a_vault_that_is_locked(
    profile: Profile, vault: RecordingVault, outside: Outside, until: Any, hasty: None
) -> None:
    first = await Assembly.open(profile, vault.opened)
    shop = await first.bind(Platform.YOUZAN, outside.keys(Platform.YOUZAN))
    await first.engine.sync_once()
    await first.close()
    second = await Assembly.open(profile, vault.opened)
    vault.locked = True
    await second.resume()
    assert {row.kind for row in await second.database.read(health.health)} == {"busy"}
    vault.locked = False
    await until(lambda: shop.shop_id in second.bindings.shop_ids)
    await second.close()


async def test_resuming_outlasts_a_file_that_is_held_and_a_fault_of_ours(
    assembly: Assembly,
    outside: Outside,
    until: Any,
    hasty: None,
    monkeypatch: pytest.MonkeyPatch,
    expected_logs: list[str],
) -> None:
    expected_logs.append("resuming:key store rests: file.locked")
    told: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context["message"]))
    shop = await assembly.bind(Platform.YOUZAN, outside.keys(Platform.YOUZAN))
    await assembly.bindings.rest()
    shops_fail: list[Exception] = [ZeroDivisionError(), FileTrouble("file.locked", "console.db")]
    live_fails: list[Exception] = [ZeroDivisionError()]
    resume_shops, resume_live, done = assembly.bindings.resume, assembly.live.resume, list[str]()

    async def bindings() -> bool:
        if shops_fail:
            raise shops_fail.pop()
        return await resume_shops()

    async def live() -> None:
        if live_fails:
            raise live_fails.pop()
        await resume_live()
        done.append("live")

    monkeypatch.setattr(assembly.bindings, "resume", bindings)
    monkeypatch.setattr(assembly.live, "resume", live)
    await assembly.resume()
    await until(lambda: shop.shop_id in assembly.bindings.shop_ids)
    await until(lambda: done == ["live"])
    assert sorted(told) == ["resuming:key store failed", "resuming:live failed"]
