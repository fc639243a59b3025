"""Run sheets in the file; a confirmed cue stands in the show's log once, and leaves it when taken back."""

from sqlalchemy import Connection

from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveSignal, LiveSource
from console.rules.live_script import Cue, CueKind, Mark, Script
from console.store import live_recaps, live_view
from console.store.live_scripts import (
    add_cue,
    choose_script,
    chosen_script,
    confirm,
    drop_script,
    feature,
    featured,
    marks,
    put_mark,
    put_script,
    script_of,
    scripts,
    take_back,
)
from console.store.live_taking import take

CUES = (Cue(cue_id="a", into_ms=0, title="开场"), Cue(cue_id="b", into_ms=60_000, kind=CueKind.PK, title="连麦"))
SHEET = Script(script_id="s1", name="晚场", category="home", cues=CUES)


def test_run_sheets_are_kept_chosen_and_thrown_away(conn: Connection, now: int) -> None:
    put_script(conn, SHEET, now)
    assert scripts(conn) == [SHEET]
    assert chosen_script(conn) is None
    choose_script(conn, "s1", now)
    assert chosen_script(conn) == SHEET
    drop_script(conn, "s1", now)
    assert chosen_script(conn) is None


def test_a_confirmed_cue_is_in_the_log_once_and_can_be_taken_back(conn: Connection, now: int) -> None:
    take(conn, [LiveSignal(session_id="show", action=LiveAction.START, at=now)], now, LiveSource.FILE)
    for _ in range(2):
        confirm(conn, "show", CUES[1], Mark(cue_id="b", state="done", at=now + 61_000))
    (event,) = live_view.marks(conn, "show")
    assert (event.type, event.text, event.at) == (LiveEventType.PK, "连麦", now + 61_000)
    take_back(conn, "show", "b", None)
    assert live_view.marks(conn, "show") == []
    assert marks(conn, "show") == {}


def test_what_stood_before_comes_back(conn: Connection, now: int) -> None:
    moved = Mark(cue_id="a", state="planned", at=now, moved_ms=120_000)
    assert put_mark(conn, "show", moved) is None
    before = put_mark(conn, "show", Mark(cue_id="a", state="skipped", at=now + 1))
    assert before == moved
    take_back(conn, "show", "a", before)
    assert marks(conn, "show") == {"a": moved}


def test_a_cue_of_a_stitched_show_lies_in_the_opening_that_is_on(conn: Connection, now: int) -> None:
    later = now + 600_000
    for part, at in (("one", now), ("two", later)):
        take(conn, [LiveSignal(session_id=part, action=LiveAction.START, at=at)], at, LiveSource.FILE)
    confirm(conn, "one", CUES[0], Mark(cue_id="a", state="done", at=later + 1_000))
    assert [one.last_at for one in live_view.parts(conn, "one")] == [now, later + 1_000]
    assert [one.text for one in live_view.marks(conn, "one")] == ["开场"]


def test_the_item_that_is_spoken_of_is_the_last_one_and_no_mark(conn: Connection, now: int) -> None:
    take(conn, [LiveSignal(session_id="show", action=LiveAction.START, at=now)], now, LiveSource.FILE)
    assert featured(conn, "show") == ""
    for number, item_id in enumerate(("7", "9"), 1):
        feature(conn, "show", item_id, now + number)
    assert featured(conn, "show") == "9"
    assert live_view.marks(conn, "show") == []


def test_what_the_live_page_told_by_itself_is_not_told_again(conn: Connection, now: int) -> None:
    take(conn, [LiveSignal(session_id="show", action=LiveAction.START, at=now)], now, LiveSource.FILE)
    told = [
        LiveEvent(session_id="show", event_id="pk", at=now + 40_000, type=LiveEventType.PK),
        LiveEvent(session_id="show", event_id="cue", at=now + 40_000, type=LiveEventType.CUE, text="打点"),
    ]
    take(conn, told, now, LiveSource.INGEST)
    confirm(conn, "show", CUES[1], Mark(cue_id="b", state="done", at=now + 60_000))
    assert [one.event_id for one in live_view.marks(conn, "show")] == ["cue", "pk"]
    confirm(conn, "show", CUES[0], Mark(cue_id="a", state="done", at=now + 60_000))  # another one than that mark
    assert len(live_view.marks(conn, "show")) == 3
    assert set(marks(conn, "show")) == {"a", "b"}


def test_a_show_went_by_the_script_whose_cues_were_done_in_it(conn: Connection, now: int) -> None:
    other = Script(script_id="s2", name="别的", cues=(Cue(cue_id="x", into_ms=0, title="x"),))
    for one in (SHEET, other):
        put_script(conn, one, now)
    assert script_of(conn, "show") is None
    put_mark(conn, "show", Mark(cue_id="b", state="skipped", at=now))
    assert script_of(conn, "show") == SHEET
    drop_script(conn, "s1", now)
    assert script_of(conn, "show") is None


def test_a_recap_holds_the_cues_of_its_run_sheet_even_after_that_is_thrown_away(conn: Connection, now: int) -> None:
    take(conn, [LiveSignal(session_id="show", action=LiveAction.START, at=now)], now, LiveSource.FILE)
    put_script(conn, SHEET, now)
    confirm(conn, "show", CUES[0], Mark(cue_id="a", state="done", at=now))
    show = live_view.show(conn, "show")
    assert show is not None
    assert [(one.cue.title, one.state) for one in live_recaps.recap(conn, show).cues] == [
        *(("开场", "done"), ("连麦", "not_reached"))
    ]
    drop_script(conn, "s1", now)
    assert [(one.state, one.done_at, one.is_gone) for one in live_recaps.recap(conn, show).cues] == [
        ("done", now, True)
    ]


def test_a_cue_is_added_to_what_the_file_holds_by_then(conn: Connection, now: int) -> None:
    more = [Cue(cue_id=f"more{n}", into_ms=30_000 * n, title=str(n)) for n in (3, 1)]
    made = Script(script_id="new", name="临时")
    for cue in more:  # both by a reading that is older than either
        add_cue(conn, made, cue, now)
    found = chosen_script(conn)
    assert found is not None
    assert [one.cue_id for one in found.cues] == ["more1", "more3"]
    put_script(conn, SHEET, now)
    add_cue(conn, SHEET, more[1], now)
    assert chosen_script(conn) == found, "a run sheet that was kept already is not put to use by it"
