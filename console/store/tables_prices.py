"""How it is kept what goods cost the merchant, and which prices somebody was told of."""

from typing import ClassVar

from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_aftersales import metadata

__all__ = ["GoodsCosts", "PriceAlerts", "metadata", "table_of"]


class GoodsCosts(SQLModel, table=True):
    """What one piece costs the merchant, as a platform says or as a sheet brought it in.

    A sheet speaks of all variants at once: its ``sku_id`` is empty. Where both speak, the platform is believed.
    """

    __tablename__: ClassVar[str] = "goods_costs"
    shop_id: str = Field(primary_key=True)
    item_id: str = Field(primary_key=True)
    sku_id: str = Field(primary_key=True)
    source: str = Field(primary_key=True)  # "platform", "sheet"
    cost_fen: int = whole()
    kept_at: int = whole()


class PriceAlerts(SQLModel, table=True):
    """Kuaishou goods whose price is too far from Youzan's, or below its floor: for as long as that is so.

    The figures are those of the variant that is furthest off; ``told_at`` is empty until a person was told.
    """

    __tablename__: ClassVar[str] = "price_alerts"
    shop_id: str = Field(primary_key=True)
    item_id: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)  # "gap", "floor"
    spec: str
    pays_fen: int = whole()
    other_fen: int | None = whole(default=None)
    floor_fen: int | None = whole(default=None)
    gap_bp: int | None = whole(default=None)
    margin_fen: int | None = whole(default=None)
    seen_at: int = whole()
    told_at: int | None = whole(default=None)
