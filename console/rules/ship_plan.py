"""From rows that say what is to be shipped to the commands of both platforms: predicted, before anything is sent. Pure.

A sale stands in both books. Its leading order (Kuaishou's where it has one) is shipped, and the other platform is told
the same numbers under its own carrier's code. What one side cannot be told does not keep the other from leaving.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from console.core.commands_orders import Portion, Sending, ShipOrder, may_leave
from console.core.model import Order, OrderLine, Parcel, Platform
from console.rules.after_sales import ShippingHold
from console.rules.carriers import Carriers
from console.rules.ship_rows import ShipRow
from console.rules.shipping import Bound, Obstacle, commands_for, obstacle, strangers, unable

Lines = Sequence[OrderLine]


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A sale in one platform's books. ``hold`` is what the after-sales of both say.

    ``taken`` are the platform's e-waybills of it that are not void: it takes no parcel under any other number.
    ``astray`` are those of them that were taken for another receiver than it has by now.
    """

    shop_id: str
    order: Order
    hold: ShippingHold | None = None
    taken: tuple[Parcel, ...] = ()
    astray: tuple[str, ...] = ()

    @property
    def platform(self) -> Platform:
        return Platform(self.shop_id.partition(":")[0])


class Sale(msgspec.Struct, frozen=True, kw_only=True):
    """What the file knows under an order number."""

    row_id: int
    lead: Side
    other: Side | None = None

    @property
    def sides(self) -> tuple[Side, ...]:
        return (self.lead,) if self.other is None else (self.lead, self.other)

    def number(self, platform: Platform) -> str:
        """The number it has there, empty where it has none."""
        return next((side.order.order_no for side in self.sides if side.platform is platform), "")


class ShipLine(msgspec.Struct, frozen=True, kw_only=True):
    """One sale that is to leave. ``obstacle``: it does not; ``untold``: the other platform is not told, and why."""

    order_no: str  # as it was written
    rows: tuple[ShipRow, ...] = ()
    sale: Sale | None = None
    commands: tuple[ShipOrder, ...] = ()
    obstacle: Obstacle | None = None
    untold: Obstacle | None = None
    doubt: Obstacle | None = None

    @property
    def leaves(self) -> bool:
        return bool(self.commands)

    @property
    def passable(self) -> bool:
        """Whether a person may send it all the same, giving a reason."""
        return self.obstacle is not None and self.obstacle.passable


def keys_to_reread(lines: Iterable[ShipLine], most: int, many: int = 0) -> list[tuple[str, str]]:
    """The orders to ask their platforms for before anything is sent: all of a few, of more those that look risky.

    Up to ``many`` Kuaishou's are asked for all the same: that a buyer wants another address stands in no list of its.
    """
    sales = [line.sale for line in lines if line.sale is not None]
    found: list[tuple[str, str]] = []
    for sale in sales:
        whole = len(sales) <= most or any(map(_looks_risky, sale.sides))
        sides = sale.sides if whole else [one for one in sale.sides if one.platform is Platform.KUAISHOU]
        found += [(one.shop_id, one.order.order_no) for one in sides if whole or len(sales) <= many]
    return found


def _looks_risky(side: Side) -> bool:
    order = side.order
    return order.risk or order.refunding or side.hold is not None or order.terms.address_asked is True


def untold_rows(sales: Iterable[Sale], carriers: Carriers) -> list[ShipRow]:
    """Parcels that one platform knows of and the other does not, as rows."""
    found: list[ShipRow] = []
    for sale in sales:
        sent = next((side for side in sale.sides if side.order.parcels), None)
        for parcel in sent.order.parcels if sent is not None else ():
            carrier = carriers.coded(sent.platform, parcel.carrier_code) if sent is not None else None
            name = carrier.name if carrier is not None else parcel.carrier_name
            row = f"{sale.lead.order.order_no},{name},{parcel.waybill_no}"
            found.append(
                ShipRow(
                    line=len(found) + 1,
                    raw=row,
                    order_no=sale.lead.order.order_no,
                    carrier=carrier,
                    waybill_no=parcel.waybill_no,
                )
            )
    return found


def plan_ship(
    rows: Sequence[ShipRow], sales: Mapping[str, Sale], *, anyway: str = "", sender_mobile: str = ""
) -> tuple[ShipLine, ...]:
    """A line for each order that the rows name, in their order; rows that are not understood have one of their own."""
    groups: dict[str, list[ShipRow]] = {}
    for row in rows:
        sale = sales.get(row.order_no)
        key = f"sale {sale.row_id}" if sale else row.order_no
        if row.obstacle is None and any(
            row.waybill_no.upper() == one.waybill_no.upper() for one in groups.get(key, ())
        ):
            row = replace(row, obstacle=Obstacle(code="ship.twice", detail=row.waybill_no))  # under its other number
        groups.setdefault(key if row.obstacle is None else f"row {row.line}", []).append(row)
    lines = [_line(group, sales.get(group[0].order_no), anyway, sender_mobile) for group in groups.values()]
    apart = strangers(_bound(lines))
    return tuple(
        replace(line, obstacle=apart[line.order_no], commands=()) if line.leaves and line.order_no in apart else line
        for line in lines
    )


