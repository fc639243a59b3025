"""What a Kuaishou shop can be asked. Each method is a call of the sheet's section 3 and the mapping of its answer."""

import hashlib
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from console.core.categories import Category, CategoryFacts, ItemFacts
from console.core.clock import DAY, HOUR, MINUTE, SECOND, Clock
from console.core.commands import Command
from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.core.errors import Refused, Unreadable
from console.core.gateway import Attempt, BadRow, Page, RefusalReason, Window, WindowRule
from console.core.model import AfterSale, AfterSaleDeed, Listing, Order, Platform, Shop
from console.core.permissions import Check, Need
from console.core.revealing import Field, Plain
from console.core.waybills import TakenWaybill, WaybillAccount
from console.net.channel import Channel
from console.net.decoding import decode
from console.net.tokens import TokenKeeper
from console.platforms.kuaishou import after_sales, categories, commands, live, revealing, waybills, wire
from console.platforms.kuaishou.calls import Calls
from console.platforms.kuaishou.checks import NEEDS, Checks
from console.platforms.kuaishou.mapping import is_deleted, to_listing, to_order, to_shop

_ITEMS_A_PAGE = 100
_ORDERS_A_PAGE = 50
_AFTER_SALES_A_PAGE = 100
_NO_MORE = "nomore"
_ALL_VIEWS = 1  # orderViewStatus
_BY_UPDATE_TIME = 2  # queryType
_ASCENDING = 2  # sort
_ALL_AFTER_SALES = 9  # type
_ALMOST_90_DAYS = 89 * DAY + 23 * HOUR  # a begin at exactly 90 days is too old by the time it arrives

Wire = TypeVar("Wire")
Noun = TypeVar("Noun")


class KuaishouGateway:
    """Of one shop: SupportsShop, …Items, …Orders, …AfterSales, …Categories, …CategoryFacts, …Room, …Reveal, …Checks.

    And SupportsCommands, with …Waybills.

    What asks for a single thing is somebody's click, or a read-back it waits for: it overtakes the listings.
    """

    platform = Platform.KUAISHOU
    needs = NEEDS
    # An order's update may be 240 days younger than the order, and shows up in the list within seconds.
    order_windows = WindowRule(span_ms=7 * DAY, reach_ms=_ALMOST_90_DAYS, lag_ms=30 * SECOND, overlap_ms=5 * MINUTE)
    after_sale_windows = WindowRule(span_ms=DAY, reach_ms=_ALMOST_90_DAYS, lag_ms=30 * SECOND, overlap_ms=5 * MINUTE)

    def __init__(self, channel: Channel, keeper: TokenKeeper, clock: Clock) -> None:
        self._channel = channel
        self._keeper = keeper
        self._calls = Calls(channel, keeper, clock)
        self._checks = Checks(channel, keeper, self._calls, clock)

    @property
    def calls(self) -> int:
        """Attempts made over the network so far."""
        return self._channel.calls

    async def aclose(self) -> None:
        """Let a running token refresh end, then close the connections."""
        await self._keeper.settle()
        await self._channel.aclose()

    async def check(self, need: Need) -> Check:
        return await self._checks.check(need)

    async def shop(self) -> Shop:
        seller = await self._calls.read("open.user.seller.get", {}, wire.Seller, urgent=True)
        info = await self._calls.read("open.shop.info.get", {}, wire.ShopInfo, urgent=True)
        return to_shop(seller, info)

    async def items(self, cursor: str | None) -> Page[Listing]:
        """Pages by number: a row may slip from one page to the next between two calls, hence ``total``."""
        number = int(cursor or 1)
        param = {"itemStatus": 1, "pageNumber": number, "pageSize": _ITEMS_A_PAGE}
        page = await self._calls.read("open.item.list.get", param, wire.ItemPage)
        if page.items is None and page.total_item_count is None:
            # Believed, an answer that says nothing would be a complete list of nothing: every item would be gone.
            raise Unreadable("wire.envelope", platform=Platform.KUAISHOU, detail="no items and no count of them")
        rows, bad = _rows(page.items, wire.ItemRow, to_listing, _item_key)
        last = not page.items or (page.total_page is not None and number >= page.total_page)
        return Page(rows=rows, bad=bad, cursor=None if last else str(number + 1), total=page.total_item_count)

    async def listing(self, item_id: str) -> Listing | None:
        param = {"kwaiItemId": int(item_id)}
        row = await self._one("open.item.get", param, wire.ItemRow)
        return None if row is None or is_deleted(row) else to_listing(row)

    async def categories(self) -> Sequence[Category]:
        return await categories.tree(self._calls)

    async def category_facts(self, category_id: str) -> CategoryFacts:
        return await categories.facts(self._calls, category_id)

    async def item_facts(self, item_id: str) -> ItemFacts | None:
        detail = await self._one("open.item.get", {"kwaiItemId": int(item_id)}, categories.Detail)
        return None if detail is None or is_deleted(detail) else categories.item_facts(detail, item_id)

    async def orders(self, window: Window, cursor: str | None) -> Page[Order]:
        param = {
            "orderViewStatus": _ALL_VIEWS,
            "pageSize": _ORDERS_A_PAGE,
            "sort": _ASCENDING,
            "queryType": _BY_UPDATE_TIME,
            "beginTime": window.begin_at,
            "endTime": window.end_at,
            "cursor": cursor or "",
        }
        page = await self._calls.read("open.order.cursor.list", param, wire.OrderPage)
        rows, bad = _rows(page.order_list, wire.OrderRow, to_order, _order_key)
        return Page(rows=rows, bad=bad, cursor=_next(page.cursor, cursor or ""))

    async def order(self, order_no: str) -> Order | None:
        row = await self._one("open.order.detail", {"oid": int(order_no)}, wire.OrderRow)
        return None if row is None else to_order(row)

    async def reveal(self, order_no: str, field: Field, cipher: str) -> Plain:
        return await revealing.reveal(self._calls, order_no, cipher)

    async def after_sales(self, window: Window, cursor: str | None) -> Page[AfterSale]:
        """The cursor is the page's number and the platform's ``pcursor``: the call wants both."""
        number, _, pcursor = (cursor or "1|").partition("|")
        param = {
            "beginTime": window.begin_at,
            "endTime": window.end_at,
            "type": _ALL_AFTER_SALES,
            "pageSize": _AFTER_SALES_A_PAGE,
            "currentPage": int(number),
            "sort": _ASCENDING,
            "queryType": _BY_UPDATE_TIME,
            "pcursor": pcursor,
        }
        page = await self._calls.read("open.seller.order.refund.pcursor.list", param, wire.RefundPage)
        rows, bad = _rows(page.refund_order_info_list, wire.RefundRow, after_sales.to_after_sale, _refund_key)
        following = _next(page.pcursor, pcursor)
        return Page(rows=rows, bad=bad, cursor=following and f"{int(number) + 1}|{following}")

    async def after_sale(self, after_sale_no: str) -> AfterSale | None:
        param = {"refundId": int(after_sale_no)}
        row = await self._one("open.seller.order.refund.detail", param, after_sales.RefundDetail)
        return None if row is None else after_sales.to_detail(row)

    async def after_sale_history(self, after_sale_no: str) -> tuple[AfterSaleDeed, ...]:
        param = {"refundId": int(after_sale_no)}
        rows = await self._one("open.refund.comment.basic.list", param, list[after_sales.Said])
        return after_sales.to_history(rows or [])

    async def refusal_reasons(self, after_sale_no: str) -> tuple[RefusalReason, ...]:
        param = {"refundId": int(after_sale_no)}
        return after_sales.to_reasons(
            await self._calls.read("open.refund.reject.reason", param, list[after_sales.Reason], urgent=True)
        )

    async def room_viewers(self) -> int | None:
        return await live.room_viewers(self._calls)

    @property
    def ahead_ms(self) -> int:
        return self._calls.ahead_ms

    def offers(self, command: Command) -> bool:
        return commands.offers(command)

    def shows_at_once(self, command: Command) -> bool:
        return commands.shows_at_once(command)

    async def waybill_accounts(self) -> Sequence[WaybillAccount]:
        return await waybills.accounts(self._calls)

    async def take_waybill(self, command: TakeWaybill) -> TakenWaybill:
        return await waybills.take(self._calls, command)

    async def void_waybill(self, command: VoidWaybill) -> None:
        await waybills.void(self._calls, command)

    async def execute(self, command: Command, attempt: Attempt) -> None:
        await self._calls.write(*commands.call_of(command, attempt))

    async def _one(self, method: str, param: dict[str, int], kind: type[Wire]) -> Wire | None:
        """One thing by its number; None where the platform does not know it or says it is another shop's."""
        try:
            data = await self._calls.read(method, param, msgspec.Raw, urgent=True)
        except Refused as trouble:
            if trouble.code in _NOT_OURS:
                return None
            raise
        return None if bytes(data) in (b"null", b"{}") else wire.read(data, kind)


