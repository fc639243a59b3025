"""How what items' detail pages say is kept."""

from typing import ClassVar

from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_selfcheck import metadata

__all__ = ["ItemDetails", "metadata", "table_of"]


class ItemDetails(SQLModel, table=True):
    """The words of an item's detail page as its platform told them last; no row: it told none."""

    __tablename__: ClassVar[str] = "item_details"
    shop_id: str = Field(primary_key=True)
    item_id: str = Field(primary_key=True)
    text: str
    read_at: int = whole()
