"""What one column asks of the other: small protocols, so that a platform offers only what it can do.

A gateway speaks for one shop. Every method may raise ``core.errors.Trouble``; none retries a write.
What a command changed is read back by what reads it anyhow: ``SupportsItems.listing``, ``SupportsOrders.order``, …
"""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar, runtime_checkable

import msgspec

from console.core.categories import Category, CategoryFacts, ItemFacts
from console.core.commands import Command
from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.core.model import AdHour, AfterSale, AfterSaleDeed, Listing, Order, Parcel, Platform, Shop
from console.core.permissions import Check, Need
from console.core.revealing import Field, Plain
from console.core.shipping import Track
from console.core.waybills import TakenWaybill, WaybillAccount

Row = TypeVar("Row")


class BadRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row that does not fit: kept with its raw text while the rest of its page goes on."""

    key: str  # the platform's id of the row where it can be read, else "?" and a digest
    raw: str
    reason: str


class Page(msgspec.Struct, Generic[Row], frozen=True, kw_only=True):
    """One page of a listing.

    ``cursor`` is opaque: hand it back for the next page; None ends the listing. ``total`` is what the platform says the
    whole listing holds, where it says so: a listing is complete only when that many distinct rows were seen.
    """

    rows: Sequence[Row]
    bad: Sequence[BadRow] = ()
    cursor: str | None = None
    total: int | None = None


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """A half-open stretch of update time, ms UTC."""

    begin_at: int
    end_at: int


class WindowRule(msgspec.Struct, frozen=True, kw_only=True):
    """How a platform lets its changes be read, in ms: the longest window, how far back, how late rows may show up."""

    span_ms: int
    reach_ms: int
    lag_ms: int  # rows may become visible this late; a watermark never passes now - lag
    overlap_ms: int  # how far each reading goes back behind the watermark


class SupportsShop(Protocol):
    """Says whose token this is. The harmless first call of every binding."""

    platform: Platform

    async def shop(self) -> Shop: ...


@runtime_checkable
class SupportsItems(Protocol):
    """Lists items; ``listing`` gives one with its SKUs, None if it is gone."""

    async def items(self, cursor: str | None) -> Page[Listing]: ...

    async def listing(self, item_id: str) -> Listing | None: ...


@runtime_checkable
class SupportsOrders(Protocol):
    """Lists orders by update time; ``order`` gives one, None if the platform does not know it."""

    order_windows: WindowRule

    async def orders(self, window: Window, cursor: str | None) -> Page[Order]: ...

    async def order(self, order_no: str) -> Order | None: ...


@runtime_checkable
class SupportsAfterSales(Protocol):
    """Lists after-sales by update time; ``after_sale`` gives one."""

    after_sale_windows: WindowRule

    async def after_sales(self, window: Window, cursor: str | None) -> Page[AfterSale]: ...

    async def after_sale(self, after_sale_no: str) -> AfterSale | None: ...


@runtime_checkable
class SupportsReveal(Protocol):
    """Opens one field of one order's receiver: one call, made once whatever comes of it.

    ``cipher`` is the order's own, as the list gave it; empty where the platform gave none. Only what speaks for the
    order's own shop may be asked. Raises Trouble; no trouble ever holds the text.
    """

    async def reveal(self, order_no: str, field: Field, cipher: str) -> Plain: ...


@runtime_checkable
class SupportsTracks(Protocol):
    """Tells where a parcel is; None where the platform knows nothing of it."""

    async def track(self, parcel: Parcel) -> Track | None: ...


class RefusalReason(msgspec.Struct, frozen=True, kw_only=True):
    """A reason by which a platform lets an after-sale be refused. An empty ``code``: it wants the seller's words."""

    code: str
    text: str = ""
    tip: str = ""
    needs_words: bool = False
    needs_pictures: bool = False


@runtime_checkable
class SupportsAfterSaleTalk(Protocol):
    """What was said and done in an after-sale, oldest first, and by which reasons it may be refused now."""

    async def after_sale_history(self, after_sale_no: str) -> tuple[AfterSaleDeed, ...]: ...

    async def refusal_reasons(self, after_sale_no: str) -> tuple[RefusalReason, ...]: ...


