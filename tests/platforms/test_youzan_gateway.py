"""The gateway over a small shop that answers as documented."""

import copy
from typing import Any

import msgspec
import pytest
from youzan_samples import (
    CREDENTIALS,
    DETAIL,
    ITEM,
    NOW,
    REFUND,
    TRADE,
    HeldVault,
    PlayedChannel,
    StillClock,
    api_of,
    body_of,
    failure,
    gateway_error,
    success,
    trade,
)

from console.core.clock import DAY, HOUR, format_shop_time, parse_shop_time
from console.core.errors import Refused, Unreadable
from console.core.gateway import (
    Page,
    SupportsAfterSales,
    SupportsItems,
    SupportsOrders,
    Window,
)
from console.core.model import Platform
from console.net.channel import Answer, Request
from console.net.tokens import TokenKeeper
from console.platforms.youzan import oauth
from console.platforms.youzan.gateway import YouzanGateway

WINDOW = Window(begin_at=NOW - DAY, end_at=NOW - HOUR)


class SmallShop:
    """Trades, refunds and items by update time, in the documented envelopes and limits."""

    def __init__(self) -> None:
        self.trades: dict[str, int] = {}
        self.refunds: dict[str, int] = {}
        self.on_sale: dict[int, int] = {}
        self.stored: dict[int, int] = {}
        self.refused: dict[str, Answer] = {}

    def __call__(self, request: Request) -> Answer:
        api, body = api_of(request), body_of(request)
        if api in self.refused:
            return self.refused[api]
        match api:
            case "youzan.trades.sold.get/4.0.4":
                return self._trades(body)
            case "youzan.trade.refund.search/3.0.1":
                return self._refunds(body)
            case "youzan.items.onsale.get/3.0.0":
                return self._items(body, self.on_sale)
            case "youzan.items.inventory.get/3.0.0":
                return self._items(body, self.stored)
        return self._single(api, body)

    def _single(self, api: str, body: dict[str, Any]) -> Answer:
        detail = DETAIL | {"item_id": body.get("item_id")}
        known = {
            "youzan.shop.get/3.0.0": {"id": "160", "name": "沙箱小店"},
            "youzan.shop.basic.get/3.0.0": {"sid": 160, "name": "沙箱小店"},
            "youzan.trade.get/4.0.2": trade(body.get("tid", "")),
            "youzan.trade.refund.get/3.0.1": REFUND | {"refund_id": body.get("refund_id")},
            "youzan.item.detail.get/1.0.1": detail,
            "youzan.item.get/3.0.0": {"item": detail},
        }
        return success(known[api]) if api in known else gateway_error(4005, "非法的API")

    def _trades(self, body: dict[str, Any]) -> Answer:
        begin, end = parse_shop_time(body["start_update"]), parse_shop_time(body["end_update"])
        assert end > begin
        assert body["page_no"] <= 100
        page, count = _page(self.trades, begin, end, body)
        rows = [trade(tid, order_info={"update_time": format_shop_time(at)}) for tid, at in page]
        return success({"total_results": count, "full_order_info_list": rows})

    def _refunds(self, body: dict[str, Any]) -> Answer:
        assert body["page_no"] * body["page_size"] <= 3000
        page, count = _page(self.refunds, body["update_time_start"] * 1000, body["update_time_end"] * 1000, body)
        return success({"total": count, "refunds": [REFUND | {"refund_id": refund_id} for refund_id, _ in page]})

    def _items(self, body: dict[str, Any], held: dict[int, int]) -> Answer:
        assert body["page_no"] * body["page_size"] < 4000
        page, count = _page(held, body.get("update_time_start", 0), body.get("update_time_end", 10**15), body)
        return success({"count": count, "items": [ITEM | {"item_id": item_id} for item_id, _ in page]})


def _page(rows: dict[Any, int], begin: int, end: int, body: dict[str, Any]) -> tuple[list[tuple[Any, int]], int]:
    found = sorted(((key, at) for key, at in rows.items() if begin <= at <= end), key=lambda row: -row[1])
    start = (body["page_no"] - 1) * body["page_size"]
    return found[start : start + body["page_size"]], len(found)


@pytest.fixture
def small_shop() -> SmallShop:
    return SmallShop()


@pytest.fixture
def channel(small_shop: SmallShop) -> PlayedChannel:
    return PlayedChannel(small_shop)


@pytest.fixture
def gateway(channel: PlayedChannel) -> YouzanGateway:
    clock, vault = StillClock(), HeldVault(copy.copy(CREDENTIALS))
    return YouzanGateway(channel, TokenKeeper(vault, "shop", clock, oauth.refresher(channel, clock)), clock)  # type: ignore[arg-type]


