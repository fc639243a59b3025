"""What a click may ask about forecasts and the advice on goods. Handed to a tab as ``Actions.forecasting``."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.rules.forecast_made import Forecast
    from console.rules.selecting import Part
    from console.store.selecting import Chosen
    from console.store.views import Pair


class Forecasts(Protocol):
    """Kept when it returns. Raises Refused."""

    async def make(self, pair: "Pair | None") -> "Forecast":
        """Forecast now, and keep what was forecast."""
        ...

    async def advise(self, pair: "Pair | None") -> "Chosen":
        """Advise on goods now, and keep it until the next."""
        ...

    async def bring_spend(self, shop_id: str, days: Mapping[int, int]) -> int:
        """Keep what ads cost by day, as a file tells it; returns how many days."""
        ...

    async def put_target(self, accuracy_bp: int, since: str) -> None:
        """The accuracy that is wished for, from a day on."""
        ...

    async def put_weights(self, weights: "Mapping[Part, float] | None", since: str) -> None:
        """What the parts of an item's score weigh, from a day on; None: as it comes."""
        ...
