import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from console.core.clock import Clock
from console.core.errors import FileTrouble
from console.store import engines, schema
from console.store.database import Database
from console.store.tables_customers import metadata

LATER = """
import sqlalchemy as sa
from alembic import op

revision = "later"
down_revision = "{newest}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("settings") as batch:
        batch.add_column(sa.Column("author", sa.String(), nullable=False, server_default="nobody"))
    {more}
"""


def older_file(path: Path) -> None:
    """A file as revision 0001 alone makes it, with a row in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = engines.writer(path, busy_ms=50)
    with engine.begin() as conn:
        schema.migrate(conn, schema.MIGRATIONS, "0001")
        conn.exec_driver_sql("INSERT INTO settings (key, value) VALUES ('ui.theme', '\"dark\"')")
    engine.dispose()


def scripts_with_a_later_one(folder: Path, more: str = "") -> Path:
    scripts = folder / "migrations"
    shutil.copytree(schema.MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "later.py").write_text(LATER.format(more=more, newest=schema.REVISIONS[-1]))
    return scripts


def test_the_revisions_are_those_of_the_folder() -> None:
    directory = ScriptDirectory(str(schema.MIGRATIONS))
    assert tuple(script.revision for script in directory.walk_revisions())[::-1] == schema.REVISIONS


def test_the_revisions_lead_to_the_tables(tmp_path: Path) -> None:
    engine = engines.writer(tmp_path / "made.db", busy_ms=50)
    with engine.begin() as conn:
        schema.migrate(conn, schema.MIGRATIONS, schema.REVISIONS[-1])
        assert compare_metadata(MigrationContext.configure(conn), metadata) == []
    engine.dispose()


def test_a_migrated_file_is_made_like_a_new_one(tmp_path: Path, clock: Clock) -> None:
    older_file(tmp_path / "old.db")
    for name in ("old.db", "new.db"):
        Database.open(tmp_path / name, clock).close()
    shapes = []
    for name in ("old.db", "new.db"):
        file = sqlite3.connect(tmp_path / name)
        query = "SELECT name, replace(replace(replace(sql, char(10), ''), char(9), ''), ' ', '') FROM sqlite_master"
        shapes.append(sorted((name, sql) for name, sql in file.execute(query) if name != "alembic_version"))
        file.close()
    assert shapes[0] == shapes[1]


def test_a_new_file_is_stamped_as_alembic_would(path: Path, clock: Clock) -> None:
    database = Database.open(path, clock)
    assert database.schema_version == schema.REVISIONS[-1]
    database.close()
    engine = engines.writer(path, busy_ms=50)
    with engine.begin() as conn:
        assert MigrationContext.configure(conn).get_current_heads() == (schema.REVISIONS[-1],)
    engine.dispose()


def test_an_older_file_is_copied_and_migrated(tmp_path: Path, path: Path, clock: Clock) -> None:
    older_file(path)
    engine = engines.writer(path, busy_ms=50)
    scripts = scripts_with_a_later_one(tmp_path)
    assert schema.settle(engine, path, clock, scripts=scripts, revisions=(*schema.REVISIONS, "later")) == "later"
    with engine.begin() as conn:
        rows = conn.exec_driver_sql("SELECT key, value, author FROM settings").all()
    assert [tuple(row) for row in rows] == [("ui.theme", '"dark"', "nobody")]
    engine.dispose()
    copy = sqlite3.connect(path.with_name("console.0001.20260115-103000.db"))
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert copy.execute("SELECT * FROM settings").fetchall() == [("ui.theme", '"dark"')]
    copy.close()


def test_what_was_told_of_parcels_before_their_answers_were_kept_apart_stays(path: Path, clock: Clock) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = engines.writer(path, busy_ms=50)
    row = "('youzan:2', 'E1', '73', '3', 'delivering', '[]', 5, 7, 'still', 6)"
    with engine.begin() as conn:
        schema.migrate(conn, schema.MIGRATIONS, "0025")
        conn.exec_driver_sql(f"INSERT INTO parcel_tracks VALUES {row}")
        schema.migrate(conn, schema.MIGRATIONS, "0026")
        kept = conn.exec_driver_sql("SELECT * FROM parcel_tracks").all()
    engine.dispose()
    assert [tuple(one) for one in kept] == [("youzan:2", "E1", "73", "3", "delivering", "[]", 5, 7, "still", 6, 7, "")]


def test_a_failing_migration_changes_nothing(tmp_path: Path, path: Path, clock: Clock) -> None:
    older_file(path)
    scripts = scripts_with_a_later_one(tmp_path, more='raise RuntimeError("half way")')
    engine = engines.writer(path, busy_ms=50)
    with pytest.raises(RuntimeError, match="half way"):
        schema.settle(engine, path, clock, scripts=scripts, revisions=(*schema.REVISIONS, "later"))
    engine.dispose()
    file = sqlite3.connect(path)
    assert file.execute("SELECT * FROM settings").fetchall() == [("ui.theme", '"dark"')]
    assert file.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    file.close()


def test_a_newer_file_is_refused_untouched(path: Path, clock: Clock) -> None:
    Database.open(path, clock).close()
    file = sqlite3.connect(path)
    file.execute("UPDATE alembic_version SET version_num = '0099'")
    file.commit()
    file.close()
    before = path.read_bytes()
    with pytest.raises(FileTrouble) as caught:
        Database.open(path, clock)
    assert caught.value.code == "file.newer"
    assert caught.value.detail == "0099"
    assert path.read_bytes() == before
