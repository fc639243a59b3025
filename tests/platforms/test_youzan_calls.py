"""One call of a Youzan API: its shape, refused tokens, waits."""

import asyncio

import msgspec
import pytest
from youzan_samples import (
    CREDENTIALS,
    NOW,
    HeldVault,
    PlayedChannel,
    StillClock,
    answer,
    body_of,
    failure,
    gateway_error,
    success,
)

from console.core.errors import Busy, Offline, Refused, SignInNeeded, Unreadable
from console.core.gateway import Credentials
from console.net.channel import Answer, Request
from console.net.tokens import TokenKeeper
from console.platforms.youzan import oauth
from console.platforms.youzan.calls import Calls

ANY = msgspec.json.Decoder(dict[str, object])
THROTTLED = gateway_error(4101, "访问频繁")


def _token(number: int, **more: object) -> Answer:
    return success({"access_token": f"token-{number}", "expires": NOW + 7 * 86_400_000, "authority_id": "160"} | more)


def _calls(channel: PlayedChannel, clock: StillClock, vault: HeldVault | None = None) -> Calls:
    vault = vault or HeldVault(msgspec.structs.replace(CREDENTIALS))
    return Calls(channel, TokenKeeper(vault, "shop", clock, oauth.refresher(channel, clock)), clock)  # type: ignore[arg-type]


async def _read(channel: PlayedChannel, clock: StillClock | None = None, vault: HeldVault | None = None) -> object:
    calls = _calls(channel, clock or StillClock(), vault)
    return await calls.read("youzan.shop.get", "3.0.0", {"a": "中"}, ANY)


async def test_the_shape_of_a_call() -> None:
    channel = PlayedChannel([success({"id": 160})])
    assert await _read(channel) == {"id": 160}
    [request] = channel.requests
    assert (request.method, request.path) == ("POST", "/api/youzan.shop.get/3.0.0")
    assert request.params == {"access_token": "old-token"}
    assert request.headers == {"content-type": "application/json;charset=UTF-8"}
    assert body_of(request) == {"a": "中"}


@pytest.mark.parametrize("code", [4201, 4202, 4203])
async def test_a_refused_token_is_renewed_once_and_the_call_repeated(code: int) -> None:
    channel = PlayedChannel([gateway_error(code), _token(1), success({"id": 160})])
    vault = HeldVault(msgspec.structs.replace(CREDENTIALS))
    assert await _read(channel, vault=vault) == {"id": 160}
    assert channel.asked == ["youzan.shop.get/3.0.0", "token", "youzan.shop.get/3.0.0"]
    assert channel.requests[-1].params == {"access_token": "token-1"}
    assert body_of(channel.requests[1])["refresh"] is True
    assert (vault.saved, vault.held.access_token) == (1, "token-1")


async def test_a_token_refused_again_means_sign_in() -> None:
    channel = PlayedChannel([gateway_error(4201), _token(1), gateway_error(4201)])
    with pytest.raises(SignInNeeded) as caught:
        await _read(channel)
    assert caught.value.code == "youzan.4201"
    assert len(channel.requests) == 3


async def test_a_fresh_token_said_to_be_expired_is_the_platforms_confusion() -> None:
    channel = PlayedChannel([gateway_error(4202), _token(1), gateway_error(4202), success({"id": 160})])
    clock = StillClock()
    assert await _read(channel, clock) == {"id": 160}
    assert clock.slept == [0.5]

    def play(request: Request) -> Answer:
        return _token(len(always.requests)) if request.path == "/auth/token" else gateway_error(4202)

    always = PlayedChannel(play)
    with pytest.raises(Busy) as caught:
        await _read(always)
    assert caught.value.code == "youzan.4202"


async def test_a_busy_token_server_is_busy_not_signed_out() -> None:
    def play(request: Request) -> Answer:
        return failure(-100) if request.path == "/auth/token" else gateway_error(4203)

    with pytest.raises(Busy):
        await _read(PlayedChannel(play))


