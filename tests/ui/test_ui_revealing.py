"""收件人 in the drawer: one eye, one field, one call; masked again by time, row, drawer, lock and person."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from test_ui_orders import opened, quiet
from ui_fakes import FakeActions

from console.app.invented import KUAISHOU, invent
from console.core.changes import changed
from console.core.clock import MINUTE, SECOND, SystemClock
from console.core.errors import Refused, Trouble
from console.core.model import Order, OrderLine, OrderStatus, Platform, Receiver
from console.core.operators import Operator, Role
from console.core.revealing import Field, Plain
from console.store import revealing
from console.store.orders import save_orders
from console.store.revealing import Target
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.orders.receiver_card import FieldRow

TEXTS = {Field.NAME: "欧阳示例", Field.PHONE: "13000001234", Field.ADDRESS: "示例路 12 号 3 幢 401"}
WHOM = Receiver(
    name_masked="欧**",
    phone_masked="130****1234",
    address_masked="示例路 ****",
    province="浙江省",
    city="杭州市",
    district="余杭区",
    name_cipher="~n~",
    phone_cipher="~p~",
    address_cipher="~a~",
)


class FakeReveals:
    """Opens what it is told, writes what the real one writes, and waits where a test says so."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.asked: list[Field] = []
        self.trouble: Trouble | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def reveal(self, row_id: int, field: Field) -> Plain:
        self.asked.append(field)
        await self.gate.wait()
        found = await self.desk.database.read(revealing.target, row_id, field)
        assert isinstance(found, Target)
        if self.trouble is not None:
            await self.desk.database.write(
                revealing.note_not_revealed, found, self.trouble.code, self.desk.clock.now_ms()
            )
            raise self.trouble
        await self.desk.database.write(revealing.note_revealed, found, self.desk.clock.now_ms())
        return Plain(TEXTS[field])


def order(number: str, now: int, **other: Any) -> Order:
    return Order(
        order_no=number,
        created_at=now,
        paid_at=now,
        updated_at=now,
        amount_fen=100,
        receiver=WHOM,
        lines=(OrderLine(line_no="1", title="四件套", quantity=1),),
        **({"status": OrderStatus.TO_SHIP} | other),
    )


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qtbot: Any, until: Any) -> AsyncIterator[OrdersPage]:
    now = desk.now()
    await invent(desk.database, now, 5)
    sent = [order(f"88{n:05d}", now - MINUTE, status=OrderStatus.SHIPPED, shipped_at=now - MINUTE) for n in range(120)]
    await desk.database.write(save_orders, KUAISHOU, [order("990001", now), order("990002", now), *sent], now)
    actions.revealing = FakeReveals(desk)
    made = await opened(desk, qtbot, until)
    await look_at(made, "990001", until)
    yield made
    made.hide()
    await made.close_page()


async def look_at(page: OrdersPage, number: str, until: Any) -> None:
    page.open_at({"tab": "all", "text": number})
    await quiet(page, until)
    (row_id,) = page.card.model.ids
    page.open_row(row_id)
    await until(lambda: page.order_drawer.detail is not None and page.order_drawer.detail.row.id == row_id)
    await quiet(page, until)


def reveals(page: OrdersPage) -> FakeReveals:
    made = page.desk.actions.revealing
    assert isinstance(made, FakeReveals)
    return made


def value(page: OrdersPage, field: Field) -> str:
    return page.order_drawer.receiver.rows[field].value.text()


def texts_in_sight(page: OrdersPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel))


async def reveal(page: OrdersPage, field: Field, until: Any, qtbot: Any) -> None:
    """By mouse; done when the text stands there, also in the sheet that its audit row makes anew."""
    qtbot.mouseClick(page.order_drawer.receiver.rows[field].eye, Qt.MouseButton.LeftButton)
    await until(lambda: page.order_drawer.receiver.rows[field].is_revealed)
    page.on_changes(changed("orders", shop_id=KUAISHOU))  # as the shell does
    await until(lambda: "已查看买家信息" in texts_in_sight(page))
    await quiet(page, until)
    assert TEXTS[field] in value(page, field)


def at(desk: Desk, later_ms: int) -> None:
    assert isinstance(desk.clock, SystemClock)
    desk.clock.offset_ms += later_ms