async def _all_orders(gateway: YouzanGateway, window: Window = WINDOW) -> list[Page[Any]]:
    pages = [await gateway.orders(window, None)]
    while pages[-1].cursor is not None:
        pages.append(await gateway.orders(window, pages[-1].cursor))
    return pages


def _bodies(channel: PlayedChannel) -> list[dict[str, Any]]:
    return [body_of(request) for request in channel.requests]


def test_it_offers_what_it_says(gateway: YouzanGateway) -> None:
    assert isinstance(gateway, SupportsItems)
    assert isinstance(gateway, SupportsOrders)
    assert isinstance(gateway, SupportsAfterSales)
    assert gateway.platform is Platform.YOUZAN


async def test_the_shop(gateway: YouzanGateway, small_shop: SmallShop, channel: PlayedChannel) -> None:
    shop = await gateway.shop()
    assert (shop.shop_id, shop.platform_shop_id, shop.name) == ("youzan:160", "160", "沙箱小店")
    small_shop.refused["youzan.shop.get/3.0.0"] = gateway_error(4204, "无权限访问")
    assert await gateway.shop() == shop
    assert channel.asked[-1] == "youzan.shop.basic.get/3.0.0"
    assert gateway.calls == 3


async def test_trades_of_a_window(gateway: YouzanGateway, small_shop: SmallShop, channel: PlayedChannel) -> None:
    small_shop.trades = {f"E{number:03}": WINDOW.begin_at + number * 1000 for number in range(250)}
    pages = await _all_orders(gateway)
    assert [body["page_no"] for body in _bodies(channel)] == [1, 3, 2, 1]
    assert {order.order_no for page in pages for order in page.rows} == set(small_shop.trades)
    assert [page.total for page in pages] == [250, 250, 250]