# "order operation reject" for another shop's or an unknown number; after-sale not found; someone else's [sheet 2.4].
_NOT_OURS = ("kuaishou.21", "kuaishou.300011", "kuaishou.300012")


class _ItemKey(wire.Wire, frozen=True):
    kwai_item_id: int


class _OrderBaseKey(wire.Wire, frozen=True):
    oid: int


class _OrderKey(wire.Wire, frozen=True):
    order_base_info: _OrderBaseKey


class _RefundKey(wire.Wire, frozen=True):
    refund_id: int


def _item_key(raw: msgspec.Raw) -> int:
    return decode(raw, _ItemKey).kwai_item_id


def _order_key(raw: msgspec.Raw) -> int:
    return decode(raw, _OrderKey).order_base_info.oid


def _refund_key(raw: msgspec.Raw) -> int:
    return decode(raw, _RefundKey).refund_id


def _rows(
    raws: Sequence[msgspec.Raw] | None,
    kind: type[Wire],
    to_noun: Callable[[Wire], Noun],
    key_of: Callable[[msgspec.Raw], int],
) -> tuple[list[Noun], list[BadRow]]:
    """Each row by itself: the one that does not fit is put aside with its text."""
    rows: list[Noun] = []
    bad: list[BadRow] = []
    for raw in raws or ():
        try:
            rows.append(to_noun(decode(raw, kind)))
        except msgspec.MsgspecError as error:
            bad.append(BadRow(key=_key(raw, key_of), raw=bytes(raw).decode("utf-8", "replace"), reason=str(error)))
    return rows, bad


def _key(raw: msgspec.Raw, key_of: Callable[[msgspec.Raw], int]) -> str:
    try:
        return str(key_of(raw))
    except msgspec.MsgspecError:
        return "?" + hashlib.sha256(bytes(raw)).hexdigest()[:16]


def _next(said: str, asked: str) -> str | None:
    """The cursor to go on with. One that stands still would go round for ever, and ending there would lose rows."""
    if said in ("", _NO_MORE):
        return None
    if said == asked:
        raise Unreadable("wire.envelope", platform=Platform.KUAISHOU, detail="the cursor stands still")
    return said
