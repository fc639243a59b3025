"""Advice on goods: compliance first, what is not known is not bad, weights count, hits are counted fairly."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import reference
from console.core.clock import DAY
from console.rules.selecting import PARTS, Facts, advise, places, rate, score
from console.rules.selecting_kinds import kind_of
from console.rules.selecting_past import Match, fold

LINES = reference.selecting_lines()
NOW = 1_800_000_000_000


def facts(row: int, **more: object) -> Facts:
    known = {
        "row_id": row,
        "title": f"item {row}",
        "orders": 40,
        "long_orders": 100,
        "late": 28,
        "before": 28,
        "buyers": 50,
    }
    return msgspec.convert(known | more, Facts)


FACTS = st.builds(
    facts,
    st.integers(1, 10**6),
    long_orders=st.integers(0, 90),
    late=st.integers(0, 500),
    before=st.integers(0, 500),
    refunded=st.integers(0, 30),
    stock=st.none() | st.integers(0, 1000),
    margin=st.none() | st.floats(-1, 1),
    clicks=st.none() | st.integers(0, 1000),
    live_orders=st.none() | st.integers(0, 100),
    blocks=st.sampled_from([(), ("goods.title_empty",)]),
)


@given(st.lists(FACTS, max_size=12, unique_by=lambda one: one.row_id))
def test_what_compliance_blocks_is_held_and_too_few_orders_have_no_score(items: list[Facts]) -> None:
    found = advise(items, LINES, NOW)
    assert sorted(one.facts.row_id for one in found) == sorted(one.row_id for one in items)
    for one in found:
        assert (one.action == "hold") == bool(one.facts.blocks)
        assert (one.score is None) == (one.facts.long_orders < LINES.least_orders)
        assert one.score is None or 0 <= one.score <= 1
        if one.score is None:
            assert one.action in ("hold", "trial", "wait")


@given(st.lists(FACTS, min_size=2, max_size=12, unique_by=lambda one: one.row_id), st.sampled_from(PARTS))
def test_places_are_shares_and_equal_ones_are_equal(items: list[Facts], part: str) -> None:
    found = places(items, part)  # type: ignore[arg-type]  # of the sampled words
    assert all(0 <= place <= 1 for place in found.values())
    assert sum(found.values()) == pytest.approx(len(found) / 2)


def test_what_sells_and_lasts_leads_and_what_runs_out_is_deepened() -> None:
    weak = [facts(n, late=n) for n in range(1, 8)]
    best = facts(90, late=280, before=140, margin=0.4, stock=1000, again=20)
    found = {one.facts.row_id: one.action for one in advise([*weak, best], LINES, NOW)}
    assert found[90] == "push"
    short = msgspec.structs.replace(best, stock=100)
    assert {one.facts.row_id: one.action for one in advise([*weak, short], LINES, NOW)}[90] == "restock"
    loss = msgspec.structs.replace(best, margin=-0.1)
    assert {one.facts.row_id: one.action for one in advise([*weak, loss], LINES, NOW)}[90] == "down"


def test_refunds_stop_an_item_only_where_chance_does_not_explain_them() -> None:
    sure, unsure = facts(1, refunded=30, long_orders=100), facts(2, refunded=3, long_orders=20)
    found = {one.facts.row_id: one.action for one in advise([sure, unsure, facts(3)], LINES, NOW)}
    assert found[1] == "stop"
    assert found[2] == "wait"


def test_few_look_but_who_looks_buys_asks_for_another_picture() -> None:
    # its own sales are in the middle, its clicks the fewest, its conversion the best
    items = [facts(n, late=10 * n, clicks=100 * n, live_orders=n) for n in range(1, 8)]
    quiet = facts(50, late=35, clicks=20, live_orders=10)
    assert {one.facts.row_id: one.action for one in advise([*items, quiet], LINES, NOW)}[50] == "picture"


def test_what_is_new_or_grows_is_tried_small() -> None:
    new = facts(1, long_orders=3, late=1, before=0, created_at=NOW - 3 * DAY)
    grows = facts(2, long_orders=9, late=8, before=2)
    old = facts(3, long_orders=9, late=2, before=6, created_at=NOW - 300 * DAY)
    gone = facts(4, long_orders=9, late=8, before=2, stock=0)
    found = {one.facts.row_id: one.action for one in advise([new, grows, old, gone], LINES, NOW)}
    assert found == {1: "trial", 2: "trial", 3: "wait", 4: "wait"}


def test_weights_decide_and_what_is_not_known_is_left_out() -> None:
    assert score({"sales": 1.0, "margin": 0.0}, {"sales": 3, "margin": 1}) == 0.75
    assert score({"sales": 1.0}, {"sales": 3, "margin": 1}) == 1.0
    assert score({"sales": 1.0}, {"sales": 0}) is None


@given(st.integers(0, 300), st.integers(0, 300))
def test_an_interval_holds_its_share(part: int, more: int) -> None:
    found = rate(part, part + more)
    if part + more == 0:
        assert found.share is None
        return
    assert found.low is not None
    assert found.high is not None
    assert found.share is not None
    assert 0 <= found.low <= found.share + 1e-12
    assert found.share - 1e-12 <= found.high <= 1


def test_a_rehearsal_counts_hits_of_as_many_as_were_advised() -> None:
    items = [facts(n, late=n * 10, pieces=100 - n) for n in range(1, 11)]
    found = fold(items, {10: 500, 9: 400, 1: 300, 2: 5}, LINES, NOW)
    assert found.advised >= 2
    assert found.hits >= 2
    assert fold(items, {}, LINES, NOW).hits == 0
    both = Match(folds=(found,))
    assert both.share == found.hits / found.advised
    assert Match().share is None
    assert Match().better is None


def test_ways_of_selling_are_found_by_words_of_the_category() -> None:
    kinds = reference.selling_kinds()
    assert [one.key for one in (kind_of("美妆护肤 > 面膜", kinds), kind_of("服饰/鞋靴/箱包 > 女装", kinds)) if one] == [
        "beauty", "apparel",
    ]  # fmt: skip
    assert kind_of("家居生活 > 杯具", kinds) is None
    food = kind_of("食品 > 零食", kinds)
    assert food is not None
    assert food.ways["zh_CN"] == "拼团"
