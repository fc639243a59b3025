"""What control tells and does."""

import zlib
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from console.sandbox.clock import Clock, parse_instant
from console.sandbox.context import AppKeys, Context, Frozen
from console.sandbox.control import reachable
from console.sandbox.faults import Faults
from console.sandbox.log import world_log
from console.sandbox.server import build_app
from console.sandbox.world import build

START = "2026-03-18T12:00:00+08:00"


@pytest.fixture
def ctx() -> Context:
    clock = Clock.at(START)
    world = build(3, items=30, orders=200, now_ms=parse_instant(START))
    return Context(world, clock, Faults(), Frozen(), AppKeys("k", "s"), AppKeys("k", "s"))


@pytest.fixture
async def control(ctx: Context) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(build_app(ctx, []))
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox/control") as client:
        yield client


async def get(client: httpx.AsyncClient, path: str) -> Any:
    answer = await client.get(path)
    assert answer.status_code == 200
    return answer.json()


async def test_world_counts_what_the_lists_can_reach(control: httpx.AsyncClient, ctx: Context) -> None:
    told = await get(control, "/world")
    assert set(told) == {"kuaishou", "youzan"}
    for side in told.values():
        assert set(side) == {"items", "skus", "orders", "refunds"}
        for rows in side.values():
            assert rows["count"] == len(rows["ids"]) == len(set(rows["ids"]))
            assert all(isinstance(each, str) for each in rows["ids"])
    assert told["kuaishou"]["orders"]["ids"] == [str(oid) for oid in ctx.world.orders]
    assert told["youzan"]["orders"]["ids"] == list(ctx.world.trades)


def test_world_leaves_out_the_deleted_the_unseen_and_the_old(ctx: Context) -> None:
    now = ctx.clock.now_ms()
    before = reachable(ctx.world, now)
    product = next(product for product in ctx.world.products if product.ks_item_id and not product.ks_deleted)
    product.ks_deleted = True
    orders = list(ctx.world.orders.values())
    orders[0].visible = now + 1
    orders[1].created = now - 91 * 86_400_000
    after = reachable(ctx.world, now)
    assert before["kuaishou"]["items"]["count"] - after["kuaishou"]["items"]["count"] == 1
    assert before["kuaishou"]["skus"]["count"] - after["kuaishou"]["skus"]["count"] == len(product.skus)
    assert before["kuaishou"]["orders"]["count"] - after["kuaishou"]["orders"]["count"] == 2


async def test_links_are_every_true_pair(control: httpx.AsyncClient, ctx: Context) -> None:
    links = (await get(control, "/links"))["links"]
    assert len(links) == sum(trade.order is not None for trade in ctx.world.trades.values())
    for order_no, trade_no in links:
        order = ctx.world.trades[trade_no].order
        assert order is not None
        assert str(order.oid) == order_no


async def test_log_lists_accepted_writes(control: httpx.AsyncClient, ctx: Context) -> None:
    assert await get(control, "/log") == []
    world_log(ctx.world, ctx.clock, "kuaishou", "open.seller.order.close", 2632611222486103, {"orderId": 1})
    (entry,) = await get(control, "/log")
    assert entry.pop("at") >= parse_instant(START)
    assert entry == {
        "platform": "kuaishou",
        "method": "open.seller.order.close",
        "object_id": "2632611222486103",
        "body": {"orderId": 1},
    }


async def test_the_clock_can_be_read_and_moved(control: httpx.AsyncClient, ctx: Context) -> None:
    before = await get(control, "/clock")
    assert before["now"].startswith("2026-03-18T12:00:")
    assert before["now"].endswith("+08:00")
    assert parse_instant(before["now"]) == before["now_ms"]
    moved = (await control.post("/clock", json={"advance_s": 86_400.5})).json()
    assert moved["now_ms"] - before["now_ms"] >= 86_400_500
    assert moved["offset_s"] == pytest.approx(before["offset_s"] + 86_400.5)
    assert ctx.clock.now_ms() >= moved["now_ms"]


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"advance_s": "9"}', '{"advance_s": true}', '{"advance_s": NaN}', '{"advance_s": 1e300}']
)
async def test_a_clock_cannot_be_moved_by_nonsense(control: httpx.AsyncClient, ctx: Context, body: str) -> None:
    offset = ctx.clock.offset_ms
    answer = await control.post("/clock", content=body)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert ctx.clock.offset_ms == offset


