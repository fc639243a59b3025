"""What parcels, labels and printers are called."""

from PySide6.QtCore import QCoreApplication

from console import catalogue
from console.catalogue import Language
from console.core.waybills import WaybillAccount
from console.rules.waybills import Tally
from console.store.waybill_desk import ParcelRow
from console.store.waybill_prints import PrintRow
from console.ui import texts
from console.ui.paint import ChipLook

translate = QCoreApplication.translate


def parcel_chip(row: ParcelRow) -> ChipLook:
    """Where a parcel stands."""
    if row.obstacle is not None and not row.is_held:
        return ChipLook("grey", "minus", translate("waybill", "Not to send"))
    if row.obstacle is not None:
        return ChipLook("red", "ban", translate("waybill", "Held back"))
    if row.printing == "unclear":
        return ChipLook("amber", "circle-question-mark", translate("waybill", "Unclear"))
    if row.printing is not None:
        return ChipLook("blue", "printer", translate("waybill", "In the queue"))
    if row.waybill is not None and row.waybill.printed:
        said = translate("waybill", "Printed {n}×").format(n=row.waybill.printed)
        return ChipLook("amber", "triangle-alert", said)
    if row.waybill is not None:
        return ChipLook("green", "circle-check", translate("waybill", "Has a number"))
    match row.asked:
        case "needs_you":
            return ChipLook("red", "circle-alert", translate("waybill", "Refused"))
        case "queued" | "waiting" | "sending" | "unsure":
            return ChipLook("blue", "clock", translate("waybill", "Being taken"))
        case _:
            return ChipLook("grey", "minus", translate("waybill", "No number"))


def why(row: ParcelRow, language: Language) -> str:
    """What stands in the way of a parcel, in words; nothing where nothing does."""
    code, detail = (row.obstacle.code, row.obstacle.detail) if row.obstacle else ("", "")
    if not code and row.waybill is None and row.asked in ("needs_you", "waiting", "unsure"):
        code, detail = row.why, row.why_detail
    return catalogue.words(code, language, platform="kuaishou", detail=detail).text if code else ""


def print_chip(row: PrintRow) -> ChipLook:
    """Where a label stands."""
    match row.state:
        case "queued":
            return ChipLook("grey", "clock", translate("waybill", "Waiting"))
        case "printing":
            return ChipLook("blue", "printer", translate("waybill", "Printing"))
        case "unclear":
            return ChipLook("amber", "circle-question-mark", translate("waybill", "Unclear"))
        case "held":
            return ChipLook("red", "ban", translate("waybill", "Held back"))
        case "printed" if row.reprint:
            return ChipLook("amber", "printer", translate("waybill", "Reprinted"))
        case "printed":
            return ChipLook("green", "circle-check", translate("waybill", "Printed"))
        case _:
            return ChipLook("grey", "undo-2", translate("waybill", "Taken out"))


def account_name(account: WaybillAccount) -> str:
    """``中通快递 · 义乌网点``."""
    where = account.branch_name or translate("waybill", "monthly account")
    return f"{account.carrier_name} · {where}"


def left(account: WaybillAccount) -> str:
    """What is left of a contract."""
    if account.left is None:
        return translate("waybill", "Settled monthly; no numbers are counted in advance")
    return translate("waybill", "Numbers left: {n}").format(n=texts.count(account.left))


def tally_rows(tally: Tally) -> list[tuple[str, int]]:
    """The ledger of today, line by line."""
    rows = [
        (translate("waybill", "Taken today"), tally.taken),
        (translate("waybill", "Printed"), tally.printed),
        (translate("waybill", "Voided"), tally.voided),
        (translate("waybill", "To print"), tally.waiting),
    ]
    if tally.unprinted:
        rows.append((translate("waybill", "Left, printed elsewhere"), tally.unprinted))
    if tally.reprints:
        rows.append((translate("waybill", "Reprints"), tally.reprints))
    return rows
