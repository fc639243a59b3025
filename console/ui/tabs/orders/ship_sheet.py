"""Sheets of what to ship: read in, also one that was exported from the list, and what did not leave written out.

What is held back goes into a sheet of the same columns with the reason beside it: corrected, it is read in again.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from console.catalogue import Language
from console.documents.sheets import Export, Field, SheetTrouble, cells
from console.rules.ship_plan import ShipLine
from console.ui.tabs.orders.ship_list import why

translate = QCoreApplication.translate

OTHERS_ORDER = ("订单编号", "订单号", "快手订单号", "有赞订单号", "商家订单号", "原始单号")
OTHERS_CARRIER = ("快递公司", "物流公司", "承运商", "快递", "快递名称")
OTHERS_NUMBER = ("快递单号", "物流单号", "运单号", "运单编号", "面单号", "电子面单号")
"""What the sheets of warehouses and printing programs call these columns, whatever language the window has."""


def columns() -> tuple[tuple[str, ...], ...]:
    """The titles by which a column is known: order (several may stand beside each other), carrier, number, contents."""
    return (
        (
            translate("ship", "Order number"),
            translate("sheets", "Kuaishou no."),
            translate("sheets", "Youzan no."),
            *OTHERS_ORDER,
        ),
        (translate("ship", "Carrier"), translate("sheets", "Carrier"), *OTHERS_CARRIER),
        (translate("ship", "Waybill number"), translate("sheets", "Waybills"), *OTHERS_NUMBER),
        (translate("ship", "Contents"),),
    )


def read_rows(path: Path) -> list[str]:
    """The rows of a sheet as lines of text. Raises SheetTrouble, OSError.

    Rows without a waybill number are not to be shipped: an exported list has them, and they are left out.
    """
    table = cells(path)
    if not table:
        raise SheetTrouble("sheet.empty")
    head = [title.strip() for title in table[0]]
    wanted = columns()
    places = [[head.index(title) for title in titles if title in head] for titles in wanted]
    missing = [titles[0] for titles, found in zip(wanted[:3], places, strict=False) if not found]
    if missing:
        raise SheetTrouble("sheet.columns", ", ".join(missing))
    found = []
    for row in table[1:]:
        order, carrier, number, holds = (_first(row, places_of) for places_of in places)
        if order and number:
            found.append(",".join(part for part in (order, carrier, number, holds) if part))
    return found


def _first(row: Sequence[str], places: Sequence[int]) -> str:
    """The first of these cells that says anything; a comma in it would be a column of its own."""
    said = (row[place].strip() for place in places if place < len(row))
    return next((word for word in said if word), "").replace(",", " ")


def write_held(path: Path, lines: Sequence[ShipLine], language: Language) -> int:
    """A row for each that does not leave, with why; returns how many. Raises OSError."""
    order, carrier, number, holds = (titles[0] for titles in columns())
    reasons = (translate("ship", "Why not"), translate("ship", "What to do"))
    fields = [Field(title=title, wide=24) for title in (order, carrier, number, holds, *reasons)]
    rows = []
    for line in lines:
        for row in line.rows:
            contents = "+".join(f"{at}x{count}" for at, count in row.holds)
            name = row.carrier.name if row.carrier is not None else ""
            rows.append((row.order_no or row.raw, name, row.waybill_no, contents, *why(line, language)))
    with Export(path, fields) as sheet:
        sheet.add(rows)
    return len(rows)
