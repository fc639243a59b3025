"""Coordinators: nothing lost, nothing doubled, and a watermark that moves only after a complete window."""

from typing import Any

import pytest
from sqlalchemy import Connection

from console.core.clock import DAY, MINUTE
from console.core.errors import Busy, Offline, Refused, Unreadable
from console.core.gateway import BadRow, Page
from console.core.model import Listing
from console.store.cursors import read_since, watermark
from console.store.figures import counts
from console.store.item_readings import READ_AT
from console.store.items import skus_of
from console.store.quarantine import quarantined
from console.sync.streams import ShopStreams
from console.sync.windows import EDGE_MS

SHOP_ID = "kuaishou:1"


@pytest.fixture
def streams(shop: Any, gateway: Any, database: Any, clock: Any, hub: Any) -> ShopStreams:
    return ShopStreams(shop, gateway, database, clock, hub)


async def run(streams: ShopStreams, stream: str) -> int:
    coordinator = next(one for one in streams.coordinators if one.stream == stream)
    await coordinator.run()
    return coordinator.tally.written


async def held(database: Any, name: str) -> int:
    return int((await database.read(counts))["kuaishou"][name])


async def mark(database: Any, stream: str = "orders") -> int | None:
    return await database.read(watermark, SHOP_ID, stream)  # type: ignore[no-any-return]


async def test_all_pages_of_all_windows_arrive_once(streams: Any, gateway: Any, database: Any, make: Any) -> None:
    for number in range(75):
        gateway.books[f"o{number:04}"] = make.order(number, make.now - DAY * (number % 25) - 1)
    assert await run(streams, "orders") == 75
    assert await held(database, "orders") == 75
    assert await run(streams, "orders") == 0
    assert gateway.said("orders") < 20, "the second reading begins at the watermark"


async def test_the_watermark_stays_behind_now_by_the_lag(streams: Any, database: Any, gateway: Any, make: Any) -> None:
    await run(streams, "orders")
    assert await mark(database) == make.now - gateway.order_windows.lag_ms


async def test_from_when_on_a_shop_was_read_is_known(streams: Any, database: Any, gateway: Any, clock: Any) -> None:
    oldest = clock.now - gateway.order_windows.reach_ms + EDGE_MS
    await run(streams, "orders")
    clock.now += DAY
    await run(streams, "orders")
    assert await database.read(read_since, SHOP_ID, "orders") == oldest
    clock.now += 2 * gateway.order_windows.reach_ms  # what changed meanwhile first is told by nobody any more
    await run(streams, "orders")
    assert await database.read(read_since, SHOP_ID, "orders") == clock.now - gateway.order_windows.reach_ms + EDGE_MS


async def test_a_row_that_shows_up_late_is_still_found(streams: Any, gateway: Any, clock: Any, make: Any) -> None:
    await run(streams, "orders")
    clock.now += MINUTE
    gateway.books["o0001"] = make.order(1, make.now - 10_000)
    assert await run(streams, "orders") == 1


async def test_a_torn_page_moves_no_watermark_and_the_open_window_is_read_again(
    streams: Any, gateway: Any, database: Any, make: Any
) -> None:
    for number in range(25):
        gateway.books[f"o{number:04}"] = make.order(number, make.now - 20 * DAY)
    gateway.books["o9999"] = make.order(9999)
    await run(streams, "after_sales")
    gateway.raising["orders"] = []
    done: list[str] = []

    async def torn(window: Any, cursor: Any) -> Any:
        page = await type(gateway).orders(gateway, window, cursor)
        if page.rows:
            done.append(cursor)
        if len(done) == 2:
            done.append("torn")
            raise Unreadable("net.not_json")
        return page

    coordinator = next(one for one in streams.coordinators if one.stream == "orders")
    coordinator._ask = torn
    with pytest.raises(Unreadable):
        await coordinator.run()
    assert await held(database, "orders") == 10, "the first page is kept"
    before = await mark(database)
    assert before is not None
    assert before <= make.now - 20 * DAY, "only the windows before it are done"
    assert await run(streams, "orders") == 16
    assert await held(database, "orders") == 26


async def test_a_window_that_drifts_is_read_again(streams: Any, gateway: Any, database: Any, make: Any) -> None:
    for number in range(30):
        gateway.books[f"o{number:04}"] = make.order(number)
    gateway.drifting["orders"] = 2
    assert await run(streams, "orders") == 30
    assert await held(database, "orders") == 30


async def test_a_window_that_never_holds_still_is_cut_until_it_does(
    streams: Any, gateway: Any, database: Any, make: Any
) -> None:
    for number in range(30):
        gateway.books[f"o{number:04}"] = make.order(number, make.now - DAY - number * 60 * MINUTE)
    gateway.drifting["orders"] = 10_000
    assert await run(streams, "orders") == 30


