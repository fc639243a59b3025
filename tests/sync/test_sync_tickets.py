"""The steps after reading after-sales: details a few at a time, twins, and who is to answer what arrives."""

from typing import Any

import pytest
from msgspec.structs import replace

from console.core.errors import Offline, Refused, Unreadable
from console.core.model import AfterSale, AfterSaleDeed, AfterSaleFacts
from console.core.operators import Operator, Role
from console.rules.giving_out import GivingRule
from console.store import operators, ticket_work
from console.store.tickets import ticket_detail, ticket_ids, ticket_rows
from console.store.views_tickets import TicketFilter
from console.sync.streams import ShopStreams
from console.sync.tickets import AT_A_TIME, TicketStep


class Talking:
    """A gateway's answers about one after-sale, laid over the lists of the fake one."""

    def __init__(self, gateway: Any) -> None:
        self._gateway = gateway

    def __getattr__(self, name: str) -> Any:
        return getattr(self._gateway, name)

    async def after_sale(self, number: str) -> AfterSale | None:
        row = await self._gateway.after_sale(number)
        return None if row is None else replace(row, facts=AfterSaleFacts(version=str(row.updated_at)))

    async def after_sale_history(self, number: str) -> tuple[AfterSaleDeed, ...]:
        self._gateway._note("history", number)
        row = self._gateway.tickets[number]
        return (
            AfterSaleDeed(at=row.created_at or 1, by="buyer"),
            AfterSaleDeed(at=(row.created_at or 1) + 5, by="seller"),
        )

    async def refusal_reasons(self, number: str) -> tuple[Any, ...]:
        return ()


@pytest.fixture
async def streams(shop: Any, gateway: Any, database: Any, clock: Any, hub: Any, make: Any) -> ShopStreams:
    for number in range(25):
        ticket = make.ticket(number)
        gateway.tickets[ticket.after_sale_no] = ticket
    made = ShopStreams(shop, Talking(gateway), database, clock, hub)  # type: ignore[arg-type] # all but the type
    reading = next(one for one in made.coordinators if one.stream == "after_sales")
    await reading.run()
    return made


async def told(database: Any) -> int:
    ids = await database.read(ticket_ids, TicketFilter(tab="all"))
    found = [await database.read(ticket_detail, row_id) for row_id in ids]
    return sum(detail is not None and detail.one.facts is not None for detail in found)


async def test_details_come_a_few_at_a_time_and_each_once(streams: ShopStreams, gateway: Any, database: Any) -> None:
    assert await streams.tell_after_sales() == AT_A_TIME
    assert await streams.tell_after_sales() == 25 - AT_A_TIME
    assert await told(database) == 25
    assert gateway.said("history") == 25
    assert await streams.tell_after_sales() == 0, "nothing changed, nothing is asked"


async def test_one_that_moved_is_asked_for_again(streams: ShopStreams, gateway: Any, clock: Any) -> None:
    await streams.tell_after_sales()
    await streams.tell_after_sales()
    number, ticket = next(iter(gateway.tickets.items()))
    gateway.tickets[number] = replace(ticket, updated_at=clock.now_ms() - 60_000)
    reading = next(one for one in streams.coordinators if one.stream == "after_sales")
    await reading.run()
    assert await streams.tell_after_sales() == 1


async def test_trouble_ends_it_and_a_refusal_only_that_one(streams: ShopStreams, gateway: Any, database: Any) -> None:
    gateway.raising["history"] = [Refused("kuaishou.300011"), Offline("net.timeout")]
    assert await streams.tell_after_sales() == 0
    assert gateway.said("history") == 2
    assert await streams.tell_after_sales() == AT_A_TIME


class Reticent(Talking):
    """It does not tell of some, each in its way."""

    def __init__(self, gateway: Any, how: str, numbers: set[str]) -> None:
        super().__init__(gateway)
        self.how, self.numbers = how, numbers

    async def after_sale(self, number: str) -> AfterSale | None:
        row = await super().after_sale(number)
        if number not in self.numbers or row is None:
            return row
        match self.how:
            case "unreadable":
                raise Unreadable("wire.envelope")
            case "refused":
                raise Refused("kuaishou.21")
            case "unknown":
                return None
            case "bare":
                return replace(row, facts=None)
            case _:
                return replace(row, updated_at=None)


@pytest.mark.parametrize("how", ["unreadable", "refused", "unknown", "bare", "undated"])
async def test_those_that_are_not_told_keep_no_other_waiting_and_are_asked_for_less_and_less(
    shop: Any, gateway: Any, database: Any, clock: Any, hub: Any, make: Any, how: str
) -> None:
    for number in range(2 * AT_A_TIME):
        ticket = make.ticket(number)
        gateway.tickets[ticket.after_sale_no] = replace(ticket, deadline_at=make.now + number)
    silent = set(list(gateway.tickets)[:AT_A_TIME])  # the most urgent ones
    talking = Reticent(gateway, how, silent)
    streams = ShopStreams(shop, talking, database, clock, hub)  # type: ignore[arg-type] # all but the type
    reading = next(one for one in streams.coordinators if one.stream == "after_sales")
    await reading.run()
    gateway.asked.clear()
    await streams.tell_after_sales()
    await streams.tell_after_sales()
    assert await told(database) >= AT_A_TIME
    gateway.asked.clear()
    for _ in range(720):  # a day of readings
        clock.now += 120_000
        await streams.tell_after_sales()
    assert gateway.said("after_sale") <= 9 * len(silent)
    gateway.asked.clear()
    number = min(silent)
    gateway.tickets[number] = replace(gateway.tickets[number], updated_at=clock.now_ms() - 60_000)
    await reading.run()
    await streams.tell_after_sales()
    assert f"after_sale {number}" in gateway.asked, "what has changed has its turn at once"


async def test_what_arrives_is_given_out_once_and_told(
    streams: ShopStreams, database: Any, clock: Any, hub: Any, make: Any
) -> None:
    def one(conn: Any) -> None:
        operators.add(conn, Operator(operator_id="ann", name="ann", role=Role.OWNER), 1)
        ticket_work.set_rules(conn, [GivingRule(rule_id="r", operator_id="ann")], 1)

    await database.write(one)
    heard: list[Any] = []
    hub.subscribe(heard.append)
    step = TicketStep(database, clock, hub)
    assert await step.run() == 25
    rows = await database.read(ticket_rows, await database.read(ticket_ids, TicketFilter(tab="open")))
    assert {row.operator_id for row in rows} == {"ann"}
    assert heard
    assert await step.run() == 0
