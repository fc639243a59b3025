"""The gateway against the sandbox over a real socket: every row of the world, with and without trouble."""

import asyncio
import json
import subprocess
import sys
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import msgspec
import pytest
from kuaishou_samples import MemoryVault
from msgspec.structs import replace

from console.core.clock import MINUTE, SystemClock
from console.core.commands_orders import AppendParcel, NoteOrder, Sending
from console.core.errors import Refused, SignInNeeded
from console.core.gateway import Attempt, BadRow, Credentials, Window, WindowRule
from console.core.model import AfterSale, Listing, Order, OrderStatus, Platform
from console.net.channel import Channel
from console.net.pace import Pace
from console.net.tokens import TokenKeeper
from console.platforms import open_gateway
from console.platforms.kuaishou import oauth
from console.platforms.kuaishou.gateway import KuaishouGateway
from console.rules.sending import Plan, plan

START = "import sys; from console.sandbox.serve import main; sys.exit(main(sys.argv[1:]))"
Sandbox = dict[str, Any]


class HastyClock(SystemClock):
    """The machine's time, without waiting."""

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A frozen world of its own; what its one line on stdout says."""
    arguments = ["--port", "0", "--seed", "12", "--items", "230", "--orders", "700", "--frozen"]
    process = subprocess.Popen([sys.executable, "-c", START, *arguments], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


@pytest.fixture(scope="module")
def vault(sandbox: Sandbox) -> MemoryVault:
    """The pair as it stands now: the tests share it, for a refresh discards the old one."""
    return MemoryVault(Credentials(**sandbox["kuaishou"]))


@pytest.fixture
async def gateway(vault: MemoryVault) -> AsyncIterator[KuaishouGateway]:
    opened = open_gateway(
        Platform.KUAISHOU, vault=vault, key="shop", base_url=vault.stored.base_url, clock=HastyClock()
    )
    assert isinstance(opened, KuaishouGateway)
    yield opened
    await opened.aclose()


@pytest.fixture
def world(sandbox: Sandbox) -> dict[str, set[str]]:
    """The ids the lists can reach, by kind."""
    with urllib.request.urlopen(sandbox["control_url"] + "/world") as told:
        kinds = json.load(told)["kuaishou"]
    assert all(len(rows["ids"]) == rows["count"] > 0 for rows in kinds.values())
    return {kind: {str(ident) for ident in rows["ids"]} for kind, rows in kinds.items()}


@pytest.fixture
def switch(sandbox: Sandbox) -> Iterator[Callable[[str], None]]:
    """Switch a fault on; it is off again afterwards."""
    on: list[str] = []

    def post(body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        request = urllib.request.Request(sandbox["control_url"] + "/faults", data, {"content-type": "application/json"})
        with urllib.request.urlopen(request):
            pass

    def turn_on(name: str) -> None:
        on.append(name)
        post({"on": [name]})

    yield turn_on
    post({"off": on})


def windows(rule: WindowRule) -> list[Window]:
    """From as far back as the rule lets us to now, with the rule's overlap."""
    now = SystemClock().now_ms()
    begin, spans = now - rule.reach_ms + MINUTE, []
    while begin < now:
        end = min(begin + rule.span_ms, now)
        spans.append(Window(begin_at=begin, end_at=end))
        begin = end if end == now else end - rule.overlap_ms
    return spans


async def all_items(gateway: KuaishouGateway) -> tuple[dict[str, Listing], list[BadRow]]:
    """Passes over the pages until the total was seen, as a listing by page number asks for."""
    seen: dict[str, Listing] = {}
    bad: dict[str, BadRow] = {}
    for _ in range(6):
        cursor: str | None = None
        while True:
            page = await gateway.items(cursor)
            seen.update({row.item.item_id: row for row in page.rows})
            bad.update({row.key: row for row in page.bad})
            cursor = page.cursor
            if cursor is None:
                break
        if page.total is not None and len(seen.keys() | bad.keys()) >= page.total:
            break
    return seen, list(bad.values())


