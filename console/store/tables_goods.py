"""How what goods are judged by is kept: refusals and when each ended, the platforms' categories, what was chosen."""

from typing import Any, ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from console.store.tables import metadata, table_of, whole

__all__ = ["Categories", "CategoryChoices", "CategoryFacts", "ItemFacts", "Refusals", "metadata", "table_of"]


class Refusals(SQLModel, table=True):
    """Each time a platform's review turned an item down, from when it was seen here until it was seen no more.

    ``ended_as`` is empty while it stands: ``passed``, ``gone`` (the item is), ``other`` (another reason took its
    place). An item that waits for another review has not passed: its refusal stands.
    """

    __tablename__: ClassVar[str] = "refusals"
    __table_args__: ClassVar[Any] = (Index("ix_refusals_item", "shop_id", "item_id"),)
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str
    item_id: str
    text: str
    seen_at: int = whole()
    ended_at: int | None = whole(default=None)
    ended_as: str


class Categories(SQLModel, table=True):
    """The category tree as a platform gave it to a shop; ``is_open`` None: it did not say whether the shop may sell."""

    __tablename__: ClassVar[str] = "categories"
    shop_id: str = Field(primary_key=True)
    category_id: str = Field(primary_key=True)
    parent_id: str
    path: str  # "家居生活 > 厨具/杯具 > 杯具"
    is_leaf: bool
    is_open: bool | None = None
    kept_at: int = whole()


class CategoryFacts(SQLModel, table=True):
    """What a platform asks of goods of a category: JSON of ``core.categories.CategoryFacts``."""

    __tablename__: ClassVar[str] = "category_facts"
    shop_id: str = Field(primary_key=True)
    category_id: str = Field(primary_key=True)
    facts: str
    kept_at: int = whole()


class ItemFacts(SQLModel, table=True):
    """What an item's detail says beside its listing, when a check asked: JSON of ``core.categories.ItemFacts``."""

    __tablename__: ClassVar[str] = "item_facts"
    shop_id: str = Field(primary_key=True)
    item_id: str = Field(primary_key=True)
    facts: str
    kept_at: int = whole()


class CategoryChoices(SQLModel, table=True):
    """The Kuaishou leaf that a person chose for goods of a Youzan shop; it is ours, and sent nowhere by itself."""

    __tablename__: ClassVar[str] = "category_choices"
    shop_id: str = Field(primary_key=True)
    item_id: str = Field(primary_key=True)
    category_id: str
    chosen_at: int = whole()
