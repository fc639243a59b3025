"""The bound shops, and which of them belong together."""

from sqlalchemy import Connection, Table, delete, insert, or_, select, update

from console.core.model import Platform, Shop
from console.store import goods_links, link_decisions, order_holds, touch_people
from console.store.pairing import pair_items
from console.store.schema import all_tables
from console.store.tables import Items, Links, Orders, Pairs, Shops, table_of
from console.store.tables_waybills import WaybillPrints, Waybills
from console.store.views import Pair, ShopRow

SHOP = table_of(Shops)
PAIR = table_of(Pairs)
PROVABLE = frozenset(("audit", "proofs", "violations", "certificates", "duties", "duty_proofs"))
"""Tables whose rows outlive their shop: what was done, what was reconciled, and the merchant's own cases and papers."""


def put_shop(conn: Connection, shop: Shop) -> bool:
    """Keep a shop as its platform names it; returns whether that was news."""
    values = {
        "shop_id": shop.shop_id,
        "platform": shop.platform.value,
        "platform_shop_id": shop.platform_shop_id,
        "name": shop.name,
        "open_id": shop.open_id,
    }
    known = conn.execute(select(SHOP).where(SHOP.c.shop_id == shop.shop_id)).mappings().one_or_none()
    if known is None:
        conn.execute(insert(SHOP).values(**values))
        return True
    if {name: known[name] for name in values} == values:
        return False
    conn.execute(update(SHOP).where(SHOP.c.shop_id == shop.shop_id).values(**values))
    return True


def shops(conn: Connection) -> list[ShopRow]:
    """All bound shops, in the order they were bound."""
    return [
        ShopRow(
            shop_id=row.shop_id,
            platform=Platform(row.platform),
            platform_shop_id=row.platform_shop_id,
            name=row.name,
            open_id=row.open_id,
        )
        for row in conn.execute(select(SHOP).order_by(SHOP.c.id))
    ]


def pair(conn: Connection, kuaishou_shop_id: str, youzan_shop_id: str) -> bool:
    """Say that two shops belong together; returns whether that was news. A former partner of either is let go."""
    wanted = Pair(kuaishou_shop_id=kuaishou_shop_id, youzan_shop_id=youzan_shop_id)
    if wanted in pairs(conn):
        return False
    for former in pairs(conn):
        if set(former.shop_ids) & set(wanted.shop_ids):
            part(conn, former)
    conn.execute(insert(PAIR).values(kuaishou_shop_id=kuaishou_shop_id, youzan_shop_id=youzan_shop_id))
    pair_items(conn, wanted)
    return True


def part(conn: Connection, former: Pair) -> None:
    """Undo a pair: its links, and what they said of the rows, go with it."""
    orders, items, links = table_of(Orders), table_of(Items), table_of(Links)
    conn.execute(delete(PAIR).where(PAIR.c.kuaishou_shop_id == former.kuaishou_shop_id))
    conn.execute(delete(links).where(links.c.kuaishou_shop_id == former.kuaishou_shop_id))
    conn.execute(update(orders).where(orders.c.shop_id.in_(former.shop_ids)).values(mapping=None, under_id=None))
    conn.execute(update(items).where(items.c.shop_id == former.youzan_shop_id).values(under_id=None))


def pairs(conn: Connection) -> list[Pair]:
    """The pairs, in the order they were made."""
    return [
        Pair(kuaishou_shop_id=row.kuaishou_shop_id, youzan_shop_id=row.youzan_shop_id)
        for row in conn.execute(select(PAIR).order_by(PAIR.c.id))
    ]


def remove_shop(conn: Connection, shop_id: str) -> None:
    """Forget a shop and everything it said, or that was kept of its buyers.

    What the merchant has to be able to prove stays: the audit, reconciliations, and the papers of the compliance room.
    """
    order_holds.hand_over(conn, shop_id)  # while it is known which rows are of one sale
    for former in pairs(conn):
        if shop_id in former.shop_ids:
            part(conn, former)
    goods_links.forget(conn, shop_id)
    link_decisions.forget_decisions(conn, shop_id)
    touch_people.forget(conn, shop_id)  # while it is known who is whom
    links = table_of(Links)
    conn.execute(delete(links).where(or_(links.c.kuaishou_shop_id == shop_id, links.c.youzan_shop_id == shop_id)))
    prints, numbers = table_of(WaybillPrints), table_of(Waybills)
    its_numbers = select(numbers.c.id).where(numbers.c.shop_id == shop_id)
    conn.execute(delete(prints).where(prints.c.waybill_id.in_(its_numbers)))
    for table in _its_tables():
        conn.execute(delete(table).where(table.c.shop_id == shop_id))
    from console.store.selecting import drop_kept  # here: it knows of shops

    drop_kept(conn)  # advice on the goods of all shops together, too


def _its_tables() -> list[Table]:
    """Every table that says of which shop its rows are, also those of rooms that came later; children first."""
    return [table for table in reversed(all_tables()) if "shop_id" in table.c and table.name not in PROVABLE]
