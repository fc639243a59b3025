"""What holds a push back: prices too far off or below the floor, who may override, and the rules that say so."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from ui_outbox import KUAISHOU, FileActions
from ui_push import OURS, THEIRS, as_clerk, editor, noted, preview, quiet, said

from console.core.commands import SetPrice
from console.store import push_rules
from console.store.floors import put_floor
from console.ui.context import Desk
from console.ui.tabs.products.page import ProductsPage


async def test_a_price_too_far_off_or_below_the_floor_is_held(
    page: ProductsPage, actions: FileActions, desk: Desk, until: Any
) -> None:
    await desk.database.write(put_floor, KUAISHOU, "1001", 5200, desk.now())
    edit = await editor(page, until)
    edit.field(OURS, "price", "10010").setText("49.90")
    found = await preview(page, until)
    (line,) = found.plan.of("held")
    assert line.codes == ("goods.price_below_floor", "goods.price_gap")
    assert not found.accept_button.isEnabled()
    assert "1 处价格未通过检查" in said(found)
    found.override.click()
    assert not found.accept_button.isEnabled(), "a reason, not a click"
    found.reason.setText("   ")
    assert not found.accept_button.isEnabled()
    found.reason.setText("清仓")
    found.accept_button.click()
    await until(lambda: actions.submitted)
    (command,) = actions.submitted
    assert isinstance(command, SetPrice)
    assert (command.price_fen, command.override) == (4990, "清仓")
    rows = await noted(desk, "intent.add")
    assert "清仓" in rows[-1].detail


async def test_a_clerk_cannot_override(page: ProductsPage, actions: FileActions, desk: Desk, until: Any) -> None:
    edit = await editor(page, until)
    edit.field(OURS, "price", "10010").setText("49.90")
    as_clerk(desk)
    found = await preview(page, until)
    assert not found.override.isEnabled()
    assert "店主" in found.override.toolTip()
    found.reason.setText("我说的")
    assert found.commands() == []
    found.reject()
    await until(lambda: page.pushes.pusher.dialog is None)
    assert actions.submitted == []


async def test_the_gap_is_measured_against_what_the_other_side_will_be(page: ProductsPage, until: Any) -> None:
    edit = await editor(page, until)
    edit.field(OURS, "price", "10010").setText("49.90")
    edit.field(THEIRS, "price", "20010").setText("49.90")
    found = await preview(page, until)
    assert found.plan.of("held") == []
    assert len(found.plan.of("sent")) == 2
    found.reject()
    await until(lambda: page.pushes.pusher.dialog is None)


@pytest.mark.parametrize(("gap_bp", "held"), [(500, True), (1_000, False)])
async def test_the_threshold_is_a_setting(page: ProductsPage, desk: Desk, until: Any, gap_bp: int, held: bool) -> None:
    await desk.database.write(push_rules.put_rule, "gap_bp", gap_bp, desk.now())
    edit = await editor(page, until)
    edit.field(OURS, "price", "10010").setText("54.90")
    found = await preview(page, until)
    assert bool(found.plan.of("held")) == held
    found.reject()
    await until(lambda: page.pushes.pusher.dialog is None)


async def test_the_rules_are_saved_and_guarded(
    page: ProductsPage, actions: FileActions, desk: Desk, until: Any
) -> None:
    page.pushes.rules_button.click()
    rules = page.pushes.rules
    assert rules is not None
    rules.lines["gap_bp"].setText("7.5")
    rules.lines["gap_bp"].editingFinished.emit()
    await until(lambda: rules.said.text() == "已保存")
    rules.lines["buffer"].setText("x")
    rules.lines["buffer"].editingFinished.emit()
    assert "正整数" in rules.said.text()
    rules.lines["buffer"].setText("2")
    rules.lines["buffer"].editingFinished.emit()
    free = QCoreApplication.translate("RulesDialog", "Each side keeps its own; neither follows the other")
    before = said(rules).count(free)
    rules.leads["stock"].chosen.emit("free")
    assert said(rules).count(free) == before + 1, "what nobody leads is not said to follow"
    for name, words in (("fee_bp", "5"), ("other_fen", "4.00")):
        rules.lines[name].setText(words)
        rules.lines[name].editingFinished.emit()
    await until(lambda: len(actions.goods.asked) == 5)
    await quiet(page, until)
    kept = await desk.database.read(push_rules.push_rules)
    assert (kept.gap_bp, kept.buffer, kept.leads["stock"]) == (750, 2, "free")
    assert (kept.fee_bp, kept.other_fen) == (500, 400)
    page.filters.gap.set_key("large")
    assert "超过 7.5%" in page.filters.gap.text()
    as_clerk(desk)
    assert not rules.lines["gap_bp"].isEnabled()
    assert not rules.leads["price"].isEnabled()
    assert rules.lines["buffer"].isEnabled()
    rules.reject()
