"""A sheet of goods goes out, is filled in and comes back: only its new columns count, and a push is previewed."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection
from ui_fakes import FakeActions

from console.core.commands import SetPrice
from console.core.model import AuditState, Item, Listing, Platform, Shop, Sku
from console.documents import sheets
from console.documents.sheets import Format, Value
from console.store.health import note_success
from console.store.items import save_listings
from console.store.shops import pair, put_shop
from console.ui.context import Desk
from console.ui.tabs.products import sheet_out
from console.ui.tabs.products.page import ProductsPage

KUAISHOU, YOUZAN = "kuaishou:1", "youzan:2"


def goods(no: str, code: str, variants: int, audit: AuditState) -> Listing:
    skus = tuple(
        Sku(item_id=no, sku_id=f"{no}{n}", code=f"{code}-{n}", spec=f"规格 {n}", price_fen=1000, stock=5)
        for n in range(variants)
    )
    item = Item(item_id=no, title=f"杯 {code}", code=code, price_fen=1000, stock=5 * variants, audit=audit)
    return Listing(item=item, skus=skus)


def fill(conn: Connection, now: int) -> None:
    for shop_id, audit in ((KUAISHOU, AuditState.PASSED), (YOUZAN, AuditState.UNKNOWN)):
        platform, _, number = shop_id.partition(":")
        put_shop(conn, Shop(shop_id=shop_id, platform=Platform(platform), platform_shop_id=number, name="小禾家居"))
        every = [goods(f"{number}00{n}", f"A{n}", variants, audit) for n, variants in enumerate((1, 1, 2))]
        save_listings(conn, shop_id, every, now)
        note_success(conn, shop_id, "items", now)
    pair(conn, KUAISHOU, YOUZAN)


@pytest.fixture
async def page(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[ProductsPage]:
    await desk.database.write(fill, desk.now())
    made = ProductsPage(desk)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()

    def quiet() -> bool:
        made.grab()
        return made.is_settled and made.card.model.rowCount() == 3

    await until(quiet)
    yield made
    made.hide()
    await made.close_page()


async def exported(page: ProductsPage, path: Path, until: Any) -> list[dict[str, Value]]:
    """What the page writes, as rows by title."""

    async def there(name: str, form: Format) -> Path | None:
        return path

    page.export.where = there
    page.export.button.click()
    await until(lambda: page.export.dialog is not None and page.export.dialog.isVisible())
    assert page.export.dialog is not None
    page.export.dialog.accept_button.click()
    await until(lambda: path.exists() and page.is_settled, seconds=20)
    names = [field.title for field in sheet_out.fields()]
    return [{name: row.cells[name] for name in names} for row in sheets.read(path, names)]


def written(path: Path, rows: list[dict[str, Value]]) -> None:
    fields = [sheets.Field(title=field.title) for field in sheet_out.fields()]
    with sheets.Export(path, fields) as sheet:
        sheet.add([row[field.title] for field in fields] for row in rows)


def come_in(page: ProductsPage, path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Press the button; the answer fills with what was asked."""
    asked: list[str] = []

    async def there() -> Path | None:
        return path

    async def agree(_parent: object, _title: str, words: str, _accept: str) -> bool:
        asked.append(words)
        return True

    monkeypatch.setattr(page.importer, "where", there)
    monkeypatch.setattr("console.ui.tabs.products.importing.ask", agree)
    page.importer.button.click()
    return asked


async def test_an_untouched_sheet_changes_nothing_whatever_was_sold_since(
    page: ProductsPage, tmp_path: Path, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "goods.xlsx"
    await exported(page, path, until)
    sold = Sku(item_id="1000", sku_id="10000", code="A0-0", spec="规格 0", price_fen=1000, stock=1)
    item = Item(item_id="1000", title="杯 A0", code="A0", price_fen=1000, stock=1, audit=AuditState.PASSED)
    await page.desk.database.write(save_listings, KUAISHOU, [Listing(item=item, skus=(sold,))], page.desk.now())
    said: list[str] = []
    page.said.connect(lambda words, _: said.append(words))
    assert come_in(page, path, monkeypatch) == []
    await until(lambda: said)
    assert said == ["表格里没有要改的内容"]
    assert page.pushes.pusher.dialog is None


async def test_what_is_filled_in_is_previewed_and_the_rest_named_by_its_row(
    page: ProductsPage, actions: FakeActions, tmp_path: Path, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "goods.xlsx"
    rows = sorted(await exported(page, path, until), key=lambda row: str(row["快手商品ID"]))
    rows[0]["新快手价"], rows[0]["新安全库存"], rows[0]["新成本"] = "10.50", "3", "6.20"
    rows[1]["新有赞价"] = "zehn"
    rows[2]["新快手库存"] = "9"
    written(path, rows)
    asked = come_in(page, path, monkeypatch)
    pusher = page.pushes.pusher
    await until(lambda: pusher.dialog is not None and pusher.dialog.isVisible())
    assert asked == [
        "1 项价格和库存待预览，1 项安全库存、1 项成本将设置，2 行不能用\n第 3 行：zehn 不是有效数值\n"
        "第 4 行：商品有多个规格，9 请在商品详情里逐个修改"
    ]
    assert ("put_buffer", KUAISHOU, "1000", 3) in actions.goods.asked
    assert ("put_cost", KUAISHOU, "1000", 620) in actions.goods.asked
    dialog = pusher.dialog
    assert dialog is not None
    assert [(line.now, line.after, line.fate) for line in dialog.plan.lines] == [(1000, 1050, "sent")]
    dialog.accept_button.click()
    await until(lambda: actions.submitted and page.is_settled)
    (command,) = actions.submitted
    assert isinstance(command, SetPrice)
    assert (command.item_id, command.sku_id, command.price_fen) == ("1000", "10000", 1050)


async def test_what_is_no_such_sheet_is_said(
    page: ProductsPage, tmp_path: Path, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.csv"
    path.write_text("别的列\n1\n", encoding="utf-8")
    said: list[str] = []
    page.said.connect(lambda words, _: said.append(words))
    come_in(page, path, monkeypatch)
    await until(lambda: said)
    assert said[0].startswith("表格缺少这些列：快手商品ID")
