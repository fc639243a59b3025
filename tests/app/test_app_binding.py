"""Binding against the sandbox's process: what is kept, where, and what is left when it fails."""

import asyncio
import logging
from pathlib import Path
from typing import Any

import msgspec
import pytest
from app_sandbox import Outside, RecordingVault
from sqlalchemy import Connection

from console import catalogue
from console.app.joining import Assembly
from console.core.errors import Busy, Refused, Trouble
from console.core.gateway import Credentials
from console.core.model import Platform
from console.rules.sign_in import new_state, read_pasted
from console.store import health, shops
from console.store.holdings import holdings
from console.store.profile import Profile

KUAISHOU, YOUZAN = Platform.KUAISHOU, Platform.YOUZAN


async def bound(assembly: Assembly, outside: Outside, platform: Platform) -> str:
    code = await asyncio.to_thread(outside.code) if platform is KUAISHOU else ""
    return (await assembly.bind(platform, outside.keys(platform), code)).shop_id


async def nothing_is_kept(assembly: Assembly, vault: RecordingVault) -> bool:
    return not vault.keys and not assembly.bindings.shop_ids and not await assembly.database.read(shops.shops)


async def test_kuaishou_by_the_address_the_browser_went_to(
    assembly: Assembly, outside: Outside, vault: RecordingVault
) -> None:
    state = new_state()
    pasted = read_pasted(await asyncio.to_thread(outside.agree, state), state)
    assert not pasted.fault
    shop = await assembly.bind(KUAISHOU, outside.keys(KUAISHOU), pasted.code)
    assert [row.shop_id for row in await assembly.database.read(shops.shops)] == [shop.shop_id]
    assert vault.keys == assembly.bindings.shop_ids == {shop.shop_id}
    kept = await vault.load(shop.shop_id)
    assert kept is not None
    assert kept.access_token
    assert kept.refresh_token
    sign_in = (await assembly.sign_ins())[shop.shop_id]
    assert sign_in.ends_at == kept.refresh_expires_at
    assert not sign_in.renews_for_ever
    report = await assembly.engine.sync_once()
    assert not report.failures
    assert (await assembly.database.read(holdings))[shop.shop_id].orders == outside.ask("/world")["kuaishou"]["orders"][
        "count"
    ]


async def test_youzan_needs_no_browser(assembly: Assembly, outside: Outside, vault: RecordingVault) -> None:
    shop_id = await bound(assembly, outside, YOUZAN)
    assert shop_id == f"youzan:{outside.line['youzan']['kdt_id']}"
    assert vault.keys == {shop_id}
    assert (await assembly.sign_ins())[shop_id].renews_for_ever
    assert not (await assembly.engine.sync_once()).failures


@pytest.mark.parametrize(
    ("platform", "wrong"),
    [
        (KUAISHOU, {"app_secret": "wrong-secret"}),
        (KUAISHOU, {"sign_secret": "wrong-secret"}),
        (KUAISHOU, {"app_key": "ks000000000000000000"}),
        (YOUZAN, {"app_secret": "wrong-secret"}),
        (YOUZAN, {"app_key": "ffffffffffff"}),
        (YOUZAN, {"grant_id": "1"}),
    ],
)
async def test_a_wrong_key_is_told_in_words_and_leaves_nothing(
    assembly: Assembly, outside: Outside, vault: RecordingVault, platform: Platform, wrong: dict[str, str]
) -> None:
    keys = msgspec.structs.replace(outside.keys(platform), **wrong)
    code = await asyncio.to_thread(outside.code) if platform is KUAISHOU else ""
    with pytest.raises(Trouble) as raised:
        await assembly.bind(platform, keys, code)
    assert catalogue.knows(raised.value.code)
    for lang in ("zh_CN", "en"):
        said = catalogue.words_for(raised.value, lang)
        assert said.text
        assert said.next_step
    assert await nothing_is_kept(assembly, vault)


