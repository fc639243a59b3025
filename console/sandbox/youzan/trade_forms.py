"""How a trade is printed: ``full_order_info`` and what stands beside it in trade.get (sheets 7.3 and 7.6)."""

import json
from functools import lru_cache

from console.sandbox.clock import HOUR
from console.sandbox.state import Parcel, Refund, Trade, TradeLine
from console.sandbox.youzan.call import Call, Row
from console.sandbox.youzan.forms import date_text, yuan
from console.sandbox.youzan.item_forms import pictures_of, spec_rows, title_of
from console.sandbox.youzan.refund_forms import fund_rows, parts_of, state_number

STATUS_WORDS = {
    "WAIT_BUYER_PAY": "待付款",
    "TRADE_PAID": "已付款",
    "WAIT_CONFIRM": "待接单",
    "WAIT_SELLER_SEND_GOODS": "待发货",
    "WAIT_BUYER_CONFIRM_GOODS": "已发货",
    "TRADE_SUCCESS": "已完成",
    "TRADE_CLOSED": "已关闭",
}
PAY_WORDS = {0: "", 1: "WEIXIN", 203: "OUTSIDE_PAYMENT"}
EXTERNAL_PAY, EXTERNAL_ITEM = 203, 203
UNPAID_LIFE = HOUR


def full_order_info(call: Call, trade: Trade) -> Row:
    """The whole of a trade; what the record does not hold is not told."""
    told: Row = {
        "order_info": _order_info(call, trade),
        "source_info": {
            "is_offline_order": False,
            "source": {"platform": trade.platform, "wx_entrance": "merchant_xcx" if trade.platform == "wx" else ""},
            "order_mark": "",
            "book_key": "",
        },
        "buyer_info": {
            "yz_open_id": trade.buyer.yz_open_id,
            "buyer_phone": call.cipher.encrypt(trade.buyer.phone) if trade.buyer.member else "",
            "outer_user_id": "",
        },
        "pay_info": {
            "total_fee": yuan(trade.total),
            "post_fee": yuan(trade.postage),
            "payment": yuan(trade.payment),
            "real_payment": yuan(trade.payment if trade.paid else 0),
            "transaction": [f"{trade.tid[3:]}"] if trade.paid else [],
            "outer_transactions": [],
            "phase_payments": [],
            "deduction_pay": 0,
            "deduction_real_pay": 0,
        },
        "address_info": _address_info(call, trade),
        "remark_info": {"buyer_message": trade.buyer_message, "trade_memo": trade.memo, "star": trade.star},
        "orders": [_line(call, trade, line) for line in trade.lines],
        "child_info": {"child_orders": []},
    }
    if trade.outer_no:
        told["out_order_info"] = {"out_order_no": trade.outer_no}
    return told


def _order_info(call: Call, trade: Trade) -> Row:
    return {
        "tid": trade.tid,
        "status": trade.status,
        "status_str": STATUS_WORDS.get(trade.status, ""),
        "type": 0,
        "pay_type": trade.pay_type if trade.paid else 0,
        "pay_type_str": PAY_WORDS.get(trade.pay_type, "") if trade.paid else "",
        "express_type": 0,
        "close_type": trade.close_type,
        "refund_state": trade.refund_state,
        "team_type": 0,
        "created": date_text(trade.created),
        "update_time": date_text(trade.updated),
        "expired_time": date_text(trade.created + UNPAID_LIFE),
        "pay_time": date_text(trade.paid),
        "consign_time": date_text(trade.sent),
        "confirm_time": date_text(_succeeded(trade)),
        "success_time": date_text(_succeeded(trade)),
        "is_retail_order": False,
        "node_kdt_id": call.kdt_id,
        "root_kdt_id": call.kdt_id,
        "shop_name": call.ctx.world.shop_name,
        "channel_type": trade.channel_type,
        "order_tags": {
            "is_payed": bool(trade.paid),
            "is_secured_transactions": True,
            "is_member": trade.buyer.member,
            "is_refund": bool(trade.refunds),
            "is_postage_free": not trade.postage,
            "is_virtual": False,
        },
        "order_extra": {
            "is_from_cart": "false",
            "is_points_order": "0",
            **({"marketing_order_source": trade.marketing_source} if trade.marketing_source else {}),
        },
    }


def _succeeded(trade: Trade) -> int:
    return trade.ended if trade.status == "TRADE_SUCCESS" else 0


def success_time(trade: Trade) -> int:
    """When a trade was completed, ms; 0 if it is not."""
    return _succeeded(trade)


def _address_info(call: Call, trade: Trade) -> Row:
    buyer, encrypt = trade.buyer, call.cipher.encrypt
    return {
        "receiver_name": encrypt(buyer.name),
        "receiver_tel": encrypt(buyer.phone),
        "delivery_province": buyer.province,
        "delivery_city": buyer.city,
        "delivery_district": buyer.district,
        "delivery_address": encrypt(buyer.town + buyer.address),
        "delivery_postal_code": "",
        "address_extra": json.dumps({"areaCode": str(buyer.region_codes[2] or "")}),
        "self_fetch_info": "",
        "delivery_start_time": "",
        "delivery_end_time": "",
    }