async def test_a_window_is_asked_in_whole_seconds_and_never_beyond_now(
    gateway: YouzanGateway, channel: PlayedChannel
) -> None:
    await gateway.orders(Window(begin_at=NOW - 10_500, end_at=NOW + DAY), None)
    [body] = _bodies(channel)
    assert (body["start_update"], body["end_update"]) == ("2026-01-15 10:30:31", "2026-01-15 10:30:42")
    await gateway.after_sales(Window(begin_at=NOW - 10_500, end_at=NOW - 500), None)
    body = _bodies(channel)[-1]
    assert (body["update_time_start"], body["update_time_end"]) == (NOW // 1000 - 11, NOW // 1000)


async def test_a_window_that_has_not_begun_is_empty_without_asking(
    gateway: YouzanGateway, channel: PlayedChannel
) -> None:
    page = await gateway.orders(Window(begin_at=NOW, end_at=NOW + DAY), None)
    assert (list(page.rows), page.total, page.cursor) == ([], 0, None)
    assert channel.requests == []


async def test_a_window_too_full_for_page_numbers(gateway: YouzanGateway, small_shop: SmallShop) -> None:
    small_shop.refunds = {f"R{number}": WINDOW.begin_at + number * 10_000 for number in range(3_100)}
    seen: set[str] = set()
    page = await gateway.after_sales(WINDOW, None)
    while True:
        seen |= {refund.after_sale_no for refund in page.rows}
        if page.cursor is None:
            break
        page = await gateway.after_sales(WINDOW, page.cursor)
    assert seen == set(small_shop.refunds)
    assert page.total == 3_100


async def test_a_page_with_a_bad_row(gateway: YouzanGateway, small_shop: SmallShop) -> None:
    bad = trade("E2", pay_info={"payment": {"broken": None}})
    rows = {"total_results": "3", "full_order_info_list": [trade("E1"), bad, trade("E3")]}
    small_shop.refused["youzan.trades.sold.get/4.0.4"] = success(rows)
    page = await gateway.orders(WINDOW, None)
    assert [order.order_no for order in page.rows] == ["E1", "E3"]
    assert [row.key for row in page.bad] == ["E2"]
    assert page.total == 3


@pytest.mark.parametrize("data", [{"full_order_info_list": []}, {"total_results": "many"}, {"total_results": -1}])
async def test_a_listing_without_its_count_is_unreadable(
    gateway: YouzanGateway, small_shop: SmallShop, data: object
) -> None:
    small_shop.refused["youzan.trades.sold.get/4.0.4"] = success(data)
    with pytest.raises(Unreadable):
        await gateway.orders(WINDOW, None)


async def test_items_of_both_lists(gateway: YouzanGateway, small_shop: SmallShop, channel: PlayedChannel) -> None:
    small_shop.on_sale = dict.fromkeys(range(1, 151), NOW)
    small_shop.stored = dict.fromkeys(range(201, 231), NOW)
    pages = [await gateway.items(None)]
    while pages[-1].cursor is not None:
        pages.append(await gateway.items(pages[-1].cursor))
    on_shelf = {row.item.item_id: row.item.on_shelf for page in pages for row in page.rows}
    assert on_shelf == {str(number): number <= 150 for number in (*range(1, 151), *range(201, 231))}
    assert [page.total for page in pages] == [None, None, 180]
    assert all("update_time_start" not in body for body in _bodies(channel))


async def test_more_items_than_page_numbers_reach(gateway: YouzanGateway, small_shop: SmallShop) -> None:
    small_shop.on_sale = {number: NOW - number * HOUR for number in range(4_200)}
    seen: set[str] = set()
    page = await gateway.items(None)
    edited = False
    while True:
        seen |= {row.item.item_id for row in page.rows}
        if page.cursor is None:
            break
        if not edited:
            small_shop.on_sale[4_199] = NOW + 5  # the oldest is edited before its stretch is read
            edited = True
        page = await gateway.items(page.cursor)
    assert seen == {str(number) for number in range(4_200)}
    assert page.total == 4_200


async def test_an_item_with_skus(gateway: YouzanGateway, small_shop: SmallShop, channel: PlayedChannel) -> None:
    small_shop.on_sale = {1001: NOW}
    listing = await gateway.listing("1001")
    assert listing is not None
    assert [sku.sku_id for sku in listing.skus or ()] == ["2001"]
    assert channel.asked == ["youzan.item.detail.get/1.0.1"]


async def test_an_app_without_the_new_detail_asks_the_old_one(
    gateway: YouzanGateway, small_shop: SmallShop, channel: PlayedChannel
) -> None:
    small_shop.on_sale = {1001: NOW}
    small_shop.refused["youzan.item.detail.get/1.0.1"] = gateway_error(4204, "无权限访问")
    first, second = await gateway.listing("1001"), await gateway.listing("1001")
    assert first == second
    assert first is not None
    assert channel.asked == ["youzan.item.detail.get/1.0.1", "youzan.item.get/3.0.0", "youzan.item.get/3.0.0"]


@pytest.mark.parametrize("code", [122001001, 123005001, 121001008, 234000003])
async def test_an_item_that_is_gone(gateway: YouzanGateway, small_shop: SmallShop, code: int) -> None:
    small_shop.refused["youzan.item.detail.get/1.0.1"] = failure(code, "商品不存在")
    assert await gateway.listing("9") is None


async def test_one_trade_and_one_refund(gateway: YouzanGateway, small_shop: SmallShop) -> None:
    small_shop.trades, small_shop.refunds = {"E1": NOW}, {"R1": NOW}
    order, after_sale = await gateway.order("E1"), await gateway.after_sale("R1")
    assert order is not None
    assert after_sale is not None
    assert (order.order_no, after_sale.after_sale_no) == ("E1", "R1")


@pytest.mark.parametrize("code", [5000, 106000004, 106100110])
async def test_a_trade_nobody_knows(gateway: YouzanGateway, small_shop: SmallShop, code: int) -> None:
    small_shop.refused["youzan.trade.get/4.0.2"] = failure(code, "trade not found")
    assert await gateway.order("E404") is None


@pytest.mark.parametrize("code", [103011024, 103010052, 103010054])
async def test_a_refund_nobody_knows(gateway: YouzanGateway, small_shop: SmallShop, code: int) -> None:
    small_shop.refused["youzan.trade.refund.get/3.0.1"] = failure(code)
    assert await gateway.after_sale("R404") is None


async def test_another_refusal_is_raised(gateway: YouzanGateway, small_shop: SmallShop) -> None:
    small_shop.refused["youzan.trade.get/4.0.2"] = gateway_error(4204, "无权限访问")
    with pytest.raises(Refused) as caught:
        await gateway.order("E1")
    assert caught.value.code == "youzan.4204"


async def test_a_single_trade_that_does_not_fit_is_unreadable(gateway: YouzanGateway, small_shop: SmallShop) -> None:
    broken = copy.deepcopy(TRADE)
    broken["full_order_info"]["pay_info"]["payment"] = "nine"
    small_shop.refused["youzan.trade.get/4.0.2"] = success(broken)
    with pytest.raises(Unreadable):
        await gateway.order("E1")


async def test_closing_lets_the_keeper_settle(gateway: YouzanGateway) -> None:
    await gateway.aclose()


def test_the_windows_stay_inside_what_is_allowed() -> None:
    for rule in (YouzanGateway.order_windows, YouzanGateway.after_sale_windows):
        assert rule.span_ms <= 89 * DAY
        assert rule.reach_ms < 90 * DAY
        assert rule.overlap_ms > rule.lag_ms > 0
    assert msgspec.structs.asdict(YouzanGateway.order_windows)["lag_ms"] == 30_000
