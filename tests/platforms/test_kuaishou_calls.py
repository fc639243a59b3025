"""Signed calls, the cures on the spot, and pages with rows that do not fit."""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from kuaishou_samples import (
    ITEM,
    NOW,
    ORDER,
    REFUND,
    SECRETS,
    FakeChannel,
    FakeClock,
    MemoryVault,
    answer,
    changed,
    credentials,
    fields,
    ok,
    refusal,
)

from console.core.clock import DAY, HOUR, MINUTE
from console.core.errors import Busy, Refused, SignInNeeded, Unreadable
from console.core.gateway import SupportsAfterSales, SupportsItems, SupportsOrders, Window
from console.net.channel import Answer, Request
from console.net.tokens import TokenKeeper
from console.platforms.kuaishou import oauth
from console.platforms.kuaishou.gateway import KuaishouGateway
from console.platforms.kuaishou.signing import sign

WINDOW = Window(begin_at=NOW - DAY, end_at=NOW)
EXPIRED = refusal(28, "TOKEN过期", code="803000", sub_code="28")
EMPTY = ok({"cursor": "nomore", "orderList": []})


class Platform:
    """Tokens that rotate, and one list; ``respond`` may be told to say something else first."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.vault = MemoryVault(credentials())
        self.channel = FakeChannel(self.respond)
        self.valid = credentials().access_token
        self.refreshed = 0
        self.first: list[Answer] = []
        self.page: Callable[[dict[str, Any]], Answer] = lambda _param: EMPTY
        keeper = TokenKeeper(self.vault, "kuaishou:1", self.clock, oauth.refresher(self.channel, self.clock))
        self.gateway = KuaishouGateway(self.channel, keeper, self.clock)

    def respond(self, request: Request) -> Answer:
        if request.path == "/oauth2/refresh_token":
            return self.refresh(request)
        assert request.path == "/" + fields(request)["method"].replace(".", "/")
        assert fields(request)["sign"] == sign(fields(request), "s3cr3t-sign")
        if self.first:
            return self.first.pop(0)
        if fields(request)["access_token"] != self.valid:
            return EXPIRED
        return self.page(json.loads(fields(request)["param"]))

    def refresh(self, request: Request) -> Answer:
        self.refreshed += 1
        assert request.form is not None
        assert request.form["grant_type"] == "refresh_token"
        assert request.form["app_id"] == "ks700000000000000001"
        if request.form["refresh_token"] != self.vault.stored.refresh_token:
            return answer({"result": 100200102, "error": "access_denied", "error_msg": "refreshToken.discarded"})
        fresh = credentials(self.refreshed + 1)
        self.valid = fresh.access_token
        tokens = {"access_token": fresh.access_token, "refresh_token": fresh.refresh_token}
        return answer({"result": 1, "expires_in": 172800, "refresh_token_expires_in": 100, "scopes": "a,b", **tokens})


@pytest.fixture
def platform() -> Platform:
    return Platform()


async def test_it_offers_what_the_protocols_ask(platform: Platform) -> None:
    assert isinstance(platform.gateway, SupportsItems)
    assert isinstance(platform.gateway, SupportsOrders)
    assert isinstance(platform.gateway, SupportsAfterSales)
    rule = platform.gateway.order_windows
    assert (rule.span_ms, rule.lag_ms, rule.overlap_ms) == (7 * DAY, 30_000, 5 * MINUTE)
    assert 89 * DAY < rule.reach_ms < 90 * DAY
    assert platform.gateway.after_sale_windows.span_ms == DAY


async def test_twenty_calls_with_an_expired_token_cause_one_refresh(platform: Platform) -> None:
    platform.valid = "another"
    pages = await asyncio.gather(*(platform.gateway.orders(WINDOW, None) for _ in range(20)))
    assert len(pages) == 20
    assert platform.refreshed == 1
    stored = platform.vault.stored
    assert (stored.access_token, stored.scopes) == (credentials(2).access_token, ("a", "b"))
    assert (stored.access_expires_at, stored.refresh_expires_at) == (NOW + 48 * HOUR, NOW + 100_000)


async def test_a_token_the_platform_takes_for_expired_again_and_again_is_its_own_confusion(platform: Platform) -> None:
    platform.first = [EXPIRED] * 30
    with pytest.raises(Busy, match=r"kuaishou\.28"):
        await platform.gateway.orders(WINDOW, None)


async def test_a_withdrawn_grant_is_asked_once(platform: Platform) -> None:
    platform.first = [refusal(24, "AUTHORIZATION_REVOKED")]
    with pytest.raises(SignInNeeded, match=r"kuaishou\.24"):
        await platform.gateway.orders(WINDOW, None)
    assert (platform.channel.calls, platform.refreshed) == (1, 0)


async def test_an_unauthorised_call_gets_a_new_token_before_the_person_is_asked(platform: Platform) -> None:
    unknown = refusal(22, "鉴权失败", code="803000", sub_code="22")
    platform.first = [unknown]
    await platform.gateway.orders(WINDOW, None)
    assert platform.refreshed == 1
    platform.first = [unknown] * 9
    with pytest.raises(SignInNeeded, match=r"kuaishou\.22"):
        await platform.gateway.orders(WINDOW, None)


async def test_a_rejected_refresh_token_rests_the_shop(platform: Platform) -> None:
    platform.valid = "another"
    real = platform.refresh
    platform.refresh = lambda _request: answer(  # type: ignore[method-assign]
        {"result": 100200102, "error": "access_denied", "error_msg": "refreshToken.discarded"}
    )
    for _ in range(3):
        with pytest.raises(SignInNeeded, match=r"kuaishou\.100200102"):
            await platform.gateway.orders(WINDOW, None)
    assert platform.channel.calls == 2, "one call, one refresh, then nothing until the credentials change"
    platform.refresh = real  # type: ignore[method-assign]
    platform.vault.stored = credentials(7)
    platform.valid = credentials(7).access_token
    await platform.gateway.orders(WINDOW, None)


async def test_a_refusal_for_the_time_teaches_the_clock(platform: Platform) -> None:
    late = refusal(29, "timestamp已失效", code="803000", server_at=NOW + 15 * MINUTE)
    platform.first = [late]
    await platform.gateway.orders(WINDOW, None)
    assert [fields(request)["timestamp"] for request in platform.channel.sent] == [str(NOW), str(NOW + 15 * MINUTE)]
    platform.first = [refusal(29, "timestamp已失效", code="803000", server_at=NOW - 500)]
    await platform.gateway.orders(WINDOW, None)
    assert fields(platform.channel.sent[-1])["timestamp"] == str(NOW), "and it is unlearnt when the clocks agree"


@pytest.mark.parametrize("server_at", [None, NOW])
async def test_a_refusal_for_the_time_without_another_time_is_final(platform: Platform, server_at: int | None) -> None:
    platform.first = [refusal(29, "timestamp已失效", server_at=server_at)] * 9
    with pytest.raises(Refused, match=r"kuaishou\.timestamp"):
        await platform.gateway.orders(WINDOW, None)
    assert platform.channel.calls == 1


async def test_throttling_is_waited_out(platform: Platform) -> None:
    platform.first = [refusal(1016, "Exceed qps limit", wait_s=3), refusal(1016, "Exceed qps limit")]
    await platform.gateway.orders(WINDOW, None)
    assert platform.clock.slept == [3, 1.0]


async def test_the_days_quota_is_not_waited_out(platform: Platform) -> None:
    platform.first = [refusal(1017, "exceed quota limit")]
    with pytest.raises(Busy) as caught:
        await platform.gateway.orders(WINDOW, None)
    assert (caught.value.wait_s, platform.clock.slept) == (14 * 3600, [])


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b'{"result":1,"data":{"cur',
        b"<html>log in</html>",
        b"[]",
        b'{"status":"ok"}',
        b'{"result":1,"data":[]}',
        pytest.param(b'{"result":1,"data":' + b"[" * 100_000, id="bottomless"),
    ],
)
async def test_an_answer_that_does_not_fit_is_read_again(platform: Platform, nonsense: bytes) -> None:
    platform.first = [answer(nonsense)]
    await platform.gateway.orders(WINDOW, None)
    platform.first = [answer(nonsense)] * 6
    with pytest.raises(Unreadable):
        await platform.gateway.orders(WINDOW, None)


async def test_a_bad_row_does_not_take_its_page_with_it(platform: Platform) -> None:
    spoilt = changed(ORDER, orderBaseInfo__oid=5, orderBaseInfo__totalFee="many")
    nameless = changed(ORDER, orderBaseInfo="?")
    platform.page = lambda _: ok({"cursor": "17_5", "orderList": [ORDER, spoilt, nameless, ORDER]})
    page = await platform.gateway.orders(WINDOW, None)
    assert [row.order_no for row in page.rows] == ["2607602240240301"] * 2
    named, digest = page.bad
    assert named.key == "5"
    assert "totalFee" in named.reason
    assert json.loads(named.raw) == spoilt
    assert digest.key.startswith("?")
    assert page.cursor == "17_5"


async def test_orders_are_asked_as_the_sheet_says(platform: Platform) -> None:
    await platform.gateway.orders(WINDOW, "17_5")
    (request,) = platform.channel.sent
    assert request.method == "GET"
    assert json.loads(request.params["param"]) == {
        "orderViewStatus": 1,
        "pageSize": 50,
        "sort": 2,
        "queryType": 2,
        "beginTime": NOW - DAY,
        "endTime": NOW,
        "cursor": "17_5",
    }


async def test_a_cursor_that_stands_still_is_nonsense(platform: Platform) -> None:
    platform.page = lambda _: ok({"cursor": "17_5", "orderList": [ORDER]})
    with pytest.raises(Unreadable, match="stands still"):
        await platform.gateway.orders(WINDOW, "17_5")


async def test_after_sales_carry_both_cursors(platform: Platform) -> None:
    asked: list[dict[str, Any]] = []

    def page(param: dict[str, Any]) -> Answer:
        asked.append(param)
        more = "17_9" if param["currentPage"] == 1 else "nomore"
        return ok({"pcursor": more, "refundOrderInfoList": [REFUND]})

    platform.page = page
    first = await platform.gateway.after_sales(WINDOW, None)
    last = await platform.gateway.after_sales(WINDOW, first.cursor)
    assert [(p["currentPage"], p["pcursor"], p["type"], p["queryType"]) for p in asked] == [
        (1, "", 9, 2),
        (2, "17_9", 9, 2),
    ]
    assert (last.cursor, len(last.rows)) == (None, 1)


async def test_items_come_by_page_number_with_their_total(platform: Platform) -> None:
    platform.page = lambda param: ok({"totalItemCount": 3, "totalPage": 2, "items": [ITEM] * (3 - param["pageNumber"])})
    first = await platform.gateway.items(None)
    assert (first.cursor, first.total, len(first.rows)) == ("2", 3, 2)
    assert (await platform.gateway.items("2")).cursor is None


async def test_a_list_that_says_nothing_is_not_an_empty_one(platform: Platform) -> None:
    platform.page = lambda _: ok({})
    with pytest.raises(Unreadable):
        await platform.gateway.items(None)
    platform.page = lambda _: ok({"totalItemCount": 0, "totalPage": 0})
    assert (await platform.gateway.items(None)).total == 0


async def test_single_things_and_what_is_not_there(platform: Platform) -> None:
    platform.page = lambda _: ok(ORDER)
    order = await platform.gateway.order("2607602240240301")
    assert order is not None
    platform.page = lambda _: ok(changed(ITEM, itemStatus=2))
    assert await platform.gateway.listing("1") is None
    platform.page = lambda _: ok(None)
    assert await platform.gateway.listing("1") is None
    platform.page = lambda _: refusal(21, "order operation reject")
    assert await platform.gateway.order("1") is None
    platform.page = lambda _: refusal(300011, "售后单不存在")
    assert await platform.gateway.after_sale("1") is None
    platform.page = lambda _: refusal(2001, "oid无效")
    with pytest.raises(Refused):
        await platform.gateway.order("1")


async def test_a_long_param_goes_into_the_body(platform: Platform) -> None:
    await platform.gateway.orders(WINDOW, "x" * 2_000)
    (request,) = platform.channel.sent
    assert (request.method, request.params) == ("POST", {})


async def test_the_code_is_exchanged_for_a_pair(platform: Platform) -> None:
    asked: list[Request] = []

    def respond(request: Request) -> Answer:
        asked.append(request)
        return answer({"result": 1, "access_token": "A", "expires_in": 60, "refresh_token": "R", "scopes": ["a"]})

    channel = FakeChannel(respond)
    fresh = await oauth.exchange(channel, platform.clock, credentials(), "CODE")  # type: ignore[arg-type]
    assert (asked[0].method, asked[0].params["grant_type"], asked[0].params["code"]) == ("GET", "code", "CODE")
    assert (fresh.access_token, fresh.refresh_token, fresh.access_expires_at) == ("A", "R", NOW + 60_000)
    channel.respond = lambda _: answer({"result": 100200105, "error": "invalid_grant"})
    with pytest.raises(SignInNeeded):
        await oauth.exchange(channel, platform.clock, credentials(), "CODE")  # type: ignore[arg-type]
    channel.respond = lambda _: answer({"result": 1})
    with pytest.raises(Unreadable):
        await oauth.exchange(channel, platform.clock, credentials(), "CODE")  # type: ignore[arg-type]


def test_the_page_to_sign_in() -> None:
    url = urlsplit(oauth.authorize_url(oauth.BASE_URL, "ks1", "https://me/cb", "s1", ("a", "b")))
    assert (url.netloc, url.path) == ("open.kwaixiaodian.com", "/oauth/authorize")
    assert parse_qs(url.query) == {
        "app_id": ["ks1"],
        "redirect_uri": ["https://me/cb"],
        "scope": ["a,b"],
        "response_type": ["code"],
        "state": ["s1"],
    }
    assert oauth.authorize_url("http://127.0.0.1:9/", "k", "u", "s").startswith("http://127.0.0.1:9/oauth/authorize?")


async def test_no_secret_is_ever_shown(platform: Platform, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    platform.valid = "another"
    await platform.gateway.orders(WINDOW, None)
    shown = [repr(request) for request in platform.channel.sent] + [repr(platform.vault.stored), caplog.text]
    platform.first = [refusal(27, "签名校验失败"), refusal(24, "access_token=s3cr3t-access-2 revoked")]
    for kind in (Refused, SignInNeeded):
        with pytest.raises(kind) as caught:
            await platform.gateway.orders(WINDOW, None)
        shown += [repr(caught.value), str(caught.value), repr(caught.value.__context__)]
    assert not [secret for secret in SECRETS for text in shown if secret in text]
