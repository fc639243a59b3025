"""The step after reading goods: which prices a person should be told of."""

from console.core.changes import changed
from console.core.clock import Clock
from console.rules.price_watch import PriceTrouble, troubles
from console.store import price_alerts, push_view
from console.store.database import Database
from console.store.push_rules import push_rules
from console.sync.hub import Hub

AT_ONCE = 50  # goods in one question: others may ask in between


class PriceStep:
    """Judges the prices of all goods, a few at a time, and keeps what is wrong where that changed."""

    def __init__(self, database: Database, clock: Clock, hub: Hub) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub

    async def run(self) -> bool:
        """All goods; returns whether anything is new or over."""
        rules = await self._database.read(push_rules)
        ids = await self._database.read(price_alerts.all_goods)
        found: list[PriceTrouble] = []
        for first in range(0, len(ids), AT_ONCE):
            some = ids[first : first + AT_ONCE]
            goods = await self._database.read(push_view.goods, some, self._clock.now_ms())
            found += troubles(goods, rules)
        news = await self._database.write(price_alerts.keep, found, self._clock.now_ms())
        if news:
            self._hub.announce(changed("prices"))
        return news
