"""How traffic is kept that no platform's interface gives: imported or typed, a row as it was told. Unknown is NULL.

A row is of a Kuaishou shop and goes with it; ``shop_id`` is empty where nobody said of which.
"""

from typing import Any, ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_insights import metadata

__all__ = ["TrafficLabels", "TrafficSources", "TrafficWorks", "metadata", "table_of"]


class TrafficSources(SQLModel, table=True):
    """How many came from where on a shop day; ``show`` is empty where a day was told as a whole."""

    __tablename__: ClassVar[str] = "traffic_sources"
    shop_id: str = Field(primary_key=True)
    day_at: int = whole(primary_key=True)  # the first instant of the shop day
    show: str = Field(primary_key=True)
    name: str = Field(primary_key=True)  # as it was written
    source: str  # key of ``rules.traffic.CHANNELS``
    viewers: int | None = whole(default=None)  # people
    views: int | None = whole(default=None)  # counts
    origin: str  # file, paste, manual
    kept_at: int = whole()


class TrafficWorks(SQLModel, table=True):
    """A published work with its figures so far; ``own_kind`` is what a person said that it is, and wins."""

    __tablename__: ClassVar[str] = "traffic_works"
    __table_args__: ClassVar[Any] = (Index("ix_traffic_works_day_at", "day_at"),)
    shop_id: str = Field(primary_key=True)
    work: str = Field(primary_key=True)
    title: str
    kind: str  # sketch, review, factory, …, or the merchant's own word; empty: nobody said
    own_kind: str
    day_at: int = whole()  # the shop day of its publication
    length_s: float | None = None
    plays: int | None = whole(default=None)
    completion: float | None = None
    stay_s: float | None = None
    click_rate: float | None = None  # item clicks to plays
    conversion: float | None = None  # paid orders to item clicks
    origin: str
    kept_at: int = whole()


class TrafficLabels(SQLModel, table=True):
    """How much of the content, or of the fans, is under a label, as of a shop day."""

    __tablename__: ClassVar[str] = "traffic_labels"
    shop_id: str = Field(primary_key=True)
    day_at: int = whole(primary_key=True)
    side: str = Field(primary_key=True)  # content, fans
    label: str = Field(primary_key=True)
    share: float
    origin: str
    kept_at: int = whole()
