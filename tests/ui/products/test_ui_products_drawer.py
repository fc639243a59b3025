"""The goods' drawer: both sides beside each other, variants, refusals, conflicts, all reached by keys."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui_products import KUAISHOU, REFUSAL, YOUZAN, chips, listing, open_row, rows, said, youzan_goods

from console.core.changes import changed
from console.core.model import Item, Listing, Sku
from console.store.items import retire_missing, save_listings
from console.ui.tabs.products.page import ProductsPage
from console.ui.tabs.products.variants import Variants
from console.ui.tabs.products.words import gap, reasons


async def test_by_keyboard_through_the_drawer(page: ProductsPage, qtbot: QtBot, until: Any) -> None:
    view, drawer = page.card.view, page.item_drawer
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    await until(lambda: drawer.isVisible() and drawer.detail is not None)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    await until(lambda: drawer.detail is not None and drawer.detail.row.id == page.card.model.id_at(1))
    qtbot.keyClick(drawer, Qt.Key.Key_Up)
    await until(lambda: drawer.detail is not None and drawer.detail.row.id == page.card.model.id_at(0))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not drawer.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert page.card.model.checked == {page.card.model.id_at(0)}
    page.find_here()
    assert page.filters.search.hasFocus()


async def test_the_drawer_shows_only_what_differs_until_asked(page: ProductsPage, until: Any) -> None:
    await open_row(page, until, "1000")
    drawer = page.item_drawer
    shown = said(drawer)
    for piece in ("快手标题", "有赞标题", "¥50.00", "¥40.00", "1000", "2000", "商品编码一致：XH-000"):
        assert piece in shown
    assert "已售" not in shown
    assert "6 处不一致" in shown  # title, price, stock; of three variants two differ in price, one is Kuaishou's alone
    assert set(chips(drawer)) == {"有差异", "价差", "库存不一致", "可关联"}
    assert drawer.sheet is not None
    drawer.sheet.turned.emit()
    assert "已售" in said(drawer)
    assert "只看不一致" in [button.text() for button in drawer.sheet.findChildren(type(page.filters.clearing))]
    await open_row(page, until, "1005")
    assert "已售" in said(drawer), "the choice stays for the next row"


async def test_goods_in_step_say_so(page: ProductsPage, until: Any) -> None:
    await open_row(page, until, "1005")
    shown = said(page.item_drawer)
    assert "0 处不一致" in shown
    assert "价格、库存" in shown
    assert not page.item_drawer.findChildren(Variants)


async def test_variants_stand_side_by_side(page: ProductsPage, until: Any) -> None:
    await open_row(page, until, "1000")
    (variants,) = page.item_drawer.findChildren(Variants)
    lines = variants.accessibleName().split("; ")
    assert lines[0] == "规格 0, 价格 快手 ¥50.00，有赞 ¥40.00, 库存 快手 0，有赞 0"
    assert lines[2] == "规格 2 仅快手, 价格 快手 ¥50.00，有赞 —, 库存 快手 2，有赞 —"
    assert not variants.grab().isNull()


async def test_variants_that_differ_make_the_goods_differ(page: ProductsPage, until: Any) -> None:
    sql = "UPDATE skus SET price_fen = price_fen + 1 WHERE item_id = '2005'"
    await page.desk.database.write(lambda conn: conn.exec_driver_sql(sql))
    await open_row(page, until, "1005")
    assert {"有差异", "规格不一致"} <= set(chips(page.item_drawer))
    assert "1 处不一致" in said(page.item_drawer)
    assert page.item_drawer.findChildren(Variants)


async def test_goods_are_not_called_the_same_price_while_a_variant_is_not(page: ProductsPage, until: Any) -> None:
    """The least price of each side agrees, a variant does not; what else differs does not hide it."""
    await page.desk.database.write(
        lambda conn: conn.exec_driver_sql("UPDATE skus SET price_fen = price_fen + 1 WHERE item_id = '2005'")
    )
    await page.desk.database.write(
        lambda conn: conn.exec_driver_sql("UPDATE items SET stock = stock + 1 WHERE item_id = '2005'")
    )
    row = next(row for row in await rows(page) if row.kuaishou_item_id == "1005")
    assert gap(row) == QCoreApplication.translate("products", "By variant")
    assert [chip.word for chip in reasons(row)] == ["库存不一致", "规格不一致"]


async def test_a_side_without_variants_is_not_compared(page: ProductsPage, until: Any) -> None:
    await page.desk.database.write(lambda conn: conn.exec_driver_sql("DELETE FROM skus WHERE item_id = '2005'"))
    await open_row(page, until, "1005")
    assert "正常" in chips(page.item_drawer)
    assert "只有一边给出规格" in said(page.item_drawer)


async def test_a_refusal_is_told_in_the_platforms_words_as_plain_text(page: ProductsPage, until: Any) -> None:
    await open_row(page, until, "1001")
    drawer = page.item_drawer
    assert f"快手原话：{REFUSAL}" in said(drawer)
    told = next(label for label in drawer.findChildren(QLabel) if REFUSAL in label.text())
    assert told.textFormat() == Qt.TextFormat.PlainText
    assert {"已驳回", "图片违规"} <= set(chips(drawer))


async def test_a_conflict_names_the_others(page: ProductsPage, until: Any) -> None:
    await open_row(page, until, "1900")
    shown = said(page.item_drawer)
    assert "不会猜测关联" in shown
    assert "DUP · 1901" in shown
    assert "DUP · 2900" in shown


@pytest.mark.parametrize(
    ("item_id", "why"),
    [("1902", "有赞没有编码相同的商品：K-1"), ("2901", "快手没有编码相同的商品：Y-1"), ("1903", "没有填商家编码")],
)
async def test_goods_of_one_side_say_why(page: ProductsPage, until: Any, item_id: str, why: str) -> None:
    await open_row(page, until, item_id)
    shown = said(page.item_drawer)
    assert why in shown
    assert "None" not in shown
    assert "处不一致" not in shown


async def test_goods_linked_by_their_variants_name_those(page: ProductsPage, until: Any) -> None:
    coded = listing("1950", "V", 100, variants=6)
    kuaishou = Listing(item=Item(item_id="1950", title="无编码", price_fen=100), skus=coded.skus)
    youzan = listing("2950", "W", 100)
    skus = tuple(Sku(item_id="2950", sku_id=f"2950{n}", code=f"V-{n}") for n in range(6))
    database, now = page.desk.database, page.desk.now()
    await database.write(save_listings, KUAISHOU, [kuaishou], now)
    await database.write(save_listings, YOUZAN, [Listing(item=youzan.item, skus=skus)], now)
    held = {one.item.item_id for one in youzan_goods()} | {"2950"}
    await database.write(retire_missing, YOUZAN, held)
    await open_row(page, until, "1950")
    assert "规格编码一致：V-0、V-1、V-2、V-3 等，另有 2 个" in said(page.item_drawer)


async def test_numbers_and_codes_can_be_copied(page: ProductsPage, until: Any) -> None:
    await open_row(page, until, "1000")
    page.item_drawer._copy.click()
    assert QGuiApplication.clipboard().text() == "XH-000"
    await open_row(page, until, "1903")
    assert not page.item_drawer._copy.isEnabled()
    assert page.item_drawer._copy.toolTip() == "两边都没有填商家编码"


async def test_goods_that_go_while_open_close_the_drawer(page: ProductsPage, until: Any) -> None:
    await open_row(page, until, "1902")
    await page.desk.database.write(lambda conn: conn.exec_driver_sql("DELETE FROM items WHERE item_id = '1902'"))
    page.on_changes(changed("items", shop_id=KUAISHOU))
    await until(lambda: not page.item_drawer.isVisible(), seconds=8)
