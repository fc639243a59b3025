"""The goods tab on a real file: what its tabs count, search, filters, sorting, and what a row says."""

from html import escape
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from ui_products import ALL, PAIRED, REFUSAL, YOUZAN, listing, quiet, rows, show

from console.core.changes import changed
from console.store.item_view import item_tab_counts
from console.store.items import save_listings
from console.store.views import ItemFilter
from console.ui import paint, texts
from console.ui.paging import Sort
from console.ui.tabs.products import columns
from console.ui.tabs.products.page import ProductsPage


async def test_every_tab_lists_what_its_badge_counts(page: ProductsPage, until: Any) -> None:
    counts = await page.desk.database.read(item_tab_counts, ItemFilter())
    assert counts == {
        "all": ALL,
        "linked": PAIRED,
        "kept": 0,
        "linkable": PAIRED,
        "to_confirm": 0,
        "conflict": 3,
        "only_kuaishou": 2,
        "only_youzan": 1,
        "failed": 2,
        "price_gap": 1,
    }
    badges = {tab.tab.key: tab.number for tab in page.filters.tabs._tabs}
    assert badges == {key: number for key, number in counts.items() if key not in ("price_gap", "linked")}
    for key, number in badges.items():
        await show(page, until, tab=key)
        assert page.card.model.rowCount() == number


async def test_the_newest_change_of_either_side_comes_first(page: ProductsPage) -> None:
    first = await rows(page)
    assert [row.kuaishou_item_id for row in first[:3]] == ["1000", "1001", "1002"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("地毯", 32),  # every third that is linked, one in conflict, one of Youzan alone
        ("快手标题", 1),
        ("有赞标", 1),  # the other side's title is not shown, but looked through
        ("xh-005", 1),
        ("2005", 1),
        ("没有这样的", 0),
    ],
)
async def test_search(page: ProductsPage, until: Any, text: str, found: int) -> None:
    assert len(await show(page, until, text=text)) == found
    assert page.filters.tabs._tabs[0].number == found


async def test_filters_and_the_way_back(page: ProductsPage, until: Any) -> None:
    assert [row.kuaishou_item_id for row in await show(page, until, gap="large")] == ["1000"]
    assert [row.kuaishou_item_id for row in await show(page, until, shelf="unequal")] == ["1002"]
    assert page.filters.clearing.isVisible()
    page.filters.clearing.click()
    await quiet(page, until)
    assert page.card.model.rowCount() == ALL


async def test_the_question_of_a_price_gap_is_a_filter(page: ProductsPage, until: Any) -> None:
    shown = await show(page, until, tab="price_gap")
    assert (page.filters.tab, page.filters.gap.key()) == ("all", "large")
    assert [row.kuaishou_item_id for row in shown] == ["1000"]


@pytest.mark.parametrize("key", ["kuaishou_price_fen", "youzan_price_fen", "gap_percent", "kuaishou_stock", "title"])
async def test_sorting_is_done_by_the_file(page: ProductsPage, until: Any, key: str) -> None:
    for descending in (True, False):
        page.card.model.sort_by(Sort(key, descending))
        await quiet(page, until)
        values = [getattr(row, key) for row in await rows(page)]
        known = [value for value in values if value is not None]
        assert len(known) >= PAIRED
        assert known == sorted(known, reverse=descending)
        assert values[len(known) :] == [None] * (len(values) - len(known)), "what nobody said comes last"


async def test_new_goods_come_into_the_open_view(page: ProductsPage, until: Any) -> None:
    await show(page, until, tab="only_youzan")
    fresh = listing("2999", "Y-9", 100)
    await page.desk.database.write(save_listings, YOUZAN, [fresh], page.desk.now())
    page.on_changes(changed("items", shop_id=YOUZAN))
    await until(lambda: page.card.model.rowCount() == 2, seconds=8)


async def test_rows_say_state_and_certain_reasons_only(page: ProductsPage, until: Any) -> None:
    model = page.card.model
    lines = {}
    for number, row in enumerate(await show(page, until)):
        await until(lambda number=number: model.row(number) is not None)
        lines[row.kuaishou_item_id or row.youzan_item_id] = [
            model.data(model.index(number, at)) for at in range(2, columns.REASON + 1)
        ]
    assert lines["1000"] == ["¥50.00", "¥40.00", "+25.0%", "—", "7", "9", "0", "有差异", "价差 · 库存不一致"]
    assert lines["1001"][-2:] == ["已驳回", "图片违规"]
    assert lines["1002"][-2:] == ["待修改", "原因未知 · 上架不一致"]
    assert lines["1003"] == ["¥10.03", "¥10.03", "一致", "—", "10", "10", "0", "正常", "—"]
    assert lines["1900"][-2:] == ["冲突", "编码重复"]
    assert lines["1902"] == ["¥12,345.67", "—", "—", "—", "10", "—", "0", "仅快手", "—"]
    assert lines["2901"] == ["—", "¥2.00", "—", "—", "—", "10", "—", "仅有赞", "—"]


async def test_a_reason_tells_the_platforms_own_words(page: ProductsPage, until: Any) -> None:
    await show(page, until, tab="failed")
    model = page.card.model
    tip = model.data(model.index(0, columns.REASON), Qt.ItemDataRole.ToolTipRole)
    assert tip == f"<qt>快手原话：{escape(REFUSAL)}</qt>", "what a platform wrote is never read as markup"
    assert "快手没有给出原因" in model.data(model.index(1, columns.REASON), Qt.ItemDataRole.ToolTipRole)


async def test_money_is_never_cut(page: ProductsPage, until: Any) -> None:
    """The narrowest window still shows whole prices: columns give way, money does not."""
    page.resize(952, 600)
    await quiet(page, until)
    view = page.card.view
    widest = max(paint.width(texts.money(row.kuaishou_price_fen), 13, True) for row in await rows(page))
    assert widest < view.columnWidth(2)
    assert view.isColumnHidden(columns.ACTION)
    assert not view.isColumnHidden(columns.REASON)


async def test_the_choice_counts_goods_and_copies_codes(page: ProductsPage, qtbot: QtBot, until: Any) -> None:
    await show(page, until, tab="conflict")
    view = page.card.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.card.foot._checked.text() == "已选 3 件"
    await page._copy_codes()
    assert QGuiApplication.clipboard().text() == "DUP\nDUP\nDUP"


async def test_goods_without_a_code_leave_the_clipboard_alone(page: ProductsPage, until: Any) -> None:
    QGuiApplication.clipboard().setText("before")
    heard: list[str] = []
    page.said.connect(lambda words, under: heard.append(words))
    (row,) = await show(page, until, text="1903")
    page.card.model.set_checked([row.id])
    await page._copy_codes()
    assert QGuiApplication.clipboard().text() == "before"
    assert heard == ["所选商品都没有商家编码"]