async def test_faults_are_switched(control: httpx.AsyncClient, ctx: Context) -> None:
    answer = await control.post("/faults", json={"on": ["slow", "throttle"], "off": [], "times": None})
    assert answer.json() == {"on": ["throttle", "slow"]}
    answer = await control.post("/faults", json={"on": ["bad_row"], "off": ["slow"], "times": 2})
    assert answer.json() == {"on": ["throttle", "bad_row"]}
    assert await get(control, "/faults") == {"on": ["throttle", "bad_row"]}
    assert ctx.faults.next("kuaishou", "bad_row")


@pytest.mark.parametrize(
    "body", [{"on": ["fire"]}, {"off": ["fire"]}, {"on": "slow"}, {"on": ["slow"], "times": -1}, {"onn": ["slow"]}]
)
async def test_faults_refuse_what_they_do_not_know(
    control: httpx.AsyncClient, ctx: Context, body: dict[str, Any]
) -> None:
    answer = await control.post("/faults", json=body)
    assert answer.status_code == 400
    assert ctx.faults.on == []


async def test_pictures_come_as_png(control: httpx.AsyncClient) -> None:
    answer = await control.get("http://sandbox/picture/1.png")
    assert answer.headers["content-type"] == "image/png"
    png = answer.content
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (800, 800)
    start = png.index(b"IDAT")
    length = int.from_bytes(png[start - 4 : start])
    assert len(zlib.decompress(png[start + 4 : start + 4 + length])) == 800 * (1 + 3 * 800)
    again = await control.get("http://sandbox/picture/1.png")
    other = await control.get("http://sandbox/picture/2.png")
    assert again.content == png != other.content
    assert (await control.get("http://sandbox/picture/99999999999.png")).status_code == 404


async def test_scopes_are_withheld_and_given_back(control: httpx.AsyncClient, ctx: Context) -> None:
    assert await get(control, "/scopes") == {"without": []}
    answer = await control.post("/scopes", json={"without": ["merchant_refund", "user"]})
    assert answer.json() == {"without": ["merchant_refund", "user"]}
    assert ctx.withheld == {"merchant_refund", "user"}
    assert (await control.post("/scopes", json={})).json() == {"without": []}


@pytest.mark.parametrize("body", ["[]", '{"without": "user"}', '{"without": [1]}', '{"with": []}', "{"])
async def test_scopes_are_not_withheld_by_nonsense(control: httpx.AsyncClient, ctx: Context, body: str) -> None:
    assert (await control.post("/scopes", content=body)).status_code == 400
    assert ctx.withheld == set()


async def test_tokens_are_withdrawn_given_grace_and_their_calls_counted(control: httpx.AsyncClient) -> None:
    assert await get(control, "/tokens") == {"calls": {}, "revoked": [], "grace_s": 0}
    for _ in range(2):
        await control.get("http://sandbox/oauth2/refresh_token")
    changed = await control.post("/tokens", json={"revoked": ["youzan"], "grace_s": 300})
    wanted = {"calls": {"/oauth2/refresh_token": 2}, "revoked": ["youzan"], "grace_s": 300}
    assert changed.json() == await get(control, "/tokens") == wanted
    assert (await control.post("/tokens", json={"revoked": []})).json() == wanted | {"revoked": []}
    wrongs: list[dict[str, Any]] = [{"revoked": ["ebay"]}, {"grace_s": -1}, {"grace_s": True}, {"revoke": []}]
    for wrong in wrongs:
        assert (await control.post("/tokens", json=wrong)).status_code == 400
