"""The outbox against the sandbox's platforms: lost replies, guarded variants, every fault, by the sandbox's own log."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from outbox_world import LeapingClock, OwnWorld, around

from console.core.commands import (
    Command,
    EditItem,
    FieldChange,
    Loss,
    ReplaceSkus,
    SetPrice,
    SetShelf,
    SetStock,
    SkuDraft,
    loss_phrase,
)
from console.core.errors import Refused
from console.core.model import Platform
from console.sandbox.state import Product, Sku
from console.store import audit
from console.store.database import Database
from console.store.floors import put_floor
from console.store.items import skus_of
from console.store.outbox_rows import Intent
from console.store.outbox_view import intent
from console.store.shops import put_shop
from console.sync.hub import Hub
from console.sync.outbox import Outbox

KS_STOCK, YZ_STOCK = "open.item.sku.stock.update", "youzan.item.quantity.update"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[OwnWorld]:
    made = OwnWorld(tmp_path)
    yield made
    made.stop()


@pytest.fixture
def clock(world: OwnWorld) -> LeapingClock:
    return LeapingClock(world)


@pytest.fixture
async def database(tmp_path: Path, clock: LeapingClock, world: OwnWorld) -> AsyncIterator[Database]:
    file = Database.open(tmp_path / "console.db", clock)
    for platform in Platform:
        await file.write(put_shop, world.shop(platform))
    yield file
    file.close()


class Side:
    """One platform: its shop, its gateway, a worker, and the first variant of some goods that both sell."""

    def __init__(self, platform: Platform, world: OwnWorld, database: Database, clock: LeapingClock) -> None:
        self.world, self.database = world, database
        self.shop_id = world.shop(platform).shop_id
        self.gateway = world.gateway(platform, clock)
        self.worker = Outbox(database, clock, Hub())
        self.worker.bind(self.shop_id, self.gateway)
        self.product: Product = world.goods()
        self.sku: Sku = self.product.skus[0]
        self.is_kuaishou = platform is Platform.KUAISHOU
        self.item_id = str(self.product.ks_item_id if self.is_kuaishou else self.product.yz_item_id)
        self.sku_id = str(self.sku.ks_sku_id if self.is_kuaishou else self.sku.yz_sku_id)
        self.sku.ks_stock = self.sku.yz_stock = 10
        self.sku.reserved = 0

    @property
    def stock(self) -> int:
        return self.sku.ks_stock if self.is_kuaishou else self.sku.yz_stock

    def set_stock(self, target: int, seen: int = 10) -> SetStock:
        return SetStock(shop_id=self.shop_id, item_id=self.item_id, sku_id=self.sku_id, target=target, seen=seen)

    async def carry_out(self, command: Command) -> Intent:
        """Submit, work until nothing is left, and see what came of it."""
        row_id = await self.worker.submit(command, 0)
        return await self.settle(row_id)

    async def settle(self, row_id: int) -> Intent:
        await self.worker.drain(3_600)
        row = await self.database.read(intent, row_id)
        assert row is not None
        return row

    def writes(self) -> list[dict[str, Any]]:
        return self.world.writes(KS_STOCK if self.is_kuaishou else YZ_STOCK)


@pytest.fixture(params=list(Platform))
async def side(
    request: pytest.FixtureRequest, world: OwnWorld, database: Database, clock: LeapingClock
) -> AsyncIterator[Side]:
    made = Side(request.param, world, database, clock)
    yield made
    await made.gateway.aclose()


@pytest.fixture
async def kuaishou(world: OwnWorld, database: Database, clock: LeapingClock) -> AsyncIterator[Side]:
    made = Side(Platform.KUAISHOU, world, database, clock)
    yield made
    await made.gateway.aclose()


@pytest.fixture
async def youzan(world: OwnWorld, database: Database, clock: LeapingClock) -> AsyncIterator[Side]:
    made = Side(Platform.YOUZAN, world, database, clock)
    yield made
    await made.gateway.aclose()


@pytest.mark.parametrize("sold", [0, 1])
async def test_s6_a_lost_reply_is_read_back_and_never_repeated(kuaishou: Side, clock: LeapingClock, sold: int) -> None:
    """Stock 10, three taken away, the reply cut; then it reads 7, or 6 where one was sold meanwhile."""

    def meanwhile() -> None:
        clock.leap(3)
        for _ in range(sold):
            kuaishou.world.sell(kuaishou.product, kuaishou.sku)

    made = around(kuaishou.gateway, lambda: kuaishou.world.fault("cut_after"), meanwhile)
    row = await kuaishou.carry_out(kuaishou.set_stock(7))
    assert (row.state, row.attempts) == ("done", 1)
    assert row.call is not None
    assert (row.call.outcome, row.call.seen) == ("applied", 7 - sold)
    assert kuaishou.stock == 7 - sold
    assert len(made) == len(kuaishou.writes()) == 1
    kept = await kuaishou.database.read(skus_of, kuaishou.shop_id, kuaishou.item_id)
    assert kept[0].stock == 7 - sold


async def test_s6_a_call_that_never_left_is_told_from_sales(kuaishou: Side, clock: LeapingClock) -> None:
    """The line broke before, and three were sold: it reads 7 as if it had arrived. The orders tell, and it is sent."""

    def meanwhile() -> None:
        clock.leap(3)
        for _ in range(3):
            kuaishou.world.sell(kuaishou.product, kuaishou.sku)

    around(kuaishou.gateway, lambda: kuaishou.world.fault("cut_before"), meanwhile)
    row = await kuaishou.carry_out(kuaishou.set_stock(5))
    assert (row.state, row.attempts) == ("done", 2)
    assert kuaishou.stock == 2
    assert len(kuaishou.writes()) == 1


@pytest.mark.parametrize(("target", "left"), [(15, 12), (6, 3), (0, 0)])
async def test_what_is_sold_right_before_the_call_stays_sold(youzan: Side, target: int, left: int) -> None:
    """Ten were read and three go before the call arrives; who wants none left is not refused for that."""

    def sell() -> None:
        youzan.sku.yz_stock -= 3

    made = around(youzan.gateway, sell)
    row = await youzan.carry_out(youzan.set_stock(target))
    assert (row.state, youzan.stock, len(made)) == ("done", left, 1)


async def test_a_lost_reply_that_nothing_explains_is_a_persons_to_judge(youzan: Side) -> None:
    """Five were added, and two are missing that no order tells of: it is never added a second time."""

    def take() -> None:
        youzan.sku.yz_stock -= 2

    made = around(youzan.gateway, lambda: youzan.world.fault("cut_after"), take)
    row = await youzan.carry_out(youzan.set_stock(15))
    assert (row.state, row.code, row.detail) == ("needs_you", "outbox.unclear", "10 +5 → 13")
    assert (youzan.stock, len(made), len(youzan.writes())) == (13, 1, 1)


@pytest.mark.parametrize(
    ("fault", "attempts"),
    [
        ("cut_after", 1),
        ("cut_before", 2),
        ("server_error", 2),
        ("torn_json", 1),
        ("throttle", 2),
        ("throttle_no_wait", 2),
        ("token_expired", 2),
        ("wrong_envelope", 0),  # carried out on one platform, not on the other
        ("slow", 1),
    ],
)
async def test_every_fault_on_the_writing_call(side: Side, fault: str, attempts: int) -> None:
    made = around(side.gateway, lambda: side.world.fault(fault))
    row = await side.carry_out(side.set_stock(7))
    assert row.state == "done"
    assert side.stock == 7
    assert len(side.writes()) == 1
    assert row.attempts == len(made)
    assert attempts in (0, row.attempts)


@pytest.mark.parametrize("fault", ["cut_before", "cut_after", "server_error", "token_expired", "torn_json"])
async def test_faults_on_the_reading_calls(side: Side, fault: str) -> None:
    side.world.ask("/faults", {"on": [fault], "times": 2})
    row = await side.carry_out(side.set_stock(7))
    assert (row.state, side.stock, len(side.writes())) == ("done", 7, 1)


async def test_a_withdrawn_grant_keeps_the_queue(kuaishou: Side) -> None:
    around(kuaishou.gateway, lambda: kuaishou.world.fault("token_revoked"))
    row_id = await kuaishou.worker.submit(kuaishou.set_stock(7), 0)
    await kuaishou.worker.drain(0.9)
    row = await kuaishou.database.read(intent, row_id)
    assert row is not None
    assert (row.state, row.kind, row.code) == ("waiting", "sign_in_needed", "kuaishou.24")
    assert kuaishou.writes() == []
    row = await kuaishou.settle(row_id)
    assert (row.state, kuaishou.stock) == ("done", 7)


async def test_price_shelf_and_title(side: Side) -> None:
    product, sku = side.product, side.sku
    now_fen = sku.ks_price if side.is_kuaishou else sku.yz_price
    price = SetPrice(
        shop_id=side.shop_id, item_id=side.item_id, sku_id=side.sku_id, price_fen=now_fen + 110, seen_fen=now_fen
    )
    assert (await side.carry_out(price)).state == "done"
    assert (sku.ks_price if side.is_kuaishou else sku.yz_price) == now_fen + 110
    product.ks_on_shelf = product.yz_on_shelf = True
    off = SetShelf(shop_id=side.shop_id, item_id=side.item_id, on=False)
    assert (await side.carry_out(off)).state == "done"
    assert (product.ks_on_shelf if side.is_kuaishou else product.yz_on_shelf) is False
    before = product.title if side.is_kuaishou else product.yz_title or product.title
    renamed = EditItem(
        shop_id=side.shop_id,
        item_id=side.item_id,
        changes=(FieldChange(field="title", to="新的标题", seen=before),),
    )
    row = await side.carry_out(renamed)  # on Kuaishou a review takes its time
    assert row.state == "done"
    assert (product.title if side.is_kuaishou else product.yz_title) == "新的标题"
    method = "open.item.edit" if side.is_kuaishou else "youzan.item.common.update"
    assert len(side.world.writes(method)) == 1


async def test_what_a_platform_cannot_do_is_refused_at_once(kuaishou: Side) -> None:
    code = EditItem(shop_id=kuaishou.shop_id, item_id=kuaishou.item_id, changes=(FieldChange(field="code", to="A-1"),))
    whole = ReplaceSkus(shop_id=kuaishou.shop_id, item_id=kuaishou.item_id, skus=(SkuDraft(sku_id=kuaishou.sku_id),))
    for command in (code, whole):
        with pytest.raises(Refused, match=r"outbox.unsupported"):
            await kuaishou.worker.submit(command)


async def test_a_business_refusal_names_the_platforms_reason(kuaishou: Side) -> None:
    kuaishou.sku.reserved = 9
    row = await kuaishou.carry_out(kuaishou.set_stock(2))
    assert (row.state, row.code) == ("needs_you", "kuaishou.21")
    assert row.detail == "当前库存不足，请减少预留数量"
    assert kuaishou.writes() == []


async def test_s5_a_variant_is_deleted_only_when_named_and_typed(youzan: Side) -> None:
    product = youzan.product
    lost, kept = product.skus[-1], product.skus[:-1]
    lost_id = str(lost.yz_sku_id)
    drafts = tuple(SkuDraft(sku_id=str(sku.yz_sku_id)) for sku in kept)
    prices = [(sku.yz_price, sku.yz_stock, sku.code) for sku in kept]
    bare = ReplaceSkus(shop_id=youzan.shop_id, item_id=youzan.item_id, skus=drafts)
    loss = (Loss(sku_id=lost_id, name=lost.code),)
    untyped = ReplaceSkus(shop_id=youzan.shop_id, item_id=youzan.item_id, skus=drafts, loses=loss)

    listing = await youzan.gateway.listing(youzan.item_id)  # the difference that the merchant is shown
    assert [one.sku_id for one in bare.losses_in(listing)] == [lost_id]
    assert untyped.irreversible
    await youzan.worker.decline(untyped)
    with pytest.raises(Refused, match=r"outbox.sku_loss"):
        await youzan.worker.submit(untyped)
    row = await youzan.carry_out(bare)  # whoever forgets a variant is stopped before anything is sent
    assert (row.state, row.code, row.detail) == ("needs_you", "outbox.sku_loss", lost.code)
    assert youzan.world.writes("youzan.item.full.sku.update") == []
    assert str(lost.yz_sku_id) == lost_id
    await youzan.worker.drop(row.id)

    typed = ReplaceSkus(
        shop_id=youzan.shop_id, item_id=youzan.item_id, skus=drafts, loses=loss, typed=loss_phrase(loss)
    )
    row = await youzan.carry_out(typed)
    assert row.state == "done"
    assert len(youzan.world.writes("youzan.item.full.sku.update")) == 1
    assert lost.yz_sku_id is None
    assert [(sku.yz_price, sku.yz_stock, sku.code) for sku in kept] == prices
    told = [entry.action for entry in await youzan.database.read(audit.rows, "intent.")]
    assert told[0] == "intent.decline"
    assert told[-3:] == ["intent.add", "intent.send", "intent.done"]
    assert await youzan.database.read(audit.broken_at) is None


async def test_s5_a_variant_that_came_up_meanwhile_is_not_deleted(youzan: Side) -> None:
    """The gateway looks once more, right before the call: what nobody confirmed must not go."""
    product = youzan.product
    drafts = tuple(SkuDraft(sku_id=str(sku.yz_sku_id), code=f"N{at}") for at, sku in enumerate(product.skus))

    def one_more() -> None:
        product.skus.append(Sku(code="NEU", spec=[("颜色", "新")], yz_sku_id=9_999_999, yz_price=100, yz_stock=1))

    around(youzan.gateway, one_more)
    row = await youzan.carry_out(ReplaceSkus(shop_id=youzan.shop_id, item_id=youzan.item_id, skus=drafts))
    assert (row.state, row.code) == ("needs_you", "outbox.sku_loss")
    assert youzan.world.writes("youzan.item.full.sku.update") == []


async def test_s7_a_price_below_the_floor_needs_a_reason(kuaishou: Side, clock: LeapingClock) -> None:
    await kuaishou.database.write(put_floor, kuaishou.shop_id, kuaishou.item_id, 5_200, clock.now_ms())
    price: dict[str, Any] = {
        "shop_id": kuaishou.shop_id,
        "item_id": kuaishou.item_id,
        "sku_id": kuaishou.sku_id,
        "price_fen": 4_990,
    }
    with pytest.raises(Refused, match=r"outbox.below_floor: 49.90"):
        await kuaishou.worker.submit(SetPrice(**price))
    row = await kuaishou.carry_out(SetPrice(**price, override="清仓"))
    assert (row.state, kuaishou.sku.ks_price) == ("done", 4_990)
    added = await kuaishou.database.read(audit.rows, "intent.add")
    assert "清仓" in added[-1].detail
