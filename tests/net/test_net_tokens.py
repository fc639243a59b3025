"""One refresh at a time, the new pair safe before it is used, and "busy" never looks like "signed out"."""

import asyncio

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from net_loopback import NOW, FakeClock

from console.core.clock import HOUR, MINUTE
from console.core.errors import Busy, Offline, SignInNeeded, Trouble, Unreadable
from console.core.gateway import Credentials
from console.net.tokens import TokenKeeper


def pair(number: int, *, expires_at: int | None = NOW + 48 * HOUR) -> Credentials:
    return Credentials(
        base_url="http://127.0.0.1",
        app_key="ks1",
        app_secret="s3cr3t-app",
        access_token=f"s3cr3t-access-{number}",
        refresh_token=f"s3cr3t-refresh-{number}",
        access_expires_at=expires_at,
    )


class Vault:
    """Remembers in memory; ``full`` makes saving fail."""

    def __init__(self, stored: Credentials | None) -> None:
        self.stored = stored
        self.full = False
        self.loads = 0

    async def load(self, key: str) -> Credentials | None:
        self.loads += 1
        await asyncio.sleep(0)
        return self.stored

    async def save(self, key: str, credentials: Credentials) -> None:
        await asyncio.sleep(0)
        if self.full:
            raise OSError("no space left")
        self.stored = credentials


class TokenServer:
    """Rotates pairs as the platforms do: a refresh token works once."""

    def __init__(self) -> None:
        self.number = 1
        self.asked = 0
        self.troubles: list[Trouble] = []
        self.go = asyncio.Event()
        self.go.set()

    async def __call__(self, credentials: Credentials) -> Credentials:
        self.asked += 1
        await self.go.wait()
        if self.troubles:
            raise self.troubles.pop(0)
        if credentials.refresh_token != pair(self.number).refresh_token:
            raise SignInNeeded("x.rejected", detail="discarded")
        self.number += 1
        return pair(self.number)


def keeper_of(vault: Vault, server: TokenServer, clock: FakeClock) -> TokenKeeper:
    return TokenKeeper(vault, "kuaishou:1", clock, server)


async def test_twenty_refusals_at_once_cause_one_refresh(clock: FakeClock) -> None:
    vault, server = Vault(pair(1)), TokenServer()
    keeper = keeper_of(vault, server, clock)
    stale = (await keeper.current()).access_token
    fresh = await asyncio.gather(*(keeper.renew(stale) for _ in range(20)))
    assert {credentials.access_token for credentials in fresh} == {pair(2).access_token}
    assert (server.asked, vault.stored) == (1, pair(2))
    assert (await keeper.current()).access_token == pair(2).access_token


async def test_a_token_near_its_end_is_renewed_before_use(clock: FakeClock) -> None:
    vault, server = Vault(pair(1, expires_at=NOW + 4 * MINUTE)), TokenServer()
    keeper = keeper_of(vault, server, clock)
    assert await keeper.current() == pair(2)
    assert await keeper.current() == pair(2)
    assert server.asked == 1


async def test_an_unknown_end_is_no_reason_to_renew(clock: FakeClock) -> None:
    server = TokenServer()
    keeper = keeper_of(Vault(pair(1, expires_at=None)), server, clock)
    await keeper.current()
    assert server.asked == 0


@pytest.mark.parametrize("trouble", [Busy("net.busy"), Offline("net.timeout"), Unreadable("wire.not_json")])
async def test_a_token_that_still_lives_is_used_while_the_token_server_is_busy(
    trouble: Trouble, clock: FakeClock
) -> None:
    vault, server = Vault(pair(1, expires_at=NOW + 4 * MINUTE)), TokenServer()
    server.troubles = [trouble, Offline("net.timeout"), Offline("net.timeout")]
    keeper = keeper_of(vault, server, clock)
    assert (await keeper.current()).access_token == pair(1).access_token
    assert (await keeper.current()).access_token == pair(1).access_token
    assert server.asked == 1, "it is left alone for a while"
    clock.now += 4 * MINUTE
    with pytest.raises(Offline):
        await keeper.current()


@pytest.mark.parametrize("trouble", [Busy("net.busy"), Offline("net.broken"), Unreadable("wire.not_json")])
async def test_a_busy_token_server_never_looks_like_signed_out(trouble: Trouble, clock: FakeClock) -> None:
    vault, server = Vault(pair(1)), TokenServer()
    server.troubles = [trouble]
    keeper = keeper_of(vault, server, clock)
    with pytest.raises(type(trouble)):
        await keeper.renew(pair(1).access_token)
    assert await keeper.renew(pair(1).access_token) == pair(2)


async def test_a_rejected_refresh_token_asks_once_and_then_says_so_until_the_person_signed_in(clock: FakeClock) -> None:
    vault, server = Vault(pair(1)), TokenServer()
    server.number = 5  # the pair we hold is long discarded
    keeper = keeper_of(vault, server, clock)
    assert await keeper.current() == pair(1)
    for _ in range(3):
        with pytest.raises(SignInNeeded, match="discarded"):
            await keeper.renew(pair(1).access_token)
        with pytest.raises(SignInNeeded, match="discarded"):
            await keeper.current()
    assert server.asked == 1
    vault.stored = pair(5)
    assert await keeper.current() == pair(5)
    assert await keeper.renew(pair(5).access_token) == pair(6)


async def test_fifty_refusals_at_once_ask_a_busy_token_server_once(clock: FakeClock) -> None:
    vault, server = Vault(pair(1)), TokenServer()
    server.troubles = [Busy("net.busy", detail="HTTP 502", wait_s=3)]
    keeper = keeper_of(vault, server, clock)
    answers = await asyncio.gather(*(keeper.renew(pair(1).access_token) for _ in range(50)), return_exceptions=True)
    assert server.asked == 1
    told = {(str(one), one.wait_s) for one in answers if isinstance(one, Busy)}
    assert told == {("net.busy: HTTP 502", 3)}
    assert len({id(one) for one in answers}) == 50, "an exception of his own for each"


