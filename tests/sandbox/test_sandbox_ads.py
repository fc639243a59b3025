"""The ads platform's own play: order of refusals, rotation, windows, pages, figures that follow from the orders."""

import json
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from starlette.applications import Starlette

from console.sandbox.ads import routes, self_description
from console.sandbox.ads.spend import LAG, by_hour
from console.sandbox.ads.tokens import SCOPES
from console.sandbox.clock import DAY, HOUR, MINUTE, Clock, parse_instant
from console.sandbox.context import AppKeys, Context, Frozen
from console.sandbox.faults import Faults
from console.sandbox.hours import midnight
from console.sandbox.world import build

AT = parse_instant("2026-01-22 21:10:00")
TODAY = midnight(AT)
BASE = "http://127.0.0.1:8000"
ROOT = "/rest/openapi/"
BACK = "https://shop.example/back?x=1"


class StoppedClock(Clock):
    """Shows AT until it is moved."""

    def now_ms(self) -> int:
        return AT + self.offset_ms


class AdsShop:
    """World, context, an in-process client, and the platform's habits as methods."""

    def __init__(self, *, strict: bool = False) -> None:
        self.ctx = Context(
            world=build(7, 40, 2_000, AT),
            clock=StoppedClock(),
            faults=Faults(),
            living=Frozen(),
            kuaishou=AppKeys("k", "k"),
            youzan=AppKeys("y", "y"),
            strict=strict,
            base_url=BASE,
        )
        self.line = self_description(self.ctx)
        self.keys = {"app_id": int(self.line["app_id"]), "secret": self.line["secret"]}
        self.token = self.line["access_token"]
        self.http = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=Starlette(routes=routes(self.ctx))), base_url=BASE
        )

    async def send(self, path: str, body: Any, token: str | None = None) -> dict[str, Any]:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {} if token is None else {"Access-Token": token}
        response = await self.http.post(ROOT + path, content=content, headers=headers)
        assert response.status_code == 200
        told: dict[str, Any] = response.json()
        return told

    async def sign_in(self, path: str, **body: Any) -> dict[str, Any]:
        return await self.send(f"oauth2/authorize/{path}", {**self.keys, **body})

    def asked(self, **changes: Any) -> dict[str, Any]:
        return {
            "advertiser_id": int(self.line["advertiser_id"]),
            "start_time": TODAY,
            "end_time": TODAY + DAY - 1000,
            "select_columns": ["report_date_str", "cost_total", "t0_gmv", "t0_order_cnt", "play_end_ratio"],
            "group_type": 2,
            "query_version": 3,
            "page_info": {"current_page": 1, "page_size": 50, "total_count": 0},
            **changes,
        }

    async def report(self, **changes: Any) -> dict[str, Any]:
        return await self.send("gw/esp/report/accountReport", self.asked(**changes), self.token)

    async def code(self, **changes: str) -> str:
        query = {
            "app_id": self.line["app_id"],
            "scope": '["esp_report_service"]',
            "redirect_uri": BACK,
            "state": "a b&c",
            "oauth_type": "advertiser",
            **changes,
        }
        answer = await self.http.post("/tools/authorize", params=query, data={"approve": "1"})
        assert answer.status_code == 302, answer.text
        told = parse_qs(urlsplit(answer.headers["location"]).query)
        assert (told["x"], told["state"]) == (["1"], ["a b&c"])
        return told["auth_code"][0]


@pytest.fixture
def shop() -> AdsShop:
    return AdsShop()


async def test_the_page_asks_before_it_gives(shop: AdsShop) -> None:
    query = {"app_id": shop.line["app_id"], "scope": json.dumps(SCOPES), "redirect_uri": BACK, "oauth_type": "agent"}
    page = await shop.http.get("/tools/authorize", params=query)
    assert "同意授权" in page.text
    assert shop.line["advertiser_id"] in page.text
    for wrong in ({"app_id": "1"}, {"scope": "esp_report_service"}, {"scope": '["moon"]'}, {"oauth_type": "x"}):
        refused = await shop.http.post("/tools/authorize", params={**query, **wrong}, data={"approve": "1"})
        assert (refused.status_code, refused.text) == (200, "参数错误")
    refused = await shop.http.post("/tools/authorize", params={**query, "redirect_uri": "http://elsewhere.example/"})
    assert refused.text == "参数错误"


