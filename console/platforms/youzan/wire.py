"""Youzan's answers as they travel, only the fields we use. Names are the platform's; nothing here is interpreted.

Scalars are loose (see ``values``): ids come as numbers or text, moments as text or counts. Any field may be missing
or null. Listings keep their rows raw, so that one row that does not fit costs no more than itself.
"""

from typing import TypeVar

import msgspec

from console.platforms.youzan.values import Loose

T = TypeVar("T")


class Wire(msgspec.Struct, gc=False):
    """Base of what travels: unknown fields are ignored."""


class ShopAnswer(Wire):
    """shop.get 3.0.0 ``{id, name}``; shop.basic.get 3.0.0 ``{sid, name}``."""

    id: Loose = None
    sid: Loose = None
    name: Loose = None


class ItemImage(Wire):
    """A picture: the list calls it ``url``, the detail ``image_url``."""

    url: Loose = None
    image_url: Loose = None


class ItemRow(Wire):
    """A row of items.onsale.get and items.inventory.get 3.0.0; ``price`` in fen."""

    item_id: Loose = None
    title: Loose = None
    item_no: Loose = None
    cid: Loose = None
    price: Loose = None
    quantity: Loose = None
    sold_num: Loose = None
    image: Loose = None
    item_imgs: list[ItemImage] | None = None
    created_time: Loose = None
    update_time: Loose = None


class ItemRows(Wire):
    """A page of either list."""

    count: Loose = None
    items: list[msgspec.Raw] | None = None


class SkuProp(Wire):
    """One of a SKU's values in item.detail.get 1.0.1."""

    prop_value_id: Loose = None
    prop_value_name: Loose = None


class SkuPicture(Wire):
    """A picture that belongs to a value (``sku_value_props`` by ``id``, ``sku_images`` by ``v_id``)."""

    id: Loose = None
    v_id: Loose = None
    img_url: Loose = None


class SkuRow(Wire):
    """A SKU, the union of item.detail.get 1.0.1 and item.get 3.0.0; ``price`` in fen in both."""

    sku_id: Loose = None
    sku_no: Loose = None
    item_no: Loose = None
    sku_props: list[SkuProp] | None = None
    properties_name_json: Loose = None
    price: Loose = None
    cost_price: Loose = None
    stock_num: Loose = None
    quantity: Loose = None
    with_hold_quantity: Loose = None
    sku_modified_time: Loose = None
    modified: Loose = None


class ItemPrice(Wire):
    """What an item without SKUs costs, fen."""

    price: Loose = None
    cost_price: Loose = None


class ItemDetail(Wire):
    """item.detail.get 1.0.1, and the ``item`` of item.get 3.0.0 with its own words for the same."""

    item_id: Loose = None
    title: Loose = None
    item_no: Loose = None
    cid: Loose = None
    quantity: Loose = None
    sold_num: Loose = None
    is_display: Loose = None
    is_listing: Loose = None
    price: Loose = None
    item_price_param: ItemPrice | None = None
    images: list[ItemImage] | None = None
    pic_url: Loose = None
    desc: Loose = None
    created_time: Loose = None
    created: Loose = None
    update_time: Loose = None
    sku_list: list[SkuRow] | None = None
    skus: list[SkuRow] | None = None
    sku_value_props: list[SkuPicture] | None = None
    sku_images: list[SkuPicture] | None = None


class ItemGet(ItemDetail):
    """item.get 3.0.0 puts the item one level deeper; some texts show it without."""

    item: ItemDetail | None = None


class OrderExtra(Wire):
    """The one extra that says where a native trade was promoted."""

    marketing_order_source: Loose = None


class OrderInfo(Wire):
    """``order_info``: state and moments, moments as shop-time text."""

    tid: Loose = None
    status: Loose = None
    pay_type: Loose = None
    express_type: Loose = None
    refund_state: Loose = None
    channel_type: Loose = None
    created: Loose = None
    update_time: Loose = None
    pay_time: Loose = None
    consign_time: Loose = None
    success_time: Loose = None
    order_extra: OrderExtra | None = None


class Source(Wire):
    """``source_info.source``."""

    platform: Loose = None


class SourceInfo(Wire):
    """``source_info``."""

    source: Source | None = None


