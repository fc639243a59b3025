"""The lift table of a recap: each cue, PK, red packet and bag with means, plain difference, how sure, and how few."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from console.core.clock import MINUTE, SECOND
from console.core.live import LiveEvent, LiveEventType, LiveSnapshot, LiveSource
from console.documents.live_recap import recap_words, write_recap
from console.rules.live_lift import Point, lift
from console.rules.live_recap import Recap, mark_lifts

BEGIN = 1_768_448_400_000
KINDS = (LiveEventType.CUE, LiveEventType.PK, LiveEventType.RED_PACKET, LiveEventType.BAG)


def watching(minute: int) -> int:
    """100 people, half as many again after the PK of minute 20; nine only around the bag of minute 40."""
    return 9 if minute >= 35 else 150 if minute >= 20 else 100


def recap() -> Recap:
    told = [
        (
            LiveSnapshot(session_id="s", at=BEGIN + n * 10 * SECOND, online=watching(n // 6) + n % 2),
            LiveSource.INGEST,
        )
        for n in range(50 * 6)
    ]
    marks = [
        LiveEvent(session_id="s", event_id=kind, at=BEGIN + minute * MINUTE, type=kind, text=kind.value)
        for kind, minute in zip(KINDS, (10, 20, 30, 40), strict=True)
    ]
    sold = [(BEGIN + minute * MINUTE, 1_000 if minute < 20 else 3_000) for minute in range(50)]
    lifts = mark_lifts(marks, told, {}, sold, BEGIN, BEGIN + 50 * MINUTE)
    return Recap(
        title="晚场", session_id="s", begin_at=BEGIN, end_at=BEGIN + 50 * MINUTE, is_ended=True,
        parts=[(BEGIN, BEGIN + 50 * MINUTE)], figures={}, minutes=[], sold=sold, sold_source=LiveSource.ORDERS,
        marks=lifts, items=[],
    )  # fmt: skip


def test_the_workbook_lists_every_mark_with_difference_bounds_and_samples(tmp_path: Path) -> None:
    path = tmp_path / "recap.xlsx"
    write_recap(path, recap(), recap_words("zh_CN"))
    head, *rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("节点增幅").to_python()
    assert head[4:] == [
        "前 3 分钟均值",
        "后 3 分钟均值",
        "差值",
        "增幅",
        "95% 下限",
        "95% 上限",
        "样本（前/后）",
        "说明",
    ]
    assert len(rows) == 4 * 3  # each mark by people, deeds and money
    online = {row[2]: row for row in rows if row[3] == rows[0][3]}
    assert list(online) == ["cue", "pk", "red_packet", "bag"]
    _, _, _, _, before, after, difference, ratio, low, high, samples, note = online["pk"]
    assert (before, after, difference) == (100.5, 150.5, 50.0)
    assert ratio == pytest.approx(150.5 / 100.5 - 1)
    assert low < ratio < high
    assert (samples, note) == ("18/18", "")
    assert "样本不足" in online["bag"][11]
    money = next(row for row in rows if row[2] == "pk" and row[3] != online["pk"][3] and row[4] == 10)
    assert money[5:7] == [30.0, 20.0]  # yuan a minute


POINTS = st.lists(st.integers(1, 5_000), min_size=2, max_size=18)


@given(POINTS, POINTS, st.integers(2, 50))
def test_the_plain_difference_and_the_ratio_say_the_same_and_no_unit_matters(
    before: list[int], after: list[int], scale: int
) -> None:
    def at(values: list[int], begin: int, by: int = 1) -> list[Point]:
        return [Point(begin + number * 10 * SECOND, float(value * by), 100) for number, value in enumerate(values)]

    found = lift([*at(before, BEGIN - 3 * MINUTE), *at(after, BEGIN)], BEGIN)
    scaled = lift([*at(before, BEGIN - 3 * MINUTE, scale), *at(after, BEGIN, scale)], BEGIN)
    assert found.before is not None
    assert found.after is not None
    assert found.lift is not None
    assert found.difference == found.after - found.before
    assert abs(found.lift - found.difference / found.before) < 1e-9
    assert found.low is not None
    assert found.high is not None
    assert found.low - 1e-9 <= found.lift <= found.high + 1e-9
    assert (found.samples_before, found.samples_after) == (len(before), len(after))
    assert scaled.lift is not None
    assert abs(scaled.lift - found.lift) < 1e-6
