"""Makes a proof: matches what was read, compares both sides of a day or month off the loop, keeps what was found."""

import asyncio
from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from console.core.clock import Clock
from console.rules.matching import DEFAULTS as MATCHING
from console.rules.matching import MatchingSettings
from console.rules.proof_books import Books, ProofSettings
from console.rules.proof_changes import Earlier
from console.rules.proof_period import Period
from console.rules.reconciliation import Waybills, reconcile
from console.store import proofs
from console.store.database import Database
from console.store.gap_audits import recovered
from console.store.proof_reading import read_books
from console.store.proof_waybills import count_waybills
from console.store.proofs import Proof
from console.store.views import Pair
from console.sync.hub import Hub
from console.sync.matching import MatchStep

CountWaybills = Callable[[Connection, Pair, int, int], Waybills | None]
"""The waybills a pair took in a half-open stretch of time; None where none was taken here."""


class Prover:
    """``hand`` writes for whoever asks."""

    def __init__(
        self,
        hand: Database,
        clock: Clock,
        hub: Hub,
        *,
        matching: MatchingSettings = MATCHING,
        waybills: CountWaybills = count_waybills,
    ) -> None:
        self._hand = hand
        self._clock = clock
        self._match = MatchStep(hand, clock, hub, matching)
        self._settings = ProofSettings(lag_ms=matching.lag_ms, pay_tolerance_ms=matching.pay_tolerance_ms)
        self._waybills = waybills

    async def prove(self, pair: Pair, period: Period) -> Proof:
        """Compare both sides as they were read last, and add the proof to the chain.

        What is due is judged as of when both sides were read, not by the clock: books that are old miss nothing.
        """
        await self._match.of_pair(pair)
        books, earlier, fetched, slips = await self._hand.read(self._read, pair, period)
        found = await asyncio.to_thread(
            reconcile,
            books,
            period,
            now=self._clock.now_ms(),
            settings=self._settings,
            earlier=earlier,
            recovered=fetched,
            waybills=slips,
        )
        return await self._hand.write(proofs.keep, pair, found, self._clock.now_ms())

    def _read(
        self, conn: Connection, pair: Pair, period: Period
    ) -> tuple[Books, Earlier | None, Sequence[str], Waybills | None]:
        earlier = proofs.earlier(conn, pair, period.key)
        return (
            read_books(conn, pair, period, earlier),
            earlier,
            sorted(recovered(conn, pair.shop_ids)),
            self._waybills(conn, pair, period.begin_at, period.end_at),
        )
