"""How ads accounts and their hours are kept. An account is no shop: it hangs on the Kuaishou shop it advertises for."""

from typing import ClassVar

from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_goods import metadata

__all__ = ["AdAccounts", "AdHours", "metadata", "table_of"]


class AdAccounts(SQLModel, table=True):
    """The bound ads accounts; ``read_at`` is when the hours were last read to their end, None: never."""

    __tablename__: ClassVar[str] = "ad_accounts"
    advertiser_id: str = Field(primary_key=True)
    shop_id: str = Field(index=True)
    bound_at: int = whole()
    read_at: int | None = whole(default=None)


class AdHours(SQLModel, table=True):
    """``core.model.AdHour``; a figure the platform does not give is NULL and never 0."""

    __tablename__: ClassVar[str] = "ad_hours"
    advertiser_id: str = Field(primary_key=True)
    begin_at: int = whole(primary_key=True)
    cost_fen: int | None = whole(default=None)
    ad_impressions: int | None = whole(default=None)
    impressions: int | None = whole(default=None)
    live_views: int | None = whole(default=None)
    watched_s: float | None = None
    cart_clicks: int | None = whole(default=None)
    item_clicks: int | None = whole(default=None)
    orders_submitted: int | None = whole(default=None)
    orders: int | None = whole(default=None)
    gmv_fen: int | None = whole(default=None)
    paid_fen: int | None = whole(default=None)
    net_orders: int | None = whole(default=None)
    net_gmv_fen: int | None = whole(default=None)
    direct_orders: int | None = whole(default=None)
    direct_gmv_fen: int | None = whole(default=None)
    new_followers: int | None = whole(default=None)
    comments: int | None = whole(default=None)
    plays_completed: int | None = whole(default=None)
    completion: float | None = None
    kept_at: int = whole()
