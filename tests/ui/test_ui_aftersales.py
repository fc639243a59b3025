"""After-sale tickets on a real file: board, list, drawer, answers with their dialogs, who has which, and the sheet."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions

from console.app.invented import KUAISHOU, YOUZAN, invent
from console.core.changes import changed
from console.core.clock import DAY, HOUR
from console.core.commands_after_sales import AgreeAfterSale, RefuseAfterSale
from console.core.gateway import RefusalReason
from console.core.model import (
    AfterSale,
    AfterSaleDeed,
    AfterSaleFacts,
    AfterSaleKind,
    AfterSaleStatus,
    Parcel,
    Platform,
)
from console.core.operators import Operator, Role
from console.documents.sheets import read
from console.rules.giving_out import GivingRule
from console.rules.wording.pardons import Pardon
from console.store import operators, ticket_work, tickets
from console.store.aftersales import save_after_sales
from console.store.views import Pair
from console.store.views_tickets import Address, OtherSide, TicketDetail, TicketFilter, TicketRow
from console.ui import paint, texts
from console.ui.context import Desk
from console.ui.paint import ChipLook
from console.ui.tabs.orders import aftersale_out, aftersale_words
from console.ui.tabs.orders.aftersale_answer import AgreeDialog, RefuseDialog
from console.ui.tabs.orders.aftersale_card import Card
from console.ui.tabs.orders.aftersale_giving import GivingDialog
from console.ui.tabs.orders.aftersale_page import AfterSalesPage
from console.ui.tabs.orders.aftersale_sheet import TicketSheet
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.orders.rooms import OrdersTab

S, K = AfterSaleStatus, AfterSaleKind
PAIR = Pair(kuaishou_shop_id=KUAISHOU, youzan_shop_id=YOUZAN)


def case(number: int, order: int, status: S, now: int, **more: Any) -> AfterSale:
    fields: dict[str, Any] = {
        "kind": K.REFUND_ONLY,
        "amount_fen": 1_000 * number,
        "reason": "不想要了",
        "created_at": now - number * HOUR,
        "updated_at": now - number * HOUR,
        "deadline_at": now + number * DAY,
        "status_code": "10",
    }
    number_text = f"9{number:015}"
    return AfterSale(
        after_sale_no=number_text, order_no=f"26326{1_000_000_000 + order}", status=status, **fields | more
    )


async def fill(desk: Desk) -> None:
    """Six tickets in all lanes; one of them has a twin that says otherwise."""
    now = desk.now()
    await invent(desk.database, now, 60)
    facts = AfterSaleFacts(
        version="77",
        words="裂了",
        parcel=Parcel(waybill_no="7700", carrier_name="申通快递"),
        history=(AfterSaleDeed(at=now - DAY, by="buyer", words="买家发起售后申请"),),
    )
    rows = [
        case(1, 1, S.WAIT_SELLER, now, deadline_at=now + HOUR, facts=AfterSaleFacts(version="5")),
        case(2, 2, S.WAIT_SELLER, now, kind=K.RETURN_REFUND),
        case(3, 3, S.WAIT_BUYER_RETURN, now, kind=K.RETURN_REFUND),
        case(4, 4, S.WAIT_SELLER_RECEIPT, now, kind=K.RETURN_REFUND, status_code="40", facts=facts),
        case(5, 5, S.PLATFORM, now),
        case(6, 6, S.SUCCESS, now, finished_at=now, deadline_at=None),
    ]
    await desk.database.write(save_after_sales, KUAISHOU, rows, now)
    await desk.database.write(people)
    desk.session.people = await desk.database.read(operators.people)
    desk.session.changed.emit()


def people(conn: Any) -> None:
    for name, role in (("陈静", Role.OWNER), ("小王", Role.CLERK)):
        operators.add(conn, Operator(operator_id=name, name=name, role=role), 1)


async def opened(desk: Desk, qtbot: QtBot, until: Any) -> AfterSalesPage:
    page = AfterSalesPage(desk)
    qtbot.addWidget(page)
    page.resize(1240, 800)
    page.show()
    await quiet(page, until)
    return page


async def quiet(page: AfterSalesPage, until: Any) -> None:
    def still() -> bool:
        page.grab()
        return page.is_settled

    await until(still)


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qtbot: QtBot, until: Any) -> AsyncIterator[AfterSalesPage]:
    async def write(fn: Any, *values: Any) -> Any:
        return await desk.database.write(fn, *values, desk.now())

    await fill(desk)
    actions.tickets.write = write
    made = await opened(desk, qtbot, until)
    yield made
    made.hide()
    await made.close_page()


def shown(page: AfterSalesPage) -> dict[str, list[str]]:
    return {lane: [row.after_sale_no[-1] for row in view.cards.rows] for lane, view in page.board.lanes.items()}


def said(widget: Any) -> str:
    return " ".join(found.text() for found in widget.findChildren(QLabel))


async def test_the_board_puts_each_ticket_where_its_turn_is(page: AfterSalesPage) -> None:
    assert page.shows_board
    assert shown(page) == {"answer": ["1", "2"], "buyer": ["3"], "receipt": ["4"], "platform": ["5"]}
    assert "5" in page.under.text()
    lane = page.board.lanes["answer"]
    assert texts.money(3_000) in lane.money.text()
    assert page.figures.text().count(texts.NOTHING) >= 1, "nobody told a first answer: a dash, not nothing"


async def test_keys_walk_over_the_board_and_open_a_ticket(page: AfterSalesPage, until: Any) -> None:
    cards = page.board.lanes["answer"].cards
    cards.setFocus()
    QTest.keyClick(cards, Qt.Key.Key_Down)
    assert cards.current == 1
    QTest.keyClick(cards, Qt.Key.Key_Return)
    await until(lambda: page.ticket_drawer.detail is not None and page.is_settled)
    assert page.ticket_drawer.detail is not None
    assert page.ticket_drawer.detail.row.after_sale_no.endswith("2")
    assert cards.opened == page.ticket_drawer.detail.row.id
    QTest.keyClick(page.ticket_drawer, Qt.Key.Key_Escape)
    assert not page.drawer.isVisible()
    assert cards.opened is None
    asked: list[tuple[str, int]] = []
    page.board.acted.connect(lambda what, row: asked.append((what, row)))
    answered: list[tuple[Any, ...]] = []
    page.answering.start = lambda *values: answered.append(values)  # type: ignore[method-assign] # the key is meant
    QTest.keyClick(cards, Qt.Key.Key_A)
    assert asked == [("agree", cards.rows[1].id)]
    page.open_at({"tab": "answer"})
    await quiet(page, until)
    page.card.view.setCurrentIndex(page.card.model.index(0, 1))
    QTest.keyClick(page.card.view, Qt.Key.Key_R)
    first = page.card.model.id_at(0)
    assert answered[1:] == [("refuse", first)]
    QTest.keyClick(page.card.view, Qt.Key.Key_Return)
    await until(lambda: page.drawer.isVisible() and page.is_settled)
    QTest.keyClick(page.card.view, Qt.Key.Key_A)
    assert answered[2:] == [("agree", first, "")]


async def test_a_click_on_a_cards_button_answers_that_ticket(page: AfterSalesPage, qtbot: QtBot) -> None:
    cards = page.board.lanes["answer"].cards
    asked: list[tuple[Any, ...]] = []
    page.answering.start = lambda *values: asked.append(values)  # type: ignore[method-assign] # the click is meant
    place = cards._card.places(cards.place_of(0), cards.rows[0])[1]
    qtbot.mouseClick(cards, Qt.MouseButton.LeftButton, pos=place.center())
    assert asked == [("refuse", cards.rows[0].id)]


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


async def test_the_list_sorts_by_what_is_due_and_copies_numbers(page: AfterSalesPage, until: Any) -> None:
    page.open_at({"tab": "all"})
    await quiet(page, until)
    assert not page.shows_board
    assert page.card.model.rowCount() == 6
    page.open_at({"tab": "answer"})
    await quiet(page, until)
    first = page.card.model.row(0)
    assert first is not None
    assert first.after_sale_no.endswith("1")
    page.do_verb(first.id, "copy:kuaishou")
    assert QGuiApplication.clipboard().text() == first.order_no


async def test_nothing_of_a_filter_says_so_and_clears(page: AfterSalesPage, until: Any) -> None:
    page.open_at({"tab": "all", "text": "no such thing"})
    await quiet(page, until)
    assert page.card.model.rowCount() == 0
    page.card.empty.button.click()
    await quiet(page, until)
    assert page.card.model.rowCount() == 6


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


async def test_one_comes_in_from_the_orders_and_goes_back(desk: Desk, qtbot: QtBot, until: Any) -> None:
    await fill(desk)
    tab = OrdersTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1240, 800)
    tab.show()
    asked: list[tuple[str, object]] = []
    tab.go.connect(lambda where, question: asked.append((where, question)))
    assert isinstance(tab.room, OrdersPage)
    tab.open_at({"room": "aftersales"})
    room = tab.room
    assert isinstance(room, AfterSalesPage)
    await quiet(room, until)
    room.back.click()
    assert asked == [("orders", {"room": ""})]
    tab.open_at({"room": ""})
    assert isinstance(tab.room, OrdersPage)
    tab.open_at({"room": "aftersales", "tab": "platform"})
    assert tab.room is room
    await quiet(room, until)
    assert room.card.model.rowCount() == 1
    await until(lambda: all(page.is_settled for page in tab._rooms.values()))
    tab.hide()
    await tab.close_page()


async def test_a_narrow_card_still_says_what_kind_it_is(page: AfterSalesPage, desk: Desk) -> None:
    def first(conn: Any) -> TicketRow:
        return tickets.ticket_rows(conn, tickets.ticket_ids(conn, TicketFilter()))[0]

    now = desk.now()
    row = replace(
        await desk.database.read(first), kind=K.REFUND_ONLY, deadline_at=now + 8 * HOUR, step="apart", stuck=False
    )
    wide = Card.chips(row, now, 600)
    assert all(look.icon for _, look in wide)
    assert len(wide) == 3
    due, kind = wide[0][1], wide[1][1]
    bare = sum(paint.chip_width(without_icon(look)) for look in (due, kind))
    narrow = Card.chips(row, now, bare + 4)
    assert [look.word for _, look in narrow] == [due.word, kind.word], "the kind stays, the rest gives way"
    assert [look.icon for _, look in narrow] == ["", ""]
    (due_at, _), (kind_at, shown) = narrow
    assert kind_at + paint.chip_width(shown) < due_at


def without_icon(look: ChipLook) -> ChipLook:
    return ChipLook(look.tone, "", look.word)
