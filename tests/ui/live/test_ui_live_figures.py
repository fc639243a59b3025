"""The panel of figures: typed, pasted, imported, ranked, taken back; lines by day; shows begun and joined by hand."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import xlsxwriter
from live_page import shown_page
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui_fakes import FakeActions

from console.binding.live_figures import FiguresByHand
from console.core.clock import DAY, MINUTE, SECOND, SystemClock, format_shop_time
from console.core.live import LiveAction, LiveRow, LiveSignal, LiveSnapshot, LiveSource
from console.store import live_settings, live_typed, live_view
from console.store.live_taking import take
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.live.figures import IMPORT, LINES, PAD, SHOW, SOURCES, FiguresDrawer
from console.ui.tabs.live.page import LivePage

Until = Callable[[Callable[[], bool]], Awaitable[None]]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, qapp: QApplication) -> AsyncIterator[LivePage]:
    actions.live_figures = FiguresByHand(desk.database, SystemClock(), Hub())

    async def write(fn: Callable[..., object], *values: object) -> None:
        await desk.database.write(fn, *values, desk.now())

    actions.live.write = write
    async with shown_page(desk) as made:
        yield made


def show(name: str, begin: int, until: int, *, ends: bool = False) -> list[LiveRow]:
    rows: list[LiveRow] = [LiveSignal(session_id=name, action=LiveAction.START, at=begin, room_title=f"夜场 {name}")]
    rows += [
        LiveSnapshot(session_id=name, at=at, online=300, viewers=2_000, comments=50)
        for at in range(begin, until, 10 * SECOND)
    ]
    if ends:
        rows.append(LiveSignal(session_id=name, action=LiveAction.STOP, at=until))
    return rows


async def feed(desk: Desk, rows: list[LiveRow]) -> None:
    await desk.database.write(take, rows, desk.now(), LiveSource.INGEST)


async def opened(page: LivePage, place: str, session_id: str = "") -> FiguresDrawer:
    page.figures.reading = None
    page.figures.open_on(place, session_id)
    await quiet(page)
    return page.figures


async def quiet(page: LivePage) -> None:
    async with asyncio.timeout(20):
        while not page.is_settled or page.figures.reading is None:  # noqa: ASYNC110 - several tasks after each other
            await asyncio.sleep(0.01)


async def test_figures_are_typed_in_one_line_shown_with_their_source_and_taken_back(page: LivePage, desk: Desk) -> None:
    now = desk.now()
    await feed(desk, show("a", now - 10 * MINUTE, now))
    panel = (await opened(page, PAD)).pad
    panel.quick.setText("在线 356 停留 1:42 涨粉 12 心情 好")
    assert (panel.fields["online"].line.text(), panel.fields["avg_stay_s"].line.text()) == ("356", "1:42")
    assert "心情" in panel.unread.text()
    panel.fields["gmv_fen"].line.setText("3,400.50")
    QTest.mouseClick(panel.keep, LEFT)
    await quiet(page)
    (one,) = await desk.database.read(live_typed.typed, "a")
    assert one.source is LiveSource.MANUAL
    assert one.values == {"online": 356, "avg_stay_s": 102.0, "new_followers": 12, "gmv_fen": 340_050}
    assert panel.quick.text() == ""
    page.read()
    await quiet(page)
    said = {tile.key: tile.said() for tile in page.cockpit.tiles.tiles}
    assert "手动录入" in said["stay"]  # nobody else tells it
    assert "采集助手" in said["online"]  # the helper goes before the hand
    assert "≠ 手动录入 356" in said["online"]
    panel.taken_back.emit(one.at, one.source)
    await quiet(page)
    assert await desk.database.read(live_typed.typed, "a") == []


async def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(page: LivePage, desk: Desk) -> None:
    now = desk.now()
    await feed(desk, show("a", now - 10 * MINUTE, now))
    panel = (await opened(page, PAD)).pad
    QTest.mouseClick(panel.keep, LEFT)
    assert panel.fields["online"].wrong.text()
    panel.fields["online"].line.setText("many")
    panel.fields["likes"].line.setText("12")
    panel.when.line.setText(format_shop_time(now - 3 * 60 * MINUTE)[11:16])
    QTest.mouseClick(panel.keep, LEFT)
    wrong = [field for field, one in panel.fields.items() if not one.wrong.isHidden()]
    assert wrong == ["online"]
    assert not panel.when.wrong.isHidden()
    await quiet(page)
    assert await desk.database.read(live_typed.typed, "a") == []


async def test_a_paste_is_looked_over_a_column_is_chosen_and_good_rows_are_kept(
    page: LivePage, desk: Desk, tmp_path: Path
) -> None:
    now = desk.now()
    begin = now - 30 * MINUTE
    await feed(desk, show("a", begin, now))
    panel = (await opened(page, IMPORT)).table
    times = [format_shop_time(begin + n * 5 * MINUTE)[11:19] for n in range(1, 4)]
    text = f"时间\t场观\t评论数\n{times[0]}\t100\t5\n{times[1]}\t1.2万\toften\n{times[2]}\t300\t9"
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    await quiet(page)
    assert panel.plan is not None
    assert [one.kind for one in panel.plan.columns] == ["time", "ask", "kept"]
    assert len(panel.good()) == 2
    panel.pickers[1].chosen.emit("viewers")
    await quiet(page)
    assert [one.viewers for one in panel.good()] == [100, 300]
    assert "often" in "".join(panel.rows.words())
    QTest.mouseClick(panel.keep, LEFT)
    await quiet(page)
    kept = await desk.database.read(live_typed.typed, "a")
    assert [(one.source, one.values) for one in reversed(kept)] == [
        (LiveSource.FILE, {"viewers": 100, "comments": 5}),
        (LiveSource.FILE, {"viewers": 300, "comments": 9}),
    ]
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    for place, row in enumerate((("时间", "在线人数"), (times[0], 41), (times[1], 42))):
        sheet.write_row(place, 0, row)
    book.close()
    await panel.intake.take_file(tmp_path / "a.xlsx")
    await quiet(page)
    assert [one.online for one in panel.good()] == [41, 42]
    assert panel.rows.words()[0].startswith("2 ")
    (tmp_path / "torn.xlsx").write_bytes(b"PK nothing")
    await panel.intake.take_file(tmp_path / "torn.xlsx")
    await quiet(page)
    assert panel.good() == []
    assert "torn.xlsx" in panel.said.text()


async def test_a_source_is_raised_and_given_back(page: LivePage, desk: Desk) -> None:
    now = desk.now()
    await feed(desk, show("a", now - 10 * MINUTE, now))
    mine = LiveSnapshot(session_id="a", at=now - 30 * SECOND, online=500)
    await desk.database.write(live_typed.put, "a", [mine], LiveSource.MANUAL, now)
    drawer = page.figures
    page.open_at({"figures": SOURCES})  # as the settings ask
    await quiet(page)
    assert drawer.reading is not None
    assert drawer.reading.tiles[0].rate.value == 300
    assert drawer.reading.tiles[0].disagrees
    drawer.sources.believed.emit("online", ["manual"])
    await quiet(page)
    assert drawer.reading.tiles[0].rate.value == 500
    assert await desk.database.read(live_settings.precedence) == {"online": ["manual"]}
    drawer.sources.believed.emit("online", [])
    await quiet(page)
    assert drawer.reading.tiles[0].rate.value == 300


async def test_lines_are_typed_by_day_and_taken_back(page: LivePage, desk: Desk) -> None:
    panel = (await opened(page, LINES)).lines
    panel.passing.setText("100")
    panel.excellent.setText("90")
    QTest.mouseClick(panel.keep, LEFT)
    assert not panel.wrong.isHidden()
    panel.excellent.setText("3:20")
    panel.since.setText(format_shop_time(desk.now() - DAY)[:10])
    QTest.mouseClick(panel.keep, LEFT)
    await quiet(page)
    (rule,) = await desk.database.read(live_settings.rules)
    assert (rule.figure, rule.passing, rule.excellent) == ("stay", 100, 200)
    assert "1:40" in panel.hold.text()
    panel.dropped.emit(rule)
    await quiet(page)
    assert "1:30" in panel.hold.text()


async def test_a_show_is_begun_by_hand_and_joined_with_the_one_before(page: LivePage, desk: Desk) -> None:
    now = desk.now()
    await feed(desk, show("a", now - 3 * 60 * MINUTE, now - 2 * 60 * MINUTE, ends=True))
    panel = (await opened(page, SHOW)).show_panel
    assert panel.begin.isVisible()
    panel.title.setText("加场")
    QTest.mouseClick(panel.begin, LEFT)
    await quiet(page)
    assert page.on_air is not None
    assert page.on_air.show.title == "加场"
    assert panel.join.isVisible()
    assert "夜场 a" in panel.before.text()
    QTest.mouseClick(panel.stitch, LEFT)
    await quiet(page)
    assert [one.session_id for one in await desk.database.read(live_view.shows)] == ["a"]
    assert panel.parts.isVisible()
    QTest.mouseClick(panel.end, LEFT)
    await quiet(page)
    (only,) = await desk.database.read(live_view.shows)
    assert only.ended_at is not None
    assert panel.begin.isVisible()
    panel = (await opened(page, SHOW, "a")).show_panel  # as from its recap
    QTest.mouseClick(panel.reopen, LEFT)
    await quiet(page)
    assert page.on_air is not None
    assert (page.on_air.show.session_id, panel.reopen.isVisible()) == ("a", False)


async def test_a_show_that_nobody_else_tells_of_asks_for_figures(page: LivePage, desk: Desk) -> None:
    begin = desk.now() - 6 * MINUTE
    start = LiveSignal(session_id="hand", action=LiveAction.START, at=begin)
    await desk.database.write(take, [start], begin, LiveSource.MANUAL)
    page.read()
    await opened(page, PAD)
    head = page.cockpit.head
    assert "手动录入" in head.state.accessibleName()
    mine = LiveSnapshot(session_id="hand", at=desk.now() - SECOND, online=41)
    await desk.database.write(live_typed.put, "hand", [mine], LiveSource.MANUAL, desk.now())
    page.read()
    await quiet(page)
    assert "直播中" in head.state.accessibleName()
