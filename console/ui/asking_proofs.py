"""What a click may ask about proofs and links of orders. Handed to a tab as ``Actions.proofs``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.rules.proof_period import Period
    from console.store.chains import Verified
    from console.store.gap_audits import GapAudit
    from console.store.proofs import Proof
    from console.store.views import Pair


class OrderProofs(Protocol):
    """Kept when it returns. Raises Trouble."""

    async def prove(self, pair: "Pair", period: "Period") -> "Proof":
        """Compare both sides of a day or month as they were read last, and add the proof to the chain."""
        ...

    async def verify(self) -> "Verified":
        """Look through the chains of proofs and of the audit."""
        ...

    async def audit(self, pair: "Pair", period: "Period") -> "Sequence[GapAudit]":
        """Compare both shops' order numbers with their platforms from the period's begin to now; read what lacks."""
        ...

    async def link(self, pair: "Pair", order_no: str, trade_no: str, reason: str) -> None:
        """This trade is this order's, whatever matching says. Raises Refused."""
        ...

    async def set_apart(self, pair: "Pair", order_no: str, trade_no: str, reason: str) -> None:
        """This trade is not this order's, whatever matching says. Raises Refused."""
        ...

    async def take_back(self, pair: "Pair", order_no: str, trade_no: str) -> bool:
        """Nobody decided about these two; returns whether somebody had."""
        ...
