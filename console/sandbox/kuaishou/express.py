"""E-waybills: taking, cancelling, adding to and changing them (fact sheet 3.6). Failures are per element."""

import base64
import hashlib
import json

from console.sandbox import ids
from console.sandbox.kuaishou.call import Call
from console.sandbox.kuaishou.carriers import COMPANIES, Company
from console.sandbox.kuaishou.cipher import WrongCipher
from console.sandbox.kuaishou.params import Params
from console.sandbox.kuaishou.refusals import Json, Refused, invalid, rejected
from console.sandbox.state import Waybill

AT_ONCE = 10
ALLOCATED = 5000  # waybills a branch has been given
KUAISHOU_ORDER = "KUAI_SHOU"


def take(call: Call) -> Json:
    """``open.express.ebill.get``: up to ten; the same request, or the same order and package, gets the same number."""
    rows = call.params.rows("getEbillOrderRequest", most=AT_ONCE)
    return {"data": [_taken(call, row) for row in rows]}


def _taken(call: Call, row: Params) -> Json:
    request_id = row.text("requestId", "")
    try:
        waybill = _found(call, row) or _made(call, row)
    except Refused as refused:
        failure = {"result": refused.result, "success": False, "message": refused.text}
        return {"requestId": request_id, "baseResponse": failure, "data": []}
    success = {"result": 1, "success": True, "message": "success"}
    return {"requestId": request_id, "baseResponse": success, "data": [_printed(waybill)]}


def _found(call: Call, row: Params) -> Waybill | None:
    """A waybill taken before, by the idempotency key or for the same package of the same order."""
    request_id = row.text("requestId", longest=128)
    package = (row.text("expressCompanyCode"), row.text("tradeOrderCode", longest=32), row.text("packageCode"))
    for waybill in call.world.waybills.values():
        same = (waybill.company, waybill.order_code, waybill.package_code) == package
        if not waybill.cancelled and (waybill.request_id == request_id or same):
            return waybill
    return None


def _made(call: Call, row: Params) -> Waybill:
    company = _company(row.text("expressCompanyCode"))
    for name in ("merchantCode", "merchantName", "orderChannel"):
        row.text(name)
    for item in row.rows("itemList"):
        item.text("itemTitle")
        item.whole("itemQuantity", low=1)
    if company.direct:
        row.text("settleAccount")
    elif row.text("netSiteCode") != _branch(company):
        raise rejected("网点编码不存在")
    _check_place(row.child("senderAddress"))
    _check_place(row.child("receiverAddress"))
    address = row.child("receiverAddress").text("detailAddress")
    if row.text("orderChannel") == KUAISHOU_ORDER:
        address = _check_kuaishou(call, row)
    if _used(call, company) >= ALLOCATED:
        raise rejected("电子面单余额不足")
    waybill = _waybill(call, company, row.text("tradeOrderCode"), row.text("packageCode"), row.text("requestId"))
    waybill.address = address
    call.wrote(waybill.waybill_no, {"expressCompanyCode": company.code, "tradeOrderCode": waybill.order_code})
    return waybill


def _check_kuaishou(call: Call, row: Params) -> str:
    """An order of this shop, its receiver in this order's ciphertext. The street it goes to."""
    code = row.text("tradeOrderCode")
    if not code.isdecimal() or call.kept.lookup.order(int(code), call.now) is None:
        raise rejected("order operation reject")
    person, place = row.child("receiverContract"), row.child("receiverAddress")
    try:
        call.kept.cipher.decrypt(person.text("name"), code)
        call.kept.cipher.decrypt(person.text("mobile"), code)
        return call.kept.cipher.decrypt(place.text("detailAddress"), code)[1]
    except WrongCipher:
        raise rejected("快手订单收件人信息须为密文，且与订单一致") from None


def _check_place(place: Params) -> None:
    for name in ("provinceName", "cityName", "districtName", "detailAddress"):
        place.text(name)


def _company(code: str) -> Company:
    company = COMPANIES.get(code)
    if company is None:
        raise rejected("未订购该快递公司的电子面单服务")
    return company


def _waybill(call: Call, company: Company, order_code: str, package_code: str, request_id: str) -> Waybill:
    while (number := company.head + ids.digits(call.world.random, company.digits)) in call.world.waybills:
        pass
    waybill = Waybill(number, company.code, order_code, package_code, request_id, call.now)
    call.world.waybills[number] = waybill
    return waybill


