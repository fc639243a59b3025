"""What the form cannot tell: whether the time of a row can be true. Refused with a reason, never mended."""

from typing import Final

from console.core.clock import DAY, MINUTE
from console.core.live import LiveRow
from console.ingest.wire import Refusal

AHEAD_MS: Final = 5 * MINUTE  # how far the sender's clock may go before ours
OLDEST_MS: Final = 1_325_347_200_000  # 2012-01-01: before it nobody sold in live rooms; seconds sent as ms land there
DOOR_BACK_MS: Final = DAY  # through the door comes the show that is on; a past one comes by file


def check_time(row: LiveRow, now: int, *, back_ms: int | None = None) -> None:
    """Raises Refusal where the row's time is in the future, absurd, or further back than ``back_ms``."""
    if row.at is None:
        return
    if row.at < OLDEST_MS:
        raise Refusal("not_ms")
    if row.at > now + AHEAD_MS:
        raise Refusal("future")
    if back_ms is not None and row.at < now - back_ms:
        raise Refusal("too_old")
