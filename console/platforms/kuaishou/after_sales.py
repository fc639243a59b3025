"""After-sales [sheet 3.4]: rows and details as nouns, the history, the reasons to refuse, and both answers as calls."""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from console.core.after_sale_states import state_of
from console.core.commands_after_sales import AgreeAfterSale, RefuseAfterSale
from console.core.errors import Refused
from console.core.gateway import RefusalReason
from console.core.model import (
    AfterSale,
    AfterSaleDeed,
    AfterSaleFacts,
    AfterSaleKind,
    AfterSaleStatus,
    Parcel,
    Platform,
)
from console.platforms.kuaishou.carriers import carrier_name
from console.platforms.kuaishou.wire import Instant, RefundRow, Text, Whole, Wire

ENDED = (AfterSaleStatus.SUCCESS, AfterSaleStatus.CLOSED)
REFUND_ONLY_WAY = 10  # handlingWay, and refundHandingWay (sic) of the call
AGREE_FREIGHT = 1  # returnFreightHandlingAdvice

_KIND = {1: AfterSaleKind.RETURN_REFUND, REFUND_ONLY_WAY: AfterSaleKind.REFUND_ONLY, 3: AfterSaleKind.EXCHANGE}
_SELLER_REFUSED = 3  # negotiateStatus
_HAS_GOODS = {1: False, 2: True}  # receiptStatus
_BY: dict[int, Literal["buyer", "seller", "platform"]] = {1: "buyer", 2: "seller", 3: "platform"}  # role
_pictures = msgspec.json.Decoder(list[str])


class Sent(Wire, frozen=True):
    """3.4.3 ``logisticsInfo``: the goods on their way back."""

    express_no: Text = None
    express_code: Text = None


class Freight(Wire, frozen=True):
    """3.4.3 ``returnFreightInfo``."""

    return_freight_amount: Whole | None = None


class RefundDetail(RefundRow, frozen=True):
    """3.4.3: the row, and what only the detail tells."""

    refund_desc: str | None = None
    receipt_status: int | None = None
    pictures: Text = None
    seller_disagree_desc: str | None = None
    logistics_info: Sent | None = None
    return_freight_info: Freight | None = None


class Said(Wire, frozen=True):
    """3.4.4 ``comment.basic.list``: one line of the history."""

    title: str | None = None
    role: int | None = None
    create_time: Instant | None = None


class Reason(Wire, frozen=True):
    """3.4.4 ``reject.reason``."""

    code: Text
    desc: str | None = None
    tip: str | None = None
    required_reject_desc: bool | None = None
    required_reject_image: bool | None = None


def to_after_sale(row: RefundRow) -> AfterSale:
    """An after-sale. A refusal shows as its own status in newer answers, as a negotiation state in older ones."""
    status = state_of(Platform.KUAISHOU, str(row.status))
    if status is AfterSaleStatus.WAIT_SELLER and row.negotiate_status == _SELLER_REFUSED:
        status = AfterSaleStatus.REFUSED
    return AfterSale(
        after_sale_no=str(row.refund_id),
        order_no=str(row.oid),
        kind=AfterSaleKind.OTHER if row.handling_way is None else _KIND.get(row.handling_way, AfterSaleKind.OTHER),
        status=status,
        status_code=str(row.status),
        amount_fen=row.refund_fee,
        reason=row.refund_reason_desc or "",
        line_no=str(row.oid),
        created_at=_at(row.create_time) or _at(row.submit_time),
        updated_at=_at(row.update_time),
        deadline_at=None if status in ENDED else _at(row.expire_time),
        finished_at=_at(row.end_time),
    )


def to_detail(row: RefundDetail) -> AfterSale:
    """The same with what only the detail tells. Its update time is the lock that ``open.refund.reject`` asks for."""
    facts = AfterSaleFacts(
        version="" if row.update_time is None else str(row.update_time),
        words=row.refund_desc or "",
        pictures=_addresses(row.pictures),
        refusal=row.seller_disagree_desc or "",
        parcel=_parcel(row.logistics_info),
        freight_fen=None if row.return_freight_info is None else row.return_freight_info.return_freight_amount,
        has_goods=None if row.receipt_status is None else _HAS_GOODS.get(row.receipt_status),
    )
    return msgspec.structs.replace(to_after_sale(row), facts=facts)


