"""Tokens against the platforms' process: one refresh whoever asks, busy is not signed out, a sign-in fills the gap."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from e2e_merchant import SMALL, KeptVault, code_of, follow, keys_of, pass_time, refreshes

from console.app.joining import Assembly
from console.connect import FileVault
from console.core.clock import DAY, HOUR, MINUTE, SystemClock
from console.core.errors import Busy, Offline, Trouble, Unreadable
from console.core.gateway import Credentials
from console.core.model import Platform
from console.platforms import open_gateway
from console.store import health
from console.store.alerts import watch
from console.store.cursors import watermark
from console.store.holes import hole
from console.store.profile import Profile
from console.store.secrets import MemoryVault

pytestmark = pytest.mark.timeout(120)

KUAISHOU, YOUZAN = Platform.KUAISHOU, Platform.YOUZAN
LIFE = {KUAISHOU: 48 * HOUR, YOUZAN: 7 * DAY}


@pytest.fixture
def box(open_sandbox: Callable[..., Any]) -> Any:
    """A frozen world of its own, for its clock is moved."""
    return open_sandbox(*SMALL, "--frozen")


@asynccontextmanager
async def opened(folder: Path, vault: KeptVault, box: Any) -> AsyncIterator[Assembly]:
    """The program below its window, from its start to its end."""
    with Profile.open(folder) as profile:
        assembly = await Assembly.open(profile, vault.opened)
        follow(box, assembly.clock)
        try:
            yield assembly
        finally:
            await assembly.close()


async def bind(assembly: Assembly, box: Any, platform: Platform, expected: str = "") -> str:
    keys = keys_of(box, platform)
    return (await assembly.bind(platform, keys, await asyncio.to_thread(code_of, box, platform), expected)).shop_id


async def health_of(assembly: Assembly, shop_id: str) -> set[str]:
    """The kinds of trouble of a shop's streams; "" is none."""
    return {row.kind or "" for row in await assembly.database.read(health.health) if row.shop_id == shop_id}


# -- one refresh ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("platform", Platform)
@pytest.mark.parametrize("known", [True, False], ids=["known to have ended", "refused by the platform"])
async def test_fifty_tasks_with_an_ended_token_cause_one_refresh(box: Any, platform: Platform, known: bool) -> None:
    vault, clock = MemoryVault(), SystemClock()
    pass_time(box, clock, LIFE[platform] + HOUR)
    keys = keys_of(box, platform, tokens=True)
    keys.access_expires_at = clock.now_ms() - 1 if known else None
    await vault.save("shop", keys)
    gateway = open_gateway(platform, vault=vault, key="shop", base_url=keys.base_url, clock=clock)
    try:
        answers = await asyncio.gather(*(gateway.shop() for _ in range(50)))
    finally:
        await gateway.aclose()
    assert len({answer.shop_id for answer in answers}) == 1
    assert refreshes(box, platform) == 1


@pytest.mark.parametrize("platform", Platform)
async def test_binding_again_while_the_old_gateway_refreshes_causes_no_second_refresh(
    box: Any, platform: Platform, tmp_path: Path
) -> None:
    async with opened(tmp_path / "profile", KeptVault(), box) as assembly:
        base_url = box.line[platform.value]["base_url"]

        async def adopt() -> str:
            # every time a vault of its own on the same file, as a second `connect` makes it
            return (await assembly.bindings.adopt(platform, FileVault(box.connect), platform.value, base_url)).shop_id

        shop_id = await adopt()
        assembly.engine.start()
        await _settled(assembly, {shop_id: {""}})
        pass_time(box, assembly.clock, LIFE[platform] + HOUR)
        before = refreshes(box, platform)
        box.ask("/faults", {"on": ["slow"], "times": 2})
        assembly.engine.wake(shop_id)
        while refreshes(box, platform) == before:  # noqa: ASYNC110 - the platform's process is asked, it tells nobody
            await asyncio.sleep(0.01)
        again = await asyncio.gather(*(adopt() for _ in range(3)))
        assert set(again) == {shop_id}
        seen = await assembly.database.read(watermark, shop_id, "orders")
        assembly.engine.wake()
        await _moved(assembly, shop_id, seen)
        assert await health_of(assembly, shop_id) == {""}
        assert refreshes(box, platform) == before + 1


