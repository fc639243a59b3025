"""What was sold of one line of goods, sale by sale: paid orders of both shops, a trade brought in not counted again."""

from sqlalchemy import Connection

from console.core.model import EXTERNAL, OrderStatus, Platform
from console.rules.pushing import Goods
from console.store.pages import driver
from console.store.views_goods import PastSale

SALES = """
SELECT o.paid_at, l.sku_id, l.quantity FROM order_lines AS l JOIN orders AS o ON o.id = l.order_id
WHERE o.shop_id = ? AND l.item_id = ? AND o.paid_at >= ? AND o.status <> ? AND l.quantity > 0
  AND (? OR (o.under_id IS NULL AND o.source <> ?))
ORDER BY o.paid_at
"""


def sales(conn: Connection, goods: Goods, since_at: int) -> list[PastSale]:
    """Since an instant, in the order they were paid within each shop."""
    found = []
    for platform in Platform:
        side = goods.side(platform)
        if side is None:
            continue
        known = (side.shop_id, side.item.item_id, since_at, OrderStatus.UNPAID.value)
        rows = driver(conn).execute(SALES, (*known, platform is Platform.KUAISHOU, EXTERNAL))
        found += [
            PastSale(at=paid_at, platform=platform, sku_id=sku_id, pieces=pieces) for paid_at, sku_id, pieces in rows
        ]
    return found
