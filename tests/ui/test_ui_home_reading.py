"""What home reads from a real file: the numbers, by hand; and that a tile opens as many rows as it says."""

from typing import Any

import pytest
from ui_home_rows import BOTH, KUAISHOU, NOW, TODAY, YOUZAN, bind, fill, read_at

from console.core.clock import DAY, HOUR, MINUTE
from console.core.model import Mapping, Platform
from console.store.item_view import item_ids
from console.store.order_view import order_ids
from console.store.tickets import ticket_ids
from console.store.views import ItemFilter, ItemTab, OrderFilter, Pair, Step
from console.ui.context import Desk
from console.ui.tabs.home.period import Period, PeriodKey
from console.ui.tabs.home.reading import HomeReading, added_up, read_home
from console.ui.tabs.home.tiles import OPENS
from console.ui.tabs.orders.aftersale_filters import TicketFilters
from console.ui.tabs.orders.filters import OrderFilters


async def read(desk: Desk, key: PeriodKey = "today", pair: Pair | None = BOTH, now: int = NOW) -> HomeReading:
    return await desk.database.read(read_home, Period.of(key, now), pair, now)


async def test_a_sale_counts_once_and_by_its_time_of_payment(desk: Desk) -> None:
    await fill(desk)
    today = (await read(desk)).total
    assert (today.orders, today.paid_fen) == (3, 10_000 + 5_000 + 1_100)
    assert (today.refunds, today.refunded_fen) == (1, 3_000)
    yesterday = (await read(desk, "yesterday")).total
    assert (yesterday.orders, yesterday.paid_fen) == (2, 10_000)
    week = (await read(desk, "week")).total
    assert (week.orders, week.paid_fen) == (5, 26_100)


async def test_today_is_compared_with_yesterday_up_to_the_same_time(desk: Desk) -> None:
    await fill(desk)
    reading = await read(desk)
    assert reading.before_so_far.paid_fen == 7_000  # K4 came at 20:00, which today has not reached
    assert added_up(reading.before, 0).paid_fen == 10_000
    late = await read(desk, now=TODAY + 21 * HOUR)
    assert late.before_so_far.paid_fen == 10_000


async def test_steps_stand_where_the_money_came_in(desk: Desk) -> None:
    await fill(desk)
    steps = (await read(desk)).steps
    assert [(step.at - TODAY, step.paid_fen) for step in steps if step.paid_fen] == [
        (10 * HOUR, 10_000),
        (11 * HOUR, 5_000),
        (12 * HOUR, 1_100),
    ]
    assert [step.at - TODAY for step in steps if step.refunded_fen] == [12 * HOUR]
    days = (await read(desk, "week")).steps
    assert [step.paid_fen for step in days] == [0, 0, 0, 0, 0, 10_000, 16_100]


async def test_every_period_is_the_sum_of_its_steps_for_a_pair_as_for_all(desk: Desk) -> None:
    await fill(desk)
    for key in ("today", "yesterday", "week", "month"):
        one, every = await read(desk, key), await read(desk, key, None)
        assert one.total == every.total == added_up(one.steps, one.period.begin_at)
    other = Pair(kuaishou_shop_id="kuaishou:8", youzan_shop_id="youzan:9")
    nothing = await read(desk, "month", other)
    assert nothing.total == Step(at=nothing.period.begin_at)
    assert not nothing.shops


async def test_the_proof_holds_every_paid_kuaishou_order_of_the_period(desk: Desk) -> None:
    await fill(desk)
    week = {one.mapping: one for one in (await read(desk, "week")).proof}
    assert {mapping: one.orders for mapping, one in week.items()} == {
        Mapping.LINKED: 2,
        Mapping.MISSING_TRADE: 1,
        Mapping.AMOUNT_DIFFERS: 1,
    }
    assert week[Mapping.AMOUNT_DIFFERS].difference_fen == 200
    assert week[Mapping.LINKED].amount_fen == 13_000


