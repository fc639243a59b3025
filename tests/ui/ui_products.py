"""Goods of two shops, and the tab that shows them."""

from typing import Any

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from console.core.model import AuditState, Item, Listing, Platform, Shop, Sku
from console.store.health import note_success
from console.store.item_view import contested_ids, item_rows
from console.store.items import save_listings
from console.store.shops import pair, put_shop
from console.store.views import ItemRow
from console.ui.context import Desk
from console.ui.tabs.products.page import ProductsPage
from console.ui.widgets import Chip

KUAISHOU, YOUZAN = "kuaishou:1", "youzan:2"


PAIRED = 90


ALL = PAIRED + 6  # three in conflict, two of Kuaishou alone, one of Youzan alone


TITLES = ("双层玻璃保温杯", "北欧客厅地毯", "床头小夜灯")


REFUSAL = "主图含极限词：<b>第一</b>"


def listing(no: str, code: str, price: int, *, stock: int = 10, variants: int = 1, **more: Any) -> Listing:
    skus = tuple(
        Sku(
            item_id=no,
            sku_id=f"{no}{n}",
            code=f"{code}-{n}" if code else "",
            spec=f"规格 {n}",
            price_fen=price,
            stock=n,
        )
        for n in range(variants)
    )
    title = more.pop("title", TITLES[int(no) % 1000 % len(TITLES)] + f" {code}")
    item = Item(item_id=no, title=title, code=code, price_fen=price, stock=stock, **{"on_shelf": True} | more)
    return Listing(item=item, skus=skus)


def kuaishou_goods() -> list[Listing]:
    passed = AuditState.PASSED
    same = [listing(f"1{n:03d}", f"XH-{n:03d}", 1000 + n, audit=passed, updated_at=n + 1) for n in range(3, PAIRED)]
    return [
        listing("1000", "XH-000", 5000, stock=7, variants=3, audit=passed, title="快手标题", updated_at=1_000),
        listing("1001", "XH-001", 1050, audit=AuditState.REFUSED, audit_reason=REFUSAL, updated_at=999),
        listing("1002", "XH-002", 1000, on_shelf=False, audit=AuditState.NEEDS_CHANGES, updated_at=998),
        *same,
        listing("1900", "DUP", 100, audit=passed),
        listing("1901", "DUP", 100, audit=passed),
        listing("1902", "K-1", 1_234_567, audit=AuditState.WAITING),
        listing("1903", "", 300),
    ]


def youzan_goods() -> list[Listing]:
    linked = [listing(f"2{n:03d}", f"XH-{n:03d}", 1000 + n, updated_at=n + 1) for n in range(1, PAIRED)]
    return [
        listing("2000", "XH-000", 4000, stock=9, variants=2, title="有赞标题", updated_at=2),
        *linked,
        listing("2900", "DUP", 100),
        listing("2901", "Y-1", 200),
    ]


def fill(conn: Connection, now: int) -> None:
    """Both shops, read to the end."""
    for shop_id, listings in ((KUAISHOU, kuaishou_goods()), (YOUZAN, youzan_goods())):
        platform, _, number = shop_id.partition(":")
        put_shop(conn, Shop(shop_id=shop_id, platform=Platform(platform), platform_shop_id=number, name="小禾家居"))
        save_listings(conn, shop_id, listings, now)
    pair(conn, KUAISHOU, YOUZAN)
    for shop_id in (KUAISHOU, YOUZAN):
        note_success(conn, shop_id, "items", now)


async def opened(desk: Desk, qtbot: QtBot, until: Any) -> ProductsPage:
    page = ProductsPage(desk)
    qtbot.addWidget(page)
    page.resize(1240, 800)
    page.show()
    await quiet(page, until)
    return page


async def quiet(page: ProductsPage, until: Any) -> None:
    """Painting asks for rows, so it belongs to waiting."""

    def still() -> bool:
        page.grab()
        return page.is_settled

    await until(still)


async def rows(page: ProductsPage) -> list[ItemRow]:
    """Every row of the view, as the file has it."""
    contested = await page.desk.database.read(contested_ids)
    return await page.desk.database.read(item_rows, list(page.card.model.ids), contested)


async def show(page: ProductsPage, until: Any, **question: str) -> list[ItemRow]:
    page.open_at(question)
    await quiet(page, until)
    return await rows(page)


async def open_row(page: ProductsPage, until: Any, item_id: str) -> None:
    """Open the drawer of the goods with this number on either platform."""
    found = next(row for row in await show(page, until, text=item_id))
    page.open_row(found.id)

    def shown() -> bool:
        detail = page.item_drawer.detail
        return detail is not None and detail.row.id == found.id and page.is_settled

    await until(shown)


def said(widget: Any) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def chips(widget: Any) -> list[str]:
    return [chip.accessibleName() for chip in widget.findChildren(Chip) if chip.isVisible()]