@lru_cache(maxsize=4096)
def _properties_name(spec: tuple[tuple[str, str], ...]) -> str:
    rows = [{"k": row["k"], "k_id": row["kid"], "v": row["v"], "v_id": row["vid"]} for row in spec_rows(spec)]
    return json.dumps(rows, ensure_ascii=False)


def _line(call: Call, trade: Trade, line: TradeLine) -> Row:
    item_id, sku_id = line.product.yz_item_id or 0, line.sku.yz_sku_id or 0
    told: Row = {
        "oid": line.oid,
        "item_id": item_id,
        "sku_id": sku_id,
        "root_item_id": item_id,
        "root_sku_id": sku_id,
        "unified_item_id": item_id,
        "unified_sku_id": sku_id,
        "outer_item_id": line.product.code,
        "outer_sku_id": line.outer_sku_code,
        "item_no": line.product.code,
        "sku_no": line.outer_sku_code,
        "item_barcode": "",
        "sku_barcode": "",
        "title": title_of(line.product),
        "alias": line.product.alias,
        "pic_path": pictures_of(call, line.product)[0],
        "goods_url": pictures_of(call, line.product)[0],
        "sku_properties_name": _properties_name(tuple(line.sku.spec)),
        "buyer_messages": "",
        "num": line.quantity,
        "price": yuan(line.price),
        "discount_price": yuan(line.total // line.quantity if line.quantity else 0),
        "total_fee": yuan(line.total),
        "payment": yuan(line.payment),
        "points_price": "0",
        "item_type": EXTERNAL_ITEM if trade.pay_type == EXTERNAL_PAY else 0,
        "is_present": False,
        "is_combo": False,
        "is_pre_sale": "1" if line.product.presale_days else "0",
        "freight": "0.00",
        "discount": "0.00",
        "goods_extra": "",
        "item_tags": {"is_deliver_goods": line.shipped},
        "weight": line.sku.weight_g,
    }
    if line.outer_oid:
        told["outer_oid"] = line.outer_oid
    return told


def order_promotion(trade: Trade) -> Row:
    """Discounts of the lines, of the order, and the change of price as the remainder of the amount rule."""
    of_lines = min(trade.discount, max(0, trade.total - sum(line.total for line in trade.lines)))
    adjust = trade.payment - (trade.total - trade.discount + trade.postage)
    return {
        "item_discount_fee": yuan(of_lines),
        "order_discount_fee": yuan(trade.discount - of_lines),
        "adjust_fee": yuan(adjust),
        "item": [],
        "order": [],
        "order_paid_promotion": [],
    }


def refund_order(call: Call, trade: Trade) -> list[Row]:
    """The after-sales of a trade, as trade.get numbers them."""
    return [_refund_row(call, trade, refund) for refund in trade.refunds]


def _refund_row(call: Call, trade: Trade, refund: Refund) -> Row:
    return {
        "refund_id": str(refund.refund_id),
        "refund_type": 2 if call.books.refund_kinds.get(str(refund.refund_id)) == "SELLER_REFUND" else 1,
        "refund_state": state_number(refund),
        "refund_fee": yuan(refund.amount),
        "refund_time": date_text(refund.created),
        "oids": [{"oid": part.oid} for part in parts_of(call, trade, refund)],
        "refund_fund": fund_rows(refund, in_fen=False),
    }


def delivery_order(call: Call, trade: Trade) -> list[Row]:
    """One entry for what has been sent and one for what waits."""
    sent = [line.oid for line in trade.lines if line.shipped]
    waiting = [line.oid for line in trade.lines if not line.shipped]
    rows: list[Row] = []
    if sent:
        dists = [_dist(call, trade, parcel) for parcel in trade.parcels]
        rows.append({"express_state": 1, "express_type": 1, "oids": _oids(sent), "dists": dists})
    if waiting:
        rows.append({"express_state": 0, "express_type": 0, "oids": _oids(waiting), "dists": []})
    return rows


def dist_id(trade: Trade, parcel: Parcel) -> str:
    """The id of a package: made of the trade's number and the parcel's."""
    return f"{trade.tid[1:]}{parcel.parcel_id % 10_000_000}"


def _dist(call: Call, trade: Trade, parcel: Parcel) -> Row:
    every = [line.oid for line in trade.lines if line.shipped]
    oids = call.books.parcel_lines.get((trade.tid, parcel.parcel_id), every)
    return {
        "dist_id": dist_id(trade, parcel),
        "express_info": {"express_id": parcel.yz_carrier, "express_no": parcel.waybill_no},
        "dist_items": _oids(oids),
    }


def _oids(oids: list[str]) -> list[Row]:
    return [{"oid": oid} for oid in oids]
