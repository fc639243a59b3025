"""What home says: the sentences of 现在要做 in their order, the curves of 成交走势 and their words."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui_home_rows import BOTH, KUAISHOU, NOW, TODAY, YESTERDAY, fill

from console.core.clock import DAY, HOUR, MINUTE
from console.store.health import note_trouble
from console.store.views import SignIn
from console.ui import scales
from console.ui.context import Desk
from console.ui.tabs.home import curves
from console.ui.tabs.home.period import Period, PeriodKey
from console.ui.tabs.home.reading import HomeReading, read_home
from console.ui.tabs.home.trend import TrendCard
from console.ui.tabs.home.urgent import MOST, Task, UrgentCard, tasks


async def read(desk: Desk, key: PeriodKey = "today", now: int = NOW) -> HomeReading:
    return await desk.database.read(read_home, Period.of(key, now), BOTH, now)


async def test_the_nearest_deadline_comes_first_and_what_has_none_last(desk: Desk) -> None:
    await fill(desk)
    found = tasks(await read(desk), {KUAISHOU: SignIn(app_key="k", base_url="", ends_at=NOW + DAY)})
    assert [(task.words, task.verb) for task in found] == [
        ("1 笔订单已超时未发货", "去发货"),
        ("4 笔售后待处理", "处理"),
        ("快手「快店」授权 1 天 0 时后到期", "重新授权"),
        ("2 笔快手订单在有赞缺单", "处理"),
        ("1 笔订单两边金额不符", "核对"),
        ("2 件商品被平台驳回", "修复"),
    ]
    assert found[0].under == "6 小时内到期共 2 笔，合计 ¥150.00 · 照此进度今晚还会超时 1 单"
    assert found[3].opens == ("orders", {"tab": "mapping", "mapping": "missing_trade"})


async def test_a_dead_sign_in_is_first_of_all(desk: Desk) -> None:
    await fill(desk)
    await desk.database.write(note_trouble, KUAISHOU, "orders", "sign_in_needed", "kuaishou.28", "", NOW)
    first = tasks(await read(desk), {})[0]
    assert (first.words, first.opens) == ("快手「快店」授权已失效", ("accounts", {}))


async def test_at_most_four_stand_there_and_only_the_first_is_filled(desk: Desk, qtbot: QtBot) -> None:
    await fill(desk)
    card = UrgentCard()
    qtbot.addWidget(card)
    found = tasks(await read(desk), {})
    assert len(found) > MOST
    card.show_tasks(found, "")
    buttons = card.findChildren(QPushButton)
    assert [button.property("kind") for button in buttons] == ["primary", "default", "default", "default"]
    assert card._more.text() == "还有 1 条"
    opened: list[Any] = []
    card.opened.connect(lambda tab, question: opened.append((tab, question)))
    buttons[0].click()
    assert opened == [found[0].opens]


def test_nothing_to_do_is_said(qtbot: QtBot) -> None:
    card = UrgentCard()
    qtbot.addWidget(card)
    card.show_tasks([Task("timer", "fg_red", "one", "", "do", ("orders", {}))], "")
    card.show_tasks([], "nothing waits")
    assert "nothing waits" in [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]


# -- the curves --------------------------------------------------------------------------------------------------------


async def test_the_running_total_ends_now_at_the_whole_amount(desk: Desk) -> None:
    await fill(desk)
    reading = await read(desk)
    today, yesterday, week_ago = curves.lines(reading, "sum")
    assert (today.name, yesterday.name, week_ago.name) == ("今日", "昨日", "上周四")
    assert today.lead
    assert today.points[0] == (0.0, 0.0)
    at, value = today.points[-1]
    assert value == 16_100
    assert abs(at - 14.516) < 0.01  # 14:31, not the end of a quarter of an hour that is still to come
    assert yesterday.points[-1] == (24.0, 10_000.0)
    assert dict(today.points)[10.0] == 0
    assert dict(today.points)[10.25] == 10_000


async def test_by_time_every_hour_stands_for_itself(desk: Desk) -> None:
    await fill(desk)
    today, yesterday, _ = curves.lines(await read(desk), "each")
    assert [place for place, _ in today.points] == [float(hour) for hour in range(15)]
    assert {place: fen for place, fen in today.points if fen} == {10.0: 10_000, 11.0: 5_000, 12.0: 1_100}
    assert len(yesterday.points) == 24


async def test_days_stand_beside_the_days_before(desk: Desk) -> None:
    await fill(desk)
    week, before = curves.lines(await read(desk, "week"), "sum")
    assert [fen for _, fen in week.points] == [0, 0, 0, 0, 0, 10_000, 26_100]
    assert (before.name, len(before.points)) == ("前 7 天", 7)
    assert [place for place, _ in curves.places(Period.of("week", NOW), "sum")] == [0, 1, 2, 3, 4, 5, 6]


async def test_a_curve_of_a_time_that_was_not_read_is_left_out(desk: Desk) -> None:
    await fill(desk)
    early = await read(desk, now=TODAY - 69 * DAY)  # one day after the first order in the file
    assert [line.name for line in curves.lines(early, "sum")] == ["今日"]


@given(st.integers(0, DAY - 1), st.sampled_from(["sum", "each"]))
def test_every_place_of_a_day_is_written(past: int, way: curves.Way) -> None:
    period = Period.of("today", TODAY + past)
    for place, words in curves.places(period, way):
        assert 0 <= place <= curves.end_of(period, way)
        assert words == f"{int(place):02d}:00"


def test_places_and_amounts_in_words(look: object) -> None:
    today, week = Period.of("today", NOW), Period.of("week", NOW)
    assert curves.place_words(today, "sum", 14.25) == "14:15 累计"
    assert curves.place_words(today, "each", 14.0) == "14:00–14:31"  # the hour is not over
    assert curves.place_words(Period.of("yesterday", NOW), "each", 23.0) == "23:00–24:00"
    assert curves.place_words(Period.of("yesterday", NOW), "sum", 24.0) == "24:00 累计"
    assert curves.place_words(week, "each", 5.0) == "1 月 14 日 周三"
    assert [curves.axis_money(fen) for fen in (0, 50, 80_000, 800_000, 6_000_000, 2_500_000)] == [
        "¥0",
        "¥0.5",
        "¥800",
        "¥8,000",
        "¥6 万",
        "¥2.5 万",
    ]
    many = [scales.short_count(n) for n in (860, 41_000, 12_345_678, 150_000_000)]
    assert many == ["860", "4.1 万", "1,235 万", "15,000 万"], "never as a power of ten"
    assert scales.axis_money(1_234_567_890_000) == "¥1,234,570 万"


async def test_the_chart_comes_late_and_says_its_curves(desk: Desk, qtbot: QtBot) -> None:
    await fill(desk)
    card = TrendCard()
    qtbot.addWidget(card)
    card.show_reading(await read(desk))
    assert card.chart is None
    await card.bring_chart()
    assert card.chart is not None
    said = card.chart.accessibleName()
    assert said.startswith("成交走势：今日 上升，最近 ¥161.00（14:31 累计），最低 ¥0.00（00:00 累计），")
    assert "昨日 上升，最近 ¥100.00（24:00 累计）" in said
    assert "缺" not in said, "today's curve ends now: what is to come is not missing"
    card._way._buttons["each"].click()
    assert YESTERDAY + 9 * HOUR + MINUTE < TODAY
    assert "最高 ¥100.00（10:00–11:00）" in card.chart.accessibleName()
