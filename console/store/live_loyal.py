"""Who of a show was there before: read once when it is looked back at, never while it is on."""

from sqlalchemy import Connection

from console.core.model import OrderStatus
from console.rules.live_fans import LAST, Fans, buyers, viewers
from console.store.live_places import LEADS, NOT_ELSEWHERE
from console.store.live_shop import KUAISHOU
from console.store.live_view import Show
from console.store.pages import driver

BEFORE = """
SELECT session_id FROM live_sessions AS one WHERE started_at < ?2 AND session_id <> ?1
  AND EXISTS (SELECT 1 FROM live_people AS told WHERE told.session_id = one.session_id)
ORDER BY started_at DESC LIMIT ?3
"""
VIEWERS = f"""
WITH earlier AS ({BEFORE})
SELECT COUNT(*), COALESCE(SUM(user_key IN
           (SELECT user_key FROM live_people WHERE session_id IN (SELECT session_id FROM earlier))), 0),
       (SELECT COUNT(*) FROM earlier)
FROM live_people WHERE session_id = ?1
"""  # noqa: S608 - our own words
OURS = "shop_id LIKE ?4 AND status <> ?3"
BUYERS = f"""
WITH bought AS (SELECT DISTINCT shop_id, buyer_id FROM orders
                WHERE paid_at >= ?1 AND paid_at < ?2 AND buyer_id <> '' AND {OURS}
                AND {LEADS} AND {NOT_ELSEWHERE})
SELECT COUNT(*), COALESCE(SUM((shop_id, buyer_id) IN
           (SELECT shop_id, buyer_id FROM orders WHERE paid_at < ?1 AND buyer_id <> '' AND {OURS})), 0)
FROM bought
"""  # noqa: S608 - our own words
KEPT = f"""
SELECT COALESCE(SUM(paid_at < ?1), 0), COALESCE(SUM(paid_at >= ?1 AND paid_at < ?2 AND buyer_id = ''), 0), MIN(paid_at)
FROM orders WHERE paid_at IS NOT NULL AND {OURS}
"""  # noqa: S608 - our own words


def fans(conn: Connection, show: Show, *, has_orders: bool, shop_id: str = "") -> Fans:
    """Of one show, as far as anybody tells who was there. ``has_orders``: they are read up to its end.

    ``shop_id``: whose buyers; empty: those of all Kuaishou shops.
    """
    db = driver(conn)
    people, returning, before = db.execute(VIEWERS, (show.session_id, show.started_at, LAST)).fetchone()
    stretch = (show.started_at, show.until_at + 1, OrderStatus.UNPAID.value, shop_id or KUAISHOU)
    bought, again = db.execute(BUYERS, stretch).fetchone()
    kept, unnamed, since_at = db.execute(KEPT, stretch).fetchone()
    return Fans(
        viewers=viewers(people, returning, before),
        buyers=buyers(bought, again, kept, unnamed, since_at, has_orders=has_orders),
    )
