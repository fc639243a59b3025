"""Charts as tables: one sentence, one table, one key, and no chart that is left out of it."""

import importlib
import inspect
import pkgutil
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import console.ui
from console.core.clock import DAY, SECOND
from console.ui import charted, charted_turn, texts
from console.ui.charted import ChartData, Charted, Column, days, join, sentence, tell, trend, when
from console.ui.charted_table import LEAST, SLICE, ChartTable
from console.ui.context import Desk
from console.ui.page import Page
from console.ui.widgets import Card

BEGIN = 1_764_000_000_000  # 2025-11-25 00:00 shop time
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NO_CHARTS = {
    # drawn by hand, and no data as a series: each with what it is instead
    "charts._Tip": "what a chart says under the pointer",
    "focus.FocusRing": "a ring",
    "veil.Veil": "a veil",
    "person.Disc": "a person's disc",
    "rail._Brand": "the program's mark",
    "topbar._Framed": "a frame",
    "home.trend._Stroke": "a legend's stroke",
    "products.reason_bar._Legend": "a legend, with its number as text",
    "customers.matrix_card.Scale": "a legend",
    # one figure with its words beside it
    "accounts.tier.TierChip": "one state",
    "customers.matrix_card.Need": "have and need",
    "compliance.violations_card.TimeBar": "one deadline",
    "insights.advice_row.ScoreBox": "one score",
    "insights.lacking.NeedBar": "have and need",
    "insights.value.Need": "have and need",
    "live.tile.LiveTile": "one figure with its lines",
    "live.wall.WallWindow": "six of those figures",
    "orders.proof_equation.Equation": "three sums, written out",
    # rows, lists and tables already
    "rows.Rows": "a table",
    "table.TableView": "a table",
    "live.rows.Rows": "a table",
    "orders.ship_list.ShipLines": "a list",
    "orders.waybill_list.Entries": "a list",
    "orders.proof_panel.ProofPanel": "a panel of words",
    "orders.proof_steps.Runs": "a list of runs",
    "orders.aftersale_lane.Cards": "a lane of cards",
    "orders.timeline.Sides": "a list of events",
    "customers.drawer_time.TwoSides": "a list of events",
    "products.preview_list.Lines": "a table",
    "products.variants.Variants": "a table",
    "traffic.experiments_detail._Interval": "a cell of a table, its numbers in the cells beside it",
    "compliance.violations_ruler.Ruler": "a calendar; its cases stand in the list beside it",
    # controls, papers, the window's own parts
    "insights.budget_slider.BudgetSlider": "a control",
    "live.seek.SeekBar": "a control",
    "compliance.editor._Gutter": "a text",
    "compliance.editor.WordingEditor": "a text",
    "compliance.selfcheck_paper._Canvas": "a paper",
    "orders.waybill_sheet.LabelSheet": "a paper",
    "accounts.form.Choice": "a control",
    "accounts.form.Steps": "the steps of a wizard",
    "accounts.group.Knot": "a line between two cards",
    "home.tight._Elided": "a text",
    "settings.sections._Entry": "a control",
}
"""Painted classes outside of the small parts (``widgets``, ``outbox``, ``rail``, ``bell``) that are no charts."""
PARTS = ("widgets.", "outbox.", "rail.", "rail_user.", "bell.", "person.")


def painted() -> dict[str, type[QWidget]]:
    """Every widget of the window that paints itself, by module and name."""
    found = {}
    for module in pkgutil.walk_packages(console.ui.__path__, "console.ui."):
        for name, made in vars(importlib.import_module(module.name)).items():
            if inspect.isclass(made) and issubclass(made, QWidget) and made.__module__ == module.name:
                short = module.name.removeprefix("console.ui.").removeprefix("tabs.")
                if "paintEvent" in vars(made) or "chart_data" in vars(made):
                    found[f"{short}.{name}"] = made
    return found


def test_no_chart_is_left_out(qapp: QApplication) -> None:
    widgets = painted()
    charts = {name for name, made in widgets.items() if hasattr(made, "chart_data")}
    unknown = {name for name in widgets if name not in charts | set(NO_CHARTS) and not name.startswith(PARTS)}
    assert not unknown, "give it chart_data, join and tell (console/ui/charted.py), or say here why it is no chart"
    assert not charts & set(NO_CHARTS)
    assert len(charts) >= 20
    for name in charts:
        text = inspect.getsource(widgets[name])
        assert "join(self)" in text, name
        assert "tell(self" in text, name


# -- one sentence -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "expected"),
    [([1, 2, 3], 1), ([3, 2, 1], -1), ([100, 250, 101], 0), ([0, 0, 0], 0), ([5], 0), ([-4, -2], 1), ([0, 9, 0, 0], 0)],
)
def test_a_trend_is_where_the_end_lies_against_the_beginning(values: Sequence[float], expected: int) -> None:
    assert trend(values) == expected


