"""The nouns as they flow: what a platform said, in the trade's own words.

Every noun is frozen. Money is ``_fen`` (int, 分), instants are ``_at`` (int, ms UTC), ids are text. ``None`` means "the
platform did not say"; it is never written as 0. A Kuaishou order and a Youzan trade are the same noun, ``Order``: which
of the two it is follows from its shop's platform.
"""

from enum import StrEnum
from typing import Literal

import msgspec

from console.core.live import SoldIn
from console.core.parties import ADS as ADS
from console.core.parties import REVIEWER as REVIEWER
from console.core.parties import Party as Party
from console.core.parties import Platform as Platform
from console.core.shipping import Terms

EXTERNAL = "external"
"""``Order.source`` of a trade that was not sold in its shop but brought in from another platform."""


class OrderStatus(StrEnum):
    """One state machine over both platforms (Kuaishou ``status`` 10…80, Youzan ``WAIT_…``/``TRADE_…``)."""

    UNPAID = "unpaid"
    PENDING = "pending"  # paid, but the platform still holds it (group not full, acceptance awaited)
    TO_SHIP = "to_ship"
    SHIPPED = "shipped"
    RECEIVED = "received"
    SUCCESS = "success"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class AuditState(StrEnum):
    """Where a platform's review of an item stands."""

    WAITING = "waiting"
    NEEDS_CHANGES = "needs_changes"
    PASSED = "passed"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class AfterSaleKind(StrEnum):
    """What the buyer asks for."""

    REFUND_ONLY = "refund_only"
    RETURN_REFUND = "return_refund"
    EXCHANGE = "exchange"
    OTHER = "other"


class AfterSaleStatus(StrEnum):
    """One state machine over both platforms' after-sale codes."""

    WAIT_SELLER = "wait_seller"
    REFUSED = "refused"
    WAIT_BUYER_RETURN = "wait_buyer_return"
    WAIT_SELLER_RECEIPT = "wait_seller_receipt"
    WAIT_BUYER_RECEIPT = "wait_buyer_receipt"
    PLATFORM = "platform"
    REFUNDING = "refunding"
    SUCCESS = "success"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Mapping(StrEnum):
    """How an order stands against the other platform's books."""

    LINKED = "linked"
    WAITING = "waiting"  # no counterpart is due yet: unpaid, never paid, or paid within the import lag
    MISSING_TRADE = "missing_trade"
    MISSING_ORDER = "missing_order"
    DUPLICATE = "duplicate"
    AMBIGUOUS = "ambiguous"
    AMOUNT_DIFFERS = "amount_differs"


