"""What a list sent from here and a channel's export both tell of counts once, where the two can be told to be one."""

from hypothesis import given
from hypothesis import strategies as st

from console.core.clock import DAY, HOUR, day_start
from console.rules.touching import Double, Origin, Told, compare
from console.rules.touching_once import once

NOON = day_start(1_795_672_800_000) + 12 * HOUR
DAY_AT = day_start(NOON)


def task(
    sent: int = 100, name: str = "双12 唤醒", at: int = NOON, shop_id: str = "youzan:1", **more: int | None
) -> Told:
    return Told(channel="sms", origin="list", name=name, day_at=at, sent=sent, shop_id=shop_id, **more)


def told(sent: int | None, name: str = "", day_at: int = DAY_AT, shop_id: str = "youzan:1", **more: int | None) -> Told:
    return Told(channel="sms", origin="file", name=name, day_at=day_at, sent=sent, shop_id=shop_id, **more)


def doubles(*rows: Told) -> list[Double]:
    return [one.double for one in once(rows)]


def test_an_export_under_the_lists_own_name_is_of_the_list_and_adds_what_only_it_knows() -> None:
    rows = once(
        [task(buyers=9, margin_fen=700, cost_fen=500), told(100, "双12唤醒 ", DAY_AT + DAY, reached=95, cost_fen=3)]
    )
    assert [one.double for one in rows] == ["", "inside"]
    (row,) = compare(rows)
    assert (row.sent, row.reach.value, row.cost.top, row.conversion.top) == (100, 0.95, 500, 9)
    assert row.origins == {"list", "file"}
    (row,) = compare(once([task(sent=50), told(100, "双12唤醒", reached=95)]))
    assert (row.sent, row.reach.value) == (50, None), "it is of more people than went out"


def test_what_was_told_of_the_whole_day_holds_the_lists_that_fit_into_it() -> None:
    assert doubles(task(), told(300)) == ["inside", ""]
    assert doubles(task(80), told(100), task(60, "另一份")) == ["inside", "", "maybe"], "both are more than it tells"
    assert doubles(task(), told(99)) == ["maybe", ""]
    assert doubles(task(), told(300, day_at=DAY_AT - DAY)) == ["", ""]
    assert doubles(task(), told(300, shop_id="youzan:2")) == ["", ""], "it is another shop's"
    assert doubles(task(), told(300, shop_id="")) == ["inside", ""]
    assert doubles(task(), told(None)) == ["maybe", ""]


def test_what_cannot_be_known_is_marked_and_stays() -> None:
    rows = [task(), told(100, "十二月短信", DAY_AT + DAY), told(7, "别的", DAY_AT + 3 * DAY)]
    assert doubles(*rows) == ["maybe", "", ""]
    (row,) = compare(once(rows))
    assert row.sent == 207
    assert doubles(task(), told(100, "别的", DAY_AT + 2 * DAY)) == ["", ""]


@given(
    st.lists(
        st.builds(
            lambda origin, name, days, sent: Told(
                channel="sms", origin=origin, name=name, day_at=DAY_AT + days * DAY, sent=sent
            ),
            st.sampled_from(("list", "file")),
            st.sampled_from(("", "甲", "乙")),
            st.integers(0, 3),
            st.none() | st.integers(0, 50),
        ),
        max_size=9,
    )
)
def test_nothing_is_lost_and_one_of_what_is_told_twice_always_counts(rows: list[Told]) -> None:
    found = once(rows)
    assert [(one.origin, one.name, one.day_at, one.sent) for one in found] == [
        (one.origin, one.name, one.day_at, one.sent) for one in rows
    ]
    origins: set[Origin] = {one.origin for one in found if one.double != "inside"}
    assert bool(origins) == bool(rows)
    assert "list" not in {one.origin for one in rows} or all(
        one.double != "inside" for one in found if one.origin == "file" and not any(_same(one, other) for other in rows)
    )


def _same(one: Told, other: Told) -> bool:
    return other.origin == "list" and other.name == one.name