def rows_again(line: ShipLine) -> list[str]:
    """The rows of a sale as text that ships it in the very same parcels: what each holds is written out."""
    return [_again(line, row) for row in line.rows]


def _again(line: ShipLine, row: ShipRow) -> str:
    if row.carrier is None:
        return row.raw
    holds = row.holds or next((found for one in line.commands if (found := _placed(line, one, row.waybill_no))), ())
    said = "+".join(f"{place}x{count}" for place, count in holds)
    return ",".join(filter(None, (row.order_no, row.carrier.name, row.waybill_no, said)))


def _placed(line: ShipLine, command: ShipOrder, waybill_no: str) -> tuple[tuple[int, int], ...]:
    """What a command puts into a parcel, by the places of the leading order's lines."""
    if line.sale is None:
        return ()
    order = next(side.order for side in line.sale.sides if side.shop_id == command.shop_id)
    there = {at: place for place, at in enumerate(places(line.sale.lead.order.lines, order.lines), start=1)}
    place = {one.line_no: there.get(at, at) for at, one in enumerate(order.lines, start=1)}
    found = [parcel for parcel in command.parcels if parcel.waybill_no == waybill_no]
    return tuple((place[part.line_no], part.quantity) for parcel in found for part in parcel.holds)


def _bound(lines: Iterable[ShipLine]) -> Iterable[Bound]:
    for line in lines:
        if line.sale is not None and line.leaves:
            order = line.sale.lead.order
            for row in line.rows:
                yield Bound(
                    order_no=line.order_no,
                    waybill_no=row.waybill_no,
                    buyer_id=order.buyer_id,
                    receiver=order.receiver,
                )


def _line(rows: Sequence[ShipRow], sale: Sale | None, anyway: str, mobile: str) -> ShipLine:
    told = ShipLine(order_no=rows[0].order_no, rows=tuple(rows), sale=sale)
    bad = next((row.obstacle for row in rows if row.obstacle is not None), None)
    if sale is not None and sale.lead.hold is not None and sale.lead.hold.reason == "kept":
        bad = obstacle(sale.lead.order, sale.lead.hold)  # said first: nobody is to look for its number
    if bad is not None:
        return replace(told, obstacle=bad)
    if sale is None:
        return replace(told, obstacle=Obstacle(code="ship.unknown_order", detail=rows[0].order_no))
    doubt = next((row.doubt for row in rows if row.doubt is not None), None)
    numbers = {row.waybill_no.upper() for row in rows}
    ordered = sale.lead.order.lines
    here = _numbers(sale.lead)
    typed = not any(numbers & _numbers(side) for side in sale.sides)
    if numbers <= here:  # it has left under these numbers: only the other side is to be told
        commands, lacks = _commands(rows, sale.other, ordered, anyway, mobile, typed=typed)
        found = Obstacle(code="ship.shipped", detail=sale.lead.order.status_code)
        return replace(told, commands=commands, obstacle=None if commands else lacks or found, doubt=doubt)
    commands, lacks = _commands(rows, sale.lead, ordered, anyway, mobile, typed=typed)
    if lacks is not None:
        return replace(told, obstacle=lacks)
    if sale.other is None or not may_leave(sale.other.order):
        return replace(told, commands=commands, doubt=doubt)
    copies, untold = _commands(rows, sale.other, ordered, anyway, mobile, typed=typed)
    return replace(told, commands=(*commands, *copies), untold=untold, doubt=doubt)


def _numbers(side: Side) -> set[str]:
    """The numbers that side has it leave under."""
    return {parcel.waybill_no.upper() for parcel in side.order.parcels}


def _commands(
    rows: Sequence[ShipRow], side: Side | None, ordered: Lines, anyway: str, mobile: str, *, typed: bool
) -> tuple[tuple[ShipOrder, ...], Obstacle | None]:
    """The commands for one side, or what forbids them; rows count the lines as they are ``ordered``."""
    if side is None:
        return (), None
    found = obstacle(side.order, side.hold)
    if found is not None and not (found.passable and anyway.strip()):
        return (), found
    unlike = _unlike_taken(rows, side)
    if unlike is not None:
        return (), unlike
    parcels, lacks = _parcels(rows, side, ordered, typed=typed)
    if lacks is not None:
        return (), lacks
    reason = anyway if found is not None else ""
    commands = commands_for(side.shop_id, side.order, parcels, anyway=reason, sender_mobile=mobile)
    for command in commands:
        lacks = unable(side.platform, side.order, command.parcels, sender_mobile=mobile)
        if lacks is not None:
            return (), lacks
    return commands, None


