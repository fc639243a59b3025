"""Many goods brought in step with the other shop: what available stock and which price Kuaishou is to show."""

from collections.abc import Iterable, Iterator

import msgspec

from console.core.model import Platform
from console.rules.available import Keep, StockCode, available
from console.rules.pushing import (
    LED_BY_OTHER,
    NO_PRICE,
    NO_STOCK,
    NO_VARIANT,
    NOT_LINKED,
    SAME,
    Field,
    Goods,
    Line,
    Plan,
    PushRules,
    Wish,
    made,
    price_line,
    stock_line,
)


def align_stock(several: Iterable[Goods], rules: PushRules) -> Plan:
    """Kuaishou shows what is available at Youzan: its stock less the buffer, at most the cap."""
    return _whole_plan(line for goods in several for line in _aligned_stock(goods, rules))


def _aligned_stock(goods: Goods, rules: PushRules) -> Iterator[Line]:
    side = goods.kuaishou
    if side is None or goods.youzan is None:
        yield _unlinked(goods, Platform.KUAISHOU, "stock")
        return
    keep = Keep(buffer=rules.buffer if goods.buffer is None else goods.buffer, cap=rules.cap)
    for both in goods.variants:
        here, there = both.kuaishou, both.youzan
        if here is None:
            continue
        wish = Wish(side=Platform.KUAISHOU, field="stock", to=None, sku_id=here.sku_id)
        if there is None:
            yield made(goods, side, wish, here.stock, None, spec=both.spec, codes=(NO_VARIANT,))
            continue
        found = available(there.stock, there.reserved, keep)
        if rules.leader("stock") is Platform.KUAISHOU:
            yield made(goods, side, wish, here.stock, None, spec=both.spec, codes=(LED_BY_OTHER,))
            continue
        if found.pieces is None or here.stock is None:
            yield made(goods, side, wish, here.stock, None, spec=both.spec, codes=(NO_STOCK,))
            continue
        codes = tuple(code.value for code in found.codes if code is not StockCode.UNREAD)
        if keep.buffer and StockCode.BUFFERED not in found.codes:
            codes = (*codes, f"push.buffer {keep.buffer}")
        yield stock_line(goods, side, msgspec.structs.replace(wish, to=found.pieces), both, here, codes)


def align_price(several: Iterable[Goods], rules: PushRules, to: Platform) -> Plan:
    """The prices of ``to`` become the other side's."""
    return _whole_plan(line for goods in several for line in _aligned_price(goods, rules, to))


def _aligned_price(goods: Goods, rules: PushRules, to: Platform) -> Iterator[Line]:
    side, other = goods.side(to), Platform.YOUZAN if to is Platform.KUAISHOU else Platform.KUAISHOU
    if side is None or goods.side(other) is None:
        yield _unlinked(goods, to, "price")
        return
    for both in goods.variants:
        here, there = both.on(to), both.on(other)
        if here is None:
            continue
        wish = Wish(side=to, field="price", to=None, sku_id=here.sku_id)
        if there is None:
            yield made(goods, side, wish, here.price_fen, None, spec=both.spec, codes=(NO_VARIANT,))
        elif not there.price_fen:
            yield made(goods, side, wish, here.price_fen, None, spec=both.spec, codes=(NO_PRICE,))
        elif rules.leader("price") is to:
            yield made(goods, side, wish, here.price_fen, None, spec=both.spec, codes=(LED_BY_OTHER,))
        else:
            yield price_line(goods, side, msgspec.structs.replace(wish, to=there.price_fen), both, rules, {})


def _unlinked(goods: Goods, side: Platform, field: Field) -> Line:
    return Line(
        row_id=goods.row_id,
        title=goods.title,
        code=goods.code,
        image_url=goods.image_url,
        side=side,
        field=field,
        spec="",
        now=None,
        after=None,
        fate="skipped",
        codes=(NOT_LINKED,),
    )


def _whole_plan(lines: Iterable[Line]) -> Plan:
    """What is in step already is counted, not shown: of many goods it would be most lines."""
    found = list(lines)
    shown = [line for line in found if SAME not in line.codes]
    return Plan(lines=tuple(shown), in_step=len(found) - len(shown))
