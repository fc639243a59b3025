"""Violations in the window: taken in row by row, sorted by their clocks, days counted out, packed, marked as done."""

import json
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from ui_fakes import FakeActions

from console.binding.compliance import Compliance
from console.core.clock import parse_shop_time
from console.core.model import Platform, Shop
from console.documents.case_sheet import Bad
from console.rules.violations import CaseState, Level, LevelFigures
from console.store.shops import put_shop
from console.store.violations import cases
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.compliance import violations as violations_module
from console.ui.tabs.compliance.page import CompliancePage
from console.ui.tabs.compliance.violations import ViolationsView
from console.ui.tabs.compliance.violations_forms import CaseDialog, LevelDialog

NOW = parse_shop_time("2026-11-22 20:05:00")
HEAD = "编号,通知时间,级别,事由,扣分,订单号,申诉截止\n"
ROWS = (
    HEAD
    + "V-1121,2026-11-18 23:10,严重,口播“全网最低价”,12,,\n"
    + "V-1119,2026-11-16,一般,四件套首图含文字,2,,\n"
    + "V-2,昨天,一般,坏行,,,\n"
    + "V-3,2026-11-19,特别严重,售假,,,\n"
    + "V-4,2026-12-28,一般,虚假发货,,,\n"
)


class At:
    """A clock that stands."""

    def __init__(self) -> None:
        self.at = NOW

    def now_ms(self) -> int:
        return self.at

    async def sleep(self, seconds: float) -> None:
        raise AssertionError("nobody waits here")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> At:
    made = At()
    object.__setattr__(desk, "clock", made)
    return made


@pytest.fixture
async def view(
    desk: Desk, clock: At, actions: FakeActions, tmp_path: Path, until: Any
) -> AsyncIterator[ViolationsView]:
    actions.compliance = Compliance(desk.database, clock, Hub(), tmp_path / "evidence")
    shop = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    await desk.database.write(put_shop, shop)
    page = CompliancePage(desk)
    page.resize(1180, 780)
    page.show()
    await until(lambda: page.is_settled)
    made = page.enter("violations")
    assert isinstance(made, ViolationsView)
    await until(lambda: made.is_settled)
    yield made
    await page.close_page()
    page.close()
    page.deleteLater()


async def take(view: ViolationsView, tmp_path: Path, rows: str = ROWS) -> None:
    path = tmp_path / "违规.csv"
    path.write_text(rows, encoding="utf-8")
    await view.take(path)


def shown_words(view: ViolationsView) -> list[str]:
    assert view.drawer.sheet is not None
    return [one.text() for one in view.drawer.sheet.findChildren(QLabel)]


async def test_a_table_comes_in_row_by_row_and_cards_stand_by_their_clocks(
    view: ViolationsView, tmp_path: Path, desk: Desk
) -> None:
    await take(view, tmp_path)
    assert view.bad == (Bad(4, "case.date", "昨天"),)
    assert view.banner.isVisibleTo(view)
    kept = await desk.database.read(cases)
    assert {one.shop_id for one in kept} == {"kuaishou:1"}
    assert list(view.board.lanes[Level.SERIOUS].cards) == ["V-1121"]
    assert list(view.board.lanes[Level.GENERAL].cards) == ["V-1119", "V-4"]
    assert view.board.lanes[Level.SERIOUS].cards["V-1121"].clock.text() == "剩 1 个工作日"
    assert view.board.lanes[Level.GRAVE].cards["V-3"].clock.text() == "不可申诉"
    assert "程序默认值" in view.board.lanes[Level.GENERAL].source.text()
    await take(view, tmp_path)
    assert len(await desk.database.read(cases)) == 4


