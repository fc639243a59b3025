"""The authorize page and the token endpoints: lives, single use, rotation, inherited expiry, documented refusals."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from ks_shop import APP_KEY, APP_SECRET, KsShop

APP = {"app_id": APP_KEY, "app_secret": APP_SECRET}
PAGE = {"app_id": APP_KEY, "redirect_uri": "https://shop.example/callback", "response_type": "code", "state": "a b&c"}


@pytest.fixture
def shop() -> KsShop:
    return KsShop(5, 20)


async def _code(shop: KsShop, **changes: str) -> str:
    response = await shop.http.post("/oauth/authorize", params=PAGE | changes, data={"approve": "1"})
    assert response.status_code == 302
    query = parse_qs(urlsplit(response.headers["location"]).query)
    assert query["state"] == ["a b&c"]
    return query["code"][0]


async def _exchange(shop: KsShop, code: str) -> dict[str, Any]:
    response = await shop.http.get("/oauth2/access_token", params={**APP, "grant_type": "code", "code": code})
    body: dict[str, Any] = response.json()
    return body


async def _refresh(shop: KsShop, token: str, **changes: str) -> dict[str, Any]:
    form = {**APP, "grant_type": "refresh_token", "refresh_token": token, **changes}
    body: dict[str, Any] = (await shop.http.post("/oauth2/refresh_token", data=form)).json()
    return body


async def test_the_page_asks_before_it_gives(shop: KsShop) -> None:
    page = await shop.http.get("/oauth/authorize", params=PAGE)
    assert page.status_code == 200
    assert "同意授权" in page.text
    assert shop.world.shop_name in page.text
    given = await shop.http.get("/oauth/authorize", params=PAGE | {"approve": "1"})
    assert given.status_code == 302
    assert given.headers["location"].startswith("https://shop.example/callback?code=")


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"app_id": "ks1"}, "Invalid url"),
        ({"redirect_uri": "http://elsewhere.example/"}, "Invalid url"),
        ({"redirect_uri": ""}, "Invalid url"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "merchant_item,merchant_moon"}, "invalid_scope"),
    ],
)
async def test_the_page_refuses(shop: KsShop, change: dict[str, str], text: str) -> None:
    page = await shop.http.get("/oauth/authorize", params=PAGE | change | {"approve": "1"})
    assert page.status_code == 200
    assert text in page.text


async def test_the_page_of_the_other_platform_is_not_taken(shop: KsShop) -> None:
    assert (await shop.http.get("/oauth/authorize", params={"client_id": "x"})).status_code == 404


async def test_a_code_works_once_within_two_minutes(shop: KsShop) -> None:
    code = await _code(shop, scope="merchant_item,merchant_order")
    pair = await _exchange(shop, code)
    assert pair["result"] == 1
    assert pair["expires_in"] == 172_800
    assert pair["refresh_token_expires_in"] == 15_552_000
    assert pair["open_id"] == shop.world.ks_open_id
    assert pair["scopes"] == ["merchant_item", "merchant_order", "user_base", "user_info"]
    assert pair["access_token"].startswith("ChFvYXV0aC5hY2Nlc3NUb2tlbh")
    assert 150 <= len(pair["access_token"]) <= 250
    again = await _exchange(shop, code)
    assert (again["result"], again["error"]) == (100200105, "invalid_grant")
    late = await _code(shop)
    shop.ctx.clock.advance(121)
    assert (await _exchange(shop, late))["result"] == 100200105


async def test_a_token_never_gains_scopes(shop: KsShop) -> None:
    pair = await _exchange(shop, await _code(shop, scope="merchant_item"))
    shop.token = pair["access_token"]
    assert (await shop.call("open.item.category"))["result"] == 1
    assert await shop.refused("open.seller.order.close", orderId=1) == (25, "token中无scope权限")
    shop.token = (await _refresh(shop, pair["refresh_token"]))["access_token"]
    assert (await shop.call("open.seller.order.close", orderId=1))["result"] == 25


async def test_refreshing_rotates_and_inherits_the_expiry(shop: KsShop) -> None:
    shop.ctx.clock.advance(86_400)
    first = await _refresh(shop, shop.refresh_token)
    assert first["result"] == 1
    assert first["refresh_token"] != shop.refresh_token
    assert first["refresh_token_expires_in"] == 15_552_000 - 86_400
    assert await _refresh(shop, shop.refresh_token) == {
        "result": 100200102,
        "error": "access_denied",
        "error_msg": "refreshToken.discarded",
    }
    assert (await shop.call("open.shop.info.get"))["result"] == 1  # the old access token lives on
    shop.token = first["access_token"]
    assert (await shop.call("open.shop.info.get"))["result"] == 1
    shop.ctx.clock.advance(179 * 86_400 + 1)
    end = await _refresh(shop, first["refresh_token"])
    assert end["error_msg"] == "invalid refresh_token"


@pytest.mark.parametrize("verb", ["GET", "POST"])
async def test_sdks_refresh_by_either_verb_and_place(shop: KsShop, verb: str) -> None:
    fields = {**APP, "grant_type": "refresh_token", "refresh_token": shop.refresh_token}
    response = await shop.http.request(verb, "/oauth2/refresh_token", params=fields)
    assert response.json()["result"] == 1


async def test_the_exchange_may_be_posted(shop: KsShop) -> None:
    form = {**APP, "grant_type": "code", "code": await _code(shop)}
    assert (await shop.http.post("/oauth2/access_token", data=form)).json()["result"] == 1


@pytest.mark.parametrize(
    ("change", "result"),
    [
        ({"app_secret": "wrong"}, 100200101),
        ({"app_id": ""}, 100200100),
        ({"refresh_token": ""}, 100200100),
        ({"refresh_token": "ChJnever"}, 100200102),
        ({"grant_type": "authorization_code"}, 100200104),
    ],
)
async def test_refreshing_is_refused(shop: KsShop, change: dict[str, str], result: int) -> None:
    assert (await _refresh(shop, shop.refresh_token, **change))["result"] == result
    assert (await _refresh(shop, shop.refresh_token))["result"] == 1  # nothing was used up


async def test_a_token_of_the_application_alone_opens_few_doors(shop: KsShop) -> None:
    answer = await shop.http.get("/oauth2/access_token", params={**APP, "grant_type": "client_credentials"})
    body = answer.json()
    assert body["token_type"]
    assert "refresh_token" not in body
    shop.token = body["access_token"]
    assert (await shop.call("open.item.category"))["result"] == 1
    assert await shop.refused("open.shop.info.get") == (26, "主账号不存在")


async def test_a_withheld_scope_is_not_granted_and_old_tokens_stay_as_they_are(shop: KsShop) -> None:
    shop.ctx.withheld.add("merchant_refund")
    pair = await _exchange(shop, await _code(shop))
    assert "merchant_refund" not in pair["scopes"]
    assert "merchant_order" in pair["scopes"]
    asked = "open.refund.reject.reason"
    assert (await shop.send(shop.fields(asked, {"refundId": 1}, access_token=pair["access_token"])))["result"] == 25
    assert (await shop.send(shop.fields(asked, {"refundId": 1})))["result"] != 25
