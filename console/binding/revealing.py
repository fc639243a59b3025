"""What a person asks about a buyer's data: one field of one order, once, and written down whatever comes of it.

The text goes to whoever clicked and nowhere else. It is handed out only after its row stands in the audit: where the
file takes no row, nobody sees the text.
"""

import asyncio
from collections.abc import Callable

from console import reference
from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import Refused, Trouble
from console.core.gateway import SupportsReveal
from console.core.operators import Right
from console.core.revealing import Field, Plain
from console.rules.revealing import is_too_old
from console.store import revealing
from console.store.database import Database
from console.store.revealing import Target
from console.sync.hub import Hub


class Revealing:
    """Writes through the hand of whoever asks, whoever is there when the answer comes."""

    def __init__(
        self,
        hand: Database,
        clock: Clock,
        hub: Hub,
        gateway: Callable[[str], object | None],
        may: Callable[[Right], bool],
    ) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub
        self._gateway = gateway
        self._may = may
        self._is_asking = False

    async def reveal(self, row_id: int, field: Field) -> Plain:
        """The text of one field, by one call to the order's own shop. Raises Trouble."""
        if self._is_asking:
            raise Refused("reveal.busy")
        self._is_asking = True
        hand, may = self._hand.of_this_moment(), self._may(Right.SEE_BUYERS)
        try:
            found = await hand.read(revealing.target, row_id, field)
            if found is None:
                raise Refused("reveal.gone")
            return await self._noted(hand, found, may=may)
        finally:
            self._is_asking = False

    async def _noted(self, hand: Database, found: Target, *, may: bool) -> Plain:
        try:
            plain = await self._opened(found, may=may)
        except asyncio.CancelledError:  # the window closes: the platform may have been asked, nobody saw what it said
            await hand.write(revealing.note_not_revealed, found, "reveal.broken_off", self._clock.now_ms())
            raise
        except Trouble as trouble:
            await hand.write(revealing.note_not_revealed, found, trouble.code, self._clock.now_ms())
            raise
        else:
            await hand.write(revealing.note_revealed, found, self._clock.now_ms())
            return plain
        finally:
            self._hub.announce(changed("orders", shop_id=found.shop_id))

    async def _opened(self, found: Target, *, may: bool) -> Plain:
        if not may:
            raise Refused("reveal.no_right")
        if is_too_old(found.platform, found.order, reference.reveal_lines(), self._clock.now_ms()):
            raise Refused("reveal.too_old", platform=found.platform)
        gateway = self._gateway(found.shop_id)
        if not isinstance(gateway, SupportsReveal):
            raise Refused("outbox.unbound", platform=found.platform)
        return await gateway.reveal(found.order.order_no, found.field, found.cipher)
