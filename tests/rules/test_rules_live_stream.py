"""How a stream's way out is: of the last half minute of one stream."""

import pytest

from console.core.streaming import StreamStatus
from console.rules.live_stream import Health, dropped, health, kbps


def told(second: int, skipped: int | None = 0, total: int | None = 0, sent: int | None = 0) -> StreamStatus:
    return StreamStatus(
        at=second * 1_000, is_active=True, skipped_frames=skipped, total_frames=total, sent_bytes=sent, congestion=0.1
    )


def test_frames_and_bits_are_those_of_the_last_half_minute() -> None:
    some = [told(0, 500, 600, 0), told(10, 500, 1_200, 10), told(25, 506, 1_500, 10), told(40, 530, 2_100, 6_000_010)]
    assert dropped(some) == pytest.approx(30 / 900)
    assert kbps(some) == pytest.approx(6_000_000 * 8 / 30_000)


def test_of_nothing_or_of_what_nobody_tells_nothing_is_said() -> None:
    assert dropped([]) is None
    assert dropped([told(0)]) is None
    assert dropped([told(0, 1, 50), told(2, 1, 50)]) is None, "no frame was made"
    assert dropped([told(0, None, 50), told(2, None, 90)]) is None
    assert kbps([told(0, sent=None), told(2)]) is None


def test_counters_that_fell_are_another_stream() -> None:
    assert dropped([told(0, 900, 9_000), told(2, 900, 9_060), told(4, 0, 20), told(6, 3, 80)]) == pytest.approx(3 / 60)


@pytest.mark.parametrize(
    ("status", "share", "wanted"),
    [
        (None, None, "off"),
        (StreamStatus(at=0, is_active=False), 0.5, "off"),
        (StreamStatus(at=0, is_active=True, is_reconnecting=True), 0.0, "reconnecting"),
        (StreamStatus(at=0, is_active=True), 0.021, "weak"),
        (StreamStatus(at=0, is_active=True, congestion=0.6), 0.0, "weak"),
        (StreamStatus(at=0, is_active=True, congestion=0.5), 0.02, "good"),
        (StreamStatus(at=0, is_active=True), None, "good"),
    ],
)
def test_one_word_for_it(status: StreamStatus | None, share: float | None, wanted: Health) -> None:
    assert health(status, share) == wanted
