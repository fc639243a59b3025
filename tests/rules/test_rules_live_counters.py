"""A page that counts from nothing after a cut: its figures are said of the whole show."""

import pytest

from console.core.live import LiveSnapshot
from console.rules.live import interaction, stay
from console.rules.live_counters import COUNTERS, added, before, whole

FIRST = {"viewers": 6_000, "interactors": 600, "comments": 900, "gmv_fen": 120_000}


def test_counters_go_on_states_and_what_is_not_told_stay_as_they_are() -> None:
    begun = added(100, [(FIRST, 60.0)])
    one = LiveSnapshot(session_id="s", at=120, online=40, viewers=2_000, interactors=50, avg_stay_s=90.0)
    found = whole(one, begun)
    assert (found.online, found.viewers, found.interactors, found.comments) == (40, 8_000, 650, None)
    assert interaction(found).value == 650 / 8_000
    assert stay(found).value == pytest.approx((6_000 * 60 + 2_000 * 90) / 8_000), "never the mean of means"
    assert whole(one, None) is one


def test_each_part_adds_to_those_before_it() -> None:
    two = [added(100, [(FIRST, 60.0)]), added(200, [(FIRST, 60.0), ({"viewers": 1_000}, None)])]
    assert [before(two, at) for at in (99, 100, 150, 200)] == [None, two[0], two[0], two[1]]
    assert two[1].counted["viewers"] == 7_000
    assert two[1].stayed_s is None, "of one part nobody told it"
    assert set(FIRST) <= set(COUNTERS)
    assert "online" not in COUNTERS
