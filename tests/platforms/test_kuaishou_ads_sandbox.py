"""The ads account against the sandbox over a real socket: sign-in, rotation, a day's hours, every trouble there is."""

import asyncio
import json
import subprocess
import sys
import urllib.request
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import msgspec
import pytest
from kuaishou_samples import MemoryVault

from console.core.clock import DAY, HOUR, SECOND, SystemClock, day_start
from console.core.errors import Busy, Refused, SignInNeeded
from console.core.gateway import BadRow, Credentials, Window
from console.core.model import ADS, AdHour
from console.net.channel import Channel
from console.net.pace import Pace
from console.net.tokens import TokenKeeper
from console.platforms import open_ads
from console.platforms.kuaishou_ads import oauth
from console.platforms.kuaishou_ads.gateway import AdsGateway
from console.sandbox.ads.spend import attributed
from console.sandbox.state import World
from console.sandbox.world import build

START = "import sys; from console.sandbox.serve import main; sys.exit(main(sys.argv[1:]))"
NOW = "2026-01-22T21:10:00+08:00"
NOW_MS = 1_769_087_400_000
YESTERDAY = Window(begin_at=day_start(NOW_MS) - DAY, end_at=day_start(NOW_MS))
BACK = "http://127.0.0.1:9/back"
Sandbox = dict[str, Any]


class HastyClock(SystemClock):
    """The sandbox's time, without waiting; ``slept`` is how long it would have waited."""

    def __init__(self, offset_ms: int) -> None:
        super().__init__(offset_ms)
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A frozen world of its own; what its one line on stdout says."""
    arguments = ["--port", "0", "--seed", "12", "--items", "60", "--orders", "3000", "--frozen", "--now", NOW]
    process = subprocess.Popen([sys.executable, "-c", START, *arguments], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


@pytest.fixture(scope="module")
def world() -> World:
    """The same world once more: seed and instant make it."""
    return build(12, 60, 3000, NOW_MS)


@pytest.fixture
def clock() -> HastyClock:
    return HastyClock(NOW_MS - SystemClock().now_ms())


@pytest.fixture(scope="module")
def vault(sandbox: Sandbox) -> MemoryVault:
    """The pair as it stands now: the tests share it, for a refresh kills the old one."""
    said = sandbox["kuaishou_ads"]
    return MemoryVault(
        Credentials(
            base_url=said["base_url"],
            app_key=said["app_id"],
            app_secret=said["secret"],
            grant_id=said["advertiser_id"],
            access_token=said["access_token"],
            refresh_token=said["refresh_token"],
        )
    )


@pytest.fixture
async def gateway(vault: MemoryVault, clock: HastyClock) -> AsyncIterator[AdsGateway]:
    opened = open_ads(vault=vault, key="ads", base_url=vault.stored.base_url, clock=clock)
    yield opened
    await opened.aclose()


@pytest.fixture
async def channel(vault: MemoryVault, clock: HastyClock) -> AsyncIterator[Channel]:
    opened = Channel(ADS, vault.stored.base_url, clock, pace=Pace(100, 20))
    yield opened
    await opened.aclose()


def post(sandbox: Sandbox, path: str, body: dict[str, Any]) -> None:
    data = json.dumps(body).encode()
    request = urllib.request.Request(sandbox["control_url"] + path, data, {"content-type": "application/json"})
    with urllib.request.urlopen(request):
        pass


@pytest.fixture
def switch(sandbox: Sandbox) -> Iterator[Callable[..., None]]:
    """Switch a fault on; it is off again afterwards."""
    on: list[str] = []

    def turn_on(name: str, times: int | None = None) -> None:
        on.append(name)
        post(sandbox, "/faults", {"on": [name], "times": times})

    yield turn_on
    post(sandbox, "/faults", {"off": on})


async def hours(gateway: AdsGateway, window: Window = YESTERDAY) -> tuple[dict[int, AdHour], list[BadRow]]:
    """Every hour of the window's days."""
    seen: dict[int, AdHour] = {}
    bad: list[BadRow] = []
    cursor: str | None = None
    while True:
        page = await gateway.ad_hours(window, cursor)
        seen.update({row.begin_at: row for row in page.rows})
        bad += page.bad
        cursor = page.cursor
        if cursor is None:
            assert page.total == len(seen) + len(bad)
            return seen, bad


