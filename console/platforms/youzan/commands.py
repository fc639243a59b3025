"""What the console can have changed in a Youzan shop [sheet 6.4-6.6, 8]: one writing call a command.

There is no compare-and-set here. A price is absolute: whoever sends it has just read what it replaces. A stock is told
by its difference, as Kuaishou's is: what is sold between the reading and the call stays sold. Like that one the call
must never be repeated; whether a lost one arrived is told by reading back [console/rules/stock.py].
"""

from console.core.commands import Command, EditItem, ReplaceSkus, SetPrice, SetShelf, SetStock, loss_phrase
from console.core.commands_after_sales import AgreeAfterSale, RefuseAfterSale
from console.core.commands_orders import STARS, AppendParcel, NoteOrder, ShipOrder
from console.core.errors import Refused
from console.core.gateway import Attempt
from console.core.model import Listing, Platform, Sku
from console.platforms.youzan import after_sales

ABSOLUTE, DELTA = 0, 1  # type
ONLINE = 0  # channel

Body = dict[str, object]
Call = tuple[str, str, Body]

_FIELDS = {"title": "title", "code": "item_code"}


def offers(command: Command) -> bool:
    """Everything, but for answers to an exchange, several parcels at once or afterwards, coloured flags."""
    if isinstance(command, AppendParcel):
        return False
    if isinstance(command, NoteOrder):
        return command.flag in ("", *STARS)
    if isinstance(command, ShipOrder):
        return len(command.parcels) == 1
    return not isinstance(command, (AgreeAfterSale, RefuseAfterSale)) or after_sales.offers(command)


def call_of(command: Command, attempt: Attempt, kdt_id: str) -> Call:
    """API, version and body of any command but ``ReplaceSkus``, which needs to know what it replaces."""
    match command:
        case SetStock() if attempt.before is not None and attempt.delta is not None:
            stock = _stock(attempt.before, attempt.delta)
            return "youzan.item.quantity.update", "3.0.0", _variant(command.item_id, command.sku_id) | stock
        case SetPrice():
            return _price(command, kdt_id)
        case SetShelf():
            wanted: Body = {
                "kdt_id": _number(kdt_id),
                "item_ids": [_number(command.item_id)],
                "channel": ONLINE,
                "display": int(command.on),
            }
            return "youzan.item.display.update", "1.0.0", {"request": wanted}
        case EditItem():
            changes: Body = {_FIELDS[change.field]: change.to for change in command.changes}
            return "youzan.item.common.update", "1.0.0", {"item_id": _number(command.item_id)} | changes
        case AgreeAfterSale() | RefuseAfterSale():
            return after_sales.call_of(command)
        case ShipOrder() if len(command.parcels) == 1:
            return _ship(command)
        case NoteOrder() if command.flag in ("", *STARS):
            return _note(command)
        case _:
            raise Refused("outbox.unsupported", platform=Platform.YOUZAN)


def _stock(before: int, delta: int) -> Body:
    """To nothing is said as it is: whatever was sold meanwhile, nothing more is to be."""
    if before + delta == 0:
        return {"quantity": 0, "type": ABSOLUTE}
    return {"quantity": delta, "type": DELTA}


def _note(command: NoteOrder) -> Call:
    """The memo, with the stars if there are any to set; stars alone have a call of their own [sheet 7.9]."""
    tid, star = command.order_no, command.flag.removeprefix("star")
    if not command.note.strip():
        return "youzan.trade.star.update", "3.0.0", {"tid": tid, "star": int(star)}
    flag: Body = {"flag": star} if star else {}
    return "youzan.trade.memo.update", "3.0.0", {"tid": tid, "memo": command.note.strip()} | flag


def _ship(command: ShipOrder) -> Call:
    """One package a call: of the whole trade, or of whole lines [sheet 8]. SF is followed by the sender's mobile."""
    (parcel,) = command.parcels
    body: Body = {
        "tid": command.order_no,
        "is_no_express": 0,
        "out_stype": parcel.carrier_code,
        "out_sid": parcel.waybill_no.strip(),
    }
    if parcel.holds:
        body["oids"] = ",".join(part.line_no for part in parcel.holds)
    if command.sender_mobile:
        body["outer_sender"] = {"sender_mobile": command.sender_mobile}
    return "youzan.logistics.online.confirm", "3.0.0", body


def _price(command: SetPrice, kdt_id: str) -> Call:
    """The documented API wants a variant and takes yuan, as a number: one of whole fen is written exactly.

    An item without variants has its price set by the other one, in fen.
    """
    body = _variant(command.item_id, command.sku_id)
    if "sku_id" in body:
        return "youzan.item.sku.update", "3.0.0", body | {"price": command.price_fen / 100}
    wanted = body | {"kdt_id": _number(kdt_id), "sku_id": body["item_id"], "channel": ONLINE}
    return "youzan.item.price.update", "1.0.0", {"request": wanted | {"price": command.price_fen}}


def replacement(command: ReplaceSkus, found: Listing | None) -> Call:
    """The whole set of variants. A variant left out is deleted by this API, hence the guard against what was just read.

    What a draft does not name is sent as it stands: of a field that is missing here nobody documents what becomes.
    Raises Refused if a variant would go that the merchant did not name, or did not confirm by typing.
    """
    if found is None:
        raise Refused("outbox.gone", platform=Platform.YOUZAN)
    here = {sku.sku_id: sku for sku in found.skus or ()}
    if any(draft.sku_id not in here for draft in command.skus):
        raise Refused("outbox.moved", platform=Platform.YOUZAN)
    lost = command.losses_in(found)
    if lost and not command.allows(found):
        raise Refused("outbox.sku_loss", platform=Platform.YOUZAN, detail=loss_phrase(lost))
    rows = [_row(here[draft.sku_id], draft.code, draft.price_fen) for draft in command.skus]
    return "youzan.item.full.sku.update", "1.0.0", {"item_id": _number(command.item_id), "skus": rows}


def _row(sku: Sku, code: str | None, price_fen: int | None) -> Body:
    row: Body = {
        "sku_id": _number(sku.sku_id),
        "sku_code": sku.code if code is None else code,
        "price": sku.price_fen if price_fen is None else price_fen,
        "stock_num": sku.stock,
    }
    return {name: value for name, value in row.items() if value is not None}


def _variant(item_id: str, sku_id: str) -> Body:
    """An item without variants has no number of its own for the only one."""
    body: Body = {"item_id": _number(item_id)}
    if sku_id not in ("", "0", item_id):
        body["sku_id"] = _number(sku_id)
    return body


def _number(text: str) -> int:
    """Ids are numbers here. Raises Refused: one that is none is nobody's."""
    if not (text.isascii() and text.isdigit()):
        raise Refused("outbox.gone", platform=Platform.YOUZAN, detail=text)
    return int(text)
