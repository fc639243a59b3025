"""Items and SKUs of both platforms, and which Youzan item is the same goods as which Kuaishou item."""

from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, select

from console.core.model import AuditState, Item, Listing, Sku
from console.store import costs, details
from console.store.pages import PageTable, Values, is_older
from console.store.pairing import pair_items
from console.store.refusals import note_items
from console.store.shops import pairs
from console.store.tables import Items, Skus, table_of
from console.store.views import Saved

COLUMNS = (
    "item_id",
    "title",
    "code",
    "category_id",
    "category_name",
    "price_fen",
    "stock",
    "sold",
    "image_url",
    "on_shelf",
    "audit",
    "audit_reason",
    "created_at",
    "updated_at",
)
SKU_COLUMNS = (
    "item_id",
    "sku_id",
    "code",
    "spec",
    "price_fen",
    "stock",
    "reserved",
    "image_url",
    "updated_at",
)


def item_values(item: Item) -> Values:
    """An item's values in the order of ``COLUMNS``."""
    return (
        item.item_id,
        item.title,
        item.code,
        item.category_id,
        item.category_name,
        item.price_fen,
        item.stock,
        item.sold,
        item.image_url,
        item.on_shelf,
        item.audit.value,
        item.audit_reason,
        item.created_at,
        item.updated_at,
    )


def sku_values(sku: Sku) -> Values:
    """A SKU's values in the order of ``SKU_COLUMNS``."""
    return (
        sku.item_id,
        sku.sku_id,
        sku.code,
        sku.spec,
        sku.price_fen,
        sku.stock,
        sku.reserved,
        sku.image_url,
        sku.updated_at,
    )


ITEM_PAGES = PageTable[Item](Items, "item_id", COLUMNS, attrgetter("item_id"), item_values, returns=True)
SKU_PAGES = PageTable[Sku](
    Skus,
    "item_id || '/' || sku_id",  # Youzan gives the only SKU of an item no number of its own
    SKU_COLUMNS,
    lambda sku: f"{sku.item_id}/{sku.sku_id}",
    sku_values,
    scope="item_id",
    scope_of=attrgetter("item_id"),
    returns=True,
)


def save_listings(conn: Connection, shop_id: str, listings: Sequence[Listing], now: int) -> Saved:
    """Keep a page of listings. Items and SKUs count as a row each; ``ids`` are the items touched.

    A listing with SKUs names all of them: those it leaves out are marked gone. The SKUs of a listing older than those
    we hold are ignored with it.
    """
    saved = ITEM_PAGES.write(conn, shop_id, ITEM_PAGES.sift(conn, shop_id, [listing.item for listing in listings]), now)
    told = set(saved.ids)
    note_items(conn, shop_id, [one.item for one in listings if one.item.item_id in told], now)
    read_at = _skus_read_at(conn, shop_id, [listing.item.item_id for listing in listings])
    full = {
        listing.item.item_id: listing
        for listing in listings
        if listing.skus is not None and not is_older(listing.item.updated_at, read_at.get(listing.item.item_id))
    }
    if not full:
        return saved
    costs.keep_platforms(conn, shop_id, full.values(), now)
    details.keep(conn, shop_id, full.values(), now)
    skus = [sku for listing in full.values() for sku in listing.skus or ()]
    news = SKU_PAGES.sift(conn, shop_id, skus)
    written = SKU_PAGES.write(conn, shop_id, news, now)
    dropped = _drop_skus(conn, shop_id, full, {(sku.item_id, sku.sku_id) for sku in skus})
    _note_skus_read(conn, shop_id, full, read_at)
    touched = dict.fromkeys([*saved.ids, *(sku.item_id for _, sku, _ in news.written), *dropped])
    return Saved(
        inserted=saved.inserted + written.inserted,
        changed=saved.changed + written.changed + len(dropped),
        ids=tuple(touched),
    )


