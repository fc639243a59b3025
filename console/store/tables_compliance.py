"""How penalties and certificates are kept. Nobody but the merchant tells them."""

from typing import ClassVar

from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_waybills import metadata

__all__ = ["Certificates", "Evidence", "Violations", "metadata", "table_of"]


class Violations(SQLModel, table=True):
    """``rules.violations.Case`` of a shop; ``pauses`` is JSON."""

    __tablename__: ClassVar[str] = "violations"
    case_id: str = Field(primary_key=True)
    shop_id: str = Field(index=True)
    notice_at: int = whole(index=True)
    level: str
    cause: str
    subject: str
    order_no: str
    points: int | None = whole(default=None)
    fine_fen: int | None = whole(default=None)
    told_due_at: int | None = whole(default=None)
    state: str
    appealed_at: int | None = whole(default=None)
    decided_at: int | None = whole(default=None)
    mended_at: int | None = whole(default=None)
    pauses: str
    source: str
    statement: str  # of the appeal
    note: str
    changed_at: int = whole()


class Evidence(SQLModel, table=True):
    """A file of a case, kept in the profile under its hash."""

    __tablename__: ClassVar[str] = "evidence"
    case_id: str = Field(primary_key=True)
    sha256: str = Field(primary_key=True)
    name: str
    kind: str
    bytes: int = whole()
    added_at: int = whole()


class Certificates(SQLModel, table=True):
    """``rules.certificates.Certificate`` of a shop; days as text, lists as JSON, ``told`` the notices given."""

    __tablename__: ClassVar[str] = "certificates"
    certificate_id: str = Field(primary_key=True)
    shop_id: str = Field(index=True)
    kind: str
    number: str
    holder: str
    issuer: str
    valid_from: str
    valid_to: str
    categories: str
    products: str
    file_sha256: str
    file_name: str
    note: str
    told: str
    changed_at: int = whole()
