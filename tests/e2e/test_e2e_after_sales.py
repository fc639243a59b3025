"""Answers to after-sales against the sandbox's platforms: agreed or refused once, never on a version that is stale."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from outbox_world import LeapingClock, OwnWorld, around

from console.core.commands_after_sales import AgreeAfterSale, RefuseAfterSale, version_of
from console.core.model import AfterSale, AfterSaleStatus, Platform
from console.sandbox.refunds import REFUND_ONLY
from console.sandbox.state import Order, Refund, Trade
from console.store.aftersales import after_sales_of
from console.store.database import Database
from console.store.outbox_rows import Intent
from console.store.outbox_view import intent
from console.store.shops import pair, put_shop
from console.store.tickets import ticket_ids, ticket_rows
from console.store.views_tickets import TicketFilter
from console.sync.engine import Engine
from console.sync.hub import Hub
from console.sync.outbox import Outbox
from console.sync.tickets import whole

AGREE = {Platform.KUAISHOU: "open.seller.order.refund.approve", Platform.YOUZAN: "youzan.trade.refund.agree"}
REFUSE = {Platform.KUAISHOU: "open.refund.reject", Platform.YOUZAN: "youzan.trade.refund.refuse"}


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
    """One platform, its worker, and one after-sale there that asks for money only."""

    def __init__(self, platform: Platform, world: OwnWorld, database: Database, clock: LeapingClock) -> None:
        self.world, self.database, self.platform = world, database, platform
        self.shop_id = world.shop(platform).shop_id
        self.gateway = world.gateway(platform, clock)
        self.worker = Outbox(database, clock, Hub())
        self.worker.bind(self.shop_id, self.gateway)
        books = world.ctx.world.orders if platform is Platform.KUAISHOU else world.ctx.world.trades
        self.owner, self.refund = next(
            (owner, refund)
            for owner in books.values()
            for refund in owner.refunds
            if (refund.status, refund.handling) == (10, REFUND_ONLY) and refund.amount
        )

    owner: Order | Trade
    refund: Refund

    async def seen(self) -> AfterSale:
        """The after-sale as the merchant sees it now."""
        found = await whole(self.gateway, self.gateway, str(self.refund.refund_id))
        assert found is not None
        return found

    async def agree(self) -> AgreeAfterSale:
        seen = await self.seen()
        return AgreeAfterSale(
            shop_id=self.shop_id,
            after_sale_no=seen.after_sale_no,
            version=version_of(seen),
            seen=seen.status_code,
            grant="refund",
            asked=seen.kind,
            amount_fen=seen.amount_fen,
        )

    async def refuse(self) -> RefuseAfterSale:
        seen = await self.seen()
        reason = next(one for one in await self.gateway.refusal_reasons(seen.after_sale_no) if not one.needs_pictures)
        return RefuseAfterSale(
            shop_id=self.shop_id,
            after_sale_no=seen.after_sale_no,
            version=version_of(seen),
            seen=seen.status_code,
            reason_code=reason.code,
            words="商品已经发出",
        )

    async def carry_out(self, command: AgreeAfterSale | RefuseAfterSale) -> Intent:
        row_id = await self.worker.submit(command, 0)
        await self.worker.drain(3_600)
        row = await self.database.read(intent, row_id)
        assert row is not None
        return row

    async def kept(self) -> AfterSale:
        """The same as the file has it."""
        seen = await self.seen()
        rows = await self.database.read(after_sales_of, self.shop_id, seen.order_no)
        return next(row for row in rows if row.after_sale_no == seen.after_sale_no)

    def touch(self) -> None:
        """The buyer changes the application: whoever has seen it before has seen something else."""
        self.refund.updated += 1_000
        self.refund.version = max(self.refund.version, self.refund.updated)

    def accepted(self, calls: dict[Platform, str]) -> list[dict[str, Any]]:
        return self.world.writes(calls[self.platform])


@pytest.fixture(params=list(Platform))
async def side(
    request: pytest.FixtureRequest, world: OwnWorld, database: Database, clock: LeapingClock
) -> AsyncIterator[Side]:
    made = Side(request.param, world, database, clock)
    yield made
    await made.gateway.aclose()


async def test_agreed_once_read_back_and_never_a_second_time(side: Side) -> None:
    command = await side.agree()
    row = await side.carry_out(command)
    assert row.state == "done"
    assert (await side.kept()).status in (AfterSaleStatus.REFUNDING, AfterSaleStatus.SUCCESS)
    again = await side.carry_out(command)
    assert again.state == "done", "it is so already: nothing is sent"
    assert len(side.accepted(AGREE)) == 1


async def test_refused_with_a_reason_and_seen_on_the_platform(side: Side) -> None:
    row = await side.carry_out(await side.refuse())
    assert row.state == "done"
    assert (await side.kept()).status is AfterSaleStatus.REFUSED
    assert len(side.accepted(REFUSE)) == 1


async def test_what_changed_before_it_was_sent_is_asked_again(side: Side) -> None:
    command = await side.agree()
    side.touch()
    row = await side.carry_out(command)
    assert (row.state, row.code) == ("needs_you", "outbox.moved")
    assert (await side.kept()).status is AfterSaleStatus.WAIT_SELLER, "read anew, so that a person can decide by it"
    await side.worker.retry(row.id)
    await side.worker.drain(3_600)
    tried = await side.database.read(intent, row.id)
    assert tried is not None
    assert tried.state == "needs_you", "trying again is no blind repeat"
    assert side.accepted(AGREE) == []
    decided = await side.carry_out(await side.agree())
    assert decided.state == "done"
    assert len(side.accepted(AGREE)) == 1


async def test_a_version_that_moved_in_the_last_moment_is_refused_and_read_anew(side: Side) -> None:
    command = await side.refuse()
    made = around(side.gateway, side.touch)
    row = await side.carry_out(command)
    assert row.state == "needs_you"
    assert row.code in ("kuaishou.300014", "youzan.103010039")
    assert len(made) == 1
    assert side.accepted(REFUSE) == []
    kept = await side.kept()
    assert (kept.status, version_of(await side.seen())) != (AfterSaleStatus.REFUSED, command.version)


@pytest.mark.parametrize("fault", ["cut_after", "cut_before"])
async def test_a_lost_answer_is_found_out_and_nothing_is_said_twice(side: Side, fault: str) -> None:
    command = await side.agree()
    around(side.gateway, lambda: side.world.fault(fault))
    row = await side.carry_out(command)
    assert row.state == "done"
    assert len(side.accepted(AGREE)) == 1


async def test_every_after_sale_of_both_sides_is_here_once_and_twins_are_in_step(
    world: OwnWorld, database: Database, clock: LeapingClock
) -> None:
    engine = Engine(database, clock, Hub())
    gateways = {platform: world.gateway(platform, clock) for platform in Platform}
    shops = {platform: world.shop(platform).shop_id for platform in Platform}
    await database.write(pair, shops[Platform.KUAISHOU], shops[Platform.YOUZAN])
    for platform, gateway in gateways.items():
        engine.bind(world.shop(platform), gateway)
    report = await engine.sync_once()
    assert report.failures == ()
    for streams in engine.streams():
        while await streams.tell_after_sales():
            pass
    books = {
        Platform.KUAISHOU: world.ctx.world.orders.values(),
        Platform.YOUZAN: world.ctx.world.trades.values(),
    }
    wanted = TicketFilter(tab="all")
    rows = await database.read(ticket_rows, await database.read(ticket_ids, wanted))
    held = {(row.shop_id, row.after_sale_no) for row in rows}
    held |= {(row.other.shop_id, row.other.after_sale_no) for row in rows if row.other is not None}
    now = clock.now_ms()
    for platform, owners in books.items():
        told = {
            str(refund.refund_id) for owner in owners if getattr(owner, "visible", 0) <= now for refund in owner.refunds
        }
        assert {number for shop_id, number in held if shop_id == shops[platform]} == told
    twins = [row for row in rows if row.other is not None]
    assert len(twins) > 10
    assert {row.step for row in twins} <= {"in_step", "behind"}, "the sandbox mirrors at once"
    assert len({row.other.id for row in twins if row.other is not None}) == len(twins)
    for gateway in gateways.values():
        await gateway.aclose()
    await engine.stop()
