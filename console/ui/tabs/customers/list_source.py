"""What the list of customers asks the file, and its columns."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, get_args

import msgspec
from PySide6.QtCore import QCoreApplication

from console.core.clock import format_shop_time
from console.documents.sheets import Field, Value
from console.store import customers_asked, customers_sheet
from console.store.customers_asked import Asked
from console.store.customers_asked import Sort as SortKey
from console.store.customers_sheet import CustomerRow
from console.store.database import Database
from console.ui import texts
from console.ui.cells import Chips, Lines
from console.ui.paging import Column, Sort
from console.ui.tabs.customers import profile_words as words

if TYPE_CHECKING:
    from sqlalchemy import Connection

translate = QCoreApplication.translate
SORTS: tuple[SortKey, ...] = get_args(SortKey)


class CustomerSource:
    """One view of the customers, for a ``PagedModel``."""

    def __init__(self, database: Database, wanted: Asked) -> None:
        self._database = database
        self.wanted = wanted

    async def ids(self, sort: Sort | None) -> Sequence[int]:
        """The customers of the view, in order."""
        key = next((key for key in SORTS if sort is not None and key == sort.key), None)
        wanted = self.wanted
        if key is not None and sort is not None:
            wanted = msgspec.structs.replace(wanted, sort=key, descending=sort.descending)
        return await self._database.read(customers_asked.ids, wanted)

    async def rows(self, ids: Sequence[int]) -> Mapping[int, CustomerRow]:
        """These by id."""
        return {row.id: row for row in await self._database.read(_rows, ids, self.wanted.now)}


def _rows(conn: "Connection", ids: Sequence[int], now: int) -> list[CustomerRow]:
    return customers_sheet.rows(conn, ids, now)


def columns(now: Callable[[], int]) -> list[Column[CustomerRow]]:
    """All columns after the check box."""
    return [
        Column(translate("customers", "Customer"), 190, Lines(words.who, words.tail, free=True), stretch=True),
        Column(translate("customers", "Segment"), 128, Chips(lambda row: words.segment_chip(row.segment))),
        Column(translate("customers", "From"), 100, Lines(_sides)),
        Column(
            translate("customers", "Times"), 80, Lines(lambda row: texts.count(row.orders), right=True), "orders", True
        ),
        Column(
            translate("customers", "Spent"),
            130,
            Lines(lambda row: texts.money(row.paid_fen), _margin, right=True, strong=True),
            "paid_fen",
            right=True,
        ),
        Column(translate("customers", "Refunds"), 84, Lines(_refunds, right=True), "refunds", right=True),
        Column(
            translate("customers", "Last bought"),
            124,
            Lines(lambda row: words.ago(row.last_at, now()), lambda row: texts.moment(row.last_at, now()), right=True),
            "last_at",
            right=True,
        ),
    ]


def _sides(row: CustomerRow) -> str:
    both = {1: translate("customers", "Kuaishou"), 2: translate("customers", "Youzan")}
    return both.get(row.sides, translate("customers", "Both"))


def _times(row: CustomerRow) -> str:
    return texts.count(row.orders)


def _margin(row: CustomerRow) -> str:
    return translate("customers", "margin {money}").format(money=texts.money(row.margin_fen))


def _refunds(row: CustomerRow) -> str:
    return f"{row.refunds}/{row.placed}"


def fields() -> list[Field]:
    """The columns of an export: names and numbers masked as the platforms gave them, ids as text."""
    return [
        Field(title=translate("customers", "Shop"), wide=20),
        Field(title=translate("customers", "Buyer id"), wide=30),
        Field(title=translate("customers", "Name (masked)"), wide=18),
        Field(title=translate("customers", "Last digits"), wide=12),
        Field(title=translate("customers", "Segment")),
        Field(title=translate("customers", "Times"), kind="count", wide=10),
        Field(title=translate("customers", "Spent"), kind="money"),
        Field(title=translate("customers", "Margin"), kind="money"),
        Field(title=translate("customers", "Refunds"), kind="count", wide=10),
        Field(title=translate("customers", "First bought"), wide=20),
        Field(title=translate("customers", "Last bought"), wide=20),
    ]


def cells(row: CustomerRow) -> Sequence[Value]:
    """A row of it."""
    return (
        row.shop_id,
        row.buyer_id,
        row.name,
        row.tail,
        words.segment_word(row.segment),
        row.orders,
        row.paid_fen,
        row.margin_fen,
        row.refunds,
        "" if row.first_at is None else format_shop_time(row.first_at),
        "" if row.last_at is None else format_shop_time(row.last_at),
    )
