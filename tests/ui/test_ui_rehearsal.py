"""超卖演练: offered only where something was sold, replayed off the loop, and honest about how little it proves."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, SECOND
from console.core.model import EXTERNAL, Item, Listing, Order, OrderLine, OrderStatus, Platform, Shop, Sku
from console.store.health import note_success
from console.store.items import save_listings
from console.store.orders import save_orders
from console.store.shops import pair, put_shop
from console.ui.context import Desk
from console.ui.tabs.products.drawer import EDIT
from console.ui.tabs.products.page import ProductsPage
from console.ui.tabs.products.rehearsal import RehearsalCard, RehearsalDialog

KUAISHOU, YOUZAN = "kuaishou:1", "youzan:2"


def order(no: str, at: int, sku: str, *, source: str = "", status: OrderStatus = OrderStatus.SUCCESS) -> Order:
    line = OrderLine(line_no=no, title="杯", quantity=1, item_id="7", sku_id=sku)
    return Order(order_no=no, status=status, paid_at=at, source=source, lines=(line,))


def fill(conn: Connection, now: int) -> None:
    for shop_id, sku_id in ((KUAISHOU, "k1"), (YOUZAN, "y1")):
        platform, _, number = shop_id.partition(":")
        put_shop(conn, Shop(shop_id=shop_id, platform=Platform(platform), platform_shop_id=number, name="小禾家居"))
        sku = Sku(item_id="7", sku_id=sku_id, code="A-0", spec="白色", price_fen=100, stock=2)
        save_listings(conn, shop_id, [Listing(item=Item(item_id="7", title="杯", code="A"), skus=(sku,))], now)
        note_success(conn, shop_id, "items", now)
    pair(conn, KUAISHOU, YOUZAN)


def sell(conn: Connection, now: int) -> None:
    """On each of two days two here and two there within seconds, of a stock of two; one more that does not count."""
    here, there = [], []
    for day in (1, 2):
        at = now - day * DAY
        here += [order(f"k{day}{n}", at + n * SECOND, "k1") for n in range(2)]
        there += [order(f"y{day}{n}", at + n * SECOND, "y1") for n in range(2)]
    there.append(order("imported", now - DAY, "y1", source=EXTERNAL))
    here.append(order("unpaid", now - HOUR, "k1", status=OrderStatus.UNPAID))
    here.append(order("old", now - 40 * DAY, "k1"))
    save_orders(conn, KUAISHOU, here, now)
    save_orders(conn, YOUZAN, there, now)


@pytest.fixture
async def page(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[ProductsPage]:
    await desk.database.write(fill, desk.now())
    made = ProductsPage(desk)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    yield made
    made.hide()
    await made.close_page()


async def card(page: ProductsPage, until: Any) -> RehearsalCard:
    def listed() -> bool:
        page.grab()
        return page.is_settled and page.card.model.rowCount() == 1

    await until(listed)
    page.open_row(page.card.model.id_at(0))
    page.item_drawer.tabs.choose(EDIT)
    await until(lambda: page.item_drawer.findChild(RehearsalCard) is not None and page.is_settled)
    found = page.item_drawer.findChild(RehearsalCard)
    assert isinstance(found, RehearsalCard)
    return found


async def test_without_sales_nothing_is_offered(page: ProductsPage, until: Any) -> None:
    assert not (await card(page, until)).isVisible()


async def replayed(dialog: RehearsalDialog, until: Any, buffer: int) -> str:
    dialog.buffer.setText(str(buffer))
    dialog.run.click()
    assert not dialog.run.isEnabled()
    await until(dialog.run.isEnabled, seconds=20)
    await until(lambda: "正在重放" not in dialog.said.text())
    return dialog.said.text()


async def test_sales_are_replayed_and_a_buffer_is_advised(page: ProductsPage, until: Any) -> None:
    await page.desk.database.write(sell, page.desk.now())
    found = await card(page, until)
    assert found.isVisible()
    assert found.said.text() == "近 30 天售出：快手 4 件，有赞 4 件"
    found.open.click()
    dialog = found.dialog
    assert dialog is not None
    assert (dialog.stock.text(), dialog.gap.text(), dialog.buffer.text()) == ("2", "60", "0")
    assert dialog.said.text() == "有销量的日子：2 天"
    said = await replayed(dialog, until, 0)
    assert "安全库存 0 件时，2 天里有 " in said
    assert "最多一次 2 件" in said
    assert "建议安全库存 1 件" in said, "one piece shown by each shop is what there is"
    assert "天数太少，还不足以证明，只供参考" in said
    said = await replayed(dialog, until, 1)
    assert "安全库存 1 件时，2 天里没有一天超卖" in said
    dialog.gap.setText("0")
    dialog.run.click()
    assert dialog.said.text() == "间隔应在 1 秒到 1 天之间"
    dialog.gap.setText("x")
    dialog.run.click()
    assert dialog.said.text().startswith("库存")
    dialog.accept()