async def test_a_code_works_once_and_for_ten_minutes(shop: AdsShop) -> None:
    code = await shop.code()
    told = (await shop.sign_in("access_token", auth_code=code))["data"]
    assert (told["access_token_expires_in"], told["refresh_token_expires_in"]) == (86_400, 2_592_000)
    assert (await shop.sign_in("access_token", auth_code=code))["code"] == 402006
    late = await shop.code()
    shop.ctx.clock.advance(600)
    assert (await shop.sign_in("access_token", auth_code=late))["code"] == 402006


async def test_a_refresh_kills_the_old_pair_whole(shop: AdsShop) -> None:
    old = shop.line["refresh_token"]
    told = await shop.sign_in("refresh_token", refresh_token=old)
    assert (told["code"], told["message"]) == (0, "OK")
    assert (await shop.report())["code"] == 402005
    assert (await shop.sign_in("refresh_token", refresh_token=old))["code"] == 402007
    shop.token = told["data"]["access_token"]
    assert (await shop.report())["code"] == 0
    shop.ctx.clock.advance(86_401)
    assert (await shop.report())["code"] == 402005
    shop.ctx.clock.advance(30 * 86_400)
    assert (await shop.sign_in("refresh_token", refresh_token=told["data"]["refresh_token"]))["code"] == 402007


async def test_wrong_keys_and_the_list_of_accounts(shop: AdsShop) -> None:
    told = await shop.sign_in("approval/list", access_token=shop.token, page_no=1, page_size=200)
    assert told["data"] == {"details": [int(shop.line["advertiser_id"])], "isEnd": True}
    assert (await shop.sign_in("approval/list", access_token="x", page_no=1, page_size=200))["code"] == 402005
    assert (await shop.sign_in("approval/list", access_token=shop.token, page_no=1, page_size=201))["code"] == 401002
    for wrong in ({"secret": "x"}, {"app_id": 5}):
        body = {**shop.keys, "refresh_token": shop.line["refresh_token"], **wrong}
        assert (await shop.send("oauth2/authorize/refresh_token", body))["code"] == 402001


async def test_refusals_come_in_the_recorded_order_and_form(shop: AdsShop) -> None:
    path = "gw/esp/report/accountReport"
    told = await shop.send(path, {"advertiser_id": "x"})
    told.pop("request_id")
    assert told == {"code": 401001, "data": {}, "message": "advertiser_id或agent_id格式错误", "status": 200}
    told = await shop.send(path, shop.asked())
    told.pop("request_id")
    assert told == {"code": 402003, "data": {}, "message": "access token为空", "status": 200}
    assert (await shop.send(path, shop.asked(), "x"))["code"] == 402005
    assert (await shop.report(advertiser_id=5))["code"] == 402011
    code = await shop.code(scope='["esp_fund_service"]')
    shop.token = (await shop.sign_in("access_token", auth_code=code))["data"]["access_token"]
    assert (await shop.report())["code"] == 402010


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"[" * 100_000, b" " * (1 << 20) + b"{}"])
async def test_nonsense_is_refused_and_not_stumbled_over(shop: AdsShop, content: bytes) -> None:
    told = await shop.send("gw/esp/report/accountReport", content, shop.token)
    assert told["code"] == 401002


@pytest.mark.parametrize(
    "wrong",
    [
        {"start_time": None},
        {"end_time": TODAY - 1},
        {"start_time": TODAY - 7 * DAY},
        {"select_columns": []},
        {"select_columns": "cost_total"},
        {"group_type": 4},
        {"query_version": 0},
        {"page_info": None},
        {"page_info": {"current_page": 0, "page_size": 50}},
        {"page_info": {"current_page": 1, "page_size": 201}},
        {"select_param": {}},
        {"start_time": True},
    ],
)
async def test_a_field_out_of_its_bounds(shop: AdsShop, wrong: dict[str, Any]) -> None:
    assert (await shop.report(**wrong))["code"] == 401002


