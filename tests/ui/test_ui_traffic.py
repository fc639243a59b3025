"""The traffic tab through its page: nothing known, an import looked over and kept, lines, kinds and labels."""

import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from ui_fakes import FakeActions

from console.binding.traffic import TrafficAsking
from console.core.clock import DAY, HOUR, day_start, format_shop_time
from console.core.live import LiveAction, LiveSignal, LiveSnapshot, LiveSource
from console.core.model import Platform, Shop
from console.rules import live_import
from console.rules.live_text import Synonym
from console.rules.traffic import KINDS, SourceRow, WorkRow
from console.store import live_taking, traffic, traffic_lines
from console.store.shops import put_shop
from console.store.views import Pair
from console.sync.hub import Hub
from console.ui import importing
from console.ui.context import Desk
from console.ui.tabs.traffic.contents import ContentsView
from console.ui.tabs.traffic.labels import LabelsDialog, LabelsView
from console.ui.tabs.traffic.page import TrafficPage
from console.ui.tabs.traffic.sources import SourcesView
from console.ui.tabs.traffic.sources_import import TrafficImport
from console.ui.tabs.traffic.sources_lines import LinesDialog

Until = Callable[[Callable[[], object]], Awaitable[None]]


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qapp: QApplication) -> AsyncIterator[TrafficPage]:
    hub = Hub()
    actions.traffic = TrafficAsking(desk.database, desk.clock, hub)
    made = TrafficPage(desk)
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


def dialog_of(page: TrafficPage, kind: type[QDialog]) -> QDialog | None:
    return next((one for one in page.findChildren(kind) if one.isVisible()), None)


async def test_nothing_known_is_said_and_not_shown_as_zero(page: TrafficPage, until: Until) -> None:
    view = page.view
    assert isinstance(view, SourcesView)
    await until(lambda: view.board is not None and page.is_settled)
    assert view.split.none.isVisible()
    assert not view.split.chart.isVisible()
    assert "接口" in view.split.none.under.text()
    assert view.labels.index.text() == "—"
    assert "缺少：内容占比, 粉丝占比" in view.labels.hint.text()
    assert "未绑定" not in view.funnel.stamp.text()
    view.funnel.unit.set_key("counts")
    view.funnel.unit.chosen.emit("counts")
    assert "未绑定磁力金牛账户" in view.funnel.stamp.text()


def source_row(desk: Desk, viewers: int, name: str, source: str) -> SourceRow:
    return SourceRow(day_at=day_start(desk.now()) - DAY, name=name, source=source, viewers=viewers)


async def test_a_file_is_looked_over_kept_once_and_drawn(
    page: TrafficPage, desk: Desk, until: Until, tmp_path: Path
) -> None:
    view = page.view
    assert isinstance(view, SourcesView)
    await until(lambda: view.board is not None)
    file = tmp_path / "来源.csv"
    rows = [f"{day(desk, 1)},发现页,3000,4000", f"{day(desk, 1)},磁力金牛标准推广,1000,", f"{day(desk, 1)},合计,4000,"]
    rows += [f"{day(desk, 3)},全站推广,50,60", f"{day(desk, 3)},关注页,900,"]
    file.write_text("\n".join(["日期,流量来源,观看人数,场观", *rows]), encoding="gb18030")
    said: list[str] = []
    page.said.connect(lambda words, _more: said.append(words))
    for wanted in ("已保存 4 行 · 1 行未收", ""):
        view.take.click()
        await until(lambda: dialog_of(page, TrafficImport))
        dialog = dialog_of(page, TrafficImport)
        assert isinstance(dialog, TrafficImport)
        await dialog.intake.take_file(file)
        await until(lambda: not dialog.tasks.busy and dialog.lines)  # noqa: B023 - this turn's
        assert "合计行" in "\n".join(dialog.preview.rows.words())
        assert dialog.plan.columns[3].state == "ask"
        if wanted:
            dialog.accept_button.click()
            await until(lambda: said)
            assert said[0] == wanted
        else:  # the very same rows again: there is nothing to keep
            assert dialog.preview.sum.text().startswith("4 行可保存 · 4 行已有 · 1 行不能保存")
            assert not dialog.accept_button.isEnabled()
            dialog.reject()
            await until(lambda: page.is_settled)
    split = view.split.split
    assert split is not None
    assert split.by == {"discover": 3_000, "paid_standard": 1_000, "follow": 900}
    assert split.apart == 50
    assert "单列不相加：50 人" in view.split.apart.text()
    assert "付费 25.0%" in view.split.said.text()
    assert "文件导入" in view.split.stamp.text()
    assert "缺 12 天" in view.split.stamp.text()
    QTest.keyClick(view.split.chart, Qt.Key.Key_Left)
    assert "缺导入" in view.split.said.text().replace(" ", "")
    view.split.grab()


