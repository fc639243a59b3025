"""The panel of proofs: made, shown, looked through, exported; a row of it opens its order."""

import asyncio
import shutil
import subprocess
import unicodedata
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from console.binding.proofs import Proofs
from console.core.clock import DAY, HOUR, day_start
from console.core.model import EXTERNAL, Order, OrderLine, OrderStatus, Platform, Shop
from console.documents.sheets import read
from console.rules import proof_period
from console.store.cursors import move_watermark
from console.store.gap_audits import GapAudit, keep_audit
from console.store.health import note_success
from console.store.orders import save_orders
from console.store.shops import pair, pairs, put_shop
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.orders.page import OrdersPage
from console.ui.tabs.orders.proof_equation import HIGH, Equation
from console.ui.tabs.orders.proof_export import Form

pytestmark = pytest.mark.gui

KS, YZ = "kuaishou:1", "youzan:2"


def fill(conn: Connection, now: int) -> None:
    """Yesterday: six orders paid, four of them in order, one missing, one a fen off; another never paid."""
    for shop_id, platform in ((KS, Platform.KUAISHOU), (YZ, Platform.YOUZAN)):
        put_shop(conn, Shop(shop_id=shop_id, platform=platform, platform_shop_id=shop_id[-1], name=f"小禾{platform}"))
    pair(conn, KS, YZ)
    noon = day_start(now) - DAY + 12 * HOUR
    orders = [order(f"26321106450086{n:02}", noon) for n in range(6)]
    unpaid = order("2632110645009999", noon)
    never = {"paid_at": None, "created_at": noon, "status": OrderStatus.CLOSED}
    save_orders(conn, KS, [*orders, replaced(unpaid, **never)], now)
    trades = [order(f"E{n:02}", noon, outer_no=orders[n].order_no, source=EXTERNAL) for n in range(5)]
    save_orders(conn, YZ, [*trades[:4], replaced(trades[4], amount_fen=6_901)], now)
    for shop_id in (KS, YZ):
        move_watermark(conn, shop_id, "orders", now)
        note_success(conn, shop_id, "orders", now)


def order(no: str, at: int, **more: Any) -> Order:
    line = OrderLine(line_no=f"{no}-1", title="保温杯", code=no[-2:])
    return Order(
        order_no=no, status=OrderStatus.TO_SHIP, amount_fen=6_900, paid_at=at, created_at=at, lines=(line,), **more
    )


def replaced(one: Order, **more: Any) -> Order:
    import msgspec

    return msgspec.structs.replace(one, **more)


@pytest.fixture
async def page(desk: Desk) -> AsyncIterator[OrdersPage]:
    """The orders page over real proofs, its panel at yesterday."""
    now = desk.now()
    await desk.database.write(fill, now)
    desk.actions.proofs = Proofs(desk.database, desk.database, desk.clock, Hub(), list)  # type: ignore[misc]  # the fake's attribute
    made = OrdersPage(desk)
    made.resize(1240, 800)
    made.show()
    made.open_at({"proof": proof_period.day_of(now - DAY).key})
    await rest(made)
    yield made
    await made.close_page()
    made.close()
    made.deleteLater()
    await asyncio.sleep(0)


async def rest(page: OrdersPage) -> None:
    for _ in range(400):
        await asyncio.sleep(0.01)
        if not page.tasks.busy:
            return
    raise AssertionError("the page does not come to rest")


async def click(page: OrdersPage, part: Any) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    await rest(page)


def shown(page: OrdersPage) -> list[tuple[str, str | None]]:
    model = page.proof.card.model
    rows = [model.row(at) for at in range(model.rowCount())]
    return [(row["kind"], row["order_no"]) for row in rows if row is not None]


