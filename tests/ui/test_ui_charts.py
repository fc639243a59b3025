"""The chart: what it reads out by pointer and key, where its axis ends, what it says to who does not see it."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.ui import theme
from console.ui.charts import GRID_LINES, Curve, Scale, TrendChart, round_top

TODAY = Curve("今日", "dot_blue", ((0, 0), (1, 100), (2, 250)), lead=True)
BEFORE = Curve("昨日", "previous", ((0, 0), (1, 80), (2, 90), (3, 400)))
SCALE = Scale(
    end=4,
    places=[(0, "00:00"), (4, "04:00")],
    value_words=lambda value: f"¥{value:g}",
    axis_words=lambda value: f"{value:g}",
    place_words=lambda place: f"{place:02.0f}:00",
)


@pytest.fixture
def chart(qtbot: QtBot, look: QApplication) -> Iterator[TrendChart]:
    made = TrendChart()
    qtbot.addWidget(made)
    made.resize(480, 220)
    made.show()
    made.show_curves([TODAY, BEFORE], SCALE, "成交额")
    made.grab()
    yield made
    made.hide()


def said(chart: TrendChart) -> tuple[str, list[tuple[str, str]]]:
    return chart.tip.title, [(name, value) for _, name, value in chart.tip.rows]


def test_arrow_keys_read_the_curves_point_by_point(chart: TrendChart, qtbot: QtBot) -> None:
    assert not chart.tip.isVisible()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.tip.isVisible()
    assert said(chart) == ("02:00", [("今日", "¥250"), ("昨日", "¥90")])
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert said(chart) == ("01:00", [("今日", "¥100"), ("昨日", "¥80")])
    for _ in range(5):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert said(chart) == ("03:00", [("昨日", "¥400")])  # today has not come so far


def test_what_is_read_is_said_to_assistive_tools_too(chart: TrendChart, qtbot: QtBot) -> None:
    assert chart.accessibleName() == (
        "成交额：今日 上升，最近 ¥250（02:00），最低 ¥0（00:00），最高 ¥250（02:00）；"
        "昨日 上升，最近 ¥400（03:00），最低 ¥0（00:00），最高 ¥400（03:00）"
    )
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == "02:00 今日 ¥250 昨日 ¥90"


def test_the_pointer_reads_the_nearest_point_and_leaves_nothing_behind(chart: TrendChart, qtbot: QtBot) -> None:
    middle = QPoint(chart.viewport().width() // 2, 100)
    qtbot.mouseMove(chart.viewport(), middle)
    assert said(chart)[0] == "02:00"
    chart.clearFocus()
    chart.leaveEvent(QEvent(QEvent.Type.Leave))
    assert not chart.tip.isVisible()


def test_other_keys_go_on_to_the_page(chart: TrendChart, qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert not chart.tip.isVisible()


def test_a_chart_without_curves_has_nothing_to_read(chart: TrendChart, qtbot: QtBot) -> None:
    chart.show_curves([Curve("今日", "dot_blue", (), lead=True)], SCALE, "—")
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert not chart.tip.isVisible()


def test_the_leading_curve_is_drawn_in_its_colour_in_both_themes(chart: TrendChart, look: QApplication) -> None:
    names: tuple[theme.ThemeName, ...] = ("light", "dark")
    for name in names:
        now = theme.apply(look, name)
        image = chart.grab().toImage()
        ground, blue = now["surface"], now["dot_blue"]
        shades = {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}
        assert ground.name() in shades
        assert blue.name() in shades
    theme.apply(look, "light")


@given(st.floats(0.01, 1e12))
def test_the_axis_ends_above_the_highest_value_and_not_far(highest: float) -> None:
    top = round_top(highest)
    assert top >= highest
    assert top <= max(highest * 1.51, 1.0 * GRID_LINES)


@given(st.integers(1, 10**12))
def test_the_axis_divides_into_even_steps(highest: int) -> None:
    step = round_top(highest) / GRID_LINES
    digits = f"{step:.6e}".split("e")[0].rstrip("0").rstrip(".")
    assert digits in {"1", "1.5", "2", "2.5", "3", "4", "5", "6", "8"}


def test_an_axis_of_nothing_still_has_steps() -> None:
    assert round_top(0) > 0
