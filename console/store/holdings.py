"""How many rows of each shop the file holds: what stays readable when a shop is let go."""

from sqlalchemy import Connection, func, select

from console.store.tables import AfterSales, Items, Orders, table_of
from console.store.views import Shape


class Holding(Shape, frozen=True, kw_only=True):
    """Rows of one shop, gone ones left out."""

    items: int = 0
    orders: int = 0
    after_sales: int = 0


def holdings(conn: Connection) -> dict[str, Holding]:
    """By shop; a shop without rows is not in it."""
    found: dict[str, dict[str, int]] = {}
    for name, model in (("items", Items), ("orders", Orders), ("after_sales", AfterSales)):
        table = table_of(model)
        asked = select(table.c.shop_id, func.count()).group_by(table.c.shop_id)
        if "gone" in table.c:
            asked = asked.where(table.c.gone.is_(False))
        for shop_id, count in conn.execute(asked):
            found.setdefault(shop_id, {})[name] = count
    return {shop_id: Holding(**rows) for shop_id, rows in found.items()}
