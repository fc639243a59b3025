"""The goods tab on a real file: rows, badges, filters, keyboard, drawer, and what stands there when it is empty."""

from collections.abc import AsyncIterator
from html import escape
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection
from ui_fakes import FakeActions

from console.core.changes import changed
from console.core.model import AuditState, Item, Listing, Platform, Shop, Sku
from console.rules.failures import Cause
from console.store.health import note_success
from console.store.item_view import contested_ids, item_rows, item_tab_counts
from console.store.items import retire_missing, save_listings
from console.store.shops import pair, put_shop
from console.store.views import ItemFilter, ItemRow
from console.ui import paint, texts
from console.ui.context import Desk
from console.ui.paging import Sort
from console.ui.tabs.products import columns
from console.ui.tabs.products.page import ProductsPage
from console.ui.tabs.products.variants import Variants
from console.ui.tabs.products.words import gap, reasons
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


@pytest.fixture
async def page(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[ProductsPage]:
    await desk.database.write(fill, desk.now())
    made = await opened(desk, qtbot, until)
    yield made
    made.hide()
    await made.close_page()


@pytest.fixture
async def bare(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[ProductsPage]:
    made = await opened(desk, qtbot, until)
    yield made
    made.hide()
    await made.close_page()


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


# --- lists -----------------------------------------------------------------------------------------------------------


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


# --- rows ------------------------------------------------------------------------------------------------------------


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


# --- drawer ----------------------------------------------------------------------------------------------------------


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


# --- nothing to show -------------------------------------------------------------------------------------------------


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


# --- what fails -------------------------------------------------------------------------------------------------------


async def test_the_bar_of_reasons_counts_and_filters(page: ProductsPage, until: Any) -> None:
    assert not page.reasons.isVisible()
    await show(page, until, tab="failed")
    bar = page.reasons
    assert bar.isVisible()
    assert {cause: part.number for cause, part in bar.legends.items() if part.number} == {
        Cause.IMAGE: 1,
        Cause.UNKNOWN: 1,
    }
    assert bar.legends[Cause.UNKNOWN].accessibleName() == "原因未知 1"
    assert "发现 2 次，修好 0 次 · 还剩 2 件" in bar.under.text()
    assert bar.under.text().startswith("自 "), "fewer than seven days were counted, and it says so"
    bar.legends[Cause.IMAGE].click()
    await quiet(page, until)
    assert [row.kuaishou_item_id for row in await rows(page)] == ["1001"]
    assert page.filters.clearing.isVisible()
    badges = {tab.tab.key: tab.number for tab in page.filters.tabs._tabs}
    assert badges["failed"] == 2, "the cause narrows its tab, not the tabs' counts"
    bar.legends[Cause.IMAGE].click()
    await quiet(page, until)
    assert page.card.model.rowCount() == 2
    bar.legends[Cause.UNKNOWN].click()
    await quiet(page, until)
    assert [row.kuaishou_item_id for row in await rows(page)] == ["1002"]
    page.filters.clearing.click()
    await quiet(page, until)
    assert (bar.cause, page.card.model.rowCount()) == (None, 2)


async def test_failures_over_time_and_a_click_into_them(page: ProductsPage, until: Any) -> None:
    """One that was mended since is still what failed today; a column and a cause narrow the list."""
    mended = listing("1001", "XH-001", 1050, audit=AuditState.PASSED, updated_at=5_000)
    await page.desk.database.write(save_listings, KUAISHOU, [mended], page.desk.now())
    await show(page, until, tab="failed")
    assert page.card.model.rowCount() == 1
    bar = page.reasons
    assert not bar.time.isVisible()
    bar.span.chosen.emit("7")
    await quiet(page, until)
    assert bar.time.isVisible()
    assert len(bar.time.stretches) == 7
    assert (bar.legends[Cause.IMAGE].number, bar.legends[Cause.UNKNOWN].number) == (1, 1)
    assert {row.kuaishou_item_id for row in await rows(page)} == {"1001", "1002"}
    *_, yesterday, today = bar.time.columns()
    QTest.mouseClick(bar.time, Qt.MouseButton.LeftButton, pos=yesterday.center())
    await quiet(page, until)
    assert page.card.model.rowCount() == 0
    QTest.mouseClick(bar.time, Qt.MouseButton.LeftButton, pos=today.center())
    await quiet(page, until)
    assert bar.time.stretch == (bar.time.stretches[-1].begin_at, bar.time.stretches[-1].end_at)
    bar.legends[Cause.IMAGE].click()
    await quiet(page, until)
    assert [row.kuaishou_item_id for row in await rows(page)] == ["1001"]
    bar.time.setFocus()
    QTest.keyClick(bar.time, Qt.Key.Key_Left)
    await quiet(page, until)
    assert page.card.model.rowCount() == 0
    page.filters.clearing.click()
    await quiet(page, until)
    assert (bar.days, bar.span.key(), bar.time.isVisible(), page.card.model.rowCount()) == (0, "0", False, 1)


class Browser(QObject):
    """Remembers what it was to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toString())


async def test_what_nobody_knows_leads_to_the_platforms_page(page: ProductsPage, until: Any) -> None:
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")  # type: ignore[call-overload] - by name, as Qt wants it
    try:
        for number, opened in (("1001", []), ("1002", ["https://s.kwaixiaodian.com"])):
            await open_row(page, until, number)
            for made in page.item_drawer.findChildren(QPushButton):
                if made.text() == "到快手后台查看":
                    made.click()
            assert browser.opened == opened
    finally:
        QDesktopServices.unsetUrlHandler("https")


async def test_what_passed_since_counts_as_fixed(page: ProductsPage, until: Any) -> None:
    mended = listing("1001", "XH-001", 1050, audit=AuditState.PASSED, updated_at=5_000)
    await page.desk.database.write(save_listings, KUAISHOU, [mended], page.desk.now())
    await show(page, until, tab="failed")
    assert "发现 2 次，修好 1 次 · 还剩 1 件" in page.reasons.under.text()
    assert page.reasons.legends[Cause.IMAGE].number == 0
    assert not page.reasons.legends[Cause.IMAGE].isEnabled()


async def test_the_drawer_tells_cause_evidence_and_fix(page: ProductsPage, until: Any) -> None:
    await open_row(page, until, "1001")
    shown = said(page.item_drawer)
    for words in ("主图含极限词", "怎么修", "换图片"):
        assert words in shown
    await open_row(page, until, "1002")
    shown = said(page.item_drawer)
    for words in ("无：平台没有给出说明", "快手没有给出原因", "去平台后台"):
        assert words in shown
