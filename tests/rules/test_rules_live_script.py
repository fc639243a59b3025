"""The run sheet and its clock: within a second over four hours, nothing told twice, nothing lost when put off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.core.clock import HOUR, MINUTE, SECOND
from console.rules.live_script import (
    SNOOZE_MS,
    Cue,
    CueKind,
    Mark,
    Place,
    Script,
    Template,
    format_into,
    free_from,
    next_cue,
    parse_into,
    script_from,
    stands,
    to_tell,
    troubles,
)

BEGIN = 1_768_444_200_000


def script(length: int = 4 * HOUR) -> Script:
    template = Template(category="general", red_packet_at_min=22, pk_at_min=60)
    return script_from(template, "s", "晚场", length, {CueKind.SELLING: "卖点循环"})


def test_the_usual_run_sheet() -> None:
    made = script(2 * HOUR)
    told = [(format_into(cue.into_ms), cue.kind.value) for cue in made.cues]
    assert told == [
        ("0:00:00", "welfare"),
        ("0:15:00", "selling"),
        ("0:22:00", "red_packet"),
        ("0:30:00", "selling"),
        ("0:45:00", "selling"),
        ("1:00:00", "raffle"),
        ("1:15:00", "selling"),
        ("1:30:00", "selling"),
        ("1:45:00", "selling"),
    ], "where two fall together the raffle stays"
    assert len({cue.cue_id for cue in (*made.cues, *script_from(Template(category="x"), "t", "", HOUR, {}).cues)}) == 13
    assert [cue.title for cue in made.cues if cue.kind is CueKind.SELLING][:2] == ["卖点循环 1", "卖点循环 2"]
    assert not troubles(made)


def test_the_raffle_is_on_the_hour_of_the_clock() -> None:
    made = script_from(Template(category="general"), "s", "", 3 * HOUR, {}, begins_at_min=40)  # from 19:40
    assert [cue.into_ms // MINUTE for cue in made.cues if cue.kind is CueKind.RAFFLE] == [20, 80, 140]


@given(
    st.builds(
        Template,
        category=st.just("x"),
        welfare_min=st.sampled_from([0, 5]),
        selling_every_min=st.integers(0, 40),
        raffle_every_min=st.sampled_from([0, 30, 60]),
        red_packet_at_min=st.integers(0, 90),
        pk_at_min=st.integers(0, 90),
    ),
    st.integers(1, 12 * 60),
    st.integers(0, 59),
)
def test_no_template_plans_cues_that_spoil_each_other(template: Template, length_min: int, begins: int) -> None:
    made = script_from(template, "s", "n", length_min * MINUTE, {}, begins)
    assert not troubles(made)
    assert all(cue.into_ms < length_min * MINUTE for cue in made.cues)
    raffles = [cue.into_ms // MINUTE for cue in made.cues if cue.kind is CueKind.RAFFLE]
    assert all((into + begins) % template.raffle_every_min == 0 for into in raffles)


def test_four_hours_by_the_clock_each_cue_is_told_within_a_second_and_once() -> None:
    made = script()
    told: dict[str, Place] = {}
    heard: list[tuple[str, str, int]] = []
    for now in range(BEGIN, BEGIN + 4 * HOUR, SECOND):
        found = stands(made, {}, BEGIN, now)
        for one in to_tell(found, told):
            told[one.cue.cue_id] = one.place
            heard.append((one.cue.cue_id, one.place, now - one.due_at))
    for cue in made.cues:
        mine = {place: off for cue_id, place, off in heard if cue_id == cue.cue_id}
        assert 0 <= mine["due"] <= SECOND
        if cue.into_ms >= MINUTE:
            assert 0 <= mine["warned"] + MINUTE <= SECOND
    assert len(heard) == len({(cue_id, place) for cue_id, place, _ in heard})


def test_done_late_skipped_and_put_off() -> None:
    made = script(HOUR)
    second = made.cues[1]
    due = BEGIN + second.into_ms

    def place(now: int, **mark: object) -> Place:
        marks = {second.cue_id: Mark(cue_id=second.cue_id, **mark)} if mark else {}  # type: ignore[arg-type]
        return next(one.place for one in stands(made, marks, BEGIN, now) if one.cue == second)

    assert place(due - 2 * MINUTE) == "planned"
    assert place(due - MINUTE) == "warned"
    assert [place(due), place(due + 30 * SECOND), place(due + 31 * SECOND)] == ["due", "due", "late"]
    assert place(due, state="done", at=due + 30 * SECOND) == "done"
    assert place(due, state="done", at=due + 31 * SECOND) == "late_done"
    assert place(due, state="skipped", at=due) == "skipped"
    assert place(due, state="planned", at=due, moved_ms=SNOOZE_MS) == "planned"


@given(st.lists(st.integers(0, 4 * 3600), unique=True, max_size=20), st.integers(0, 4 * 3600), st.data())
def test_every_cue_stands_somewhere_and_the_next_is_the_earliest_open_one(
    seconds: list[int], now: int, data: st.DataObject
) -> None:
    cues = tuple(Cue(cue_id=f"c{number}", into_ms=at * SECOND, title="x") for number, at in enumerate(seconds))
    states = data.draw(
        st.lists(st.sampled_from(["done", "skipped", "planned"]), min_size=len(cues), max_size=len(cues))
    )
    marks = {
        cue.cue_id: Mark(cue_id=cue.cue_id, state=state, at=BEGIN) for cue, state in zip(cues, states, strict=True)
    }  # type: ignore[arg-type]
    found = stands(Script(script_id="s", name="n", cues=cues), marks, BEGIN, BEGIN + now * SECOND)
    assert sorted(one.cue.cue_id for one in found) == sorted(cue.cue_id for cue in cues)
    open_ones = [one for one in found if marks[one.cue.cue_id].state == "planned"]
    assert next_cue(found) == (min(open_ones, key=lambda one: one.due_at) if open_ones else None)


def test_what_should_be_looked_at_before() -> None:
    cues = (
        Cue(cue_id="a", into_ms=0, title="开场"),
        Cue(cue_id="b", into_ms=2 * MINUTE, title=" "),
        Cue(cue_id="b", into_ms=13 * HOUR, title="x"),
        Cue(cue_id="d", into_ms=-1, title="x"),
    )
    codes = {(one.code, one.cue_id) for one in troubles(Script(script_id="s", name="n", cues=cues))}
    assert codes == {
        ("script.empty_title", "b"),
        ("script.too_close", "b"),
        ("script.too_close", "a"),
        ("script.too_long", "b"),
        ("script.twice", "b"),
        ("script.before_begin", "d"),
    }


@given(st.integers(0, 10_000), st.lists(st.integers(0, 10_000), max_size=12))
def test_a_free_moment_is_the_first_that_spoils_nothing(second: int, others: list[int]) -> None:
    at, taken = second * SECOND, [one * SECOND for one in others]
    found = free_from(at, taken)
    assert found >= at
    assert all(abs(found - one) >= 3 * MINUTE for one in taken)
    earlier = {at, *(one + 3 * MINUTE for one in taken if one + 3 * MINUTE >= at)}  # nothing else can be the first
    free = [one for one in earlier if all(abs(one - other) >= 3 * MINUTE for other in taken)]
    assert found == min(free)


@pytest.mark.parametrize(
    ("text", "into"), [("65", 65 * MINUTE), ("65:30", 65 * MINUTE + 30 * SECOND), ("1：05：00", 65 * MINUTE), ("0", 0)]
)
def test_times_as_people_write_them(text: str, into: int) -> None:
    assert parse_into(text) == into
    assert parse_into(format_into(into)) == into


@pytest.mark.parametrize("text", ["", "x", "1:75:00", "1:2:3:4", "-5", "12345", "１２"])
def test_times_that_are_none(text: str) -> None:
    with pytest.raises(ValueError, match="not a time"):
        parse_into(text)
