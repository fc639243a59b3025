"""The order table's questions: which rows in which order, a page of them, the counts of the tabs, one in full.

A Kuaishou order leads its row and its trade is shown under it; a trade without an order leads its own.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, and_, case, column, func, or_, select, text

from console import reference
from console.core.model import AfterSaleKind, AfterSaleStatus, Link, Mapping, OrderStatus, Parcel, Platform
from console.rules.holding import Hold
from console.store.aftersales import OPEN, WAITING_FOR_US, after_sales_of
from console.store.order_holds import KEPT
from console.store.order_trail import trail
from console.store.orders import load_order, read_parcels
from console.store.pages import ids_of
from console.store.ship_figures import late_tonight, troubled
from console.store.tables import AfterSales, Links, OrderLines, Orders, OrderSearch, table_of
from console.store.tables_shipping import OrderHolds, OrderTerms
from console.store.tables_waybills import WaybillPrints, Waybills
from console.store.tracks import tracks_of
from console.store.views import ANY_FLAG, NO_FLAG, TAB_STATUSES, TROUBLED, OrderDetail, OrderFilter, OrderRow, OrderTab

ORDER = table_of(Orders)
OTHER = ORDER.alias("other")
LINE = table_of(OrderLines)  # the first of an order
EVERY_LINE = LINE.alias("every_line")
SEARCH = table_of(OrderSearch)
AFTER_SALE = table_of(AfterSales)
NUMBER, PRINT = table_of(Waybills), table_of(WaybillPrints)
LINK = table_of(Links)
TAKEN_FOR = ORDER.alias("taken_for")  # the order that a number was taken for
TERMS = table_of(OrderTerms)
HOLD = table_of(OrderHolds)
PIECES_SENT = func.json_extract(TERMS.c.terms, "$.pieces_sent")
LONE = LINK.alias("lone")  # the link of a trade without an order

PHONE = re.compile(r"1\d{10}")


def order_ids(conn: Connection, wanted: OrderFilter) -> list[int]:
    """The row ids of a view, in its order."""
    sort = ORDER.c[wanted.sort]
    order_by = (sort.desc().nulls_last(), ORDER.c.id.desc()) if wanted.descending else (sort.nulls_last(), ORDER.c.id)
    return ids_of(conn, select(ORDER.c.id).where(*_narrowed(wanted), *_tab(wanted.tab)).order_by(*order_by))


def order_tab_counts(conn: Connection, wanted: OrderFilter) -> dict[OrderTab, int]:
    """How many rows each tab has under the rest of the filter."""
    tabs: tuple[OrderTab, ...] = (*TAB_STATUSES, "after_sale", "mapping")
    columns = [func.count(case((and_(*_tab(tab)), 1))).label(tab) for tab in tabs]
    row = conn.execute(select(func.count().label("all"), *columns).where(*_narrowed(wanted))).one()
    return dict(row._mapping)


def _narrowed(wanted: OrderFilter) -> Iterator[ColumnElement[bool]]:
    """Everything of a filter but its tab."""
    yield ORDER.c.under_id.is_(None)
    if wanted.pair is not None:
        yield ORDER.c.shop_id.in_(wanted.pair.shop_ids)
    if wanted.mapping is not None:
        yield ORDER.c.mapping == wanted.mapping
    if wanted.paid_from is not None:
        yield ORDER.c.paid_at >= wanted.paid_from
    if wanted.paid_to is not None:
        yield ORDER.c.paid_at < wanted.paid_to
    if wanted.ship_before is not None:
        yield ORDER.c.ship_by_at < wanted.ship_before
    if wanted.late_at is not None:
        yield ORDER.c.id.in_(late_tonight(wanted.late_at, wanted.pair))
    if wanted.troubled_parcel:
        yield ORDER.c.id.in_(troubled())
    if wanted.to_answer:
        yield ORDER.c.id.in_(_to_answer())
    yield from _marked(wanted)
    if wanted.text.strip():
        yield _holds(wanted.text.strip().lower())


def _marked(wanted: OrderFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.mark == "risk":
        yield ORDER.c.risk.is_(True)
    elif wanted.mark == "after_sale":
        yield from _tab("after_sale")
    elif wanted.mark == "presale":
        yield ORDER.c.id.in_(select(TERMS.c.order_id).where(TERMS.c.presale))
    elif wanted.mark == "kept":
        yield ORDER.c.id.in_(text(KEPT).columns(column("id")))
    elif wanted.mark == "part":
        yield ORDER.c.status == OrderStatus.SHIPPED
        yield ORDER.c.id.in_(select(TERMS.c.order_id).where(PIECES_SENT.is_not(None)))
    if wanted.flag:
        yield _flagged(wanted.flag)
    if wanted.carrier:
        yield _left_with(wanted.carrier)


def _flagged(flag: str) -> ColumnElement[bool]:
    """Whether either side of the row has this flag, any, or none: a colour of Kuaishou's, stars of Youzan's."""
    like = OTHER.c.flag != "" if flag in (ANY_FLAG, NO_FLAG) else OTHER.c.flag == flag
    rows = select(func.coalesce(OTHER.c.under_id, OTHER.c.id)).where(like)
    return ORDER.c.id.not_in(rows) if flag == NO_FLAG else ORDER.c.id.in_(rows)


def _left_with(name: str) -> ColumnElement[bool]:
    """Whether a parcel of the row went with this carrier, or a number of its was taken for one."""
    carrier = reference.carriers().named(name)
    codes = () if carrier is None else tuple(carrier.codes.items())
    told = [
        and_(ORDER.c.shop_id.startswith(f"{side.value}:"), ORDER.c.parcels.contains(f'"carrier_code":"{code}"'))
        for side, code in codes
    ]
    taken = select(TAKEN_FOR.c.id).join_from(NUMBER, TAKEN_FOR, _same_order(NUMBER, TAKEN_FOR))
    taken = taken.where(NUMBER.c.voided_at.is_(None), NUMBER.c.carrier_name == name)
    return or_(ORDER.c.parcels.contains(f'"carrier_name":"{name}"'), *told, ORDER.c.id.in_(taken))


def _same_order(one: Any, other: Any) -> ColumnElement[bool]:
    return and_(one.c.shop_id == other.c.shop_id, one.c.order_no == other.c.order_no)


def _tab(tab: OrderTab) -> Iterator[ColumnElement[bool]]:
    if tab in TAB_STATUSES:
        yield ORDER.c.status.in_(TAB_STATUSES[tab])
    elif tab == "after_sale":
        yield or_(ORDER.c.refunding.is_(True), ORDER.c.id.in_(_with_open_one()))
    elif tab == "mapping":
        yield ORDER.c.mapping.in_(TROUBLED)


def _holds(said: str) -> ColumnElement[bool]:
    """Whether a row holds a text: in its books, in a number that was taken and has not left, in a masked phone."""
    numbers = select(TAKEN_FOR.c.id).join_from(NUMBER, TAKEN_FOR, _same_order(NUMBER, TAKEN_FOR))
    taken = numbers.where(func.lower(NUMBER.c.waybill_no).contains(said, autoescape=True))
    found = or_(ORDER.c.id.in_(_found(said)), ORDER.c.id.in_(taken))
    return or_(found, ORDER.c.id.in_(_found(masked_phone(said)))) if PHONE.fullmatch(said) else found


def masked_phone(number: str) -> str:
    """``13812346021`` as both platforms show it, and as it is kept here: ``138****6021``."""
    return f"{number[:3]}****{number[7:]}"


def _found(said: str) -> Any:
    """The rows that hold a text, or whose trade does."""
    hit = select(func.coalesce(OTHER.c.under_id, OTHER.c.id))
    return hit.join_from(SEARCH, OTHER, OTHER.c.id == SEARCH.c.order_id).where(
        SEARCH.c.text.contains(said, autoescape=True)
    )


def _with_open_one() -> Any:
    """The rows that have an after-sale which is not over, on either side: the order itself may not say so yet."""
    same = and_(OTHER.c.shop_id == AFTER_SALE.c.shop_id, OTHER.c.order_no == AFTER_SALE.c.order_no)
    hit = select(func.coalesce(OTHER.c.under_id, OTHER.c.id)).join_from(AFTER_SALE, OTHER, same)
    return hit.where(AFTER_SALE.c.status.in_(OPEN))


def _to_answer() -> Any:
    """The rows whose own after-sale waits for the merchant; a trade's shows under its order, which has it, too."""
    same = and_(OTHER.c.shop_id == AFTER_SALE.c.shop_id, OTHER.c.order_no == AFTER_SALE.c.order_no)
    return select(OTHER.c.id).join_from(AFTER_SALE, OTHER, same).where(AFTER_SALE.c.status.in_(WAITING_FOR_US))


