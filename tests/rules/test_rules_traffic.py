from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from console import reference
from console.core.clock import DAY, SHOP_TIME
from console.rules.traffic import SourceRow, WorkRow, bucket_of
from console.rules.traffic_funnel import funnel
from console.rules.traffic_labels import REST, consistency
from console.rules.traffic_split import split
from console.rules.traffic_works import by_kind, completions, figures, references

TODAY = round(datetime(2026, 11, 22, tzinfo=SHOP_TIME).timestamp()) * 1000
LINES = reference.traffic_lines()


def told(
    day_at: int, source: str, viewers: int | None = None, *, show: str = "", views: int | None = None
) -> SourceRow:
    return SourceRow(day_at=day_at, name=source, source=source, show=show, viewers=viewers, views=views)


def work(number: int, completion: float, *, length_s: float = 6, days_ago: int = 20) -> WorkRow:
    day_at = TODAY - days_ago * DAY
    return WorkRow(work=str(number), title="毛巾", day_at=day_at, length_s=length_s, plays=1000, completion=completion)


def test_a_day_told_as_a_whole_is_not_added_to_its_shows() -> None:
    rows = [told(TODAY, "discover", 100), told(TODAY, "discover", 60, show="一"), told(TODAY, "follow", 40, show="二")]
    assert split(rows, "viewers", TODAY, 1).days[0].by == {"discover": 100}
    assert split(rows[1:], "viewers", TODAY, 1).days[0].by == {"discover": 60, "follow": 40}
    assert split(rows[1:], "viewers", TODAY, 1).days[0].shows == 2


def test_people_and_counts_are_never_mixed_and_missing_days_are_no_zeros() -> None:
    rows = [told(TODAY, "discover", 100), told(TODAY, "follow", None, views=900)]
    people = split(rows, "viewers", TODAY - DAY, 2)
    assert [day.by for day in people.days] == [{}, {"discover": 100}]
    assert (people.missing, people.days[1].untold, people.total) == (1, 1, 100)
    assert split(rows, "views", TODAY, 1).by == {"follow": 900}


def test_site_wide_promotion_stands_beside_the_sum() -> None:
    rows = [told(TODAY, "discover", 100), told(TODAY, "paid_standard", 50), told(TODAY, "paid_sitewide", 4_120)]
    found = split(rows, "viewers", TODAY, 1, {TODAY: 7})
    assert (found.total, found.apart) == (150, 4_120)
    assert found.days[0].of("paid") == 50
    assert split([], "viewers", TODAY, 1, {TODAY: 7}).apart == 7
    assert split([], "viewers", TODAY, 1).apart is None


def test_the_largest_channel_lies_at_the_bottom_and_the_unknown_on_top() -> None:
    rows = [told(TODAY, "unknown", 900), told(TODAY, "follow", 10), told(TODAY, "discover", 20)]
    assert split(rows, "viewers", TODAY, 1).order() == ["discover", "follow", "unknown"]


def test_rates_of_a_kind_are_weighted_by_plays_and_conversion_by_clicks() -> None:
    rows = [
        WorkRow(work="a", title="a", day_at=TODAY, kind="review", plays=100, stay_s=10, click_rate=0.5, conversion=0.1),
        WorkRow(work="b", title="b", day_at=TODAY, kind="review", plays=300, stay_s=50, click_rate=0.1, conversion=0.5),
        WorkRow(work="c", title="c", day_at=TODAY, kind="review", stay_s=9_000),
    ]
    (one,) = by_kind(rows, LINES)
    assert (one.works, one.plays, one.stay_s, one.few) == (3, 400, 40, False)
    assert one.click_rate is not None
    assert round(one.click_rate, 6) == 0.2
    assert one.conversion is not None
    assert round(one.conversion, 6) == 0.25
    assert figures("x", [seen_by(29)], LINES).few
    assert not figures("x", [seen_by(30)], LINES).few
    assert figures("x", [rows[2]], LINES).few, "how many saw it is not known"


def seen_by(plays: int) -> WorkRow:
    return WorkRow(work="w", title="w", day_at=TODAY, plays=plays)


def test_the_missions_figures_are_dated_references() -> None:
    found = references(LINES)
    assert [(one.stay_s, one.click_rate, one.conversion) for one in found.values()] == [
        (72, 0.032, 0.018),
        (58, 0.047, 0.025),
        (49, 0.051, 0.032),
    ]
    assert {one.since for one in found.values()} == {"2026-11-26"}


