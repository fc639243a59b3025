"""What a person decides about links of goods: a dry run, then what of it is carried out. Kept, then told."""

from collections.abc import Sequence

from console.core.changes import changed
from console.core.clock import Clock
from console.rules.links import Proposal
from console.store import goods_links
from console.store.database import Database
from console.store.goods_links import Wanted
from console.store.views import Pair
from console.sync.hub import Hub
from console.sync.linking import dry_run


class GoodsLinking:
    """Writes through the hand of whoever asks."""

    def __init__(self, hand: Database, clock: Clock, hub: Hub) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub

    async def dry_run(self, pair: Pair) -> Proposal:
        """What linking would do. Nothing is written."""
        return await dry_run(self._hand, pair)

    async def carry_out(self, pair: Pair, proposal: Proposal) -> int:
        """Keep the links of a dry run that are certain; returns how many. What it asks stays asked."""
        kept = await self._hand.write(goods_links.carry_out, pair, proposal.link, self._clock.now_ms())
        self._told(pair)
        return kept

    async def link(self, pair: Pair, wanted: Sequence[Wanted]) -> None:
        """These are the same goods: all of them are linked, or none. Raises Refused."""
        await self._hand.write(goods_links.link, pair, wanted, self._clock.now_ms())
        self._told(pair)

    async def unlink(self, pair: Pair, kuaishou_id: str, youzan_id: str, reason: str) -> None:
        """These are not the same goods after all."""
        await self._hand.write(goods_links.unlink, pair, kuaishou_id, youzan_id, reason, self._clock.now_ms())
        self._told(pair)

    async def set_apart(self, row_ids: Sequence[int]) -> int:
        """Nothing that is suggested for these goods is the same; returns from how many others they were parted."""
        parted = await self._hand.write(goods_links.set_apart, row_ids, self._clock.now_ms())
        self._hub.announce(changed("items", "links"))
        return parted

    def _told(self, pair: Pair) -> None:
        self._hub.announce(changed("items", "links", shop_id=pair.kuaishou_shop_id))
