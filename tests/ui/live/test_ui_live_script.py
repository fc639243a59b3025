"""The run sheet in the cockpit and on the wall: told to the second, done by key, taken back, kept with its times."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from random import Random

import pytest
from live_page import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui_fakes import FakeActions

from console.binding.live_scripts import LiveScripting
from console.core.clock import HOUR, MINUTE, SECOND, SystemClock
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveRow, LiveSignal, LiveSnapshot, LiveSource
from console.rules.live_script import CLOSEST_MS, Cue, CueKind, Script, Stand, Template, script_from
from console.store import duties, live_scripts, live_view
from console.store.live_taking import take
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.live.page import LivePage
from console.ui.tabs.live.reading import LiveReading

Until = Callable[[Callable[[], bool]], Awaitable[None]]
NOW = 1_768_448_400_000
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class FakeClock(SystemClock):
    """Stands until it is moved."""

    def __init__(self, now: int) -> None:
        super().__init__()
        self.now = now

    def now_ms(self) -> int:
        return self.now


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, clock: FakeClock, qapp: QApplication) -> AsyncIterator[LivePage]:
    actions.scripts = LiveScripting(desk.database, clock, Hub())
    async with shown_page(replace(desk, clock=clock), 1384) as made:
        yield made


def sheet(cues: Sequence[Cue]) -> Script:
    return Script(script_id="s1", name="晚场", cues=tuple(cues))


CUES = (
    Cue(cue_id="a", into_ms=0, kind=CueKind.WELFARE, title="福利款"),
    Cue(cue_id="b", into_ms=10 * MINUTE, kind=CueKind.RED_PACKET, title="红包 200 个"),
    Cue(cue_id="c", into_ms=13 * MINUTE, kind=CueKind.SELLING, title="卖点循环", words="拖把四句"),
    Cue(cue_id="d", into_ms=20 * MINUTE, kind=CueKind.RAFFLE, title="整点抽奖"),
)


async def begin(page: LivePage, minutes: int, script: Script | None, until: Until) -> None:
    """A show that has been on for so many minutes, and its run sheet."""
    now = page.desk.now()
    start = now - minutes * MINUTE
    rows: list[LiveRow] = [LiveSignal(session_id="s", action=LiveAction.START, at=start, room_title="毛巾福利夜")]
    ticks = range(0, minutes * MINUTE + 1, 10 * SECOND)
    rows += [
        LiveSnapshot(session_id="s", at=start + tick, online=100 if tick < 10 * MINUTE else 150, viewers=2_000)
        for tick in ticks
    ]
    rows += [
        LiveEvent(session_id="s", event_id=f"k{item}", at=now, type=LiveEventType.ITEM_CLICK, item_id=item, count=many)
        for item, many in (("1001", 9), ("1002", 5))
    ]
    await page.desk.database.write(take, rows, now, LiveSource.INGEST)
    if script is not None:
        await page.desk.actions.scripts.put(script)
        await page.desk.actions.scripts.choose(script.script_id)
    page.read()
    await until(lambda: page.is_settled and page.on_air is not None)


async def settle(page: LivePage, until: Until) -> LiveReading:
    await until(lambda: page.is_settled)
    assert page.on_air is not None
    return page.on_air


async def test_f9_confirms_the_next_cue_ctrl_z_takes_it_back_and_the_file_keeps_the_moment(
    page: LivePage, clock: FakeClock, until: Until
) -> None:
    await begin(page, 12, sheet(CUES), until)
    panel = page.cueing.panel
    assert panel.next.name.text() == "福利款"
    assert panel.next.left.text() == "−12:00"
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_F9)
    assert panel.next.name.text() == "卖点循环"  # at once, before the file answered
    assert panel.next.left.text() == "01:00"
    reading = await settle(page, until)
    assert {cue_id: mark.at for cue_id, mark in reading.cue_marks.items()} == {"a": NOW, "b": NOW}
    events = await page.desk.database.read(live_view.marks, "s")
    assert [(one.type.value, one.text, one.at) for one in events] == [
        ("cue", "福利款", NOW),
        ("red_packet", "红包 200 个", NOW),
    ]
    assert page.undo_here()
    assert panel.next.name.text() == "红包 200 个"
    reading = await settle(page, until)
    assert set(reading.cue_marks) == {"a"}
    assert len(await page.desk.database.read(live_view.marks, "s")) == 1
    assert not page.undo_here()  # only the last one
    QTest.keyClick(page, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    clock.now += 11 * SECOND
    assert not page.undo_here()  # only for ten seconds
    reading = await settle(page, until)
    assert reading.cue_marks["b"].state == "skipped"
    assert "跳过" in panel.rows.words()[1]


async def test_a_second_press_at_once_does_not_tick_off_what_is_not_due(
    page: LivePage, clock: FakeClock, until: Until
) -> None:
    await begin(page, 12, sheet(CUES[1:2] + CUES[3:]), until)
    panel = page.cueing.panel
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_F9)
        clock.now += 300
    assert panel.next.name.text() == "整点抽奖", "eight minutes ahead: it was ticked off by the second press"
    clock.now += 1_000
    QTest.keyClick(page, Qt.Key.Key_F9)
    assert "整点抽奖" not in panel.next.name.text(), "who means it may do it early"
    reading = await settle(page, until)
    assert {cue_id: mark.state for cue_id, mark in reading.cue_marks.items()} == {"b": "done", "d": "done"}


async def test_later_done_late_and_all_over_are_said(page: LivePage, clock: FakeClock, until: Until) -> None:
    await begin(page, 12, sheet(CUES[2:]), until)
    panel = page.cueing.panel
    panel.next.later.click()
    assert panel.next.left.text() == "03:00"
    clock.now += 4 * MINUTE
    page.cueing.tick(clock.now)
    assert panel.next.left.text() == "−01:00"
    assert panel.next.left.property("tone") == "red"
    panel.next.done.click()
    await settle(page, until)
    assert "晚 01:00" in panel.rows.words()[0]
    panel.next.skip.click()
    assert panel.next.name.text() == "节点都已过"
    assert not panel.next.done.isVisible()
    await settle(page, until)


async def test_the_wall_shows_the_next_cue_and_takes_the_same_keys(page: LivePage, until: Until) -> None:
    await begin(page, 12, sheet(CUES[1:]), until)
    QTest.keyClick(page, Qt.Key.Key_F11)
    wall = page.wall
    assert wall is not None
    wall.activateWindow()
    await until(wall.isActiveWindow)
    assert wall._cue_name.text() == "红包 200 个"
    assert wall._cue_left.text() == "−02:00"
    QTest.keyClick(wall, Qt.Key.Key_F9)
    assert wall._cue_name.text() == "卖点循环"
    QTest.keyClick(wall, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert wall._cue_name.text() == "红包 200 个"
    QTest.keyClick(wall, Qt.Key.Key_2, CTRL_ALT)
    await until(lambda: page.on_air is not None and page.on_air.featured == "1002")
    await settle(page, until)
    assert "讲解中" in page.cockpit.goods.rows.words()[1]
    QTest.keyClick(wall, Qt.Key.Key_Escape)


async def test_planned_cues_stand_on_the_curve_and_what_was_done_has_its_lift(page: LivePage, until: Until) -> None:
    await begin(page, 14, sheet((CUES[0], CUES[3])), until)
    await page.desk.actions.scripts.confirm("s", CUES[1], done(CUES[1], NOW - 4 * MINUTE))
    await page.desk.actions.scripts.put(sheet(CUES))
    page.read()
    await settle(page, until)
    curve = page.cockpit.curve.curve._drawn
    assert curve is not None
    told = {mark.name: (mark.planned, mark.said) for mark in curve.marks}
    assert told["整点抽奖"] == (True, "11:46")
    assert told["红包 200 个"] == (False, "▲50%")
    assert "▲50%" in page.cueing.panel.rows.words()[1]


def done(cue: Cue, at: int) -> live_scripts.Mark:
    return live_scripts.Mark(cue_id=cue.cue_id, state="done", at=at)


async def test_the_recap_says_how_the_show_kept_to_its_script(page: LivePage, clock: FakeClock, until: Until) -> None:
    await begin(page, 14, sheet(CUES), until)
    scripts = page.desk.actions.scripts
    await scripts.confirm("s", CUES[0], done(CUES[0], NOW - 14 * MINUTE))
    await scripts.confirm("s", CUES[1], done(CUES[1], NOW - 3 * MINUTE))
    page.read()
    await settle(page, until)
    page.cueing.skip()
    await settle(page, until)
    page.open_recap("s")
    await until(lambda: page.rooms.currentWidget() is page.recap and page.is_settled)
    assert page.recap.lifts.kept_to.text() == "脚本：完成 2（其中迟 1）· 跳过 1 · 未做 1"
    _, late = page.recap.lifts.rows.words()
    assert "晚 01:00" in late
    assert "n=18/18" in late


async def test_advice_becomes_a_cue_where_it_spoils_no_other(page: LivePage, until: Until) -> None:
    await begin(page, 12, None, until)
    page.cueing.put_in("bag")  # no script is in use: one of the moment is made
    await until(lambda: page.on_air is not None and page.on_air.script is not None)
    reading = await settle(page, until)
    assert reading.script is not None
    assert [(cue.kind, cue.into_ms) for cue in reading.script.cues] == [(CueKind.BAG, 14 * MINUTE)]
    page.cueing.put_in("bag")
    page.cueing.put_in("pk")
    await until(lambda: page.on_air is not None and len(page.on_air.script.cues) == 2)  # type: ignore[union-attr]
    reading = await settle(page, until)
    assert reading.script is not None
    assert [(cue.kind, cue.into_ms) for cue in reading.script.cues][1:] == [(CueKind.PK, 17 * MINUTE)]
    assert page.cueing.panel.next.left.text() == "02:00"


async def test_two_pieces_of_advice_in_a_row_are_both_kept(page: LivePage, until: Until) -> None:
    await begin(page, 12, sheet(CUES), until)
    page.cueing.put_in("bag")
    page.cueing.put_in("pk")  # before anything was read anew
    await until(lambda: page.on_air is not None and len(page.on_air.script.cues) == len(CUES) + 2)  # type: ignore[union-attr]
    reading = await settle(page, until)
    assert reading.script is not None
    new = [cue.into_ms for cue in reading.script.cues if cue.cue_id not in {one.cue_id for one in CUES}]
    assert new[1] - new[0] >= CLOSEST_MS


async def test_in_a_small_window_the_next_cue_stays_above_what_scrolls(page: LivePage, until: Until) -> None:
    await begin(page, 12, sheet(CUES), until)
    coming, panel = page.cueing.panel.next, page.cueing.panel
    assert coming.parentWidget() is panel
    page.resize(960, 560)
    assert coming.parentWidget() is page.cockpit
    await until(coming.isVisible)
    assert coming.mapTo(page, coming.rect().bottomRight()).y() < 200
    page.resize(1384, 820)
    assert coming.parentWidget() is panel


async def test_without_a_script_the_panel_says_what_to_do(page: LivePage, until: Until) -> None:
    await begin(page, 2, None, until)
    panel = page.cueing.panel
    assert panel.choose.isVisible()
    assert not panel.next.isVisible()
    QTest.keyClick(page, Qt.Key.Key_F9)
    assert (await settle(page, until)).cue_marks == {}


async def test_four_hours_every_cue_is_told_and_done_within_a_second(
    page: LivePage, clock: FakeClock, until: Until
) -> None:
    """By the window's own beat, uneven as beats are; what the file keeps is the moment of the key."""
    made = script_from(Template(category="x", red_packet_at_min=22, pk_at_min=52), "s1", "晚场", 4 * HOUR, {})
    start = NOW
    await begin(page, 0, made, until)
    heard: list[tuple[str, str, int]] = []
    page.cueing.told.connect(lambda one: heard.append((one.cue.cue_id, one.place, clock.now - one.due_at)))
    page.cueing._beat.stop()
    page.cueing._told.clear()
    uneven, pressed = Random(4), {}
    shown = page.cueing.panel.next
    while clock.now < start + 4 * HOUR:
        clock.now += 500 + uneven.randrange(-100, 101)
        page.cueing._show.read_at = clock.now  # as the page reads it every few seconds
        page.cueing.tick(clock.now)
        coming: list[Stand] = [one for one in page.cueing.stands(clock.now) if one.place == "due"]
        if coming and shown.left.text() != "00:00":
            pressed[coming[0].cue.cue_id] = clock.now
            page.cueing.confirm()
    for cue in made.cues:
        mine = {place: off for cue_id, place, off in heard if cue_id == cue.cue_id}
        assert 0 <= mine["due"] <= SECOND
        if cue.into_ms >= MINUTE:
            assert 0 <= mine["warned"] + MINUTE <= SECOND
    assert len(heard) == len({(cue_id, place) for cue_id, place, _ in heard})
    await until(lambda: not page.tasks.busy)
    kept = await page.desk.database.read(live_scripts.marks, "s")
    assert {cue_id: mark.at for cue_id, mark in kept.items()} == pressed
    assert len(pressed) == len(made.cues)
    events = await page.desk.database.read(live_view.marks, "s")
    assert sorted(one.at for one in events) == sorted(pressed.values())


async def test_while_minors_are_protected_prompts_are_not_called_and_the_card_says_so(
    page: LivePage, until: Until
) -> None:
    await page.desk.database.write(duties.set_minors_mode, True, NOW)
    await begin(page, 12, sheet(CUES), until)
    reading = await settle(page, until)
    assert reading.script is not None
    assert [cue.title for cue in reading.script.cues] == ["福利款", "卖点循环"]
    assert reading.watched.protects_minors
    panel = page.cueing.panel
    assert panel.left_out.isVisible()
    assert panel.left_out.text() == "未成年人保护开启，已略过 2 个环节"
    await page.desk.database.write(duties.set_minors_mode, False, NOW)
    page.read()
    await until(lambda: not panel.left_out.isVisible())
    assert page.on_air is not None
    assert page.on_air.script == sheet(CUES)
