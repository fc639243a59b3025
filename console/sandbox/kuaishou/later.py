"""What the platform itself does a while after a call: audits that pass, refunds that are paid out."""

import heapq
from collections.abc import Callable
from itertools import count


class Later:
    """Acts that fall due; the gateway runs the due ones before it looks at the world."""

    def __init__(self) -> None:
        self._acts: list[tuple[int, int, Callable[[int], None]]] = []
        self._order = count()

    def at(self, due: int, act: Callable[[int], None]) -> None:
        """``act(due)`` is called once the clock has reached ``due`` (ms UTC)."""
        heapq.heappush(self._acts, (due, next(self._order), act))

    def run(self, now: int) -> None:
        """Do everything due by ``now``, in the order in which it fell due."""
        while self._acts and self._acts[0][0] <= now:
            due, _, act = heapq.heappop(self._acts)
            act(due)