def order_rows(conn: Connection, ids: Sequence[int]) -> list[OrderRow]:
    """A page of a view, in the order of ``ids``; rows that have gone meanwhile are left out."""
    found = {row.id: row for row in conn.execute(PAGE.where(ORDER.c.id.in_(ids)))}
    return [_order_row(found[row_id]) for row_id in ids if row_id in found]


def order_detail(conn: Connection, row_id: int) -> OrderDetail | None:
    """Everything about one row; None if it is gone."""
    rows = order_rows(conn, [row_id])
    order = load_order(conn, row_id)
    if not rows or order is None:
        return None
    row = rows[0]
    other = conn.execute(COUNTERPART.where(ORDER.c.id == row_id)).one_or_none()
    after_sales = after_sales_of(conn, row.shop_id, order.order_no)
    link = conn.execute(select(LINK).where(_link_of(row))).one_or_none()
    tracks = tracks_of(conn, row.shop_id, order.order_no)
    sides = [(row.shop_id, order.order_no)]
    if other is not None:
        after_sales += after_sales_of(conn, other.shop_id, other.order_no)
        tracks += tracks_of(conn, other.shop_id, other.order_no)
        sides.append((other.shop_id, other.order_no))
    return OrderDetail(
        row=row,
        order=order,
        other=None if other is None else load_order(conn, other.id),
        link=None if link is None else _link(link),
        by_hand=link is not None and link.by_hand,
        after_sales=tuple(after_sales),
        tracks=tuple(tracks),
        trail=trail(conn, sides),
    )