# -- busy is not signed out -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", ["server_error", "torn_json"])
async def test_token_servers_in_trouble_leave_the_shops_signed_in(
    box: Any, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SystemClock, "sleep", _hasty)
    async with opened(tmp_path / "profile", KeptVault(), box) as assembly:
        shop_ids = [await bind(assembly, box, platform) for platform in Platform]
        pass_time(box, assembly.clock, 8 * DAY)
        before = {platform: refreshes(box, platform) for platform in Platform}
        box.ask("/faults", {"on": [fault], "times": 10_000})
        report = await assembly.engine.sync_once()
        assert {failure.kind for failure in report.failures} <= {"busy", "unreadable"}
        assert {failure.platform for failure in report.failures} == set(Platform)
        for shop_id in shop_ids:
            assert "sign_in_needed" not in await health_of(assembly, shop_id)
        box.ask("/faults", {"off": [fault]})
        asked = {platform: refreshes(box, platform) for platform in Platform}
        assert all(asked[platform] > before[platform] for platform in Platform), "the token servers were asked"
        assert not (await assembly.engine.sync_once()).failures
        assert {platform: refreshes(box, platform) for platform in Platform} == {
            platform: count + 1 for platform, count in asked.items()
        }


def _http(status: int, body: str = "", head: str = "") -> bytes:
    return f"HTTP/1.1 {status} X\r\n{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode()