async def all_orders(gateway: KuaishouGateway) -> tuple[dict[str, Order], set[str]]:
    seen: dict[str, Order] = {}
    bad: set[str] = set()
    for window in windows(gateway.order_windows):
        cursor: str | None = None
        while True:
            page = await gateway.orders(window, cursor)
            seen.update({row.order_no: row for row in page.rows})
            bad |= {row.key for row in page.bad}
            cursor = page.cursor
            if cursor is None:
                break
    return seen, bad


async def all_after_sales(gateway: KuaishouGateway) -> tuple[dict[str, AfterSale], set[str]]:
    seen: dict[str, AfterSale] = {}
    bad: set[str] = set()
    for window in windows(gateway.after_sale_windows):
        cursor: str | None = None
        while True:
            page = await gateway.after_sales(window, cursor)
            seen.update({row.after_sale_no: row for row in page.rows})
            bad |= {row.key for row in page.bad}
            cursor = page.cursor
            if cursor is None:
                break
    return seen, bad


async def test_the_shop(gateway: KuaishouGateway) -> None:
    shop = await gateway.shop()
    assert shop.shop_id == f"kuaishou:{shop.platform_shop_id}"
    assert shop.name
    assert len(shop.open_id) == 32


async def test_every_row_of_the_world_is_read(gateway: KuaishouGateway, world: dict[str, set[str]]) -> None:
    items, bad = await all_items(gateway)
    assert (items.keys(), bad) == (world["items"], [])
    assert {sku.sku_id for row in items.values() for sku in row.skus or ()} == world["skus"]
    orders, bad_orders = await all_orders(gateway)
    assert (orders.keys(), bad_orders) == (world["orders"], set())
    after_sales, bad_after_sales = await all_after_sales(gateway)
    assert (after_sales.keys(), bad_after_sales) == (world["refunds"], set())


async def test_the_detail_says_what_the_list_said(gateway: KuaishouGateway) -> None:
    items, _ = await all_items(gateway)
    for listing in list(items.values())[:10]:
        assert await gateway.listing(listing.item.item_id) == listing
    orders, _ = await all_orders(gateway)
    for order in list(orders.values())[::50]:
        found = await gateway.order(order.order_no)
        assert found is not None
        # Cipher text differs from call to call, and the detail shows the newest after-sale only; it alone says where.
        assert (order.sold_in, found.sold_in is None) == (None, False)
        same = msgspec.structs.replace(found, receiver=order.receiver, refunding=order.refunding, sold_in=None)
        assert same == order
    after_sales, _ = await all_after_sales(gateway)
    for row in list(after_sales.values())[::10]:
        told = await gateway.after_sale(row.after_sale_no)
        assert told is not None
        assert told.facts is not None
        assert told.facts.version == str(row.updated_at)
        assert msgspec.structs.replace(told, facts=None) == row


async def test_what_is_not_there(gateway: KuaishouGateway) -> None:
    assert await gateway.order("1000000000000001") is None
    assert await gateway.listing("20000000000009") is None
    assert await gateway.after_sale("1000000000000001") is None


@pytest.mark.parametrize(
    "fault",
    [
        "throttle",
        "throttle_no_wait",
        "server_error",
        "cut_before",
        "cut_after",
        "token_expired",
        "wrong_envelope",
        "torn_json",
        "duplicate_rows",
        "reordered_rows",
        "clock_skew",
        "page_drift",
    ],
)
async def test_no_row_is_lost_in_trouble(
    fault: str, gateway: KuaishouGateway, world: dict[str, set[str]], switch: Callable[[str], None]
) -> None:
    switch(fault)
    items, bad = await all_items(gateway)
    assert (items.keys(), bad) == (world["items"], [])
    orders, bad_orders = await all_orders(gateway)
    assert (orders.keys(), bad_orders) == (world["orders"], set())


