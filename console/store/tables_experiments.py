"""How experiments are kept with what they counted, and big promotions with their tasks. All of it is the merchant's."""

from typing import Any, ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_moves import metadata

__all__ = ["ExperimentFigures", "Experiments", "PromotionTasks", "Promotions", "metadata", "table_of"]


class Experiments(SQLModel, table=True):
    """What is compared, and what was planned before; ``metrics`` and ``taken`` are JSON."""

    __tablename__: ClassVar[str] = "experiments"
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str  # empty: all shops
    name: str
    subject: str  # title, price, cover, script, cue, video, other
    a_name: str
    b_name: str
    split: str  # random: people are dealt out; turns: shows or days take turns
    metrics: str  # the first one decides; each with its plan
    taken: str  # which part of the file the figures are taken from; empty: they are typed or imported
    state: str  # running, stopped, archived
    reason: str  # why it was stopped
    note: str
    created_at: int = whole()
    stopped_at: int | None = whole(default=None)
    changed_at: int = whole()


class ExperimentFigures(SQLModel, table=True):
    """What one arm counted of a metric on a shop day; ``day_at`` 0: all of it so far, told as one figure."""

    __tablename__: ClassVar[str] = "experiment_figures"
    experiment_id: int = whole(primary_key=True, foreign_key="experiments.id", ondelete="CASCADE")
    metric: str = Field(primary_key=True)
    arm: str = Field(primary_key=True)  # a, b
    day_at: int = whole(primary_key=True)
    n: int = whole()
    hits: int | None = whole(default=None)  # of a share
    mean: float | None = None  # of a quantity, with its deviation
    sd: float | None = None
    origin: str  # file, paste, manual
    kept_at: int = whole()


class Promotions(SQLModel, table=True):
    """A big promotion of one year; its day is the merchant's own until somebody confirmed it."""

    __tablename__: ClassVar[str] = "promotions"
    promotion_id: str = Field(primary_key=True)  # twelve-2026
    name: str
    day_on: str  # the day of the rush
    end_on: str
    confirmed: bool
    source: str  # where the day was read, once it is confirmed
    dropped: bool
    changed_at: int = whole()


class PromotionTasks(SQLModel, table=True):
    """A step of a promotion's lane; ``key`` names the row of the template that it was made from."""

    __tablename__: ClassVar[str] = "promotion_tasks"
    __table_args__: ClassVar[Any] = (Index("ix_promotion_tasks_promotion_id", "promotion_id"),)
    id: int | None = whole(default=None, primary_key=True)
    promotion_id: str = Field(foreign_key="promotions.promotion_id", ondelete="CASCADE")
    key: str
    lane: str  # platform, price, stock, content, live, compliance
    title: str
    begin_on: str
    due_on: str
    owner: str  # of a show: its host
    state: str  # open, doing, done, none
    proof: str
    note: str
    done_at: int | None = whole(default=None)
    done_by: str
    changed_at: int = whole()
