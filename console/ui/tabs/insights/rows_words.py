"""What the rows of the details are called: the stretch, the kind of rows, their states; and them as a sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from console.core.clock import DAY, day_start
from console.core.model import AfterSaleStatus, Mapping, OrderStatus, Platform
from console.documents.sheets import Field, Value
from console.store.insights_views import Slice, SliceRow, What
from console.store.views import TROUBLED
from console.ui import texts
from console.ui.cells import Chips, Lines
from console.ui.mappings import mapping_word
from console.ui.paging import Column
from console.ui.paint import ChipLook
from console.ui.statuses import after_sale_status, status_chip, status_word

translate = QCoreApplication.translate
BELONGS = 2  # the place of a column, the check box being 0


def what_word(what: What) -> str:
    """What the rows are."""
    return {
        "paid": translate("insights", "Paid orders"),
        "refunds": translate("insights", "Refunds"),
        "ads": translate("insights", "Ad hours"),
        "live": translate("insights", "Paid during shows"),
        "made": translate("insights", "Placed orders"),
        "made_paid": translate("insights", "Placed and paid"),
        "value": translate("insights", "Orders of these buyers"),
    }[what]


def stretch_words(wanted: Slice) -> str:
    """``11-14 周六``, ``10-28 – 11-26``; of the customers' board everything until now."""
    if wanted.what == "value":
        return translate("insights", "until {day}").format(day=texts.day(wanted.end_at - 1))
    last = wanted.end_at - 1
    if day_start(last) == day_start(wanted.begin_at):
        return texts.day(wanted.begin_at)
    return f"{texts.day(wanted.begin_at)} – {texts.day(last)}"


def days_of(wanted: Slice) -> int:
    """How many shop days a slice touches."""
    return (day_start(wanted.end_at - 1) - day_start(wanted.begin_at)) // DAY + 1


def question(kind: str, number: str) -> dict[str, str]:
    """What the orders tab is asked for one row."""
    return ({"room": "aftersales"} if kind == "refund" else {}) | {"text": number}


def columns() -> list[Column[SliceRow]]:
    """All columns after the check box."""
    return [
        Column(translate("insights", "Number"), 170, Lines(_number)),
        Column(translate("insights", "Belongs to"), 252, Lines(_other, top_tone=_other_tone)),
        Column(translate("insights", "Goods"), 180, Lines(_goods, free=True), stretch=True),
        Column(translate("insights", "Amount"), 104, Lines(_amount, right=True, strong=True), "amount_fen", right=True),
        Column(translate("insights", "Status"), 104, Chips(_chip)),
        Column(translate("insights", "Time"), 104, Lines(_at), "at"),
    ]


def _number(row: SliceRow) -> str:
    return row.number or texts.NOTHING


def _other(row: SliceRow) -> str:
    if row.kind == "refund":
        return translate("insights", "Order {no}").format(no=row.other)
    if row.kind == "ad_hour":
        return translate("insights", "GMV by ads {money}").format(money=texts.money(row.gmv_fen))
    if row.other:
        return f"{texts.platform(Platform.YOUZAN)} {row.other}"
    if row.mapping:
        return mapping_word(Mapping(row.mapping))
    is_order = row.shop_id.startswith(Platform.KUAISHOU)
    return texts.NOTHING if is_order else translate("insights", "Sold on Youzan")


def _other_tone(row: SliceRow) -> str:
    return "fg_red" if row.mapping in TROUBLED and not row.other else "text2"


def _goods(row: SliceRow) -> str:
    if row.kind == "ad_hour":
        orders = translate("insights", "{n} orders by ads")
        return orders.format(n=texts.count(row.quantity))
    if not row.title:
        return texts.NOTHING
    return row.title if row.quantity is None else f"{row.title} ×{row.quantity}"


def _amount(row: SliceRow) -> str:
    return texts.money(row.amount_fen)


def _chip(row: SliceRow) -> ChipLook | None:
    if row.kind == "order":
        return status_chip(OrderStatus(row.status))
    if row.kind == "refund":
        return ChipLook("green", "circle-check", after_sale_status(AfterSaleStatus(row.status)))
    return None


def _at(row: SliceRow) -> str:
    return texts.moment(row.at)


def fields() -> list[Field]:
    """The columns of the sheet; numbers are text."""
    return [
        Field(title=translate("insights", "Number"), wide=24),
        Field(title=translate("insights", "Belongs to"), wide=28),
        Field(title=translate("insights", "Shop"), wide=18),
        Field(title=translate("insights", "Goods"), wide=40),
        Field(title=translate("insights", "Pieces"), kind="count", wide=8),
        Field(title=translate("insights", "Amount"), kind="money", wide=12),
        Field(title=translate("insights", "Status"), wide=14),
        Field(title=translate("insights", "Time"), wide=20),
    ]


def cells(row: SliceRow) -> Sequence[Value]:
    """What a row says in those columns; what nobody knows is an empty cell."""
    status = ""
    if row.kind == "order":
        status = status_word(OrderStatus(row.status))
    elif row.kind == "refund":
        status = after_sale_status(AfterSaleStatus(row.status))
    at = None if row.at is None else texts.full_moment(row.at)
    return (row.number, row.other, row.shop_id, row.title, row.quantity, row.amount_fen, status, at)
