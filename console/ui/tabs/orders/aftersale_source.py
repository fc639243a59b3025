"""What the ticket page asks the file: ids and rows of a view, the board, the head, one ticket in full."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, get_args

import msgspec

from console.store.database import Database
from console.store.views_tickets import (
    BOARD,
    Lane,
    Pulse,
    Sums,
    TicketDetail,
    TicketFilter,
    TicketRow,
    TicketSort,
)
from console.ui.paging import Sort
from console.ui.reach import Reach, read_reach

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.views_tickets import Address

CARDS = 20
"""Cards a column of the board shows; the list has all of them."""


class TicketSource:
    """One view of the tickets, for a ``PagedModel``."""

    def __init__(self, database: Database, wanted: TicketFilter, now: Callable[[], int]) -> None:
        self._database = database
        self._now = now
        self.wanted = wanted

    async def ids(self, sort: Sort | None) -> Sequence[int]:
        """The row ids of the view, in order."""
        return await self._database.read(_ids, sorted_by(self.wanted, sort))

    async def rows(self, ids: Sequence[int]) -> Mapping[int, TicketRow]:
        """These rows by id."""
        return {row.id: row for row in await self._database.read(_rows, ids, self._now())}


def sorted_by(wanted: TicketFilter, sort: Sort | None) -> TicketFilter:
    """The same view in another order; a key that SQL does not know leaves it as it is."""
    key: TicketSort | None = next((key for key in get_args(TicketSort) if sort is not None and key == sort.key), None)
    if key is None or sort is None:
        return wanted
    return msgspec.structs.replace(wanted, sort=key, descending=sort.descending)


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """The cards of each column, the most urgent first, and what each column holds in all."""

    lanes: dict[Lane, tuple[TicketRow, ...]]


class Head(Reach, frozen=True, kw_only=True):
    """What stands above list and board."""

    sums: Sums
    pulse: Pulse


def read_head(conn: "Connection", wanted: TicketFilter, now: int, pulse: Pulse | None) -> Head:
    """Read it on a database thread; figures that are new enough are taken as they are."""
    from console.store import ticket_work, tickets

    return Head(
        sums=tickets.ticket_sums(conn, wanted, now),
        pulse=ticket_work.pulse(conn, now, wanted.pair) if pulse is None else pulse,
        **msgspec.structs.asdict(read_reach(conn, wanted.pair, "after_sales")),
    )


def read_board(conn: "Connection", wanted: TicketFilter) -> Board:
    """The first cards of each column: what must be answered first stands first."""
    from console.store import tickets

    lanes: dict[Lane, tuple[TicketRow, ...]] = {}
    for lane in BOARD:
        asked = msgspec.structs.replace(wanted, tab=lane, sort="deadline_at", descending=False)
        lanes[lane] = tuple(tickets.ticket_rows(conn, tickets.ticket_ids(conn, asked, CARDS)))
    return Board(lanes=lanes)


def read_detail(conn: "Connection", row_id: int, now: int | None = None) -> TicketDetail | None:
    """One ticket in full, at a moment with its warning of a dispute; None if it is gone."""
    from console.store import disputes, tickets

    found = tickets.ticket_detail(conn, row_id)
    if found is None or now is None:
        return found
    return msgspec.structs.replace(found, row=disputes.with_risk(conn, [found.row], now)[0])


def read_address(conn: "Connection", shop_id: str) -> "Address":
    """Where goods of this shop come back to."""
    from console.store.ticket_work import return_address

    return return_address(conn, shop_id)


def _ids(conn: "Connection", wanted: TicketFilter) -> list[int]:
    from console.store import tickets

    return tickets.ticket_ids(conn, wanted)


def _rows(conn: "Connection", ids: Sequence[int], now: int) -> list[TicketRow]:
    from console.store import disputes, tickets

    return disputes.with_risk(conn, tickets.ticket_rows(conn, ids), now)
