"""What became of the money of a show: its orders, what of them was refunded, and what ads cost meanwhile."""

from typing import Final

from sqlalchemy import Connection

from console.core.clock import HOUR
from console.core.live import LiveSource
from console.core.model import AfterSaleKind, AfterSaleStatus, OrderStatus, Platform
from console.rules.live import Rate
from console.rules.live_reconcile import AdsOfShow, AfterShow
from console.store.live_places import LEADS, NOT_ELSEWHERE
from console.store.pages import driver

OVER: Final = (AfterSaleStatus.SUCCESS.value, AfterSaleStatus.CLOSED.value)

SOLD = f"""
WITH sold AS (SELECT id, shop_id, order_no, amount_fen FROM orders
              WHERE {LEADS} AND paid_at >= ?1 AND paid_at < ?2 AND status <> ?3 AND shop_id LIKE ?4
              AND {NOT_ELSEWHERE}),
     back AS (SELECT sold.id, after.amount_fen, after.status FROM sold JOIN after_sales AS after
              ON after.shop_id = sold.shop_id AND after.order_no = sold.order_no AND after.kind <> ?5)
"""  # noqa: S608 - our own words
SUMS = f"""{SOLD}
SELECT (SELECT COUNT(*) FROM sold), (SELECT COALESCE(SUM(amount_fen), 0) FROM sold),
       (SELECT COUNT(DISTINCT id) FROM back WHERE status = ?6),
       (SELECT COALESCE(SUM(amount_fen), 0) FROM back WHERE status = ?6),
       (SELECT COUNT(DISTINCT id) FROM back WHERE status NOT IN (?6, ?7))
"""  # noqa: S608 - our own words
BY_ITEM = f"""{SOLD}
SELECT line.item_id, COUNT(DISTINCT sold.id),
       COUNT(DISTINCT CASE WHEN sold.id IN (SELECT id FROM back WHERE status = ?6) THEN sold.id END)
FROM sold JOIN order_lines AS line ON line.order_id = sold.id WHERE line.item_id <> '' GROUP BY line.item_id
"""  # noqa: S608 - our own words
ITEMS_SOLD = f"""{SOLD}
SELECT line.item_id, COUNT(DISTINCT sold.id),
       CASE WHEN COUNT(*) = COUNT(line.amount_fen) THEN SUM(line.amount_fen) END
FROM sold JOIN order_lines AS line ON line.order_id = sold.id WHERE line.item_id <> '' GROUP BY line.item_id
"""  # noqa: S608 - our own words
READ = """
SELECT MIN(watermark) FROM cursors WHERE stream = 'after_sales' AND shop_id LIKE ?1 AND watermark >= (
    SELECT MAX(watermark) FROM cursors WHERE stream = 'after_sales' AND shop_id LIKE ?1) - 86400000
"""
ADS = """
SELECT SUM(cost_fen), COUNT(*) = COUNT(cost_fen), SUM(gmv_fen), COUNT(*) = COUNT(gmv_fen),
       SUM(orders), COUNT(*) = COUNT(orders),
       SUM(watched_s * live_views), SUM(CASE WHEN watched_s IS NOT NULL THEN live_views END), COUNT(*)
FROM ad_hours WHERE begin_at >= ? AND begin_at < ?
"""


def after(conn: Connection, begin_at: int, end_at: int, shop_id: str = "") -> AfterShow:
    """Of the Kuaishou orders paid in a half-open stretch, of one shop or of all, without those made elsewhere.

    Refunds of nobody's reading are unknown and not 0.
    """
    db, like = driver(conn), shop_id or f"{Platform.KUAISHOU}:%"
    values = (begin_at, end_at, OrderStatus.UNPAID.value, like, AfterSaleKind.EXCHANGE.value, *OVER)
    orders, gmv, back_orders, back_fen, open_orders = db.execute(SUMS, values).fetchone()
    read_at = db.execute(READ, (like,)).fetchone()[0]
    if read_at is None:
        return AfterShow(orders=orders, gmv_fen=gmv, ads=ads(conn, begin_at, end_at))
    return AfterShow(
        orders=orders,
        gmv_fen=gmv,
        refunded_orders=back_orders,
        refunded_fen=back_fen,
        open_orders=open_orders,
        read_at=read_at,
        by_item={item_id: (sold, back) for item_id, sold, back in db.execute(BY_ITEM, values[:6])},
        ads=ads(conn, begin_at, end_at),
    )


def items_sold(conn: Connection, begin_at: int, end_at: int, shop_id: str = "") -> dict[str, tuple[int, int | None]]:
    """Orders and money (fen) of each item in a half-open stretch, of one shop or of all.

    None where a line does not say its share.
    """
    like = shop_id or f"{Platform.KUAISHOU}:%"
    values = (begin_at, end_at, OrderStatus.UNPAID.value, like, AfterSaleKind.EXCHANGE.value)
    return {item_id: (orders, fen) for item_id, orders, fen in driver(conn).execute(ITEMS_SOLD, values)}


def ads_rates(conn: Connection, begin_at: int, now: int) -> dict[str, list[Rate]]:
    """What the ads report tells of a show that is on: how long advertised viewers stay, as of its last reading."""
    told = ads(conn, begin_at, now)
    if told is None or told.watched_s is None or told.read_at is None:
        return {}
    return {"stay": [Rate(value=told.watched_s, source=LiveSource.ADS, at=told.read_at)]}


def ads(conn: Connection, begin_at: int, end_at: int) -> AdsOfShow | None:
    """In the whole hours that the stretch touches; None: none was read. A sum that lacks an hour is unknown."""
    db = driver(conn)
    row = db.execute(ADS, (begin_at // HOUR * HOUR, end_at)).fetchone()
    cost, has_cost, gmv, has_gmv, orders, has_orders, watched, views, hours = row
    if not hours:
        return None
    read_at = db.execute("SELECT MIN(read_at) FROM ad_accounts").fetchone()[0]
    return AdsOfShow(
        cost_fen=cost if has_cost else None,
        gmv_fen=gmv if has_gmv else None,
        orders=orders if has_orders else None,
        watched_s=watched / views if watched is not None and views else None,
        read_at=read_at,
    )
