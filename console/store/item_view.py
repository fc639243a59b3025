"""The goods table's questions. A Kuaishou item leads its row; the Youzan item of the same goods is shown under it."""

from collections.abc import Iterator, Sequence, Set
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Row,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    null,
    or_,
    select,
    union,
)

from console.core.model import AuditState, Platform, Sku
from console.rules.pricing import BP
from console.store import failing, margins, push_rules
from console.store.contested import contested, rivals
from console.store.goods_questions import asked_of
from console.store.item_variants import cost_unequally, priced_apart, side_by_side, variants_differ, variants_of
from console.store.items import item_of, skus_of
from console.store.pages import ids_of
from console.store.reasons import reasons_of
from console.store.tables import Items, Settings, Skus, table_of
from console.store.tables_links import GoodsLinks, GoodsQuestions
from console.store.tables_prices import PriceAlerts
from console.store.views import Gap, ItemDetail, ItemFilter, ItemRow, ItemTab, Shelf
from console.store.views_goods import Asked

RIVALS_SHOWN = 12

ITEM = table_of(Items)
OTHER = ITEM.alias("other")
FOUND = ITEM.alias("found")
SKU = table_of(Skus)

LEADS_KUAISHOU = ITEM.c.shop_id.startswith(f"{Platform.KUAISHOU}:")
PAIRED = ITEM.outerjoin(OTHER, and_(OTHER.c.under_id == ITEM.c.id, OTHER.c.gone.is_(False)))
"""Every line of the table: what leads it, and the Youzan item shown under it."""


def _side(column: str, *, kuaishou: bool) -> ColumnElement[Any]:
    """A column of one side of a line; NULL where that side is not there."""
    own = ITEM.c[column]
    return case((LEADS_KUAISHOU, own if kuaishou else OTHER.c[column]), else_=null() if kuaishou else own)


KUAISHOU_PRICE = _side("price_fen", kuaishou=True)
YOUZAN_PRICE = _side("price_fen", kuaishou=False)
GAP = (KUAISHOU_PRICE - YOUZAN_PRICE) * 100.0 / func.nullif(YOUZAN_PRICE, 0)

SETTING = table_of(Settings)


def _setting(key: ColumnElement[str] | str) -> Any:
    """A whole number that the merchant set; NULL where it was never set. ``null`` in JSON becomes 0."""
    return select(cast(SETTING.c.value, Integer)).where(SETTING.c.key == key).scalar_subquery()


TOLD = table_of(PriceAlerts)


def _of_variants(kind: str, figure: ColumnElement[int]) -> Any:
    """What the last look at the prices of all variants found of a row; NULL: nothing."""
    of_row = and_(TOLD.c.shop_id == ITEM.c.shop_id, TOLD.c.item_id == ITEM.c.item_id, TOLD.c.kind == kind)
    return select(figure).where(of_row).correlate(ITEM).scalar_subquery()


MOST_BP = func.coalesce(_setting(push_rules.GAP_KEY), push_rules.UNTOUCHED.gap_bp)
WIDEST_BP = _of_variants("gap", TOLD.c.gap_bp)
WIDE = or_(
    and_(YOUZAN_PRICE > 0, func.abs(KUAISHOU_PRICE - YOUZAN_PRICE) * BP > MOST_BP * YOUZAN_PRICE),
    WIDEST_BP.is_not(None),
)
"""Whether prices are further apart than the merchant lets pass: as ``rules.pricing`` has it, or found of a variant."""
BELOW_FLOOR = or_(
    and_(LEADS_KUAISHOU, ITEM.c.price_fen < _setting("floor." + ITEM.c.shop_id + "." + ITEM.c.item_id)),
    _of_variants("floor", TOLD.c.pays_fen).is_not(None),
)
TROUBLED = (AuditState.REFUSED, AuditState.NEEDS_CHANGES)

