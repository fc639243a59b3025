"""What stands in the goods tab where nothing does yet, or nothing fits."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions
from ui_products import ALL, KUAISHOU, chips, fill, open_row, opened, quiet, said, show

from console.ui.context import Desk
from console.ui.tabs.products.page import ProductsPage


async def test_without_a_shop_it_leads_to_the_accounts(bare: ProductsPage) -> None:
    assert "还没有绑定店铺" in said(bare.card.empty)
    asked: list[str] = []
    bare.go.connect(lambda key, question: asked.append(key))
    bare.card.empty.button.click()
    assert asked == ["accounts"]


async def test_nothing_fits_says_so_and_leads_back(page: ProductsPage, until: Any) -> None:
    await show(page, until, text="没有这样的商品")
    assert "没有符合的商品" in said(page.card.empty)
    page.card.empty.button.click()
    await quiet(page, until)
    assert page.card.model.rowCount() == ALL


async def test_no_suggestions_are_promised(page: ProductsPage, until: Any) -> None:
    await show(page, until, tab="to_confirm")
    assert page.card.empty.isVisible()
    assert "没有标题相近的" in said(page.card.empty)
    assert not page.card.empty.button.isVisible()
    await show(page, until, tab="failed", text="没有这样的商品")
    assert page.card.empty.button.isVisible()


async def test_an_empty_tab_offers_a_reading(page: ProductsPage, actions: FakeActions, until: Any) -> None:
    await page.desk.database.write(lambda conn: conn.exec_driver_sql("DELETE FROM items WHERE code = 'DUP'"))
    await show(page, until, tab="conflict")
    assert "没有编码冲突的商品" in said(page.card.empty)
    page.card.empty.button.click()
    await until(lambda: actions.synced == 1)


async def test_a_first_sync_shows_what_is_here_and_more_to_come(
    desk: Desk, actions: FakeActions, qtbot: QtBot, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "syncing", lambda: frozenset({KUAISHOU}))
    await desk.database.write(fill, desk.now())
    await desk.database.write(lambda conn: conn.exec_driver_sql("DELETE FROM health"))
    page = await opened(desk, qtbot, until)
    assert "首次同步进行中" in said(page.banner)
    assert page.card.view.awaiting
    assert page.card.model.rowCount() == ALL
    assert "尚未同步" in page.under.text()
    await open_row(page, until, "1902")
    assert "未比对" in chips(page.item_drawer), "that it is Kuaishou's alone is not known yet"
    assert "还没有比对" in said(page.item_drawer)
    await show(page, until, tab="conflict")
    assert "都读完后才会比对" in said(page.card.empty)
    page.hide()
    await page.close_page()
