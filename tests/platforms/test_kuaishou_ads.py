"""The ads account without a socket: rows into hours, refusals into the five kinds, pages, tokens that rotate."""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
from kuaishou_samples import NOW, FakeChannel, FakeClock, MemoryVault, answer

from console.catalogue import words_for
from console.core.clock import DAY, HOUR, MINUTE, SECOND, day_start
from console.core.errors import Busy, Refused, SignInNeeded, Trouble, Unreadable
from console.core.gateway import Credentials, SupportsAds, Window
from console.core.model import AdHour
from console.net.channel import Answer, Request
from console.net.tokens import TokenKeeper
from console.platforms.kuaishou_ads import oauth, wire
from console.platforms.kuaishou_ads.errors import sign_in_trouble_of, trouble_of
from console.platforms.kuaishou_ads.gateway import AdsGateway
from console.platforms.kuaishou_ads.mapping import to_ad_hour, to_hour

TODAY = day_start(NOW)
WINDOW = Window(begin_at=TODAY, end_at=NOW)
REPORT = "/rest/openapi/gw/esp/report/accountReport"
REFRESH = "/rest/openapi/oauth2/authorize/refresh_token"
ROW: dict[str, Any] = {
    "report_date_str": "2026-01-15 09:00",
    "cost_total": 1078.63,
    "ad_show": 30_821,
    "show_cnt": "61642",
    "live_play_cnt": None,
    "esp_live_played_seconds": 71.5,
    "t0_order_cnt": 3.0,
    "t0_gmv": 12.340000000000002,
    "t0_order_payment_amt": "3461.54",
    "net_t0_gmv": "--",
    "play_end_ratio": 1.02,
    "author_id": "77",
    "a_column_of_tomorrow": {"x": 1},
}


def credentials(number: int = 1) -> Credentials:
    return Credentials(
        base_url="http://127.0.0.1:1",
        app_key="165800001",
        app_secret="s3cr3t-ads",
        grant_id="13566563",
        access_token=f"s3cr3t-access-{number}",
        refresh_token=f"s3cr3t-refresh-{number}",
    )


def ok(data: Any) -> Answer:
    return answer({"code": 0, "message": "OK", "data": data, "request_id": "r1"})


def refusal(code: int, text: str, **more: Any) -> Answer:
    return answer({"code": code, "data": {}, "message": text, "status": 200, "request_id": "r9"}, **more)


STALE = refusal(402005, "access token错误或已过期")


