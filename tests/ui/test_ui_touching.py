"""Channels, coupons, stored value and task lists through the customers' page, over a real file."""

import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from sqlalchemy import Connection
from ui_fakes import FakeActions

from console.binding.touching import TouchAsking
from console.binding.wording import Wording
from console.core.clock import DAY, format_shop_time
from console.core.errors import Refused
from console.core.model import Platform, Shop
from console.core.operators import Right
from console.documents import sheets
from console.rules import live_import
from console.rules.coupons import Fission
from console.rules.live_text import Synonym
from console.rules.touching_gate import Person
from console.store.shops import put_shop
from console.store.touch_lists import Wish
from console.store.views import Pair
from console.sync.hub import Hub
from console.ui import importing
from console.ui.context import Desk
from console.ui.tabs.customers import touch_words as words
from console.ui.tabs.customers.coupons import CouponsView
from console.ui.tabs.customers.coupons_card import named
from console.ui.tabs.customers.page import CustomersPage
from console.ui.tabs.customers.tasks import TasksView
from console.ui.tabs.customers.tasks_export import TaskExport
from console.ui.tabs.customers.tasks_new import NewTaskList
from console.ui.tabs.customers.touch import TouchView
from console.ui.tabs.customers.touch_base import TouchLines
from console.ui.tabs.customers.touch_behind import TouchBehind
from console.ui.tabs.customers.touch_import import TouchImport

Until = Callable[[Callable[[], object]], Awaitable[None]]
COLUMNS = [("key", "客户编号"), ("name", "名称"), ("address", "联系方式"), ("message", "话术")]


@pytest.fixture
def rights() -> set[Right]:
    return {Right.OVERRIDE}


@pytest.fixture
def asking(desk: Desk, rights: set[Right]) -> tuple[TouchAsking, Hub]:
    hub = Hub()
    checker = Wording(desk.database, desk.clock, hub).checker
    return TouchAsking(desk.database, desk.clock, hub, checker, rights.__contains__, lambda: "陈静"), hub


@pytest.fixture
async def page(
    desk: Desk, actions: FakeActions, asking: tuple[TouchAsking, Hub], qapp: QApplication
) -> AsyncIterator[CustomersPage]:
    actions.touching, hub = asking
    made = CustomersPage(desk)
    ends = hub.subscribe(made.on_changes)
    made.resize(1_200, 760)
    made.show()
    yield made
    ends()
    await made.close_page()
    made.close()
    made.deleteLater()


def day(desk: Desk, back: int) -> str:
    return format_shop_time(desk.now() - back * DAY)[:10]


def dialog_of(page: CustomersPage, kind: type[QDialog]) -> QDialog | None:
    return next((one for one in page.findChildren(kind) if one.isVisible()), None)


async def test_channels_are_imported_compared_and_held_against_own_lines(
    page: CustomersPage, desk: Desk, until: Until, tmp_path: Path
) -> None:
    view = page.enter("touch")
    assert isinstance(view, TouchView)
    await until(lambda: view.board is not None and page.is_settled)
    assert view.channels.none.isVisible()
    file = tmp_path / "触达.csv"
    rows = [f"{day(desk, 1)},短信,3420,3310,153.9,31,816", f"{day(desk, 1)},快手粉丝群,2080,790,0,25,"]
    rows += [f"{day(desk, 2)},企微社群,20,5,1,1,9", f"{day(desk, 2)},短信,很多,,,,"]
    file.write_text("\n".join(["日期,渠道,发送人数,到达人数,成本,成交人数,毛利", *rows]), encoding="gb18030")
    said: list[str] = []
    page.said.connect(lambda words, _more: said.append(words))
    view.take.click()
    await until(lambda: dialog_of(page, TouchImport))
    dialog = dialog_of(page, TouchImport)
    assert isinstance(dialog, TouchImport)
    await dialog.intake.take_file(file)
    await until(lambda: not dialog.tasks.busy and dialog.lines)
    assert "不是数字" in dialog.preview.rows.words()[-1]
    dialog.accept_button.click()
    await until(lambda: said and view.board is not None and view.board.rows)
    assert said == ["已保存 3 行 · 1 行未收"]
    shown = view.channels.rows.words()
    assert "企微社群" in shown[0]
    assert "样本不足" in shown[0]
    assert shown[1].split()[:1] == ["短信"]
    assert "5.3" in shown[1]
    assert "免费，不计" in shown[2]
    assert "参考 65%" in shown[2], "the yardstick stands beside the own figure"
    view.channels.rows.opened.emit(1)
    await until(lambda: dialog_of(page, TouchBehind))
    behind = dialog_of(page, TouchBehind)
    assert isinstance(behind, TouchBehind)
    assert "发送 3,420 人，成本 ¥153.90" in behind.sum.text()
    behind.rows.select(0)
    behind.drop.click()
    assert behind.rows.words() == []
    assert "¥0" not in behind.sum.text(), "of nothing there is no sum"
    await until(lambda: view.board is not None and len(view.board.rows) == 2)
    behind.accept()
    await until(lambda: page.is_settled)
    view.lines.edit.click()
    await until(lambda: dialog_of(page, TouchLines))
    lines = dialog_of(page, TouchLines)
    assert isinstance(lines, TouchLines)
    lines.fields["touch_fan_group_reach_bp"].setText("30%")
    lines.accept_button.click()
    await until(lambda: view.board is not None and view.board.lines["touch_fan_group_reach_bp"].value == 3_000)
    await until(lambda: page.is_settled)
    assert "参考 30%" in view.channels.rows.words()[1]