def test_a_length_is_judged_by_its_own_works_and_not_by_the_line() -> None:
    old = [work(number, 0.10 + number * 0.01) for number in range(40)]  # 10 % to 49 %: quartiles 19.75, 29.5, 39.25
    by = {name: completions([*old, work(99, rate, days_ago=2)], TODAY - 7 * DAY, LINES)[0] for name, rate in RATES}
    assert {name: one.verdict for name, one in by.items()} == {"good": "good", "info": "info", "warn": "warn"}
    assert (by["good"].line, by["good"].recent) == (0.6, 0.45), "good below the line of 60 %"
    assert (by["good"].works, by["good"].recent_works) == (41, 1)


RATES = (("good", 0.45), ("info", 0.30), ("warn", 0.15))


def test_few_works_and_none_of_late_are_no_verdict() -> None:
    few = completions([work(number, 0.3, days_ago=1) for number in range(29)], TODAY - 7 * DAY, LINES)[0]
    assert (few.verdict, few.works) == ("few", 29)
    none = completions([work(number, 0.3) for number in range(30)], TODAY - 7 * DAY, LINES)[0]
    assert (none.verdict, none.recent) == ("none", None)
    assert completions([], TODAY, LINES)[3].middle is None


def test_lengths_end_where_kuaishous_own_definitions_do() -> None:
    assert [bucket_of(one) for one in (7, 7.1, 18, 30, 60, 61, 300, 301, None, 0)] == [
        *("s7", "s18", "s18", "s30", "m1", "m2", "m5"),
        *(None, None, None),
    ]


def test_the_index_of_the_board() -> None:
    content = {"家清": 0.46, "家纺": 0.22, "母婴": 0.09, "美妆": 0.14, "美食": 0.06, "其他": 0.03}
    fans = {"家清": 0.41, "家纺": 0.26, "母婴": 0.17, "美妆": 0.08, "美食": 0.05, "其他": 0.03}
    found = consistency(content, fans, 0.06)
    assert found is not None
    assert round(found.index, 2) == 0.88
    assert {pair.label: round(pair.gap * 100) for pair in found.pairs if pair.warns} == {"美妆": -6, "母婴": 8}
    assert found.worst is not None
    assert found.worst.label == "母婴"


def test_what_a_side_leaves_open_is_a_label_of_its_own_and_never_warns() -> None:
    found = consistency({"a": 0.5}, {"a": 0.5, "b": 0.5}, 0.06)
    assert found is not None
    assert found.index == 0.5
    assert [pair.label for pair in found.pairs] == ["a", "b", REST]
    assert not found.pairs[2].warns
    assert consistency({}, {"a": 1.0}, 0.06) is None


SIDE = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.01, 1), min_size=1, max_size=6)


@given(SIDE, SIDE)
def test_the_index_lies_between_nothing_and_agreement_and_does_not_care_who_is_first(
    one: dict[str, float], other: dict[str, float]
) -> None:
    there, back, same = consistency(one, other, 0.06), consistency(other, one, 0.06), consistency(one, one, 0.06)
    assert there is not None
    assert back is not None
    assert same is not None
    assert 0 <= there.index <= 1
    assert abs(there.index - back.index) < 1e-9
    assert same.index == 1


def test_a_rate_is_of_those_that_tell_both_steps() -> None:
    shows = [
        {"exposed": 1_000, "viewers": 200, "item_clickers": 50, "buyers": 5},
        {"viewers": 800, "buyers": 20},
    ]
    found = {step.key: step for step in funnel("people", shows).steps}
    assert (found["viewers"].number, found["viewers"].told, found["viewers"].rate) == (1_000, 2, 0.2)
    assert (found["item_exposed"].number, found["item_exposed"].rate) == (None, None)
    assert (found["item_clickers"].rate, found["item_clickers"].rate_of) == (0.25, "viewers")
    assert found["buyers"].rate == 0.1, "of the one show that tells clickers"
    assert (found["buyers"].both, found["buyers"].is_of_some) == (1, True)
    whole = funnel("people", shows[:1]).steps
    assert not any(step.is_of_some for step in whole)
    assert not funnel("people", [{"viewers": 1}]).is_known


@given(st.lists(st.dictionaries(st.sampled_from(["exposed", "viewers", "buyers"]), st.integers(0, 99)), max_size=6))
def test_steps_are_the_sums_of_what_is_told(parts: list[dict[str, int]]) -> None:
    for step in funnel("people", parts).steps:
        numbers = [part[step.key] for part in parts if step.key in part]
        assert step.number == (sum(numbers) if numbers else None)
