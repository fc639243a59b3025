"""What is asked of the worker, and what became of it."""

from console.core.commands import EditItem, FieldChange, SetPrice, SetStock
from console.store.database import Database
from console.store.outbox_rows import Intent
from console.store.outbox_view import intent

NOW = 1_790_000_000_000
SHOP = "kuaishou:1"


def stock(target: int, seen: int | None = 10, item: str = "i0") -> SetStock:
    return SetStock(shop_id=SHOP, item_id=item, sku_id=f"s{item}", target=target, seen=seen)


def price(fen: int, seen: int | None = 1_000, item: str = "i0") -> SetPrice:
    return SetPrice(shop_id=SHOP, item_id=item, sku_id=f"s{item}", price_fen=fen, seen_fen=seen)


def title(text: str, item: str = "i0") -> EditItem:
    return EditItem(shop_id=SHOP, item_id=item, changes=(FieldChange(field="title", to=text, seen="商品"),))


async def row_of(database: Database, row_id: int) -> Intent:
    row = await database.read(intent, row_id)
    assert row is not None
    return row


async def outcome(database: Database, row_id: int) -> tuple[str, str]:
    row = await row_of(database, row_id)
    return row.state, row.code
