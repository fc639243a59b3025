"""How the merchant's own words are kept, and which findings were let pass, by whom and until when."""

from typing import ClassVar

from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_scripts import metadata

__all__ = ["WordingPardons", "WordingWords", "metadata", "table_of"]


class WordingWords(SQLModel, table=True):
    """``rules.wording.bank.OwnWord``."""

    __tablename__: ClassVar[str] = "wording_words"
    term: str = Field(primary_key=True)
    severity: str
    reason: str
    suggest: str
    changed_at: int = whole()


class WordingPardons(SQLModel, table=True):
    """``rules.wording.pardons.Pardon``."""

    __tablename__: ClassVar[str] = "wording_pardons"
    id: int | None = whole(default=None, primary_key=True)
    rule_id: str
    plain: str
    scope: str
    subject: str
    reason: str
    author: str
    given_at: int = whole()
    until_at: int | None = whole(default=None)
