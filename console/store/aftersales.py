"""After-sales of both platforms."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, select

from console.core.model import AfterSale, AfterSaleKind, AfterSaleStatus
from console.store.pages import PageTable, Values
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
    """Keep a page of after-sales."""
    return PAGES.write(conn, shop_id, PAGES.sift(conn, shop_id, rows), now)


def after_sales_of(conn: Connection, shop_id: str, order_no: str) -> list[AfterSale]:
    """An order's after-sales, the latest first."""
    table = table_of(AfterSales)
    asked = select(table).where(table.c.shop_id == shop_id, table.c.order_no == order_no)
    return [after_sale_of(row) for row in conn.execute(asked.order_by(table.c.created_at.desc(), table.c.id.desc()))]


def after_sale_of(row: Row[Any]) -> AfterSale:
    """The noun a row of ``after_sales`` was made from."""
    values = {name: row._mapping[name] for name in COLUMNS}
    return AfterSale(**values | {"kind": AfterSaleKind(row.kind), "status": AfterSaleStatus(row.status)})