def _skus_read_at(conn: Connection, shop_id: str, item_ids: Collection[str]) -> dict[str, int | None]:
    items = table_of(Items).c
    asked = select(items.item_id, items.skus_at).where(items.shop_id == shop_id, items.item_id.in_(item_ids))
    return {row.item_id: row.skus_at for row in conn.execute(asked)}


def _drop_skus(conn: Connection, shop_id: str, item_ids: Iterable[str], kept: set[tuple[str, str]]) -> list[str]:
    """Mark the SKUs of these items that are not ``kept``; returns their items, once for each SKU."""
    skus = table_of(Skus).c
    asked = select(skus.id, skus.item_id, skus.sku_id).where(
        skus.shop_id == shop_id, skus.item_id.in_(item_ids), skus.gone.is_(False)
    )
    lost = [row for row in conn.execute(asked) if (row.item_id, row.sku_id) not in kept]
    if lost:
        conn.exec_driver_sql("UPDATE skus SET gone = 1 WHERE id = ?", [(row.id,) for row in lost])
    return [row.item_id for row in lost]


def _note_skus_read(
    conn: Connection, shop_id: str, listings: dict[str, Listing], read_at: dict[str, int | None]
) -> None:
    """Remember of which update time the SKUs are, where that is news."""
    news = [
        (listing.item.updated_at or 0, shop_id, item_id)
        for item_id, listing in listings.items()
        if read_at.get(item_id) != (listing.item.updated_at or 0)
    ]
    if news:
        conn.exec_driver_sql("UPDATE items SET skus_at = ? WHERE shop_id = ? AND item_id = ?", news)


def item_updates(conn: Connection, shop_id: str) -> dict[str, int]:
    """Of which update time each held item's SKUs are; items whose SKUs were never read are not in it."""
    items = table_of(Items).c
    asked = select(items.item_id, items.skus_at).where(
        items.shop_id == shop_id, items.skus_at.is_not(None), items.gone.is_(False)
    )
    return {row.item_id: row.skus_at for row in conn.execute(asked)}


def retire_missing(conn: Connection, shop_id: str, seen: Collection[str]) -> Saved:
    """After a complete sweep: mark the items it did not see gone, with their SKUs, and pair the goods anew."""
    items, skus = table_of(Items).c, table_of(Skus).c
    held = conn.execute(select(items.id, items.item_id).where(items.shop_id == shop_id, items.gone.is_(False)))
    lost = [(row.id, row.item_id) for row in held if row.item_id not in seen]
    of_lost = select(skus.id).where(
        skus.shop_id == shop_id, skus.item_id.in_([item_id for _, item_id in lost]), skus.gone.is_(False)
    )
    lost_skus = [(row.id,) for row in conn.execute(of_lost)] if lost else []
    if lost:
        conn.exec_driver_sql("UPDATE items SET gone = 1 WHERE id = ?", [(row_id,) for row_id, _ in lost])
    if lost_skus:
        conn.exec_driver_sql("UPDATE skus SET gone = 1 WHERE id = ?", lost_skus)
    for pair in pairs(conn):
        if shop_id in pair.shop_ids:
            pair_items(conn, pair)
    return Saved(changed=len(lost) + len(lost_skus), ids=tuple(item_id for _, item_id in lost))


def item_of(row: Row[Any]) -> Item:
    """The noun a row of ``items`` was made from."""
    values = {name: row._mapping[name] for name in COLUMNS}
    return Item(**values | {"audit": AuditState(row.audit)})


def skus_of(conn: Connection, shop_id: str, item_id: str) -> list[Sku]:
    """An item's SKUs as the platform ordered them, gone ones left out."""
    skus = table_of(Skus).c
    asked = select(*(skus[name] for name in SKU_COLUMNS)).where(
        skus.shop_id == shop_id, skus.item_id == item_id, skus.gone.is_(False)
    )
    return [Sku(**row._mapping) for row in conn.execute(asked.order_by(skus.id))]