SORTS: dict[str, ColumnElement[Any]] = {
    "updated_at": func.max(func.coalesce(ITEM.c.updated_at, 0), func.coalesce(OTHER.c.updated_at, 0)),
    "title": ITEM.c.title,
    "code": ITEM.c.code,
    "kuaishou_price_fen": KUAISHOU_PRICE,
    "youzan_price_fen": YOUZAN_PRICE,
    "gap_percent": GAP,
    "kuaishou_stock": _side("stock", kuaishou=True),
    "youzan_stock": _side("stock", kuaishou=False),
}

ALONE = OTHER.c.id.is_(None)
CONTESTED = ITEM.c.id.in_(select(func.json_each(bindparam("contested")).table_valued("value").c.value))
"""Whether a row is among the contested ones, which a parameter names."""

QUESTION = table_of(GoodsQuestions)
SUGGESTED = exists(
    select(QUESTION.c.item_id)
    .where(QUESTION.c.shop_id == ITEM.c.shop_id, QUESTION.c.item_id == ITEM.c.item_id)
    .where(QUESTION.c.kind == "suggestion")
    .correlate(ITEM)
)
"""Whether the last comparison found goods of the other shop that may be the same, by their titles."""

LINK = table_of(GoodsLinks)
KEPT = exists(
    select(LINK.c.id)
    .where(LINK.c.kuaishou_shop_id == ITEM.c.shop_id, LINK.c.kuaishou_item_id == ITEM.c.item_id)
    .where(LINK.c.youzan_shop_id == OTHER.c.shop_id, LINK.c.youzan_item_id == OTHER.c.item_id)
    .correlate(ITEM, OTHER)
)
"""Whether the link of both sides was carried out or made by a person: it stands, whatever becomes of the codes."""

TABS: dict[ItemTab, ColumnElement[bool]] = {
    "linked": ~ALONE,  # both of the next two
    "kept": and_(~ALONE, KEPT),
    "linkable": and_(~ALONE, ~KEPT),
    "to_confirm": and_(LEADS_KUAISHOU, ALONE, ~CONTESTED, SUGGESTED),
    "conflict": and_(ALONE, CONTESTED),
    "only_kuaishou": and_(LEADS_KUAISHOU, ALONE, ~CONTESTED, ~SUGGESTED),
    "only_youzan": and_(~LEADS_KUAISHOU, ~CONTESTED),
    "failed": or_(ITEM.c.audit.in_(TROUBLED), OTHER.c.audit.in_(TROUBLED)),
    "price_gap": WIDE,
}


REASON = func.substr(ITEM.c.shop_id, 1, func.instr(ITEM.c.shop_id, ":")) + ITEM.c.audit_reason
OF_CAUSE = REASON.in_(select(func.json_each(bindparam("reasons")).table_valued("value").c.value))
"""Whether what a review said is among the reasons that a parameter names, each with its platform before it."""

REFUSED_THEN = ITEM.c.id.in_(select(func.json_each(bindparam("refused")).table_valued("value").c.value))
"""Whether a row is among those that a parameter names: what was refused in a stretch of time."""

OF_CODES: tuple[ItemTab, ...] = ("to_confirm", "conflict", "only_kuaishou", "only_youzan")
"""The tabs that ask which rows are contested."""

_KUAISHOU_ON, _YOUZAN_ON = _side("on_shelf", kuaishou=True), _side("on_shelf", kuaishou=False)


def _gap(conn: Connection, gap: Gap) -> ColumnElement[bool]:
    """Rows of such a gap. The same price is that of every variant: some cost unequally where the least do not."""
    if gap in ("none", "small"):
        apart = ITEM.c.id.in_(select(func.json_each(priced_apart(conn)).table_valued("value").c.value))
        same = and_(KUAISHOU_PRICE == YOUZAN_PRICE, ~apart)
        return same if gap == "none" else and_(KUAISHOU_PRICE.is_not(None), YOUZAN_PRICE > 0, ~same, ~WIDE)
    return WIDE if gap == "large" else BELOW_FLOOR


