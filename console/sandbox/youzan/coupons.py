"""Coupon activities and the coupons in buyers' hands (sheet 11)."""

from console.sandbox.clock import DAY
from console.sandbox.ids import digits
from console.sandbox.state import Coupon, Person
from console.sandbox.youzan.books import Voucher
from console.sandbox.youzan.call import PLATFORM, Answer, Api, Call, Row
from console.sandbox.youzan.forms import date_text, yuan
from console.sandbox.youzan.people import by_names
from console.sandbox.youzan.refusals import Refused

USABLE, USED, EXPIRED = 1, 2, 3
NO_ACTIVITY = (160700601, "活动不存在")
NO_USER = (160700503, "用户参数错误")
CARD = "PROMOCARD"
BACKGROUND = "#55bd47"


def _activities(call: Call) -> list[Coupon]:
    return [coupon for coupon in call.ctx.world.coupons if coupon.side == PLATFORM]


def _activity(call: Call, coupon_id: int | None) -> Coupon:
    found = next((coupon for coupon in _activities(call) if coupon.coupon_id == coupon_id), None)
    if found is None:
        raise Refused(*NO_ACTIVITY)
    return found


def _state(call: Call, coupon: Coupon) -> str:
    if coupon.begins > call.now:
        return "FUTURE"
    return "END" if coupon.ends and coupon.ends <= call.now else "ON"


def search(call: Call) -> object:
    """Activities; money in **fen** here, numbers as texts."""
    params = call.params
    page_no, page_size = params.number("page_no", 1), params.number("page_size", 20)
    wanted = params.text("status").upper()
    found = [coupon for coupon in _activities(call) if wanted in ("", _state(call, coupon))]
    if params.text("group_type", CARD) != CARD:
        found = []  # no codes in this shop
    groups = [_group(call, coupon) for coupon in call.page(found, page_no, page_size)]
    return {"total": len(found), "groups": groups}


def _group(call: Call, coupon: Coupon) -> Row:
    return {
        "id": str(coupon.coupon_id),
        "kdt_id": str(call.kdt_id),
        "group_type": "7",
        "title": coupon.name,
        "preferential_type": "1",
        "denominations": str(coupon.reduce),
        "discount": "0",
        "condition": str(coupon.threshold),
        "is_limit": "0",
        "date_type": "1",
        "fixed_term": "0",
        "valid_start_time": date_text(coupon.begins),
        "valid_end_time": date_text(coupon.ends),
        "total_qty": str(coupon.stock + coupon.taken),
        "stock_qty": str(coupon.stock),
        "range_type": "all",
        "range_value": "",
        "is_invalid": "0" if coupon.status == 2 else "1",
        "total_take": str(coupon.taken),
        "total_fans_taked": str(coupon.taken),
        "total_used": str(coupon.used),
    }


def add(call: Call) -> object:
    """A new activity; value and threshold in **yuan**."""
    params = call.params
    title, value, total = params.text("title"), params.fen("value"), params.whole("total")
    begins, ends = params.date("start_at"), params.date("end_at")
    if not title or not value or not total or begins is None or ends is None or ends <= begins:
        raise Refused(53001, "参数错误")
    threshold = params.fen("at_least", 0) or 0 if params.flag("is_at_least") else 0
    coupon = Coupon(call.books.new_id(), PLATFORM, title, threshold, value, total, begins=begins, ends=ends)
    call.ctx.world.coupons.append(coupon)
    call.log(coupon.coupon_id)
    return {"promocard": {"group_id": coupon.coupon_id, "title": title, "value": yuan(value), "total": total}}


def take(call: Call) -> object:
    """Give a coupon to a buyer; the value in **yuan**."""
    coupon = _activity(call, call.params.whole("coupon_group_id"))
    voucher = _given(call, coupon, by_names(call, NO_USER))
    card = {
        "promocard_id": str(voucher.voucher_id),
        "title": coupon.name,
        "value": yuan(coupon.reduce),
        "condition": f"满{yuan(coupon.threshold)}元可用" if coupon.threshold else "无限制",
        "start_at": date_text(coupon.begins),
        "end_at": date_text(coupon.ends),
        "is_used": "0",
        "is_invalid": "0",
        "is_expired": 0,
        "background_color": BACKGROUND,
        "detail_url": "",
        "verify_code": voucher.verify_code,
    }
    return {"coupon_type": CARD, "promocard": card}


def send(call: Call) -> object:
    """The new way to give one."""
    coupon = _activity(call, call.params.whole("activity_id"))
    voucher = _given(call, coupon, by_names(call, NO_USER))
    return {"voucher_identity": {"coupon_id": voucher.voucher_id, "coupon_type": 0}}


def _given(call: Call, coupon: Coupon, person: Person) -> Voucher:
    if _state(call, coupon) == "END":
        raise Refused(160700601, "活动已结束")
    if coupon.stock <= 0:
        raise Refused(50000, "库存不足")
    coupon.stock -= 1
    coupon.taken += 1
    voucher_id = call.books.new_id()
    voucher = Voucher(voucher_id, coupon, person.yz_open_id, digits(call.books.random, 12), call.now)
    call.books.vouchers[voucher_id] = voucher
    call.log(voucher_id)
    return voucher


def query(call: Call) -> Answer:
    """A buyer's coupons: ``total`` beside ``data``, ends in **ms**. The rest of a row is ours."""
    params = call.params
    person = by_names(call, NO_USER)
    page_no, page_size = params.number("page_num", 1), params.number("page_size", 20)
    if not 1 <= page_size <= 200:
        raise Refused(53001, "参数错误")
    wanted = params.whole("status") or 0
    held = [voucher for voucher in call.books.vouchers.values() if voucher.open_id == person.yz_open_id]
    found = [voucher for voucher in held if wanted in (0, _voucher_state(call, voucher))]
    rows = [_voucher_row(call, voucher) for voucher in call.page(found, page_no, page_size)]
    return Answer(rows, {"total": len(found)})


def _voucher_state(call: Call, voucher: Voucher) -> int:
    if voucher.used:
        return USED
    ends = voucher.coupon.ends or call.now + DAY
    return EXPIRED if ends <= call.now else USABLE


def _voucher_row(call: Call, voucher: Voucher) -> Row:
    coupon = voucher.coupon
    return {
        "coupon_id": voucher.voucher_id,
        "coupon_type": 0,
        "activity_id": coupon.coupon_id,
        "title": coupon.name,
        "value": coupon.reduce,
        "condition": coupon.threshold,
        "status": _voucher_state(call, voucher),
        "valid_start_time": coupon.begins,
        "valid_end_time": coupon.ends,
        "verify_code": voucher.verify_code,
        "yz_open_id": voucher.open_id,
        "taken_time": voucher.taken,
    }


APIS = (
    Api("ump.voucher.query", ("3.0.0",), query),
    Api("ump.voucheractivity.send", ("3.0.1",), send),
    Api("ump.coupon.search", ("3.0.0",), search),
    Api("ump.coupon.take", ("3.0.0",), take),
    Api("ump.promocard.add", ("3.0.0",), add),
)
