"""What commands and their states are called. Rows of the outbox go in, sentences come out."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from console import catalogue
from console.catalogue import Language
from console.core.commands import Command, EditItem, ReplaceSkus, SetPrice, SetShelf, SetStock
from console.core.commands_after_sales import AgreeAfterSale, RefuseAfterSale
from console.core.commands_orders import AppendParcel, NoteOrder, ShipOrder
from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.store.outbox_panel import Names
from console.store.outbox_rows import Group, Intent
from console.ui import texts
from console.ui.theme import Tone

translate = QCoreApplication.translate
NOTE_SHOWN = 16  # letters

ICONS: dict[Group, tuple[str, Tone]] = {
    "needs_you": ("circle-alert", "red"),
    "unsure": ("circle-question-mark", "amber"),
    "sending": ("send", "blue"),
    "waiting": ("clock", "grey"),
    "done": ("circle-check", "green"),
    "undone": ("undo-2", "grey"),
}


def group_title(group: Group) -> str:
    """The heading above a group."""
    return {
        "needs_you": translate("outbox", "Needs you"),
        "unsure": translate("outbox", "Outcome unknown · read back first, never resent"),
        "sending": translate("outbox", "Sending"),
        "waiting": translate("outbox", "Waiting · can be taken back until it is sent"),
        "done": translate("outbox", "Done · newest first"),
        "undone": translate("outbox", "Taken back"),
    }[group]


def verb(row: Intent, *, long: bool = True) -> str:
    """What is to be done: ``改价 ¥359.00``."""
    return said_of(row.command, long=long)


def said_of(command: Command, *, long: bool = True) -> str:
    """The same of a command by itself."""
    said = _answer(command)
    match command:
        case SetPrice():
            said = translate("outbox", "Price {value}").format(value=texts.money(command.price_fen))
        case SetStock():
            said = _stock(command)
        case SetShelf():
            said = translate("outbox", "On the shelf") if command.on else translate("outbox", "Off the shelf")
        case EditItem() if len(command.changes) == 1 and command.changes[0].field == "title":
            said = translate("outbox", "Title")
            if long:
                return translate("outbox", "Title “{value}”").format(value=command.changes[0].to)
        case EditItem():
            said = translate("outbox", "Edit")
        case ShipOrder() | TakeWaybill() | VoidWaybill() | NoteOrder() | AppendParcel():
            said = _of_order(command)
        case ReplaceSkus() if command.loses:
            said = translate("outbox", "Delete variants: {n}").format(n=len(command.loses))
        case ReplaceSkus():
            said = translate("outbox", "Change variants")
    return said


def _of_order(command: ShipOrder | TakeWaybill | VoidWaybill | NoteOrder | AppendParcel) -> str:
    match command:
        case AppendParcel():
            said = translate("outbox", "One more parcel by {carrier} {number}")
            return said.format(carrier=command.parcel.carrier_name, number=command.parcel.waybill_no)
        case NoteOrder():
            return _note(command)
        case TakeWaybill():
            return translate("outbox", "Take a number of {carrier}").format(carrier=command.account.carrier_name)
        case VoidWaybill():
            return translate("outbox", "Void number {number}").format(number=command.waybill_no)
        case ShipOrder():
            return _shipping(command)


def _note(command: NoteOrder) -> str:
    if not command.note.strip():
        return translate("outbox", "Flag")
    said = translate("outbox", "Note “{words}”")
    short = command.note.strip()
    return said.format(words=short if len(short) <= NOTE_SHOWN else f"{short[:NOTE_SHOWN]}…")


def _shipping(command: ShipOrder) -> str:
    first = command.parcels[0]
    said = translate("outbox", "Ship by {carrier} {number}")
    if len(command.parcels) > 1:
        said = translate("outbox", "Ship by {carrier} {number} and {n} more")
    return said.format(
        carrier=first.carrier_name or first.carrier_code, number=first.waybill_no, n=len(command.parcels) - 1
    )


def _answer(command: Command) -> str:
    """An answer to an after-sale; of a verb that has no words here yet, that something changes."""
    if isinstance(command, RefuseAfterSale):
        return translate("outbox", "Refuse the after-sale")
    if not isinstance(command, AgreeAfterSale):
        return translate("outbox", "Change")
    if command.grant == "return":
        return translate("outbox", "Agree to the return")
    return translate("outbox", "Agree to refund {value}").format(value=texts.money(command.amount_fen))


def _stock(command: SetStock) -> str:
    if command.seen is None:
        return translate("outbox", "Stock {value}").format(value=texts.count(command.target))
    by = command.target - command.seen
    change = f"{'+' if by > 0 else '−' if by < 0 else '±'}{texts.count(abs(by))}"
    return translate("outbox", "Stock {change} to {value}").format(change=change, value=texts.count(command.target))


def subject(row: Intent, names: Names) -> str:
    """What it is about: the goods and the variant, else the number."""
    key = row.key
    title = names.titles.get((key.shop_id, key.object_id), "") or key.object_id
    spec = names.specs.get((key.shop_id, key.object_id, str(getattr(row.command, "sku_id", ""))), "")
    return f"{title} {spec}".strip()


def title(row: Intent, names: Names) -> str:
    """The upper line: ``改价 ¥359.00 · 珐琅铸铁锅 24cm``."""
    return f"{verb(row)} · {subject(row, names)}"


def reason(row: Intent, language: Language) -> str:
    """Why it stands where it stands, in the platform's words where it said some; nothing where all is well."""
    if not row.code:
        return ""
    return catalogue.words(row.code, language, platform=row.key.platform.value, detail=row.detail).text