def _latest(column: str) -> Any:
    """A column of the latest after-sale of the leading order."""
    of_order = and_(AFTER_SALE.c.shop_id == ORDER.c.shop_id, AFTER_SALE.c.order_no == ORDER.c.order_no)
    latest = AFTER_SALE.c.created_at.desc(), AFTER_SALE.c.id.desc()
    asked = select(AFTER_SALE.c[column]).where(of_order).order_by(*latest).limit(1)
    return asked.correlate(ORDER).scalar_subquery()


def _has_open_one() -> Any:
    """Whether an after-sale of either side is not over."""
    mine = and_(AFTER_SALE.c.shop_id == ORDER.c.shop_id, AFTER_SALE.c.order_no == ORDER.c.order_no)
    theirs = and_(AFTER_SALE.c.shop_id == OTHER.c.shop_id, AFTER_SALE.c.order_no == OTHER.c.order_no)
    return or_(
        *(
            select(AFTER_SALE.c.id).where(one, AFTER_SALE.c.status.in_(OPEN)).correlate(ORDER, OTHER).exists()
            for one in (mine, theirs)
        )
    )


def _taken(column: str) -> Any:
    """A column of the e-waybill that was taken for the leading order and is not void."""
    of_order = and_(NUMBER.c.shop_id == ORDER.c.shop_id, NUMBER.c.order_no == ORDER.c.order_no)
    asked = select(NUMBER.c[column]).where(of_order, NUMBER.c.voided_at.is_(None)).order_by(NUMBER.c.id.desc())
    return asked.limit(1).correlate(ORDER).scalar_subquery()


def _hold() -> Any:
    """How the merchant keeps the row back, as JSON of ``rules.holding.Hold``, whichever side it was put on."""
    said = {"reason": HOLD.c.reason, "since_at": HOLD.c.held_at, "by": HOLD.c.held_by, "until_at": HOLD.c.until_at}
    made = func.json_object(*(part for pair in said.items() for part in pair))
    held = select(made).where(HOLD.c.order_id.in_((ORDER.c.id, OTHER.c.id))).limit(1)
    return held.correlate(ORDER, OTHER).scalar_subquery()


def _of_lines(figure: ColumnElement[Any]) -> Any:
    return select(figure).where(EVERY_LINE.c.order_id == ORDER.c.id).correlate(ORDER).scalar_subquery()


