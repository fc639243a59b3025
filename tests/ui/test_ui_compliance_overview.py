"""The overview of compliance: figures with their source, worst clock first, a click leads on; nothing is called 0."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
from test_ui_violations import NOW, At
from ui_fakes import FakeActions

from console import reference
from console.binding.compliance import Compliance
from console.core.clock import DAY, parse_shop_time
from console.core.model import Platform, Shop
from console.rules.certificates import Certificate
from console.rules.duties import DutyState, Work
from console.rules.violations import Case, Level
from console.store import day_plans
from console.store.shops import put_shop
from console.store.violations import KeptCase
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.compliance.overview import OverviewView
from console.ui.tabs.compliance.page import CompliancePage

SHOP = "kuaishou:1"


@pytest.fixture
async def view(desk: Desk, actions: FakeActions, tmp_path: Path, until: Any) -> AsyncIterator[OverviewView]:
    clock = At()
    object.__setattr__(desk, "clock", clock)
    actions.compliance = Compliance(desk.database, clock, Hub(), tmp_path / "evidence")
    page = CompliancePage(desk)
    page.resize(1180, 780)
    page.show()
    made = page.view
    assert isinstance(made, OverviewView), "the overview is where one comes in"
    await until(lambda: made.is_settled)
    yield made
    await page.close_page()
    page.close()
    page.deleteLater()


async def test_what_nobody_entered_is_a_dash_and_says_so(view: OverviewView) -> None:
    assert [one.number.text() for one in (view.open_cases, view.certificates, view.self_check)] == ["—"] * 3
    assert "平台无接口" in view.open_cases.source.text()
    assert view.bank.number.text().startswith("2026.")
    assert "截至" in view.bank.source.text()
    assert view.unsure.text().startswith("2027 年放假安排未导入")


async def test_the_worst_clock_leads_and_a_click_opens_its_case(view: OverviewView, desk: Desk, until: Any) -> None:
    for case_id, level, days in (("V-1", Level.GENERAL, 6), ("V-2", Level.SERIOUS, 4), ("V-3", Level.GRAVE, 1)):
        mine = Case(case_id=case_id, level=level, notice_at=NOW - days * DAY, cause="事由")
        await desk.actions.compliance.put_case(KeptCase(case=mine, shop_id=SHOP))
    paper = Certificate(certificate_id="C", kind="食品经营许可证", valid_to=date(2026, 12, 1))
    await desk.actions.compliance.put_certificate(SHOP, paper)
    view.load()
    await until(lambda: view.is_settled)
    assert view.open_cases.number.text() == "2", "what cannot be appealed does not wait for an appeal"
    assert view.open_cases.made_of.text().startswith("剩 1 个工作日")
    assert view.certificates.number.text() == "1"
    page = view.parent().parent()
    assert isinstance(page, CompliancePage)
    assert "违规 2" in [one.accessibleName() for one in page.tabs.findChildren(QAbstractButton)]
    assert [flag.words for flag in sorted(view.ruler.flags, key=lambda one: one.on)] == ["V-2", "V-1"]
    asked: list[tuple[str, object]] = []
    view.go.connect(lambda tab, question: asked.append((tab, question)))
    opens = [one for one in view.clocks.findChildren(QPushButton) if one.text() == "查看"]
    opens[0].click()
    assert asked == [("compliance", {"view": "violations", "case": "V-2"})]


async def test_the_checks_of_minors_stand_beside_the_clocks(view: OverviewView, desk: Desk, until: Any) -> None:
    shop = Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    await desk.database.write(put_shop, shop)
    assert view.minors.mode.text() == "未开启"
    await desk.actions.compliance.put_duty(SHOP, "MIN-AGE", Work(state=DutyState.DONE))
    await desk.actions.compliance.set_minors_mode(True)
    view.load()
    await until(lambda: view.minors.mode.text() == "已开启" and view.is_settled)
    shown = [one.text() for one in view.minors.findChildren(QLabel) if one.isVisible()]
    assert "已完成，缺证明" in shown
    assert shown.count("待办") == 7
    asked: list[object] = []
    view.go.connect(lambda _tab, question: asked.append(question))
    view.minors.all.click()
    assert asked == [{"view": "duties"}]


async def test_a_plan_that_came_out_later_is_imported_and_the_clocks_are_certain(
    view: OverviewView, desk: Desk, until: Any, tmp_path: Path
) -> None:
    late = Case(case_id="V-9", level=Level.GENERAL, notice_at=parse_shop_time("2026-12-28 10:00:00"), cause="跨年")
    await desk.actions.compliance.put_case(KeptCase(case=late, shop_id=SHOP))
    view.load()
    await until(lambda: "（安全日）" in "".join(one.text() for one in view.clocks.findChildren(QLabel)))
    said: list[str] = []
    view.said.connect(lambda words, under: said.append(f"{words} {under}"))
    path = tmp_path / "2027.csv"
    rows = [f"{on},休" for on in (*(f"2027-01-0{n}" for n in (1, 2, 3)), *(f"2027-05-0{n}" for n in range(1, 6)))]
    path.write_text("日期,类型\n" + "\n".join(rows), encoding="utf-8")
    try:
        await view.take_plan(path)
        assert said[-1].startswith("放假安排不完整（2027-10-01）")
        rows += [f"2027-10-0{n},休" for n in range(1, 8)] + ["2027-10-10,班"]
        path.write_text("日期,类型\n" + "\n".join(rows), encoding="utf-8")
        await view.take_plan(path)
        assert said[-1] == "已导入 2027 年放假安排 休 15 天、补班 1 天；所有期限按此重算"
        await until(lambda: view.is_settled)
        shown = "".join(one.text() for one in view.clocks.findChildren(QLabel) if one.isVisible())
        assert "（安全日）" not in shown
        assert "2027-01-07" in shown
        assert not view.plan.isVisibleTo(view)
        kept = await desk.database.read(day_plans.plans)
        assert [(one.plan.year, one.source) for one in kept] == [(2027, "2027.csv")]
    finally:
        reference.take_days(())
