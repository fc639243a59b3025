"""Deadlines with who named them, the rate, and tonight: against plainer reckonings and by hand."""

from hypothesis import given
from hypothesis import strategies as st

from console.core.clock import DAY, HOUR, MINUTE, day_start, parse_shop_time
from console.core.model import EXTERNAL, Order, OrderStatus
from console.core.shipping import Deadline, Terms
from console.rules.fulfilment import (
    Case,
    Lines,
    Note,
    deadlines,
    forecast,
    level,
    punctuality,
    warn,
    with_deadline,
)

STEPS = (HOUR, 4 * HOUR, 12 * HOUR)
LINES = Lines(
    promise_ms=48 * HOUR, on_time_ms=48 * HOUR, steps_ms=STEPS, usual_hours=32, wanted_hours=24, pace_ms=3 * HOUR
)
PAID = parse_shop_time("2026-11-10 12:00:00")


def order(**more: object) -> Order:
    return Order(order_no="1", status=OrderStatus.TO_SHIP, paid_at=PAID, **more)  # type: ignore[arg-type]


# --- deadlines -------------------------------------------------------------------------------------------------------


def test_an_accepted_extension_delays_nothing_as_long_as_the_platforms_field_stands() -> None:
    """The field says 5 hours, the back office 29: both are shown, the nearest counts."""
    field, agreed = PAID + 5 * HOUR, PAID + 29 * HOUR
    found = with_deadline(order(ship_by_at=field), [Note(source="noted_extension", at=agreed)], LINES.promise_ms)
    assert found.ship_by_at == field
    assert [(one.source, one.at) for one in found.terms.deadlines] == [
        ("platform", field),
        ("noted_extension", agreed),
    ]


def test_a_nearer_promise_of_the_merchant_counts() -> None:
    found = with_deadline(
        order(ship_by_at=PAID + 48 * HOUR), [Note(source="noted_promise", at=PAID + HOUR)], LINES.promise_ms
    )
    assert found.ship_by_at == PAID + HOUR


def test_promised_hours_hold_where_nobody_names_an_instant_but_not_for_what_was_brought_in() -> None:
    assert with_deadline(order(), [], LINES.promise_ms).ship_by_at == PAID + 48 * HOUR
    assert with_deadline(order(source=EXTERNAL), [], LINES.promise_ms).ship_by_at is None
    assert with_deadline(Order(order_no="1", status=OrderStatus.UNPAID), [], LINES.promise_ms).ship_by_at is None


def test_reckoning_again_changes_nothing() -> None:
    terms = Terms(deadlines=(Deadline(source="platform", at=PAID + 9), Deadline(source="extension", at=PAID + 5)))
    notes = [Note(source="noted_promise", at=PAID + 7)]
    once = with_deadline(order(ship_by_at=PAID + 9, terms=terms), notes, LINES.promise_ms)
    assert [one.source for one in once.terms.deadlines] == ["extension", "noted_promise", "platform"]
    assert with_deadline(once, notes, LINES.promise_ms) == once
    assert deadlines(once, [], LINES.promise_ms)[0].at == PAID + 5


def test_levels_and_warnings_at_twelve_four_and_one_hour() -> None:
    due = PAID + DAY
    said = {
        hours: level(due, due - round(hours * HOUR), STEPS) for hours in (12.001, 12, 4.001, 4, 1.001, 1, 0, -0.001)
    }
    assert list(said.values()) == ["calm", "third", "third", "second", "second", "first", "first", "late"]
    assert level(None, due, STEPS) == "calm"


def test_a_step_is_told_of_once_and_never_after_a_nearer_one() -> None:
    due, told, heard = PAID + DAY, [], []
    for left in range(14 * 60, -60, -1):  # minute by minute
        mark = warn(due, due - left * MINUTE, STEPS, told)
        if mark is not None:
            told.append(mark)
            heard.append((left, mark))
    assert heard == [(720, 12), (240, 4), (60, 1)]
    assert warn(due, due - 30 * MINUTE, STEPS, []) == 1
    assert warn(due, due - 3 * HOUR, STEPS, [1]) is None
    assert warn(None, due, STEPS, []) is None


# --- the rate --------------------------------------------------------------------------------------------------------