def _printed(waybill: Waybill) -> Json:
    """What the print component is fed; its protocol is unknown, so the content is a sealed stand-in."""
    seal = hashlib.sha256(waybill.waybill_no.encode()).digest()
    data = {"encryptedData": base64.b64encode(seal * 4).decode(), "waybillCode": waybill.waybill_no}
    return {
        "waybillCode": waybill.waybill_no,
        "parentWaybillCode": waybill.parent,
        "printData": json.dumps(data),
        "signature": base64.b64encode(seal).decode(),
        "key": seal.hex()[:32],
        "version": "1.0",
        "waybillPackageCode": "",
    }


def _waybill_of(call: Call, name: str = "waybillCode") -> Waybill:
    """The waybill the call names; the company must be its own."""
    waybill = call.world.waybills.get(call.params.text(name))
    if waybill is None:
        raise rejected("面单号不存在")
    if waybill.company != call.params.text("expressCompanyCode"):
        raise invalid("expressCompanyCode")
    return waybill


def cancel(call: Call) -> Json:
    """``open.express.ebill.cancel``: until a parcel went out under it; again is a success."""
    waybill = _waybill_of(call)
    if any(True for _ in call.kept.lookup.number_holders(waybill.waybill_no)):
        raise rejected("面单已使用，不可取消")
    if not waybill.cancelled:
        waybill.cancelled = call.now
        call.wrote(waybill.waybill_no)
    return {}


def append(call: Call) -> Json:
    """``open.express.ebill.append``: further numbers under a parent; SF only."""
    parent = _waybill_of(call, "parentWaybillCode")
    if parent.company != "SF" or parent.cancelled:
        raise rejected("仅支持顺丰有效面单追加子单")
    children = []
    for _ in range(call.params.whole("addPackageQuantity", low=1, high=50)):
        child = _waybill(call, COMPANIES["SF"], parent.order_code, parent.package_code, parent.request_id)
        child.parent, child.address = parent.waybill_no, parent.address
        children.append(child)
    call.wrote(parent.waybill_no)
    return {"data": [_printed(child) for child in children]}


def update(call: Call) -> Json:
    """``open.express.ebill.update``: what is printed changes, the number stays."""
    waybill = _waybill_of(call)
    if waybill.cancelled:
        raise rejected("面单已取消")
    if "receiverAddress" in call.params:
        place = call.params.child("receiverAddress")
        _check_place(place)
        street = place.text("detailAddress")
        try:
            waybill.address = call.kept.cipher.decrypt(street, waybill.order_code)[1]
        except WrongCipher:
            waybill.address = street
    call.wrote(waybill.waybill_no, {"waybillCode": waybill.waybill_no})
    return {"data": [_printed(waybill)]}


def _branch(company: Company) -> str:
    return "" if company.direct else f"571{company.carrier:03d}"


def _used(call: Call, company: Company) -> int:
    return sum(w.company == company.code and not w.cancelled for w in call.world.waybills.values())


def subscriptions(call: Call) -> Json:
    """``open.express.subscribe.query``: the carriers the shop has a contract with."""
    asked = call.params.text("expressCompanyCode", "")
    place = {
        "provinceName": "浙江省",
        "cityName": "杭州市",
        "districtName": "余杭区",
        "streetName": "五常街道",
        "detailAddress": "创业路1号2号仓",
    }
    rows = []
    for company in COMPANIES.values():
        used = _used(call, company)
        mine = [w for w in call.world.waybills.values() if w.company == company.code]
        rows.append(
            {
                "expressCompanyCode": company.code,
                "expressCompanyType": 1 if company.direct else 2,
                "netSiteCode": _branch(company),
                "netSiteName": "" if company.direct else f"杭州余杭{company.name}网点",
                "availableQuantity": 0 if company.direct else ALLOCATED - used,
                "allocatedQuantity": 0 if company.direct else ALLOCATED,
                "usedQuantity": used,
                "cancelQuantity": len(mine) - used,
                "recycledQuantity": 0,
                "settleAccount": "5710000001" if company.direct else "",
                "senderAddress": [place],
            }
        )
    return {"data": [row for row in rows if asked in ("", row["expressCompanyCode"])]}