async def test_a_code_works_once(assembly: Assembly, outside: Outside, vault: RecordingVault) -> None:
    code = await asyncio.to_thread(outside.code)
    shop = await assembly.bind(KUAISHOU, outside.keys(KUAISHOU), code)
    before = await vault.load(shop.shop_id)
    with pytest.raises(Trouble) as raised:
        await assembly.bind(KUAISHOU, outside.keys(KUAISHOU), code)
    assert raised.value.code == "kuaishou.100200105"
    assert await vault.load(shop.shop_id) == before, "the shop that was bound stays so"


async def test_who_cancels_leaves_nothing(assembly: Assembly, outside: Outside, vault: RecordingVault) -> None:
    task = asyncio.create_task(assembly.bind(YOUZAN, outside.keys(YOUZAN)))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await nothing_is_kept(assembly, vault)


async def test_a_locked_vault_binds_nothing(assembly: Assembly, outside: Outside, vault: RecordingVault) -> None:
    vault.locked = True
    with pytest.raises(Refused) as raised:
        await bound(assembly, outside, YOUZAN)
    assert raised.value.code == "bind.vault"
    vault.locked = False
    assert await nothing_is_kept(assembly, vault)


def _bytes_of(path: Path) -> bytes:
    """The file and its log."""
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


def _a_receiver(conn: Connection, shop_id: str) -> str:
    """Something that only this shop's rows have."""
    asked = "SELECT receiver FROM orders WHERE shop_id = ? ORDER BY length(receiver) DESC LIMIT 1"
    return str(conn.exec_driver_sql(asked, (shop_id,)).scalar_one())


async def test_unbinding_keeps_rows_and_pair_and_binding_again_goes_on(
    assembly: Assembly, outside: Outside, vault: RecordingVault
) -> None:
    kuaishou, youzan = [await bound(assembly, outside, platform) for platform in (KUAISHOU, YOUZAN)]
    await assembly.pair(kuaishou, youzan)
    await assembly.engine.sync_once()
    held = await assembly.database.read(holdings)
    assert held[youzan].orders
    await assembly.unbind(youzan)
    assert vault.keys == assembly.bindings.shop_ids == {kuaishou}
    assert set(await assembly.sign_ins()) == {kuaishou}
    assert await assembly.database.read(holdings) == held
    assert len(await assembly.database.read(shops.pairs)) == 1
    assert await bound(assembly, outside, YOUZAN) == youzan
    again = await assembly.engine.sync_once()
    assert (again.written, again.failures) == (0, ())
    told = (await assembly.database.read(_a_receiver, youzan)).encode()
    assert told in await asyncio.to_thread(_bytes_of, assembly.database.path)
    await assembly.erase(youzan)
    assert told not in await asyncio.to_thread(_bytes_of, assembly.database.path), "not a byte of its buyers"
    assert youzan not in await assembly.database.read(holdings)
    assert [row.shop_id for row in await assembly.database.read(shops.shops)] == [kuaishou]
    assert vault.keys == {kuaishou}


async def test_signing_in_again_takes_the_kept_keys(
    assembly: Assembly, outside: Outside, vault: RecordingVault
) -> None:
    shop_id = await bound(assembly, outside, KUAISHOU)
    before = await vault.load(shop_id)
    empty = Credentials(base_url=outside.line["kuaishou"]["base_url"], app_key="", app_secret="")
    await assembly.bind(KUAISHOU, empty, await asyncio.to_thread(outside.code), shop_id)
    after = await vault.load(shop_id)
    assert before is not None
    assert after is not None
    assert (after.app_secret, after.sign_secret) == (before.app_secret, before.sign_secret)
    assert after.refresh_token != before.refresh_token


async def test_another_shop_than_the_expected_is_refused(
    assembly: Assembly, outside: Outside, vault: RecordingVault
) -> None:
    with pytest.raises(Refused) as raised:
        await assembly.bind(YOUZAN, outside.keys(YOUZAN), "", "youzan:1")
    assert raised.value.code == "bind.other_shop"
    assert await nothing_is_kept(assembly, vault)


