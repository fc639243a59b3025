"""Repeating a read. A write never goes through here: only the outbox knows whether it may be sent again."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from console.core.clock import Clock
from console.core.errors import Busy, Offline, Trouble, Unreadable

T = TypeVar("T")

LONGEST_WAIT_S = 60.0  # a platform that asks for more (a day's quota) is left to the coordinator


def worth_repeating(trouble: Trouble) -> bool:
    """Nothing was said, or nothing that could be read, or "later" within a minute."""
    if isinstance(trouble, Busy):
        return trouble.wait_s is None or trouble.wait_s <= LONGEST_WAIT_S
    return isinstance(trouble, (Offline, Unreadable))


async def again(
    call: Callable[[], Awaitable[T]],
    *,
    clock: Clock,
    waits: Sequence[float],
    keep: Callable[[Trouble], bool] = worth_repeating,
) -> T:
    """``await call()``, repeated after each of ``waits`` (seconds) while its trouble is one to ``keep`` at.

    The wait a platform asks for replaces ours. The last trouble is raised as it is.
    """
    for wait_s in waits:
        try:
            return await call()
        except Trouble as trouble:
            if not keep(trouble):
                raise
            asked_s = trouble.wait_s
        await clock.sleep(wait_s if asked_s is None else asked_s)
    return await call()