async def test_coupons_stored_value_and_members_are_taken_in_and_judged(
    page: CustomersPage, desk: Desk, until: Until
) -> None:
    said: list[str] = []
    page.said.connect(lambda words, _more: said.append(words))
    view = page.enter("coupons")
    assert isinstance(view, CouponsView)
    await until(lambda: page.is_settled)
    view.take.click()
    await until(lambda: dialog_of(page, TouchImport))
    first = dialog_of(page, TouchImport)
    assert isinstance(first, TouchImport)
    first.intake.take_paste("会员卡号\t会员等级\n88\t金卡")
    await until(lambda: first.accept_button.isEnabled())
    first.accept_button.click()
    await until(lambda: said)
    assert said == ["这些行写着顾客，要记在一家店名下。"], "no shop is bound yet"
    shop = Shop(shop_id="youzan:2", platform=Platform.YOUZAN, platform_shop_id="2", name="店")
    await desk.database.write(put_shop, shop)
    assert view.coupons.none.isVisible()
    assert view.stored.none.isVisible()
    for text, wanted in (
        (
            f"活动\t邀请人\t被邀请人\t是否新客\t领取时间\t核销时间\t优惠金额\n"
            f"邀2得15\t甲\t乙\t新客\t{day(desk, 3)}\t{day(desk, 2)}\t9.3\n"
            f"邀2得15\t乙\t甲\t\t{day(desk, 2)}\t\t\n邀2得15\t丙\t丙\t\t{day(desk, 2)}\t\t",
            lambda: view.coupons.campaign,
        ),
        (
            f"卡号\t储值余额\t累计充值\t累计消费\t最近变动时间\n88\t500\t1000\t400\t{day(desk, 100)}",
            lambda: view.stored.balance.text() == "¥500.00",
        ),
        ("会员卡号\t会员等级\t有赞ID\n88\t金卡\ty1\n89\t金卡\t", lambda: view.members.levels.accessibleName()),
    ):
        view.take.click()
        await until(lambda: dialog_of(page, TouchImport))
        dialog = dialog_of(page, TouchImport)
        assert isinstance(dialog, TouchImport)
        dialog.intake.take_paste(text)
        await until(lambda: not dialog.tasks.busy and dialog.lines)  # noqa: B023 - this turn's
        dialog.accept_button.click()
        await until(wanted)
        await until(lambda: page.is_settled)
    assert "每个新客成本 ¥9.30" in view.coupons.sums.text()
    assert "自己邀请自己 1 人：丙" in view.coupons.foul.text().replace(": ", "：")
    assert "循环邀请 1 组" in view.coupons.foul.text()
    assert "1 个账户对不上" in view.stored.law.text()
    assert "−¥100.00" in view.stored.apart.words()[0]
    assert "90 天未动 1 人" in view.stored.holders.text()
    assert "金卡" in view.members.levels.accessibleName()
    assert "1 位会员没有有赞 ID" in view.members.said.text()


