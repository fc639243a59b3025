"""The orders as a sheet: what the table shows of them. Of buyers nothing: neither names nor addresses nor notes."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from console.documents.sheets import Field, Value
from console.rules.holding import Hold
from console.store.views import OrderRow
from console.ui import texts
from console.ui.carriers import carrier
from console.ui.tabs.orders import columns, words

translate = QCoreApplication.translate


def fields() -> list[Field]:
    """The columns, in the language of the window."""
    return [
        Field(title=translate("sheets", "Kuaishou no."), wide=22),
        Field(title=translate("sheets", "Youzan no."), wide=28),
        Field(title=translate("orders", "Mapping"), wide=14),
        Field(title=translate("sheets", "Status"), wide=12),
        Field(title=translate("orders", "Goods"), wide=40),
        Field(title=translate("sheets", "Variant"), wide=18),
        Field(title=translate("sheets", "Lines"), kind="count", wide=8),
        Field(title=translate("sheets", "Pieces"), kind="count", wide=8),
        Field(title=translate("orders", "Amount"), kind="money", wide=12),
        Field(title=translate("sheets", "Amount on the other side"), kind="money", wide=14),
        Field(title=translate("sheets", "Placed"), wide=20),
        Field(title=translate("orders", "Paid"), wide=20),
        Field(title=translate("orders", "Ship by"), wide=20),
        Field(title=translate("sheets", "Carrier"), wide=16),
        Field(title=translate("sheets", "Waybills"), wide=24),
        Field(title=translate("orders", "After-sale"), wide=16),
        Field(title=translate("sheets", "Kept back: why"), wide=24),
        Field(title=translate("sheets", "Kept back by"), wide=12),
        Field(title=translate("sheets", "Kept back since"), wide=20),
        Field(title=translate("sheets", "Kept back until"), wide=20),
    ]


def cells(row: OrderRow) -> Sequence[Value]:
    """What a row says in those columns; what nobody knows is an empty cell."""
    after_sale = words.after_sale_chip(row)
    return (
        row.order_no,
        row.trade_no,
        " · ".join(chip.word for chip in words.mapping_chips(row)),
        words.status_word(row.status),
        row.title,
        row.spec,
        row.line_count,
        row.quantity,
        row.amount_fen,
        row.other_amount_fen,
        _moment(row.created_at),
        _moment(row.paid_at),
        _moment(columns.ship_by(row)),
        *_parcels(row),
        None if after_sale is None else after_sale.word,
        *_hold(row.hold),
    )


def _hold(hold: Hold | None) -> tuple[Value, Value, Value, Value]:
    """Until when is empty where it is until somebody lets go, as all four are where nobody keeps it back."""
    if hold is None:
        return None, None, None, None
    return hold.reason, hold.by or None, _moment(hold.since_at), _moment(hold.until_at)


def _parcels(row: OrderRow) -> tuple[Value, Value]:
    """Carrier and numbers: of what left, else of the number that was taken for it, as the table has them."""
    if row.parcels:
        return carrier(row.platform, row.parcels[0]), " ".join(parcel.waybill_no for parcel in row.parcels)
    return (row.taken.carrier_name, row.taken.waybill_no) if row.taken is not None else (None, None)


def _moment(at: int | None) -> str | None:
    return None if at is None else texts.full_moment(at)
