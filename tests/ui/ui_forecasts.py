"""Forecasts of a shop that has sold nothing: for windows whose subject they are not."""

from collections.abc import Mapping

from console.core.errors import Refused
from console.rules.forecast_made import Forecast
from console.rules.selecting import Part
from console.store.selecting import Chosen, Weights
from console.store.views import Pair


class FakeForecasts:
    """Advises on nothing; a test that asks for more puts the real one in its place."""

    async def make(self, pair: Pair | None) -> Forecast:
        raise Refused("not.here")

    async def advise(self, pair: Pair | None) -> Chosen:
        return Chosen(weights=Weights(by={}, since="2026-11-26", own=False))

    async def bring_spend(self, shop_id: str, days: Mapping[int, int]) -> int:
        raise Refused("not.here")

    async def put_target(self, accuracy_bp: int, since: str) -> None:
        raise Refused("not.here")

    async def put_weights(self, weights: Mapping[Part, float] | None, since: str) -> None:
        raise Refused("not.here")
