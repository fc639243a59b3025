"""Shipping and following parcels (sheet 8)."""

import json
import re

from console.sandbox.clock import DAY, HOUR
from console.sandbox.state import Parcel, Trade, TradeLine
from console.sandbox.tables import read_table
from console.sandbox.youzan.call import Api, Call, Row
from console.sandbox.youzan.forms import date_text
from console.sandbox.youzan.refunds import refunded_amount
from console.sandbox.youzan.refusals import Refused
from console.sandbox.youzan.trade_forms import dist_id
from console.sandbox.youzan.trades import trade_of

DONE = {"is_success": True}
NO_ORDER = (105000016, "该订单不存在!")
WAYBILL = re.compile(r"[A-Za-z0-9-]+")
CHANGE_LIMIT = DAY
WITHOUT_CARRIER = 41  # 其他
ON_THE_WAY, PICKED_UP, SIGNED, DELIVERING = "0", "1", "3", "5"
JOURNEY = (  # hours after sending, state, words
    (0, PICKED_UP, "快件已揽收"),
    (6, ON_THE_WAY, "快件已到达转运中心"),
    (30, ON_THE_WAY, "快件已发往目的城市"),
    (48, DELIVERING, "快件正在派送中"),
    (60, SIGNED, "快件已签收"),
)


def carriers() -> dict[int, str]:
    """The platform's carrier ids and names."""
    rows = read_table("carriers")
    return {int(row["youzan_id"]): row["youzan_name"] or row["name_zh"] for row in rows if row["youzan_id"]}


def express_get(call: Call) -> object:
    """Every carrier with its id."""
    return {"allExpress": [{"id": key, "name": name, "display": 1} for key, name in sorted(carriers().items())]}


def confirm(call: Call) -> object:
    """Send the whole trade, or the lines of ``oids``; each accepted call is one package."""
    trade = trade_of(call, NO_ORDER)
    lines = _lines_to_send(call, trade)
    parcel = _parcel(call, trade)
    for line in lines:
        line.shipped = True
    trade.parcels.append(parcel)
    call.books.parcel_lines[trade.tid, parcel.parcel_id] = [line.oid for line in lines]
    trade.updated = call.now
    if all(line.shipped for line in trade.lines):
        trade.status, trade.sent = "WAIT_BUYER_CONFIRM_GOODS", call.now
    call.log(trade.tid)
    return DONE


def _lines_to_send(call: Call, trade: Trade) -> list[TradeLine]:
    if trade.status in ("WAIT_BUYER_CONFIRM_GOODS", "TRADE_SUCCESS"):
        raise Refused(102570019, "订单已经发过货了")
    if trade.status != "WAIT_SELLER_SEND_GOODS":
        raise Refused(102570003, "订单只有在待发货的状态下才允许发货")
    if refunded_amount(trade) >= trade.payment:
        raise Refused(102570020, "没有可发货的商品")
    oids = call.params.texts("oids")
    if not oids or call.params.whole("is_no_express") == 1:
        return [line for line in trade.lines if not line.shipped]
    if not all(oid.isdigit() for oid in oids):
        raise Refused(102599996, "参数错误")
    lines = [line for line in trade.lines if line.oid in oids]
    if len(lines) != len(set(oids)):
        raise Refused(102570002, "发货商品不合法, 无法发货")
    if any(line.shipped for line in lines):
        raise Refused(102570007, "商品已发货")
    return lines


def _parcel(call: Call, trade: Trade) -> Parcel:
    parcel_id = call.books.new_id()
    if call.params.whole("is_no_express") == 1:
        return Parcel("", 0, 0, parcel_id, call.now)
    carrier, number = call.params.whole("out_stype"), call.params.text("out_sid")
    if carrier not in carriers():
        raise Refused(102599996, "参数错误: out_stype")
    _check_number(number)
    return Parcel(number, 0, carrier or WITHOUT_CARRIER, parcel_id, call.now)


def _check_number(number: str) -> None:
    if not WAYBILL.fullmatch(number):
        raise Refused(105000003, "快递单号只能包含字母、数字或中划线!")


def change(call: Call) -> object:
    """Another number for a package: once, within 24 hours. The flag is spelled ``isSuccess`` here."""
    trade = trade_of(call, NO_ORDER)
    asked = call.params.part("trade_express_modify")
    wanted = asked.text("dist_id")
    parcel = next((parcel for parcel in trade.parcels if dist_id(trade, parcel) == wanted), None)
    if parcel is None or not trade.sent:
        raise Refused(102599996, "参数错误: dist_id")
    key = ("logistics.changed", trade.tid, wanted)
    if key in call.books.done or call.now - parcel.sent_at > CHANGE_LIMIT:
        raise Refused(102570030, "已超过24小时或修改过物流，不支持再次修改")
    carrier, number = asked.whole("express_id"), asked.text("express_no")
    if carrier not in carriers():
        raise Refused(102599996, "参数错误: express_id")
    _check_number(number)
    parcel.yz_carrier, parcel.waybill_no = carrier or WITHOUT_CARRIER, number
    trade.updated = call.now
    call.books.done[key] = True
    call.log(trade.tid)
    return {"isSuccess": True}


def mark_signed(call: Call) -> object:
    """The trade is received."""
    trade = trade_of(call, NO_ORDER)
    if trade.status != "WAIT_BUYER_CONFIRM_GOODS":
        raise Refused(50000, "订单状态不正确")
    trade.status, trade.ended, trade.updated = "TRADE_SUCCESS", call.now, call.now
    call.log(trade.tid)
    return DONE


def goods_express(call: Call) -> object:
    """The journey of a parcel by carrier and number."""
    if "express_id" not in call.params or "express_no" not in call.params:
        raise Refused(53001, "express_id cannot be empty")
    number, carrier = call.params.text("express_no"), call.params.whole("express_id")
    for trade in call.ctx.world.trades.values():
        for parcel in trade.parcels:
            if parcel.waybill_no == number and parcel.yz_carrier == carrier:
                return journey(call, parcel)
    raise Refused(120009001, "查询的数据不存在")


def express_by_trade(call: Call) -> object:
    """The journey of a trade's first parcel."""
    trade = trade_of(call, NO_ORDER)
    if not trade.parcels:
        raise Refused(120009001, "查询的数据不存在")
    return journey(call, trade.parcels[0])


def journey(call: Call, parcel: Parcel) -> Row:
    """What has happened since sending, latest first; the steps and their hours are the sandbox's."""
    passed = [(parcel.sent_at + hours * HOUR, state, words) for hours, state, words in JOURNEY]
    passed = [step for step in passed if step[0] <= call.now]
    told = [{"time": date_text(at), "context": words} for at, _, words in reversed(passed)]
    return {
        "com": str(parcel.yz_carrier),
        "nu": parcel.waybill_no,
        "state": passed[-1][1] if passed else PICKED_UP,
        "data": json.dumps(told, ensure_ascii=False),
    }


APIS = (
    Api("logistics.express.get", ("3.0.0",), express_get),
    Api("logistics.online.confirm", ("3.0.0",), confirm),
    Api("logistics.online.update", ("3.0.0", "3.0.1"), change),
    Api("logistics.online.marksign", ("3.0.0",), mark_signed),
    Api("logistics.goodsexpress.get", ("3.0.0",), goods_express),
    Api("logistics.expressbyorderno.get", ("3.0.0",), express_by_trade),
)
