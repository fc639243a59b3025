"""What a push would do to goods: line by line, what is sent, what is held back and why. Nothing here sends anything.

A line is one field of one variant on one side. It is *sent*, *held* (an owner may let it go on, with a reason) or
*skipped* (it cannot go, or there is nothing to do). One line is one writing call.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from console.core.commands import (
    Command,
    EditItem,
    FieldChange,
    Loss,
    ReplaceSkus,
    SetPrice,
    SetShelf,
    SetStock,
    SkuDraft,
)
from console.core.model import Item, Platform, Sku
from console.rules.pricing import Cost, Costs, Guard, Offer, PriceCode, Verdict, judge

Field = Literal["title", "price", "stock", "shelf", "skus"]
Lead = Literal["youzan", "kuaishou", "free"]
Fate = Literal["sent", "held", "skipped"]
Value = str | int | bool | None

LED: tuple[Field, ...] = ("title", "price", "stock", "shelf")
LEADS: Mapping[Field, Lead] = {"title": "youzan", "price": "free", "stock": "youzan", "shelf": "free"}
"""Which side leads which field as long as the merchant says nothing else."""

SAME, NOT_LINKED, LED_BY_OTHER = "push.same", "push.not_linked", "push.led_by_other"
CHECK_BLOCKS = "push.check_blocks"  # with the name of the check after it
NO_PRICE, NO_STOCK, NO_VARIANT = "push.no_price", "push.no_stock", "push.no_variant"


class PushRules(msgspec.Struct, frozen=True, kw_only=True):
    """What the merchant set for all goods: shares in basis points, buffers and caps in pieces, costs in fen.

    ``cap`` is the most that Kuaishou shows, ``youzan_cap`` Youzan where it does not lead. ``on_air`` is no rule: it
    says that a show is running, so that the buffer of shows holds.
    """

    gap_bp: int = 1_000
    buffer: int = 0
    on_air_buffer: int | None = None
    on_air: bool = False
    cap: int | None = None
    youzan_cap: int | None = None
    fee_bp: int | None = None  # what the platform keeps of a price; None: the merchant has not said
    other_fen: int | None = None  # postage and packing of a piece; None: not said
    leads: Mapping[Field, Lead] = msgspec.field(default_factory=lambda: LEADS)

    def costs(self, cost: Cost | None) -> Costs | None:
        """What selling a piece costs; what the merchant has not said is not in it. None: the goods' cost is unknown."""
        if cost is None:
            return None
        return Costs(goods_fen=cost.fen, fee_bp=self.fee_bp or 0, other_fen=self.other_fen or 0)

    def leader(self, field: Field) -> Platform | None:
        """The side that leads a field; None: neither does."""
        lead = self.leads.get(field, "free")
        return None if lead == "free" else Platform(lead)


class Both(msgspec.Struct, frozen=True, kw_only=True):
    """A variant on both sides; a side that has none is None."""

    spec: str
    kuaishou: Sku | None = None
    youzan: Sku | None = None
    cost: Cost | None = None

    def on(self, side: Platform) -> Sku | None:
        return self.kuaishou if side is Platform.KUAISHOU else self.youzan


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of goods. ``barred`` is the code why nothing may be written there now.

    ``live_fen`` and ``coupon_fen`` are the merchant's word: the price of live shows, and what every coupon takes off.
    """

    shop_id: str
    item: Item
    floor_fen: int | None = None
    live_fen: int | None = None
    coupon_fen: int = 0
    barred: str = ""

    def offer(self, price_fen: int | None) -> Offer:
        """What a buyer is asked where a variant's price is this."""
        return Offer(price_fen=price_fen, live_fen=self.live_fen, coupon_fen=self.coupon_fen)


