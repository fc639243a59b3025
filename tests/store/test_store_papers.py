"""The documents of goods: by the ledger alone; without one nothing is said to be there, or missing."""

import json
from typing import Any

import pytest
from sqlalchemy import Connection

from console.core.categories import CategoryFacts, Paper
from console.core.clock import DAY, parse_shop_time
from console.core.model import Item
from console.rules.drafts import Known, draft
from console.rules.findings import Check, Severity
from console.rules.listing import Yardstick, check
from console.rules.listing_documents import Need
from console.rules.pushing import Goods, PushRules, Side
from console.store.papers import held

SHOP, PATH = "kuaishou:1", "家居生活 > 厨具/杯具 > 杯具"
NOON = parse_shop_time("2026-01-15 12:00:00")


def enter(conn: Connection, kind: str, **more: Any) -> None:
    row = {"certificate_id": kind, "shop_id": SHOP, "kind": kind, "valid_from": "2025-01-15", "valid_to": "2026-01-15"}
    row |= dict.fromkeys(("number", "holder", "issuer", "file_sha256", "file_name", "note"), "") | {"changed_at": 1}
    row |= {"categories": "[]", "products": "[]", "told": "[]"} | more
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    conn.exec_driver_sql(f"INSERT INTO certificates ({names}) VALUES ({marks})", tuple(row.values()))


def names(conn: Connection, item_id: str = "7", path: str = PATH) -> list[str]:
    return sorted(one.name for one in held(conn, SHOP, item_id, path) or ())


def test_a_shop_without_certificates_has_no_ledger(conn: Connection) -> None:
    assert held(conn, SHOP, "7", PATH) is None
    enter(conn, "营业执照", shop_id="kuaishou:2")
    assert held(conn, SHOP, "7", PATH) is None


def test_a_certificate_is_about_goods_a_category_or_the_shop(conn: Connection) -> None:
    enter(conn, "检测报告", products=json.dumps(["7"]))
    enter(conn, "卫生许可", categories=json.dumps(["家居生活 > 厨具/杯具"]))
    enter(conn, "别的类目", categories=json.dumps(["家居生活 > 厨具"]))
    enter(conn, "营业执照")
    assert names(conn) == ["卫生许可", "检测报告", "营业执照"]
    assert names(conn, item_id="8") == ["卫生许可", "营业执照"]
    assert names(conn, path="食品") == ["检测报告", "营业执照"]


@pytest.mark.parametrize(
    ("at", "entered", "severity"),
    [
        (NOON, {}, Severity.WARN),  # its last day: it is valid, and ends
        (NOON + DAY, {}, Severity.BLOCK),
        (NOON, {"valid_to": ""}, Severity.PASSED),
        (NOON, {"valid_from": "2026-01-16", "valid_to": "2028-01-01"}, Severity.BLOCK),
        (NOON, {"kind": "别的"}, Severity.BLOCK),
        (NOON, None, Severity.NOT_CHECKED),
    ],
)
def test_a_required_document_by_the_ledger(
    conn: Connection, at: int, entered: dict[str, str] | None, severity: Severity
) -> None:
    if entered is not None:
        enter(conn, **{"kind": "检测报告"} | entered)
    asks = CategoryFacts(category_id="9", papers=(Paper(name="检测报告", required=True),))
    known = Known(shop_id=SHOP, category_id="9", asks=asks, documents=held(conn, SHOP, "7", PATH))
    goods = Goods(row_id=1, title="杯", code="", kuaishou=Side(shop_id=SHOP, item=Item(item_id="7", title="杯")))
    made = draft(goods, PushRules(), known, likely=[Need(document="检测报告")])
    assert check(made, Yardstick(notice_days=30), at=at).worst(Check.DOCUMENTS) is severity
