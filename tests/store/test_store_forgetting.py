"""A shop that is erased leaves nothing of its buyers, whichever table a later room puts it into."""

from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Connection, Float, Integer, LargeBinary, Table

from console.binding import records
from console.store.tables_touching import metadata

STAYS = {
    "audit": "a chain of what was done, broken if a row of it went",
    "proofs": "a chain of reconciliations, which the merchant shows to others",
    "violations": "the merchant's own cases, with their evidence",
    "certificates": "the merchant's own papers",
    "duties": "what the merchant did by law",
    "duty_proofs": "what the merchant did by law",
}
OTHER = {"kuaishou": "kuaishou:9", "youzan": "youzan:9"}
NUMBER = "1234567890123456"


def value(column: Column[Any], shop: dict[str, str], at: int) -> Any:
    """Something that tells whose it is, wherever it can."""
    if column.foreign_keys or column.name == "id":
        return at
    if column.name.endswith("shop_id"):
        return shop["youzan" if column.name.startswith("youzan") else "kuaishou"]
    if isinstance(column.type, Boolean):
        return False
    if isinstance(column.type, Float):
        return 1.0
    if isinstance(column.type, LargeBinary):
        return b"1"
    whole = isinstance(column.type, Integer) or "Integer" in str(column.type) or "BIGINT" in str(column.type)
    return at if whole else f"{NUMBER}-{at}"


def fill(conn: Connection, table: Table, shop: dict[str, str], at: int) -> None:
    row = {column.name: value(column, shop, at) for column in table.c}
    if table.name == "pairs":
        row |= {"kuaishou_shop_id": shop["kuaishou"], "youzan_shop_id": shop["youzan"]}
    conn.execute(table.insert().values(row))


def is_of_a_shop(table: Table) -> bool:
    """Directly, or by the order, after-sale, command or waybill that it is about."""
    parents = [key.column.table for column in table.c for key in column.foreign_keys]
    return any(column.name.endswith("shop_id") for column in table.c) or any(map(is_of_a_shop, parents))


TABLES = [table for table in metadata.sorted_tables if is_of_a_shop(table)]


@pytest.fixture
def filled(conn: Connection) -> Connection:
    """A row of two shops in every table that has to do with shops."""
    for table in TABLES:
        fill(conn, table, {"kuaishou": "kuaishou:1", "youzan": "youzan:2"}, 1)
        fill(conn, table, OTHER, 2)
    return conn


@pytest.mark.parametrize("shop_id", ["kuaishou:1", "youzan:2"])
def test_nothing_is_left_but_what_must_be_provable(filled: Connection, shop_id: str) -> None:
    if shop_id == "youzan:2":
        for table in TABLES:
            if "shop_id" in table.c:
                filled.execute(table.update().where(table.c.shop_id == "kuaishou:1").values(shop_id=shop_id))
    records.erase(filled, shop_id, 9)
    left = {table.name: filled.execute(table.select()).all() for table in TABLES}
    gone = {name for name, rows in left.items() if len(rows) == 1}
    assert {table.name for table in TABLES} - gone == STAYS.keys() - {"audit"}
    assert all(shop_id not in row for name in gone for row in left[name]), "the other shop's rows are untouched"
