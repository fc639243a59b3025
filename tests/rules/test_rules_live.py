"""Rates, bands, lift, the race and advice: what is said, and what is not said for want of data."""

from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.core.clock import MINUTE
from console.core.live import LiveEvent, LiveEventType, LiveSnapshot, LiveSource
from console.rules.live import (
    average_online,
    follow,
    gpm_fen,
    interaction,
    item_click,
    minutes_of,
    rate,
    session_stay,
    stay,
)
from console.rules.live_advice import RAFFLES, Watched, advise
from console.rules.live_bands import Lines, band, rank, settled, standing, trend, trend_of_sums
from console.rules.live_lift import Point, lift
from console.rules.live_race import RACE_KEYS, Curve, race

AT = 1_768_444_200_000 - 1_768_444_200_000 % MINUTE
STAY = Lines(passing=90, excellent=180)


def snapshot(second: int = 0, **told: int | float) -> LiveSnapshot:
    return LiveSnapshot(session_id="s", at=AT + second * 1_000, **told)  # type: ignore[arg-type]


def test_rates_know_what_they_are_made_of_and_nobodys_rate_is_unknown() -> None:
    one = interaction(snapshot(viewers=1_000, interactors=50))
    assert (one.value, one.numerator, one.denominator, one.people, one.is_few) == (0.05, 50, 1_000, 1_000, False)
    assert interaction(snapshot(viewers=0, interactors=0)).value is None
    assert interaction(snapshot(viewers=100)).value is None
    assert interaction(snapshot(viewers=100), seen_people=7).value == 0.07
    assert follow(snapshot(viewers=1_000, viewers_nonfan=500, new_followers=40)).value == 0.08, "the stricter one"
    assert item_click(snapshot(viewers=20, item_clickers=5)).is_few
    assert gpm_fen(50_000, snapshot(views=1_000)).value == 50_000
    assert stay(snapshot(viewers=10, watch_s=900, avg_stay_s=7.0)).value == 90, "the exact one wins"
    assert stay(snapshot(avg_stay_s=95.5)).value == 95.5
    assert rate(1, None, LiveSource.INGEST, AT).value is None


def test_several_shows_weigh_by_viewers_never_as_the_mean_of_means() -> None:
    shows = [snapshot(viewers=100, watch_s=100 * 60), snapshot(viewers=900, watch_s=900 * 120), snapshot(viewers=5)]
    assert session_stay(shows).value == pytest.approx((100 * 60 + 900 * 120) / 1_000)
    assert session_stay([snapshot()]).value is None


def test_average_online_weighs_by_time_and_counts_no_cut() -> None:
    told = [snapshot(0, online=100), snapshot(10, online=200), snapshot(40, online=50), snapshot(400, online=50)]
    assert average_online(told) == pytest.approx((100 * 10 + 200 * 30) / 40)
    assert average_online([snapshot(0, online=7)]) == 7
    assert average_online([snapshot(0)]) is None


@given(
    st.lists(
        st.tuples(st.integers(0, 600), st.sampled_from(sorted(LiveEventType)), st.sampled_from(["", "a", "b", "c"])),
        max_size=40,
    )
)
def test_minutes_add_up_whatever_the_order(told: list[tuple[int, LiveEventType, str]]) -> None:
    events = [
        LiveEvent(session_id="s", event_id=str(number), at=AT + second * 1_000, type=kind, user_key=who)
        for number, (second, kind, who) in enumerate(told)
    ]
    minutes = minutes_of(events, [])
    assert minutes == minutes_of(reversed(events), [])
    assert sum(one.comments for one in minutes) == sum(event.type is LiveEventType.COMMENT for event in events)
    acted = {"comment", "like", "share", "gift"}
    people = {event.user_key for event in events if event.type.value in acted and event.user_key}
    assert sum(one.new_interactors for one in minutes) == len(people), "each person once"
    assert all(one.interactors >= one.new_interactors for one in minutes)


