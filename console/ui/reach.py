"""How far a kind of row has been read from the shops in sight: what a list's head says about itself."""

from typing import TYPE_CHECKING

import msgspec

from console.store.views import Pair, Stream

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """The shops in sight, and how far their rows have been read."""

    shops: int
    unread: tuple[str, ...]  # shops whose rows were never read to the end
    read_at: int | None  # of the shop that was read longest ago


def read_reach(conn: "Connection", pair: Pair | None, stream: Stream) -> Reach:
    """Read it on a database thread."""
    from console.store import health, shops

    scope = [row.shop_id for row in shops.shops(conn) if pair is None or row.shop_id in pair.shop_ids]
    read_at = {row.shop_id: row.success_at for row in health.health(conn) if row.stream == stream and row.success_at}
    return Reach(
        shops=len(scope),
        unread=tuple(shop_id for shop_id in scope if shop_id not in read_at),
        read_at=min((at for shop_id in scope if (at := read_at.get(shop_id)) is not None), default=None),
    )