def to_history(rows: list[Said]) -> tuple[AfterSaleDeed, ...]:
    """Oldest first; the platform tells the newest first, and lines without a time nowhere."""
    deeds = [
        AfterSaleDeed(at=row.create_time, by=_BY.get(row.role or 0, ""), words=row.title or "")
        for row in rows
        if row.create_time
    ]
    return tuple(sorted(deeds, key=lambda deed: deed.at))


def to_reasons(rows: list[Reason]) -> tuple[RefusalReason, ...]:
    """The platform's reasons, with what each demands."""
    return tuple(
        RefusalReason(
            code=str(row.code),
            text=row.desc or "",
            tip=row.tip or "",
            needs_words=bool(row.required_reject_desc),
            needs_pictures=bool(row.required_reject_image),
        )
        for row in rows
    )


def offers(command: AgreeAfterSale | RefuseAfterSale) -> bool:
    """Goods that came back for an exchange are answered with new ones, which is a shipment."""
    return not (
        isinstance(command, AgreeAfterSale) and (command.grant == "receipt" and command.asked is AfterSaleKind.EXCHANGE)
    )


def call_of(command: AgreeAfterSale | RefuseAfterSale) -> tuple[str, Mapping[str, Any]]:
    """Method and parameters. Agreeing has no version field: what was seen of the status goes along instead."""
    refund_id = _number(command.after_sale_no)
    if isinstance(command, RefuseAfterSale):
        return "open.refund.reject", _refusal(command, refund_id)
    if not offers(command) or (command.amount_fen is None and command.grant != "receipt"):
        raise Refused("outbox.unsupported", platform=Platform.KUAISHOU)
    match command.grant:
        case "refund":
            seen = {"status": _number(command.seen), "refundHandingWay": REFUND_ONLY_WAY}
            wanted = {"refundId": refund_id, "refundAmount": command.amount_fen}
            return "open.seller.order.refund.approve", wanted | seen
        case "return":
            amount = 0 if command.asked is AfterSaleKind.EXCHANGE else command.amount_fen
            return "open.seller.order.refund.returngoods.approve", {"refundId": refund_id, "refundAmount": amount}
        case "receipt":
            freight = {"returnFreightHandlingAdvice": AGREE_FREIGHT, "returnFreightAmount": command.freight_fen}
            wanted = {"refundId": refund_id, "status": _number(command.seen)}
            return "open.seller.order.refund.confirm.receipt", (
                wanted if command.freight_fen is None else wanted | freight
            )


def _refusal(command: RefuseAfterSale, refund_id: int) -> dict[str, Any]:
    wanted: dict[str, Any] = {
        "refundId": refund_id,
        "reasonCode": _number(command.reason_code),
        "refundVersion": _number(command.version),
    }
    if command.words:
        wanted["rejectDesc"] = command.words
    if command.pictures:
        wanted["rejectImages"] = list(command.pictures)
    return wanted


def _parcel(row: Sent | None) -> Parcel | None:
    if row is None or not row.express_no:
        return None
    code = "" if row.express_code is None else str(row.express_code)
    return Parcel(waybill_no=str(row.express_no), carrier_code=code, carrier_name=carrier_name(code))


def _addresses(value: Text) -> tuple[str, ...]:
    """The pictures: a JSON list in a text, or addresses with commas between them."""
    text = "" if value is None else str(value).strip()
    try:
        found = _pictures.decode(text) if text.startswith("[") else text.split(",")
    except msgspec.MsgspecError:
        return ()
    return tuple(address for address in map(str.strip, found) if address.startswith("http"))


def _at(ms: int | None) -> int | None:
    """0 is the platform's "not yet"."""
    return ms if ms is not None and ms > 0 else None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise Refused("outbox.unsupported", platform=Platform.KUAISHOU, detail=text)
    return int(text)