class Ads:
    """Tokens that rotate and one report; ``first`` are answers to give before it."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.vault = MemoryVault(credentials())
        self.channel = FakeChannel(self.respond)
        self.valid = credentials().access_token
        self.refreshed = 0
        self.first: list[Answer] = []
        self.page: Callable[[dict[str, Any]], Answer] = lambda _body: ok({"sum": {}, "detail": [], "total_count": 0})
        keeper = TokenKeeper(self.vault, "ads", self.clock, oauth.refresher(self.channel, self.clock))
        self.gateway = AdsGateway(self.channel, keeper, self.clock)

    def respond(self, request: Request) -> Answer:
        assert request.method == "POST"
        assert request.json is not None
        body = json.loads(request.json)
        if request.path == REFRESH:
            return self.refresh(body)
        if self.first:
            return self.first.pop(0)
        token = request.headers.get("access-token", body.get("access_token"))
        if token != self.valid:
            return STALE
        return self.page(body)

    def refresh(self, body: dict[str, Any]) -> Answer:
        self.refreshed += 1
        assert (body["app_id"], body["secret"]) == (165800001, "s3cr3t-ads")
        if body["refresh_token"] != self.vault.stored.refresh_token:
            return refusal(1, "refresh_token无效")
        fresh = credentials(self.refreshed + 1)
        self.valid = fresh.access_token
        tokens = {"access_token": fresh.access_token, "refresh_token": fresh.refresh_token}
        return ok({**tokens, "access_token_expires_in": 86_400, "refresh_token_expires_in": "2592000", "user_id": None})


@pytest.fixture
def ads() -> Ads:
    return Ads()


def hour_of(**changes: Any) -> AdHour:
    return to_ad_hour(wire.decode(json.dumps({**ROW, **changes}).encode(), wire.HourRow), "13566563")


def test_a_row_becomes_an_hour_and_what_was_not_said_stays_unknown() -> None:
    assert hour_of() == AdHour(
        advertiser_id="13566563",
        begin_at=TODAY + 9 * HOUR,
        cost_fen=107_863,
        ad_impressions=30_821,
        impressions=61_642,
        watched_s=71.5,
        orders=3,
        gmv_fen=1_234,
        paid_fen=346_154,
        completion=1.02,
    )
    assert hour_of(cost_total=0).cost_fen == 0


@pytest.mark.parametrize(
    "said",
    [
        *("2026-01-15 09", "2026-01-15 9", "2026-01-15 09:00", "2026-01-15 09:00:00", "2026-01-15T09:00"),
        *("2026-01-15 09:00-09:59", "2026-01-15 09~10", "2026/01/15 09点", "2026011509", 2026011509),
    ],
)
def test_an_hour_is_read_however_it_is_written(said: str | int) -> None:
    assert to_hour(said) == TODAY + 9 * HOUR


@pytest.mark.parametrize("said", ["2026-01-15", "20260115", "", None, "09:00", "2026-13-15 09", "2026-01-15 24", NOW])
def test_what_names_no_hour_is_none(said: str | int | None) -> None:
    with pytest.raises(ValueError, match="report_date_str"):
        to_hour(said)


@pytest.mark.parametrize("wrong", ["many", "nan", "1E+999999", "1e20", "-1e15"])
def test_what_is_no_number_is_no_figure(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"\$\.cost_total") as caught:
        hour_of(cost_total=wrong)
    assert wrong not in str(caught.value)


def test_half_an_order_is_none() -> None:
    with pytest.raises(ValueError, match=r"whole number - at `\$\.t0_order_cnt`"):
        hour_of(t0_order_cnt=2.5)


TABLE = [
    (401001, "advertiser_id或agent_id格式错误", Refused, "401001"),
    (402003, "access token为空", SignInNeeded, "402003"),
    (402005, "whatever", SignInNeeded, "402005"),
    (77, "Invalid Access Token", SignInNeeded, "402005"),
    (78, "请求过于频繁，请稍后再试", Busy, "too_fast"),
    (78, "token QPS limit", Busy, "too_fast"),
    (79, "应用没有该接口的权限", Refused, "scope"),
    (80, "时间范围错误", Refused, "80"),
    (81, None, Refused, "81"),
]


@pytest.mark.parametrize(("number", "text", "kind", "code"), TABLE)
def test_refusals_of_a_call(number: int, text: str | None, kind: type[Trouble], code: str) -> None:
    trouble = trouble_of(wire.Envelope(code=number, message=text, request_id="r9"), wait_s=3)
    assert (type(trouble), trouble.code, trouble.trace_id) == (kind, f"kuaishou_ads.{code}", "r9")
    assert (trouble.wait_s, trouble.sent) == ((3, False) if kind is Busy else (None, True))


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("auth_code无效或已过期", SignInNeeded, "code"),
        ("refresh_token无效", SignInNeeded, "grant"),
        ("app_id或secret错误", Refused, "keys"),
        ("操作频繁", Busy, "too_fast"),
        ("system error", Refused, "5"),
    ],
)
def test_refusals_of_a_sign_in(text: str, kind: type[Trouble], code: str) -> None:
    trouble = sign_in_trouble_of(wire.Envelope(code=5, message=text))
    assert (type(trouble), trouble.code) == (kind, f"kuaishou_ads.{code}")


def test_trouble_speaks_of_the_ads_account_in_both_languages() -> None:
    trouble = trouble_of(wire.Envelope(code=80, message="时间范围错误"))
    assert words_for(trouble, "zh_CN").text == "磁力金牛没有接受这次请求（kuaishou_ads.80）：时间范围错误"
    assert words_for(Unreadable("wire.not_json", platform="kuaishou_ads"), "en").text.startswith(
        "The answer of Kuaishou ads is torn"
    )


async def test_it_asks_for_whole_shop_days_by_hour(ads: Ads) -> None:
    assert isinstance(ads.gateway, SupportsAds)
    asked: list[dict[str, Any]] = []

    def page(body: dict[str, Any]) -> Answer:
        asked.append(body)
        return ok({"detail": [ROW], "total_count": 1})

    ads.page = page
    told = await ads.gateway.ad_hours(Window(begin_at=TODAY - 1, end_at=TODAY + 1), None)
    assert ([row.begin_at for row in told.rows], told.bad, told.cursor, told.total) == ([TODAY + 9 * HOUR], [], None, 1)
    [body] = asked
    assert body["advertiser_id"] == 13566563
    assert (body["start_time"], body["end_time"]) == (TODAY - DAY, TODAY + DAY - SECOND)
    assert (body["group_type"], body["query_version"]) == (2, 3)
    assert body["page_info"] == {"current_page": 1, "page_size": 50, "total_count": 0}
    assert {"cost_total", "paied_order", "report_date_str"} <= set(body["select_columns"])
    await ads.gateway.ad_hours(Window(begin_at=TODAY, end_at=TODAY + DAY), None)
    assert (asked[1]["start_time"], asked[1]["end_time"]) == (TODAY, TODAY + DAY - SECOND)


def test_no_window_reaches_past_the_seven_days_of_hourly_rows() -> None:
    rule = AdsGateway.ad_windows
    for now in (TODAY, TODAY + MINUTE, NOW, TODAY + DAY - 1):
        assert day_start(now - rule.reach_ms) >= day_start(now) - 6 * DAY
    assert (rule.span_ms, rule.lag_ms, rule.overlap_ms) == (DAY, 10 * MINUTE, DAY)


async def test_pages_go_on_until_the_count_is_seen_or_a_page_is_empty(ads: Ads) -> None:
    ads.page = lambda body: ok({"detail": [ROW] * 50, "total_count": 125})
    cursors: list[str | None] = [None]
    for _ in range(3):
        cursors.append((await ads.gateway.ad_hours(WINDOW, cursors[-1])).cursor)
    assert cursors == [None, "2", "3", None]
    ads.page = lambda body: ok({"detail": [ROW] if body["page_info"]["current_page"] == 1 else []})
    assert (await ads.gateway.ad_hours(WINDOW, None)).cursor == "2"
    assert (await ads.gateway.ad_hours(WINDOW, "2")).cursor is None
    ads.page = lambda body: ok({"detail": None, "total_count": 3})
    assert (await ads.gateway.ad_hours(WINDOW, None)).cursor is None


async def test_a_row_that_does_not_fit_is_put_aside_by_its_hour(ads: Ads) -> None:
    rows = [ROW, {**ROW, "report_date_str": "2026-01-15 10:00", "cost_total": {"nonsense": True}}, {"cost_total": 1}]
    ads.page = lambda _body: ok({"detail": rows, "total_count": 3})
    page = await ads.gateway.ad_hours(WINDOW, None)
    assert [row.begin_at for row in page.rows] == [TODAY + 9 * HOUR]
    assert page.bad[0].key == "13566563@2026-01-15 10:00"
    assert "cost_total" in page.bad[0].reason
    assert json.loads(page.bad[0].raw)["cost_total"] == {"nonsense": True}
    assert page.bad[1].key.startswith("13566563@?")


@pytest.mark.parametrize("data", [{}, None, {"sum": {}}])
async def test_an_answer_that_says_nothing_is_not_a_day_without_ads(ads: Ads, data: object) -> None:
    ads.page = lambda _body: ok(data)
    with pytest.raises(Unreadable, match=r"wire\.envelope"):
        await ads.gateway.ad_hours(WINDOW, None)


async def test_twenty_calls_with_a_stale_token_cause_one_refresh(ads: Ads) -> None:
    ads.valid = "another"
    await asyncio.gather(*(ads.gateway.ad_hours(WINDOW, None) for _ in range(20)))
    stored = ads.vault.stored
    assert (ads.refreshed, stored.access_token, stored.refresh_token) == (1, "s3cr3t-access-2", "s3cr3t-refresh-2")
    assert (stored.access_expires_at, stored.refresh_expires_at) == (NOW + DAY, NOW + 30 * DAY)


async def test_a_new_token_that_is_refused_too_needs_a_sign_in(ads: Ads) -> None:
    ads.first = [STALE] * 2
    with pytest.raises(SignInNeeded, match=r"kuaishou_ads\.402005"):
        await ads.gateway.ad_hours(WINDOW, None)
    assert (ads.refreshed, ads.channel.calls) == (1, 3)


async def test_a_dead_pair_is_asked_for_once_and_never_again(ads: Ads) -> None:
    ads.valid = "another"
    ads.refresh = lambda _body: refusal(402007, "refresh_token无效或已过期")
    for _ in range(3):
        with pytest.raises(SignInNeeded, match=r"kuaishou_ads\.grant"):
            await ads.gateway.ad_hours(WINDOW, None)
    assert ads.channel.calls == 2


async def test_passing_trouble_is_waited_out_and_a_refusal_is_not(ads: Ads) -> None:
    ads.first = [
        refusal(1, "请求过于频繁", wait_s=1.5),
        answer({"status": "ok"}),
        answer(b"<html>"),
        answer(b"[" * 9999),
    ]
    await ads.gateway.ad_hours(WINDOW, None)
    assert ads.clock.slept == [1.5, 1.0, 2.0, 4.0]
    ads.first = [refusal(401002, "select_columns参数错误")] * 2
    with pytest.raises(Refused, match=r"kuaishou_ads\.401002"):
        await ads.gateway.ad_hours(WINDOW, None)
    assert len(ads.first) == 1


async def test_an_account_without_a_number_is_not_asked_for(ads: Ads) -> None:
    ads.vault.stored.grant_id = ""
    with pytest.raises(Refused, match=r"kuaishou_ads\.401001"):
        await ads.gateway.ad_hours(WINDOW, None)
    assert ads.channel.calls == 0


async def test_the_accounts_of_a_token_whatever_their_ids_look_like(ads: Ads) -> None:
    pages = {
        1: {"details": [13566563, "13566564", None, 0, "x", 1.5, "9" * 5000], "isEnd": False},
        2: {"details": ["13566563", 7], "isEnd": True},
    }
    ads.page = lambda body: ok(pages[body["page_no"]])
    ads.valid = "another"
    assert await ads.gateway.accounts() == ("13566563", "13566564", "7")
    assert ads.refreshed == 1
    ads.page = lambda _body: ok({})
    with pytest.raises(Unreadable):
        await ads.gateway.accounts()


@pytest.mark.parametrize(
    ("told", "grant_id"),
    [({"advertiser_id": 5}, "5"), ({"advertiser_ids": ["5", 5]}, "5"), ({"advertiser_ids": [5, 6]}, ""), ({}, "")],
)
async def test_an_exchange_names_the_account_where_there_is_one(told: dict[str, Any], grant_id: str) -> None:
    pair = {"access_token": "a", "refresh_token": "r", "access_token_expires_in": 60}
    channel, clock = FakeChannel(lambda _request: ok({**pair, **told})), FakeClock()
    keys = Credentials(base_url="http://127.0.0.1:1", app_key="165800001", app_secret="s")
    signed_in = await oauth.exchange(channel, clock, keys, "c0de")
    assert (signed_in.grant_id, signed_in.access_token, signed_in.access_expires_at) == (grant_id, "a", NOW + MINUTE)
    [request] = channel.sent
    assert json.loads(request.json or b"") == {"app_id": 165800001, "secret": "s", "auth_code": "c0de"}


async def test_a_torn_pair_and_a_wrong_app_id_are_told_apart(ads: Ads) -> None:
    channel = FakeChannel(lambda _request: ok({"access_token": ""}))
    with pytest.raises(Unreadable, match="without its token"):
        await oauth.exchange(channel, ads.clock, credentials(), "c")
    keys = msgspec.structs.replace(credentials(), app_key="ks700000000000000001")
    with pytest.raises(Refused, match=r"kuaishou_ads\.keys"):
        await oauth.exchange(channel, ads.clock, keys, "c")
    assert channel.calls == 1


def test_the_page_a_person_visits() -> None:
    url = urlsplit(oauth.authorize_url(oauth.BASE_URL, "165800001", "https://shop.example/back", "s 1"))
    query = {name: values[0] for name, values in parse_qs(url.query).items()}
    assert (url.netloc, url.path) == ("developers.e.kuaishou.com", "/tools/authorize")
    assert query == {
        "app_id": "165800001",
        "scope": '["esp_report_service","esp_account_service"]',
        "redirect_uri": "https://shop.example/back",
        "state": "s 1",
        "oauth_type": "advertiser",
    }
    assert oauth.authorize_url("http://127.0.0.1:9/", "1", "x", "s").startswith("http://127.0.0.1:9/tools/authorize?")


async def test_nothing_secret_is_said(ads: Ads, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    ads.first = [refusal(9, "bad access_token=s3cr3t-access-1")] * 2
    with pytest.raises(SignInNeeded) as caught:
        await ads.gateway.ad_hours(WINDOW, None)
    said = f"{caught.value} {caught.value.detail} {ads.channel.sent!r} {ads.vault.stored!r} {caplog.text}"
    assert "s3cr3t" not in said
