"""What the goods page asks the file: ids and rows of a view, counts and freshness for its head, one row in full."""

from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING, get_args

import msgspec

from console.rules.failures import Cause
from console.store.database import Database
from console.store.views import ItemDetail, ItemFilter, ItemRow, ItemSort, ItemTab
from console.store.views_goods import Course, Failing
from console.ui.paging import Sort
from console.ui.reach import Reach, read_reach

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.push_view import Ground
    from console.ui.tabs.products.drawer import Pushing

HISTORY = 40  # of what was pushed, the latest
UNCONTESTED: tuple[ItemTab, ...] = ("linked", "kept", "linkable", "price_gap")
"""The tabs whose rows all have a partner: nothing to ask about their codes."""


class ItemSource:
    """One view of the goods, for a ``PagedModel``."""

    def __init__(self, database: Database, wanted: ItemFilter) -> None:
        self._database = database
        self._wanted = wanted
        self._contested: Set[int] = frozenset()

    async def ids(self, sort: Sort | None) -> Sequence[int]:
        """The row ids of the view, in order."""
        found, self._contested = await self._database.read(_ids, sorted_by(self._wanted, sort))
        return found

    async def rows(self, ids: Sequence[int]) -> Mapping[int, ItemRow]:
        """These rows by id."""
        return {row.id: row for row in await self._database.read(_rows, ids, self._contested)}


def sorted_by(wanted: ItemFilter, sort: Sort | None) -> ItemFilter:
    """The same view in another order; a key that SQL does not know leaves it as it is."""
    key: ItemSort | None = next((key for key in get_args(ItemSort) if sort is not None and key == sort.key), None)
    if key is None or sort is None:
        return wanted
    return msgspec.structs.replace(wanted, sort=key, descending=sort.descending)


class Head(Reach, frozen=True, kw_only=True):
    """What stands above the table: counts of the tabs, and how far the goods of these shops have been read."""

    counts: dict[ItemTab, int]
    held: int  # rows without any filter
    causes: dict[Cause, int] = msgspec.field(
        default_factory=dict
    )  # what the failed ones fail by; read for their tab alone
    course: Course = Course()
    failing: Failing | None = None  # over time, where that is asked


def read_head(conn: "Connection", wanted: ItemFilter, now: int, days: int = 0) -> Head:
    """Read it on a database thread; ``days``: of the failed ones also how it went in that time."""
    from console.store import failing, item_view, reasons
    from console.store.refusals import course
    from console.ui.tabs.products.reason_bar import DAYS, since

    counts = item_view.item_tab_counts(conn, wanted)
    everything = ItemFilter(pair=wanted.pair)
    narrowed = msgspec.structs.replace(wanted, tab="all", sort="updated_at", descending=True) != everything
    failed = wanted.tab == "failed"
    shops = None if wanted.pair is None else wanted.pair.shop_ids
    return Head(
        causes=reasons.by_cause(item_view.failed_reasons(conn, wanted)) if failed else {},
        course=course(conn, shops, since(now, days or DAYS)) if failed else Course(),
        failing=failing.over_time(conn, shops, days, now) if failed and days else None,
        counts=counts,
        held=len(item_view.item_ids(conn, everything)) if narrowed else counts["all"],
        **msgspec.structs.asdict(read_reach(conn, wanted.pair, "items")),
    )


def read_detail(conn: "Connection", row_id: int) -> ItemDetail | None:
    """One row in full; None if it is gone."""
    from console.store import item_view

    return item_view.item_detail(conn, row_id)


def read_pushing(conn: "Connection", detail: ItemDetail, now: int) -> "Pushing":
    """What the drawer's editor and history need of one line of goods."""
    from console.core.objects import ObjectKey
    from console.store import outbox_panel, outbox_view, push_view
    from console.ui.tabs.products.drawer import Pushing

    found = push_view.goods(conn, [detail.row.id], now)
    goods = found[0] if found else None
    sides = [side for side in (goods.kuaishou, goods.youzan) if side is not None] if goods is not None else []
    keys = [ObjectKey(shop_id=side.shop_id, kind="item", object_id=side.item.item_id) for side in sides]
    rows = [row for key in keys for row in outbox_view.history(conn, key, HISTORY)]
    rows.sort(key=lambda row: row.id, reverse=True)
    names = outbox_panel.names(conn, rows)
    return Pushing(goods=goods, ground=push_view.ground(conn, now), history=tuple(rows[:HISTORY]), names=names)


def read_ground(conn: "Connection", now: int) -> "Ground":
    """What the table shows of pushing."""
    from console.store import push_view

    return push_view.ground(conn, now)


def read_codes(conn: "Connection", ids: Sequence[int]) -> list[str]:
    """The merchant codes of the chosen rows; rows without one are left out."""
    from console.store import selection

    return selection.item_codes(conn, ids)


def _ids(conn: "Connection", wanted: ItemFilter) -> tuple[list[int], Set[int]]:
    from console.store import item_view

    contested = frozenset() if wanted.tab in UNCONTESTED else item_view.contested_ids(conn)
    return item_view.item_ids(conn, wanted), contested


def _rows(conn: "Connection", ids: Sequence[int], contested: Set[int]) -> list[ItemRow]:
    from console.store import item_view

    return item_view.item_rows(conn, ids, contested)