async def test_the_drawer_counts_the_days_and_offers_only_what_can_be_done(
    view: ViolationsView, tmp_path: Path, until: Any
) -> None:
    await take(view, tmp_path)
    view.open_case("V-1121")
    await until(lambda: view.drawer.isVisible() and view.is_settled)
    words = " ".join(shown_words(view))
    assert "申诉截止 11-23 周一 24:00" in words
    assert "还有 1 天 3 时" in words
    assert "次日起算 3 个工作日：11-19 · 11-20 · 11-23" in words
    assert view.drawer.verbs["submitted"].isVisibleTo(view.drawer)
    view.open_case("V-3")
    await until(lambda: view.drawer.shown and view.drawer.shown.kept.case.case_id == "V-3" and view.is_settled)
    assert not view.drawer.verbs["submitted"].isVisibleTo(view.drawer), "the gravest level has no appeal"
    view.open_case("V-4")
    await until(lambda: view.drawer.shown and view.drawer.shown.kept.case.case_id == "V-4" and view.is_settled)
    assert any("2027 年放假安排未导入" in one and "安全日" in one and "估算 2027" in one for one in shown_words(view))


async def test_a_statement_is_checked_kept_packed_and_marked_as_submitted(
    view: ViolationsView, tmp_path: Path, desk: Desk, until: Any, clock: At
) -> None:
    await take(view, tmp_path)
    proof = tmp_path / "通知截图.png"
    proof.write_bytes(b"\x89PNG picture")
    await desk.actions.compliance.add_evidence("V-1121", proof, "picture")
    view.open_case("V-1121")
    await until(lambda: view.drawer.isVisible() and view.is_settled)
    sheet = view.drawer.sheet
    assert sheet is not None
    sheet.statement.setPlainText("本店商品为国家级品质，请复核。")
    await until(lambda: "国家级" in sheet.verdict.text())
    sheet.statement.setPlainText("字" * 501)
    assert not sheet.save.isEnabled()
    sheet.put_template()
    assert "V-1121" in sheet.statement.toPlainText()
    await view.do("submitted", "V-1121")
    kept = {one.case.case_id: one for one in await desk.database.read(cases)}["V-1121"]
    assert kept.case.state is CaseState.APPEALED
    assert "请平台予以复核" in kept.statement, "what was being written is kept before anything else is done"
    assert view.drawer.verbs["won"].isVisibleTo(view.drawer)
    await view.pack("V-1121", tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as pack:
        listed = json.loads(pack.read("00_list.json"))
    assert [one["name"] for one in listed["files"]] == ["01_picture_通知截图.png", "02_statement_statement.txt"]
    assert [one["reason"] for one in listed["missing"]] == ["case.no_order_named", "case.no_chat"]


async def test_a_pasted_notice_is_shown_for_confirmation_and_nothing_is_guessed(
    view: ViolationsView, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def look(dialog: CaseDialog) -> int:
        assert dialog.orders.text() == "2632100012345678"
        assert not dialog.accept_button.isEnabled(), "the level was not named"
        dialog.level.set_key("serious")
        dialog.level.chosen.emit("serious")
        assert dialog.accept_button.isEnabled()
        dialog.deleteLater()
        return int(CaseDialog.DialogCode.Accepted)

    monkeypatch.setattr(violations_module, "answer", look)
    await view.take_text("通知时间：2026-11-20 09:00\n违规原因：虚假发货\n订单号 2632100012345678 扣6分")
    (kept,) = await desk.database.read(cases)
    assert (kept.case.level, kept.case.points, kept.case.source) == (Level.SERIOUS, 6, "pasted")
    assert "虚假发货" in kept.note, "the notice itself is kept with it"


async def test_figures_of_a_level_need_a_source_and_move_the_clocks(
    view: ViolationsView, tmp_path: Path, desk: Desk, until: Any
) -> None:
    await take(view, tmp_path)
    dialog = LevelDialog(view, Level.SERIOUS, view.seen.figures[Level.SERIOUS], True)
    dialog.appeal.setText("5")
    assert not dialog.accept_button.isEnabled()
    dialog.source.setText("平台规则页截图 11-22")
    assert dialog.accept_button.isEnabled()
    wanted = dialog.figures()
    dialog.deleteLater()
    assert isinstance(wanted, LevelFigures)
    await desk.actions.compliance.set_level(Level.SERIOUS, wanted)
    view.load()
    await until(lambda: view.is_settled)
    assert view.board.lanes[Level.SERIOUS].source.text() == "平台规则页截图 11-22，2026-11-22"
    assert view.board.lanes[Level.SERIOUS].cards["V-1121"].clock.text() == "剩 3 个工作日"
