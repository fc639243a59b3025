"""Where the goods of a Youzan shop belong at Kuaishou: chosen by a person, or as they are listed there already."""

from sqlalchemy import Connection

from console.store import categories
from console.store.pages import driver
from console.store.views import Pair
from console.store.views_goods import Belonging, Mapping

GOODS = """
SELECT here.item_id, here.title, here.category_id, coalesce(chosen.category_id, there.category_id, ''),
       chosen.category_id IS NOT NULL
FROM items AS here
LEFT JOIN items AS there ON there.id = here.under_id AND NOT there.gone
LEFT JOIN category_choices AS chosen ON chosen.shop_id = here.shop_id AND chosen.item_id = here.item_id
WHERE here.shop_id = ? AND NOT here.gone ORDER BY here.id
"""


def mapping(conn: Connection, pair: Pair) -> Mapping:
    """Read it: goods, and both trees as they were last read."""
    rows = driver(conn).execute(GOODS, (pair.youzan_shop_id,))
    return Mapping(
        pair=pair,
        goods=tuple(
            Belonging(item_id=item_id, title=title, source_id=source, target_id=target, by_hand=bool(by_hand))
            for item_id, title, source, target, by_hand in rows
        ),
        kuaishou=categories.tree(conn, pair.kuaishou_shop_id),
        youzan=categories.tree(conn, pair.youzan_shop_id),
    )