class Noun(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of all nouns: frozen, by keyword, cheap to make by the ten thousand."""


class Shop(Noun, frozen=True, kw_only=True):
    """A shop on one platform. ``shop_id`` is ours: ``"<platform>:<platform_shop_id>"``."""

    shop_id: str
    platform: Platform
    platform_shop_id: str  # Kuaishou sellerId, Youzan kdt_id
    name: str
    open_id: str = ""  # Kuaishou openId; empty on Youzan


class Sku(Noun, frozen=True, kw_only=True):
    """One saleable variant of an item."""

    item_id: str
    sku_id: str
    code: str = ""  # the merchant's own SKU code (Kuaishou skuNick, Youzan sku_no)
    spec: str = ""  # "米白 · 500ml"
    price_fen: int | None = None
    stock: int | None = None
    reserved: int | None = None
    image_url: str = ""
    updated_at: int | None = None


class Item(Noun, frozen=True, kw_only=True):
    """An item as one platform lists it."""

    item_id: str
    title: str
    code: str = ""  # the merchant's own item code
    category_id: str = ""
    category_name: str = ""
    price_fen: int | None = None
    stock: int | None = None
    sold: int | None = None
    image_url: str = ""
    on_shelf: bool | None = None
    audit: AuditState = AuditState.UNKNOWN
    audit_reason: str = ""
    created_at: int | None = None
    updated_at: int | None = None


class Listing(Noun, frozen=True, kw_only=True):
    """An item with its SKUs. ``skus`` is None where the list call does not carry them and the detail must be asked."""

    item: Item
    skus: tuple[Sku, ...] | None = None
    costs_fen: dict[str, int] = {}  # what a piece costs the merchant, by SKU; "" speaks for the whole item
    details: str | None = None  # what its detail page says, without markup; None: not told by this answer


class OrderLine(Noun, frozen=True, kw_only=True):
    """A line as it was when sold: a snapshot that stays readable when the item is gone."""

    line_no: str
    title: str
    item_id: str = ""
    sku_id: str = ""
    code: str = ""  # merchant SKU code, else item code
    spec: str = ""
    quantity: int = 1
    price_fen: int | None = None  # unit price
    amount_fen: int | None = None  # the buyer's share of this line, where the platform says it
    image_url: str = ""
    outer_line_no: str = ""  # the other platform's line number, on imported trades


class Parcel(Noun, frozen=True, kw_only=True):
    """One parcel: the carrier in the platform's own code."""

    waybill_no: str
    carrier_code: str = ""
    carrier_name: str = ""
    parcel_id: str = ""


class Receiver(Noun, frozen=True, kw_only=True):
    """Who receives it: masked for the screen, cipher text as the platform gave it. Never plain text."""

    name_masked: str = ""
    phone_masked: str = ""
    address_masked: str = ""
    province: str = ""
    city: str = ""
    district: str = ""
    name_cipher: str = ""
    phone_cipher: str = ""
    address_cipher: str = ""


class Order(Noun, frozen=True, kw_only=True):
    """A Kuaishou order or a Youzan trade."""

    order_no: str
    status: OrderStatus
    status_code: str = ""  # the platform's own word
    created_at: int | None = None
    paid_at: int | None = None
    shipped_at: int | None = None
    finished_at: int | None = None
    updated_at: int | None = None
    ship_by_at: int | None = None
    amount_fen: int | None = None  # what the buyer pays, postage included
    goods_fen: int | None = None
    discount_fen: int | None = None
    postage_fen: int | None = None
    refunded_fen: int | None = None
    buyer_id: str = ""
    buyer_masked: str = ""
    buyer_note: str = ""
    seller_note: str = ""
    flag: str = ""  # red yellow green blue purple grey, or empty
    risk: bool = False  # the platform forbids shipping
    refunding: bool = False  # an after-sale is open
    outer_no: str = ""  # the other platform's order number, where this row carries one
    source: str = ""  # where the order came from, in the platform's word
    receiver: Receiver = Receiver()
    lines: tuple[OrderLine, ...] = ()
    parcels: tuple[Parcel, ...] = ()
    terms: Terms = Terms()
    sold_in: SoldIn | None = None  # None: not said; lists never say it
    whole: bool | None = None  # False: of a list without parcels and refunds; True: asked by number; None: no matter
    told: tuple[Literal["parcels", "refunds", "left"], ...] = ()
    """Where not whole, and of a list that may leave them out: what is told all the same, and that a part has left."""


class AfterSaleDeed(Noun, frozen=True, kw_only=True):
    """One line of an after-sale's history, as its platform tells it."""

    at: int
    by: Literal["buyer", "seller", "platform", ""]
    words: str = ""


class AfterSaleFacts(Noun, frozen=True, kw_only=True):
    """What only the detail of an after-sale tells."""

    version: str = ""  # the platform's lock, which every answer must name
    words: str = ""  # the buyer's own
    pictures: tuple[str, ...] = ()  # addresses of the buyer's evidence
    refusal: str = ""  # what the seller said against it
    parcel: Parcel | None = None  # the goods on their way back
    freight_fen: int | None = None  # what the buyer claims for sending it back
    has_goods: bool | None = None  # whether the buyer says to have received them
    history: tuple[AfterSaleDeed, ...] | None = None  # oldest first; None: not asked for


class AfterSale(Noun, frozen=True, kw_only=True):
    """An after-sale. Its money counts only when ``status`` is SUCCESS and ``kind`` is not EXCHANGE."""

    after_sale_no: str
    order_no: str
    kind: AfterSaleKind
    status: AfterSaleStatus
    status_code: str = ""
    amount_fen: int | None = None
    reason: str = ""
    line_no: str = ""
    created_at: int | None = None
    updated_at: int | None = None
    deadline_at: int | None = None
    finished_at: int | None = None
    facts: AfterSaleFacts | None = None  # None: of a list


class Link(Noun, frozen=True, kw_only=True):
    """What matching says of one order: at most one row an order, and one for a trade whose order is missing."""

    order_no: str | None
    trade_no: str | None
    mapping: Mapping
    confidence: float | None = None  # 0…1; 1 by number, None where nothing was compared
    reason: str = ""  # a code for the words that explain it: "outer_no", "code+amount+time", …


class AdHour(Noun, frozen=True, kw_only=True):
    """What one hour of an ads account cost and brought, as the ads platform counts it.

    The running hour is partial, and the hours before it are still revised: an hour that is read again replaces itself.
    GMV is what the ads platform attributes to the ads, not what the shop sold; both are true and they do not add up.
    """

    advertiser_id: str
    begin_at: int  # the hour's first instant
    cost_fen: int | None = None
    ad_impressions: int | None = None
    impressions: int | None = None  # of the whole site, free traffic included, while a site-wide plan runs
    live_views: int | None = None  # of the whole site, likewise
    watched_s: float | None = None  # a viewer's average, of ad viewers
    cart_clicks: int | None = None
    item_clicks: int | None = None
    orders_submitted: int | None = None
    orders: int | None = None  # paid on the day of the ad, likewise the three below
    gmv_fen: int | None = None
    paid_fen: int | None = None
    net_orders: int | None = None  # without what was refunded
    net_gmv_fen: int | None = None
    direct_orders: int | None = None  # of the very item or room that was advertised
    direct_gmv_fen: int | None = None
    new_followers: int | None = None
    comments: int | None = None
    plays_completed: int | None = None
    completion: float | None = None  # plays completed to plays; the platform's own, which may exceed 1
