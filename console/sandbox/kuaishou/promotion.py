"""Coupons: list, new, over, deleted, more of them, and what they did (fact sheet 3.12)."""

from console.sandbox.clock import DAY, shop_datetime
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.refusals import Json, invalid, rejected
from console.sandbox.state import Coupon

ITEM, SHOP, CATEGORY, PLATFORM_WIDE, HOST = 0, 1, 2, 3, 15  # couponTargetType
VALID, OVER, DELETED, EXPIRED = 1, 2, 3, 4  # what coupon.query calls status
ALL, NOT_STARTED, OPEN, ENDED = 0, 1, 2, 3  # sellerCouponStatus
STOPPED = 3  # Coupon.status of one the seller ended; a deleted one is DELETED in its fields
MOST_STOCK = 10_000_000


def _coupons(call: Call) -> list[Coupon]:
    return [coupon for coupon in call.world.coupons if coupon.side == "kuaishou"]


def _status(coupon: Coupon, now: int) -> int:
    if coupon.fields.get("deleted"):
        return DELETED
    if coupon.status == STOPPED:
        return OVER
    return EXPIRED if coupon.ends <= now else VALID


def _phase(coupon: Coupon, now: int) -> int:
    if _status(coupon, now) != VALID:
        return ENDED
    return NOT_STARTED if coupon.begins > now else OPEN


def _view(coupon: Coupon, now: int) -> Json:
    told = coupon.fields
    return {
        "couponId": coupon.coupon_id,
        "name": coupon.name,
        "couponTargetType": told.get("couponTargetType", SHOP),
        "itemId": told.get("itemIds", []),
        "threshold": coupon.threshold,
        "reduceAmount": coupon.reduce,
        "totalStock": coupon.stock,
        "receivePerLimit": told.get("receivePerLimit", 1),
        "receiveChannel": told.get("receiveChannel", "1"),
        "receiveStartTime": coupon.begins,
        "receiveEndTime": coupon.ends,
        "validityType": told.get("validityType", 1),
        "validStartTime": told.get("validStartTime", coupon.begins),
        "validEndTime": told.get("validEndTime", coupon.ends),
        "fixedValidityTime": told.get("fixedValidityTime", 0),
        "businessLine": 1,
        "status": _status(coupon, now),
        "createTime": told.get("createTime", coupon.begins),
        "updateTime": told.get("updateTime", coupon.begins),
    }


def page_list(call: Call) -> Json:
    """``open.promotion.coupon.page.list``."""
    params = call.params
    target = params.choice("couponTargetType", {ITEM, SHOP, HOST})
    phase = params.choice("sellerCouponStatus", {ALL, NOT_STARTED, OPEN, ENDED}, ALL)
    number, size = params.whole("pageNo", 1, low=1), params.whole("pageSize", 20, low=1, high=100)
    rows = [
        _view(coupon, call.now)
        for coupon in sorted(_coupons(call), key=lambda coupon: -coupon.coupon_id)
        if not coupon.fields.get("deleted")
        and coupon.fields.get("couponTargetType", SHOP) == target
        and phase in (ALL, _phase(coupon, call.now))
    ]
    shown = rows[(number - 1) * size : number * size]
    return {"data": {"marketingOpenCoupon": shown, "totalCount": len(rows)}}


def query(call: Call) -> Json:
    """``open.promotion.coupon.query``."""
    asked = call.params.wholes("couponId", least=1)
    return {"data": [_view(coupon, call.now) for coupon in _coupons(call) if coupon.coupon_id in asked]}


