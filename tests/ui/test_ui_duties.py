"""The checklists in the window: what waits first, owner, day and proof kept, the switch of minors, the bell."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from test_ui_violations import NOW, At
from ui_fakes import FakeActions

from console.binding.compliance import Compliance
from console.core.model import Item, Listing, Platform, Shop
from console.rules.duties import DutyState, Work
from console.store import duties
from console.store.compliance_told import standing
from console.store.items import save_listings
from console.store.shops import put_shop
from console.sync.hub import Hub
from console.ui import alert_words
from console.ui.context import Desk
from console.ui.tabs.compliance import duties as duties_module
from console.ui.tabs.compliance.duties import DutiesView
from console.ui.tabs.compliance.duties_dialog import DutyDialog
from console.ui.tabs.compliance.page import CompliancePage

SHOP = "kuaishou:1"


@pytest.fixture
async def view(desk: Desk, actions: FakeActions, tmp_path: Path, until: Any) -> AsyncIterator[DutiesView]:
    clock = At()
    object.__setattr__(desk, "clock", clock)
    actions.compliance = Compliance(desk.database, clock, Hub(), tmp_path / "evidence")
    shop = Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    await desk.database.write(put_shop, shop)
    goods = [Listing(item=Item(item_id="1", title="高粱酒", category_name="酒类 > 白酒", on_shelf=True))]
    await desk.database.write(save_listings, SHOP, goods, NOW)
    page = CompliancePage(desk)
    page.resize(1180, 780)
    page.show()
    await until(lambda: page.is_settled)
    made = page.enter("duties")
    assert isinstance(made, DutiesView)
    await until(lambda: made.is_settled)
    yield made
    await until(lambda: made.is_settled)
    await page.close_page()
    page.close()
    page.deleteLater()


async def test_what_waits_comes_first_and_nothing_is_called_done_without_proof(view: DutiesView, until: Any) -> None:
    room = view.desk.actions.compliance
    await room.put_duty(SHOP, "MIN-3C", Work(owner="小李", due_on=date(2026, 11, 20)))
    await room.put_duty(SHOP, "MIN-AGE", Work(state=DutyState.DONE))
    view.load()
    await until(lambda: view.lines and view.lines[0].how == "overdue")
    assert [one.duty.duty_id for one in view.lines[:2]] == ["MIN-3C", "MIN-AGE"]
    assert view.lines[1].how == "unproved"
    assert view.stats.text().startswith("已逾期 1 · 已完成，缺证明 1")
    assert view.list.findChildren(type(view.list._buttons["minors"]))[0].text() == "未成年人保护 2"
    assert "在售的受限商品：酒类 1" in view.barred.text()


async def test_owner_day_and_a_proof_by_hash_are_kept(
    view: DutiesView, tmp_path: Path, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "同意书.pdf"
    paper.write_bytes(b"%PDF consent")

    async def chosen(*_args: object) -> Path:
        return paper

    monkeypatch.setattr(duties_module, "ask_old_file", chosen)
    opened = asyncio.create_task(view.open_duty("MIN-GUARD"))
    await until(lambda: view.findChildren(DutyDialog))
    dialog = view.findChildren(DutyDialog)[0]
    dialog.add.click()
    await until(lambda: any(one.text() == "同意书.pdf" for one in dialog.findChildren(QLabel)))
    dialog.due.setText("2026-13-01")
    assert not dialog.accept_button.isEnabled()
    dialog.due.setText("2026-12-31")
    dialog.owner.setText("小李")
    dialog.state.set_key("done")
    dialog.accept_button.click()
    await opened
    found = (await view.desk.database.read(duties.work, SHOP))["MIN-GUARD"]
    assert (found.owner, found.due_on, found.state) == ("小李", date(2026, 12, 31), DutyState.DONE)
    assert [one.name for one in found.proofs] == ["同意书.pdf"]
    assert (tmp_path / "evidence" / found.proofs[0].sha256).read_bytes() == b"%PDF consent"
    await room_is_without(view, found.proofs[0].sha256)


async def room_is_without(view: DutiesView, sha256: str) -> None:
    await view.desk.actions.compliance.drop_proof(SHOP, "MIN-GUARD", sha256)
    assert (await view.desk.database.read(duties.work, SHOP))["MIN-GUARD"].proofs == ()


async def test_a_day_that_nobody_read_is_said_and_the_switch_is_kept(view: DutiesView, until: Any) -> None:
    view.list.set_key("policy")
    view._show()
    assert view.strip.isHidden()
    assert {one.duty.duty_id for one in view.lines} >= {"POL-ORIGIN", "POL-PACK", "POL-7718"}
    dialog = DutyDialog(view, next(one.duty for one in view.lines if one.duty.duty_id == "POL-PACK"), Work(), True)
    assert any("尚未在官方文本中核对" in one.text() for one in dialog.findChildren(QLabel))
    dialog.deleteLater()
    view.list.set_key("minors")
    view._show()
    view.mode.click()
    await until(lambda: view.is_settled)
    assert await view.desk.database.read(duties.minors_mode)


async def test_the_bell_leads_to_the_duty(view: DutiesView, until: Any) -> None:
    await view.desk.actions.compliance.put_duty(SHOP, "LIV-30", Work(due_on=date(2026, 11, 24)))
    stands, _ = await view.desk.database.write(standing, NOW)
    assert alert_words.said(stands[0], (), NOW, "zh_CN").words == "开播前合规审核：内容、话术、服装、道具：剩 2 天"
    tab, question = alert_words.opens(stands[0])
    assert tab == "compliance"
    page = view.parent().parent()
    assert isinstance(page, CompliancePage)
    page.open_at(question)
    await until(lambda: view.findChildren(DutyDialog))
    assert view.list.key() == "live"
    view.findChildren(DutyDialog)[0].reject()
    await until(lambda: view.is_settled)
