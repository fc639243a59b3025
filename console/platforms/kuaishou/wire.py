"""The platform's own words, only the fields we use [sheet 2.3, 3.2-3.8].

Decoding is tolerant where the sheet is in doubt: unknown fields are ignored, almost everything may be null or absent,
numbers may come as text. What is left required is what a row is nothing without; a row that still does not fit is bad
by itself and does not take its page with it: pages are decoded with raw rows.

Times are ms, 0 for "not yet"; money is fen.
"""

from typing import Annotated, Any, TypeVar

import msgspec

from console.core.bounds import LAST_AT, MOST
from console.core.errors import Unreadable
from console.core.model import Platform
from console.net.decoding import decode

T = TypeVar("T")

Text = str | int | None  # some text fields hold bare numbers in recorded answers
Id = Annotated[int, msgspec.Meta(gt=0)]
Whole = Annotated[int, msgspec.Meta(ge=-MOST, le=MOST)]  # money and counts
Instant = Annotated[int, msgspec.Meta(le=LAST_AT)]


class Wire(msgspec.Struct, frozen=True, rename="camel", kw_only=True, gc=False):
    """Base of everything below: camelCase on the wire."""


class Envelope(Wire, frozen=True):
    """Around every answer of the gateway; ``result`` 1 is success, and nothing else is."""

    result: int
    code: Text = None
    msg: Text = None
    sub_code: Text = msgspec.field(default=None, name="sub_code")
    sub_msg: Text = msgspec.field(default=None, name="sub_msg")
    error_msg: Text = msgspec.field(default=None, name="error_msg")
    request_id: Text = msgspec.field(default=None, name="request_id")
    older_request_id: Text = msgspec.field(default=None, name="requestId")
    data: msgspec.Raw = msgspec.Raw(b"null")
    batch_decrypt_result_list: msgspec.Raw = msgspec.Raw(b"null")  # of the one call we make that answers beside data