SHELVES: dict[Shelf, ColumnElement[bool]] = {
    "both": and_(_KUAISHOU_ON.is_(True), _YOUZAN_ON.is_(True)),
    "kuaishou_off": _KUAISHOU_ON.is_(False),
    "youzan_off": _YOUZAN_ON.is_(False),
    "unequal": _KUAISHOU_ON != _YOUZAN_ON,
}


def item_ids(conn: Connection, wanted: ItemFilter) -> list[int]:
    """The row ids of a view, in its order."""
    sort = SORTS[wanted.sort]
    order_by = (sort.desc().nulls_last(), ITEM.c.id.desc()) if wanted.descending else (sort.nulls_last(), ITEM.c.id)
    cause = wanted.cause if wanted.tab == "failed" else None
    then = wanted.refused if wanted.tab == "failed" else None
    tab = [TABS[wanted.tab]] if wanted.tab in TABS and then is None else []
    tab += [OF_CAUSE] if cause is not None and then is None else []
    tab += [REFUSED_THEN] if then is not None else []
    asked = select(ITEM.c.id).select_from(PAIRED).where(*_narrowed(conn, wanted), *tab).order_by(*order_by)
    if then is not None:
        shops = None if wanted.pair is None else wanted.pair.shop_ids
        asked = asked.params(refused=failing.rows_between(conn, shops, *then, cause))
    elif cause is not None:
        asked = asked.params(reasons=reasons_of(conn, cause))
    return ids_of(conn, asked.params(contested=contested(conn)) if wanted.tab in OF_CODES else asked)


def item_tab_counts(conn: Connection, wanted: ItemFilter) -> dict[ItemTab, int]:
    """How many rows each tab has under the rest of the filter."""
    columns = [func.count(case((condition, 1))).label(tab) for tab, condition in TABS.items()]
    asked = select(func.count().label("all"), *columns).select_from(PAIRED).where(*_narrowed(conn, wanted))
    return dict(conn.execute(asked.params(contested=contested(conn))).one()._mapping)


def failed_reasons(conn: Connection, wanted: ItemFilter) -> dict[str, int]:
    """How many rows of the tab "failed" bear which words, its platform before them, under the rest of the filter."""
    asked = (
        select(REASON, func.count())
        .select_from(PAIRED)
        .where(*_narrowed(conn, wanted), TABS["failed"])
        .group_by(REASON)
    )
    return {str(reason): int(number) for reason, number in conn.execute(asked)}


def contested_ids(conn: Connection) -> frozenset[int]:
    """The rows that ``item_rows`` is to say are contested: asked once for a view, not for each of its pages."""
    return frozenset(msgspec.json.decode(contested(conn), type=list[int]))


def item_rows(conn: Connection, ids: Sequence[int], among: Set[int] = frozenset()) -> list[ItemRow]:
    """A page of a view, in the order of ``ids``; rows that have gone meanwhile are left out.

    ``among``: which rows are contested.
    """
    found = {row.id: row for row in conn.execute(PAGE.where(ITEM.c.id.in_(ids)))}
    variants = variants_of(conn, ids)
    unequal = {one for one, both in variants.items() if variants_differ(both)}
    priced = {one for one, both in variants.items() if cost_unequally(both)}
    left = margins.least(conn, found.values(), variants)
    asked = asked_of(conn, ids)
    return [
        _item_row(found[one], one in among, (one in unequal, one in priced), left.get(one), asked.get(one))
        for one in ids
        if one in found
    ]


