"""How pushing stands, as the goods table shows it: rules, buffers, and what is on its way, by the row's numbers."""

from console.core.model import Platform
from console.store.push_view import Ground, Stand
from console.store.views import ItemRow
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.products import push_words

ORDER: tuple[Stand, ...] = ("needs_you", "unsure", "sending", "waiting", "done")


class Standing:
    """Holds one ``Ground`` and answers the columns. Numbers of items are unique within a platform."""

    def __init__(self) -> None:
        self.ground = Ground()
        self._stands: dict[tuple[str, str], Stand] = {}
        self._buffers: dict[str, int] = {}

    def take(self, ground: Ground) -> bool:
        """Show this from now on; returns whether that changes anything in the table."""
        news = ground != self.ground
        self.ground = ground
        self._stands = {(shop.partition(":")[0], item): stand for (shop, item), stand in ground.stands.items()}
        self._buffers = {item: pieces for (_, item), pieces in ground.buffers.items()}
        return news

    def stand(self, row: ItemRow) -> Stand | None:
        """The worst of both sides."""
        sides = ((Platform.KUAISHOU.value, row.kuaishou_item_id), (Platform.YOUZAN.value, row.youzan_item_id))
        found = [self._stands[side, item] for side, item in sides if item is not None and (side, item) in self._stands]
        return min(found, key=ORDER.index, default=None)

    def chip(self, row: ItemRow) -> ChipLook | None:
        found = self.stand(row)
        return None if found is None else push_words.stand(found)

    def pieces(self, row: ItemRow) -> int | None:
        """How many are kept back at Kuaishou; None: the goods are not there."""
        if row.kuaishou_item_id is None:
            return None
        return self._buffers.get(row.kuaishou_item_id, self.ground.rules.buffer)

    def buffer(self, row: ItemRow) -> str:
        return texts.count(self.pieces(row))

    def buffer_tone(self, row: ItemRow) -> str:
        return "text" if row.kuaishou_item_id in self._buffers else "text3"
