"""How e-waybills are kept: every number that was taken, and every print that was asked for. No row is ever deleted."""

from typing import Any, ClassVar

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import SQLModel

from console.store.tables import table_of, whole
from console.store.tables_live import metadata

__all__ = ["WaybillPrints", "WaybillReceivers", "Waybills", "metadata", "table_of"]


class Waybills(SQLModel, table=True):
    """A number that a carrier gave, for one parcel of one order."""

    __tablename__: ClassVar[str] = "waybills"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("shop_id", "company", "waybill_no", name="uq_waybills_number"),
        UniqueConstraint("shop_id", "package", name="uq_waybills_package"),
        Index("ix_waybills_order", "shop_id", "order_no"),
    )
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str
    order_no: str
    package: str  # which parcel of the order: the same one always gets the same number
    company: str  # the carrier as e-waybills name it
    carrier_code: str  # and as shipping names it
    carrier_name: str
    branch: str
    sender: str  # JSON of core.waybills.Sender
    waybill_no: str
    print_data: str  # opaque, for the platform's own print component
    taken_at: int = whole(index=True)
    voided_at: int | None = whole(default=None)
    void_reason: str = ""


class WaybillPrints(SQLModel, table=True):
    """A label that was asked for. One at a time a number; all but the first that came out are reprints."""

    __tablename__: ClassVar[str] = "waybill_prints"
    __table_args__: ClassVar[Any] = (
        Index(
            "uq_waybill_prints_open",
            "waybill_id",
            unique=True,
            sqlite_where=text("state IN ('queued', 'printing', 'unclear', 'held')"),
        ),
        Index(
            "uq_waybill_prints_first", "waybill_id", unique=True, sqlite_where=text("state = 'printed' AND reprint = 0")
        ),
        Index("ix_waybill_prints_state", "state", "id"),
    )
    id: int | None = whole(default=None, primary_key=True)
    waybill_id: int = whole(foreign_key="waybills.id", index=True)
    state: str  # queued printing printed unclear held dropped
    reprint: bool
    printer: str
    asked_at: int = whole()
    begun_at: int | None = whole(default=None)
    ended_at: int | None = whole(default=None)
    code: str = ""
    detail: str = ""


class WaybillReceivers(SQLModel, table=True):
    """To whom the parcel of a number goes, as a digest of what the platform shows of it; older numbers have none."""

    __tablename__: ClassVar[str] = "waybill_receivers"
    waybill_id: int = whole(primary_key=True, foreign_key="waybills.id", ondelete="CASCADE")
    digest: str
