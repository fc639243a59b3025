"""Youzan's words → the console's nouns. Each function raises ValueError for a row that does not fit.

Trades and refunds print yuan; items are in ``mapping_items``. Names, phones and addresses are kept as cipher text or
masked at once: plain text never leaves this module.
"""

from collections.abc import Iterable
from typing import Literal

from console.core.commands_orders import STARS
from console.core.model import (
    EXTERNAL,
    Order,
    OrderLine,
    OrderStatus,
    Parcel,
    Platform,
    Receiver,
    Shop,
)
from console.core.shipping import Terms, Way
from console.platforms.youzan import provenance, wire
from console.platforms.youzan.secrets import Kind, is_encrypted, mask
from console.platforms.youzan.values import Loose, flag, identity, instant, money, number, text
from console.platforms.youzan.words import needed, spec

_WAYS: dict[str, Way] = {"1": "pickup", "2": "local", "9": "nothing"}  # express_type [sheet 7.3]
_ORDER_STATUS = {
    "WAIT_BUYER_PAY": OrderStatus.UNPAID,
    "TRADE_PAID": OrderStatus.PENDING,
    "WAIT_CONFIRM": OrderStatus.PENDING,
    "WAIT_SELLER_SEND_GOODS": OrderStatus.TO_SHIP,
    "WAIT_BUYER_CONFIRM_GOODS": OrderStatus.SHIPPED,
    "TRADE_SUCCESS": OrderStatus.SUCCESS,
    "TRADE_CLOSED": OrderStatus.CLOSED,
    "TRADE_CLOSE": OrderStatus.CLOSED,
}
_NO_REFUND, _PART_REFUND, _FULL_REFUND = 0, 2, 12  # order_info.refund_state; 1 and 11 are on the way
_REFUND_OVER = frozenset({50, 60})  # refund_order.refund_state: closed, success
_REFUND_PAID = 60


def shop(answer: wire.ShopAnswer, kdt_id: str) -> Shop:
    """The shop a token belongs to; ``kdt_id`` as the token endpoint said it, where the answer does not."""
    platform_shop_id = identity(answer.id) or identity(answer.sid) or kdt_id
    if not platform_shop_id:
        raise ValueError("a shop without id")
    return Shop(
        shop_id=f"{Platform.YOUZAN}:{platform_shop_id}",
        platform=Platform.YOUZAN,
        platform_shop_id=platform_shop_id,
        name=text(answer.name),
    )


def _star(told: Loose) -> str:
    """``3`` → ``star3``; 0, and what is no star, is none."""
    star = text(told)
    return f"star{star}" if f"star{star}" in STARS else ""


def order(row: wire.TradeRow, *, alone: bool = False) -> Order:
    """A trade, of a list or asked for ``alone``.

    A list prints neither refunds nor parcels, whatever there is. The trade alone is told with all it has: what is left
    out there is none.
    """
    info = row.full_order_info
    head, address = info.order_info, info.address_info or wire.AddressInfo()
    pay, remark, buyer = info.pay_info or wire.PayInfo(), info.remark_info or wire.RemarkInfo(), info.buyer_info
    amount, goods, postage = money(pay.payment), money(pay.total_fee), money(pay.post_fee)
    status_code = text(head.status)
    told = _told(row, alone)
    whole = len(told) == 2
    return Order(
        order_no=needed(head.tid, "tid"),
        status=_ORDER_STATUS.get(status_code, OrderStatus.UNKNOWN),
        status_code=status_code,
        created_at=instant(head.created),
        paid_at=instant(head.pay_time),
        shipped_at=instant(head.consign_time),
        finished_at=instant(head.success_time),
        updated_at=instant(head.update_time),
        amount_fen=amount,
        goods_fen=goods,
        # The documents disagree on the sign of a price change, so the discount is what the sum leaves over.
        discount_fen=None if amount is None or goods is None else goods + (postage or 0) - amount,
        postage_fen=postage,
        refunded_fen=_refunded(row, amount),
        buyer_id=text(buyer.yz_open_id) if buyer is not None else "",
        buyer_masked=_hidden(buyer.buyer_phone, "MOBILE")[0] if buyer is not None else "",
        buyer_note=text(remark.buyer_message),
        seller_note=text(remark.trade_memo),
        flag=_star(remark.star),
        refunding=_is_refunding(row),
        outer_no=provenance.outer_no(info),
        source=provenance.source(info),
        receiver=_receiver(address),
        lines=tuple(_line(line) for line in info.orders or ()),
        parcels=tuple(_parcels(row.delivery_order or ())),
        terms=_terms(info),
        whole=whole,
        told=() if whole else (*told, *_left(info)),
    )