async def test_rows_that_cannot_be_reached_are_a_named_trouble(
    streams: Any, gateway: Any, database: Any, make: Any
) -> None:
    for number in range(30):
        gateway.books[f"o{number:04}"] = make.order(number)
    gateway.drifting["orders"] = 10_000
    with pytest.raises(Unreadable) as caught:
        await run(streams, "orders")
    assert caught.value.code == "sync.drift"
    assert await held(database, "orders") >= 29, "what was seen is kept"
    reached = await mark(database)
    assert reached is not None
    assert reached <= make.now - DAY


async def test_a_bad_row_is_put_aside_and_the_rest_goes_on(
    streams: Any, gateway: Any, database: Any, make: Any
) -> None:
    for number in range(12):
        gateway.books[f"o{number:04}"] = make.order(number)
    gateway.spoilt = {"o0003"}
    assert await run(streams, "orders") == 11
    assert [(row.stream, row.key) for row in await database.read(quarantined)] == [("orders", "o0003")]
    assert await mark(database) is not None, "a bad row does not hold the others up"


async def test_the_detail_may_tell_what_the_list_cannot(streams: Any, gateway: Any, database: Any, make: Any) -> None:
    gateway.books = {"o0001": make.order(1), "o0002": make.order(2)}
    gateway.spoilt = {"o0001", "o0002"}
    gateway.untold = {"o0002"}
    await run(streams, "orders")
    assert await streams.ask_again() == 1
    assert [row.key for row in await database.read(quarantined)] == ["o0002"]
    gateway.spoilt = set()
    gateway.books["o0002"] = make.order(2, make.now - MINUTE)
    await run(streams, "orders")
    assert await database.read(quarantined) == [], "what arrives well is let go"


async def test_an_unreadable_detail_stays_put_aside(streams: Any, gateway: Any, database: Any, make: Any) -> None:
    gateway.books = {"o0001": make.order(1)}
    gateway.spoilt = {"o0001"}
    await run(streams, "orders")
    gateway.raising["order"] = [Unreadable("net.not_json")]
    assert await streams.ask_again() == 0
    assert len(await database.read(quarantined)) == 1


async def test_a_platform_that_does_not_answer_is_not_asked_for_every_row(
    streams: Any, gateway: Any, database: Any, make: Any
) -> None:
    gateway.books = {f"o{number:04}": make.order(number) for number in range(5)}
    gateway.spoilt = set(gateway.books)
    await run(streams, "orders")
    gateway.raising["order"] = [Unreadable("net.not_json"), Offline("net.timeout")]
    assert await streams.ask_again() == 0
    assert gateway.said("order ") == 2
    assert await streams.ask_again() == 5


async def test_a_newer_row_wins_over_an_older_page(streams: Any, gateway: Any, database: Any, make: Any) -> None:
    gateway.books = {"o0001": make.order(1, make.now - 20, seller_note="new")}
    await run(streams, "orders")
    gateway.books = {"o0001": make.order(1, make.now - 2000, seller_note="old")}
    assert await run(streams, "orders") == 0


async def test_items_ask_details_only_for_news(streams: Any, gateway: Any, database: Any, make: Any) -> None:
    gateway.stock = {f"i{number:04}": make.listing(number) for number in range(25)}
    assert await run(streams, "items") == 50
    assert gateway.said("listing") == 25
    assert await run(streams, "items") == 0
    assert gateway.said("listing") == 25, "nothing changed, nothing asked"
    gateway.stock["i0003"] = make.listing(3, make.now, stock=9)
    assert await run(streams, "items") == 2
    assert gateway.said("listing") == 26
    assert [sku.stock for sku in await database.read(skus_of, SHOP_ID, "i0003")] == [9]


async def test_items_listed_with_skus_need_no_detail(streams: Any, gateway: Any, make: Any) -> None:
    gateway.with_skus = True
    gateway.stock = {"i0001": make.listing(1)}
    assert await run(streams, "items") == 2
    assert gateway.said("listing") == 0


async def test_it_is_known_when_each_items_page_was_asked_for(
    streams: Any, gateway: Any, database: Any, clock: Any, make: Any
) -> None:
    """An answer takes a minute: what sells meanwhile may not be in it."""

    def read_at(conn: Connection) -> dict[str, int]:
        return dict(conn.exec_driver_sql(f"SELECT item_id, {READ_AT} FROM items").all())  # type: ignore[arg-type] # pairs

    ask = gateway.items

    async def slow(cursor: str | None) -> Page[Listing]:
        told = await ask(cursor)
        clock.now += MINUTE
        return told  # type: ignore[no-any-return]

    gateway.items, gateway.with_skus = slow, True
    gateway.stock = {f"i{number:04}": make.listing(number) for number in range(25)}
    begun_at = clock.now
    await run(streams, "items")
    first = await database.read(read_at)
    assert [first[f"i{at:04}"] - begun_at for at in (0, 9, 10, 24)] == [0, 0, MINUTE, 2 * MINUTE]
    again_at = clock.now
    gateway.stock["i0024"] = make.listing(24, make.now, stock=9)
    await run(streams, "items")
    then = await database.read(read_at)
    assert (then["i0000"], then["i0020"]) == (again_at, again_at), "as they were when the list was begun, at least"
    assert then["i0024"] == again_at + 2 * MINUTE


