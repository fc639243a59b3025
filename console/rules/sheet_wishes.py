"""What a filled-in sheet wants of goods: prices, stocks, buffers and costs that are not as they are; what cannot be."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from console.core.model import Platform
from console.core.money import fen
from console.rules.pushing import Field, Goods, Plan, PushRules, Wish, plan

Wrong = Literal["unknown", "two_goods", "twice", "many_variants", "figure", "no_side"]
MOST_FEN, MOST_PIECES = 99_999_999, 9_999_999
SIDES: tuple[tuple[Platform, Field], ...] = tuple((side, of) for side in Platform for of in ("price", "stock"))


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a sheet as text; what is empty says nothing. ``figures`` by side and field, ``number`` for a person."""

    number: int
    item_ids: Mapping[Platform, str] = {}
    figures: Mapping[tuple[Platform, Field], str] = {}
    buffer: str = ""
    cost: str = ""  # of a piece, of whatever variant


class BadLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line that is left alone as a whole, and what of it is wrong."""

    number: int
    wrong: Wrong
    said: str


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a sheet wants. ``buffers`` by (Kuaishou shop, item), ``costs`` (fen) by the item that leads the goods."""

    plan: Plan
    buffers: Mapping[tuple[str, str], int]
    same: int  # lines that change nothing
    bad: tuple[BadLine, ...] = ()
    costs: Mapping[tuple[str, str], int] = {}

    @property
    def kept(self) -> bool:
        """Whether anything is set here that goes to no platform."""
        return bool(self.buffers or self.costs)


class _Bad(Exception):
    def __init__(self, wrong: Wrong, said: str) -> None:
        super().__init__(wrong)
        self.wrong: Wrong = wrong
        self.said = said


def wanted(lines: Iterable[Line], goods: Sequence[Goods], rules: PushRules) -> Wanted:
    """Hold a sheet against the goods as they are."""
    known = {
        (platform, side.item.item_id): one
        for one in goods
        for platform in Platform
        if (side := one.side(platform)) is not None
    }
    plans: list[Plan] = []
    buffers: dict[tuple[str, str], int] = {}
    costs: dict[tuple[str, str], int] = {}
    bad: list[BadLine] = []
    seen: set[int] = set()
    same = 0
    for line in lines:
        try:
            one = _goods(line, known, seen)
            wishes, buffer, cost = _wishes(line, one), _buffer(line, one, rules), _cost(line, one)
        except _Bad as trouble:
            bad.append(BadLine(number=line.number, wrong=trouble.wrong, said=trouble.said))
            continue
        seen.add(one.row_id)
        if wishes:
            plans.append(plan(one, wishes, rules))
        buffers |= buffer
        costs |= cost
        same += not (wishes or buffer or cost)
    whole = Plan(
        lines=tuple(made for each in plans for made in each.lines), in_step=sum(each.in_step for each in plans)
    )
    return Wanted(plan=whole, buffers=buffers, same=same, bad=tuple(bad), costs=costs)


def _goods(line: Line, known: Mapping[tuple[Platform, str], Goods], seen: set[int]) -> Goods:
    """The goods that a line names; both numbers, where there are two, must name the same."""
    named = {platform: item_id for platform, item_id in line.item_ids.items() if item_id}
    found = {platform: known.get((platform, item_id)) for platform, item_id in named.items()}
    for platform, one in found.items():
        if one is None:
            raise _Bad("unknown", named[platform])
    rows = {one.row_id: one for one in found.values() if one is not None}
    if not rows:
        raise _Bad("unknown", "")
    if len(rows) > 1:
        raise _Bad("two_goods", " / ".join(named.values()))
    one = next(iter(rows.values()))
    if one.row_id in seen:
        raise _Bad("twice", next(iter(named.values())))
    return one


def _wishes(line: Line, goods: Goods) -> list[Wish]:
    found = []
    for platform, field in SIDES:
        said = line.figures.get((platform, field), "").strip()
        if not said:
            continue
        side = goods.side(platform)
        if side is None:
            raise _Bad("no_side", said)
        value = _figure(said, MOST_FEN, fen, least=1) if field == "price" else _figure(said, MOST_PIECES, int)
        now = side.item.price_fen if field == "price" else side.item.stock
        variants = [sku for both in goods.variants if (sku := both.on(platform)) is not None]
        if len(variants) == 1:
            now = variants[0].price_fen if field == "price" else variants[0].stock
        if value == now:
            continue
        if len(variants) != 1:
            raise _Bad("many_variants", said)
        found.append(Wish(side=platform, field=field, to=value, sku_id=variants[0].sku_id))
    return found


def _buffer(line: Line, goods: Goods, rules: PushRules) -> dict[tuple[str, str], int]:
    said = line.buffer.strip()
    if not said:
        return {}
    if goods.kuaishou is None:
        raise _Bad("no_side", said)
    value = _figure(said, MOST_PIECES, int)
    now = rules.buffer if goods.buffer is None else goods.buffer
    return {} if value == now else {(goods.kuaishou.shop_id, goods.kuaishou.item.item_id): value}


def _cost(line: Line, goods: Goods) -> dict[tuple[str, str], int]:
    """What the platform itself says goes before a sheet, so that it need not differ from what is known."""
    said, side = line.cost.strip(), goods.kuaishou or goods.youzan
    if not said or side is None:
        return {}
    value = _figure(said, MOST_FEN, fen, least=1)
    known = {both.cost.fen for both in goods.variants if both.cost is not None and both.cost.source == "sheet"}
    return {} if known == {value} else {(side.shop_id, side.item.item_id): value}


def _figure(said: str, most: int, read: Callable[[str], int], *, least: int = 0) -> int:
    try:
        value = read(said.replace(",", "").removeprefix("¥"))
    except ValueError:
        raise _Bad("figure", said) from None
    if not least <= value <= most:
        raise _Bad("figure", said)
    return value