def _terms(info: wire.FullOrderInfo) -> Terms:
    """How it goes to the buyer. A trade that was brought in goes as its order does, whatever its importer wrote."""
    by = identity(info.order_info.express_type)
    return Terms(way=_WAYS[by]) if by in _WAYS and provenance.source(info) != EXTERNAL else Terms()


def _told(row: wire.TradeRow, alone: bool) -> tuple[Literal["parcels", "refunds"], ...]:
    """Of what lists leave out, what this row tells; of refunds the state of a trade that was asked for tells enough."""
    says_state = alone and number(row.full_order_info.order_info.refund_state) is not None
    parcels: tuple[Literal["parcels"], ...] = ("parcels",) if alone or row.delivery_order is not None else ()
    return (*parcels, "refunds") if says_state or row.refund_order is not None else parcels


def _left(info: wire.FullOrderInfo) -> tuple[Literal["left"], ...]:
    """Of a trade that is still to be shipped its lines tell which of them have left [sheet 7.2, orders[]]."""
    tags = [line.item_tags for line in info.orders or ()]
    return ("left",) if any(isinstance(one, dict) and flag(one.get("is_deliver_goods")) for one in tags) else ()


def _refunded(row: wire.TradeRow, amount: int | None) -> int | None:
    state = number(row.full_order_info.order_info.refund_state)
    if state == _NO_REFUND:
        return 0
    if state == _FULL_REFUND:
        return amount
    if row.refund_order is None or state != _PART_REFUND:
        return None
    return sum(money(refund.refund_fee) or 0 for refund in row.refund_order if _state(refund) == _REFUND_PAID)


def _is_refunding(row: wire.TradeRow) -> bool:
    state = number(row.full_order_info.order_info.refund_state)
    on_the_way = state not in (None, _NO_REFUND, _PART_REFUND, _FULL_REFUND)
    return on_the_way or any(_state(refund) not in _REFUND_OVER for refund in row.refund_order or ())


def _state(refund: wire.TradeRefund) -> int | None:
    return number(refund.refund_state)


def _line(row: wire.TradeLine) -> OrderLine:
    quantity = number(row.num)
    return OrderLine(
        line_no=needed(row.oid, "oid"),
        title=text(row.title),
        item_id=identity(row.item_id),
        sku_id=identity(row.sku_id),
        code=text(row.outer_sku_id) or text(row.sku_no) or text(row.outer_item_id) or text(row.item_no),
        spec=spec(row.sku_properties_name),
        quantity=1 if quantity is None else quantity,
        price_fen=money(row.price),
        amount_fen=money(row.payment),
        image_url=text(row.pic_path),
        outer_line_no=text(row.outer_oid),
    )


def _parcels(deliveries: Iterable[wire.Delivery]) -> Iterable[Parcel]:
    for delivery in deliveries:
        for dist in delivery.dists or ():
            express = dist.express_info
            if express is not None and text(express.express_no):
                yield Parcel(
                    waybill_no=text(express.express_no),
                    carrier_code=identity(express.express_id),
                    parcel_id=text(dist.dist_id),
                )


def _receiver(address: wire.AddressInfo) -> Receiver:
    name_masked, name_cipher = _hidden(address.receiver_name, "NAME")
    phone_masked, phone_cipher = _hidden(address.receiver_tel, "MOBILE")
    address_masked, address_cipher = _hidden(address.delivery_address, "ADDRESS")
    return Receiver(
        name_masked=name_masked,
        phone_masked=phone_masked,
        address_masked=address_masked,
        province=text(address.delivery_province),
        city=text(address.delivery_city),
        district=text(address.delivery_district),
        name_cipher=name_cipher,
        phone_cipher=phone_cipher,
        address_cipher=address_cipher,
    )


def _hidden(value: Loose, kind: Kind) -> tuple[str, str]:
    """Plain text as a mask, cipher text as it is; the other of the two is empty."""
    word = text(value)
    return ("", word) if is_encrypted(word) else (mask(word, kind), "")
