"""How an after-sale is printed: status words and numbers, lines, funds (sheets 9.1 and 9.3).

The shared record keeps Kuaishou's status codes; 41 (goods came back, seller refuses) is the sandbox's own.
"""

from console.sandbox.state import Refund, Trade
from console.sandbox.youzan.books import RefundPart
from console.sandbox.youzan.call import Call, Row
from console.sandbox.youzan.forms import date_text, yuan

WAIT_SELLER_AGREE = "WAIT_SELLER_AGREE"
WAIT_BUYER_RETURN_GOODS = "WAIT_BUYER_RETURN_GOODS"
WAIT_SELLER_CONFIRM_GOODS = "WAIT_SELLER_CONFIRM_GOODS"
SELLER_REFUSE_BUYER = "SELLER_REFUSE_BUYER"
SELLER_REFUSE_BUYER_RETURN_GOODS = "SELLER_REFUSE_BUYER_RETURN_GOODS"
CUSTOMER_SERVICE_IN = "CUSTOMER_SERVICE_IN"
SUCCESS = "SUCCESS"
CLOSED = "CLOSED"

REFUSED, WAIT_RETURN, WAIT_RECEIPT, RECEIPT_REFUSED, EXECUTING, DONE, SHUT = 12, 30, 40, 41, 50, 60, 70
STATUS_WORDS = {
    10: WAIT_SELLER_AGREE,
    11: WAIT_SELLER_AGREE,
    REFUSED: SELLER_REFUSE_BUYER,
    20: CUSTOMER_SERVICE_IN,
    21: CUSTOMER_SERVICE_IN,
    22: CUSTOMER_SERVICE_IN,
    WAIT_RETURN: WAIT_BUYER_RETURN_GOODS,
    WAIT_RECEIPT: WAIT_SELLER_CONFIRM_GOODS,
    RECEIPT_REFUSED: SELLER_REFUSE_BUYER_RETURN_GOODS,
    45: "SELLER_RETURN_GOODS",
    EXECUTING: SUCCESS,  # agreed, the money is on its way: fund status 0
    DONE: SUCCESS,
    SHUT: CLOSED,
}
REASONS = {201: 57, 202: 51, 203: 54, 204: 56, 101: 104, 102: 105, 103: 103, 104: 104, 301: 107, 302: 107, 303: 101}
"""The other platform's reasons as this one numbers them: dislike, bought wrong, late, other, quality, not as shown…"""
STATE_NUMBERS = {
    WAIT_SELLER_AGREE: 1,
    SELLER_REFUSE_BUYER: 10,
    WAIT_BUYER_RETURN_GOODS: 20,
    WAIT_SELLER_CONFIRM_GOODS: 30,
    SELLER_REFUSE_BUYER_RETURN_GOODS: 40,
    "SELLER_RETURN_GOODS": 45,
    CLOSED: 50,
    SUCCESS: 60,
    CUSTOMER_SERVICE_IN: 1,  # without a number in the sheet
}
DEMANDS = {1: (2, "退货退款"), 10: (1, "仅退款"), 3: (3, "换货")}  # by the record's way of handling
REFUND_ONLY, WITH_RETURN, EXCHANGE = 1, 2, 3


def status_word(refund: Refund) -> str:
    """The status as refund.search and refund.get say it."""
    return STATUS_WORDS.get(refund.status, WAIT_SELLER_AGREE)


def state_number(refund: Refund) -> int:
    """The status as trade.get numbers it."""
    return STATE_NUMBERS[status_word(refund)]


def demand(refund: Refund) -> int:
    """1 refund only, 2 return and refund, 3 exchange."""
    return DEMANDS.get(refund.handling, DEMANDS[10])[0]


def version_of(refund: Refund) -> int:
    """The optimistic lock: like an instant in ms, larger after every change."""
    return refund.version or refund.updated or refund.created


def parts_of(call: Call, trade: Trade, refund: Refund) -> list[RefundPart]:
    """What each line gets back: as kept, else the lines in turn until the amount is used up."""
    kept = call.books.refund_parts.get(str(refund.refund_id))
    if kept is not None:
        return kept
    left, parts = refund.amount, list[RefundPart]()
    for line in trade.lines:
        if left <= 0 and parts:
            break
        fee = min(left, line.payment)
        parts.append(RefundPart(line.oid, line.quantity, fee))
        left -= fee
    return parts