async def test_one_eye_reveals_one_field_for_a_minute(page: OrdersPage, until: Any, qtbot: Any) -> None:
    card = page.order_drawer.receiver
    assert [value(page, field) for field in Field] == ["欧**", "130****1234", "浙江省 杭州市 余杭区 示例路 ***"]
    assert all(row.eye.isEnabled() and row.eye.accessibleName() for row in card.rows.values())
    assert "120" in card.rate.text()
    await reveal(page, Field.PHONE, until, qtbot)
    assert reveals(page).asked == [Field.PHONE]
    assert value(page, Field.NAME) == "欧**", "one field at a time"
    assert "1" in page.order_drawer.receiver.rate.text()
    row = page.order_drawer.receiver.rows[Field.PHONE]
    qtbot.mouseClick(row.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == TEXTS[Field.PHONE]
    at(page.desk, 59 * SECOND)
    page.reveals.look()
    assert TEXTS[Field.PHONE] in value(page, Field.PHONE)
    at(page.desk, 2 * SECOND)
    page.reveals.look()
    assert value(page, Field.PHONE) == "130****1234"
    assert row.eye.isVisible()
    qtbot.mouseClick(row.copy, Qt.MouseButton.LeftButton)
    QGuiApplication.clipboard().clear()


async def test_it_is_masked_when_it_is_not_looked_at_any_more(page: OrdersPage, until: Any, qtbot: Any) -> None:
    def by_hand() -> None:
        qtbot.mouseClick(page.order_drawer.receiver.rows[Field.ADDRESS].hides, Qt.MouseButton.LeftButton)

    def clock_put_back() -> None:
        at(page.desk, -MINUTE)
        page.reveals.look()
        at(page.desk, MINUTE)

    def left() -> None:
        page.hide()
        page.show()

    def locked() -> None:
        page.desk.session.lock()
        page.desk.session.enter()

    await reveal(page, Field.ADDRESS, until, qtbot)
    for masks in (by_hand, clock_put_back, left, locked, page.drawer.shut):
        masks()
        assert value(page, Field.ADDRESS).endswith("***"), masks
        assert TEXTS[Field.ADDRESS] not in texts_in_sight(page), masks
        if masks != page.drawer.shut:
            page.reveals.ask(Field.ADDRESS)
            await until(lambda: page.order_drawer.receiver.rows[Field.ADDRESS].is_revealed)
            await until(lambda: page.reveals._asking is None)
            stays = page.order_drawer.receiver.rows[Field.ADDRESS].left.text()
            assert ":" in stays, "how long it stays is said from the first moment"


async def test_another_row_and_a_late_answer_show_nothing(page: OrdersPage, until: Any, qtbot: Any) -> None:
    await reveal(page, Field.NAME, until, qtbot)
    reveals(page).gate.clear()
    page.reveals.ask(Field.PHONE)
    await until(lambda: len(reveals(page).asked) == 2)
    page.reveals.ask(Field.ADDRESS)
    await look_at_without_waiting(page, "990002", until)
    assert value(page, Field.NAME) == "欧**"
    row = page.order_drawer.receiver.rows[Field.PHONE]
    assert row.left.text() == "", "nothing of this order is being asked for"
    qtbot.mouseClick(row.eye, Qt.MouseButton.LeftButton)
    assert row.said.text(), "and why it is not is said"
    reveals(page).gate.set()
    await until(lambda: page.reveals._asking is None)
    await quiet(page, until)
    assert not any(text in texts_in_sight(page) for text in TEXTS.values())
    assert reveals(page).asked == [Field.NAME, Field.PHONE], "one call at a time, and none of its own accord"


async def test_another_receiver_of_the_same_row_hides_the_former_one(page: OrdersPage, until: Any, qtbot: Any) -> None:
    """What was revealed, and what was asked for meanwhile, stood for another mask; and a field may be gone."""

    async def moved(receiver: Receiver) -> None:
        now = page.desk.now()
        await page.desk.database.write(
            save_orders, KUAISHOU, [msgspec.structs.replace(order("990001", now), receiver=receiver)], now
        )
        page.on_changes(changed("orders", shop_id=KUAISHOU))
        drawer = page.order_drawer
        await until(lambda: drawer.detail is not None and drawer.detail.order.receiver == receiver)

    await reveal(page, Field.NAME, until, qtbot)
    await reveal(page, Field.ADDRESS, until, qtbot)
    reveals(page).gate.clear()
    page.reveals.ask(Field.PHONE)
    await until(lambda: len(reveals(page).asked) == 3)
    other = msgspec.structs.replace(
        WHOM, city="宁波市", address_masked="新路 ****", phone_masked="139****5678", phone_cipher="~q~"
    )
    await moved(other)
    reveals(page).gate.set()
    await until(lambda: page.reveals._asking is None)
    await quiet(page, until)
    assert TEXTS[Field.NAME] in value(page, Field.NAME), "he is who he was"
    assert value(page, Field.ADDRESS) == "浙江省 宁波市 余杭区 新路 ***"
    assert value(page, Field.PHONE) == "139****5678"
    await moved(Receiver(phone_masked="139****5678", phone_cipher="~q~"))
    await quiet(page, until)
    assert list(page.order_drawer.receiver.rows) == [Field.PHONE]
    assert not any(text in texts_in_sight(page) for text in TEXTS.values())


async def look_at_without_waiting(page: OrdersPage, number: str, until: Any) -> None:
    page.open_at({"tab": "all", "text": number})
    await until(lambda: page.card.model.rowCount() == 1 and not page.card.model.loading)
    (row_id,) = page.card.model.ids
    page.open_row(row_id)
    await until(lambda: page.order_drawer.detail is not None and page.order_drawer.detail.row.id == row_id)


async def test_a_refusal_stands_at_its_field_and_is_not_tried_again(page: OrdersPage, until: Any, qtbot: Any) -> None:
    reveals(page).trouble = Refused("reveal.quota", platform=Platform.KUAISHOU, detail="额度已用完")
    row = page.order_drawer.receiver.rows[Field.PHONE]
    row.eye.setFocus()
    qtbot.keyClick(row.eye, Qt.Key.Key_Space)
    await until(lambda: "额度已用完" in page.order_drawer.receiver.rows[Field.PHONE].said.text())
    said = page.order_drawer.receiver.rows[Field.PHONE].said.text()
    assert "明天再看" in said, "what to do is said, too"
    assert value(page, Field.PHONE) == "130****1234"
    assert reveals(page).asked == [Field.PHONE]


async def test_who_may_not_sees_the_eye_greyed_with_the_reason(page: OrdersPage) -> None:
    session = page.desk.session
    owner, clerk = (
        Operator(operator_id="1", name="陈静", role=Role.OWNER),
        Operator(operator_id="2", name="小李", role=Role.CLERK),
    )
    session.people = (owner, clerk)
    session.enter(clerk)
    rows = page.order_drawer.receiver.rows.values()
    assert not any(row.eye.isEnabled() for row in rows)
    assert all("店主" in row.eye.toolTip() for row in rows)
    session.enter(owner)
    assert all(row.eye.isEnabled() for row in rows)


async def test_what_came_sealed_says_so(desk: Desk, qtbot: Any) -> None:
    row = FieldRow(Field.NAME, "", "")
    qtbot.addWidget(row)
    assert row.value.text() == "已加密"
    assert not row.said.isVisibleTo(row), "an empty line takes no room"


async def test_more_than_the_platform_wants_is_asked_about_first(page: OrdersPage, until: Any, qtbot: Any) -> None:
    desk = page.desk
    now = desk.now()
    for number in ("8800001", "8800002"):
        target = Target(shop_id=KUAISHOU, order=order(number, now), field=Field.NAME)
        await desk.database.write(revealing.note_revealed, target, now)
    page.reveals.ask(Field.NAME)
    dialog = await asked(page, until)
    assert "3" in words_of(dialog)
    assert "2.5%" in words_of(dialog)
    dialog.reject()
    await until(lambda: page.reveals._asking is None)
    assert reveals(page).asked == []
    page.reveals.ask(Field.NAME)
    (await asked(page, until)).accept()
    await until(lambda: page.order_drawer.receiver.rows[Field.NAME].is_revealed)
    await quiet(page, until)
    page.reveals.ask(Field.PHONE)
    await until(lambda: page.order_drawer.receiver.rows[Field.PHONE].is_revealed)
    assert reveals(page).asked == [Field.NAME, Field.PHONE], "the order counts once: no second question"
    await quiet(page, until)


async def asked(page: OrdersPage, until: Any) -> Dialog:
    await until(lambda: any(one.isVisible() for one in page.findChildren(Dialog)))
    return next(one for one in page.findChildren(Dialog) if one.isVisible())


def words_of(dialog: Dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))
