"""What a click may ask about goods: rules for pushing them, looking at them, links. Handed to a tab as ``Actions``."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.rules.links import Proposal
    from console.rules.pushing import Field, Lead
    from console.store.goods_links import Wanted
    from console.store.offers import Part
    from console.store.push_rules import Name
    from console.store.views import Pair


class GoodsRules(Protocol):
    """What may be set about pushing goods. Kept when it returns; raises Refused."""

    async def set_rule(self, name: "Name", value: int | None) -> None:
        """Gap and fee (basis points), buffer or cap (pieces), other costs of a piece (fen), of all goods."""
        ...

    async def set_lead(self, field: "Field", lead: "Lead") -> None:
        """Which side leads a field."""
        ...

    async def set_buffer(self, shop_id: str, item_id: str, pieces: int | None) -> None:
        """The buffer of one Kuaishou item; None: the one of all goods."""
        ...

    async def set_floor(self, shop_id: str, item_id: str, floor_fen: int | None) -> None:
        """The price below which one item is not to be sold; None: there is none."""
        ...

    async def set_offer(self, part: "Part", shop_id: str, item_id: str, fen: int | None) -> None:
        """The price of live shows, or what every buyer's coupon takes, of one Kuaishou item; None: there is none."""
        ...

    async def set_cost(self, shop_id: str, item_id: str, cost_fen: int) -> None:
        """What a piece of one item costs, where no platform says it."""
        ...


class GoodsLooks(Protocol):
    """What may be looked at for a check, or said of it. Only reads of the platforms; raises Trouble."""

    async def read_categories(self, shop_id: str) -> int:
        """The whole category tree of a shop; returns how many there are."""
        ...

    async def look_at(self, shop_id: str, item_id: str) -> None:
        """One item anew, with what its category asks."""
        ...

    async def choose_categories(self, shop_id: str, leaves: Mapping[str, str]) -> int:
        """The Kuaishou leaves that goods of a Youzan shop belong to, by item; returns how many that changed."""
        ...


class GoodsLinks(Protocol):
    """What may be decided about links of goods. Kept when it returns; raises Refused."""

    async def dry_run(self, pair: "Pair") -> "Proposal":
        """What linking would do. Nothing is written."""
        ...

    async def carry_out(self, pair: "Pair", proposal: "Proposal") -> int:
        """Keep the links of a dry run that are certain; returns how many."""
        ...

    async def link(self, pair: "Pair", wanted: "Sequence[Wanted]") -> None:
        """These are the same goods: all of them are linked, or none."""
        ...

    async def unlink(self, pair: "Pair", kuaishou_id: str, youzan_id: str, reason: str) -> None:
        """These are not the same goods after all."""
        ...

    async def set_apart(self, row_ids: Sequence[int]) -> int:
        """Nothing that is suggested for these goods is the same; returns from how many others they were parted."""
        ...
