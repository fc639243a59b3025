"""Many goods brought in step with the other shop: what available stock and which price Kuaishou is to show."""

from collections.abc import Iterable, Iterator

import msgspec

from console.core.model import Platform
from console.rules.available import Available, Keep, StockCode, available
from console.rules.pushing import (
    LED_BY_OTHER,
    NO_PRICE,
    NO_STOCK,
    NO_VARIANT,
    NOT_LINKED,
    SAME,
    Both,
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


def follower(rules: PushRules) -> Platform:
    """Whose stock follows: Kuaishou's, unless it leads."""
    return Platform.YOUZAN if rules.leader("stock") is Platform.KUAISHOU else Platform.KUAISHOU


def shown(goods: Goods, both: Both, rules: PushRules) -> Available:
    """How many pieces of a variant the following side may show: the leader's, less what is kept back, at most its cap.

    The buffer of one item of its own is larger or smaller than that of all goods; during a show the larger one holds.
    """
    to = follower(rules)
    there = both.on(_other(to))
    if there is None:
        return available(None, None, Keep())
    return available(there.stock, there.reserved, _keep(goods, rules), on_air=rules.on_air)


def _keep(goods: Goods, rules: PushRules) -> Keep:
    cap = rules.cap if follower(rules) is Platform.KUAISHOU else rules.youzan_cap
    buffer = rules.buffer if goods.buffer is None else goods.buffer
    return Keep(buffer=buffer, on_air_buffer=rules.on_air_buffer, cap=cap)


def _other(side: Platform) -> Platform:
    return Platform.YOUZAN if side is Platform.KUAISHOU else Platform.KUAISHOU


def align_stock(several: Iterable[Goods], rules: PushRules) -> Plan:
    """The side that follows shows what is available where the stock is led."""
    return _whole_plan(line for goods in several for line in _aligned_stock(goods, rules))


def _aligned_stock(goods: Goods, rules: PushRules) -> Iterator[Line]:
    to = follower(rules)
    side = goods.side(to)
    if side is None or goods.side(_other(to)) is None:
        yield _unlinked(goods, to, "stock")
        return
    kept = _keep(goods, rules).buffer_now(on_air=rules.on_air)
    for both in goods.variants:
        here, there = both.on(to), both.on(_other(to))
        if here is None:
            continue
        wish = Wish(side=to, field="stock", to=None, sku_id=here.sku_id)
        if there is None:
            yield made(goods, side, wish, here.stock, None, spec=both.spec, codes=(NO_VARIANT,))
            continue
        found = shown(goods, both, rules)
        if found.pieces is None or here.stock is None:
            yield made(goods, side, wish, here.stock, None, spec=both.spec, codes=(NO_STOCK,))
            continue
        codes = tuple(code.value for code in found.codes if code is not StockCode.UNREAD)
        if kept and StockCode.BUFFERED not in found.codes:
            codes = (*codes, f"push.buffer {kept}")
        yield stock_line(goods, side, msgspec.structs.replace(wish, to=found.pieces), both, here, codes)


def align_price(several: Iterable[Goods], rules: PushRules, to: Platform) -> Plan:
    """The prices of ``to`` become the other side's."""
    return _whole_plan(line for goods in several for line in _aligned_price(goods, rules, to))


def _aligned_price(goods: Goods, rules: PushRules, to: Platform) -> Iterator[Line]:
    side, other = goods.side(to), _other(to)
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
