"""Answering an after-sale: what is shown before it is sent, what a refusal needs, what the other side says."""

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from ui_aftersales import PAIR, K, S, case, quiet, said
from ui_fakes import FakeActions

from console.app.invented import KUAISHOU, YOUZAN
from console.core.changes import changed
from console.core.clock import HOUR
from console.core.commands_after_sales import AgreeAfterSale, RefuseAfterSale
from console.core.gateway import RefusalReason
from console.core.model import (
    AfterSale,
    AfterSaleFacts,
    Platform,
)
from console.rules.wording.pardons import Pardon
from console.store import ticket_work
from console.store.aftersales import save_after_sales
from console.store.views_tickets import Address, OtherSide, TicketDetail
from console.ui import texts
from console.ui.context import Desk
from console.ui.tabs.orders import aftersale_words
from console.ui.tabs.orders.aftersale_answer import AgreeDialog, RefuseDialog
from console.ui.tabs.orders.aftersale_page import AfterSalesPage
from console.ui.tabs.orders.aftersale_sheet import TicketSheet


async def agreeing(page: AfterSalesPage, what: str, row_id: int, until: Any) -> Any:
    page.answering.start(what, row_id)
    await until(lambda: page.answering.dialog is not None and page.answering.dialog.isVisible())
    return page.answering.dialog


async def test_agreeing_shows_what_is_sent_and_sends_what_was_seen(
    page: AfterSalesPage, actions: FakeActions, until: Any
) -> None:
    sent: list[list[int]] = []
    page.sent.connect(sent.append)
    row = page.board.lanes["answer"].cards.rows[0]
    dialog = await agreeing(page, "agree", row.id, until)
    assert isinstance(dialog, AgreeDialog)
    assert texts.money(1_000) in dialog.accept_button.text()
    assert row.after_sale_no in said(dialog)
    assert not dialog.accept_button.isDefault(), "what is final is not under the Enter key"
    dialog.accept_button.click()
    await until(lambda: bool(sent))
    command = actions.submitted[-1]
    assert isinstance(command, AgreeAfterSale)
    assert (command.grant, command.version, command.seen, command.amount_fen) == ("refund", "5", "10", 1_000)
    assert ("look_at", KUAISHOU, row.after_sale_no) in actions.tickets.asked, "read anew before it was decided"


async def test_a_no_is_remembered_and_nothing_is_sent(page: AfterSalesPage, actions: FakeActions, until: Any) -> None:
    row = page.board.lanes["receipt"].cards.rows[0]
    dialog = await agreeing(page, "agree", row.id, until)
    dialog.cancel_button.click()
    await until(lambda: bool(actions.declined))
    assert isinstance(actions.declined[-1], AgreeAfterSale)
    assert actions.declined[-1].grant == "receipt"
    assert actions.submitted == []


async def test_a_refusal_needs_what_its_reason_demands(page: AfterSalesPage, actions: FakeActions, until: Any) -> None:
    actions.tickets.reasons = (
        RefusalReason(code="3", text="影响二次销售", tip="请上传照片", needs_words=True, needs_pictures=True),
        RefusalReason(code="4", text="未收到"),
    )
    row = page.board.lanes["answer"].cards.rows[1]
    dialog = await agreeing(page, "refuse", row.id, until)
    assert isinstance(dialog, RefuseDialog)
    assert not dialog.accept_button.isEnabled()
    dialog.words.setPlainText("已经拆封")
    assert not dialog.accept_button.isEnabled()
    dialog.pictures.setPlainText("http://a/1.jpg")
    assert not dialog.accept_button.isEnabled(), "an address that is none"
    dialog.pictures.setPlainText("https://a/1.jpg")
    dialog.accept_button.click()
    await until(lambda: bool(actions.submitted))
    command = actions.submitted[-1]
    assert isinstance(command, RefuseAfterSale)
    assert (command.reason_code, command.words, command.pictures) == ("3", "已经拆封", ("https://a/1.jpg",))


