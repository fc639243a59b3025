"""The ads account against the sandbox's process: bound, read into the file, tested, let go; its secrets stay put."""

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from app_sandbox import CALLBACK, Outside, RecordingVault, _Stay
from sqlalchemy import Connection

from console.app.joining import Assembly
from console.binding.ads import vault_key
from console.binding.ads_reading import days
from console.connect import FileVault
from console.core.clock import DAY, day_start
from console.core.errors import Refused, SignInNeeded
from console.core.gateway import Credentials, Window
from console.core.model import ADS
from console.core.operators import Right
from console.core.permissions import Outcome, Switch
from console.platforms.kuaishou_ads.oauth import authorize_url
from console.rules.alerts import Alert
from console.store import ads, health
from console.store.calls import calls_by_day
from console.store.profile import Profile
from console.ui.alert_words import said

SHOP = "kuaishou:1"


def keys_of(outside: Outside) -> Credentials:
    told = outside.line[ADS]
    return Credentials(base_url=told["base_url"], app_key=told["app_id"], app_secret=told["secret"])


def agree(outside: Outside) -> str:
    """Press the button on the ads platform's page; the code it sends the browser on with."""
    keys = keys_of(outside)
    page = authorize_url(keys.base_url, keys.app_key, CALLBACK, "state")
    try:
        urllib.request.build_opener(_Stay).open(urllib.request.Request(page, data=b"approve=1"))
    except urllib.error.HTTPError as redirect:
        with redirect:
            return str(redirect.headers["location"]).partition("auth_code=")[2].partition("&")[0]
    raise AssertionError("the page did not send the browser on")


async def bound(assembly: Assembly, outside: Outside) -> str:
    return await assembly.advertising.bind(SHOP, keys_of(outside), await asyncio.to_thread(agree, outside))


async def hours(assembly: Assembly) -> int:
    """How many are in the file; how much of today there is depends on when the test runs."""

    def count(conn: Connection) -> int:
        return int(conn.exec_driver_sql("SELECT count(*) FROM ad_hours WHERE cost_fen > 0").scalar_one())

    return await assembly.database.read(count)


async def troubles(assembly: Assembly) -> list[tuple[str, str, str]]:
    return [(row.shop_id, row.stream, row.code) for row in await assembly.database.read(health.health)]


@pytest.fixture
def fault(outside: Outside) -> Iterator[None]:
    outside.ask("/faults", {"on": ["bad_row"], "times": 1})
    yield
    outside.ask("/faults", {"off": ["bad_row"]})


async def test_bound_read_and_known_again(
    assembly: Assembly, outside: Outside, vault: RecordingVault, profile: Profile
) -> None:
    number = await bound(assembly, outside)
    assert number == outside.line[ADS]["advertiser_id"]
    assert vault.keys == {vault_key(number)}
    assert (await assembly.advertising.self_test(number)).outcome is Outcome.OK
    await assembly.ads.read_once()
    now = assembly.clock.now_ms()
    assert (await assembly.database.read(ads.day, number, now)).read_at is not None
    week = [await assembly.database.read(ads.day, number, now - back * DAY) for back in range(1, 7)]
    assert any(day.cost_fen for day in week[3:]), "the first time all that is there"
    assert await troubles(assembly) == [(vault_key(number), "ads", "")]
    await assembly.close()

    again = await Assembly.open(profile, vault.opened)
    again.clock.offset_ms = outside.offset_ms()
    await again.resume()
    assert again.ads.account_ids == {number}
    await again.ads.read_once()
    assert await troubles(again) == [(vault_key(number), "ads", "")]
    await again.close()


