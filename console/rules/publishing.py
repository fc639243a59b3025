"""What a check before publishing stops: goods are put neither on Kuaishou's shelf nor under a title that it refuses.

A title or a shelf that is changed sends goods through the platform's review; a price or a stock does not, has guards
of its own (``rules.pricing``, ``rules.available``), and must still go where a check blocks: less stock than is shown
would be sold twice.
"""

from collections.abc import Iterable, Sequence

import msgspec

from console.core.model import Platform, Sku
from console.rules.findings import Check, Finding, Report, Severity
from console.rules.pushing import CHECK_BLOCKS, Goods, Plan, Value, Wish


def as_wished(goods: Goods, wishes: Iterable[Wish]) -> Goods:
    """The goods as they will be at Kuaishou once everything that is wanted is done there."""
    if goods.kuaishou is None:
        return goods
    wanted = {(wish.field, wish.sku_id): wish.to for wish in wishes if wish.side is Platform.KUAISHOU}
    item = goods.kuaishou.item
    title = wanted.get(("title", ""), item.title)
    variants = tuple(
        msgspec.structs.replace(both, kuaishou=_priced(both.kuaishou, wanted.get(("price", both.kuaishou.sku_id))))
        if both.kuaishou is not None
        else both
        for both in goods.variants
    )
    side = msgspec.structs.replace(goods.kuaishou, item=msgspec.structs.replace(item, title=str(title)))
    return msgspec.structs.replace(goods, kuaishou=side, variants=variants)


def _priced(sku: Sku, to: Value) -> Sku:
    return msgspec.structs.replace(sku, price_fen=to) if isinstance(to, int) else sku


def blocking(report: Report) -> tuple[Finding, ...]:
    """What stands in the way, in the order of the checks."""
    return tuple(one for one in report.findings if one.severity is Severity.BLOCK)


def stops(wish: Wish, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """What of it stops this wish. A title leaves the price as it is; goods off the shelf harm nobody."""
    if wish.side is not Platform.KUAISHOU or not (wish.field == "title" or (wish.field == "shelf" and wish.to)):
        return ()
    return tuple(one for one in found if wish.field == "shelf" or one.check is not Check.PRICE)


def stopped(plan: Plan, wishes: Iterable[Wish], found: Sequence[Finding]) -> Plan:
    """The plan of these wishes without what a check stops; such a line says which check it is."""
    why = {(wish.side, wish.field): stops(wish, found) for wish in wishes}
    lines = []
    for line in plan.lines:
        held = why.get((line.side, line.field), ())
        if held and line.fate != "skipped":
            codes = tuple(dict.fromkeys(f"{CHECK_BLOCKS} {one.check.value}" for one in held))
            line = msgspec.structs.replace(line, fate="skipped", codes=codes, command=None)
        lines.append(line)
    return Plan(lines=tuple(lines), in_step=plan.in_step)
