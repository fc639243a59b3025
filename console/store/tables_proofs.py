"""How proofs, gap audits and people's decisions about links are kept."""

from typing import Any, ClassVar

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_links import metadata

__all__ = ["GapAudits", "LinkDecisions", "Proofs", "metadata", "table_of"]


class Proofs(SQLModel, table=True):
    """Each reconciliation that was kept, append-only; ``hash`` covers the row and the hash of the one before."""

    __tablename__: ClassVar[str] = "proofs"
    __table_args__: ClassVar[Any] = (Index("ix_proofs_period", "period", "id"),)
    id: int | None = whole(default=None, primary_key=True)
    kuaishou_shop_id: str
    youzan_shop_id: str
    period: str  # "2026-11-22" or "2026-11", shop time
    made_at: int = whole()
    content: str  # canonical JSON; it also names the digest of ``books``
    books: bytes = Field(sa_type=LargeBinary)  # every order of it with both amounts: zlib of canonical JSON
    hash: str


class GapAudits(SQLModel, table=True):
    """Each comparison of a shop's order numbers with its platform's, and what it read again. Bookkeeping."""

    __tablename__: ClassVar[str] = "gap_audits"
    __table_args__: ClassVar[Any] = (Index("ix_gap_audits_shop", "shop_id", "begun_at"),)
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str
    begin_at: int = whole()  # the stretch of update time that was compared
    end_at: int = whole()
    begun_at: int = whole()
    ended_at: int = whole()
    there: int = whole()  # orders the platform lists
    missing: str  # JSON list of order numbers that the file had not
    stale: str  # … that the file had as they were before
    repaired: str  # … of both that were read again and kept
    unknown: str  # … that the file has and the platform says it does not know


class LinkDecisions(SQLModel, table=True):
    """What a person said of an order and a trade: they belong together, or they do not. Matching keeps to it."""

    __tablename__: ClassVar[str] = "link_decisions"
    __table_args__: ClassVar[Any] = (Index("ix_link_decisions_trade", "youzan_shop_id", "trade_no"),)
    kuaishou_shop_id: str = Field(primary_key=True)
    order_no: str = Field(primary_key=True)
    youzan_shop_id: str = Field(primary_key=True)
    trade_no: str = Field(primary_key=True)
    together: bool
    reason: str
    decided_at: int = whole()
    difference_fen: int | None = whole(default=None)  # trade less order, as it was accepted