class Goods(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the goods table as the file has it at ``read_at`` (ms UTC). ``buffer`` None: the one for all goods."""

    row_id: int
    title: str
    code: str
    image_url: str = ""
    kuaishou: Side | None = None
    youzan: Side | None = None
    variants: tuple[Both, ...] = ()
    buffer: int | None = None
    read_at: int = 0

    def side(self, platform: Platform) -> Side | None:
        return self.kuaishou if platform is Platform.KUAISHOU else self.youzan


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """One field as the merchant wants it. ``sku_id`` names the variant of prices and stocks, or those to delete."""

    side: Platform
    field: Field
    to: Value
    sku_id: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the preview. ``command`` is what is sent, for a held one with the reason still to come."""

    row_id: int
    title: str
    code: str
    image_url: str
    side: Platform
    field: Field
    spec: str
    now: Value
    after: Value
    fate: Fate
    codes: tuple[str, ...] = ()
    command: Command | None = None
    verdict: Verdict | None = None
    losses: tuple[Loss, ...] = ()


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a push would do; ``in_step`` counts what is as it should be already."""

    lines: tuple[Line, ...]
    in_step: int = 0

    def of(self, fate: Fate) -> list[Line]:
        return [line for line in self.lines if line.fate == fate]

    def commands(self, reason: str = "", typed: str = "") -> list[Command]:
        """What is sent: with a reason the held ones, too; ``typed`` confirms a loss."""
        taken = self.of("sent") + (self.of("held") if reason.strip() else [])
        return [_given(line, reason, typed) for line in taken if line.command is not None]

    @property
    def losses(self) -> tuple[Loss, ...]:
        return tuple(loss for line in self.of("sent") for loss in line.losses)


def _given(line: Line, reason: str, typed: str) -> Command:
    command = line.command
    assert command is not None  # noqa: S101 - the caller looked
    if isinstance(command, SetPrice) and line.fate == "held":
        return msgspec.structs.replace(command, override=reason.strip())
    if isinstance(command, ReplaceSkus):
        return msgspec.structs.replace(command, typed=typed.strip())
    return command


# -- by hand --------------------------------------------------------------------------------------------------------


def plan(goods: Goods, wishes: Sequence[Wish], rules: PushRules) -> Plan:
    """What a person changed of one line of goods. Prices are judged against the other side as it will be then."""
    asked = {(wish.side, wish.sku_id): wish.to for wish in wishes if wish.field == "price"}
    lines = [line for wish in wishes if (line := _line(goods, wish, rules, asked)) is not None]
    return Plan(lines=tuple(lines), in_step=sum(SAME in line.codes for line in lines))


def _line(goods: Goods, wish: Wish, rules: PushRules, prices: Mapping[tuple[Platform, str], Value]) -> Line | None:
    side = goods.side(wish.side)
    if side is None:
        return None
    match wish.field:
        case "price" | "stock":
            return _of_variant(goods, side, wish, rules, prices)
        case "skus":
            return _without(goods, side, wish)
        case "title":
            now: Value = side.item.title
            change = FieldChange(field="title", to=str(wish.to), seen=side.item.title)
            command: Command = EditItem(shop_id=side.shop_id, item_id=side.item.item_id, changes=(change,))
        case _:
            now = side.item.on_shelf
            command = SetShelf(shop_id=side.shop_id, item_id=side.item.item_id, on=bool(wish.to))
    return made(goods, side, wish, now, command)


def _of_variant(
    goods: Goods, side: Side, wish: Wish, rules: PushRules, prices: Mapping[tuple[Platform, str], Value]
) -> Line:
    both = next((one for one in goods.variants if (sku := one.on(wish.side)) and sku.sku_id == wish.sku_id), None)
    sku = None if both is None else both.on(wish.side)
    if both is None or sku is None:
        return made(goods, side, wish, None, None, codes=(NO_VARIANT,))
    if wish.field == "stock":
        return stock_line(goods, side, wish, both, sku)
    return price_line(goods, side, wish, both, rules, prices)


def stock_line(goods: Goods, side: Side, wish: Wish, both: Both, sku: Sku, codes: tuple[str, ...] = ()) -> Line:
    """One variant's stock, as it was read now, is to be ``wish.to``."""
    command = SetStock(
        shop_id=side.shop_id,
        item_id=side.item.item_id,
        sku_id=sku.sku_id,
        target=_whole(wish.to),
        seen=sku.stock,
        seen_at=goods.read_at,
    )
    return made(goods, side, wish, sku.stock, command, spec=both.spec, codes=codes)


def price_line(
    goods: Goods,
    side: Side,
    wish: Wish,
    both: Both,
    rules: PushRules,
    prices: Mapping[tuple[Platform, str], Value],
) -> Line:
    """A price is held where it lies below the floor, is free, or too far from the other shop's.

    ``rules.pricing`` only warns of a gap that is there; a push that would make one is held, as the merchant set it.
    """
    sku = both.on(wish.side)
    assert sku is not None  # noqa: S101 - the caller looked
    offers = {
        one: _offer(goods.side(one), _then(both.on(one), one, prices), live=one is not wish.side) for one in Platform
    }
    offers[wish.side] = _offer(side, _whole(wish.to), live=False)
    guard = Guard(gap_bp=rules.gap_bp, floor_fen=side.floor_fen)
    verdict = judge(
        offers[Platform.KUAISHOU], offers[Platform.YOUZAN], guard, side=wish.side, costs=rules.costs(both.cost)
    )
    command = SetPrice(
        shop_id=side.shop_id,
        item_id=side.item.item_id,
        sku_id=sku.sku_id,
        price_fen=_whole(wish.to),
        seen_fen=sku.price_fen,
    )
    held = verdict.decision == "stop" or PriceCode.GAP in verdict.codes
    codes = tuple(code.value for code in verdict.codes if code is not PriceCode.NOT_COMPARED)
    judged = made(goods, side, wish, sku.price_fen, command, spec=both.spec, codes=codes, held=held)
    return msgspec.structs.replace(judged, verdict=verdict)


def _offer(side: Side | None, price_fen: int | None, *, live: bool) -> Offer:
    """``live`` False: the price itself is judged, which buyers meet outside of shows."""
    offer = Offer(price_fen=price_fen) if side is None else side.offer(price_fen)
    return offer if live else msgspec.structs.replace(offer, live_fen=None)


def _then(sku: Sku | None, platform: Platform, prices: Mapping[tuple[Platform, str], Value]) -> int | None:
    """What a variant will cost there once everything that was asked is done."""
    if sku is None:
        return None
    to = prices.get((platform, sku.sku_id))
    return sku.price_fen if to is None else _whole(to)


def _without(goods: Goods, side: Side, wish: Wish) -> Line:
    """The variants named by ``wish.sku_id`` (with commas between) are to go."""
    gone = set(wish.sku_id.split(","))
    held = [(both, sku) for both in goods.variants if (sku := both.on(wish.side)) is not None]
    losses = tuple(
        Loss(sku_id=sku.sku_id, name=sku.code or sku.spec or sku.sku_id) for _, sku in held if sku.sku_id in gone
    )
    stays = tuple(SkuDraft(sku_id=sku.sku_id) for _, sku in held if sku.sku_id not in gone)
    if not losses or not stays:
        return made(goods, side, wish, len(held), None, codes=(NO_VARIANT,))
    command = ReplaceSkus(shop_id=side.shop_id, item_id=side.item.item_id, skus=stays, loses=losses)
    asked = msgspec.structs.replace(wish, to=len(stays))
    line = made(goods, side, asked, len(held), command, spec=", ".join(loss.name for loss in losses))
    return msgspec.structs.replace(line, losses=losses)


def made(
    goods: Goods,
    side: Side,
    wish: Wish,
    now: Value,
    command: Command | None,
    *,
    spec: str = "",
    codes: tuple[str, ...] = (),
    held: bool = False,
) -> Line:
    """A line; it is skipped where there is nothing to do, or where the shop may not be written to."""
    fate: Fate = "held" if held else "sent"
    if now == wish.to and command is not None:
        fate, codes, command = "skipped", (SAME,), None
    elif side.barred:
        fate, codes, command = "skipped", (side.barred,), None
    elif command is None:
        fate = "skipped"
    return Line(
        row_id=goods.row_id,
        title=goods.title,
        code=goods.code,
        image_url=goods.image_url,
        side=wish.side,
        field=wish.field,
        spec=spec,
        now=now,
        after=wish.to,
        fate=fate,
        codes=codes,
        command=command,
    )


def _whole(value: Value) -> int:
    if not isinstance(value, int):
        raise TypeError(f"not a whole number: {value!r}")
    return value
