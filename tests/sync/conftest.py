"""A platform made of lists, and a file to sync it into."""

import asyncio
import shutil
from pathlib import Path
from typing import Any

import pytest

from console.core.clock import DAY, MINUTE, SECOND
from console.core.errors import Trouble
from console.core.gateway import BadRow, Page, Window, WindowRule
from console.core.model import (
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    Item,
    Listing,
    Order,
    OrderStatus,
    Platform,
    Shop,
    Sku,
)
from console.store.database import Database
from console.store.shops import put_shop
from console.sync.hub import Hub

NOW = 1_790_000_000_000
SHOP = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="暖屋")


class FakeClock:
    """Stands still; sleeping moves it."""

    def __init__(self, now: int = NOW) -> None:
        self.now = now
        self.slept: list[float] = []

    def now_ms(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += round(seconds * 1000)
        await asyncio.sleep(0)


class FakeGateway:
    """A shop whose lists can be made to drift, tear and spoil."""

    platform = Platform.KUAISHOU
    order_windows = WindowRule(span_ms=7 * DAY, reach_ms=30 * DAY, lag_ms=30 * SECOND, overlap_ms=5 * MINUTE)
    after_sale_windows = order_windows

    def __init__(self) -> None:
        self.stock: dict[str, Listing] = {}
        self.books: dict[str, Order] = {}
        self.tickets: dict[str, AfterSale] = {}
        self.with_skus = False
        self.size = 10
        self.asked: list[str] = []
        self.raising: dict[str, list[Trouble]] = {}  # by call, raised in turn
        self.drifting: dict[str, int] = {}  # how many second pages begin one row late
        self.spoilt: set[str] = set()  # keys that a list cannot tell
        self.untold: set[str] = set()  # keys that not even the detail tells
        self.totals = True

    def said(self, call: str) -> int:
        return sum(asked.startswith(call) for asked in self.asked)

    async def shop(self) -> Shop:
        return SHOP

    async def items(self, cursor: str | None) -> Page[Listing]:
        rows = [one if self.with_skus else Listing(item=one.item) for one in self.stock.values()]
        return self._page("items", [(row.item.item_id, row) for row in rows], cursor)

    async def listing(self, item_id: str) -> Listing | None:
        self._note("listing", item_id)
        return self.stock.get(item_id)

    async def orders(self, window: Window, cursor: str | None) -> Page[Order]:
        rows = [row for row in self.books.values() if window.begin_at <= (row.updated_at or 0) < window.end_at]
        return self._page("orders", [(row.order_no, row) for row in rows], cursor)

    async def order(self, order_no: str) -> Order | None:
        self._note("order", order_no)
        return None if order_no in self.untold else self.books.get(order_no)

    async def after_sales(self, window: Window, cursor: str | None) -> Page[AfterSale]:
        rows = [row for row in self.tickets.values() if window.begin_at <= (row.updated_at or 0) < window.end_at]
        return self._page("after_sales", [(row.after_sale_no, row) for row in rows], cursor)

    async def after_sale(self, after_sale_no: str) -> AfterSale | None:
        self._note("after_sale", after_sale_no)
        return self.tickets.get(after_sale_no)

    def _note(self, call: str, what: str) -> None:
        self.asked.append(f"{call} {what}")
        if self.raising.get(call):
            raise self.raising[call].pop(0)

    def _page(self, call: str, rows: list[tuple[str, Any]], cursor: str | None) -> Page[Any]:
        self._note(call, cursor or "first")
        at = int(cursor or 0)
        shift = 0
        if at and self.drifting.get(call):
            self.drifting[call] -= 1
            shift = 1
        here = rows[at + shift : at + shift + self.size]
        return Page(
            rows=[row for key, row in here if key not in self.spoilt],
            bad=[BadRow(key=key, raw="{", reason="torn") for key, _ in here if key in self.spoilt],
            cursor=str(at + self.size) if at + self.size < len(rows) else None,
            total=len(rows) if self.totals else None,
        )


def an_order(number: int, at: int = NOW - DAY, **fields: Any) -> Order:
    return Order(
        order_no=f"o{number:04}", status=OrderStatus.TO_SHIP, updated_at=at, paid_at=at, amount_fen=100, **fields
    )


def a_ticket(number: int, at: int = NOW - DAY) -> AfterSale:
    return AfterSale(
        after_sale_no=f"a{number:04}",
        order_no=f"o{number:04}",
        kind=AfterSaleKind.REFUND_ONLY,
        status=AfterSaleStatus.WAIT_SELLER,
        updated_at=at,
    )


def a_listing(number: int, at: int = NOW - DAY, stock: int = 5) -> Listing:
    item_id = f"i{number:04}"
    return Listing(
        item=Item(item_id=item_id, title=f"商品 {number}", updated_at=at),
        skus=(Sku(item_id=item_id, sku_id=f"s{number:04}", code=f"C{number}", stock=stock),),
    )


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def gateway() -> FakeGateway:
    return FakeGateway()


@pytest.fixture
def hub() -> Hub:
    return Hub()


@pytest.fixture
def shop() -> Shop:
    return SHOP


@pytest.fixture
async def database(tmp_path: Path, ready_file: Path, clock: FakeClock) -> Any:
    shutil.copyfile(ready_file, tmp_path / "console.db")
    file = Database.open(tmp_path / "console.db", clock)
    await file.write(put_shop, SHOP)
    yield file
    file.close()


@pytest.fixture
def make() -> Any:
    """``make.order(1)``, ``make.listing(2)``: rows to put into the gateway."""

    class Make:
        order = staticmethod(an_order)
        ticket = staticmethod(a_ticket)
        listing = staticmethod(a_listing)
        now = NOW

    return Make
