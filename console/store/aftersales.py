"""After-sales of both platforms."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, Row, select

from console.core.model import AfterSale, AfterSaleKind, AfterSaleStatus
from console.store import aftersale_details, disputes
from console.store.pages import PageTable, Values, as_json_list, driver
from console.store.tables import AfterSales, table_of
from console.store.views import Saved

COLUMNS = (
    "after_sale_no",
    "order_no",
    "kind",
    "status",
    "status_code",
    "amount_fen",
    "reason",
    "line_no",
    "created_at",
    "updated_at",
    "deadline_at",
    "finished_at",
)

KNOWN = """
SELECT a.after_sale_no, d.read_of, a.reason, a.line_no, a.finished_at
FROM after_sales a JOIN after_sale_details d ON d.after_sale_id = a.id
WHERE a.shop_id = ? AND a.after_sale_no IN (SELECT value FROM json_each(?))
"""

OPEN = (
    AfterSaleStatus.WAIT_SELLER,
    AfterSaleStatus.REFUSED,
    AfterSaleStatus.WAIT_BUYER_RETURN,
    AfterSaleStatus.WAIT_SELLER_RECEIPT,
    AfterSaleStatus.WAIT_BUYER_RECEIPT,
    AfterSaleStatus.PLATFORM,
    AfterSaleStatus.REFUNDING,
)
WAITING_FOR_US = (AfterSaleStatus.WAIT_SELLER, AfterSaleStatus.WAIT_SELLER_RECEIPT)
"""The states in which the merchant's own answer is due."""


def after_sale_values(row: AfterSale) -> Values:
    """An after-sale's values in the order of ``COLUMNS``."""
    return (
        row.after_sale_no,
        row.order_no,
        row.kind.value,
        row.status.value,
        row.status_code,
        row.amount_fen,
        row.reason,
        row.line_no,
        row.created_at,
        row.updated_at,
        row.deadline_at,
        row.finished_at,
    )


PAGES = PageTable[AfterSale](AfterSales, "after_sale_no", COLUMNS, attrgetter("after_sale_no"), after_sale_values)


def save_after_sales(conn: Connection, shop_id: str, rows: Sequence[AfterSale], now: int) -> Saved:
    """Keep a page of after-sales, and of those that were asked for by number what only that tells."""
    rows = _completed(conn, shop_id, rows)
    saved = PAGES.write(conn, shop_id, PAGES.sift(conn, shop_id, rows), now)
    in_dispute = [row.after_sale_no for row in rows if row.status is AfterSaleStatus.PLATFORM]
    if in_dispute:
        disputes.note_seen(conn, shop_id, in_dispute, now)
    told = [row for row in rows if row.facts is not None]
    more = tuple(row.after_sale_no for row in told if aftersale_details.save(conn, shop_id, row, now))
    fresh = tuple(number for number in more if number not in saved.ids)
    return saved + Saved(changed=len(fresh), ids=fresh)


def _completed(conn: Connection, shop_id: str, rows: Sequence[AfterSale]) -> list[AfterSale]:
    """A list says less than the detail did: what it leaves out of an after-sale that has not moved stays as it is."""
    bare = [row.after_sale_no for row in rows if row.facts is None]
    known = {number: rest for number, *rest in driver(conn).execute(KNOWN, (shop_id, as_json_list(bare))) if bare}
    return [
        row if row.facts is not None or row.after_sale_no not in known else _filled(row, *known[row.after_sale_no])
        for row in rows
    ]


def _filled(row: AfterSale, read_of: int, reason: str, line_no: str, finished_at: int | None) -> AfterSale:
    if row.updated_at is None or row.updated_at > read_of:
        return replace(row, line_no=row.line_no or line_no)
    return replace(
        row,
        reason=reason if row.reason == "" or row.reason.isdigit() else row.reason,
        line_no=row.line_no or line_no,
        finished_at=row.finished_at or finished_at,
    )


def after_sales_of(conn: Connection, shop_id: str, order_no: str) -> list[AfterSale]:
    """An order's after-sales, the latest first."""
    table = table_of(AfterSales)
    asked = select(table).where(table.c.shop_id == shop_id, table.c.order_no == order_no)
    return [after_sale_of(row) for row in conn.execute(asked.order_by(table.c.created_at.desc(), table.c.id.desc()))]


def after_sale_of(row: Row[Any]) -> AfterSale:
    """The noun a row of ``after_sales`` was made from."""
    values = {name: row._mapping[name] for name in COLUMNS}
    return AfterSale(**values | {"kind": AfterSaleKind(row.kind), "status": AfterSaleStatus(row.status)})
