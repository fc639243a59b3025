import json
from pathlib import Path

import httpx
import pytest
from yz_shop import AT, CLIENT_ID, Shop

from console.sandbox.youzan.tokens import tokens

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "youzan_token.json").read_text())
CASES = {case["name"]: case for case in VECTORS["cases"]}
WEEK = 7 * 24 * 3600


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
async def test_the_recorded_cases(case: dict) -> None:
    shop, request = Shop(), case["request"]
    body = dict(request.get("body", {}))
    if body.get("code") not in (None, "used"):
        body["code"] = tokens_code(shop)
    if "refresh_token" in body:
        body["refresh_token"] = shop.refresh_token
    content = request.get("raw_body", json.dumps(body))
    answer = await shop.http.post("/auth/token", headers=request["headers"], content=content)
    assert answer.status_code == 200
    told, expected = answer.json(), case["response"]
    if expected is None:
        assert told["success"]
        return
    if not expected["success"]:
        assert told == expected
        return
    assert told.keys() == expected.keys()
    assert told["data"].keys() == expected["data"].keys()
    assert told["data"]["authority_id"] == "160"
    assert told["data"]["expires"] == AT + WEEK * 1000


def tokens_code(shop: Shop) -> str:
    return tokens(shop.ctx).new_code(CLIENT_ID)


async def test_silent_gives_the_living_token_again_and_a_new_one_on_demand() -> None:
    shop = Shop()
    same = (await shop.auth(authorize_type="silent", grant_id=160))["data"]
    assert same["access_token"] == shop.token
    assert "refresh_token" not in same
    new = (await shop.auth(authorize_type="silent", grant_id="160", refresh=True))["data"]
    assert new["access_token"] != shop.token
    assert (await shop.call("shop.get", "3.0.0"))["gw_err_resp"]["err_code"] == 4203
    assert (await shop.call("shop.get", "3.0.0", token=new["access_token"]))["success"]


async def test_a_token_lives_seven_days_and_is_renewed_whatever_refresh_says() -> None:
    shop = Shop()
    shop.clock.advance(WEEK - 1)
    assert (await shop.call("shop.get", "3.0.0"))["success"]
    shop.clock.advance(1)
    assert (await shop.call("shop.get", "3.0.0"))["gw_err_resp"]["err_code"] == 4202
    new = (await shop.auth(authorize_type="silent", grant_id=160))["data"]["access_token"]
    assert (await shop.call("shop.get", "3.0.0", token=new))["success"]


async def test_a_refresh_token_works_once_and_28_days() -> None:
    shop = Shop()
    ask = {"authorize_type": "refresh_token", "refresh_token": shop.refresh_token}
    pair = (await shop.auth(**ask))["data"]
    assert (await shop.auth(**ask))["code"] == 1004
    shop.clock.advance(4 * WEEK)
    assert (await shop.auth(authorize_type="refresh_token", refresh_token=pair["refresh_token"]))["code"] == 1004


async def test_a_code_works_once_and_two_minutes() -> None:
    shop = Shop()
    code = tokens_code(shop)
    assert (await shop.auth(authorize_type="authorization_code", code=code))["success"]
    assert (await shop.auth(authorize_type="authorization_code", code=code))["code"] == 1005
    late = tokens_code(shop)
    shop.clock.advance(120)
    assert (await shop.auth(authorize_type="authorization_code", code=late))["code"] == 1005
    others = tokens_code(shop)
    told = await shop.auth(authorize_type="authorization_code", code=others, client_id="tool-app")
    assert (told["code"], told["message"]) == (1103, "授权应用不匹配")


async def asked(shop: Shop, query: str, accept: str) -> httpx.Response:
    return await shop.http.get(f"/oauth/authorize?{query}", headers={"accept": accept})


async def test_the_authorize_page_asks_in_a_browser_and_sends_a_code_back() -> None:
    shop = Shop()
    query = f"client_id={CLIENT_ID}&response_type=code&state=x%26y&redirect_uri=http://127.0.0.1:1/cb?a=1"
    page = await asked(shop, query, "text/html")
    assert page.status_code == 200
    assert "同意授权" in page.text
    back = await asked(shop, query + "&approve=1", "text/html")
    assert back.status_code == 302
    location = httpx.URL(back.headers["location"])
    assert (location.params["a"], location.params["state"]) == ("1", "x&y")
    assert (await shop.auth(authorize_type="authorization_code", code=location.params["code"]))["success"]


async def test_the_authorize_page_refuses_strangers() -> None:
    assert (await asked(Shop(), "client_id=nobody&redirect_uri=http://x/", "*/*")).status_code == 400
    assert (await asked(Shop(), f"client_id={CLIENT_ID}&redirect_uri=javascript:x", "*/*")).status_code == 400
