"""What a person asks about after-sale tickets: read, then kept, then told."""

from collections.abc import Callable, Sequence

from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import Refused
from console.core.gateway import RefusalReason, SupportsAfterSales, SupportsAfterSaleTalk
from console.core.model import Platform
from console.core.operators import Right
from console.rules.giving_out import GivingRule
from console.store import ticket_work
from console.store.aftersales import save_after_sales
from console.store.database import Database
from console.store.views_tickets import Address, Plan
from console.sync.hub import Hub
from console.sync.tickets import whole


class TicketAsking:
    """Writes through the hand of whoever asks."""

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

    async def look_at(self, shop_id: str, after_sale_no: str) -> None:
        """Read one anew, with its history. Raises Trouble."""
        gateway = self._gateway(shop_id)
        if not isinstance(gateway, SupportsAfterSaleTalk) or not isinstance(gateway, SupportsAfterSales):
            raise _not_read(shop_id)
        row = await whole(gateway, gateway, after_sale_no)
        if row is not None:
            saved = await self._hand.write(save_after_sales, shop_id, [row], self._clock.now_ms())
            if saved.written:
                self._told(shop_id)

    async def refusal_reasons(self, shop_id: str, after_sale_no: str) -> tuple[RefusalReason, ...]:
        """By which reasons it may be refused now. Raises Trouble."""
        gateway = self._gateway(shop_id)
        if not isinstance(gateway, SupportsAfterSaleTalk):
            raise _not_read(shop_id)
        return await gateway.refusal_reasons(after_sale_no)

    async def assign(self, ids: Sequence[int], operator_id: str) -> int:
        """Give tickets to somebody by hand. Raises Refused."""
        done = await self._hand.write(ticket_work.assign, ids, operator_id, self._clock.now_ms())
        self._told()
        return done

    async def set_rules(self, rules: Sequence[GivingRule]) -> None:
        """Other rules, for what arrives from now on. Raises Refused: they are the owner's."""
        self._owner()
        await self._hand.write(ticket_work.set_rules, rules, self._clock.now_ms())
        self._hub.announce(changed("settings", "after_sales"))

    async def preview(self, rules: Sequence[GivingRule] | None = None) -> Plan:
        """What giving out anew would change. Nothing is written."""
        return await self._hand.read(ticket_work.plan, rules, self._clock.now_ms())

    async def give_out(self, plan: Plan) -> int:
        """Carry out what a preview said. Raises Refused: it is the owner's to do."""
        self._owner()
        done = await self._hand.write(ticket_work.hand_over, plan.changes, self._clock.now_ms())
        self._told()
        return done

    async def set_return_address(self, shop_id: str, address: Address) -> None:
        """Where goods of this shop come back to."""
        await self._hand.write(ticket_work.set_return_address, shop_id, address, self._clock.now_ms())
        self._hub.announce(changed("settings"))

    def _owner(self) -> None:
        if not self._may(Right.OPERATORS):
            raise Refused("people.owner_only")

    def _told(self, shop_id: str | None = None) -> None:
        self._hub.announce(changed("after_sales", shop_id=shop_id))


def _not_read(shop_id: str) -> Refused:
    """The shop is not bound in this run."""
    return Refused("outbox.unbound", platform=Platform(shop_id.partition(":")[0]))
