"""What goods cost the merchant: as Youzan says where it says so, else as a sheet brought it in; each with its age."""

from collections.abc import Iterable, Mapping
from typing import get_args

from sqlalchemy import Connection

from console.core.model import Listing, Platform, Sku
from console.rules.pricing import Cost, CostSource
from console.store import audit
from console.store.pages import as_json_list, driver

WHOLE = ""  # in place of a SKU: all variants of an item
KEEP = (
    "INSERT INTO goods_costs (shop_id, item_id, sku_id, source, cost_fen, kept_at) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (shop_id, item_id, sku_id, source) DO UPDATE SET cost_fen = excluded.cost_fen, "
    "kept_at = excluded.kept_at"
)
READ = (
    "SELECT substr(shop_id, 1, instr(shop_id, ':') - 1), item_id, sku_id, source, cost_fen, kept_at FROM goods_costs "
    "WHERE item_id IN (SELECT value FROM json_each(?))"
)
FORGET = (
    "DELETE FROM goods_costs WHERE shop_id = ? AND source = 'platform' AND item_id IN (SELECT value FROM json_each(?))"
)
SHEET = "SELECT cost_fen FROM goods_costs WHERE shop_id = ? AND item_id = ? AND sku_id = '' AND source = 'sheet'"

Known = Mapping[tuple[str, str], Mapping[tuple[CostSource, str], Cost]]
"""Costs by (platform, item), then by who said so and the SKU. Numbers of items are unique within a platform."""


def keep_platforms(conn: Connection, shop_id: str, listings: Iterable[Listing], now: int) -> None:
    """What these listings say, in place of what the platform said before; they name all their SKUs."""
    told = list(listings)
    driver(conn).execute(FORGET, (shop_id, as_json_list(one.item.item_id for one in told)))
    rows = [
        (shop_id, one.item.item_id, sku_id, "platform", cost, now)
        for one in told
        for sku_id, cost in one.costs_fen.items()
    ]
    driver(conn).executemany(KEEP, rows)


def put_cost(conn: Connection, shop_id: str, item_id: str, cost_fen: int, now: int) -> bool:
    """What a sheet says of all variants of an item; returns whether that changed anything."""
    row = driver(conn).execute(SHEET, (shop_id, item_id)).fetchone()
    before = None if row is None else int(row[0])
    driver(conn).execute(KEEP, (shop_id, item_id, WHOLE, "sheet", cost_fen, now))
    if before == cost_fen:
        return False
    audit.note(conn, now, "costs.put", f"{shop_id} {item_id}", {"from": before, "to": cost_fen})
    return True


def known(conn: Connection, item_ids: Iterable[str]) -> Known:
    """Everything that is known of these items, of whatever shop."""
    found: dict[tuple[str, str], dict[tuple[CostSource, str], Cost]] = {}
    for platform, item_id, sku_id, said, cost_fen, kept_at in driver(conn).execute(READ, (as_json_list(item_ids),)):
        source: CostSource = next(one for one in get_args(CostSource) if one == said)
        found.setdefault((platform, item_id), {})[source, sku_id] = Cost(fen=cost_fen, source=source, at=kept_at)
    return found


def cost_of(
    costs: Known, item_ids: Mapping[Platform, str | None], kuaishou: Sku | None, youzan: Sku | None
) -> Cost | None:
    """Of a variant on both sides: what a platform says of it, else of its item, else a sheet."""
    skus = {Platform.KUAISHOU: kuaishou, Platform.YOUZAN: youzan}
    held = [(costs.get((side.value, item_id or ""), {}), skus[side]) for side, item_id in item_ids.items()]
    for source in get_args(CostSource):
        for said, sku in held:
            of_sku = None if sku is None else said.get((source, sku.sku_id))
            cost = of_sku or said.get((source, WHOLE))
            if cost is not None:
                return cost
    return None
