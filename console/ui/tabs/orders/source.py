"""What the orders page asks the file: ids and rows of a view, counts and freshness for its head, one row in full."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from console.store.database import Database
from console.store.views import OrderDetail, OrderFilter, OrderRow, OrderSort, OrderTab
from console.ui.paging import Sort
from console.ui.reach import Reach, read_reach

if TYPE_CHECKING:
    from sqlalchemy import Connection

ORDER_SORTS: tuple[OrderSort, ...] = ("paid_at", "created_at", "ship_by_at", "amount_fen", "status", "mapping")


class OrderSource:
    """One view of the orders, for a ``PagedModel``."""

    def __init__(self, database: Database, wanted: OrderFilter) -> None:
        self._database = database
        self.wanted = wanted

    async def ids(self, sort: Sort | None) -> Sequence[int]:
        """The row ids of the view, in order."""
        return await self._database.read(_ids, sorted_by(self.wanted, sort))

    async def rows(self, ids: Sequence[int]) -> Mapping[int, OrderRow]:
        """These rows by id."""
        return {row.id: row for row in await self._database.read(_rows, ids)}


def sorted_by(wanted: OrderFilter, sort: Sort | None) -> OrderFilter:
    """The same view in another order; a key that SQL does not know leaves it as it is."""
    key = next((key for key in ORDER_SORTS if sort is not None and key == sort.key), None)
    return wanted if key is None or sort is None else _replaced(wanted, key, sort.descending)


def _replaced(wanted: OrderFilter, key: OrderSort, descending: bool) -> OrderFilter:
    return msgspec.structs.replace(wanted, sort=key, descending=descending)


def same_view(one: OrderFilter, other: OrderFilter) -> bool:
    """Whether two questions differ in nothing but how far "due soon" and "tonight" have moved on meanwhile."""
    if (one.ship_before is None) != (other.ship_before is None) or (one.late_at is None) != (other.late_at is None):
        return False
    return msgspec.structs.replace(one, ship_before=other.ship_before, late_at=other.late_at) == other


class Head(Reach, frozen=True, kw_only=True):
    """What stands above the table: counts of the tabs, and how far the orders of these shops have been read."""

    counts: dict[OrderTab, int]
    held: int  # rows without any filter


def read_head(conn: "Connection", wanted: OrderFilter) -> Head:
    """Read it on a database thread."""
    from console.store import order_view

    counts = order_view.order_tab_counts(conn, wanted)
    everything = OrderFilter(pair=wanted.pair)
    narrowed = msgspec.structs.replace(wanted, tab="all", sort="paid_at", descending=True) != everything
    return Head(
        counts=counts,
        held=order_view.order_tab_counts(conn, everything)["all"] if narrowed else counts["all"],
        **msgspec.structs.asdict(read_reach(conn, wanted.pair, "orders")),
    )


def read_detail(conn: "Connection", row_id: int) -> OrderDetail | None:
    """One row in full; None if it is gone."""
    from console.store import order_view

    return order_view.order_detail(conn, row_id)


def read_sum(conn: "Connection", ids: Sequence[int]) -> int:
    """What the chosen rows come to, fen."""
    from console.store import selection

    return selection.order_sum(conn, ids)


def read_numbers(conn: "Connection", ids: Sequence[int]) -> list[tuple[str, str]]:
    """Both numbers of the chosen rows."""
    from console.store import selection

    return selection.order_numbers(conn, ids)


def _ids(conn: "Connection", wanted: OrderFilter) -> list[int]:
    from console.store import order_view

    return order_view.order_ids(conn, wanted)


def _rows(conn: "Connection", ids: Sequence[int]) -> list[OrderRow]:
    from console.store import order_view

    return order_view.order_rows(conn, ids)
