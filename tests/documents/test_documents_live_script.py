"""How a show kept to its run sheet and where its orders were made, in the workbook: no guess as a number."""

from pathlib import Path

from msgspec import structs
from python_calamine import CalamineWorkbook

from console.core.clock import HOUR, MINUTE, SECOND
from console.core.live import LiveSource
from console.documents.live_recap import recap_words, write_recap
from console.documents.live_recap_paper import page
from console.rules.live_kept import kept
from console.rules.live_recap import Recap
from console.rules.live_reconcile import AfterShow, Places, Room
from console.rules.live_script import Cue, CueKind, Mark, Script

BEGIN = 1_768_448_400_000
SCRIPT = Script(
    script_id="x",
    name="晚场",
    cues=(
        Cue(cue_id="a", into_ms=5 * MINUTE, kind=CueKind.WELFARE, title="=福利款", item_id="1001"),
        Cue(cue_id="b", into_ms=15 * MINUTE, kind=CueKind.SELLING, title="卖点"),
        Cue(cue_id="c", into_ms=30 * MINUTE, title="问答"),
        Cue(cue_id="d", into_ms=40 * MINUTE, title="忘了"),
        Cue(cue_id="e", into_ms=2 * HOUR, kind=CueKind.PK, title="没到"),
    ),
)
MARKS = {
    "a": Mark(cue_id="a", state="done", at=BEGIN + 5 * MINUTE + 6 * SECOND),
    "b": Mark(cue_id="b", state="done", at=BEGIN + 20 * MINUTE, moved_ms=2 * MINUTE),
    "c": Mark(cue_id="c", state="skipped", at=BEGIN + 30 * MINUTE),
    "z": Mark(cue_id="z", state="done", at=BEGIN + 50 * MINUTE),
}
END = BEGIN + HOUR


def test_every_cue_has_its_state_and_a_dropped_ones_mark_is_not_lost() -> None:
    told = kept(SCRIPT, MARKS, BEGIN, END)
    assert [(one.cue.cue_id, one.state, one.late_ms) for one in told] == [
        *(("a", "done", 6 * SECOND), ("b", "late", 3 * MINUTE), ("c", "skipped", None), ("d", "missed", None)),
        *(("e", "not_reached", None), ("z", "done", None)),
    ]
    assert [(one.due_at, one.is_gone) for one in told[-2:]] == [(BEGIN + 2 * HOUR, False), (None, True)]
    assert kept(None, {}, BEGIN, END) == []


def test_the_workbook_tells_cues_places_and_rooms(tmp_path: Path) -> None:
    rooms = [
        Room(shop_id=f"kuaishou:{n}", name=name, first_at=BEGIN, last_at=END, most=most, last=1, is_of_moment=n == 2)
        for n, name, most in ((1, "一店", 320), (2, "", 40))
    ]
    recap = Recap(
        title="晚场", session_id="s", begin_at=BEGIN, end_at=END, is_ended=True, parts=[(BEGIN, END)], figures={},
        minutes=[], sold=[], sold_source=LiveSource.ORDERS, marks=[], items=[], rooms=rooms,
        cues=kept(SCRIPT, MARKS, BEGIN, END), places=Places(live=3, elsewhere=2, elsewhere_fen=4_550, untold=1),
    )  # fmt: skip
    told = page(structs.replace(recap, after=AfterShow()), recap_words("en"), END)
    assert "Made elsewhere (orders, yuan; not counted)" in told
    assert "2 · 45.50" in told.replace("¥", "")
    path = tmp_path / "recap.xlsx"
    write_recap(path, recap, recap_words("zh_CN"))
    book = CalamineWorkbook.from_path(str(path))
    titles, *rows = book.get_sheet_by_name("脚本执行").to_python()
    assert titles[:2] == ["开播后", "计划时间"]
    assert [row[5] for row in rows] == ["已完成", "已完成（晚了）", "已跳过", "未完成", "未到时间", "已完成"]
    assert rows[0][2:5] == ["福利款", "=福利款", "1001"]
    assert (rows[0][0], rows[0][7], rows[1][7:9]) == ("0:05:00", 0.1, [3, 2])
    assert rows[2][6:9] == ["", "", ""]
    assert (rows[5][3], rows[5][7], rows[5][9]) == ("", "", "脚本中已删除")
    beside = {row[0]: row[1:3] for row in book.get_sheet_by_name("来源核对").to_python()[1:]}
    assert beside["直播间下单（平台标明，单）"] == [3, ""]
    assert beside["直播间以外下单（单／元，未计入）"] == [2, 45.5]
    assert beside["平台未说明来源（单，已计入）"] == [1, ""]
    assert beside["店铺观看人数（至今） · 一店"] == [320, ""]
    assert beside["店铺在线（峰值） · kuaishou:2"] == [40, ""]