async def test_keepers_of_one_shop_trade_a_pair_once(clock: FakeClock) -> None:
    """A shop's gateway, and one that asks whose shop it is, read the same vault under other names."""
    vault, server = Vault(pair(1)), TokenServer()
    server.go.clear()
    first, second = (TokenKeeper(vault, key, clock, server) for key in ("kuaishou:1", "kuaishou"))
    both = [asyncio.create_task(keeper.renew(pair(1).access_token)) for keeper in (first, second)]
    await asyncio.sleep(0.01)
    server.go.set()
    assert await asyncio.gather(*both) == [pair(2), pair(2)]
    assert server.asked == 1


async def test_a_pair_traded_by_another_process_meanwhile_is_no_sign_out(clock: FakeClock) -> None:
    vault, server = Vault(pair(1)), TokenServer()
    server.go.clear()
    keeper = keeper_of(vault, server, clock)
    asking = asyncio.create_task(keeper.renew(pair(1).access_token))
    await asyncio.sleep(0.01)
    vault.stored, server.number = pair(2), 2
    server.go.set()
    assert await asking == pair(2)


async def test_what_the_vault_did_not_take_is_offered_again_before_the_end(clock: FakeClock) -> None:
    vault, server = Vault(pair(1)), TokenServer()
    vault.full = True
    keeper = keeper_of(vault, server, clock)
    with pytest.raises(OSError, match="no space"):
        await keeper.renew(pair(1).access_token)
    vault.full = False
    await keeper.settle()
    assert vault.stored == pair(2)


async def test_a_pair_that_no_vault_took_is_told_of(clock: FakeClock, expected_logs: list[str]) -> None:
    expected_logs.append("is lost with this run")
    vault, server = Vault(pair(1)), TokenServer()
    vault.full = True
    keeper = keeper_of(vault, server, clock)
    with pytest.raises(OSError, match="no space"):
        await keeper.renew(pair(1).access_token)
    await keeper.settle()
    assert vault.stored == pair(1)


async def test_another_window_renewed_first(clock: FakeClock) -> None:
    vault, server = Vault(pair(1)), TokenServer()
    keeper = keeper_of(vault, server, clock)
    await keeper.current()
    vault.stored = pair(2)
    assert await keeper.renew(pair(1).access_token) == pair(2)
    assert await keeper.current() == pair(2)
    assert server.asked == 0


async def test_no_credentials_at_all(clock: FakeClock) -> None:
    keeper = keeper_of(Vault(None), TokenServer(), clock)
    with pytest.raises(SignInNeeded, match=r"net\.no_credentials"):
        await keeper.current()


async def test_a_refresh_outlives_the_caller_who_gave_up(clock: FakeClock) -> None:
    vault, server = Vault(pair(1)), TokenServer()
    server.go.clear()
    keeper = keeper_of(vault, server, clock)
    caller = asyncio.create_task(keeper.renew(pair(1).access_token))
    await asyncio.sleep(0.01)
    caller.cancel()
    await asyncio.gather(caller, return_exceptions=True)
    server.go.set()
    await keeper.settle()
    assert vault.stored == pair(2), "the platform has discarded the old pair already"


async def test_a_pair_that_could_not_be_saved_is_kept_and_saved_later(clock: FakeClock) -> None:
    vault, server = Vault(pair(1)), TokenServer()
    vault.full = True
    keeper = keeper_of(vault, server, clock)
    with pytest.raises(OSError, match="no space"):
        await keeper.renew(pair(1).access_token)
    with pytest.raises(OSError, match="no space"):
        await keeper.renew(pair(1).access_token)
    vault.full = False
    assert await keeper.renew(pair(1).access_token) == pair(2)
    assert (vault.stored, server.asked) == (pair(2), 1)


async def test_what_is_used_is_always_what_the_vault_holds(clock: FakeClock) -> None:
    vault, server = Vault(pair(1)), TokenServer()
    keeper = keeper_of(vault, server, clock)
    fresh = await keeper.renew(pair(1).access_token)
    assert vault.stored == fresh
    assert "s3cr3t" not in f"{fresh!r} {fresh} {keeper!r}"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["ok", "busy", "offline"])), min_size=1, max_size=30))
def test_whatever_the_interleaving_no_refresh_token_is_used_twice_and_every_answer_is_newer(
    calls: list[tuple[int, str]],
) -> None:
    """Callers with pauses of some loop turns, each refusing the token it was given, over a server with bad moments."""

    async def run() -> None:
        clock, vault, server = FakeClock(), Vault(pair(1)), TokenServer()
        used: list[str] = []

        async def refresh(credentials: Credentials) -> Credentials:
            fresh = await server(credentials)
            used.append(credentials.refresh_token)
            return fresh

        keeper = TokenKeeper(vault, "kuaishou:1", clock, refresh)
        bad = {"busy": Busy("net.busy"), "offline": Offline("net.timeout")}
        server.troubles = [bad[mood] for _, mood in calls if mood != "ok"]

        async def call(pause: int) -> None:
            for _ in range(pause):
                await asyncio.sleep(0)
            held = await keeper.current()
            try:
                fresh = await keeper.renew(held.access_token)
            except (Busy, Offline):
                return
            assert fresh.access_token != held.access_token
            assert vault.stored is not None

        await asyncio.gather(*(call(pause) for pause, _ in calls))
        assert len(used) == len(set(used))
        assert vault.stored == msgspec.structs.replace(pair(server.number))

    asyncio.run(run())
