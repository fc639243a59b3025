"""How a stream's way out is: frames lost and bits sent of the last half minute. Pure; unknown is None, never 0."""

from collections.abc import Sequence
from typing import Final, Literal

from console.core.streaming import StreamStatus

SPAN_MS: Final = 30_000
DROPPED: Final = 0.02  # from here on viewers see it jerk
CONGESTED: Final = 0.5

Health = Literal["off", "reconnecting", "weak", "good"]


def lately(told: Sequence[StreamStatus]) -> Sequence[StreamStatus]:
    """Those of the last half minute, in order, as far as they are of one stream: its counters only grow."""
    if not told:
        return ()
    last, found = told[-1], [told[-1]]
    for one in reversed(told[:-1]):
        if last.at - one.at > SPAN_MS or not one.is_active or (one.total_frames or 0) > (found[0].total_frames or 0):
            break
        found.insert(0, one)
    return found


def dropped(told: Sequence[StreamStatus]) -> float | None:
    """The share of the frames lately made that was never sent. Of no frames nothing can be said."""
    some = lately(told)
    if len(some) < 2:
        return None
    first, last = some[0], some[-1]
    if None in (first.skipped_frames, last.skipped_frames, first.total_frames, last.total_frames):
        return None
    made = (last.total_frames or 0) - (first.total_frames or 0)
    lost = (last.skipped_frames or 0) - (first.skipped_frames or 0)
    return max(0, lost) / made if made > 0 else None


def kbps(told: Sequence[StreamStatus]) -> float | None:
    """Thousand bits a second lately."""
    some = lately(told)
    if len(some) < 2 or some[0].sent_bytes is None or some[-1].sent_bytes is None:
        return None
    sent, took = some[-1].sent_bytes - some[0].sent_bytes, some[-1].at - some[0].at
    return sent * 8 / took if took > 0 and sent >= 0 else None


def health(status: StreamStatus | None, share: float | None) -> Health:
    """One word for it. Nothing streamed is off."""
    if status is None or not status.is_active:
        return "off"
    if status.is_reconnecting:
        return "reconnecting"
    weak = (share or 0) > DROPPED or (status.congestion or 0) > CONGESTED
    return "weak" if weak else "good"
