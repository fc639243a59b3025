"""Pauses of a case and the way a level counts, in the window; a year without a plan is said where it matters."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from test_ui_violations import At
from ui_fakes import FakeActions

from console.binding.compliance import Compliance
from console.core.clock import parse_shop_time
from console.core.errors import Refused
from console.core.model import Platform, Shop
from console.rules.violations import Case, Level, Pause
from console.store.level_figures import level_figures
from console.store.shops import put_shop
from console.store.violations import KeptCase, case
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.compliance.page import CompliancePage
from console.ui.tabs.compliance.violations import ViolationsView
from console.ui.tabs.compliance.violations_forms import LevelDialog
from console.ui.tabs.compliance.violations_pauses import PauseDialog

SHOP = "kuaishou:1"


@pytest.fixture
async def view(desk: Desk, actions: FakeActions, tmp_path: Path, until: Any) -> AsyncIterator[ViolationsView]:
    clock = At()
    object.__setattr__(desk, "clock", clock)
    actions.compliance = Compliance(desk.database, clock, Hub(), tmp_path / "evidence")
    shop = Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    await desk.database.write(put_shop, shop)
    for case_id, notice in (("V-1", "2026-11-18 15:00:00"), ("V-2", "2026-12-28 09:00:00")):
        found = Case(case_id=case_id, level=Level.GENERAL, notice_at=parse_shop_time(notice), cause="首图含文字")
        await actions.compliance.put_case(KeptCase(case=found, shop_id=SHOP))
    page = CompliancePage(desk)
    page.resize(1180, 780)
    page.show()
    await until(lambda: page.is_settled)
    made = page.enter("violations")
    assert isinstance(made, ViolationsView)
    await until(lambda: made.is_settled)
    yield made
    await until(lambda: made.is_settled)
    await page.close_page()
    page.close()
    page.deleteLater()


def words(view: ViolationsView) -> str:
    assert view.drawer.sheet is not None
    return "\n".join(one.text() for one in view.drawer.sheet.findChildren(QLabel))


async def test_a_pause_is_entered_with_a_reason_and_moves_the_clock(view: ViolationsView, until: Any) -> None:
    view.open_case("V-1")
    await until(lambda: view.drawer.sheet is not None and view.is_settled)
    assert "11-27" in words(view)
    view.drawer.sheet.pause.click()  # type: ignore[union-attr]
    await until(lambda: view.findChildren(PauseDialog))
    dialog = view.findChildren(PauseDialog)[0]
    dialog.begin.setText("2026-11-17")
    dialog.end.setText("2026-11-25")
    dialog.reason.setText("平台要求补充材料")
    assert dialog.trouble.text() == "暂停早于通知日期。"
    assert not dialog.accept_button.isEnabled()
    dialog.begin.setText("2026-11-24")
    dialog.add.click()
    assert dialog.begin.text() == ""
    dialog.accept_button.click()
    await until(lambda: "计时暂停" in words(view))
    kept = await view.desk.database.read(case, "V-1")
    assert kept is not None
    assert kept.case.pauses == (Pause(begin=date(2026, 11, 24), end=date(2026, 11, 25), reason="平台要求补充材料"),)
    assert "计时暂停：11-24 至 11-25：平台要求补充材料" in words(view)
    assert "12-01" in words(view), "two working days later"
    bad = Pause(begin=date(2026, 11, 25), end=date(2026, 11, 24), reason="x")
    with pytest.raises(Refused, match=r"case\.pause_order"):
        await view.desk.actions.compliance.put_case(
            KeptCase(
                case=Case(case_id="V-9", level=Level.GENERAL, notice_at=kept.case.notice_at, pauses=(bad,)),
                shop_id=SHOP,
            )
        )


async def test_a_level_that_counts_otherwise_says_so_and_moves_the_clocks(view: ViolationsView, until: Any) -> None:
    lane = view.board.lanes[Level.GENERAL]
    view.board.asked.emit(Level.GENERAL.value)
    await until(lambda: view.findChildren(LevelDialog))
    dialog = view.findChildren(LevelDialog)[0]
    dialog.source.setText("平台规则页 2026-11-20")
    dialog.cutoff.setText("25")
    assert not dialog.accept_button.isEnabled()
    dialog.cutoff.setText("18")
    dialog.count_from.set_key("same")
    dialog.accept_button.click()
    await until(lambda: "自通知当日起算 · 末日 18:00 截止" in lane.line.text())
    found = (await view.desk.database.read(level_figures))[Level.GENERAL]
    assert (found.count_from, found.cutoff_hour) == ("same", 18)
    assert any("11-26 周四 18:00" in one.text() for one in lane.cards["V-1"].findChildren(QLabel))


async def test_where_a_year_is_not_known_the_safe_day_is_named_as_such(view: ViolationsView, until: Any) -> None:
    card = view.board.lanes[Level.GENERAL].cards["V-2"]
    assert any("（安全日）" in one.text() for one in card.findChildren(QLabel))
    assert not any(
        "（安全日）" in one.text() for one in view.board.lanes[Level.GENERAL].cards["V-1"].findChildren(QLabel)
    )
    view.open_case("V-2")
    await until(lambda: view.drawer.sheet is not None and view.is_settled)
    assert "2027 年" in words(view)
    await asyncio.sleep(0)
