"""How monthly self-checks are kept, who signed them, chat logs that were checked, and after-sales seen in dispute."""

from typing import Any, ClassVar

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_reviews import metadata

__all__ = ["ChatChecks", "DisputesSeen", "SelfCheckSigns", "SelfChecks", "metadata", "table_of"]


class SelfChecks(SQLModel, table=True):
    """Each report of a month; ``hash`` covers the row and the hash of the one before it."""

    __tablename__: ClassVar[str] = "self_checks"
    __table_args__: ClassVar[Any] = (Index("ix_self_checks_month", "month", "id"),)
    id: int | None = whole(default=None, primary_key=True)
    month: str  # "2026-11", shop time
    made_at: int = whole()
    made_by: str
    content: str  # canonical JSON; it also names the digest of ``books``
    books: bytes = Field(sa_type=LargeBinary)  # every finding, pardon and input's hash: zlib of canonical JSON
    hash: str


class SelfCheckSigns(SQLModel, table=True):
    """Who signed a report, as what; ``hash`` covers the row, the report's hash and the signature before it."""

    __tablename__: ClassVar[str] = "self_check_signs"
    id: int | None = whole(default=None, primary_key=True)
    report_id: int = whole(index=True)
    role: str
    name: str
    at: int = whole()
    note: str
    hash: str


class ChatChecks(SQLModel, table=True):
    """A chat log that was checked by file: its hash, how many lines it had, and of those only what was found."""

    __tablename__: ClassVar[str] = "chat_checks"
    month: str = Field(primary_key=True)
    sha256: str = Field(primary_key=True)
    name: str
    at: int = whole()
    lines: int = whole()
    bank: str
    findings: str  # JSON of rules.self_check.Issue, masked


class DisputesSeen(SQLModel, table=True):
    """When an after-sale was first seen with its platform to decide: what a warning can be measured by later."""

    __tablename__: ClassVar[str] = "disputes_seen"
    after_sale_id: int = whole(primary_key=True, foreign_key="after_sales.id", ondelete="CASCADE")
    first_at: int = whole()