def fund_rows(refund: Refund, *, in_fen: bool) -> list[Row]:
    """Where the money went, once it moves: yuan in trade.get, fen in refund.get."""
    if status_word(refund) != SUCCESS:
        return []
    ended = refund.status == DONE
    row: Row = {
        "refund_no": f"RF{refund.refund_id}",
        "refund_fee": refund.amount if in_fen else yuan(refund.amount),
        "status": 2 if ended else 0,
    }
    if in_fen:
        return [row | {"pay_way": "OUTSIDE_PAYMENT", "refund_mode": 0, "message": ""}]
    times = {"create_time": date_text(refund.updated), "refund_account_time": date_text(refund.ended if ended else 0)}
    return [row | times]


def kind_word(call: Call, refund: Refund) -> str:
    """BUYER_APPLY_REFUND, SELLER_REFUND or EXCHANGE_GOODS."""
    if demand(refund) == EXCHANGE:
        return "EXCHANGE_GOODS"
    return call.books.refund_kinds.get(str(refund.refund_id), "BUYER_APPLY_REFUND")


def list_row(call: Call, trade: Trade, refund: Refund) -> Row:
    """A row of refund.search: no line and no version."""
    return {
        "refund_id": str(refund.refund_id),
        "tid": trade.tid,
        "kdt_id": call.kdt_id,
        "node_kdt_id": call.kdt_id,
        "status": status_word(refund),
        "refund_fee": yuan(refund.amount),
        "reason": _reason(refund),
        "return_goods": demand(refund) == WITH_RETURN,
        "cs_status": cs_status(refund),
        "delivery_status": 2 if trade.sent else 1,
        "created": date_text(refund.created),
        "modified": date_text(refund.updated or refund.created),
        "refund_type": kind_word(call, refund),
    }


def _reason(refund: Refund) -> int:
    """What was picked, by this platform's codes (sheet 9.1); a code of neither list stays what it is."""
    return REASONS.get(refund.reason_code, refund.reason_code)


def cs_status(refund: Refund) -> int:
    """1 no customer service, 2 involved."""
    return 2 if status_word(refund) == CUSTOMER_SERVICE_IN else 1


def detail(call: Call, trade: Trade, refund: Refund) -> Row:
    """``data`` of refund.get 3.0.1."""
    parts = parts_of(call, trade, refund)
    ended = date_text(refund.ended if refund.status == DONE else 0)
    return {
        "refund_id": str(refund.refund_id),
        "tid": trade.tid,
        "kdt_id": call.kdt_id,
        "oid": parts[0].oid if parts else "",
        "refund_order_item": [{"oid": part.oid, "item_num": part.count, "refund_fee": part.fee} for part in parts],
        "status": status_word(refund),
        "demand": demand(refund),
        "demand_desc": DEMANDS.get(refund.handling, DEMANDS[10])[1],
        "refund_type": kind_word(call, refund),
        "refund_fee": yuan(refund.amount),
        "refund_postage": "0.00",
        "refund_fund_list": fund_rows(refund, in_fen=True),
        "version": version_of(refund),
        "reason": _reason(refund),
        "desc": refund.description or refund.reason,
        "return_goods": demand(refund) == WITH_RETURN,
        "item_num": sum(part.count for part in parts),
        "logistics": _logistics(call, trade, refund),
        "cs_status": cs_status(refund),
        "consult_message": [],
        "created": date_text(refund.created),
        "modified": date_text(refund.updated or refund.created),
        "refund_account_time": ended,
        "refund_success_time": ended,
        "refund_ticket_num": 0,
        "refund_ticket_list": [],
    }


def _logistics(call: Call, trade: Trade, refund: Refund) -> Row | None:
    """The buyer's return parcel."""
    if not refund.return_express_no:
        return None
    return {
        "company_code": str(refund.return_express_code),
        "logistics_no": refund.return_express_no,
        "mobile": call.cipher.encrypt(trade.buyer.phone),
    }
