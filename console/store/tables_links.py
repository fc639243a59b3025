"""How it is kept which goods are the same: links that stand, pairs that are not, and what a person is to be asked."""

from typing import Any, ClassVar

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_ads import metadata

__all__ = ["GoodsApart", "GoodsLinks", "GoodsQuestions", "metadata", "table_of"]


class GoodsLinks(SQLModel, table=True):
    """Links that stand whatever the codes say: carried out from a dry run, or made by a person (``by_hand``).

    The file itself refuses a second link of either item within a pair of shops. Shops that are parted keep them for
    when they are paired again.
    """

    __tablename__: ClassVar[str] = "goods_links"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("kuaishou_shop_id", "kuaishou_item_id", "youzan_shop_id", name="uq_goods_links_kuaishou"),
        UniqueConstraint("youzan_shop_id", "youzan_item_id", "kuaishou_shop_id", name="uq_goods_links_youzan"),
    )
    id: int | None = whole(default=None, primary_key=True)
    kuaishou_shop_id: str
    kuaishou_item_id: str
    youzan_shop_id: str
    youzan_item_id: str
    reason: str  # code of ``rules.links.Reason``; empty: a person chose among all goods
    by_hand: bool = False
    linked_at: int = whole()


class GoodsApart(SQLModel, table=True):
    """Pairs of which a person has said that they are not the same goods: never linked, never suggested again."""

    __tablename__: ClassVar[str] = "goods_apart"
    __table_args__: ClassVar[Any] = (Index("ix_goods_apart_youzan", "youzan_shop_id", "youzan_item_id"),)
    kuaishou_shop_id: str = Field(primary_key=True)
    kuaishou_item_id: str = Field(primary_key=True)
    youzan_shop_id: str = Field(primary_key=True)
    youzan_item_id: str = Field(primary_key=True)
    reason: str  # the person's words, where there are any
    parted_at: int = whole()


class GoodsQuestions(SQLModel, table=True):
    """What the last comparison has to ask of an item, with what speaks for which; made anew after each reading."""

    __tablename__: ClassVar[str] = "goods_questions"
    shop_id: str = Field(primary_key=True)
    item_id: str = Field(primary_key=True)
    kind: str  # "conflict", "suggestion"
    candidates: str  # JSON list of ``rules.links.Candidate``, best first