async def test_nothing_secret_gets_into_the_profile(
    assembly: Assembly, outside: Outside, vault: RecordingVault, profile: Profile
) -> None:
    code = await asyncio.to_thread(agree, outside)
    number = await assembly.advertising.bind(SHOP, keys_of(outside), code)
    await assembly.ads.read_once()
    kept = await vault.load(vault_key(number))
    assert kept is not None
    await assembly.close()
    secrets = [kept.app_secret, kept.access_token, kept.refresh_token, code]
    assert all(len(secret) >= 12 for secret in secrets)
    folder = profile.database_path.parent
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert profile.database_path in files
    found = {path.name for path in files for secret in secrets if secret.encode() in path.read_bytes()}
    assert not found


async def test_what_does_not_fit_leaves_nothing(assembly: Assembly, outside: Outside, vault: RecordingVault) -> None:
    code = await asyncio.to_thread(agree, outside)
    with pytest.raises(Refused, match=r"bind\.ads_account: 999"):
        await assembly.advertising.bind(SHOP, msgspec.structs.replace(keys_of(outside), grant_id="999"), code)
    with pytest.raises(SignInNeeded, match=r"kuaishou_ads\.code"):
        await assembly.advertising.bind(SHOP, keys_of(outside), "nobody-gave-this-out")
    wrong = msgspec.structs.replace(keys_of(outside), app_secret="wrong-secret")
    with pytest.raises(Refused, match=r"kuaishou_ads\.keys"):
        await assembly.advertising.bind(SHOP, wrong, await asyncio.to_thread(agree, outside))
    assert not vault.keys
    assert not await assembly.database.read(ads.accounts)


async def test_a_locked_vault_binds_nothing(assembly: Assembly, outside: Outside, vault: RecordingVault) -> None:
    vault.locked = True
    with pytest.raises(Refused, match=r"bind\.vault"):
        await bound(assembly, outside)
    assert not assembly.ads.account_ids
    assert not await assembly.database.read(ads.accounts)


async def test_letting_go_keeps_the_hours_and_no_secret(
    assembly: Assembly, outside: Outside, vault: RecordingVault
) -> None:
    number = await bound(assembly, outside)
    await assembly.ads.read_once()
    await assembly.advertising.unbind(number)
    assert not vault.keys
    assert (await assembly.advertising.self_test(number)).outcome is Outcome.REFUSED
    assert await hours(assembly)
    assert not await troubles(assembly)
    await assembly.resume()
    assert not await troubles(assembly), "let go on purpose"
    await assembly.erase(SHOP)
    assert not await assembly.database.read(ads.accounts)


async def test_a_clerk_neither_binds_nor_lets_go(assembly: Assembly, outside: Outside, vault: RecordingVault) -> None:
    assembly.may = lambda _right: False
    with pytest.raises(Refused, match=r"people\.owner_only"):
        await assembly.advertising.bind(SHOP, keys_of(outside), "never-asked")
    with pytest.raises(Refused, match=r"people\.owner_only"):
        await assembly.advertising.unbind("901")
    assert not vault.keys


async def test_a_clerk_signs_in_again_with_the_keys_that_are_kept(
    assembly: Assembly, outside: Outside, vault: RecordingVault
) -> None:
    number = await bound(assembly, outside)
    before = await vault.load(vault_key(number))
    assembly.may = lambda right: right is Right.SIGN_IN
    url = keys_of(outside).base_url
    code = await asyncio.to_thread(agree, outside)
    empty = Credentials(base_url=url, app_key=keys_of(outside).app_key, app_secret="")
    assert await assembly.advertising.bind(SHOP, empty, code, number) == number
    after = await vault.load(vault_key(number))
    assert before is not None
    assert after is not None
    assert (after.app_secret, after.grant_id) == (before.app_secret, number)
    assert after.access_token != before.access_token
    shown = (await assembly.advertising.sign_ins())[number]
    assert shown.ends_at is not None
    assert shown.ends_at - assembly.clock.now_ms() > 29 * DAY
    code = await asyncio.to_thread(agree, outside)
    with pytest.raises(Refused, match=r"bind\.ads_account: 999"):
        await assembly.advertising.bind(SHOP, keys_of(outside), code, "999")