def test_the_rate_leaves_out_what_is_not_due_yet_and_judges_presale_by_its_own_clock() -> None:
    now = PAID + 60 * HOUR
    cases = [
        Case(id=1, paid_at=PAID, shipped_at=PAID + 48 * HOUR),  # to the millisecond
        Case(id=2, paid_at=PAID, shipped_at=PAID + 48 * HOUR + 1),
        Case(id=3, paid_at=PAID),  # overdue
        Case(id=4, paid_at=now - HOUR),  # not due yet
        Case(id=5, paid_at=PAID, held=True),
        Case(id=6, paid_at=PAID, due_at=PAID + 7 * DAY, presale=True),  # not due yet
        Case(id=7, paid_at=PAID, due_at=PAID + 7 * DAY, shipped_at=PAID + 6 * DAY, presale=True),
        Case(id=8, paid_at=PAID - 9 * DAY, due_at=PAID, presale=True),
    ]
    found = punctuality(cases, LINES, now)
    assert (found.on_time, found.late, found.overdue, found.open) == (1, 1, 1, 1)
    assert (found.presale_on_time, found.presale_late) == (1, 1)
    assert found.rate == 1 / 3
    assert found.mean_hours is not None
    assert round(found.mean_hours, 6) == 48


def test_of_nothing_there_is_no_rate() -> None:
    found = punctuality([], LINES, PAID)
    assert (found.rate, found.mean_hours) == (None, None)


# --- tonight ---------------------------------------------------------------------------------------------------------


def test_tonight_at_the_present_pace_as_reckoned_by_hand() -> None:
    """Two an hour, at 20:00: the first leaves at 20:30, the second at 21:00, … the sixth at 23:00."""
    now = parse_shop_time("2026-11-10 20:00:00")
    left = [now - minutes * MINUTE for minutes in (5, 40, 70, 100, 130, 175, 190)]  # the last one is too long ago
    waiting = [
        Case(id=1, paid_at=0, due_at=now + HOUR),
        Case(id=2, paid_at=0, due_at=now + HOUR),
        Case(id=3, paid_at=0, due_at=now + HOUR),  # leaves at 21:30
        Case(id=4, paid_at=0, due_at=now + 3 * HOUR),
        Case(id=5, paid_at=0, due_at=now + 5 * HOUR),  # tomorrow
        Case(id=6, paid_at=0, due_at=now + HOUR, held=True),
    ]
    found = forecast(waiting, left, LINES, now)
    assert (found.due, found.late, found.an_hour, found.needed_an_hour) == (4, (3,), 2.0, 3.0)
    assert found.ends_at == now + 2 * HOUR
    late = [*waiting, Case(id=7, paid_at=0, due_at=now - 1)]
    assert forecast(late, left, LINES, now).late == (7, 2, 3), "what is late already is worked off first"
    still = forecast(late, [], LINES, now)
    assert (still.late, still.an_hour, still.ends_at) == ((7, 1, 2, 3, 4), None, None)


@given(
    st.lists(st.tuples(st.integers(-300, 900), st.booleans()), max_size=40),
    st.integers(1, 60),
    st.integers(0, DAY - 1),
)
def test_a_faster_pace_makes_nothing_later_and_the_needed_pace_makes_all_punctual(
    dues: list[tuple[int, bool]], gone: int, time: int
) -> None:
    now = day_start(PAID) + time
    waiting = [
        Case(id=number, paid_at=0, due_at=now + minutes * MINUTE, held=held)
        for number, (minutes, held) in enumerate(dues)
    ]
    slow = forecast(waiting, [now] * gone, LINES, now)
    fast = forecast(waiting, [now] * (gone * 2), LINES, now)
    assert set(fast.late) <= set(slow.late)
    night = day_start(now) + DAY
    must = [case for case in waiting if not case.held and case.due_at is not None and case.due_at < night]
    assert slow.due == len(must)
    overdue = sum((case.due_at or 0) < now for case in must)
    assert len(slow.late) >= overdue
    if not overdue and slow.needed_an_hour is not None and slow.an_hour is not None:
        assert (not slow.late) == (slow.an_hour >= slow.needed_an_hour * 0.999999)
