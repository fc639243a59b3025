"""A run sheet goes out and comes back as it was; every row that is none is named with its number and why."""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from console.core.clock import HOUR, MINUTE, SECOND
from console.documents import script_sheet
from console.documents.script_sheet import export_script, import_script
from console.documents.sheets import SheetTrouble
from console.rules.live_script import Cue, CueKind, Script

WORD = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)
CUES = st.lists(
    st.builds(
        Cue,
        cue_id=st.just("x"),
        into_ms=st.integers(0, 12 * 3600).map(lambda seconds: seconds * SECOND),
        kind=st.sampled_from(CueKind),
        title=WORD,
        words=st.one_of(st.just(""), WORD, st.just("第一句\n=1+1")),
        item_id=st.one_of(st.just(""), st.integers(0, 10**18).map(str)),
    ),
    max_size=8,
)


@given(cues=CUES, suffix=st.sampled_from(["xlsx", "csv"]))
@settings(max_examples=40, deadline=None)
def test_what_went_out_comes_back(cues: list[Cue], suffix: str) -> None:
    cues = sorted(cues, key=lambda cue: cue.into_ms)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"script.{suffix}"
        export_script(path, Script(script_id="s", name="晚场", cues=tuple(cues)))
        back = import_script(path, "s")
    assert not back.bad
    plain = [msgspec.structs.replace(cue, cue_id="x") for cue in back.cues]
    assert plain == cues
    assert len({cue.cue_id for cue in back.cues}) == len(cues)


def test_bad_rows_are_answered_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "script.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    rows = (
        ("标题", "时间(时:分:秒)", "类型", "备注"),
        ("开场", "0:00:00", "福利款", "x"),
        ("九点", "九点", "", ""),
        ("太晚", "13:00:00", "", ""),
        ("什么", "5", "跳舞", ""),
        ("", "6", "红包", ""),
        ("长" * 61, "7", "", ""),
        ("抽奖", "1:00:00", "raffle", ""),
        ("数字", 30, "", ""),
    )
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    found = import_script(path, "s")
    told = [(cue.into_ms, cue.kind, cue.title) for cue in found.cues]
    assert told == [
        (0, CueKind.WELFARE, "开场"),
        (30 * MINUTE, CueKind.OTHER, "数字"),
        (HOUR, CueKind.RAFFLE, "抽奖"),
    ]
    assert [(bad.number, bad.wrong) for bad in found.bad] == [
        (3, "time"),
        (4, "too_late"),
        (5, "kind"),
        (6, "no_title"),
        (7, "title_long"),
    ]
    assert found.bad[0].said == "九点"


def test_a_table_without_times_is_no_run_sheet(tmp_path: Path) -> None:
    path = tmp_path / "script.csv"
    path.write_text("标题,类型\n开场,福利款\n", encoding="utf-8")
    with pytest.raises(SheetTrouble, match="columns"):
        import_script(path, "s")


def test_every_kind_has_a_word_of_its_own() -> None:
    assert len(set(script_sheet.KINDS.values())) == len(CueKind) == len(script_sheet.KINDS)
