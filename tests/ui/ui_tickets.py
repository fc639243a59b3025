"""A stand-in for what the window asks about tickets: it remembers, and writes where a test says how."""

from collections.abc import Awaitable, Callable, Sequence

from console.core.gateway import RefusalReason
from console.rules.giving_out import GivingRule
from console.store import ticket_work
from console.store.views_tickets import Address, Plan


class FakeTickets:
    """Remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.reasons: tuple[RefusalReason, ...] = ()
        self.write: Callable[..., Awaitable[object]] | None = None  # a database's, with its clock

    async def _put(self, fn: Callable[..., object], *values: object) -> object:
        self.asked.append((fn.__name__, *values))
        return None if self.write is None else await self.write(fn, *values)

    async def look_at(self, shop_id: str, after_sale_no: str) -> None:
        self.asked.append(("look_at", shop_id, after_sale_no))

    async def refusal_reasons(self, shop_id: str, after_sale_no: str) -> tuple[RefusalReason, ...]:
        self.asked.append(("refusal_reasons", shop_id, after_sale_no))
        return self.reasons

    async def assign(self, ids: Sequence[int], operator_id: str) -> int:
        await self._put(ticket_work.assign, list(ids), operator_id)
        return len(ids)

    async def set_rules(self, rules: Sequence[GivingRule]) -> None:
        await self._put(ticket_work.set_rules, tuple(rules))

    async def preview(self, rules: Sequence[GivingRule] | None = None) -> Plan:
        found = await self._put(ticket_work.plan, rules)
        return found if isinstance(found, Plan) else Plan(rules=tuple(rules or ()), changes=(), looked_at=0, by_hand=0)

    async def give_out(self, plan: Plan) -> int:
        await self._put(ticket_work.hand_over, plan.changes)
        return len(plan.changes)

    async def set_return_address(self, shop_id: str, address: Address) -> None:
        await self._put(ticket_work.set_return_address, shop_id, address)
