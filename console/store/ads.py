"""The ads accounts of a shop, and what their hours cost and brought. Never a secret: those are the vault's."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, case, delete, func, select, update
from sqlalchemy.dialects.sqlite import Insert, insert

from console.core.clock import DAY, day_start
from console.core.model import ADS, AdHour
from console.store.health import health
from console.store.tables import Calls
from console.store.tables_ads import AdAccounts, AdHours, table_of

ACCOUNT = table_of(AdAccounts)
HOUR = table_of(AdHours)
CALLS = table_of(Calls)
_KEY = ("advertiser_id", "begin_at")


class AdAccountRow(msgspec.Struct, frozen=True, kw_only=True):
    """A bound ads account; ``read_at``: when its hours were last read to their end, None: never."""

    advertiser_id: str
    shop_id: str
    bound_at: int
    read_at: int | None = None


class AdDay(msgspec.Struct, frozen=True, kw_only=True):
    """A shop day by the ads platform's count; None: not known, also where one of its hours does not say.

    ``read_at`` is when the account was last read, which may be before that day.
    """

    cost_fen: int | None = None
    gmv_fen: int | None = None
    read_at: int | None = None


def put_account(conn: Connection, advertiser_id: str, shop_id: str, now: int) -> bool:
    """Keep an account under its shop; returns whether that was news. What was read of it stays."""
    known = conn.execute(select(ACCOUNT.c.shop_id).where(ACCOUNT.c.advertiser_id == advertiser_id)).scalar()
    if known == shop_id:
        return False
    asked = insert(ACCOUNT).values(advertiser_id=advertiser_id, shop_id=shop_id, bound_at=now)
    conn.execute(asked.on_conflict_do_update(index_elements=["advertiser_id"], set_=_new(asked, "shop_id", "bound_at")))
    return True


def accounts(conn: Connection) -> list[AdAccountRow]:
    """All bound accounts, in the order they were bound."""
    asked = select(ACCOUNT).order_by(ACCOUNT.c.bound_at, ACCOUNT.c.advertiser_id)
    return [AdAccountRow(**row._mapping) for row in conn.execute(asked)]


def with_health(conn: Connection) -> set[str]:
    """The numbers of the accounts that were read since they were bound and not let go again."""
    known = {row.shop_id for row in health(conn)}
    return {row.advertiser_id for row in accounts(conn) if f"{ADS}:{row.advertiser_id}" in known}


def drop_account(conn: Connection, advertiser_id: str) -> None:
    """Forget an account, what was read of it and how many calls that took."""
    for table in (HOUR, ACCOUNT):
        conn.execute(delete(table).where(table.c.advertiser_id == advertiser_id))
    conn.execute(delete(CALLS).where(CALLS.c.shop_id == f"{ADS}:{advertiser_id}"))


def erase_shop(conn: Connection, shop_id: str) -> None:
    """Forget every account of a shop."""
    for row in accounts(conn):
        if row.shop_id == shop_id:
            drop_account(conn, row.advertiser_id)


def save_hours(conn: Connection, hours: Iterable[AdHour], now: int) -> None:
    """Each hour replaces itself: also a figure that is not known any more."""
    asked = insert(HOUR)
    names = [column.name for column in HOUR.c if column.name not in _KEY]
    asked = asked.on_conflict_do_update(index_elements=list(_KEY), set_=_new(asked, *names))
    rows = [{**msgspec.structs.asdict(hour), "kept_at": now} for hour in hours]
    if rows:
        conn.execute(asked, rows)


def hours_kept(conn: Connection, advertiser_id: str) -> int:
    """How many hours of an account are in the file."""
    return int(conn.execute(select(func.count()).where(HOUR.c.advertiser_id == advertiser_id)).scalar_one())


def note_read(conn: Connection, advertiser_id: str, now: int) -> None:
    """The account was read to the end of what was asked for."""
    conn.execute(update(ACCOUNT).where(ACCOUNT.c.advertiser_id == advertiser_id).values(read_at=now))


def day(conn: Connection, advertiser_id: str, at: int) -> AdDay:
    """The shop day that holds ``at``."""
    begin = day_start(at)
    of_day = (HOUR.c.advertiser_id == advertiser_id, HOUR.c.begin_at >= begin, HOUR.c.begin_at < begin + DAY)
    sums = conn.execute(select(_whole_sum(HOUR.c.cost_fen), _whole_sum(HOUR.c.gmv_fen)).where(*of_day)).one()
    read_at = conn.execute(select(ACCOUNT.c.read_at).where(ACCOUNT.c.advertiser_id == advertiser_id)).scalar()
    return AdDay(cost_fen=sums[0], gmv_fen=sums[1], read_at=read_at)


def _whole_sum(column: Any) -> Any:
    """NULL where nothing is added up, or where one of the rows does not say."""
    return case((func.count(column) == func.count(), func.sum(column)))


def _new(asked: Insert, *names: str) -> dict[str, Any]:
    return {name: asked.excluded[name] for name in names}
