"""The columns of the order table: what each says of a row, and by what SQL sorts."""

from collections.abc import Callable
from zlib import crc32

from PySide6.QtCore import QCoreApplication

from console.core.model import Mapping, OrderStatus, Platform
from console.store.views import TROUBLED, OrderRow
from console.ui import paint, texts
from console.ui.carriers import carrier
from console.ui.cells import Chips, ChipStack, Countdown, Goods, Lines, MarkedLines, Verbs
from console.ui.paging import Column
from console.ui.paint import ChipLook
from console.ui.pictures import Pictures
from console.ui.tabs.orders import words

translate = QCoreApplication.translate
Said = tuple[str, str]  # words, token of their colour


def columns(
    now: Callable[[], int], hot: Callable[[OrderRow], bool], pictures: Pictures | None = None
) -> list[Column[OrderRow]]:
    """All columns after the check box. ``hot`` says whether the mouse is over a row."""
    every = [words.mapping_word(mapping) for mapping in Mapping]
    mapping_width = max(paint.chip_width(ChipLook("grey", "copy", word)) for word in every) + 14
    return [
        Column(
            translate("orders", "Kuaishou no. ↔ Youzan no."),
            214,
            MarkedLines(kuaishou_line, youzan_line, number=number, hot=hot),
        ),
        Column(translate("orders", "Mapping"), max(100, mapping_width), ChipStack(words.mapping_chips), "mapping"),
        Column(
            translate("orders", "Goods"),
            226,
            Goods(_title, _variant, _seed, address=picture, pictures=pictures),
            stretch=True,
        ),
        Column(
            translate("orders", "Amount"),
            100,
            Lines(_amount, _amount_under, right=True, strong=True, under_tone=_amount_tone),
            "amount_fen",
            right=True,
        ),
        Column(translate("orders", "Paid"), 100, Lines(_paid, lambda row: _paid_under(row, now())), "paid_at"),
        Column(translate("orders", "Ship by"), 116, Countdown(ship_by, now, words.instead_of_deadline), "ship_by_at"),
        Column(translate("orders", "Parcel"), 122, Lines(_carrier, _waybill, top_tone=_carrier_tone)),
        Column(translate("orders", "After-sale"), 92, Chips(words.after_sale_chip)),
        Column(translate("orders", "Action"), 62, Verbs(verb)),
    ]


SHIP_BY, PARCEL, AFTER_SALE, ACTION = 6, 7, 8, 9
"""Places of columns in the table, the check box being 0."""


def verb(row: OrderRow) -> tuple[str, str]:
    """The one thing that is next for a row: what is not in order first, then what is to leave, else a look at it."""
    if row.mapping is Mapping.AMOUNT_DIFFERS:
        return "open", translate("orders", "Check")
    if row.mapping in TROUBLED:
        return "open", translate("orders", "Handle")
    leaves = row.status is OrderStatus.TO_SHIP and row.platform is Platform.KUAISHOU
    if not leaves or row.risk or row.refunding or row.hold is not None:
        return "open", translate("orders", "View")
    if row.taken is not None and not row.printed:
        return "print", translate("orders", "Print")
    return "ship", translate("orders", "Ship")


def number(row: OrderRow, platform: Platform) -> str | None:
    """The order's number on one platform."""
    return row.order_no if platform is Platform.KUAISHOU else row.trade_no


def kuaishou_line(row: OrderRow) -> Said:
    """Kuaishou's number, or what its absence means."""
    if row.order_no is not None:
        return row.order_no, "text"
    if row.mapping is Mapping.MISSING_ORDER:
        return translate("orders", "No Kuaishou order found"), "fg_red"
    return translate("orders", "Not a Kuaishou sale"), "faint"


def youzan_line(row: OrderRow) -> Said:
    """Youzan's number, or what its absence means."""
    if row.trade_no is not None:
        return row.trade_no, "text2"
    match row.mapping:
        case Mapping.MISSING_TRADE:
            return translate("orders", "No Youzan trade found"), "fg_red"
        case Mapping.AMBIGUOUS:
            return translate("orders", "Several fit: to confirm"), "fg_amber"
        case Mapping.WAITING if row.paid_at is None:
            return translate("orders", "Not paid, none due"), "text3"
        case Mapping.WAITING:
            return translate("orders", "Trade not in yet"), "text3"
        case _:
            return texts.NOTHING, "faint"


def ship_by(row: OrderRow) -> int | None:
    """The deadline that counts: only while the parcel has not left."""
    if row.status not in words.WAITING_TO_SHIP:
        return None
    found = [at for at in (row.ship_by_at, row.other_ship_by_at) if at is not None]
    return min(found, default=None) if row.ship_by_at is None else row.ship_by_at


def _title(row: OrderRow) -> str:
    return row.title or texts.NOTHING


def _variant(row: OrderRow) -> str:
    said = f"{row.spec} ×{row.quantity}" if row.spec else f"×{row.quantity}"
    if row.line_count > 1:
        return translate("orders", "{first} and {n} more").format(first=row.spec or "×1", n=row.line_count - 1)
    return said


def picture(row: OrderRow) -> str:
    """Where the picture of the first goods is."""
    return row.image_url


def _seed(row: OrderRow) -> int:
    return crc32(row.title.encode())


def _amount(row: OrderRow) -> str:
    return texts.money(row.amount_fen)


def amounts_differ(row: OrderRow) -> bool:
    """Whether both platforms name an amount and not the same."""
    return None not in (row.amount_fen, row.other_amount_fen) and row.amount_fen != row.other_amount_fen


def _amount_under(row: OrderRow) -> str:
    if amounts_differ(row):
        glyph = paint.GLYPHS[Platform.YOUZAN if row.platform is Platform.KUAISHOU else Platform.KUAISHOU]
        return f"{glyph} {texts.money(row.other_amount_fen)}"
    return translate("orders", "qty {n}").format(n=row.quantity)


def _amount_tone(row: OrderRow) -> str:
    return "fg_amber" if amounts_differ(row) else "text3"


def _paid(row: OrderRow) -> str:
    return translate("orders", "Not paid") if row.paid_at is None else texts.moment(row.paid_at)


def _paid_under(row: OrderRow, now: int) -> str:
    if row.paid_at is not None:
        return texts.age(row.paid_at, now)
    return translate("orders", "placed {age}").format(age=texts.age(row.created_at, now))


def _carrier(row: OrderRow) -> str:
    if row.parcels:
        return carrier(row.platform, row.parcels[0]) or texts.NOTHING
    if row.taken is not None:
        return translate("orders", "{carrier}, not sent").format(carrier=row.taken.carrier_name)
    waiting = row.status in words.WAITING_TO_SHIP and not row.risk and not row.refunding
    return translate("orders", "No number yet") if waiting else texts.NOTHING


def _carrier_tone(row: OrderRow) -> str:
    return "text" if row.parcels else "text3"


def _waybill(row: OrderRow) -> str:
    if not row.parcels:
        return "" if row.taken is None else row.taken.waybill_no
    more = len(row.parcels) - 1
    return f"{row.parcels[0].waybill_no} +{more}" if more else row.parcels[0].waybill_no
