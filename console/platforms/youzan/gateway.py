"""What the console can ask of a Youzan shop."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TypeVar

import msgspec

from console.core.categories import Category
from console.core.clock import DAY, MINUTE, SECOND, Clock, format_shop_time
from console.core.commands import Command, ReplaceSkus, SetPrice, SetShelf
from console.core.errors import Refused, Trouble
from console.core.gateway import Attempt, Page, RefusalReason, Window, WindowRule
from console.core.model import AfterSale, AfterSaleDeed, Listing, Order, Parcel, Platform, Shop
from console.core.permissions import Check, Need
from console.core.revealing import Field, Plain
from console.core.shipping import Track
from console.net.channel import Channel
from console.net.tokens import TokenKeeper
from console.platforms.youzan import after_sales, commands, mapping, mapping_items, revealing, tracks, wire
from console.platforms.youzan.calls import Calls
from console.platforms.youzan.checks import NEEDS, Checks
from console.platforms.youzan.errors import unreadable
from console.platforms.youzan.paging import Ask, Halve, Place, Rows, Step, Stretch, halved, parted, resume, step
from console.platforms.youzan.rows import RowKind
from console.platforms.youzan.values import Loose, number

T = TypeVar("T")
Shape = TypeVar("Shape")
Noun = TypeVar("Noun")

PAGE_SIZE = 100
REACHABLE_TRADES = 10_000  # page_no ≤ 100
REACHABLE_REFUNDS = 3_000  # page_no × page_size ≤ 3,000
REACHABLE_ITEMS = 3_900  # page_no × page_size < 4,000
# Spans of 3 months are allowed; shorter ones keep a busy shop's window within reach of its page numbers. Rows become
# visible some 30 s late; 90 days is as far back as either platform lists.
WINDOWS = WindowRule(span_ms=7 * DAY, reach_ms=89 * DAY, lag_ms=30 * SECOND, overlap_ms=5 * MINUTE)

SETTLING_MS = 2 * WINDOWS.lag_ms  # rows show up within the lag; the rest is for clocks that differ

ON_SALE, IN_WAREHOUSE = "onsale", "inventory"
_BEFORE_YOUZAN_AT = 1_325_347_200_000  # 2012-01-01, older than the platform and all its items
_BY_CREATION = "created_time:desc"  # an order that edits do not change

_NO_SUCH_ITEM = frozenset({"youzan.122001001", "youzan.123005001", "youzan.121001008", "youzan.234000003"})
_NO_SUCH_TRADE = frozenset({"youzan.5000", "youzan.106000004", "youzan.106100110"})
_NO_SUCH_REFUND = frozenset({"youzan.103011024", "youzan.103010052", "youzan.103010054"})
_NO_TRACK = frozenset({"youzan.120009001"})
# The app lacks this API, its ability package, or the shop is of a kind the API does not serve.
_DETAIL_NOT_OFFERED = frozenset({"youzan.4005", "youzan.4204", "youzan.301002567"})

_shop = wire.decoder(wire.ShopAnswer)
_item_detail, _item_get = wire.decoder(wire.ItemDetail), wire.decoder(wire.ItemGet)
_item_rows, _item_row = wire.decoder(wire.ItemRows), wire.decoder(wire.ItemRow)
_categories = wire.decoder(wire.CategoryAnswer)
_trade_rows, _trade_row = wire.decoder(wire.TradeRows), wire.decoder(wire.TradeRow)
_refund_rows, _refund_row = wire.decoder(wire.RefundRows), wire.decoder(wire.RefundRow)
_refund, _messages = wire.decoder(after_sales.RefundDetail), wire.decoder(after_sales.Messages)
_journey = wire.decoder(tracks.Journey)
_ITEMS = {
    name: RowKind(_item_row, partial(mapping_items.listing, on_shelf=name == ON_SALE), "item_id")
    for name in (ON_SALE, IN_WAREHOUSE)
}
_TRADES = RowKind(_trade_row, mapping.order, "tid")
_REFUNDS = RowKind(_refund_row, after_sales.after_sale, "refund_id")


class YouzanGateway:
    """One Youzan shop: SupportsShop, …Items, …Orders, …AfterSales, …Categories, …Reveal, …Checks, …Commands."""

    platform = Platform.YOUZAN
    needs = NEEDS
    order_windows = WINDOWS
    after_sale_windows = WINDOWS

    def __init__(self, channel: Channel, keeper: TokenKeeper, clock: Clock) -> None:
        self._calls = Calls(channel, keeper, clock)
        self._checks = Checks(keeper, self._calls, clock)
        self._clock = clock
        self._detail_is_offered = True

    @property
    def calls(self) -> int:
        """Attempts made over the network so far."""
        return self._calls.channel.calls

    async def aclose(self) -> None:
        """Let a running token refresh end, then close the connections."""
        await self._calls.aclose()

    async def check(self, need: Need) -> Check:
        return await self._checks.check(need)

    async def shop(self) -> Shop:
        try:
            answer = await self._calls.read("youzan.shop.get", "3.0.0", {}, _shop)
        except Refused:
            answer = await self._calls.read("youzan.shop.basic.get", "3.0.0", {}, _shop)
        kdt_id = (await self._calls.credentials()).grant_id
        return _mapped(lambda: mapping.shop(answer, kdt_id))

    async def items(self, cursor: str | None) -> Page[Listing]:
        """What is on sale, then what is in the warehouse."""
        place = resume(cursor) if cursor else Place((Stretch(ON_SALE), Stretch(IN_WAREHOUSE)))
        done = await self._step(place, self._ask_items, REACHABLE_ITEMS, self._halve_items)
        return await _page(done, _ITEMS[done.stretch.name])

    async def listing(self, item_id: str) -> Listing | None:
        """An item with its SKUs; None where the shop has no such item (any more)."""
        row = await _known(self._detail(item_id), _NO_SUCH_ITEM)
        return None if row is None else _mapped(lambda: mapping_items.detail(row))

    async def categories(self) -> Sequence[Category]:
        answer = await self._calls.read("youzan.itemcategories.get", "3.0.0", {}, _categories)
        return _mapped(lambda: mapping_items.categories(answer))

    async def orders(self, window: Window, cursor: str | None) -> Page[Order]:
        return await self._in_window(window, cursor, self._ask_trades, REACHABLE_TRADES, _TRADES)

    async def order(self, order_no: str) -> Order | None:
        asked = self._calls.read("youzan.trade.get", "4.0.2", {"tid": order_no}, _trade_row)
        row = await _known(asked, _NO_SUCH_TRADE)
        return None if row is None else _mapped(lambda: mapping.order(row, alone=True))

    async def reveal(self, order_no: str, field: Field, cipher: str) -> Plain:
        return await revealing.reveal(self._calls, order_no, field, cipher)

    async def after_sales(self, window: Window, cursor: str | None) -> Page[AfterSale]:
        return await self._in_window(window, cursor, self._ask_refunds, REACHABLE_REFUNDS, _REFUNDS)

    async def after_sale(self, after_sale_no: str) -> AfterSale | None:
        body: dict[str, object] = {"refund_id": after_sale_no}
        row = await _known(self._calls.read("youzan.trade.refund.get", "3.0.1", body, _refund), _NO_SUCH_REFUND)
        return None if row is None else _mapped(lambda: after_sales.detail(row))

    async def after_sale_history(self, after_sale_no: str) -> tuple[AfterSaleDeed, ...]:
        said = await self._calls.read(
            "youzan.trade.refund.messages.get", "3.0.0", {"refund_id": after_sale_no}, _messages
        )
        return _mapped(lambda: after_sales.history(said))

    async def refusal_reasons(self, after_sale_no: str) -> tuple[RefusalReason, ...]:
        return after_sales.REASONS

    async def track(self, parcel: Parcel) -> Track | None:
        """Where a parcel is; None where the platform has no data, or it has no carrier's number."""
        if not parcel.carrier_code.isdigit():
            return None
        body: dict[str, object] = {"express_id": int(parcel.carrier_code), "express_no": parcel.waybill_no}
        row = await _known(self._calls.read("youzan.logistics.goodsexpress.get", "3.0.0", body, _journey), _NO_TRACK)
        return None if row is None else _mapped(lambda: tracks.track(row))

    @property
    def ahead_ms(self) -> int:
        return self._calls.channel.skew_ms

    def offers(self, command: Command) -> bool:
        return commands.offers(command)

    def shows_at_once(self, command: Command) -> bool:
        return True

    async def execute(self, command: Command, attempt: Attempt) -> None:
        if isinstance(command, ReplaceSkus):
            try:
                found = await self.listing(command.item_id)
            except Trouble as trouble:
                trouble.sent = False  # only the reading before the call
                raise
            await self._calls.write(*commands.replacement(command, found))
            return
        kdt_id = (await self._calls.credentials()).grant_id if isinstance(command, (SetPrice, SetShelf)) else ""
        await self._calls.write(*commands.call_of(command, attempt, kdt_id))

    async def _in_window(
        self, window: Window, cursor: str | None, ask: Ask, reach: int, kind: RowKind[Shape, Noun]
    ) -> Page[Noun]:
        """A page of what was updated in ``window``, whole seconds, never beyond now."""
        begin_at = window.begin_at // SECOND * SECOND
        end_at = -(-min(window.end_at, self._clock.now_ms()) // SECOND) * SECOND
        if end_at <= begin_at:
            return Page(rows=(), total=0)
        place = resume(cursor) if cursor else Place((Stretch("", begin_at, end_at),))
        return await _page(await self._step(place, ask, reach, _halve_seconds), kind)

    async def _step(self, place: Place, ask: Ask, reach: int, halve: Halve) -> Step:
        settled_at = (self._clock.now_ms() - SETTLING_MS) // SECOND * SECOND
        return await step(
            place, ask, page_size=PAGE_SIZE, reach=reach, halve=halve, part=lambda one: parted(one, settled_at)
        )

    async def _ask_trades(self, stretch: Stretch, page: int) -> Rows:
        body: dict[str, object] = {
            "start_update": format_shop_time(stretch.begin_at or 0),
            "end_update": format_shop_time(stretch.end_at or 0),
            "page_no": page,
            "page_size": PAGE_SIZE,
        }
        answer = await self._calls.read("youzan.trades.sold.get", "4.0.4", body, _trade_rows)
        return Rows(answer.full_order_info_list or (), _count(answer.total_results))

    async def _ask_refunds(self, stretch: Stretch, page: int) -> Rows:
        body: dict[str, object] = {
            "update_time_start": (stretch.begin_at or 0) // SECOND,
            "update_time_end": (stretch.end_at or 0) // SECOND,
            "page_no": page,
            "page_size": PAGE_SIZE,
        }
        answer = await self._calls.read("youzan.trade.refund.search", "3.0.1", body, _refund_rows)
        return Rows(answer.refunds or (), _count(answer.total))

    async def _ask_items(self, stretch: Stretch, page: int) -> Rows:
        body: dict[str, object] = {"page_no": page, "page_size": PAGE_SIZE, "order_by": _BY_CREATION}
        if stretch.part:
            open_end = self._clock.now_ms() + DAY
            body["update_time_start"] = stretch.begin_at or _BEFORE_YOUZAN_AT
            body["update_time_end"] = stretch.end_at or open_end
        answer = await self._calls.read(f"youzan.items.{stretch.name}.get", "3.0.0", body, _item_rows)
        return Rows(answer.items or (), _count(answer.count))

    def _halve_items(self, stretch: Stretch) -> tuple[Stretch, Stretch] | None:
        """By update time; the newest stretch stays open, so that an item edited meanwhile falls into it."""
        closed = msgspec.structs.replace(
            stretch,
            begin_at=stretch.begin_at or _BEFORE_YOUZAN_AT,
            end_at=stretch.end_at or self._clock.now_ms(),
        )
        halves = _halve_seconds(closed)
        if halves is None:
            return None
        older, newer = halves
        return older, msgspec.structs.replace(newer, end_at=stretch.end_at)

    async def _detail(self, item_id: str) -> wire.ItemDetail:
        body: dict[str, object] = {"item_id": int(item_id) if item_id.isdigit() else item_id}
        if self._detail_is_offered:
            try:
                return await self._calls.read("youzan.item.detail.get", "1.0.1", body, _item_detail)
            except Refused as refused:
                if refused.code not in _DETAIL_NOT_OFFERED:
                    raise
                self._detail_is_offered = False
        old = await self._calls.read("youzan.item.get", "3.0.0", body, _item_get)
        return old if old.item is None else old.item


async def _page(done: Step, kind: RowKind[Shape, Noun]) -> Page[Noun]:
    # A full page costs 8 ms to map: too long for the window's loop.
    rows, bad = await asyncio.to_thread(kind.read, done.rows)
    cursor = done.onward.cursor() if done.onward is not None else None
    return Page(rows=rows, bad=bad, cursor=cursor, total=done.total)


def _halve_seconds(stretch: Stretch) -> tuple[Stretch, Stretch] | None:
    return halved(stretch, SECOND)


async def _known(asked: Awaitable[T], unknown: frozenset[str]) -> T | None:
    """The answer, or None where the platform says there is no such thing."""
    try:
        return await asked
    except Refused as refused:
        if refused.code in unknown:
            return None
        raise


def _mapped(make: Callable[[], T]) -> T:
    """A single object has no page to be put aside from: one that does not fit is an answer that does not fit."""
    try:
        return make()
    except ValueError as error:
        raise unreadable(str(error)) from None


def _count(value: Loose) -> int:
    try:
        count = number(value)
    except ValueError as error:
        raise unreadable(f"a count: {error}") from None
    if count is None or count < 0:
        raise unreadable("a listing without its count")
    return count
