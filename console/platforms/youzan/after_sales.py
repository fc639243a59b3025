"""After-sales [sheet 9]: rows and details as nouns, what was said in one, and both answers as calls."""

from typing import Literal

import msgspec

from console.core.after_sale_states import state_of
from console.core.commands_after_sales import AgreeAfterSale, RefuseAfterSale
from console.core.errors import Refused
from console.core.gateway import RefusalReason
from console.core.model import AfterSale, AfterSaleDeed, AfterSaleFacts, AfterSaleKind, Parcel, Platform
from console.platforms.youzan import wire
from console.platforms.youzan.values import Loose, flag, identity, instant, money, text
from console.platforms.youzan.words import needed

Body = dict[str, object]

_KIND = {
    "1": AfterSaleKind.REFUND_ONLY,
    "2": AfterSaleKind.RETURN_REFUND,
    "3": AfterSaleKind.EXCHANGE,
}
# Before and after shipping a reason has different codes; what else the sheet names without words stays a number [9.1].
_REASONS = {
    code: words
    for codes, words in (
        ("2 51", "买错了"),
        ("3 11 105", "质量问题"),
        ("4", "未收到货"),
        ("12 57 104", "不喜欢/不想要"),
        ("13 103", "与描述不符"),
        ("14 106", "假货"),
        ("15 102", "发错货"),
        ("16 101", "商品破损"),
        ("17 56 107", "其他"),
        ("18", "仅退款"),
        ("1 19 58", "协商一致"),
        ("20 55", "迟迟未收到货"),
        ("21 54", "未按约定时间发货"),
        ("52", "没有物流信息"),
        ("53", "空包裹"),
    )
    for code in codes.split()
}
_BY: dict[str, Literal["buyer", "seller"]] = {"2": "buyer", "3": "seller"}  # owner_role


class Sent(wire.Wire):
    """``logistics``: the buyer's parcel. Receiver and phone are the merchant's own and are not read."""

    company_code: Loose = None
    logistics_no: Loose = None


class Consultation(wire.Wire):
    """A row of ``consult_message``: addresses of pictures."""

    attachment: list[Loose] | None = None


class RefundDetail(wire.RefundRow):
    """trade.refund.get 3.0.1: the row, and what only the detail tells."""

    version: Loose = None
    logistics: Sent | None = None
    consult_message: list[Consultation] | None = None


class Message(wire.Wire):
    """A row of ``refund_messages``."""

    owner_role: Loose = None
    created: Loose = None
    content: Loose = None


class Messages(wire.Wire):
    """trade.refund.messages.get 3.0.0."""

    refund_messages: list[Message] | None = None


def after_sale(row: wire.RefundRow) -> AfterSale:
    """A refund. The list names no line, and the reason by its code only; a deadline is nowhere.

    The detail's ``desc`` are the buyer's own words, which are not the reason that was picked.
    """
    picked = identity(row.reason)
    status_code = text(row.status)
    return AfterSale(
        after_sale_no=needed(row.refund_id, "refund_id"),
        order_no=needed(row.tid, "tid"),
        kind=_after_sale_kind(row),
        status=state_of(Platform.YOUZAN, status_code),
        status_code=status_code,
        amount_fen=money(row.refund_fee),
        reason=_REASONS.get(picked) or text(row.desc) or picked,
        line_no=identity(row.oid),
        created_at=instant(row.created),
        updated_at=instant(row.modified),
        finished_at=instant(row.refund_success_time),
    )


def detail(row: RefundDetail) -> AfterSale:
    """The same with what only the detail tells."""
    attachments = [address for said in row.consult_message or () for address in said.attachment or ()]
    facts = AfterSaleFacts(
        version=text(row.version),
        words=text(row.desc),
        pictures=tuple(address for address in map(text, attachments) if address.startswith("http")),
        parcel=_parcel(row.logistics),
    )
    return msgspec.structs.replace(after_sale(row), facts=facts)


def history(said: Messages) -> tuple[AfterSaleDeed, ...]:
    """What buyer and seller said, oldest first; a line without a time is left out."""
    deeds = [
        AfterSaleDeed(at=at, by=_BY.get(text(row.owner_role), ""), words=text(row.content))
        for row in said.refund_messages or ()
        if (at := instant(row.created)) is not None
    ]
    return tuple(sorted(deeds, key=lambda deed: deed.at))


REASONS = (RefusalReason(code="", needs_words=True),)
"""There is no list of reasons: a refusal is the seller's remark."""


def offers(command: AgreeAfterSale | RefuseAfterSale) -> bool:
    """How an exchange is answered is not documented."""
    return not (isinstance(command, AgreeAfterSale) and command.asked is AfterSaleKind.EXCHANGE)


def call_of(command: AgreeAfterSale | RefuseAfterSale) -> tuple[str, str, Body]:
    """API, version and body. Each names the version of the after-sale that was seen."""
    if not offers(command):
        raise Refused("outbox.unsupported", platform=Platform.YOUZAN)
    body: Body = {"refund_id": command.after_sale_no, "version": _version(command.version)}
    if isinstance(command, RefuseAfterSale):
        api = "youzan.trade.returngoods.refuse" if command.received else "youzan.trade.refund.refuse"
        return api, "3.0.0", body | {"remark": command.words}
    if command.grant != "return":
        return "youzan.trade.refund.agree", "3.0.1", body
    to = command.return_to
    if to is None:
        raise Refused("after_sale.no_address", platform=Platform.YOUZAN)
    where: Body = {"name": to.name, "mobile": to.mobile, "address": to.address}
    return "youzan.trade.returngoods.agree", "3.0.0", body | where


def _version(word: str) -> int:
    if not (word.isascii() and word.isdigit()):
        raise Refused("outbox.moved", platform=Platform.YOUZAN, detail=word)
    return int(word)


def _after_sale_kind(row: wire.RefundRow) -> AfterSaleKind:
    demand = _KIND.get(text(row.demand))
    if demand is not None:
        return demand
    if text(row.refund_type) == "EXCHANGE_GOODS":
        return AfterSaleKind.EXCHANGE
    return AfterSaleKind.RETURN_REFUND if flag(row.return_goods) else AfterSaleKind.REFUND_ONLY


def _parcel(row: Sent | None) -> Parcel | None:
    if row is None or not text(row.logistics_no):
        return None
    return Parcel(waybill_no=text(row.logistics_no), carrier_code=identity(row.company_code))
