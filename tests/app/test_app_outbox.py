"""From a click to the platform and back into the file, with everything below the window joined as it is in life."""

import asyncio
from pathlib import Path

import pytest
from app_sandbox import Outside

from console.app.joining import Assembly
from console.core.commands import SetStock
from console.core.errors import Refused
from console.core.model import Platform, Sku
from console.store import audit
from console.store.items import skus_of
from console.store.outbox_rows import Intent
from console.store.outbox_view import intent
from console.store.permissions import put_read_only
from console.store.tables import Skus, table_of


async def a_variant(assembly: Assembly, platform: Platform) -> tuple[str, Sku]:
    """Read everything once; then a variant that can lose three pieces."""
    await assembly.engine.sync_once()
    skus = table_of(Skus)

    def pick(conn: object) -> tuple[str, str]:
        asked = skus.select().where(skus.c.stock > 20, skus.c.shop_id.startswith(platform.value))
        row = conn.execute(asked).first()  # type: ignore[attr-defined] # a Connection
        return row.shop_id, row.item_id

    shop_id, item_id = await assembly.database.read(pick)
    held = await assembly.database.read(skus_of, shop_id, item_id)
    return shop_id, next(sku for sku in held if (sku.stock or 0) > 20)


async def row_of(assembly: Assembly, row_id: int) -> Intent:
    row = await assembly.database.read(intent, row_id)
    assert row is not None
    return row


@pytest.mark.parametrize("platform", list(Platform))
async def test_a_command_goes_out_and_its_truth_comes_back(
    assembly: Assembly, outside: Outside, platform: Platform
) -> None:
    await assembly.connect(outside.connect)
    shop_id, sku = await a_variant(assembly, platform)
    assert sku.stock is not None
    before = len(outside.ask("/log"))
    assembly.start()
    wanted = SetStock(shop_id=shop_id, item_id=sku.item_id, sku_id=sku.sku_id, target=sku.stock - 3, seen=sku.stock)
    taken_back = await assembly.submit(wanted)
    await assembly.undo(taken_back)
    row_id = await assembly.submit(wanted, 0)
    async with asyncio.timeout(20):
        while (await row_of(assembly, row_id)).state != "done":  # noqa: ASYNC110 - it is the file that tells
            await asyncio.sleep(0.02)
    assert len(outside.ask("/log")) == before + 1
    held = await assembly.database.read(skus_of, shop_id, sku.item_id)
    assert next(one.stock for one in held if one.sku_id == sku.sku_id) == sku.stock - 3
    with pytest.raises(Refused, match=r"outbox.too_late"):
        await assembly.undo(row_id)
    await assembly.database.write(put_read_only, shop_id, True, assembly.clock.now_ms())
    with pytest.raises(Refused, match=r"tier.read_only"):
        await assembly.submit(wanted)
    assert await assembly.database.read(audit.broken_at) is None


async def test_what_is_queued_outlives_the_program_and_a_shop_that_is_let_go(
    assembly: Assembly, outside: Outside, tmp_path: Path
) -> None:
    await assembly.connect(outside.connect)
    shop_id, sku = await a_variant(assembly, Platform.KUAISHOU)
    assert sku.stock is not None
    wanted = SetStock(shop_id=shop_id, item_id=sku.item_id, sku_id=sku.sku_id, target=sku.stock + 1, seen=sku.stock)
    row_id = await assembly.submit(wanted, 0)
    await assembly.bindings.rest()
    await assembly.outbox.drain(patience_s=0)
    assert (await row_of(assembly, row_id)).state == "queued"  # no gateway, no call
    await assembly.connect(outside.connect)
    await assembly.outbox.drain(patience_s=0)
    assert (await row_of(assembly, row_id)).state == "done"
    second = await assembly.submit(
        SetStock(shop_id=shop_id, item_id=sku.item_id, sku_id=sku.sku_id, target=1, seen=None), 600
    )
    await assembly.pause(True)
    await assembly.drop(second)
    await assembly.pause(False)
    assert await assembly.undo_all() == 0
    await assembly.erase(shop_id)
    assert await assembly.database.read(intent, row_id) is None
    assert await assembly.database.read(audit.rows, "intent.add")