# -- bands ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "wanted"), [(89.99, "below"), (90, "pass"), (179.9, "pass"), (180, "excellent"), (None, "none")]
)
def test_bands_at_their_lines(seconds: float | None, wanted: str) -> None:
    told = snapshot(viewers=100) if seconds is None else snapshot(viewers=100, avg_stay_s=seconds)
    assert band(stay(told), STAY) == wanted


def test_few_people_have_no_verdict() -> None:
    assert band(stay(snapshot(viewers=29, avg_stay_s=500.0)), STAY) == "few"


def test_a_band_changes_only_after_three_samples() -> None:
    assert settled("pass", ["pass", "below", "below"]) == "pass"
    assert settled("pass", ["below", "below", "below"]) == "below"
    assert settled("pass", ["below", "none"]) == "none"
    assert settled("none", ["below"]) == "below"


def test_own_past() -> None:
    past = [100.0, 200.0, 300.0]
    assert [standing(value, past) for value in (300.0, 205.0, 100.0, None)] == ["above", "even", "below", "none"]
    assert standing(5.0, []) == "none"
    assert rank(5.0, past) is None, "a rank among three says nothing"
    assert rank(8.5, [float(number) for number in range(10)]) == 90


def test_trends_need_both_stretches() -> None:
    points = [Point(AT + minute * MINUTE, 100.0 if minute < 5 else 150.0) for minute in range(10)]
    now = trend(points, AT + 9 * MINUTE)
    assert (now.before, now.now, now.change, now.share) == (100, 150, 50, 0.5)
    assert trend(points[-2:], AT + 9 * MINUTE).change is None
    sold = [(AT + minute * MINUTE, minute) for minute in range(10)]
    assert trend_of_sums(sold, AT, AT + 9 * MINUTE).change is None, "ten minutes have not passed"
    assert trend_of_sums(sold, AT - MINUTE, AT + 9 * MINUTE).change == 25


# -- lift -------------------------------------------------------------------------------------------------------------


def test_lift_is_after_over_before_minus_one() -> None:
    before = [Point(AT + second * 1_000, 100.0 + second % 7, 100) for second in range(-180, 0, 10)]
    after = [Point(AT + second * 1_000, 140.0 + second % 5, 140) for second in range(0, 180, 10)]
    found = lift([*before, *after], AT)
    was, became = fmean(one.value for one in before), fmean(one.value for one in after)
    assert found.lift == pytest.approx(became / was - 1)
    assert found.difference == pytest.approx(became - was)
    assert found.low is not None
    assert found.high is not None
    assert found.lift is not None
    assert found.low < found.lift < found.high
    assert (found.doubt, found.samples_before, found.samples_after) == ("", 18, 18)


def test_what_is_wrong_with_a_lift_is_said() -> None:
    many = [Point(AT + second * 1_000, 100.0, 100) for second in range(-180, 180, 10)]
    assert lift(many, AT, [AT + 2 * MINUTE]).doubt == "overlap"
    assert lift([Point(one.at, 9.0, 9) for one in many], AT).doubt == "few"
    assert lift(many[18:], AT).doubt == "no_data"
    assert lift([Point(one.at, 0.0, 100) for one in many], AT).doubt == "no_before"
    assert lift([Point(one.at, 0.0, 100) for one in many], AT).lift is None


# -- the race ---------------------------------------------------------------------------------------------------------


def curve(factor: float) -> Curve:
    return {key: [factor * (minute + 1) for minute in range(30)] for key in RACE_KEYS}


def test_the_race_is_against_own_shows_and_needs_three() -> None:
    assert race(curve(1), [curve(1), curve(1)], 10).missing == 1
    even = race(curve(10), [curve(10), curve(5), curve(20)], 12)
    assert even.score == pytest.approx(1.0)
    assert [even.lights[mark] for mark in (5, 10, 15, 20, 30)] == ["even", "even", "waiting", "waiting", "waiting"]
    assert even.weakest is None


def test_one_runaway_figure_does_not_hide_that_the_rest_trails() -> None:
    mine = {**curve(5), "gmv_fen": [1_000.0 * (minute + 1) for minute in range(30)]}
    found = race(mine, [curve(10)] * 3, 30)
    assert found.score == pytest.approx((4 * 0.5 + 1.5) / 5)
    assert found.lights[30] == "trailing"
    assert found.weakest == "viewers"


