"""操作记录 of an order: what was asked for, refused and noted, by whom, newest first; nothing of another order."""

from typing import Any

from sqlalchemy import Connection

from console.app.invented import KUAISHOU
from console.core.commands_orders import NoteOrder
from console.core.errors import Refused
from console.core.model import Order, OrderLine, OrderStatus, Platform, Shop
from console.store import audit, outbox, outbox_work
from console.store.order_trail import trail
from console.store.orders import save_orders
from console.store.shops import put_shop
from console.store.terms import note_deadline
from console.ui.context import Desk
from console.ui.tabs.orders.trail_card import TrailCard, about, action_word

NUMBER = "770000000001"
SIDES = [(KUAISHOU, NUMBER), ("youzan:2", "E1")]


def order(number: str, now: int) -> Order:
    return Order(
        order_no=number,
        status=OrderStatus.TO_SHIP,
        status_code="30",
        created_at=now,
        paid_at=now,
        updated_at=now,
        amount_fen=100,
        lines=(OrderLine(line_no="1", title="四件套", quantity=1),),
    )


async def test_every_decision_about_an_order_stands_in_its_drawer_and_no_other(desk: Desk, qtbot: Any) -> None:
    now = desk.now()
    number = KUAISHOU.partition(":")[2]
    shop = Shop(shop_id=KUAISHOU, platform=Platform.KUAISHOU, platform_shop_id=number, name="小禾家居")
    await desk.database.write(put_shop, shop)
    await desk.database.write(save_orders, KUAISHOU, [order(NUMBER, now), order("770000000002", now)], now)
    assert await desk.database.read(trail, SIDES) == ()
    hand = desk.database.acting(lambda: "陈静")
    note = NoteOrder(shop_id=KUAISHOU, order_no=NUMBER, note="换厚箱", flag="red")
    row_id = await hand.write(outbox.add, note, now + 1)
    await desk.database.write(outbox_work.needs_you, row_id, Refused("outbox.moved"), now + 2)
    await hand.write(note_deadline, KUAISHOU, NUMBER, "noted_promise", now + 9_000, "电话里说好的", now + 3)
    other = NoteOrder(shop_id=KUAISHOU, order_no="770000000002", note="别的单")
    await hand.write(outbox.add, other, now + 4)
    steps = await desk.database.read(trail, SIDES)
    assert [step.action for step in steps] == ["deadline.note", "intent.needs_you", "intent.add"]
    assert [step.by for step in steps] == ["陈静", "", "陈静"]
    assert [action_word(step) for step in steps] == ["登记时限", "被拒绝", "提交"]
    assert about(steps[2], "zh_CN") == "备注“换厚箱”"
    assert "电话里说好的" in about(steps[0], "zh_CN")
    assert "换厚箱" in about(steps[1], "zh_CN")
    card = TrailCard(steps, now, "zh_CN")
    qtbot.addWidget(card)
    assert card.under.text() == "3"


async def test_what_another_version_or_another_hand_wrote_shuts_no_drawer(desk: Desk, qtbot: Any) -> None:
    """The chain says that a row was changed; of the order the drawer still says what can be read."""
    now = desk.now()
    shop = Shop(shop_id=KUAISHOU, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")
    await desk.database.write(put_shop, shop)
    await desk.database.write(save_orders, KUAISHOU, [order(NUMBER, now)], now)
    row_id = await desk.database.write(outbox.add, NoteOrder(shop_id=KUAISHOU, order_no=NUMBER, note="换厚箱"), now)

    def spoil(conn: Connection) -> None:
        conn.exec_driver_sql('UPDATE outbox SET command = \'{"type":"weigh_order"}\' WHERE id = ?', (row_id,))
        subject = f"{KUAISHOU} order {NUMBER}"
        audit.note(conn, now + 1, "order.weighed", subject, {"id": [row_id], "code": "weights.heavy", "until": "soon"})
        audit.note(conn, now + 2, "intent.done", subject, {"id": {"of": row_id}})
        conn.exec_driver_sql("UPDATE audit SET detail = '{broken' WHERE action = 'intent.done'")

    await desk.database.write(spoil)
    steps = await desk.database.read(trail, SIDES)
    assert [(step.action, step.command) for step in steps] == [
        ("intent.done", None),
        ("order.weighed", None),
        ("intent.add", None),
    ]
    card = TrailCard(steps, now, "zh_CN")
    qtbot.addWidget(card)
    assert card.under.text() == "3"