class BuyerInfo(Wire):
    """``buyer_info``; the phone may be cipher text."""

    yz_open_id: Loose = None
    buyer_phone: Loose = None


class PayInfo(Wire):
    """``pay_info``, in yuan."""

    total_fee: Loose = None
    post_fee: Loose = None
    payment: Loose = None


class AddressInfo(Wire):
    """``address_info``; name, phone and address may be cipher text."""

    receiver_name: Loose = None
    receiver_tel: Loose = None
    delivery_province: Loose = None
    delivery_city: Loose = None
    delivery_district: Loose = None
    delivery_address: Loose = None


class RemarkInfo(Wire):
    """``remark_info``."""

    buyer_message: Loose = None
    trade_memo: Loose = None
    star: Loose = None


class OutOrderInfo(Wire):
    """``out_order_info``, printed only where a trade came from elsewhere."""

    out_order_no: Loose = None


class TradeLine(Wire):
    """A row of ``orders``, money in yuan."""

    oid: Loose = None
    outer_oid: Loose = None
    item_id: Loose = None
    sku_id: Loose = None
    outer_item_id: Loose = None
    outer_sku_id: Loose = None
    item_no: Loose = None
    sku_no: Loose = None
    title: Loose = None
    pic_path: Loose = None
    sku_properties_name: Loose = None
    num: Loose = None
    price: Loose = None
    payment: Loose = None
    item_tags: dict[str, Loose] | list[Loose] | None = None  # an object; an empty list where there is none


class FullOrderInfo(Wire):
    """``full_order_info`` of trades.sold.get 4.0.4 and trade.get 4.0.2."""

    order_info: OrderInfo
    source_info: SourceInfo | None = None
    buyer_info: BuyerInfo | None = None
    pay_info: PayInfo | None = None
    address_info: AddressInfo | None = None
    remark_info: RemarkInfo | None = None
    out_order_info: OutOrderInfo | None = None
    orders: list[TradeLine] | None = None


class TradeRefund(Wire):
    """A row of ``refund_order``; ``refund_fee`` in yuan."""

    refund_state: Loose = None
    refund_fee: Loose = None


class ExpressInfo(Wire):
    """``express_info``: the carrier by Youzan's number."""

    express_id: Loose = None
    express_no: Loose = None


class Dist(Wire):
    """One parcel of a delivery."""

    dist_id: Loose = None
    express_info: ExpressInfo | None = None


class Delivery(Wire):
    """A row of ``delivery_order``."""

    dists: list[Dist] | None = None


class TradeRow(Wire):
    """A row of trades.sold.get, and the data of trade.get, which adds refunds and deliveries."""

    full_order_info: FullOrderInfo
    refund_order: list[TradeRefund] | None = None
    delivery_order: list[Delivery] | None = None


class TradeRows(Wire):
    """A page of trades.sold.get 4.0.4."""

    total_results: Loose = None
    full_order_info_list: list[msgspec.Raw] | None = None


class RefundRow(Wire):
    """A row of trade.refund.search 3.0.1, and trade.refund.get 3.0.1, which adds line, demand and words."""

    refund_id: Loose = None
    tid: Loose = None
    oid: Loose = None
    status: Loose = None
    demand: Loose = None
    refund_type: Loose = None
    return_goods: Loose = None
    refund_fee: Loose = None
    reason: Loose = None
    desc: Loose = None
    cs_status: Loose = None
    created: Loose = None
    modified: Loose = None
    refund_success_time: Loose = None


class RefundRows(Wire):
    """A page of trade.refund.search 3.0.1."""

    total: Loose = None
    refunds: list[msgspec.Raw] | None = None


class SpecValue(Wire):
    """A value in ``sku_properties_name`` and ``properties_name_json``: ``[{"k": "颜色", "v": "红"}]``."""

    v: Loose = None


def decoder(shape: type[T]) -> msgspec.json.Decoder[T]:
    """A decoder, made once a shape."""
    return msgspec.json.Decoder(shape)


class CategoryRow(Wire):
    """``youzan.itemcategories.get``: a main category with its parts, or a part."""

    cid: Loose = None
    name: Loose = None
    sub_categories: "list[CategoryRow] | None" = None


class CategoryAnswer(Wire):
    """``youzan.itemcategories.get``."""

    categories: list[CategoryRow] = msgspec.field(default_factory=list)
