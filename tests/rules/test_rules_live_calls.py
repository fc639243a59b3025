"""When a show calls: sounds only where they are wanted, notices only where nobody looks, nothing twice."""

from console.core.clock import HOUR, MINUTE, SECOND, day_start
from console.rules.live_calls import Call, Calls, Wish

DAY = day_start(1_768_444_200_000)
NOON, NIGHT = DAY + 12 * HOUR, DAY + 23 * HOUR
CUE = Call(kind="cue", key="c1:due", title="整点抽奖")
CUT = Call(kind="cut", key="silent", title="断流")


def wish(*, sound: bool = True, notices: bool = True, in_front: bool = False, in_sight: bool = False) -> Wish:
    return Wish(sound=sound, notices=notices, quiet="22-8", in_front=in_front or in_sight, in_sight=in_sight)


def test_what_stands_in_sight_needs_no_notice_and_sounds_are_asked_for() -> None:
    assert Calls().take(CUE, wish(), NOON) == (True, True, False)
    assert Calls().take(CUE, wish(in_sight=True), NOON) == (True, False, False)
    assert Calls().take(CUE, wish(sound=False), NOON) == (False, True, False)
    assert Calls().take(CUE, wish(notices=False), NOON) == (True, False, False)


def test_at_night_nothing_sounds_and_only_the_critical_is_put_up() -> None:
    assert Calls().take(CUE, wish(), NIGHT) == (False, False, False)
    assert Calls().take(CUT, wish(), NIGHT) == (False, True, False)


def test_another_page_in_front_shows_it_over_itself() -> None:
    away = wish(in_front=True)
    assert Calls().take(CUE, away, NOON) == (True, False, True)
    assert Calls().take(CUE, away, NIGHT) == (False, False, False)
    assert Calls().take(CUT, away, NIGHT) == (False, False, True)
    assert Calls().take(CUT, wish(in_front=True, notices=False), NOON).toast, "those beside the clock are others"


def test_two_at_once_are_one_sound_and_a_cause_is_told_once_in_ten_minutes() -> None:
    calls = Calls()
    assert calls.take(CUT, wish(), NOON) == (True, True, False)
    assert calls.take(CUE, wish(), NOON + SECOND) == (False, True, False)
    assert calls.take(CUT, wish(), NOON + 10 * MINUTE - 1) == (False, False, False)
    assert calls.take(CUT, wish(), NOON + 10 * MINUTE) == (True, True, False)
