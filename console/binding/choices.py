"""What the merchant chooses for a shop: its switches, and what was bought. Kept at once, then everybody is told."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from console.core.changes import changed
from console.core.clock import Clock
from console.core.permissions import Switch
from console.store.outlook import put_package, put_paid_until
from console.store.permissions import put_read_only, put_switch

if TYPE_CHECKING:
    from console.store.database import Database
    from console.store.outlook import Package
    from console.sync.engine import Engine
    from console.sync.hub import Hub


class Choices:
    """Each method is one write with its row in the audit."""

    def __init__(self, database: "Database", clock: Clock, engine: "Engine", hub: "Hub") -> None:
        self._database = database
        self._clock = clock
        self._engine = engine
        self._hub = hub

    async def set_switch(self, shop_id: str, switch: Switch, on: bool) -> None:
        """Turn one of a shop's switches; what was switched on is read at once."""
        if await self._put(put_switch, shop_id, switch, on) and on:
            self._engine.wake(shop_id)

    async def set_read_only(self, shop_id: str, read_only: bool) -> None:
        """Lock a shop against every write, or unlock it."""
        await self._put(put_read_only, shop_id, read_only)

    async def set_bought(self, shop_id: str, package: "Package | None", paid_until_at: int | None) -> None:
        """Say what was bought of the platform, and until when; None: nobody said."""
        await self._put(put_package, shop_id, package)
        await self._put(put_paid_until, shop_id, paid_until_at)

    async def _put(self, write: Callable[..., bool], shop_id: str, *values: Any) -> bool:
        fresh = await self._database.write(write, shop_id, *values, self._clock.now_ms())
        if fresh:
            self._hub.announce(changed("settings", shop_id=shop_id))
        return fresh
