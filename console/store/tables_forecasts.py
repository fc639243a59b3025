"""How forecasts are kept, day by day as they were made; and what ads cost on days that only the merchant knows."""

from typing import Any, ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_readings import metadata

__all__ = ["AdSpendDays", "ForecastDays", "Forecasts", "metadata", "table_of"]


class Forecasts(SQLModel, table=True):
    """A forecast: for which shops, when it was made, and what the method was worth then, by its own past."""

    __tablename__: ClassVar[str] = "forecasts"
    __table_args__: ClassVar[Any] = (Index("ix_forecasts_made_at", "shop_id", "made_at"),)
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str  # the Kuaishou shop of a pair; empty: all shops
    made_at: int = whole()
    begin_at: int = whole()  # the first day that it speaks of
    wape: float | None = None
    naive_wape: float | None = None
    coverage: float | None = None  # of the 80 % band
    driven: bool  # by ad spend


class ForecastDays(SQLModel, table=True):
    """A day of a forecast: the median and both bands of what is paid, and the ad spend that it was made for."""

    __tablename__: ClassVar[str] = "forecast_days"
    forecast_id: int = whole(primary_key=True, foreign_key="forecasts.id", ondelete="CASCADE")
    day_at: int = whole(primary_key=True)  # the first instant of the shop day
    paid_fen: int = whole()
    low80_fen: int = whole()
    high80_fen: int = whole()
    low95_fen: int = whole()
    high95_fen: int = whole()
    spend_fen: int | None = whole(default=None)


class AdSpendDays(SQLModel, table=True):
    """What ads cost on a shop day, as a file or a person says; where the ads platform tells a day, it wins."""

    __tablename__: ClassVar[str] = "ad_spend_days"
    shop_id: str = Field(primary_key=True)
    day_at: int = whole(primary_key=True)
    cost_fen: int = whole()
    origin: str  # file, paste
    kept_at: int = whole()
