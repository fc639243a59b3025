"""A list of what to ship, as people paste it: order number, carrier, waybill number. Rows that fail are kept. Pure.

An order with several parcels stands there once for each; ``1x2+2x1`` in a fourth column says what is in one.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from console.rules.carriers import Carrier, Carriers
from console.rules.shipping import Obstacle

_CUT = re.compile(r"[\t,\uff0c;\uff1b]")
_HOLDS = re.compile(r"\d{1,2}[x×*]\d{1,3}(\+\d{1,2}[x×*]\d{1,3})*")
_ROUNDED = re.compile(r"\d(\.\d+)?[eE]\+?\d{1,2}")  # what a spreadsheet makes of a long number
_NUMBER = re.compile(r"[A-Za-z0-9-]{4,40}")


class ShipRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row, as it was written and as it was understood. ``line`` counts from 1; ``obstacle``: it is not shipped."""

    line: int
    raw: str
    order_no: str = ""
    carrier: Carrier | None = None
    waybill_no: str = ""
    holds: tuple[tuple[int, int], ...] = ()  # of several parcels: place of a line, from 1, and pieces of it
    obstacle: Obstacle | None = None
    doubt: Obstacle | None = None  # worth a look, and no reason to stop


def read_text(text: str, carriers: Carriers) -> tuple[ShipRow, ...]:
    """Lines of text: columns by tab, comma or semicolon, else by blanks; a headline and empty lines are left out."""
    cells = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    return read_cells([(number, line, _cut(line)) for number, line in cells if line], carriers)


def read_cells(rows: Iterable[tuple[int, str, Sequence[str]]], carriers: Carriers) -> tuple[ShipRow, ...]:
    """Rows of three cells: a carrier is told by its name, an order's number comes before the waybill's."""
    made = [_row(line, raw, cells, carriers) for line, raw, cells in rows]
    if made and made[0].obstacle is not None and not any(sign.isdigit() for sign in made[0].raw):
        made = made[1:]  # the headline
    return tuple(_told_apart(made))


def with_carrier(text: str, name: str, carriers: Carriers) -> str:
    """The lines with this carrier written into those that name none."""
    made = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in _cut(line.strip()) if cell.strip()]
        if cells and _has_digit(cells[0]) and not any(carriers.named(cell) for cell in cells):
            line = ",".join([cells[0], name, *cells[1:]]) + ("," if len(cells) == 1 else "")
        made.append(line)
    return "\n".join(made)


def _cut(line: str) -> list[str]:
    return _CUT.split(line) if _CUT.search(line) else line.split()


def _row(line: int, raw: str, cells: Sequence[str], carriers: Carriers) -> ShipRow:
    words = [cell.strip().strip("'\"“”") for cell in cells]
    rounded = next((word for word in words if _ROUNDED.fullmatch(word)), "")
    if rounded:
        return ShipRow(line=line, raw=raw, obstacle=Obstacle(code="ship.rounded", detail=rounded))
    held = next((word for word in words if _HOLDS.fullmatch(word)), "")
    words = [word for word in words if word and word is not held]
    carrier = next((found for word in words if (found := carriers.named(word)) is not None), None)
    numbers = [word for word in words if carriers.named(word) is None and _NUMBER.fullmatch(word) and _has_digit(word)]
    strange = [word for word in words if carriers.named(word) is None and word not in numbers]
    if not numbers:
        return ShipRow(line=line, raw=raw, obstacle=Obstacle(code="ship.row"))
    order_no, waybill_no = numbers[0], numbers[1] if len(numbers) > 1 else ""
    known = ShipRow(line=line, raw=raw, order_no=order_no, carrier=carrier, waybill_no=waybill_no, holds=_holds(held))
    if not waybill_no:
        return replace(known, obstacle=Obstacle(code="ship.no_number"))
    if carrier is None:
        guessed = carriers.of_number(waybill_no)
        if strange or len(guessed) != 1:
            return replace(known, obstacle=Obstacle(code="ship.carrier", detail=" ".join(strange) or waybill_no))
        carrier = guessed[0]
    doubt = Obstacle(code="ship.mismatch", detail=waybill_no) if carriers.doubtful(waybill_no, carrier) else None
    return replace(known, carrier=carrier, doubt=doubt)


def _holds(word: str) -> tuple[tuple[int, int], ...]:
    """``1x2+2x1``: two pieces of the first line, one of the second."""
    parts = [re.split(r"[x×*]", part) for part in word.split("+") if part]
    return tuple((max(int(place), 1), max(int(count), 1)) for place, count in parts)


def _told_apart(rows: Iterable[ShipRow]) -> list[ShipRow]:
    """The same order and number twice is one parcel, told twice."""
    seen: set[tuple[str, str]] = set()
    found: list[ShipRow] = []
    for row in rows:
        key = (row.order_no, row.waybill_no.upper())
        if row.obstacle is None and key in seen:
            row = replace(row, obstacle=Obstacle(code="ship.twice", detail=row.waybill_no))
        seen.add(key)
        found.append(row)
    return found


def _has_digit(word: str) -> bool:
    return any(sign.isdigit() for sign in word)
