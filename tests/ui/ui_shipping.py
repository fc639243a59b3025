"""What the platforms say of orders that are about to be shipped."""

from collections.abc import Collection, Sequence
from typing import Any

from console.core.model import Order
from console.store.holding import Kept


class FakeShipping:
    """Remembers what was asked for anew; ``fresh`` is what the platforms say."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.fresh: dict[tuple[str, str], Order] = {}
        self.followed: list[tuple[str, str]] = []

    async def reread(self, keys: Collection[tuple[str, str]]) -> dict[tuple[str, str], Order]:
        self.asked += keys
        return {key: order for key, order in self.fresh.items() if key in keys}

    async def follow(self, shop_id: str, order_no: str) -> int:
        self.followed.append((shop_id, order_no))
        return 0

    async def note_deadline(self, *args: Any) -> None:
        raise NotImplementedError

    async def keep_back(self, row_ids: Sequence[int], reason: str, until_at: int | None = None) -> Kept:
        raise NotImplementedError

    async def let_go(self, row_ids: Sequence[int], why: str) -> int:
        raise NotImplementedError