def test_each_shops_campaign_can_be_chosen_and_a_return_finds_its_place() -> None:
    campaigns = [Fission(campaign="春", starters=1), Fission(campaign="春", starters=2), Fission(campaign="秋")]
    assert {name: one.starters for name, one in named(campaigns).items()} == {"春": 1, "春 (2)": 2, "秋": 0}
    assert [words.roi(value) for value in (0.94, 99.96, 154.6, 1_234.5)] == ["0.9", "100", "155", "1,234"]
    assert [words.roi_ink(0.5, few=few) for few in (True, False)] == ["track", "dot_red"]


async def test_what_is_pasted_is_cut_into_cells_beside_the_loop(
    page: CustomersPage, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    at: list[bool] = []

    def cells_of(text: str, synonyms: Sequence[Synonym]) -> list[list[str]]:
        at.append(threading.current_thread() is threading.main_thread())
        return live_import.cells_of(text, synonyms)

    monkeypatch.setattr(importing, "cells_of", cells_of)
    view = page.enter("coupons")
    assert isinstance(view, CouponsView)
    view.take.click()
    await until(lambda: dialog_of(page, TouchImport))
    dialog = dialog_of(page, TouchImport)
    assert isinstance(dialog, TouchImport)
    dialog.intake.take_paste("会员卡号\t会员等级\n88\t金卡")
    await until(lambda: dialog.accept_button.isEnabled())
    assert at == [False]
    dialog.reject()
    await until(lambda: page.is_settled)


async def test_a_list_is_made_of_customers_whose_consents_were_imported(
    page: CustomersPage, desk: Desk, until: Until
) -> None:
    def known(conn: Connection) -> None:
        for number in range(1, 4):
            key = (number, "kuaishou:1", f"b{number}")
            conn.exec_driver_sql(
                "INSERT INTO customer_identities VALUES (?, ?, ?, ?, 'own', '', 0, '', 0)", (*key, number)
            )
            conn.exec_driver_sql(
                "INSERT INTO customers (id, shop_id, buyer_id, name, tail, sides, placed, orders, paid_fen, unpriced, "
                "refunds, refunded_fen, coupons, kept_at) VALUES (?, ?, ?, '春*', '6021', 1, 1, 1, 900, 0, 0, 0, 0, 0)",
                key,
            )

    await desk.database.write(known)
    view = page.enter("tasks")
    assert isinstance(view, TasksView)
    await until(lambda: page.is_settled)
    assert view.lists.none.isVisible()
    view.take.click()
    await until(lambda: dialog_of(page, TouchImport))
    table = dialog_of(page, TouchImport)
    assert isinstance(table, TouchImport)
    said: list[str] = []
    page.said.connect(lambda words, _more: said.append(words))
    table.intake.take_paste("买家ID\t渠道\t是否同意\nb1\t短信\t同意\nb2\t短信\t拒绝\n谁\t短信\t同意")
    await until(lambda: not table.tasks.busy and table.lines)
    table.accept_button.click()
    await until(lambda: said)
    assert said == ["已保存 2 行 · 1 行对不上人"]
    view.new.click()
    await until(lambda: dialog_of(page, NewTaskList))
    dialog = dialog_of(page, NewTaskList)
    assert isinstance(dialog, NewTaskList)
    dialog.source.set_key(str(len(dialog.sources) - 1))
    dialog.channel.set_key("sms")
    dialog.channel.chosen.emit("sms")
    dialog.name.setText("回访")
    await until(lambda: not dialog.tasks.busy and dialog.accept_button.isEnabled())
    assert dialog.sum.text() == "可发 1 人 · 对照 0 人 · 共 3 人"
    assert dialog.left.text() == "未纳入：未同意营销 2"
    dialog.accept_button.click()
    await until(lambda: view.task is not None and page.is_settled)
    assert view.task is not None
    assert (view.task.name, view.task.sends, view.task.left, view.task.source) == ("回访", 1, 2, "全部客户")
    desk.scope.choose(Pair(kuaishou_shop_id="kuaishou:8", youzan_shop_id="youzan:9"))
    await until(lambda: not view.all and page.is_settled)
    desk.scope.choose(None)
    await until(lambda: len(view.all) == 1 and page.is_settled)


async def test_a_list_goes_from_its_words_to_its_results(
    page: CustomersPage, desk: Desk, asking: tuple[TouchAsking, Hub], rights: set[Right], until: Until, tmp_path: Path
) -> None:
    touching, _ = asking
    people = [
        Person(customer=f"kuaishou:1|b{n}", name=f"春天{n}", address=f"1380000220{n}", consent=n < 4) for n in range(6)
    ]
    wish = Wish(name="双12唤醒", channel="sms", message="", source="分群：老客")
    list_id = await touching.make(wish, people)
    view = page.enter("tasks")
    assert isinstance(view, TasksView)
    await until(lambda: view.task is not None and page.is_settled)
    assert "可发 4 人 · 对照 0 人 · 未纳入 2 人" in view.card.people.text()
    assert "未同意营销 2" in view.card.left.text()
    view.card.message.setPlainText("全网第一好用，最便宜")
    await until(lambda: view.card.reason.isVisible())
    assert "禁用词" in view.card.found.text()
    said: list[str] = []
    page.said.connect(lambda words, more: said.append(words + more))
    QTest.mouseClick(view.card.buttons["settle"], Qt.MouseButton.LeftButton)
    await until(lambda: said)
    assert "禁用词" in said[0]
    assert view.task is not None
    assert view.task.state == "draft"
    rights.clear()
    with pytest.raises(Refused, match=r"people\.owner_only"):
        await touching.settle(list_id, "全网第一", "已核实")
    rights.add(Right.OVERRIDE)
    view.card.message.setPlainText("老朋友，新到的帽子给你留了一顶")
    await until(lambda: not view.card.reason.isVisible())
    QTest.mouseClick(view.card.buttons["settle"], Qt.MouseButton.LeftButton)
    await until(lambda: view.task is not None and view.task.state == "due")
    await until(lambda: page.is_settled)

    written = view.card.message.toPlainText()
    view.card.message.setPlainText(f"{written}！")
    assert not view.card.buttons["export"].isEnabled(), "what was changed must be looked over again"
    assert view.card.buttons["settle"].isVisible()
    view.card.message.setPlainText(written)
    assert not view.card.buttons["settle"].isVisible()
    await until(lambda: page.is_settled)
    QTest.mouseClick(view.card.buttons["export"], Qt.MouseButton.LeftButton)
    await until(lambda: dialog_of(page, TaskExport))
    export = dialog_of(page, TaskExport)
    assert isinstance(export, TaskExport)
    assert export.columns == COLUMNS
    export.reject()
    await until(lambda: page.is_settled)

    with pytest.raises(OSError, match="missing"):
        await touching.export(list_id, tmp_path / "missing" / "x.csv", COLUMNS, masked=True)
    await until(lambda: view.task is not None and view.task.state == "due")
    file = tmp_path / "清单.csv"
    assert await touching.export(list_id, file, COLUMNS, masked=True) == 4
    cells = sheets.cells(file)
    assert cells[1] == ["kuaishou:1|b0", "春**", "138****2200", "老朋友，新到的帽子给你留了一顶"]
    await until(lambda: view.task is not None and view.task.state == "running" and page.is_settled)

    QTest.mouseClick(view.card.buttons["results"], Qt.MouseButton.LeftButton)
    await until(lambda: dialog_of(page, TouchImport))
    dialog = dialog_of(page, TouchImport)
    assert isinstance(dialog, TouchImport)
    dialog.intake.take_paste(
        "客户编号\t发送结果\t失败原因\nkuaishou:1|b0\t成功\t\nkuaishou:1|b1\t失败\t空号\n陌生人\t成功\t"
    )
    await until(lambda: not dialog.tasks.busy and dialog.lines)
    dialog.accept_button.click()
    await until(lambda: view.task is not None and view.task.failed and page.is_settled)
    assert "到达 1 · 失败 1 · 未回报 2" in view.card.back.text()
    assert "空号 1" in view.card.back.text()
    assert "1 行对不上人: 4 陌生人" in view.card.back.text()
    QTest.mouseClick(view.card.buttons["finish"], Qt.MouseButton.LeftButton)
    await until(lambda: view.task is not None and view.task.state == "done")
    await until(lambda: page.is_settled)
    rights.clear()
    with pytest.raises(Refused, match=r"touch\.masked"):
        await touching.export(list_id, file, COLUMNS, masked=False)
