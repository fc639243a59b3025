"""类目映射: kinds of goods, explained suggestions, a choice for all alike shown before it is made, and sheets."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection
from ui_fakes import FakeActions

from console.core.categories import Category
from console.core.errors import Offline
from console.core.model import Item, Listing, Platform, Shop
from console.documents import category_sheet, sheets
from console.store import categories
from console.store.items import save_listings
from console.store.shops import pair, put_shop
from console.ui.context import Desk
from console.ui.tabs.products.categories import MappingDialog
from console.ui.tabs.products.category_kinds import Kind
from console.ui.tabs.products.page import ProductsPage

KUAISHOU, YOUZAN = "kuaishou:1", "youzan:2"
BEDS, CUPS = "家居生活 > 家纺 > 床上用品", "家居生活 > 厨具/杯具 > 杯具"
TREE = [
    Category(category_id="1", path="家居生活", is_leaf=False),
    Category(category_id="11", path=BEDS, parent_id="1", is_open=True),
    Category(category_id="12", path=CUPS, parent_id="1", is_open=False),
]
HOME = Category(category_id="5000000", path="居家")


def goods(n: int, title: str, source: str) -> Listing:
    return Listing(item=Item(item_id=f"27484266550000{n:02d}", title=title, category_id=source, updated_at=n))


def fill(conn: Connection, now: int) -> None:
    for shop_id in (KUAISHOU, YOUZAN):
        platform, _, number = shop_id.partition(":")
        put_shop(conn, Shop(shop_id=shop_id, platform=Platform(platform), platform_shop_id=number, name="小禾家居"))
    pair(conn, KUAISHOU, YOUZAN)
    listings = [goods(n, "全棉床上用品四件套", HOME.category_id) for n in range(1, 5)]
    save_listings(conn, YOUZAN, [*listings, goods(9, "无类目的杯具", "")], now)


def learn(conn: Connection, now: int) -> None:
    categories.put_tree(conn, KUAISHOU, TREE, now)
    categories.put_tree(conn, YOUZAN, [HOME], now)
    categories.choose(conn, YOUZAN, {"2748426655000004": "12"}, now)


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qtbot: QtBot, until: Any) -> AsyncIterator[ProductsPage]:
    await desk.database.write(fill, desk.now())

    async def keep(shop_id: str, leaves: dict[str, str]) -> int:
        return await desk.database.write(categories.choose, shop_id, leaves, desk.now())

    actions.looks.write = keep
    made = ProductsPage(desk)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()

    def still() -> bool:
        made.grab()
        return made.is_settled

    await until(still)
    yield made
    if made.mapping.dialog is not None:
        made.mapping.dialog.accept()
    await until(lambda: made.is_settled)
    made.hide()
    await made.close_page()


async def opened(page: ProductsPage, until: Any, item_id: str = "") -> MappingDialog:
    await page.desk.database.write(learn, page.desk.now())
    page.mapping.open(item_id)
    await until(lambda: page.mapping.dialog is not None and page.mapping.dialog.isVisible())
    dialog = page.mapping.dialog
    assert dialog is not None
    await settled(dialog, page, until)
    return dialog


async def settled(dialog: MappingDialog, page: ProductsPage, until: Any) -> None:
    def still() -> bool:
        dialog.grab()
        return page.is_settled and dialog.card.is_settled

    await until(still)


def kind(dialog: MappingDialog, source_id: str) -> Kind:
    return next(one for one in dialog._kinds if one.source_id == source_id)


async def test_before_the_tree_is_read_it_says_so(page: ProductsPage, actions: FakeActions, until: Any) -> None:
    page.mapping.button.click()
    await until(lambda: page.mapping.dialog is not None and page.mapping.dialog.isVisible())
    dialog = page.mapping.dialog
    assert dialog is not None
    await settled(dialog, page, until)
    assert "还没有读取过类目" in dialog.said.text()
    assert not dialog.export.isEnabled()
    model = dialog.card.model
    places = {model.data(model.index(row, 1)): row for row in range(model.rowCount())}
    said = next(words for words in places if words.startswith("类目名称未读取"))
    assert said == "类目名称未读取 4 件商品 · 全棉床上用品四件套"
    assert HOME.category_id not in said, "a number says nothing to a person"
    tip = model.data(model.index(places[said], 1), Qt.ItemDataRole.ToolTipRole)
    assert f"有赞类目 {HOME.category_id}" in tip
    dialog._open(kind(dialog, HOME.category_id).id)
    await settled(dialog, page, until)
    assert dialog.pane.title.text() == "类目名称未读取"
    dialog.read.click()
    await until(lambda: len(actions.looks.read) == 2)
    assert actions.looks.read == [KUAISHOU, YOUZAN]
    await settled(dialog, page, until)
    actions.looks.trouble = Offline("net.timeout", platform=Platform.KUAISHOU)
    dialog.read.click()
    await until(lambda: dialog.trouble.isVisible())
    assert "快手没有在时限内回应" in dialog.trouble.text()
    assert dialog.read.isEnabled()


async def test_all_alike_are_counted_first_and_what_a_person_chose_stays(page: ProductsPage, until: Any) -> None:
    dialog = await opened(page, until)
    assert "有赞商品 5 件 · 已映射 1 · 未映射 4 · 快手叶子类目 2 个" in dialog.said.text()
    dialog._open(kind(dialog, HOME.category_id).id)
    await settled(dialog, page, until)
    pane = dialog.pane
    best = pane.options[0]
    assert best.category_id == "11"
    reasons = " ".join(label.text() for label in best.findChildren(QLabel))
    assert "标题里有类目名称（床上用品）" in reasons
    assert "类目对照表推荐（居家 ↔ 家居生活 > 家纺）" in reasons
    assert not pane.apply.isEnabled()
    best.click()
    assert pane.preview.text() == "将改 3 件，0 件已是该类目，1 件在其他类目、保持不变"
    pane.over_hand.click()
    assert pane.preview.text() == "将改 4 件，0 件已是该类目，0 件在其他类目、保持不变"
    pane.over_hand.click()
    pane.apply.click()
    await until(lambda: "已映射 4" in dialog.said.text())
    chosen = await page.desk.database.read(categories.choices, YOUZAN)
    assert sorted(chosen.values()) == ["11", "11", "11", "12"]
    await settled(dialog, page, until)
    assert kind(dialog, HOME.category_id).mapped == 4


async def test_one_of_them_and_those_that_are_like_no_others(page: ProductsPage, until: Any) -> None:
    dialog = await opened(page, until, "2748426655000009")
    pane = dialog.pane
    assert pane.title.text() == "无类目的杯具"
    pane.search.set_text("杯")
    assert [option.category_id for option in pane.options] == ["12"]
    assert "店铺尚未开通" in pane.options[0].accessibleName()
    pane.options[0].click()
    assert pane.preview.text() == "只改这件商品"
    pane.scope._buttons["alike"].click()
    assert "不能按同类处理" in pane.preview.text()
    assert not pane.apply.isEnabled()
    pane.scope._buttons["one"].click()
    pane.apply.click()
    await until(lambda: "已映射 2" in dialog.said.text())
    assert (await page.desk.database.read(categories.choices, YOUZAN))["2748426655000009"] == "12"


async def test_a_sheet_goes_out_is_filled_in_and_comes_back(
    page: ProductsPage, until: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = await opened(page, until)
    path = tmp_path / "类目.xlsx"

    async def there() -> Path | None:
        return path

    monkeypatch.setattr(dialog, "where_out", there)
    monkeypatch.setattr(dialog, "where_in", there)
    dialog.export.click()
    await until(lambda: "已写入 5 行" in dialog.said.text())
    titles = [field.title for field in category_sheet.FIELDS]
    rows: list[list[sheets.Value]] = [[row.cells[title] for title in titles] for row in sheets.read(path, titles)]
    assert rows[3][:4] == ["2748426655000004", "全棉床上用品四件套", "居家", "12"]
    rows[0][3], rows[1][3], rows[4][0] = "11", "404", "1"
    with sheets.Export(path, category_sheet.FIELDS) as sheet:
        sheet.add(rows)
    asked: list[str] = []

    async def agree(_parent: object, _title: str, words: str, _accept: str) -> bool:
        asked.append(words)
        return True

    monkeypatch.setattr("console.ui.tabs.products.categories.ask", agree)
    dialog.import_.click()
    await until(lambda: "已映射 2" in dialog.said.text())
    assert asked == [
        "1 件商品会改类目，2 行无变化，2 行不能用\n第 3 行：快手没有类目 404\n第 6 行：没有有赞商品ID为 1 的商品"
    ]
    chosen = await page.desk.database.read(categories.choices, YOUZAN)
    assert chosen == {"2748426655000001": "11", "2748426655000004": "12"}


async def test_the_list_is_searched_and_narrowed(page: ProductsPage, until: Any) -> None:
    dialog = await opened(page, until)
    assert dialog.card.model.rowCount() == 2
    dialog.search.set_text("四件套")
    await settled(dialog, page, until)
    assert dialog.card.model.rowCount() == 1
    dialog.search.set_text("杯具")  # a title of one, the leaf of the other
    await settled(dialog, page, until)
    assert dialog.card.model.rowCount() == 2
    dialog.search.set_text("没有这样的")
    await settled(dialog, page, until)
    assert dialog.card.model.rowCount() == 0
