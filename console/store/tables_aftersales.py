"""What is kept beside an after-sale: what its detail alone tells, and what is ours: its twin and who answers it."""

from typing import ClassVar

from sqlmodel import SQLModel

from console.store.tables import table_of, whole
from console.store.tables_proofs import metadata

__all__ = ["AfterSaleDetails", "AfterSaleTickets", "metadata", "table_of"]


class AfterSaleDetails(SQLModel, table=True):
    """What the platform tells of one after-sale when it is asked for it by its number.

    ``read_of`` is the update time of the after-sale that was read: an older one than the list's is to be read again.
    ``answered_at`` is the seller's first deed in the platform's own history; None: none yet, or not told.
    """

    __tablename__: ClassVar[str] = "after_sale_details"
    after_sale_id: int = whole(primary_key=True, foreign_key="after_sales.id", ondelete="CASCADE")
    facts: str  # JSON of core.after_sales.AfterSaleFacts
    carrier: str  # the carrier of the return, in the platform's code
    answered_at: int | None = whole(default=None)
    read_of: int = whole()
    kept_at: int = whole()


class AfterSaleTickets(SQLModel, table=True):
    """What is ours of one after-sale. ``other_id``: the same one on the other platform, ``under_id``: the one that it
    is shown under, ``step``: how the states of the two agree.
    """

    __tablename__: ClassVar[str] = "after_sale_tickets"
    after_sale_id: int = whole(primary_key=True, foreign_key="after_sales.id", ondelete="CASCADE")
    other_id: int | None = whole(default=None)
    under_id: int | None = whole(default=None)
    step: str = ""  # rules.after_sales_step.Step; empty: it has no twin
    operator_id: str = ""  # empty: nobody's
    rule_id: str = ""  # the rule that gave it away; empty: a person did, or nobody
    by_hand: bool = False  # rules leave it alone
    assigned_at: int | None = whole(default=None)
