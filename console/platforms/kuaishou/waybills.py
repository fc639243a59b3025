"""E-waybills [sheet 3.6]: the shop's contracts, taking a number, voiding one.

Taking is safe to repeat: ``requestId`` is the platform's key, and the same package of the same order is given the same
number. The receiver goes as the order's own ciphertext, read anew each time: it must fit the order, and the address may
have changed. Numbers are taken one a call, though ten would fit: each has an outcome of its own.
"""

from typing import Any

import msgspec

from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.core.errors import Refused, Trouble, Unreadable
from console.core.model import Platform
from console.core.waybills import PrintData, Sender, TakenWaybill, WaybillAccount
from console.net.redaction import redact
from console.platforms.kuaishou import wire
from console.platforms.kuaishou.calls import Calls
from console.platforms.kuaishou.carriers import carrier_name

CHANNEL = "KUAI_SHOU"  # orderChannel
_DIRECT = 1  # expressCompanyType
_SF = "SF"
_LONGEST_DETAIL = 200

# expressCompanyCode → expressCode. Only SF was seen in use; the others are the trade's [sheet 3.6.1, inferred].
CARRIER_OF = {"SF": "4", "ZTO": "9", "YTO": "6", "STO": "3", "YUNDA": "11", "JTSD": "109", "EMS": "2", "JD": "14"}


class _Place(wire.Wire, frozen=True):
    province_name: str | None = None
    city_name: str | None = None
    district_name: str | None = None
    street_name: str | None = None
    detail_address: str | None = None


class _Subscription(wire.Wire, frozen=True):
    """``open.express.subscribe.query``."""

    express_company_code: str
    express_company_type: int | None = None
    net_site_code: str | None = None
    net_site_name: str | None = None
    available_quantity: wire.Whole | None = None
    used_quantity: wire.Whole | None = None
    cancel_quantity: wire.Whole | None = None
    settle_account: str | None = None
    sender_address: list[_Place] | None = None


class _Base(wire.Wire, frozen=True):
    oid: wire.Id
    seller_open_id: str | None = None
    seller_nick: str | None = None


class _Order(wire.Wire, frozen=True):
    """What an e-waybill needs of an order's detail."""

    order_base_info: _Base
    order_item_info: wire.OrderItem | None = None
    sub_order_info: list[wire.Gift] | None = None
    order_address: wire.OrderAddress | None = None


class _Said(wire.Wire, frozen=True):
    """``baseResponse``: each element has its own."""

    result: int
    success: bool | None = None
    message: wire.Text = None


class _Number(wire.Wire, frozen=True):
    waybill_code: str
    print_data: str | None = None
    signature: str | None = None
    key: str | None = None
    version: str | None = None


class _Element(wire.Wire, frozen=True):
    request_id: str | None = None
    base_response: _Said | None = None
    data: list[_Number] | None = None


async def accounts(calls: Calls) -> list[WaybillAccount]:
    """The contracts and what is left of them."""
    rows = await calls.read("open.express.subscribe.query", {}, list[_Subscription], verb="POST", urgent=True)
    return [_account(row) for row in rows]


def _account(row: _Subscription) -> WaybillAccount:
    code = CARRIER_OF.get(row.express_company_code, "")
    direct = row.express_company_type == _DIRECT
    return WaybillAccount(
        company=row.express_company_code,
        carrier_code=code,
        carrier_name=carrier_name(code) or row.express_company_code,
        direct=direct,
        branch_code=row.net_site_code or "",
        branch_name=row.net_site_name or "",
        account=row.settle_account or "",
        left=None if direct else row.available_quantity,
        used=row.used_quantity,
        voided=row.cancel_quantity,
        places=tuple(_place(place) for place in row.sender_address or ()),
    )


def _place(place: _Place) -> Sender:
    return Sender(
        province=place.province_name or "",
        city=place.city_name or "",
        district=place.district_name or "",
        street=place.street_name or "",
        detail=place.detail_address or "",
    )