async def test_of_several_pairs_it_is_said_whose_proof_is_shown(page: OrdersPage) -> None:
    def second(conn: Connection) -> None:
        for shop_id, platform in (("kuaishou:3", Platform.KUAISHOU), ("youzan:4", Platform.YOUZAN)):
            put_shop(conn, Shop(shop_id=shop_id, platform=platform, platform_shop_id=shop_id[-1], name="暖屋优选"))
        pair(conn, "kuaishou:3", "youzan:4")

    panel = page.proof
    assert "小禾" not in panel.bar.under.text(), "of one pair there is nothing to say"
    await page.desk.database.write(second)
    panel.ask()
    await rest(page)
    assert "小禾kuaishou" in panel.bar.under.text()
    page.desk.scope.choose((await page.desk.database.read(pairs))[1])
    panel.ask()
    await rest(page)
    assert "暖屋优选" not in panel.bar.under.text(), "whoever chose it knows it"


async def test_a_day_is_proved_and_its_rows_are_shown(page: OrdersPage) -> None:
    panel = page.proof
    assert panel.runs.kept == []
    assert not panel.bar.pdf.isEnabled()
    assert panel.card.empty.icon._name == "circle-dashed", "no tick before anything was compared"
    await click(page, panel.bar.prove)
    assert "快手已付 6 ¥414.00 = 已映射 4 ¥276.00" in panel.equation._equation.accessibleName()
    assert shown(page) == [("amount_differs", "2632110645008604"), ("missing", "2632110645008605")]
    panel.parts.chosen.emit("all")
    panel.parts.set_key("all")
    panel._show_rows()
    await rest(page)
    assert ("not_paid", "2632110645009999") in shown(page)
    await click(page, panel.bar.prove)
    assert [one.open for one in panel.runs.kept] == [2, 2]
    first = panel.runs.kept[0].number
    QTest.keyClick(panel.runs, Qt.Key.Key_Left)
    await rest(page)
    assert panel.runs.number == first
    await click(page, panel._copy)
    assert QGuiApplication.clipboard().text() == panel.runs.kept[0].hash


async def test_a_row_opens_its_order_and_escape_leads_back(page: OrdersPage) -> None:
    panel = page.proof
    await click(page, panel.bar.prove)
    panel.card.view.row_opened.emit(1)
    await rest(page)
    assert not panel.isVisible()
    assert page.filters.search.text() == "2632110645008605"
    assert page.order_drawer.detail is not None
    assert page.order_drawer.detail.order.order_no == "2632110645008605"
    page.open_proof()
    await rest(page)
    assert panel.isVisible()
    assert not page.drawer.isVisible()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
async def test_tab_reaches_what_is_in_sight_and_nothing_that_the_panel_covers(page: OrdersPage, key: Qt.Key) -> None:
    panel, reached = page.proof, set[QWidget]()
    panel.bar.prove.setFocus()
    for _ in range(60):
        here = page.focusWidget()
        assert here is not None
        assert panel.isAncestorOf(here), here
        reached.add(here)
        QTest.keyClick(here, key)
    assert {panel.bar.prove, panel.bar.audit, panel.bar.before} <= reached
    panel.close_panel()
    page.card.view.setFocus()
    QTest.keyClick(page.card.view, key)
    assert page.focusWidget() is not page.card.view, "in the list it goes its usual way"


async def test_day_and_month_change_the_question(page: OrdersPage) -> None:
    bar = page.proof.bar
    yesterday = bar.period
    await click(page, bar.before)
    assert bar.period == proof_period.next_to(yesterday, -1)
    assert page.proof._reading is not None
    assert page.proof._reading.proof is None
    bar.kind.chosen.emit("month")
    await rest(page)
    assert bar.period.is_month
    await click(page, page.proof.bar.prove)
    assert page.proof.runs.kept[-1].period == bar.period.key


