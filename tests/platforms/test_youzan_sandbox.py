"""The gateway against the sandbox over a real socket: every row of the world, with and without trouble."""

import asyncio
import json
import subprocess
import sys
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import msgspec
import pytest
from youzan_samples import HeldVault

from console.core.clock import SystemClock
from console.core.commands_orders import NoteOrder
from console.core.errors import Refused, SignInNeeded
from console.core.gateway import Attempt, Credentials, Page, Window
from console.core.model import OrderStatus, Platform
from console.net.channel import Channel
from console.net.pace import Pace
from console.net.tokens import TokenKeeper
from console.platforms import open_gateway
from console.platforms.youzan import oauth
from console.platforms.youzan.gateway import WINDOWS, YouzanGateway

START = "import sys; from console.sandbox.serve import main; sys.exit(main(sys.argv[1:]))"
Sandbox = dict[str, Any]


class HastyClock(SystemClock):
    """The machine's time, without waiting."""

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A frozen world of its own; what its one line on stdout says."""
    arguments = ["--port", "0", "--seed", "11", "--items", "130", "--orders", "600", "--frozen"]
    process = subprocess.Popen([sys.executable, "-c", START, *arguments], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


@pytest.fixture
def vault(sandbox: Sandbox) -> HeldVault:
    """The pair as it stands now: asking silently gives the living token."""
    keys = sandbox["youzan"]
    body = {"authorize_type": "silent", "grant_id": keys["kdt_id"], "refresh": True}
    body |= {name: keys[name] for name in ("client_id", "client_secret")}
    granted = _post(keys["base_url"] + "/auth/token", body)["data"]
    return HeldVault(
        Credentials(
            base_url=keys["base_url"],
            app_key=keys["client_id"],
            app_secret=keys["client_secret"],
            grant_id=keys["kdt_id"],
            access_token=granted["access_token"],
            refresh_token=granted["refresh_token"],
            access_expires_at=granted["expires"],
        )
    )


@pytest.fixture
async def gateway(vault: HeldVault) -> AsyncIterator[YouzanGateway]:
    """Put together as the console does, at a faster pace."""
    clock = HastyClock()
    channel = Channel(Platform.YOUZAN, vault.held.base_url, clock, pace=Pace(1000, 100))
    opened = YouzanGateway(channel, TokenKeeper(vault, "shop", clock, oauth.refresher(channel, clock)), clock)
    yield opened
    await opened.aclose()


@pytest.fixture
def world(sandbox: Sandbox) -> dict[str, set[str]]:
    """The ids the lists can reach, by kind."""
    with urllib.request.urlopen(sandbox["control_url"] + "/world") as answer:
        told = json.load(answer)["youzan"]
    return {kind: set(rows["ids"]) for kind, rows in told.items()}


@pytest.fixture
def faults(sandbox: Sandbox) -> Iterator[Callable[[str], None]]:
    """Switch a fault on; it is off again afterwards."""
    switched: list[str] = []

    def switch(name: str) -> None:
        switched.append(name)
        _post(sandbox["control_url"] + "/faults", {"on": [name]})

    yield switch
    _post(sandbox["control_url"] + "/faults", {"off": switched})


def _post(address: str, body: object) -> Any:
    request = urllib.request.Request(address, json.dumps(body).encode(), {"content-type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


async def _windowed(ask: Callable[[Window, str | None], Awaitable[Page[Any]]]) -> list[Page[Any]]:
    """All pages of all windows, as far back as the rule allows."""
    now = SystemClock().now_ms()
    pages: list[Page[Any]] = []
    begin = now - WINDOWS.reach_ms
    while begin < now:
        window = Window(begin_at=begin, end_at=min(begin + WINDOWS.span_ms, now))
        cursor: str | None = None
        while True:
            pages.append(await ask(window, cursor))
            cursor = pages[-1].cursor
            if cursor is None:
                break
        begin += WINDOWS.span_ms
    return pages


async def _listed(gateway: YouzanGateway) -> list[Page[Any]]:
    pages = [await gateway.items(None)]
    while pages[-1].cursor is not None:
        pages.append(await gateway.items(pages[-1].cursor))
    return pages


def _keys(pages: list[Page[Any]], name: str) -> set[str]:
    return {getattr(row, name) for page in pages for row in page.rows} | {bad.key for page in pages for bad in page.bad}


async def test_the_shop(vault: HeldVault, sandbox: Sandbox) -> None:
    clock = SystemClock()
    gateway = open_gateway(Platform.YOUZAN, vault=vault, key="shop", base_url=vault.held.base_url, clock=clock)
    assert isinstance(gateway, YouzanGateway)
    shop = await gateway.shop()
    await gateway.aclose()
    assert shop.platform_shop_id == sandbox["youzan"]["kdt_id"]
    assert shop.name


async def test_every_item_and_sku(gateway: YouzanGateway, world: dict[str, set[str]]) -> None:
    pages = await _listed(gateway)
    items = _keys_of_items(pages)
    assert items == world["items"]
    assert pages[-1].total == len(world["items"])
    skus: set[str] = set()
    for item_id in sorted(items):
        listing = await gateway.listing(item_id)
        assert listing is not None
        skus |= {sku.sku_id for sku in listing.skus or ()}
    assert skus == world["skus"]


def _keys_of_items(pages: list[Page[Any]]) -> set[str]:
    return {row.item.item_id for page in pages for row in page.rows}


async def test_list_and_details_agree(gateway: YouzanGateway) -> None:
    row = (await gateway.items(None)).rows[0]
    new = await gateway.listing(row.item.item_id)
    gateway._detail_is_offered = False
    old = await gateway.listing(row.item.item_id)
    assert new is not None
    assert old is not None
    for item in (new.item, old.item):  # neither is documented to say when the item changed
        assert msgspec.structs.replace(item, updated_at=row.item.updated_at) == row.item
    told = [(sku.sku_id, sku.code, sku.spec, sku.price_fen, sku.stock) for sku in new.skus or ()]
    assert told == [(sku.sku_id, sku.code, sku.spec, sku.price_fen, sku.stock) for sku in old.skus or ()]
    assert all(code and price and stock is not None for _, code, _, price, stock in told)


async def test_every_trade(gateway: YouzanGateway, world: dict[str, set[str]]) -> None:
    pages = await _windowed(gateway.orders)
    assert _keys(pages, "order_no") == world["orders"]
    assert [bad for page in pages for bad in page.bad] == []
    orders = [order for page in pages for order in page.rows]
    assert all(order.amount_fen and order.lines and order.created_at for order in orders)
    assert {order.status for order in orders} > {OrderStatus.TO_SHIP, OrderStatus.SHIPPED, OrderStatus.SUCCESS}
    assert all(order.receiver.name_cipher and not order.receiver.name_masked for order in orders)
    external = [order for order in orders if order.source == "external"]
    carrying = [order for order in external if order.outer_no]
    assert 0 < len(carrying) <= 0.4 * len(external)
    assert all(len(order.outer_no) == 16 for order in carrying)


async def test_a_trade_in_the_list_and_alone_is_the_same(gateway: YouzanGateway) -> None:
    pages = await _windowed(gateway.orders)
    for listed in (page.rows[0] for page in pages if page.rows):
        alone = await gateway.order(listed.order_no)
        assert alone is not None
        assert alone.whole
        of_list = {"whole": False, "told": listed.told, "parcels": ()}
        more = {"refunding": listed.refunding, "refunded_fen": listed.refunded_fen, **of_list}
        assert listed.told == (("left",) if alone.parcels else ()), "a list says of lines that they have left"
        assert msgspec.structs.replace(alone, **more) == listed
    assert await gateway.order("E00000000000000000000000") is None


async def test_every_refund(gateway: YouzanGateway, world: dict[str, set[str]]) -> None:
    pages = await _windowed(gateway.after_sales)
    assert _keys(pages, "after_sale_no") == world["refunds"]
    refund = next(refund for page in pages for refund in page.rows)
    alone = await gateway.after_sale(refund.after_sale_no)
    assert alone is not None
    assert (alone.order_no, alone.kind, alone.status) == (refund.order_no, refund.kind, refund.status)
    assert alone.line_no
    assert await gateway.after_sale("202601010000000000000000") is None


@pytest.mark.parametrize(
    "fault",
    [
        "throttle",
        "throttle_no_wait",
        "server_error",
        "cut_before",
        "cut_after",
        "token_expired",
        "token_revoked",
        "wrong_envelope",
        "torn_json",
        "bad_row",
        "duplicate_rows",
        "reordered_rows",
        "clock_skew",
    ],
)
async def test_trouble_loses_no_trade(
    fault: str, gateway: YouzanGateway, world: dict[str, set[str]], faults: Callable[[str], None]
) -> None:
    faults(fault)
    pages = await _windowed(gateway.orders)
    assert _keys(pages, "order_no") == world["orders"]
    assert bool([bad for page in pages for bad in page.bad]) is (fault == "bad_row")


async def test_page_drift_shows_in_the_total(
    gateway: YouzanGateway, world: dict[str, set[str]], faults: Callable[[str], None]
) -> None:
    faults("page_drift")
    seen: set[str] = set()
    for _ in range(7):
        pages = await _listed(gateway)
        assert pages[-1].total == len(world["items"])
        seen |= _keys_of_items(pages)
        if len(seen) == pages[-1].total:
            break
    assert seen == world["items"]


async def test_a_renewed_pair_is_in_the_vault(
    gateway: YouzanGateway, vault: HeldVault, faults: Callable[[str], None]
) -> None:
    before = vault.held
    faults("token_revoked")
    for _ in range(4):
        await gateway.shop()
    assert vault.saved == 1
    assert vault.held.access_token != before.access_token
    assert vault.held.refresh_token not in ("", before.refresh_token)


async def test_a_lost_refresh_token_does_not_sign_the_shop_out(gateway: YouzanGateway, vault: HeldVault) -> None:
    vault.held = msgspec.structs.replace(vault.held, access_token="gone", refresh_token="lost")
    assert (await gateway.shop()).name


async def test_a_wrong_secret_is_named(gateway: YouzanGateway, vault: HeldVault) -> None:
    vault.held = msgspec.structs.replace(vault.held, access_token="gone", app_secret="wrong")
    with pytest.raises(SignInNeeded) as caught:
        await gateway.shop()
    assert caught.value.code == "youzan.1000"


async def test_a_shop_that_did_not_authorise_is_named(gateway: YouzanGateway, vault: HeldVault) -> None:
    lost = {"access_token": "gone", "refresh_token": ""}
    vault.held = msgspec.structs.replace(vault.held, grant_id="999", **lost)
    with pytest.raises(SignInNeeded) as caught:
        await gateway.shop()
    assert caught.value.code == "youzan.1103"


async def test_an_app_of_the_wrong_kind_is_refused(gateway: YouzanGateway, vault: HeldVault) -> None:
    vault.held = msgspec.structs.replace(vault.held, access_token="gone", refresh_token="", app_key="tool-app")
    with pytest.raises(Refused) as caught:
        await gateway.shop()
    assert caught.value.code == "youzan.1105"


async def test_categories_come_whole_and_once(gateway: YouzanGateway) -> None:
    tree = await gateway.categories()
    by_id = {one.category_id: one for one in tree}
    assert len(by_id) == len(tree) > 10
    assert all(one.parent_id == "" or one.parent_id in by_id for one in tree)
    parents = {one.parent_id for one in tree}
    assert all(one.is_leaf == (one.category_id not in parents) for one in tree)
    assert by_id["8000017"].path == "其他 > 其他"
    assert by_id["8000017"].is_open is None, "Youzan says of no category whether it is open"


async def test_a_note_takes_the_place_of_the_one_there_was(gateway: YouzanGateway, world: dict[str, set[str]]) -> None:
    number = sorted(world["orders"])[3]
    before = await gateway.order(number)
    assert before is not None
    words = NoteOrder(shop_id="youzan:2", order_no=number, note="原备注\n已打电话", seen=before.seller_note)
    await gateway.execute(words, Attempt(call_id="1"))
    after = await gateway.order(number)
    assert after is not None
    assert after.seller_note == "原备注\n已打电话"
    assert words.is_satisfied_by(after)
    with pytest.raises(Refused, match=r"outbox\.unsupported"):
        await gateway.execute(NoteOrder(shop_id="youzan:2", order_no=number, flag="red"), Attempt(call_id="2"))
    for call, note, flag in (("3", "", "star4"), ("4", "贵重", "star2")):
        more = NoteOrder(shop_id="youzan:2", order_no=number, note=note, flag=flag, seen=after.seller_note)
        await gateway.execute(more, Attempt(call_id=call))
        starred = await gateway.order(number)
        assert starred is not None
        assert (starred.seller_note, starred.flag) == (note or after.seller_note, flag)
        assert more.is_satisfied_by(starred)
