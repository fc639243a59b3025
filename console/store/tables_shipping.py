"""How it is kept by when goods must leave, who says so, and where a parcel is."""

from typing import Any, ClassVar

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from console.store.tables import Orders, table_of, whole
from console.store.tables_prices import metadata

__all__ = ["OrderHolds", "OrderTerms", "ParcelTracks", "ShipNotes", "metadata", "table_of"]

ORDER = table_of(Orders).c
Index("ix_orders_shipped", ORDER.under_id, ORDER.shipped_at, ORDER.paid_at, ORDER.shop_id)  # what left lately
Index(
    "ix_orders_to_ship",  # what waits: few of many
    *(ORDER.under_id, ORDER.ship_by_at, ORDER.risk, ORDER.refunding, ORDER.shop_id, ORDER.paid_at),
    sqlite_where=text("status = 'to_ship'"),
)


class OrderTerms(SQLModel, table=True):
    """The terms of the orders that have any beside their one deadline: pre-sale, an extension, a part that has left.

    ``terms`` is JSON of ``core.shipping.Terms``; the columns beside it are what views ask by.
    """

    __tablename__: ClassVar[str] = "order_terms"
    order_id: int = whole(primary_key=True, foreign_key="orders.id", ondelete="CASCADE")
    presale: bool
    terms: str


class ShipNotes(SQLModel, table=True):
    """Deadlines that the merchant wrote down: an extension that was agreed, a day that was promised."""

    __tablename__: ClassVar[str] = "ship_notes"
    shop_id: str = Field(primary_key=True)
    order_no: str = Field(primary_key=True)
    source: str = Field(primary_key=True)  # "extension", "promise"
    due_at: int = whole()
    reason: str
    noted_at: int = whole()


class OrderHolds(SQLModel, table=True):
    """Orders that the merchant keeps back until somebody lets them go again. Ours alone: no platform is told.

    A sale is held by the row of either of its sides: the one it was led by when it was held. At ``until_at`` it is let
    go by itself; ``held_by`` is who kept it back, empty where nobody was named.
    """

    __tablename__: ClassVar[str] = "order_holds"
    order_id: int = whole(primary_key=True, foreign_key="orders.id", ondelete="CASCADE")
    reason: str
    held_at: int = whole()
    until_at: int | None = whole(default=None)
    held_by: str


class ParcelTracks(SQLModel, table=True):
    """Where a parcel was when its platform last told, and what is wrong with it (``finding``; empty: nothing).

    ``tried_at`` is when it was last asked, ``answer`` why nothing was told then (empty: it was).
    """

    __tablename__: ClassVar[str] = "parcel_tracks"
    __table_args__: ClassVar[Any] = (Index("ix_parcel_tracks_finding", "finding", "shop_id", "order_no"),)
    shop_id: str = Field(primary_key=True)
    order_no: str = Field(primary_key=True)
    waybill_no: str = Field(primary_key=True)
    carrier_code: str
    state: str
    events: str  # JSON list of core.shipping.TrackEvent, oldest first
    moved_at: int | None = whole(default=None)
    asked_at: int = whole()
    finding: str
    found_at: int | None = whole(default=None)
    tried_at: int = whole()
    answer: str