async def test_many_calls_renew_a_dead_token_once() -> None:
    granted = 0

    def play(request: Request) -> Answer:
        nonlocal granted
        if request.path == "/auth/token":
            granted += 1
            return _token(granted)
        return success({"id": 160}) if request.params["access_token"] == "token-1" else gateway_error(4203)

    channel, clock = PlayedChannel(play), StillClock()
    calls = _calls(channel, clock)
    await asyncio.gather(*(calls.read("youzan.shop.get", "3.0.0", {}, ANY) for _ in range(8)))
    assert granted == 1


async def test_throttled_calls_wait_as_documented() -> None:
    clock = StillClock()
    channel = PlayedChannel([THROTTLED] * 5 + [success({})])
    assert await _read(channel, clock) == {}
    assert clock.slept == [3, 6, 12, 24, 48]


async def test_then_they_give_up() -> None:
    clock = StillClock()
    with pytest.raises(Busy) as caught:
        await _read(PlayedChannel([THROTTLED] * 6), clock)
    assert caught.value.code == "youzan.4101"


async def test_a_wait_the_platform_names_comes_before_ours() -> None:
    clock = StillClock()
    told = answer({"gw_err_resp": {"err_code": 4101, "err_msg": ""}}, wait_s=2)
    await _read(PlayedChannel([told, success({})]), clock)
    assert clock.slept == [2]


async def test_other_trouble_of_a_read_is_waited_out() -> None:
    clock = StillClock()
    channel = PlayedChannel(
        [Offline("net.timeout"), answer(b'{"code":2'), failure(106000001), success([1]), success({})]
    )
    assert await _read(channel, clock) == {}
    assert clock.slept == [0.5, 1, 2, 4]


async def test_data_of_another_shape_are_unreadable() -> None:
    with pytest.raises(Unreadable) as caught:
        await _read(PlayedChannel([success([1])] * 5))
    assert caught.value.code == "youzan.unreadable"


async def test_a_refusal_is_not_repeated() -> None:
    channel = PlayedChannel([gateway_error(5001, "系统异常")])
    with pytest.raises(Refused):
        await _read(channel)
    assert len(channel.requests) == 1


def _with_refresh_token() -> Credentials:
    return msgspec.structs.replace(CREDENTIALS, refresh_token="old-refresh")


async def test_a_lost_refresh_token_falls_back_on_the_silent_grant() -> None:
    channel = PlayedChannel([failure(1004, "授权关系已过期"), _token(2, refresh_token="r2")])
    fresh = await oauth.refresher(channel, StillClock())(_with_refresh_token())  # type: ignore[arg-type]
    assert [body_of(request)["authorize_type"] for request in channel.requests] == ["refresh_token", "silent"]
    assert (fresh.access_token, fresh.refresh_token) == ("token-2", "r2")


async def test_a_market_app_has_no_silent_grant_to_fall_back_on() -> None:
    channel = PlayedChannel([failure(1004, "授权关系已过期"), failure(1105, "不支持的应用类型")])
    with pytest.raises(SignInNeeded) as caught:
        await oauth.refresher(channel, StillClock())(_with_refresh_token())  # type: ignore[arg-type]
    assert caught.value.code == "youzan.1004"


@pytest.mark.parametrize("trouble", [Offline("net.refused"), failure(-100), failure(4101)])
async def test_trouble_on_the_way_to_the_token_server_is_not_a_rejection(trouble: Answer | Exception) -> None:
    channel = PlayedChannel([trouble])
    with pytest.raises((Offline, Busy)):
        await oauth.refresher(channel, StillClock())(_with_refresh_token())  # type: ignore[arg-type]


async def test_a_grant_without_token_is_unreadable_and_shows_no_secret() -> None:
    channel = PlayedChannel([success({"expires": NOW})])
    with pytest.raises(Unreadable) as caught:
        await oauth.sign_in_silently(channel, CREDENTIALS, clock=StillClock())  # type: ignore[arg-type]
    assert CREDENTIALS.app_secret not in str(caught.value)
