"""How it is kept when an order was said to be paid before it was said to be paid at another time."""

from typing import ClassVar

from sqlmodel import SQLModel

from console.store.tables import table_of, whole
from console.store.tables_forecasts import metadata

__all__ = ["PayMoves", "metadata", "table_of"]


class PayMoves(SQLModel, table=True):
    """A pay time that is no more (a presale's first payment), and when that was told.

    What competed for its order or trade there may have another answer since.
    """

    __tablename__: ClassVar[str] = "pay_moves"
    order_id: int = whole(primary_key=True, foreign_key="orders.id", ondelete="CASCADE")
    paid_at: int = whole(primary_key=True)
    moved_at: int = whole()