async def test_a_broken_chain_is_said(page: OrdersPage, desk: Desk) -> None:
    heard: list[str] = []
    page.said.connect(lambda words, _under: heard.append(words))
    await click(page, page.proof.bar.prove)
    await click(page, page.proof.bar.verify)
    assert heard == ["两条链均完好，没有改动"]
    await desk.database.write(lambda conn: conn.exec_driver_sql("UPDATE proofs SET made_at = 1 WHERE id = 1"))
    await click(page, page.proof.bar.verify)
    assert heard[1:] == ["证明第 1 条被改动"]


async def test_what_gap_audits_found_is_shown(page: OrdersPage, desk: Desk) -> None:
    now = desk.now()
    found = GapAudit(
        shop_id=KS,
        begin_at=now - DAY,
        end_at=now,
        begun_at=now,
        ended_at=now,
        there=7,
        missing=("2632110645008601",),
        repaired=("2632110645008601",),
    )
    await desk.database.write(keep_audit, found)
    heard: list[tuple[str, str]] = []
    page.said.connect(lambda words, under: heard.append((words, under)))
    await click(page, page.proof.bar.audit)  # no shop is read here: nothing is compared, and the proof is made anew
    assert heard == [("查漏：没有可比对的店铺", "未绑定或已关闭订单读取的店铺不参与比对")]
    said = [one.text() for cell in page.proof.steps._cells for one in cell.findChildren(QLabel)]
    assert any("查出 1，补回 1" in words for words in said)
    assert "查漏补回：2632110645008601" in page.proof.steps._late.text()


async def test_the_exports_say_what_the_panel_says(page: OrdersPage, tmp_path: Path) -> None:
    panel = page.proof
    await click(page, panel.bar.prove)
    names: list[str] = []
    panel.export.where = into(tmp_path, names)
    await click(page, panel.bar.csv)
    text = (tmp_path / "proof.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    titles = ["类型", "快手单号", "有赞单号", "快手金额", "有赞金额", "差额", "支付时间", "判断依据"]
    rows = [list(row.cells.values()) for row in read(tmp_path / "proof.csv", titles)]
    assert rows[0][:6] == ["金额不符", "2632110645008604", "E04", "69.00", "69.01", "0.01"]
    assert len(rows) == 3
    assert b",2632110645008604," not in text, "a spreadsheet must not round a number"
    await click(page, panel.bar.pdf)
    assert names[0].startswith("对账证明_")
    pdf = tmp_path / "proof.pdf"
    assert pdf.read_bytes().startswith(b"%PDF-")
    if shutil.which("pdftotext") is None:
        pytest.skip("there is no pdftotext to read it back with")
    text_of, fonts = await asyncio.to_thread(read_back, pdf)
    for words in ("对账证明", "快手已付", "¥414.00", "2632110645008605", "缺单", panel.runs.kept[-1].hash, "1 / "):
        assert words in unicodedata.normalize("NFKC", text_of), words  # a sign and its radical share a glyph
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts), "every font is within the file"


def read_back(pdf: Path) -> tuple[str, list[str]]:
    """Its words, and a line for each of its fonts."""
    said = [
        subprocess.run(words, capture_output=True, text=True, check=True).stdout
        for words in (["pdftotext", "-layout", str(pdf), "-"], ["pdffonts", str(pdf)])
    ]
    return said[0], said[1].splitlines()[2:]


def into(folder: Path, names: list[str]) -> Callable[[str, Form], Any]:
    async def where(name: str, form: Form) -> Path | None:
        names.append(name)
        return folder / f"proof.{form}"

    return where


def test_the_equation_of_a_good_day_stands_in_one_row_in_a_usual_window(qtbot: QtBot) -> None:
    made = Equation()
    qtbot.addWidget(made)
    made.set_figures({"paid": 913, "linked": 705}, {"paid": 16_524_813, "linked": 12_853_609, "missing": 723_560})
    beside_the_steps = 664  # px, of a window of 1440
    assert made.heightForWidth(beside_the_steps) == HIGH
    assert made.heightForWidth(beside_the_steps // 2) == 2 * HIGH, "rather two rows than amounts cut off"
