"""Customers as the window asks for them: what people say of them, kept under the hand of who asks."""

from collections.abc import Callable
from typing import TypeVar

from console.core.changes import changed
from console.core.clock import Clock
from console.rules.customers_conditions import Conditions
from console.store import customers_lines, customers_said
from console.store.customers_join import Buyer
from console.store.database import Database
from console.sync.customers import CustomerStep
from console.sync.hub import Hub

T = TypeVar("T")


class CustomersAsking:
    """Writes to the file only; who is one customer is worked out anew at once."""

    def __init__(self, hand: Database, clock: Clock, hub: Hub) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub
        self._step = CustomerStep(hand, clock, hub)

    async def tag(self, buyer: Buyer, word: str, *, on: bool = True) -> None:
        """Put a word on somebody, or take it off."""
        await self._hand.write(customers_said.tag, buyer, word, self._clock.now_ms(), on=on)
        self._hub.announce(changed("customers"))

    async def note(self, buyer: Buyer, text: str) -> None:
        """Write something down about somebody."""
        await self._do(customers_said.note, buyer, text)

    async def consent(self, buyer: Buyer, channel: str, agreed: bool | None) -> None:
        """Whether somebody agreed to be reached so; None: nobody knows."""
        await self._do(customers_said.consent, buyer, channel, agreed)

    async def block(self, buyer: Buyer, reason: str, *, on: bool = True) -> None:
        """Put somebody on the blacklist, or take him off it."""
        await self._hand.write(customers_said.block, buyer, reason, self._clock.now_ms(), on=on)
        self._hub.announce(changed("customers"))

    async def part(self, buyer: Buyer, reason: str) -> int:
        """Take an identity out of its customer; returns from how many others."""
        parted = await self._do(customers_said.part, buyer, reason)
        await self._step.run()
        return parted

    async def join(self, one: Buyer, other: Buyer, reason: str) -> None:
        """Say that two buyers are one person."""
        await self._do(customers_said.choose, one, other, True, reason)
        await self._step.run()

    async def save(self, name: str, conditions: Conditions) -> int:
        """Keep conditions under a name; returns the segment's number."""
        return await self._do(customers_said.save, name, conditions)

    async def drop(self, segment_id: int) -> None:
        """Forget a saved segment."""
        await self._do(customers_said.drop, segment_id)

    async def put_line(self, name: str, value: float | None) -> None:
        """A border to judge by, from today on; None: as it came with the program."""
        await self._do(customers_lines.put_line, name, value)

    async def _do(self, act: Callable[..., T], *told: object) -> T:
        answered = await self._hand.write(act, *told, self._clock.now_ms())
        self._hub.announce(changed("customers"))
        return answered
