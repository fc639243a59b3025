"""When goods were turned down, and how each time ended: only what was seen here."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from console.core.clock import Clock
from console.core.model import AuditState, Item, Listing, Platform, Shop
from console.store import engines, schema
from console.store.items import retire_missing, save_listings
from console.store.refusals import course, note_gone
from console.store.shops import put_shop, remove_shop
from console.store.views_goods import Course

SHOP = "kuaishou:1"


def listing(audit: AuditState, reason: str = "", *, at: int = 0, no: str = "1") -> Listing:
    return Listing(item=Item(item_id=no, title="杯", audit=audit, audit_reason=reason, updated_at=at))


def rows(conn: Connection) -> list[tuple[object, ...]]:
    asked = "SELECT item_id, text, seen_at, ended_at, ended_as FROM refusals ORDER BY id"
    return [tuple(row) for row in conn.exec_driver_sql(asked)]


def test_a_refusal_stands_until_the_goods_pass(conn: Connection) -> None:
    save_listings(conn, SHOP, [listing(AuditState.REFUSED, "主图含水印", at=1)], 10)
    save_listings(conn, SHOP, [listing(AuditState.WAITING, at=2)], 20)
    assert rows(conn) == [("1", "主图含水印", 10, None, "")], "waiting for another review is not passing it"
    save_listings(conn, SHOP, [listing(AuditState.PASSED, at=3)], 30)
    assert rows(conn) == [("1", "主图含水印", 10, 30, "passed")]
    assert course(conn, [SHOP], 5) == Course(found=1, fixed=1, since_at=10)
    assert course(conn, None, 11) == Course(found=0, fixed=1, since_at=10)
    assert course(conn, ["kuaishou:2"], 0) == Course(found=0, fixed=0, since_at=None)


def test_reading_the_same_again_is_one_refusal(conn: Connection) -> None:
    for now in (10, 20, 30):
        save_listings(conn, SHOP, [listing(AuditState.NEEDS_CHANGES, "标题过短", at=1)], now)
    save_listings(conn, SHOP, [listing(AuditState.REFUSED, "标题过短", at=2)], 40)
    assert rows(conn) == [("1", "标题过短", 10, None, "")]


def test_another_reason_is_another_refusal(conn: Connection) -> None:
    save_listings(conn, SHOP, [listing(AuditState.REFUSED, "主图含水印", at=1)], 10)
    save_listings(conn, SHOP, [listing(AuditState.REFUSED, "", at=2)], 20)
    assert rows(conn) == [("1", "主图含水印", 10, 20, "other"), ("1", "", 20, None, "")]
    assert course(conn, None, 0) == Course(found=2, fixed=0, since_at=10)


def test_what_is_gone_was_not_fixed(conn: Connection) -> None:
    save_listings(conn, SHOP, [listing(AuditState.REFUSED, "主图含水印"), listing(AuditState.PASSED, no="2")], 10)
    note_gone(conn, SHOP, retire_missing(conn, SHOP, {"2"}).ids, 20)
    assert rows(conn) == [("1", "主图含水印", 10, 20, "gone")]
    assert course(conn, None, 0).fixed == 0


def test_a_shop_takes_its_refusals_along(conn: Connection) -> None:
    put_shop(conn, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="店"))
    save_listings(conn, SHOP, [listing(AuditState.REFUSED, "主图含水印")], 10)
    remove_shop(conn, SHOP)
    assert rows(conn) == []


def test_an_older_file_keeps_what_stands_refused(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "old.db"
    engine = engines.writer(path, busy_ms=50)
    with engine.begin() as conn:
        schema.migrate(conn, schema.MIGRATIONS, "0003")
        for no, audit, gone in (("1", "refused", 0), ("2", "passed", 0), ("3", "needs_changes", 1)):
            conn.exec_driver_sql(
                "INSERT INTO items (shop_id, item_id, title, code, category_id, category_name, image_url, audit, "
                "audit_reason, kept_at, gone) VALUES ('kuaishou:1', ?, '', '', '', '', '', ?, '主图含水印', 7, ?)",
                (no, audit, gone),
            )
    schema.settle(engine, path, clock)
    engine.dispose()
    file = sqlite3.connect(path)
    assert file.execute("SELECT item_id, text, seen_at, ended_at FROM refusals").fetchall() == [
        ("1", "主图含水印", 7, None)
    ]
    file.close()
