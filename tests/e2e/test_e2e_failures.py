"""S4: goods that Kuaishou turns down, read over a socket: cause and evidence in the window, green once mended."""

import gc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from outbox_world import OwnWorld
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from console.app.joining import Assembly
from console.rules.failures import Cause
from console.rules.findings import Check, Severity
from console.sandbox.state import Product
from console.store.item_view import item_rows
from console.store.profile import Profile
from console.store.views import ItemRow
from console.ui import theme
from console.ui.bridge import Bridge
from console.ui.context import Desk
from console.ui.language import Translators
from console.ui.preferences import Preferences
from console.ui.tabs.products import words
from console.ui.tabs.products.page import ProductsPage
from console.ui.widgets import Chip

pytestmark = pytest.mark.timeout(180)

PATIENCE_S = 60.0
WAITING, PASSED, REFUSED = 0, 2, 3
SAID = ("类目错放，应为：家居生活 > 厨具/杯具 > 杯具", "主图含水印或牛皮癣文字", "")


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    """Qt's objects must die on the thread they live on, as in the program."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[OwnWorld]:
    made = OwnWorld(tmp_path)
    yield made
    made.stop()


def review(world: OwnWorld, product: Product, audit: int, reason: str = "") -> None:
    """What Kuaishou's reviewers decide."""
    product.audit, product.audit_reason = audit, reason
    product.ks_on_shelf = audit == PASSED
    world.ctx.clock.advance(1)
    product.ks_updated = world.ctx.clock.now_ms()


@pytest.fixture
def refused(world: OwnWorld) -> list[Product]:
    """A category error, a picture error and a refusal without a reason; nothing else fails."""
    sold = [one for one in world.ctx.world.products if one.ks_item_id and one.yz_item_id and not one.ks_deleted]
    for product in sold:
        review(world, product, PASSED)
    chosen = [one for one in sold if not one.yz_deleted and all(sku.yz_sku_id for sku in one.skus)][:3]
    for product, said in zip(chosen, SAID, strict=True):
        for sku in product.skus:
            sku.ks_price = sku.yz_price = 5990
            sku.ks_stock = sku.yz_stock = 10
        product.yz_on_shelf = True
        review(world, product, REFUSED, said)
    return chosen


@pytest.fixture
async def page(
    qapp: QApplication, qtbot: QtBot, world: OwnWorld, refused: list[Product], tmp_path: Path, until: Any
) -> AsyncIterator[ProductsPage]:
    """The goods page over an empty profile, bound by the world's own file and read once."""
    translators = Translators(qapp)
    translators.use("zh_CN")
    theme.apply(qapp, "light")
    with Profile.open(tmp_path / "profile") as profile:
        assembly = await Assembly.open(profile)
        preferences = Preferences(tmp_path / "window.ini")
        preferences.appearance, preferences.language = "light", "zh_CN"
        bridge = Bridge(assembly.hub)
        desk = Desk(
            database=assembly.database,
            changes=bridge,
            clock=assembly.clock,
            actions=assembly,
            preferences=preferences,
            log_path=profile.log_path,
        )
        assert await assembly.connect(world.connect) == []
        await assembly.engine.sync_once()
        made = ProductsPage(desk)
        qtbot.addWidget(made)
        made.resize(1240, 800)
        made.show()
        yield made
        made.hide()
        bridge.close()
        await made.close_page()
        await assembly.close()
    translators.use("en")


async def shown(page: ProductsPage, until: Any, **question: str) -> dict[str, ItemRow]:
    """The rows of this view by Kuaishou's number."""
    page.open_at(question)

    def settled() -> bool:
        page.grab()  # rows are asked for by painting
        return page.is_settled

    await until(settled, PATIENCE_S)
    rows = await page.desk.database.read(item_rows, list(page.card.model.ids))
    return {row.kuaishou_item_id or "": row for row in rows}


async def told(page: ProductsPage, until: Any, row: ItemRow) -> tuple[str, set[str]]:
    """What the drawer says of a row, and its chips."""
    page.open_row(row.id)
    drawer = page.item_drawer

    def filled() -> bool:
        return drawer.detail is not None and drawer.detail.row.id == row.id and page.is_settled

    await until(filled, PATIENCE_S)
    said = " ".join(label.text() for label in drawer.findChildren(QLabel))
    return said, {chip.accessibleName() for chip in drawer.findChildren(Chip)}


async def recheck(page: ProductsPage, assembly: Any) -> None:
    """Read everything once more."""
    report = await assembly.engine.sync_once()
    assert report.failures == ()


async def test_s4_failures_are_explained_and_turn_green(
    page: ProductsPage, world: OwnWorld, refused: list[Product], until: Any
) -> None:
    numbers = [str(product.ks_item_id) for product in refused]
    rows = await shown(page, until, tab="failed")
    assert set(rows) == set(numbers)
    causes = {cause: part.number for cause, part in page.reasons.legends.items() if part.number}
    assert causes == {Cause.CATEGORY: 1, Cause.IMAGE: 1, Cause.UNKNOWN: 1}

    for number, chip, evidence, fix in (
        (numbers[0], "类目不匹配", "类目错放，应为：家居生活 > 厨具/杯具 > 杯具", "选类目"),
        (numbers[1], "图片违规", "水印", "换图片"),
        (numbers[2], "原因未知", "快手没有给出原因", "去平台后台"),
    ):
        said, chips = await told(page, until, rows[number])
        assert {"已驳回", chip} <= chips
        assert evidence in said
        assert fix in said

    for product in refused[:2]:  # mended in Kuaishou's console: first it is looked at again, then it passes
        review(world, product, WAITING)
    await recheck(page, page.desk.actions)
    rows = await shown(page, until, tab="failed")
    assert set(rows) == {numbers[2]}
    assert "修好 0 次" in page.reasons.under.text(), "waiting for the review is not mended"
    for product in refused[:2]:
        review(world, product, PASSED)
    await recheck(page, page.desk.actions)

    rows = await shown(page, until, tab="failed")
    assert set(rows) == {numbers[2]}
    assert words.reasons(rows[numbers[2]])[0].word == "原因未知"
    assert "发现 3 次，修好 2 次 · 还剩 1 件" in page.reasons.under.text()
    for number in numbers[:2]:
        row = (await shown(page, until, tab="all", text=number))[number]
        look = words.status_chip(row, compared=page.is_compared())
        assert (look.tone, look.word) == ("green", "正常")
        assert words.reasons(row) == []
        _, chips = await told(page, until, row)
        assert "正常" in chips
        assert not {"类目不匹配", "图片违规", "已驳回"} & chips


async def test_a_check_reads_what_kuaishou_asks(page: ProductsPage, refused: list[Product], until: Any) -> None:
    """One click reads the tree, the item and its category over the socket; pictures stay unchecked."""
    rows = await shown(page, until, tab="failed")
    await told(page, until, rows[str(refused[0].ks_item_id)])
    panel = page.item_drawer.checks
    await until(lambda: panel.report is not None and page.is_settled, PATIENCE_S)
    before = panel.report
    assert before is not None
    assert before.worst(Check.CATEGORY) is before.worst(Check.ATTRIBUTES) is Severity.NOT_CHECKED
    panel.again.click()
    await until(lambda: panel.again.isEnabled() and page.is_settled, PATIENCE_S)
    after = panel.report
    assert after is not None
    assert panel.trouble.text() == ""
    assert after.worst(Check.CATEGORY) is Severity.PASSED
    assert after.worst(Check.ATTRIBUTES) in (Severity.PASSED, Severity.BLOCK)
    assert after.worst(Check.IMAGES) is Severity.NOT_CHECKED
