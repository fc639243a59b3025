"""How reviews by a model are kept, and what was done about the duties of the checklists."""

from typing import ClassVar

from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_wording import metadata

__all__ = ["Duties", "DutyProofs", "Reviews", "metadata", "table_of"]


class Reviews(SQLModel, table=True):
    """``rules.reviews.Verdict``. ``findings`` is JSON; ``sent`` is what left this computer, masked as it was;
    ``cost_ufen`` are millionths of a fen; ``trouble`` a code of the catalogue where the model said nothing."""

    __tablename__: ClassVar[str] = "reviews"
    id: int | None = whole(default=None, primary_key=True)
    at: int = whole(index=True)
    kind: str
    subject: str
    surface: str
    category: str
    author: str
    model: str
    endpoint: str
    prompt: str
    input_hash: str
    bank: str
    sent: str
    findings: str
    dropped: int = whole()
    trouble: str
    took_ms: int | None = whole(default=None)
    tokens_in: int | None = whole(default=None)
    tokens_out: int | None = whole(default=None)
    cost_ufen: int | None = whole(default=None)
    contested_at: int | None = whole(default=None)
    contested_by: str
    contest: str


class Duties(SQLModel, table=True):
    """What a shop did about a duty of ``resources/duties.csv``; days as text."""

    __tablename__: ClassVar[str] = "duties"
    shop_id: str = Field(primary_key=True)
    duty_id: str = Field(primary_key=True)
    owner: str
    due_on: str
    state: str
    note: str
    done_at: int | None = whole(default=None)
    done_by: str
    changed_at: int = whole()


class DutyProofs(SQLModel, table=True):
    """A file that proves a duty done, kept in the profile under its hash."""

    __tablename__: ClassVar[str] = "duty_proofs"
    shop_id: str = Field(primary_key=True)
    duty_id: str = Field(primary_key=True)
    sha256: str = Field(primary_key=True)
    name: str
    bytes: int = whole()
    added_at: int = whole()
