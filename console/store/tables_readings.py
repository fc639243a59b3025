"""How it is kept since when what the file says of an item's stock is as the platform said it."""

from typing import ClassVar

from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_traffic import metadata

__all__ = ["ItemReadings", "metadata", "table_of"]


class ItemReadings(SQLModel, table=True):
    """A page of a shop's items, or a list that was read to its end (``complete``): when it was asked for and kept.

    A page tells of the rows that were kept with it; a complete list of all rows, for those are as they were.
    """

    __tablename__: ClassVar[str] = "item_readings"
    shop_id: str = Field(primary_key=True)
    kept_at: int = whole(primary_key=True)
    complete: bool = Field(primary_key=True)
    asked_at: int = whole()
