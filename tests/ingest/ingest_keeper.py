"""What stands behind the door in these tests."""

from collections.abc import Sequence

from console.core.live import LiveEvent, LiveRow, Taken

TOKEN = "planted-token-of-this-test"
AT = 1_768_444_200_000


class StillClock:
    """Stands at one instant until moved."""

    def __init__(self) -> None:
        self.now = AT

    def now_ms(self) -> int:
        return self.now

    async def sleep(self, seconds: float) -> None:
        raise NotImplementedError


class Keeper:
    """Keeps in memory; the same event twice is a duplicate."""

    def __init__(self) -> None:
        self.rows: list[LiveRow] = []
        self.reasons: list[str] = []

    async def keep(self, rows: Sequence[LiveRow]) -> Sequence[Taken]:
        answers = []
        for row in rows:
            known = isinstance(row, LiveEvent) and row in self.rows
            answers.append(Taken(is_duplicate=known))
            if not known:
                self.rows.append(row)
        return answers

    async def refused(self, reasons: Sequence[str]) -> None:
        self.reasons += reasons
