"""Points and stored value: with keys that make a repetition harmless (sheet 10)."""

from console.sandbox.clock import DAY
from console.sandbox.state import Person
from console.sandbox.youzan.books import PointChange
from console.sandbox.youzan.call import Api, Call
from console.sandbox.youzan.forms import date_text
from console.sandbox.youzan.parameters import Parameters
from console.sandbox.youzan.people import by_account, by_names, customer_of
from console.sandbox.youzan.refusals import Refused

NO_USER = (141503101, "user not exists")
NO_VALUE_CUSTOMER = (118703002, "客户信息不存在")
SUCCEEDED = {"is_success": "true"}  # a text, here
LOG_SPAN = 31 * DAY
REQUEST_LENGTH = 24


def _user(call: Call) -> Person:
    return by_account(call, call.params.part("user"), NO_USER)


def points_get(call: Call) -> object:
    """How many points a buyer has."""
    return {"point": _user(call).points}


def increase(call: Call) -> object:
    """Add points."""
    return _moved(call, 1)


def decrease(call: Call) -> object:
    """Take points away."""
    return _moved(call, -1)


def _moved(call: Call, sign: int) -> object:
    """Add or take points once for each (account, biz_value, biz_token)."""
    person, points = _user(call), call.params.whole("points") or 0
    if points <= 0:
        raise Refused(141500101, "invalid params")
    if sign < 0 and person.points < points:
        raise Refused(142100105, "当前值不足以扣减")
    _change(call, person, sign * points)
    return SUCCEEDED


def sync(call: Call) -> object:
    """Set the points."""
    person, points = _user(call), call.params.whole("points")
    if points is None or points < 0:
        raise Refused(141500101, "invalid params")
    _change(call, person, points - person.points)
    return SUCCEEDED


def _change(call: Call, person: Person, amount: int) -> None:
    reason, biz_value = call.params.text("reason"), call.params.text("biz_value")
    if not reason:
        raise Refused(141503112, "reason should not be empty")
    key = ("points", person.yz_open_id, biz_value, call.params.text("biz_token"))
    if biz_value and key in call.books.done:
        raise Refused(142100106, "重复操作")
    call.books.done[key] = True
    person.points += amount
    log = customer_of(call, person).points
    log.append(PointChange(call.now, amount, person.points, reason, biz_value))
    call.log(person.yz_open_id)


def changelog(call: Call) -> object:
    """Pages of up to 50 over at most 31 days; bounds in ms, seconds or dates [ours: the sheet is silent]."""
    person, params = _user(call), call.params
    page_no, page_size = params.number("page", 1), params.number("page_size", 20)
    start, end = _instant(params, "begin_time"), _instant(params, "end_time")
    if not 1 <= page_size <= 50 or (start and end and end - start > LOG_SPAN):
        raise Refused(141500101, "日期超出可选范围")
    sign = {1: 1, 2: -1}.get(params.whole("type") or 0, 0)
    found = [
        change
        for change in reversed(customer_of(call, person).points)
        if change.amount * sign >= 0 and (not start or change.at >= start) and (not end or change.at <= end)
    ]
    rows = [
        {
            "amount": change.amount,
            "total": change.total,
            "reason": change.reason,
            "biz_value": change.biz_value,
            "created_at": date_text(change.at),
        }
        for change in call.page(found, page_no, page_size)
    ]
    return {"items": rows, "paginator": {"total_count": len(found), "page": page_no, "page_size": page_size}}


def _instant(params: Parameters, name: str) -> int:
    text = params.text(name)
    if not text.isdigit():
        return params.date(name) or 0
    return int(text) if len(text) > 10 else int(text) * 1000


def recharge(call: Call) -> object:
    """Put stored value on an account; amounts in **fen**."""
    number = _request_number(call, "recharge_request_no")
    person, amount = by_names(call, NO_VALUE_CUSTOMER), call.params.whole("amount") or 0
    if amount <= 0:
        raise Refused(118701000, "充值金额不正确")
    key = ("recharge", number)
    if key not in call.books.done:
        page = customer_of(call, person)
        page.stored_value += amount
        page.bonus_value += call.params.whole("bonus_amount") or 0
        call.books.done[key] = f"CZ{call.books.new_id()}"
        call.log(person.yz_open_id)
    return {"recharge_order_no": call.books.done[key], "status": "SUCCESS"}


def pay(call: Call) -> object:
    """Take from an account; a number used before answers its first order, another amount with it is refused."""
    number = _request_number(call, "pay_request_no")
    person, amount = by_names(call, NO_VALUE_CUSTOMER), call.params.whole("amount") or 0
    page, key = customer_of(call, person), ("pay", number)
    if key in call.books.done:
        order_no, paid = str(call.books.done[key]).split("/")
        if int(paid) != amount:
            raise Refused(118703063, "支付订单已经存在，但请求金额不一致")
        return {"pay_order_no": order_no, "status": "SUCCESS"}
    if amount <= 0:
        raise Refused(118701000, "参数错误")
    if page.stored_value + page.bonus_value < amount:
        return {"pay_order_no": "", "status": "FAIL"}
    own = min(page.stored_value, amount)
    page.stored_value -= own
    page.bonus_value -= amount - own
    order_no = f"ZF{call.books.new_id()}"
    call.books.done[key] = f"{order_no}/{amount}"
    call.log(person.yz_open_id)
    return {"pay_order_no": order_no, "status": "SUCCESS"}


def adjust(call: Call) -> object:
    """Correct an account up (1) or down (2); the card's number is the buyer's yz_open_id [ours]."""
    number = _request_number(call, "request_no")
    person = call.lookup.person(call.params.text("card_no"))
    if person is None:
        raise Refused(118702001, "value card not found")
    key = ("adjust", number)
    if key not in call.books.done:
        sign = -1 if call.params.whole("adjust_type") == 2 else 1
        page = customer_of(call, person)
        page.stored_value = max(0, page.stored_value + sign * (call.params.whole("adjust_principal") or 0))
        page.bonus_value = max(0, page.bonus_value + sign * (call.params.whole("adjust_bonus") or 0))
        call.books.done[key] = f"TZ{call.books.new_id()}"
        call.log(person.yz_open_id)
    return {"adjust_no": call.books.done[key], "status": "SUCCESS"}


def _request_number(call: Call, name: str) -> str:
    number = call.params.text(name)
    if not 1 <= len(number) <= REQUEST_LENGTH:
        raise Refused(118701000, f"参数错误: {name}")
    return number


APIS = (
    Api("crm.customer.points.get", ("1.0.0",), points_get, wrapper="params"),
    Api("crm.customer.points.increase", ("4.0.0",), increase, wrapper="params"),
    Api("crm.customer.points.decrease", ("4.0.0",), decrease, wrapper="params"),
    Api("crm.customer.points.sync", ("4.0.0",), sync, wrapper="params"),
    Api("crm.customer.points.changelog.search", ("4.0.2",), changelog, wrapper="params"),
    Api("cardvoucher.valuecard.fund.recharge", ("3.0.1",), recharge),
    Api("cardvoucher.valuecard.fund.pay", ("3.0.1",), pay),
    Api("cardvoucher.valuecard.fund.adjust", ("3.0.0",), adjust),
)
