"""The audit's chain: whatever is done to a row behind our back is found."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection

from console.core.clock import Clock
from console.store import audit, engines, schema
from console.store.database import Database


def three(conn: Connection) -> None:
    for number in range(3):
        audit.note(conn, 1_000 + number, "links.confirm", f"order {number}", {"with": "交易 №"})


def test_a_chain_that_nobody_touched_is_whole(conn: Connection) -> None:
    assert audit.broken_at(conn) is None
    three(conn)
    assert audit.broken_at(conn) is None
    assert [row.subject for row in audit.rows(conn, action="links.")] == ["order 0", "order 1", "order 2"]
    assert [row.at for row in audit.rows(conn, subject="order 1")] == [1_001]


@pytest.mark.parametrize(
    ("harm", "place"),
    [
        ("UPDATE audit SET subject = 'order 9' WHERE id = 1", 1),
        ("UPDATE audit SET at = at + 1 WHERE id = 2", 2),
        ("UPDATE audit SET detail = '' WHERE id = 3", 3),
        ("UPDATE audit SET hash = 'x' WHERE id = 3", 3),
        ("DELETE FROM audit WHERE id = 1", 1),
        ("DELETE FROM audit WHERE id = 2", 2),
        ("DELETE FROM audit WHERE id = 3", 3),
        ("DELETE FROM audit", 1),
        ("INSERT INTO audit VALUES (4, 9, 'links.confirm', 'made up', '', 'x')", 4),
        ("UPDATE audit SET id = id + 10", 1),
    ],
)
def test_a_changed_deleted_or_added_row_is_found(conn: Connection, harm: str, place: int) -> None:
    three(conn)
    conn.exec_driver_sql(harm)
    assert audit.broken_at(conn) == place


def test_a_loss_of_the_newest_rows_is_still_found_after_more_were_added(conn: Connection) -> None:
    three(conn)
    conn.exec_driver_sql("DELETE FROM audit WHERE id = 3")
    audit.note(conn, 2_000, "settings.put", "ui.theme")
    assert audit.broken_at(conn) == 3


def test_an_older_files_rows_are_chained_as_they_stand(path: Path, clock: Clock) -> None:
    path.parent.mkdir(parents=True)
    engine = engines.writer(path, busy_ms=50)
    with engine.begin() as conn:
        schema.migrate(conn, schema.MIGRATIONS, "0002")
        conn.exec_driver_sql("INSERT INTO audit VALUES (3, 5, 'settings.put', '主题', '{\"to\":\"深色\"}')")
        conn.exec_driver_sql("INSERT INTO audit VALUES (7, 6, 'shops.bind', 'kuaishou:1', '')")
    engine.dispose()
    Database.open(path, clock).close()
    engine = engines.writer(path, busy_ms=50)
    with engine.begin() as conn:
        assert audit.broken_at(conn) is None
        audit.note(conn, 7, "shops.unbind", "kuaishou:1")
        assert audit.broken_at(conn) is None
        assert [row.subject for row in audit.rows(conn)] == ["主题", "kuaishou:1", "kuaishou:1"]
    engine.dispose()
    file = sqlite3.connect(path)
    file.execute("DELETE FROM audit WHERE id = 1")
    file.commit()
    file.close()
    engine = engines.writer(path, busy_ms=50)
    with engine.begin() as conn:
        assert audit.broken_at(conn) == 1
    engine.dispose()