async def test_bad_rows_are_put_aside_by_name(
    gateway: KuaishouGateway, world: dict[str, set[str]], switch: Callable[[str], None]
) -> None:
    switch("bad_row")
    orders, bad_orders = await all_orders(gateway)
    assert bad_orders
    assert bad_orders <= world["orders"]
    assert orders.keys() | bad_orders == world["orders"]
    after_sales, bad_after_sales = await all_after_sales(gateway)
    assert after_sales.keys() | bad_after_sales == world["refunds"]


async def test_a_withdrawn_grant_is_one_named_trouble(gateway: KuaishouGateway, switch: Callable[[str], None]) -> None:
    switch("token_revoked")
    with pytest.raises(SignInNeeded, match=r"kuaishou\.24"):
        await all_orders(gateway)


async def test_twenty_calls_with_an_unknown_token_cause_one_refresh(vault: MemoryVault) -> None:
    vault.stored = msgspec.structs.replace(vault.stored, access_token="nobody gave this out")
    clock, refreshed = HastyClock(), 0
    channel = Channel(Platform.KUAISHOU, vault.stored.base_url, clock, pace=Pace(200, 50))
    refresh = oauth.refresher(channel, clock)

    async def counted(credentials: Credentials) -> Credentials:
        nonlocal refreshed
        refreshed += 1
        return await refresh(credentials)

    gateway = KuaishouGateway(channel, TokenKeeper(vault, "shop", clock, counted), clock)
    shops = await asyncio.gather(*(gateway.shop() for _ in range(20)))
    await gateway.aclose()
    assert (len(set(shops)), refreshed) == (1, 1)
    assert vault.stored.access_expires_at is not None


async def test_wrong_secrets_are_refused_in_words(vault: MemoryVault) -> None:
    wrong = MemoryVault(msgspec.structs.replace(vault.stored, sign_secret="x"))
    gateway = open_gateway(
        Platform.KUAISHOU, vault=wrong, key="shop", base_url=vault.stored.base_url, clock=HastyClock()
    )
    with pytest.raises(Refused) as caught:
        await gateway.shop()
    await gateway.aclose()
    assert (caught.value.code, caught.value.detail) == ("kuaishou.27", "签名校验失败")


async def test_a_clock_an_hour_off_works_all_the_same(vault: MemoryVault) -> None:
    slow = HastyClock(-60 * MINUTE)
    gateway = open_gateway(Platform.KUAISHOU, vault=vault, key="shop", base_url=vault.stored.base_url, clock=slow)
    assert (await gateway.shop()).name
    await gateway.aclose()


async def test_the_category_tree_comes_whole(gateway: KuaishouGateway) -> None:
    tree = await gateway.categories()
    by_id = {one.category_id: one for one in tree}
    assert len(by_id) == len(tree) > 100
    leaf = by_id["1012"]
    assert (leaf.path, leaf.is_leaf, leaf.is_open) == ("服饰/鞋靴/箱包 > 箱包 > 功能箱包/双肩包", True, True)
    assert by_id[leaf.parent_id].path == "服饰/鞋靴/箱包 > 箱包"
    parents = {one.parent_id for one in tree}
    assert all(one.is_leaf == (one.category_id not in parents) for one in tree)
    assert all(one.parent_id == "" or one.parent_id in by_id for one in tree)


async def test_what_a_category_asks_and_what_an_item_says(gateway: KuaishouGateway) -> None:
    tree = await gateway.categories()
    food = next(one for one in tree if one.is_leaf and "食品" in one.path.split(" > ")[0])
    facts = await gateway.category_facts(food.category_id)
    assert {one.name for one in facts.attributes if one.required} == {"生产许可证编号", "保质期（天）"}
    assert [(one.name, one.required) for one in facts.papers] == [("食品生产许可证", False)]
    page = await gateway.items(None)
    item = page.rows[0].item
    told = await gateway.item_facts(item.item_id)
    assert told is not None
    assert (told.item_id, told.category_id) == (item.item_id, item.category_id)
    assert told.image_urls[0] == item.image_url
    filled = [found.filled for row in page.rows[:20] if (found := await gateway.item_facts(row.item.item_id))]
    assert any(filled)
    assert all(name and value for one in filled for name, value in one.items())
    assert await gateway.item_facts("1") is None