@runtime_checkable
class SupportsCategories(Protocol):
    """Gives the whole category tree, the branches before their leaves."""

    async def categories(self) -> Sequence[Category]: ...


@runtime_checkable
class SupportsCategoryFacts(Protocol):
    """Says what a leaf asks of its goods, and what an item says of itself; None if the item is gone."""

    async def category_facts(self, category_id: str) -> CategoryFacts: ...

    async def item_facts(self, item_id: str) -> ItemFacts | None: ...


@runtime_checkable
class SupportsAds(Protocol):
    """Reports an ads account by the hour: every hour of the shop days ``window`` touches, also those outside it."""

    ad_windows: WindowRule

    async def ad_hours(self, window: Window, cursor: str | None) -> Page[AdHour]: ...


@runtime_checkable
class SupportsRoom(Protocol):
    """Counts who watches the live room of the shop's own streamer; None or 0: it is not on air."""

    async def room_viewers(self) -> int | None: ...


@runtime_checkable
class SupportsChecks(Protocol):
    """Tests what the shop's token may do: one harmless call a scope, asked once and never repeated.

    ``check`` raises no Trouble: the trouble is in the answer. Ask in the order of ``needs``.
    """

    @property
    def needs(self) -> Sequence[Need]: ...

    async def check(self, need: Need) -> Check: ...


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One attempt at a command, as it stands in the ledger before the call is made.

    ``before`` is what a stock was, read between ``read_from_at`` and ``read_at`` (ms UTC), ``delta`` what the call adds
    to it; both None where the command is about something else.
    """

    call_id: str
    before: int | None = None
    delta: int | None = None
    read_from_at: int = 0
    read_at: int = 0


@runtime_checkable
class SupportsCommands(Protocol):
    """Carries out what the merchant wants: each ``execute`` is one writing call at most, never repeated.

    Returns when the platform has accepted. A Trouble whose ``sent`` is False surely changed nothing, and so did
    Refused; of any other nobody knows.
    """

    def offers(self, command: Command) -> bool:
        """Whether this platform can do that at all."""
        ...

    def shows_at_once(self, command: Command) -> bool:
        """Whether what was accepted can be read back at once. What is reviewed first may have arrived unseen."""
        ...

    @property
    def ahead_ms(self) -> int:
        """How far the platform's clock is ahead of ours, as far as that is known."""
        ...

    async def execute(self, command: Command, attempt: Attempt) -> None: ...


@runtime_checkable
class SupportsWaybills(Protocol):
    """Takes and voids numbers of e-waybills. Both may be said again: the same parcel is given the same number."""

    async def waybill_accounts(self) -> Sequence[WaybillAccount]:
        """The contracts with carriers, and what is left of each."""
        ...

    async def take_waybill(self, command: TakeWaybill) -> TakenWaybill: ...

    async def void_waybill(self, command: VoidWaybill) -> None: ...


class SupportsPictures(Protocol):
    """Brings a picture from the address a platform names. It carries nothing of the merchant's, no token either."""

    async def fetch(self, address: str) -> bytes:
        """The picture's bytes, of a kind that can be read and not too many. Raises Trouble; nothing is repeated."""
        ...


class Credentials(msgspec.Struct, kw_only=True):
    """A shop's secrets as the key store keeps them; never printed, never logged, never in SQLite."""

    base_url: str
    app_key: str  # Kuaishou appkey, Youzan client_id, ads app_id
    app_secret: str  # Kuaishou appSecret, Youzan client_secret, ads secret
    sign_secret: str = ""  # Kuaishou only
    grant_id: str = ""  # Youzan kdt_id, ads advertiser_id
    access_token: str = ""
    refresh_token: str = ""
    access_expires_at: int | None = None
    refresh_expires_at: int | None = None
    scopes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Credentials(app_key={self.app_key!r}, …)"

    __str__ = __repr__


class SupportsVault(Protocol):
    """Where a shop's credentials live. ``save`` returns only when the pair is safe: it is called before first use."""

    async def load(self, key: str) -> Credentials | None: ...

    async def save(self, key: str, credentials: Credentials) -> None: ...