async def test_a_paste_is_taken_apart_off_the_loop_and_its_merged_days_are_not_today(
    page: TrafficPage, desk: Desk, until: Until, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    threads: list[threading.Thread] = []

    def cells_of(text: str, synonyms: Sequence[Synonym]) -> list[list[str]]:
        threads.append(threading.current_thread())
        return live_import.cells_of(text, synonyms)

    monkeypatch.setattr(importing, "cells_of", cells_of)
    view = page.view
    assert isinstance(view, SourcesView)
    await until(lambda: view.board is not None and page.is_settled)
    view.take.click()
    await until(lambda: dialog_of(page, TrafficImport))
    dialog = dialog_of(page, TrafficImport)
    assert isinstance(dialog, TrafficImport)
    dialog.intake.take_paste(f"日期\t来源\t观看人数\n{day(desk, 3)}\t发现页\t30\n\t搜索\t20")
    await until(lambda: not dialog.tasks.busy and dialog.lines)
    assert [line.wrong for line in dialog.lines] == ["", "no_day"]
    assert threads
    assert threading.main_thread() not in threads
    torn = tmp_path / "撕坏.xlsx"
    torn.write_bytes(b"PK nothing")
    await dialog.intake.take_file(torn)
    await until(lambda: not dialog.tasks.busy and not dialog.lines)
    assert torn.name in dialog.preview.sum.text(), "it is still said once all has been looked over"
    dialog.intake.take_paste(f"日期\t来源\t观看人数\n{day(desk, 3)}\t发现页\t30\n\t搜索\t20")
    await until(lambda: not dialog.tasks.busy and dialog.lines)
    dialog.day.setText(day(desk, 3))  # whoever says of which day they are is believed
    await until(lambda: not dialog.tasks.busy and not dialog.lines[1].wrong)
    assert {row.day_at for line in dialog.lines for row in line.rows} == {day_start(desk.now() - 3 * DAY)}
    dialog.reject()
    await until(lambda: page.is_settled)


async def test_of_several_shops_somebody_says_whose_the_rows_are_and_the_page_follows(
    page: TrafficPage, desk: Desk, until: Until
) -> None:
    view = page.view
    assert isinstance(view, SourcesView)
    shops = [
        Shop(shop_id=f"{platform}:{n}", platform=platform, platform_shop_id=str(n), name=f"店{n}")
        for platform in Platform
        for n in (1, 2)
    ]
    for shop in shops:
        await desk.database.write(put_shop, shop)
    await desk.database.write(traffic.put, [(source_row(desk, 5, "关注页", "follow"),)], "file", desk.now())
    await until(lambda: view.board is not None and page.is_settled)
    view.take.click()
    await until(lambda: dialog_of(page, TrafficImport))
    dialog = dialog_of(page, TrafficImport)
    assert isinstance(dialog, TrafficImport)
    dialog.intake.take_paste(f"日期\t来源\t观看人数\n{day(desk, 1)}\t发现页\t30")
    await until(lambda: not dialog.tasks.busy and dialog.lines)
    assert dialog.shop.is_missing
    assert not dialog.accept_button.isEnabled()
    dialog.shop.picker.set_key("kuaishou:2")
    dialog.shop.picker.chosen.emit("kuaishou:2")
    await until(dialog.accept_button.isEnabled)
    dialog.accept_button.click()
    await until(lambda: view.split.split is not None and view.split.split.total == 35 and page.is_settled)
    assert "部分数据店铺未知" in view.split.stamp.text()
    desk.scope.choose(Pair(kuaishou_shop_id="kuaishou:1", youzan_shop_id="youzan:1"))
    await until(lambda: view.split.split is not None and view.split.split.total == 5)
    await until(lambda: page.is_settled)


async def test_kinds_that_were_just_imported_keep_clear_of_what_stands_below_them(
    page: TrafficPage, desk: Desk, until: Until
) -> None:
    view = page.view
    assert isinstance(view, SourcesView)
    page.resize(960, 560)
    await until(lambda: view.board is not None and page.is_settled)
    works: list[tuple[WorkRow]] = [
        (WorkRow(work=kind, title=kind, day_at=day_start(desk.now()), kind=kind, plays=500, stay_s=9.0),)
        for kind in KINDS
    ]
    await desk.database.write(traffic.put, works, "file", desk.now())
    view.load()
    card = view.kinds
    await until(lambda: view.board is not None and len(view.board.kinds) == len(KINDS) and page.is_settled)
    QApplication.processEvents()
    assert card.table.geometry().bottom() < card.dated.geometry().top()


async def test_works_are_typed_judged_by_own_lines_and_renamed(page: TrafficPage, desk: Desk, until: Until) -> None:
    view = page.enter("contents")
    assert isinstance(view, ContentsView)
    await until(lambda: view.board is not None)
    view.take.click()
    await until(lambda: dialog_of(page, TrafficImport))
    dialog = dialog_of(page, TrafficImport)
    assert isinstance(dialog, TrafficImport)
    dialog.intake.templates["works"].click()
    typed = [f"毛巾 {n}\t{day(desk, 20 - n % 20)}\t测评\t12\t900\t{20 + n}%\t0:58\t4.7%\t2.5%" for n in range(30)]
    dialog.intake.text.appendPlainText("\n".join(typed))
    await until(dialog.accept_button.isEnabled)
    assert len(dialog.good()) == 30
    dialog.accept_button.click()
    await until(lambda: view.works.works)
    assert (await desk.database.read(traffic.works, 0, desk.now()))[1].origins == {"manual"}
    assert "测评" in view.kinds.table.accessibleDescription()
    assert "参考（程序自带，2026-11-26）：0:58 · 4.7% · 2.5%" in view.kinds.table.accessibleDescription()
    assert "P25 27.3%" in view.completion.chart.accessibleDescription()
    view.works.list.select(0)
    view.works.own.setText("口播")
    QTest.keyClick(view.works.own, Qt.Key.Key_Return)
    await until(lambda: view.works.works[0].kind == "口播")
    view.kinds.lines.click()
    await until(lambda: dialog_of(page, LinesDialog))
    lines = dialog_of(page, LinesDialog)
    assert isinstance(lines, LinesDialog)
    lines.fields["pool_s18_bp"].setText("六成")
    assert not lines.accept_button.isEnabled()
    lines.fields["pool_s18_bp"].setText("45%")
    lines.accept_button.click()
    await until(lambda: view.board is not None and view.board.lines["pool_s18_bp"].own)
    assert (await desk.database.read(traffic_lines.lines))["pool_s18_bp"].value == 4_500
    assert "跳池线 45%" in view.completion.chart.accessibleDescription()
    view.grab()


async def test_labels_are_typed_and_warn_of_a_gap(page: TrafficPage, desk: Desk, until: Until) -> None:
    page.open_at({"view": "labels", "edit": "1"})
    view = page.view
    assert isinstance(view, LabelsView)
    await until(lambda: dialog_of(page, LabelsDialog))
    dialog = dialog_of(page, LabelsDialog)
    assert isinstance(dialog, LabelsDialog)
    dialog.text.setPlainText("标签\t内容占比\t粉丝占比\n家清\t60%\t50%\n母婴\t40%\t60%")
    await until(lambda: "超过 100%" in dialog.said.text())
    assert not dialog.accept_button.isEnabled()
    dialog.text.setPlainText("标签\t内容占比\t粉丝占比\n家清\t60%\t50%\n母婴\t30%\t45%\n美食\t10%\t5%")
    await until(dialog.accept_button.isEnabled)
    dialog.accept_button.click()
    await until(lambda: view.board is not None and view.board.labels.now is not None)
    assert view.card.index.text() == "0.85"
    assert "内容少于粉丝兴趣 15 点" in view.card.hint.text()
    assert "▲ +15 点" in view.card.bars.accessibleDescription()
    assert "手动录入" in view.card.stamp.text()


async def test_a_show_fills_the_funnel_of_people(page: TrafficPage, desk: Desk, until: Until) -> None:
    view = page.view
    assert isinstance(view, SourcesView)
    began = day_start(desk.now()) - DAY + HOUR
    told = LiveSnapshot(session_id="s", at=began + HOUR, exposed=1_000, viewers=200, item_clickers=50, buyers=5)
    rows = [LiveSignal(session_id="s", action=LiveAction.START, at=began), told]
    await desk.database.write(live_taking.take, rows, desk.now(), LiveSource.INGEST)
    view.load()
    await until(lambda: view.board is not None and view.board.people.is_known)
    said = view.funnel.bars.accessibleDescription()
    assert "进入直播间 200" in said
    assert "占“曝光”的 20.0%" in said
    assert "看到商品 —" in said
    assert "直播间" in view.kinds.table.accessibleDescription()
