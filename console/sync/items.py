"""The items of one shop: the whole list each time, details only of what is new or has changed.

Platforms list items by page number and keep no record of deleted ones, so what is gone is known only from a list that
was read completely.
"""

from collections.abc import Collection, Sequence
from functools import partial

import msgspec
from sqlalchemy import Connection

from console.core.errors import Unreadable
from console.core.gateway import BadRow, Page, SupportsItems
from console.core.model import Listing, Platform
from console.store.item_readings import note_complete, note_page
from console.store.items import item_updates, retire_missing
from console.store.quarantine import release_absent
from console.store.refusals import note_gone
from console.store.views import Saved, Stream
from console.sync import reading
from console.sync.coordinator import Shelf, Tally
from console.sync.together import at_once

AT_ONCE = 4  # details asked for at the same time


class ItemCoordinator:
    """Items and SKUs of one shop."""

    stream: Stream = "items"

    def __init__(self, shelf: Shelf[Listing], gateway: SupportsItems, platform: Platform) -> None:
        self._shelf = shelf
        self._gateway = gateway
        self._platform = platform
        self._known: dict[str, int] = {}  # item_id → update time of the SKUs we hold
        self._asked_at = 0  # when the page was asked for that is being kept

    @property
    def shop_id(self) -> str:
        return self._shelf.shop_id

    @property
    def tally(self) -> Tally:
        return self._shelf.tally

    async def run(self) -> None:
        """Read the list until every row was seen, then mark what was not in it."""
        shelf = self._shelf
        shelf.tally = Tally()
        seen: set[str] = set()
        missing, begun_at = 0, shelf.clock.now_ms()
        listing = reading.Listing(self._ask, shelf.key, self._keep)
        for _ in range(reading.PASSES):
            self._known = await shelf.database.read(item_updates, shelf.shop_id)
            done = await listing.read(seen)
            if done.complete:
                if not any(key.startswith("?") for key in seen):  # a row without its number may be any of those we miss
                    saved, strays = await shelf.database.write(_sweep, shelf.shop_id, seen, shelf.clock.now_ms())
                    shelf.note(saved, strays=strays)
                await shelf.database.write(note_complete, shelf.shop_id, begun_at, shelf.clock.now_ms())
                return
            missing = done.missing
        raise Unreadable("sync.drift", platform=self._platform, detail=f"items: {missing}")

    async def _ask(self, cursor: str | None) -> Page[Listing]:
        self._asked_at = self._shelf.clock.now_ms()
        return await self._gateway.items(cursor)

    async def _keep(self, rows: Sequence[Listing], bad: Sequence[BadRow], completes: bool) -> None:
        """A page with the details it lacks."""
        ready = [row for row in rows if not self._lacks_detail(row)]
        wanted = [row for row in rows if self._lacks_detail(row)]
        strays = list(bad)
        for answer in await at_once(self._with_skus, wanted, limit=AT_ONCE):
            if isinstance(answer, BadRow):
                strays.append(answer)
            elif answer is not None:
                ready.append(answer)
        await self._shelf.keep(ready, strays, also=partial(_note_page, self.shop_id, self._asked_at))

    def _lacks_detail(self, row: Listing) -> bool:
        if row.skus is not None:
            return False
        known = self._known.get(row.item.item_id)
        return known is None or (row.item.updated_at or 0) > known

    async def _with_skus(self, row: Listing) -> Listing | BadRow | None:
        """The listed item with the detail's SKUs: the list is what says when an item last changed."""
        item_id = row.item.item_id
        try:
            detail = await self._gateway.listing(item_id)
        except Unreadable as trouble:
            return BadRow(key=item_id, raw="", reason=str(trouble))
        return (
            None if detail is None else msgspec.structs.replace(row, skus=detail.skus or (), costs_fen=detail.costs_fen)
        )


def _note_page(shop_id: str, asked_at: int, conn: Connection, now: int) -> None:
    note_page(conn, shop_id, asked_at, now)


def _sweep(conn: Connection, shop_id: str, seen: Collection[str], now: int) -> tuple[Saved, bool]:
    """What a complete list does not hold is gone: items, and rows put aside; whether any of the latter were let go."""
    retired = retire_missing(conn, shop_id, seen)
    note_gone(conn, shop_id, retired.ids, now)
    return retired, release_absent(conn, shop_id, "items", seen) > 0
