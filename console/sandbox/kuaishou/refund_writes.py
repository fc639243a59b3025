"""What a seller does about an after-sale (fact sheet 3.4.4).

10 -approve-> 50 -> 60; 11 -returngoods.approve-> 30 -submit.returnInfo-> 40 -confirm.receipt-> 50 -> 60; an exchange
goes on from 40 with -confirm.and.send-> 45 -> 60, or with -direct.refund-> 50. Refusing makes 12 out of 10, 11 and 40.
"""

from console.sandbox.clock import DAY, SECOND
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.carriers import check_number
from console.sandbox.kuaishou.refund_faults import RefundFault
from console.sandbox.kuaishou.refunds import REASONS, refund_of
from console.sandbox.kuaishou.refusals import Json, invalid, rejected
from console.sandbox.kuaishou.shop import RETURN, addresses
from console.sandbox.refunds import DONE, EXCHANGE, REFUND_ONLY, step_refund
from console.sandbox.refunds import RETURN as RETURN_AND_REFUND
from console.sandbox.state import Order, Refund

EXECUTING, SEND_BACK, SENT_BACK, EXCHANGING, REFUSED = 50, 30, 40, 45, 12
PAY_OUT = 5 * SECOND  # ours: from agreed to paid back
RECEIVE = 3 * DAY  # ours: until an exchanged parcel counts as received
TEXT_LENGTH, PICTURES = 300, 6


def approve(call: Call) -> Json:
    """``open.seller.order.refund.approve``: pay back without goods; the amount must be the asked one."""
    order, refund = refund_of(call)
    if refund.handling != REFUND_ONLY:
        raise RefundFault.WRONG_HANDLING.refused()
    _check_status(refund, 10)
    _check_seen(call, refund)
    _check_amount(call, refund)
    _pay_out(call, order, refund, "商家同意退款")
    return {}


def approve_return(call: Call) -> Json:
    """``open.seller.order.refund.returngoods.approve``: the buyer may send the goods back."""
    order, refund = refund_of(call)
    if refund.handling not in (RETURN_AND_REFUND, EXCHANGE):
        raise RefundFault.WRONG_HANDLING.refused()
    _check_status(refund, 11)
    _check_amount(call, refund)
    _check_address(call, "addressId")
    _step(call, order, refund, SEND_BACK, "商家同意退货")
    return {}


def confirm_receipt(call: Call) -> Json:
    """``open.seller.order.refund.confirm.receipt``: the goods are back, pay out."""
    order, refund = refund_of(call)
    if refund.handling != RETURN_AND_REFUND:
        raise RefundFault.WRONG_HANDLING.refused()
    _check_status(refund, 22, SEND_BACK, SENT_BACK)
    _check_seen(call, refund)
    if any(name in call.params for name in ("returnFreightHandlingAdvice", "returnFreightAmount")):
        raise rejected("该售后单无退货运费，不可填写运费处理意见")
    _pay_out(call, order, refund, "商家确认收货")
    return {}


def reject(call: Call) -> Json:
    """``open.refund.reject``: with a reason of the list, and the version the seller has seen."""
    params = call.params
    order, refund = refund_of(call)
    _check_version(call, refund)
    _check_status(refund, 10, 11, SENT_BACK)
    reasons = {code: (words, pictures) for code, _, _, words, pictures in REASONS}
    words, pictures = reasons[params.choice("reasonCode", set(reasons))]
    text = params.text("rejectDesc", "", longest=TEXT_LENGTH)
    images = params.texts("rejectImages", most=PICTURES)
    if words and not text.strip():
        raise invalid("rejectDesc")
    if pictures and not images:
        raise invalid("rejectImages")
    handling = params.choice("editHandlingWay", {RETURN_AND_REFUND, REFUND_ONLY, EXCHANGE}, refund.handling)
    _check_address(call, "editReturnAddressId")
    refund.handling = handling
    refund.refused_code, refund.refused_text = params.whole("reasonCode"), text
    _step(call, order, refund, REFUSED, "商家拒绝售后申请")
    return {}


