"""The sandbox's world as plain mutable records: what both platforms' pages read and write.

Money is int fen, instants are int ms UTC, whatever a platform prints. The world is one merchant with one shop on each
platform. Wire modules turn these records into a platform's own words; nothing here knows a wire format.
"""

from dataclasses import dataclass, field
from random import Random
from typing import Any


@dataclass
class Sku:
    """One variant: the same goods on both sides, each side with its own id, price and stock (None: not sold there)."""

    code: str  # the merchant's own SKU code
    spec: list[tuple[str, str]]  # [("颜色", "米白"), ("尺码", "M")]
    ks_sku_id: int | None = None
    yz_sku_id: int | None = None
    ks_price: int = 0
    yz_price: int = 0
    ks_stock: int = 0
    yz_stock: int = 0
    reserved: int = 0
    cost: int | None = None
    weight_g: int = 0
    ks_code: str | None = None  # where the Kuaishou side carries another code (a merchant's slip)
    created: int = 0
    ks_updated: int = 0
    yz_updated: int = 0
    ks_fields: dict[str, Any] = field(default_factory=dict)  # further fields as Kuaishou was told them


@dataclass
class Product:
    """One piece of goods; ``ks_item_id``/``yz_item_id`` None where that side does not list it."""

    code: str
    title: str
    category: str
    ks_category_id: int
    yz_cid: int
    skus: list[Sku]
    ks_item_id: int | None = None
    yz_item_id: int | None = None
    yz_title: str | None = None  # where the sides' titles differ
    alias: str = ""
    market_price: int = 0
    details: str = ""
    ks_on_shelf: bool = True
    yz_on_shelf: bool = True
    audit: int = 2  # Kuaishou auditStatus 0 1 2 3
    audit_reason: str = ""
    sold: int = 0
    presale_days: int = 0
    props: dict[str, str] = field(default_factory=dict)
    image_seed: int = 0
    created: int = 0
    ks_updated: int = 0
    yz_updated: int = 0
    ks_deleted: bool = False
    yz_deleted: bool = False
    ks_deleted_at: int = 0
    ks_fields: dict[str, Any] = field(default_factory=dict)  # further fields as Kuaishou was told them


@dataclass
class Person:
    """A buyer: plain text lives only here; wires print cipher text and masks."""

    name: str
    phone: str
    province: str
    city: str
    district: str
    town: str
    address: str
    ks_open_id: str
    yz_open_id: str
    nick: str
    member: bool = False
    points: int = 0
    region_codes: tuple[int, int, int, int] = (0, 0, 0, 0)


@dataclass
class Parcel:
    """A parcel sent for an order or a trade."""

    waybill_no: str
    ks_carrier: int
    yz_carrier: int
    parcel_id: int = 0
    sent_at: int = 0


@dataclass
class Refund:
    """An after-sale on the Kuaishou side (``refund_id`` int) or the Youzan side (``refund_id`` str)."""

    refund_id: int | str
    status: int  # Kuaishou codes 10 11 12 20 21 22 30 40 45 50 60 70; Youzan wire maps them
    handling: int  # 1 return and refund, 10 refund only, 3 exchange
    amount: int
    reason_code: int
    reason: str
    description: str = ""
    negotiate: int = 1
    created: int = 0
    updated: int = 0
    submitted: int = 0
    expires: int = 0
    ended: int = 0
    return_express_no: str = ""
    return_express_code: int = 0
    version: int = 0
    refused_code: int = 0  # the seller's reason, text and instant of a refusal
    refused_text: str = ""
    history: list[tuple[int, int, str]] = field(default_factory=list)  # at, role (1 buyer, 2 seller, 3 platform), title
    begun_here: bool = False  # on a trade: begun by the seller on Youzan, follows no Kuaishou after-sale


