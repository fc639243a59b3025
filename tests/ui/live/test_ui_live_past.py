"""Past shows in the window: the recap's figures and lifts, its workbook, any moment of the replay, the wall."""

import asyncio
import zipfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.core.clock import HOUR, MINUTE, SECOND
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveRow, LiveSignal, LiveSnapshot, LiveSource
from console.rules.live import Rate
from console.rules.live_bands import Lines
from console.rules.live_reconcile import AfterShow, Places, Room
from console.rules.live_script import Cue, Mark, Script
from console.rules.live_tiles import Tile
from console.store import live_scripts, settings
from console.store.live_plan import DOOR, put_plan
from console.store.live_taking import take
from console.store.views_live import Plan
from console.ui import texts, theme
from console.ui.context import Desk
from console.ui.tabs.live import recap
from console.ui.tabs.live.page import LivePage
from console.ui.tabs.live.tile import LiveTile
from console.ui.tabs.live.tile_sizes import WALL

Until = Callable[[Callable[[], bool]], Awaitable[None]]
LONG = 20  # minutes, with a cut from 12 to 14


def rows(begin: int, *, over: bool = True) -> list[LiveRow]:
    """Twenty minutes in two parts: 100 watch, 150 after the red packet of the fifth minute; one sale a minute."""
    told: list[LiveRow] = []
    for part, first, last in (("s", 0, 12), ("t", 14, LONG)):
        told.append(
            LiveSignal(session_id=part, action=LiveAction.START, at=begin + first * MINUTE, room_title="毛巾福利夜")
        )
        for tick in range(first * 6, last * 6):
            at = begin + tick * 10 * SECOND
            online = 100 if at < begin + 5 * MINUTE else 150
            shown = LiveSnapshot(session_id=part, at=at, online=online, viewers=1_000 + tick, interactors=60 + tick)
            told.append(shown)
        for minute in range(first, last):
            at = begin + minute * MINUTE + 30 * SECOND
            sale = LiveEvent(
                session_id=part,
                event_id=f"o{minute}",
                at=at,
                type=LiveEventType.ORDER,
                item_id="1001",
                amount_fen=1_990,
            )
            comment = LiveEvent(
                session_id=part, event_id=f"c{minute}", at=at, type=LiveEventType.COMMENT, text=f"第 {minute} 分"
            )
            told += [sale, comment]
    mark = LiveEvent(
        session_id="s", event_id="m", at=begin + 5 * MINUTE, type=LiveEventType.RED_PACKET, text="红包 200 个"
    )
    told.append(mark)
    if over:
        told.append(LiveSignal(session_id="t", action=LiveAction.STOP, at=begin + LONG * MINUTE))
    return told


async def opened(page: LivePage, desk: Desk, until: Until, *, replay: bool = False) -> int:
    """A show that ended an hour ago, and its room; returns when it began."""
    begin = desk.now() - desk.now() % MINUTE - 80 * MINUTE
    await desk.database.write(take, rows(begin), desk.now(), LiveSource.INGEST)
    page.read()
    await until(lambda: page.is_settled)
    assert page.idle.last.rows.words()[0].startswith("毛巾福利夜")
    QTest.mouseClick(page.idle.last.rows, Qt.MouseButton.LeftButton, pos=page.idle.last.rows.rect().center())
    await until(lambda: page.rooms.currentWidget() is page.recap)
    if replay:
        page.recap.open_replay.click()
        await until(lambda: page.rooms.currentWidget() is page.replay)
    return begin


