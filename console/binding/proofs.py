"""What a person asks about proofs and links of orders, and what is done every night. Kept, then told."""

from collections.abc import Callable, Iterable, Sequence

from console.core.changes import changed
from console.core.clock import Clock
from console.rules import proof_period
from console.rules.matching import DEFAULTS
from console.rules.proof_period import Period
from console.store import link_decisions
from console.store.chains import Verified, verify
from console.store.database import Database
from console.store.gap_audits import GapAudit
from console.store.proofs import Proof
from console.store.shops import pairs
from console.store.views import Pair
from console.sync.auditing import Auditor
from console.sync.hub import Hub
from console.sync.matching import MatchStep
from console.sync.proving import Prover
from console.sync.streams import ShopStreams


class Proofs:
    """Writes through the hand of whoever asks; what happens by night nobody asked for."""

    def __init__(
        self, database: Database, hand: Database, clock: Clock, hub: Hub, shops: Callable[[], Iterable[ShopStreams]]
    ) -> None:
        self._database = database
        self._hand = hand
        self._clock = clock
        self._hub = hub
        self._prover = Prover(hand, clock, hub)
        self._by_night = Prover(database, clock, hub)
        self._match = MatchStep(database, clock, hub, DEFAULTS)
        self.auditor = Auditor(database, clock, hub, shops, self.prove_yesterday)

    def start(self) -> None:
        """Audit and prove every night from now on."""
        self.auditor.start()

    async def stop(self) -> None:
        await self.auditor.stop()

    async def prove(self, pair: Pair, period: Period) -> Proof:
        """Compare both sides of a day or month as they were read last, and add the proof to the chain."""
        return await self._prover.prove(pair, period)

    async def prove_yesterday(self) -> None:
        """The proof of the day before, of every pair of shops."""
        yesterday = proof_period.next_to(proof_period.day_of(self._clock.now_ms()), -1)
        for pair in await self._database.read(pairs):
            await self._by_night.prove(pair, yesterday)

    async def verify(self) -> Verified:
        """Look through the chains of proofs and of the audit."""
        return await self._hand.read(verify)

    async def audit(self, pair: Pair, period: Period) -> Sequence[GapAudit]:
        """Compare both shops with their platforms; what lacks is read again and matched. Raises Trouble."""
        found = await self.auditor.audit(pair.shop_ids, period.begin_at, self._clock.now_ms())
        if any(one.repaired for one in found):
            await self._match.run()
        return found

    async def link(self, pair: Pair, order_no: str, trade_no: str, reason: str) -> None:
        """This trade is this order's, whatever matching says. Raises Refused."""
        await self._hand.write(link_decisions.link_by_hand, pair, order_no, trade_no, self._clock.now_ms(), reason)
        await self._rematch(pair)

    async def set_apart(self, pair: Pair, order_no: str, trade_no: str, reason: str) -> None:
        """This trade is not this order's, whatever matching says. Raises Refused."""
        await self._hand.write(link_decisions.set_apart, pair, order_no, trade_no, self._clock.now_ms(), reason)
        await self._rematch(pair)

    async def take_back(self, pair: Pair, order_no: str, trade_no: str) -> bool:
        """Nobody decided about these two: matching judges them again. Returns whether somebody had."""
        done = await self._hand.write(link_decisions.take_back, pair, order_no, trade_no, self._clock.now_ms())
        await self._rematch(pair)
        return done

    async def _rematch(self, pair: Pair) -> None:
        await self._match.of_pair(pair)
        self._hub.announce(changed("links", shop_id=pair.kuaishou_shop_id))