def places(ordered: Lines, lines: Lines) -> tuple[int, ...]:
    """Where each line as it was ordered stands among the other platform's, from 1; 0 where that cannot be told.

    By the number that an import carries, else by code and pieces. What is left stands in the same order, if at all.
    """
    free = dict(enumerate(lines, start=1))
    found = [0] * len(ordered)
    for is_same in (_is_numbered, _is_alike):
        for at, line in enumerate(ordered):
            if not found[at]:
                found[at] = next((place for place, one in free.items() if is_same(line, one)), 0)
                free.pop(found[at], None)
    rest = [at for at, place in enumerate(found) if not place]
    if len(rest) == len(free):
        for at, (place, one) in zip(rest, free.items(), strict=True):
            found[at] = place if one.quantity == ordered[at].quantity else 0
    return tuple(found)


def _is_numbered(line: OrderLine, there: OrderLine) -> bool:
    return line is there or (bool(there.outer_line_no) and there.outer_line_no == line.line_no)


def _is_alike(line: OrderLine, there: OrderLine) -> bool:
    return bool(line.code) and (line.code, line.quantity) == (there.code, there.quantity)


def _unlike_taken(rows: Sequence[ShipRow], side: Side) -> Obstacle | None:
    """Where an e-waybill was taken for the order, its platform wants that number, by that carrier [sheet 3.5.3]."""
    taken = {parcel.waybill_no.upper(): parcel for parcel in side.taken}
    for row in rows if taken else ():
        mine = taken.get(row.waybill_no.upper())
        if mine is None:
            return Obstacle(code="ship.not_taken", detail=" ".join(parcel.waybill_no for parcel in side.taken))
        if mine.carrier_code and row.carrier is not None and row.carrier.code(side.platform) != mine.carrier_code:
            return Obstacle(code="ship.taken_carrier", detail=mine.carrier_name)
        if mine.waybill_no in side.astray:
            return Obstacle(code="waybill.moved", detail=mine.waybill_no)
    return None


def _rest(order: Order, parcels: int) -> tuple[tuple[int, int], ...]:
    """What one parcel holds that takes the rest of an order: its platform wants that said once a part has left.

    Of an order with gifts nobody tells whether they have left, so that a person says it.
    """
    sent = order.terms.pieces_sent
    if parcels != 1 or sent is None or len(order.lines) != 1:
        return ()
    return ((1, order.lines[0].quantity - sent),)


def _parcels(
    rows: Sequence[ShipRow], side: Side, ordered: Lines, *, typed: bool
) -> tuple[list[Sending], Obstacle | None]:
    """The rows as parcels of one platform: its carrier's code, and what each holds where there are several.

    Who types as many rows as there are lines means one line each. Numbers that a platform has already mean nothing of
    the kind: it does not tell what is in them, so that a person says it.
    """
    made = []
    lines, there = side.order.lines, places(ordered, side.order.lines)
    each_its_own = typed and len(rows) > 1 and len(rows) == len(ordered) and not any(row.holds for row in rows)
    for place, row in enumerate(rows):
        carrier = row.carrier
        code = carrier.code(side.platform) if carrier is not None and not carrier.retired else ""
        if carrier is None or not code:
            return [], Obstacle(code="ship.carrier_there", detail=carrier.name if carrier else "")
        said = ((place + 1, ordered[place].quantity),) if each_its_own else row.holds
        lost = [at for at, _ in said if at > len(there) or not there[at - 1]]
        if lost:
            return [], Obstacle(code="ship.no_line", detail=str(max(lost)))
        holds = tuple((there[at - 1], count) for at, count in said) or _rest(side.order, len(rows))
        if any(count < 1 for _, count in holds):  # a line of no pieces, or of fewer than have left
            return [], Obstacle(code="ship.too_many", detail=row.waybill_no)
        if not holds and (len(rows) > 1 or side.order.terms.pieces_sent is not None):
            return [], Obstacle(code="ship.split_how", detail=row.waybill_no)
        made.append(
            Sending(
                waybill_no=row.waybill_no,
                carrier_code=code,
                carrier_name=carrier.name,
                holds=tuple(Portion(line_no=lines[at - 1].line_no, quantity=count) for at, count in holds),
            )
        )
    return made, None