async def test_the_recap_says_final_figures_the_cut_and_what_a_mark_brought(
    page: LivePage, desk: Desk, until: Until
) -> None:
    begin = await opened(page, desk, until)
    said = {tile.key: tile.said() for tile in page.recap.tiles.tiles}
    assert "最高 150" in said["online"]
    assert "¥358.20" in said["gmv_fen"]  # 18 sales of 19.90
    assert "18 单" in said["gmv_fen"]
    assert texts.NOTHING in said["follow"]  # nobody told it
    assert "已拼接 2 段" in page.recap.under.text()
    reading = page.recap.reading
    assert reading is not None
    assert recap.drawn(reading).cuts == [(begin + 12 * MINUTE - 10 * SECOND, begin + 14 * MINUTE)]
    (row,) = page.recap.lifts.rows.words()
    assert "红包 200 个" in row
    assert "▲ 50%" in row  # 150 over 100
    assert "n=18/18" in row
    assert any("红包 200 个 最有效：▲50%" in line for line in page.recap.lessons.said())
    assert "1001" in page.recap.items.rows.words()[0]
    unread = page.recap.money.rows.accessibleDescription()
    assert unread == "订单还没有同步到本场结束", "18 orders were told: it is not that there is none"
    rooms = [
        Room(shop_id=f"kuaishou:{n}", name=name, first_at=begin, last_at=begin, most=most, last=1, is_of_moment=n > 1)
        for n, name, most in ((1, "一店", 320), (2, "", 40))
    ]
    places = Places(live=9, elsewhere=2, elsewhere_fen=4_550, untold=7)
    told = structs.replace(reading.recap, places=places, rooms=rooms, after=AfterShow(orders=16, gmv_fen=31_840))
    page.recap.money.show_reading(replace(reading, recap=told), desk.now())
    assert page.recap.money.rows.words()[1] == "直播间以外下单 2 单，未计入本场 ¥45.50 7 单未说明来源"
    worth = page.recap.money.rows.words()[-1]
    assert worth.startswith(f"千次观看成交额（GPM） 每位观众 ¥0.32 · 每笔订单 ¥19.90 {texts.NOTHING} 采集助手"), worth
    page.recap.reconcile.show_reading(replace(reading, recap=told))
    assert page.recap.reconcile.rows.words()[-2:] == [
        f"一店的直播间 各店分列，不相加 {texts.NOTHING} 320 累计观看 {texts.NOTHING}",
        f"kuaishou:2的直播间 各店分列，不相加 {texts.NOTHING} 40 最高同时在线 {texts.NOTHING}",
    ]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.rooms.currentWidget() is page.idle