async def test_strict_mode_wants_known_columns_and_every_field() -> None:
    shop = AdsShop(strict=True)
    assert (await shop.report())["code"] == 0
    assert (await shop.report(select_columns=["charge"]))["code"] == 401002
    assert (await shop.report(page_info={"current_page": 1, "page_size": 50}))["code"] == 401002
    assert "charge" not in (await AdsShop().report(select_columns=["charge"]))["data"]["detail"][0]


async def test_hours_are_kept_for_seven_days_and_days_for_longer(shop: AdsShop) -> None:
    week = {"start_time": TODAY - 6 * DAY, "end_time": TODAY + DAY - 1000}
    hourly = (await shop.report(**week, page_info={"current_page": 1, "page_size": 200}))["data"]
    daily = (await shop.report(**week, group_type=1))["data"]
    whole = (await shop.report(**week, group_type=3))["data"]
    assert (daily["total_count"], whole["total_count"], len(hourly["detail"])) == (7, 1, hourly["total_count"])
    for column in ("cost_total", "t0_gmv", "t0_order_cnt"):
        sums = [sum(row[column] for row in told["detail"]) for told in (hourly, daily, whole)]
        assert sums == pytest.approx([hourly["sum"][column]] * 3)
    older = {"start_time": TODAY - 7 * DAY, "end_time": TODAY - 1000}
    assert (await shop.report(**older))["code"] == 401003
    assert (await shop.report(**older, group_type=1))["data"]["total_count"] == 7


async def test_pages_hold_every_hour_once_and_end(shop: AdsShop) -> None:
    every = [row["report_date_str"] for row in (await shop.report())["data"]["detail"]]
    paged: list[str] = []
    for number in range(1, 30):
        told = (await shop.report(page_info={"current_page": number, "page_size": 3}))["data"]
        assert told["total_count"] == len(every)
        paged += [row["report_date_str"] for row in told["detail"]]
    assert paged == every == sorted(every)


async def test_an_objective_leaves_the_others_out(shop: AdsShop) -> None:
    counts = [
        (await shop.report(select_param={"marketing_objective": kind}))["data"]["sum"]["t0_order_cnt"]
        for kind in (1, 2, 3, 4)
    ]
    every = (await shop.report())["data"]["sum"]["t0_order_cnt"]
    assert counts[0] == counts[3] == 0
    assert counts[1] > 0
    assert counts[1] + counts[2] == every


def test_the_last_hour_is_partial_and_only_ever_revised_upward(shop: AdsShop) -> None:
    hour = AT - AT % HOUR
    known: list[tuple[int, ...]] = []
    for now in range(hour, hour + 3 * HOUR, 10 * MINUTE):
        told = by_hour(shop.ctx.world, TODAY, TODAY + DAY - 1, now)
        assert all(at <= now - LAG for at in told)
        if hour in told:
            row = told[hour]
            known.append((row.cost, row.submitted, row.orders, row.gmv, row.live_views))
    assert known[0][0] > 0
    assert known[0][0] < known[-1][0]
    assert all(a <= b for earlier, later in pairwise(known) for a, b in zip(earlier, later, strict=True))


def test_the_same_world_has_the_same_ads_and_keys() -> None:
    one, two = AdsShop(), AdsShop()
    assert by_hour(one.ctx.world, TODAY, AT, AT) == by_hour(two.ctx.world, TODAY, AT, AT)
    same = ("base_url", "app_id", "secret", "advertiser_id")
    assert [one.line[name] for name in same] == [two.line[name] for name in same]


async def test_a_revoked_call_is_followed_by_a_refused_refresh(shop: AdsShop) -> None:
    shop.ctx.faults.turn(["token_revoked"], times=1)
    assert (await shop.report())["code"] == 402005
    assert (await shop.sign_in("refresh_token", refresh_token=shop.line["refresh_token"]))["code"] == 402007
    assert (await shop.report())["code"] == 0, "the fault is over, the pair was never really gone"
