"""Forecasts as they are made: every night and when asked; what the merchant brings and sets for them."""

import asyncio
from collections.abc import Mapping

from console.core.changes import changed
from console.core.clock import MINUTE, Clock
from console.core.errors import Refused
from console.rules.forecast_made import Forecast, made
from console.rules.selecting import Part
from console.store import forecasts, selecting
from console.store.database import Database
from console.store.selecting import Chosen
from console.store.shops import pairs
from console.store.views import Pair
from console.sync.hub import Hub
from console.sync.nightly import Nightly, is_due

NIGHT_MS = 45 * MINUTE  # after midnight, shop time: the day that is over has come in by then
KEPT_DAYS = 30  # so far ahead is what is kept


class Forecasting:
    """What happens by night nobody asked for."""

    def __init__(self, database: Database, hand: Database, clock: Clock, hub: Hub) -> None:
        self._database = database
        self._hand = hand
        self._clock = clock
        self._hub = hub
        self._nights = Nightly("binding:forecasts", clock, self.look)
        self._worse: dict[str, int] = {}  # by scope: when the method was found worse than nothing; not again that day

    def start(self) -> None:
        """Look every few minutes whether tonight's forecasts are due, until ``stop``."""
        self._nights.start()

    async def stop(self) -> None:
        await self._nights.stop()

    async def look(self) -> int:
        """Make what is due: of every pair, and of all shops together; returns how many were kept."""
        done, failed = 0, None
        for pair in (None, *await self._database.read(pairs)):
            with self._nights.resting.going_on() as turn:  # the others have their night all the same
                done += await self._tonight(pair)
            failed = failed or turn.failed
        if done:
            self._hub.announce(changed("settings"))
        if failed is not None:
            raise failed
        return done

    async def _tonight(self, pair: Pair | None) -> bool:
        """Make what is due of a scope; whether a forecast was kept."""
        of, now = forecasts.scope(pair), self._clock.now_ms()
        advised = await self._database.read(selecting.kept, of)
        if advised is None or is_due(advised.made_at, now, NIGHT_MS):
            await self._advise(pair)
        last = await self._database.read(forecasts.last_made_at, of, now)
        if not is_due(self._worse.get(of), now, NIGHT_MS) or not is_due(last, now, NIGHT_MS):
            return False
        found = await self._make(pair)
        if found.verdict == "worse":
            self._worse[of] = now
        return found.verdict == "made"

    async def make(self, pair: Pair | None) -> Forecast:
        """Forecast now, and keep what was forecast."""
        found = await self._make(pair)
        self._hub.announce(changed("settings"))
        return found

    async def _make(self, pair: Pair | None) -> Forecast:
        now = self._clock.now_ms()
        lines = await self._database.read(forecasts.lines)
        history = await self._database.read(forecasts.history, now, pair, lines.history_days)
        found = await asyncio.to_thread(made, history, forecasts.ahead(now, KEPT_DAYS), lines)
        if found.days:
            await self._database.write(forecasts.keep, forecasts.scope(pair), found, now)
        return found

    async def advise(self, pair: Pair | None) -> Chosen:
        """Advise on goods now, and keep it until the next."""
        found = await self._advise(pair)
        self._hub.announce(changed("settings"))
        return found

    async def _advise(self, pair: Pair | None) -> Chosen:
        found = await self._database.read(selecting.chosen, self._clock.now_ms(), pair)
        await self._database.write(selecting.keep, forecasts.scope(pair), found)
        return found

    async def bring_spend(self, shop_id: str, days: Mapping[int, int]) -> int:
        """Keep what ads cost by day, as a file tells it; returns how many days. Raises Refused without a shop."""
        if not shop_id:
            raise Refused("forecast.no_shop")
        kept = await self._hand.write(forecasts.put_spend, shop_id, days, "file", self._clock.now_ms())
        self._hub.announce(changed("settings", shop_id=shop_id))
        return kept

    async def put_target(self, accuracy_bp: int, since: str) -> None:
        """The accuracy that is wished for, from a day on. Raises Refused."""
        await self._hand.write(forecasts.put_target, accuracy_bp, since, self._clock.now_ms())
        self._hub.announce(changed("settings"))

    async def put_weights(self, weights: Mapping[Part, float] | None, since: str) -> None:
        """What the parts of an item's score weigh, from a day on; None: as it comes. Raises Refused."""
        await self._hand.write(selecting.put_weights, weights, since, self._clock.now_ms())
        self._hub.announce(changed("settings"))