def test_the_sentence_says_trend_last_and_both_ends_and_what_is_missing(look: QApplication) -> None:
    at = [BEGIN + number * DAY for number in range(5)]
    data = ChartData("", (days(at), Column("成交额", [500, 100, None, 900, None], texts.money)), in_time=True)
    assert sentence(data) == (
        "成交额 上升，最近 ¥9.00（2025-11-28），最低 ¥1.00（2025-11-26），最高 ¥9.00（2025-11-28），缺 2 个值"
    )


def test_steps_have_ends_and_no_trend_and_nothing_known_is_no_zero(look: QApplication) -> None:
    steps = Column("环节", ["曝光", "点击", "成交"], kind="place")
    assert sentence(ChartData("漏斗", (steps, Column("人数", [None, 80, 4], texts.count)))) == (
        "漏斗：人数 最低 4（成交），最高 80（点击），缺 1 个值"
    )
    assert sentence(ChartData("漏斗", (steps, Column("人数", [None] * 3, texts.count)))) == "漏斗：人数尚无数据"
    assert sentence(None) == "尚无数据"


# -- the table --------------------------------------------------------------------------------------------------------


class Plot(QWidget):
    """A chart of the least kind."""

    def __init__(self, data: ChartData | None = None) -> None:
        super().__init__()
        self.data = data
        self.setMinimumHeight(120)
        join(self)
        tell(self)

    def sizeHint(self) -> QSize:
        return QSize(400, 240)

    def chart_data(self) -> ChartData | None:
        return self.data

    def show_data(self, data: ChartData | None) -> None:
        self.data = data
        tell(self)


def series(values: Sequence[float | None], name: str = "在线") -> ChartData:
    moments = [BEGIN + number * SECOND for number in range(len(values))]
    return ChartData("直播", (when(moments), Column(name, values, lambda value: f"{value:,.0f}")), in_time=True)


