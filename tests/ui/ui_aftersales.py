"""After-sale tickets in all lanes, and the room that shows them."""

from typing import Any

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.app.invented import KUAISHOU, YOUZAN, invent
from console.core.clock import DAY, HOUR
from console.core.model import (
    AfterSale,
    AfterSaleDeed,
    AfterSaleFacts,
    AfterSaleKind,
    AfterSaleStatus,
    Parcel,
)
from console.core.operators import Operator, Role
from console.store import operators
from console.store.aftersales import save_after_sales
from console.store.views import Pair
from console.ui.context import Desk
from console.ui.tabs.orders.aftersale_page import AfterSalesPage

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


def shown(page: AfterSalesPage) -> dict[str, list[str]]:
    return {lane: [row.after_sale_no[-1] for row in view.cards.rows] for lane, view in page.board.lanes.items()}


def said(widget: Any) -> str:
    return " ".join(found.text() for found in widget.findChildren(QLabel))
