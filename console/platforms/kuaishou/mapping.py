"""The platform's rows as nouns of the trade. Pure; the enums are those of the sheet, 3.2 to 3.5."""

from collections.abc import Iterable
from typing import Protocol

from console.core.after_sale_states import state_of
from console.core.markup import words_of
from console.core.model import (
    AfterSaleStatus,
    AuditState,
    Item,
    Listing,
    Order,
    OrderLine,
    OrderStatus,
    Parcel,
    Platform,
    Receiver,
    Shop,
    Sku,
)
from console.platforms.kuaishou.carriers import carrier_name
from console.platforms.kuaishou.terms import sold_in, terms_of
from console.platforms.kuaishou.wire import (
    ItemRow,
    Note,
    OrderAddress,
    OrderItem,
    OrderLogistics,
    OrderRow,
    Seller,
    ShopInfo,
    SkuRow,
    Text,
)

_AUDIT = {0: AuditState.WAITING, 1: AuditState.NEEDS_CHANGES, 2: AuditState.PASSED, 3: AuditState.REFUSED}
_DELETED = (2, 3)  # itemStatus: by the seller, by the system

_ORDER = {
    10: OrderStatus.UNPAID,
    30: OrderStatus.TO_SHIP,
    40: OrderStatus.SHIPPED,
    50: OrderStatus.RECEIVED,
    70: OrderStatus.SUCCESS,
    80: OrderStatus.CLOSED,
}
_DO_NOT_SHIP = 10001  # riskCode
_GROUP_NOT_FULL = 1  # disableDeliveryReasonCode; 2 is the risk review
_DISTRIBUTION = 2  # cpsType

_ENDED = (AfterSaleStatus.SUCCESS, AfterSaleStatus.CLOSED)


def to_shop(seller: Seller, info: ShopInfo) -> Shop:
    """The shop a token speaks for."""
    return Shop(
        shop_id=f"{Platform.KUAISHOU}:{seller.seller_id}",
        platform=Platform.KUAISHOU,
        platform_shop_id=str(seller.seller_id),
        name=info.shop_name or seller.name or "",
        open_id=seller.open_id or "",
    )


class HasStatus(Protocol):
    """An item in whichever shape."""

    @property
    def item_status(self) -> int | None: ...


def is_deleted(row: HasStatus) -> bool:
    """A deleted item may still be answered, with its status saying so."""
    return row.item_status in _DELETED


def to_listing(row: ItemRow) -> Listing:
    """An item with its valid SKUs; ``stock`` is their sum, ``price_fen`` the platform's own or the lowest of theirs."""
    rows = row.sku_list if row.sku_list is not None else row.sku_infos
    skus = None if rows is None else tuple(to_sku(row.number, sku) for sku in rows if sku.is_valid != 0)
    prices = [sku.price_fen for sku in skus or () if sku.price_fen is not None]
    stocks = [sku.stock for sku in skus or () if sku.stock is not None]
    shelf = row.shelf_status if row.shelf_status is not None else row.on_offline_status
    item = Item(
        item_id=str(row.number),
        title=row.title,
        code=_id(row.rel_item_id),
        category_id=_id(row.category_id),
        category_name=row.category_name or "",
        price_fen=row.price if row.price is not None else min(prices, default=None),
        stock=sum(stocks) if stocks else None,
        sold=row.volume,
        image_url=row.main_image_url or next(iter(row.image_urls or ()), ""),
        on_shelf=None if shelf is None else shelf == 1,
        audit=AuditState.UNKNOWN if row.audit_status is None else _AUDIT.get(row.audit_status, AuditState.UNKNOWN),
        audit_reason=row.audit_reason or "",
        created_at=_at(row.create_time) or _at(row.created_time),
        updated_at=_at(row.update_time),
    )
    return Listing(item=item, skus=skus, details=None if row.details is None else words_of(row.details))


def to_sku(item_id: int, row: SkuRow) -> Sku:
    """One variant; its name is made of its properties' values, as on Youzan's side."""
    values = [str(prop.prop_value_name) for prop in row.sku_prop or () if prop.prop_value_name]
    return Sku(
        item_id=str(item_id),
        sku_id=str(row.kwai_sku_id),
        code=_text(row.sku_nick),
        spec=" · ".join(values) or _text(row.specification),
        price_fen=row.sku_sale_price,
        stock=row.sku_stock,
        reserved=row.reserve_stock,
        image_url=row.image_url or "",
        updated_at=_at(row.update_time),
    )


