"""What the console can have changed in a Kuaishou shop [sheet 3.2.7, 3.2.8, 3.3.4]: one writing call a command."""

from collections.abc import Mapping
from typing import Any

from console.core.commands import Command, EditItem, SetPrice, SetShelf, SetStock
from console.core.commands_after_sales import AgreeAfterSale, RefuseAfterSale
from console.core.commands_orders import AppendParcel, NoteOrder, Sending, ShipOrder
from console.core.commands_waybills import TakeWaybill, VoidWaybill
from console.core.errors import Refused
from console.core.gateway import Attempt
from console.core.model import Platform
from console.platforms.kuaishou import after_sales

ADD, TAKE_AWAY = 1, 2  # changeType
FLAGS = ("red", "yellow", "green", "blue", "purple", "grey")  # 1 to 6

Call = tuple[str, Mapping[str, Any]]


def offers(command: Command) -> bool:
    """Items have no merchant code here, and their variants are not replaced as a set."""
    match command:
        case (
            SetStock()
            | SetPrice()
            | SetShelf()
            | ShipOrder()
            | AppendParcel()
            | NoteOrder()
            | TakeWaybill()
            | VoidWaybill()
        ):
            return True
        case EditItem():
            return all(change.field == "title" for change in command.changes)
        case AgreeAfterSale() | RefuseAfterSale():
            return after_sales.offers(command)
        case _:
            return False


def shows_at_once(command: Command) -> bool:
    """A new title is reviewed first: until then the item reads as before [sheet 3.2.10]."""
    return not isinstance(command, EditItem)


def call_of(command: Command, attempt: Attempt) -> Call:
    """Method and parameters. Stock can only be changed by a difference, so that the call must never be repeated."""
    match command:
        case SetStock() if attempt.delta:
            return "open.item.sku.stock.update", {
                "kwaiItemId": _number(command.item_id),
                "skuId": _number(command.sku_id),
                "skuChangeStock": abs(attempt.delta),
                "changeType": ADD if attempt.delta > 0 else TAKE_AWAY,
            }
        case SetPrice():
            return "open.item.sku.price.update", {
                "itemId": _number(command.item_id),
                "skuId": _number(command.sku_id),
                "price": command.price_fen,
            }
        case SetShelf():
            return "open.item.shelf.status.update", {
                "kwaiItemId": _number(command.item_id),
                "shelfStatus": int(command.on),
            }
        case EditItem() if offers(command):
            return "open.item.edit", {
                "itemId": _number(command.item_id),
                **{change.field: change.to for change in command.changes},
            }
        case AgreeAfterSale() | RefuseAfterSale():
            return after_sales.call_of(command)
        case ShipOrder():
            return _ship(command)
        case AppendParcel():
            return "open.seller.order.goods.logistics.append", {"oid": _number(command.order_no)} | _parcel(
                command.parcel
            )
        case NoteOrder():
            return _note(command)
        case _:
            raise Refused("outbox.unsupported", platform=Platform.KUAISHOU)


def _ship(command: ShipOrder) -> Call:
    """The whole order under one number, which may be said again; or parcels that say what they hold [sheet 3.3.4]."""
    order, parcels = _number(command.order_no), command.parcels
    if not parcels[0].holds:
        return "open.seller.order.goods.deliver", {"orderId": order} | _parcel(parcels[0])
    held = [
        _parcel(parcel)
        | {
            "deliveryGoodsInfoList": [
                {"oid": _number(part.line_no), "deliveryNum": part.quantity} for part in parcel.holds
            ]
        }
        for parcel in parcels
    ]
    return "open.order.goods.split.deliver", {"mainOrderId": order, "deliveryItemInfoList": held}


def _note(command: NoteOrder) -> Call:
    """A further note; without a flag the platform would set the grey one [sheet 3.3.4]."""
    flag = command.flag or command.seen_flag
    told = {"flag": FLAGS.index(flag) + 1} if flag in FLAGS else {}
    note = {"note": command.note.strip()} if command.note.strip() else {}
    return "open.seller.order.note.add", {"orderId": _number(command.order_no)} | note | told


def _parcel(parcel: Sending) -> dict[str, Any]:
    return {"expressNo": parcel.waybill_no.strip(), "expressCode": _number(parcel.carrier_code)}


def _number(text: str) -> int:
    """Ids are numbers here. Raises Refused: one that is none is nobody's."""
    if not (text.isascii() and text.isdigit()):
        raise Refused("outbox.gone", platform=Platform.KUAISHOU, detail=text)
    return int(text)
