"""What home says of shows: the next one and what is ready for it, the one that is on, what shows sold."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui_fakes import FakeActions
from ui_home_rows import NOW, TODAY, fill

from console.binding.live_scripts import LiveScripting
from console.core.clock import DAY, HOUR, MINUTE, SystemClock
from console.core.live import LiveAction, LiveSignal, LiveSnapshot, LiveSource
from console.rules.alerts import Alert
from console.rules.live_script import Cue, Script
from console.store import settings
from console.store.live_plan import DOOR, put_plan
from console.store.live_scripts import choose_script, put_script
from console.store.live_taking import take
from console.store.views_live import Plan
from console.sync.hub import Hub
from console.ui import alert_words
from console.ui.context import Desk
from console.ui.next_live import NextLive
from console.ui.plan_show import NEVER, PlanDialog
from console.ui.tabs.home.page import HomePage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
async def page(desk: Desk, actions: FakeActions) -> AsyncIterator[HomePage]:
    """Home at ``NOW`` over a full day; plans are really kept."""
    assert isinstance(desk.clock, SystemClock)
    desk.clock.offset_ms = NOW - SystemClock().now_ms()
    actions.scripts = LiveScripting(desk.database, desk.clock, Hub())
    await fill(desk)
    made = HomePage(desk)
    made.resize(1240, 900)
    yield made
    await made.close_page()
    made.hide()
    made.deleteLater()


async def shown(page: HomePage, until: Any) -> NextLive:
    page.show()
    await until(lambda: page.is_settled)
    page.read()
    await until(lambda: page.is_settled)
    page.grab()
    return page.live


def leads(page: HomePage) -> list[tuple[str, object]]:
    """Where clicks lead from now on."""
    asked: list[tuple[str, object]] = []
    page.live.opened.connect(lambda tab, question: asked.append((tab, question)))
    return asked


def points(card: NextLive) -> list[str]:
    return [f"{point.words.text()} {point.way.text()}".strip() for point in card.points]


async def test_without_a_plan_it_says_what_is_ready_and_what_is_not(page: HomePage, until: Any, qtbot: QtBot) -> None:
    card, went = await shown(page, until), leads(page)
    assert card.accessibleName() == "下一场还没有安排时间 准备就绪 1 / 4"
    assert points(card) == [
        "还没有选用脚本 去选",
        "直播数据入口没有打开 去打开",
        "脚本没有指定商品，无法核对库存",
        "订单是最新的",
    ]
    qtbot.mouseClick(card.points[0].way, LEFT)
    assert went == [("live", {"view": "scripts"})]


async def test_a_plan_is_made_in_the_dialog_and_stands_on_the_card(page: HomePage, until: Any, qtbot: QtBot) -> None:
    card = await shown(page, until)
    card.plan_asked.emit()
    await until(lambda: page.findChild(PlanDialog) is not None)
    dialog = page.findChild(PlanDialog)
    assert isinstance(dialog, PlanDialog)
    dialog.time.setText("9:00")
    assert "已经过去" in dialog.trouble.text()
    dialog.time.setText("25:00")
    assert not dialog.accept_button.isEnabled()
    dialog.time.setText("20：30")
    dialog.title.setText("家居专场")
    dialog.host.setText("小禾")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    await until(lambda: page.is_settled)  # by then it is kept
    page.read()
    await until(lambda: card.plan is not None)
    assert card.plan == Plan(at=TODAY + 20 * HOUR + 30 * MINUTE, title="家居专场", host="小禾")
    assert card.accessibleName() == "家居专场 主播：小禾 · 还有 5 时 58 分 · 准备就绪 1 / 4"


async def test_a_full_run_sheet_an_open_door_and_stock_make_it_ready(page: HomePage, until: Any, qtbot: QtBot) -> None:
    write = page.desk.database.write
    cues = tuple(Cue(cue_id=item, into_ms=0, item_id=item) for item in ("1", "2"))
    await write(put_script, Script(script_id="s", name="晚场", cues=cues), NOW)
    await write(choose_script, "s", NOW)
    await write(settings.put, DOOR, True, NOW)
    await write(put_plan, Plan(at=NOW - 5 * MINUTE), NOW)
    card = await shown(page, until)
    assert card.accessibleName() == "未命名的直播 已过开播时间 5 分钟 · 准备就绪 4 / 4"
    assert points(card) == ["脚本「晚场」，2 个环节", "直播数据入口已打开", "脚本里的 2 件商品都有库存", "订单是最新的"]
    await write(lambda conn: conn.exec_driver_sql("UPDATE items SET stock = 0 WHERE item_id = '2'"))
    page.read()
    went = leads(page)
    await until(lambda: "已售罄：保温杯 2 去看" in points(card))
    qtbot.mouseClick(card.points[2].way, LEFT)
    assert went == [("products", {"text": "保温杯 2"})]


async def test_a_show_that_is_on_stands_there_with_the_age_of_its_number(page: HomePage, until: Any) -> None:
    at = NOW - 2 * HOUR
    past = [LiveSignal(session_id="old", action=action, at=at - n * HOUR) for action, n in (
        (LiveAction.START, 30), (LiveAction.STOP, 28))]  # fmt: skip
    rows = [
        LiveSignal(session_id="now", action=LiveAction.START, at=at, room_title="家居专场"),
        LiveSnapshot(session_id="now", at=NOW - MINUTE, online=1_234),
    ]
    await page.desk.database.write(take, [*past, *rows], NOW, LiveSource.INGEST)
    card = await shown(page, until)
    assert card.title.text() == "本场直播"
    assert card.accessibleName() == "家居专场 已播 2 时 0 分 · 1,234 人在看（14:30）"
    last = [button.text() for button in card.findChildren(QPushButton) if button.text().startswith("上一场")]
    assert last == ["上一场 01-14 06:31"]
    assert page.figures.live.accessibleName() == "直播商品成交: ¥0.00  1 场直播 · 0 单 直播中", "orders were read"
    assert "有赞" not in " ".join(label.text() for label in page.figures.live.findChildren(QLabel))


async def test_no_show_may_be_planned_any_more(page: HomePage) -> None:
    plan = Plan(at=TODAY + DAY + 20 * HOUR, title="晚场")
    dialog = PlanDialog(page, plan, NOW)
    assert dialog.plan() == plan
    dialog.day.set_key(NEVER)
    dialog.day.chosen.emit(NEVER)
    assert dialog.plan() is None
    assert (dialog.accept_button.isEnabled(), dialog.accept_button.text()) == (True, "取消安排")
    dialog.deleteLater()


@pytest.mark.parametrize(
    ("passed_ms", "lacks", "words", "under", "where"),
    [
        (-20 * MINUTE, 0, "直播「晚场」还有 20 分钟 开播", "都准备好了", "live"),
        (5 * MINUTE, 2, "直播「晚场」已过开播时间 5 分钟", "还有 2 项没有准备好，见首页", "home"),
    ],
)
def test_the_bell_says_when_a_planned_show_begins(
    look: Any, passed_ms: int, lacks: int, words: str, under: str, where: str
) -> None:
    alert = Alert(key="show", cause="show", level=1, at=NOW, detail="晚场", ends_at=NOW - passed_ms, number=lacks)
    told = alert_words.said(alert, (), NOW, "zh_CN")
    assert (told.words, told.under) == (words, under)
    assert alert_words.opens(alert)[0] == where
