"""The variants of a line of goods, both sides beside each other, and the lines whose variants cost unequally."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, FromClause, and_, exists, func, or_, select

from console.core.model import Sku
from console.rules.linking_skus import judge
from console.rules.variants import differ, prices_differ
from console.store.pages import as_json_list
from console.store.tables import Items, Skus, table_of
from console.store.views import SkuRow

ITEM = table_of(Items)
OTHER = ITEM.alias("other")
SKU = table_of(Skus)

COMPARED = ("item_id", "sku_id", "code", "spec", "price_fen", "stock")
LINE = func.coalesce(ITEM.c.under_id, ITEM.c.id)
VARIANTS = (
    select(LINE, ITEM.c.under_id.is_not(None), *(SKU.c[n] for n in COMPARED))
    .join_from(ITEM, SKU, and_(SKU.c.shop_id == ITEM.c.shop_id, SKU.c.item_id == ITEM.c.item_id))
    .where(ITEM.c.gone.is_(False), SKU.c.gone.is_(False))
    .order_by(SKU.c.id)
)
"""The variants of both sides of a line, by the line's row id."""


def variants_of(conn: Connection, ids: Sequence[int]) -> dict[int, tuple[SkuRow, ...]]:
    """The variants of these rows, side by side; rows that name none are left out."""
    sides: dict[int, tuple[list[Sku], list[Sku]]] = {}
    for line, is_under, item_id, sku_id, code, spec, price_fen, stock in conn.execute(
        VARIANTS.where(or_(ITEM.c.id.in_(ids), ITEM.c.under_id.in_(ids)))
    ):
        sku = Sku(item_id=item_id, sku_id=sku_id, code=code, spec=spec, price_fen=price_fen, stock=stock)
        sides.setdefault(line, ([], []))[is_under].append(sku)
    return {line: side_by_side(*both) for line, both in sides.items()}


def variants_differ(rows: Sequence[SkuRow]) -> bool:
    """Whether the variants of both sides are not the same; not where a side names none at all."""
    both = any(row.kuaishou for row in rows) and any(row.youzan for row in rows)
    return both and any(differ(row.kuaishou, row.youzan) for row in rows)


def cost_unequally(rows: Sequence[SkuRow]) -> bool:
    """Whether what one of the variants costs is not the same on both sides."""
    return any(prices_differ(row.kuaishou, row.youzan) for row in rows)


def _varies(item: FromClause) -> ColumnElement[bool]:
    """Whether some variant of these goods has another price than the goods have, which is the least of them."""
    of_item = and_(SKU.c.shop_id == item.c.shop_id, SKU.c.item_id == item.c.item_id, SKU.c.gone.is_(False))
    return exists(select(SKU.c.id).where(of_item, SKU.c.price_fen != item.c.price_fen).correlate(item))


MAYBE_APART = (
    select(ITEM.c.id)
    .join_from(ITEM, OTHER, and_(OTHER.c.under_id == ITEM.c.id, OTHER.c.gone.is_(False)))
    .where(ITEM.c.gone.is_(False), ITEM.c.price_fen == OTHER.c.price_fen, or_(_varies(ITEM), _varies(OTHER)))
)
AT_ONCE = 400


def priced_apart(conn: Connection) -> str:
    """As JSON: the lines whose two prices are the same while those of a variant are not. Only goods of which some
    variant has another price than the goods have are looked at one by one."""
    ids = [int(row[0]) for row in conn.execute(MAYBE_APART)]
    found: list[int] = []
    for first in range(0, len(ids), AT_ONCE):
        variants = variants_of(conn, ids[first : first + AT_ONCE])
        found += [line for line, both in variants.items() if cost_unequally(both)]
    return as_json_list(found)


def side_by_side(kuaishou: Sequence[Sku], youzan: Sequence[Sku]) -> tuple[SkuRow, ...]:
    """Variants that belong together on one line, as ``rules.linking_skus`` says; each of the others on its own."""
    links, maybe = judge(kuaishou, youzan)
    here = {link.kuaishou_id: link for link in links}
    hints = {number: link.reason.value for link in maybe for number in link.pair}
    partners = {sku.sku_id: sku for sku in youzan}
    rows = []
    for sku in kuaishou:
        link = here.get(sku.sku_id)
        if link is None:
            rows.append(_sku_row(sku, None, hints.get(sku.sku_id, "")))
        else:
            rows.append(_sku_row(sku, partners.pop(link.youzan_id), link.reason.value))
    return *rows, *(_sku_row(None, sku, hints.get(number, "")) for number, sku in partners.items())


def _sku_row(here: Sku | None, there: Sku | None, reason: str) -> SkuRow:
    known = [sku for sku in (here, there) if sku is not None]
    code = next((sku.code for sku in known if sku.code), "")
    spec = next((sku.spec for sku in known if sku.spec), "")
    return SkuRow(code=code, spec=spec, kuaishou=here, youzan=there, reason=reason)