JOINED = (
    ORDER.outerjoin(LINK, and_(LINK.c.kuaishou_shop_id == ORDER.c.shop_id, LINK.c.order_no == ORDER.c.order_no))
    .outerjoin(OTHER, and_(OTHER.c.shop_id == LINK.c.youzan_shop_id, OTHER.c.order_no == LINK.c.trade_no))
    .outerjoin(
        LONE,
        and_(
            LONE.c.youzan_shop_id == ORDER.c.shop_id,
            LONE.c.trade_no == ORDER.c.order_no,
            LONE.c.order_no.is_(None),
        ),
    )
    .outerjoin(LINE, and_(LINE.c.order_id == ORDER.c.id, LINE.c.position == 0))
    .outerjoin(TERMS, TERMS.c.order_id == ORDER.c.id)
)
COUNTERPART = select(OTHER.c.id, OTHER.c.shop_id, OTHER.c.order_no).select_from(JOINED).where(OTHER.c.id.is_not(None))
PAGE = select(
    ORDER,
    LINK.c.trade_no,
    func.coalesce(LINK.c.confidence, LONE.c.confidence).label("confidence"),
    func.coalesce(LINK.c.reason, LONE.c.reason, "").label("link_reason"),
    OTHER.c.amount_fen.label("other_amount_fen"),
    OTHER.c.ship_by_at.label("other_ship_by_at"),
    LINE.c.title,
    LINE.c.spec,
    LINE.c.image_url,
    _of_lines(func.count(EVERY_LINE.c.position)).label("line_count"),
    _of_lines(func.coalesce(func.sum(EVERY_LINE.c.quantity), 0)).label("quantity"),
    _latest("status").label("after_sale"),
    _latest("kind").label("after_sale_kind"),
    _taken("waybill_no").label("taken_no"),
    _taken("carrier_name").label("taken_by"),
    select(PRINT.c.id).where(PRINT.c.waybill_id == _taken("id"), PRINT.c.state == "printed").exists().label("printed"),
    PIECES_SENT.label("pieces_sent"),
    func.coalesce(TERMS.c.presale, False).label("presale"),
    _has_open_one().label("open_after_sale"),
    _hold().label("hold"),
).select_from(JOINED)


def _order_row(row: Row[Any]) -> OrderRow:
    leads = Platform(row.shop_id.partition(":")[0])
    is_order = leads is Platform.KUAISHOU
    return OrderRow(
        id=row.id,
        shop_id=row.shop_id,
        platform=leads,
        order_no=row.order_no if is_order else None,
        trade_no=row.trade_no if is_order else row.order_no,
        mapping=row.mapping and Mapping(row.mapping),
        confidence=row.confidence,
        reason=row.link_reason,
        status=OrderStatus(row.status),
        status_code=row.status_code,
        created_at=row.created_at,
        paid_at=row.paid_at,
        ship_by_at=row.ship_by_at,
        updated_at=row.updated_at,
        amount_fen=row.amount_fen,
        other_amount_fen=row.other_amount_fen,
        other_ship_by_at=row.other_ship_by_at,
        title=row.title or "",
        spec=row.spec or "",
        image_url=row.image_url or "",
        line_count=row.line_count,
        quantity=row.quantity,
        parcels=read_parcels(row.parcels),
        after_sale=row.after_sale and AfterSaleStatus(row.after_sale),
        after_sale_kind=row.after_sale_kind and AfterSaleKind(row.after_sale_kind),
        refunding=row.refunding or row.open_after_sale,
        risk=row.risk,
        flag=row.flag,
        buyer_note=row.buyer_note,
        seller_note=row.seller_note,
        presale=bool(row.presale),
        hold=None if row.hold is None else msgspec.json.decode(row.hold, type=Hold),
        pieces_sent=row.pieces_sent if row.status == OrderStatus.SHIPPED else None,
        taken=Parcel(waybill_no=row.taken_no, carrier_name=row.taken_by) if row.taken_no else None,
        printed=row.printed,
    )


def _link_of(row: OrderRow) -> ColumnElement[bool]:
    if row.platform is Platform.KUAISHOU:
        return and_(LINK.c.kuaishou_shop_id == row.shop_id, LINK.c.order_no == row.order_no)
    return and_(LINK.c.youzan_shop_id == row.shop_id, LINK.c.trade_no == row.trade_no, LINK.c.order_no.is_(None))


def _link(row: Row[Any]) -> Link:
    return Link(
        order_no=row.order_no,
        trade_no=row.trade_no,
        mapping=Mapping(row.mapping),
        confidence=row.confidence,
        reason=row.reason,
    )
