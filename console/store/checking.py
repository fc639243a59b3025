"""What the file knows for a check before publishing, beside the goods themselves."""

from sqlalchemy import Connection

from console.rules.drafts import Known
from console.rules.pushing import Goods
from console.store import categories, papers
from console.store.pages import driver
from console.store.shops import pairs


def known(conn: Connection, goods: Goods) -> Known:
    """Category, attributes and what the item says of itself, each with its age."""
    shop_id = _kuaishou_shop(conn, goods)
    chosen = item = None
    if goods.kuaishou is not None:
        chosen = goods.kuaishou.item.category_id
        item = categories.item_facts(conn, shop_id, goods.kuaishou.item.item_id)
    elif goods.youzan is not None:
        chosen = categories.choices(conn, goods.youzan.shop_id).get(goods.youzan.item.item_id)
    chosen = chosen or ""
    asks = categories.category_facts(conn, shop_id, chosen) if chosen else None
    found = categories.category(conn, shop_id, chosen) if chosen else None
    own = goods.kuaishou.item.item_id if goods.kuaishou is not None else ""
    return Known(
        shop_id=shop_id,
        category_id=chosen,
        category=found,
        documents=papers.held(conn, shop_id, own, "" if found is None else found.path),
        tree_at=_tree_at(conn, shop_id),
        asks=None if asks is None else asks[0],
        asks_at=None if asks is None else asks[1],
        item=None if item is None else item[0],
        item_at=None if item is None else item[1],
    )


def _tree_at(conn: Connection, shop_id: str) -> int | None:
    row = driver(conn).execute("SELECT kept_at FROM categories WHERE shop_id = ? LIMIT 1", (shop_id,)).fetchone()
    return None if row is None else int(row[0])


def _kuaishou_shop(conn: Connection, goods: Goods) -> str:
    """The shop where the goods are, or would be published; empty where theirs has no partner."""
    if goods.kuaishou is not None:
        return goods.kuaishou.shop_id
    own = "" if goods.youzan is None else goods.youzan.shop_id
    return next((pair.kuaishou_shop_id for pair in pairs(conn) if pair.youzan_shop_id == own), "")