def create(call: Call) -> Json:
    """``open.promotion.coupon.create``: the same ``outerUniqueKey`` gets the same coupon."""
    params = call.params
    key = params.text("outerUniqueKey", longest=60)
    for coupon in _coupons(call):
        if coupon.fields.get("outerUniqueKey") == key:
            return {"data": {"couponId": coupon.coupon_id}}
    params.text("name")
    target = params.choice("couponTargetType", {ITEM, SHOP, CATEGORY, PLATFORM_WIDE})
    for item_id in params.wholes("itemIds", least=int(target == ITEM)):
        if call.kept.lookup.item(item_id) is None:
            raise rejected("商品不存在")
    threshold, reduce = params.whole("threshold", low=0), params.whole("reduceAmount", low=1)
    if threshold and reduce >= threshold:
        raise invalid("reduceAmount")
    params.text("receiveChannel")
    params.whole("receivePerLimit", low=1)
    begins, ends = _receiving(call)
    if params.choice("validityType", {1, 2}) == 1:
        if params.whole("validEndTime") <= params.whole("validStartTime"):
            raise invalid("validEndTime")
    else:
        params.whole("fixedValidityTime", low=1)
    coupon = Coupon(
        coupon_id=max((coupon.coupon_id for coupon in call.world.coupons), default=880_000_000) + 1,
        side="kuaishou",
        name=params.text("name"),
        threshold=threshold,
        reduce=reduce,
        stock=params.whole("totalStock", low=1, high=MOST_STOCK),
        begins=begins,
        ends=ends,
        fields={**params.values, "createTime": call.now, "updateTime": call.now},
    )
    call.world.coupons.append(coupon)
    call.wrote(coupon.coupon_id)
    return {"data": {"couponId": coupon.coupon_id}}


def _receiving(call: Call) -> tuple[int, int]:
    """From a day's first second to a later day's last, shop time."""
    begins, ends = call.params.whole("receiveStartTime"), call.params.whole("receiveEndTime")
    if f"{shop_datetime(begins):%H%M%S}" != "000000":
        raise invalid("receiveStartTime")
    if f"{shop_datetime(ends):%H%M%S}" != "235959" or ends <= begins or ends < call.now or ends - begins > 365 * DAY:
        raise invalid("receiveEndTime")
    return begins, ends


def _named(call: Call) -> Coupon:
    asked = call.params.whole("couponId")
    for coupon in _coupons(call):
        if coupon.coupon_id == asked and not coupon.fields.get("deleted"):
            return coupon
    raise rejected("优惠券不存在")


def _changed(call: Call, coupon: Coupon) -> Json:
    coupon.fields["updateTime"] = call.now
    call.wrote(coupon.coupon_id)
    return {}


def over(call: Call) -> Json:
    """``open.promotion.coupon.over``: nobody gets it any more."""
    coupon = _named(call)
    if _status(coupon, call.now) != VALID:
        raise rejected("优惠券已结束")
    coupon.status = STOPPED
    return _changed(call, coupon)


def delete(call: Call) -> Json:
    """``open.promotion.coupon.delete``: only after it is over."""
    coupon = _named(call)
    if _status(coupon, call.now) == VALID:
        raise rejected("请先结束优惠券再删除")
    coupon.fields["deleted"] = True
    return _changed(call, coupon)


def stock_add(call: Call) -> Json:
    """``open.promotion.coupon.stock.add``."""
    coupon = _named(call)
    number = call.params.whole("incrementNum", low=1, high=MOST_STOCK - coupon.stock)
    if _status(coupon, call.now) != VALID:
        raise rejected("优惠券已结束")
    coupon.stock += number
    return _changed(call, coupon)


def statistic(call: Call) -> Json:
    """``open.promotion.coupon.statistic``: rates are parts of one, money is fen."""
    coupon = _named(call)
    call.params.choice("businessLine", {1}, 1)
    paid = coupon.used * max(coupon.threshold, coupon.reduce * 5)
    return {
        "data": {
            "date": f"{shop_datetime(call.now):%Y%m%d}",
            "couponCirculation": coupon.stock,
            "couponReceiveNum": coupon.taken,
            "couponReceiveUserCnt": coupon.taken,
            "couponUsedNum": coupon.used,
            "couponUsedUserCnt": coupon.used,
            "couponUsedRate": round(coupon.used / coupon.taken, 4) if coupon.taken else 0,
            "orderUseCouponRate": 0,
            "usedCouponAmt": coupon.used * coupon.reduce,
            "usedCouponOrderPayAmt": paid,
            "usedCouponOrderRealPayAmt": paid,
        }
    }
