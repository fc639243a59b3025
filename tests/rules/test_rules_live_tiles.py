"""Six figures of a show: value, steady band, standing and rank among own shows, both sources of money."""

import pytest

from console.core.clock import MINUTE, SECOND
from console.core.live import LiveEvent, LiveEventType, LiveSnapshot, LiveSource
from console.reference import live_lines, live_talk
from console.rules.live import Rate
from console.rules.live_bands import Lines
from console.rules.live_findings import findings
from console.rules.live_lift import Lift
from console.rules.live_recap import MarkLift, Recap
from console.rules.live_talk import talk_kind
from console.rules.live_tiles import Past, Seen, Tile, tiles

BEGIN = 1_768_444_200_000
NOW = BEGIN + 12 * MINUTE


def snapshot(back: int, **told: float) -> tuple[LiveSnapshot, LiveSource]:
    """``back`` seconds before now."""
    return LiveSnapshot(session_id="s", at=NOW - back * SECOND, **told), LiveSource.INGEST  # type: ignore[arg-type]


def past(*online: int) -> list[Past]:
    """Shows that each had so many watching, and a hundredth of them clicking, at every minute."""
    return [
        [
            LiveSnapshot(session_id="p", at=minute * MINUTE, online=people, viewers=1_000, item_clickers=people)
            for minute in range(20)
        ]
        for people in online
    ]


def shown(seen: Seen) -> dict[str, Tile]:
    return {tile.key: tile for tile in tiles(seen)}


def seen(*recent: tuple[LiveSnapshot, LiveSource], shows: list[Past] | None = None) -> Seen:
    return Seen(at=NOW, begin_at=BEGIN, recent=recent, past=shows or [], lines=live_lines())


def test_what_nobody_tells_has_no_value_and_no_band() -> None:
    found = shown(seen(snapshot(0, online=300)))
    assert found["online"].rate.value == 300
    assert all(found[key].rate == Rate() for key in ("stay", "interaction", "follow", "gmv_fen", "item_click"))
    assert {tile.band for tile in found.values()} == {"none"}


def test_a_band_changes_only_after_three_samples_agree() -> None:
    def interacting(*people: int) -> str:
        told = [snapshot(10 * back, viewers=1_000, interactors=one) for back, one in enumerate(reversed(people))]
        return shown(seen(*reversed(told)))["interaction"].band

    assert interacting(60, 60, 60) == "pass"
    assert interacting(60, 60, 60, 40, 40) == "pass"  # trembles around the line
    assert interacting(60, 60, 60, 40, 40, 40) == "below"
    assert interacting(60, 60, 60, 160, 160, 160) == "excellent"


def test_people_are_counted_and_not_their_clicks() -> None:
    few = shown(seen(snapshot(0, viewers=20, interactors=10)))["interaction"]
    assert (few.rate.value, few.band) == (0.5, "few")
    nobody = shown(seen(snapshot(0, viewers=0, interactors=0)))["interaction"]
    assert nobody.rate.value is None  # of nobody nothing can be said


def test_a_rank_needs_eight_shows_and_a_median_three() -> None:
    two = shown(seen(snapshot(0, online=500), shows=past(400, 400)))["online"]
    assert (two.median, two.rank, two.standing) == (None, None, "none")
    three = shown(seen(snapshot(0, online=500), shows=past(300, 400, 450)))["online"]
    assert (three.median, three.rank, three.standing) == (400, None, "above")
    eight = shown(seen(snapshot(0, online=500), shows=past(*range(100, 900, 100))))["online"]
    assert eight.rank == pytest.approx(56, abs=1)  # four below it, one the same, three above


def test_clicks_are_held_against_the_own_median_and_upper_quarter() -> None:
    tile = shown(seen(snapshot(0, viewers=1_000, item_clickers=250), shows=past(100, 200, 300)))["item_click"]
    assert tile.lines == Lines(passing=0.2, excellent=0.25, origin="own")
    assert tile.standing == "above"


def test_single_orders_go_before_the_pages_sum_which_is_still_said() -> None:
    told = seen(snapshot(0, gmv_fen=9_000))
    assert shown(told)["gmv_fen"].rate.value == 9_000
    sold = [(NOW - 6 * MINUTE, 1_000), (NOW - 2 * MINUTE, 3_000)]
    both = Seen(at=NOW, begin_at=BEGIN, recent=told.recent, sold=sold, orders=2, lines={})
    tile = shown(both)["gmv_fen"]
    assert (tile.rate.value, tile.rate.numerator, tile.rate.source) == (4_000, 2, LiveSource.ORDERS)
    assert [one.value for one in tile.others] == [9_000]
    assert tile.trend.share == 2  # 3,000 after 1,000


@pytest.mark.parametrize(
    ("text", "kind"),
    [("会掉色吗", "question"), ("多少钱", "price"), ("上次的还没收到，要投诉", "complaint"), ("好看", None)],
)
def test_comments_are_sorted_by_plain_words(text: str, kind: str | None) -> None:
    assert talk_kind(text, live_talk()) == kind


def test_a_show_teaches_what_was_measured_and_no_more() -> None:
    def mark(name: str, lift: float, doubt: str = "") -> MarkLift:
        event = LiveEvent(session_id="s", event_id=name, at=BEGIN, type=LiveEventType.CUE)
        return MarkLift(mark=event, lifts={"online": Lift(lift=lift, doubt=doubt)})  # type: ignore[arg-type]

    show = Recap(
        title="",
        session_id="s",
        begin_at=BEGIN,
        end_at=NOW,
        is_ended=True,
        parts=[(BEGIN, BEGIN + 4 * MINUTE), (BEGIN + 6 * MINUTE, NOW)],
        figures={
            "stay": Rate(value=200.0, people=900),
            "interaction": Rate(value=0.04, people=900),
            "follow": Rate(value=0.01, people=20),  # of too few
        },
        minutes=[],
        sold=None,
        sold_source=LiveSource.INGEST,
        marks=[mark("good", 0.2), mark("bad", -0.1), mark("doubtful", 0.9, "overlap")],
        items=[],
    )
    assert [(one.lesson, one.name, one.count) for one in findings(show, live_lines())] == [
        ("best_mark", "good", 2),
        ("weak_mark", "bad", 2),
        ("doubtful", "", 1),
        ("excellent", "stay", 0),
        ("below", "interaction", 0),
        ("cut", "", 1),
    ]