async def take(calls: Calls, command: TakeWaybill) -> TakenWaybill:
    """The number of this parcel; asked again it is the same. Raises Trouble."""
    try:
        order = await calls.read("open.order.detail", {"oid": _oid(command.order_no)}, _Order, urgent=True)
    except Trouble as trouble:  # no number was asked for yet
        trouble.sent = False
        raise
    element = _element(command, order)
    raw = await calls.write("open.express.ebill.get", {"getEbillOrderRequest": [element]})
    rows = wire.read(raw, list[_Element])
    row = next((row for row in rows if row.request_id in (None, "", command.request_id)), None)
    if row is None:
        raise Unreadable("wire.envelope", platform=Platform.KUAISHOU, detail="no answer to this request")
    said = row.base_response
    if said is not None and (said.result != 1 or said.success is False):
        detail = redact(str(said.message or ""))[:_LONGEST_DETAIL]
        raise Refused(f"kuaishou.{said.result}", platform=Platform.KUAISHOU, detail=detail)
    if not row.data or not row.data[0].waybill_code:
        raise Unreadable("wire.envelope", platform=Platform.KUAISHOU, detail="no number in the answer")
    number = row.data[0]
    opaque = PrintData(
        content=number.print_data or "",
        signature=number.signature or "",
        key=number.key or "",
        version=number.version or "",
    )
    return TakenWaybill(waybill_no=number.waybill_code, print_data=opaque)


async def void(calls: Calls, command: VoidWaybill) -> None:
    """Give a number back. Raises Trouble."""
    param = {"expressCompanyCode": command.company, "waybillCode": command.waybill_no}
    await calls.write("open.express.ebill.cancel", param, verb="GET")


def _element(command: TakeWaybill, order: _Order) -> dict[str, Any]:
    """3.6.1. The seller is named as the order names it, the receiver by the order's ciphertext."""
    account, to = command.account, order.order_address
    if to is None or not (to.encrypted_consignee and to.encrypted_mobile and to.encrypted_address):
        raise Refused("waybill.no_receiver", platform=Platform.KUAISHOU, detail=command.order_no)
    base = order.order_base_info
    element: dict[str, Any] = {
        "requestId": command.request_id,
        "merchantCode": base.seller_open_id or command.shop_id.partition(":")[2],
        "merchantName": base.seller_nick or command.sender.name,
        "expressCompanyCode": account.company,
        "orderChannel": CHANNEL,
        "tradeOrderCode": command.order_no,
        "packageCode": command.package,
        "itemList": _goods(order),
        "receiverContract": {"name": to.encrypted_consignee, "mobile": to.encrypted_mobile},
        "receiverAddress": _address(to.province, to.city, to.district, "", to.encrypted_address),
        "senderContract": {"name": command.sender.name, "mobile": command.sender.mobile},
        "senderAddress": _address(
            command.sender.province,
            command.sender.city,
            command.sender.district,
            command.sender.street,
            command.sender.detail,
        ),
    }
    if account.direct:
        element |= {"totalPackageQuantity": 1, "settleAccount": account.account}
    else:
        element |= {"netSiteCode": account.branch_code, "netSiteName": account.branch_name}
    if account.company == _SF and command.client_code:
        element["extData"] = msgspec.json.encode({"isvClientCode": command.client_code}).decode()
    return element


def _goods(order: _Order) -> list[dict[str, Any]]:
    items = [order.order_item_info, *(gift.sub_order_item_info for gift in order.sub_order_info or ())]
    return [
        {"itemTitle": item.item_title or str(item.item_id or "-"), "itemQuantity": item.num or 1}
        for item in items
        if item is not None
    ]


def _address(province: str | None, city: str | None, district: str | None, street: str, detail: str) -> dict[str, str]:
    place = {
        "provinceName": province or "",
        "cityName": city or "",
        "districtName": district or "",
        "detailAddress": detail,
    }
    return place | ({"streetName": street} if street else {})


def _oid(order_no: str) -> int:
    if not (order_no.isascii() and order_no.isdigit()):
        raise Refused("outbox.gone", platform=Platform.KUAISHOU, detail=order_no)
    return int(order_no)
