"""A feed's clock that is off is told by when its rows arrive; a feed that is merely late is not called wrong."""

from console.core.clock import MINUTE, SECOND
from console.core.live import LiveAction, LiveSignal, LiveSnapshot
from console.ingest.arriving import Arrivals

NOW = 1_768_478_400_000


def fed(off_ms: int, times: int = 9, every_ms: int = 10 * SECOND) -> Arrivals:
    made = Arrivals()
    for number in range(times):
        at = NOW + number * every_ms
        made.note(at, [LiveSnapshot(session_id="s", at=at + off_ms, online=5)])
    return made


def test_a_clock_that_is_right_or_nearly_so_is_none_to_speak_of() -> None:
    for off_ms in (0, 4 * SECOND, -9 * SECOND):
        assert fed(off_ms).ahead_ms(NOW + 80 * SECOND) == 0
    assert Arrivals().ahead_ms(NOW) == 0


def test_ninety_seconds_fast_is_told_at_once_and_ninety_slow_after_a_minute() -> None:
    assert fed(90 * SECOND, 1).ahead_ms(NOW) == 90 * SECOND
    assert fed(-90 * SECOND, 5).ahead_ms(NOW + 40 * SECOND) == 0
    assert fed(-90 * SECOND).ahead_ms(NOW + 80 * SECOND) == -90 * SECOND


def test_a_burst_after_a_pause_an_old_show_and_what_is_long_ago_say_nothing() -> None:
    late = fed(-3 * MINUTE, 8)
    late.note(NOW + 80 * SECOND, [LiveSnapshot(session_id="s", at=NOW + 79 * SECOND, online=5)])
    assert late.ahead_ms(NOW + 80 * SECOND) == 0, "what was held back has caught up"
    assert fed(-60 * MINUTE).ahead_ms(NOW + 80 * SECOND) == 0
    assert fed(90 * SECOND).ahead_ms(NOW + 4 * MINUTE) == 0
    silent = Arrivals()
    silent.note(NOW, [LiveSignal(session_id="s", action=LiveAction.HEARTBEAT)])
    assert silent.ahead_ms(NOW) == 0
