"""Warnings of disputes in the window: the score with its reasons, the threshold, the past with its sizes."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from test_ui_violations import NOW, At
from ui_fakes import FakeActions

from console.binding.compliance import Compliance
from console.core.clock import DAY, HOUR
from console.core.model import (
    AfterSale,
    AfterSaleDeed,
    AfterSaleFacts,
    AfterSaleKind,
    AfterSaleStatus,
    Order,
    OrderLine,
    OrderStatus,
    Platform,
    Shop,
)
from console.rules.disputes import Point, Scored
from console.store.aftersales import save_after_sales
from console.store.orders import save_orders
from console.store.shops import put_shop
from console.sync.hub import Hub
from console.ui import risks
from console.ui.context import Desk
from console.ui.tabs.compliance.disputes import DisputesView
from console.ui.tabs.compliance.page import CompliancePage
from console.ui.tabs.orders.aftersale_page import AfterSalesPage

SHOP = "kuaishou:1"
S = AfterSaleStatus


def sale(number: str, status: AfterSaleStatus, words: str = "", **more: Any) -> AfterSale:
    known: dict[str, Any] = {
        "after_sale_no": number,
        "order_no": f"o{number}",
        "kind": AfterSaleKind.REFUND_ONLY,
        "status": status,
        "amount_fen": 26_000,
        "created_at": NOW - 60 * HOUR,
        "updated_at": NOW - 50 * HOUR,
        "facts": AfterSaleFacts(words=words, history=more.pop("history", ())),
    }
    return AfterSale(**known | more)


def fill(conn: Any) -> None:
    put_shop(conn, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居"))
    lines = (OrderLine(line_no="1", title="四件套"),)
    save_orders(conn, SHOP, [Order(order_no="o101", status=OrderStatus.SHIPPED, buyer_id="b", lines=lines)], NOW)
    step = AfterSaleDeed(at=NOW - 10 * DAY, by="platform", words="平台客服介入处理")
    rows = [
        sale("101", S.WAIT_SELLER, "过敏了，再不处理就打12315"),
        sale("102", S.REFUSED),
        sale("103", S.CLOSED, "投诉", created_at=NOW - 14 * DAY, updated_at=NOW - 9 * DAY, history=(step,)),
    ]
    save_after_sales(conn, SHOP, rows, NOW)


@pytest.fixture
async def view(desk: Desk, actions: FakeActions, tmp_path: Any, until: Any) -> AsyncIterator[DisputesView]:
    object.__setattr__(desk, "clock", At())
    actions.compliance = Compliance(desk.database, desk.clock, Hub(), tmp_path / "evidence")
    await desk.database.write(fill)
    page = CompliancePage(desk)
    page.resize(1240, 780)
    page.show()
    made = page.enter("disputes")
    assert isinstance(made, DisputesView)
    await until(lambda: made.is_settled and page.is_settled and made.warned is not None)
    yield made
    await until(lambda: made.is_settled)
    await page.close_page()
    page.close()
    page.deleteLater()


async def test_the_list_is_what_reaches_the_threshold_with_its_reasons(view: DisputesView, until: Any) -> None:
    assert view.warned is not None
    assert [(one.ticket.after_sale_no, one.scored.score) for one in view.rows] == [("101", 66), ("102", 31)]
    assert view.card.model.rowCount() == 1
    assert risks.reasons(view.rows[0].scored).startswith("提到“12315”“过敏”“不处理” · 60 小时未回复")
    view.shown.chosen.emit("all")
    view.shown.set_key("all")
    view._show()
    await until(lambda: view.card.model.rowCount() == 2)
    asked: list[tuple[str, object]] = []
    view.go.connect(lambda tab, question: asked.append((tab, question)))
    view.card.view.row_opened.emit(view.rows[0].ticket.id)
    assert asked == [("orders", {"room": "aftersales", "tab": "all", "text": "101"})]


async def test_another_threshold_is_kept_and_warns_of_more(view: DisputesView, until: Any) -> None:
    counted: list[int] = []
    view.counted.connect(lambda _key, number: counted.append(number))
    view.threshold.chosen.emit("30")
    await until(lambda: view.warned is not None and view.warned.threshold == 30 and view.is_settled)
    assert counted[-1] == 2
    assert view.threshold.text().endswith("30")
    await until(lambda: view.card.model.rowCount() == 2)


async def test_the_past_says_its_sizes_and_that_it_is_too_few(view: DisputesView) -> None:
    said = view.past.said.text()
    assert "共 3 单，回测 1 单；2 单结果未知" in said
    assert "其中争议 1 单" in said
    assert "样本太少" in said
    cells = [one.text() for one in view.past.findChildren(QLabel)]
    assert "0/1" in cells


async def test_a_ticket_shows_its_score_and_what_it_is_made_of(desk: Desk, until: Any) -> None:
    object.__setattr__(desk, "clock", At())
    await desk.database.write(fill)
    page = AfterSalesPage(desk)
    page.resize(1240, 780)
    page.show()
    page.open_at({"tab": "all", "text": "101"})
    await until(lambda: page.is_settled and page.card.model.rowCount() == 1)
    row_id = page.card.model.id_at(0)
    page.open_row(row_id)
    await until(lambda: page.is_settled and page.ticket_drawer.detail is not None)
    assert page.ticket_drawer.detail is not None
    risk = page.ticket_drawer.detail.row.risk
    assert risk is not None
    assert risk.score == 66
    words = [one.text() for one in page.ticket_drawer.findChildren(QLabel)]
    assert "争议预警" in words
    assert "60 小时未回复" in words
    assert "+20" in words
    await page.close_page()
    page.close()
    page.deleteLater()


def test_tones_and_words(translators: Any) -> None:
    assert [risks.tone(Scored(score=score, warned=score >= 45)) for score in (44, 45, 69, 70)] == [
        "blue",
        "amber",
        "amber",
        "red",
    ]
    assert risks.chip(None) is None
    assert risks.chip(Scored()) is None
    known = ("refused", "age", "amount", "repeat", "contact", "logistics", "receipt", "overdue")
    said = [risks.reason(Point(reason=one, points=1, figure=3)) for one in known]  # type: ignore[arg-type]
    assert len(set(said)) == len(known)
    assert not any("{" in one for one in said)
