"""How it is kept which orders are to be asked for one by one."""

from typing import ClassVar

from sqlmodel import SQLModel

from console.store.tables import table_of, whole
from console.store.tables_details import metadata

__all__ = ["OrderAsks", "metadata", "table_of"]


class OrderAsks(SQLModel, table=True):
    """Orders of which a list told less than there is: from ``due_at`` on each is to be asked for by its number."""

    __tablename__: ClassVar[str] = "order_asks"
    order_id: int = whole(primary_key=True, foreign_key="orders.id", ondelete="CASCADE")
    due_at: int = whole()