@pytest.mark.parametrize(("key", "count"), [("to_ship", 3), ("due", 2)])
async def test_a_tile_opens_as_many_orders_as_it_says(desk: Desk, key: str, count: int) -> None:
    await fill(desk)
    todo = (await read(desk)).todo
    said = {"to_ship": todo.to_ship, "due": todo.due_soon}[key]
    tab, question = OPENS[key]
    filters = OrderFilters()
    filters.set_all(**dict(question))
    wanted = filters.wanted(BOTH, NOW)
    filters.deleteLater()
    rows = await desk.database.read(order_ids, wanted)
    assert (tab, said, len(rows)) == ("orders", count, count)


async def test_the_failed_tile_opens_as_many_goods_as_it_says(desk: Desk) -> None:
    await fill(desk)
    reading = await read(desk)
    tab, question = OPENS["failed"]
    asked: ItemTab = "failed"
    assert (tab, question) == ("products", {"tab": asked})
    rows = await desk.database.read(item_ids, ItemFilter(pair=BOTH, tab=asked))
    assert reading.item_tabs["failed"] == len(rows) == 2


async def test_the_after_sale_tile_opens_as_many_tickets_as_it_says(desk: Desk) -> None:
    await fill(desk)
    todo = (await read(desk)).todo
    tab, question = OPENS["after_sale"]
    assert (tab, question["room"]) == ("orders", "aftersales")
    filters = TicketFilters()
    filters.set_all(state=question["state"])
    wanted = filters.wanted(BOTH)
    filters.deleteLater()
    rows = await desk.database.read(ticket_ids, wanted)
    assert todo.after_sales == len(rows) == 4, "that of an order which is not in the file is among them"
    assert todo.after_sales_next_at == NOW + 3 * HOUR


async def test_late_orders_are_among_those_due(desk: Desk) -> None:
    await fill(desk)
    reading = await read(desk)
    assert (reading.todo.overdue, reading.todo.due_next_at, reading.due_fen) == (1, NOW - HOUR, 15_000)


async def test_a_variant_is_tight_when_it_lasts_no_other_day(desk: Desk) -> None:
    await fill(desk)
    reading = await read(desk)
    (sku,) = reading.tight
    assert (sku.stock, sku.sold, reading.tight_total) == (4, 9, 1)  # K1, K2 and K4, three pieces each


async def test_age_is_the_oldest_shop_s_and_a_past_day_stays_whole(desk: Desk) -> None:
    await fill(desk, youzan_read_at=NOW - 33 * MINUTE)
    now = (await read(desk)).sources("orders")
    assert (now.late, now.oldest, now.is_known) == ([Platform.YOUZAN], NOW - 33 * MINUTE, True)
    yesterday = await read(desk, "yesterday")
    assert yesterday.sources("orders", yesterday.period.until).late == []


async def test_a_shop_never_read_is_late_and_has_no_age(desk: Desk) -> None:
    await bind(desk, *Platform)
    nothing = (await read(desk)).sources("orders")
    assert (nothing.is_known, nothing.oldest, nothing.unread) == (False, None, list(Platform))
    await read_at(desk, KUAISHOU, NOW)
    half = (await read(desk)).sources("orders")
    assert (half.is_known, half.oldest, half.unread) == (True, None, [Platform.YOUZAN])
    await read_at(desk, YOUZAN, NOW)
    assert (await read(desk)).sources("orders").late == []


async def test_nothing_is_compared_with_a_time_the_file_does_not_reach(desk: Desk) -> None:
    await fill(desk)
    assert (await read(desk, "month")).reaches_before  # K6 was paid 70 days ago
    early = await read(desk, "month", now=NOW - 20 * DAY)
    assert early.since_at == TODAY - 70 * DAY
    assert not early.reaches_before


async def test_filters_of_payment_days_are_those_of_home(desk: Desk) -> None:
    await fill(desk)
    filters = OrderFilters()
    found: dict[str, Any] = {}
    for key in ("today", "yesterday", "week", "month"):
        filters.set_all(tab="all", paid=key)
        wanted = filters.wanted(BOTH, NOW)
        found[key] = (len(await desk.database.read(order_ids, wanted)), (await read(desk, key)).total.orders)
    filters.deleteLater()
    assert found == {"today": (3, 3), "yesterday": (2, 2), "week": (5, 5), "month": (5, 5)}
    assert len(await desk.database.read(order_ids, OrderFilter(pair=BOTH))) == 7