async def test_banned_words_do_not_go_to_a_buyer_until_they_are_changed_or_a_reason_is_kept(
    page: AfterSalesPage, actions: FakeActions, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Pardon] = []

    async def pardon(given: Pardon) -> None:
        assert actions.submitted == [], "the reason is kept before the words go out"
        kept.append(given)

    monkeypatch.setattr(actions.wording, "pardon", pardon)
    actions.tickets.reasons = (RefusalReason(code="3", text="影响二次销售", needs_words=True),)
    row = page.board.lanes["answer"].cards.rows[1]
    dialog = await agreeing(page, "refuse", row.id, until)
    assert isinstance(dialog, RefuseDialog)
    dialog.words.setPlainText("这个不退，加我薇信有补偿")
    assert dialog.why.isVisibleTo(dialog)
    assert "薇信" in dialog.wrong.text()
    assert not dialog.accept_button.isEnabled()
    dialog.words.setPlainText("商品已拆封，影响二次销售")
    assert dialog.accept_button.isEnabled()
    assert not dialog.why.isVisibleTo(dialog)
    dialog.words.setPlainText("这个不退，加我薇信有补偿")
    dialog.why.setText("平台客服要求这样回复")
    dialog.accept_button.click()
    await until(lambda: bool(actions.submitted))
    assert {(one.scope, one.subject, one.reason) for one in kept} == {
        ("text", row.after_sale_no, "平台客服要求这样回复")
    }


async def test_what_moved_on_meanwhile_is_not_answered(
    page: AfterSalesPage, actions: FakeActions, desk: Desk, until: Any
) -> None:
    told: list[str] = []
    page.said.connect(lambda words, _: told.append(words))
    row = page.board.lanes["answer"].cards.rows[0]
    now = desk.now()

    async def look_at(shop_id: str, after_sale_no: str) -> None:
        gone = case(1, 1, S.CLOSED, now, updated_at=now, facts=AfterSaleFacts(version="6"))
        await desk.database.write(save_after_sales, shop_id, [gone], now)

    actions.tickets.look_at = look_at  # type: ignore[method-assign] # the platform says something else by now
    page.answering.start("agree", row.id)
    await until(lambda: bool(told))
    assert page.answering.dialog is None
    assert actions.submitted == []


async def test_youzan_returns_need_an_address_that_is_kept(page: AfterSalesPage, desk: Desk, qtbot: QtBot) -> None:
    one = case(2, 2, S.WAIT_SELLER, desk.now(), kind=K.RETURN_REFUND, facts=AfterSaleFacts(version="9"))
    dialog = AgreeDialog(page, YOUZAN, one, "return", Address())
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    for key, value in (("name", "仓库"), ("mobile", "13800000000"), ("address", "杭州市")):
        dialog.fields[key].setText(value)
    assert dialog.accept_button.isEnabled()
    to = dialog.command().return_to
    assert to is not None
    assert (to.name, to.address) == ("仓库", "杭州市")


async def test_a_platform_that_disagrees_is_flagged_and_can_be_filtered(
    page: AfterSalesPage, desk: Desk, actions: FakeActions, until: Any
) -> None:
    now = desk.now()
    for at in range(1, 7):  # the twin of whichever has a trade
        twin = AfterSale(
            after_sale_no=f"8{at}",
            order_no=f"E2026112115{1_000_000_000 + at}",
            kind=K.REFUND_ONLY,
            status=S.CLOSED,
            created_at=now - at * HOUR,
            updated_at=now - HOUR,
        )
        await desk.database.write(save_after_sales, YOUZAN, [twin], now)
    await desk.database.write(ticket_work.keep_twins, await desk.database.read(ticket_work.unpaired, PAIR, now))
    desk.changes.changed.emit(changed("after_sales"))
    page.on_changes(changed("after_sales"))
    page.filters.state.set_key("apart")
    page.ask()
    await quiet(page, until)
    rows = [row for view in page.board.lanes.values() for row in view.cards.rows]
    assert rows
    assert all(row.step == "apart" for row in rows)
    chip = aftersale_words.step_chip(rows[0])
    assert chip is not None
    assert chip.tone == "red"


@pytest.mark.parametrize(("step", "offered"), [("behind", 0), ("apart", 2)])
async def test_the_other_side_is_answered_by_hand_only_where_it_stays_apart(
    page: AfterSalesPage, desk: Desk, qtbot: QtBot, step: Any, offered: int
) -> None:
    now = desk.now()
    row = page.board.lanes["platform"].cards.rows[0]
    other = OtherSide(
        id=0,
        shop_id=YOUZAN,
        platform=Platform.YOUZAN,
        after_sale_no="8",
        order_no="E1",
        status=S.WAIT_SELLER,
        status_code="WAIT_SELLER_AGREE",
        deadline_at=None,
    )
    detail = TicketDetail(
        row=replace(row, other=other, step=step),
        one=case(5, 5, S.PLATFORM, now),
        other=case(8, 8, S.WAIT_SELLER, now),
        order=None,
        read_at=None,
    )
    sheet = TicketSheet(detail, now, "", desk.pictures)
    qtbot.addWidget(sheet)
    links = [made for made in sheet.findChildren(QPushButton) if made.property("kind") == "link"]
    assert len(links) == offered