def item_detail(conn: Connection, row_id: int) -> ItemDetail | None:
    """Everything about one line of goods; None if it is gone."""
    lead = conn.execute(select(ITEM).where(ITEM.c.id == row_id)).one_or_none()
    under = conn.execute(select(ITEM).where(ITEM.c.under_id == row_id, ITEM.c.gone.is_(False))).first()
    rows = item_rows(conn, [row_id], contested_ids(conn) if under is None else frozenset())
    if not rows:
        return None
    found, count = rivals(conn, row_id, RIVALS_SHOWN) if rows[0].contested else ([], 0)
    kuaishou, youzan = (lead, under) if rows[0].kuaishou_item_id is not None else (None, lead)
    return ItemDetail(
        row=rows[0],
        kuaishou=None if kuaishou is None else item_of(kuaishou),
        youzan=None if youzan is None else item_of(youzan),
        skus=side_by_side(_skus(conn, kuaishou), _skus(conn, youzan)),
        rivals=tuple(found),
        rival_count=count,
    )


def _skus(conn: Connection, item: Row[Any] | None) -> list[Sku]:
    return [] if item is None else skus_of(conn, item.shop_id, item.item_id)


def _narrowed(conn: Connection, wanted: ItemFilter) -> Iterator[ColumnElement[bool]]:
    """Everything of a filter but its tab."""
    yield ITEM.c.gone.is_(False)
    yield ITEM.c.under_id.is_(None)
    if wanted.pair is not None:
        yield ITEM.c.shop_id.in_(wanted.pair.shop_ids)
    if wanted.gap is not None:
        yield _gap(conn, wanted.gap)
    if wanted.shelf is not None:
        yield SHELVES[wanted.shelf]
    if wanted.text.strip():
        yield ITEM.c.id.in_(_found(wanted.text.strip()))


def _found(text: str) -> Any:
    """The rows that hold a text in title, codes or numbers, or whose other side does: one look at each table."""
    row = func.coalesce(FOUND.c.under_id, FOUND.c.id)
    said = or_(*(FOUND.c[column].contains(text, autoescape=True) for column in ("title", "code", "item_id")))
    of_item = and_(SKU.c.shop_id == FOUND.c.shop_id, SKU.c.item_id == FOUND.c.item_id)
    sku_said = or_(SKU.c.code.contains(text, autoescape=True), SKU.c.sku_id == text)
    return union(
        select(row).where(FOUND.c.gone.is_(False), said),
        select(row).join_from(SKU, FOUND, of_item).where(SKU.c.gone.is_(False), FOUND.c.gone.is_(False), sku_said),
    )


PAGE = select(
    ITEM.c.id,
    ITEM.c.shop_id,
    ITEM.c.title,
    case((ITEM.c.code != "", ITEM.c.code), else_=func.coalesce(OTHER.c.code, "")).label("code"),
    case((ITEM.c.image_url != "", ITEM.c.image_url), else_=func.coalesce(OTHER.c.image_url, "")).label("image_url"),
    KEPT.label("kept"),
    ITEM.c.audit,
    ITEM.c.audit_reason,
    func.nullif(SORTS["updated_at"], 0).label("updated_at"),
    GAP.label("gap_percent"),
    func.coalesce(WIDE, False).label("gap_wide"),
    WIDEST_BP.label("widest_bp"),
    func.coalesce(BELOW_FLOOR, False).label("below_floor"),
    *(
        _side(column, kuaishou=platform is Platform.KUAISHOU).label(f"{platform}_{column}")
        for platform in Platform
        for column in ("item_id", "price_fen", "stock", "on_shelf")
    ),
).select_from(PAIRED)


def _item_row(
    row: Row[Any], contested: bool, unequal: tuple[bool, bool], left: int | None, asked: Asked | None
) -> ItemRow:
    found = {"audit": AuditState(row.audit), "contested": contested, "asked": asked}
    found |= {"variants_differ": unequal[0], "variant_prices_differ": unequal[1]}
    flags = {"gap_wide": bool(row.gap_wide), "below_floor": bool(row.below_floor), "margin_fen": left}
    flags |= {"kept": bool(row.kept)}
    values = {name: value for name, value in row._mapping.items() if name != "shop_id"}
    return ItemRow(**values | found | flags)
