"""What a click may ask about after-sale tickets. Handed to a tab as ``Actions.tickets``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.core.gateway import RefusalReason
    from console.rules.giving_out import GivingRule
    from console.store.views_tickets import Address, Plan


class Tickets(Protocol):
    """Kept when it returns. Raises Trouble. Answers themselves go through ``Actions.submit``."""

    async def look_at(self, shop_id: str, after_sale_no: str) -> None:
        """Read one anew, with its history."""
        ...

    async def refusal_reasons(self, shop_id: str, after_sale_no: str) -> "tuple[RefusalReason, ...]":
        """By which reasons it may be refused now. Nothing is kept."""
        ...

    async def assign(self, ids: Sequence[int], operator_id: str) -> int:
        """Give tickets to somebody by hand; empty: to nobody, so that rules may have them again."""
        ...

    async def set_rules(self, rules: "Sequence[GivingRule]") -> None:
        """Other rules, for what arrives from now on."""
        ...

    async def preview(self, rules: "Sequence[GivingRule] | None" = None) -> "Plan":
        """What giving out anew would change, by these rules or those that are kept. Nothing is written."""
        ...

    async def give_out(self, plan: "Plan") -> int:
        """Carry out what a preview said; returns how many tickets that moved."""
        ...

    async def set_return_address(self, shop_id: str, address: "Address") -> None:
        """Where goods of this shop come back to."""
        ...
