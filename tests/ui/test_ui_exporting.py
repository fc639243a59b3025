"""Export of what a list shows: the count first, the same rows in the same order, and a way to stop it."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from console.core.model import AuditState, Item, Listing, Order, OrderLine, OrderStatus, Parcel, Platform, Shop
from console.documents import sheets
from console.documents.sheets import Format, read
from console.store.health import note_success
from console.store.items import save_listings
from console.store.order_view import order_rows
from console.store.orders import save_orders
from console.store.shops import put_shop
from console.ui.context import Desk
from console.ui.exporting import Exporter
from console.ui.listing import ListPage
from console.ui.paging import Sort
from console.ui.tabs.orders import sheet_out as order_sheet
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.products import sheet_out
from console.ui.tabs.products.page import ProductsPage

SHOP, GOODS = "kuaishou:1", 450  # three helpings


def fill(conn: Connection, now: int) -> None:
    put_shop(conn, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居"))
    items = [
        Item(
            item_id=f"21659597817565{n:05d}",
            title=f"=HYPERLINK({n})",
            code=f"{n:04d}",
            price_fen=1000 + n,
            stock=n,
            on_shelf=True,
            audit=AuditState.REFUSED if n == 1 else AuditState.PASSED,
            audit_reason="主图含水印" if n == 1 else "",
            updated_at=1_768_444_200_000 + n,
        )
        for n in range(GOODS)
    ]
    save_listings(conn, SHOP, [Listing(item=item) for item in items], now)
    note_success(conn, SHOP, "items", now)


@pytest.fixture
async def page(desk: Desk, qtbot: QtBot, tmp_path: Path, until: Any) -> AsyncIterator[ProductsPage]:
    await desk.database.write(fill, desk.now())
    made = ProductsPage(desk)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()

    async def here(name: str, form: Format) -> Path | None:
        return tmp_path / f"{name.partition('-')[0]}.{form}"

    made.export.where = here
    await until(lambda: quiet(made))
    yield made
    made.hide()
    await made.close_page()


def quiet(page: ListPage) -> bool:
    page.grab()
    return page.is_settled and page.card.model.rowCount() > 0


def written(folder: Path) -> list[str]:
    """Sheets, and parts of sheets."""
    return [one.name for one in folder.iterdir() if one.suffix in (".xlsx", ".csv", ".part")]


async def asked(export: Exporter[Any], until: Any, form: Format = "xlsx") -> None:
    """Press the button, choose the format and go on."""
    export.button.click()
    await until(lambda: export.dialog is not None and export.dialog.isVisible())
    dialog = export.dialog
    assert dialog is not None
    dialog.format._buttons[form].click()
    dialog.accept_button.click()


@pytest.mark.parametrize("form", ["xlsx", "csv"])
async def test_the_view_goes_out_and_comes_back(page: ProductsPage, tmp_path: Path, until: Any, form: Format) -> None:
    said: list[str] = []
    page.said.connect(lambda words, _: said.append(words))
    page.card.model.sort_by(Sort("kuaishou_price_fen"))
    await until(lambda: quiet(page))
    await asked(page.export, until, form)
    await until(lambda: said, seconds=20)
    assert said == [f"已导出 {GOODS} 行"]
    rows = read(tmp_path / f"商品列表.{form}", [field.title for field in sheet_out.fields()])
    assert [row.cells["快手商品ID"] for row in rows] == [f"21659597817565{n:05d}" for n in range(GOODS)]
    assert [row.cells["商家编码"] for row in rows] == [f"{n:04d}" for n in range(GOODS)]
    assert rows[7].cells["商品"] == "=HYPERLINK(7)"
    assert float(rows[7].cells["快手价"]) == 10.07
    assert (rows[7].cells["快手库存"], rows[7].cells["有赞库存"]) == ("7", ""), "not known is no zero"
    assert (rows[1].cells["原因"], rows[1].cells["平台原话"]) == ("图片违规", "主图含水印")
    assert rows[0].cells["更新"] == "2026-01-15 10:30:00"


async def test_the_count_is_that_of_the_filters(page: ProductsPage, tmp_path: Path, until: Any) -> None:
    page.open_at({"tab": "failed"})
    await until(lambda: quiet(page) and page.card.model.rowCount() == 1)
    page.export.button.click()
    await until(lambda: page.export.dialog is not None and page.export.dialog.isVisible())
    dialog = page.export.dialog
    assert dialog is not None
    assert dialog.said.text() == "共 1 行，按当前筛选和排序导出"
    dialog.cancel_button.click()
    await until(lambda: page.is_settled)
    assert written(tmp_path) == []


async def test_an_export_can_be_stopped(
    page: ProductsPage, tmp_path: Path, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    page.said.connect(lambda words, _: said.append(words))
    add = sheets.Export.add

    def stop_at_once(export: sheets.Export, rows: Any) -> None:
        add(export, rows)
        page.export._stop("stop")

    monkeypatch.setattr(sheets.Export, "add", stop_at_once)
    (tmp_path / "商品列表.csv").write_text("before")
    await asked(page.export, until, "csv")
    await until(lambda: said)
    assert said == ["已停止导出，没有写入文件"]
    assert (tmp_path / "商品列表.csv").read_text() == "before"
    assert written(tmp_path) == ["商品列表.csv"]
    assert page.export.button.isEnabled()
    assert not page.export.progress.isVisible()


async def test_a_place_that_cannot_be_written_to_is_said(page: ProductsPage, tmp_path: Path, until: Any) -> None:
    said: list[str] = []
    page.said.connect(lambda words, _: said.append(words))

    async def nowhere(name: str, form: Format) -> Path | None:
        return tmp_path / "missing" / f"{name}.{form}"

    page.export.where = nowhere
    await asked(page.export, until, "csv")
    await until(lambda: said)
    assert "没有权限写入该位置" in said[0]
    assert page.export.button.isEnabled()


def fill_orders(conn: Connection, now: int) -> None:
    put_shop(conn, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居"))
    line = OrderLine(line_no="1", title="-双层杯", quantity=2, spec="白色")
    order = Order(
        order_no="2400000000000000123",
        status=OrderStatus.SHIPPED,
        paid_at=1_768_444_200_000,
        amount_fen=5990,
        buyer_masked="张*",
        buyer_note="请发顺丰",
        lines=(line,),
        parcels=(Parcel(waybill_no="0012345678901234"), Parcel(waybill_no="SF2")),
    )
    save_orders(conn, SHOP, [order], now)
    note_success(conn, SHOP, "orders", now)


async def test_orders_go_out_without_their_buyers(desk: Desk, qtbot: QtBot, tmp_path: Path, until: Any) -> None:
    await desk.database.write(fill_orders, desk.now())
    page = OrdersPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open_at({"tab": "all"})
    await until(lambda: quiet(page))
    path = tmp_path / "订单.xlsx"

    async def here(name: str, form: Format) -> Path | None:
        return path

    page.export.where = here
    said: list[str] = []
    page.said.connect(lambda words, _: said.append(words))
    await asked(page.export, until)
    await until(lambda: said, seconds=20)
    (row,) = read(path, [field.title for field in order_sheet.fields()])
    cells = row.cells
    assert (cells["快手单号"], cells["有赞单号"], cells["金额"]) == ("2400000000000000123", "", "59.9")
    assert (cells["支付时间"], cells["运单号"]) == ("2026-01-15 10:30:00", "0012345678901234 SF2")
    assert (cells["商品"], cells["规格"], cells["件数"]) == ("-双层杯", "白色", "2")
    everything = " ".join(cells.values())
    assert "张" not in everything
    assert "顺丰" not in everything
    page.hide()
    await page.close_page()


async def test_a_number_that_was_taken_goes_out_as_the_list_shows_it(desk: Desk) -> None:
    await desk.database.write(fill_orders, desk.now())
    (row,) = await desk.database.read(order_rows, [1])
    titles = [field.title for field in order_sheet.fields()]
    for parcels, taken, said in (
        (row.parcels, Parcel(waybill_no="731"), "0012345678901234 SF2"),
        ((), Parcel(waybill_no="731", carrier_name="中通快递"), "731"),
        ((), None, None),
    ):
        shown = order_sheet.cells(replace(row, parcels=parcels, taken=taken))
        assert dict(zip(titles, shown, strict=True))["运单号"] == said