async def test_calls_are_counted(assembly: Assembly, outside: Outside) -> None:
    number = await bound(assembly, outside)
    await assembly.advertising.self_test(number)
    now = assembly.clock.now_ms()
    tested = (await assembly.database.read(calls_by_day, vault_key(number), now)).get(day_start(now), 0)
    assert tested >= 1
    await assembly.ads.read_once()
    await assembly.advertising.unbind(number)
    read = (await assembly.database.read(calls_by_day, vault_key(number), now))[day_start(now)]
    assert read >= tested + 7, "a call for each day"
    await assembly.erase(SHOP)
    assert not await assembly.database.read(calls_by_day, vault_key(number), now)


async def test_a_switch_that_is_off_asks_for_nothing(assembly: Assembly, outside: Outside) -> None:
    number = await bound(assembly, outside)
    await assembly.set_switch(SHOP, Switch.DATA, False)
    await assembly.ads.read_once()
    assert not await hours(assembly)
    assert (await assembly.database.read(ads.accounts))[0].advertiser_id == number
    assert not await troubles(assembly)


async def test_a_bad_row_is_told_and_the_rest_kept(assembly: Assembly, outside: Outside, fault: None) -> None:
    number = await bound(assembly, outside)
    await assembly.ads.read_once()
    assert await troubles(assembly) == [(vault_key(number), "ads", "kuaishou_ads.hours")]
    assert await hours(assembly)
    await assembly.ads.read_once()
    assert await troubles(assembly) == [(vault_key(number), "ads", "")]


async def test_a_connection_file_binds_it_for_the_run(
    assembly: Assembly, outside: Outside, vault: RecordingVault, until: object, tmp_path: Path
) -> None:
    copy = tmp_path / "line.json"
    await asyncio.to_thread(copy.write_text, json.dumps(outside.line))
    assert not await assembly.connect(copy)
    number = outside.line[ADS]["advertiser_id"]
    assert assembly.ads.account_ids == {number}
    assembly.ads.start()
    await until(lambda: assembly.ads._readers[number]._task is not None)  # type: ignore[operator]
    await assembly.ads.read_once()
    assert await hours(assembly)
    await assembly.ads.rest()  # who reads on would renew a token that is wrong
    files = FileVault(copy)
    kept = await files.load(ADS)
    assert kept is not None
    kept.access_token = "another"
    await files.save(ADS, kept)
    assert json.loads(await asyncio.to_thread(copy.read_text))[ADS]["access_token"] == "another"
    assert not vault.keys, "nothing of it goes into the key store"


async def test_a_file_without_one_is_as_good_as_before(assembly: Assembly, outside: Outside, tmp_path: Path) -> None:
    copy = tmp_path / "line.json"
    line = {name: value for name, value in outside.line.items() if name != ADS}
    await asyncio.to_thread(copy.write_text, json.dumps(line))
    assert not await assembly.connect(copy)
    assert not assembly.ads.account_ids
    assert await FileVault(copy).load(ADS) is None


def test_which_days_are_read() -> None:
    now = day_start(1_768_444_200_000) + 10
    reach = 6 * DAY
    assert list(days(now - 5, now, reach)) == [
        Window(begin_at=now - 10 - 2 * DAY, end_at=now - 10 - DAY),
        Window(begin_at=now - 10 - DAY, end_at=now - 10),
        Window(begin_at=now - 10, end_at=now),
    ]
    assert len(list(days(None, now, reach))) == 7
    assert len(list(days(now - 3 * DAY, now, reach))) == 5
    assert len(list(days(now - 30 * DAY, now, reach))) == 7


def test_the_bell_calls_it_by_its_number() -> None:
    alert = Alert(key="dead", cause="dead", level=0, at=0, shop_id=vault_key("901"), code="kuaishou_ads.grant")
    assert said(alert, (), 0, "en").words.startswith("Kuaishou ads「901」")
