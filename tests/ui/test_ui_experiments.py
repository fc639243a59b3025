"""Experiments in the window: planned, filled by hand and by table, judged at the plan only, stopped with a reason."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from test_ui_violations import NOW, At
from ui_fakes import FakeActions

from console.binding.experiments import ExperimentsAsking
from console.rules.experiments import Experiment, Figure, Metric
from console.store import experiments
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.traffic import experiments_words as words
from console.ui.tabs.traffic.experiments import ExperimentsView
from console.ui.tabs.traffic.experiments_acts import FiguresDialog, ImportDialog, ReasonDialog
from console.ui.tabs.traffic.experiments_detail import DetailDialog
from console.ui.tabs.traffic.experiments_new import NewDialog
from console.ui.tabs.traffic.experiments_reckoner import ReckonerDialog

ENTER = Metric(key="enter", name="进入率", base=0.17, effect=0.05)


@pytest.fixture
async def view(desk: Desk, actions: FakeActions, until: Any) -> AsyncIterator[ExperimentsView]:
    clock = At()
    object.__setattr__(desk, "clock", clock)
    actions.experiments = ExperimentsAsking(desk.database, clock, Hub())
    made = ExperimentsView(desk)
    made.resize(1180, 700)
    made.show()
    await until(lambda: made.is_settled)
    yield made
    await until(lambda: made.is_settled)
    await made.close_view()
    made.close()
    made.deleteLater()


async def opened(view: Any, kind: type, until: Any) -> Any:
    await until(lambda: [one for one in view.findChildren(kind) if one.isVisible()])
    return next(one for one in view.findChildren(kind) if one.isVisible())


async def test_from_the_plan_to_the_conclusion(view: ExperimentsView, until: Any) -> None:
    task = asyncio.create_task(view.open_new())
    new: NewDialog = await opened(view, NewDialog, until)
    assert not new.accept_button.isEnabled()
    new.name.setText("封面：产品特写 vs 主播手持")
    form = new.forms[0]
    form.name.setText("进入率")
    form.base.setText("17")
    form.effect.setText("5")
    assert new.accept_button.isEnabled()
    assert form.needs() == 985
    new.accept()
    await task
    await until(lambda: view.is_settled)
    assert view.seen is not None
    (row,) = view.seen.rows
    assert row.lead.conclusion == "empty"
    task = asyncio.create_task(view.open_detail(row.experiment.id))
    detail: DetailDialog = await opened(view, DetailDialog, until)
    detail.buttons["import"].click()
    table: ImportDialog = await opened(view, ImportDialog, until)
    await table.take(
        [["日期", "组", "样本", "次数"], ["2026-11-20", "A", "500", "86"], ["2026-11-20", "C", "5", "1"]], "paste"
    )
    assert "第 3 行" in table.wrong.text()
    table.accept()
    await until(lambda: detail.judged.lead.a.n == 500)
    assert detail.judged.lead.conclusion == "few"  # B has none
    detail.buttons["figures"].click()
    typed: FiguresDialog = await opened(view, FiguresDialog, until)
    assert not typed.accept_button.isEnabled()
    for (_, arm, name), field in typed.fields.items():
        field.setText({("a", "n"): "990", ("a", "hits"): "160", ("b", "n"): "1000", ("b", "hits"): "245"}[arm, name])
    typed.accept()
    await until(lambda: detail.judged.lead.conclusion == "b")
    assert words.p_value(detail.judged.lead) == "<0.001"
    assert not detail.buttons["stop"].isVisible()
    detail.accept()
    await task
    view.load()
    await until(lambda: view.seen is not None and view.seen.rows[0].lead.conclusion == "b")
    told = view.card.chart_data()
    assert told is not None
    said = [column.said(0) for column in told.columns]
    assert said == [
        *("封面：产品特写 vs 主播手持", "进入率", "16.2%", "24.5%", "+8.3 点", "+4.8 点", "+11.8 点"),
        *("<0.001", "1,990 / 1,970", "B 更好"),
    ]
    assert view.card.accessibleName() == "A/B 实验：1 个实验"


async def test_a_stop_keeps_its_reason_and_shows_so(view: ExperimentsView, until: Any) -> None:
    database = view.desk.database
    number = await database.write(experiments.start, Experiment(name="福袋口令", metrics=(ENTER,)), NOW)
    few = [Figure(metric="enter", arm=arm, n=500, hits=90) for arm in ("a", "b")]  # type: ignore[arg-type]
    await database.write(experiments.put_figures, number, few, "", NOW)
    task = asyncio.create_task(view.open_detail(number))
    detail: DetailDialog = await opened(view, DetailDialog, until)
    detail.buttons["stop"].click()
    why: ReasonDialog = await opened(view, ReasonDialog, until)
    assert not why.accept_button.isEnabled()
    why.reason.setText("活动下线")
    why.accept()
    await until(lambda: detail.judged.experiment.state == "stopped")
    assert "活动下线" in detail.about.text()
    assert not detail.buttons["figures"].isVisible()
    detail.buttons["archive"].click()
    await until(lambda: detail.judged.experiment.state == "archived")
    detail.accept()
    await task
    await until(lambda: view.is_settled)
    assert view.seen is not None
    assert view.seen.rows == ()
    view.which.chosen.emit("away")
    view.which.set_key("away")
    view.load()
    await until(lambda: view.seen is not None and view.seen.rows)
    assert view.seen.rows[0].lead.p is None


async def test_power_is_the_merchants_own_line(view: ExperimentsView, until: Any) -> None:
    task = asyncio.create_task(view.open_reckoner())
    dialog: ReckonerDialog = await opened(view, ReckonerDialog, until)
    before = dialog.form.needs()
    dialog.power.setText("90")
    assert before is not None
    assert (dialog.form.needs() or 0) > before
    dialog.power.setText("20")
    assert not dialog.accept_button.isEnabled()
    dialog.power.setText("90")
    dialog.accept()
    await task
    assert (await view.desk.database.read(experiments.lines)).power == 0.9