class TwoCharts(Page):
    """A page with a chart in each of two cards, the second one reached after the first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "页面")
        self.first, self.second = Plot(series([1, None, 3], "甲")), Plot(series([4, 5], "乙"))
        for plot in (self.first, self.second):
            card = Card("卡片")
            card.body.addWidget(plot)
            self.column.addWidget(card, 1)


@pytest.fixture
async def page(desk: Desk, until: object) -> AsyncIterator[TwoCharts]:
    made = TwoCharts(desk)
    made.resize(900, 700)
    made.show()
    made.activateWindow()
    await until(made.isActiveWindow)  # type: ignore[operator] - the fixture's own kind of waiting
    yield made
    await made.close_page()
    made.hide()
    made.deleteLater()


def tables(page: QWidget) -> list[ChartTable]:
    return [one for one in page.findChildren(ChartTable) if one.isVisible()]


def said(table: ChartTable) -> list[list[str]]:
    rows = table.rows
    return [[str(rows.data(rows.index(row, at))) for at in range(rows.columnCount())] for row in range(rows.rowCount())]


def pick(table: ChartTable, row: int) -> None:
    """As a click does, whatever keys are held."""
    rows = table.view.selectionModel()
    rows.select(table.rows.index(row, 0), rows.SelectionFlag.ClearAndSelect | rows.SelectionFlag.Rows)


async def test_by_keys_alone_a_chart_is_read_copied_and_left(page: TwoCharts, qtbot: QtBot) -> None:
    told: list[str] = []
    page.said.connect(lambda words, _under: told.append(words))
    qtbot.keyClick(page, Qt.Key.Key_T, KEYS)
    (table,) = tables(page)
    assert table.chart is page.first, "nothing has the focus: the first one as one reads"
    assert table.view.hasFocus()
    assert table.geometry().height() >= page.first.height()
    assert said(table) == [["2025-11-25 00:00:00", "1"], ["2025-11-25 00:00:01", "—"], ["2025-11-25 00:00:02", "3"]]
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = "时间\t甲\n2025-11-25 00:00:00\t1\n2025-11-25 00:00:01\t\n2025-11-25 00:00:02\t3"
    assert QGuiApplication.clipboard().text() == copied
    assert table.foot.text() == "已复制 3 行"
    qtbot.keyClick(page, Qt.Key.Key_T, KEYS)
    assert not tables(page)
    assert page.first.hasFocus()
    page.focusNextPrevChild(True)
    assert page.second.hasFocus(), "charts are reached by Tab"
    qtbot.keyClick(page, Qt.Key.Key_T, KEYS)
    (table,) = tables(page)
    assert table.chart is page.second
    pick(table, 1)
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "时间\t乙\n2025-11-25 00:00:01\t5"
    qtbot.keyClick(table.view, Qt.Key.Key_Escape)
    assert not tables(page)
    for plot in (page.first, page.second):
        plot.show_data(None)
    qtbot.keyClick(page, Qt.Key.Key_T, KEYS)
    assert told == ["当前页面没有可查看的图表数据"]


async def test_the_table_follows_its_chart(page: TwoCharts) -> None:
    charted_turn.show(page.first)
    (table,) = tables(page)
    pick(table, 0)
    page.first.show_data(series([1, None, 3, 7], "甲"))
    assert said(table)[-1] == ["2025-11-25 00:00:03", "7"]
    assert [index.row() for index in table.view.selectionModel().selectedRows()] == [0], "what is selected stays so"
    page.first.show_data(series([9], "甲"))
    assert len(said(table)) == 1
    page.resize(1000, 800)
    assert table.geometry().contains(page.first.geometry().adjusted(2, 2, -2, -2))
    page.first.hide()
    assert not tables(page), "a chart that is not shown has no table either"
    charted_turn.show(page.second)
    page.second.show_data(None)
    assert not tables(page)


async def test_the_menu_of_a_chart_has_it_too(page: TwoCharts) -> None:
    assert page.first.contextMenuPolicy() == Qt.ContextMenuPolicy.CustomContextMenu
    menu = charted_turn.menu_of(page.first)
    (act,) = menu.actions()
    assert act.text() == f"以表格查看\t{charted.KEYS}"
    act.trigger()
    menu.deleteLater()
    assert [one.chart for one in tables(page)] == [page.first]


async def test_four_hours_of_seconds_hold_nothing_up(page: TwoCharts, until: object) -> None:
    written: list[float] = []

    def words(value: float) -> str:
        written.append(value)
        return f"{value:,.0f}"

    many = 4 * 3_600
    moments = [BEGIN + number * SECOND for number in range(many)]
    page.first.show_data(ChartData("", (when(moments), Column("在线", range(many), words)), in_time=True))
    written.clear()
    charted_turn.show(page.first)
    (table,) = tables(page)
    table.grab()
    assert table.rows.rowCount() == many
    assert 0 < len(written) < 500, "only what is in sight is put into words"
    assert table.view.verticalScrollBar().value() == table.view.verticalScrollBar().maximum(), "the latest is in sight"
    written.clear()
    QGuiApplication.clipboard().setText("")
    table.copy()
    assert len(written) <= SLICE, "a slice at a time"
    await until(lambda: QGuiApplication.clipboard().text())  # type: ignore[operator] - the fixture's own kind of waiting
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == many + 1
    assert lines[-1] == "2025-11-25 03:59:59\t14,399"


async def test_what_is_copied_stays_text(page: TwoCharts) -> None:
    names = Column("商品", ["20261126123456789", "=1+1", "两\t格", "毛巾"], kind="place")
    page.first.show_data(ChartData("", (names, Column("销量", [1, 2, None, 0], texts.count))))
    charted_turn.show(page.first)
    tables(page)[0].copy()
    assert QGuiApplication.clipboard().text().split("\n")[1:] == [
        "'20261126123456789\t1",
        "'=1+1\t2",
        "两 格\t",
        "毛巾\t0",
    ]


async def test_a_small_chart_lends_its_table_the_room_of_its_card(page: TwoCharts) -> None:
    card = Card("小图")
    small = Plot(series([1, 2]))
    small.setFixedSize(90, 40)
    small.setMinimumHeight(40)
    card.body.addWidget(small)
    card.body.addStretch(1)
    page.column.insertWidget(1, card, 3)
    card.show()
    page.resize(900, 1_000)
    page.grab()
    charted_turn.show(small)
    (table,) = tables(page)
    assert table.width() >= LEAST.width()
    assert table.height() >= LEAST.height()
    assert isinstance(small, Charted)


async def test_a_chart_that_is_taken_away_takes_its_table_along(page: TwoCharts, until: Any) -> None:
    """A card that is filled anew gives its chart up without hiding it first."""
    assert charted_turn.show(page.first)
    (table,) = tables(page)
    page.first.deleteLater()
    await until(lambda: not isValid(page.first))
    await until(lambda: not isValid(table))
    page.resize(700, 600)
    assert charted_turn.turn(page)
    assert [one.chart for one in tables(page)] == [page.second]


async def test_a_hundred_tables_leave_nothing_behind(page: TwoCharts, until: Any) -> None:
    for _ in range(100):
        assert charted_turn.turn(page)
        page.first.show_data(series([1, 2, 4], "甲"))
        assert charted_turn.turn(page)
    await until(lambda: not page.findChildren(ChartTable))
    page.resize(700, 600)
