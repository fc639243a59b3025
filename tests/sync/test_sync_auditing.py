"""The gap audit: what a platform lists and the file has not, or has as it was, is found, read again and noted."""

from typing import Any

import msgspec
import pytest

from console.core.clock import DAY, HOUR, day_start
from console.core.errors import Busy, Offline, Unreadable
from console.core.gateway import Page
from console.core.model import Shop
from console.core.permissions import Switch
from console.store.database import Database
from console.store.gap_audits import gap_audits, held_orders
from console.store.orders import save_orders
from console.store.permissions import put_switch
from console.store.quarantine import quarantined
from console.sync.auditing import NIGHT_MS, Auditor, audit_shop
from console.sync.hub import Hub
from console.sync.nightly import is_due
from console.sync.reading import Listing
from console.sync.streams import ShopStreams


@pytest.fixture
def streams(shop: Shop, gateway: Any, database: Database, clock: Any, hub: Hub) -> ShopStreams:
    return ShopStreams(shop, gateway, database, clock, hub)


@pytest.fixture
async def filled(gateway: Any, database: Database, shop: Shop, make: Any) -> list[str]:
    """The platform has 25 orders; the file lacks three of them, and has two as they were an hour before."""
    orders = [make.order(number, make.now - DAY + number * 1_000) for number in range(25)]
    gateway.books = {one.order_no: one for one in orders}
    kept = [one for number, one in enumerate(orders) if number not in (3, 11, 24)]
    for place in (0, 5):
        kept[place] = msgspec.structs.replace(kept[place], updated_at=(kept[place].updated_at or 0) - HOUR)
    await database.write(save_orders, shop.shop_id, kept, make.now)
    return [one.order_no for one in orders]


async def test_what_is_missing_or_out_of_date_is_read_again(
    streams: ShopStreams, database: Database, clock: Any, hub: Hub, filled: list[str], gateway: Any, make: Any
) -> None:
    found = await audit_shop(streams, database, clock, hub, make.now - 2 * DAY, make.now)
    assert found is not None
    assert (found.there, found.missing, found.unknown) == (25, ("o0003", "o0011", "o0024"), ())
    assert found.stale == ("o0000", "o0006")
    assert found.repaired == ("o0000", "o0003", "o0006", "o0011", "o0024")
    assert found.left == 0
    assert await database.read(gap_audits, [found.shop_id]) == [found]
    held = await database.read(held_orders, found.shop_id, filled)
    assert held == {no: one.updated_at for no, one in gateway.books.items()}
    again = await audit_shop(streams, database, clock, hub, make.now - 2 * DAY, make.now)
    assert again is not None
    assert (again.missing, again.stale, again.repaired) == ((), (), ())
    assert gateway.said("order ") == 5, "what is in order is not asked for"


async def test_a_drifting_list_is_read_until_it_holds_still(
    streams: ShopStreams, database: Database, clock: Any, hub: Hub, filled: list[str], gateway: Any, make: Any
) -> None:
    gateway.drifting["orders"] = 2
    found = await audit_shop(streams, database, clock, hub, make.now - 2 * DAY, make.now)
    assert found is not None
    assert found.there == 25
    gateway.drifting["orders"] = 10_000
    with pytest.raises(Unreadable):
        await audit_shop(streams, database, clock, hub, make.now - 2 * DAY, make.now)
    assert len(await database.read(gap_audits, [found.shop_id])) == 1, "what was not compared to the end says nothing"


async def test_a_detail_that_cannot_be_had_leaves_what_the_list_said(
    streams: ShopStreams, database: Database, clock: Any, hub: Hub, filled: list[str], gateway: Any, make: Any
) -> None:
    gateway.raising["order"] = [Busy("net.busy")] * 5
    gateway.spoilt.add("o0020")
    found = await audit_shop(streams, database, clock, hub, make.now - 2 * DAY, make.now)
    assert found is not None
    assert found.left == 0
    assert [row.key for row in await database.read(quarantined)] == ["o0020"]