async def test_a_category_that_is_no_leaf_is_refused(gateway: KuaishouGateway) -> None:
    with pytest.raises(Refused):
        await gateway.category_facts("1001")


async def test_the_room_is_counted_by_a_signed_call(gateway: KuaishouGateway) -> None:
    asked = gateway.calls
    people = await gateway.room_viewers()
    assert people is not None
    assert people >= 0
    assert gateway.calls == asked + 1


async def test_a_note_is_kept_beside_the_former_and_its_flag_is_what_was_asked(
    gateway: KuaishouGateway, world: dict[str, set[str]]
) -> None:
    number = sorted(world["orders"])[3]
    before = await gateway.order(number)
    assert before is not None
    words = NoteOrder(
        shop_id="kuaishou:1",
        order_no=number,
        note="换厚一点的箱子",
        flag="red",
        seen=before.seller_note,
        seen_flag=before.flag,
    )
    assert not words.is_satisfied_by(before)
    assert words.is_untouched_by(before)
    await gateway.execute(words, Attempt(call_id="1"))
    after = await gateway.order(number)
    assert after is not None
    assert (after.seller_note, after.flag) == ("换厚一点的箱子", "red")
    assert words.is_satisfied_by(after)
    assert not words.is_untouched_by(after)
    more = NoteOrder(shop_id="kuaishou:1", order_no=number, note="已打电话", seen=after.seller_note, seen_flag="red")
    await gateway.execute(more, Attempt(call_id="2"))
    last = await gateway.order(number)
    assert last is not None
    assert (last.seller_note, last.flag) == ("已打电话", "red"), "a note without a flag leaves the one there is"
    flag = NoteOrder(shop_id="kuaishou:1", order_no=number, flag="blue", seen=last.seller_note, seen_flag="red")
    await gateway.execute(flag, Attempt(call_id="3"))
    only = await gateway.order(number)
    assert only is not None
    assert (only.seller_note, only.flag) == ("已打电话", "blue")


async def test_a_parcel_follows_an_order_of_which_all_has_left_and_no_other(
    gateway: KuaishouGateway, world: dict[str, set[str]]
) -> None:
    found = [await gateway.order(number) for number in sorted(world["orders"], reverse=True)[:160]]
    shipped = next(one for one in found if one is not None and one.terms.appends and not one.refunding)
    seen = tuple(parcel.waybill_no for parcel in shipped.parcels)
    box = Sending(waybill_no="73000000009991", carrier_code="9", carrier_name="中通快递")
    more = AppendParcel(shop_id="kuaishou:1", order_no=shipped.order_no, parcel=box, seen=seen)
    assert plan(more, shipped) == Plan()
    await gateway.execute(more, Attempt(call_id="1"))
    after = await gateway.order(shipped.order_no)
    assert after is not None
    assert [parcel.waybill_no for parcel in after.parcels] == [*seen, "73000000009991"]
    assert plan(more, after) is None, "it is so already: nothing is sent twice"
    waiting = next(one for one in found if one is not None and one.status is OrderStatus.TO_SHIP)
    with pytest.raises(Refused, match=r"ship\.no_append"):
        plan(replace(more, order_no=waiting.order_no), waiting)
    with pytest.raises(Refused, match=r"ship\.hold_flagged"):
        plan(replace(more, parcel=replace(box, waybill_no="73000000009992")), replace(after, refunding=True))
    with pytest.raises(Refused, match=r"outbox\.moved"):
        plan(replace(more, parcel=replace(box, waybill_no="73000000009992")), after)
