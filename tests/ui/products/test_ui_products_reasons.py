"""Why goods failed: the bar of reasons, failures over time, and what leads to their fix."""

from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from ui_products import KUAISHOU, listing, open_row, quiet, rows, said, show

from console.core.model import AuditState
from console.rules.failures import Cause
from console.store.items import save_listings
from console.ui.tabs.products.page import ProductsPage


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
