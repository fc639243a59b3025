"""Whose show it is: of which Kuaishou shop, as far as its own log tells it."""

from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.model import Platform
from console.store.live_view import BY_TYPE
from console.store.pages import driver

KUAISHOU: Final = f"{Platform.KUAISHOU}:%"
BOUND = "SELECT COUNT(*) FROM shops WHERE platform = ?"
BY_ITEMS = f"""
SELECT DISTINCT shop_id FROM items WHERE shop_id LIKE ?2 AND item_id IN (
    SELECT item_id FROM live_events {BY_TYPE}
    WHERE session_id = ?1 AND type IN ('item_click', 'order') AND item_id <> '' LIMIT 500)
"""  # noqa: S608 - our own words
BY_ROOMS = "SELECT DISTINCT shop_id FROM live_rooms WHERE session_id = ?1 AND shop_id LIKE ?2"


class Whose(msgspec.Struct, frozen=True, kw_only=True):
    """``shop_id`` empty: of the only shop there is, or of ``shops`` together, for nobody tells which of them it is."""

    shop_id: str = ""
    shops: int = 0


def whose(conn: Connection, session_id: str) -> Whose:
    """The shop whose items were clicked or ordered in it; where none were, the one whose room was on."""
    db = driver(conn)
    (bound,) = db.execute(BOUND, (Platform.KUAISHOU.value,)).fetchone()
    if bound < 2:
        return Whose()
    for asked in (BY_ITEMS, BY_ROOMS):
        told = [shop_id for (shop_id,) in db.execute(asked, (session_id, KUAISHOU))]
        if told:
            return Whose(shop_id=told[0]) if len(told) == 1 else Whose(shops=bound)
    return Whose(shops=bound)