def next_step(row: Intent, language: Language) -> str:
    """What the person can do about it."""
    if not row.code:
        return ""
    return catalogue.words(row.code, language, platform=row.key.platform.value, detail=row.detail).next_step


def under(row: Intent, now: int, language: Language, *, paused: bool) -> str:
    """The lower line: why and when."""
    said = reason(row, language)
    match row.state:
        case "needs_you":
            return said or translate("outbox", "A person has to decide")
        case "unsure":
            looks = translate("outbox", "reading back, look no. {n}").format(n=row.looks + 1)
            hoped = row.expected
            if hoped is not None:
                looks += translate("outbox", " (expecting {n})").format(n=texts.count(hoped))
            return _joined([said, looks])
        case "sending" if row.accepted_at is not None:
            return _joined([translate("outbox", "The platform said yes · being read back"), said])
        case "sending":
            return translate("outbox", "Waiting for the platform's answer · try no. {n}").format(n=row.attempts)
        case "queued" | "waiting":
            return _joined([said, _when(row, now, paused=paused)])
        case "done":
            at = texts.full_moment(row.ended_at)[5:]
            return translate("outbox", "Confirmed by reading back {time}").format(time=at)
        case _:
            return said or translate("outbox", "Taken back before it was sent; the platform was not asked")


def _when(row: Intent, now: int, *, paused: bool) -> str:
    if row.accepted_at is not None:
        return translate("outbox", "accepted; looked at again {time}").format(time=clock(row.not_before_at))
    if paused:
        return translate("outbox", "held: sending is paused")
    if row.not_before_at <= now:
        return translate("outbox", "next in line")
    return translate("outbox", "is sent {time}").format(time=clock(row.not_before_at))


def right(row: Intent, now: int, *, paused: bool) -> str:
    """At the right end: a countdown while it can be taken back, else when."""
    if row.state in ("queued", "waiting"):
        left = row.not_before_at - now
        return translate("outbox", "{n} s left").format(n=-(-left // 1000)) if 0 < left < 100_000 and not paused else ""
    if row.state == "needs_you":
        return ""  # its words need the room
    at = row.ended_at or row.sent_at or row.added_at
    return clock(at)


def clock(at: int) -> str:
    """``14:31:40``, shop time: here seconds count."""
    return texts.full_moment(at)[11:]


def sentence(rows: Sequence[Intent], names: Names) -> str:
    """What a toast says of commands that were just taken in."""
    if len(rows) == 1:
        return f"{verb(rows[0], long=False)} · {subject(rows[0], names)}"
    platforms = {row.key.platform for row in rows}
    where = texts.platform(next(iter(platforms))) if len(platforms) == 1 else translate("outbox", "both shops")
    return translate("outbox", "{n} changes for {where}").format(n=texts.count(len(rows)), where=where)


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(part.rstrip("。.") for part in parts if part)