async def signed_in(channel: Channel, clock: HastyClock, vault: MemoryVault) -> Credentials:
    """A new grant, as a person gives it on the page."""
    keys = msgspec.structs.replace(vault.stored, access_token="", refresh_token="", grant_id="")
    url = oauth.authorize_url(keys.base_url, keys.app_key, BACK, "s-1")
    async with httpx.AsyncClient() as person:
        assert "同意授权" in (await person.get(url)).text
        sent_back = await person.post(url, data={"approve": "1"})
    query = parse_qs(urlsplit(sent_back.headers["location"]).query)
    assert query["state"] == ["s-1"]
    return await oauth.exchange(channel, clock, keys, query["auth_code"][0])


async def test_a_days_hours_are_what_the_world_sold_through_ads(gateway: AdsGateway, world: World) -> None:
    told, bad = await hours(gateway)
    sold: dict[int, list[Any]] = defaultdict(list)
    for order in world.orders.values():
        if YESTERDAY.begin_at <= order.created < YESTERDAY.end_at and attributed(order):
            sold[order.created // HOUR * HOUR].append(order)
    assert bad == []
    assert len(sold) > 5
    assert sold.keys() <= told.keys()
    for at, row in told.items():
        paid = [order for order in sold[at] if order.paid]
        amount = sum(order.payment for order in paid)
        assert (row.orders_submitted, row.orders) == (len(sold[at]), len(paid))
        assert (row.gmv_fen, row.paid_fen) == (amount, amount)
        assert row.net_gmv_fen is not None
        assert row.net_gmv_fen <= amount
        assert row.cost_fen is not None
        assert row.cost_fen > 0
    cost = sum(row.cost_fen or 0 for row in told.values())
    assert 1 < sum(row.gmv_fen or 0 for row in told.values()) / cost < 4


async def test_what_has_no_meaning_off_air_is_unknown_and_not_nought(gateway: AdsGateway) -> None:
    told, _ = await hours(gateway)
    by_hour = {(at - YESTERDAY.begin_at) // HOUR: row for at, row in told.items()}
    assert by_hour[20].live_views
    assert by_hour[20].watched_s
    off_air = [row for hour, row in by_hour.items() if hour not in (10, 11, 19, 20, 21, 22)]
    assert off_air
    assert {(row.live_views, row.new_followers, row.comments, row.watched_s) for row in off_air} == {(None,) * 4}


async def test_the_running_day_ends_with_the_running_hour(gateway: AdsGateway, clock: HastyClock) -> None:
    now = clock.now_ms()
    told, _ = await hours(gateway, Window(begin_at=day_start(now), end_at=now))
    assert max(told) == day_start(now) + 21 * HOUR
    assert told[max(told)].cost_fen


async def test_the_seven_days_are_there_and_no_more(gateway: AdsGateway, clock: HastyClock) -> None:
    now = clock.now_ms()
    whole = Window(begin_at=now - AdsGateway.ad_windows.reach_ms, end_at=now)
    told, _ = await hours(gateway, whole)
    assert len(told) > 50, "more than one page"
    assert {day_start(at) for at in told} == {day_start(now) - days * DAY for days in range(7)}
    with pytest.raises(Refused, match=r"kuaishou_ads\.401003"):
        await hours(gateway, Window(begin_at=now - 7 * DAY, end_at=now - 6 * DAY))


async def test_sign_in_by_code_once(channel: Channel, clock: HastyClock, vault: MemoryVault, sandbox: Sandbox) -> None:
    fresh = await signed_in(channel, clock, vault)
    assert fresh.grant_id == sandbox["kuaishou_ads"]["advertiser_id"]
    assert fresh.access_expires_at is not None
    assert abs(fresh.access_expires_at - clock.now_ms() - DAY) < 5 * SECOND
    assert await oauth.accounts(channel, fresh) == (fresh.grant_id,)
    with pytest.raises(SignInNeeded, match=r"kuaishou_ads\.code"):
        await oauth.exchange(channel, clock, fresh, "nobody gave this out")


async def test_a_refresh_replaces_both_and_kills_the_old_pair(
    channel: Channel, clock: HastyClock, vault: MemoryVault
) -> None:
    old = await signed_in(channel, clock, vault)
    refresh = oauth.refresher(channel, clock)
    new = await refresh(old)
    assert (new.access_token == old.access_token, new.refresh_token == old.refresh_token) == (False, False)
    with pytest.raises(SignInNeeded, match=r"kuaishou_ads\.402005"):
        await oauth.accounts(channel, old)
    with pytest.raises(SignInNeeded, match=r"kuaishou_ads\.grant"):
        await refresh(old)
    assert await oauth.accounts(channel, new) == (old.grant_id,)


async def test_twenty_calls_with_an_unknown_token_cause_one_refresh(
    channel: Channel, clock: HastyClock, vault: MemoryVault
) -> None:
    mine = MemoryVault(msgspec.structs.replace(await signed_in(channel, clock, vault), access_token="nobody's"))
    refresh, refreshed = oauth.refresher(channel, clock), 0

    async def counted(credentials: Credentials) -> Credentials:
        nonlocal refreshed
        refreshed += 1
        return await refresh(credentials)

    gateway = AdsGateway(channel, TokenKeeper(mine, "ads", clock, counted, platform=ADS), clock)
    pages = await asyncio.gather(*(gateway.ad_hours(YESTERDAY, None) for _ in range(20)))
    assert (len({page.total for page in pages}), refreshed) == (1, 1)


async def test_an_expired_token_is_renewed_before_it_is_used(
    gateway: AdsGateway, vault: MemoryVault, sandbox: Sandbox, clock: HastyClock
) -> None:
    before = vault.stored.access_token
    post(sandbox, "/clock", {"advance_s": 25 * 3600})
    try:
        clock.offset_ms += 25 * HOUR
        told, _ = await hours(gateway)
        assert told
        assert vault.stored.access_token != before
    finally:
        post(sandbox, "/clock", {"advance_s": -25 * 3600})


@pytest.mark.parametrize(
    "fault",
    [
        *("throttle", "throttle_no_wait", "server_error", "cut_before", "cut_after", "token_expired"),
        *("wrong_envelope", "torn_json", "duplicate_rows", "reordered_rows"),
    ],
)
async def test_no_hour_is_lost_in_trouble(
    fault: str, gateway: AdsGateway, clock: HastyClock, switch: Callable[..., None]
) -> None:
    calm, _ = await hours(gateway)
    calls = gateway.calls
    switch(fault, 1)
    told, bad = await hours(gateway)
    assert (told, bad) == (calm, [])
    if fault not in ("duplicate_rows", "reordered_rows"):
        assert gateway.calls > calls + 1, "the trouble did strike"
    if fault == "throttle":
        assert clock.slept == [1.0], "the wait the platform asked for"


async def test_throttling_without_end_is_busy(gateway: AdsGateway, switch: Callable[..., None]) -> None:
    switch("throttle", 50)
    with pytest.raises(Busy, match=r"kuaishou_ads\.too_fast") as caught:
        await hours(gateway)
    assert (caught.value.wait_s, caught.value.sent, caught.value.platform) == (1.0, False, ADS)


async def test_a_bad_row_is_put_aside_by_its_hour(gateway: AdsGateway, switch: Callable[..., None]) -> None:
    calm, _ = await hours(gateway)
    switch("bad_row", 1)
    told, bad = await hours(gateway)
    assert len(bad) == 1
    assert bad[0].key.startswith(f"{next(iter(calm.values())).advertiser_id}@2026-01-21 ")
    assert "$.cost_total" in bad[0].reason
    assert told.keys() < calm.keys()
    assert len(told) == len(calm) - 1


async def test_a_withdrawn_grant_is_one_named_trouble(gateway: AdsGateway, switch: Callable[..., None]) -> None:
    switch("token_revoked", 1)
    calls = gateway.calls
    for _ in range(3):
        with pytest.raises(SignInNeeded, match=r"kuaishou_ads\.grant"):
            await hours(gateway)
    assert gateway.calls == calls + 2, "the call and one refresh; then nobody asks any more"


async def test_wrong_keys_and_a_wrong_account_are_refused_in_words(
    channel: Channel, clock: HastyClock, vault: MemoryVault
) -> None:
    stored = vault.stored
    with pytest.raises(Refused, match=r"kuaishou_ads\.keys"):
        await oauth.refresher(channel, clock)(msgspec.structs.replace(stored, app_secret="x"))
    other = MemoryVault(msgspec.structs.replace(stored, grant_id="999"))
    gateway = open_ads(vault=other, key="ads", base_url=stored.base_url, clock=clock)
    with pytest.raises(Refused, match=r"kuaishou_ads\.402011: 该广告主未授权"):
        await hours(gateway)
    await gateway.aclose()