async def test_the_recap_is_written_as_a_workbook(
    page: LivePage, desk: Desk, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await opened(page, desk, until)
    path, told = tmp_path / "recap.xlsx", []

    async def chosen(*_: object) -> Path:
        return path

    monkeypatch.setattr(recap, "ask_new_file", chosen)
    page.said.connect(lambda words, under: told.append((words, under)))
    page.recap.export.click()
    await until(lambda: bool(told))
    assert told == [("复盘已导出", str(path))]
    names = await asyncio.to_thread(lambda: zipfile.ZipFile(path).namelist())
    assert "xl/worksheets/sheet4.xml" in names


async def test_the_recap_is_put_on_paper_with_its_curve(
    page: LivePage, desk: Desk, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await opened(page, desk, until)
    path, told = tmp_path / "recap.pdf", []

    async def chosen(*_: object) -> Path:
        return path

    monkeypatch.setattr(recap, "ask_new_file", chosen)
    page.said.connect(lambda words, under: told.append((words, under)))
    page.recap.paper.click()
    await until(lambda: bool(told))
    assert told == [("复盘已导出", str(path))]
    content = await asyncio.to_thread(path.read_bytes)
    assert content.startswith(b"%PDF-")
    assert b"/Subtype /Image" in content, "the curve is in it"
    assert page.recap.reconcile.rows.words()[0].startswith("观看人数")


async def test_while_nothing_is_on_the_next_show_and_the_last_one_stand_there(
    page: LivePage, desk: Desk, until: Until
) -> None:
    begin = desk.now() - desk.now() % MINUTE - 80 * MINUTE
    await desk.database.write(take, rows(begin), desk.now(), LiveSource.INGEST)
    await desk.database.write(put_plan, Plan(at=desk.now() + 5 * HOUR, title="家居专场"), desk.now())
    await desk.database.write(settings.put, DOOR, True, desk.now())
    page.read()
    await until(lambda: page.is_settled)
    card, last = page.idle.next, page.idle.last
    assert card.accessibleName().startswith("家居专场 还有 ")
    assert card.accessibleName().endswith("准备就绪 1 / 4"), "the door is open, the rest is not ready"
    assert [point.way.text() for point in card.points] == ["去选", "", "", "去看"]
    assert last.summary.text().startswith("毛巾福利夜 · ")
    assert last.summary.text().endswith("最高在线 150 · 1,119 人观看 · 18 单，¥358.20（采集助手）")
    went: list[str] = []
    page.go.connect(lambda tab, _: went.append(tab))
    card.points[3].way.click()
    assert went == ["accounts"]
    card.points[0].way.click()
    assert page.rooms.currentWidget() is page.scripts
    await until(lambda: page.is_settled)
    page.show_now()
    last.way.click()
    await until(lambda: page.rooms.currentWidget() is page.recap)


async def test_any_second_is_shown_as_it_was_then(page: LivePage, desk: Desk, until: Until) -> None:
    begin = await opened(page, desk, until, replay=True)
    room = page.replay
    await room.go_to(begin + 4 * MINUTE)
    said = {tile.key: tile.said() for tile in room.tiles.tiles}
    assert "100" in said["online"]
    assert "¥79.60" in said["gmv_fen"]  # four sales by then
    assert "8.2%" in said["interaction"]  # 84 of 1,024
    assert "1001" in room.goods.words()[0]
    assert "下一节点 红包 200 个" in room.next_mark.text()
    before, after, mark = room.talk.words()
    assert "第 3 分" in before
    assert "第 4 分" in after
    assert "红包 200 个" in mark
    await room.go_to(begin)
    assert texts.NOTHING in {tile.key: tile.said() for tile in room.tiles.tiles}["gmv_fen"]


async def test_highlights_lead_to_their_moment_from_the_strip_the_list_and_a_key(
    page: LivePage, desk: Desk, until: Until
) -> None:
    begin = await opened(page, desk, until, replay=True)
    room, at = page.replay, begin + 5 * MINUTE
    assert [one.at for one in room.strips.highlights] == [at]
    assert room.board.peaks.words() == [f"红包 200 个 {texts.full_moment(at)[11:]} · 100 → 150 在线 ▲50%"]
    await room.go_to(begin)
    QTest.keyClick(room, Qt.Key.Key_N)
    assert room.at == at
    for click, where in (
        (room.strips, room.strips.place(0)),
        (room.board.peaks, room.board.peaks.rect().center()),
    ):
        await room.go_to(begin)
        QTest.mouseClick(click, Qt.MouseButton.LeftButton, pos=where)
        assert room.at == at
    assert "▲50%" in room.strips.said(room.strips.place(0))
    beside = room.strips.place(0) + QPoint(2, 30)
    assert room.strips.said(beside) == f"{texts.clock_time(at)} · 评论 1"
    QTest.mouseClick(room.strips, Qt.MouseButton.LeftButton, pos=beside)
    assert at <= room.at < at + MINUTE, "beside a highlight it goes to the instant under the pointer"
    await until(lambda: room.moment is not None and room.moment.at == room.at)
    assert "采集助手" in room.board.goods_card.under.text()


async def test_keys_walk_through_a_replay(page: LivePage, desk: Desk, until: Until) -> None:
    begin = await opened(page, desk, until, replay=True)
    room = page.replay
    await room.go_to(begin + MINUTE)
    QTest.keyClick(room, Qt.Key.Key_Right)
    assert room.at == begin + MINUTE + 10 * SECOND
    QTest.keyClick(room, Qt.Key.Key_Left)
    QTest.keyClick(room, Qt.Key.Key_Left)
    assert room.at == begin + 50 * SECOND
    QTest.keyClick(room, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert room.at == begin + 5 * MINUTE
    await until(lambda: room.moment is not None and room.moment.at == room.at)
    room.speed.set_key("16")
    QTest.keyClick(room, Qt.Key.Key_Space)
    assert room.is_playing()
    await until(lambda: room.at >= begin + 5 * MINUTE + 8 * SECOND)  # two beats of four seconds of the show
    QTest.keyClick(room, Qt.Key.Key_Space)
    assert not room.is_playing()
    QTest.keyClick(room, Qt.Key.Key_Escape)
    await until(lambda: page.rooms.currentWidget() is page.recap)


@pytest.mark.parametrize("high", [220, 250, 300])
def test_on_a_low_wall_the_meter_stays_on_its_tile(qapp: QApplication, high: int) -> None:
    tile = LiveTile("stay", WALL)
    tile.resize(400, high)
    lines = Lines(passing=90, excellent=180, origin="default")
    tile.show_tile(Tile(key="stay", rate=Rate(value=122, source=LiveSource.INGEST, at=1), lines=lines, band="pass"), 1)
    image, ink = tile.grab().toImage(), theme.current()["accentText"]
    inked = [y for y in range(3, high - 3) if image.pixelColor(WALL.pad + 8, y) == ink]
    assert len(inked) >= WALL.meter - 1
    assert max(inked) < high - WALL.small, "what is named below it, too"
    tile.deleteLater()


async def test_the_wall_shows_the_same_figures_and_goes_with_the_show(page: LivePage, desk: Desk, until: Until) -> None:
    begin = desk.now() - LONG * MINUTE
    await desk.database.write(take, rows(begin, over=False), desk.now(), LiveSource.INGEST)
    page.read()
    await until(lambda: page.is_settled and page.on_air is not None)
    page.toggle_wall()
    wall = page.wall
    assert wall is not None
    assert wall.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert wall.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert [tile.tile for tile in wall.tiles] == [tile.tile for tile in page.cockpit.tiles.tiles]
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    await until(lambda: page.wall is None)
    page.toggle_wall()
    await desk.database.write(
        take, [LiveSignal(session_id="t", action=LiveAction.STOP, at=desk.now())], desk.now(), LiveSource.INGEST
    )
    page.read()
    await until(lambda: page.wall is None)  # over: nothing is left to show


async def test_the_wall_comes_back_with_a_show_that_only_seemed_to_be_over(
    page: LivePage, desk: Desk, until: Until
) -> None:
    """The helper's page was loaded anew: ended and begun again within seconds, and the second screen stayed dark."""
    now = desk.now()
    await desk.database.write(take, rows(now - LONG * MINUTE, over=False), now, LiveSource.INGEST)
    page.read()
    await until(lambda: page.is_settled and page.on_air is not None)
    page.toggle_wall()

    async def signal(name: str, action: LiveAction) -> None:
        one = LiveSignal(session_id=name, action=action, at=desk.now())
        await desk.database.write(take, [one], desk.now(), LiveSource.INGEST)
        page.read()

    await signal("t", LiveAction.STOP)
    await until(lambda: page.wall is None)
    await signal("again", LiveAction.START)
    await until(lambda: page.wall is not None)
    page.toggle_wall()
    await until(lambda: page.wall is None)
    page.read()
    await until(lambda: page.is_settled)
    assert page.wall is None, "who closes it has closed it"


async def test_a_wall_whose_screen_is_unplugged_does_not_lie_over_the_cockpit(
    page: LivePage, desk: Desk, qapp: QApplication, until: Until
) -> None:
    said: list[str] = []
    page.said.connect(lambda words, _: said.append(words))
    await desk.database.write(take, rows(desk.now() - LONG * MINUTE, over=False), desk.now(), LiveSource.INGEST)
    page.read()
    await until(lambda: page.is_settled and page.on_air is not None)
    page.toggle_wall()
    assert page.wall is not None
    qapp.screenRemoved.emit(page.wall.filled)
    await until(lambda: page.wall is None)
    assert len(said) == 1
    qapp.screenRemoved.emit(qapp.primaryScreen())
    assert len(said) == 1, "nothing was open"


async def test_hot_keys_are_silent_while_nothing_is_on(page: LivePage, until: Until) -> None:
    await until(lambda: page.is_settled)
    for key in (Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_1):
        QTest.keyClick(page, key)
    assert page.wall is None
    assert not page.tasks.busy


async def test_the_replay_tells_stock_and_what_was_done_as_of_then(page: LivePage, desk: Desk, until: Until) -> None:
    begin = await opened(page, desk, until, replay=True)
    room = page.replay
    noted = [(4, 30), (8, 12)]
    for minute, stock in noted:
        row = LiveEvent(
            session_id="s",
            event_id=f"stock:{minute}",
            at=begin + minute * MINUTE,
            type=LiveEventType.NOTICE,
            text="stock",
            item_id="1001",
            count=stock,
        )
        await desk.database.write(take, [row], desk.now(), LiveSource.ORDERS)
    for minute, stood in ((6, "30"), (9, "12")):
        await room.go_to(begin + minute * MINUTE)
        assert room.goods.words()[0].split()[4] == stood
    await room.go_to(begin + 5 * MINUTE)
    around = room.talk.words()
    assert any("红包 200 个" in line for line in around)
    assert not any("stock" in line for line in around)


async def test_the_replay_tells_how_the_run_sheet_stood_then(page: LivePage, desk: Desk, until: Until) -> None:
    begin = await opened(page, desk, until)
    cues = (
        Cue(cue_id="one", into_ms=3 * MINUTE, title="卖点一"),
        Cue(cue_id="two", into_ms=9 * MINUTE, title="卖点二"),
    )
    await desk.database.write(live_scripts.put_script, Script(script_id="x", name="晚场", cues=cues), begin)
    await desk.database.write(live_scripts.choose_script, "x", begin)
    done = Mark(cue_id="one", state="done", at=begin + 5 * MINUTE)
    await desk.database.write(live_scripts.put_mark, "s", done)
    page.open_replay("s")
    await until(lambda: page.rooms.currentWidget() is page.replay and page.is_settled)
    room = page.replay
    await room.go_to(begin + 4 * MINUTE)
    assert "0/2" in room.cue_then.text()
    assert "卖点一 −01:00" in room.cue_then.text()
    await room.go_to(begin + 6 * MINUTE)
    assert "1/2" in room.cue_then.text()
    assert "卖点二 03:00" in room.cue_then.text()
