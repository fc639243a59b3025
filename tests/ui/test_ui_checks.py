"""The drawer's checks before publishing: what nobody read is not checked, and a click has it read."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection
from ui_fakes import FakeActions

from console.core.categories import Attribute, Category, CategoryFacts, ItemFacts, Paper
from console.core.errors import Offline
from console.core.model import AuditState, Item, Listing, Platform, Shop, Sku
from console.rules.findings import Check, Severity
from console.store import categories
from console.store.health import note_success
from console.store.items import save_listings
from console.store.push_rules import put_lead
from console.store.shops import pair, put_shop
from console.ui.context import Desk
from console.ui.tabs.products.drawer import CHECKS, EDIT
from console.ui.tabs.products.page import ProductsPage
from console.ui.widgets import Chip

KUAISHOU, YOUZAN = "kuaishou:1", "youzan:2"
LEAF = Category(category_id="9", path="家居生活 > 厨具/杯具 > 杯具", parent_id="1", is_open=True)


def fill(conn: Connection, now: int) -> None:
    for shop_id, price in ((KUAISHOU, 12_000), (YOUZAN, 10_000)):
        platform, _, number = shop_id.partition(":")
        put_shop(conn, Shop(shop_id=shop_id, platform=Platform(platform), platform_shop_id=number, name="小禾家居"))
        item = Item(
            item_id="7",
            title="双层玻璃杯",
            code="XH-1",
            category_id="9" if shop_id == KUAISHOU else "3",
            price_fen=price,
            stock=5,
            on_shelf=True,
            audit=AuditState.PASSED,
            updated_at=1,
        )
        sku = Sku(item_id="7", sku_id="71", code="XH-1-0", spec="白色", price_fen=price, stock=5)
        save_listings(conn, shop_id, [Listing(item=item, skus=(sku,))], now)
    pair(conn, KUAISHOU, YOUZAN)
    for shop_id in (KUAISHOU, YOUZAN):
        note_success(conn, shop_id, "items", now)


def learn(conn: Connection, now: int) -> None:
    """What a look at the platform brings."""
    categories.put_tree(conn, KUAISHOU, [LEAF], now)
    asks = CategoryFacts(
        category_id="9", attributes=(Attribute(name="材质", required=True),), papers=(Paper(name="检测报告"),)
    )
    categories.put_category_facts(conn, KUAISHOU, asks, now)
    categories.put_item_facts(conn, KUAISHOU, ItemFacts(item_id="7", category_id="9"), now)


@pytest.fixture
async def page(desk: Desk, qtbot: QtBot, until: Any) -> AsyncIterator[ProductsPage]:
    await desk.database.write(fill, desk.now())
    made = ProductsPage(desk)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()

    def still() -> bool:
        made.grab()
        return made.is_settled and made.card.model.rowCount() == 1

    await until(still)
    made.open_row(made.card.model.id_at(0))
    made.item_drawer.tabs.choose(CHECKS)
    await until(lambda: made.item_drawer.checks.report is not None and made.is_settled)
    yield made
    made.hide()
    await made.close_page()


def said(page: ProductsPage) -> str:
    return " ".join(label.text() for label in page.item_drawer.checks.findChildren(QLabel) if label.isVisible())


def worst(page: ProductsPage) -> dict[Check, Severity]:
    report = page.item_drawer.checks.report
    assert report is not None
    return {check: report.worst(check) for check in Check}


async def test_what_nobody_read_is_not_checked(page: ProductsPage) -> None:
    found = worst(page)
    assert found[Check.PRICE] is Severity.WARN
    for check in (Check.CATEGORY, Check.ATTRIBUTES, Check.IMAGES, Check.DOCUMENTS):
        assert found[check] is Severity.NOT_CHECKED
    shown = said(page)
    assert "8 项 · 3 通过 · 1 提醒 · 4 未检查" in shown
    assert "白色 +20.0%" in shown
    assert "目前只有上次同步的数据" in shown
    assert "字数 5/60" in shown
    chips = [chip.accessibleName() for chip in page.item_drawer.checks.findChildren(Chip) if chip.isVisible()]
    assert chips.count("未检查") == 4
    assert page.item_drawer.tabs._tabs[0].number == 1


async def test_a_click_has_it_read_and_says_how_old_it_is(page: ProductsPage, actions: FakeActions, until: Any) -> None:
    await page.desk.database.write(learn, page.desk.now())
    panel = page.item_drawer.checks
    panel.again.click()
    assert not panel.again.isEnabled()
    await until(lambda: panel.again.isEnabled() and page.is_settled)
    assert actions.looks.read == [KUAISHOU], "the tree was never read"
    assert actions.looks.looked == [(KUAISHOU, "7")]
    found = worst(page)
    assert (found[Check.CATEGORY], found[Check.ATTRIBUTES]) == (Severity.PASSED, Severity.BLOCK)
    assert (found[Check.IMAGES], found[Check.DOCUMENTS]) == (Severity.NOT_CHECKED, Severity.NOT_CHECKED)
    shown = said(page)
    for words in (LEAF.path, "材质", "补属性", "检测报告", "本机没有资质记录", "读自快手：商品 ", "1 拦截"):
        assert words in shown
    panel.again.click()
    await until(lambda: len(actions.looks.looked) == 2 and page.is_settled)
    assert actions.looks.read == [KUAISHOU], "a fresh tree is not read again"


async def test_trouble_is_said_and_what_was_known_stays(page: ProductsPage, actions: FakeActions, until: Any) -> None:
    actions.looks.trouble = Offline("net.timeout", platform=Platform.KUAISHOU)
    panel = page.item_drawer.checks
    panel.again.click()
    await until(lambda: panel.again.isEnabled() and page.is_settled)
    assert "快手没有在时限内回应" in panel.trouble.text()
    assert panel.trouble.isVisible()
    assert worst(page)[Check.PRICE] is Severity.WARN


async def test_what_the_editor_mends_leads_there(page: ProductsPage) -> None:
    page.item_drawer.checks.edit_asked.emit()
    assert page.item_drawer.tabs.key() == EDIT


async def test_a_check_that_blocks_stops_publishing_and_says_why(page: ProductsPage, until: Any) -> None:
    """The required attribute is missing: a title stays here, a price goes."""
    desk, drawer = page.desk, page.item_drawer
    await desk.database.write(put_lead, "title", "free", desk.now())
    await desk.database.write(learn, desk.now())
    await page.show_detail(page.card.model.id_at(0))
    await until(lambda: worst(page)[Check.ATTRIBUTES] is Severity.BLOCK and page.is_settled)
    drawer.tabs.choose(EDIT)
    edit = drawer.editor
    assert edit is not None
    edit.field(Platform.KUAISHOU, "title").setText("双层玻璃水杯")
    assert not drawer.preview.isEnabled()
    assert "「必填属性」检查未通过，不能推送" in drawer.preview.toolTip()
    edit.field(Platform.KUAISHOU, "price", "71").setText("110.00")
    assert drawer.preview.isEnabled(), "the price may go"
    drawer.preview.click()
    pusher = page.pushes.pusher
    await until(lambda: pusher.dialog is not None and pusher.dialog.isVisible())
    assert pusher.dialog is not None
    found = {line.field: (line.fate, line.codes) for line in pusher.dialog.plan.lines}
    assert found["title"] == ("skipped", ("push.check_blocks attributes",))
    assert found["price"][0] == "sent"
    assert [type(command).__name__ for command in pusher.dialog.commands()] == ["SetPrice"]
    pusher.dialog.reject()
    await until(lambda: pusher.dialog is None)


async def test_a_title_opens_in_the_checker_under_the_name_its_pardon_is_found_by(page: ProductsPage) -> None:
    asked: list[tuple[str, dict[str, str]]] = []
    page.go.connect(lambda tab, question: asked.append((tab, question)))
    panel = page.item_drawer.checks
    panel.wording_asked.emit(panel._wording_question())
    ((tab, question),) = asked
    assert tab == "compliance"
    assert (question["view"], question["surface"], question["subject"]) == ("wording", "title", f"{KUAISHOU}/7")
    assert question["text"]