def direct_refund(call: Call) -> Json:
    """``open.refund.direct.refund``: pay back instead of exchanging, as long as nothing new was sent."""
    order, refund = refund_of(call)
    _check_version(call, refund)
    if refund.handling != EXCHANGE:
        raise RefundFault.WRONG_HANDLING.refused()
    _check_status(refund, 11, SEND_BACK, SENT_BACK)
    refund.handling, refund.amount = RETURN_AND_REFUND, refund.amount or order.payment
    _pay_out(call, order, refund, "商家直接退款")
    return {}


def confirm_and_send(call: Call) -> Json:
    """``open.refund.confirm.and.send``: the old goods are back, the new ones are out."""
    order, refund = refund_of(call)
    if refund.handling != EXCHANGE:
        raise RefundFault.WRONG_HANDLING.refused()
    _check_status(refund, SENT_BACK)
    check_number(call.params.text("expressNo"), call.params.whole("expressCode"))
    _step(call, order, refund, EXCHANGING, "商家确认收货并换货发出")
    _finish_later(call, order, refund, EXCHANGING, RECEIVE)
    return {}


def submit_return(call: Call) -> Json:
    """``open.refund.submit.returnInfo``: the number the buyer's parcel comes back under."""
    order, refund = refund_of(call)
    _check_status(refund, SEND_BACK)
    number, carrier = call.params.text("expressNo"), call.params.whole("expressCode")
    check_number(number, carrier)
    _step(call, order, refund, SENT_BACK, "商家代填退货单号")
    refund.return_express_no, refund.return_express_code = number, carrier
    return {}


def _check_status(refund: Refund, *allowed: int) -> None:
    if refund.status not in allowed:
        raise RefundFault.NOT_ALLOWED.refused()


def _check_version(call: Call, refund: Refund) -> None:
    """The optimistic lock: ``refundVersion`` is the ``updateTime`` the seller has seen."""
    if call.params.whole("refundVersion") != refund.updated:
        raise RefundFault.CHANGED.refused()


def _check_seen(call: Call, refund: Refund) -> None:
    """Statuses that may be sent along must still be so."""
    if call.params.whole("status", refund.status) != refund.status:
        raise RefundFault.CHANGED.refused()
    if call.params.whole("negotiateStatus", refund.negotiate) != refund.negotiate:
        raise RefundFault.CHANGED.refused()


def _check_amount(call: Call, refund: Refund) -> None:
    amount = call.params.whole("refundAmount", low=0)
    if amount == 0 and refund.handling != EXCHANGE:
        raise RefundFault.ZERO_AMOUNT.refused()
    if amount != (0 if refund.handling == EXCHANGE else refund.amount):
        raise rejected("退款金额与申请金额不一致")


def _check_address(call: Call, name: str) -> None:
    address_id = call.params.whole(name, 0)
    known = {row["addressId"] for row in addresses(call) if row["addressType"] == RETURN}
    if address_id and address_id not in known:
        raise invalid(name)


def _step(call: Call, order: Order, refund: Refund, status: int, title: str) -> None:
    # Never the same instant twice: ``updateTime`` is the version others lock on.
    at = max(call.now, refund.updated + 1)
    step_refund(call.world.random, order, refund, status, at)
    refund.history.append((at, 2, title))
    call.wrote(refund.refund_id)


def _pay_out(call: Call, order: Order, refund: Refund, title: str) -> None:
    _step(call, order, refund, EXECUTING, title)
    _finish_later(call, order, refund, EXECUTING, PAY_OUT)


def _finish_later(call: Call, order: Order, refund: Refund, status: int, after: int) -> None:
    def finish(at: int) -> None:
        if refund.status == status:
            step_refund(call.world.random, order, refund, DONE, max(at, refund.updated + 1))
            refund.history.append((refund.updated, 3, "售后完成"))

    call.kept.later.at(call.now + after, finish)
