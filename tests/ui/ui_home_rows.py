"""A day of two small shops, every row of it chosen: what home must say of it can be reckoned by hand."""

from typing import Any

from console.core.clock import DAY, HOUR, MINUTE, parse_shop_time
from console.core.model import (
    EXTERNAL,
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    AuditState,
    Item,
    Link,
    Listing,
    Mapping,
    Order,
    OrderLine,
    OrderStatus,
    Platform,
    Shop,
    Sku,
)
from console.store.aftersales import save_after_sales
from console.store.health import note_success
from console.store.items import save_listings
from console.store.links import save_links
from console.store.orders import save_orders
from console.store.shops import pair, put_shop
from console.store.views import Pair
from console.ui.context import Desk

NOW = parse_shop_time("2026-01-15 14:31:00")  # a Thursday
TODAY, YESTERDAY = parse_shop_time("2026-01-15 00:00:00"), parse_shop_time("2026-01-14 00:00:00")
KUAISHOU, YOUZAN = "kuaishou:1", "youzan:2"
BOTH = Pair(kuaishou_shop_id=KUAISHOU, youzan_shop_id=YOUZAN)
STREAMS = ("items", "orders", "after_sales")
S, A = OrderStatus, AfterSaleStatus


def order(no: str, status: OrderStatus, amount_fen: int, paid_at: int | None, **more: Any) -> Order:
    lines = (OrderLine(line_no=f"{no}-1", title="保温杯", item_id="1", sku_id="11", quantity=3),)
    fields = {"created_at": paid_at, "updated_at": paid_at, "lines": lines} | more
    return Order(order_no=no, status=status, amount_fen=amount_fen, paid_at=paid_at, **fields)


def after_sale(no: str, order_no: str, status: AfterSaleStatus, **more: Any) -> AfterSale:
    return AfterSale(after_sale_no=no, order_no=order_no, kind=AfterSaleKind.REFUND_ONLY, status=status, **more)


ORDERS = (
    order("K1", S.TO_SHIP, 10_000, TODAY + 10 * HOUR, ship_by_at=NOW + 2 * HOUR),
    order("K2", S.TO_SHIP, 5_000, TODAY + 11 * HOUR, ship_by_at=NOW - HOUR),
    order("K3", S.TO_SHIP, 7_000, YESTERDAY + 9 * HOUR, ship_by_at=NOW + 30 * HOUR),
    order("K4", S.SUCCESS, 3_000, YESTERDAY + 20 * HOUR),
    order("K5", S.UNPAID, 4_000, None),
    order("K6", S.SHIPPED, 2_000, TODAY - 70 * DAY),
)
TRADES = (
    order("E1", S.TO_SHIP, 10_000, TODAY + 10 * HOUR, outer_no="K1", source=EXTERNAL, ship_by_at=NOW + HOUR),
    order("E3", S.TO_SHIP, 6_800, YESTERDAY + 9 * HOUR, outer_no="K3", source=EXTERNAL),
    order("E4", S.SUCCESS, 3_000, YESTERDAY + 20 * HOUR, outer_no="K4", source=EXTERNAL),
    order("N1", S.SUCCESS, 1_100, TODAY + 12 * HOUR),
)
LINKS = (
    Link(order_no="K1", trade_no="E1", mapping=Mapping.LINKED, confidence=1.0),
    Link(order_no="K2", trade_no=None, mapping=Mapping.MISSING_TRADE),
    Link(order_no="K3", trade_no="E3", mapping=Mapping.AMOUNT_DIFFERS, confidence=1.0),
    Link(order_no="K4", trade_no="E4", mapping=Mapping.LINKED, confidence=1.0),
    Link(order_no="K5", trade_no=None, mapping=Mapping.WAITING),
    Link(order_no="K6", trade_no=None, mapping=Mapping.MISSING_TRADE),
)
AFTER_SALES = (
    after_sale("A1", "K1", A.WAIT_SELLER, deadline_at=NOW + 3 * HOUR, updated_at=NOW),
    after_sale("A2", "K1", A.WAIT_SELLER_RECEIPT, deadline_at=NOW + 90 * HOUR, updated_at=NOW),  # the same order
    after_sale("A3", "K404", A.WAIT_SELLER, updated_at=NOW),  # its order is not in the file
    after_sale("A4", "K4", A.SUCCESS, amount_fen=3_000, updated_at=NOW, finished_at=TODAY + 12 * HOUR),
    after_sale("A5", "K6", A.PLATFORM, updated_at=NOW),
)


def listing(number: str, audit: AuditState, stock: int) -> Listing:
    sku = Sku(item_id=number, sku_id=f"{number}1", spec="米白", price_fen=5_000, stock=stock)
    item = Item(item_id=number, title=f"保温杯 {number}", price_fen=5_000, stock=stock, on_shelf=True, audit=audit)
    return Listing(item=item, skus=(sku,))


LISTINGS = (
    listing("1", AuditState.PASSED, 4),  # 6 pieces went in 24 hours
    listing("2", AuditState.REFUSED, 50),
    listing("3", AuditState.NEEDS_CHANGES, 50),
)


async def bind(desk: Desk, *platforms: Platform) -> None:
    """The shops, without anything read yet."""
    for shop_id, platform, name in ((KUAISHOU, Platform.KUAISHOU, "快店"), (YOUZAN, Platform.YOUZAN, "赞店")):
        if platform in platforms:
            number = shop_id.partition(":")[2]
            shop = Shop(shop_id=shop_id, platform=platform, platform_shop_id=number, name=name)
            await desk.database.write(put_shop, shop)


async def read_at(desk: Desk, shop_id: str, at: int) -> None:
    """Everything of this shop was read to the end then."""
    for stream in STREAMS:
        await desk.database.write(note_success, shop_id, stream, at)


async def fill(desk: Desk, youzan_read_at: int = NOW - MINUTE) -> None:
    """The whole day."""
    await bind(desk, *Platform)
    write = desk.database.write
    await write(pair, KUAISHOU, YOUZAN)
    await write(save_listings, KUAISHOU, LISTINGS, NOW)
    await write(save_orders, KUAISHOU, ORDERS, NOW)
    await write(save_orders, YOUZAN, TRADES, NOW)
    await write(save_links, BOTH, LINKS, NOW)
    await write(save_after_sales, KUAISHOU, AFTER_SALES, NOW)
    trade_s = after_sale("B1", "E1", A.WAIT_SELLER, updated_at=NOW)  # the order has it, too
    await write(save_after_sales, YOUZAN, (trade_s,), NOW)
    await read_at(desk, KUAISHOU, NOW)
    await read_at(desk, YOUZAN, youzan_read_at)