def test_a_figure_nobody_tells_is_left_out_of_the_race() -> None:
    mine = {**curve(10), "followers": [None] * 30}
    found = race(mine, [curve(10)] * 3, 8)
    assert "followers" not in found.ratios
    assert found.score == pytest.approx(1.0)


# -- advice -----------------------------------------------------------------------------------------------------------

LINES = {"interaction": Lines(passing=0.05, excellent=0.15), "follow": Lines(passing=0.03, excellent=0.08)}


def watched(minutes: int = 12, **more: object) -> Watched:
    """A quiet show in which nothing is wrong: twelve minutes, a snapshot each ten seconds."""
    at = AT + minutes * MINUTE
    usual: dict[str, object] = {
        "at": at,
        "begin_at": AT - MINUTE,
        "snapshots": [healthy(second) for second in range(0, minutes * 60 + 1, 10)],
        "orders": [(AT + minute * MINUTE, 1_990) for minute in range(minutes)],
        "lines": LINES,
        "last_at": at,
    }
    return Watched(**{**usual, **more})  # type: ignore[arg-type]


def healthy(second: int, **more: int | float) -> LiveSnapshot:
    usual = {"online": 300, "viewers": 1_000, "interactors": 90, "new_followers": 50, "avg_stay_s": 100.0}
    return snapshot(second, **{**usual, "item_clicks": second, **more})


def test_nothing_wrong_nothing_said() -> None:
    assert advise(watched(), {}) is None


@pytest.mark.parametrize(
    ("trigger", "wrong"),
    [
        ("online_falls", lambda second: {"online": 300 if second < 420 else 180}),
        ("interaction_low", lambda second: {"interactors": 40}),
        ("follow_low", lambda second: {"new_followers": 20}),
        ("stay_falls", lambda second: {"avg_stay_s": 100.0 if second < 500 else 80.0}),
        ("clicks_up_orders_flat", lambda second: {"item_clicks": second if second < 420 else 420 + 3 * (second - 420)}),
    ],
)
def test_each_trouble_has_its_advice(trigger: str, wrong: object) -> None:
    snapshots = [healthy(second, **wrong(second)) for second in range(0, 721, 10)]  # type: ignore[operator]
    found = advise(watched(snapshots=snapshots), {})
    assert found is not None
    assert found.trigger == trigger
    assert found.means
    assert advise(watched(snapshots=snapshots), {found.trigger: AT + 3 * MINUTE}) is None, "once in ten minutes"


def test_dropped_frames_are_said_before_whatever_they_may_have_caused() -> None:
    low = [healthy(second, interactors=1) for second in range(0, 721, 10)]
    found = advise(watched(snapshots=low, dropped=0.021), {})
    assert found is not None
    assert (found.trigger, found.value, found.line) == ("frames_dropped", 0.021, 0.02)
    for fine in (None, 0.0, 0.02):
        other = advise(watched(snapshots=low, dropped=fine), {})
        assert other is not None
        assert other.trigger == "interaction_low"


def test_clicks_without_an_order_look_to_the_listing() -> None:
    found = advise(watched(orders=[]), {})
    assert found is not None
    assert found.trigger == "clicks_no_order"
    assert advise(watched(orders=None), {}) is None, "where nobody tells orders, none is missed"


def test_blind_there_is_no_advice_on_sales() -> None:
    low = [healthy(second, interactors=1) for second in range(0, 721, 10)]
    found = advise(watched(snapshots=low, last_at=AT + 10 * MINUTE), {})
    assert found is not None
    assert found.trigger == "silent"
    assert advise(watched(snapshots=low, last_at=AT + 10 * MINUTE), {"silent": AT + 11 * MINUTE}) is None


def test_minors_are_asked_to_no_raffle() -> None:
    low = [healthy(second, interactors=1) for second in range(0, 721, 10)]
    found = advise(watched(snapshots=low, protects_minors=True), {})
    assert found is not None
    assert not RAFFLES & set(found.means)