def to_order(row: OrderRow) -> Order:
    """An order: one line, and a line for each gift.

    The buyer pays ``totalFee - discountFee + expressFee``: totalFee is the goods' total [inferred from the sheet].
    Receipt is the last instant the platform dates, so it stands for the end. Lists and the order alone have the same
    groups [doc 3.3.1, 3.3.2]: an array of parcels, also an empty one, says which there are; null does not say.
    """
    base = row.order_base_info
    reasons = base.disable_delivery_reason_code or ()
    status = _ORDER.get(base.status, OrderStatus.UNKNOWN)
    if status is OrderStatus.TO_SHIP and _GROUP_NOT_FULL in reasons:
        status = OrderStatus.PENDING
    goods = None if base.total_fee is None else base.total_fee - (base.discount_fee or 0)
    notes = (row.order_note.order_note_info if row.order_note else None) or ()
    return Order(
        order_no=str(base.oid),
        status=status,
        status_code=str(base.status),
        created_at=_at(base.create_time),
        paid_at=_at(base.pay_time),
        shipped_at=_at(base.send_time),
        finished_at=_at(base.recv_time),
        updated_at=_at(base.update_time),
        ship_by_at=_at(base.valid_promise_shipment_time_stamp),
        amount_fen=None if goods is None else goods + (base.express_fee or 0),
        goods_fen=base.total_fee,
        discount_fen=base.discount_fee,
        postage_fen=base.express_fee,
        buyer_id=base.buyer_open_id or "",
        buyer_masked=_masked(base.buyer_nick or ""),
        buyer_note=base.remark or "",
        seller_note=next((note.note for note in notes if note.note), ""),
        flag=_flag(notes),
        risk=base.risk_code == _DO_NOT_SHIP or bool(reasons),
        refunding=any(_is_open(refund.refund_status) for refund in row.order_refund_list or ()),
        source="distribution" if base.cps_type == _DISTRIBUTION else "",
        receiver=_receiver(row.order_address) if row.order_address else Receiver(),
        lines=tuple(_lines(row, goods)),
        parcels=tuple(_parcels(row.order_logistics_info or ())),
        terms=terms_of(row),
        sold_in=sold_in(base),
        told=() if row.order_logistics_info is None else ("parcels",),
    )


def _lines(row: OrderRow, goods_fen: int | None) -> Iterable[OrderLine]:
    if row.order_item_info is not None:
        yield _line(_id(row.order_base_info.oid), row.order_item_info, goods_fen)
    for gift in row.sub_order_info or ():
        if gift.sub_order_base_info is not None and gift.sub_order_item_info is not None:
            yield _line(_id(gift.sub_order_base_info.oid), gift.sub_order_item_info, 0)


def _line(line_no: str, item: OrderItem, amount_fen: int | None) -> OrderLine:
    return OrderLine(
        line_no=line_no,
        title=item.item_title or "",
        item_id=_id(item.item_id),
        sku_id=_id(item.sku_id),
        code=_text(item.sku_nick),
        spec=_text(item.sku_desc),
        quantity=1 if item.num is None else item.num,
        price_fen=item.price,
        amount_fen=amount_fen,
        image_url=item.item_pic_url or "",
    )


def _parcels(rows: Iterable[OrderLogistics]) -> Iterable[Parcel]:
    for row in rows:
        if row.express_no:
            code = _text(row.express_code)
            yield Parcel(
                waybill_no=_text(row.express_no),
                carrier_code=code,
                carrier_name=carrier_name(code),
                parcel_id=_text(row.logistics_id),
            )


def _receiver(row: OrderAddress) -> Receiver:
    return Receiver(
        name_masked=row.desensitise_consignee or "",
        phone_masked=row.desensitise_mobile or "",
        address_masked=row.desensitise_address or "",
        province=row.province or "",
        city=row.city or "",
        district=row.district or "",
        name_cipher=row.encrypted_consignee or "",
        phone_cipher=row.encrypted_mobile or "",
        address_cipher=row.encrypted_address or "",
    )


def _flag(notes: Iterable[Note]) -> str:
    """``red_flag_tag_order`` → ``red``, of the newest note that has one."""
    return next((note.flag_tag_code.removesuffix("_flag_tag_order") for note in notes if note.flag_tag_code), "")


def _is_open(refund_status: int | None) -> bool:
    state = state_of(Platform.KUAISHOU, str(refund_status))
    return state is not AfterSaleStatus.UNKNOWN and state not in _ENDED


def _masked(nick: str) -> str:
    """A nick name is a person's: its ends are enough to tell two buyers apart."""
    if len(nick) <= 1 or "*" in nick:
        return nick
    return f"{nick[0]}**{nick[-1] if len(nick) > 2 else ''}"


def _at(ms: int | None) -> int | None:
    """0 is the platform's "not yet"."""
    return ms if ms is not None and ms > 0 else None


def _id(number: int | None) -> str:
    return str(number) if number else ""


def _text(value: Text) -> str:
    return "" if value is None else str(value)