async def test_an_order_the_platform_does_not_know_is_told_and_stays(
    streams: ShopStreams, database: Database, clock: Any, hub: Hub, filled: list[str], gateway: Any, make: Any
) -> None:
    stray = make.order(99, make.now - HOUR)
    await database.write(save_orders, "kuaishou:1", [stray], make.now)
    found = await audit_shop(streams, database, clock, hub, make.now - 2 * DAY, make.now)
    assert found is not None
    assert found.unknown == ("o0099",)
    assert await database.read(held_orders, found.shop_id, ["o0099"]) != {}


async def test_every_night_once_and_again_after_trouble(
    streams: ShopStreams, database: Database, clock: Any, hub: Hub, filled: list[str], gateway: Any
) -> None:
    after: list[int] = []

    async def note() -> None:
        after.append(clock.now)

    clock.now = day_start(clock.now) + NIGHT_MS - 1
    auditor = Auditor(database, clock, hub, lambda: [streams], note)
    assert await auditor.look() == 1, "never audited: at once"
    assert await auditor.look() == 0
    clock.now += 2
    gateway.raising["orders"] = [Offline("net.timeout")]
    assert await auditor.look() == 0, "no network tonight"
    assert await auditor.look() == 1
    assert await auditor.look() == 0
    assert len(after) == 2
    clock.now += DAY
    assert await auditor.audit(["kuaishou:2"], clock.now - DAY, clock.now) == []


async def test_a_clock_that_ran_ahead_does_not_hold_up_the_nights_after_it(
    streams: ShopStreams, database: Database, clock: Any, hub: Hub, filled: list[str]
) -> None:
    auditor = Auditor(database, clock, hub, lambda: [streams])
    clock.now += 300 * DAY
    assert await auditor.look() == 1
    clock.now -= 300 * DAY
    assert await auditor.look() == 1
    assert await auditor.look() == 0, "and not at every look"


async def test_where_orders_are_switched_off_nothing_is_asked_and_nothing_kept(
    streams: ShopStreams, database: Database, clock: Any, hub: Hub, filled: list[str], gateway: Any
) -> None:
    await database.write(put_switch, "kuaishou:1", Switch.ORDERS, False, clock.now)
    held = await database.read(held_orders, "kuaishou:1", filled)
    auditor = Auditor(database, clock, hub, lambda: [streams])
    assert await auditor.look() == 0
    assert await auditor.audit(["kuaishou:1"], clock.now - DAY, clock.now) == []
    assert gateway.asked == []
    assert await database.read(held_orders, "kuaishou:1", filled) == held
    await database.write(put_switch, "kuaishou:1", Switch.ORDERS, True, clock.now)
    assert await auditor.look() == 1, "as soon as it is on again"


def test_when_a_night_is_due(make: Any) -> None:
    night = day_start(make.now) + NIGHT_MS
    for last, now, due in (
        (night - 1, night, True),
        (night, night, False),
        (night - DAY, night - 1, False),
        (night - DAY - 1, night - 1, True),
        (night - 30 * DAY, night + HOUR, True),
    ):
        assert is_due(last, now, NIGHT_MS) is due


async def test_an_older_state_after_the_newer_on_one_page_does_not_win(make: Any) -> None:
    newer, older = make.order(1, make.now, flag="red"), make.order(1, make.now - 1)
    kept: list[Any] = []

    async def keep(rows: Any, _bad: Any, _completes: bool) -> None:
        kept.extend(rows)

    for rows in ([newer, older], [older, newer], [newer, newer, older]):

        async def ask(_cursor: str | None, rows: Any = rows) -> Page[Any]:
            return Page(rows=rows)

        kept.clear()
        await Listing(ask, lambda row: row.order_no, keep).read()
        assert kept == [newer]
