"""The step after matching: customers whose orders, refunds or links changed are worked out anew, some at a time."""

from itertools import islice

from console.core.changes import changed
from console.core.clock import Clock
from console.store import customers
from console.store.database import Database
from console.sync.hub import Hub


class CustomerStep:
    """Reads who is due off the loop and writes in small transactions, so that nobody waits for the file."""

    def __init__(self, database: Database, clock: Clock, hub: Hub) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub

    async def run(self) -> int:
        """Everybody who is due; returns how many customers were written."""
        due, goods = await self._database.read(customers.due)
        written = 0
        left = dict.fromkeys(due)
        while left:
            some = tuple(islice(left, customers.AT_ONCE))
            brought = await self._database.write(customers.bring, some, due, goods, self._clock.now_ms())
            written += brought.written
            for buyer in brought.buyers:
                left.pop(buyer, None)
        was = await self._database.read(customers.worked_out_at)
        if due or was is None:
            await self._database.write(customers.done, goods, self._clock.now_ms())
            self._hub.announce(changed("customers"))
        return written