@dataclass
class Order:
    """A Kuaishou order: one SKU line (``quantity`` of it), as that platform sells."""

    oid: int
    product: Product
    sku: Sku
    quantity: int
    unit_price: int
    original_price: int
    goods_total: int  # totalFee
    discount: int  # discountFee
    express: int  # expressFee
    buyer: Person
    status: int  # 10 30 40 50 70 80
    created: int
    updated: int
    paid: int = 0
    sent: int = 0
    received: int = 0
    ended: int = 0
    ship_by: int = 0
    promise_s: int = 172_800
    remark: str = ""
    notes: list[tuple[int, str, int, str]] = field(default_factory=list)  # at, text, flag 0…6, operator
    parcels: list[Parcel] = field(default_factory=list)
    refunds: list[Refund] = field(default_factory=list)
    risk: bool = False
    address_asked: bool = False  # the buyer wants another address and waits for an answer
    cps: bool = False
    presale: bool = False
    carrier_type: int = 0  # 2 = sold in a live room
    carrier_id: int = 0
    delivered: int = 0  # units shipped
    channel: int = 1  # payType
    visible: int = 0  # the list calls show it from this instant on (0: at once)
    prev_sku: Sku | None = None  # before a change of variant

    @property
    def payment(self) -> int:
        """What the buyer pays, fen."""
        return self.goods_total - self.discount + self.express


@dataclass
class TradeLine:
    """A line of a Youzan trade."""

    oid: str
    product: Product
    sku: Sku
    quantity: int
    price: int
    total: int
    payment: int
    outer_oid: str = ""
    outer_sku_code: str = ""
    shipped: bool = False


@dataclass
class Trade:
    """A Youzan trade: native, or the import of a Kuaishou order (``order`` is the truth the wire does not tell)."""

    tid: str
    lines: list[TradeLine]
    buyer: Person
    status: str  # WAIT_BUYER_PAY WAIT_SELLER_SEND_GOODS WAIT_BUYER_CONFIRM_GOODS TRADE_SUCCESS TRADE_CLOSED
    total: int
    postage: int
    discount: int
    adjust: int
    payment: int
    created: int
    updated: int
    paid: int = 0
    sent: int = 0
    ended: int = 0
    close_type: int = 0
    refund_state: int = 0
    pay_type: int = 203
    platform: str = "other"  # source_info.source.platform
    channel_type: str = ""
    marketing_source: str = ""
    outer_no: str = ""  # out_order_info.out_order_no, printed only if set
    memo: str = ""
    star: int = 0
    buyer_message: str = ""
    parcels: list[Parcel] = field(default_factory=list)
    refunds: list[Refund] = field(default_factory=list)
    order: Order | None = None
    visible: int = 0


@dataclass
class Coupon:
    """A coupon activity on one side."""

    coupon_id: int
    side: str  # kuaishou | youzan
    name: str
    threshold: int
    reduce: int
    stock: int
    taken: int = 0
    used: int = 0
    begins: int = 0
    ends: int = 0
    status: int = 2
    fields: dict[str, Any] = field(default_factory=dict)  # further fields as its platform was told them


@dataclass
class Waybill:
    """An e-waybill taken through Kuaishou."""

    waybill_no: str
    company: str
    order_code: str
    package_code: str
    request_id: str
    taken: int
    cancelled: int = 0
    address: str = ""  # whereto, as it was taken
    parent: str = ""


@dataclass
class World:
    """Everything there is, with the indexes the pages need. Both sides see one merchant."""

    seed: int
    random: Random
    shop_name: str
    ks_seller_id: int
    ks_open_id: str
    yz_kdt_id: int
    products: list[Product] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    orders: dict[int, Order] = field(default_factory=dict)  # by oid
    trades: dict[str, Trade] = field(default_factory=dict)  # by tid
    coupons: list[Coupon] = field(default_factory=list)
    waybills: dict[str, Waybill] = field(default_factory=dict)
    live_viewers: int | None = None  # None: not on air
    live_room_id: int | None = None
    room_viewers: int | None = None  # in the show that is played for a door; None: none is
    writes: list[dict[str, object]] = field(default_factory=list)  # GET /control/log
    imports_due: dict[int, int] = field(default_factory=dict)  # oid → when its trade will be on Youzan
    echoes: dict[int, str] = field(default_factory=dict)  # oid → how Kuaishou's list tells it more than once

    @property
    def viewers(self) -> int | None:
        """Who watches now; None: not on air."""
        return self.live_viewers if self.room_viewers is None else self.room_viewers