async def test_a_rotated_pair_is_safe_before_it_is_used(
    assembly: Assembly, outside: Outside, vault: RecordingVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assembly.clock, "sleep", _no_wait)
    shop_id = await bound(assembly, outside, KUAISHOU)
    kept = await vault.load(shop_id)
    assert kept is not None
    stale = msgspec.structs.replace(kept, access_token="stale", access_expires_at=assembly.clock.now_ms() - 1)
    await vault.save(shop_id, stale)
    vault.saves.clear()
    real_save = vault.save

    async def locked(key: str, credentials: Credentials) -> None:
        vault.saves.append(credentials.access_token)
        vault.locked = True
        await real_save(key, credentials)

    vault.save = locked  # type: ignore[method-assign] # the key store locks itself between two of our calls
    await assembly.bindings.rest()
    await assembly.bindings.resume()
    report = await assembly.engine.sync_once()
    assert {failure.code for failure in report.failures} == {"bind.vault_silent"}
    assert report.written == 0, "no row was read with a pair that is not safe"
    assert len(set(vault.saves)) == 1, "one refresh, whose pair waits for the vault"
    vault.save = real_save  # type: ignore[method-assign]
    vault.locked = False
    assert not (await assembly.engine.sync_once()).failures
    fresh = await vault.load(shop_id)
    assert fresh is not None
    assert fresh.access_token not in ("stale", kept.access_token)


async def test_unbinding_with_a_locked_vault_leaves_the_shop_bound_and_read(
    assembly: Assembly, outside: Outside, vault: RecordingVault
) -> None:
    shop_id = await bound(assembly, outside, YOUZAN)
    vault.locked = True
    with pytest.raises(Busy, match=r"bind\.vault_silent"):
        await assembly.unbind(shop_id)
    assert assembly.bindings.shop_ids == {shop_id}
    vault.locked = False
    report = await assembly.engine.sync_once()
    assert not report.failures
    assert report.written > 0
    await assembly.unbind(shop_id)
    assert not vault.keys
    assert not assembly.bindings.shop_ids


async def _no_wait(seconds: float) -> None:
    await asyncio.sleep(0)


async def test_no_secret_reaches_the_profile_or_the_log(
    profile: Profile, vault: RecordingVault, outside: Outside, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assembly = await Assembly.open(profile, vault.opened)
    assembly.clock.offset_ms = outside.offset_ms()
    shop_ids = [await bound(assembly, outside, platform) for platform in (KUAISHOU, YOUZAN)]
    await assembly.pair(*shop_ids)
    await assembly.engine.sync_once()
    with pytest.raises(Trouble):
        await assembly.bind(KUAISHOU, outside.keys(KUAISHOU), "a-code-that-is-wrong")
    kept = [await vault.load(shop_id) for shop_id in shop_ids]
    await assembly.close()
    secrets = {
        secret
        for keys in kept
        if keys is not None
        for secret in (keys.app_secret, keys.sign_secret, keys.access_token, keys.refresh_token)
        if secret
    }
    assert len(secrets) >= 6, "two of the app's, a pair; one of the app's, a token"
    files = await asyncio.to_thread(_bytes_under, profile.folder)
    assert b"shops.bind" in files
    assert not [secret for secret in secrets if secret.encode() in files]
    assert not [secret for secret in secrets if secret in caplog.text]


def _bytes_under(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


async def test_resuming_reads_what_the_vault_holds(
    profile: Profile, vault: RecordingVault, outside: Outside, until: Any
) -> None:
    first = await Assembly.open(profile, vault.opened)
    shop_ids = {await bound(first, outside, platform) for platform in (KUAISHOU, YOUZAN)}
    await first.engine.sync_once()
    await first.close()
    second = await Assembly.open(profile, vault.opened)
    vault.locked = True
    assert not await second.bindings.resume()
    told = {row.code for row in await second.database.read(health.health)}
    assert told == {"bind.vault_silent"}
    assert not second.bindings.shop_ids
    vault.locked = False
    await vault.forget(f"youzan:{outside.line['youzan']['kdt_id']}")
    assert await second.bindings.resume()
    assert second.bindings.shop_ids == {shop_id for shop_id in shop_ids if shop_id.startswith("kuaishou")}
    dead = {row.shop_id for row in await second.database.read(health.health) if row.kind == "sign_in_needed"}
    assert dead == shop_ids - second.bindings.shop_ids
    await second.close()
