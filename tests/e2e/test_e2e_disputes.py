"""Warnings of disputes on the sandbox's after-sales: what came to the platform is known, and the sums are whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from outbox_world import LeapingClock, OwnWorld

from console.core.model import AfterSaleStatus, Platform
from console.sandbox.refunds import OVER
from console.store import disputes
from console.store.aftersales import save_after_sales
from console.store.database import Database
from console.store.shops import put_shop
from console.sync.tickets import whole

MOST = 70  # after-sales that are asked for: two calls each


@pytest.fixture
def world(tmp_path: Path) -> Iterator[OwnWorld]:
    made = OwnWorld(tmp_path, orders=900)
    yield made
    made.stop()


async def test_the_past_of_a_shop_is_judged_by_its_own_histories(world: OwnWorld, tmp_path: Path) -> None:
    clock = LeapingClock(world)
    database = Database.open(tmp_path / "console.db", clock)
    shop = world.shop(Platform.KUAISHOU)
    await database.write(put_shop, shop)
    refunds = [refund for order in world.ctx.world.orders.values() for refund in order.refunds][:MOST]
    gateway = world.gateway(Platform.KUAISHOU, clock)
    rows = [await whole(gateway, gateway, str(refund.refund_id)) for refund in refunds]
    await gateway.aclose()
    await database.write(save_after_sales, shop.shop_id, [row for row in rows if row is not None], clock.now_ms())
    found = await database.read(disputes.warned, clock.now_ms())
    database.close()
    came = [one for one in refunds if any(role == 3 and "介入" in title for _, role, title in one.history)]
    over = [one for one in refunds if one.status in OVER]
    assert came
    assert found.test.looked_at == len(refunds)
    assert found.test.unknown == sum(one not in came and one not in over for one in refunds)
    for one in found.test.tested:
        assert one.hits + one.alarms + one.missed + one.quiet == found.test.judged
        assert one.disputes <= len(came)
    running = {status.value for status in disputes.RUNNING}
    known = {row.after_sale_no: row for row in rows if row is not None}
    assert len(found.scores) == sum(row.status.value in running for row in known.values())
    assert all(one.status is not AfterSaleStatus.UNKNOWN for one in known.values())