async def test_what_is_gone_is_known_after_a_complete_sweep_only(
    streams: Any, gateway: Any, database: Any, make: Any
) -> None:
    gateway.stock = {f"i{number:04}": make.listing(number) for number in range(25)}
    await run(streams, "items")
    del gateway.stock["i0007"]
    gateway.raising["items"] = [Offline("net.timeout")]
    with pytest.raises(Offline):
        await run(streams, "items")
    assert await held(database, "items") == 25
    await run(streams, "items")
    assert (await held(database, "items"), await held(database, "skus")) == (24, 24)


async def test_a_drifting_list_retires_nothing(streams: Any, gateway: Any, database: Any, make: Any) -> None:
    gateway.stock = {f"i{number:04}": make.listing(number) for number in range(25)}
    await run(streams, "items")
    gateway.drifting["items"] = 10_000
    with pytest.raises(Unreadable, match=r"sync\.drift"):
        await run(streams, "items")
    assert await held(database, "items") == 25
    gateway.drifting["items"] = 1
    await run(streams, "items")
    assert await held(database, "items") == 25


async def test_an_unreadable_detail_puts_the_item_aside(streams: Any, gateway: Any, database: Any, make: Any) -> None:
    gateway.stock = {f"i{number:04}": make.listing(number) for number in range(5)}
    gateway.raising["listing"] = [Unreadable("net.not_json")]
    await run(streams, "items")
    assert await held(database, "items") == 4
    assert await streams.ask_again() == 2
    assert await held(database, "items") == 5
    assert await database.read(quarantined) == []


async def test_a_row_put_aside_is_let_go_with_its_item(streams: Any, gateway: Any, database: Any, make: Any) -> None:
    gateway.stock = {f"i{number:04}": make.listing(number) for number in range(3)}
    gateway.spoilt = gateway.untold = {"i0001"}
    await run(streams, "items")
    assert [row.key for row in await database.read(quarantined)] == ["i0001"]
    await run(streams, "items")
    assert len(await database.read(quarantined)) == 1, "it is still listed"
    del gateway.stock["i0001"]
    await run(streams, "items")
    assert await database.read(quarantined) == []


async def test_a_row_without_its_number_may_be_any_item(streams: Any, gateway: Any, database: Any, make: Any) -> None:
    gateway.stock = {f"i{number:04}": make.listing(number) for number in range(3)}
    await run(streams, "items")
    nameless = Page(
        rows=[make.listing(0), make.listing(1)], bad=[BadRow(key="?5ba1", raw="{}", reason="no number")], total=3
    )

    async def items(cursor: str | None) -> Page[Listing]:
        return nameless

    gateway.items = items
    await run(streams, "items")
    assert await held(database, "items") == 3


async def test_a_busy_detail_ends_the_sweep_and_keeps_the_pages_before(
    streams: Any, gateway: Any, database: Any, make: Any
) -> None:
    gateway.stock = {f"i{number:04}": make.listing(number) for number in range(15)}

    async def busy(item_id: str) -> Any:
        if item_id == "i0012":
            raise Busy("net.busy")
        return gateway.stock[item_id]

    gateway.listing = busy
    with pytest.raises(Busy):
        await run(streams, "items")
    assert await held(database, "items") == 10


async def test_a_cursor_that_goes_round_ends(streams: Any, gateway: Any, make: Any) -> None:
    gateway.stock = {"i0001": make.listing(1)}

    async def round_and_round(cursor: str | None) -> Any:
        page = await type(gateway).items(gateway, None)
        import msgspec

        return msgspec.structs.replace(page, cursor="again")

    gateway.items = round_and_round
    coordinator = next(one for one in streams.coordinators if one.stream == "items")
    with pytest.raises(Unreadable, match=r"sync\.drift"):
        await coordinator.run()


async def test_a_span_that_is_too_long_during_a_campaign_is_read_in_halves(
    streams: Any, gateway: Any, database: Any, make: Any
) -> None:
    for number in range(12):
        gateway.tickets[f"t{number}"] = make.ticket(number, make.now - DAY * number - 1)
    gateway.raising["after_sales"] = [Refused("kuaishou.300019"), Refused("kuaishou.300019")]
    assert await run(streams, "after_sales") == 12
    assert await mark(database, "after_sales") == make.now - gateway.after_sale_windows.lag_ms
    gateway.raising["after_sales"] = [Refused("kuaishou.300003")]
    with pytest.raises(Refused):
        await run(streams, "after_sales")
