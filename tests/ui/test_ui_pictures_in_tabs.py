"""Where pictures of goods are shown: the tables and drawers of products and orders; shots wait for them."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from ui_pictures import FakeFetcher, address

from console.core.model import Item, Listing, Order, OrderLine, OrderStatus, Platform, Shop
from console.store.health import note_success
from console.store.items import save_listings
from console.store.orders import save_orders
from console.store.shops import put_shop
from console.ui.context import Desk
from console.ui.pictures import Pictures, inside
from console.ui.shell import Shell
from console.ui.shots import settle

SHOP = "kuaishou:1"
LINES = tuple(OrderLine(line_no=str(n), title=f"商品 {n}", image_url=address(10 + n)) for n in range(2))


@pytest.fixture
def fetcher() -> FakeFetcher:
    return FakeFetcher()


@pytest.fixture
async def shell(qtbot: QtBot, desk: Desk, fetcher: FakeFetcher) -> AsyncIterator[Shell]:
    """A window over one item and one order of two lines, each with a picture."""
    now = desk.now()
    await desk.database.write(
        put_shop, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    )
    item = Item(item_id="1", title="茶杯", code="XH-1", price_fen=100, stock=1, image_url=address(1))
    await desk.database.write(save_listings, SHOP, [Listing(item=item, skus=())], now)
    order = Order(order_no="1", status=OrderStatus.TO_SHIP, created_at=now, paid_at=now, amount_fen=100, lines=LINES)
    await desk.database.write(save_orders, SHOP, [order], now)
    await desk.database.write(note_success, SHOP, "items", now)
    pictures = Pictures(fetcher)
    made = Shell(desk.preferences)
    made.resize(1440, 900)
    made.show()
    made.furnish(replace(desk, pictures=pictures))
    yield made
    await made.close_pages()
    await pictures.close()
    made.may_close = True
    made.close()
    made.deleteLater()


def wanted(shell: Shell) -> set[tuple[str, int]]:
    assert shell.desk is not None
    return set(shell.desk.pictures._wanted())


@pytest.mark.parametrize(
    ("tab", "in_table", "in_drawer"),
    [
        ("products", {(address(1), inside(40, 1))}, {(address(1), inside(56, 1))}),
        ("orders", {(address(10), inside(40, 1))}, {(address(10), inside(40, 1)), (address(11), inside(40, 1))}),
    ],
)
async def test_table_and_drawer_ask_for_what_they_show_and_no_longer_than_they_do(
    shell: Shell, tab: str, in_table: set[Any], in_drawer: set[Any], until: Any
) -> None:
    page: Any = shell.show_tab(tab)
    page = getattr(page, "room", page)  # the orders tab has several
    await settle(shell)
    assert wanted(shell) == in_table
    page.open_row(page.card.model.id_at(0))
    await until(lambda: wanted(shell) == in_table | in_drawer)
    page.drawer.shut()
    await until(lambda: wanted(shell) == in_table)
    shell.show_tab("settings")
    await until(lambda: not wanted(shell))


async def test_shots_wait_for_the_pictures_in_sight(shell: Shell, fetcher: FakeFetcher, until: Any) -> None:
    fetcher.gate.clear()
    shell.show_tab("products")
    shooting = asyncio.ensure_future(settle(shell))
    await until(lambda: fetcher.under_way == 1 and shell.is_settled)
    assert not shooting.done()
    fetcher.gate.set()
    await shooting
    assert shell.desk is not None
    assert shell.desk.pictures.pixmap(address(1), inside(40, 1)) is not None