BAD_MOMENTS = {
    "throttled": _http(429, "", "Retry-After: 1\r\n"),
    "down": _http(503, "<html>maintenance</html>"),
    "cut": b"",
    "cut in the head": b"HTTP/1.1 200 OK\r\nContent-Le",
    "cut in the body": b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{",
    "a page": _http(200, "<html>log in to this hotel's network</html>"),
    "empty": _http(200, "{}"),
    "no pair": _http(200, '{"result":1,"success":true,"code":200,"data":{}}'),
    "failed in words": _http(200, '{"result":100200500,"error":"server_error","success":false,"code":5003}'),
    "too fast in words": _http(200, '{"result":1016,"code":4101,"success":false,"message":"x"}'),
}


@pytest.mark.parametrize("platform", Platform)
@pytest.mark.parametrize("moment", BAD_MOMENTS)
async def test_no_bad_moment_of_a_token_server_looks_like_signed_out(
    platform: Platform, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SystemClock, "sleep", _hasty)

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(BAD_MOMENTS[moment])
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    base_url, clock, vault = f"http://127.0.0.1:{port}", SystemClock(), MemoryVault()
    held = Credentials(
        base_url=base_url, app_key="k", app_secret="s", sign_secret="t", grant_id="1", access_expires_at=1
    )
    held.access_token, held.refresh_token = "ended", "living"
    await vault.save("shop", held)
    gateway = open_gateway(platform, vault=vault, key="shop", base_url=base_url, clock=clock)
    try:
        with pytest.raises(Trouble) as raised:
            await gateway.shop()
    finally:
        await gateway.aclose()
        server.close()
        await server.wait_closed()
    assert isinstance(raised.value, (Busy, Offline, Unreadable)), repr(raised.value)
    assert await vault.load("shop") == held


async def _hasty(self: SystemClock, seconds: float) -> None:
    await asyncio.sleep(min(seconds, 0.01))


# -- early, and after a restart ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("platform", Platform)
async def test_a_token_is_renewed_five_minutes_early_also_after_a_restart(
    box: Any, platform: Platform, tmp_path: Path
) -> None:
    vault = KeptVault()

    async def sync(assembly: Assembly, left_ms: int) -> int:
        """How many refreshes a reading causes when the token has so long to live."""
        (sign_in,) = (await assembly.sign_ins()).values()
        assert sign_in.token_ends_at is not None
        pass_time(box, assembly.clock, sign_in.token_ends_at - left_ms - assembly.clock.now_ms())
        before = refreshes(box, platform)
        assert not (await assembly.engine.sync_once()).failures
        return refreshes(box, platform) - before

    async with opened(tmp_path / "profile", vault, box) as assembly:
        await bind(assembly, box, platform)
        assert await sync(assembly, 6 * MINUTE) == 0
        assert await sync(assembly, 4 * MINUTE) == 1
    async with opened(tmp_path / "profile", vault, box) as assembly:
        await assembly.resume()
        assert await sync(assembly, 6 * MINUTE) == 0
        assert await sync(assembly, 4 * MINUTE) == 1
        assert await sync(assembly, HOUR) == 0


# -- signed out, and in again -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("platform", Platform)
async def test_a_withdrawn_grant_asks_once_and_signing_in_again_fills_the_gap(
    open_sandbox: Callable[..., Any], platform: Platform, tmp_path: Path
) -> None:
    box = open_sandbox(*SMALL)
    async with opened(tmp_path / "profile", KeptVault(), box) as assembly:
        shop_ids = {each: await bind(assembly, box, each) for each in Platform}
        mine, other = shop_ids.pop(platform), next(iter(shop_ids.values()))
        assembly.engine.start()
        await _settled(assembly, {mine: {""}, other: {""}})
        seen = await assembly.database.read(watermark, mine, "orders")
        assert seen is not None

        box.ask("/tokens", {"revoked": [platform.value]})
        pass_time(box, assembly.clock, 6 * HOUR)
        assembly.engine.wake()
        await _settled(assembly, {mine: {"sign_in_needed"}, other: {""}})
        looks = [await _look(assembly) for _ in range(3)]
        told = [[alert.shop_id for alert in look.to_tell if alert.cause == "dead"] for look in looks]
        assert told == [[mine], [], []]
        assert all([one.shop_id for one in look.alerts if one.cause == "dead"] == [mine] for look in looks)
        assert assembly.next_try_at(mine) is None, "it rests until somebody signs in"
        asked = refreshes(box, platform)
        before = await assembly.database.read(watermark, other, "orders")
        pass_time(box, assembly.clock, 6 * HOUR)
        assembly.engine.wake(other)
        await _moved(assembly, other, before)
        assert refreshes(box, platform) == asked
        assert await assembly.database.read(watermark, mine, "orders") == seen

        if platform is YOUZAN:  # Kuaishou's page asks the merchant himself
            box.ask("/tokens", {"revoked": []})
        wanted = set(box.ask("/world")[platform]["orders"]["ids"])
        had = await assembly.database.read(_order_numbers, mine)
        assert wanted - had, "there is a gap"
        assert await bind(assembly, box, platform, mine) == mine
        await _until(lambda: _filled(assembly, mine))
        await _settled(assembly, {mine: {""}, other: {""}})
        async with asyncio.timeout(45):
            while not await _holds(assembly, mine, wanted):
                assembly.engine.wake(mine)  # what changed while it was being read is read the next time
                await asyncio.sleep(1)
        filled = await assembly.database.read(hole, mine)
        assert filled is not None
        assert filled.done_at is not None
        assert filled.streams["orders"].from_at is not None
        assert 0 < filled.streams["orders"].rows < len(wanted), "from where it had stopped"
        assert not (await _look(assembly)).to_tell


def _order_numbers(conn: Any, shop_id: str) -> set[str]:
    asked = "SELECT order_no FROM orders WHERE shop_id = ?"
    return {str(number) for (number,) in conn.exec_driver_sql(asked, (shop_id,))}


async def _holds(assembly: Assembly, shop_id: str, wanted: set[str]) -> bool:
    return not wanted - await assembly.database.read(_order_numbers, shop_id)


async def _look(assembly: Assembly) -> Any:
    ends: dict[str, int | None] = dict.fromkeys(assembly.bindings.shop_ids)
    return await assembly.database.write(watch, ends, assembly.clock.now_ms())


async def _settled(assembly: Assembly, wanted: dict[str, set[str]]) -> None:
    """Wait until every stream of these shops is as wanted and nothing is being read."""

    async def so() -> bool:
        return not assembly.syncing() and {one: await health_of(assembly, one) for one in wanted} == wanted

    await _until(so)


async def _filled(assembly: Assembly, shop_id: str) -> bool:
    """Whether the hole is filled. To be settled is not enough: so is a shop whose next reading has not begun."""
    gap = await assembly.database.read(hole, shop_id)
    return gap is not None and gap.done_at is not None


async def _moved(assembly: Assembly, shop_id: str, before: int | None) -> None:
    """Wait until the shop's orders were read further than before."""

    async def so() -> bool:
        return not assembly.syncing() and await assembly.database.read(watermark, shop_id, "orders") != before

    await _until(so)


async def _until(so: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(30):
        while not await so():  # noqa: ASYNC110 - the file and the platform's process tell nobody
            await asyncio.sleep(0.05)
