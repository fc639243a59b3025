"""What is worth looking at again: real growth and what was done; never chance, never across a cut."""

import random

from console.core.clock import MINUTE
from console.core.live import LiveEvent, LiveEventType
from console.rules.live_highlights import Highlight, highlights
from console.rules.live_lift import Lift
from console.rules.live_recap import MarkLift

AT = 1_768_478_400_000


def minutes(values: list[float]) -> dict[int, float]:
    return {AT + number * MINUTE: value for number, value in enumerate(values)}


def counts(values: list[int]) -> dict[int, int]:
    return {AT + number * MINUTE: value for number, value in enumerate(values)}


def mark(minute: int, kind: LiveEventType, name: str = "", lift: Lift | None = None) -> MarkLift:
    event = LiveEvent(session_id="s", event_id=name or f"m{minute}", at=AT + minute * MINUTE, type=kind)
    told = lift or Lift(before=100, after=130, lift=0.3)
    return MarkLift(mark=event, lifts={"online": told, "interactions": Lift(), "gmv_fen": Lift()})


def where(found: list[Highlight]) -> list[tuple[int, str]]:
    return [((one.at - AT) // MINUTE, one.kind) for one in found]


def test_each_measure_is_told_where_it_grew_and_by_how_much() -> None:
    online = minutes([100.0] * 10 + [150.0] * 10)
    comments = counts([4] * 14 + [20] * 6)
    orders = counts([0] * 6 + [6] * 14)
    found = highlights(online, comments, orders)
    assert where(found) == [(6, "orders"), (10, "online"), (14, "comments")]
    assert [(one.before, one.after, one.gain) for one in found] == [(0, 6, None), (100, 150, 0.5), (4, 20, 4.0)]


def test_what_grew_by_a_mark_is_told_with_the_mark_and_cues_are_none() -> None:
    online = minutes([100.0] * 10 + [130.0] * 10)
    told = [
        mark(10, LiveEventType.RED_PACKET),
        mark(13, LiveEventType.CUE),
        mark(15, LiveEventType.CUE, "hand-1", Lift(doubt="few", lift=0.2)),
    ]
    found = highlights(online, None, None, told)
    assert where(found) == [(10, "mark"), (15, "mark")]
    assert [(one.gain, one.doubt) for one in found] == [(0.3, ""), (None, "few")]


def test_nothing_is_told_across_a_cut_or_of_few() -> None:
    online = minutes([100.0] * 10)
    after = {at + 14 * MINUTE: 300.0 for at in online}
    assert highlights(online | after, None, None) == []
    assert highlights(minutes([10.0] * 10 + [25.0] * 10), None, None) == []
    assert highlights({}, counts([0] * 10 + [1] * 10), counts([0] * 10 + [2, 2, 2] + [0] * 7)) == []


def test_who_comes_back_after_a_cut_is_no_highlight() -> None:
    before, after = minutes([500.0] * 10), [200.0, 200, 200, 300, 400, 450, 480, 490, 500]
    back = {AT + (12 + number) * MINUTE: value for number, value in enumerate(after)}
    assert highlights(before | back, None, None) == []
    assert highlights({}, {at: round(value) for at, value in (before | back).items()}, None) == []
    more = {at: 2 * value for at, value in back.items()}
    assert [kind for _, kind in where(highlights(before | more, None, None))] == ["online"]


def test_chance_alone_is_seldom_a_highlight() -> None:
    dice, found = random.Random(3), 0
    for _ in range(40):
        steady = counts([sum(dice.random() < 0.05 for _ in range(160)) for _ in range(120)])
        found += len(highlights({}, steady, None))
    assert found <= 40, "a show of two hours with eight comments a minute has at most one by chance"


def test_of_many_the_strongest_three_of_a_kind_stay_and_neighbours_are_one() -> None:
    steps = [100.0] * 6
    for factor in (1.2, 1.5, 1.3, 2.0, 1.4):
        steps += [steps[-1] * factor] * 8
    found = highlights(minutes(steps), None, None)
    assert where(found) == [(14, "online"), (30, "online"), (38, "online")]
