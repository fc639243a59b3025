"""Who has which ticket: by hand and by rules; and the sheet that goes out."""

import asyncio
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot
from ui_aftersales import K, quiet
from ui_fakes import FakeActions

from console.documents.sheets import read
from console.rules.giving_out import GivingRule
from console.store import ticket_work
from console.ui.context import Desk
from console.ui.tabs.orders import aftersale_out
from console.ui.tabs.orders.aftersale_giving import GivingDialog
from console.ui.tabs.orders.aftersale_page import AfterSalesPage


async def test_tickets_are_given_by_hand_and_mine_are_mine(page: AfterSalesPage, desk: Desk, until: Any) -> None:
    page.open_at({"tab": "answer"})
    await quiet(page, until)
    page.card.model.check_all()
    page.people.give.chosen.emit("小王")
    await quiet(page, until)
    assert {page.person(row) for row in (page.card.model.row(0), page.card.model.row(1)) if row} == {"小王"}
    desk.session.enter(next(one for one in desk.session.people if one.operator_id == "小王"))
    page.filters.person.set_key("mine")
    page.ask()
    await quiet(page, until)
    assert page.card.model.rowCount() == 2


async def test_rules_are_tried_before_they_are_carried_out(
    page: AfterSalesPage, desk: Desk, actions: FakeActions, qtbot: QtBot, until: Any
) -> None:
    desk.session.enter(desk.session.people[0])
    dialog = GivingDialog(page, desk, desk.session.people, [], page.tasks)
    qtbot.addWidget(dialog)
    dialog.fields["older"].setText("soon")
    dialog.add.click()
    assert dialog.rules == []
    dialog.fields["older"].clear()
    dialog.fields["from"].setText("20")
    dialog.add.click()
    assert [rule.from_fen for rule in dialog.rules] == [2_000]
    assert not dialog.carry_out.isEnabled()

    async def preview(rules: Any = None) -> Any:
        return await desk.database.read(ticket_work.plan, rules, desk.now())

    actions.tickets.preview = preview  # type: ignore[method-assign] # the real one, over this file
    dialog.try_out.click()
    await until(lambda: dialog.plan is not None)
    assert dialog.plan is not None
    assert len(dialog.plan.changes) == 4
    assert dialog.carry_out.isEnabled()
    dialog.carry_out.click()
    await until(lambda: dialog.plan is None)
    kept = await desk.database.read(ticket_work.rules)
    assert kept == tuple(dialog.rules)
    page.refresh()
    await quiet(page, until)
    assert page.person(page.board.lanes["platform"].cards.rows[0]) == "陈静"


def test_a_rule_reads_as_a_sentence() -> None:
    from console.ui.tabs.orders.aftersale_giving import sentence

    rule = GivingRule(rule_id="r", operator_id="p", kinds=(K.EXCHANGE,), from_fen=5_000, carriers=("顺丰",), older_h=24)
    words = sentence(rule, {"p": "小王"})
    assert "小王" in words
    assert "¥50.00" in words
    assert "顺丰" in words


async def test_the_sheet_is_the_view_and_reads_back(
    page: AfterSalesPage, tmp_path: Path, until: Any, qtbot: QtBot
) -> None:
    page.open_at({"tab": "all"})
    await quiet(page, until)
    path = tmp_path / "tickets.xlsx"

    async def where(name: str, form: str) -> Path:
        return path

    page.export.where = where
    page.export.button.click()
    await until(lambda: page.export.dialog is not None and page.export.dialog.isVisible())
    assert page.export.dialog is not None
    page.export.dialog.accept()
    await until(lambda: path.exists() and page.is_settled)
    titles = [field.title for field in aftersale_out.fields()]
    rows = [row.cells for row in await asyncio.to_thread(read, path, titles)]
    numbers = [row[titles[0]] for row in rows]
    model = page.card.model
    assert numbers == [found.after_sale_no for at in range(model.rowCount()) if (found := model.row(at))]
    settled = next(row for row in rows if str(row[titles[0]]).endswith("6"))
    waiting = next(row for row in rows if str(row[titles[0]]).endswith("1"))
    assert settled[titles[11]] == "60"
    assert waiting[titles[11]] == "", "what is only asked for is no refund"