class TokenAnswer(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Of the OAuth endpoints: flat, no ``data``."""

    result: int
    access_token: str = ""
    expires_in: int | None = None  # s
    refresh_token: str = ""
    refresh_token_expires_in: int | None = None  # s
    open_id: str | None = None
    scopes: list[str] | str | None = None
    error: Text = None
    error_msg: Text = None


class Seller(Wire, frozen=True):
    """``open.user.seller.get``."""

    seller_id: Id
    open_id: str | None = None
    name: str | None = None


class ShopInfo(Wire, frozen=True):
    """``open.shop.info.get``."""

    shop_name: str | None = None


class SkuProp(Wire, frozen=True):
    """One property of a SKU: colour, size."""

    prop_value_name: Text = None


class SkuRow(Wire, frozen=True):
    """3.2.3."""

    kwai_sku_id: Id
    sku_stock: Whole | None = None
    reserve_stock: Whole | None = None
    sku_sale_price: Whole | None = None
    image_url: str | None = None
    is_valid: int | None = None
    update_time: Instant | None = None
    specification: Text = None
    sku_nick: Text = None
    sku_prop: list[SkuProp] | None = None


class ItemRow(Wire, frozen=True):
    """3.2.1 and 3.2.2: the list and the detail spell some fields differently."""

    title: str
    kwai_item_id: Id | None = None
    item_id: Id | None = None  # detail
    rel_item_id: int | None = None
    details: str | None = None
    main_image_url: str | None = None
    image_urls: list[str] | None = None
    category_id: int | None = None
    category_name: str | None = None
    price: Whole | None = None
    volume: Whole | None = None
    item_status: int | None = None
    audit_status: int | None = None
    audit_reason: str | None = None
    shelf_status: int | None = None
    on_offline_status: int | None = None  # detail
    create_time: Instant | None = None
    created_time: Instant | None = None  # detail
    update_time: Instant | None = None
    sku_list: list[SkuRow] | None = None
    sku_infos: list[SkuRow] | None = None  # detail

    def __post_init__(self) -> None:
        if self.number == 0:
            raise ValueError("Object has neither `kwaiItemId` nor `itemId`")

    @property
    def number(self) -> int:
        """The item's id under either name."""
        return self.kwai_item_id or self.item_id or 0


class ItemPage(Wire, frozen=True):
    """3.2.1."""

    total_item_count: int | None = None
    current_page_number: int | None = None
    total_page: int | None = None
    items: list[msgspec.Raw] | None = None


class OrderBase(Wire, frozen=True):
    """3.3.1 ``orderBaseInfo``."""

    oid: Id
    status: int
    buyer_open_id: str | None = None
    buyer_nick: str | None = None
    create_time: Instant | None = None
    pay_time: Instant | None = None
    send_time: Instant | None = None
    recv_time: Instant | None = None
    update_time: Instant | None = None
    total_fee: Whole | None = None
    discount_fee: Whole | None = None
    express_fee: Whole | None = None
    remark: str | None = None
    cps_type: int | None = None
    valid_promise_shipment_time_stamp: Instant | None = None
    promise_time_stamp_of_delivery: Instant | None = None
    seller_delay_promise_time_stamp: Instant | None = None
    pre_sale: int | None = None
    co_type: Any = None  # Any: an order must not be lost because of what it is of
    risk_code: int | None = None
    disable_delivery_reason_code: list[int] | None = None
    carrier_type: Any = None  # 3.3.2 only; Any: an order must not be lost because of where it was made
    carrier_id: Any = None


class OrderItem(Wire, frozen=True):
    """3.3.1 ``orderItemInfo``."""

    item_id: int | None = None
    sku_id: int | None = None
    sku_desc: Text = None
    sku_nick: Text = None
    item_title: str | None = None
    item_pic_url: str | None = None
    num: Whole | None = None
    price: Whole | None = None


class OrderRefund(Wire, frozen=True):
    """3.3.1 ``orderRefundList``."""

    refund_status: int | None = None


class OrderLogistics(Wire, frozen=True):
    """3.3.1 ``orderLogisticsInfo``."""

    express_no: Text = None
    express_code: Text = None
    logistics_id: Text = None


class Note(Wire, frozen=True):
    """3.3.1 ``orderNoteInfo``, newest first."""

    note: str | None = None
    flag_tag_code: str | None = None


class OrderNote(Wire, frozen=True):
    """3.3.1 ``orderNote``."""

    order_note_info: list[Note] | None = None


class OrderAddress(Wire, frozen=True):
    """3.3.1 ``orderAddress``: the plain fields are empty since 2023 and are not read at all."""

    desensitise_consignee: str | None = None
    desensitise_mobile: str | None = None
    desensitise_address: str | None = None
    encrypted_consignee: str | None = None
    encrypted_mobile: str | None = None
    encrypted_address: str | None = None
    province: str | None = None
    city: str | None = None
    district: str | None = None


class GiftBase(Wire, frozen=True):
    """3.3.1 ``subOrderBaseInfo``."""

    oid: int | None = None


class Gift(Wire, frozen=True):
    """3.3.1 ``subOrderInfo``: a gift that goes with the order."""

    sub_order_base_info: GiftBase | None = None
    sub_order_item_info: OrderItem | None = None


class Serials(Wire, frozen=True):
    """3.3.1 ``serialNumberInfo``: which numbers of the goods are to be told with the parcel, SN (1) or IMEI (2)."""

    serial_type: Any = None


class OrderDelivery(Wire, frozen=True):
    """3.3.1 ``orderDeliveryInfo``: how many units have left, whether a further parcel may follow, what it must tell."""

    delivery_num: Whole | None = None
    enable_append_package: bool | None = None
    serial_number_info: Serials | None = None


class AddressAudit(Wire, frozen=True):
    """3.3.2 ``addressUpdateAuditInfo``: 10 waits for an answer."""

    audit_status: int | None = None


class OrderRow(Wire, frozen=True):
    """3.3.1 and 3.3.2: one order, one SKU line, perhaps gifts."""

    order_base_info: OrderBase
    order_item_info: OrderItem | None = None
    order_refund_list: list[OrderRefund] | None = None
    order_logistics_info: list[OrderLogistics] | None = None
    order_note: OrderNote | None = None
    order_address: OrderAddress | None = None
    sub_order_info: list[Gift] | None = None
    order_delivery_info: OrderDelivery | None = None
    address_update_audit_info: AddressAudit | None = None


class OrderPage(Wire, frozen=True):
    """3.3.1; ``cursor`` is ``nomore`` at the end."""

    cursor: str
    order_list: list[msgspec.Raw] | None = None


class RefundRow(Wire, frozen=True):
    """3.4.1 and 3.4.3."""

    refund_id: Id
    oid: Id
    status: int
    handling_way: int | None = None
    negotiate_status: int | None = None
    refund_fee: Whole | None = None
    refund_reason_desc: str | None = None
    submit_time: Instant | None = None
    create_time: Instant | None = None
    update_time: Instant | None = None
    end_time: Instant | None = None
    expire_time: Instant | None = None


class RefundPage(Wire, frozen=True):
    """3.4.1; ``pcursor`` is ``nomore`` at the end."""

    pcursor: str
    refund_order_info_list: list[msgspec.Raw] | None = None


def read(raw: bytes | msgspec.Raw, kind: type[T]) -> T:
    """``raw`` as a ``kind`` where the whole answer hangs on it. Raises Unreadable."""
    try:
        return decode(raw, kind)
    except msgspec.ValidationError as error:
        raise Unreadable("wire.envelope", platform=Platform.KUAISHOU, detail=str(error)) from None
    except msgspec.DecodeError:
        raise Unreadable("wire.not_json", platform=Platform.KUAISHOU) from None
